//! Contexts: a dict that never changes, and which of them the running thread is in. Knows no variable.

use crate::host_class::{class_given, constructible, new_host};
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{
    Args, Came, Catch, Caught, Flow, Kept, NativeResult, Raised, Tried, Vm,
};

/// The root of the class that scripts see.
const CLASS: &str = "contextvars Context";
const EMPTY: &str = "contextvars empty";
const BASE: &str = "contextvars _Context";
/// Where a context keeps its dict (a value) and whether it is entered (a number).
const VALUES: usize = 0;
const ENTERED: usize = 0;

/// The class.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = constructible(
        vm,
        ("contextvars", module),
        "_Context",
        new,
        &[
            ("run", run),
            ("copy", |vm, args| {
                let [own] = args.exact(vm, "copy")?;
                Ok(Flow::Value(copy_of(vm, own)))
            }),
        ],
    );
    let getter = crate::host_class::native(
        vm,
        "_values",
        |vm, args| Ok(Flow::Value(values_of(vm, args.positional[0]))),
        true,
    );
    let setter = crate::host_class::native(
        vm,
        "_values",
        |vm, args| {
            let [own, values] = args.exact(vm, "_values")?;
            if let Some(host) = vm.host_mut(own) {
                host.values[VALUES] = values;
            }
            Ok(Flow::Value(Value::None))
        },
        true,
    );
    let property = interleave_python::heap::Property {
        getter,
        setter,
        deleter: Value::None,
        doc: Value::None,
    };
    let property = vm
        .heap
        .value(interleave_python::heap::Object::Property(Box::new(
            property,
        )));
    crate::host_class::set_class_value(vm, class, "_values", property);
    let empty = vm.heap.dict(Default::default());
    vm.roots.insert(EMPTY, empty);
    vm.roots.insert(BASE, Value::Obj(class));
    vm.roots.insert(CLASS, Value::Obj(class));
}

/// `_publish(Context)`: the class that scripts see.
pub(super) fn publish(vm: &mut Vm, args: Args) -> NativeResult {
    let [class] = args.exact(vm, "_publish")?;
    vm.roots.insert(CLASS, class);
    Ok(Flow::Value(Value::None))
}

fn make(vm: &mut Vm, class: Ref, values: Value) -> Value {
    new_host(vm, class, vec![values], vec![0])
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, BASE)?;
    let values = vm.heap.dict(Default::default());
    Ok(Flow::Value(make(vm, class, values)))
}

fn values_of(vm: &Vm, context: Value) -> Value {
    vm.host(context)
        .map_or(Value::None, |host| host.values[VALUES])
}

fn copy_of(vm: &mut Vm, context: Value) -> Value {
    let values = values_of(vm, context);
    let class = vm.roots[CLASS].as_ref().expect("a class");
    make(vm, class, values)
}

/// The running thread's context. A thread that has none yet, and a task that never asks for its own, have only what it
/// would hold: a dict, or nothing.
fn current(vm: &mut Vm) -> Value {
    let thread = vm.current;
    let context = whole(vm, vm.threads[thread].context);
    vm.threads[thread].context = context;
    context
}

/// A context, made now where there is only what it holds.
pub(crate) fn whole(vm: &mut Vm, context: Value) -> Value {
    if vm.host(context).is_some() {
        return context;
    }
    let class = vm.roots[CLASS].as_ref().expect("a class");
    let values = match context {
        Value::None => vm.roots[EMPTY],
        values => values,
    };
    make(vm, class, values)
}

/// A copy of the running thread's context: what it holds, of which [`whole`] makes a context.
pub(crate) fn copy(vm: &mut Vm) -> Value {
    match vm.threads[vm.current].context {
        Value::None => vm.roots[EMPTY],
        context if vm.host(context).is_some() => values_of(vm, context),
        values => values,
    }
}

/// `copy_context()`
pub(super) fn copy_context(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "copy_context")?;
    let context = current(vm);
    Ok(Flow::Value(copy_of(vm, context)))
}

/// `_here()`
pub(super) fn here(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_here")?;
    Ok(Flow::Value(current(vm)))
}

fn set_entered(vm: &mut Vm, context: Value, entered: bool) {
    if let Some(host) = vm.host_mut(context) {
        host.numbers[ENTERED] = i64::from(entered);
    }
}

/// `context.run(callable, *args, **kwargs)`
fn run(vm: &mut Vm, mut args: Args) -> NativeResult {
    if args.positional.len() < 2 {
        return Err(vm.type_error("run() missing 1 required positional argument"));
    }
    let own = args.positional.remove(0);
    let callable = args.positional.remove(0);
    let entered = vm.host(own).is_some_and(|host| host.numbers[ENTERED] != 0);
    if entered {
        let text = format!(
            "cannot enter context: {} is already entered",
            vm.repr_nested(own)?
        );
        return Err(vm.raise("RuntimeError", &text));
    }
    set_entered(vm, own, true);
    let thread = vm.current;
    let outer = std::mem::replace(&mut vm.threads[thread].context, own);
    let catch = Catch {
        function: left,
        state: [own, outer][..].into(),
    };
    Ok(Caught::flow(Tried::Call(callable, args), catch))
}

fn left(vm: &mut Vm, state: Kept, came: Came) -> NativeResult {
    set_entered(vm, state[0], false);
    let thread = vm.current;
    vm.threads[thread].context = state[1];
    match came {
        Came::Value(value) | Came::Ended(value) => Ok(Flow::Value(value)),
        Came::Raised(exception) => Err(Raised(exception)),
    }
}
