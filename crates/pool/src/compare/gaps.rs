//! Why a measured run differs from the scenario's ideal one. What this browser costs is known from
//! rehearsals with one cost left out at a time; what it cost beyond that from the chains of events
//! that the rehearsal and the run consist of.

use super::account::act_of;
use super::critical::chain;
use super::{Cause, Gap};
use crate::plan::{Act, Plan, ProgramId};
use crate::profile::Profile;
use crate::protocol::{Measured, Order};
use crate::rehearse::{Rehearsal, Terms, rehearse};
use std::collections::BTreeMap;

/// Gaps below this part of the predicted makespan are not spoken of.
const LEAST_PART: f64 = 0.05;

/// The gaps between `ideal_ns` and what `run` took, the weightiest first.
pub(super) fn gaps(
    order: &Order,
    plan: &Plan,
    rehearsal: &Rehearsal,
    run: &Measured,
    ideal_ns: u64,
    profile: &Profile,
) -> Vec<Gap> {
    let terms = Terms::from(order);
    let mut causes = known(order, plan, &terms, rehearsal, profile);
    for (cause, ns) in beyond(plan, &terms, rehearsal, run) {
        *causes.entry(cause).or_default() += ns;
    }
    let explained: i64 = causes.values().sum();
    let all = run.makespan_ns as i64 - ideal_ns as i64;
    *causes.entry(Cause::Unknown).or_default() += all - explained;
    let least = (rehearsal.makespan_ns as f64 * LEAST_PART) as i64;
    let heavy = causes.into_iter().filter(|&(_, ns)| ns.abs() > least);
    let mut gaps: Vec<Gap> = heavy.map(|(cause, ns)| Gap { cause, ns }).collect();
    gaps.sort_by_key(|gap| (-gap.ns.abs(), gap.cause));
    gaps
}

/// What each of this browser's costs adds: the rehearsal takes so much less without it.
fn known(
    order: &Order,
    plan: &Plan,
    terms: &Terms,
    rehearsal: &Rehearsal,
    profile: &Profile,
) -> BTreeMap<Cause, i64> {
    let mut without = Vec::new();
    let mut leave_out = |cause, change: &dyn Fn(&mut Profile)| {
        let mut other = profile.clone();
        change(&mut other);
        if other != *profile {
            without.push((cause, other));
        }
    };
    leave_out(Cause::StartUp, &|other| {
        other.thread_start_ns = 0;
        other.process_start_ns = 0;
        other.process_start_each_ns = 0;
    });
    leave_out(Cause::Timers, &|other| {
        other.sleep_late_ns = 0;
        other.timer_late_ns = 0;
    });
    leave_out(Cause::FewerCores, &|other| {
        other.cores = other.cores.max(f64::from(order.cores));
    });
    leave_out(Cause::Wakes, &|other| {
        other.wake_ns = 0;
        other.ask_ns = 0;
    });
    if terms.way.has_gil(terms.has_gil) {
        leave_out(Cause::GilHandOff, &|other| other.gil_handoff_ns = 0);
    }
    if terms.way.copies(plan) {
        leave_out(Cause::Copies, &|other| {
            other.message_ns = 0;
            other.clone_ns_per_kb = 0;
        });
    }
    let with_ns = rehearsal.makespan_ns as i64;
    let costs = without.into_iter().filter_map(|(cause, other)| {
        let less = rehearse(plan, terms, &other).ok()?;
        Some((cause, with_ns - less.makespan_ns as i64))
    });
    costs.collect()
}

/// What the run took beyond the rehearsal.
fn beyond(
    plan: &Plan,
    terms: &Terms,
    rehearsal: &Rehearsal,
    run: &Measured,
) -> BTreeMap<Cause, i64> {
    let was = chain(plan, run, terms);
    let should = chain(plan, &rehearsal.run, terms);
    let more = |was: u64, should: u64| was as i64 - should as i64;
    let mut causes = BTreeMap::new();
    let mut add = |cause, ns| *causes.entry(cause).or_insert(0) += ns;
    add(Cause::StartUp, more(was.start_up_ns, should.start_up_ns));
    add(Cause::GilHandOff, more(was.hand_off_ns, should.hand_off_ns));
    let turns = more(was.turn_ns, should.turn_ns);
    add(Cause::Wakes, more(was.wake_ns, should.wake_ns) + turns);
    let rest = more(was.overhead_ns, should.overhead_ns) + more(was.blocked_ns, should.blocked_ns);
    let rest_is = match terms.way.by_messages() {
        true => Cause::Copies,
        false => Cause::Unknown,
    };
    add(rest_is, rest);
    let work = more(was.work_ns, should.work_ns);
    let sleep = more(was.sleep_ns, should.sleep_ns);
    // A chain that computes much more and sleeps much less is another one.
    let is_other = work.abs() + sleep.abs() > 2 * (work + sleep).abs();
    if is_other && orders(plan, run) != orders(plan, &rehearsal.run) {
        add(Cause::OtherOrder, work + sleep);
    } else {
        add(Cause::Slower, work);
        add(Cause::Timers, sleep);
    }
    causes
}

/// Who had what after whom: `(program, item or none)` of each shared object, in order of time.
fn orders(plan: &Plan, run: &Measured) -> Vec<Vec<(ProgramId, Option<u32>)>> {
    let mut had = vec![Vec::new(); plan.shared.len()];
    for did in &run.done {
        let shared = match act_of(plan, did) {
            Some(Act::Acquire(shared)) => shared,
            Some(Act::Take(shared) | Act::Serve(shared)) if did.item.is_some() => shared,
            _ => continue,
        };
        had[shared.index()].push((did.at_ns, did.program, did.item.map(|item| item.0)));
    }
    let sorted = had.into_iter().map(|mut times| {
        times.sort_unstable();
        let names = times.into_iter().map(|(_, program, item)| (program, item));
        names.collect()
    });
    sorted.collect()
}
