//! A program that runs: its computation in pieces, the GIL between them, what it copies.

use super::Stage;
use crate::browser::floor::payload;
use crate::browser::gil::Gil;
use crate::perform::Performer;
use crate::plan::ItemId;
use interleave_trace::State;

impl Stage {
    /// Copies what an item weighs where it may pass to another process.
    pub(super) fn carry(&self, item: ItemId) {
        if self.crosses_processes() {
            payload::copy(self.ground.duty.plan.items[item.index()].bytes);
        }
    }

    pub(super) fn transfer(&self, bytes: u32) {
        if self.crosses_processes() {
            payload::copy(bytes);
            payload::copy(bytes);
        }
    }

    fn crosses_processes(&self) -> bool {
        let seats = &self.ground.duty.seating.seats;
        seats.iter().any(|seat| seat.is_fresh)
    }

    /// Writes down that the program has been running until now.
    pub(super) fn ran(&mut self, performer: &Performer, from_ns: u64) -> u64 {
        let now_ns = self.now_ns();
        let span = (from_ns, now_ns);
        let (program, place) = (performer.program(), performer.place());
        self.record
            .stretch(program, span, State::Running, None, place);
        now_ns
    }

    pub(super) fn compute(&mut self, performer: &Performer, ns: u64, from_ns: u64) -> u64 {
        let mut rounds = self.work.rounds(ns);
        let mut from_ns = from_ns;
        let Some(gil) = &self.gil else {
            self.work.compute(rounds);
            return self.ran(performer, from_ns);
        };
        let piece = self.work.rounds_unscaled(gil.piece_ns());
        while rounds > 0 {
            let now = rounds.min(piece);
            self.work.compute(now);
            rounds -= now;
            if self.gil.as_ref().is_some_and(Gil::is_wanted) {
                from_ns = self.pass_gil_on(performer, from_ns);
            }
        }
        self.ran(performer, from_ns)
    }

    pub(super) fn pass_gil_on(&mut self, performer: &Performer, from_ns: u64) -> u64 {
        let now_ns = self.ran(performer, from_ns);
        if let Some(gil) = &mut self.gil {
            gil.pass_on();
        }
        self.take_gil(performer, now_ns)
    }

    /// Takes the GIL, if there is one, for a program that could run since then.
    pub(super) fn take_gil(&mut self, performer: &Performer, since_ns: u64) -> u64 {
        let Some(gil) = self.gil.as_mut().filter(|gil| !gil.is_mine()) else {
            return since_ns;
        };
        gil.take();
        let now_ns = self.now_ns();
        let span = (since_ns, now_ns);
        let (program, place) = (performer.program(), performer.place());
        self.record
            .stretch(program, span, State::WaitingGil, None, place);
        now_ns
    }

    pub(super) fn release_gil(&mut self) {
        if let Some(gil) = self.gil.as_mut().filter(|gil| gil.is_mine()) {
            gil.release();
        }
    }
}
