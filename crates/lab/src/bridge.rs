//! What passes between the page and the lab: two enums, as postcard bytes through one function each
//! way, because each is a program with a memory of its own. Must not know components.

use crate::texts::Language;
use interleave_scenario::{Machine, Scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A tab that the lab fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabTab {
    /// Predicted beside measured.
    Real,
    /// One job, several ways.
    Compare,
    /// One setting over a range.
    Sweep,
}

impl LabTab {
    /// Its name in links.
    pub fn name(self) -> &'static str {
        match self {
            LabTab::Real => "real",
            LabTab::Compare => "compare",
            LabTab::Sweep => "sweep",
        }
    }
}

/// A run that the page has a report of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ran {
    /// Its number: a new run has a greater one.
    pub run: u32,
    /// How it ended: the outcome's name (`finished`, `deadlock` …).
    pub outcome: String,
    /// How long it took, in virtual ns.
    pub makespan_ns: u64,
    /// Whether it is a run of exactly what is shown now.
    pub is_current: bool,
}

/// What the page holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// What is being edited.
    pub scenario: Scenario,
    /// Its last completed run.
    pub ran: Option<Ran>,
    /// Whether the engine is at work on it.
    pub is_running: bool,
    /// Whether the timeline shows a measured trace under the predicted one.
    pub shows_measured: bool,
}

/// From the page to the lab. What it tells is told anew at every change, and only while one of the
/// lab's tabs is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToLab {
    /// How the person likes the page.
    Look {
        /// The language.
        language: Language,
        /// Whether it is dark. Colours that come from the styles follow by themselves.
        dark: bool,
    },
    /// This tab is open; with `None` none of the lab's is.
    Open(Option<LabTab>),
    /// What the page holds.
    Shown(Box<Shown>),
    /// The answer to [`FromLab::WantTrace`].
    Trace {
        /// The run's number.
        run: u32,
        /// As `Trace::to_bytes` writes it.
        bytes: Vec<u8>,
    },
    /// The tabs are to be set to this, by [`LabTab::name`], in the words of [`FromLab::Settings`]; a tab
    /// that is not named is to be as it came. Said when the lab is here and whenever the page opens something.
    Settings(BTreeMap<String, String>),
}

/// From the lab to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromLab {
    /// Send the trace of this run; there is no answer if the page holds another one by now.
    WantTrace {
        /// The run's number.
        run: u32,
    },
    /// Show this in the timeline in place of the run's own trace, of which it is a continuation:
    /// the same lanes first, then others. The next run's trace takes its place.
    ShowTrace {
        /// The run's number.
        run: u32,
        /// As `Trace::to_bytes` writes it.
        bytes: Vec<u8>,
    },
    /// Show the run's own trace again.
    ShowPredicted,
    /// Open this and run it; own work that it replaces becomes a draft.
    Open(Box<Scenario>),
    /// The machine is now this; the script runs again.
    SetMachine(Box<Machine>),
    /// A form's parameter is now this; the script runs again.
    SetParam {
        /// The parameter's name.
        name: String,
        /// A literal as Python writes it.
        literal: String,
    },
    /// Run what is there.
    Run,
    /// Open this tab.
    ShowTab(LabTab),
    /// Say this at the foot of the page, in the page's language.
    Say(String),
    /// The lab can't go on.
    Failed {
        /// What the program said.
        reason: String,
    },
    /// A tab is now set to this: the page keeps it with what is shown, and in its link.
    Settings {
        /// The tab.
        tab: LabTab,
        /// Words that the tab reads again; none while it is as it came.
        words: String,
    },
}

/// A message as bytes.
pub fn to_bytes<M: Serialize>(message: &M) -> Vec<u8> {
    // Writing to memory fails for no value of these types.
    postcard::to_allocvec(message).expect("a message is serialisable")
}

/// The message of `bytes`; `None` where they are none, which two programs of one build never send.
pub fn from_bytes<'a, M: Deserialize<'a>>(bytes: &'a [u8]) -> Option<M> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use interleave_scenario::gallery;

    #[test]
    fn what_the_page_says_arrives() {
        let scenario = gallery::all()[0].scenario();
        let ran = Ran {
            run: 7,
            outcome: "finished".to_owned(),
            makespan_ns: 10_000_000_000,
            is_current: true,
        };
        let shown = Shown {
            scenario,
            ran: Some(ran),
            is_running: false,
            shows_measured: true,
        };
        let messages = [
            ToLab::Look {
                language: Language::Zh,
                dark: true,
            },
            ToLab::Open(Some(LabTab::Sweep)),
            ToLab::Shown(Box::new(shown)),
            ToLab::Trace {
                run: 7,
                bytes: vec![1, 2, 3],
            },
            ToLab::Settings(BTreeMap::from([(
                "sweep".to_owned(),
                "axis.cores".to_owned(),
            )])),
        ];
        for message in messages {
            assert_eq!(from_bytes(&to_bytes(&message)), Some(message));
        }
    }

    #[test]
    fn what_the_lab_says_arrives() {
        let messages = [
            FromLab::WantTrace { run: 7 },
            FromLab::ShowTrace {
                run: 7,
                bytes: vec![0; 300],
            },
            FromLab::ShowPredicted,
            FromLab::Open(Box::new(gallery::all()[1].scenario())),
            FromLab::SetMachine(Box::default()),
            FromLab::SetParam {
                name: "WORKERS".to_owned(),
                literal: "8".to_owned(),
            },
            FromLab::Run,
            FromLab::ShowTab(LabTab::Real),
            FromLab::Say("done".to_owned()),
            FromLab::Failed {
                reason: "unreachable".to_owned(),
            },
            FromLab::Settings {
                tab: LabTab::Sweep,
                words: "axis.cores~to.8".to_owned(),
            },
        ];
        for message in messages {
            assert_eq!(from_bytes(&to_bytes(&message)), Some(message));
        }
    }

    #[test]
    fn other_bytes_are_no_message() {
        assert_eq!(from_bytes::<FromLab>(&[]), None);
        assert_eq!(from_bytes::<ToLab>(&[200]), None);
    }
}
