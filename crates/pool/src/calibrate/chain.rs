//! A chain of workers that wake one another, run for real at the end of a calibration: what a wake costs a run is what
//! makes its rehearsal as long as it took. A bare ring says less: who is woken under the GIL sleeps again until the GIL
//! is free, and finds everything out of the caches. Pure: how the chain is run is the conductor's.

use crate::plan::{
    Act, Item, ItemId, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step,
};
use crate::profile::Profile;
use crate::protocol::Way;
use crate::rehearse::{Terms, rehearse};
use interleave_trace::{LaneId, Place};

/// Workers beside the first one.
const LINKS: u32 = 3;
/// How often the chain is gone through.
const ROUNDS: u32 = 10;
/// The first worker pauses before each round, so that all others sleep.
const NAP_NS: u64 = 3_000_000;
const LINK_WORK_NS: u64 = 10_000;
/// No machine wakes a worker later than this; a chain that took so long was held up.
const LONGEST_WAKE_NS: u64 = 1_000_000;

/// On what terms the chain is run: threads under a GIL, as most scripts are.
pub fn chain_terms() -> Terms {
    Terms {
        way: Way::Gil,
        scale: 1,
        switch_interval_ns: 5_000_000,
        has_gil: true,
    }
}

/// The chain: each worker waits for an item, works a little and puts it before the next.
pub fn chain() -> Plan {
    let channel = |number: u32| SharedId(number % (LINKS + 1));
    let put = |number, round| Act::Put(channel(number), ItemId(round * (LINKS + 1) + number - 1));
    let main = (0..ROUNDS).flat_map(|round| {
        let nap = Act::Sleep { ns: NAP_NS };
        [nap, put(1, round), Act::Take(channel(0))]
    });
    let main = (0..LINKS)
        .map(|link| Act::Start(ProgramId(link + 1)))
        .chain(main);
    let mut programs = vec![program(0, main.collect())];
    for link in 1..=LINKS {
        let turn = |round| {
            let work = Act::Compute { ns: LINK_WORK_NS };
            [Act::Take(channel(link)), work, put(link + 1, round)]
        };
        programs.push(program(link, (0..ROUNDS).flat_map(turn).collect()));
    }
    let carried = Shared {
        kind: SharedKind::Channel {
            capacity: None,
            items: ROUNDS,
            takes: ROUNDS,
        },
        name: String::new(),
        label: String::new(),
    };
    Plan {
        programs,
        shared: vec![carried; LINKS as usize + 1],
        items: vec![Item::default(); (ROUNDS * (LINKS + 1)) as usize],
        processes: 1,
    }
}

fn program(number: u32, acts: Vec<Act>) -> Program {
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

/// What a wake costs on a machine of this profile where the chain took `took_ns`.
pub fn wake_ns(profile: &Profile, took_ns: u64) -> u64 {
    let plan = chain();
    let rehearsed = |wake_ns: u64| {
        let profile = Profile {
            wake_ns,
            ..profile.clone()
        };
        let rehearsal = rehearse(&plan, &chain_terms(), &profile).ok();
        rehearsal.map(|rehearsal| rehearsal.makespan_ns as f64)
    };
    // The makespan grows with the wake, by pieces of straight lines.
    let (mut low_ns, mut high_ns) = (profile.wake_ns.min(LONGEST_WAKE_NS), LONGEST_WAKE_NS);
    while high_ns - low_ns > 500 {
        let middle_ns = low_ns.midpoint(high_ns);
        match rehearsed(middle_ns) {
            Some(ns) if ns < took_ns as f64 => low_ns = middle_ns,
            Some(_) => high_ns = middle_ns,
            None => return profile.wake_ns,
        }
    }
    low_ns
}
