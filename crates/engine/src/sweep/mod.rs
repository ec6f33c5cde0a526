//! Sweeps: one setting over a range, a run for each value, and what the figures make of it: series, the knee, CSV
//! and a chart. Runs nothing itself, so that the runs can be spread over workers. Knows no page.

mod axis;
mod chart;
mod csv;
mod knee;

pub use axis::{Axis, Range, Scale, values};
pub use chart::{CHART_WIDTH, ChartWords, chart, stand_alone};
pub use csv::csv;
pub use knee::knee;

use crate::{Ending, Figures};
use interleave_scenario::Scenario;

/// A sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// What is varied.
    pub range: Range,
    /// What is varied beside it: a line each.
    pub lines: Option<Range>,
}

/// The most runs of a sweep.
pub const MAX_RUNS: usize = 2_000;

/// One run of a sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The value of what is varied.
    pub x: f64,
    /// The number of its line.
    pub line: usize,
    /// What is run.
    pub scenario: Scenario,
}

impl Sweep {
    /// The runs, line by line; no more than [`MAX_RUNS`]. Else one line of English about what is wrong.
    pub fn points(&self, base: &Scenario) -> Result<Vec<Point>, String> {
        let mut points = Vec::new();
        for (line, (_, scenario)) in self.bases(base)?.into_iter().enumerate() {
            for x in values(&self.range, &scenario)? {
                let scenario = self.range.axis.applied(&scenario, x)?;
                points.push(Point { x, line, scenario });
            }
        }
        match points.len() {
            0..=MAX_RUNS => Ok(points),
            many => Err(format!("a sweep has at most {MAX_RUNS} runs, not {many}")),
        }
    }

    /// The value of each line, if there are several.
    pub fn line_values(&self, base: &Scenario) -> Result<Vec<Option<f64>>, String> {
        let bases = self.bases(base)?.into_iter();
        Ok(bases.map(|(value, _)| value).collect())
    }

    fn bases(&self, base: &Scenario) -> Result<Vec<(Option<f64>, Scenario)>, String> {
        let Some(lines) = &self.lines else {
            return Ok(vec![(None, base.clone())]);
        };
        let values = values(lines, base)?.into_iter();
        let bases = values.map(|value| Ok((Some(value), lines.axis.applied(base, value)?)));
        bases.collect()
    }
}

/// What a chart shows of each run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// [`Figures::makespan_ns`].
    Makespan,
    /// [`Figures::throughput_per_s`].
    Throughput,
    /// [`Figures::efficiency`].
    Efficiency,
    /// [`Figures::latency`]'s median.
    LatencyP50,
    /// [`Figures::latency`]'s 90th percentile.
    LatencyP90,
    /// [`Figures::latency`]'s 99th percentile.
    LatencyP99,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Measure; 6] = [
        Measure::Makespan,
        Measure::Throughput,
        Measure::Efficiency,
        Measure::LatencyP50,
        Measure::LatencyP90,
        Measure::LatencyP99,
    ];

    /// Its stable name, in links and locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Makespan => "makespan",
            Measure::Throughput => "throughput",
            Measure::Efficiency => "efficiency",
            Measure::LatencyP50 => "latency_p50",
            Measure::LatencyP90 => "latency_p90",
            Measure::LatencyP99 => "latency_p99",
        }
    }

    /// The measure of that name.
    pub fn from_name(name: &str) -> Option<Measure> {
        Measure::ALL
            .into_iter()
            .find(|measure| measure.name() == name)
    }

    /// Its unit.
    pub fn unit(self) -> &'static str {
        match self {
            Measure::Throughput => "1/s",
            Measure::Efficiency => "%",
            _ => "s",
        }
    }

    /// Whether more of it is better.
    pub fn is_gain(self) -> bool {
        matches!(self, Measure::Throughput | Measure::Efficiency)
    }

    /// What it is of a run, in [`Measure::unit`]; `None` where the run has none.
    pub fn of(self, figures: &Figures) -> Option<f64> {
        if matches!(figures.ending, Ending::Refused | Ending::Stopped) {
            return None;
        }
        let seconds = |ns: u64| ns as f64 / 1e9;
        match self {
            Measure::Makespan => Some(seconds(figures.makespan_ns)),
            Measure::Throughput => (figures.items > 0).then_some(figures.throughput_per_s),
            Measure::Efficiency => Some(figures.efficiency * 100.0),
            Measure::LatencyP50 => figures.latency.map(|latency| seconds(latency.p50_ns)),
            Measure::LatencyP90 => figures.latency.map(|latency| seconds(latency.p90_ns)),
            Measure::LatencyP99 => figures.latency.map(|latency| seconds(latency.p99_ns)),
        }
    }
}

/// A measure over a range: `(value, measure)`, in order of values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What it is called in the chart's legend.
    pub name: String,
    /// The points that there are.
    pub points: Vec<(f64, f64)>,
}
