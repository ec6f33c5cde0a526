//! What is under the pointer or selected, in words. Must not know canvases.

use crate::i18n::{t, t_with};
use interleave_engine::Report;
use interleave_timeline::{Account, Hit, Scene, duration_text};
use interleave_trace::{LaneId, LaneKind, Place, State};

/// The state's name.
pub(super) fn state_name(state: State) -> &'static str {
    match state {
        State::Running => t("state.running"),
        State::WaitingGil => t("state.waiting_gil"),
        State::WaitingCore => t("state.waiting_core"),
        State::Blocked => t("state.blocked"),
        State::Sleeping => t("state.sleeping"),
        State::Io => t("state.io"),
    }
}

/// An instant, exact enough to tell neighbours apart: to the µs from a second on, to the ns
/// below a millisecond.
pub(super) fn instant(ns: u64) -> String {
    let (unit_ns, step_ns, symbol) = match ns {
        0 => return "0 s".to_owned(),
        1..1_000_000 => (1_000, 1, "µs"),
        1_000_000..999_999_500 => (1_000_000, 1_000, "ms"),
        _ => (1_000_000_000, 1_000, "s"),
    };
    let steps = ns.saturating_add(step_ns / 2) / step_ns;
    let per_unit = unit_ns / step_ns;
    let digits = per_unit.ilog10() as usize;
    let text = format!("{}.{:0digits$}", steps / per_unit, steps % per_unit);
    let kept = text.trim_end_matches('0').trim_end_matches('.');
    format!("{kept} {symbol}")
}

/// A source line: `line 12`, with its file where that isn't the main one.
pub(super) fn place_text(report: &Report, place: Place) -> String {
    let line = place.line().to_string();
    match report.files.get(usize::from(place.file())) {
        Some(file) if place.file() > 0 => {
            t_with("timeline.line_in", &[("file", file), ("line", &line)])
        }
        _ => t_with("timeline.line", &[("line", &line)]),
    }
}

/// A hover note: its title and its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Note {
    pub title: String,
    pub state: Option<State>,
    pub lines: Vec<String>,
}

/// What is at `hit`.
pub(super) fn note(report: &Report, scene: &Scene, hit: Hit) -> Note {
    let lane = &report.trace.lanes[hit.lane.index()];
    let title = report.trace.lane_title(hit.lane).into_owned();
    let Some(slice) = hit.slice else {
        let idle = match lane.kind {
            LaneKind::Gil(_) | LaneKind::Core(_) => t("timeline.free"),
            LaneKind::Thread(_) | LaneKind::Task(_) if hit.at_ns < lane.start_ns => {
                t("timeline.not_started")
            }
            LaneKind::Thread(_) | LaneKind::Task(_) => t("state.done"),
        };
        return Note {
            title,
            state: None,
            lines: vec![idle.to_owned(), instant(hit.at_ns)],
        };
    };
    let account = scene.account(&report.trace, hit.lane, slice, hit.at_ns);
    let mut lines = facts(report, hit.lane, &account);
    if hit.slices > 1 {
        lines.push(t_with(
            "timeline.many",
            &[("count", &hit.slices.to_string())],
        ));
    }
    let is_thread = lane.kind.shows_states();
    Note {
        title,
        state: is_thread.then_some(account.state),
        lines,
    }
}

/// The selected slice as a sentence for those who listen.
pub(super) fn sentence(report: &Report, scene: &Scene, lane: LaneId, at_ns: u64) -> String {
    let Some(slice) = report.trace.slices[lane.index()].at(at_ns) else {
        return String::new();
    };
    let account = scene.account(&report.trace, lane, slice, at_ns);
    let lines = facts(report, lane, &account);
    format!("{}: {}", account.lane_title, lines.join(", "))
}

fn facts(report: &Report, lane: LaneId, account: &Account<'_>) -> Vec<String> {
    let is_thread = report.trace.lanes[lane.index()].kind.shows_states();
    let duration = duration_text(account.end_ns - account.start_ns);
    let is_task = matches!(report.trace.lanes[lane.index()].kind, LaneKind::Task(_));
    let state = if is_task && account.state == State::WaitingCore {
        t("state.waiting_turn")
    } else if is_thread {
        state_name(account.state)
    } else {
        t("timeline.held")
    };
    let mut lines = vec![
        format!("{state} · {duration}"),
        format!(
            "{} – {}",
            instant(account.start_ns),
            instant(account.end_ns)
        ),
    ];
    let holder = account.holder.map(|(_, name)| name);
    match (account.object, holder) {
        (Some(object), Some(holder)) => lines.push(t_with(
            "timeline.waits_held",
            &[("object", name_of(object)), ("holder", holder)],
        )),
        (Some(object), None) => {
            lines.push(t_with("timeline.waits", &[("object", name_of(object))]));
        }
        (None, Some(holder)) => lines.push(t_with("timeline.held_by", &[("holder", holder)])),
        (None, None) => {}
    }
    if let Some((_, waker)) = account.woken_by {
        lines.push(t_with("timeline.woken", &[("waker", waker)]));
    }
    if let Some(place) = account.place {
        lines.push(place_text(report, place));
    }
    lines
}

/// What the script calls the object; its kind where it has no name.
pub(super) fn name_of(object: &interleave_trace::Object) -> &str {
    if object.label.is_empty() {
        &object.kind
    } else {
        &object.label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_short_and_exact_to_the_microsecond() {
        assert_eq!(instant(0), "0 s");
        assert_eq!(instant(10_000_000_000), "10 s");
        assert_eq!(instant(1_234_567_891), "1.234568 s");
        assert_eq!(instant(999_999_600), "1 s");
        assert_eq!(instant(15_117_499), "15.117 ms");
        assert_eq!(instant(93_712), "93.712 µs");
    }
}
