//! Rows of the trace's table of objects: made at an object's first use, labelled as the script calls it.

use super::waiting::{OWN, new_object, number};
use interleave_python::code::Symbol;
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Note, Vm};
use interleave_trace::{ObjectId, Role};

/// What the objects of this library call themselves.
const KINDS: &[(&str, Role)] = &[
    ("threading.Lock", Role::Mutex),
    ("threading.RLock", Role::Mutex),
    ("threading.Condition", Role::Signal),
    ("threading.Semaphore", Role::Counter),
    ("threading.BoundedSemaphore", Role::Counter),
    ("threading.Event", Role::Signal),
    ("threading.Barrier", Role::Barrier),
    ("threading.Thread", Role::Thread),
    ("concurrent.futures.Future", Role::Future),
    ("queue.Queue", Role::Channel),
    ("queue.LifoQueue", Role::Channel),
    ("queue.PriorityQueue", Role::Channel),
    ("concurrent.futures.ThreadPoolExecutor", Role::Channel),
];

const VERBS: &[&str] = &[
    "acquire", "release", "wait", "notify", "set", "clear", "arrive", "abort", "submit", "start",
    "finish", "cancel", "put", "get",
];

/// `_row(kind, owner)`: a row that does not exist until it is needed.
pub(super) fn row(vm: &mut Vm, args: Args) -> NativeResult {
    let [kind, owner] = args.exact(vm, "_row")?;
    let kind = vm.text(kind).unwrap_or_default();
    let index = KINDS.iter().position(|&(known, _)| *known == *kind);
    let index = index.expect("the library names kinds that are listed") as i64;
    let class = vm.roots["threading row"].as_ref().expect("a class");
    Ok(Flow::Value(new_object(vm, class, vec![owner], &[index])))
}

/// `_event(row, verb, value)`
pub(super) fn event(vm: &mut Vm, args: Args) -> NativeResult {
    let [row, verb, value] = args.exact(vm, "_event")?;
    let verb = vm.text(verb).unwrap_or_default();
    let verb = VERBS.iter().find(|&&known| *known == *verb);
    let value = match value {
        Value::Int(value) => value,
        _ => 0,
    };
    if let (Some(object), Some(verb)) = (traced(vm, row), verb) {
        vm.note(Note::Event {
            object,
            verb,
            value,
        });
    }
    Ok(Flow::Value(Value::None))
}

/// The row's number in the trace, made now if it is not there yet. None for what is not a row.
pub(super) fn traced(vm: &mut Vm, row: Value) -> Option<ObjectId> {
    let host = vm.host(row)?;
    if let Some(object) = host.traced {
        return Some(object);
    }
    let owner = *host.values.first()?;
    let index = number(vm, row, OWN) as usize;
    let object = register(vm, index, owner);
    if let Some(host) = vm.host_mut(row) {
        host.traced = Some(object);
    }
    Some(object)
}

/// The same for an object that is its own row.
pub(super) fn traced_self(vm: &mut Vm, object: Value, kind: &str) -> Option<ObjectId> {
    if let Some(known) = vm.host(object)?.traced {
        return Some(known);
    }
    let index = KINDS.iter().position(|&(known, _)| known == kind)?;
    let made = register(vm, index, object);
    if let Some(host) = vm.host_mut(object) {
        host.traced = Some(made);
    }
    Some(made)
}

/// A row of this kind with a label that is given.
pub(super) fn register_as(vm: &mut Vm, kind: &str, label: String) -> Option<ObjectId> {
    let &(kind, role) = KINDS.iter().find(|&&(known, _)| known == kind)?;
    Some(vm.trace_object(kind, label, role))
}

fn register(vm: &mut Vm, index: usize, owner: Value) -> ObjectId {
    let (kind, role) = KINDS[index];
    let count = match vm.roots.get(kind) {
        Some(Value::Int(count)) => count + 1,
        _ => 1,
    };
    vm.roots.insert(kind, Value::Int(count));
    let label = name_of(vm, owner).unwrap_or_else(|| format!("#{count}"));
    vm.trace_object(kind, label, role)
}

/// What the script calls an object: a variable of the running functions, a global, or an attribute of one of these.
fn name_of(vm: &Vm, owner: Value) -> Option<String> {
    let named = variables(vm);
    let direct = named.iter().find(|(_, value)| *value == owner);
    if let Some(&(name, _)) = direct {
        return Some(vm.symbol_name(name).to_string());
    }
    named.iter().find_map(|&(name, value)| {
        let Some(Object::Instance(instance)) = vm.object(value) else {
            return None;
        };
        let mut attributes = instance.attrs.iter();
        let (attribute, _) = attributes.find(|&(_, value)| value == owner)?;
        let of = vm.symbol_name(name);
        let of = match &*of {
            "self" => vm.type_name(value),
            _ => of,
        };
        Some(format!("{of}.{}", vm.symbol_name(attribute)))
    })
}

/// The script's globals, then the variables of the running thread's functions, innermost first.
fn variables(vm: &Vm) -> Vec<(Symbol, Value)> {
    let mut named = Vec::new();
    if let Some(&main) = vm.modules.get("__main__") {
        globals_of(vm, main, &mut named);
    }
    for frame in vm.frames.iter().rev() {
        let is_library = matches!(vm.heap.get(frame.module), Object::Module(m) if m.is_library);
        if is_library {
            continue;
        }
        let code = &frame.code.code;
        let locals = vm.stack.iter().skip(frame.base);
        named.extend(code.locals.iter().copied().zip(locals.copied()));
        for (&name, &cell) in code.cells.iter().zip(&frame.cells) {
            if let Object::Cell(value) = vm.heap.get(cell) {
                named.push((name, *value));
            }
        }
    }
    named
}

fn globals_of(vm: &Vm, module: Ref, named: &mut Vec<(Symbol, Value)>) {
    if let Object::Module(module) = vm.heap.get(module) {
        named.extend(module.order.iter().map(|&name| (name, module.get(name))));
    }
}

/// The class of rows.
pub(super) fn set_up(vm: &mut Vm) {
    let class = vm.new_host_class("_thread", "_row", &[]);
    vm.roots.insert("threading row", Value::Obj(class));
}
