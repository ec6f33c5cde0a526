//! Whether an object is still known to the program. CPython counts references; here the heap is searched, and only where a
//! weak reference is asked.

use super::Vm;
use crate::heap::{Ref, Value};

impl Vm {
    /// Whether `target` is known to anybody; yes in doubt (inside a nested call, or once a run has searched enough).
    pub fn is_known(&mut self, target: Ref) -> bool {
        if self.nested > 0 || self.search_budget == 0 {
            return true;
        }
        let roots = self.garbage_roots();
        let (found, looked_at) = self.heap.reaches(roots, target);
        self.search_budget = self.search_budget.saturating_sub(looked_at);
        found
    }

    /// The weak references whose targets nobody knows any more; they refer to nothing from now on.
    pub fn lose_weak_references(&mut self) -> Vec<Value> {
        let roots = self.garbage_roots();
        let mut holders = Vec::new();
        for target in self.heap.lost_weak_targets(roots) {
            let lost = self.heap.lose_weak_target(target);
            holders.extend(lost.into_iter().map(Value::Obj));
        }
        holders
    }
}
