//! A part of the world that a module of the library owns.

use super::Channel;
use crate::disk::Errno;
use interleave_kernel::{Op, QueueId};
use interleave_trace::ProcessId;
use std::any::Any;
use std::fmt::Debug;

/// What a transfer came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Io<T> {
    /// It is done.
    Done(T),
    /// It would have to wait.
    WouldBlock,
}

/// State that the processes share, under a name in [`World::part`](super::World::part). A part that has channels (ends
/// of pipes, sockets) answers for them; the numbers of its channels are its own. Each call that may set somebody going
/// notes the queues to be woken in `wakes`, through [`WaitQueue::wake`](super::WaitQueue::wake).
pub trait WorldPart: Any + Debug {
    /// Its copy, for a copy of the world.
    fn copy(&self) -> Box<dyn WorldPart>;

    /// A process has ended; its descriptors have been closed already.
    fn process_ended(&mut self, _process: ProcessId, _wakes: &mut Vec<QueueId>) {}

    /// The last descriptor that led to the channel was closed.
    fn closed(&mut self, _channel: Channel, _wakes: &mut Vec<QueueId>) {}

    /// Takes up to `count` bytes; none at the end.
    fn read(
        &mut self,
        _channel: Channel,
        _count: usize,
        _wakes: &mut Vec<QueueId>,
    ) -> Result<Io<Vec<u8>>, Errno> {
        Err(Errno::EBADF)
    }

    /// Adds bytes: how many.
    fn write(
        &mut self,
        _channel: Channel,
        _data: &[u8],
        _wakes: &mut Vec<QueueId>,
    ) -> Result<Io<usize>, Errno> {
        Err(Errno::EBADF)
    }

    /// Whether a read would not have to wait now.
    fn can_read(&self, _channel: Channel) -> bool {
        true
    }

    /// Whether a write would not have to wait now.
    fn can_write(&self, _channel: Channel) -> bool {
        true
    }

    /// The op that parks the running thread until the channel may be read (or written). Only of a part with channels.
    fn park(&mut self, channel: Channel, _to_write: bool, _deadline_ns: Option<u64>) -> Op {
        unreachable!("{channel:?} is nobody's")
    }

    /// A thread that parked so has gone on.
    fn leave(&mut self, _channel: Channel, _to_write: bool) {}

    /// From now on `queue` is woken, too, whenever the channel may have become readable or writable; until
    /// [`WorldPart::unwatch`]. For those who wait for one of many channels.
    fn watch(&mut self, _channel: Channel, _queue: QueueId) {}

    /// `queue` is not woken any more.
    fn unwatch(&mut self, _channel: Channel, _queue: QueueId) {}
}
