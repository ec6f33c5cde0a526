//! What an event loop waits on: a bell that rings once for all who rang it. Knows neither callbacks nor timers.

use crate::threading::waiting::{OWN, Wait, leave, new_object, number, park, set_number, wake};
use interleave_kernel::Reply;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};
use interleave_trace::{ObjectId, ThreadId};

/// Whether somebody has rung since the last wait.
const RUNG: usize = OWN;
const CLASS: &str = "gevent bell";

/// The class of bells.
pub(super) fn set_up(vm: &mut Vm) {
    let class = vm.new_host_class("gevent._loop", "_bell", &[]);
    vm.roots.insert(CLASS, Value::Obj(class));
}

/// `_bell()`
pub(super) fn new_bell(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_bell")?;
    let class = vm.roots[CLASS].as_ref().expect("a class");
    Ok(Flow::Value(new_object(vm, class, Vec::new(), &[0])))
}

/// `_ring(bell)`: who waits goes on; else the next wait is none.
pub(super) fn ring(vm: &mut Vm, args: Args) -> NativeResult {
    let [bell] = args.exact(vm, "_ring")?;
    set_number(vm, bell, RUNG, 1);
    wake(vm, bell, 1)
}

/// `_wait(bell, until_ns)`: till it rings or the clock says `until_ns` (None: for ever).
pub(super) fn wait(vm: &mut Vm, args: Args) -> NativeResult {
    let [bell, until] = args.exact(vm, "_wait")?;
    if number(vm, bell, RUNG) == 1 {
        set_number(vm, bell, RUNG, 0);
        return Ok(Flow::Value(Value::None));
    }
    let deadline_ns = match until {
        Value::Int(ns) => Some(ns.max(0) as u64),
        _ => None,
    };
    if deadline_ns.is_some_and(|deadline| deadline <= vm.now_ns()) {
        return Ok(Flow::Value(Value::None));
    }
    let wait = Wait {
        deadline_ns,
        state: vec![bell],
        resume: told,
        on_wake: None,
        waits_for: nobody,
    };
    park(vm, wait)
}

fn told(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    set_number(vm, state[0], RUNG, 0);
    Ok(Flow::Value(Value::None))
}

fn nobody(_: &Vm, _: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    (None, None)
}

/// `_clock()`: virtual time, in ns.
pub(super) fn clock(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_clock")?;
    Ok(Flow::Value(Value::Int(vm.now_ns() as i64)))
}

/// `_spend(ns)`: what a native part of gevent does there, in CPU time.
pub(super) fn spend(vm: &mut Vm, args: Args) -> NativeResult {
    let [ns] = args.exact(vm, "_spend")?;
    if let Value::Int(ns) = ns {
        vm.spend(ns.max(0) as u64 * 1000);
    }
    Ok(Flow::Value(Value::None))
}
