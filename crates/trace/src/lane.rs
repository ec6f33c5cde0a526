//! Lanes and the slices on them: who was in which state, when.

use crate::{CoreId, ObjectId, Place, ProcessId, TaskId, ThreadId};
use serde::{Deserialize, Serialize};

/// What a lane shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaneKind {
    /// A thread's states.
    Thread(ThreadId),
    /// Who holds a process's GIL: `Running` slices whose `holder` is the thread.
    Gil(ProcessId),
    /// Who runs on a core: `Running` slices whose `holder` is the thread.
    Core(CoreId),
    /// The states of a task that takes turns with others on the thread that is the lane's `parent`:
    /// [`State::WaitingCore`] where it could run but it is not its turn.
    Task(TaskId),
}

impl LaneKind {
    /// Whether the lane shows what somebody does (a thread, a task), not who holds something.
    pub fn shows_states(self) -> bool {
        matches!(self, LaneKind::Thread(_) | LaneKind::Task(_))
    }
}

/// One row of the timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// What the lane shows.
    pub kind: LaneKind,
    /// The process that the lane belongs to.
    pub process: ProcessId,
    /// Its name as Python knows it (`MainThread`, `Thread-1 (work)` …).
    pub name: String,
    /// The thread that started this one, if any; for a task, the thread that it runs on.
    pub parent: Option<ThreadId>,
    /// Whether it is a daemon thread.
    pub daemon: bool,
    /// When the lane begins, in virtual ns.
    pub start_ns: u64,
    /// When the lane ended, in virtual ns; `None` if it never did but stopped with its process.
    pub end_ns: Option<u64>,
}

/// What a thread does or waits for during a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum State {
    /// It has a core (and, with a GIL, the GIL) and runs.
    Running = 0,
    /// It could run but another thread of its process holds the GIL.
    WaitingGil = 1,
    /// It could run but every core is taken.
    WaitingCore = 2,
    /// It waits for an object: a lock, a queue, another thread's end.
    Blocked = 3,
    /// It sleeps (`time.sleep`).
    Sleeping = 4,
    /// It waits for I/O.
    Io = 5,
}

impl State {
    /// Every state, in the order of its number.
    pub const ALL: [State; 6] = [
        State::Running,
        State::WaitingGil,
        State::WaitingCore,
        State::Blocked,
        State::Sleeping,
        State::Io,
    ];

    /// The state's stable name in exports.
    pub fn name(self) -> &'static str {
        match self {
            State::Running => "running",
            State::WaitingGil => "waiting_gil",
            State::WaitingCore => "waiting_core",
            State::Blocked => "blocked",
            State::Sleeping => "sleeping",
            State::Io => "io",
        }
    }
}

/// A stretch of one lane in one state: `[start_ns, end_ns)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// First virtual ns of the slice.
    pub start_ns: u64,
    /// First virtual ns after the slice.
    pub end_ns: u64,
    /// What the lane's thread did.
    pub state: State,
    /// The source line at the slice's start.
    pub place: Place,
    /// What it waited for, when blocked.
    pub object: Option<ObjectId>,
    /// Blocked: who held the object when the wait began. GIL and core lanes: who holds it.
    pub holder: Option<ThreadId>,
}
