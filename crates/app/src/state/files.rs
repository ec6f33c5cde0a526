//! The scenario's files: which one the editor shows, and how one is added, renamed or removed.
//! The first is `main.py`, the one that runs; it stays, and so does its name.

use super::work::Draft;
use super::{Notice, NoticeAction, Reveal, State};
use interleave_scenario::SourceFile;
use interleave_trace::Place;
use std::rc::Rc;

/// Something that happens to the files.
#[derive(Clone, Debug)]
pub enum FileAction {
    /// Show this one in the editor.
    Open(usize),
    /// Add an empty one, with a name of its own, and show it.
    Add,
    /// Call this one so; a name that can't be is told and left.
    Rename(usize, String),
    /// Take this one out; the work with it becomes a draft.
    Remove {
        /// Its position.
        index: usize,
        /// When, in ms since 1970: the draft's date.
        now_ms: f64,
    },
}

/// The most files that the page adds.
const MAX_FILES: usize = 20;

impl State {
    /// The source of `main.py`.
    pub fn source(&self) -> &str {
        self.scenario.files.first().map_or("", |file| &file.text)
    }

    /// The source that the editor shows.
    pub fn open_source(&self) -> &str {
        self.open_file().map_or("", |file| &file.text)
    }

    /// The name of the file that the editor shows.
    pub fn open_name(&self) -> &str {
        self.open_file().map_or("main.py", |file| &file.name)
    }

    fn open_file(&self) -> Option<&SourceFile> {
        self.scenario.files.get(self.open_index)
    }

    /// The line of the open file that the selected slice ran, 0 for none.
    pub fn running_line(&self) -> u32 {
        let is_here = self.place_index(self.running) == Some(self.open_index);
        if is_here { self.running.line() } else { 0 }
    }

    /// The file of a place, if it is one of the scenario's.
    pub(super) fn place_index(&self, place: Place) -> Option<usize> {
        let index = usize::from(place.file());
        (place != Place::NONE && index < self.scenario.files.len()).then_some(index)
    }

    /// The file of this name.
    pub(super) fn index_of(&self, name: &str) -> Option<usize> {
        let mut files = self.scenario.files.iter();
        files.position(|file| file.name == name)
    }

    pub(super) fn apply_to_files(&mut self, action: FileAction) {
        match action {
            FileAction::Open(index) => self.show_file(index),
            FileAction::Add if self.scenario.files.len() < MAX_FILES => {
                let name = self.free_name();
                let files = &mut Rc::make_mut(&mut self.scenario).files;
                files.push(SourceFile {
                    name,
                    text: String::new(),
                });
                let last = files.len() - 1;
                self.show_file(last);
                self.note_change();
            }
            FileAction::Add => self.notice = Some(Notice::warning("files.too_many")),
            FileAction::Rename(index, name) => self.rename(index, name.trim()),
            FileAction::Remove { index, now_ms } => self.remove(index, now_ms),
        }
    }

    /// Shows this file; its text is the page's doing, not the person's.
    pub(super) fn show_file(&mut self, index: usize) {
        if index < self.scenario.files.len() && index != self.open_index {
            self.open_index = index;
            self.doc_revision += 1;
            self.reveal = Reveal {
                line: 0,
                ..self.reveal
            };
        }
    }

    fn free_name(&self) -> String {
        let names = (1..).map(|number| match number {
            1 => "module.py".to_owned(),
            _ => format!("module{number}.py"),
        });
        let mut free = names.filter(|name| self.index_of(name).is_none());
        free.next().unwrap_or_default()
    }

    fn rename(&mut self, index: usize, name: &str) {
        let is_taken = self.index_of(name).is_some_and(|other| other != index);
        if index == 0 || index >= self.scenario.files.len() {
            return;
        }
        if is_taken || !is_file_name(name) {
            let key = if is_taken {
                "files.taken"
            } else {
                "files.bad_name"
            };
            self.notice = Some(Notice::warning(key).with("name", name));
            return;
        }
        if self.scenario.files[index].name != name {
            Rc::make_mut(&mut self.scenario).files[index].name = name.to_owned();
            self.notice = None;
            self.note_change();
        }
    }

    fn remove(&mut self, index: usize, now_ms: f64) {
        if index == 0 || index >= self.scenario.files.len() {
            return;
        }
        let before = (*self.scenario).clone();
        let removed = Rc::make_mut(&mut self.scenario).files.remove(index);
        if self.open_index >= index {
            self.open_index -= 1;
            self.doc_revision += 1;
        }
        self.running = Place::NONE;
        if !removed.text.trim().is_empty() {
            self.keep_draft(Draft {
                at_ms: now_ms,
                scenario: before,
            });
            let notice = Notice::info("files.removed").with("name", removed.name);
            self.notice = Some(notice.offering(NoticeAction::BackToWork));
        }
        self.note_change();
    }
}

/// Folders and names as Python's modules have them, with a file's extension.
fn is_file_name(name: &str) -> bool {
    let is_word = |word: &str| {
        word.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && word.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    let mut parts = name.split('/').rev();
    let file = parts.next().unwrap_or_default();
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let is_known = ["py", "txt", "csv", "json", "md"].contains(&extension);
    is_known && is_word(stem) && parts.all(is_word)
}
