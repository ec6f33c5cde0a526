//! The gallery runs as it says: the order of its output, and its virtual time within 1 % of the
//! ideal but never exactly it, for everything has a cost.

mod running;

use interleave_engine::{Report, run};
use interleave_scenario::{Scenario, gallery, param};
use interleave_trace::{Outcome, Stream};
use std::collections::BTreeSet;

/// Every entry's ideal time in s, as if nothing but sleeping cost anything.
const IDEAL_S: [(&str, f64); 17] = [
    ("thread-pool", 10.0),
    ("asked-too-soon", 30.0),
    ("kept-futures", 10.0),
    ("who-waits", 2.6),
    ("done-callback", 1.9),
    ("overdrawn", 1.5),
    ("well-guarded", 1.0),
    ("two-styles", 1.5),
    ("patient-turns", 9.0),
    ("with-lock", 4.0),
    ("call-or-finish", 8.0),
    ("life-of-a-future", 4.0),
    ("who-am-i", 1.0),
    ("three-at-a-time", 1.5),
    ("slow-first", 20.0),
    ("one-by-one", 5.0),
    ("all-at-once", 0.5),
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

fn assert_near(name: &str, makespan_ns: u64, ideal_s: f64) {
    let seconds = makespan_ns as f64 / 1e9;
    assert!(
        seconds > ideal_s,
        "{name} took {seconds} s: its costs don't show"
    );
    assert!(
        seconds < ideal_s * 1.01,
        "{name} took {seconds} s, not about {ideal_s} s"
    );
}

#[test]
fn every_entry_prints_in_the_stated_order_and_takes_the_stated_time() {
    assert_eq!(IDEAL_S.len(), gallery::all().len());
    for (name, ideal_s) in IDEAL_S {
        let expected = format!(
            "{}/../scenario/gallery/expected/{name}.out",
            env!("CARGO_MANIFEST_DIR")
        );
        let expected = std::fs::read_to_string(&expected).expect("what CPython printed");
        let report = finished(&entry(name));
        assert_eq!(report.trace.text(Stream::Stdout), expected, "{name}");
        assert_near(name, report.trace.end_ns, ideal_s);
        assert_eq!(report.findings, [], "{name}");
    }
}

#[test]
fn one_worker_takes_three_times_as_long_as_three() {
    let report = finished(&with("thread-pool", "WORKERS=1"));
    assert_near("thread-pool with 1 worker", report.trace.end_ns, 30.0);
    let report = finished(&with("thread-pool", "WORKERS=30"));
    assert_near("thread-pool with 30 workers", report.trace.end_ns, 1.0);
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
        let again = run(&entry.scenario()).expect("the script is accepted");
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
