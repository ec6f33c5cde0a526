//! Words for one thread alone: an event loop's objects, the conductor's, the rehearsal's. Must not
//! be shared between workers.

use crate::objects::Memory;
use std::cell::Cell;

/// Words in a vector.
#[derive(Clone, Debug, Default)]
pub struct LocalMemory {
    words: Vec<Cell<i32>>,
}

impl LocalMemory {
    /// So many words, all 0.
    pub fn new(words: usize) -> LocalMemory {
        LocalMemory {
            words: vec![Cell::new(0); words],
        }
    }
}

impl Memory for LocalMemory {
    fn load(&self, at: usize) -> i32 {
        self.words[at].get()
    }

    fn store(&self, at: usize, value: i32) {
        self.words[at].set(value);
    }

    fn add(&self, at: usize, value: i32) -> i32 {
        self.words[at].replace(self.words[at].get().wrapping_add(value))
    }

    fn compare_exchange(&self, at: usize, old: i32, new: i32) -> i32 {
        let was = self.words[at].get();
        if was == old {
            self.words[at].set(new);
        }
        was
    }

    fn pause(&self, _at: usize, _turns: u32) {
        unreachable!("nobody else is inside a stretch of words that one thread alone uses");
    }
}
