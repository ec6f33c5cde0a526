//! In which order a set gives its items: the places that CPython's open-addressing table gives to hashes. Knows numbers of
//! entries and hashes, never a value. Source: CPython 3.11, Objects/setobject.c (`set_add_entry`, `set_table_resize`).

const EMPTY: u32 = 0;
const DUMMY: u32 = u32::MAX;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const LEAST_SLOTS: usize = 8;

/// Which entry stands in which slot.
#[derive(Clone, Debug)]
pub(super) struct SetOrder {
    /// [`EMPTY`], [`DUMMY`], or an entry's number plus one.
    slots: Vec<u32>,
    /// Slots that are or were taken.
    fill: usize,
    /// Where `pop` goes on looking.
    finger: usize,
}

impl Default for SetOrder {
    fn default() -> SetOrder {
        SetOrder {
            slots: vec![EMPTY; LEAST_SLOTS],
            fill: 0,
            finger: 0,
        }
    }
}

impl SetOrder {
    pub(super) fn slot_count(&self) -> usize {
        self.slots.len()
    }

    /// The entry in a slot.
    pub(super) fn entry_in(&self, slot: usize) -> Option<usize> {
        match self.slots.get(slot) {
            None | Some(&EMPTY | &DUMMY) => None,
            Some(&number) => Some(number as usize - 1),
        }
    }

    /// Whether no slot was ever taken since the last clearing or growth.
    pub(super) fn is_untouched(&self) -> bool {
        self.fill == 0
    }

    /// Whether `used` items leave no slot of a removed one.
    pub(super) fn has_no_dummies(&self, used: usize) -> bool {
        self.fill == used
    }

    fn free_slot(slots: &[u32], hash: i64) -> usize {
        let mask = slots.len() - 1;
        let mut perturb = hash as u64;
        let mut at = perturb as usize & mask;
        loop {
            let probes = if at + LINEAR_PROBES <= mask {
                LINEAR_PROBES
            } else {
                0
            };
            if let Some(free) = (at..=at + probes).find(|&slot| slots[slot] == EMPTY) {
                return free;
            }
            perturb >>= PERTURB_SHIFT;
            at = at
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(perturb as usize)
                & mask;
        }
    }

    /// The last slot of a removed item on the way to the free slot, else the free slot.
    fn slot_for(&self, hash: i64) -> usize {
        let mask = self.slots.len() - 1;
        let mut perturb = hash as u64;
        let mut at = perturb as usize & mask;
        let mut dummy = None;
        loop {
            let probes = if at + LINEAR_PROBES <= mask {
                LINEAR_PROBES
            } else {
                0
            };
            for slot in at..=at + probes {
                match self.slots[slot] {
                    EMPTY => return dummy.unwrap_or(slot),
                    DUMMY => dummy = Some(slot),
                    _ => {}
                }
            }
            perturb >>= PERTURB_SHIFT;
            at = at
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(perturb as usize)
                & mask;
        }
    }

    /// Puts a new entry into its slot; `used` counts it already.
    pub(super) fn add(
        &mut self,
        entry: usize,
        hash: i64,
        used: usize,
        hash_of: impl Fn(usize) -> i64,
    ) {
        let slot = self.slot_for(hash);
        let was_dummy = self.slots[slot] == DUMMY;
        self.slots[slot] = entry as u32 + 1;
        if was_dummy {
            return;
        }
        self.fill += 1;
        if self.fill * 5 >= (self.slots.len() - 1) * 3 {
            self.resize(grown(used), hash_of);
        }
    }

    /// Makes a table that `least` items do not fill.
    pub(super) fn resize(&mut self, least: usize, hash_of: impl Fn(usize) -> i64) {
        let mut count = LEAST_SLOTS;
        while count <= least {
            count *= 2;
        }
        let old = std::mem::replace(&mut self.slots, vec![EMPTY; count]);
        self.fill = 0;
        for number in old {
            if number != EMPTY && number != DUMMY {
                let slot = SetOrder::free_slot(&self.slots, hash_of(number as usize - 1));
                self.slots[slot] = number;
                self.fill += 1;
            }
        }
    }

    /// Room for `count` more at once, as a merge asks for it.
    pub(super) fn reserve(&mut self, count: usize, used: usize, hash_of: impl Fn(usize) -> i64) {
        if (self.fill + count) * 5 >= (self.slots.len() - 1) * 3 {
            self.resize((used + count) * 2, hash_of);
        }
    }

    /// Gets rid of the slots of removed items where they are more than a quarter.
    pub(super) fn sweep(&mut self, used: usize, hash_of: impl Fn(usize) -> i64) {
        if self.fill - used > (self.slots.len() - 1) / 4 {
            self.resize(grown(used), hash_of);
        }
    }

    /// Takes an entry out.
    pub(super) fn remove(&mut self, entry: usize, hash: i64) {
        let mask = self.slots.len() - 1;
        let mut perturb = hash as u64;
        let mut at = perturb as usize & mask;
        loop {
            let probes = if at + LINEAR_PROBES <= mask {
                LINEAR_PROBES
            } else {
                0
            };
            for slot in at..=at + probes {
                if self.slots[slot] == entry as u32 + 1 {
                    self.slots[slot] = DUMMY;
                    return;
                }
                if self.slots[slot] == EMPTY {
                    debug_assert!(false, "an entry has its slot");
                    return;
                }
            }
            perturb >>= PERTURB_SHIFT;
            at = at
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(perturb as usize)
                & mask;
        }
    }

    /// The entry that `pop` takes next; there must be one.
    pub(super) fn next_popped(&mut self) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = self.finger & mask;
        loop {
            if let Some(entry) = self.entry_in(slot) {
                self.finger = slot + 1;
                return entry;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Entries have new numbers: `renumbered[old]`.
    pub(super) fn renumber(&mut self, renumbered: &[u32]) {
        for slot in &mut self.slots {
            if *slot != EMPTY && *slot != DUMMY {
                *slot = renumbered[*slot as usize - 1] + 1;
            }
        }
    }
}

fn grown(used: usize) -> usize {
    if used > 50_000 { used * 2 } else { used * 4 }
}
