//! The shared objects of a plan as words of a flat memory, so that the same code serves workers that
//! share memory, an event loop's own memory and the rehearsal. Owns the layout and every change of
//! state; must not know how anybody waits for one.

use crate::plan::{ItemId, Plan, Shared, SharedId, SharedKind};
use serde::{Deserialize, Serialize};

/// Words that several workers may read and change at once. Every access is sequentially consistent.
pub trait Memory {
    /// The word at `at`.
    fn load(&self, at: usize) -> i32;
    /// Changes the word at `at`.
    fn store(&self, at: usize, value: i32);
    /// Adds to the word at `at` and gives what was there.
    fn add(&self, at: usize, value: i32) -> i32;
    /// Changes the word at `at` if it is `old`, and gives what was there.
    fn compare_exchange(&self, at: usize, old: i32, new: i32) -> i32;
    /// Called in a loop while another worker is inside one of the few-word stretches that exclude
    /// each other: `turns` is how often it has been called in this loop.
    fn pause(&self, at: usize, turns: u32);
}

/// What is asked of the shared objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// Take a permit.
    Acquire(SharedId),
    /// Give a permit back.
    Release(SharedId),
    /// Put an item.
    Put(SharedId, ItemId),
    /// Take an item.
    Take(SharedId),
    /// Set a latch.
    Set(SharedId),
    /// Wait for a latch.
    Await(SharedId),
    /// Arrive at a barrier.
    Arrive(SharedId),
    /// Leave a barrier that was arrived at in this generation.
    Pass(SharedId, i32),
}

impl Ask {
    /// The object that is asked.
    pub fn shared(self) -> SharedId {
        match self {
            Ask::Acquire(shared)
            | Ask::Release(shared)
            | Ask::Put(shared, _)
            | Ask::Take(shared)
            | Ask::Set(shared)
            | Ask::Await(shared)
            | Ask::Arrive(shared)
            | Ask::Pass(shared, _) => shared,
        }
    }
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It is done.
    Done,
    /// This item was taken.
    Item(ItemId),
    /// Nothing will be taken from this channel any more.
    Closed,
}

/// Whom a change concerns: those who wait for the same object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ring {
    /// Nobody.
    None,
    /// Any one of them can go on. It may find that somebody was faster; then it waits again.
    One,
    /// All of them must look again.
    All,
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It is done; those of `Ring` who wait for the same object are to be rung.
    Done(Answer, Ring),
    /// It can't be done now: wait for a ring, then attempt this. Those of `Ring` are to be rung.
    Wait(Ask, Ring),
}

/// The objects of a plan in some memory.
#[derive(Clone, Debug)]
pub struct Objects<M> {
    /// The words.
    pub memory: M,
    rooms: Vec<Room>,
    words: usize,
}

#[derive(Clone, Copy, Debug)]
struct Room {
    kind: SharedKind,
    at: usize,
}

// Words of a room. A counter: its permits. A latch: 1 when set. A barrier: how many are in, the
// generation. A channel: the lock, how many were put, how many were taken, then the ring.
const GENERATION: usize = 1;
const PUT: usize = 1;
const TAKEN: usize = 2;
const RING: usize = 3;

fn words(shared: &Shared) -> usize {
    match shared.kind {
        SharedKind::Counter { .. } | SharedKind::Latch => 1,
        SharedKind::Barrier { .. } => 2,
        SharedKind::Channel { .. } => RING + slots(shared.kind),
    }
}

/// How many items a channel's ring holds.
fn slots(kind: SharedKind) -> usize {
    match kind {
        SharedKind::Channel {
            capacity, items, ..
        } => capacity.unwrap_or(items).min(items).max(1) as usize,
        _ => 0,
    }
}

fn never_fills(kind: SharedKind) -> bool {
    matches!(kind, SharedKind::Channel { capacity, items, .. } if capacity.is_none_or(|most| most >= items))
}

/// Whom an item concerns: where putters wait too, one ring might reach one of them.
fn one_of(kind: SharedKind) -> Ring {
    if never_fills(kind) {
        Ring::One
    } else {
        Ring::All
    }
}

impl<M: Memory> Objects<M> {
    /// How many words the objects of `plan` need.
    pub fn words_for(plan: &Plan) -> usize {
        plan.shared.iter().map(words).sum()
    }

    /// The objects of `plan` in the words from `first` on. Whoever is first must call
    /// [`Objects::reset`] before anybody asks.
    pub fn new(plan: &Plan, memory: M, first: usize) -> Objects<M> {
        let mut at = first;
        let rooms = plan.shared.iter().map(|shared| {
            let room = Room {
                kind: shared.kind,
                at,
            };
            at += words(shared);
            room
        });
        let rooms = rooms.collect();
        Objects {
            memory,
            rooms,
            words: at - first,
        }
    }

    /// How many objects there are.
    pub fn len(&self) -> usize {
        self.rooms.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rooms.is_empty()
    }

    /// Puts every object into its first state.
    pub fn reset(&self) {
        let first = self.rooms.first().map_or(0, |room| room.at);
        for at in first..first + self.words {
            self.memory.store(at, 0);
        }
        for room in &self.rooms {
            if let SharedKind::Counter { permits } = room.kind {
                self.memory.store(room.at, permits as i32);
            }
        }
    }

    /// Tries what is asked.
    pub fn attempt(&self, ask: Ask) -> Attempt {
        let Room { kind, at } = self.rooms[ask.shared().index()];
        match (ask, kind) {
            (Ask::Acquire(_), _) => self.acquire(ask, at),
            (Ask::Release(_), _) => {
                self.memory.add(at, 1);
                Attempt::Done(Answer::Done, Ring::One)
            }
            (Ask::Set(_), _) => {
                self.memory.store(at, 1);
                Attempt::Done(Answer::Done, Ring::All)
            }
            (Ask::Await(_), _) if self.memory.load(at) == 1 => {
                Attempt::Done(Answer::Done, Ring::None)
            }
            (Ask::Await(_), _) => Attempt::Wait(ask, Ring::None),
            (Ask::Arrive(barrier), SharedKind::Barrier { parties }) => {
                let generation = self.memory.load(at + GENERATION);
                if self.memory.add(at, 1) + 1 < parties as i32 {
                    return Attempt::Wait(Ask::Pass(barrier, generation), Ring::None);
                }
                self.memory.store(at, 0);
                self.memory.add(at + GENERATION, 1);
                Attempt::Done(Answer::Done, Ring::All)
            }
            (Ask::Pass(_, generation), _) if self.memory.load(at + GENERATION) != generation => {
                Attempt::Done(Answer::Done, Ring::None)
            }
            (Ask::Pass(..), _) => Attempt::Wait(ask, Ring::None),
            (Ask::Put(_, item), SharedKind::Channel { .. }) => self.put(ask, item, kind, at),
            (Ask::Take(_), SharedKind::Channel { takes, .. }) => self.take(ask, kind, takes, at),
            _ => unreachable!("a plan asks of an object what its kind can do"),
        }
    }

    fn acquire(&self, ask: Ask, at: usize) -> Attempt {
        loop {
            let permits = self.memory.load(at);
            if permits <= 0 {
                return Attempt::Wait(ask, Ring::None);
            }
            if self.memory.compare_exchange(at, permits, permits - 1) == permits {
                return Attempt::Done(Answer::Done, Ring::None);
            }
        }
    }

    fn put(&self, ask: Ask, item: ItemId, kind: SharedKind, at: usize) -> Attempt {
        self.enter(at);
        let put = self.memory.load(at + PUT);
        let is_full = (put - self.memory.load(at + TAKEN)) as usize >= slots(kind);
        if !is_full {
            let slot = put as usize % slots(kind);
            self.memory.store(at + RING + slot, item.0 as i32);
            self.memory.store(at + PUT, put + 1);
        }
        self.memory.store(at, 0);
        match is_full {
            true => Attempt::Wait(ask, Ring::None),
            false => Attempt::Done(Answer::Done, one_of(kind)),
        }
    }

    fn take(&self, ask: Ask, kind: SharedKind, takes: u32, at: usize) -> Attempt {
        self.enter(at);
        let taken = self.memory.load(at + TAKEN);
        let is_closed = taken as u32 >= takes;
        let is_empty = taken == self.memory.load(at + PUT);
        let mut item = 0;
        if !is_closed && !is_empty {
            let slot = taken as usize % slots(kind);
            item = self.memory.load(at + RING + slot);
            self.memory.store(at + TAKEN, taken + 1);
        }
        self.memory.store(at, 0);
        match (is_closed, is_empty) {
            (true, _) => Attempt::Done(Answer::Closed, Ring::None),
            (_, true) => Attempt::Wait(ask, Ring::None),
            _ => {
                let ring = match kind {
                    // Those who wait for more now wait in vain.
                    _ if taken as u32 + 1 == takes => Ring::All,
                    _ if never_fills(kind) => Ring::None,
                    _ => Ring::All,
                };
                Attempt::Done(Answer::Item(ItemId(item as u32)), ring)
            }
        }
    }

    fn enter(&self, at: usize) {
        let mut turns = 0;
        while self.memory.compare_exchange(at, 0, 1) != 0 {
            self.memory.pause(at, turns);
            turns = turns.saturating_add(1);
        }
    }
}
