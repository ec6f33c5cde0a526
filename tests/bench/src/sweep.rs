//! A sweep of the gallery's first script, timed.

use interleave_engine::evaluate_all;
use interleave_engine::sweep::{Axis, Range, Scale, Sweep};
use interleave_scenario::gallery;
use std::hint::black_box;
use std::time::Instant;

/// Real seconds of `runs` runs, one after the other: the length of the tasks is varied.
pub fn seconds(runs: u32) -> Result<f64, String> {
    let sweep = Sweep {
        range: Range {
            axis: Axis::from_name("TASK_S"),
            from: 0.1,
            to: 10.0,
            points: runs,
            scale: Scale::Linear,
        },
        lines: None,
    };
    let points = sweep.points(&gallery::all()[0].scenario())?;
    if points.len() != runs as usize {
        return Err(format!("the sweep has {} runs", points.len()));
    }
    let scenarios = points.into_iter().map(|point| point.scenario).collect();
    let start = Instant::now();
    black_box(evaluate_all(scenarios));
    Ok(start.elapsed().as_secs_f64())
}
