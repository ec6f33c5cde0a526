//! Waiting until one of several descriptors may be read. What a channel is, the part of the world that owns it knows.

use crate::threading::waiting::{deadline_ns, seconds};
use interleave_kernel::{OnWake, Op, QueueId, Reply};
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Blocking, Flow, NativeResult, Raised, Vm};
use interleave_python::world::{Channel, Target, WorldPart};
use interleave_trace::ThreadId;

/// The part's name.
const PART: &str = "readiness";
/// A poll, in ns: a selector is made, filled and asked. Source: 8 to 15 µs for `connection.wait` on CPython 3.11. Longer than
/// it takes to wake somebody, so that a thread that polls again and again lets others have the GIL.
const POLL_NS: u64 = 12_000;

/// Queues of the world that nobody waits in at present.
#[derive(Clone, Debug, Default)]
struct Free {
    queues: Vec<QueueId>,
}

impl WorldPart for Free {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }

    fn park(&mut self, _: Channel, _: bool, _: Option<u64>) -> Op {
        unreachable!("it has no channels")
    }

    fn leave(&mut self, _: Channel, _: bool) {}
}

fn channel_of(vm: &Vm, number: Value) -> Option<Channel> {
    let Value::Int(number) = number else {
        return None;
    };
    match vm.world.descriptor(&vm.open_files, number)?.target {
        Target::Channel(channel) => Some(channel),
        _ => None,
    }
}

fn is_ready(vm: &mut Vm, number: Value) -> bool {
    let Some(channel) = channel_of(vm, number) else {
        return true;
    };
    let owner = vm.world.owner_of(channel);
    owner.is_none_or(|part| part.can_read(channel))
}

fn ready_of(vm: &mut Vm, numbers: Value) -> Result<Vec<Value>, Raised> {
    let mut ready = vm.items_of(numbers)?.unwrap_or_default();
    ready.retain(|&number| is_ready(vm, number));
    Ok(ready)
}

fn watch(vm: &mut Vm, numbers: Value, queue: QueueId, on: bool) -> Result<(), Raised> {
    for number in vm.items_of(numbers)?.unwrap_or_default() {
        let Some(channel) = channel_of(vm, number) else {
            continue;
        };
        let Some(part) = vm.world.owner_of(channel) else {
            continue;
        };
        match on {
            true => part.watch(channel, queue),
            false => part.unwatch(channel, queue),
        }
    }
    Ok(())
}

/// `_wait_readable(descriptors, timeout)`: those that may be read, as soon as there are some or the time is over.
pub(super) fn wait_readable(vm: &mut Vm, args: Args) -> NativeResult {
    let [numbers, timeout] = args.exact(vm, "_wait_readable")?;
    let ready = ready_of(vm, numbers)?;
    let timeout_s = match timeout {
        Value::None => f64::INFINITY,
        timeout => seconds(vm, timeout)?,
    };
    if !ready.is_empty() || timeout_s <= 0.0 {
        let ready = vm.heap.list(ready);
        return vm.wake_then(Vec::new(), POLL_NS, ready);
    }
    let deadline_ns = timeout_s.is_finite().then(|| deadline_ns(vm, timeout_s));
    let free = vm.world.part::<Free>(PART).queues.pop();
    let queue = free.unwrap_or_else(|| vm.world.new_queue());
    watch(vm, numbers, queue, true)?;
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Park {
            queue,
            deadline_ns,
            generation: 0,
            object: None,
            holder: None,
        },
        state: vec![numbers, Value::Int(i64::from(queue.0))],
        resume: told,
        on_wake: Some(decide),
        waits_for: None,
    })))
}

fn decide(vm: &mut Vm, _: ThreadId, state: &[Value]) -> OnWake {
    match ready_of(vm, state[0]) {
        Ok(ready) if ready.is_empty() => OnWake::ParkAgain,
        _ => OnWake::Ready,
    }
}

fn told(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    if let Value::Int(queue) = state[1] {
        let queue = QueueId(queue as u32);
        watch(vm, state[0], queue, false)?;
        vm.world.part::<Free>(PART).queues.push(queue);
    }
    let ready = ready_of(vm, state[0])?;
    vm.spend(POLL_NS * 1000);
    Ok(Flow::Value(vm.heap.list(ready)))
}
