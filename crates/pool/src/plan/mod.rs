//! The plan: what a real run must do, as programs of steps. Owns the types; how they are taken from
//! a trace is `taken`'s, how a worker performs them is `crate::perform`'s.

mod check;
mod describe;
mod taken;

pub use check::{Stuck, Tally, check};
pub use describe::describe;
pub use taken::{MAX_STEPS, take};

use interleave_trace::{LaneId, Place};
use serde::{Deserialize, Serialize};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The row's index in its table.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

number!(
    /// A program of the plan, numbered from 0 (the main thread's).
    ProgramId
);
number!(
    /// An object that programs share.
    SharedId
);
number!(
    /// An item that passes through a channel, with the work that it carries.
    ItemId
);

/// What a real run must do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// A program for each thread and each task of the trace. The first is the main thread's; every
    /// other one is started by a step of another.
    pub programs: Vec<Program>,
    /// What they share.
    pub shared: Vec<Shared>,
    /// What passes through channels.
    pub items: Vec<Item>,
    /// How many processes there are.
    pub processes: u32,
}

/// What one thread or task does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The lane's name.
    pub name: String,
    /// The lane that it was taken from.
    pub lane: LaneId,
    /// The number of its process, from 0.
    pub process: u32,
    /// The program on whose worker it takes turns (a task's event loop); `None` for a thread, which
    /// has a worker of its own.
    pub turns_on: Option<ProgramId>,
    /// A latch that is set when it is over, if somebody waits for that.
    pub done: Option<SharedId>,
    /// What it does.
    pub steps: Vec<Step>,
}

/// What an item that passes through a channel makes its taker do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What the taker does before it takes another.
    pub steps: Vec<Step>,
    /// Its size where it passes between processes, in bytes.
    pub bytes: u32,
    /// Whether the taker serves the channel no more after it (an end mark).
    pub is_last: bool,
}

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What is done.
    pub act: Act,
    /// The source line.
    pub place: Place,
}

/// What a step does. Times are those of the trace, before any scale, in ns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// Use a core (and the GIL, where there is one).
    Compute {
        /// For how long.
        ns: u64,
    },
    /// Sleep, or wait with a time limit that passed.
    Sleep {
        /// For how long.
        ns: u64,
    },
    /// Wait for I/O.
    Io {
        /// For how long.
        ns: u64,
    },
    /// Sleep or wait for I/O without letting others on the same worker take their turns: a call in a
    /// task that blocks its event loop. A program with a worker of its own just sleeps.
    Stall {
        /// For how long.
        ns: u64,
    },
    /// Take a permit of a counter (of a mutex: the only one).
    Acquire(SharedId),
    /// Give a permit back.
    Release(SharedId),
    /// Put an item into a channel; waits while the channel is full.
    Put(SharedId, ItemId),
    /// Take an item out of a channel and do what it carries.
    Take(SharedId),
    /// Take items and do what they carry until one is the last or all have been taken.
    Serve(SharedId),
    /// Set a latch.
    Set(SharedId),
    /// Wait until a latch is set.
    Await(SharedId),
    /// Arrive at a barrier and wait for the others.
    Arrive(SharedId),
    /// Start a program.
    Start(ProgramId),
    /// Copy so many bytes to another process, beside what items carry.
    Transfer {
        /// How many.
        bytes: u32,
    },
}

/// An object that programs share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    /// What it is.
    pub kind: SharedKind,
    /// The primitive's own name (`threading.Lock`), empty where it stands for no object of the script.
    pub name: String,
    /// What the script calls it.
    pub label: String,
}

/// What a shared object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SharedKind {
    /// So many permits at first; 1 for a mutex.
    Counter {
        /// At first.
        permits: u32,
    },
    /// Carries items, first in, first out.
    Channel {
        /// How many fit, if it has a bound.
        capacity: Option<u32>,
        /// How many will be put altogether.
        items: u32,
        /// How many will be taken altogether: after that it is closed.
        takes: u32,
    },
    /// Not set at first, then set for good.
    Latch,
    /// Lets `parties` pass together, any number of times.
    Barrier {
        /// How many.
        parties: u32,
    },
}

/// Why a trace can't be run for real.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CannotRun {
    /// Nothing happened in it.
    Empty,
    /// It did not end by itself: the outcome's name (`hang`, `deadlock`, `budget` …).
    Unfinished {
        /// The outcome's name.
        outcome: String,
    },
    /// More threads than workers are allowed.
    TooManyThreads {
        /// In the trace.
        threads: u32,
        /// The limit.
        limit: u32,
    },
    /// More steps than a plan may have.
    TooManySteps {
        /// In the trace.
        steps: u64,
        /// The limit.
        limit: u64,
    },
    /// It would take too long.
    TooLong {
        /// At the asked scale, in ns.
        ns: u64,
        /// The limit, in ns.
        limit_ns: u64,
    },
    /// The way that was asked for needs memory that workers share, and the page is not isolated.
    NeedsIsolation,
}

/// So many workers at most.
pub const MAX_WORKERS: u32 = 64;

impl Plan {
    /// The steps of a program or of an item.
    pub fn all_steps(&self) -> impl Iterator<Item = &Step> {
        let programs = self.programs.iter().flat_map(|program| &program.steps);
        programs.chain(self.items.iter().flat_map(|item| &item.steps))
    }

    /// CPU time, sleep (stalls included) and I/O altogether, in ns.
    pub fn work_ns(&self) -> [u64; 3] {
        let mut work_ns = [0; 3];
        for step in self.all_steps() {
            match step.act {
                Act::Compute { ns } => work_ns[0] += ns,
                Act::Sleep { ns } | Act::Stall { ns } => work_ns[1] += ns,
                Act::Io { ns } => work_ns[2] += ns,
                _ => {}
            }
        }
        work_ns
    }
}
