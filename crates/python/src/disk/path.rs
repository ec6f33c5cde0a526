//! From a path to a node: `.`, `..`, symbolic links. Source: POSIX, "Pathname Resolution".

use super::{Disk, Errno, Inode, Kind, LONGEST_NAME_BYTES, MOST_LINKS, ROOT};
use std::rc::Rc;

/// A path's last name and the folder that it is in.
pub(super) struct Place {
    pub folder: Inode,
    /// `None` for the root, `.` and `..`: the node is the folder itself.
    pub name: Option<Rc<str>>,
    /// Whether the path ends in a slash: it must be a folder.
    pub is_folder: bool,
}

impl Disk {
    /// The node of `path`, seen from `from`. A link at its end is followed where `follow` says so.
    pub fn find(&self, from: &str, path: &str, follow: bool) -> Result<Inode, Errno> {
        let place = self.place(from, path)?;
        self.at_place(&place, follow, 0)
    }

    pub(super) fn at_place(&self, place: &Place, follow: bool, links: u32) -> Result<Inode, Errno> {
        let Some(name) = &place.name else {
            return Ok(place.folder);
        };
        let inode = self.entry(place.folder, name)?.ok_or(Errno::ENOENT)?;
        let node = self.node(inode);
        match &node.kind {
            Kind::Link(target) if follow || place.is_folder => {
                let target = self.place_from(place.folder, target, links + 1)?;
                return self.at_place(&target, true, links + 1);
            }
            _ => {}
        }
        if place.is_folder && !matches!(node.kind, Kind::Folder { .. }) {
            return Err(Errno::ENOTDIR);
        }
        Ok(inode)
    }

    /// The folder and the name that `path` means, the name followed through links to where a file would be made.
    pub(super) fn place_to_make(&self, from: &str, path: &str) -> Result<Place, Errno> {
        let mut place = self.place(from, path)?;
        for links in 0..MOST_LINKS {
            let inode = match &place.name {
                Some(name) => self.entry(place.folder, name)?,
                None => None,
            };
            match inode.map(|inode| &self.node(inode).kind) {
                Some(Kind::Link(target)) => {
                    place = self.place_from(place.folder, &target.clone(), links)?;
                }
                _ => return Ok(place),
            }
        }
        Err(Errno::ELOOP)
    }

    /// The folder and the name that `path` means, a link at its end not followed.
    pub(super) fn place(&self, from: &str, path: &str) -> Result<Place, Errno> {
        if path.is_empty() {
            return Err(Errno::ENOENT);
        }
        let start = if path.starts_with('/') || from.is_empty() {
            ROOT
        } else {
            self.find("", from, true)?
        };
        self.place_from(start, path, 0)
    }

    fn place_from(&self, start: Inode, path: &str, links: u32) -> Result<Place, Errno> {
        if links > MOST_LINKS {
            return Err(Errno::ELOOP);
        }
        if path.is_empty() {
            return Err(Errno::ENOENT);
        }
        let mut folder = if path.starts_with('/') { ROOT } else { start };
        let mut name: Option<Rc<str>> = None;
        for part in path.split('/').filter(|part| !part.is_empty()) {
            if part.len() > LONGEST_NAME_BYTES {
                return Err(Errno::ENAMETOOLONG);
            }
            if let Some(name) = name.take() {
                let place = Place {
                    folder,
                    name: Some(name),
                    is_folder: true,
                };
                folder = self.at_place(&place, true, links)?;
            }
            match part {
                "." => {}
                ".." => match self.node(folder).kind {
                    Kind::Folder { parent, .. } => folder = parent,
                    _ => return Err(Errno::ENOTDIR),
                },
                part => name = Some(part.into()),
            }
        }
        Ok(Place {
            folder,
            name,
            is_folder: path.ends_with('/'),
        })
    }

    /// What a folder holds under a name.
    pub(super) fn entry(&self, folder: Inode, name: &str) -> Result<Option<Inode>, Errno> {
        match &self.node(folder).kind {
            Kind::Folder { entries, .. } => Ok(entries.get(name).copied()),
            _ => Err(Errno::ENOTDIR),
        }
    }
}
