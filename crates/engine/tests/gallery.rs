//! The gallery runs as it says: the order of its output, and its virtual time within 2 % of the
//! ideal but never exactly it, for everything has a cost.

mod running;

use interleave_engine::{Report, Session, run};
use interleave_scenario::{Scenario, gallery, param};
use interleave_trace::{Outcome, Stream};
use std::collections::BTreeSet;

/// How long a script takes, in virtual s.
#[derive(Clone, Copy)]
enum Takes {
    /// As long as it sleeps, and a little: everything has a cost, within 2 %.
    Sleeping(f64),
    /// Between these two: it works, or starts processes.
    Within(f64, f64),
}

impl Takes {
    fn holds(self, seconds: f64) -> bool {
        let (least_s, most_s) = match self {
            Sleeping(ideal_s) => (ideal_s, ideal_s * 1.02),
            Within(least_s, most_s) => (least_s, most_s),
        };
        least_s < seconds && seconds < most_s
    }
}

/// How a script ends.
#[derive(Clone, Copy, PartialEq)]
enum Ends {
    /// With nothing to say about it.
    Well,
    /// With these findings.
    Told(&'static [&'static str]),
    /// Everybody waits for ever, with these findings.
    Hanging(&'static [&'static str]),
}
use Ends::{Hanging, Told, Well};
use Takes::{Sleeping, Within};

/// What every entry does, in the gallery's order.
const EXPECTED: &[(&str, Takes, Ends)] = &[
    ("thread-pool", Sleeping(10.0), Well),
    ("asked-too-soon", Sleeping(30.0), Well),
    ("kept-futures", Sleeping(10.0), Well),
    ("who-waits", Sleeping(2.6), Well),
    ("done-callback", Sleeping(1.9), Well),
    ("overdrawn", Sleeping(1.5), Well),
    ("well-guarded", Sleeping(1.0), Told(&["held-asleep"])),
    ("lock-for-two-hosts", Within(1.0, 1.5), Well),
    ("which-way", Within(0.2, 1.2), Well),
    ("two-styles", Sleeping(1.5), Well),
    ("patient-turns", Sleeping(9.0), Told(&["held-asleep"])),
    (
        "with-lock",
        Sleeping(4.0),
        Told(&["held-asleep", "held-asleep"]),
    ),
    (
        "endless-fetchers",
        Sleeping(2.5),
        Hanging(&["outlives-main"]),
    ),
    (
        "polling-workers",
        Sleeping(3.2),
        Told(&["polling", "polling"]),
    ),
    ("call-or-finish", Sleeping(8.0), Well),
    ("pool-of-processes", Sleeping(15.0), Well),
    ("own-memory", Within(0.02, 0.2), Well),
    ("never-awaited", Within(0.0, 0.01), Told(&["never-awaited"])),
    ("ten-sleepers", Sleeping(1.0), Well),
    ("ten-at-the-door", Sleeping(5.0), Well),
    ("wait-or-gather", Sleeping(6.0), Well),
    ("two-tasks", Sleeping(2.0), Well),
    (
        "promise-nobody-keeps",
        Within(0.0, 0.01),
        Hanging(&["never-set"]),
    ),
    ("life-of-a-future", Sleeping(4.0), Well),
    ("other-programs", Within(2.0, 2.1), Well),
    ("washer-and-dryer", Sleeping(4.2), Well),
    ("five-dryers", Sleeping(11.0), Hanging(&["outlives-main"])),
    ("slowest-stage", Sleeping(5.0), Well),
    ("counting-under-the-gil", Within(0.02, 0.06), Well),
    ("who-am-i", Sleeping(1.0), Well),
    ("stop-that-process", Sleeping(2.0), Well),
    (
        "forgotten-release",
        Sleeping(0.5),
        Hanging(&["never-released", "held-asleep"]),
    ),
    ("green-look-ups", Sleeping(0.5), Well),
    ("downloads-in-turn", Within(2.0, 7.0), Well),
    ("downloads-by-threads", Within(0.2, 2.3), Well),
    ("three-at-a-time", Sleeping(1.5), Well),
    ("slow-first", Sleeping(20.0), Well),
    ("who-lets-go", Within(1.0, 1.1), Well),
    ("swap-the-executor", Within(0.03, 0.5), Well),
    ("one-of-twenty-fails", Sleeping(0.4), Well),
    ("what-can-go-wrong", Within(1.0, 1.2), Well),
    ("one-by-one", Sleeping(5.0), Well),
    ("blocked-loop", Sleeping(5.0), Told(&["blocked-loop"])),
    ("cooperative-loop", Sleeping(0.5), Well),
    ("all-at-once", Sleeping(0.5), Well),
    ("ten-processes", Within(0.51, 1.2), Well),
];

fn entry(name: &str) -> Scenario {
    gallery::by_name(name).expect("a gallery entry").scenario()
}

fn with(name: &str, setting: &str) -> Scenario {
    let mut scenario = entry(name);
    scenario.files[0].text = param::set(&scenario.files[0].text, setting).expect("a setting");
    scenario
}

fn finished(scenario: &Scenario) -> Report {
    let report = run(scenario).expect("the script is accepted");
    let stderr = report.trace.text(Stream::Stderr);
    assert_eq!(
        report.trace.outcome,
        Outcome::Finished { exit_code: 0 },
        "{stderr}"
    );
    assert_eq!(stderr, "");
    report
}

fn lines(scenario: &Scenario) -> Vec<String> {
    finished(scenario)
        .trace
        .text(Stream::Stdout)
        .lines()
        .map(str::to_owned)
        .collect()
}

fn assert_near(name: &str, makespan_ns: u64, takes: Takes) {
    let seconds = makespan_ns as f64 / 1e9;
    assert!(takes.holds(seconds), "{name} took {seconds} s");
}

#[test]
fn every_entry_prints_in_the_stated_order_and_takes_the_stated_time() {
    let names: Vec<_> = EXPECTED.iter().map(|(name, ..)| *name).collect();
    let shown: Vec<_> = gallery::all().iter().map(|entry| &*entry.name).collect();
    assert_eq!(names, shown);
    let mut wrong = Vec::new();
    for &(name, takes, ends) in EXPECTED {
        let expected = format!(
            "{}/../scenario/tests/gallery_expected/{name}.out",
            env!("CARGO_MANIFEST_DIR")
        );
        let expected = std::fs::read_to_string(&expected).expect("what CPython printed");
        let report = run(&entry(name)).expect("the script is accepted");
        let printed = report.trace.text(Stream::Stdout);
        if printed != expected {
            wrong.push(format!("{name} printed {printed}"));
        }
        let outcome = &report.trace.outcome;
        let hangs = matches!(outcome, Outcome::Hang { .. } | Outcome::Deadlock { .. });
        let finished = *outcome == Outcome::Finished { exit_code: 0 };
        let (told, as_stated) = match ends {
            Well => (&[][..], finished),
            Told(findings) => (findings, finished),
            Hanging(findings) => (findings, hangs),
        };
        let findings: Vec<_> = report.findings.iter().map(|f| &*f.pattern).collect();
        if !as_stated || findings != told {
            wrong.push(format!("{name} ended with {outcome:?}, {findings:?}"));
        }
        let stderr = report.trace.text(Stream::Stderr);
        if ends == Well && !stderr.is_empty() {
            wrong.push(format!("{name} complained: {stderr}"));
        }
        let seconds = report.trace.end_ns as f64 / 1e9;
        if !takes.holds(seconds) {
            wrong.push(format!("{name} took {seconds} s"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_worker_takes_three_times_as_long_as_three() {
    let report = finished(&with("thread-pool", "WORKERS=1"));
    assert_near(
        "thread-pool with 1 worker",
        report.trace.end_ns,
        Sleeping(30.0),
    );
    let report = finished(&with("thread-pool", "WORKERS=30"));
    assert_near(
        "thread-pool with 30 workers",
        report.trace.end_ns,
        Sleeping(1.0),
    );
}

#[test]
fn shutdown_decides_when_the_line_after_the_loop_prints() {
    let line = "the line after the loop".to_owned();
    assert_eq!(lines(&entry("who-waits")).first(), Some(&line));
    assert_eq!(
        lines(&with("who-waits", "SHUTDOWN=True")).last(),
        Some(&line)
    );
}

#[test]
fn the_race_shows_exactly_the_two_balances() {
    let seen: BTreeSet<String> = lines(&entry("overdrawn"))
        .iter()
        .filter_map(|line| Some(line.split_once("balance ")?.1.to_owned()))
        .collect();
    assert_eq!(seen, BTreeSet::from(["500".to_owned(), "-1000".to_owned()]));
    let guarded = lines(&entry("well-guarded"));
    assert_eq!(
        guarded
            .iter()
            .filter(|line| line.contains("insufficient"))
            .count(),
        10
    );
    assert!(!guarded.iter().any(|line| line.contains("-1000")));
}

#[test]
fn as_many_futures_run_as_there_are_workers() {
    let three = lines(&entry("three-at-a-time"));
    assert_eq!(three[..2], ["running: BR CN ID", "pending: IN US"]);
    let five = lines(&with("three-at-a-time", "WORKERS=5"));
    assert_eq!(five[..2], ["running: BR CN ID IN US", "pending: none"]);
}

#[test]
fn the_same_scenario_gives_the_same_trace() {
    for entry in gallery::all() {
        let once = run(&entry.scenario()).expect("the script is accepted");
        let mut again = Session::new(&entry.scenario()).expect("the script is accepted");
        // However often the kernel looks up meanwhile.
        while !again.advance(10_007) {}
        let again = again.report();
        assert!(once.trace == again.trace, "{}", entry.name);
        let mut replayed = entry.scenario();
        replayed.choices = once.trace.choices.clone();
        let replayed = run(&replayed).expect("the script is accepted");
        assert!(
            replayed.trace == once.trace,
            "{}: its choices give another trace",
            entry.name
        );
    }
}
