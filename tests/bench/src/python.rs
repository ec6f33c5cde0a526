//! A Python program run by the engine, timed from source to report; and the message that asks the engine's worker for
//! the same run.

use interleave_engine::{ToEngine, run, to_bytes};
use interleave_scenario::{Machine, Scenario, SourceFile, View};
use interleave_trace::Outcome;
use std::time::Instant;

const RUNS: u32 = 5;

/// Seconds of real time that the program takes, the best of some runs.
pub fn seconds(path: &str) -> Result<f64, String> {
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        best = best.min(load_seconds(path)?);
    }
    Ok(best)
}

/// The same of one run.
pub fn load_seconds(path: &str) -> Result<f64, String> {
    let scenario = scenario(path)?;
    let start = Instant::now();
    let report = run(&scenario).map_err(|diagnostics| format!("{path}: {diagnostics:?}"))?;
    let seconds = start.elapsed().as_secs_f64();
    match report.trace.outcome {
        Outcome::Finished { exit_code: 0 } => Ok(seconds),
        other => Err(format!("{path} ended with {other:?}")),
    }
}

/// The most memory that this process has had, in MB; where the system tells it as Linux does.
pub fn peak_megabytes() -> Result<f64, String> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(|e| e.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes
        .map(|kilobytes| kilobytes * 1024.0 / 1e6)
        .ok_or_else(|| "the system does not tell".to_owned())
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
