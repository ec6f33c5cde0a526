//! The class `greenlet` and its attributes. Knows no way to switch.

use super::switch;
use crate::host_class::{class_given, constructible, is_of, native, new_host, set_class_value};
use crate::threading::waiting::{number, set_number};
use interleave_python::heap::{Object, Property, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};

/// Where a greenlet's values lie: its stack, its parent, its context while another greenlet runs, what it waits for.
pub(super) const STACK: usize = 0;
pub(super) const PARENT: usize = 1;
pub(super) const CONTEXT: usize = 2;
pub(super) const WAITS: usize = 3;
/// Where its numbers lie: how far it is, its thread, whether that thread began with it, its lane from 1, its last line.
pub(super) const STATE: usize = 0;
pub(super) const THREAD: usize = 1;
pub(super) const IS_MAIN: usize = 2;
pub(super) const LANE: usize = 3;
pub(super) const PLACE: usize = 4;

/// How far a greenlet is.
pub(super) const NEW: i64 = 0;
pub(super) const ACTIVE: i64 = 1;
pub(super) const DEAD: i64 = 2;

const CLASS: &str = "greenlet class";
/// Each thread's running greenlet, a list.
const CURRENT: &str = "greenlet current";
/// What making one costs beside the call of its class, in ps. Source: costs, `gevent.spawn`.
const MAKE_PS: u64 = 400_000;

/// The class.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = constructible(
        vm,
        ("greenlet", module),
        "greenlet",
        new,
        &[
            ("__init__", init),
            ("switch", switch::switch),
            ("throw", switch::throw),
            ("__bool__", |vm, args| {
                let [own] = args.exact(vm, "greenlet.__bool__")?;
                Ok(Flow::Value(Value::Bool(number(vm, own, STATE) == ACTIVE)))
            }),
            ("__repr__", repr),
        ],
    );
    vm.roots.insert(CLASS, Value::Obj(class));
    let current = vm.heap.list(Vec::new());
    vm.roots.insert(CURRENT, current);
    computed(vm, class, "dead", dead, None);
    computed(vm, class, "parent", parent, Some(set_parent));
    computed(vm, class, "gr_frame", frame, None);
    set_class_value(vm, class, "gr_context", Value::None);
}

fn computed(
    vm: &mut Vm,
    class: Ref,
    name: &'static str,
    get: interleave_python::vm::NativeFn,
    set: Option<interleave_python::vm::NativeFn>,
) {
    let getter = native(vm, name, get, true);
    let setter = set.map_or(Value::None, |set| native(vm, name, set, true));
    let property = Property {
        getter,
        setter,
        deleter: Value::None,
        doc: Value::None,
    };
    let property = vm.heap.value(Object::Property(Box::new(property)));
    set_class_value(vm, class, name, property);
}

pub(super) fn is_greenlet(vm: &Vm, value: Value) -> bool {
    is_of(vm, value, CLASS)
}

/// One of a greenlet's values.
pub(super) fn part(vm: &Vm, own: Value, index: usize) -> Value {
    vm.host(own).map_or(Value::None, |host| host.values[index])
}

/// Sets one of a greenlet's values.
pub(super) fn set_part(vm: &mut Vm, own: Value, index: usize, value: Value) {
    if let Some(host) = vm.host_mut(own) {
        host.values[index] = value;
    }
}

/// The greenlet that runs on this thread.
pub(super) fn current(vm: &mut Vm) -> Value {
    let thread = vm.current;
    let known = list(vm).get(thread).copied().unwrap_or(Value::None);
    if !known.is_none() {
        return known;
    }
    let class = vm.roots[CLASS].as_ref().expect("a class");
    let stack = vm.new_stack();
    let numbers = vec![ACTIVE, thread as i64, 1, 0, 0];
    let main = new_host(
        vm,
        class,
        vec![stack, Value::None, Value::None, Value::None],
        numbers,
    );
    set_current(vm, main);
    main
}

/// The running greenlet is this one from here on.
pub(super) fn set_current(vm: &mut Vm, own: Value) {
    let thread = vm.current;
    let known = list(vm);
    if known.len() <= thread {
        known.resize(thread + 1, Value::None);
    }
    known[thread] = own;
}

fn list(vm: &mut Vm) -> &mut Vec<Value> {
    let list = vm.roots[CURRENT].as_ref().expect("set up with its module");
    match vm.heap.get_mut(list) {
        Object::List(items) => items,
        _ => unreachable!("set up as a list"),
    }
}

/// `getcurrent()`
pub(super) fn get_current(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "getcurrent")?;
    Ok(Flow::Value(current(vm)))
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    vm.spend(MAKE_PS);
    let class = class_given(vm, &args, CLASS)?;
    let parent = current(vm);
    let stack = vm.new_stack();
    let numbers = vec![NEW, vm.current as i64, 0, 0, 0];
    Ok(Flow::Value(new_host(
        vm,
        class,
        vec![stack, parent, Value::None, Value::None],
        numbers,
    )))
}

fn init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let own = args.positional.remove(0);
    let [run, parent] = args.named(vm, "green", ["run", "parent"], 0)?;
    if !parent.is_unbound() && !parent.is_none() {
        check_greenlet(vm, parent)?;
        set_part(vm, own, PARENT, parent);
    }
    if !run.is_unbound() && !run.is_none() {
        let name = vm.symbols.intern("run");
        vm.set_attribute_plainly(own, name, run)?;
    }
    Ok(Flow::Value(Value::None))
}

fn check_greenlet(vm: &mut Vm, value: Value) -> Result<(), Raised> {
    if is_greenlet(vm, value) {
        return Ok(());
    }
    let told = vm.type_name(value);
    Err(vm.type_error(&format!(
        "GreenletChecker: Expected any type of greenlet, not {told}"
    )))
}

fn dead(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "greenlet.dead")?;
    Ok(Flow::Value(Value::Bool(number(vm, own, STATE) == DEAD)))
}

fn parent(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "greenlet.parent")?;
    Ok(Flow::Value(part(vm, own, PARENT)))
}

fn set_parent(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, parent] = args.exact(vm, "greenlet.parent")?;
    check_greenlet(vm, parent)?;
    if number(vm, own, IS_MAIN) == 1 {
        let text = "cannot set the parent of a main greenlet";
        return Err(vm.raise("AttributeError", text));
    }
    let mut walk = parent;
    while !walk.is_none() {
        if walk == own {
            return Err(vm.raise("ValueError", "cyclic parent chain"));
        }
        walk = part(vm, walk, PARENT);
    }
    if number(vm, own, STATE) == NEW {
        let thread = number(vm, parent, THREAD);
        set_number(vm, own, THREAD, thread);
    }
    set_part(vm, own, PARENT, parent);
    Ok(Flow::Value(Value::None))
}

fn frame(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "greenlet.gr_frame")?;
    let is_suspended = number(vm, own, STATE) == ACTIVE && current(vm) != own;
    match part(vm, own, STACK) {
        Value::Obj(stack) if is_suspended => vm.parked_frame(stack).map(Flow::Value),
        _ => Ok(Flow::Value(Value::None)),
    }
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "greenlet.__repr__")?;
    let text = repr_text(vm, own);
    Ok(Flow::Value(vm.heap.string(text)))
}

/// How a greenlet shows itself.
pub(super) fn repr_text(vm: &mut Vm, own: Value) -> String {
    let class = vm.class(vm.class_of(own));
    let name = format!("{}.{}", class.module, class.qualname);
    let address = own.as_ref().map_or(0, |r| vm.address_of(r));
    let state = match number(vm, own, STATE) {
        NEW => " pending",
        DEAD => " dead",
        _ if current(vm) == own => " current active started",
        _ => " suspended active started",
    };
    let main = match number(vm, own, IS_MAIN) {
        1 => " main",
        _ => "",
    };
    let thread = match number(vm, own, STATE) {
        NEW => "(nil)".to_owned(),
        _ => format!("{:x}", 0x55a8_c9ed_87a0 + number(vm, own, THREAD) * 0x1000),
    };
    format!("<{name} object at {address:#x} (otid=0x{thread}){state}{main}>")
}
