//! Who woke whom: arrows between rows, never more than the view can hold.

use crate::lod::gallop;
use crate::{Row, Scene, Viewport};
use interleave_trace::{LaneId, ThreadId, Trace, Wake};

/// An arrow from the waker's row to the woken one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// The wake's number in the trace.
    pub wake: usize,
    /// The waker's row.
    pub from: Row,
    /// The woken thread's row.
    pub to: Row,
    /// The column of the wake.
    pub x0_px: u32,
    /// The column from which the woken thread could run.
    pub x1_px: u32,
}

/// The arrows in view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrows {
    /// What to draw, in order of time.
    pub arrows: Vec<Arrow>,
    /// How many wakes in view are not drawn.
    pub left_out: usize,
}

impl Scene {
    /// The arrows in view, at most one for every `gap_px` columns.
    pub fn arrows(&self, trace: &Trace, view: Viewport, gap_px: u32) -> Arrows {
        let wakes = &trace.wakes;
        let mut found = Arrows::default();
        let mut next = wakes.partition_point(|wake| wake.at_ns < view.from_ns());
        while next < wakes.len() && wakes[next].at_ns < view.to_ns() {
            found.arrows.extend(self.arrow(trace, view, next));
            let x_px = view.column_of(wakes[next].at_ns) + gap_px.max(1);
            let edge_ns = view.time_at(x_px.min(view.width_px()));
            let past = gallop(next + 1, wakes.len(), |index| wakes[index].at_ns >= edge_ns);
            found.left_out += past - next - 1;
            next = past;
        }
        found
    }

    /// The arrow of wake number `wake`; `None` where a row isn't shown or the thread woke itself.
    pub fn arrow(&self, trace: &Trace, view: Viewport, wake: usize) -> Option<Arrow> {
        let Wake {
            at_ns,
            from,
            to,
            ready_ns,
        } = *trace.wakes.get(wake)?;
        let row = |thread: ThreadId| self.thread_row(trace, thread);
        let (from, to) = (row(from)?, row(to)?);
        (from.lane != to.lane).then(|| Arrow {
            wake,
            from,
            to,
            x0_px: view.column_of(at_ns),
            x1_px: view.column_of(ready_ns),
        })
    }

    /// The wake that ended slice `slice` of `lane`: the last one of its thread during the slice.
    pub fn wake_that_ended(&self, trace: &Trace, lane: LaneId, slice: usize) -> Option<usize> {
        let interleave_trace::LaneKind::Thread(thread) = trace.lanes[lane.index()].kind else {
            return None;
        };
        let slice = trace.slices[lane.index()].get(slice);
        if slice.state == interleave_trace::State::Running {
            return None;
        }
        let woken = self.woken.get(thread.index())?;
        let wake_of = |index: usize| &trace.wakes[woken[index] as usize];
        let past = gallop(0, woken.len(), |index| wake_of(index).at_ns > slice.end_ns);
        let last = past.checked_sub(1)?;
        let wake = wake_of(last);
        (wake.ready_ns > slice.start_ns && wake.from != thread).then(|| woken[last] as usize)
    }

    fn thread_row(&self, trace: &Trace, thread: ThreadId) -> Option<Row> {
        self.row_of(*trace.thread_lanes.get(thread.index())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RowPlan;
    use crate::scene::testing::{finish, recorder};
    use interleave_trace::{Place, State};

    fn scene() -> (Trace, Scene) {
        let mut recorder = recorder();
        let work = recorder.lane_of(ThreadId(1));
        recorder.enter(work, 0, State::Blocked, Place::NONE, None, None);
        for at_ns in [100, 101, 102, 900] {
            recorder.wake(Wake {
                at_ns,
                from: ThreadId(0),
                to: ThreadId(1),
                ready_ns: at_ns + 50,
            });
        }
        recorder.enter(work, 150, State::Running, Place::NONE, None, None);
        let trace = finish(recorder, 1000);
        let plan = RowPlan {
            thread_px: 20,
            resource_px: 10,
            gap_px: 5,
            cores: false,
        };
        let scene = Scene::new(&trace, plan);
        (trace, scene)
    }

    #[test]
    fn arrows_join_rows_and_are_bounded() {
        let (trace, scene) = scene();
        let all = scene.arrows(&trace, Viewport::new(0, 1000, 1000), 1);
        assert_eq!((all.arrows.len(), all.left_out), (4, 0));
        assert_eq!(
            (all.arrows[0].from.lane, all.arrows[0].to.lane),
            (LaneId(1), LaneId(3))
        );
        assert_eq!((all.arrows[0].x0_px, all.arrows[0].x1_px), (100, 150));
        let few = scene.arrows(&trace, Viewport::new(0, 1000, 100), 4);
        assert_eq!((few.arrows.len(), few.left_out), (2, 2));
    }

    #[test]
    fn the_wake_that_ended_a_wait_is_found() {
        let (trace, scene) = scene();
        assert_eq!(scene.wake_that_ended(&trace, LaneId(3), 0), Some(2));
        assert_eq!(scene.wake_that_ended(&trace, LaneId(3), 1), None);
    }
}
