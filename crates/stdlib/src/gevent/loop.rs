//! What an event loop waits on: a bell that rings once for all who rang it. Knows neither callbacks nor timers.

use crate::asyncio::readiness::{channels, is_ready, watched};
use crate::threading::waiting::{OWN, Wait, leave, new_object, number, park, set_number, wake};
use interleave_kernel::{OnWake, QueueId, Reply};
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
    let bell = new_object(vm, class, Vec::new(), &[0]);
    // Other processes ring, too: by what they write to a pipe.
    let queue = vm.world.new_queue();
    set_number(vm, bell, 0, i64::from(queue.0));
    Ok(Flow::Value(bell))
}

/// `_ring(bell)`: who waits goes on; else the next wait is none.
pub(super) fn ring(vm: &mut Vm, args: Args) -> NativeResult {
    let [bell] = args.exact(vm, "_ring")?;
    set_number(vm, bell, RUNG, 1);
    wake(vm, bell, u32::MAX)
}

/// `_wait(bell, until_ns, readers, writers)`: till it rings, the clock says `until_ns` (None: for ever), or one of the
/// descriptors is ready. Gives two lists: those to be read, those to be written.
pub(super) fn wait(vm: &mut Vm, args: Args) -> NativeResult {
    let [bell, until, readers, writers] = args.exact(vm, "_wait")?;
    let state = vec![bell, readers, writers];
    let deadline_ns = match until {
        Value::Int(ns) => Some(ns.max(0) as u64),
        _ => None,
    };
    let is_over = deadline_ns.is_some_and(|deadline| deadline <= vm.now_ns());
    if is_over || has_work(vm, &state) {
        return ready(vm, &state);
    }
    let queue = QueueId(number(vm, bell, 0) as u32);
    for (channel, _) in channels(vm, &state) {
        if let Some(owner) = vm.world.owner_of(channel) {
            owner.watch(channel, queue);
        }
    }
    let wait = Wait {
        deadline_ns,
        state,
        resume: told,
        on_wake: Some(|vm, _, state| match has_work(vm, state) {
            true => OnWake::Ready,
            false => OnWake::ParkAgain,
        }),
        waits_for: nobody,
    };
    park(vm, wait)
}

fn has_work(vm: &mut Vm, state: &[Value]) -> bool {
    let mut watched = watched(vm, state).into_iter();
    number(vm, state[0], RUNG) == 1
        || watched.any(|(number, to_write)| is_ready(vm, number, to_write))
}

fn told(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    let queue = QueueId(number(vm, state[0], 0) as u32);
    for (channel, _) in channels(vm, state) {
        if let Some(owner) = vm.world.owner_of(channel) {
            owner.unwatch(channel, queue);
        }
    }
    ready(vm, state)
}

/// `_ready(readers, writers)`: which of the descriptors are ready now, as `_wait` gives it.
pub(super) fn ready_now(vm: &mut Vm, args: Args) -> NativeResult {
    let [readers, writers] = args.exact(vm, "_ready")?;
    ready(vm, &[Value::None, readers, writers])
}

fn ready(vm: &mut Vm, state: &[Value]) -> NativeResult {
    set_number(vm, state[0], RUNG, 0);
    let mut lists = [Vec::new(), Vec::new()];
    for (number, to_write) in watched(vm, state) {
        if is_ready(vm, number, to_write) {
            lists[usize::from(to_write)].push(Value::Int(number));
        }
    }
    let lists = lists.map(|list| vm.heap.list(list));
    Ok(Flow::Value(vm.heap.tuple(&lists)))
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
