//! What every finding needs of a trace: names, lines, times and roles as words.

use crate::Words;
use interleave_trace::{
    LaneId, ObjectId, Outcome, Place, Role, Slice, State, ThreadId, Trace, Wait,
};

/// `main.py:12`; `None` where there is no known place.
pub(crate) fn place_text(place: Place, files: &[String]) -> Option<String> {
    let file = files.get(usize::from(place.file()))?;
    (place.line() > 0).then(|| format!("{file}:{}", place.line()))
}

/// A trace and the names of its files.
pub(crate) struct Reader<'a> {
    pub(super) trace: &'a Trace,
    pub(super) files: &'a [String],
}

impl Reader<'_> {
    /// The name of a thread.
    pub(super) fn thread(&self, thread: ThreadId) -> &str {
        self.trace.thread_name(thread)
    }

    /// ` (main.py:12)`, or nothing.
    pub(super) fn at(&self, place: Place) -> String {
        place_text(place, self.files).map_or(String::new(), |place| format!(" ({place})"))
    }

    /// What an object is for.
    pub(super) fn role(&self, object: Option<ObjectId>) -> Option<Role> {
        object.map(|object| self.trace.objects[object.index()].role)
    }

    /// `queue.Queue work`.
    pub(super) fn object(&self, object: ObjectId) -> String {
        let object = &self.trace.objects[object.index()];
        match object.label.is_empty() {
            true => object.kind.clone(),
            false => format!("{} {}", object.kind, object.label),
        }
    }

    /// What the script calls an object: `work`.
    pub(super) fn label(&self, object: ObjectId) -> String {
        let object = &self.trace.objects[object.index()];
        match object.label.starts_with('#') || object.label.is_empty() {
            true => object.kind.clone(),
            false => object.label.clone(),
        }
    }

    /// The same of what a thread waits for.
    pub(super) fn awaited(&self, object: Option<ObjectId>) -> Words {
        match object {
            Some(object) => Words::same(self.object(object)),
            None => Words::new("something that never comes", "永远不会到来的东西"),
        }
    }

    /// `Thread-1 (main.py:4) waits for queue.Queue work since 1.5 s`.
    pub(super) fn waiting(&self, wait: &Wait) -> Words {
        let (name, at) = (self.thread(wait.thread), self.at(wait.place));
        let (what, since) = (self.awaited(wait.object), time_text(wait.since_ns));
        Words {
            en: format!("{name}{at} waits for {} since {since}", what.en),
            zh: format!("{name}{at} 从 {since} 起等待 {}", what.zh),
        }
    }

    /// Several waits, the first few of them.
    pub(super) fn all_waiting(&self, waits: &[&Wait]) -> Words {
        const SHOWN: usize = 4;
        let mut parts: Vec<Words> = waits
            .iter()
            .take(SHOWN)
            .map(|wait| self.waiting(wait))
            .collect();
        if waits.len() > SHOWN {
            let more = waits.len() - SHOWN;
            parts.push(Words {
                en: format!("and {more} more"),
                zh: format!("另有 {more} 个"),
            });
        }
        Words::joined(&parts)
    }

    /// Who waits for ever, if the run ended in a hang.
    pub(super) fn hang(&self) -> &[Wait] {
        match &self.trace.outcome {
            Outcome::Hang { waits } => waits,
            _ => &[],
        }
    }

    /// Whether a thread's last line has been run.
    pub(super) fn has_ended(&self, thread: ThreadId) -> bool {
        let lane = self.trace.thread_lanes[thread.index()];
        self.trace.lanes[lane.index()].end_ns.is_some()
    }

    /// The slices of a thread.
    pub(super) fn slices(&self, thread: ThreadId) -> impl Iterator<Item = Slice> + '_ {
        let lane: LaneId = self.trace.thread_lanes[thread.index()];
        self.trace.slices[lane.index()].iter()
    }

    /// Those that have to do with a stretch of time.
    pub(super) fn slices_between(
        &self,
        thread: ThreadId,
        from_ns: u64,
        to_ns: u64,
    ) -> impl Iterator<Item = Slice> + '_ {
        let lane: LaneId = self.trace.thread_lanes[thread.index()];
        let slices = &self.trace.slices[lane.index()];
        let range = slices.overlapping(from_ns, to_ns);
        range.map(move |index| slices.get(index))
    }

    /// How long a thread was in `state` between two times, in virtual ns.
    pub(super) fn time_in(&self, thread: ThreadId, state: State, from_ns: u64, to_ns: u64) -> u64 {
        let all = self.slices_between(thread, from_ns, to_ns);
        let own = all.filter(|slice| slice.state == state);
        own.map(|slice| overlap_ns((slice.start_ns, slice.end_ns), (from_ns, to_ns)))
            .sum()
    }
}

/// How much two stretches of time have in common, in virtual ns.
pub(super) fn overlap_ns(a: (u64, u64), b: (u64, u64)) -> u64 {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// A time or a length of time as people say it: `1.5 s`, `20 ms`, `3 µs`.
pub(super) fn time_text(ns: u64) -> String {
    let (value, unit) = match ns {
        0 => return "0 s".to_owned(),
        1..1_000_000 => (ns as f64 / 1e3, "µs"),
        1_000_000..1_000_000_000 => (ns as f64 / 1e6, "ms"),
        _ => (ns as f64 / 1e9, "s"),
    };
    let digits = if value < 10.0 { 2 } else { 1 };
    let text = format!("{value:.digits$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{text} {unit}")
}

/// The lines of some waits.
pub(super) fn places(waits: &[&Wait]) -> Vec<Place> {
    let mut places: Vec<Place> = waits.iter().map(|wait| wait.place).collect();
    places.retain(|place| *place != Place::NONE);
    places.dedup();
    places
}
