//! The floors: how the programs of one worker are performed for real. `stage` takes the turns of
//! programs that sit on one worker, whatever the worker does when none of them can go on; `blocking`
//! and `event_loop` are two things to do then; `apart` performs one program by messages.

pub mod apart;
pub mod blocking;
pub mod event_loop;
mod payload;
pub mod stage;
mod work;

use super::board::Board;
use super::clock::Clock;
use super::gil::Gil;
use super::words::Words;
use crate::protocol::Duty;
use crate::seating::{Keeper, Seat};
use std::rc::Rc;

/// What a worker's programs are performed with.
pub struct Ground {
    /// What is to be done, and by whom.
    pub duty: Rc<Duty>,
    /// The clock.
    pub clock: Clock,
    /// What they have in common.
    pub board: Board,
}

impl Ground {
    /// The ground of `duty`, over the memory that all share or over the worker's own.
    pub fn new(duty: Rc<Duty>, clock: Clock, handed_over: Option<Words>) -> Ground {
        let seats = duty.seating.seats.len();
        let words = handed_over
            .filter(|_| duty.seating.keeper == Keeper::Shared)
            .unwrap_or_else(|| Words::to_sleep_on(Board::words_for(&duty.plan, seats)));
        let board = Board::new(&duty.plan, seats, words);
        if duty.seating.keeper != Keeper::Shared {
            board.reset();
        }
        Ground { duty, clock, board }
    }

    /// The worker's seat.
    pub fn seat(&self) -> &Seat {
        &self.duty.seating.seats[self.duty.seat as usize]
    }

    fn gil(&self) -> Option<Gil> {
        let number = self.duty.seat as usize;
        let seat = self.seat();
        seat.has_gil.then(|| {
            let at = self.board.gil_at(seat.process as usize);
            let words = self.board.words().clone();
            Gil::new(words, at, number, self.duty.switch_interval_ns)
        })
    }
}

/// What came of one worker's part in a run.
pub struct Outcome {
    /// What was done.
    pub measured: crate::protocol::Measured,
    /// What the computations came to.
    pub digest: u64,
}
