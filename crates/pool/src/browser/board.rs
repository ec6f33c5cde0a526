//! What the workers of one run have in common, as words: the shared objects, who waits for which,
//! a bell a seat, which programs were started, the GILs. Owns the layout and the rule by which no
//! ring is lost: who waits says so, then looks once more; who finds that it was rung but did not
//! need it rings the next.

use super::gil::{self, GIL_WORDS};
use super::words::Words;
use crate::objects::{Ask, Attempt, Memory, Objects, Ring};
use crate::plan::{Plan, ProgramId, SharedId};

/// 1 when the run is over for all.
const OVER: usize = 0;
const HEAD_WORDS: usize = 16;

// Words of a seat; a cache line.
/// Changes when the seat is to look again.
const BELL: usize = 0;
/// Changes when a program of the seat was started by another seat.
const ARRIVALS: usize = 1;
/// What the seat does: see [`Rest`].
const REST: usize = 2;
/// The bell that it rests on.
const RESTS_ON: usize = 3;
const SEAT_WORDS: usize = 16;

// Words of those who wait for an object: a bit a seat, and who was rung last.
const LAST_RUNG: usize = 2;
const LIST_WORDS: usize = 3;

/// What a seat does, as others see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Something, or it sleeps and will wake by itself.
    None = 0,
    /// It waits for a bell.
    ForBell = 1,
    /// Its programs are over.
    Over = 2,
}

/// The words of a run.
pub struct Board {
    words: Words,
    objects: Objects<Words>,
    seats: usize,
    programs: usize,
    processes: usize,
    lists_at: usize,
}

fn gils_at(plan: &Plan, seats: usize) -> usize {
    HEAD_WORDS + seats * SEAT_WORDS + plan.programs.len().next_multiple_of(SEAT_WORDS)
}

fn lists_at(plan: &Plan, seats: usize) -> usize {
    gils_at(plan, seats) + plan.processes.max(1) as usize * GIL_WORDS
}

impl Board {
    /// How many words a run of `plan` on so many seats needs.
    pub fn words_for(plan: &Plan, seats: usize) -> usize {
        lists_at(plan, seats) + plan.shared.len() * LIST_WORDS + Objects::<Words>::words_for(plan)
    }

    /// The board in these words.
    pub fn new(plan: &Plan, seats: usize, words: Words) -> Board {
        let lists_at = lists_at(plan, seats);
        let first = lists_at + plan.shared.len() * LIST_WORDS;
        Board {
            objects: Objects::new(plan, words.clone(), first),
            words,
            seats,
            programs: plan.programs.len(),
            processes: plan.processes.max(1) as usize,
            lists_at,
        }
    }

    /// Puts everything into its first state. Nobody may be seated.
    pub fn reset(&self) {
        let first = self.lists_at + self.lists() * LIST_WORDS;
        for at in 0..first {
            self.words.store(at, 0);
        }
        self.objects.reset();
    }

    fn lists(&self) -> usize {
        self.objects.len()
    }

    /// The words themselves.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Where a process's GIL lies.
    pub fn gil_at(&self, process: usize) -> usize {
        self.lists_at - (self.processes - process) * GIL_WORDS
    }

    /// How often a GIL was found held by two.
    pub fn gil_faults(&self) -> u32 {
        let all = 0..self.processes;
        all.map(|process| gil::faults(&self.words, self.gil_at(process)))
            .sum()
    }

    fn seat_at(&self, seat: usize) -> usize {
        debug_assert!(seat < self.seats);
        HEAD_WORDS + seat * SEAT_WORDS
    }

    fn start_at(&self, program: ProgramId) -> usize {
        debug_assert!(program.index() < self.programs);
        HEAD_WORDS + self.seats * SEAT_WORDS + program.index()
    }

    /// Tries what is asked.
    pub fn attempt(&self, ask: Ask) -> Attempt {
        self.objects.attempt(ask)
    }

    /// Says that `seat` waits for the object. It must try once more after that.
    pub fn enlist(&self, shared: SharedId, seat: usize) {
        let (at, bit) = self.list_bit(shared, seat);
        self.words.or(at, bit);
    }

    /// Whether `seat` still stands on the object's list: it was not rung.
    pub fn is_enlisted(&self, shared: SharedId, seat: usize) -> bool {
        let (at, bit) = self.list_bit(shared, seat);
        self.words.load(at) & bit != 0
    }

    /// Takes `seat` from the object's list. If it was rung meanwhile, another is rung in its place.
    pub fn leave(&self, shared: SharedId, seat: usize) {
        let (at, bit) = self.list_bit(shared, seat);
        if self.words.and(at, !bit) & bit == 0 {
            self.ring(shared, Ring::One, seat);
        }
    }

    fn list_bit(&self, shared: SharedId, seat: usize) -> (usize, i32) {
        let at = self.lists_at + shared.index() * LIST_WORDS + seat / 32;
        (at, 1 << (seat % 32))
    }

    /// Rings those of `ring` who wait for the object. Says whether `me` is among them; its own bell
    /// stays silent.
    pub fn ring(&self, shared: SharedId, ring: Ring, me: usize) -> bool {
        match ring {
            Ring::None => false,
            Ring::One => self.ring_one(shared, me),
            Ring::All => self.ring_all(shared, me),
        }
    }

    fn ring_one(&self, shared: SharedId, me: usize) -> bool {
        let list = self.lists_at + shared.index() * LIST_WORDS;
        loop {
            let low = self.words.load(list) as u32;
            let high = if self.seats > 32 {
                self.words.load(list + 1) as u32
            } else {
                0
            };
            let waiting = u64::from(high) << 32 | u64::from(low);
            if waiting == 0 {
                return false;
            }
            // After the last that was rung comes its neighbour, so that nobody starves.
            let after = self.words.load(list + LAST_RUNG) as u32 + 1;
            let later = waiting & u64::MAX.checked_shl(after).unwrap_or(0);
            let seat = if later != 0 { later } else { waiting }.trailing_zeros() as usize;
            let (at, bit) = self.list_bit(shared, seat);
            if self.words.and(at, !bit) & bit != 0 {
                self.words.store(list + LAST_RUNG, seat as i32);
                if seat == me {
                    return true;
                }
                self.ring_bell(seat);
                return false;
            }
        }
    }

    fn ring_all(&self, shared: SharedId, me: usize) -> bool {
        let list = self.lists_at + shared.index() * LIST_WORDS;
        let mut is_me = false;
        for half in 0..self.seats.div_ceil(32) {
            if self.words.load(list + half) == 0 {
                continue;
            }
            let mut waiting = self.words.and(list + half, 0) as u32;
            while waiting != 0 {
                let seat = half * 32 + waiting.trailing_zeros() as usize;
                waiting &= waiting - 1;
                if seat == me {
                    is_me = true;
                } else {
                    self.ring_bell(seat);
                }
            }
        }
        is_me
    }

    fn ring_bell(&self, seat: usize) {
        let at = self.seat_at(seat) + BELL;
        self.words.add(at, 1);
        self.words.notify(at, 1);
    }

    /// The seat's bell. Look at it before looking for work.
    pub fn bell(&self, seat: usize) -> i32 {
        self.words.load(self.seat_at(seat) + BELL)
    }

    /// Sleeps until the bell is no longer `seen` or so many ms are over.
    pub fn rest(&self, seat: usize, seen: i32, most_ms: Option<f64>) {
        let at = self.seat_at(seat);
        if most_ms.is_none() {
            self.words.store(at + RESTS_ON, seen);
            self.words.store(at + REST, Rest::ForBell as i32);
        }
        self.words.wait(at + BELL, seen, most_ms);
        if most_ms.is_none() {
            self.words.store(at + REST, Rest::None as i32);
        }
    }

    /// Says that the seat's programs are over.
    pub fn leave_seat(&self, seat: usize) {
        self.words
            .store(self.seat_at(seat) + REST, Rest::Over as i32);
    }

    /// Whether the seat is over or waits for a bell that has not rung; and its bell.
    pub fn is_still(&self, seat: usize) -> (bool, i32) {
        let at = self.seat_at(seat);
        let bell = self.words.load(at + BELL);
        let rest = self.words.load(at + REST);
        let rests = rest == Rest::ForBell as i32 && self.words.load(at + RESTS_ON) == bell;
        (rest == Rest::Over as i32 || rests, bell)
    }

    /// Starts a program that sits elsewhere.
    pub fn start(&self, program: ProgramId, seat: usize) {
        self.words.store(self.start_at(program), 1);
        self.words.add(self.seat_at(seat) + ARRIVALS, 1);
        self.ring_bell(seat);
    }

    /// How often others started a program of the seat.
    pub fn arrivals(&self, seat: usize) -> i32 {
        self.words.load(self.seat_at(seat) + ARRIVALS)
    }

    /// Whether another seat started the program.
    pub fn is_started(&self, program: ProgramId) -> bool {
        self.words.load(self.start_at(program)) != 0
    }

    /// Ends the run for all who wait.
    pub fn finish(&self) {
        self.words.store(OVER, 1);
        for seat in 0..self.seats {
            self.ring_bell(seat);
        }
    }

    /// Whether the run was ended.
    pub fn is_finished(&self) -> bool {
        self.words.load(OVER) != 0
    }
}
