//! `signal`: handlers that run in the main thread. What interrupts it is one wait queue: `time.sleep` and `pause` of the main
//! thread wait there once a handler is set; anything else is interrupted when it goes on by itself.

use crate::threading::waiting::{Wait, leave, new_object, park, wake};
use interleave_kernel::Reply;
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{
    Args, Flow, ModuleDef, NativeResult, PENDING_CALL, Raised, Support, Then, Vm,
};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "signal",
    functions: &[
        ("_is_main", is_main),
        ("_runs_handlers", runs_handlers),
        ("_pend", pend),
        ("pause", pause),
    ],
    set_up: Some(set_up),
    source: Some(include_str!("signals.py")),
    shown_as: "/usr/lib/python3.11/signal.py",
    support: Support {
        there: "the signals' names, `signal`, `getsignal`, `raise_signal`, `alarm`, `setitimer`, `getitimer`, `pause`, `strsignal`, `default_int_handler`",
        partial: &[(
            "delivery",
            "the main thread's `time.sleep` and `pause` are interrupted at once, a wait for a lock when it ends",
        )],
        refused: &[(
            "`sigwait`, `pthread_sigmask` and the like",
            "there is one queue of signals",
        )],
    },
}];

/// Where the main thread waits to be interrupted.
const QUEUE: &str = "signal queue";
/// The function that runs the handlers that are due.
const HANDLERS: &str = "signal handlers";

fn set_up(vm: &mut Vm, _module: Ref) {
    let class = vm.new_host_class("_signal", "_queue", &[]);
    let queue = new_object(vm, class, Vec::new(), &[]);
    vm.roots.insert(QUEUE, queue);
}

fn is_main(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_is_main")?;
    Ok(Flow::Value(Value::Bool(vm.current == 0)))
}

/// `_runs_handlers(function)`: from now on `function` is called in the main thread when signals are due.
fn runs_handlers(vm: &mut Vm, args: Args) -> NativeResult {
    let [function] = args.exact(vm, "_runs_handlers")?;
    vm.roots.insert(HANDLERS, function);
    Ok(Flow::Value(Value::None))
}

/// `_pend()`: signals are due: the main thread is interrupted.
fn pend(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_pend")?;
    if let Some(&handlers) = vm.roots.get(HANDLERS) {
        vm.roots.insert(PENDING_CALL, handlers);
    }
    let queue = vm.roots[QUEUE];
    wake(vm, queue, u32::MAX)
}

/// `pause()`: until a signal was handled.
fn pause(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "pause")?;
    wait(vm, None)
}

/// Sleeps `ns` virtual nanoseconds and runs the handlers of signals in between; `None`: this thread can't be interrupted.
pub(crate) fn interruptible_sleep(vm: &mut Vm, ns: u64) -> Option<NativeResult> {
    if vm.current != 0 || !vm.roots.contains_key(HANDLERS) {
        return None;
    }
    let deadline_ns = vm.now_ns().saturating_add(ns);
    Some(wait(vm, Some(deadline_ns)))
}

fn wait(vm: &mut Vm, deadline_ns: Option<u64>) -> NativeResult {
    let deadline = deadline_ns.map_or(Value::None, |ns| Value::Int(ns as i64));
    let queue = vm.roots[QUEUE];
    park(
        vm,
        Wait {
            deadline_ns,
            state: vec![queue, deadline],
            resume: interrupted,
            on_wake: None,
            waits_for: |_, _| (None, None),
        },
    )
}

fn interrupted(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    if reply == Reply::TimedOut {
        return Ok(Flow::Value(Value::None));
    }
    let Some(handlers) = vm.roots.remove(PENDING_CALL) else {
        return go_on(vm, state[1]);
    };
    let then = Then::new(|vm, then, _| go_on(vm, then.state[0]), vec![state[1]]);
    Ok(Flow::CallThen(Box::new((handlers, Args::default(), then))))
}

fn go_on(vm: &mut Vm, deadline: Value) -> NativeResult {
    match deadline {
        Value::Int(ns) if (ns as u64) > vm.now_ns() => wait(vm, Some(ns as u64)),
        _ => Ok(Flow::Value(Value::None)),
    }
}
