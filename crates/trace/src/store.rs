//! The store: rows by lane, and its queries by time.

use crate::{
    Choice, Lane, LaneId, LaneKind, Object, ObjectEvent, ObjectId, Outcome, OutputChunk, Place,
    Slice, State, Stream, ThreadId,
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A slice as it is stored: 32 bytes, so that writing one down touches one line of memory (with a
/// column a field a run spent most of its time on that).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Row {
    start_ns: u64,
    end_ns: u64,
    place: Place,
    /// `u32::MAX` where there is none.
    object: u32,
    /// `u32::MAX` where there is none.
    holder: u32,
    state: State,
}

const NONE: u32 = u32::MAX;

/// The slices of one lane, ordered by time and never overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slices {
    rows: Vec<Row>,
}

impl Slices {
    /// Appends a slice; it must not begin before the last one ends.
    pub fn push(&mut self, slice: Slice) {
        debug_assert!(
            self.rows
                .last()
                .is_none_or(|last| last.end_ns <= slice.start_ns)
        );
        self.rows.push(Row {
            start_ns: slice.start_ns,
            end_ns: slice.end_ns,
            place: slice.place,
            object: slice.object.map_or(NONE, |object| object.0),
            holder: slice.holder.map_or(NONE, |holder| holder.0),
            state: slice.state,
        });
    }

    /// Takes the last slice out if it is as `wanted`.
    pub(crate) fn pop_if(&mut self, wanted: impl Fn(&Slice) -> bool) -> Option<Slice> {
        let last = self.get(self.len().checked_sub(1)?);
        if !wanted(&last) {
            return None;
        }
        self.rows.pop();
        Some(last)
    }

    /// How many slices there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Slice number `index`.
    pub fn get(&self, index: usize) -> Slice {
        let row = &self.rows[index];
        let some = |raw: u32| (raw != NONE).then_some(raw);
        Slice {
            start_ns: row.start_ns,
            end_ns: row.end_ns,
            state: row.state,
            place: row.place,
            object: some(row.object).map(ObjectId),
            holder: some(row.holder).map(ThreadId),
        }
    }

    /// First virtual ns of every slice, ascending.
    pub fn starts_ns(&self) -> &[u64] {
        &self.start_ns
    }

    /// First virtual ns after every slice, ascending.
    pub fn ends_ns(&self) -> &[u64] {
        &self.end_ns
    }

    /// The state of every slice.
    pub fn states(&self) -> &[State] {
        &self.state
    }

    /// All slices in order of time.
    pub fn iter(&self) -> impl Iterator<Item = Slice> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    /// The indices of the slices that overlap `[from_ns, to_ns)`: two binary searches.
    pub fn overlapping(&self, from_ns: u64, to_ns: u64) -> Range<usize> {
        let first = self.rows.partition_point(|row| row.end_ns <= from_ns);
        let last = self.rows.partition_point(|row| row.start_ns < to_ns);
        first..last.max(first)
    }

    /// The slice at `at_ns`, if the lane is alive then.
    pub fn at(&self, at_ns: u64) -> Option<usize> {
        let range = self.overlapping(at_ns, at_ns + 1);
        (!range.is_empty()).then_some(range.start)
    }
}

/// Which source line a running thread was on, sampled where the line changed (at most one mark
/// per resolution step, so a hot loop does not fill the trace).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    pub(crate) at_ns: Vec<u64>,
    pub(crate) place: Vec<Place>,
}

impl Marks {
    /// Drops the marks after `end_ns`.
    pub(crate) fn cut(&mut self, end_ns: u64) {
        let after = self.at_ns.partition_point(|&at| at <= end_ns);
        self.at_ns.truncate(after);
        self.place.truncate(after);
    }

    /// All marks in order of time.
    pub fn iter(&self) -> impl Iterator<Item = (u64, Place)> + '_ {
        self.at_ns.iter().copied().zip(self.place.iter().copied())
    }

    /// How many marks there are.
    pub fn len(&self) -> usize {
        self.at_ns.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.at_ns.is_empty()
    }

    /// The last mark at or before `at_ns`.
    pub fn at(&self, at_ns: u64) -> Option<Place> {
        let after = self.at_ns.partition_point(|&at| at <= at_ns);
        after.checked_sub(1).map(|index| self.place[index])
    }

    /// The last mark at or before `at_ns` and not before `since_ns`, with its instant.
    pub fn last_at(&self, at_ns: u64, since_ns: u64) -> Option<(u64, Place)> {
        let index = self
            .at_ns
            .partition_point(|&at| at <= at_ns)
            .checked_sub(1)?;
        (self.at_ns[index] >= since_ns).then(|| (self.at_ns[index], self.place[index]))
    }

    /// The marks in `[from_ns, to_ns)`.
    pub fn within(&self, from_ns: u64, to_ns: u64) -> impl Iterator<Item = (u64, Place)> + '_ {
        let first = self.at_ns.partition_point(|&at| at < from_ns);
        let last = self.at_ns.partition_point(|&at| at < to_ns);
        (first..last.max(first)).map(|index| (self.at_ns[index], self.place[index]))
    }
}

/// One thread woke another: an arrow of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wake {
    /// When the waker did it, in virtual ns.
    pub at_ns: u64,
    /// Who woke.
    pub from: ThreadId,
    /// Who was woken.
    pub to: ThreadId,
    /// When the woken thread could run again, in virtual ns.
    pub ready_ns: u64,
}

/// All that a run did. Rows are never removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The rows of the timeline, in order of birth.
    pub lanes: Vec<Lane>,
    /// `slices[lane]`: that lane's slices.
    pub slices: Vec<Slices>,
    /// `marks[lane]`: that lane's line marks.
    pub marks: Vec<Marks>,
    /// `thread_lanes[thread]`: the lane of that thread.
    pub thread_lanes: Vec<LaneId>,
    /// The synchronisation objects.
    pub objects: Vec<Object>,
    /// The verbs that object events name.
    pub verbs: Vec<String>,
    /// What was done to objects, in order of time.
    pub object_events: Vec<ObjectEvent>,
    /// Who woke whom, in order of time.
    pub wakes: Vec<Wake>,
    /// What was printed, in order of time.
    pub output: Vec<OutputChunk>,
    /// The choices made, in order.
    pub choices: Vec<Choice>,
    /// How it ended.
    pub outcome: Outcome,
    /// When it ended, in virtual ns: the makespan.
    pub end_ns: u64,
    /// CPU time charged over all threads, in virtual ns.
    pub cpu_ns: u64,
    /// Interpreter steps taken.
    pub steps: u64,
}

impl Trace {
    /// All that was printed to `stream`.
    pub fn text(&self, stream: Stream) -> String {
        let chunks = self.output.iter().filter(|chunk| chunk.stream == stream);
        chunks.map(|chunk| chunk.text.as_str()).collect()
    }

    /// The lane of `thread`.
    pub fn lane_of(&self, thread: ThreadId) -> &Lane {
        &self.lanes[self.thread_lanes[thread.index()].index()]
    }

    /// The name of `thread`.
    pub fn thread_name(&self, thread: ThreadId) -> &str {
        &self.lane_of(thread).name
    }

    /// How long a lane spent in each state, indexed by the state's number, in virtual ns.
    pub fn state_times_ns(&self, lane: LaneId) -> [u64; State::ALL.len()] {
        let mut times = [0; State::ALL.len()];
        for slice in self.slices[lane.index()].iter() {
            times[slice.state as usize] += slice.end_ns - slice.start_ns;
        }
        times
    }

    /// The lanes that show threads, in order of birth.
    pub fn thread_lane_ids(&self) -> impl Iterator<Item = LaneId> + '_ {
        let lanes = self.lanes.iter().enumerate();
        lanes
            .filter(|(_, lane)| matches!(lane.kind, LaneKind::Thread(_)))
            .map(|(index, _)| LaneId(index as u32))
    }
}
