//! What the panel **Compare** holds and how it changes. Must not touch the browser.

use crate::engines::Heard;
use interleave_engine::Figures;
use interleave_engine::ways::{Flip, Recommendation, recommend};
use interleave_scenario::ways::{self, Field, Way, Workload};
use interleave_scenario::{Machine, Scenario};
use std::rc::Rc;
use yew::Reducible;

/// What is done in several ways.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The tasks of the form.
    Workload,
    /// The gallery's group of that name.
    Group(String),
}

/// One way.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The way of a workload.
    pub way: Option<Way>,
    /// The gallery entry's titles, English and Chinese, of a group.
    pub titles: Option<(String, String)>,
    /// What is run.
    pub scenario: Scenario,
    /// What it came to.
    pub figures: Option<Figures>,
}

/// What is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing.
    Idle,
    /// The ways are run.
    Running,
    /// Where the answer flips is looked for.
    Searching,
}

/// The panel's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparing {
    /// What is done in several ways.
    pub subject: Subject,
    /// The form.
    pub workload: Workload,
    /// The ways of what was last started.
    pub rows: Vec<Row>,
    /// What it was that was started.
    pub of: Option<(Subject, Workload)>,
    /// What is under way.
    pub work: Work,
    /// Where the answer flips.
    pub flips: Vec<Flip>,
    /// Why it could not go on.
    pub failed: Option<String>,
}

impl Default for Comparing {
    fn default() -> Comparing {
        Comparing {
            subject: Subject::Workload,
            workload: Workload::default(),
            rows: Vec::new(),
            of: None,
            work: Work::Idle,
            flips: Vec::new(),
            failed: None,
        }
    }
}

/// Something that happened to the panel.
#[derive(Clone, Debug)]
pub enum Happened {
    /// Another subject was chosen.
    Chose(Subject),
    /// A number of the form has changed.
    Set(Field, f64),
    /// The ways are run from now on.
    Began(Vec<Row>),
    /// The engines said something.
    Heard(Heard),
    /// A search for where the answer flips goes on.
    Searches,
    /// It was found.
    Flips(Flip),
    /// All searches are over.
    Searched,
    /// Stop was pressed.
    Stopped,
}

impl Reducible for Comparing {
    type Action = Happened;

    fn reduce(self: Rc<Self>, happened: Happened) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.apply(happened);
        Rc::new(next)
    }
}

impl Comparing {
    /// The ways of what is chosen, on `machine`.
    pub fn ways(&self, machine: &Machine) -> Vec<Row> {
        match &self.subject {
            Subject::Workload => Way::ALL
                .into_iter()
                .map(|way| Row {
                    way: Some(way),
                    titles: None,
                    scenario: self.workload.scenario(way, machine),
                    figures: None,
                })
                .collect(),
            Subject::Group(name) => ways::group(name)
                .into_iter()
                .map(|entry| Row {
                    way: None,
                    titles: Some((entry.title_en.clone(), entry.title_zh.clone())),
                    scenario: entry.scenario(),
                    figures: None,
                })
                .collect(),
        }
    }

    /// What to choose, once every way of a workload was run.
    pub fn recommendation(&self) -> Option<Recommendation> {
        let (_, workload) = self.of.as_ref()?;
        let ran = self
            .rows
            .iter()
            .map(|row| Some((row.way?, row.figures.clone()?)));
        recommend(workload, &ran.collect::<Option<Vec<_>>>()?)
    }

    /// The longest makespan, in virtual ns.
    pub fn longest_ns(&self) -> u64 {
        let figures = self.rows.iter().filter_map(|row| row.figures.as_ref());
        figures
            .map(|figures| figures.makespan_ns)
            .max()
            .unwrap_or(0)
    }

    /// The row that took least, of those that were run.
    pub fn quickest(&self) -> Option<usize> {
        let rows = self.rows.iter().enumerate();
        let ran = rows.filter_map(|(index, row)| Some((row.figures.as_ref()?.makespan_ns, index)));
        ran.min().map(|(_, index)| index)
    }

    fn apply(&mut self, happened: Happened) {
        match happened {
            Happened::Chose(subject) => self.subject = subject,
            Happened::Set(field, value) => self.workload = self.workload.with(field, value),
            Happened::Began(rows) => {
                self.rows = rows;
                self.of = Some((self.subject.clone(), self.workload));
                self.work = Work::Running;
                self.flips.clear();
                self.failed = None;
            }
            Happened::Heard(Heard::Figures(index, figures)) => {
                if let Some(row) = self.rows.get_mut(index) {
                    row.figures = Some(*figures);
                }
            }
            Happened::Heard(Heard::Over) => self.work = Work::Idle,
            Happened::Heard(Heard::Failed(reason)) => {
                self.work = Work::Idle;
                self.failed = Some(reason);
            }
            Happened::Searches => self.work = Work::Searching,
            Happened::Flips(flip) => self.flips.push(flip),
            Happened::Searched | Happened::Stopped => self.work = Work::Idle,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use interleave_engine::Ending;

    #[test]
    fn a_recommendation_waits_for_every_way() {
        let mut state = Comparing::default();
        let rows = state.ways(&Machine::default());
        let count = rows.len();
        state.apply(Happened::Began(rows));
        for index in 0..count {
            assert_eq!(state.recommendation(), None);
            let figures = Figures {
                makespan_ns: 100 + index as u64 * 50,
                ending: Ending::Finished,
                ..Figures::default()
            };
            state.apply(Happened::Heard(Heard::Figures(index, Box::new(figures))));
        }
        let best = state.recommendation().expect("all were run");
        assert_eq!(best.way, Way::Sequential);
        assert_eq!((state.longest_ns(), state.quickest()), (350, Some(0)));
        state.apply(Happened::Heard(Heard::Over));
        assert_eq!(state.work, Work::Idle);
    }

    #[test]
    fn a_group_has_a_row_for_each_entry() {
        let mut state = Comparing::default();
        state.apply(Happened::Chose(Subject::Group("ten-jobs".to_owned())));
        assert_eq!(state.ways(&Machine::default()).len(), 5);
    }
}
