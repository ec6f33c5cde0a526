//! The columnar store and its queries.

use crate::{
    Choice, Lane, LaneId, LaneKind, Object, ObjectEvent, ObjectId, Outcome, OutputChunk, Place,
    Poll, Process, Slice, State, Stream, ThreadId,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

/// The slices of one lane, a column a field, ordered by time and never overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slices {
    pub(crate) start_ns: Vec<u64>,
    pub(crate) end_ns: Vec<u64>,
    pub(crate) state: Vec<State>,
    pub(crate) place: Vec<Place>,
    /// `u32::MAX` where there is none.
    pub(crate) object: Vec<u32>,
    /// `u32::MAX` where there is none.
    pub(crate) holder: Vec<u32>,
}

const NONE: u32 = u32::MAX;

/// What every process calls its first thread.
const MAIN_THREAD: &str = "MainThread";

impl Slices {
    /// Appends a slice; it must not begin before the last one ends.
    pub fn push(&mut self, slice: Slice) {
        debug_assert!(self.end_ns.last().is_none_or(|&end| end <= slice.start_ns));
        self.start_ns.push(slice.start_ns);
        self.end_ns.push(slice.end_ns);
        self.state.push(slice.state);
        self.place.push(slice.place);
        self.object.push(slice.object.map_or(NONE, |o| o.0));
        self.holder.push(slice.holder.map_or(NONE, |t| t.0));
    }

    /// The columns of `rows`.
    pub(crate) fn from_rows(rows: &[Slice]) -> Slices {
        Slices {
            start_ns: rows.iter().map(|row| row.start_ns).collect(),
            end_ns: rows.iter().map(|row| row.end_ns).collect(),
            state: rows.iter().map(|row| row.state).collect(),
            place: rows.iter().map(|row| row.place).collect(),
            object: rows
                .iter()
                .map(|row| row.object.map_or(NONE, |object| object.0))
                .collect(),
            holder: rows
                .iter()
                .map(|row| row.holder.map_or(NONE, |holder| holder.0))
                .collect(),
        }
    }

    /// How many slices there are.
    pub fn len(&self) -> usize {
        self.start_ns.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.start_ns.is_empty()
    }

    /// Slice number `index`.
    pub fn get(&self, index: usize) -> Slice {
        let some = |raw: u32| (raw != NONE).then_some(raw);
        Slice {
            start_ns: self.start_ns[index],
            end_ns: self.end_ns[index],
            state: self.state[index],
            place: self.place[index],
            object: some(self.object[index]).map(ObjectId),
            holder: some(self.holder[index]).map(ThreadId),
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
        let first = self.end_ns.partition_point(|&end| end <= from_ns);
        let last = self.start_ns.partition_point(|&start| start < to_ns);
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
    /// The processes, in order of number; none in a trace that was not made by a machine.
    pub processes: Vec<Process>,
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
    /// Who looked at which object without waiting for it, and how often.
    pub polls: Vec<Poll>,
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

    /// The number of the lane of `thread`.
    pub fn lane_id_of(&self, thread: ThreadId) -> LaneId {
        self.thread_lanes[thread.index()]
    }

    /// The name of `thread`.
    pub fn thread_name(&self, thread: ThreadId) -> &str {
        &self.lane_of(thread).name
    }

    /// What the lane is called among all the others: with the name of its process, but for the first
    /// one's.
    pub fn lane_title(&self, lane: LaneId) -> Cow<'_, str> {
        let Lane { kind, name, .. } = &self.lanes[lane.index()];
        let is_first = match kind {
            LaneKind::Gil(_) => true,
            LaneKind::Thread(_) => name == MAIN_THREAD,
            LaneKind::Task(_) | LaneKind::Core(_) => false,
        };
        match is_first {
            true => self.lane_full_name(lane),
            false => Cow::Borrowed(name),
        }
    }

    /// What the lane is called where it does not stand below others of its process: with the process's name, but for
    /// the first one's.
    pub fn lane_full_name(&self, lane: LaneId) -> Cow<'_, str> {
        let lane = &self.lanes[lane.index()];
        match self.processes.get(lane.process.index()) {
            Some(process) if lane.process.0 > 0 => {
                Cow::Owned(format!("{}: {}", process.name, lane.name))
            }
            _ => Cow::Borrowed(&lane.name),
        }
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
