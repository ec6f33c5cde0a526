//! `bench`: measures the page and the engine, both sides of every ratio in the same run. What this
//! machine can't measure is said and left out; must not fail because a peer is missing.

mod events;
mod library;
mod loops;
mod page;
mod pool;
mod pythons;
mod sweep;
mod transfer;

use crate::command::{self, say};
use crate::workspace::{self, Outcome};
use std::process::Command;

type Measure = fn(&mut Sheet) -> Outcome;

/// Runs every measurement, or those that the words name (`events`, `library`, `loops`, `pythons`, `page`,
/// `pool`, `sweep`).
pub fn run(words: &[String]) -> Outcome {
    let parts: [(&str, Measure); 7] = [
        ("events", events::measure),
        ("library", library::measure),
        ("loops", loops::measure),
        ("pythons", pythons::measure),
        ("page", page::measure),
        ("pool", pool::measure),
        ("sweep", sweep::measure),
    ];
    let known = |word: &String| parts.iter().any(|(name, _)| name == word);
    if let Some(word) = words.iter().find(|word| !known(word)) {
        return Err(format!(
            "`bench` knows events, library, loops, pythons, page, pool and sweep, not `{word}`"
        ));
    }
    let mut sheet = Sheet::default();
    for (name, measure) in parts {
        if words.is_empty() || words.iter().any(|word| word == name) {
            say(&format!("Measuring: {name}"));
            if let Err(why) = measure(&mut sheet) {
                sheet.line(&format!("{name}: not measured"), &why);
            }
        }
    }
    sheet.print();
    Ok(())
}

/// What was measured, a line each.
#[derive(Default)]
pub struct Sheet(Vec<(String, String)>);

impl Sheet {
    /// Adds a line.
    pub fn line(&mut self, what: &str, figure: &str) {
        self.0.push((what.to_owned(), figure.to_owned()));
    }

    /// Adds a line for a figure that has a limit.
    pub fn against(&mut self, what: &str, value: f64, limit: f64, unit: &str) {
        let verdict = if value <= limit { "within" } else { "ABOVE" };
        self.line(
            what,
            &format!("{value:.0} {unit}, {verdict} {limit:.0} {unit}"),
        );
    }

    fn print(&self) {
        let width = self.0.iter().map(|(what, _)| what.chars().count()).max();
        for (what, figure) in &self.0 {
            println!("{what:<width$}  {figure}", width = width.unwrap_or(0));
        }
    }
}

/// `None` where there are no values.
fn geometric_mean(values: &[f64]) -> Option<f64> {
    let logarithms: f64 = values.iter().map(|value| value.ln()).sum();
    (!values.is_empty()).then(|| (logarithms / values.len() as f64).exp())
}

/// The figure that a program prints as `NAME VALUE`.
fn figure(command: &mut Command, name: &str) -> Outcome<f64> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|e| format!("{program}: {e}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    figure_in(&text, name).ok_or_else(|| {
        let complaint = String::from_utf8_lossy(&output.stderr);
        format!("{program} printed no {name}: {}", complaint.trim())
    })
}

fn figure_in(text: &str, name: &str) -> Option<f64> {
    let mut words = text.lines().map(str::split_whitespace);
    words.find_map(|mut line| {
        (line.next() == Some(name))
            .then(|| line.next()?.parse().ok())
            .flatten()
    })
}

/// The engine's own side, built for release.
fn benches() -> Outcome<std::path::PathBuf> {
    command::run(command::at_root(workspace::cargo()).args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "benches",
    ]))?;
    Ok(workspace::target_dir()?.join("release/benches"))
}

#[cfg(test)]
mod tests {
    use super::{figure_in, geometric_mean};

    #[test]
    fn a_geometric_mean_weighs_ratios() {
        assert_eq!(geometric_mean(&[]), None);
        let mean = geometric_mean(&[0.5, 2.0, 8.0]).expect("there are values");
        assert!((mean - 2.0).abs() < 1e-12);
    }

    #[test]
    fn a_figure_is_found_by_its_name() {
        let text = "noise\nmeasured 3\nper_second 12.5\n";
        assert_eq!(figure_in(text, "per_second"), Some(12.5));
        assert_eq!(figure_in(text, "missing"), None);
    }
}
