//! The computation that stands for CPU time, in rounds, and what it comes to.

use crate::calibrate::compute;
use std::hint::black_box;

/// Computes for a worker.
pub struct Work {
    rounds_per_ns: f64,
    scale: f64,
    digest: u64,
}

impl Work {
    /// With this browser's speed and the run's scale.
    pub fn new(rounds_per_ns: f64, scale: u32) -> Work {
        Work {
            rounds_per_ns,
            scale: f64::from(scale.max(1)),
            digest: 1,
        }
    }

    /// How many rounds `ns` of the plan are, after scale.
    pub fn rounds(&self, ns: u64) -> u64 {
        (ns as f64 * self.rounds_per_ns / self.scale) as u64
    }

    /// How many rounds `ns` of real time are.
    pub fn rounds_unscaled(&self, ns: u64) -> u64 {
        ((ns as f64 * self.rounds_per_ns) as u64).max(1)
    }

    /// How many ms `ns` of the plan are, after scale.
    pub fn ms(&self, ns: u64) -> f64 {
        ns as f64 / 1e6 / self.scale
    }

    /// Does so many rounds.
    pub fn compute(&mut self, rounds: u64) {
        self.digest = black_box(compute(self.digest, black_box(rounds)));
    }

    /// What all of it came to.
    pub fn digest(&self) -> u64 {
        self.digest
    }
}
