//! What running faster than the scenario distorts: some costs do not shrink with the times.

use super::Distortion;
use crate::plan::{Act, Plan};
use crate::profile::Profile;
use crate::protocol::{Order, Way};
use crate::rehearse::{Rehearsal, Terms};

/// A distortion below this part is not spoken of.
const LEAST_PART: f64 = 0.05;

/// What `order`'s scale distorts.
pub(super) fn distorted(
    order: &Order,
    plan: &Plan,
    rehearsal: &Rehearsal,
    profile: &Profile,
) -> Vec<Distortion> {
    if order.scale <= 1 {
        return Vec::new();
    }
    let terms = Terms::from(order);
    let mut found = Vec::new();
    let starts_ns = rehearsal.accounts.iter().map(|account| account.start_up_ns);
    let longest_ns = starts_ns.max().unwrap_or(0);
    if longest_ns as f64 > rehearsal.makespan_ns as f64 * LEAST_PART {
        found.push(Distortion::StartUpWeighsMore);
    }
    let late_ns = match order.way {
        Way::EventLoop => profile.timer_late_ns,
        Way::AsWritten => profile.timer_late_ns.max(profile.sleep_late_ns),
        _ => profile.sleep_late_ns,
    };
    let sleeps = plan.all_steps().filter_map(|step| match step.act {
        Act::Sleep { ns } | Act::Io { ns } | Act::Stall { ns } if ns > 0 => Some(ns),
        _ => None,
    });
    let mut sleeps = sleeps.map(|ns| terms.scaled(ns) as f64);
    if sleeps.any(|ns| late_ns as f64 > ns * LEAST_PART) {
        found.push(Distortion::SleepsNearTimerPrecision);
    }
    let has_gil = order.way.has_gil(order.has_gil);
    let hand_off_ns = match (has_gil, order.way) {
        (true, _) => profile.gil_handoff_ns.max(profile.wake_ns),
        (_, Way::Processes) => profile.message_ns,
        (_, Way::EventLoop | Way::Sequential) => 0,
        _ => profile.wake_ns,
    };
    let [all_ns, ..] = plan.work_ns();
    let short = plan.all_steps().filter_map(|step| match step.act {
        Act::Compute { ns } if terms.scaled(ns) < hand_off_ns => Some(ns),
        _ => None,
    });
    if short.sum::<u64>() as f64 > all_ns as f64 * LEAST_PART {
        found.push(Distortion::StepsNearHandOff);
    }
    let computes = |steps: &[crate::plan::Step]| {
        let long = |act| matches!(act, Act::Compute { ns } if ns > order.switch_interval_ns);
        steps.iter().any(|step| long(step.act))
    };
    let programs = plan.programs.iter().map(|program| &program.steps);
    let items = plan.items.iter().map(|item| &item.steps);
    if has_gil && programs.chain(items).any(|steps| computes(steps)) {
        found.push(Distortion::SwitchIntervalScaled);
    }
    found
}
