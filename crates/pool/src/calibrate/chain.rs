//! A chain of workers that wake one another, run for real at the end of a calibration and beside runs: what a wake costs a run is what
//! makes a round of its rehearsal as long as those that were run. A bare ring says less: who is woken under the GIL sleeps
//! again until the GIL is free, and finds everything out of the caches. Pure: how the chain is run is the conductor's.

use super::Sample;
use super::figures::bounded_mean;
use crate::perform::Part;
use crate::plan::{
    Act, Item, ItemId, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step,
};
use crate::profile::Profile;
use crate::protocol::{Measured, Way};
use crate::rehearse::{Terms, rehearse};
use interleave_trace::{LaneId, Place};

/// A chain of so many workers beside the first one. Longer ones find more out of the caches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    links: u32,
}

/// The shortest one, which the calibration runs.
const LEAST_LINKS: u32 = 3;
/// Longer ones tell nothing new.
const MOST_LINKS: u32 = 20;
/// So many links are gone through in all, at least.
const ALL_LINKS: u32 = 30;
const LEAST_ROUNDS: u32 = 4;
/// The first round finds code that was never run.
const WARM_UP_ROUNDS: u32 = 1;
/// The first worker pauses before each round, so that all others sleep.
const NAP_NS: u64 = 4_000_000;
const LINK_WORK_NS: u64 = 10_000;
/// No machine wakes a worker later than this; a chain that took so long was held up.
const LONGEST_WAKE_NS: u64 = 1_000_000;

impl Default for Chain {
    fn default() -> Chain {
        Chain { links: LEAST_LINKS }
    }
}

impl Chain {
    /// The chain that is like a run of so many workers; `None` where they are too few for one.
    pub fn of_workers(workers: usize) -> Option<Chain> {
        let links = (workers as u32).checked_sub(1)?;
        (links >= LEAST_LINKS).then_some(Chain {
            links: links.min(MOST_LINKS),
        })
    }

    /// How often it is gone through.
    fn all_rounds(self) -> u32 {
        WARM_UP_ROUNDS + (ALL_LINKS / self.links).max(LEAST_ROUNDS)
    }

    /// How long it takes on a usual machine, in ns.
    pub(super) fn usual_ns(self) -> f64 {
        const USUAL_WAKE_NS: f64 = 200_000.0;
        let round_ns = NAP_NS as f64 + f64::from(self.links + 1) * USUAL_WAKE_NS;
        f64::from(self.all_rounds()) * round_ns
    }

    /// On what terms it is run: threads under a GIL, as most scripts are.
    pub fn terms(self) -> Terms {
        Terms {
            way: Way::Gil,
            scale: 1,
            switch_interval_ns: 5_000_000,
            has_gil: true,
        }
    }

    /// Each worker waits for an item, works a little and puts it before the next.
    pub fn plan(self) -> Plan {
        let (links, rounds) = (self.links, self.all_rounds());
        let channel = |number: u32| SharedId(number % (links + 1));
        let put =
            |number, round| Act::Put(channel(number), ItemId(round * (links + 1) + number - 1));
        let main = (0..rounds).flat_map(|round| {
            let nap = Act::Sleep { ns: NAP_NS };
            [nap, put(1, round), Act::Take(channel(0))]
        });
        let main = (0..links)
            .map(|link| Act::Start(ProgramId(link + 1)))
            .chain(main);
        let mut programs = vec![program(0, main.collect())];
        for link in 1..=links {
            let turn = |round| {
                let work = Act::Compute { ns: LINK_WORK_NS };
                [Act::Take(channel(link)), work, put(link + 1, round)]
            };
            programs.push(program(link, (0..rounds).flat_map(turn).collect()));
        }
        let carried = shared(SharedKind::Channel {
            capacity: None,
            items: rounds,
            takes: rounds,
        });
        Plan {
            programs,
            shared: vec![carried; links as usize + 1],
            items: vec![Item::default(); (rounds * (links + 1)) as usize],
            processes: 1,
        }
    }

    /// How long each round took from the first worker's put to its take, in ns.
    pub fn rounds(self, run: &Measured) -> Sample {
        let main = Part::Program(ProgramId(0));
        let take_of = |round| self.links + 3 * round + 2;
        let takes: Vec<u32> = (WARM_UP_ROUNDS..self.all_rounds()).map(take_of).collect();
        let taken = run.done.iter();
        let taken = taken.filter(|did| did.part == main && takes.contains(&did.index));
        Sample {
            ns: taken.map(|did| (did.at_ns - did.from_ns) as f64).collect(),
        }
    }

    /// What a wake costs on a machine of this profile where the rounds took so long, in the mean without stalls.
    pub fn wake_ns(self, profile: &Profile, rounds_took: &Sample) -> u64 {
        let plan = self.plan();
        let rehearsed = |wake_ns: u64| {
            let profile = Profile {
                wake_ns,
                ..profile.clone()
            };
            let rehearsal = rehearse(&plan, &self.terms(), &profile).ok()?;
            bounded_mean(&self.rounds(&rehearsal.run).ns)
        };
        let Some(took_ns) = bounded_mean(&rounds_took.ns) else {
            return profile.wake_ns;
        };
        // A round grows with the wake, by pieces of straight lines.
        let (mut low_ns, mut high_ns) = (0, LONGEST_WAKE_NS);
        while high_ns - low_ns > 500 {
            let middle_ns = low_ns.midpoint(high_ns);
            match rehearsed(middle_ns) {
                Some(ns) if ns < took_ns => low_ns = middle_ns,
                Some(_) => high_ns = middle_ns,
                None => return profile.wake_ns,
            }
        }
        low_ns
    }
}

/// A program of the first process, of these steps alone.
pub(super) fn program(number: u32, acts: Vec<Act>) -> Program {
    let place = Place::NONE;
    Program {
        name: String::new(),
        lane: LaneId(number),
        process: 0,
        turns_on: None,
        done: None,
        steps: acts.into_iter().map(|act| Step { act, place }).collect(),
    }
}

/// An object without a name.
pub(super) fn shared(kind: SharedKind) -> Shared {
    Shared {
        kind,
        name: String::new(),
        label: String::new(),
    }
}
