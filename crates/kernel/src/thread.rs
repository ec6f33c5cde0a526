//! What the kernel knows of one thread. Which Python it runs is the guest's affair.

use crate::{QueueId, Stop};
use interleave_trace::{LaneId, ProcessId};

/// Where a thread is. A thread in a phase marked *timer* has a timer set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Started, not yet runnable (*timer*).
    Starting,
    /// In a timed wait among its GIL's waiters.
    WaitingGil,
    /// Signalled by the GIL's release, not yet awake (*timer*).
    Signalled,
    /// Gave the GIL up on request and waits until another thread has taken it.
    Dropped,
    /// Ready, with the GIL if there is one, and in the run queue.
    WaitingCore,
    /// Has a core: runs, or is in a short system call.
    OnCore,
    /// Sleeps or does I/O (*timer*).
    Sleeping,
    /// In a queue; *timer* if it has a deadline.
    Parked,
    /// Taken out of its queue, in its wake-up latency (*timer*).
    Waking,
    /// The last of a process that was ended from outside, until that is known (*timer*).
    Dying,
    /// Over.
    Ended,
}

/// What happens when a thread's clock is reached.
#[derive(Clone, Debug)]
pub(crate) enum Pending {
    /// It stopped there.
    Stopped(Stop),
    /// Its short system call is over.
    SyscallOver,
}

/// The wait of a parked thread.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wait {
    pub(crate) queue: QueueId,
    pub(crate) deadline_ns: Option<u64>,
    pub(crate) since_ns: u64,
    /// How often it was woken in vain, because somebody was faster.
    pub(crate) in_vain: u32,
}

/// One thread.
#[derive(Clone, Debug)]
pub(crate) struct Thread {
    pub(crate) process: ProcessId,
    pub(crate) lane: LaneId,
    pub(crate) phase: Phase,
    /// The core that it has, or had last.
    pub(crate) core: u32,
    /// When it got that core, in virtual ns.
    pub(crate) core_since_ns: u64,
    /// Parked or waking: the wait.
    pub(crate) wait: Wait,
    /// It released a GIL that others had asked for, and may not retake it before them.
    pub(crate) must_switch: bool,
}

impl Thread {
    pub(crate) fn new(process: ProcessId, lane: LaneId) -> Thread {
        Thread {
            process,
            lane,
            phase: Phase::Starting,
            core: 0,
            core_since_ns: 0,
            wait: Wait {
                queue: QueueId(0),
                deadline_ns: None,
                since_ns: 0,
                in_vain: 0,
            },
            must_switch: false,
        }
    }
}
