//! `__del__`: which instances still await it, and what of them nobody knows any more. CPython counts references and
//! calls it at once; here it is called where a name lets go of the last reference, at `gc.collect()`, and at the end.

use super::Vm;
use crate::heap::{Object, Ref, Value};

impl Vm {
    /// Whether `__del__` has yet to run for the object.
    pub(super) fn awaits_del(&self, object: Ref) -> bool {
        matches!(self.heap.get(object), Object::Instance(instance) if instance.awaits_del)
    }

    /// All instances whose `__del__` has yet to run.
    pub(super) fn awaiting_del(&self) -> Vec<Value> {
        let awaits =
            |object: &Object| matches!(object, Object::Instance(instance) if instance.awaits_del);
        let objects = self.heap.objects();
        objects
            .filter(|(_, object)| awaits(object))
            .map(|(r, _)| Value::Obj(r))
            .collect()
    }

    /// From here on `__del__` has run for the instance; false where it had before.
    pub fn begin_del(&mut self, instance: Value) -> bool {
        let Some(r) = instance.as_ref().filter(|&r| self.awaits_del(r)) else {
            return false;
        };
        if let Object::Instance(object) = self.heap.get_mut(r) {
            object.awaits_del = false;
        }
        self.guarded_generators = self.guarded_generators.saturating_sub(1);
        true
    }

    /// Tells what can still be reached from what runs and from the modules.
    pub fn reached(&self) -> impl Fn(Ref) -> bool + use<> {
        self.heap.reached_from(self.garbage_roots())
    }

    /// The instances that await `__del__` and that nobody knows any more.
    pub fn lost_instances(&self) -> Vec<Value> {
        if self.guarded_generators == 0 {
            return Vec::new();
        }
        let reached = self.heap.reached_from(self.garbage_roots());
        let mut awaiting = self.awaiting_del();
        awaiting.retain(|value| value.as_ref().is_some_and(|r| !reached(r)));
        awaiting
    }

    /// The instances that await `__del__`, in the order in which the script's globals let go of them at its end.
    pub fn instances_at_exit(&self) -> Vec<Value> {
        if self.guarded_generators == 0 {
            return Vec::new();
        }
        let mut found = Vec::new();
        if let Some(Object::Module(main)) = self.modules.get("__main__").map(|&r| self.heap.get(r))
        {
            for &name in &main.order {
                found.extend(self.heap.held_by(main.get(name)));
            }
        }
        found.extend(self.awaiting_del().into_iter().filter_map(Value::as_ref));
        let mut seen = std::collections::BTreeSet::new();
        found.retain(|&r| self.awaits_del(r) && seen.insert(r));
        found.into_iter().map(Value::Obj).collect()
    }
}
