//! What a worker did, as it goes: stretches and answers. Owns the bounds of a record, so that the
//! record of a long run costs little and never grows without end.

use super::clock::Clock;
use crate::perform::Performer;
use crate::plan::{ItemId, Plan, ProgramId, SharedId};
use crate::protocol::{Did, Measured, NO_SHARED, Stretch};
use interleave_trace::{Place, State};

/// So many stretches of one worker at most; what comes later is not kept.
const MOST_STRETCHES: usize = 200_000;
/// So many steps of one worker at most.
const MOST_STEPS: usize = 1_000_000;
/// Stretches of the same kind that lie so close to each other are one.
const NEAR_NS: u64 = 4_000;

/// The record of one worker's part in one run.
pub struct Record {
    base_ms: f64,
    measured: Measured,
    /// The last stretch of every program, as an index, to join the next one to.
    last: Vec<Option<usize>>,
}

impl Record {
    /// An empty record, with times since `base_ms`.
    pub fn new(plan: &Plan, base_ms: f64) -> Record {
        let programs = plan.programs.len();
        Record {
            base_ms,
            measured: Measured {
                began_ns: vec![u64::MAX; programs],
                ended_ns: vec![u64::MAX; programs],
                ..Measured::default()
            },
            last: vec![None; programs],
        }
    }

    /// A time on the clock as one of the record.
    pub fn ns(&self, ms: f64) -> u64 {
        ((ms - self.base_ms) * 1e6).max(0.0) as u64
    }

    /// Now, as a time of the record.
    pub fn now_ns(&self, clock: &Clock) -> u64 {
        self.ns(clock.now_ms())
    }

    /// A program was asked to start.
    pub fn began(&mut self, program: ProgramId, at_ns: u64) {
        self.measured.began_ns[program.index()] = at_ns;
    }

    /// A program is over.
    pub fn ended(&mut self, program: ProgramId, at_ns: u64) {
        self.measured.ended_ns[program.index()] = at_ns;
    }

    /// The step that the performer is at was done.
    pub fn did(
        &mut self,
        performer: &Performer,
        item: Option<ItemId>,
        (from_ns, at_ns): (u64, u64),
    ) {
        self.measured.steps += 1;
        if self.measured.done.len() >= MOST_STEPS {
            self.measured.cut += 1;
            return;
        }
        let (part, index) = performer.step();
        self.measured.done.push(Did {
            program: performer.program(),
            part,
            index,
            item,
            from_ns,
            at_ns,
        });
    }

    /// A program was in a state for a while.
    pub fn stretch(
        &mut self,
        program: ProgramId,
        (start_ns, end_ns): (u64, u64),
        state: State,
        shared: Option<SharedId>,
        place: Place,
    ) {
        if end_ns <= start_ns {
            return;
        }
        let shared = shared.map_or(NO_SHARED, |shared| shared.0);
        let stretches = &mut self.measured.stretches;
        let last = &mut self.last[program.index()];
        if let Some(before) = last.map(|at| &mut stretches[at]) {
            let is_same = before.state == state && before.shared == shared && before.place == place;
            if is_same && start_ns <= before.end_ns + NEAR_NS {
                before.end_ns = end_ns;
                return;
            }
        }
        if stretches.len() >= MOST_STRETCHES {
            self.measured.cut += 1;
            return;
        }
        *last = Some(stretches.len());
        stretches.push(Stretch {
            program,
            start_ns,
            end_ns,
            state,
            shared,
            place,
        });
    }

    /// All of it.
    pub fn into_measured(self) -> Measured {
        self.measured
    }
}
