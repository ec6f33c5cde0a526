//! `weakref`. An object counts as gone when a weak reference to it is asked and nobody else knows it: CPython, which counts
//! references, tells at the very moment; here callbacks and finalizers run when somebody asks, at `gc.collect()` or at the end.

use crate::host_class::{class_given, constructible, is_of, new_host};
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Then, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "weakref",
    functions: &[("_lost", lost), ("_references", references)],
    set_up: Some(set_up),
    source: Some(include_str!("weakref.py")),
    shown_as: "/usr/lib/python3.11/weakref.py",
    support: Support {
        there: "`ref`, `proxy`, `WeakMethod`, `WeakValueDictionary`, `WeakKeyDictionary`, `WeakSet`, `finalize`, `getweakrefcount`, `getweakrefs`",
        partial: &[(
            "callbacks and finalizers",
            "run when a weak reference is asked after its object is gone, at `gc.collect()` or at the end, not at the `del`",
        )],
        refused: &[],
    },
}];

const CLASS: &str = "weakref.ReferenceType";

fn set_up(vm: &mut Vm, module: Ref) {
    let class = constructible(
        vm,
        ("weakref", module),
        "ReferenceType",
        new,
        &[
            ("__init__", |_, _| Ok(Flow::Value(Value::None))),
            ("__call__", call),
            ("_callback", |vm, args| {
                let [own] = args.exact(vm, "_callback")?;
                let callback = vm.host(own).and_then(|host| host.values.first().copied());
                Ok(Flow::Value(callback.unwrap_or(Value::None)))
            }),
            ("_peek", peek),
        ],
    );
    vm.roots.insert(CLASS, Value::Obj(class));
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, CLASS)?;
    let [_, object, callback] =
        Args::of(&args.positional[..args.positional.len().min(3)]).between(vm, "ref", 2)?;
    let may_be_known = match vm.object(object) {
        Some(Object::Instance(instance)) => !matches!(
            vm.object(instance.base),
            Some(Object::Tuple(_) | Object::BigInt(_))
        ),
        Some(
            Object::Host(_)
            | Object::Function(_)
            | Object::Class(_)
            | Object::Generator(_)
            | Object::Set(_)
            | Object::FrozenSet(_)
            | Object::BoundMethod { .. }
            | Object::Module(_)
            | Object::Exception(_)
            | Object::Native(_),
        ) => true,
        _ => false,
    };
    let Some(target) = object.as_ref().filter(|_| may_be_known) else {
        let text = format!(
            "cannot create weak reference to '{}' object",
            vm.type_name(object)
        );
        return Err(vm.type_error(&text));
    };
    let callback = if callback.is_unbound() {
        Value::None
    } else {
        callback
    };
    if callback.is_none() && Some(&Value::Obj(class)) == vm.roots.get(CLASS) {
        let known = vm.heap.weak_holders(target).iter().copied().find(|&holder| {
            matches!(vm.heap.get(holder), Object::Host(host) if host.class == class && host.values[0].is_none())
        });
        if let Some(known) = known {
            return Ok(Flow::Value(Value::Obj(known)));
        }
    }
    let own = new_host(vm, class, vec![callback], vec![-1]);
    vm.heap.add_weak(target, own.as_ref().expect("an object"));
    Ok(Flow::Value(own))
}

fn call(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__call__")?;
    let holder = own.as_ref().filter(|_| is_of(vm, own, CLASS));
    let Some(target) = holder.and_then(|holder| vm.heap.weak_target(holder)) else {
        return Ok(Flow::Value(Value::None));
    };
    if vm.is_known(target) {
        return Ok(Flow::Value(Value::Obj(target)));
    }
    let lost: Vec<Value> = vm
        .heap
        .lose_weak_target(target)
        .into_iter()
        .map(Value::Obj)
        .collect();
    let lost = vm.heap.list(lost);
    match vm.call_library("weakref", "_tell", Args::of(&[lost]))? {
        Flow::Call(call) => {
            let then = Then::new(|_, _, _| Ok(Flow::Value(Value::None)), Vec::new());
            Ok(Flow::CallThen(Box::new((call.0, call.1, then))))
        }
        other => Ok(other),
    }
}

/// `_peek()`: the target without a search; None where it is known to be gone.
fn peek(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_peek")?;
    let holder = own.as_ref().filter(|_| is_of(vm, own, CLASS));
    let target = holder.and_then(|holder| vm.heap.weak_target(holder));
    Ok(Flow::Value(target.map_or(Value::None, Value::Obj)))
}

/// `_lost()`: the weak references whose objects nobody knows any more.
fn lost(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_lost")?;
    let lost = vm.lose_weak_references();
    vm.heap.collect_soon();
    Ok(Flow::Value(vm.heap.list(lost)))
}

/// `_references(object)`: the weak references to it.
fn references(vm: &mut Vm, args: Args) -> NativeResult {
    let [object] = args.exact(vm, "getweakrefs")?;
    let holders: Vec<Value> = match object {
        Value::Obj(target) => {
            let holders = vm.heap.weak_holders(target);
            holders.iter().map(|&holder| Value::Obj(holder)).collect()
        }
        _ => Vec::new(),
    };
    Ok(Flow::Value(vm.heap.list(holders)))
}
