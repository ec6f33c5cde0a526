//! Who waits for which object on one worker, and how they go on when it is rung for.

use super::{Ready, Stage, taken};
use crate::objects::{Ask, Attempt, Ring};
use crate::perform::Performer;
use crate::plan::SharedId;
use interleave_trace::State;
use std::collections::VecDeque;

/// A program that waits for an object.
pub(super) struct Waiter {
    pub(super) performer: Performer,
    pub(super) ask: Ask,
    /// When it first asked.
    pub(super) asked_ns: u64,
    pub(super) since_ns: u64,
}

/// Who waits for one object, first come first: those who put apart from all others, since what
/// lets one kind go on does not help the other.
#[derive(Default)]
pub(super) struct Queue {
    pub(super) takers: VecDeque<Waiter>,
    pub(super) putters: VecDeque<Waiter>,
}

impl Queue {
    fn is_empty(&self) -> bool {
        self.takers.is_empty() && self.putters.is_empty()
    }
}

impl Stage {
    pub(super) fn ring(&mut self, shared: SharedId, ring: Ring) {
        if self.ground.board.ring(shared, ring, self.seat) {
            self.rung.push_back(shared);
        }
    }

    pub(super) fn enqueue(&mut self, waiter: Waiter) {
        let shared = waiter.ask.shared();
        let queue = self.waiting.entry(shared).or_default();
        match waiter.ask {
            Ask::Put(..) => queue.putters.push_back(waiter),
            _ => queue.takers.push_back(waiter),
        }
        self.attend(shared);
    }

    /// Looks again at every object that this worker was rung for, by itself or by others.
    pub(super) fn attend_all(&mut self) {
        while let Some(shared) = self.rung.pop_front() {
            self.attend(shared);
        }
        let board = &self.ground.board;
        let bell = board.bell(self.seat);
        if bell == self.heard_bell {
            return;
        }
        self.heard_bell = bell;
        let rung = |shared: &SharedId| !board.is_enlisted(*shared, self.seat);
        let rung: Vec<SharedId> = self.waiting.keys().copied().filter(rung).collect();
        for shared in rung {
            self.attend(shared);
        }
    }

    /// Lets those who wait for the object try, and stays on its list as long as somebody waits.
    fn attend(&mut self, shared: SharedId) {
        let Some(mut queue) = self.waiting.remove(&shared) else {
            return;
        };
        self.ground.board.enlist(shared, self.seat);
        loop {
            let takes = self.admit(&mut queue.takers);
            let puts = self.admit(&mut queue.putters);
            // A put may let one take, and the other way round.
            if !takes && !puts {
                break;
            }
        }
        if queue.is_empty() {
            self.ground.board.leave(shared, self.seat);
        } else {
            self.waiting.insert(shared, queue);
        }
    }

    /// Lets them try, first come first; whether any could go on.
    fn admit(&mut self, waiters: &mut VecDeque<Waiter>) -> bool {
        let mut has_admitted = false;
        while let Some(first) = waiters.front_mut() {
            match self.ground.board.attempt(first.ask) {
                Attempt::Wait(again, ring) => {
                    let shared = again.shared();
                    first.ask = again;
                    self.ring(shared, ring);
                    break;
                }
                Attempt::Done(answer, ring) => {
                    let mut waiter = waiters.pop_front().expect("the first is there");
                    let (program, shared) = (waiter.performer.program(), waiter.ask.shared());
                    let now_ns = self.now_ns();
                    let place = waiter.performer.place();
                    let span = (waiter.since_ns, now_ns);
                    self.record
                        .stretch(program, span, State::Blocked, Some(shared), place);
                    let span = (waiter.asked_ns, now_ns);
                    self.record.did(&waiter.performer, taken(answer), span);
                    self.answered(&mut waiter.performer, answer);
                    self.ready.push_back(Ready {
                        performer: waiter.performer,
                        since_ns: now_ns,
                    });
                    has_admitted = true;
                    self.ring(shared, ring);
                }
            }
        }
        has_admitted
    }
}
