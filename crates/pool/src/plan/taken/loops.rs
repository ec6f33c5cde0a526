//! The programs of threads that tasks share: what such a thread does itself between its tasks' turns
//! has to come after what made it do so, because the time that it was idle is not its own.

use super::drafts::{Deed, Drafts, Mark, Pastime, TURN_COST_NS};
use super::edges::{Cause, Wakes, cause_of_loop};
use super::roster::Roster;
use super::table::{Named, Table};
use super::waits::latch;
use interleave_trace::{Place, ThreadId, Trace};
use std::collections::{BTreeMap, BTreeSet};

/// Lets each loop wait for what caused its own deeds.
pub(super) fn await_causes(
    trace: &Trace,
    roster: &Roster,
    wakes: &Wakes,
    drafts: &mut Drafts,
    table: &mut Table,
) {
    let mut points = BTreeSet::new();
    for (index, member) in roster.members.iter().enumerate() {
        if member.turns_on.is_none() && roster.turns[member.thread.index()].are_any() {
            let own = points_of(drafts, index);
            let end_ns = member.end_ns.unwrap_or(trace.end_ns);
            let all = own.into_iter().chain([end_ns]);
            points.extend(all.map(|at_ns| (at_ns, member.thread)));
        }
    }
    // From the last to the first: a latch that is found may be another loop's deed, earlier.
    let mut firsts: BTreeMap<(ThreadId, Cause), u64> = BTreeMap::new();
    while let Some((at_ns, thread)) = points.pop_last() {
        let Some(cause) = cause_of_loop(roster, drafts, wakes, thread, at_ns) else {
            continue;
        };
        if let Cause::Deed(program, deed_ns) = cause {
            let doer = &roster.members[program.index()];
            let is_loop = doer.turns_on.is_none() && roster.turns[doer.thread.index()].are_any();
            if is_loop && (deed_ns, doer.thread) < (at_ns, thread) {
                points.insert((deed_ns, doer.thread));
            }
        }
        firsts.insert((thread, cause), at_ns);
    }
    let mut slept_to_ns: BTreeMap<ThreadId, u64> = BTreeMap::new();
    let mut rows: Vec<_> = firsts.into_iter().collect();
    rows.sort_by_key(|&((thread, _), at_ns)| (thread, at_ns));
    for ((thread, cause), at_ns) in rows {
        let own = roster.of_thread(thread);
        let since_ns = slept_to_ns.get(&thread).copied();
        let deed = match cause {
            Cause::Timer {
                idle_from_ns,
                idle_to_ns,
            } => {
                let from_ns = idle_from_ns.max(since_ns.unwrap_or(0));
                slept_to_ns.insert(thread, idle_to_ns);
                Deed::Sleep(idle_to_ns - from_ns)
            }
            Cause::Deed(..) | Cause::End(_) => match latch(drafts, table, cause, Named::default) {
                Some(latch) => Deed::Await(latch),
                None => continue,
            },
        };
        drafts.mark(own, at_ns, deed, Place::NONE);
    }
}

/// The instants at which the loop did something itself that others see, or that takes long.
fn points_of(drafts: &Drafts, program: usize) -> BTreeSet<u64> {
    let draft = &drafts.programs[program];
    let stretches = draft
        .stretches
        .iter()
        .filter(|stretch| match stretch.pastime {
            Pastime::Nothing => false,
            Pastime::Compute => stretch.end_ns - stretch.start_ns >= TURN_COST_NS,
            _ => true,
        });
    let begins = stretches.map(|stretch| stretch.start_ns);
    let deeds = draft.marks.iter().map(|&Mark { at_ns, .. }| at_ns);
    begins.chain(deeds).collect()
}
