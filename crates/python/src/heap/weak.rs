//! Weak references: which host objects refer to which objects without keeping them alive. Such a holder keeps its target's
//! index as its first number, -1 once the target is gone. Knows no class.

use super::{Heap, Object, Ref, Value};
use std::collections::BTreeMap;

/// The holders of each target.
#[derive(Clone, Debug, Default)]
pub struct WeakTable {
    holders: BTreeMap<Ref, Vec<Ref>>,
}

impl Heap {
    /// Lets `holder`, a host object, refer to `target` weakly.
    pub fn add_weak(&mut self, target: Ref, holder: Ref) {
        self.weak.holders.entry(target).or_default().push(holder);
        self.set_weak_target(holder, i64::from(target.0));
    }

    /// The host objects that refer to `target` weakly, in order of their making.
    pub fn weak_holders(&self, target: Ref) -> &[Ref] {
        self.weak.holders.get(&target).map_or(&[], Vec::as_slice)
    }

    /// What `holder` refers to weakly.
    pub fn weak_target(&self, holder: Ref) -> Option<Ref> {
        match self.get(holder) {
            Object::Host(host) => {
                let index = u32::try_from(*host.numbers.first()?).ok()?;
                Some(Ref(index))
            }
            _ => None,
        }
    }

    /// The target counts as gone: its holders, which refer to nothing from now on.
    pub fn lose_weak_target(&mut self, target: Ref) -> Vec<Ref> {
        let holders = self.weak.holders.remove(&target).unwrap_or_default();
        for &holder in &holders {
            self.set_weak_target(holder, -1);
        }
        holders
    }

    /// The targets that can't be reached from `roots`.
    pub fn lost_weak_targets(&self, roots: Vec<Value>) -> Vec<Ref> {
        if self.weak.holders.is_empty() {
            return Vec::new();
        }
        let marks = self.marks_from(roots);
        let targets = self.weak.holders.keys().copied();
        targets.filter(|target| !marks[target.0 as usize]).collect()
    }

    /// What is not marked is about to be freed.
    pub(super) fn forget_weak(&mut self, marks: &[bool]) {
        let is_live = |r: &Ref| marks[r.0 as usize];
        for holders in self.weak.holders.values_mut() {
            holders.retain(is_live);
        }
        let gone = self.weak.holders.iter();
        let gone = gone.filter(|(target, holders)| !is_live(target) || holders.is_empty());
        let gone: Vec<Ref> = gone.map(|(&target, _)| target).collect();
        for target in gone {
            self.lose_weak_target(target);
        }
    }

    fn set_weak_target(&mut self, holder: Ref, index: i64) {
        if let Object::Host(host) = self.get_mut(holder)
            && let Some(number) = host.numbers.first_mut()
        {
            *number = index;
        }
    }
}
