//! Worker pools in headless Chromium: ours, those of npm, and the bare browser, in rounds of the same run. The browser's
//! side is `tests/bench/pools` and the end-to-end test `pools`.

use super::Sheet;
use crate::workspace::{self, Outcome};
use crate::{browser, command, test};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// The page's name of a library, and its name in npm.
const PEERS: [(&str, &str); 4] = [
    ("workerpool", "workerpool"),
    ("threads", "threads"),
    ("poolifier", "poolifier-web-worker"),
    ("comlink", "comlink"),
];

/// Modules of Node that libraries ask for where they don't run in a browser.
const OF_NODE: [&str; 5] = ["child_process", "node:*", "os", "process", "worker_threads"];

/// A line a figure: the median of the rounds and how far they spread.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let browser = browser::find().ok_or("Chromium or ChromeDriver is not installed")?;
    let site = workspace::target_dir()?.join("bench/pools");
    bundle(&site)?;
    let output = test::against(&site, &browser)?
        .args(["--test", "pools", "--", "--nocapture", "--ignored"])
        .output()
        .map_err(|e| e.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let told = Told::read(&text);
    if told.0.is_empty() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("the browser gave no figures:\n{text}\n{complaint}"));
    }
    for line in text.lines().filter(|line| line.starts_with("refused ")) {
        command::say(line);
    }
    write_table(sheet, &told);
    Ok(())
}

fn write_table(sheet: &mut Sheet, told: &Told) {
    let cores = told.median("cores").unwrap_or(0.0);
    let free = format!("{cores:.2} of 2 cores free");
    if let Some(cores) = told.samples("cores") {
        sheet.line("pool, cores that two workers get", &cores.shown(2, ""));
    }
    let table = [
        ("ready_ms", "4 ready", 0, "ms"),
        ("tasks_per_second", "empty tasks, 2 workers", 0, "a second"),
        ("one_by_one_us", "a task at a time", 1, "µs"),
    ];
    for (figure, title, digits, unit) in table {
        for (name, library) in PEERS.into_iter().chain([("bare", "bare messages")]) {
            let what = format!("pool, {title}, {library}");
            match told.samples(&format!("{name}/{figure}")) {
                Some(samples) => {
                    sheet.line(&what, &format!("{}; {free}", samples.shown(digits, unit)));
                }
                None => sheet.line(&what, "no figure"),
            }
        }
    }
    let bare = [
        ("bare/hand_off_us", "hand-off of a word by Atomics", 2, "µs"),
        (
            "bare/ring_per_second",
            "tasks through a bare ring",
            0,
            "a second",
        ),
    ];
    for (figure, title, digits, unit) in bare {
        if let Some(samples) = told.samples(figure) {
            let figure = format!("{}; {free}", samples.shown(digits, unit));
            sheet.line(&format!("pool, {title}"), &figure);
        }
    }
}

/// What the browser told: samples by name.
struct Told(BTreeMap<String, Samples>);

impl Told {
    fn read(text: &str) -> Told {
        let lines = text
            .lines()
            .filter_map(|line| line.split_once("measured ").map(|(_, rest)| rest));
        let told = lines.filter_map(|line| {
            let (name, values) = line.split_once(' ')?;
            let values = values.split(' ').filter_map(|value| value.parse().ok());
            Some((name.to_owned(), Samples::of(values.collect())?))
        });
        Told(told.collect())
    }

    fn samples(&self, name: &str) -> Option<&Samples> {
        self.0.get(name)
    }

    fn median(&self, name: &str) -> Option<f64> {
        Some(self.samples(name)?.median())
    }
}

/// At least one value, in order of size.
struct Samples(Vec<f64>);

impl Samples {
    fn of(mut values: Vec<f64>) -> Option<Samples> {
        values.sort_by(f64::total_cmp);
        (!values.is_empty()).then_some(Samples(values))
    }

    /// The one in the middle, or the upper one of the two.
    fn median(&self) -> f64 {
        self.0[self.0.len() / 2]
    }

    /// The median and how far the others are.
    fn shown(&self, digits: usize, unit: &str) -> String {
        let (least, most) = (self.0[0], self.0[self.0.len() - 1]);
        let unit = if unit.is_empty() {
            String::new()
        } else {
            format!(" {unit}")
        };
        format!(
            "{:.digits$}{unit} ({least:.digits$} to {most:.digits$})",
            self.median()
        )
    }
}

/// The page, the libraries bundled into it, of the versions that the lock file says.
fn bundle(site: &Path) -> Outcome {
    let source = workspace::root().join("tests/bench/pools");
    let lock = std::fs::read(source.join("package-lock.json")).map_err(|e| e.to_string())?;
    let stamp = source.join("node_modules/.interleave-installed");
    if !std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        command::run_timed(
            "Fetching the worker pools from npm",
            Command::new("npm").current_dir(&source).args([
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
            ]),
        )?;
        std::fs::write(&stamp, lock).map_err(|e| format!("{}: {e}", stamp.display()))?;
    }
    let libraries = PEERS.map(|(name, _)| format!("workers/{name}.js"));
    let mut esbuild = Command::new(source.join("node_modules/.bin/esbuild"));
    esbuild
        .current_dir(&source)
        .args(["measure.js", "workers/bare.js", "--bundle", "--minify"])
        .args(libraries)
        .args(OF_NODE.map(|module| format!("--external:{module}")))
        // Its package names the build for other runtimes first.
        .arg("--alias:poolifier-web-worker=./node_modules/poolifier-web-worker/browser/mod.js")
        .args(["--format=esm", "--target=es2022", "--legal-comments=none"])
        .arg("--log-level=warning")
        .arg(format!("--outdir={}", site.display()));
    command::run(&mut esbuild)?;
    std::fs::copy(source.join("index.html"), site.join("index.html"))
        .map(drop)
        .map_err(|e| format!("index.html: {e}"))
}

#[cfg(test)]
mod tests {
    use super::Told;

    #[test]
    fn samples_are_shown_by_their_median_and_spread() {
        let told = Told::read("test every ... measured a/b_ms 9 2 4\nmeasured none \nother 1\n");
        let samples = told.samples("a/b_ms").expect("three values");
        assert_eq!(samples.shown(1, "ms"), "4.0 ms (2.0 to 9.0)");
        assert_eq!(told.median("none"), None);
    }
}
