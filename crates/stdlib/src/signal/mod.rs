//! `signal`: handlers that run in the main thread, as its pending call; whatever it sleeps in or waits for goes on afterwards.

use crate::threading::waiting::{Wait, leave, new_object, park, wake};
use interleave_kernel::{OnWake, Op};
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{
    Args, Blocking, Flow, ModuleDef, NativeResult, PENDING_CALL, Support, Vm,
};
use interleave_trace::ThreadId;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "signal",
    functions: &[
        ("_is_main", is_main),
        ("_runs_handlers", runs_handlers),
        ("_pend", pend),
        ("_handled", handled),
        ("pause", pause),
    ],
    set_up: Some(set_up),
    source: Some(include_str!("signals.py")),
    shown_as: "/usr/lib/python3.11/signal.py",
    support: Support {
        there: "the signals' names, `signal`, `getsignal`, `raise_signal`, `alarm`, `setitimer`, `getitimer`, `pause`, `strsignal`, `default_int_handler`",
        partial: &[],
        refused: &[(
            "`sigwait`, `pthread_sigmask` and the like",
            "there is one queue of signals",
        )],
    },
}];

/// Where `pause` waits.
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
    Ok(Flow::Value(Value::Bool(vm.current == vm.main_thread)))
}

/// `_runs_handlers(function)`: from now on `function` is called in the main thread when signals are due.
fn runs_handlers(vm: &mut Vm, args: Args) -> NativeResult {
    let [function] = args.exact(vm, "_runs_handlers")?;
    vm.roots.insert(HANDLERS, function);
    Ok(Flow::Value(Value::None))
}

/// `_pend(interrupts)`: signals are due. They interrupt what the main thread is blocked in if they were sent to it.
fn pend(vm: &mut Vm, args: Args) -> NativeResult {
    let [interrupts] = args.exact(vm, "_pend")?;
    if let Some(&handlers) = vm.roots.get(HANDLERS) {
        vm.roots.insert(PENDING_CALL, handlers);
    }
    if interrupts != Value::Bool(true) {
        return Ok(Flow::Value(Value::None));
    }
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Interrupt {
            thread: ThreadId(vm.main_thread as u32),
        },
        state: Vec::new(),
        resume: |_, _, _| Ok(Flow::Value(Value::None)),
        on_wake: None,
        waits_for: None,
    })))
}

/// `_handled()`: a handler has run: the main thread's `pause` is over.
fn handled(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_handled")?;
    let queue = vm.roots[QUEUE];
    wake(vm, queue, u32::MAX)
}

/// `pause()`: until the main thread has handled a signal; in another thread for ever.
fn pause(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "pause")?;
    let queue = vm.roots[QUEUE];
    park(
        vm,
        Wait {
            deadline_ns: None,
            state: vec![queue],
            resume: |vm, state, _| {
                leave(vm, state[0]);
                Ok(Flow::Value(Value::None))
            },
            on_wake: Some(|vm, thread, _| match thread.index() == vm.main_thread {
                true => OnWake::Ready,
                false => OnWake::ParkAgain,
            }),
            waits_for: |_, _| (None, None),
        },
    )
}
