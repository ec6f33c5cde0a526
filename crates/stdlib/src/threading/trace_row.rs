//! Rows of the trace's table of objects: made at an object's first use, labelled as the script calls it.

use super::waiting::new_object;
use interleave_python::code::Symbol;
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Note, Vm};
use interleave_trace::{ObjectId, Role};

/// The roles as the library's Python source writes them.
const ROLES: [(&str, Role); 7] = [
    ("mutex", Role::Mutex),
    ("counter", Role::Counter),
    ("channel", Role::Channel),
    ("signal", Role::Signal),
    ("barrier", Role::Barrier),
    ("future", Role::Future),
    ("thread", Role::Thread),
];

/// `_row(kind, owner)`: a row that does not exist until it is needed. A kind is the primitive's role
/// and its own name: `"signal threading.Event"`.
pub(super) fn row(vm: &mut Vm, args: Args) -> NativeResult {
    let [kind, owner] = args.exact(vm, "_row")?;
    let class = vm.roots["threading row"].as_ref().expect("a class");
    Ok(Flow::Value(new_object(vm, class, vec![owner, kind], &[])))
}

fn role_and_name(kind: &str) -> (Role, &str) {
    let (role, name) = kind.split_once(' ').unwrap_or(("", kind));
    let known = ROLES.iter().find(|(word, _)| *word == role);
    let (_, role) = known.expect("the library states the role of each of its kinds");
    (*role, name)
}

/// `_event(row, verb, value)`
pub(super) fn event(vm: &mut Vm, args: Args) -> NativeResult {
    let [row, verb, value] = args.exact(vm, "_event")?;
    let verb = vm.text(verb).unwrap_or_default().to_string();
    let value = match value {
        Value::Int(value) => value,
        _ => 0,
    };
    if let Some(object) = traced(vm, row) {
        vm.note(Note::Event {
            object,
            verb: verb.into(),
            value,
        });
    }
    Ok(Flow::Value(Value::None))
}

/// `_poll(row)`: somebody looked and does not wait. Nothing is told of what has no row.
pub(super) fn poll(vm: &mut Vm, args: Args) -> NativeResult {
    let [row] = args.exact(vm, "_poll")?;
    if let Some(object) = traced(vm, row) {
        vm.note(Note::Poll { object, count: 1 });
    }
    Ok(Flow::Value(Value::None))
}

/// The row's number in the trace, made now if it is not there yet. None for what is not a row.
pub(crate) fn traced(vm: &mut Vm, row: Value) -> Option<ObjectId> {
    let host = vm.host(row)?;
    if let Some(object) = host.traced {
        return Some(object);
    }
    let [owner, kind] = *host.values.as_slice() else {
        return None;
    };
    let kind = vm.text(kind)?.to_string();
    let (role, kind) = role_and_name(&kind);
    let label = name_of(vm, owner);
    let made = vm.trace_object(kind.into(), label, role);
    if let Some(host) = vm.host_mut(row) {
        host.traced = Some(made);
    }
    Some(made)
}

/// The same for an object that is its own row.
pub(crate) fn traced_self(
    vm: &mut Vm,
    object: Value,
    kind: &'static str,
    role: Role,
) -> Option<ObjectId> {
    if let Some(known) = vm.host(object)?.traced {
        return Some(known);
    }
    let label = name_of(vm, object);
    let made = vm.trace_object(kind.into(), label, role);
    if let Some(host) = vm.host_mut(object) {
        host.traced = Some(made);
    }
    Some(made)
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
