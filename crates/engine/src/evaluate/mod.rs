//! A run in figures: how long it took and what that time went on, for sweeps and comparisons. Owns what each figure
//! means; keeps no trace and knows nothing of charts or of who asks.

mod batch;
mod critical;
mod items;

pub(crate) use batch::Batch;

use crate::{FromEngine, Session, machine};
use interleave_scenario::{Machine, Scenario};
use interleave_trace::{Outcome, Trace};
use serde::{Deserialize, Serialize};

/// What one run came to. The four parts are those of the *critical path*: from the end back to the start, always
/// along whoever was waited for; together they are the makespan, to the ns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// How long the run took, in virtual ns.
    pub makespan_ns: u64,
    /// How it ended.
    pub ending: Ending,
    /// Of the critical path: starting threads and processes, on both sides, in virtual ns.
    pub start_up_ns: u64,
    /// Of the critical path: the script's own computing, in virtual ns.
    pub cpu_ns: u64,
    /// Of the critical path: asleep, waiting for I/O or for a deadline, in virtual ns.
    pub waiting_ns: u64,
    /// Of the critical path: waiting for the GIL or a core, handing over from one thread to another, and what the
    /// library does around the script's work (pickling, ending processes), in virtual ns.
    pub overhead_ns: u64,
    /// Of `overhead_ns`: waiting for the GIL, in virtual ns.
    pub gil_wait_ns: u64,
    /// CPU time of all threads, in virtual ns.
    pub total_cpu_ns: u64,
    /// CPU time / (makespan × cores), 0 to 1.
    pub efficiency: f64,
    /// What is counted in `items`.
    pub unit: Unit,
    /// How many pieces of work were done.
    pub items: u64,
    /// Pieces of work a virtual second; 0 where nothing can be counted.
    pub throughput_per_s: f64,
    /// How long a piece of work took, from when it was handed in until it was done.
    pub latency: Option<Latency>,
    /// Interpreter steps taken.
    pub steps: u64,
}

/// How an evaluated run ended: [`Outcome`] without its details.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// It could not run at all: its figures are 0.
    #[default]
    Refused,
    /// With exit code 0.
    Finished,
    /// With another exit code, or an uncaught exception.
    Failed,
    /// In a deadlock or a hang.
    Stuck,
    /// At a budget.
    Budget,
    /// At something that is not supported.
    NotSupported,
    /// It was stopped.
    Stopped,
}

impl Ending {
    /// Its stable name, as CSV and locale files have it.
    pub fn name(self) -> &'static str {
        match self {
            Ending::Refused => "refused",
            Ending::Finished => "finished",
            Ending::Failed => "failed",
            Ending::Stuck => "stuck",
            Ending::Budget => "budget",
            Ending::NotSupported => "not_supported",
            Ending::Stopped => "stopped",
        }
    }

    fn of(outcome: &Outcome) -> Ending {
        match outcome {
            Outcome::Finished { exit_code: 0 } => Ending::Finished,
            Outcome::Finished { .. } | Outcome::UncaughtException { .. } => Ending::Failed,
            Outcome::Deadlock { .. } | Outcome::Hang { .. } => Ending::Stuck,
            Outcome::Budget { .. } => Ending::Budget,
            Outcome::NotSupported { .. } => Ending::NotSupported,
            Outcome::Stopped => Ending::Stopped,
        }
    }
}

/// What a run's pieces of work are, the first of these that it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// What was handed to pools: from the hand-in to the result.
    Submitted,
    /// What passed through the busiest channel: from the put until its taker turns to the channel again, waits
    /// for it or ends.
    Passed,
    /// Tasks of event loops: from their birth to their end.
    Tasks,
    /// Threads, and processes' main threads, that the script started: from their birth to their end.
    Threads,
    /// Nothing that can be counted.
    #[default]
    Nothing,
}

impl Unit {
    /// Its stable name, as CSV and locale files have it.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Submitted => "submitted",
            Unit::Passed => "passed",
            Unit::Tasks => "tasks",
            Unit::Threads => "threads",
            Unit::Nothing => "nothing",
        }
    }
}

/// Percentiles by the nearest rank: of 100 pieces of work, `p90_ns` is what the 90th quickest took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Latency {
    /// Half of them were as quick, in virtual ns.
    pub p50_ns: u64,
    /// 90 % of them were as quick, in virtual ns.
    pub p90_ns: u64,
    /// 99 % of them were as quick, in virtual ns.
    pub p99_ns: u64,
}

/// The figures of `scenario`, run to its end within its machine's budgets.
pub fn evaluate(scenario: &Scenario) -> Figures {
    let Ok(mut session) = Session::new(scenario) else {
        return Figures::default();
    };
    session.advance(u64::MAX);
    figures(&session.into_trace(), &scenario.machine)
}

/// The same of many, in their order: what one compiled of the library serves the next.
pub fn evaluate_all(scenarios: Vec<Scenario>) -> Vec<Figures> {
    let mut library = interleave_stdlib::registry();
    let mut batch = Batch::new(0, scenarios, 0);
    let mut all = Vec::new();
    loop {
        let (answers, is_busy) = batch.advance(u64::MAX, &mut library);
        all.extend(answers.into_iter().filter_map(|answer| match answer {
            FromEngine::Evaluated { figures, .. } => Some(*figures),
            _ => None,
        }));
        if !is_busy {
            return all;
        }
    }
}

/// The figures of `trace`, a run on `machine`.
pub fn figures(trace: &Trace, machine: &Machine) -> Figures {
    let path = critical::path(trace);
    let (unit, items, latency) = items::count(trace);
    let makespan_ns = trace.end_ns;
    let cores = machine::config(machine).cores;
    // In f64: a long run on many cores has more core-nanoseconds than a u64 counts.
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    Figures {
        makespan_ns,
        ending: Ending::of(&trace.outcome),
        start_up_ns: path.start_up_ns,
        cpu_ns: path.cpu_ns,
        waiting_ns: path.waiting_ns,
        overhead_ns: path.overhead_ns,
        gil_wait_ns: path.gil_wait_ns,
        total_cpu_ns: trace.cpu_ns,
        efficiency: share(trace.cpu_ns as f64, makespan_ns as f64 * f64::from(cores)),
        unit,
        items,
        throughput_per_s: share(items as f64 * 1e9, makespan_ns as f64),
        latency,
        steps: trace.steps,
    }
}
