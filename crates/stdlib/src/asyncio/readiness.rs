//! Waiting for descriptors: which of those that a loop watches may be read or written. Knows the world's channels, and of
//! the loop only how it waits. Source: CPython 3.11, Lib/selectors.py `EpollSelector.select`.
//!
//! A channel is told to wake the loop's queue for as long as the loop waits, and asked again when it goes on.

use super::event_loop::{self, Awaits};
use interleave_kernel::{OnWake, QueueId, Reply};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};
use interleave_python::world::{Channel, Target};
use interleave_trace::ThreadId;

/// `loop._wait_for_descriptors(readers, writers)`: the thread waits on the loop's queue until one of the descriptors is
/// ready, the first timer is due or somebody wakes it. Gives two lists: those to be read, those to be written.
pub(super) fn wait(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, readers, writers] = args.exact(vm, "_wait_for_descriptors")?;
    let state = vec![own, readers, writers];
    let is_ready = watched(vm, &state)
        .into_iter()
        .any(|(number, to_write)| is_ready(vm, number, to_write));
    let deadline_ns = match event_loop::before_waiting(vm, own) {
        _ if is_ready => return ready(vm, &state),
        Awaits::Nothing => return ready(vm, &state),
        Awaits::Until(deadline_ns) => deadline_ns,
    };
    let queue = event_loop::queue_of(vm, own);
    for (channel, _) in channels(vm, &state) {
        if let Some(owner) = vm.world.owner_of(channel) {
            owner.watch(channel, queue);
        }
    }
    event_loop::park_in(vm, state, deadline_ns, woken)
}

/// Whether a loop that waits has got something to do.
pub(super) fn has_work(vm: &mut Vm, _: ThreadId, state: &[Value]) -> OnWake {
    let watched = watched(vm, state);
    let found = event_loop::has_ready(vm, state[0])
        || watched
            .into_iter()
            .any(|(number, to_write)| is_ready(vm, number, to_write));
    match found {
        true => OnWake::Ready,
        false => OnWake::ParkAgain,
    }
}

fn woken(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    crate::threading::waiting::leave(vm, state[0]);
    let queue = event_loop::queue_of(vm, state[0]);
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
fn watched(vm: &Vm, state: &[Value]) -> Vec<(i64, bool)> {
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
fn channels(vm: &Vm, state: &[Value]) -> Vec<(Channel, bool)> {
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

fn is_ready(vm: &mut Vm, number: i64, to_write: bool) -> bool {
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
