//! Open files: a process has a table of descriptors, and each leads to something that the world has open. Copies of a
//! descriptor (`dup`, a copied process) share where it stands; what nobody leads to any more is closed.

use super::World;
use crate::disk::{HOME, Inode};
use interleave_kernel::QueueId;
use std::collections::BTreeMap;

/// Something with a reading or a writing end that a part of the world owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Channel {
    /// The part's name.
    pub part: &'static str,
    /// The part's own number for it.
    pub number: u32,
}

/// What a descriptor leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A node of the disk.
    Node(Inode),
    /// The text that the run was given to read.
    Stdin,
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
    /// A channel of a part of the world.
    Channel(Channel),
}

/// An open file.
#[derive(Clone, Debug)]
pub struct Descriptor {
    /// What it leads to.
    pub target: Target,
    /// Where the next read or write is, in bytes.
    pub offset: u64,
    /// It may be read.
    pub readable: bool,
    /// It may be written.
    pub writable: bool,
    /// Every write goes to the end.
    pub appends: bool,
    /// What would have to wait fails instead.
    pub is_nonblocking: bool,
    /// Up to here the bytes have been fetched from the system.
    pub fetched_bytes: u64,
    /// Bytes written since the last write to the system.
    pub unsent_bytes: u64,
    /// Bytes of a channel that a file object has fetched and not given out yet.
    pub ahead: Vec<u8>,
}

impl Descriptor {
    /// One that stands at the beginning.
    pub fn new(target: Target, readable: bool, writable: bool) -> Descriptor {
        Descriptor {
            target,
            offset: 0,
            readable,
            writable,
            appends: false,
            is_nonblocking: false,
            fetched_bytes: 0,
            unsent_bytes: 0,
            ahead: Vec::new(),
        }
    }
}

/// What the world has open, by number, with how many descriptors lead to it.
#[derive(Clone, Debug, Default)]
pub(super) struct Opened {
    files: Vec<Option<(Descriptor, u32)>>,
}

impl Opened {
    /// One more leads to it.
    pub(super) fn refer_to(&mut self, index: usize) {
        if let Some((_, count)) = &mut self.files[index] {
            *count += 1;
        }
    }
}

/// A process's table of descriptors and its working folder.
#[derive(Clone, Debug)]
pub struct OpenFiles {
    /// The working folder.
    pub folder: String,
    /// Rights that new files don't get.
    pub umask: u32,
    /// `table[descriptor]`: the world's number of what it leads to.
    table: BTreeMap<i64, usize>,
}

impl Default for OpenFiles {
    fn default() -> OpenFiles {
        OpenFiles {
            folder: HOME.to_owned(),
            umask: 0o022,
            table: BTreeMap::new(),
        }
    }
}

impl OpenFiles {
    /// The descriptors in use, ascending.
    pub fn numbers(&self) -> Vec<i64> {
        self.table.keys().copied().collect()
    }

    pub(super) fn index_of(&self, number: i64) -> Option<usize> {
        self.table.get(&number).copied()
    }

    /// Enters what the world has open under `index` as the lowest free number.
    pub(super) fn enter(&mut self, index: usize) -> i64 {
        let number = lowest_free(&self.table, 0);
        self.table.insert(number, index);
        number
    }

    /// A table with these descriptors of this one alone (as a fresh program inherits them), each under another number.
    pub fn selected(&self, numbers: &[(i64, i64)]) -> OpenFiles {
        let table = numbers
            .iter()
            .filter_map(|&(own, other)| Some((other, *self.table.get(&own)?)));
        OpenFiles {
            folder: self.folder.clone(),
            umask: self.umask,
            table: table.collect(),
        }
    }
}

/// The file of a scenario that holds what is typed: `input()` reads it.
const STDIN_FILE: &str = "stdin.txt";

impl World {
    /// Opens the standard streams of the first process, among a scenario's `files` (name, text).
    pub(crate) fn open_standard_streams(&mut self, files: &[(String, String)]) -> OpenFiles {
        if let Some(typed) = files.iter().find(|file| file.0 == STDIN_FILE) {
            self.stdin = typed.1.as_bytes().into();
        }
        let mut own = OpenFiles::default();
        for (target, readable) in [
            (Target::Stdin, true),
            (Target::Stdout, false),
            (Target::Stderr, false),
        ] {
            self.open(&mut own, Descriptor::new(target, readable, !readable));
        }
        own
    }

    /// Enters an open file in a process's table under the lowest free number.
    pub fn open(&mut self, own: &mut OpenFiles, descriptor: Descriptor) -> i64 {
        let files = &mut self.open.files;
        let free = files.iter().position(Option::is_none);
        let index = free.unwrap_or_else(|| {
            files.push(None);
            files.len() - 1
        });
        files[index] = Some((descriptor, 1));
        let number = lowest_free(&own.table, 0);
        own.table.insert(number, index);
        number
    }

    /// The open file behind a descriptor.
    pub fn descriptor(&self, own: &OpenFiles, number: i64) -> Option<&Descriptor> {
        let index = *own.table.get(&number)?;
        self.open.files[index].as_ref().map(|(file, _)| file)
    }

    /// The open file behind a descriptor.
    pub fn descriptor_mut(&mut self, own: &OpenFiles, number: i64) -> Option<&mut Descriptor> {
        let index = *own.table.get(&number)?;
        self.open.files[index].as_mut().map(|(file, _)| file)
    }

    /// Makes `copy`, else the lowest number not below `from`, lead where `number` does. What `copy` led to must have been
    /// closed.
    pub fn duplicate(
        &mut self,
        own: &mut OpenFiles,
        number: i64,
        copy: Option<i64>,
        from: i64,
    ) -> Option<i64> {
        let index = *own.table.get(&number)?;
        let copy = copy.unwrap_or_else(|| lowest_free(&own.table, from));
        own.table.insert(copy, index);
        self.open.files[index].as_mut()?.1 += 1;
        Some(copy)
    }

    /// Another process leads where `files` lead.
    pub(crate) fn add_references(&mut self, files: &OpenFiles) {
        for &index in files.table.values() {
            self.open.refer_to(index);
        }
    }

    /// Copies of some descriptors on their way to another process; they stay open until that one has them.
    pub fn lend(&mut self, own: &OpenFiles, numbers: &[i64]) -> OpenFiles {
        let pairs: Vec<(i64, i64)> = (0..).zip(numbers).map(|(at, &own)| (own, at)).collect();
        let lent = own.selected(&pairs);
        self.add_references(&lent);
        lent
    }

    /// Takes what [`World::lend`] gave: the descriptors here, in the same order.
    pub fn adopt(&mut self, own: &mut OpenFiles, lent: &OpenFiles, numbers: &[i64]) -> Vec<i64> {
        let mut taken = Vec::new();
        for at in 0..numbers.len() as i64 {
            if let Some(&index) = lent.table.get(&at) {
                let number = lowest_free(&own.table, 3);
                own.table.insert(number, index);
                taken.push(number);
            }
        }
        taken
    }

    /// Closes a descriptor; false where there is none.
    pub fn close(&mut self, own: &mut OpenFiles, number: i64, wakes: &mut Vec<QueueId>) -> bool {
        let is_there = own.table.contains_key(&number);
        self.drop_reference(own, number, wakes);
        own.table.remove(&number);
        is_there
    }

    pub(super) fn drop_reference(
        &mut self,
        own: &OpenFiles,
        number: i64,
        wakes: &mut Vec<QueueId>,
    ) {
        if let Some(index) = own.index_of(number) {
            self.drop_index(index, wakes);
        }
    }

    pub(super) fn drop_index(&mut self, index: usize, wakes: &mut Vec<QueueId>) {
        let Some((file, count)) = &mut self.open.files[index] else {
            return;
        };
        *count -= 1;
        if *count > 0 {
            return;
        }
        let target = file.target;
        self.open.files[index] = None;
        if let Target::Channel(channel) = target
            && let Some(part) = self.owner_of(channel)
        {
            part.closed(channel, wakes);
        }
    }
}

fn lowest_free(table: &BTreeMap<i64, usize>, from: i64) -> i64 {
    let free = (from..).find(|number| !table.contains_key(number));
    free.expect("numbers don't run out")
}
