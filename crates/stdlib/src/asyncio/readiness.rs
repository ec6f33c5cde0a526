//! Waiting for something to do: for the first timer, for whoever wakes the loop, and for the descriptors that it watches.
//! Knows the world's channels, and no task. Source: CPython 3.11, Lib/selectors.py `EpollSelector.select`.
//!
//! A channel is told to wake the loop's queue for as long as the loop waits, and asked again when it goes on.

use super::event_loop::{ROW, STOPPING, TIMERS, drop_cancelled_timers, now_s, ready_count};
use super::future::{number, value};
use super::timers;
use crate::threading::waiting::{Wait, leave, park};
use interleave_kernel::{OnWake, QueueId, Reply};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, ResumeFn, Vm};
use interleave_python::world::{Channel, Target};
use interleave_trace::{ObjectId, ThreadId};

/// `select` waits a day at most, in seconds.
const MAXIMUM_SELECT_S: f64 = 86_400.0;
/// Costs in ps. Source: costs, a switch by `sleep(0)`, `asyncio.to_thread` (a byte is read where another thread has woken it).
const SELECT_PS: u64 = 950_000;
const WOKEN_PS: u64 = 6_000_000;

/// How long epoll waits for a timer that is due in `wait_s`: whole milliseconds, rounded up as CPython does it, in ns.
fn epoll_ns(wait_s: f64) -> u64 {
    let asked_s = (wait_s * 1e3).ceil() * 1e-3;
    let asked_ns = (asked_s * 1e9).ceil() as u64;
    asked_ns.div_ceil(1_000_000) * 1_000_000
}

/// Until when a loop waits.
enum Awaits {
    /// It has something to do at once.
    Nothing,
    /// It waits until then, in virtual ns; without an end where there is no timer.
    Until(Option<u64>),
}

/// What a pass does before it waits.
fn before_waiting(vm: &mut Vm, own: Value) -> Awaits {
    drop_cancelled_timers(vm, own);
    vm.spend(SELECT_PS);
    if has_ready(vm, own) {
        return Awaits::Nothing;
    }
    let heap = value(vm, own, TIMERS);
    let Some((when_s, _)) = timers::first(vm, heap) else {
        return Awaits::Until(None);
    };
    let wait_s = (when_s - now_s(vm)).clamp(0.0, MAXIMUM_SELECT_S);
    match epoll_ns(wait_s) {
        0 => Awaits::Nothing,
        wait_ns => Awaits::Until(Some(vm.now_ns().saturating_add(wait_ns))),
    }
}

/// Whether a pass has something to do.
fn has_ready(vm: &Vm, own: Value) -> bool {
    ready_count(vm, own) > 0 || number(vm, own, STOPPING) != 0
}

/// The kernel's queue that wakes a loop.
fn queue_of(vm: &Vm, own: Value) -> QueueId {
    QueueId(number(vm, own, 0) as u32)
}

/// `loop._wait_for_work()`: the thread waits on the loop's queue until the first timer is due or somebody wakes it.
pub(super) fn wait_for_work(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_wait_for_work")?;
    match before_waiting(vm, own) {
        Awaits::Nothing => Ok(Flow::Value(Value::None)),
        Awaits::Until(deadline_ns) => park_in(vm, vec![own], deadline_ns, woken),
    }
}

/// Parks the running thread in the queue of the loop that `state` begins with. What the world has may wake that queue
/// without the loop's counting it, so every wake-up is looked at.
fn park_in(
    vm: &mut Vm,
    state: Vec<Value>,
    deadline_ns: Option<u64>,
    resume: ResumeFn,
) -> NativeResult {
    let wait = Wait {
        deadline_ns,
        state,
        resume,
        on_wake: Some(has_work),
        waits_for: waits_for_row,
    };
    park(vm, wait)
}

fn woken(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    if reply == Reply::Woken {
        vm.spend(WOKEN_PS);
    }
    Ok(Flow::Value(Value::None))
}

fn waits_for_row(vm: &Vm, state: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    let row = number(vm, state[0], ROW);
    ((row > 0).then(|| ObjectId(row as u32 - 1)), None)
}

/// `loop._wait_for_descriptors(readers, writers)`: the thread waits on the loop's queue until one of the descriptors is
/// ready, the first timer is due or somebody wakes it. Gives two lists: those to be read, those to be written.
pub(super) fn wait_for_descriptors(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, readers, writers] = args.exact(vm, "_wait_for_descriptors")?;
    let state = vec![own, readers, writers];
    let is_ready = watched(vm, &state)
        .into_iter()
        .any(|(number, to_write)| is_ready(vm, number, to_write));
    let deadline_ns = match before_waiting(vm, own) {
        _ if is_ready => return ready(vm, &state),
        Awaits::Nothing => return ready(vm, &state),
        Awaits::Until(deadline_ns) => deadline_ns,
    };
    let queue = queue_of(vm, own);
    for (channel, _) in channels(vm, &state) {
        if let Some(owner) = vm.world.owner_of(channel) {
            owner.watch(channel, queue);
        }
    }
    park_in(vm, state, deadline_ns, woken_by_any)
}

/// Whether a loop that waits has got something to do.
fn has_work(vm: &mut Vm, _: ThreadId, state: &[Value]) -> OnWake {
    let watched = watched(vm, state);
    let found = has_ready(vm, state[0])
        || watched
            .into_iter()
            .any(|(number, to_write)| is_ready(vm, number, to_write));
    match found {
        true => OnWake::Ready,
        false => OnWake::ParkAgain,
    }
}

fn woken_by_any(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    let queue = queue_of(vm, state[0]);
    for (channel, _) in channels(vm, state) {
        if let Some(owner) = vm.world.owner_of(channel) {
            owner.unwatch(channel, queue);
        }
    }
    ready(vm, state)
}

fn ready(vm: &mut Vm, state: &[Value]) -> NativeResult {
    let mut lists = [Vec::new(), Vec::new()];
    for (number, to_write) in watched(vm, state) {
        if is_ready(vm, number, to_write) {
            lists[usize::from(to_write)].push(Value::Int(number));
        }
    }
    let lists = lists.map(|list| vm.heap.list(list));
    Ok(Flow::Value(vm.heap.tuple(&lists)))
}

/// The descriptors, and whether each is to be written.
pub(crate) fn watched(vm: &Vm, state: &[Value]) -> Vec<(i64, bool)> {
    let mut all = Vec::new();
    for (list, to_write) in state[1..].iter().zip([false, true]) {
        let Some(Object::List(numbers)) = vm.object(*list) else {
            continue;
        };
        all.extend(numbers.iter().filter_map(|number| match number {
            Value::Int(number) => Some((*number, to_write)),
            _ => None,
        }));
    }
    all
}

/// The channels among them.
pub(crate) fn channels(vm: &Vm, state: &[Value]) -> Vec<(Channel, bool)> {
    let to_channel = |(number, to_write)| match vm.world.descriptor(&vm.open_files, number)?.target
    {
        Target::Channel(channel) => Some((channel, to_write)),
        _ => None,
    };
    watched(vm, state)
        .into_iter()
        .filter_map(to_channel)
        .collect()
}

pub(crate) fn is_ready(vm: &mut Vm, number: i64, to_write: bool) -> bool {
    let Some(descriptor) = vm.world.descriptor(&vm.open_files, number) else {
        return false;
    };
    let Target::Channel(channel) = descriptor.target else {
        return true;
    };
    match vm.world.owner_of(channel) {
        Some(owner) if to_write => owner.can_write(channel),
        Some(owner) => owner.can_read(channel),
        None => false,
    }
}

/// The kernel's queue of a loop is the machine's: other processes wake it, too.
pub(super) fn new_queue(vm: &mut Vm) -> QueueId {
    vm.world.new_queue()
}
