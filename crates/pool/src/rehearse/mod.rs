//! The rehearsal: performs a plan in virtual time, at this browser's costs, to say what a real run
//! will take. Owns the terms of a run and what comes of its rehearsal; the kernel owns time, cores
//! and the GIL, `guest.rs` what workers do.

mod actor;
mod guest;
mod ring;
mod turn;
mod worker;

use crate::compare::account::{Account, accounts};
use crate::lanes;
use crate::plan::{Plan, ProgramId, SharedId};
use crate::profile::Profile;
use crate::protocol::{Measured, Order, Way};
use guest::Floor;
use interleave_kernel::{Config, Costs, FirstCome, Kernel};
use interleave_trace::{Limit, Outcome, Recorder, Trace};
use serde::{Deserialize, Serialize};

/// On what terms a plan is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// How.
    pub way: Way,
    /// Times are divided by this.
    pub scale: u32,
    /// The switch interval of the GIL, in ns before scale.
    pub switch_interval_ns: u64,
    /// Whether the scenario's machine has a GIL.
    pub has_gil: bool,
}

impl From<&Order> for Terms {
    fn from(order: &Order) -> Terms {
        Terms {
            way: order.way,
            scale: order.scale,
            switch_interval_ns: order.switch_interval_ns,
            has_gil: order.has_gil,
        }
    }
}

impl Terms {
    /// `ns` of the trace in real ns.
    pub fn scaled(&self, ns: u64) -> u64 {
        ns / u64::from(self.scale.max(1))
    }
}

/// What a run is predicted to be. All times in real ns.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsal {
    /// The run, told as a real one is.
    pub run: Measured,
    /// The same as a trace: a lane for each program.
    pub trace: Trace,
    /// How long it takes.
    pub makespan_ns: u64,
    /// Where each program's time goes, in the plan's order.
    pub accounts: Vec<Account>,
}

/// Why a rehearsal gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotRehearse {
    /// The main program never ends, or one was never started: who is not over, and what each waits
    /// for, if it waits for an object.
    Stuck(Vec<(ProgramId, Option<SharedId>)>),
    /// It takes more real time than a run may, in ns.
    TooLong {
        /// The limit.
        limit_ns: u64,
    },
    /// It takes more steps than a rehearsal may.
    TooManySteps {
        /// The limit.
        limit: u64,
    },
}

/// So much real time at most: half an hour.
const MAX_NS: u64 = 1_800_000_000_000;
/// So many steps of the rehearsal at most, computing in pieces included.
const MAX_STEPS: u64 = 20_000_000;
/// How long the operating system leaves a thread on a core that others wait for.
const CORE_SLICE_NS: u64 = 3_000_000;

/// Performs `plan` in virtual time as this browser would.
pub fn rehearse(
    plan: &Plan,
    terms: &Terms,
    profile: &Profile,
) -> Result<Rehearsal, CannotRehearse> {
    if plan.programs.is_empty() {
        return Err(CannotRehearse::Stuck(Vec::new()));
    }
    let has_gil = terms.way.has_gil(terms.has_gil);
    let config = Config {
        cores: whole_cores(profile.cores),
        gil: has_gil,
        switch_interval_ns: terms.scaled(terms.switch_interval_ns).max(1),
        costs: Costs {
            wake_latency_ns: wake_latency_ns(terms, profile),
            timer_slack_ns: 0,
            thread_start_ns: profile.thread_start_ns,
            process_start_ns: profile.process_start_ns,
            process_end_ns: 0,
            core_slice_ns: CORE_SLICE_NS,
        },
        max_virtual_ns: MAX_NS,
        ..Config::default()
    };
    let floor = Floor::new(plan, *terms, profile);
    let mut kernel = Kernel::new(config, floor, FirstCome, &plan.programs[0].name);
    let outcome = loop {
        if let Some(outcome) = kernel.advance(MAX_STEPS) {
            break outcome;
        }
    };
    let (_, floor) = kernel.finish(false);
    match outcome {
        Outcome::Budget {
            limit: Limit::VirtualNs,
            value,
        } => return Err(CannotRehearse::TooLong { limit_ns: value }),
        Outcome::Budget { value, .. } => {
            return Err(CannotRehearse::TooManySteps { limit: value });
        }
        _ => {}
    }
    // Who waits for what never comes when the main program is over (a server's thread at the end of
    // its script) is over with all others.
    let unfinished = floor.unfinished();
    if unfinished
        .iter()
        .any(|&(program, shared)| program.0 == 0 || shared.is_none())
    {
        return Err(CannotRehearse::Stuck(unfinished));
    }
    let run = floor.into_run();
    let mut trace =
        Recorder::new(1).finish(Outcome::Finished { exit_code: 0 }, 0, 0, plan_steps(plan));
    lanes::append(&mut trace, plan, &run, terms, 1, None);
    Ok(Rehearsal {
        trace,
        makespan_ns: run.makespan_ns,
        accounts: accounts(plan, &run),
        run,
    })
}

fn plan_steps(plan: &Plan) -> u64 {
    plan.all_steps().count() as u64
}

/// The kernel's cores are whole; what they lack all together slows down all that run at once.
fn whole_cores(cores: f64) -> u32 {
    // A measured 2.03 is two cores and noise.
    (cores - 0.1).ceil().max(1.0) as u32
}

/// The kernel has one latency for whoever is woken: with a GIL passing that is what happens most,
/// and `Floor` adds what waking for an object takes beyond it.
fn wake_latency_ns(terms: &Terms, profile: &Profile) -> u64 {
    if terms.way.by_messages() {
        profile.message_ns / 2
    } else if terms.way.has_gil(terms.has_gil) {
        profile.gil_handoff_ns
    } else {
        profile.wake_ns
    }
}
