//! An open file on its way from one process to another: held by a part of the world, led to by no descriptor.

use super::{OpenFiles, World};
use interleave_kernel::QueueId;

/// An open file that is held. It must be [taken up](World::take_up) or [let go](World::let_go), else it stays open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held(usize);

impl World {
    /// Holds what a descriptor leads to.
    pub fn hold(&mut self, own: &OpenFiles, number: i64) -> Option<Held> {
        let index = own.index_of(number)?;
        self.open.refer_to(index);
        Some(Held(index))
    }

    /// Enters what is held in a process's table under the lowest free number.
    pub fn take_up(&mut self, own: &mut OpenFiles, held: Held) -> i64 {
        own.enter(held.0)
    }

    /// Holds it no longer.
    pub fn let_go(&mut self, held: Held, wakes: &mut Vec<QueueId>) {
        self.drop_index(held.0, wakes);
    }
}
