//! The calibration: the computation that stands for CPU time, what is probed, and what follows from
//! the samples. Pure; workers carry the probes out.

mod chain;
mod course;
mod figures;
mod judge;
mod mood;
mod starting;

pub use chain::Chain;
pub use course::{Course, FIRST_ROUNDS};
pub use judge::{Notice, Samples, profile, with_starts};
pub use mood::Mood;
pub use starting::{started, starting, starting_terms};

use serde::{Deserialize, Serialize};

/// Something for a worker to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Probe {
    /// How long so many rounds of the computation take, several times over.
    Rounds {
        /// Rounds a sample.
        rounds: u64,
        /// Samples.
        samples: u32,
    },
    /// How late blocking sleeps of `ns` end.
    Sleep {
        /// For how long.
        ns: u64,
        /// Samples.
        samples: u32,
    },
    /// How late timers of `ns` fire.
    Timer {
        /// For how long.
        ns: u64,
        /// Samples.
        samples: u32,
    },
    /// How long a ring takes to wake another worker, with a partner who is given the same memory.
    Wake {
        /// Samples.
        samples: u32,
        /// Which of the two this is.
        is_first: bool,
    },
    /// How long the GIL takes from one worker to another, with a partner likewise.
    GilHandOff {
        /// Samples.
        samples: u32,
        /// Which of the two this is.
        is_first: bool,
    },
    /// How long a question to a shared object takes that need not wait.
    Ask {
        /// Samples.
        samples: u32,
    },
}

/// What a probe gave: a figure a sample, in ns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// In order.
    pub ns: Vec<f64>,
}

/// The computation that stands for CPU time: `rounds` rounds of xorshift64* from `seed`. The result
/// must be used, or an optimiser could remove it.
pub fn compute(seed: u64, rounds: u64) -> u64 {
    let mut state = seed | 1;
    for _ in 0..rounds {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
    }
    state.wrapping_mul(0x2545_f491_4f6c_dd1d)
}
