//! The only words that pass between a guest and the kernel.

use interleave_trace::{ObjectId, ProcessId, State, ThreadId};

/// A queue of parked threads. The guest numbers its queues; the kernel makes one on first use. A
/// number means another queue in each process, but for shared ones, which are the machine's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QueueId(pub u32);

impl QueueId {
    const SHARED: u32 = 1 << 31;

    /// The queue of that number that threads of all processes share.
    pub fn shared(number: u32) -> QueueId {
        QueueId(QueueId::SHARED | number)
    }

    /// Whether all processes share it.
    pub fn is_shared(self) -> bool {
        self.0 & QueueId::SHARED != 0
    }

    pub(crate) fn index(self) -> usize {
        (self.0 & !QueueId::SHARED) as usize
    }
}

/// What a thread asks of the kernel. The kernel acts at the virtual time at which the thread stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Start a thread of this process; it is runnable after the machine's start-up latency.
    /// The caller goes on. Reply: [`Reply::Thread`].
    Spawn {
        /// The thread's name.
        name: String,
        /// Whether it is a daemon thread.
        daemon: bool,
    },
    /// Start a process with one thread; it is runnable after the machine's start-up latency. The
    /// caller goes on. Reply: [`Reply::Process`].
    StartProcess {
        /// The process's name.
        name: String,
        /// Its main thread's name.
        thread_name: String,
        /// Whether it is a copy of the caller's process: its queues then count on from where they
        /// are. Nobody waits in them.
        copies: bool,
    },
    /// End the caller's process: its other threads stop where they are. The caller does not return.
    ExitProcess {
        /// The exit code.
        exit_code: i32,
        /// The exception that ended it, for the trace.
        exception: Option<String>,
    },
    /// End another process, wherever its threads are; nothing happens where it has ended. Of the
    /// caller's own process it does not return. Reply: [`Reply::Done`].
    EndProcess {
        /// Which process.
        process: ProcessId,
        /// Its exit code.
        exit_code: i32,
    },
    /// Give the GIL and the core up for `ns`. Reply: [`Reply::Done`].
    Sleep {
        /// How long, in virtual ns; the machine's timer slack is added.
        ns: u64,
        /// [`State::Sleeping`] or [`State::Io`].
        state: State,
    },
    /// Release the GIL for a short system call of `ns` without timer slack, keeping the core
    /// (a write to a terminal, `sched_yield`). Reply: [`Reply::Done`].
    Syscall {
        /// How long the call takes, in virtual ns.
        ns: u64,
    },
    /// Wait on `queue` until woken or until `deadline_ns`. Reply: [`Reply::Woken`] or
    /// [`Reply::TimedOut`].
    Park {
        /// Where to wait.
        queue: QueueId,
        /// When to give up, in virtual ns since the start.
        deadline_ns: Option<u64>,
        /// How many wakes of this queue the guest has issued: if the kernel has seen more, the
        /// wake came between the guest's look and this call, and the thread does not wait.
        generation: u64,
        /// What the thread waits for, for the trace.
        object: Option<ObjectId>,
        /// Who holds it now, for the trace.
        holder: Option<ThreadId>,
    },
    /// Wake up to `count` threads of `queue`. The caller goes on. Reply: [`Reply::Count`].
    Wake {
        /// Whose waiters.
        queue: QueueId,
        /// At most how many.
        count: u32,
    },
    /// End the sleep or the wait of `thread` for now: it goes on with [`Reply::Interrupted`]. Nothing happens where it
    /// neither sleeps nor waits. The caller goes on. Reply: [`Reply::Done`].
    Interrupt {
        /// Which thread.
        thread: ThreadId,
    },
    /// Set how long a waiter waits for the GIL before it asks for it, in virtual ns. The caller
    /// goes on. Reply: [`Reply::Done`].
    SetSwitchInterval {
        /// The new interval.
        ns: u64,
    },
    /// Ask for a choice among `options` (at least 1). Reply: [`Reply::Chosen`].
    Choose {
        /// How many options there are.
        options: u32,
    },
}

/// The kernel's answer to an [`Op`], delivered before the thread runs again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Done.
    Done,
    /// The thread that was started.
    Thread(ThreadId),
    /// The process that was started.
    Process {
        /// The process.
        process: ProcessId,
        /// Its main thread.
        thread: ThreadId,
    },
    /// The wait ended because somebody woke the thread.
    Woken,
    /// The wait ended because its deadline passed.
    TimedOut,
    /// The sleep or the wait was interrupted.
    Interrupted {
        /// How much of a sleep is left, in virtual ns; 0 for a wait.
        left_ns: u64,
    },
    /// How many threads were woken.
    Count(u32),
    /// The option taken.
    Chosen(u32),
}

/// The first process: the one that runs `main.py`.
pub const MAIN_PROCESS: ProcessId = ProcessId(0);
