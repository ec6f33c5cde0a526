//! What the kernel needs of the thing that it schedules.

use crate::{Op, QueueId, Reply};
use interleave_trace::{Limit, ObjectId, Outcome, Place, ProcessId, Recorder, ThreadId};

/// Why a thread stopped running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The budget is used up (it may overshoot by one instruction).
    Budget,
    /// It asks something of the kernel.
    Op(Op),
    /// The thread has ended.
    Exit,
    /// The whole run ends here with this outcome (an uncaught exception of the main thread that
    /// has already wound down, something unsupported).
    End(Outcome),
    /// A bound of the guest's own was hit.
    Limit {
        /// Which.
        limit: Limit,
        /// Its value, in the limit's unit.
        value: u64,
    },
}

/// What [`Guest::run`] gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// CPU time used, in virtual ns. The stop happens at `now_ns + used_ns`.
    pub used_ns: u64,
    /// Why it stopped.
    pub stop: Stop,
}

/// What to do with a thread that was woken, decided while it holds neither core nor GIL
/// (a futex waiter takes its semaphore before it asks for the GIL).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnWake {
    /// It goes on and will get [`Reply::Woken`].
    Ready,
    /// Somebody was faster: it waits on at the end of the same queue, with its old deadline.
    ParkAgain,
}

/// What a parked thread waits for, asked when nobody can run any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaitsFor {
    /// The object.
    pub object: Option<ObjectId>,
    /// Who could end the wait by releasing it.
    pub holder: Option<ThreadId>,
}

/// The thing that the kernel schedules. Everything that it does must follow from the calls it
/// gets: no clock, no chance of its own.
pub trait Guest: Clone {
    /// Runs `thread` from virtual time `now_ns` until it has used `budget_ns` (at least one
    /// step is always taken), asks something or ends. May write marks, output, objects and
    /// object events to `recorder`, with times in `[now_ns, now_ns + used_ns]`.
    fn run(
        &mut self,
        thread: ThreadId,
        now_ns: u64,
        budget_ns: u64,
        recorder: &mut Recorder,
    ) -> Ran;

    /// Hands over the answer to the op with which `thread` stopped.
    fn reply(&mut self, thread: ThreadId, reply: Reply);

    /// `thread`, parked, was woken and its wake-up latency has passed: does it go on?
    fn on_wake(&mut self, thread: ThreadId, now_ns: u64) -> OnWake;

    /// What `thread`, parked, waits for now.
    fn waits_for(&mut self, thread: ThreadId) -> WaitsFor;

    /// `process` has ended: its threads will never run again. Gives the shared queues in which
    /// threads wait for what this brings about (its end, the end of what it alone had open): all
    /// of them are woken.
    fn process_ended(
        &mut self,
        _process: ProcessId,
        _exit_code: i32,
        _now_ns: u64,
    ) -> Vec<QueueId> {
        Vec::new()
    }

    /// The line that `thread` is on.
    fn place(&self, thread: ThreadId) -> Place;

    /// Steps taken so far, for the trace.
    fn steps(&self) -> u64;
}
