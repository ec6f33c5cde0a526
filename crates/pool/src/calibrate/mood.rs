//! What follows the machine's mood, measured anew beside the runs to which it matters: a profile is minutes old. Pure.

use super::judge::with_starts;
use super::{Chain, Sample};
use crate::profile::Profile;
use crate::seating::{Keeper, Seating};

/// Samples taken beside the runs of an order, in ns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mood {
    /// From the request for one new worker to its first step.
    pub start_of_one: Sample,
    /// The same for several at once: all of them a sample, in any order.
    pub starts_together: Vec<Sample>,
    /// Rounds of the chain of wakes that the runs are like.
    pub chain_rounds: Sample,
    together: usize,
    chain: Option<Chain>,
}

/// More at once say nothing new.
const MOST_TOGETHER: usize = 16;
/// So many samples for an order at least, however few its runs.
const LEAST_SAMPLES: u32 = 3;

impl Mood {
    /// Nothing is measured yet, beside runs of `seating`.
    pub fn of(seating: &Seating) -> Mood {
        let shares = seating.keeper == Keeper::Shared;
        let kept = seating.seats.iter().filter(|seat| !seat.is_fresh).count();
        Mood {
            together: seating.started().min(MOST_TOGETHER),
            chain: Chain::of_workers(kept).filter(|_| shares),
            ..Mood::default()
        }
    }

    /// How many workers are to be started at once before a run: as many as it starts itself.
    pub fn together(&self) -> usize {
        self.together
    }

    /// The chain of wakes that is to be run before a run; `None` where few sleep on each other's bells.
    pub fn chain(&self) -> Option<Chain> {
        self.chain
    }

    /// How many samples are to be taken before the next run, where so many were taken and so many runs are left.
    pub fn samples(taken: u32, left: u32) -> u32 {
        LEAST_SAMPLES.saturating_sub(taken + left) + 1
    }

    /// `profile` as of now; `None` where nothing was measured.
    pub fn renew(&self, profile: &Profile) -> Option<Profile> {
        if self.start_of_one.ns.is_empty() && self.chain_rounds.ns.is_empty() {
            return None;
        }
        let mut renewed = with_starts(profile, &self.start_of_one, &self.starts_together);
        if let Some(chain) = self.chain {
            renewed.wake_ns = chain.wake_ns(&renewed, &self.chain_rounds);
        }
        Some(renewed)
    }
}
