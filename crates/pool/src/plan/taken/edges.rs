//! Who ended a wait: the wakes of a trace by whom they woke, and what a loop's tasks were woken by.
//! Must not know what becomes of it.

use super::drafts::Drafts;
use super::roster::Roster;
use crate::plan::ProgramId;
use interleave_trace::{ThreadId, Trace, Wake};

/// Why somebody went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause {
    /// What a program did at an instant.
    Deed(ProgramId, u64),
    /// A program was over.
    End(ProgramId),
    /// Time had passed: since the instant that the loop of its thread went idle.
    Timer { idle_from_ns: u64, idle_to_ns: u64 },
}

/// The wakes of each thread.
pub(super) struct Wakes {
    by_woken: Vec<Vec<Wake>>,
}

impl Wakes {
    pub(super) fn of(trace: &Trace) -> Wakes {
        let mut by_woken = vec![Vec::new(); trace.thread_lanes.len()];
        for wake in &trace.wakes {
            by_woken[wake.to.index()].push(*wake);
        }
        for wakes in &mut by_woken {
            wakes.sort_by_key(|wake: &Wake| wake.ready_ns);
        }
        Wakes { by_woken }
    }

    /// The wake that ended the wait of `thread` from `start_ns` to `end_ns`: none if that was a time
    /// limit.
    pub(super) fn ended(&self, thread: ThreadId, start_ns: u64, end_ns: u64) -> Option<Wake> {
        let wakes = &self.by_woken[thread.index()];
        let after = wakes.partition_point(|wake| wake.ready_ns <= end_ns);
        let wake = *wakes.get(after.checked_sub(1)?)?;
        (wake.ready_ns == end_ns && wake.at_ns >= start_ns).then_some(wake)
    }
}

/// Why the loop of `thread`, and not one of its tasks in turn, did something at `at_ns`: since it was
/// last idle a task did something that it passes on; or somebody woke it; or time had passed.
pub(super) fn cause_of_loop(
    roster: &Roster,
    drafts: &Drafts,
    wakes: &Wakes,
    thread: ThreadId,
    at_ns: u64,
) -> Option<Cause> {
    let idles = &drafts.idles[thread.index()];
    let after = idles.partition_point(|idle| idle.end_ns <= at_ns);
    let idle = after.checked_sub(1).map(|index| idles[index]);
    if let Some(turn) = roster.turns[thread.index()].before(at_ns)
        && idle.is_none_or(|idle| idle.end_ns <= turn.start_ns)
    {
        return Some(deed(roster, turn.program, turn.end_ns));
    }
    let idle = idle?;
    Some(match wakes.ended(thread, idle.start_ns, idle.end_ns) {
        Some(wake) => deed(roster, roster.doer(wake.from, wake.at_ns), wake.at_ns),
        None => Cause::Timer {
            idle_from_ns: idle.start_ns,
            idle_to_ns: idle.end_ns,
        },
    })
}

/// What `program` did at `at_ns`: the last thing that it did is its end.
pub(super) fn deed(roster: &Roster, program: ProgramId, at_ns: u64) -> Cause {
    let end_ns = roster.members[program.index()].end_ns;
    match end_ns.is_some_and(|end_ns| end_ns <= at_ns) {
        true => Cause::End(program),
        false => Cause::Deed(program, at_ns),
    }
}
