//! Predicted against measured: what a comparison says and how it is made. How it is worded is the
//! page's. Pure.

pub mod account;
mod critical;
mod distortion;
mod gaps;
mod joined;
mod validate;

pub use account::Account;
pub use joined::joined_trace;
pub use validate::validate;

use crate::plan::Plan;
use crate::profile::Profile;
use crate::protocol::{Dropped, Measured, Order, Way};
use crate::rehearse::{Rehearsal, Terms, rehearse};
use account::{accounts, life_ns};
use interleave_trace::Trace;
use serde::{Deserialize, Serialize};

/// One order's outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// How it ran.
    pub way: Way,
    /// Times were divided by this.
    pub scale: u32,
    /// The run in the middle, times multiplied by the scale again, as lanes of a process of its own
    /// under the predicted lanes.
    pub trace: Trace,
    /// How long the scenario's own machine would take for the steps alone, in real ns (scaled): no
    /// start-up, no lateness, its number of cores. The gaps lead from here to the median.
    pub ideal_ns: u64,
    /// What the rehearsal with this browser's profile says, in real ns (scaled).
    pub predicted_ns: u64,
    /// Every repeat's makespan, in real ns, in order of running.
    pub makespans_ns: Vec<u64>,
    /// Their median.
    pub median_ns: u64,
    /// From the request for workers to all of them ready, in the median, in ns.
    pub start_up_ns: u64,
    /// Where the time of all lanes went, predicted and measured, in real ns.
    pub predicted: Account,
    /// The same, measured.
    pub measured: Account,
    /// Where the makespan of the run in the middle went, in real ns: the chain of events that it consists
    /// of, from the end back to the start. Its parts add up to that makespan.
    pub chain: Account,
    /// A lane each, in the order of the plan's programs.
    pub lanes: Vec<LaneRow>,
    /// Why they differ, the weightiest first.
    pub gaps: Vec<Gap>,
    /// What the scale distorts here.
    pub distorted: Vec<Distortion>,
    /// Workers that died and were replaced.
    pub replaced: u32,
    /// The profile that the prediction used.
    pub profile: Profile,
    /// Repeats that were thrown away, and why.
    pub dropped: Vec<Dropped>,
}

/// One lane's comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaneRow {
    /// Its name.
    pub name: String,
    /// Predicted, in real ns.
    pub predicted: Account,
    /// Measured.
    pub measured: Account,
    /// Predicted from begin to end, in real ns.
    pub predicted_ns: u64,
    /// Measured.
    pub measured_ns: u64,
}

/// A gap over 5 % of the predicted makespan, with its likely cause: what lies between the scenario's
/// ideal makespan and the measured one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// The likely cause.
    pub cause: Cause,
    /// How much of the makespan it explains, in ns; negative where the run was faster.
    pub ns: i64,
}

/// Why measured and predicted differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cause {
    /// Workers took longer to start.
    StartUp,
    /// Timers and sleeps ended late.
    Timers,
    /// The browser has fewer free cores than the scenario's machine.
    FewerCores,
    /// Passing the GIL took longer.
    GilHandOff,
    /// Waking a worker took longer.
    Wakes,
    /// Copies between workers took longer.
    Copies,
    /// The computation ran slower than when it was calibrated: a busy or throttled machine.
    Slower,
    /// Another order of events: locks and channels were taken by others than predicted.
    OtherOrder,
    /// None of the above.
    Unknown,
}

/// What a scale other than 1 distorts in this plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Distortion {
    /// Start-up is real, so that it weighs `scale` times as much.
    StartUpWeighsMore,
    /// Sleeps are so short that timers' precision shows.
    SleepsNearTimerPrecision,
    /// Steps of computation are shorter than a hand-off.
    StepsNearHandOff,
    /// The switch interval is scaled as well.
    SwitchIntervalScaled,
}

/// Compares the repeats that came to their end, `runs`, with their rehearsal. `predicted` is the
/// scenario's own trace. Without a run the measured figures are 0.
pub fn compare(
    order: &Order,
    plan: &Plan,
    predicted: &Trace,
    rehearsal: &Rehearsal,
    runs: Vec<Measured>,
    dropped: Vec<Dropped>,
    profile: &Profile,
) -> Comparison {
    let makespans_ns: Vec<u64> = runs.iter().map(|run| run.makespan_ns).collect();
    let start_up_ns = median(runs.iter().map(|run| run.start_up_ns).collect());
    let replaced = runs.iter().map(|run| run.replaced).sum();
    let median_ns = median(makespans_ns.clone());
    let in_the_middle = runs
        .into_iter()
        .min_by_key(|run| run.makespan_ns.abs_diff(median_ns));
    let nothing = Measured::default();
    let run = in_the_middle.as_ref().unwrap_or(&nothing);
    let terms = Terms::from(order);
    let ideal = Profile::ideal(order.cores);
    let ideal_ns = rehearse(plan, &terms, &ideal);
    let ideal_ns = ideal_ns.map_or(rehearsal.makespan_ns, |ideal| ideal.makespan_ns);
    let measured = accounts(plan, run);
    let chain = critical::chain(plan, run, &terms);
    let rows = plan.programs.iter().enumerate().map(|(index, program)| {
        let lasts_ns = |run| {
            let (began_ns, ended_ns) = life_ns(run, index);
            ended_ns - began_ns
        };
        LaneRow {
            name: predicted.lane_full_name(program.lane).into_owned(),
            predicted: rehearsal.accounts[index],
            measured: measured[index],
            predicted_ns: lasts_ns(&rehearsal.run),
            measured_ns: lasts_ns(run),
        }
    });
    let lanes = rows.collect();
    let gaps = match &in_the_middle {
        Some(run) => gaps::gaps(order, plan, rehearsal, run, ideal_ns, profile),
        None => Vec::new(),
    };
    Comparison {
        way: order.way,
        scale: order.scale,
        trace: joined_trace(predicted, in_the_middle.as_ref(), plan, order),
        ideal_ns,
        predicted_ns: rehearsal.makespan_ns,
        makespans_ns,
        median_ns,
        start_up_ns,
        predicted: sum(&rehearsal.accounts),
        measured: sum(&measured),
        chain: chain.into(),
        lanes,
        gaps,
        distorted: distortion::distorted(order, plan, rehearsal, profile),
        replaced,
        profile: profile.clone(),
        dropped,
    }
}

fn sum(accounts: &[Account]) -> Account {
    let mut all = Account::default();
    for account in accounts {
        all += *account;
    }
    all
}

/// The middle one; of two the mean; 0 of none.
fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    match values.len() {
        0 => 0,
        count if count % 2 == 1 => values[count / 2],
        count => values[count / 2 - 1].midpoint(values[count / 2]),
    }
}
