//! What was done to the script's objects, as steps on shared ones: by role and verb. Must not know
//! who waited.

use super::table::Table;
use crate::plan::{Item, ItemId, SharedId, SharedKind};
use interleave_trace::{Object, ObjectId, Role, ThreadId, Trace};
use std::collections::BTreeSet;

/// A step on a shared object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// Takes a permit: the how manieth, from 0.
    Acquire(SharedId, u32),
    /// Gives permits back: the how manieth is the first of them, and how many.
    Release(SharedId, u32, u32),
    Put(SharedId, ItemId),
    /// Takes an item: this one, in the trace.
    Get(SharedId, ItemId),
    Arrive(SharedId),
}

/// What the events of a trace mean.
pub(super) struct Happenings {
    /// `doings[event]`: none where the event changes nothing that a plan shares.
    pub(super) doings: Vec<Option<Doing>>,
    /// What was put, in order.
    pub(super) items: Vec<Item>,
    /// `depths[shared]`: the most items that a channel held.
    pub(super) depths: Vec<u32>,
    /// `last_gets_ns[shared]`: when the last item was taken from a channel.
    pub(super) last_gets_ns: Vec<u64>,
}

/// One object of the trace as its events are read.
#[derive(Clone, Default)]
struct Row {
    shared: Option<SharedId>,
    /// Mutex: who holds it and how often.
    holder: Option<(ThreadId, i64)>,
    /// Counter: its permits after the last event.
    value: Option<i64>,
    /// Counter: permits taken less permits given back, now and at the most.
    taken: i64,
    most_taken: i64,
    first: i64,
    /// Channel: what was put, and how much of it was taken.
    put: Vec<ItemId>,
    taken_items: usize,
    depth: u32,
    last_get_ns: u64,
    acquired: u32,
    released: u32,
}

impl Happenings {
    pub(super) fn of(trace: &Trace, table: &mut Table) -> Happenings {
        let mut rows = vec![Row::default(); trace.objects.len()];
        let parties = parties(trace);
        let mut happenings = Happenings {
            doings: Vec::with_capacity(trace.object_events.len()),
            items: Vec::new(),
            depths: Vec::new(),
            last_gets_ns: Vec::new(),
        };
        for event in &trace.object_events {
            let object = &trace.objects[event.object.index()];
            let row = &mut rows[event.object.index()];
            let verb = trace.verbs[event.verb as usize].as_str();
            let doing = match (object.role, verb) {
                (Role::Mutex, "acquire") => {
                    let shared = row.shared(object, SharedKind::Counter { permits: 1 }, table);
                    row.lock(event.thread, event.value)
                        .then(|| row.acquire(shared))
                }
                (Role::Mutex, "release") => {
                    let shared = row.shared(object, SharedKind::Counter { permits: 1 }, table);
                    row.unlock(event.thread, event.value)
                        .then(|| row.release(shared, 1))
                }
                (Role::Counter, "acquire" | "release") => {
                    let shared = row.shared(object, SharedKind::Counter { permits: 0 }, table);
                    Some(row.count(shared, verb == "acquire", event.value))
                }
                (Role::Channel, "put" | "get") => {
                    let kind = SharedKind::Channel {
                        capacity: None,
                        items: 0,
                        takes: 0,
                    };
                    let shared = row.shared(object, kind, table);
                    match verb {
                        "put" => Some(row.put(shared, event.value, &mut happenings.items)),
                        _ => row.get(shared, event.at_ns),
                    }
                }
                // The size of what was put just now.
                (Role::Channel, "send") => {
                    if let Some(&item) = row.put.last() {
                        let bytes = u32::try_from(event.value).unwrap_or(u32::MAX);
                        happenings.items[item.index()].bytes = bytes;
                    }
                    None
                }
                (Role::Barrier, "arrive") => match parties[event.object.index()] {
                    0 => None,
                    parties => {
                        let kind = SharedKind::Barrier { parties };
                        Some(Doing::Arrive(row.shared(object, kind, table)))
                    }
                },
                _ => None,
            };
            happenings.doings.push(doing);
        }
        let mut never_taken = BTreeSet::new();
        for row in rows {
            let Some(shared) = row.shared else { continue };
            happenings.depths.resize(table.shared.len(), 0);
            happenings.depths[shared.index()] = row.depth;
            happenings.last_gets_ns.resize(table.shared.len(), 0);
            happenings.last_gets_ns[shared.index()] = row.last_get_ns;
            match &mut table.shared[shared.index()].kind {
                SharedKind::Channel { items, takes, .. } => {
                    *items = row.taken_items as u32;
                    *takes = row.taken_items as u32;
                    for &item in &row.put[row.taken_items..] {
                        never_taken.insert(item);
                    }
                }
                SharedKind::Counter { permits } if *permits == 0 => {
                    *permits = row.first.max(row.most_taken) as u32;
                }
                _ => {}
            }
        }
        // In another order what nobody took might be taken for something that somebody did.
        for doing in &mut happenings.doings {
            if matches!(doing, Some(Doing::Put(_, item)) if never_taken.contains(item)) {
                *doing = None;
            }
        }
        happenings
    }

    /// What an event did, and to which row of the trace.
    pub(super) fn doing(&self, trace: &Trace, event: usize) -> Option<(Doing, ObjectId)> {
        Some((self.doings[event]?, trace.object_events[event].object))
    }
}

impl Row {
    fn shared(&mut self, object: &Object, kind: SharedKind, table: &mut Table) -> SharedId {
        *self
            .shared
            .get_or_insert_with(|| table.add(kind, (object.kind.clone(), object.label.clone())))
    }

    /// Whether it was not the holder that took it once more.
    fn lock(&mut self, thread: ThreadId, value: i64) -> bool {
        match &mut self.holder {
            Some((holder, depth)) if *holder == thread => {
                *depth += 1;
                false
            }
            holder => {
                *holder = Some((thread, value.max(1)));
                true
            }
        }
    }

    /// Whether it is free now.
    fn unlock(&mut self, thread: ThreadId, value: i64) -> bool {
        match &mut self.holder {
            Some((holder, depth)) if *holder == thread && *depth > 1 && value != 0 => {
                *depth -= 1;
                false
            }
            holder => holder.take().is_some(),
        }
    }

    /// `value`: the permits after it.
    fn count(&mut self, shared: SharedId, takes: bool, value: i64) -> Doing {
        let before = self.value.replace(value);
        if takes {
            if before.is_none() {
                self.first = value.saturating_add(1).max(0);
            }
            self.taken += 1;
            self.most_taken = self.most_taken.max(self.taken);
            return self.acquire(shared);
        }
        if before.is_none() {
            self.first = value.saturating_sub(1).max(0);
        }
        let given = before
            .map_or(1, |before| value.saturating_sub(before))
            .max(1);
        self.taken -= given;
        self.release(shared, given as u32)
    }

    fn acquire(&mut self, shared: SharedId) -> Doing {
        self.acquired += 1;
        Doing::Acquire(shared, self.acquired - 1)
    }

    fn release(&mut self, shared: SharedId, permits: u32) -> Doing {
        self.released += permits;
        Doing::Release(shared, self.released - permits, permits)
    }

    /// `depth`: how many items the channel holds after it.
    fn put(&mut self, shared: SharedId, depth: i64, items: &mut Vec<Item>) -> Doing {
        let item = ItemId(items.len() as u32);
        items.push(Item::default());
        self.put.push(item);
        self.depth = self.depth.max(depth.max(1) as u32);
        Doing::Put(shared, item)
    }

    fn get(&mut self, shared: SharedId, at_ns: u64) -> Option<Doing> {
        let item = *self.put.get(self.taken_items)?;
        self.taken_items += 1;
        self.last_get_ns = at_ns;
        Some(Doing::Get(shared, item))
    }
}

/// `parties[object]`: how many pass a barrier together; 0 where it was broken or a group was never
/// whole: then its waits end as they ended in the trace.
fn parties(trace: &Trace) -> Vec<u32> {
    let mut most = vec![0i64; trace.objects.len()];
    let mut arrivals = vec![0i64; trace.objects.len()];
    for event in &trace.object_events {
        let index = event.object.index();
        match trace.verbs[event.verb as usize].as_str() {
            "arrive" => {
                arrivals[index] += 1;
                most[index] = most[index].max(event.value);
            }
            "abort" => arrivals[index] = i64::MIN / 2 + 1,
            _ => {}
        }
    }
    let rows = most.iter().zip(&arrivals);
    rows.map(
        |(&most, &arrivals)| match arrivals > 0 && most > 0 && arrivals % most == 0 {
            true => most as u32,
            false => 0,
        },
    )
    .collect()
}
