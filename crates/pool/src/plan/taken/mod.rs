//! A plan from a trace: each lane's stretches become its program's steps, what was done to objects
//! becomes steps on shared ones, and who woke whom becomes latches. Pure. Must not know how a plan
//! is performed, nor any primitive by name: roles and verbs are data of the trace.

mod channels;
mod drafts;
mod edges;
mod happenings;
mod loops;
mod roster;
mod steps;
mod table;
mod turns;
mod waits;

use super::{CannotRun, MAX_WORKERS, Plan, Program};
use drafts::Drafts;
use happenings::Happenings;
use interleave_trace::{Outcome, Trace};
use roster::Roster;
use table::Table;

/// So many steps at most: they are all sent to every worker.
pub const MAX_STEPS: u64 = 200_000;

/// What a real run of `trace` must do.
///
/// Blind spots: the programs do what they did in the trace whatever comes of it in another order (a
/// branch that depends on who was faster is not taken again); a wait that nobody ended in the trace
/// is a sleep.
pub fn take(trace: &Trace) -> Result<Plan, CannotRun> {
    let roster = admitted(trace)?;
    let mut table = Table::default();
    let happenings = Happenings::of(trace, &mut table);
    let mut drafts = Drafts::of(trace, &roster, &happenings);
    waits::resolve(trace, &roster, &happenings, &mut drafts, &mut table);
    let programs = drafts.programs.into_iter().map(steps::of);
    let mut programs: Vec<_> = programs.collect();
    let mut items = happenings.items;
    channels::let_items_carry(&roster, &table, &mut programs, &mut items);
    let steps = programs.iter().map(Vec::len).sum::<usize>() as u64
        + items.iter().map(|item| item.steps.len()).sum::<usize>() as u64;
    if steps > MAX_STEPS {
        return Err(CannotRun::TooManySteps {
            steps,
            limit: MAX_STEPS,
        });
    }
    let members = roster.members.iter().zip(programs);
    let programs = members.enumerate().map(|(index, (member, lines))| {
        let lane = &trace.lanes[member.lane.index()];
        Program {
            name: lane.name.clone(),
            lane: member.lane,
            process: lane.process.0,
            turns_on: member.turns_on,
            done: table.done_of(index),
            steps: lines.into_iter().map(|line| line.step).collect(),
        }
    });
    let programs: Vec<Program> = programs.collect();
    let processes = programs.iter().map(|program| program.process + 1).max();
    Ok(Plan {
        programs,
        shared: table.shared,
        items,
        processes: processes.unwrap_or(0),
    })
}

/// Who takes part, if the trace can be run at all.
fn admitted(trace: &Trace) -> Result<Roster, CannotRun> {
    let is_over = matches!(
        trace.outcome,
        Outcome::Finished { .. } | Outcome::UncaughtException { .. }
    );
    if !is_over {
        return Err(CannotRun::Unfinished {
            outcome: trace.outcome.name().to_owned(),
        });
    }
    let threads = trace.thread_lanes.len() as u32;
    if threads > MAX_WORKERS {
        return Err(CannotRun::TooManyThreads {
            threads,
            limit: MAX_WORKERS,
        });
    }
    let roster = Roster::of(trace);
    match trace.slices.iter().all(|slices| slices.is_empty()) {
        true => Err(CannotRun::Empty),
        false => Ok(roster),
    }
}
