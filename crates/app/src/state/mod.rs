//! The page's whole state and its one reducer. Owns what is shown; must not touch the browser:
//! whatever reaches out (engine, storage, address bar) watches a field of this state.

mod action;
mod files;
mod lab;
mod look;
mod notice;
mod reduce;
mod settings;
mod work;

pub use action::{Action, LINK_OPENED};
pub use files::FileAction;
pub use lab::LabPhase;
pub use look::Look;
pub use notice::{Notice, NoticeAction, Tone};
pub use settings::{Settings, Theme};
pub use work::{Draft, empty_scenario, entry_of, first_entry, is_own_work};

use interleave_engine::{Diagnostic, Report, Severity};
use interleave_lab::bridge::LabTab;
use interleave_scenario::{Scenario, gallery};
use interleave_trace::{LaneId, Place};
use std::rc::Rc;

/// Where the current run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing runs.
    Idle,
    /// The engine runs the script.
    Running {
        /// Interpreter steps so far.
        steps: u64,
        /// Virtual time so far, in ns.
        virtual_ns: u64,
    },
    /// Stop was pressed and the engine has not answered yet.
    Stopping,
}

/// The tab below the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What was printed.
    #[default]
    Console,
    /// What the run showed.
    Findings,
    /// The run in numbers.
    Summary,
    /// What the variables hold.
    Variables,
    /// A tab that the lab fills.
    Lab(LabTab),
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Tab; 7] = [
        Tab::Console,
        Tab::Findings,
        Tab::Variables,
        Tab::Summary,
        Tab::Lab(LabTab::Real),
        Tab::Lab(LabTab::Compare),
        Tab::Lab(LabTab::Sweep),
    ];

    /// Its name in links and locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Tab::Console => "console",
            Tab::Findings => "findings",
            Tab::Summary => "summary",
            Tab::Variables => "variables",
            Tab::Lab(tab) => tab.name(),
        }
    }

    /// The tab of that name.
    pub fn from_name(name: &str) -> Option<Tab> {
        Tab::ALL.into_iter().find(|tab| tab.name() == name)
    }
}

/// What can lie over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// What the page is, and its keys.
    Help,
    /// The examples with their lessons.
    Gallery,
}

/// A line that the editor should bring into view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reveal {
    /// Grows with every request, so that the same line can be asked for twice.
    pub request: u32,
    /// The 1-based line.
    pub line: u32,
    /// Where the cursor goes (0-based column), if it moves at all.
    pub cursor_column: Option<u32>,
}

/// A run's report. Two are equal when they are the same one: comparing what a million slices say
/// would cost more than drawing them.
#[derive(Clone, Debug)]
pub struct RunReport(Rc<Report>);

impl RunReport {
    /// Of this report.
    pub fn new(report: Report) -> RunReport {
        RunReport(Rc::new(report))
    }

    /// The report itself, shared.
    pub fn shared(&self) -> Rc<Report> {
        self.0.clone()
    }
}

impl PartialEq for RunReport {
    fn eq(&self, other: &RunReport) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for RunReport {
    type Target = Report;

    fn deref(&self) -> &Report {
        &self.0
    }
}

/// The page's state.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is being edited.
    pub scenario: Rc<Scenario>,
    /// Grows when the page, not the person, changes the source: the editor then takes it over.
    pub doc_revision: u32,
    /// Grows when something else is opened: what its tabs are set to comes with it.
    pub opened: u32,
    /// Grows when the source or the machine changes by hand.
    pub touched: u32,
    /// The number of the last run that was asked for; 0 before the first.
    pub run_id: u32,
    /// Where that run stands.
    pub phase: Phase,
    /// Grows when a form or the machine asks for a new run soon.
    pub rerun: u32,
    /// What the last completed run gave.
    pub report: Option<RunReport>,
    /// That run's number.
    pub reported: u32,
    /// What the variables held at the instant that was looked at last.
    pub look: Option<Look>,
    /// The same with a measured trace under the predicted one, while the timeline shows that.
    pub measured: Option<RunReport>,
    /// Where the lab's program stands.
    pub lab: LabPhase,
    /// Real time that it took, in µs.
    pub took_us: u64,
    /// Whether the source or the machine changed after that run was asked for.
    pub outdated: bool,
    /// Whether the next report keeps the view that a link or an autosave brought.
    pub keep_view: bool,
    /// What there is to say about the source.
    pub diagnostics: Rc<Vec<Diagnostic>>,
    /// The message at the foot of the page.
    pub notice: Option<Notice>,
    /// The source place whose spans the timeline marks.
    pub highlight: Option<Place>,
    /// Which of the scenario's files the editor shows.
    pub open_index: usize,
    /// The place that the selected slice ran.
    pub running: Place,
    /// The line to bring into view.
    pub reveal: Reveal,
    /// What lies over the page.
    pub dialog: Option<Dialog>,
    /// How many examples are known: the others are still being fetched.
    pub examples: usize,
    /// Whether the editor takes input.
    pub editor_live: bool,
    /// Work put aside, newest first.
    pub drafts: Rc<Vec<Draft>>,
    /// How this person likes the page.
    pub settings: Settings,
}

impl State {
    /// The state of a page that opens on `scenario`.
    pub fn new(scenario: Scenario, settings: Settings, drafts: Vec<Draft>) -> State {
        State {
            scenario: Rc::new(scenario),
            doc_revision: 0,
            opened: 0,
            touched: 0,
            run_id: 0,
            phase: Phase::Idle,
            rerun: 0,
            report: None,
            reported: 0,
            look: None,
            measured: None,
            lab: LabPhase::Absent,
            took_us: 0,
            outdated: false,
            keep_view: true,
            diagnostics: Rc::default(),
            notice: None,
            highlight: None,
            open_index: 0,
            running: Place::NONE,
            reveal: Reveal::default(),
            dialog: None,
            examples: gallery::all().len(),
            editor_live: false,
            drafts: Rc::new(drafts),
            settings,
        }
    }

    /// Whether the engine is at work.
    pub fn is_running(&self) -> bool {
        self.phase != Phase::Idle
    }

    /// Whether the source, as it stands, can't run.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether what is shown belongs to an earlier source than the one that can't run now.
    pub fn is_stale(&self) -> bool {
        self.report.is_some() && self.has_errors()
    }

    /// The open tab.
    pub fn tab(&self) -> Tab {
        self.scenario
            .view
            .tab
            .as_deref()
            .and_then(Tab::from_name)
            .unwrap_or_default()
    }

    /// The selected slice: its lane and an instant in it, in virtual ns.
    pub fn selected(&self) -> Option<(LaneId, u64)> {
        self.scenario
            .view
            .selection
            .map(|(lane, at_ns)| (LaneId(lane), at_ns))
    }
}

#[cfg(test)]
mod tests;
