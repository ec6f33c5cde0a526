//! A process's open files: what it has opened, by descriptor, and where it stands in each. What is written is on the
//! disk at once; a read-ahead only says when the next read needs the system.

use super::{HOME, Inode};
use std::collections::BTreeMap;

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
    /// An end of the pipe of that number.
    Pipe(usize),
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
    /// Up to here the bytes have been fetched from the system.
    pub fetched_bytes: u64,
    /// Bytes written since the last write to the system.
    pub unsent_bytes: u64,
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
            fetched_bytes: 0,
            unsent_bytes: 0,
        }
    }
}

/// A process's table of open files and its working folder.
#[derive(Clone, Debug)]
pub struct OpenFiles {
    /// The working folder.
    pub folder: String,
    /// Rights that new files don't get.
    pub umask: u32,
    /// What `sys.stdin` reads.
    pub stdin: Vec<u8>,
    /// The pipes' bytes.
    pub pipes: Vec<Vec<u8>>,
    descriptors: BTreeMap<i64, Descriptor>,
}

impl Default for OpenFiles {
    fn default() -> OpenFiles {
        let standard = [
            Descriptor::new(Target::Stdin, true, false),
            Descriptor::new(Target::Stdout, false, true),
            Descriptor::new(Target::Stderr, false, true),
        ];
        OpenFiles {
            folder: HOME.to_owned(),
            umask: 0o022,
            stdin: Vec::new(),
            pipes: Vec::new(),
            descriptors: (0..).zip(standard).collect(),
        }
    }
}

/// The file of a scenario that holds what is typed: `input()` reads it.
const STDIN_FILE: &str = "stdin.txt";

impl OpenFiles {
    /// A fresh process's, among a scenario's `files` (name, text).
    pub fn new(files: &[(String, String)]) -> OpenFiles {
        let typed = files.iter().find(|file| file.0 == STDIN_FILE);
        OpenFiles {
            stdin: typed
                .map(|file| file.1.clone().into_bytes())
                .unwrap_or_default(),
            ..OpenFiles::default()
        }
    }

    /// Enters an open file under the lowest free number.
    pub fn add(&mut self, descriptor: Descriptor) -> i64 {
        let free = (0..).find(|number| !self.descriptors.contains_key(number));
        let number = free.expect("numbers don't run out");
        self.descriptors.insert(number, descriptor);
        number
    }

    /// The open file of that number.
    pub fn get(&self, number: i64) -> Option<&Descriptor> {
        self.descriptors.get(&number)
    }

    /// The open file of that number.
    pub fn get_mut(&mut self, number: i64) -> Option<&mut Descriptor> {
        self.descriptors.get_mut(&number)
    }

    /// Closes it; false where there is none.
    pub fn close(&mut self, number: i64) -> bool {
        self.descriptors.remove(&number).is_some()
    }
}
