//! Everything that can happen to the page.

use super::{Dialog, FileAction, LabPhase, Notice, Phase, Settings, Tab};
use interleave_engine::FromEngine;
use interleave_lab::bridge::FromLab;
use interleave_scenario::{Machine, Scenario};
use interleave_trace::{LaneId, Place};

/// What is said when a link was opened. What it says of the tabs' settings is all that holds of them.
pub const LINK_OPENED: &str = "message.link_opened";

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The person typed: the source is now this.
    Edit(String),
    /// The page itself changes the source (automation).
    SetSource(String),
    /// Something happens to the files.
    File(FileAction),
    /// A form moved: the literal of this parameter is now this.
    SetParam(String, interleave_scenario::param::Literal),
    /// The machine is now this.
    SetMachine(Machine),
    /// Run what is there.
    Run,
    /// Stop the run.
    Stop,
    /// The engine's worker said something.
    Engine(FromEngine),
    /// The engine's worker is gone and a new one has started.
    EngineReplaced(Notice),
    /// Open something else; own work that it replaces becomes a draft. What says nothing of the tabs' settings
    /// leaves them as they are, but for a link.
    Open {
        /// What to open.
        scenario: Box<Scenario>,
        /// What to say if own work was put aside.
        notice: &'static str,
        /// When, in ms since 1970: the draft's date.
        now_ms: f64,
    },
    /// Open the draft at this position of the list, which leaves the list.
    OpenDraft {
        /// Its position.
        index: usize,
        /// When, in ms since 1970.
        now_ms: f64,
    },
    /// The person chose a slice of the timeline.
    Select {
        /// Its lane.
        lane: LaneId,
        /// An instant in it, in virtual ns.
        at_ns: u64,
        /// The source line.
        place: Place,
    },
    /// Nothing is selected any more.
    ClearSelection,
    /// The timeline shows this stretch, in virtual ns; all of it with `None`.
    SetRange(Option<(u64, u64)>),
    /// The cursor is on this 1-based line.
    CursorLine(u32),
    /// Bring a line into view and put the cursor there.
    GoTo {
        /// The file's position among the scenario's; the open one with `None`.
        file: Option<usize>,
        /// The 1-based line.
        line: u32,
        /// The 0-based column.
        column: u32,
    },
    /// Show this tab.
    ShowTab(Tab),
    /// Lay this over the page, or nothing.
    ShowDialog(Option<Dialog>),
    /// The lab's program is asked for, has come, or has failed.
    LabIs(LabPhase),
    /// The lab said something.
    Lab(FromLab),
    /// All examples have been fetched.
    GalleryArrived,
    /// Say something.
    Say(Notice),
    /// Close the message.
    CloseNotice,
    /// The editor takes input.
    EditorLive,
    /// The person likes the page this way.
    SetSettings(Settings),
}

impl Phase {
    /// The phase of a run that has just been asked for.
    pub const ASKED: Phase = Phase::Running {
        steps: 0,
        virtual_ns: 0,
    };
}
