//! What the panel **Compare** holds and how it changes, but for real runs (`measuring.rs`). Must not touch the browser.

use super::measuring::Real;
use crate::engines::{Heard, Traced};
use crate::real::{REPEATS, SCALES};
use crate::settings::{Words, number, read};
use interleave_engine::ways::{Flip, Recommendation, recommend};
use interleave_engine::{Ending, Figures};
use interleave_pool::protocol::{FromConductor, Order};
use interleave_scenario::ways::{self, Field, Way, Workload};
use interleave_scenario::{Machine, Scenario};
use std::rc::Rc;
use yew::Reducible;

/// The numbers of the form.
pub const FORM: [Field; 5] = [
    Field::Tasks,
    Field::CpuMs,
    Field::IoMs,
    Field::PayloadKb,
    Field::Workers,
];
/// The most CPU time that the tasks may take together, in ms: the simulation computes what they compute, six times.
pub const MOST_CPU_MS: f64 = 2_000.0;
/// The most data that the tasks may be handed together, in KB: it is really copied.
pub const MOST_DATA_KB: f64 = 64.0 * 1024.0;

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
    /// What came of it for real.
    pub real: Option<Real>,
}

/// What is under way.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Nothing.
    Idle,
    /// The ways are run.
    Running,
    /// Where the answer flips is looked for.
    Searching,
    /// The trace of this row is wanted, to be run for real.
    Tracing {
        /// Its index.
        row: usize,
    },
    /// The workers are at this row.
    Measuring {
        /// Its index.
        row: usize,
        /// The order's number.
        id: u32,
        /// What was ordered.
        order: Rc<Order>,
        /// Repeats that are done.
        done: u32,
        /// Stop was pressed.
        is_stopping: bool,
    },
}

/// What is wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Problem {
    /// This field was given a value beyond its bounds, and took the nearest one.
    Beyond(Field),
    /// This field was given what is no number, and kept what it had.
    NoNumber(Field),
    /// The tasks compute too long, all together, in ms.
    TooMuchComputing(f64),
    /// The tasks are handed too much data, all together, in KB.
    TooMuchData(f64),
}

impl Problem {
    /// Whether nothing can be started as long as it is there.
    pub fn forbids(self) -> bool {
        matches!(self, Problem::TooMuchComputing(_) | Problem::TooMuchData(_))
    }
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
    /// The chosen time scale of real runs; `None` while it follows the longest way.
    pub scale: Option<u32>,
    /// The chosen number of repeats of real runs.
    pub repeats: u32,
    /// Grows when the back end of real runs is to be ended, whatever it does.
    pub ends: u32,
    pub(super) last_id: u32,
    /// What the page gave that could not be read.
    pub unread: Vec<String>,
    /// What the last change of the form was told.
    told: Option<Problem>,
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
            scale: None,
            repeats: 3,
            ends: 0,
            last_id: 0,
            unread: Vec::new(),
            told: None,
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
    /// The page gives it these settings.
    Given(String),
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
    /// Another time scale was chosen.
    ChoseScale(u32),
    /// Another number of repeats was chosen.
    ChoseRepeats(u32),
    /// The ways are to be run for real.
    Measure,
    /// The trace of this row is here, or there is none.
    Traced(usize, Traced),
    /// The conductor of real runs said something.
    Conductor(FromConductor),
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
                    real: None,
                })
                .collect(),
            Subject::Group(name) => ways::group(name)
                .into_iter()
                .map(|entry| Row {
                    way: None,
                    titles: Some((entry.title_en.clone(), entry.title_zh.clone())),
                    scenario: entry.scenario(),
                    figures: None,
                    real: None,
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

    /// The longest predicted makespan, in virtual ns.
    pub fn longest_predicted_ns(&self) -> u64 {
        let figures = self.rows.iter().filter_map(|row| row.figures.as_ref());
        let makespans = figures.map(|figures| figures.makespan_ns);
        makespans.max().unwrap_or(0)
    }

    /// The longest makespan, predicted or measured, in ns on the scripts' own axis.
    pub fn longest_ns(&self) -> u64 {
        let measured = self.rows.iter().filter_map(|row| match &row.real {
            Some(Real::Measured(measured)) => {
                Some(measured.makespan_ns.max(measured.parts.total_ns()))
            }
            _ => None,
        });
        measured.max().unwrap_or(0).max(self.longest_predicted_ns())
    }

    /// What is wrong with the form: what forbids a start first.
    pub fn problem(&self) -> Option<Problem> {
        if self.subject != Subject::Workload {
            return None;
        }
        let tasks = f64::from(self.workload.tasks);
        let computing_ms = tasks * self.workload.cpu_ms;
        let data_kb = tasks * self.workload.get(Field::PayloadKb);
        if computing_ms > MOST_CPU_MS {
            Some(Problem::TooMuchComputing(computing_ms))
        } else if data_kb > MOST_DATA_KB {
            Some(Problem::TooMuchData(data_kb))
        } else {
            self.told
        }
    }

    /// Whether what is shown is of what is chosen now.
    pub fn is_current(&self) -> bool {
        let of = self.of.as_ref();
        of.is_some_and(|(subject, workload)| {
            *subject == self.subject
                && (*subject != Subject::Workload || *workload == self.workload)
        })
    }

    /// The row that took least, of those that came to their end.
    pub fn quickest(&self) -> Option<usize> {
        let rows = self.rows.iter().enumerate();
        let ran = rows.filter_map(|(index, row)| {
            let figures = row.figures.as_ref()?;
            let has_ended = figures.ending == Ending::Finished;
            has_ended.then_some((figures.makespan_ns, index))
        });
        ran.min().map(|(_, index)| index)
    }

    fn apply(&mut self, happened: Happened) {
        match happened {
            Happened::Chose(subject) => self.subject = subject,
            Happened::Set(field, value) => self.set(field, value),
            Happened::Given(words) => self.set_to(&words),
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
            Happened::Searched => self.work = Work::Idle,
            Happened::Stopped => self.stop(),
            Happened::ChoseScale(scale) => self.scale = Some(scale),
            Happened::ChoseRepeats(repeats) => self.repeats = repeats,
            Happened::Measure => self.measure(),
            Happened::Traced(row, traced) => self.traced(row, traced),
            Happened::Conductor(message) => self.hear(&message),
        }
    }

    /// What it is set to, as words of a link.
    pub fn words(&self) -> String {
        let came = Comparing::default();
        let group = match &self.subject {
            Subject::Workload => None,
            Subject::Group(name) => Some(name),
        };
        let words = FORM
            .into_iter()
            .fold(Words::default().say("job", group), |words, field| {
                let value = self.workload.get(field);
                let is_other = value != came.workload.get(field);
                words.say(field.name(), is_other.then_some(value))
            });
        let is_other = self.repeats != came.repeats;
        words
            .say("scale", self.scale)
            .say("repeats", is_other.then_some(self.repeats))
            .text()
    }

    /// What was compared stays.
    fn set_to(&mut self, words: &str) {
        let came = Comparing::default();
        (self.subject, self.workload) = (came.subject, came.workload);
        (self.scale, self.repeats, self.told) = (came.scale, came.repeats, came.told);
        let offered = |value: &str, all: &[u32]| {
            let value = value.parse().ok()?;
            all.contains(&value).then_some(value)
        };
        self.unread = read(words, |key, value| {
            match (key, Field::from_name(key)) {
                ("job", _) if !ways::group(value).is_empty() => {
                    self.subject = Subject::Group(value.to_owned());
                }
                ("scale", _) => self.scale = Some(offered(value, &SCALES)?),
                ("repeats", _) => self.repeats = offered(value, &REPEATS)?,
                (_, Some(field)) if FORM.contains(&field) => self.set(field, number(value)?),
                _ => return None,
            }
            Some(())
        });
    }

    fn set(&mut self, field: Field, value: f64) {
        let (least, most) = field.bounds();
        self.told = None;
        if value.is_nan() {
            self.told = Some(Problem::NoNumber(field));
            return;
        }
        if !(least..=most).contains(&value) {
            self.told = Some(Problem::Beyond(field));
        }
        self.workload = self.workload.with(field, value);
    }
}

#[cfg(test)]
mod tests;
