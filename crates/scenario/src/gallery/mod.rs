//! The gallery: scripts that each show one behaviour, with their titles and lessons in English
//! and Simplified Chinese. The first is the one that the page opens with.
//!
//! Owns what an entry is and which there are; the scripts and lessons stand in `gallery/`. A program
//! built with the feature `embedded` has all of them; the page has the first and [`install`]s the
//! others when it has fetched them. Knows nothing of how they run.

#[cfg(feature = "embedded")]
mod embedded;
mod group;
mod lessons;

pub use group::{Article, Topic};

use crate::{Machine, Scenario, SourceFile, View};
use std::sync::OnceLock;

/// One script of the gallery.
#[derive(Debug, PartialEq)]
pub struct Entry {
    /// Its name in links and menus; no name begins another.
    pub name: String,
    /// What it is about.
    pub topic: Topic,
    /// The article whose behaviour it shows.
    pub article: Article,
    /// The number of that behaviour, such as `A1.4`.
    pub article_row: String,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Simplified Chinese.
    pub title_zh: String,
    /// What to learn from it, in English: two to four lines.
    pub lesson_en: String,
    /// What to learn from it, in Simplified Chinese: two to four lines.
    pub lesson_zh: String,
    /// The script.
    pub source: String,
    /// The machine that it runs on.
    pub machine: Machine,
    /// The name of the job that it shares with others of the same group.
    pub group: Option<String>,
}

impl Entry {
    /// The entry as a scenario, nothing changed yet.
    pub fn scenario(&self) -> Scenario {
        Scenario {
            gallery: Some(self.name.clone()),
            files: vec![SourceFile {
                name: "main.py".into(),
                text: self.source.clone(),
            }],
            machine: self.machine.clone(),
            view: View::default(),
            choices: Vec::new(),
        }
    }
}

static FIRST: OnceLock<Vec<Entry>> = OnceLock::new();
static WHOLE: OnceLock<Vec<Entry>> = OnceLock::new();

const FIRST_LESSON: &str = include_str!("../../gallery/first.txt");
const FIRST_SCRIPT: &str = include_str!("../../gallery/thread-pool.py");

/// Every entry that is known, in the menu's order.
pub fn all() -> &'static [Entry] {
    #[cfg(feature = "embedded")]
    if WHOLE.get().is_none() {
        install(embedded::LESSONS, |name| {
            embedded::SCRIPTS
                .iter()
                .find(|(of, _)| *of == name)
                .map(|(_, text)| (*text).to_owned())
        });
    }
    if let Some(whole) = WHOLE.get() {
        return whole;
    }
    FIRST.get_or_init(first)
}

/// Whether every entry is known.
pub fn is_whole() -> bool {
    all();
    WHOLE.get().is_some()
}

fn first() -> Vec<Entry> {
    lessons::parse(FIRST_LESSON, |_| Some(FIRST_SCRIPT.to_owned()))
}

/// The names of the entries that `lessons` tells of: whose scripts [`install`] will ask for.
pub fn names_in(lessons: &str) -> Vec<String> {
    lessons::names(lessons)
}

/// Makes the entries of `lessons` known beside the first; `script` gives the script of a name. An entry
/// without one is left out. Only the first call counts.
pub fn install(lessons: &str, script: impl Fn(&str) -> Option<String>) {
    let mut entries = first();
    entries.extend(lessons::parse(lessons, script));
    // A second call finds the place taken, which is what is wanted.
    let _ = WHOLE.set(entries);
}

/// The entry of that name.
pub fn by_name(name: &str) -> Option<&'static Entry> {
    all().iter().find(|entry| entry.name == name)
}
