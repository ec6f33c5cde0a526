//! What the chart of a sweep can show.

use interleave_engine::sweep::Measure;

/// What the chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Makespan.
    Makespan,
    /// Throughput.
    Throughput,
    /// Efficiency.
    Efficiency,
    /// Percentiles of latency.
    Latency,
}

impl Show {
    /// Everything that it can show.
    pub const ALL: [Show; 4] = [
        Show::Makespan,
        Show::Throughput,
        Show::Efficiency,
        Show::Latency,
    ];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Show::Makespan => "makespan",
            Show::Throughput => "throughput",
            Show::Efficiency => "efficiency",
            Show::Latency => "latency",
        }
    }

    /// The measures of the lines; with a second setting there is a line for each of its values, so there is one.
    pub fn measures(self, has_lines: bool) -> &'static [Measure] {
        match (self, has_lines) {
            (Show::Makespan, _) => &[Measure::Makespan],
            (Show::Throughput, _) => &[Measure::Throughput],
            (Show::Efficiency, _) => &[Measure::Efficiency],
            (Show::Latency, true) => &[Measure::LatencyP90],
            (Show::Latency, false) => &[
                Measure::LatencyP50,
                Measure::LatencyP90,
                Measure::LatencyP99,
            ],
        }
    }
}
