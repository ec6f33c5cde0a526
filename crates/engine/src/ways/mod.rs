//! Which way is best for a workload, and why, from the figures of all of them. Owns the reasons; the words for them
//! are the page's. Knows nothing of how the figures came about.

mod flip;

pub use flip::{Flip, FlipSearch};

use crate::{Ending, Figures};
use interleave_scenario::ways::{Way, Workload};

/// Ways within this of the quickest are as good: the simplest of them is recommended.
const NEAR: f64 = 1.05;
/// Another build of Python is a choice for a whole program: it must be twice as quick as the best of the other ways.
const WORTH_ANOTHER_BUILD: f64 = 0.5;
/// A share of a task's time above which it is mostly that.
const MOSTLY: f64 = 0.5;

/// Why a way is recommended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is one task: nothing to do side by side.
    TooFewTasks,
    /// What could be gained is less than starting workers costs.
    StartUpDominates,
    /// Copying the payload to other processes costs more than computing side by side gains.
    CopyingDominates,
    /// The tasks mostly wait, and while they wait no GIL is needed.
    WaitsOverlap,
    /// The tasks mostly wait, and coroutines let all of them wait at once; a pool has only so many workers.
    AllWaitAtOnce,
    /// The tasks mostly compute, and under a GIL only processes compute side by side.
    ComputesUnderGil,
    /// The tasks compute, and without a GIL threads do so side by side, with nothing to start or to copy.
    ComputesWithoutGil,
    /// The tasks compute and wait: processes compute side by side and threads in each of them wait side by side.
    ComputesAndWaits,
    /// Nothing is gained by anything but the plain program.
    NothingGained,
}

impl Reason {
    /// Its stable name, as locale keys have it.
    pub fn name(self) -> &'static str {
        match self {
            Reason::TooFewTasks => "too_few_tasks",
            Reason::StartUpDominates => "start_up_dominates",
            Reason::CopyingDominates => "copying_dominates",
            Reason::WaitsOverlap => "waits_overlap",
            Reason::AllWaitAtOnce => "all_wait_at_once",
            Reason::ComputesUnderGil => "computes_under_gil",
            Reason::ComputesWithoutGil => "computes_without_gil",
            Reason::ComputesAndWaits => "computes_and_waits",
            Reason::NothingGained => "nothing_gained",
        }
    }
}

/// What to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// The way.
    pub way: Way,
    /// Why.
    pub reason: Reason,
    /// How many times as fast as one after the other; 1 where that was not run.
    pub times_as_fast: f64,
    /// The quickest way, where the recommended one is simpler and nearly as quick.
    pub quicker: Option<Way>,
}

/// What to choose for `workload`, of the ways that finished. `None` where none did.
pub fn recommend(workload: &Workload, ran: &[(Way, Figures)]) -> Option<Recommendation> {
    let ended_well = |(_, figures): &&(Way, Figures)| figures.ending == Ending::Finished;
    let others = ran.iter().filter(ended_well);
    let others = others.filter(|(way, _)| *way != Way::FreeThreaded);
    let others_ns = others.map(|(_, figures)| figures.makespan_ns).min();
    let is_worth_it = |(way, figures): &&(Way, Figures)| {
        let limit_ns = others_ns.map_or(f64::INFINITY, |ns| ns as f64 * WORTH_ANOTHER_BUILD);
        *way != Way::FreeThreaded || figures.makespan_ns as f64 <= limit_ns
    };
    let finished = || ran.iter().filter(ended_well).filter(is_worth_it);
    let (quickest, least) = finished().min_by_key(|(way, figures)| (figures.makespan_ns, *way))?;
    let limit_ns = least.makespan_ns as f64 * NEAR;
    let (way, figures) = finished()
        .filter(|(_, figures)| figures.makespan_ns as f64 <= limit_ns)
        .min_by_key(|(way, _)| *way)?;
    let of = |way: Way| {
        finished()
            .find(|(of, _)| *of == way)
            .map(|(_, figures)| figures)
    };
    let in_turn_ns = of(Way::Sequential).map_or(figures.makespan_ns, |figures| figures.makespan_ns);
    Some(Recommendation {
        way: *way,
        reason: reason(workload, *way, of(Way::Processes)),
        times_as_fast: in_turn_ns as f64 / figures.makespan_ns.max(1) as f64,
        quicker: (quickest != way).then_some(*quickest),
    })
}

fn reason(workload: &Workload, way: Way, processes: Option<&Figures>) -> Reason {
    let task_ms = workload.cpu_ms + workload.io_ms;
    let waits = task_ms > 0.0 && workload.io_ms / task_ms >= MOSTLY;
    // What keeps processes from being worth it, where it isn't that tasks wait.
    let lost = || match processes {
        Some(figures)
            if figures.overhead_ns > figures.start_up_ns && workload.payload_bytes > 0 =>
        {
            Reason::CopyingDominates
        }
        Some(_) => Reason::StartUpDominates,
        None => Reason::NothingGained,
    };
    match way {
        Way::Sequential if workload.tasks == 1 => Reason::TooFewTasks,
        Way::Sequential if workload.cpu_ms > 0.0 => lost(),
        Way::Sequential => Reason::NothingGained,
        Way::Threads if waits => Reason::WaitsOverlap,
        Way::Asyncio if waits => Reason::AllWaitAtOnce,
        Way::Threads | Way::Asyncio => lost(),
        Way::Processes => Reason::ComputesUnderGil,
        Way::FreeThreaded => Reason::ComputesWithoutGil,
        Way::ThreadsAndProcesses => Reason::ComputesAndWaits,
    }
}
