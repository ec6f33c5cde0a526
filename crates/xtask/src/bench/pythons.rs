//! The engine's worker in headless Chromium against the Pythons that one can have in a browser, on the programs of
//! `loops`, all in the same run. The browser's side is the end-to-end test `pythons`.

use super::{Sheet, benches, figure_in, geometric_mean, loops, transfer};
use crate::command;
use crate::workspace::{self, Outcome};
use crate::{browser, page, test};
use std::path::Path;
use std::process::Command;

const PEERS: [(&str, &str); 3] = [
    ("pyodide", "Pyodide"),
    ("skulpt", "Skulpt"),
    ("brython", "Brython"),
];

/// A line a program: ours, and each peer's time as a multiple of it.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let browser = browser::find().ok_or("Chromium or ChromeDriver is not installed")?;
    let setup = page::set_up()?;
    let site = workspace::target_dir()?.join("bench/site");
    fetch_peers(&site)?;
    page::build_release(&setup, Some(&site.join("ours")), &[])?;
    put_programs(&site)?;
    let output = test::against(&site, &browser)?
        .args(["--test", "pythons", "--", "--nocapture", "--ignored"])
        .output()
        .map_err(|e| e.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let told: String = text
        .lines()
        .filter_map(|line| line.split_once("measured ").map(|(_, rest)| rest))
        .flat_map(|line| [line, "\n"])
        .collect();
    if told.is_empty() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("the browser gave no figures:\n{text}\n{complaint}"));
    }
    write_table(sheet, &told)?;
    for (file, bytes) in transfer::brotli_sizes(&site.join("ours"), &["engine_worker_bg.wasm"])? {
        let figure = format!("{:.1} KB", bytes as f64 / 1_000.0);
        sheet.line(&format!("browser, {file} (brotli)"), &figure);
    }
    Ok(())
}

fn write_table(sheet: &mut Sheet, told: &str) -> Outcome {
    let mut ratios: [Vec<f64>; PEERS.len()] = Default::default();
    for (name, _) in loops::programs()? {
        let what = format!("browser, {name}");
        let Some(mine) = figure_in(told, &format!("interleave/{name}")) else {
            sheet.line(&what, "our VM gave no figure");
            continue;
        };
        let mut figure = format!("{:.1} ms", mine * 1e3);
        for ((peer, title), ratios) in PEERS.iter().zip(&mut ratios) {
            match figure_in(told, &format!("{peer}/{name}")) {
                Some(theirs) => {
                    ratios.push(theirs / mine);
                    figure.push_str(&format!(", {title} {:.2} times that", theirs / mine));
                }
                None => figure.push_str(&format!(", {title} can't run it")),
            }
        }
        sheet.line(&what, &figure);
    }
    for ((_, title), ratios) in PEERS.iter().zip(&ratios) {
        let Some(mean) = geometric_mean(ratios) else {
            continue;
        };
        let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
        let what = format!("browser, {title}'s time, geometric mean");
        sheet.line(&what, &format!("{mean:.2} times ours, {least:.2} at least"));
    }
    Ok(())
}

/// The peers' npm packages, of the versions that the lock file says.
fn fetch_peers(site: &Path) -> Outcome {
    let source = workspace::root().join("tests/bench/peers");
    std::fs::create_dir_all(site).map_err(|e| format!("{}: {e}", site.display()))?;
    let lock = site.join("package-lock.json");
    let wanted = std::fs::read(source.join("package-lock.json")).map_err(|e| e.to_string())?;
    let is_there = std::fs::read(&lock).is_ok_and(|lock| lock == wanted)
        && site.join("node_modules/pyodide").is_dir();
    for file in [
        "package.json",
        "package-lock.json",
        "index.html",
        "measure.js",
    ] {
        std::fs::copy(source.join(file), site.join(file)).map_err(|e| format!("{file}: {e}"))?;
    }
    if is_there {
        return Ok(());
    }
    command::run_timed(
        "Fetching Pyodide, Skulpt and Brython from npm",
        Command::new("npm").current_dir(site).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ]),
    )
}

/// The programs' texts, and the messages that ask our worker for them.
fn put_programs(site: &Path) -> Outcome {
    let ours = benches()?;
    let mut programs = Vec::new();
    for (name, path) in loops::programs()? {
        let source = std::fs::read_to_string(&path).map_err(|e| format!("{name}: {e}"))?;
        let message = Command::new(&ours)
            .arg("message")
            .arg(&path)
            .output()
            .map_err(|e| format!("{}: {e}", ours.display()))?;
        let message = String::from_utf8_lossy(&message.stdout).trim().to_owned();
        programs.push(serde_json::json!({
            "name": name, "source": source, "message": message,
        }));
    }
    let file = site.join("programs.json");
    let text = serde_json::Value::Array(programs).to_string();
    std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))
}
