//! The run's bounds, and the collection of garbage that keeps it within the heap's.

use super::Vm;
use crate::heap::Value;
use interleave_kernel::Stop;
use interleave_trace::Limit;

impl Vm {
    /// Whether a bound is hit; the run ends then.
    pub(super) fn check_limits(&mut self) -> bool {
        let limits = self.options.limits;
        let hit = if self.steps >= limits.steps {
            Some((Limit::Steps, limits.steps))
        } else if self.heap.bytes() >= self.heap.limit_bytes {
            self.collect_garbage_if_possible();
            (self.heap.bytes() >= self.heap.limit_bytes)
                .then_some((Limit::HeapBytes, limits.heap_bytes))
        } else if self.world.output_bytes >= limits.output_bytes {
            Some((Limit::OutputBytes, limits.output_bytes))
        } else {
            None
        };
        if let Some((limit, value)) = hit {
            self.end = Some(Stop::Limit { limit, value });
        }
        self.end.is_some()
    }

    /// Refuses an allocation that would break the heap's bound.
    pub fn check_heap_growth(&mut self, bytes: u64) -> Result<(), super::Raised> {
        let limit = self.options.limits.heap_bytes;
        if self.heap.bytes().saturating_add(bytes) < self.heap.limit_bytes {
            return Ok(());
        }
        self.end = Some(Stop::Limit {
            limit: Limit::HeapBytes,
            value: limit,
        });
        Err(self.raise_value("MemoryError", &[]))
    }

    /// Counts steps that native code has made; the run ends where there are no more.
    pub fn charge_steps(&mut self, steps: u64) -> Result<(), super::Raised> {
        self.steps = self.steps.saturating_add(steps);
        let value = self.options.limits.steps;
        if self.steps < value {
            return Ok(());
        }
        self.end = Some(Stop::Limit {
            limit: Limit::Steps,
            value,
        });
        Err(self.raise_value("MemoryError", &[]))
    }

    fn collect_garbage_if_possible(&mut self) {
        if self.nested == 0 {
            self.collect_garbage();
        }
    }

    /// Frees what can't be reached. Only between instructions of an undivided call.
    pub(super) fn collect_garbage(&mut self) {
        let mut roots = self.garbage_roots();
        if self.guarded_generators > 0 {
            roots.extend(self.awaiting_del());
        }
        self.heap.collect(roots.into_iter());
        if self.guarded_generators > 0 {
            self.count_guarded();
        }
        self.forget_cached_methods();
    }

    /// What is alive of itself.
    pub(super) fn garbage_roots(&self) -> Vec<Value> {
        let mut roots: Vec<Value> = Vec::new();
        let mut see = |value: Value| roots.push(value);
        self.stack
            .iter()
            .chain(&self.handled)
            .for_each(|&value| see(value));
        self.frames.iter().for_each(|frame| frame.roots(&mut see));
        self.threads
            .iter()
            .for_each(|thread| thread.roots(&mut see));
        self.modules
            .values()
            .for_each(|&module| see(Value::Obj(module)));
        self.types
            .all()
            .into_iter()
            .for_each(|class| see(Value::Obj(class)));
        self.types
            .exceptions
            .values()
            .for_each(|&class| see(Value::Obj(class)));
        self.single_chars
            .iter()
            .chain(&self.interned)
            .for_each(|&value| see(value));
        self.roots.values().for_each(|&value| see(value));
        see(self.exhausted);
        roots
    }
}
