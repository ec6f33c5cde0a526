//! A Python program run by the engine, timed from source to report; and the message that asks the engine's worker for
//! the same run.

use interleave_engine::{ToEngine, run, to_bytes};
use interleave_scenario::{Machine, Scenario, SourceFile, View};
use interleave_trace::Outcome;
use std::time::Instant;

const RUNS: u32 = 5;

/// Seconds of real time that the program takes, the best of some runs.
pub fn seconds(path: &str) -> Result<f64, String> {
    let scenario = scenario(path)?;
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let start = Instant::now();
        let report = run(&scenario).map_err(|diagnostics| format!("{path}: {diagnostics:?}"))?;
        best = best.min(start.elapsed().as_secs_f64());
        if report.trace.outcome != (Outcome::Finished { exit_code: 0 }) {
            return Err(format!("{path} ended with {:?}", report.trace.outcome));
        }
    }
    Ok(best)
}

/// The message to the worker, as hexadecimal digits.
pub fn message(path: &str) -> Result<String, String> {
    let scenario = scenario(path)?;
    let bytes = to_bytes(&ToEngine::Run { id: 1, scenario });
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn scenario(path: &str) -> Result<Scenario, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    Ok(Scenario {
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
    })
}
