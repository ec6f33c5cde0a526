//! What passes between the page and the conductor, and between the conductor and its workers. Two
//! enums a side; every value travels as postcard bytes.

use crate::perform::Part;
use crate::plan::{CannotRun, ItemId, Plan, ProgramId};
use crate::profile::Profile;
use interleave_trace::{Place, State};
use serde::{Deserialize, Serialize};

/// A way to run a plan for real.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Way {
    /// A worker each; one lock a process that they pass around as CPython passes the GIL.
    Gil,
    /// A worker each, nothing in their way.
    FreeThreaded,
    /// A new, isolated worker each: nothing is shared, what passes is copied.
    Processes,
    /// All of them take turns on one worker with the browser's timers.
    EventLoop,
    /// One worker, one after the other: the baseline.
    Sequential,
    /// As the trace has it: its processes, its threads under their GILs, its event loops.
    AsWritten,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 6] = [
        Way::AsWritten,
        Way::Gil,
        Way::FreeThreaded,
        Way::Processes,
        Way::EventLoop,
        Way::Sequential,
    ];

    /// Its name in links and locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Way::AsWritten => "as_written",
            Way::Gil => "gil",
            Way::FreeThreaded => "free_threaded",
            Way::Processes => "processes",
            Way::EventLoop => "event_loop",
            Way::Sequential => "sequential",
        }
    }

    /// The way of that name.
    pub fn from_name(name: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.name() == name)
    }
}

/// What to run for real.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// The predicted run's trace, as [`Trace::to_bytes`] writes it.
    pub trace: Vec<u8>,
    /// How.
    pub way: Way,
    /// Times are divided by this (1, 10 or 100).
    pub scale: u32,
    /// How often.
    pub repeats: u32,
    /// The switch interval of the GIL, in ns before scale.
    pub switch_interval_ns: u64,
    /// Whether the scenario's machine has a GIL: what [`Way::AsWritten`] does.
    pub has_gil: bool,
    /// The scenario's number of cores, to say where the browser has fewer.
    pub cores: u32,
    /// What the measured run's lanes are called, in the visitor's language.
    pub title: String,
}

/// To the conductor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToConductor {
    /// Measure this browser.
    Calibrate {
        /// Comes back with the answer.
        id: u32,
    },
    /// Run this for real.
    Run {
        /// Comes back with the answer.
        id: u32,
        /// What.
        order: Box<Order>,
    },
    /// Drop what is under way; its workers are ended and replaced when next needed.
    Stop {
        /// Its number.
        id: u32,
    },
    /// The page was hidden or shown: a run under way while it is hidden is discarded.
    Visible(bool),
    /// Perform a plan as it is and give back what was measured, not compared with anything.
    Perform {
        /// Comes back with the answer.
        id: u32,
        /// What.
        plan: Box<Plan>,
        /// How.
        terms: crate::rehearse::Terms,
        /// How often.
        repeats: u32,
    },
    /// Start so many workers (at most [`crate::plan::MAX_WORKERS`]) if they are not there, so that a
    /// later run finds them.
    Staff {
        /// Comes back with the answer.
        id: u32,
        /// How many.
        workers: u32,
    },
}

/// From the conductor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromConductor {
    /// It listens.
    Ready {
        /// Whether workers can share memory here.
        isolated: bool,
    },
    /// The browser's profile.
    Calibrated {
        /// The question's number.
        id: u32,
        /// What was measured.
        profile: Box<Profile>,
    },
    /// It can't be run: why.
    Refused {
        /// The order's number.
        id: u32,
        /// Why.
        why: CannotRun,
    },
    /// So far.
    Progress {
        /// The order's number.
        id: u32,
        /// Repeats that are done.
        done: u32,
        /// Of how many.
        of: u32,
    },
    /// All repeats are done.
    Measured {
        /// The order's number.
        id: u32,
        /// What came of it.
        result: Box<crate::compare::Comparison>,
    },
    /// It was dropped: stopped, hidden, or it failed too often.
    Dropped {
        /// The order's number.
        id: u32,
        /// Why.
        why: Dropped,
    },
    /// A plan was performed.
    Performed {
        /// The order's number.
        id: u32,
        /// A run each.
        runs: Vec<Measured>,
    },
    /// So many workers listen as were asked for.
    Staffed {
        /// The order's number.
        id: u32,
        /// From the order to the last of them ready, in ns.
        took_ns: u64,
    },
}

/// Why a run gave nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dropped {
    /// Stop was pressed.
    Stopped,
    /// The page was hidden meanwhile: what a background tab measures says nothing.
    Hidden,
    /// It was not over in time (ns, not scaled): the last states of those that were not done.
    TimedOut {
        /// After how long.
        after_ns: u64,
    },
    /// Workers died more often than they are replaced.
    Failed {
        /// The browser's words.
        reason: String,
    },
}

/// A stretch's `shared` where it concerns no shared object.
pub const NO_SHARED: u32 = u32::MAX;

/// One stretch of a real run on one worker. With a GIL, [`State::Running`] says that the program had
/// it. What it ran beside the steps that compute is overhead; what lies between stretches is as well.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stretch {
    /// Whose.
    pub program: ProgramId,
    /// When it began, in ns since the run's start.
    pub start_ns: u64,
    /// When it ended.
    pub end_ns: u64,
    /// What it was.
    pub state: State,
    /// The shared object that it waited for, or whose turn it was; [`NO_SHARED`] for none.
    pub shared: u32,
    /// The source line.
    pub place: Place,
}

/// One step that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Did {
    /// Who did it.
    pub program: ProgramId,
    /// In what it stands.
    pub part: Part,
    /// Its number there; see [`crate::perform::Performer::step`].
    pub index: u32,
    /// The item that it took, if it took one.
    pub item: Option<ItemId>,
    /// When it was begun, in ns since the run's start; not later than anything that it did.
    pub from_ns: u64,
    /// When it was over; not earlier than anything that it did.
    pub at_ns: u64,
}

/// All that one real run gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Every program's stretches, each program's in order of time.
    pub stretches: Vec<Stretch>,
    /// Every step that was done, each program's in its order: what
    /// the comparison's `validate` judges.
    pub done: Vec<Did>,
    /// `began_ns[program]`: when it was asked to start.
    pub began_ns: Vec<u64>,
    /// `ended_ns[program]`: when it was over; `u64::MAX` where it never was.
    pub ended_ns: Vec<u64>,
    /// The whole run, from the start of the main program to the end of the last one that the trace
    /// saw end, in ns.
    pub makespan_ns: u64,
    /// From the request for workers to all of them ready, before the run, in ns.
    pub start_up_ns: u64,
    /// Steps done, by all programs together.
    pub steps: u64,
    /// Workers that died and were replaced.
    pub replaced: u32,
    /// Stretches and steps that were not written down because there were too many.
    pub cut: u64,
    /// How often two programs were found inside one GIL.
    pub gil_faults: u32,
}

/// To a worker: see `crate::browser`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToWorker {
    /// Take this part in the runs to come; the shared memory, if any, comes beside the bytes.
    Join(Box<Duty>),
    /// Get ready for a run and say [`FromWorker::Seated`].
    Perform {
        /// The run's number.
        run: u32,
        /// The clock's value that its times count from, in ms since the epoch.
        base_ms: f64,
    },
    /// Begin. A worker of [`crate::seating::Floor::Threads`] is told by shared memory instead.
    Go {
        /// The run's number.
        run: u32,
    },
    /// The answer to what its program asked ([`crate::seating::Keeper::Conductor`]).
    Answer {
        /// The run's number.
        run: u32,
        /// The answer.
        answer: crate::objects::Answer,
        /// Whether it had to wait for others.
        has_waited: bool,
    },
    /// What it waits for never comes: nobody is left. It reports as it is.
    Finish {
        /// The run's number.
        run: u32,
    },
    /// Measure something of the calibration.
    Measure(crate::calibrate::Probe),
    /// Say [`FromWorker::Echo`] at once, whatever comes beside this.
    Echo,
}

/// What a worker must know to take part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Duty {
    /// What is to be done.
    pub plan: Plan,
    /// By whom.
    pub seating: crate::seating::Seating,
    /// Which seat is the worker's.
    pub seat: u32,
    /// Times are divided by this.
    pub scale: u32,
    /// Rounds of the computation a ns.
    pub rounds_per_ns: f64,
    /// The GIL's switch interval, in ns, scaled.
    pub switch_interval_ns: u64,
}

/// From a worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// It listens.
    Ready,
    /// Others see that it lives, and it performs when it is told to.
    Seen {
        /// It holds a lock that tells of its life: whoever asks for that lock gets it when it dies. Not every page has
        /// locks.
        by_lock: bool,
    },
    /// It is ready for the run and waits for its beginning.
    Seated {
        /// The run's number.
        run: u32,
    },
    /// It asks the shared objects that the conductor keeps; an item's bytes come beside it.
    Ask {
        /// The run's number.
        run: u32,
        /// Who asks.
        program: ProgramId,
        /// What.
        ask: crate::objects::Ask,
    },
    /// It copies the bytes beside this to another process and waits for [`ToWorker::Answer`].
    Copy {
        /// The run's number.
        run: u32,
        /// Who copies.
        program: ProgramId,
    },
    /// It starts a program that needs a new worker.
    Start {
        /// The run's number.
        run: u32,
        /// Which.
        program: ProgramId,
        /// When, in ns since the run's base.
        at_ns: u64,
    },
    /// Its programs are over: what they did.
    Performed {
        /// The run's number.
        run: u32,
        /// What was done, in times since the run's base; `began_ns` and `ended_ns` are set for its
        /// own programs.
        measured: Box<Measured>,
        /// What its computations came to: without this an optimiser could leave them out.
        digest: u64,
    },
    /// What the probe measured.
    Probed(crate::calibrate::Sample),
    /// The answer to [`ToWorker::Echo`].
    Echo,
}
