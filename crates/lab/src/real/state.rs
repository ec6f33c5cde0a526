//! What the panel **Real run** holds: what is chosen, what is under way, what came of it. Owns every
//! transition; must not know how an order reaches the workers.

use crate::settings::{Words, read};
use crate::words::t;
use interleave_lab::bridge::Shown;
use interleave_pool::compare::Comparison;
use interleave_pool::plan::CannotRun;
use interleave_pool::profile::Profile;
use interleave_pool::protocol::{Dropped, FromConductor, Order, Way};
use std::rc::Rc;

/// The time scales on offer.
pub const SCALES: [u32; 3] = [1, 10, 100];
/// The numbers of repeats on offer.
pub const REPEATS: [u32; 4] = [1, 3, 5, 9];
/// Where nobody chose a scale, one is taken by which a run lasts no longer than this, in ns.
pub const PATIENCE_NS: u64 = 3_000_000_000;

/// Something that happened to the panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Happened {
    /// Another way was chosen.
    ChoseWay(Way),
    /// Another time scale was chosen.
    ChoseScale(u32),
    /// Another number of repeats was chosen.
    ChoseRepeats(u32),
    /// The page gives it these settings.
    Given(String),
    /// Run for real was pressed.
    Run,
    /// Stop was pressed; a second time: end everything, whether it answers or not.
    Stop,
    /// The browser is to be measured.
    Calibrate,
    /// The trace that was asked for is here.
    TraceCame {
        /// The run's number.
        run: u32,
        /// The trace's bytes.
        bytes: Vec<u8>,
    },
    /// The conductor said something.
    Heard(FromConductor),
    /// The timeline is to show the measured lanes, or not.
    ShowMeasured(bool),
}

/// What is under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Work {
    /// Nothing.
    #[default]
    Idle,
    /// The browser is being measured.
    Calibrating {
        /// The question's number.
        id: u32,
    },
    /// The page was asked for the trace of this run.
    Fetching {
        /// The run's number.
        run: u32,
    },
    /// The workers are at it.
    Running {
        /// The order's number.
        id: u32,
        /// The run that it was taken from.
        run: u32,
        /// What was ordered.
        order: Rc<Order>,
        /// Repeats that are done.
        done: u32,
        /// Stop was pressed.
        is_stopping: bool,
    },
}

/// How the last order ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// It can't be run.
    Refused(CannotRun),
    /// It gave nothing.
    Dropped(Dropped),
}

/// What an order gave.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The order's number.
    pub id: u32,
    /// The run that it was taken from.
    pub run: u32,
    /// How often it was to be run.
    pub repeats: u32,
    /// Predicted beside measured.
    pub comparison: Rc<Comparison>,
}

impl PartialEq for Outcome {
    /// An order is answered once.
    fn eq(&self, other: &Outcome) -> bool {
        self.id == other.id
    }
}

/// The panel's state.
#[derive(Clone, Debug, PartialEq)]
pub struct Real {
    /// Whether workers can share memory here.
    pub isolated: bool,
    /// The chosen way.
    pub way: Way,
    /// The chosen time scale; `None` while it follows the length of the run.
    pub scale: Option<u32>,
    /// The chosen number of repeats.
    pub repeats: u32,
    /// What is under way.
    pub work: Work,
    /// The browser's profile, once it was measured.
    pub profile: Option<Rc<Profile>>,
    /// Why there is no newer outcome.
    pub ended: Option<Ended>,
    /// The last outcome.
    pub outcome: Option<Outcome>,
    /// Whether the timeline is to show an outcome's lanes.
    pub shows_measured: bool,
    /// What the page gave that could not be read.
    pub unread: Vec<String>,
    /// Grows when the back end is to be ended, whatever it does.
    pub ends: u32,
    last_id: u32,
}

impl Real {
    /// Nothing has run yet.
    pub fn new(isolated: bool) -> Real {
        Real {
            isolated,
            way: Way::AsWritten,
            scale: None,
            repeats: 3,
            work: Work::Idle,
            profile: None,
            ended: None,
            outcome: None,
            shows_measured: true,
            unread: Vec::new(),
            ends: 0,
            last_id: 0,
        }
    }

    /// What it is set to, as words of a link.
    pub fn words(&self) -> String {
        let came = Real::new(self.isolated);
        Words::default()
            .say("way", (self.way != came.way).then(|| self.way.name()))
            .say("scale", self.scale)
            .say(
                "repeats",
                (self.repeats != came.repeats).then_some(self.repeats),
            )
            .text()
    }

    fn set_to(&mut self, words: &str) {
        let came = Real::new(self.isolated);
        (self.way, self.scale, self.repeats) = (came.way, came.scale, came.repeats);
        let offered = |value: &str, all: &[u32]| {
            let value = value.parse().ok()?;
            all.contains(&value).then_some(value)
        };
        self.unread = read(words, |key, value| {
            match key {
                "way" => self.way = Way::from_name(value)?,
                "scale" => self.scale = Some(offered(value, &SCALES)?),
                "repeats" => self.repeats = offered(value, &REPEATS)?,
                _ => return None,
            }
            Some(())
        });
    }

    /// The time scale for what is shown: the chosen one, or the smallest by which it takes a moment.
    pub fn scale_for(&self, shown: Option<&Shown>) -> u32 {
        let makespan_ns = shown
            .and_then(|shown| shown.ran.as_ref())
            .map_or(0, |ran| ran.makespan_ns);
        let bearable = SCALES
            .into_iter()
            .find(|scale| makespan_ns / u64::from(*scale) <= PATIENCE_NS);
        self.scale.or(bearable).unwrap_or(SCALES[SCALES.len() - 1])
    }

    /// Whether this way can't run on a page whose workers share no memory.
    pub fn lacks_memory_for(&self, way: Way) -> bool {
        !self.isolated && matches!(way, Way::Gil | Way::FreeThreaded)
    }

    /// The number of the order that is with the conductor.
    pub fn order_id(&self) -> Option<u32> {
        match self.work {
            Work::Calibrating { id } | Work::Running { id, .. } => Some(id),
            Work::Idle | Work::Fetching { .. } => None,
        }
    }

    /// The state after something happened, while the page shows `shown`.
    pub fn apply(&mut self, happened: Happened, shown: Option<&Shown>) {
        match happened {
            Happened::ChoseWay(way) => self.way = way,
            Happened::ChoseScale(scale) => self.scale = Some(scale),
            Happened::ChoseRepeats(repeats) => self.repeats = repeats,
            Happened::Given(words) => self.set_to(&words),
            Happened::Run => self.run(shown),
            Happened::Stop => self.stop(),
            Happened::Calibrate if self.work == Work::Idle => {
                self.ended = None;
                self.work = Work::Calibrating { id: self.next_id() };
            }
            Happened::Calibrate => {}
            Happened::TraceCame { run, bytes } => self.order(run, bytes, shown),
            Happened::Heard(message) => self.hear(message),
            Happened::ShowMeasured(shows) => self.shows_measured = shows,
        }
    }

    fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    fn run(&mut self, shown: Option<&Shown>) {
        let ran = shown.and_then(|shown| shown.ran.as_ref());
        if let (Work::Idle, Some(ran)) = (&self.work, ran) {
            self.ended = None;
            self.work = Work::Fetching { run: ran.run };
        }
    }

    fn order(&mut self, run: u32, trace: Vec<u8>, shown: Option<&Shown>) {
        let (Work::Fetching { run: asked }, Some(shown)) = (&self.work, shown) else {
            return;
        };
        if *asked != run {
            return;
        }
        let machine = &shown.scenario.machine;
        let order = Order {
            trace,
            way: self.way,
            scale: self.scale_for(Some(shown)),
            repeats: self.repeats,
            switch_interval_ns: machine.switch_interval_ns,
            has_gil: machine.python.has_gil(),
            cores: machine.cores,
            title: t("outcome.measured").to_owned(),
        };
        self.work = Work::Running {
            id: self.next_id(),
            run,
            order: Rc::new(order),
            done: 0,
            is_stopping: false,
        };
    }

    fn stop(&mut self) {
        match &mut self.work {
            Work::Idle => {}
            Work::Running { is_stopping, .. } if !*is_stopping => *is_stopping = true,
            Work::Fetching { .. } => self.work = Work::Idle,
            Work::Running { .. } | Work::Calibrating { .. } => {
                self.work = Work::Idle;
                self.ended = Some(Ended::Dropped(Dropped::Stopped));
                self.ends += 1;
            }
        }
    }

    /// Answers to an order that is no longer under way are left out.
    fn hear(&mut self, message: FromConductor) {
        match message {
            FromConductor::Calibrated { id, profile } => {
                if self.order_id() == Some(id) {
                    self.work = Work::Idle;
                    self.profile = Some(Rc::from(profile));
                }
            }
            FromConductor::Progress { id, done: now, .. } => {
                if let Work::Running { id: own, done, .. } = &mut self.work
                    && *own == id
                {
                    *done = now;
                }
            }
            FromConductor::Refused { id, why } => self.end(id, Ended::Refused(why)),
            FromConductor::Dropped { id, why } => self.end(id, Ended::Dropped(why)),
            FromConductor::Measured { id, result } => self.measured(id, Rc::from(result)),
            // What is no answer to an order of this panel's.
            _ => {}
        }
    }

    fn end(&mut self, id: u32, ended: Ended) {
        if self.order_id() == Some(id) {
            self.work = Work::Idle;
            self.ended = Some(ended);
        }
    }

    fn measured(&mut self, id: u32, comparison: Rc<Comparison>) {
        let Work::Running {
            id: own,
            run,
            order,
            ..
        } = &self.work
        else {
            return;
        };
        if *own != id {
            return;
        }
        self.profile = Some(Rc::new(comparison.profile.clone()));
        self.outcome = Some(Outcome {
            id,
            run: *run,
            repeats: order.repeats,
            comparison,
        });
        self.work = Work::Idle;
        self.shows_measured = true;
    }
}

#[cfg(test)]
mod tests;
