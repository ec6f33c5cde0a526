//! A worker that blocks: a thread, a thread with an event loop in a mix, or all programs one after
//! the other. When nobody can go on it sleeps on its bell.

use super::Outcome;
use super::stage::Stage;
use crate::plan::ProgramId;

/// Performs to the end. `first` begins at once; without it the worker waits until another starts
/// one of its programs.
pub fn perform(mut stage: Stage, first: Option<ProgramId>) -> Outcome {
    if let Some(first) = first {
        stage.begin(first);
    }
    let seat = stage.seat();
    loop {
        let bell = stage.ground().board.bell(seat);
        stage.welcome();
        stage.run();
        let board = &stage.ground().board;
        if stage.is_over() || board.is_finished() {
            break;
        }
        let most_ms = stage.next_wake_ms();
        if most_ms.is_none() && stage.ground().duty.seating.seats.len() == 1 {
            // Nobody else could ever ring.
            break;
        }
        board.rest(seat, bell, most_ms);
        stage.wake();
    }
    stage.ground().board.leave_seat(seat);
    stage.finish()
}
