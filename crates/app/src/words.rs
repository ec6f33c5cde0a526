//! Numbers and outcomes in words: times, sizes, who waits for whom. Owns the wording of a run's
//! end; must not know components.

pub use interleave_lab::figures::{bytes, count, duration, percent, seconds};

use crate::i18n::{t, t_with};
use crate::state::Notice;
use interleave_engine::Report;
use interleave_trace::{Limit, ObjectId, Outcome, Role, ThreadId, Trace, Wait};

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
