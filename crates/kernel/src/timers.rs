//! Timers: at most one a thread, ordered by time, then by who set it first. What a timer means is
//! its thread's phase, so this file knows nothing but threads and times.
//!
//! An indexed 4-ary heap: a timer that is called off leaves at once, so that deadlines that never
//! fire cost no memory and never cut a running thread's budget short.

use interleave_trace::ThreadId;

#[derive(Clone, Copy, Debug)]
struct Entry {
    at_ns: u64,
    sequence: u64,
    thread: ThreadId,
}

impl Entry {
    fn before(&self, other: &Entry) -> bool {
        (self.at_ns, self.sequence) < (other.at_ns, other.sequence)
    }
}

const NOWHERE: u32 = u32::MAX;
const ARITY: usize = 4;

/// The machine's timers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Timers {
    heap: Vec<Entry>,
    /// `position[thread]`: where the thread's timer is in the heap, or `NOWHERE`.
    position: Vec<u32>,
    sequence: u64,
}

impl Timers {
    /// When the next timer fires, in virtual ns.
    pub(crate) fn next_ns(&self) -> Option<u64> {
        self.heap.first().map(|entry| entry.at_ns)
    }

    /// Sets the timer of `thread`, which must have none.
    pub(crate) fn set(&mut self, thread: ThreadId, at_ns: u64) {
        if self.position.len() <= thread.index() {
            self.position.resize(thread.index() + 1, NOWHERE);
        }
        debug_assert_eq!(self.position[thread.index()], NOWHERE, "one timer a thread");
        let entry = Entry {
            at_ns,
            sequence: self.sequence,
            thread,
        };
        self.sequence += 1;
        self.heap.push(entry);
        self.rise(self.heap.len() - 1, entry);
    }

    /// Calls the timer of `thread` off, if it has one.
    pub(crate) fn cancel(&mut self, thread: ThreadId) {
        let Some(&position) = self.position.get(thread.index()) else {
            return;
        };
        if position != NOWHERE {
            self.remove(position as usize);
        }
    }

    /// When the timer of `thread` fires, in virtual ns, if it has one.
    pub(crate) fn due_ns(&self, thread: ThreadId) -> Option<u64> {
        let position = *self.position.get(thread.index())?;
        self.heap.get(position as usize).map(|entry| entry.at_ns)
    }

    /// Takes the next timer out: whose it was.
    pub(crate) fn pop(&mut self) -> Option<ThreadId> {
        let thread = self.heap.first()?.thread;
        self.remove(0);
        Some(thread)
    }

    fn remove(&mut self, hole: usize) {
        self.position[self.heap[hole].thread.index()] = NOWHERE;
        let Some(last) = self.heap.pop() else { return };
        if hole == self.heap.len() {
            return;
        }
        if hole > 0 && last.before(&self.heap[(hole - 1) / ARITY]) {
            self.rise(hole, last);
        } else {
            self.sink(hole, last);
        }
    }

    fn place(&mut self, at: usize, entry: Entry) {
        self.heap[at] = entry;
        self.position[entry.thread.index()] = at as u32;
    }

    fn rise(&mut self, mut hole: usize, entry: Entry) {
        while hole > 0 {
            let parent = (hole - 1) / ARITY;
            if !entry.before(&self.heap[parent]) {
                break;
            }
            self.place(hole, self.heap[parent]);
            hole = parent;
        }
        self.place(hole, entry);
    }

    fn sink(&mut self, mut hole: usize, entry: Entry) {
        loop {
            let first = hole * ARITY + 1;
            if first >= self.heap.len() {
                break;
            }
            let mut least = first;
            for child in first + 1..(first + ARITY).min(self.heap.len()) {
                if self.heap[child].before(&self.heap[least]) {
                    least = child;
                }
            }
            if !self.heap[least].before(&entry) {
                break;
            }
            self.place(hole, self.heap[least]);
            hole = least;
        }
        self.place(hole, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever is set and called off, timers come out by time, then by who came first.
        #[test]
        fn fires_in_order(moves in prop::collection::vec((0u32..20, 0u64..8, any::<bool>()), 1..200)) {
            let mut timers = Timers::default();
            let mut model: Vec<(u64, usize, u32)> = Vec::new();
            for (order, &(thread, at_ns, pop)) in moves.iter().enumerate() {
                model.retain(|&(_, _, set)| set != thread);
                timers.cancel(ThreadId(thread));
                timers.set(ThreadId(thread), at_ns);
                model.push((at_ns, order, thread));
                if pop {
                    model.sort();
                    prop_assert_eq!(timers.next_ns(), Some(model[0].0));
                    prop_assert_eq!(timers.pop(), Some(ThreadId(model.remove(0).2)));
                }
            }
            model.sort();
            for (_, _, thread) in model {
                prop_assert_eq!(timers.pop(), Some(ThreadId(thread)));
            }
            prop_assert_eq!(timers.pop(), None);
        }
    }
}
