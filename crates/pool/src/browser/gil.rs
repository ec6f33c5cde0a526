//! A GIL as CPython passes it (`Python/ceval_gil.c`): who waits for longer than the switch interval
//! asks for it, who holds it looks for that between small pieces of work, and whoever gave it up on
//! request waits until another has it. Blind spot: the browser, not a queue, picks who is woken.

use super::words::Words;
use crate::objects::Memory;

// Words of a GIL.
/// 0, or the number of the seat that holds it + 1.
const HOLDER: usize = 0;
/// 1 when somebody wants it.
const REQUEST: usize = 1;
/// Who held it last, as [`HOLDER`] has it.
const LAST: usize = 2;
/// How often it has passed to another.
const SWITCHES: usize = 3;
/// How many hold it: a count of its own, so that a fault of the protocol shows.
const INSIDE: usize = 4;
/// How often it was found held by two.
const FAULTS: usize = 5;
/// How many wait for it.
const WAITERS: usize = 6;

/// Words that a GIL takes; a cache line, so that two do not slow each other down.
pub const GIL_WORDS: usize = 16;

/// One process's GIL, seen from one seat.
pub struct Gil {
    words: Words,
    at: usize,
    me: i32,
    interval_ms: f64,
    is_mine: bool,
}

impl Gil {
    /// The GIL in the words from `at` on, all 0 at first.
    pub fn new(words: Words, at: usize, seat: usize, interval_ns: u64) -> Gil {
        Gil {
            words,
            at,
            me: seat as i32 + 1,
            interval_ms: interval_ns as f64 / 1e6,
            is_mine: false,
        }
    }

    /// How long a piece of work may be between two looks, in ns.
    pub fn piece_ns(&self) -> u64 {
        ((self.interval_ms * 1e6) as u64 / 8).clamp(5_000, 40_000)
    }

    /// Whether this seat holds it.
    pub fn is_mine(&self) -> bool {
        self.is_mine
    }

    /// Whether somebody asked for it.
    pub fn is_wanted(&self) -> bool {
        self.words.load(self.at + REQUEST) != 0
    }

    /// Whether somebody waits for it.
    pub fn is_awaited(&self) -> bool {
        self.words.load(self.at + WAITERS) > 0
    }

    /// Waits for it.
    pub fn take(&mut self) {
        debug_assert!(!self.is_mine);
        let (words, at) = (&self.words, self.at);
        if words.compare_exchange(at + HOLDER, 0, self.me) != 0 {
            words.add(at + WAITERS, 1);
            loop {
                let holder = words.load(at + HOLDER);
                if holder == 0 {
                    if words.compare_exchange(at + HOLDER, 0, self.me) == 0 {
                        break;
                    }
                    continue;
                }
                let switches = words.load(at + SWITCHES);
                let is_timed_out = words.wait_timed(at + HOLDER, holder, self.interval_ms);
                let still = words.load(at + HOLDER) != 0 && words.load(at + SWITCHES) == switches;
                if is_timed_out && still {
                    words.store(at + REQUEST, 1);
                }
            }
            words.add(at + WAITERS, -1);
        }
        if words.add(at + INSIDE, 1) != 0 {
            words.add(at + FAULTS, 1);
        }
        words.store(at + REQUEST, 0);
        if words.load(at + LAST) != self.me {
            words.store(at + LAST, self.me);
            words.add(at + SWITCHES, 1);
            // Whoever gave it up on request waits for this.
            words.notify(at + LAST, u32::MAX);
        }
        self.is_mine = true;
    }

    /// Gives it up, to sleep or to wait.
    pub fn release(&mut self) {
        debug_assert!(self.is_mine);
        self.is_mine = false;
        self.words.add(self.at + INSIDE, -1);
        self.words.store(self.at + HOLDER, 0);
        if self.is_awaited() {
            self.words.notify(self.at + HOLDER, 1);
        }
    }

    /// Gives it up because somebody asked for it, and waits until somebody has it.
    pub fn pass_on(&mut self) {
        self.release();
        // Bounded: whoever asked may have been stopped meanwhile.
        const MOST_MS: f64 = 5.0;
        const ROUNDS: u32 = 20;
        for _ in 0..ROUNDS {
            let is_alone = !self.is_awaited();
            if is_alone || self.words.load(self.at + LAST) != self.me {
                return;
            }
            self.words.wait(self.at + LAST, self.me, Some(MOST_MS));
        }
    }
}

/// How often the GIL in the words from `at` on was found held by two.
pub fn faults(words: &Words, at: usize) -> u32 {
    words.load(at + FAULTS) as u32
}
