//! What lies on the disk: files, folders, links and devices, with their times and rights.

use super::Inode;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A file that is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// `/dev/null`
    Null,
    /// `/dev/zero`
    Zero,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A file with its bytes.
    File(Rc<Vec<u8>>),
    /// A folder: names in order of their making's sort, and the folder above.
    Folder {
        /// What lies in it.
        entries: BTreeMap<Rc<str>, Inode>,
        /// The folder above; the root's is itself.
        parent: Inode,
    },
    /// A symbolic link to a path.
    Link(Rc<str>),
    /// A device.
    Device(Device),
}

/// A file or folder.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its rights, the lower twelve bits of `st_mode`.
    pub rights: u32,
    /// How many names it has.
    pub links: u32,
    /// Last read, in ns since 1970.
    pub accessed_ns: u64,
    /// Last written, in ns since 1970.
    pub modified_ns: u64,
    /// Last change of the node, in ns since 1970.
    pub changed_ns: u64,
}

impl Node {
    /// A new one with one name, made at `now_ns` since 1970.
    pub fn new(kind: Kind, rights: u32, now_ns: u64) -> Node {
        Node {
            kind,
            rights,
            links: 1,
            accessed_ns: now_ns,
            modified_ns: now_ns,
            changed_ns: now_ns,
        }
    }

    /// `st_mode`: its kind and its rights.
    pub fn mode(&self) -> u32 {
        let kind = match &self.kind {
            Kind::File(_) => 0o100_000,
            Kind::Folder { .. } => 0o040_000,
            Kind::Link(_) => 0o120_000,
            Kind::Device(_) => 0o020_000,
        };
        kind | self.rights
    }

    /// `st_size`, in bytes. A folder's is a block, as ext4 has it.
    pub fn size_bytes(&self) -> u64 {
        match &self.kind {
            Kind::File(bytes) => bytes.len() as u64,
            Kind::Folder { .. } => 4096,
            Kind::Link(target) => target.len() as u64,
            Kind::Device(_) => 0,
        }
    }
}
