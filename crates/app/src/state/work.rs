//! A person's work: where a scenario comes from, what counts as their own, and the drafts that
//! keep it when something else is opened.

use interleave_scenario::gallery::{self, Entry};
use interleave_scenario::{Machine, Scenario, SourceFile, View};

/// The most drafts that are kept.
pub const MAX_DRAFTS: usize = 20;

/// Work put aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// When it was put aside, in ms since 1970.
    pub at_ms: f64,
    /// The work.
    pub scenario: Scenario,
}

impl Draft {
    /// Its first line that says something.
    pub fn title(&self) -> &str {
        let text = self.scenario.files.first().map_or("", |file| &file.text);
        let mut lines = text.lines().map(|line| line.trim_matches(['#', ' ', '"']));
        lines.find(|line| !line.is_empty()).unwrap_or("")
    }

    /// How many lines it has.
    pub fn line_count(&self) -> usize {
        self.scenario
            .files
            .first()
            .map_or(0, |file| file.text.lines().count())
    }
}

fn of_source(text: String) -> Scenario {
    Scenario {
        gallery: None,
        files: vec![SourceFile {
            name: "main.py".to_owned(),
            text,
        }],
        machine: Machine::default(),
        view: View::default(),
        choices: Vec::new(),
    }
}

/// A scenario with nothing in it.
pub fn empty_scenario() -> Scenario {
    of_source(String::new())
}

/// What a page without work of its own opens on.
pub fn first_entry() -> Scenario {
    gallery::all()
        .first()
        .map_or_else(empty_scenario, Entry::scenario)
}

/// Whether somebody wrote this: it is neither empty nor a gallery entry as it came.
pub fn is_own_work(scenario: &Scenario) -> bool {
    let text = scenario.files.first().map_or("", |file| &file.text);
    if scenario.files.len() > 1 {
        return true;
    }
    !text.trim().is_empty() && gallery::all().iter().all(|entry| entry.source != text)
}

/// The gallery entry that the work still tells of: at least half of its lines are there.
pub fn entry_of(scenario: &Scenario) -> Option<&'static Entry> {
    let entry = gallery::by_name(scenario.gallery.as_deref()?)?;
    let text = &scenario.files.first()?.text;
    let mut present = std::collections::BTreeSet::new();
    present.extend(text.lines());
    let lines = || entry.source.lines().filter(|line| !line.trim().is_empty());
    let kept = lines().filter(|line| present.contains(line)).count();
    (2 * kept >= lines().count()).then_some(entry)
}
