//! A wait queue of the world: threads of any process park in it.

use interleave_kernel::{Op, QueueId};
use interleave_trace::{ObjectId, ThreadId};

/// A queue with what the kernel wants to know of it: how often it was woken, and whether a wake is worth an op.
#[derive(Clone, Debug)]
pub struct WaitQueue {
    id: QueueId,
    wakes: u64,
    waiters: u32,
}

impl WaitQueue {
    pub(super) fn new(id: QueueId) -> WaitQueue {
        WaitQueue {
            id,
            wakes: 0,
            waiters: 0,
        }
    }

    /// The op that parks the running thread here; [`WaitQueue::leave`] follows when it goes on. The holder, if it is of
    /// another process, is a [`Vm::other_thread`](crate::vm::Vm::other_thread).
    pub fn park(
        &mut self,
        deadline_ns: Option<u64>,
        object: Option<ObjectId>,
        holder: Option<ThreadId>,
    ) -> Op {
        self.waiters += 1;
        Op::Park {
            queue: self.id,
            deadline_ns,
            generation: self.wakes,
            object,
            holder,
        }
    }

    /// A thread that parked here has gone on. One that was killed never does: the count is an upper bound.
    pub fn leave(&mut self) {
        self.waiters = self.waiters.saturating_sub(1);
    }

    /// Whether somebody may wait here.
    pub fn has_waiters(&self) -> bool {
        self.waiters > 0
    }

    /// Notes that this queue is to be woken, if somebody may wait here: exactly one [`Op::Wake`] must follow.
    pub fn wake(&mut self, wakes: &mut Vec<QueueId>) {
        if self.waiters > 0 {
            self.wakes += 1;
            wakes.push(self.id);
        }
    }
}
