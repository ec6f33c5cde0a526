//! The scene: a trace laid out in rows, with what painting and pointing at it needs.

use crate::lod::{LaneTimes, StateTimes};
use crate::{Spans, Viewport};
use interleave_trace::{LaneId, LaneKind, Trace, put_in_order};

/// How rows are laid out, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// Height of a thread's row.
    pub thread_px: u32,
    /// Height of the rows that show a GIL or a core.
    pub resource_px: u32,
    /// Space above, between and below rows.
    pub gap_px: u32,
    /// Whether core lanes are shown.
    pub cores: bool,
}

/// One row: a lane and where it stands, in pixels from the first row's top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub lane: LaneId,
    /// Its upper edge.
    pub top_px: u32,
    /// Its height without the gap below it.
    pub height_px: u32,
}

/// A trace laid out. Built once for a trace; rows are laid out again where the plan changes.
#[derive(Clone, Debug)]
pub struct Scene {
    pub(crate) times: Vec<LaneTimes>,
    /// `woken[thread]`: the wakes that woke that thread, by number, in order of time.
    pub(crate) woken: Vec<Vec<u32>>,
    rows: Vec<Row>,
    /// `row_of[lane]`: its row's number, where it has one.
    row_of: Vec<Option<u32>>,
    height_px: u32,
    end_ns: u64,
}

impl Scene {
    /// Lays `trace` out. Every later question must come with the same trace.
    pub fn new(trace: &Trace, plan: RowPlan) -> Scene {
        let mut woken = vec![Vec::new(); trace.thread_lanes.len()];
        for (number, wake) in trace.wakes.iter().enumerate() {
            if let Some(woken) = woken.get_mut(wake.to.index()) {
                woken.push(number as u32);
            }
        }
        let mut scene = Scene {
            times: trace.slices.iter().map(LaneTimes::new).collect(),
            woken,
            rows: Vec::new(),
            row_of: Vec::new(),
            height_px: 0,
            end_ns: trace.end_ns,
        };
        scene.lay_out(trace, plan);
        scene
    }

    /// Lays the rows out: by process, its GIL first and then its threads in order of birth, each
    /// followed by its tasks; cores last.
    pub fn lay_out(&mut self, trace: &Trace, plan: RowPlan) {
        // The process and what comes first in it; the thread and what comes first of its.
        let mut order: Vec<(usize, (u64, u64))> = Vec::with_capacity(trace.lanes.len());
        for (index, lane) in trace.lanes.iter().enumerate() {
            let process = u64::from(lane.process.0);
            let rank = match lane.kind {
                LaneKind::Gil(_) => (process << 1, 0),
                LaneKind::Thread(thread) => (process << 1 | 1, u64::from(thread.0) << 1),
                LaneKind::Task(_) => {
                    let thread = lane.parent.map_or(0, |thread| thread.0);
                    (process << 1 | 1, u64::from(thread) << 1 | 1)
                }
                LaneKind::Core(_) if plan.cores => (u64::MAX, 0),
                LaneKind::Core(_) => continue,
            };
            order.push((index, rank));
        }
        put_in_order(&mut order, |(_, rank)| rank.1);
        put_in_order(&mut order, |(_, rank)| rank.0);
        let mut top_px = plan.gap_px;
        self.rows.clear();
        self.row_of = vec![None; trace.lanes.len()];
        for (index, _) in order {
            let is_thread = trace.lanes[index].kind.shows_states();
            let height_px = if is_thread {
                plan.thread_px
            } else {
                plan.resource_px
            };
            self.row_of[index] = Some(self.rows.len() as u32);
            self.rows.push(Row {
                lane: LaneId(index as u32),
                top_px,
                height_px,
            });
            top_px += height_px + plan.gap_px;
        }
        self.height_px = top_px;
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The height of all rows.
    pub fn height_px(&self) -> u32 {
        self.height_px
    }

    /// When the run ended, in virtual ns.
    pub fn end_ns(&self) -> u64 {
        self.end_ns
    }

    /// The rows that `[top_px, bottom_px)` shows.
    pub fn rows_within(&self, top_px: u32, bottom_px: u32) -> &[Row] {
        let first = self
            .rows
            .partition_point(|row| row.top_px + row.height_px <= top_px);
        let last = self.rows.partition_point(|row| row.top_px < bottom_px);
        &self.rows[first..last.max(first)]
    }

    /// The row at `y_px`, if it isn't in a gap.
    pub fn row_at(&self, y_px: u32) -> Option<Row> {
        self.rows_within(y_px, y_px + 1).first().copied()
    }

    /// The row of `lane`, if it is shown.
    pub fn row_of(&self, lane: LaneId) -> Option<Row> {
        let number = (*self.row_of.get(lane.index())?)?;
        Some(self.rows[number as usize])
    }

    /// What to paint on `lane`.
    pub fn spans<'a>(&'a self, trace: &'a Trace, lane: LaneId, view: Viewport) -> Spans<'a> {
        Spans::new(&trace.slices[lane.index()], &self.times[lane.index()], view)
    }

    /// Time that `lane` spent in each state, indexed by the state's number, in ns.
    pub fn state_times_ns(&self, lane: LaneId) -> StateTimes {
        self.times[lane.index()].total()
    }
}

#[cfg(test)]
pub(crate) mod testing {
    //! Traces for tests.

    use interleave_trace::{
        CoreId, Lane, LaneKind, Outcome, Place, ProcessId, Recorder, Slice, Slices, State,
        ThreadId, Trace,
    };
    use proptest::prelude::*;

    /// `(gap before it, length, state)` of up to `most` slices.
    pub(crate) fn lane_slices(most: usize) -> impl Strategy<Value = Vec<(u64, u64, u8)>> {
        let gap = prop_oneof![3 => Just(0u64), 1 => 1u64..300];
        let length = prop_oneof![3 => 1u64..20, 1 => 1u64..2_000];
        prop::collection::vec((gap, length, 0u8..6), 0..most)
    }

    /// Those slices, on lines 1, 2, 3 …
    pub(crate) fn slices_of(lane: &[(u64, u64, u8)]) -> Slices {
        let mut slices = Slices::default();
        let mut at_ns = 0;
        for (index, &(gap, length, state)) in lane.iter().enumerate() {
            let start_ns = at_ns + gap;
            at_ns = start_ns + length;
            slices.push(Slice {
                start_ns,
                end_ns: at_ns,
                state: State::ALL[usize::from(state)],
                place: Place::new(0, index as u32 + 1),
                object: None,
                holder: None,
            });
        }
        slices
    }

    pub(crate) fn lane(kind: LaneKind, name: &str) -> Lane {
        Lane {
            kind,
            process: ProcessId(0),
            name: name.to_owned(),
            parent: None,
            daemon: false,
            start_ns: 0,
            end_ns: None,
        }
    }

    /// A core, two threads and a GIL, in an order that the rows must not keep.
    pub(crate) fn recorder() -> Recorder {
        let mut recorder = Recorder::new(1);
        recorder.add_lane(lane(LaneKind::Core(CoreId(0)), "core 0"));
        recorder.add_lane(lane(LaneKind::Thread(ThreadId(0)), "MainThread"));
        recorder.add_lane(lane(LaneKind::Gil(ProcessId(0)), "GIL"));
        recorder.add_lane(lane(LaneKind::Thread(ThreadId(1)), "Thread-1 (work)"));
        recorder
    }

    pub(crate) fn finish(recorder: Recorder, end_ns: u64) -> Trace {
        recorder.finish(Outcome::Finished { exit_code: 0 }, end_ns, 0, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{finish, recorder};
    use super::*;

    const PLAN: RowPlan = RowPlan {
        thread_px: 24,
        resource_px: 12,
        gap_px: 4,
        cores: false,
    };

    #[test]
    fn the_gil_comes_first_then_threads_then_cores() {
        let trace = finish(recorder(), 100);
        let mut scene = Scene::new(&trace, PLAN);
        let lanes: Vec<u32> = scene.rows().iter().map(|row| row.lane.0).collect();
        assert_eq!(lanes, [2, 1, 3]);
        assert_eq!(scene.height_px(), 12 + 24 + 24 + 4 * 4);
        scene.lay_out(
            &trace,
            RowPlan {
                cores: true,
                ..PLAN
            },
        );
        assert_eq!(scene.rows().last().unwrap().lane, LaneId(0));
    }

    #[test]
    fn rows_are_found_by_height() {
        let trace = finish(recorder(), 100);
        let scene = Scene::new(&trace, PLAN);
        assert_eq!(scene.row_at(0), None, "a gap");
        assert_eq!(scene.row_at(4).unwrap().lane, LaneId(2));
        assert_eq!(scene.row_at(17), None, "a gap");
        assert_eq!(scene.row_at(20).unwrap().lane, LaneId(1));
        assert_eq!(scene.row_at(1000), None);
        assert_eq!(scene.rows_within(20, 49).len(), 2);
    }
}
