//! The tree's changes: making, linking, renaming and removing, and the bytes of files.

use super::path::Place;
use super::{Device, Disk, Errno, HOME, Inode, Kind, Node, ROOT};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The folders of a fresh machine: path and rights.
const FOLDERS: &[(&str, u32)] = &[
    ("/bin", 0o755),
    ("/dev", 0o755),
    ("/etc", 0o755),
    ("/home", 0o755),
    (HOME, 0o755),
    ("/tmp", 0o1777),
    ("/usr", 0o755),
    ("/usr/bin", 0o755),
    ("/var", 0o755),
    ("/var/tmp", 0o1777),
];

/// Programs that a script may look for; none of them runs.
const PROGRAMS: &[&str] = &[
    "/bin/sh",
    "/bin/ls",
    "/bin/cat",
    "/usr/bin/python3",
    "/usr/bin/env",
];

impl Disk {
    /// A fresh machine's disk at `now_ns` since 1970, with a script's `files` (name, text) at home.
    pub fn new(files: &[(String, String)], now_ns: u64) -> Disk {
        let root = Node::new(
            Kind::Folder {
                entries: BTreeMap::new(),
                parent: ROOT,
            },
            0o755,
            now_ns,
        );
        let mut disk = Disk {
            nodes: Rc::new(vec![Some(root)]),
        };
        let put = |disk: &mut Disk, path: &str, kind: Kind, rights: u32| {
            let place = disk.place(HOME, path);
            if let Ok(Place {
                folder,
                name: Some(name),
                ..
            }) = place
            {
                disk.add(folder, name, Node::new(kind, rights, now_ns));
            }
        };
        for &(path, rights) in FOLDERS {
            let made = disk.make_folder("", path, rights, now_ns);
            debug_assert!(made.is_ok(), "{path} is made once");
        }
        for &path in PROGRAMS {
            put(&mut disk, path, Kind::File(Rc::default()), 0o755);
        }
        let hostname = Kind::File(Rc::new(b"interleave\n".to_vec()));
        put(&mut disk, "/etc/hostname", hostname, 0o644);
        put(&mut disk, "/dev/null", Kind::Device(Device::Null), 0o666);
        put(&mut disk, "/dev/zero", Kind::Device(Device::Zero), 0o666);
        for (name, text) in files {
            for (at, _) in name.match_indices('/') {
                // A folder that two files share is there already.
                let _ = disk.make_folder(HOME, &name[..at], 0o755, now_ns);
            }
            let bytes = Rc::new(text.clone().into_bytes());
            put(&mut disk, name, Kind::File(bytes), 0o644);
        }
        disk
    }

    /// The node of that number.
    pub fn node(&self, inode: Inode) -> &Node {
        self.nodes[inode].as_ref().expect("a number in use")
    }

    /// The node of that number, to be changed.
    pub fn node_mut(&mut self, inode: Inode) -> &mut Node {
        Rc::make_mut(&mut self.nodes)[inode]
            .as_mut()
            .expect("a number in use")
    }

    fn entries(&mut self, folder: Inode) -> &mut BTreeMap<Rc<str>, Inode> {
        match &mut self.node_mut(folder).kind {
            Kind::Folder { entries, .. } => entries,
            _ => unreachable!("no folder"),
        }
    }

    fn add(&mut self, folder: Inode, name: Rc<str>, node: Node) -> Inode {
        let now_ns = node.changed_ns;
        let nodes = Rc::make_mut(&mut self.nodes);
        nodes.push(Some(node));
        let inode = nodes.len() - 1;
        self.entries(folder).insert(name, inode);
        self.touch_folder(folder, now_ns);
        inode
    }

    fn touch_folder(&mut self, folder: Inode, now_ns: u64) {
        let folder = self.node_mut(folder);
        folder.modified_ns = now_ns;
        folder.changed_ns = now_ns;
    }

    /// The file at `path`, made where `make` says so; `only_new`: it must not be there yet.
    pub fn open_file(
        &mut self,
        from: &str,
        path: &str,
        make: Option<u32>,
        only_new: bool,
        now_ns: u64,
    ) -> Result<Inode, Errno> {
        let Some(rights) = make else {
            return self.find(from, path, true);
        };
        if only_new && self.find(from, path, false).is_ok() {
            return Err(Errno::EEXIST);
        }
        let place = self.place_to_make(from, path)?;
        match &place.name {
            None => Ok(place.folder),
            Some(name) => match self.entry(place.folder, name)? {
                Some(inode) => Ok(inode),
                None if place.is_folder => Err(Errno::EISDIR),
                None => {
                    let node = Node::new(Kind::File(Rc::default()), rights, now_ns);
                    Ok(self.add(place.folder, name.clone(), node))
                }
            },
        }
    }

    /// Makes a node of its own name.
    fn make(&mut self, from: &str, path: &str, node: Node) -> Result<Inode, Errno> {
        let place = self.place(from, path)?;
        let Some(name) = place.name else {
            return Err(Errno::EEXIST);
        };
        if self.entry(place.folder, &name)?.is_some() {
            return Err(Errno::EEXIST);
        }
        Ok(self.add(place.folder, name, node))
    }

    /// `mkdir`
    pub fn make_folder(
        &mut self,
        from: &str,
        path: &str,
        rights: u32,
        now_ns: u64,
    ) -> Result<Inode, Errno> {
        let parent = self.place(from, path)?.folder;
        let kind = Kind::Folder {
            entries: BTreeMap::new(),
            parent,
        };
        self.make(from, path, Node::new(kind, rights, now_ns))
    }

    /// `symlink`
    pub fn make_link(
        &mut self,
        from: &str,
        target: &str,
        path: &str,
        now_ns: u64,
    ) -> Result<Inode, Errno> {
        self.make(
            from,
            path,
            Node::new(Kind::Link(target.into()), 0o777, now_ns),
        )
    }

    /// `link`: another name for a file.
    pub fn add_name(&mut self, from: &str, old: &str, new: &str, now_ns: u64) -> Result<(), Errno> {
        let inode = self.find(from, old, false)?;
        if matches!(self.node(inode).kind, Kind::Folder { .. }) {
            return Err(Errno::EPERM);
        }
        let place = self.place(from, new)?;
        let Some(name) = place.name else {
            return Err(Errno::EEXIST);
        };
        if self.entry(place.folder, &name)?.is_some() {
            return Err(Errno::EEXIST);
        }
        self.entries(place.folder).insert(name, inode);
        self.node_mut(inode).links += 1;
        self.touch_folder(place.folder, now_ns);
        Ok(())
    }

    /// `rmdir`
    pub fn remove_folder(&mut self, from: &str, path: &str, now_ns: u64) -> Result<(), Errno> {
        let place = self.place(from, path)?;
        let Some(name) = &place.name else {
            return Err(if path.trim_end_matches('/').is_empty() {
                Errno::EBUSY
            } else {
                Errno::EINVAL
            });
        };
        let inode = self.at_place(&place, false, 0)?;
        match &self.node(inode).kind {
            Kind::Folder { entries, .. } if entries.is_empty() => {}
            Kind::Folder { .. } => return Err(Errno::ENOTEMPTY),
            _ => return Err(Errno::ENOTDIR),
        }
        self.forget_name(place.folder, name, inode, now_ns);
        Ok(())
    }

    /// `unlink`. Who has the file open keeps it.
    pub fn remove_file(&mut self, from: &str, path: &str, now_ns: u64) -> Result<(), Errno> {
        let place = self.place(from, path)?;
        let Some(name) = &place.name else {
            return Err(Errno::EISDIR);
        };
        let inode = self.at_place(&place, false, 0)?;
        if matches!(self.node(inode).kind, Kind::Folder { .. }) {
            return Err(Errno::EISDIR);
        }
        self.forget_name(place.folder, name, inode, now_ns);
        Ok(())
    }

    fn forget_name(&mut self, folder: Inode, name: &str, inode: Inode, now_ns: u64) {
        self.entries(folder).remove(name);
        self.touch_folder(folder, now_ns);
        let node = self.node_mut(inode);
        node.links = node.links.saturating_sub(1);
        node.changed_ns = now_ns;
    }

    /// `rename`: a file replaces a file, a folder an empty folder.
    pub fn rename(&mut self, from: &str, old: &str, new: &str, now_ns: u64) -> Result<(), Errno> {
        let source = self.place(from, old)?;
        let inode = self.at_place(&source, false, 0)?;
        let target = self.place(from, new)?;
        let (Some(old_name), Some(new_name)) = (&source.name, &target.name) else {
            return Err(Errno::EBUSY);
        };
        let is_folder = matches!(self.node(inode).kind, Kind::Folder { .. });
        if let Some(there) = self.entry(target.folder, new_name)? {
            if there == inode {
                return Ok(());
            }
            match (&self.node(there).kind, is_folder) {
                (Kind::Folder { entries, .. }, true) if !entries.is_empty() => {
                    return Err(Errno::ENOTEMPTY);
                }
                (Kind::Folder { .. }, false) => return Err(Errno::EISDIR),
                (Kind::Folder { .. }, true) => {}
                (_, true) => return Err(Errno::ENOTDIR),
                (_, false) => {}
            }
            let new_name = new_name.clone();
            self.forget_name(target.folder, &new_name, there, now_ns);
        } else if target.is_folder && !is_folder {
            return Err(Errno::ENOTDIR);
        }
        if is_folder && self.is_above(inode, target.folder) {
            return Err(Errno::EINVAL);
        }
        self.entries(source.folder).remove(old_name);
        self.touch_folder(source.folder, now_ns);
        self.entries(target.folder).insert(new_name.clone(), inode);
        self.touch_folder(target.folder, now_ns);
        if let Kind::Folder { parent, .. } = &mut self.node_mut(inode).kind {
            *parent = target.folder;
        }
        Ok(())
    }

    fn is_above(&self, folder: Inode, mut below: Inode) -> bool {
        loop {
            if below == folder {
                return true;
            }
            match self.node(below).kind {
                Kind::Folder { parent, .. } if parent != below => below = parent,
                _ => return false,
            }
        }
    }

    /// The names in a folder, sorted.
    pub fn names(&self, folder: Inode) -> Result<Vec<Rc<str>>, Errno> {
        match &self.node(folder).kind {
            Kind::Folder { entries, .. } => Ok(entries.keys().cloned().collect()),
            _ => Err(Errno::ENOTDIR),
        }
    }

    /// The absolute path of a folder.
    pub fn path_of(&self, mut folder: Inode) -> String {
        let mut path = String::new();
        while folder != ROOT {
            let Kind::Folder { parent, .. } = self.node(folder).kind else {
                break;
            };
            let names = match &self.node(parent).kind {
                Kind::Folder { entries, .. } => entries.iter(),
                _ => break,
            };
            for (name, _) in names.filter(|entry| *entry.1 == folder) {
                path = format!("/{name}{path}");
            }
            folder = parent;
        }
        if path.is_empty() {
            "/".to_owned()
        } else {
            path
        }
    }

    /// A file's bytes from `offset` on, at most `most_bytes`.
    pub fn read(&self, inode: Inode, offset: u64, most_bytes: usize) -> Result<Vec<u8>, Errno> {
        match &self.node(inode).kind {
            Kind::File(bytes) => {
                let start = (offset as usize).min(bytes.len());
                let end = start.saturating_add(most_bytes).min(bytes.len());
                Ok(bytes[start..end].to_vec())
            }
            Kind::Device(Device::Null) => Ok(Vec::new()),
            Kind::Device(Device::Zero) => Ok(vec![0; most_bytes.min(1 << 20)]),
            Kind::Folder { .. } => Err(Errno::EISDIR),
            Kind::Link(_) => Err(Errno::EINVAL),
        }
    }

    /// A file's bytes, none for what is not stored.
    pub fn bytes(&self, inode: Inode) -> &[u8] {
        match &self.node(inode).kind {
            Kind::File(bytes) => bytes,
            _ => &[],
        }
    }

    /// Writes at `offset`; a hole before it is filled with zeros.
    pub fn write(
        &mut self,
        inode: Inode,
        offset: u64,
        data: &[u8],
        now_ns: u64,
    ) -> Result<(), Errno> {
        let node = self.node_mut(inode);
        match &mut node.kind {
            Kind::File(bytes) => {
                let bytes = Rc::make_mut(bytes);
                let (start, end) = (offset as usize, offset as usize + data.len());
                if bytes.len() < end {
                    bytes.resize(end, 0);
                }
                bytes[start..end].copy_from_slice(data);
            }
            Kind::Device(_) => return Ok(()),
            _ => return Err(Errno::EISDIR),
        }
        node.modified_ns = now_ns;
        node.changed_ns = now_ns;
        Ok(())
    }

    /// Cuts a file off, or fills it up with zeros.
    pub fn truncate(&mut self, inode: Inode, size_bytes: u64, now_ns: u64) -> Result<(), Errno> {
        let node = self.node_mut(inode);
        match &mut node.kind {
            Kind::File(bytes) => Rc::make_mut(bytes).resize(size_bytes as usize, 0),
            Kind::Device(_) => return Ok(()),
            _ => return Err(Errno::EISDIR),
        }
        node.modified_ns = now_ns;
        node.changed_ns = now_ns;
        Ok(())
    }
}
