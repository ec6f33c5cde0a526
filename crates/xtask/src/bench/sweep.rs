//! A sweep of 200 runs of the gallery's first script on a desk, on one core. The page's, on its workers, is told in
//! its panel.

use super::{Sheet, benches, figure};
use crate::workspace::Outcome;
use std::process::Command;

const RUNS: &str = "200";
const LIMIT_MS: f64 = 1_000.0;

/// One line.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let seconds = figure(Command::new(benches()?).args(["sweep", RUNS]), "seconds")?;
    sheet.against(
        &format!("sweep, {RUNS} runs of A1.1"),
        seconds * 1e3,
        LIMIT_MS,
        "ms",
    );
    Ok(())
}
