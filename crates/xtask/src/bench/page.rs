//! The page in headless Chromium: what it fetches before it is usable, how soon that is, and how
//! soon a run is painted. The browser's side is the end-to-end test `speed`.

use super::{Sheet, figure_in, transfer};
use crate::workspace::{self, Outcome};
use crate::{browser, page, test};

const USABLE_MS: f64 = 1_000.0;
const RUN_TO_PAINTED_MS: f64 = 100.0;
const TRANSFER_KB: f64 = 900.0;

/// Builds the page for release and measures it.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let browser = browser::find().ok_or("Chromium or ChromeDriver is not installed")?;
    let setup = page::set_up()?;
    let dist = workspace::target_dir()?.join("e2e/dist");
    page::build_release(&setup, Some(&dist), &[])?;
    let output = test::against(&dist, &browser)?
        .args(["--test", "visit", "--", "--nocapture", "speed"])
        .output()
        .map_err(|e| e.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let told: String = text
        .lines()
        .filter_map(|line| line.split_once("measured ").map(|(_, rest)| rest))
        .flat_map(|line| [line, "\n"])
        .collect();
    let usable_ms = figure_in(&told, "usable_ms").ok_or_else(|| {
        let complaint = String::from_utf8_lossy(&output.stderr);
        format!("the page was never usable:\n{text}\n{complaint}")
    })?;
    if let Some(first_ms) = figure_in(&told, "first_usable_ms") {
        let what = "page, load to usable, first in a fresh profile";
        sheet.against(what, first_ms, USABLE_MS, "ms");
    }
    let what = "page, load to usable, median of 5";
    sheet.against(what, usable_ms, USABLE_MS, "ms");
    if let Some(run_ms) = figure_in(&told, "run_to_painted_ms") {
        sheet.against("page, Run to painted", run_ms, RUN_TO_PAINTED_MS, "ms");
    }
    let fetched: Vec<&str> = told
        .lines()
        .filter_map(|line| line.strip_prefix("fetched "))
        .collect();
    match transfer::brotli_sizes(&dist, &fetched) {
        Ok(sizes) => {
            let total_bytes: u64 = sizes.iter().map(|(_, bytes)| bytes).sum();
            sheet.against(
                "page, fetched before usable (brotli)",
                total_bytes as f64 / 1_000.0,
                TRANSFER_KB,
                "KB",
            );
            for (file, bytes) in sizes {
                sheet.line(
                    &format!("  {file}"),
                    &format!("{:.1} KB", bytes as f64 / 1_000.0),
                );
            }
        }
        Err(why) => sheet.line("page, fetched before usable", &why),
    }
    Ok(())
}
