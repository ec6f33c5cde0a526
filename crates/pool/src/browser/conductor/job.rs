//! What the runs of an order, or of a probe, have in common.

use crate::browser::board::Board;
use crate::browser::words::Words;
use crate::plan::Plan;
use crate::protocol::{Duty, ToWorker};
use crate::rehearse::Terms;
use crate::seating::{Keeper, Seating};

/// What is run.
pub struct Job {
    /// What is to be done.
    pub plan: Plan,
    /// By whom.
    pub seating: Seating,
    /// Times are divided by this.
    pub scale: u32,
    /// Rounds of the computation a ns.
    pub rounds_per_ns: f64,
    /// The GIL's switch interval, in ns, scaled.
    pub switch_interval_ns: u64,
    /// A run that takes longer is given up.
    pub limit_ns: u64,
    /// The memory that all workers share.
    pub board: Option<Board>,
}

impl Job {
    /// The board of the job's workers, where they share memory.
    fn board(plan: &Plan, seating: &Seating) -> Option<Board> {
        let seats = seating.seats.len();
        (seating.keeper == Keeper::Shared)
            .then(|| Board::new(plan, seats, Words::shared(Board::words_for(plan, seats))))
    }

    /// A plan to be run on these terms.
    pub fn new(
        plan: Plan,
        seating: Seating,
        terms: Terms,
        rounds_per_ns: f64,
        limit_ns: u64,
    ) -> Job {
        Job {
            board: Job::board(&plan, &seating),
            plan,
            seating,
            scale: terms.scale.max(1),
            rounds_per_ns,
            switch_interval_ns: terms.scaled(terms.switch_interval_ns).max(1_000),
            limit_ns,
        }
    }

    /// A plan of the calibration's own.
    pub fn probe(
        plan: Plan,
        terms: Terms,
        is_isolated: bool,
        rounds_per_ns: f64,
        limit_ns: u64,
    ) -> Job {
        let seating = Seating::of(&plan, terms.way, terms.has_gil, is_isolated);
        let seating =
            seating.expect("the calibration's plans are small and know what memory there is");
        Job::new(plan, seating, terms, rounds_per_ns, limit_ns)
    }

    /// Gives the runs to come new memory: a worker that was ended may go on for a moment.
    pub fn forget_memory(&mut self) {
        self.board = Job::board(&self.plan, &self.seating);
    }

    /// What the worker of a seat must know.
    pub fn duty(&self, seat: usize) -> ToWorker {
        ToWorker::Join(Box::new(Duty {
            plan: self.plan.clone(),
            seating: self.seating.clone(),
            seat: seat as u32,
            scale: self.scale,
            rounds_per_ns: self.rounds_per_ns,
            switch_interval_ns: self.switch_interval_ns,
        }))
    }
}
