//! `Handle` and `TimerHandle`: a call that the loop is to make, soon or at a time. Knows no task.

use super::event_loop;
use super::future::{number, set_number, set_value, value};
use crate::host_class::{add_property, class_given, constructible, derive, new_host};
use interleave_python::heap::{HostValues, Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeFn, NativeResult, Vm};

/// The root of the class.
pub(super) const CLASS: &str = "asyncio Handle";
const TIMER: &str = "asyncio TimerHandle";

/// Values of a handle: its loop, what it calls and in which context, then the arguments of the call.
const LOOP: usize = 0;
pub(super) const CALLBACK: usize = 1;
pub(super) const CONTEXT: usize = 2;
const ARGUMENTS: usize = 3;

/// Numbers of a handle: whether it is cancelled, whether it is among the loop's timers, and a timer's time in seconds as
/// a float's bits.
pub(super) const CANCELLED: usize = 0;
pub(super) const SCHEDULED: usize = 1;
const WHEN: usize = 2;

/// The classes.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let methods: &[(&'static str, NativeFn)] = &[
        ("cancel", cancel),
        ("cancelled", |vm, args| {
            let [own] = args.exact(vm, "cancelled")?;
            Ok(Flow::Value(Value::Bool(is_cancelled(vm, own))))
        }),
        ("get_context", |vm, args| {
            let [own] = args.exact(vm, "get_context")?;
            let context = value(vm, own, CONTEXT);
            let context = crate::contextvars::whole(vm, context);
            set_value(vm, own, CONTEXT, context);
            Ok(Flow::Value(context))
        }),
        ("__repr__", |vm, args| {
            let [own] = args.exact(vm, "__repr__")?;
            let repr = vm.roots[event_loop::REPR];
            Ok(Flow::Call(Box::new((repr, Args::of(&[own])))))
        }),
    ];
    let class = constructible(vm, ("asyncio.events", module), "Handle", new, methods);
    vm.roots.insert(CLASS, Value::Obj(class));
    let properties: [(&'static str, NativeFn); 4] = [
        ("_callback", |vm, args| {
            Ok(Flow::Value(value(vm, args.positional[0], CALLBACK)))
        }),
        ("_args", |vm, args| {
            let own = args.positional[0];
            // What a cancelled handle would have called is forgotten.
            if is_cancelled(vm, own) {
                return Ok(Flow::Value(Value::None));
            }
            let arguments = arguments_of(vm, own).positional;
            Ok(Flow::Value(vm.heap.tuple(&arguments)))
        }),
        ("_loop", |vm, args| {
            Ok(Flow::Value(value(vm, args.positional[0], LOOP)))
        }),
        ("_cancelled", |vm, args| {
            let cancelled = is_cancelled(vm, args.positional[0]);
            Ok(Flow::Value(Value::Bool(cancelled)))
        }),
    ];
    for (name, getter) in properties {
        add_property(vm, class, name, getter);
    }
    let methods: &[(&'static str, NativeFn)] = &[("when", |vm, args| {
        let [own] = args.exact(vm, "when")?;
        Ok(Flow::Value(Value::Float(when_s(vm, own))))
    })];
    let timer = constructible(vm, ("asyncio.events", module), "TimerHandle", new, methods);
    derive(vm, timer, class);
    vm.roots.insert(TIMER, Value::Obj(timer));
    add_property(vm, timer, "_when", |vm, args| {
        Ok(Flow::Value(Value::Float(when_s(vm, args.positional[0]))))
    });
}

/// A handle is made by its loop; a script's own one is too.
fn new(vm: &mut Vm, args: Args) -> NativeResult {
    class_given(vm, &args, CLASS)?;
    Err(vm.not_supported("a Handle that a script makes itself; `loop.call_soon` makes them"))
}

/// The time of a timer, in seconds of the loop's clock.
pub(super) fn when_s(vm: &Vm, timer: Value) -> f64 {
    f64::from_bits(number(vm, timer, WHEN) as u64)
}

pub(super) fn is_cancelled(vm: &Vm, handle: Value) -> bool {
    number(vm, handle, CANCELLED) != 0
}

/// A handle; a timer where `when_s` is given.
pub(super) fn make(
    vm: &mut Vm,
    event_loop: Value,
    callback: Value,
    arguments: &[Value],
    context: Value,
    when_s: Option<f64>,
) -> Value {
    let is_native = |value: Value| matches!(vm.object(value), Some(Object::Native(_)));
    // What is native never asks for its context.
    let needs_none = match vm.object(callback) {
        Some(Object::BoundMethod { function, .. }) => is_native(*function),
        _ => is_native(callback),
    };
    let context = match context {
        Value::None if !needs_none => crate::contextvars::copy(vm),
        context => context,
    };
    let mut values: HostValues = [event_loop, callback, context][..].into();
    values.extend_from_slice(arguments);
    let class = if when_s.is_some() { TIMER } else { CLASS };
    let class = vm.roots[class].as_ref().expect("a class");
    let when = when_s.unwrap_or_default().to_bits() as i64;
    let scheduled = i64::from(when_s.is_some());
    vm.heap.grew(128 + arguments.len() as u64 * 16);
    new_host(vm, class, values, &[0, scheduled, when][..])
}

/// The arguments of its call.
pub(super) fn arguments_of(vm: &Vm, handle: Value) -> Args {
    let host = vm.host(handle);
    host.map_or_else(Args::default, |host| Args::of(&host.values[ARGUMENTS..]))
}

fn cancel(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "cancel")?;
    if !is_cancelled(vm, own) {
        set_number(vm, own, CANCELLED, 1);
        if number(vm, own, SCHEDULED) != 0 {
            let event_loop = value(vm, own, LOOP);
            event_loop::timer_cancelled(vm, event_loop);
        }
        set_value(vm, own, CALLBACK, Value::None);
        if let Some(host) = vm.host_mut(own) {
            host.values.truncate(ARGUMENTS);
        }
    }
    Ok(Flow::Value(Value::None))
}
