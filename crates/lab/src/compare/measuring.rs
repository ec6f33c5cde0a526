//! The ways of a comparison run for real, one after the other: what is under way, what came of each. Owns those
//! transitions of the panel's state; must not know how an order reaches the workers.

use super::state::{Comparing, Work};
use crate::real::{PATIENCE_NS, SCALES};
use crate::runner::COMPARED_FROM;
use crate::words::t;
use interleave_engine::Ending;
use interleave_pool::compare::{Account, Comparison, Distortion};
use interleave_pool::plan::CannotRun;
use interleave_pool::protocol::{Dropped, FromConductor, Order, Way};
use std::rc::Rc;

/// What came of a way's real run.
#[derive(Clone, Debug, PartialEq)]
pub enum Real {
    /// It was measured.
    Measured(Box<Measured>),
    /// It can't be run: why.
    Refused(CannotRun),
    /// It gave nothing: why.
    Dropped(Dropped),
    /// Its simulated run did not end by itself, so a real one would not either.
    Endless(Ending),
    /// The engine gave no trace to run: why.
    NoTrace(String),
}

/// A measured way. Its times are multiplied by the scale again, so that they stand beside the predicted ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// Times were divided by this.
    pub scale: u32,
    /// The median of the repeats, in ns.
    pub makespan_ns: u64,
    /// The fastest and the slowest repeat, in ns.
    pub spread_ns: (u64, u64),
    /// Repeats that were done.
    pub repeats: usize,
    /// The parts of the repeat in the middle, in ns; they add up to its makespan.
    pub parts: Account,
    /// What this browser was expected to take, in ns.
    pub expected_ns: u64,
    /// From the request for workers to all of them ready, in real ns, not scaled.
    pub ready_ns: u64,
    /// Workers that died and were replaced.
    pub replaced: u32,
    /// What the scale distorts.
    pub distorted: Vec<Distortion>,
}

impl From<&Comparison> for Measured {
    fn from(comparison: &Comparison) -> Measured {
        let factor = u64::from(comparison.scale.max(1));
        let times = |ns: u64| ns.saturating_mul(factor);
        let all = &comparison.makespans_ns;
        let chain = &comparison.chain;
        Measured {
            scale: comparison.scale,
            makespan_ns: times(comparison.median_ns),
            spread_ns: (
                times(all.iter().min().copied().unwrap_or(0)),
                times(all.iter().max().copied().unwrap_or(0)),
            ),
            repeats: all.len(),
            parts: Account {
                start_up_ns: times(chain.start_up_ns),
                work_ns: times(chain.work_ns),
                waiting_ns: times(chain.waiting_ns),
                overhead_ns: times(chain.overhead_ns),
            },
            expected_ns: times(comparison.predicted_ns),
            ready_ns: comparison.start_up_ns,
            replaced: comparison.replaced,
            distorted: comparison.distorted.clone(),
        }
    }
}

impl Comparing {
    /// The time scale of real runs: the chosen one, or the smallest by which the longest way takes a moment.
    pub fn scale(&self) -> u32 {
        let longest_ns = self.longest_predicted_ns();
        let bearable = SCALES
            .into_iter()
            .find(|scale| longest_ns / u64::from(*scale) <= PATIENCE_NS);
        self.scale.or(bearable).unwrap_or(SCALES[SCALES.len() - 1])
    }

    /// Whether every way has figures, so that they can be run for real.
    pub fn can_measure(&self) -> bool {
        let has_figures = |row: &super::state::Row| row.figures.is_some();
        self.work == Work::Idle && !self.rows.is_empty() && self.rows.iter().all(has_figures)
    }

    /// The row whose real run is under way.
    pub fn measured_row(&self) -> Option<usize> {
        match self.work {
            Work::Tracing { row } | Work::Measuring { row, .. } => Some(row),
            Work::Idle | Work::Running | Work::Searching => None,
        }
    }

    /// The row whose trace is wanted.
    pub fn traced_row(&self) -> Option<usize> {
        match self.work {
            Work::Tracing { row } => Some(row),
            _ => None,
        }
    }

    /// The number of the order that is with the conductor.
    pub fn order_id(&self) -> Option<u32> {
        match self.work {
            Work::Measuring { id, .. } => Some(id),
            _ => None,
        }
    }

    /// All ways are to be run for real.
    pub(super) fn measure(&mut self) {
        if self.can_measure() {
            self.rows.iter_mut().for_each(|row| row.real = None);
            self.measure_from(0);
        }
    }

    /// Goes on with the first row from `first` on that ended by itself; what did not would not end for real either,
    /// and what was refused has nothing to run.
    fn measure_from(&mut self, first: usize) {
        self.work = Work::Idle;
        for (index, row) in self.rows.iter_mut().enumerate().skip(first) {
            let ending = row.figures.as_ref().map(|figures| figures.ending);
            match ending {
                Some(Ending::Finished | Ending::Failed) => {
                    self.work = Work::Tracing { row: index };
                    return;
                }
                Some(Ending::Refused) => row.real = Some(Real::Refused(CannotRun::Empty)),
                Some(other) => row.real = Some(Real::Endless(other)),
                None => {}
            }
        }
    }

    /// The trace of the row that it was wanted of, or why there is none.
    pub(super) fn traced(&mut self, row: usize, traced: Result<Vec<u8>, String>) {
        if self.traced_row() != Some(row) {
            return;
        }
        match traced {
            Ok(trace) => self.order(row, trace),
            Err(reason) => self.answered(row, Real::NoTrace(reason)),
        }
    }

    fn order(&mut self, row: usize, trace: Vec<u8>) {
        let machine = &self.rows[row].scenario.machine;
        let order = Order {
            trace,
            // The scenario is the way: its own mix of threads, processes and tasks is what is compared.
            way: Way::AsWritten,
            scale: self.scale(),
            repeats: self.repeats,
            switch_interval_ns: machine.switch_interval_ns,
            has_gil: machine.python.has_gil(),
            cores: machine.cores,
            title: t("outcome.measured").to_owned(),
        };
        self.last_id += 1;
        self.work = Work::Measuring {
            row,
            id: COMPARED_FROM + self.last_id,
            order: Rc::new(order),
            done: 0,
            is_stopping: false,
        };
    }

    /// What the conductor says; answers to an order that is no longer under way are left out.
    pub(super) fn hear(&mut self, message: &FromConductor) {
        let Work::Measuring {
            row,
            id,
            ref mut done,
            ..
        } = self.work
        else {
            return;
        };
        match message {
            FromConductor::Progress {
                id: of, done: now, ..
            } if *of == id => *done = *now,
            FromConductor::Measured { id: of, result } if *of == id => {
                let measured = Measured::from(&**result);
                self.answered(row, Real::Measured(Box::new(measured)));
            }
            FromConductor::Refused { id: of, why } if *of == id => {
                self.answered(row, Real::Refused(why.clone()));
            }
            FromConductor::Dropped { id: of, why } if *of == id => {
                self.answered(row, Real::Dropped(why.clone()));
            }
            _ => {}
        }
    }

    /// A stopped run or a hidden page ends all of them; anything else is that row's own matter.
    fn answered(&mut self, row: usize, real: Real) {
        let ends_all = matches!(real, Real::Dropped(Dropped::Stopped | Dropped::Hidden));
        self.rows[row].real = Some(real);
        match ends_all {
            true => self.work = Work::Idle,
            false => self.measure_from(row + 1),
        }
    }

    /// Stop was pressed; a second time: the workers are ended whether they answer or not.
    pub(super) fn stop(&mut self) {
        match &mut self.work {
            Work::Measuring { is_stopping, .. } if !*is_stopping => *is_stopping = true,
            Work::Measuring { row, .. } => {
                let row = *row;
                self.ends += 1;
                self.answered(row, Real::Dropped(Dropped::Stopped));
            }
            // Workers of the rows before wait for more to do: there will be none.
            Work::Tracing { .. } => {
                self.ends += 1;
                self.work = Work::Idle;
            }
            _ => self.work = Work::Idle,
        }
    }

    /// What the scale distorts in any of the measured ways.
    pub fn distortions(&self) -> Vec<Distortion> {
        let mut all = Vec::new();
        for row in &self.rows {
            if let Some(Real::Measured(measured)) = &row.real {
                for each in &measured.distorted {
                    if !all.contains(each) {
                        all.push(*each);
                    }
                }
            }
        }
        all
    }

    /// The row that took least for real, of those that were measured.
    pub fn quickest_measured(&self) -> Option<usize> {
        let rows = self.rows.iter().enumerate();
        let measured = rows.filter_map(|(index, row)| match &row.real {
            Some(Real::Measured(measured)) => Some((measured.makespan_ns, index)),
            _ => None,
        });
        measured.min().map(|(_, index)| index)
    }
}
