//! A hash table in order of insertion, or, for sets, in the order of CPython's. It knows hashes and positions only:
//! whether two keys are equal is the caller's business, because that may run Python code.

use super::set_order::SetOrder;
use super::{Ref, Value};
use hashbrown::HashTable;

/// One pair; `key` is [`Value::Unbound`] where it was removed.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key's hash.
    pub hash: i64,
    /// The key.
    pub key: Value,
    /// The value ([`Value::None`] in a set).
    pub value: Value,
}

/// A hash table in order of insertion; a set's has an order of its own.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    table: HashTable<u32>,
    order: Option<Box<SetOrder>>,
    /// The object whose namespace it shows.
    owner: Option<Ref>,
}

fn spread(hash: i64) -> u64 {
    (hash as u64)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .rotate_left(26)
}

impl Dict {
    /// The table of an empty set.
    pub fn of_set() -> Dict {
        Dict {
            order: Some(Box::default()),
            ..Dict::default()
        }
    }

    /// The object whose namespace it shows.
    #[inline(always)]
    pub fn owner(&self) -> Option<Ref> {
        self.owner
    }

    /// Makes it the namespace of `owner`.
    pub fn set_owner(&mut self, owner: Ref) {
        self.owner = Some(owner);
    }

    /// Makes it nobody's namespace.
    pub fn forget_owner(&mut self) {
        self.owner = None;
    }

    /// How many pairs it has.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// How many entries there are, removed ones included: the bound of an entry index.
    pub fn entry_count(&self) -> usize {
        self.entries.len()
    }

    /// Entry number `index`, if it was not removed.
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries
            .get(index)
            .filter(|entry| !entry.key.is_unbound())
    }

    /// How many steps a walk over it has, empty ones included.
    pub fn step_count(&self) -> usize {
        match &self.order {
            Some(order) => order.slot_count(),
            None => self.entries.len(),
        }
    }

    /// What a walk meets at that step, if anything.
    #[inline]
    pub fn at_step(&self, step: usize) -> Option<&Entry> {
        match &self.order {
            Some(order) => order.entry_in(step).map(|index| &self.entries[index]),
            None => self.entry(step),
        }
    }

    /// All pairs in the order of a walk.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> + '_ {
        (0..self.step_count()).filter_map(|step| self.at_step(step))
    }

    /// The entry of the key with this hash for which `same` holds.
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        let found = self.table.find(spread(hash), |&index| {
            let entry = &self.entries[index as usize];
            entry.hash == hash && same(entry.key)
        });
        found.map(|&index| index as usize)
    }

    /// The entries whose keys have this hash.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let entries = self.table.iter_hash(spread(hash));
        let mut found = Vec::new();
        for &index in entries {
            let index = index as usize;
            if self.entries[index].hash == hash {
                found.insert(found.partition_point(|&other| other < index), index);
            }
        }
        found
    }

    /// Adds a key that is not there yet.
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        let index = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        let entries = &self.entries;
        self.table
            .insert_unique(spread(hash), index, |&i| spread(entries[i as usize].hash));
        if let Some(order) = &mut self.order {
            let used = self.table.len();
            order.add(index as usize, hash, used, |i| entries[i].hash);
        }
    }

    /// The value of entry `index`.
    pub fn value_at(&self, index: usize) -> Value {
        self.entries[index].value
    }

    /// Sets the value of entry `index`.
    pub fn set_value_at(&mut self, index: usize, value: Value) {
        self.entries[index].value = value;
    }

    /// Removes entry `index`.
    pub fn remove_at(&mut self, index: usize) -> Entry {
        let entry = self.entries[index];
        if let Ok(found) = self
            .table
            .find_entry(spread(entry.hash), |&i| i as usize == index)
        {
            found.remove();
        }
        if let Some(order) = &mut self.order {
            order.remove(index, entry.hash);
        }
        self.entries[index] = Entry {
            hash: 0,
            key: Value::Unbound,
            value: Value::Unbound,
        };
        if self.table.is_empty() {
            self.entries.clear();
        } else if index + 1 == self.entries.len() {
            while self
                .entries
                .last()
                .is_some_and(|last| last.key.is_unbound())
            {
                self.entries.pop();
            }
        } else if self.entries.len() > 32 && self.entries.len() > 2 * self.table.len() {
            self.compact();
        }
        entry
    }

    /// Removes everything.
    pub fn clear(&mut self) {
        self.entries.clear();
        self.table.clear();
        if let Some(order) = &mut self.order {
            **order = SetOrder::default();
        }
    }

    fn compact(&mut self) {
        if let Some(order) = &mut self.order {
            let mut next = 0;
            let renumbered: Vec<u32> = self
                .entries
                .iter()
                .map(|entry| {
                    next += u32::from(!entry.key.is_unbound());
                    next.saturating_sub(1)
                })
                .collect();
            order.renumber(&renumbered);
        }
        self.entries.retain(|entry| !entry.key.is_unbound());
        self.table.clear();
        let entries = &self.entries;
        for (index, entry) in entries.iter().enumerate() {
            let rehash = |&i: &u32| spread(entries[i as usize].hash);
            self.table
                .insert_unique(spread(entry.hash), index as u32, rehash);
        }
    }

    /// A set: room for `count` more at once.
    pub fn reserve_as_set(&mut self, count: usize) {
        let (entries, used) = (&self.entries, self.table.len());
        if let Some(order) = &mut self.order {
            order.reserve(count, used, |i| entries[i].hash);
        }
    }

    /// A set: forgets the places of what was removed, where they are many.
    pub fn sweep_as_set(&mut self) {
        let (entries, used) = (&self.entries, self.table.len());
        if let Some(order) = &mut self.order {
            order.sweep(used, |i| entries[i].hash);
        }
    }

    /// Whether a merge of `other` into this set keeps `other`'s places as they are.
    pub fn takes_places_of(&self, other: &Dict) -> bool {
        match (&self.order, &other.order) {
            (Some(own), Some(theirs)) => {
                own.is_untouched()
                    && own.slot_count() == theirs.slot_count()
                    && theirs.has_no_dummies(other.len())
            }
            _ => false,
        }
    }

    /// A set: removes what `set.pop()` removes; `None` where it is empty.
    pub fn pop_as_set(&mut self) -> Option<Entry> {
        if self.is_empty() {
            return None;
        }
        let index = self.order.as_mut()?.next_popped();
        Some(self.remove_at(index))
    }
}
