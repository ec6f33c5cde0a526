//! Worker pools in headless Chromium: ours, those of npm, and the bare browser, in rounds of the same run. The browser's
//! side is `tests/bench/pools` and the end-to-end test `pools`.

use super::{Sheet, benches};
use crate::workspace::{self, Outcome};
use crate::{browser, command, page, test};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The page's name of a library, and its name in npm.
const PEERS: [(&str, &str); 4] = [
    ("workerpool", "workerpool"),
    ("threads", "threads"),
    ("poolifier", "poolifier-web-worker"),
    ("comlink", "comlink"),
];

/// Modules of Node that libraries ask for where they don't run in a browser.
const OF_NODE: [&str; 5] = ["child_process", "node:*", "os", "process", "worker_threads"];

/// As many as `benches orders` puts into a run.
const EMPTY_TASKS: f64 = 20_000.0;
const TASKS_ONE_BY_ONE: f64 = 2_000.0;
const SWEEP_MS: f64 = 1_000.0;
const READY_MS: f64 = 60.0;
/// Our empty tasks a second, as a multiple of the best peer's.
const TASKS_TIMES: f64 = 5.0;
/// Our hand-off of the GIL, as a multiple of the bare one.
const HAND_OFF_TIMES: f64 = 2.0;
/// Two threads under the GIL and two processes, as multiples of one after the other.
const GIL_TIMES: (f64, f64) = (0.95, 1.15);
const PROCESSES_TIMES: (f64, f64) = (0.5, 0.65);
/// Measured over predicted.
const PREDICTED_TIMES: (f64, f64) = (0.9, 1.1);

/// A line a figure: the median of the rounds and how far they spread.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let browser = browser::find().ok_or("Chromium or ChromeDriver is not installed")?;
    let setup = page::set_up()?;
    let site = workspace::target_dir()?.join("bench/pools");
    bundle(&site)?;
    page::build_release(&setup, Some(&site.join("ours")), &[])?;
    let ours = benches()?;
    let orders = Command::new(&ours).arg("orders").output();
    let orders = orders.map_err(|e| format!("{}: {e}", ours.display()))?;
    std::fs::write(site.join("orders.txt"), orders.stdout).map_err(|e| e.to_string())?;
    let output = test::against(&site, &browser)?
        .args(["--test", "pools", "--", "--nocapture", "--ignored"])
        .output()
        .map_err(|e| e.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let text = format!("{text}\n{}", read_answers(&ours, &text)?);
    let told = Told::read(&text);
    if told.0.is_empty() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("the browser gave no figures:\n{text}\n{complaint}"));
    }
    for (name, why) in text
        .lines()
        .filter_map(|line| line.strip_prefix("refused ")?.split_once(' '))
    {
        sheet.line(&format!("pool, {name}: no figure"), why);
    }
    write_peers(sheet, &told);
    write_ours(sheet, &told);
    write_shapes(sheet, &told);
    Ok(())
}

/// The conductor's answers as lines of figures.
fn read_answers(ours: &Path, text: &str) -> Outcome<String> {
    let broken = |e: std::io::Error| format!("{}: {e}", ours.display());
    let mut reader = Command::new(ours)
        .arg("answers")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(broken)?;
    if let Some(mut answers) = reader.stdin.take() {
        for answer in text.lines().filter_map(|line| line.strip_prefix("answer ")) {
            writeln!(answers, "{answer}").map_err(broken)?;
        }
    }
    let output = reader.wait_with_output().map_err(broken)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn write_peers(sheet: &mut Sheet, told: &Told) {
    let free = free(told, "cores");
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
            if let Some(samples) = told.samples(&format!("{name}/{figure}")) {
                sheet.line(&what, &format!("{}{free}", samples.shown(digits, unit)));
            }
        }
    }
    let bare = [
        (
            "bare/hand_off_us",
            "hand-off of a word by bare Atomics",
            2,
            "µs",
        ),
        (
            "bare/ring_per_second",
            "tasks through a bare ring",
            0,
            "a second",
        ),
    ];
    for (figure, title, digits, unit) in bare {
        if let Some(samples) = told.samples(figure) {
            let figure = format!("{}{free}", samples.shown(digits, unit));
            sheet.line(&format!("pool, {title}"), &figure);
        }
    }
}

fn write_ours(sheet: &mut Sheet, told: &Told) {
    let free = free(told, "cores");
    if let Some(samples) = told.samples("ours/ready_ms") {
        let figure = format!("{}{free}", samples.shown(0, "ms"));
        sheet.line(
            "pool, 4 ready, ours, conductor and compiling included",
            &figure,
        );
    }
    if let Some(samples) = told.samples("ready/staffed_ms") {
        let within = verdict(samples.median(), (0.0, READY_MS));
        let figure = format!("{}, {within} {READY_MS} ms{free}", samples.shown(0, "ms"));
        sheet.line("pool, 4 ready, ours", &figure);
    }
    let best = |figure: &str| {
        let peers = PEERS
            .iter()
            .filter_map(|(name, _)| told.median(&format!("{name}/{figure}")));
        peers.collect::<Vec<f64>>()
    };
    if let Some(samples) = told.samples("empty/makespan_ms") {
        let a_second = samples.map(|ms| EMPTY_TASKS / ms * 1e3);
        let best = best("tasks_per_second").into_iter().fold(0.0, f64::max);
        let times = a_second.median() / best;
        let within = if times >= TASKS_TIMES {
            "at least"
        } else {
            "BELOW"
        };
        let figure = a_second.shown(0, "a second");
        sheet.line(
            "pool, empty tasks, 2 workers, ours",
            &format!("{figure}: {times:.1} times the best of npm, {within} {TASKS_TIMES}{free}"),
        );
    }
    if let Some(samples) = told.samples("one_by_one/makespan_ms") {
        let each = samples.map(|ms| ms / TASKS_ONE_BY_ONE * 1e3);
        let best = best("one_by_one_us")
            .into_iter()
            .fold(f64::INFINITY, f64::min);
        let times = best / each.median();
        let figure = each.shown(1, "µs");
        sheet.line(
            "pool, a task at a time, ours",
            &format!("{figure}: the best of npm takes {times:.1} times that{free}"),
        );
    }
    if let (Some(ours), Some(bare)) = (
        told.samples("profile/hand_off_us"),
        told.median("bare/hand_off_us"),
    ) {
        let times = ours.median() / bare;
        let within = verdict(times, (0.0, HAND_OFF_TIMES));
        let figure = ours.shown(2, "µs");
        sheet.line(
            "pool, hand-off of the GIL, ours",
            &format!("{figure}: {times:.2} times the bare one, {within} {HAND_OFF_TIMES}{free}"),
        );
    }
    if let Some(samples) = told.samples("sweep_ms") {
        let within = verdict(samples.median(), (0.0, SWEEP_MS));
        let figure = format!("{}, {within} {SWEEP_MS} ms{free}", samples.shown(0, "ms"));
        sheet.line("pool, a sweep of 200 runs of A1.1", &figure);
    }
    let ways = [
        ("gil", "two threads under the GIL", GIL_TIMES),
        ("processes", "two processes", PROCESSES_TIMES),
    ];
    for (name, title, limits) in ways {
        let ratios = told.ratios(&format!("{name}/makespan_ms"), "sequential/makespan_ms");
        if let Some(ratios) = ratios {
            let figure = format!(
                "{} times one after the other, {} {} to {}{free}",
                ratios.shown(2, ""),
                verdict(ratios.median(), limits),
                limits.0,
                limits.1
            );
            sheet.line(&format!("pool, {title}"), &figure);
        }
    }
}

/// Measured over predicted, a line a shape.
fn write_shapes(sheet: &mut Sheet, told: &Told) {
    let names = told
        .0
        .keys()
        .filter_map(|name| name.strip_suffix("/predicted_ms"));
    for name in names {
        let (Some(measured), Some(predicted)) = (
            told.samples(&format!("{name}/makespan_ms")),
            told.median(&format!("{name}/predicted_ms")),
        ) else {
            continue;
        };
        let times = measured.median() / predicted;
        let row = name.strip_prefix("shape/").unwrap_or(name);
        let figure = format!(
            "{}, predicted {predicted:.1} ms: {times:.3} times that, {} {} to {}{}",
            measured.shown(1, "ms"),
            verdict(times, PREDICTED_TIMES),
            PREDICTED_TIMES.0,
            PREDICTED_TIMES.1,
            free(told, &format!("{name}/cores_free")),
        );
        sheet.line(&format!("pool, {row} ×10 for real"), &figure);
    }
}

fn verdict(value: f64, (least, most): (f64, f64)) -> &'static str {
    if value < least {
        "BELOW"
    } else if value > most {
        "ABOVE"
    } else {
        "within"
    }
}

/// What stands behind a figure that depends on how much of two cores there was.
fn free(told: &Told, name: &str) -> String {
    let cores = told.median(name);
    cores.map_or_else(String::new, |cores| format!("; {cores:.2} of 2 cores free"))
}

/// What the browser told: samples by name.
struct Told(BTreeMap<String, Samples>);

impl Told {
    fn read(text: &str) -> Told {
        let lines = text
            .lines()
            .filter_map(|line| line.split_once("measured ").map(|(_, rest)| rest));
        let mut told: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        for (name, values) in lines.filter_map(|line| line.split_once(' ')) {
            let values = values
                .split(' ')
                .filter_map(|value| value.parse::<f64>().ok());
            told.entry(name.to_owned()).or_default().extend(values);
        }
        let told = told.into_iter();
        Told(
            told.filter_map(|(name, values)| Some((name, Samples::of(values)?)))
                .collect(),
        )
    }

    fn samples(&self, name: &str) -> Option<&Samples> {
        self.0.get(name)
    }

    /// Round by round, one figure over another.
    fn ratios(&self, name: &str, over: &str) -> Option<Samples> {
        let (values, others) = (self.samples(name)?, self.samples(over)?);
        let pairs = values.in_order.iter().zip(&others.in_order);
        Samples::of(pairs.map(|(value, other)| value / other).collect())
    }

    fn median(&self, name: &str) -> Option<f64> {
        Some(self.samples(name)?.median())
    }
}

/// At least one value.
struct Samples {
    in_order: Vec<f64>,
    by_size: Vec<f64>,
}

impl Samples {
    fn of(in_order: Vec<f64>) -> Option<Samples> {
        let mut by_size = in_order.clone();
        by_size.sort_by(f64::total_cmp);
        (!by_size.is_empty()).then_some(Samples { in_order, by_size })
    }

    fn map(&self, change: impl Fn(f64) -> f64) -> Samples {
        let changed = self.in_order.iter().copied().map(change).collect();
        Samples::of(changed).expect("as many values as before")
    }

    /// The one in the middle, or the upper one of the two.
    fn median(&self) -> f64 {
        self.by_size[self.by_size.len() / 2]
    }

    /// The median and how far the others are.
    fn shown(&self, digits: usize, unit: &str) -> String {
        let (least, most) = (self.by_size[0], self.by_size[self.by_size.len() - 1]);
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
        let told = Told::read("measured a 6 9\nmeasured b 2\nmeasured b 9\n");
        let ratios = told.ratios("a", "b").expect("two rounds");
        assert_eq!(ratios.in_order, [3.0, 1.0]);
    }
}
