//! The shared objects under real threads: locks exclude, channels lose and double nothing, barriers and latches hold back,
//! and whoever sleeps is rung.

use interleave_pool::objects::{Answer, Attempt, Memory, Objects, Ring};
use interleave_pool::perform::{Next, Performer};
use interleave_pool::plan::{
    Act, Item, ItemId, Plan, Program, ProgramId, Shared, SharedId, SharedKind, Step,
};
use interleave_trace::{LaneId, Place};
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

struct Words(Vec<AtomicI32>);

impl Memory for &Words {
    fn load(&self, at: usize) -> i32 {
        self.0[at].load(SeqCst)
    }
    fn store(&self, at: usize, value: i32) {
        self.0[at].store(value, SeqCst);
    }
    fn add(&self, at: usize, value: i32) -> i32 {
        self.0[at].fetch_add(value, SeqCst)
    }
    fn compare_exchange(&self, at: usize, old: i32, new: i32) -> i32 {
        self.0[at]
            .compare_exchange(old, new, SeqCst, SeqCst)
            .unwrap_or_else(|found| found)
    }
    fn pause(&self, _: usize, _: u32) {
        std::thread::yield_now();
    }
}

/// Somebody who sleeps until it is rung, as `Atomics.wait` and `notify` do.
#[derive(Default)]
struct Bell {
    rings: Mutex<u64>,
    sleepers: Condvar,
}

impl Bell {
    fn rings(&self) -> u64 {
        *self.rings.lock().unwrap()
    }

    fn sleep(&self, seen: u64) {
        let rings = self.rings.lock().unwrap();
        if *rings != seen {
            return;
        }
        let (_rings, timeout) = self
            .sleepers
            .wait_timeout(rings, Duration::from_secs(20))
            .unwrap();
        assert!(!timeout.timed_out(), "nobody rang");
    }

    fn ring(&self, ring: Ring) {
        *self.rings.lock().unwrap() += u64::from(ring != Ring::None);
        match ring {
            Ring::None => {}
            Ring::One => self.sleepers.notify_one(),
            Ring::All => self.sleepers.notify_all(),
        }
    }
}

/// A floor of one thread a program; `sees` is told of every step that passes time, and of every item.
struct Floor<'a> {
    plan: &'a Plan,
    words: &'a Words,
    bells: &'a [Bell],
    sees: &'a (dyn Fn(ProgramId, Seen) + Sync),
}

enum Seen {
    Compute(u64),
    Took(ItemId),
    Over,
}

fn run(plan: &Plan, sees: &(dyn Fn(ProgramId, Seen) + Sync)) {
    let words = Words(
        (0..Objects::<&Words>::words_for(plan))
            .map(|_| AtomicI32::new(7))
            .collect(),
    );
    let bells: Vec<Bell> = plan.shared.iter().map(|_| Bell::default()).collect();
    Objects::new(plan, &words, 0).reset();
    let floor = Floor {
        plan,
        words: &words,
        bells: &bells,
        sees,
    };
    std::thread::scope(|scope| floor.perform(scope, ProgramId(0)));
}

impl Floor<'_> {
    fn perform<'s>(&'s self, scope: &'s std::thread::Scope<'s, '_>, program: ProgramId) {
        let objects = Objects::new(self.plan, self.words, 0);
        let mut performer = Performer::new(program);
        loop {
            match performer.next(self.plan) {
                Next::Compute(ns) => (self.sees)(program, Seen::Compute(ns)),
                Next::Start(other) => {
                    scope.spawn(move || self.perform(scope, other));
                }
                Next::Ask(mut ask) => loop {
                    let bell = &self.bells[ask.shared().index()];
                    let seen = bell.rings();
                    match objects.attempt(ask) {
                        Attempt::Done(answer, ring) => {
                            bell.ring(ring);
                            if let Answer::Item(item) = answer {
                                (self.sees)(program, Seen::Took(item));
                            }
                            performer.answer(self.plan, answer);
                            break;
                        }
                        Attempt::Wait(again, ring) => {
                            bell.ring(ring);
                            bell.sleep(seen);
                            ask = again;
                        }
                    }
                },
                Next::Done => return (self.sees)(program, Seen::Over),
                _ => std::thread::yield_now(),
            }
        }
    }
}

fn program(name: &str, acts: impl IntoIterator<Item = Act>) -> Program {
    Program {
        name: name.into(),
        lane: LaneId(0),
        process: 0,
        turns_on: None,
        done: None,
        steps: steps(acts),
    }
}

fn steps(acts: impl IntoIterator<Item = Act>) -> Vec<Step> {
    let place = Place::NONE;
    acts.into_iter().map(|act| Step { act, place }).collect()
}

fn shared(kind: SharedKind) -> Shared {
    Shared {
        kind,
        name: String::new(),
        label: String::new(),
    }
}

/// A plan whose main program starts all others.
fn plan(shared_kinds: Vec<SharedKind>, others: Vec<Program>, items: Vec<Item>) -> Plan {
    let starts = (1..=others.len() as u32).map(|other| Act::Start(ProgramId(other)));
    let mut programs = vec![program("main", starts)];
    programs.extend(others);
    Plan {
        programs,
        shared: shared_kinds.into_iter().map(shared).collect(),
        items,
        processes: 1,
    }
}

fn most_inside(permits: u32, programs: u32, rounds: u32) -> i32 {
    let counter = SharedId(0);
    let round = [
        Act::Acquire(counter),
        Act::Compute { ns: 1 },
        Act::Sleep { ns: 1 },
        Act::Compute { ns: 2 },
        Act::Release(counter),
    ];
    let others = (0..programs).map(|_| program("taker", (0..rounds).flat_map(|_| round)));
    let plan = plan(
        vec![SharedKind::Counter { permits }],
        others.collect(),
        Vec::new(),
    );
    let (inside, most) = (AtomicI32::new(0), AtomicI32::new(0));
    run(&plan, &|_, seen| match seen {
        Seen::Compute(1) => {
            most.fetch_max(inside.fetch_add(1, SeqCst) + 1, SeqCst);
        }
        Seen::Compute(_) => {
            inside.fetch_sub(1, SeqCst);
        }
        _ => {}
    });
    assert_eq!(inside.into_inner(), 0);
    most.into_inner()
}

#[test]
fn a_mutex_is_held_by_one() {
    assert_eq!(most_inside(1, 4, 300), 1);
}

#[test]
fn a_counter_lets_as_many_in_as_it_has_permits() {
    let most = most_inside(3, 6, 200);
    assert!((1..=3).contains(&most), "{most}");
}

#[test]
fn a_channel_loses_and_doubles_nothing() {
    let channel = SharedId(0);
    for capacity in [None, Some(1), Some(3)] {
        let (putters, each, takers) = (3u32, 120u32, 4u32);
        let items = putters * each;
        let puts =
            |putter: u32| (0..each).map(move |n| Act::Put(channel, ItemId(putter * each + n)));
        let mut others: Vec<Program> = (0..putters)
            .map(|putter| program("putter", puts(putter)))
            .collect();
        others.extend((0..takers).map(|_| program("taker", [Act::Serve(channel)])));
        let carried = (0..items).map(|item| Item {
            steps: steps([Act::Compute {
                ns: u64::from(item),
            }]),
            ..Item::default()
        });
        let kind = SharedKind::Channel {
            capacity,
            items,
            takes: items,
        };
        let plan = plan(vec![kind], others, carried.collect());
        let taken: Vec<AtomicI32> = (0..items).map(|_| AtomicI32::new(0)).collect();
        let done: Vec<AtomicI32> = (0..items).map(|_| AtomicI32::new(0)).collect();
        run(&plan, &|_, seen| match seen {
            Seen::Took(item) => {
                taken[item.index()].fetch_add(1, SeqCst);
            }
            Seen::Compute(item) => {
                done[item as usize].fetch_add(1, SeqCst);
            }
            Seen::Over => {}
        });
        assert!(taken.iter().all(|times| times.load(SeqCst) == 1));
        assert!(done.iter().all(|times| times.load(SeqCst) == 1));
    }
}

#[test]
fn an_end_mark_ends_one_taker() {
    let channel = SharedId(0);
    let puts = (0..12).map(|item| Act::Put(channel, ItemId(item)));
    let mut others = vec![program("putter", puts)];
    others.extend((0..3).map(|_| program("taker", [Act::Serve(channel)])));
    // More could be taken than is put: only the marks end the service.
    let kind = SharedKind::Channel {
        capacity: None,
        items: 12,
        takes: 100,
    };
    let items = (0..12).map(|item| Item {
        is_last: item >= 9,
        ..Item::default()
    });
    let plan = plan(vec![kind], others, items.collect());
    let ends = Mutex::new(Vec::new());
    run(&plan, &|program, seen| {
        if let Seen::Took(item) = seen
            && item.0 >= 9
        {
            ends.lock().unwrap().push(program);
        }
    });
    let mut ends = ends.into_inner().unwrap();
    ends.sort_unstable();
    assert_eq!(ends, [ProgramId(2), ProgramId(3), ProgramId(4)]);
}

#[test]
fn nobody_passes_a_barrier_alone() {
    let (parties, rounds) = (4u32, 100u64);
    let acts = move || {
        (0..rounds).flat_map(|round| [Act::Compute { ns: round }, Act::Arrive(SharedId(0))])
    };
    let others = (0..parties).map(|_| program("party", acts()));
    let plan = plan(
        vec![SharedKind::Barrier { parties }],
        others.collect(),
        Vec::new(),
    );
    let arrivals: Vec<AtomicI32> = (0..rounds).map(|_| AtomicI32::new(0)).collect();
    run(&plan, &|_, seen| {
        if let Seen::Compute(round) = seen {
            arrivals[round as usize].fetch_add(1, SeqCst);
            if round > 0 {
                assert_eq!(arrivals[round as usize - 1].load(SeqCst), parties as i32);
            }
        }
    });
    assert!(
        arrivals
            .iter()
            .all(|count| count.load(SeqCst) == parties as i32)
    );
}

#[test]
fn a_latch_holds_everybody_back_until_it_is_set() {
    let (gate, over) = (SharedId(0), SharedId(1));
    let mut others = vec![program("opener", [Act::Compute { ns: 1 }, Act::Set(gate)])];
    others.extend((0..5).map(|_| program("waiter", [Act::Await(gate), Act::Compute { ns: 2 }])));
    others[0].done = Some(over);
    others.push(program(
        "joiner",
        [Act::Await(over), Act::Await(gate), Act::Compute { ns: 3 }],
    ));
    let plan = plan(
        vec![SharedKind::Latch, SharedKind::Latch],
        others,
        Vec::new(),
    );
    let order = Mutex::new(Vec::new());
    run(&plan, &|_, seen| {
        if let Seen::Compute(what) = seen {
            order.lock().unwrap().push(what);
        }
    });
    let order = order.into_inner().unwrap();
    assert_eq!((order[0], order.len()), (1, 7));
}
