//! Numbers and outcomes in words: times, sizes, who waits for whom. Owns the wording of a run's
//! end; must not know components.

use crate::i18n::{t, t_with};
use crate::state::Notice;
use interleave_engine::Report;
use interleave_trace::{Limit, ObjectId, Outcome, Role, ThreadId, Trace, Wait};

/// Virtual seconds to a tenth of a millisecond: `10.0032 s`.
pub fn seconds(ns: u64) -> String {
    let tenths = (ns + 50_000) / 100_000;
    format!("{}.{:04} s", tenths / 10_000, tenths % 10_000)
}

/// A time in the unit that suits it: `10.0032 s`, `5.25 ms`, `320 µs`, `80 ns`.
pub fn duration(ns: u64) -> String {
    match ns {
        0 => "0".to_owned(),
        1..1_000 => format!("{ns} ns"),
        1_000..1_000_000 => format!("{} µs", trimmed(ns as f64 / 1e3)),
        1_000_000..1_000_000_000 => format!("{} ms", trimmed(ns as f64 / 1e6)),
        _ => seconds(ns),
    }
}

fn trimmed(value: f64) -> String {
    let digits = match value {
        0.0..10.0 => 2,
        10.0..100.0 => 1,
        _ => 0,
    };
    let text = format!("{value:.digits$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

/// A count with its digits in groups of three: `50,000,000`.
pub fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A size: `512 MiB`.
pub fn bytes(number: u64) -> String {
    match number {
        0..1_024 => format!("{number} B"),
        1_024..1_048_576 => format!("{} KiB", trimmed(number as f64 / 1_024.0)),
        _ => format!("{} MiB", trimmed(number as f64 / 1_048_576.0)),
    }
}

/// A share of 1 in percent: `37 %`.
pub fn percent(share: f64) -> String {
    format!("{} %", trimmed(share * 100.0))
}

/// How grave an outcome is, as a class name.
pub fn outcome_tone(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Finished { exit_code: 0 } => "good",
        Outcome::Finished { .. } | Outcome::Stopped | Outcome::Budget { .. } => "warning",
        Outcome::UncaughtException { .. }
        | Outcome::Deadlock { .. }
        | Outcome::Hang { .. }
        | Outcome::NotSupported { .. } => "error",
    }
}

/// How the run ended, in one sentence.
pub fn outcome(report: &Report) -> String {
    let time = match report.trace.end_ns {
        // Four decimals of a second would say nothing of so short a run.
        short_ns @ 1..10_000_000 => duration(short_ns),
        end_ns => seconds(end_ns),
    };
    let time = time.as_str();
    match &report.trace.outcome {
        Outcome::Finished { exit_code: 0 } => t_with("outcome.finished", &[("time", time)]),
        Outcome::Finished { exit_code } => {
            let code = exit_code.to_string();
            t_with("outcome.finished_code", &[("time", time), ("code", &code)])
        }
        Outcome::UncaughtException { exception } => t_with(
            "outcome.exception",
            &[("time", time), ("exception", exception)],
        ),
        Outcome::Deadlock { cycle, .. } if cycle.len() < 2 => {
            t_with("outcome.deadlock_self", &[("time", time)])
        }
        Outcome::Deadlock { cycle, .. } => {
            let threads = cycle.len().to_string();
            t_with("outcome.deadlock", &[("time", time), ("count", &threads)])
        }
        Outcome::Hang { .. } => t_with("outcome.hang", &[("time", time)]),
        Outcome::Budget { limit, value } => budget(*limit, *value, time),
        Outcome::NotSupported { message, .. } => {
            // The exception's name says what the sentence says.
            let message = message.strip_prefix("NotSupported: ").unwrap_or(message);
            t_with("outcome.not_supported", &[("message", message)])
        }
        Outcome::Stopped => t_with("outcome.stopped", &[("time", time)]),
    }
}

fn budget(limit: Limit, value: u64, time: &str) -> String {
    let (key, value) = match limit {
        Limit::Steps => ("outcome.budget.steps", count(value)),
        Limit::HeapBytes => ("outcome.budget.heap", bytes(value)),
        Limit::Events => ("outcome.budget.events", count(value)),
        Limit::VirtualNs => ("outcome.budget.time", seconds(value)),
        Limit::Threads => ("outcome.budget.threads", count(value)),
        Limit::OutputBytes => ("outcome.budget.output", bytes(value)),
    };
    t_with(key, &[("value", &value), ("time", time)])
}

/// The waits that an outcome tells of: those of the cycle, then the others.
pub fn waits(outcome: &Outcome) -> (&[Wait], &[Wait]) {
    match outcome {
        Outcome::Deadlock { cycle, others } => (cycle, others),
        Outcome::Hang { waits } => (waits, &[]),
        _ => (&[], &[]),
    }
}

/// Who waits for what since when.
pub fn wait(trace: &Trace, wait: &Wait) -> String {
    let thread = thread_name(trace, wait.thread);
    let since = duration(wait.since_ns);
    let holder = wait.holder.map(|holder| thread_name(trace, holder));
    let object = wait
        .object
        .and_then(|object| trace.objects.get(object.index()));
    let since = match since.as_str() {
        "0" => "0 s",
        since => since,
    };
    match (object, holder) {
        (Some(object), Some(holder)) if object.role == Role::Thread => t_with(
            "wait.thread",
            &[("thread", thread), ("holder", holder), ("since", since)],
        ),
        (Some(_), Some(holder)) => {
            let object = object_name(trace, wait.object);
            let values = [
                ("thread", thread),
                ("object", &object),
                ("holder", holder),
                ("since", since),
            ];
            t_with("wait.held", &values)
        }
        (Some(_), None) => {
            let object = object_name(trace, wait.object);
            t_with(
                "wait.object",
                &[("thread", thread), ("object", &object), ("since", since)],
            )
        }
        (None, _) => t_with("wait.something", &[("thread", thread), ("since", since)]),
    }
}

/// A thread's name; a number where the trace lacks it.
pub fn thread_name(trace: &Trace, thread: ThreadId) -> &str {
    let lane = trace.thread_lanes.get(thread.index());
    lane.and_then(|lane| trace.lanes.get(lane.index()))
        .map_or("?", |lane| &lane.name)
}

fn object_name(trace: &Trace, object: Option<ObjectId>) -> String {
    let Some(object) = object.and_then(|object| trace.objects.get(object.index())) else {
        return String::new();
    };
    match object.label.is_empty() {
        true => object.kind.clone(),
        false => format!("{} {}", object.kind, object.label),
    }
}

/// A message of the page.
pub fn notice(notice: &Notice) -> String {
    let inner: Vec<(&str, &str)> = notice
        .values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let values: Vec<(&str, String)> = inner
        .iter()
        .map(|(name, value)| match value.starts_with("link-") {
            true => (*name, t_with(value, &inner)),
            false => (*name, (*value).to_owned()),
        })
        .collect();
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    t_with(notice.key, &values)
}

/// The state's name, by its number.
pub fn state_name(state: interleave_trace::State) -> &'static str {
    t(match state {
        interleave_trace::State::Running => "state.running",
        interleave_trace::State::WaitingGil => "state.waiting_gil",
        interleave_trace::State::WaitingCore => "state.waiting_core",
        interleave_trace::State::Blocked => "state.blocked",
        interleave_trace::State::Sleeping => "state.sleeping",
        interleave_trace::State::Io => "state.io",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_makespan_is_told_to_a_tenth_of_a_millisecond() {
        assert_eq!(seconds(10_003_200_000), "10.0032 s");
        assert_eq!(seconds(10_003_249_999), "10.0032 s");
        assert_eq!(seconds(0), "0.0000 s");
    }

    #[test]
    fn a_duration_takes_the_unit_that_suits_it() {
        assert_eq!(duration(80), "80 ns");
        assert_eq!(duration(320_000), "320 µs");
        assert_eq!(duration(5_250_000), "5.25 ms");
        assert_eq!(duration(200_000_000), "200 ms");
        assert_eq!(duration(1_000_000_000), "1.0000 s");
    }

    #[test]
    fn counts_and_sizes_are_readable() {
        assert_eq!(count(50_000_000), "50,000,000");
        assert_eq!(count(999), "999");
        assert_eq!(bytes(512 * 1024 * 1024), "512 MiB");
        assert_eq!(percent(0.25), "25 %");
    }

    #[test]
    fn a_message_names_its_reason_in_words() {
        let text = notice(
            &Notice::error("message.bad_link")
                .with("reason", "link-unknown-version")
                .with("detail", "9"),
        );
        assert!(text.contains("version 9"), "{text}");
        assert!(!text.contains("link-"), "{text}");
    }
}
