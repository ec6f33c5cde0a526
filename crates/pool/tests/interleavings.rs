//! Any plan over any interleaving: each step once, each item once, each program once.

use interleave_pool::plan::{
    Act, Item, ItemId, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step, check,
};
use interleave_trace::{LaneId, Place};
use proptest::prelude::*;

const PROGRAMS: usize = 5;
const MUTEXES: u32 = 2;
const QUEUE: SharedId = SharedId(MUTEXES);
const PLAIN: SharedId = SharedId(MUTEXES + 1);
const BARRIER: SharedId = SharedId(MUTEXES + 2);
const FIRST_LATCH: u32 = MUTEXES + 3;

/// Something that happens in the world that the plan is of, in one order in which it can happen.
#[derive(Clone, Copy, Debug)]
enum Event {
    Work(usize, u64),
    Sleep(usize, u64),
    Guarded(usize, u32, u64),
    /// One sets a latch, another waits for it.
    Edge(usize, usize),
    /// One puts work that whoever serves does.
    Job(usize, u64),
    /// One puts something that another takes.
    Letter(usize, usize),
    Meeting,
}

fn event() -> impl Strategy<Value = Event> {
    let who = || 1..PROGRAMS;
    prop_oneof![
        (who(), 1..100u64).prop_map(|(who, ns)| Event::Work(who, ns)),
        (who(), 1..100u64).prop_map(|(who, ns)| Event::Sleep(who, ns)),
        (who(), 0..MUTEXES, 1..100u64).prop_map(|(who, mutex, ns)| Event::Guarded(who, mutex, ns)),
        (who(), who()).prop_map(|(from, to)| Event::Edge(from, to)),
        (who(), 1..100u64).prop_map(|(who, ns)| Event::Job(who, ns)),
        (who(), who()).prop_map(|(from, to)| Event::Letter(from, to)),
        Just(Event::Meeting),
    ]
}

fn step(act: Act) -> Step {
    Step {
        act,
        place: Place::NONE,
    }
}

/// The plan of a world, and its work: computed and slept.
fn plan(events: &[Event], servers: usize, capacity: Option<u32>) -> (Plan, u64, u64) {
    let mut acts: Vec<Vec<Act>> = vec![Vec::new(); PROGRAMS];
    let (mut items, mut latches, mut jobs, mut letters) = (Vec::new(), 0, 0, 0);
    let (mut computed, mut slept) = (0, 0);
    let total = PROGRAMS + servers;
    acts[0].extend((1..total).map(|other| Act::Start(ProgramId(other as u32))));
    for &event in events {
        match event {
            Event::Work(who, ns) => {
                computed += ns;
                acts[who].push(Act::Compute { ns });
            }
            Event::Sleep(who, ns) => {
                slept += ns;
                acts[who].push(Act::Sleep { ns });
            }
            Event::Guarded(who, mutex, ns) => {
                computed += ns;
                let mutex = SharedId(mutex);
                acts[who].extend([
                    Act::Acquire(mutex),
                    Act::Compute { ns },
                    Act::Release(mutex),
                ]);
            }
            Event::Edge(from, to) => {
                let latch = SharedId(FIRST_LATCH + latches);
                latches += 1;
                acts[from].push(Act::Set(latch));
                acts[to].push(Act::Await(latch));
            }
            Event::Job(who, ns) => {
                computed += ns;
                acts[who].push(Act::Put(QUEUE, ItemId(items.len() as u32)));
                items.push(Item {
                    steps: vec![step(Act::Compute { ns })],
                    ..Item::default()
                });
                jobs += 1;
            }
            Event::Letter(from, to) => {
                acts[from].push(Act::Put(PLAIN, ItemId(items.len() as u32)));
                acts[to].push(Act::Take(PLAIN));
                items.push(Item::default());
                letters += 1;
            }
            Event::Meeting => {
                for own in &mut acts[1..] {
                    own.push(Act::Arrive(BARRIER));
                }
            }
        }
    }
    acts.extend((0..servers).map(|_| vec![Act::Serve(QUEUE)]));
    let channel = |capacity, items| SharedKind::Channel {
        capacity,
        items,
        takes: items,
    };
    let mut kinds = vec![SharedKind::Counter { permits: 1 }; MUTEXES as usize];
    kinds.push(channel(capacity, jobs));
    kinds.push(channel(None, letters));
    kinds.push(SharedKind::Barrier {
        parties: PROGRAMS as u32 - 1,
    });
    kinds.extend((0..latches).map(|_| SharedKind::Latch));
    let programs = acts.into_iter().map(|acts| Program {
        name: String::new(),
        lane: LaneId(0),
        process: 0,
        turns_on: None,
        done: None,
        steps: acts.into_iter().map(step).collect(),
    });
    let shared = kinds.into_iter().map(|kind| Shared {
        kind,
        name: String::new(),
        label: String::new(),
    });
    let plan = Plan {
        programs: programs.collect(),
        shared: shared.collect(),
        items,
        processes: 1,
    };
    (plan, computed, slept)
}

/// Letters are anybody's who takes one: a world where two take and one of them must go on first would be stuck.
fn has_one_reader(events: &[Event]) -> bool {
    let mut readers = events.iter().filter_map(|event| match event {
        Event::Letter(_, to) => Some(*to),
        _ => None,
    });
    let first = readers.next();
    readers.all(|reader| Some(reader) == first)
}

proptest! {
    #[test]
    fn each_step_is_done_once(
        events in prop::collection::vec(event(), 0..60).prop_filter("one reader", |events| has_one_reader(events)),
        servers in 1..4usize,
        capacity in prop_oneof![Just(None), (1..4u32).prop_map(Some)],
        choices in prop::collection::vec(any::<usize>(), 1..64),
    ) {
        let (plan, computed, slept) = plan(&events, servers, capacity);
        let mut turns = choices.iter().copied().cycle();
        let tally = check(&plan, |ready| turns.next().unwrap_or(0) % ready);
        prop_assert!(tally.is_ok(), "{tally:?}");
        let tally = tally.unwrap();
        prop_assert_eq!(tally.compute_ns.iter().sum::<u64>(), computed);
        prop_assert_eq!(tally.sleep_ns.iter().sum::<u64>(), slept);
        prop_assert!(tally.starts.iter().all(|&starts| starts == 1));
        prop_assert!(tally.taken.iter().all(|&taken| taken == 1));
        prop_assert_eq!(plan.work_ns(), [computed, slept, 0]);
    }
}

#[test]
fn who_waits_for_ever_is_named() {
    let (mut plan, ..) = plan(&[Event::Edge(1, 2)], 1, None);
    plan.programs[1].steps.clear();
    let stuck = check(&plan, |_| 0).expect_err("nobody sets the latch");
    assert_eq!(stuck.waits, [(ProgramId(2), SharedId(FIRST_LATCH))]);
}
