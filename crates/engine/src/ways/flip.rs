//! Where the answer flips: the value of one of a workload's numbers from which on another way is recommended, found
//! by halving. Asks for runs and is told their figures, so that whoever has workers can have them run anywhere.

use super::recommend;
use crate::Figures;
use interleave_scenario::ways::{Field, Way, Workload};
use interleave_scenario::{Machine, Scenario};

/// Halvings after the two ends: an interval of which a hundredth is left.
const HALVINGS: u32 = 6;
/// The most CPU time that the tasks of a probe may take together, in ms: more would take long to simulate.
const MOST_CPU_MS: f64 = 150.0;
/// The ways that are tried. A machine without a GIL may switch threads at every step, so that its runs take long to
/// simulate, and it is another choice than the others: it is left out.
const TRIED: [Way; 5] = [
    Way::Sequential,
    Way::Threads,
    Way::Asyncio,
    Way::Processes,
    Way::ThreadsAndProcesses,
];

/// Where the recommendation changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// What was varied.
    pub field: Field,
    /// The value nearest to the present one that was tried and has another answer.
    pub at: f64,
    /// What is recommended there.
    pub to: Way,
}

/// A search under way: run what [`FlipSearch::next`] gives, in its order, and [`FlipSearch::tell`] the figures.
#[derive(Clone, Debug)]
pub struct FlipSearch {
    workload: Workload,
    machine: Machine,
    field: Field,
    now: Way,
    /// Ends that are still to be tried.
    ends: Vec<f64>,
    /// Nearest to the present value with the present answer, and nearest with another one.
    between: Option<(f64, f64, Way)>,
    halvings: u32,
    asked: Option<f64>,
}

impl FlipSearch {
    /// Of `field`, from `workload` on `machine`, for which `now` is recommended.
    pub fn new(workload: &Workload, machine: &Machine, field: Field, now: Way) -> FlipSearch {
        let value = workload.get(field);
        let (least, most) = field.bounds();
        let far = match field {
            Field::IoShare => [0.0, 100.0],
            Field::PayloadKb => [0.0, (value * 64.0).max(16_384.0)],
            _ => [value / 16.0, (value * 16.0).max(1.0)],
        };
        let total_ms = workload.cpu_ms * f64::from(workload.tasks);
        let affordable = |end: f64| match field {
            Field::Tasks | Field::CpuMs if total_ms > 0.0 => {
                end.min(value * MOST_CPU_MS / total_ms)
            }
            _ => end,
        };
        let ends = far
            .map(|end| affordable(end).clamp(least, most))
            .into_iter();
        let ends = ends.filter(|end| (end - value).abs() > 1e-9);
        FlipSearch {
            workload: *workload,
            machine: machine.clone(),
            field,
            now,
            ends: ends.collect(),
            between: None,
            halvings: 0,
            asked: None,
        }
    }

    /// What to run next, a scenario for each way that is tried; `None` when the search is over.
    pub fn next(&mut self) -> Option<Vec<Scenario>> {
        let value = match self.between {
            Some((same, other, _)) => {
                let middle = self.middle(same, other)?;
                self.halvings += 1;
                middle
            }
            None => self.ends.pop()?,
        };
        self.asked = Some(value);
        let workload = self.workload.with(self.field, value);
        Some(
            TRIED
                .map(|way| workload.scenario(way, &self.machine))
                .to_vec(),
        )
    }

    /// The figures of what was asked for, in its order.
    pub fn tell(&mut self, figures: &[Figures]) {
        let Some(value) = self.asked.take() else {
            return;
        };
        let workload = self.workload.with(self.field, value);
        let ran: Vec<(Way, Figures)> = TRIED.into_iter().zip(figures.iter().cloned()).collect();
        let best = recommend(&workload, &ran).map_or(self.now, |best| best.way);
        let has_flipped = best != self.now;
        match &mut self.between {
            None if has_flipped => {
                self.between = Some((self.workload.get(self.field), value, best));
            }
            None => {}
            Some((_, other, to)) if has_flipped => (*other, *to) = (value, best),
            Some((same, ..)) => *same = value,
        }
    }

    /// What was found, once the search is over.
    pub fn found(&self) -> Option<Flip> {
        let (_, at, to) = self.between?;
        let field = self.field;
        Some(Flip { field, at, to })
    }

    fn middle(&self, same: f64, other: f64) -> Option<f64> {
        let is_share = self.field == Field::IoShare;
        let is_near = (same - other).abs() <= 0.1 * same.abs().max(other.abs());
        if self.halvings >= HALVINGS || is_near {
            return None;
        }
        let middle = match is_share || same.min(other) <= 0.0 {
            true => (same + other) / 2.0,
            false => (same * other).sqrt(),
        };
        let middle = match self.field.is_whole() {
            true => middle.round(),
            // As a person would write it: three digits.
            false => format!("{middle:.2e}").parse().unwrap_or(middle),
        };
        (middle != same && middle != other).then_some(middle)
    }
}
