//! A Python program run by the engine, timed from source to report.

use interleave_engine::run;
use interleave_scenario::{Machine, Scenario, SourceFile, View};
use interleave_trace::Outcome;
use std::time::Instant;

/// Seconds of real time that the program takes, the best of three runs.
pub fn seconds(path: &str) -> Result<f64, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let scenario = Scenario {
        gallery: None,
        files: vec![SourceFile {
            name: "main.py".into(),
            text,
        }],
        machine: Machine {
            max_steps: u64::MAX / 2,
            ..Machine::default()
        },
        view: View::default(),
        choices: Vec::new(),
    };
    let mut best = f64::INFINITY;
    for _ in 0..3 {
        let start = Instant::now();
        let report = run(&scenario).map_err(|diagnostics| format!("{path}: {diagnostics:?}"))?;
        best = best.min(start.elapsed().as_secs_f64());
        if report.trace.outcome != (Outcome::Finished { exit_code: 0 }) {
            return Err(format!("{path} ended with {:?}", report.trace.outcome));
        }
    }
    Ok(best)
}
