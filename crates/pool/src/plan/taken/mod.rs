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

use super::{CannotRun, MAX_WORKERS, Plan, Program, SharedId, SharedKind, Stuck, check};
use drafts::Drafts;
use happenings::Happenings;
use interleave_trace::{Outcome, Trace};
use roster::Roster;
use steps::Ordered;
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
    let mut ordered = Ordered::new();
    // In every round more of the trace's order is kept, until it does not matter who is faster.
    loop {
        let plan = build(
            trace,
            &roster,
            &happenings,
            &drafts,
            table.clone(),
            &ordered,
        )?;
        let Err(stuck) = checked(&plan) else {
            return Ok(plan);
        };
        let all = (0u32..).map(SharedId).take(table.shared.len());
        let has_order = |shared: &SharedId| {
            let kind = table.shared[shared.index()].kind;
            matches!(
                kind,
                SharedKind::Counter { .. } | SharedKind::Channel { .. }
            )
        };
        let kept = ordered.len();
        let waits = stuck.waits.iter().map(|&(_, shared)| shared);
        let of_script = waits.filter(|shared| shared.index() < table.shared.len());
        ordered.extend(of_script.filter(has_order));
        if ordered.len() == kept {
            ordered.extend(all.filter(has_order));
        }
        if ordered.len() == kept {
            return Err(CannotRun::Unfinished {
                outcome: trace.outcome.name().to_owned(),
            });
        }
    }
}

/// Whether a plan comes to its end in some orders that are as different as can be.
fn checked(plan: &Plan) -> Result<(), Stuck> {
    check(plan, |_| 0)?;
    check(plan, |ready| ready - 1)?;
    for seed in 1..=2u64 {
        let mut state = seed;
        check(plan, |ready| {
            // Knuth's MMIX generator; its high half is random enough.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % ready
        })?;
    }
    Ok(())
}

fn build(
    trace: &Trace,
    roster: &Roster,
    happenings: &Happenings,
    drafts: &Drafts,
    mut table: Table,
    ordered: &Ordered,
) -> Result<Plan, CannotRun> {
    let lines = drafts
        .programs
        .iter()
        .map(|draft| steps::of(draft, ordered, &mut table));
    let mut lines: Vec<_> = lines.collect();
    let steps = lines.iter().map(Vec::len).sum::<usize>() as u64;
    if steps > MAX_STEPS {
        return Err(CannotRun::TooManySteps {
            steps,
            limit: MAX_STEPS,
        });
    }
    let mut items = happenings.items.clone();
    let last_gets_ns = &happenings.last_gets_ns;
    channels::let_items_carry(roster, &table, last_gets_ns, &mut lines, &mut items);
    let members = roster.members.iter().zip(lines);
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
