//! A scenario: the source, the machine, the view and the choices; everything that a link carries.
//!
//! Owns `#@param` forms, machine profiles, the simulated network, the gallery, one
//! job in several ways and the link codec.
//!
//! Invariant: a link of any earlier version still opens.

pub mod gallery;
pub mod link;
mod machine;
pub mod network;
pub mod param;
pub mod ways;

pub use machine::{Machine, PythonVersion, StartMethod, StdoutMode};
pub use network::Network;

use interleave_trace::Choice;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One source file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its name (`main.py` is the one that runs).
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What the page shows of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// The open tab below the timeline, by its name (`console`, `summary` …).
    pub tab: Option<String>,
    /// The visible stretch of time, `[from, to)` in virtual ns.
    pub range_ns: Option<(u64, u64)>,
    /// The selected slice: lane number and an instant in it, in virtual ns.
    pub selection: Option<(u32, u64)>,
    /// What the tabs are set to, by a tab's name, in words that the tab itself writes and reads; a tab
    /// that is as it came is not named.
    pub settings: BTreeMap<String, String>,
}

/// Everything that decides a run, and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// The gallery entry that it came from, if any.
    pub gallery: Option<String>,
    /// The files; the first is `main.py`.
    pub files: Vec<SourceFile>,
    /// The machine.
    pub machine: Machine,
    /// The view.
    pub view: View,
    /// The choices to replay; empty for the default schedule.
    pub choices: Vec<Choice>,
}
