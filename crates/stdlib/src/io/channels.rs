//! Reading, writing and waiting on the channels of the world (pipes, sockets …): a descriptor that leads to one goes
//! through here. What a channel is, the part of the world that owns it knows.

use super::descriptors::{Wanted, descriptor};
use super::{BYTES_PER_NS, TRANSFER_NS, number};
use interleave_kernel::{OnWake, Reply};
use interleave_python::disk::Errno;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Blocking, Flow, NativeResult, Raised, Vm};
use interleave_python::world::{Channel, Io, Target};
use interleave_trace::ThreadId;
use std::rc::Rc;

/// Takes what is wanted from a channel, waiting as long as it takes.
pub(super) fn read(vm: &mut Vm, own: Value, channel: Channel, wanted: Wanted) -> NativeResult {
    let (number, mut open) = descriptor(vm, own)?;
    let mut wakes = Vec::new();
    loop {
        if let Some(count) = wanted.of_ahead(&open.ahead) {
            return give(vm, number, count, wakes);
        }
        let count = wanted.to_fetch(open.ahead.len());
        let part = vm
            .world
            .owner_of(channel)
            .expect("an open channel has an owner");
        match part.read(channel, count, &mut wakes) {
            Ok(Io::Done(bytes)) if bytes.is_empty() => {
                let left = open.ahead.len();
                return give(vm, number, left, wakes);
            }
            Ok(Io::Done(bytes)) => {
                open.ahead.extend_from_slice(&bytes);
                keep(vm, number, open.ahead.clone());
            }
            Ok(Io::WouldBlock) if open.is_nonblocking && !open.ahead.is_empty() => {
                let left = open.ahead.len();
                return give(vm, number, left, wakes);
            }
            Ok(Io::WouldBlock) if open.is_nonblocking => {
                return Err(vm.os_error(Errno::EAGAIN, Value::Unbound));
            }
            Ok(Io::WouldBlock) => {
                let (kind, count, end) = match &wanted {
                    Wanted::Any(count) => (0, *count, "".into()),
                    Wanted::All(count) => (1, *count, "".into()),
                    Wanted::Line(end, count) => (2, *count, end.clone()),
                    Wanted::Characters(count) => (3, *count, "".into()),
                };
                let end: Rc<str> = end;
                let end = vm.heap.str(&end);
                let count = i64::try_from(count).unwrap_or(-1);
                let state = vec![own, Value::Int(kind), Value::Int(count), end];
                return wait(vm, channel, false, state, read_on);
            }
            Err(errno) => return Err(vm.os_error(errno, Value::Unbound)),
        }
    }
}

fn keep(vm: &mut Vm, number: i64, ahead: Vec<u8>) {
    if let Some(open) = vm.world.descriptor_mut(&vm.open_files, number) {
        open.ahead = ahead;
    }
}

/// Gives `count` of the bytes ahead out.
fn give(
    vm: &mut Vm,
    number: i64,
    count: usize,
    wakes: Vec<interleave_kernel::QueueId>,
) -> NativeResult {
    let open = vm.world.descriptor_mut(&vm.open_files, number);
    let taken: Vec<u8> = open.map_or(Vec::new(), |open| open.ahead.drain(..count).collect());
    let ns = TRANSFER_NS + count as u64 / BYTES_PER_NS;
    let taken = vm.heap.value(Object::Bytes(taken.into()));
    vm.wake_then(wakes, ns, taken)
}

fn read_on(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    let channel = left(vm, state[0], false)?;
    let count = usize::try_from(number(vm, state[2])).unwrap_or(usize::MAX);
    let wanted = match state[1] {
        Value::Int(0) => Wanted::Any(count),
        Value::Int(1) => Wanted::All(count),
        Value::Int(2) => Wanted::Line(vm.text(state[3]).unwrap_or_default(), count),
        _ => Wanted::Characters(count),
    };
    read(vm, state[0], channel, wanted)
}

/// Adds `data` from `done` on to a channel, waiting until all of it has gone: how many bytes that are.
pub(super) fn write(
    vm: &mut Vm,
    own: Value,
    channel: Channel,
    data: Rc<[u8]>,
    done: usize,
) -> NativeResult {
    let (_, open) = descriptor(vm, own)?;
    let mut wakes = Vec::new();
    let part = vm
        .world
        .owner_of(channel)
        .expect("an open channel has an owner");
    let count = match part.write(channel, &data[done..], &mut wakes) {
        Ok(Io::Done(count)) => count,
        Ok(Io::WouldBlock) if open.is_nonblocking && done == 0 => {
            return Err(vm.os_error(Errno::EAGAIN, Value::Unbound));
        }
        Ok(Io::WouldBlock) => 0,
        Err(errno) => return Err(vm.os_error(errno, Value::Unbound)),
    };
    let ns = TRANSFER_NS + count as u64 / BYTES_PER_NS;
    let done = done + count;
    if done == data.len() || open.is_nonblocking {
        return vm.wake_then(wakes, ns, Value::Int(done as i64));
    }
    let data = vm.heap.value(Object::Bytes(data));
    let state = vec![own, data, Value::Int(done as i64)];
    if wakes.is_empty() {
        return wait(vm, channel, true, state, write_on);
    }
    // Who reads is woken first: the rest has room once it has read.
    let rest = vm.heap.tuple(&state);
    let flow = vm.wake_then(wakes, ns, rest)?;
    Ok(match flow {
        Flow::Block(mut blocking) => {
            blocking.resume = chained;
            Flow::Block(blocking)
        }
        flow => flow,
    })
}

/// After the wakes of a write that is not through: the rest.
fn chained(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    let flow = vm.wake_on(state, reply)?;
    match flow {
        Flow::Block(mut blocking) => {
            blocking.resume = chained;
            Ok(Flow::Block(blocking))
        }
        Flow::Value(rest) => {
            let state: Vec<Value> = match vm.object(rest) {
                Some(Object::Tuple(items)) => items.to_vec(),
                _ => unreachable!("a write under way keeps its state"),
            };
            let (_, open) = descriptor(vm, state[0])?;
            let Target::Channel(channel) = open.target else {
                return Err(vm.os_error(Errno::EBADF, Value::Unbound));
            };
            let (data, done) = rest_of(vm, &state);
            write(vm, state[0], channel, data, done)
        }
        flow => Ok(flow),
    }
}

fn write_on(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    let channel = left(vm, state[0], true)?;
    let (data, done) = rest_of(vm, state);
    write(vm, state[0], channel, data, done)
}

/// The data of a write under way, and how many bytes of it have gone.
fn rest_of(vm: &Vm, state: &[Value]) -> (Rc<[u8]>, usize) {
    let data = match vm.object(state[1]) {
        Some(Object::Bytes(data)) => data.clone(),
        _ => Rc::default(),
    };
    (data, number(vm, state[2]) as usize)
}

/// Parks the running thread until the channel may be read or written; the descriptor is the state's first.
fn wait(
    vm: &mut Vm,
    channel: Channel,
    to_write: bool,
    state: Vec<Value>,
    resume: interleave_python::vm::ResumeFn,
) -> NativeResult {
    let part = vm
        .world
        .owner_of(channel)
        .expect("an open channel has an owner");
    let op = part.park(channel, to_write, None);
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state,
        resume,
        on_wake: Some(if to_write { may_write } else { may_read }),
        waits_for: None,
    })))
}

/// A thread that waited goes on: its channel, if the descriptor still leads to one.
fn left(vm: &mut Vm, own: Value, to_write: bool) -> Result<Channel, Raised> {
    let (_, open) = descriptor(vm, own)?;
    let Target::Channel(channel) = open.target else {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    };
    if let Some(part) = vm.world.owner_of(channel) {
        part.leave(channel, to_write);
    }
    Ok(channel)
}

fn may_read(vm: &mut Vm, _: ThreadId, state: &[Value]) -> OnWake {
    decide(vm, state[0], false)
}

fn may_write(vm: &mut Vm, _: ThreadId, state: &[Value]) -> OnWake {
    decide(vm, state[0], true)
}

fn decide(vm: &mut Vm, own: Value, to_write: bool) -> OnWake {
    let number = number(vm, own);
    let open = vm.world.descriptor(&vm.open_files, number);
    let Some(Target::Channel(channel)) = open.map(|open| open.target) else {
        return OnWake::Ready;
    };
    let part = vm.world.owner_of(channel);
    let is_ready = part.is_none_or(|part| match to_write {
        true => part.can_write(channel),
        false => part.can_read(channel),
    });
    match is_ready {
        true => OnWake::Ready,
        false => OnWake::ParkAgain,
    }
}

/// `ready(descriptor, to_write)`: whether a read (or a write) would not have to wait.
pub(super) fn ready(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, to_write] = args.exact(vm, "ready")?;
    let (_, open) = descriptor(vm, own)?;
    let is_ready = match open.target {
        Target::Channel(_) if to_write != Value::Bool(true) && !open.ahead.is_empty() => true,
        Target::Channel(_) => decide(vm, own, to_write == Value::Bool(true)) == OnWake::Ready,
        _ => true,
    };
    Ok(Flow::Value(Value::Bool(is_ready)))
}
