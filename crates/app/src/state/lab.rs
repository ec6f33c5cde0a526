//! The lab's share of the state: where its program stands, what it is told, and what becomes of what
//! it says.

use super::{Action, Notice, RunReport, State, Tab};
use interleave_engine::Report;
use interleave_lab::bridge::{FromLab, LabTab, Ran, Shown};
use interleave_scenario::param::Literal;
use interleave_trace::Trace;
use std::rc::Rc;

/// Where the lab's program stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabPhase {
    /// Nobody has opened one of its tabs yet.
    Absent,
    /// It is being fetched.
    Coming,
    /// It listens.
    Here,
    /// It could not be fetched, or it can't go on: in the browser's words.
    Failed(String),
}

impl State {
    /// The lab's tab that is open.
    pub fn lab_tab(&self) -> Option<LabTab> {
        match self.tab() {
            Tab::Lab(tab) => Some(tab),
            _ => None,
        }
    }

    /// The report that the timeline shows.
    pub fn shown_report(&self) -> Option<&RunReport> {
        self.measured.as_ref().or(self.report.as_ref())
    }

    /// What the lab is told of the page.
    pub fn shown_to_lab(&self) -> Shown {
        let ran = self.report.as_ref().map(|report| Ran {
            run: self.reported,
            outcome: report.trace.outcome.name().to_owned(),
            makespan_ns: report.summary.makespan_ns,
            is_current: !self.outdated && self.reported == self.run_id,
        });
        Shown {
            scenario: (*self.scenario).clone(),
            ran,
            is_running: self.is_running(),
            shows_measured: self.measured.is_some(),
        }
    }

    pub(super) fn hear_lab(&mut self, message: FromLab) {
        match message {
            // Answered at once, from outside: nothing changes.
            FromLab::WantTrace { .. } => {}
            FromLab::ShowTrace { run, bytes } => self.show_measured(run, &bytes),
            FromLab::ShowPredicted => self.measured = None,
            // Opened from outside, where the date is known.
            FromLab::Open(_) => {}
            FromLab::SetMachine(machine) => self.apply(Action::SetMachine(*machine)),
            FromLab::SetParam { name, literal } => {
                if let Some(literal) = Literal::parse(&literal) {
                    self.apply(Action::SetParam(name, literal));
                }
            }
            FromLab::Run => self.apply(Action::Run),
            FromLab::ShowTab(tab) => self.apply(Action::ShowTab(Tab::Lab(tab))),
            FromLab::Say(text) => {
                self.notice = Some(Notice::info("message.lab").with("text", text));
            }
            FromLab::Settings { tab, words } => {
                let settings = &mut Rc::make_mut(&mut self.scenario).view.settings;
                match words.is_empty() {
                    true => settings.remove(tab.name()),
                    false => settings.insert(tab.name().to_owned(), words),
                };
            }
            FromLab::Failed { reason } => self.lab = LabPhase::Failed(reason),
        }
    }

    fn show_measured(&mut self, run: u32, bytes: &[u8]) {
        let report = self.report.as_ref().filter(|_| run == self.reported);
        if let (Some(report), Ok(trace)) = (report, Trace::from_bytes(bytes)) {
            self.measured = Some(RunReport::new(Report {
                trace,
                exit_code: report.exit_code,
                findings: report.findings.clone(),
                summary: report.summary.clone(),
                files: report.files.clone(),
            }));
        }
    }
}
