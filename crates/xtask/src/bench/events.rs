//! Kernel events a second against SimPy, the peer that Python users know, on the same two models.

use super::{Sheet, benches, figure};
use crate::command;
use crate::workspace::{self, Outcome};
use std::path::PathBuf;
use std::process::Command;

/// SimPy's side of the models.
pub const SIMPY_MODELS: &str = "tests/bench/simpy_model.py";
const SIMPY_VERSION: &str = "4.1.1";
const SIZES: [(&str, &str, &str); 4] = [
    ("timeouts", "100", "100"),
    ("timeouts", "1000", "100"),
    ("counter", "100", "100"),
    ("counter", "1000", "100"),
];

/// A line a model and size: ours, theirs, the ratio.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let ours = benches()?;
    let python = simpy_python();
    let script = workspace::root().join(SIMPY_MODELS);
    for (model, processes, each) in SIZES {
        let words = [model, processes, each];
        let mine = figure(Command::new(&ours).args(words), "per_second")?;
        let theirs = python
            .clone()
            .and_then(|python| figure(Command::new(python).arg(&script).args(words), "per_second"));
        let what = format!("kernel, {model}, {processes} × {each}");
        let million = mine / 1e6;
        match theirs {
            Ok(theirs) => sheet.line(
                &what,
                &format!(
                    "{million:.2} M events/s, SimPy {:.2} M: {:.1} times",
                    theirs / 1e6,
                    mine / theirs
                ),
            ),
            Err(why) => sheet.line(&what, &format!("{million:.2} M events/s (SimPy: {why})")),
        }
    }
    Ok(())
}

/// The Python of a venv that holds SimPy, made on first use.
pub fn simpy_python() -> Outcome<PathBuf> {
    let name = format!("venv-simpy-{SIMPY_VERSION}");
    let venv = workspace::cache_dir()?.join(name);
    let python = venv.join("bin/python");
    let has_simpy =
        |python: &PathBuf| command::output_of(python, &["-c", "import simpy"]).is_some();
    if !has_simpy(&python) {
        let base = ["python3.11", "python3"]
            .into_iter()
            .find(|name| command::output_of(name, &["--version"]).is_some())
            .ok_or("no python3 is installed")?;
        command::run_timed(
            &format!("Making a venv with SimPy {SIMPY_VERSION}"),
            Command::new(base).args(["-m", "venv"]).arg(&venv),
        )?;
        let package = format!("simpy=={SIMPY_VERSION}");
        command::run(Command::new(&python).args(["-m", "pip", "install", "--quiet", &package]))?;
    }
    Ok(python)
}
