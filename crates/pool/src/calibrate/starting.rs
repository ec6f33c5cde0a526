//! Processes that are started at once and do nothing else: what a new worker takes until its first step is seen in a run
//! as all others are, with its part to be read and its bell to be rung. Pure: how it is run is the conductor's.

use super::Sample;
use super::chain::{program, shared};
use crate::plan::{Act, Plan, Program, ProgramId, SharedId, SharedKind};
use crate::protocol::{Measured, Way};
use crate::rehearse::Terms;

/// On what terms they are started: each on a worker of its own, by messages where workers can't share memory.
pub fn starting_terms(is_isolated: bool) -> Terms {
    Terms {
        way: match is_isolated {
            true => Way::AsWritten,
            false => Way::Processes,
        },
        scale: 1,
        switch_interval_ns: 5_000_000,
        has_gil: false,
    }
}

/// Main starts so many processes and waits for them.
pub fn starting(processes: u32) -> Plan {
    let starts = (1..=processes).map(|number| Act::Start(ProgramId(number)));
    let waits = (0..processes).map(|number| Act::Await(SharedId(number)));
    let main = program(0, starts.chain(waits).collect());
    let others = (1..=processes).map(|number| Program {
        process: number,
        done: Some(SharedId(number - 1)),
        ..program(number, Vec::new())
    });
    Plan {
        programs: [main].into_iter().chain(others).collect(),
        shared: vec![shared(SharedKind::Latch); processes as usize],
        items: Vec::new(),
        processes: processes + 1,
    }
}

/// From the request for the first one to each one's first step, in ns.
pub fn started(run: &Measured) -> Sample {
    let asked_ns = run.began_ns.iter().skip(1).min().copied().unwrap_or(0);
    let others = run.done.iter().filter(|did| did.program.0 > 0);
    Sample {
        ns: others
            .map(|did| did.from_ns.saturating_sub(asked_ns) as f64)
            .collect(),
    }
}
