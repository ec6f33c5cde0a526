//! `--json`: a run as one object.

use interleave_engine::{Diagnostic, Finding, Report, Severity, ThreadSummary};
use interleave_trace::{Outcome, Place, State, Stream, Wait};
use serde_json::{Map, Value, json};

/// The object of a run.
pub(crate) fn report(report: &Report) -> Value {
    let trace = &report.trace;
    let threads: Vec<Value> = report.summary.threads.iter().map(thread).collect();
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| self::finding(finding, report))
        .collect();
    json!({
        "outcome": trace.outcome.name(),
        "outcome_detail": detail(report),
        "exit_code": report.exit_code,
        "virtual_s": trace.end_ns as f64 / 1e9,
        "cpu_s": trace.cpu_ns as f64 / 1e9,
        "steps": trace.steps,
        "stdout": trace.text(Stream::Stdout),
        "stderr": trace.text(Stream::Stderr),
        "threads": threads,
        "findings": findings,
    })
}

/// The object of a script that can't run.
pub(crate) fn refused(diagnostics: &[Diagnostic]) -> Value {
    let diagnostics: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            json!({
                "severity": match diagnostic.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                "message": diagnostic.message,
                "file": diagnostic.file,
                "line": diagnostic.line,
                "column": diagnostic.column + 1,
            })
        })
        .collect();
    json!({ "outcome": "refused", "diagnostics": diagnostics })
}

/// A thread's name and its time in each state, in ns.
fn thread(thread: &ThreadSummary) -> Value {
    let times: Map<String, Value> = State::ALL
        .iter()
        .map(|state| {
            let time_ns = thread
                .state_times_ns
                .get(*state as usize)
                .copied()
                .unwrap_or(0);
            (state.name().to_owned(), json!(time_ns))
        })
        .collect();
    json!({ "name": thread.name, "state_ns": times })
}

fn finding(finding: &Finding, report: &Report) -> Value {
    let threads: Vec<&str> = finding
        .threads
        .iter()
        .map(|thread| report.trace.thread_name(*thread))
        .collect();
    let places: Vec<Value> = finding
        .places
        .iter()
        .map(|place| self::place(*place, report))
        .collect();
    json!({
        "pattern": finding.pattern,
        "message": finding.message.en,
        "remedy": finding.remedy.en,
        "places": places,
        "threads": threads,
    })
}

fn place(place: Place, report: &Report) -> Value {
    let file = report.files.get(usize::from(place.file()));
    json!({ "file": file, "line": place.line() })
}

fn detail(report: &Report) -> Value {
    let wait = |wait: &Wait| {
        let trace = &report.trace;
        json!({
            "thread": trace.thread_name(wait.thread),
            "waits_for": wait.object.map(|object| &trace.objects[object.index()].label),
            "kind": wait.object.map(|object| &trace.objects[object.index()].kind),
            "held_by": wait.holder.map(|holder| trace.thread_name(holder)),
            "since_s": wait.since_ns as f64 / 1e9,
            "place": place(wait.place, report),
        })
    };
    let waits = |waits: &[Wait]| waits.iter().map(wait).collect::<Vec<Value>>();
    match &report.trace.outcome {
        Outcome::Finished { .. } | Outcome::Stopped => Value::Null,
        Outcome::UncaughtException { exception } => json!({ "exception": exception }),
        Outcome::Deadlock { cycle, others } => {
            json!({ "cycle": waits(cycle), "others": waits(others) })
        }
        Outcome::Hang { waits: all } => json!({ "waits": waits(all) }),
        Outcome::Budget { limit, value } => {
            json!({ "limit": format!("{limit:?}"), "value": value })
        }
        Outcome::NotSupported { message, place } => {
            json!({ "message": message, "place": self::place(*place, report) })
        }
    }
}
