//! The simulated machine's disk: a tree of files in memory. It belongs to the world, not to a process: processes share
//! it, and each keeps its own table of open files. Cloning it is cheap until one of the copies changes.
//!
//! Knows no Python and no clock: the caller says what time it is.

mod errno;
mod node;
mod path;
#[cfg(test)]
mod tests;
mod tree;

pub use errno::{ERRNOS, Errno};
pub use node::{Device, Kind, Node};

use std::rc::Rc;

/// The number of a file or folder.
pub type Inode = usize;

/// The disk.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    /// By number; `None` where one was removed.
    nodes: Rc<Vec<Option<Node>>>,
}

/// Where a script lives and runs.
pub const HOME: &str = "/home/user";
const ROOT: Inode = 0;
/// Source: Linux, `MAXSYMLINKS`.
const MOST_LINKS: u32 = 40;
/// Source: Linux, `NAME_MAX`, in bytes.
const LONGEST_NAME_BYTES: usize = 255;
