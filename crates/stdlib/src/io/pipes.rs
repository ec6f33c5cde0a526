//! Pipes, a part of the world: bytes on their way, and who may still read or write them. Source: Linux, pipe(7): 65,536
//! bytes of room; a write of up to 4,096 goes whole or waits.

use super::{OPEN_NS, after_syscall};
use interleave_kernel::{Op, QueueId};
use interleave_python::disk::Errno;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, NativeResult, Vm};
use interleave_python::world::{Channel, Descriptor, Io, Target, WaitQueue, WorldPart};
use interleave_trace::ObjectId;
use std::collections::VecDeque;

const CAPACITY_BYTES: usize = 65_536;
/// Source: Linux, PIPE_BUF.
const WHOLE_BYTES: usize = 4_096;
/// The part's name.
const PIPES: &str = "pipes";

#[derive(Clone, Debug)]
struct Pipe {
    bytes: VecDeque<u8>,
    is_read: bool,
    is_written: bool,
    readers: WaitQueue,
    writers: WaitQueue,
    /// Woken whenever an end may have become ready.
    watchers: Vec<(bool, QueueId)>,
    messages: Messages,
}

/// What the trace is told of the messages that a pipe carries, where whoever writes to it speaks of messages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Messages {
    /// The pipe's row.
    pub(crate) row: Option<ObjectId>,
    /// So many have been written and not been read.
    pub(crate) under_way: i64,
}

/// The messages of the pipe that a descriptor leads to.
pub(crate) fn messages_of(vm: &mut Vm, descriptor: Value) -> Option<&mut Messages> {
    let Value::Int(number) = descriptor else {
        return None;
    };
    match vm.world.descriptor(&vm.open_files, number)?.target {
        Target::Channel(channel) if channel.part == PIPES => {
            let pipes = vm.world.part::<Pipes>(PIPES);
            Some(&mut pipes.of_mut(channel).messages)
        }
        _ => None,
    }
}

/// The machine's pipes. Channel `2 n` is the reading end of pipe `n`, `2 n + 1` the writing end.
#[derive(Clone, Debug, Default)]
struct Pipes {
    pipes: Vec<Option<Pipe>>,
}

fn is_writing(channel: Channel) -> bool {
    channel.number % 2 == 1
}

impl Pipes {
    fn of(&self, channel: Channel) -> &Pipe {
        let pipe = self.pipes[channel.number as usize / 2].as_ref();
        pipe.expect("an open end has its pipe")
    }

    fn of_mut(&mut self, channel: Channel) -> &mut Pipe {
        let pipe = self.pipes[channel.number as usize / 2].as_mut();
        pipe.expect("an open end has its pipe")
    }
}

impl Pipe {
    fn room(&self) -> usize {
        CAPACITY_BYTES - self.bytes.len().min(CAPACITY_BYTES)
    }

    fn tell_watchers(&self, writing: bool, wakes: &mut Vec<QueueId>) {
        let told = self.watchers.iter().filter(|(end, _)| *end == writing);
        wakes.extend(told.map(|(_, queue)| *queue));
    }
}

impl WorldPart for Pipes {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }

    fn closed(&mut self, channel: Channel, wakes: &mut Vec<QueueId>) {
        let pipe = self.of_mut(channel);
        if is_writing(channel) {
            pipe.is_written = false;
            pipe.readers.wake(wakes);
        } else {
            pipe.is_read = false;
            pipe.writers.wake(wakes);
        }
        pipe.tell_watchers(!is_writing(channel), wakes);
        if !pipe.is_read && !pipe.is_written {
            self.pipes[channel.number as usize / 2] = None;
        }
    }

    fn read(
        &mut self,
        channel: Channel,
        count: usize,
        wakes: &mut Vec<QueueId>,
    ) -> Result<Io<Vec<u8>>, Errno> {
        let pipe = self.of_mut(channel);
        if pipe.bytes.is_empty() {
            return Ok(match pipe.is_written {
                true => Io::WouldBlock,
                false => Io::Done(Vec::new()),
            });
        }
        let count = count.min(pipe.bytes.len());
        let taken = pipe.bytes.drain(..count).collect();
        pipe.writers.wake(wakes);
        pipe.tell_watchers(true, wakes);
        Ok(Io::Done(taken))
    }

    fn write(
        &mut self,
        channel: Channel,
        data: &[u8],
        wakes: &mut Vec<QueueId>,
    ) -> Result<Io<usize>, Errno> {
        let pipe = self.of_mut(channel);
        if !pipe.is_read {
            return Err(Errno::EPIPE);
        }
        let room = pipe.room();
        let fits = data.len() <= room || data.len() > WHOLE_BYTES && room > 0;
        if !fits {
            return Ok(Io::WouldBlock);
        }
        let count = data.len().min(room);
        pipe.bytes.extend(&data[..count]);
        pipe.readers.wake(wakes);
        pipe.tell_watchers(false, wakes);
        Ok(Io::Done(count))
    }

    fn can_read(&self, channel: Channel) -> bool {
        let pipe = self.of(channel);
        match is_writing(channel) {
            // Of a writing end, that nobody reads any more is what can be read.
            true => !pipe.is_read,
            false => !pipe.bytes.is_empty() || !pipe.is_written,
        }
    }

    fn can_write(&self, channel: Channel) -> bool {
        let pipe = self.of(channel);
        pipe.room() >= WHOLE_BYTES || !pipe.is_read
    }

    fn park(&mut self, channel: Channel, to_write: bool, deadline_ns: Option<u64>) -> Op {
        let pipe = self.of_mut(channel);
        let queue = match to_write {
            true => &mut pipe.writers,
            false => &mut pipe.readers,
        };
        queue.park(deadline_ns, None, None)
    }

    fn leave(&mut self, channel: Channel, to_write: bool) {
        let pipe = self.of_mut(channel);
        match to_write {
            true => pipe.writers.leave(),
            false => pipe.readers.leave(),
        }
    }

    fn watch(&mut self, channel: Channel, queue: QueueId) {
        let end = is_writing(channel);
        self.of_mut(channel).watchers.push((end, queue));
    }

    fn unwatch(&mut self, channel: Channel, queue: QueueId) {
        let watcher = (is_writing(channel), queue);
        let watchers = &mut self.of_mut(channel).watchers;
        if let Some(index) = watchers.iter().position(|&known| known == watcher) {
            watchers.remove(index);
        }
    }
}

/// `pipe()`: the descriptors of its two ends.
pub(super) fn pipe(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "pipe")?;
    let pipe = Pipe {
        bytes: VecDeque::new(),
        is_read: true,
        is_written: true,
        readers: vm.world.new_wait_queue(),
        writers: vm.world.new_wait_queue(),
        watchers: Vec::new(),
        messages: Messages::default(),
    };
    let pipes = &mut vm.world.part::<Pipes>(PIPES).pipes;
    let free = pipes.iter().position(Option::is_none);
    let index = free.unwrap_or_else(|| {
        pipes.push(None);
        pipes.len() - 1
    });
    pipes[index] = Some(pipe);
    let ends = [(0, true), (1, false)].map(|(end, readable)| {
        let number = 2 * index as u32 + end;
        let target = Target::Channel(Channel {
            part: PIPES,
            number,
        });
        let descriptor = Descriptor::new(target, readable, !readable);
        Value::Int(vm.world.open(&mut vm.open_files, descriptor))
    });
    let ends = vm.heap.tuple(&ends);
    after_syscall(vm, OPEN_NS, ends)
}
