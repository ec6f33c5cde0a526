//! The table of shared objects while a plan is made: the script's own and the latches between them.
//! Must not know why a latch is there.

use crate::plan::{ProgramId, Shared, SharedId, SharedKind};
use std::collections::BTreeMap;

/// What programs share, so far.
#[derive(Clone, Default)]
pub(super) struct Table {
    pub(super) shared: Vec<Shared>,
    ends: BTreeMap<ProgramId, SharedId>,
    instants: BTreeMap<(ProgramId, u64), SharedId>,
    orders: BTreeMap<(SharedId, u32), SharedId>,
}

/// What a latch stands for, as the trace names it: kind and label.
pub(super) type Named = (String, String);

impl Table {
    pub(super) fn add(&mut self, kind: SharedKind, (name, label): Named) -> SharedId {
        self.shared.push(Shared { kind, name, label });
        SharedId(self.shared.len() as u32 - 1)
    }

    /// The latch that is set when `program` is over.
    pub(super) fn end_of(&mut self, program: ProgramId, named: impl FnOnce() -> Named) -> SharedId {
        if let Some(&known) = self.ends.get(&program) {
            return known;
        }
        let made = self.add(SharedKind::Latch, named());
        self.ends.insert(program, made);
        made
    }

    /// The latch that `program` sets at `at_ns`, and whether it is new.
    pub(super) fn instant_of(
        &mut self,
        program: ProgramId,
        at_ns: u64,
        named: impl FnOnce() -> Named,
    ) -> (SharedId, bool) {
        if let Some(&known) = self.instants.get(&(program, at_ns)) {
            return (known, false);
        }
        let made = self.add(SharedKind::Latch, named());
        self.instants.insert((program, at_ns), made);
        (made, true)
    }

    /// The latch that stands for the how manieth step on an object whose order is kept.
    pub(super) fn order_of(&mut self, shared: SharedId, number: u32) -> SharedId {
        if let Some(&known) = self.orders.get(&(shared, number)) {
            return known;
        }
        let of = &self.shared[shared.index()];
        let named = (of.name.clone(), of.label.clone());
        let made = self.add(SharedKind::Latch, named);
        self.orders.insert((shared, number), made);
        made
    }

    /// The latch of a program's end, if anybody waits for it.
    pub(super) fn done_of(&self, index: usize) -> Option<SharedId> {
        self.ends.get(&ProgramId(index as u32)).copied()
    }

    /// Whose end a latch stands for.
    pub(super) fn ends(&self) -> BTreeMap<SharedId, ProgramId> {
        self.ends
            .iter()
            .map(|(&program, &latch)| (latch, program))
            .collect()
    }
}
