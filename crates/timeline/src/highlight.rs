//! Where a source line shows on the timeline: waiting slices that began on it, and the parts of
//! running slices in which it ran.

use crate::lod::gallop;
use crate::{Scene, Viewport};
use interleave_trace::{LaneId, Place, State, Trace};

/// The stretches of every lane that belong to one source line. Found once for a line; asked for
/// columns at every frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    place: Place,
    /// `stretches[lane]`: `(start_ns, end_ns)`, in order, never overlapping.
    stretches: Vec<Vec<(u64, u64)>>,
}

impl Highlight {
    /// The stretches of `place` in `trace`.
    pub fn new(trace: &Trace, place: Place) -> Highlight {
        let lanes = 0..trace.lanes.len();
        let stretches = lanes
            .map(|lane| stretches(trace, LaneId(lane as u32), place))
            .collect();
        Highlight { place, stretches }
    }

    /// The source line.
    pub fn place(&self) -> Place {
        self.place
    }

    /// `(start_ns, end_ns)` of the line's stretches on `lane`, in order.
    pub fn stretches(&self, lane: LaneId) -> &[(u64, u64)] {
        &self.stretches[lane.index()]
    }

    /// The columns `[x0_px, x1_px)` of `lane` that show the line, left to right: at most one
    /// entry for every column.
    pub fn columns(&self, lane: LaneId, view: Viewport) -> impl Iterator<Item = (u32, u32)> + '_ {
        let stretches = self.stretches(lane);
        let mut next = stretches.partition_point(|&(_, end)| end <= view.from_ns());
        std::iter::from_fn(move || {
            let &(start, end) = stretches.get(next)?;
            if start >= view.to_ns() {
                return None;
            }
            let x0 = view.column_of(start.max(view.from_ns()));
            let mut x1 = view.column_of(end - 1) + 1;
            next += 1;
            // Stretches that begin in the last column or right after it widen the entry.
            while x1 < view.width_px() {
                let edge_ns = view.time_at(x1);
                let past = gallop(next, stretches.len(), |index| stretches[index].0 > edge_ns);
                if past == next {
                    break;
                }
                x1 = x1.max(view.column_of(stretches[past - 1].1 - 1) + 1);
                next = past;
            }
            Some((x0, x1.min(view.width_px())))
        })
    }
}

fn stretches(trace: &Trace, lane: LaneId, place: Place) -> Vec<(u64, u64)> {
    let mut found: Vec<(u64, u64)> = Vec::new();
    if !trace.lanes[lane.index()].kind.shows_states() {
        return found;
    }
    let mut add = |start: u64, end: u64| match found.last_mut() {
        _ if start >= end => {}
        Some(last) if last.1 == start => last.1 = end,
        _ => found.push((start, end)),
    };
    let mut marks = trace.marks[lane.index()].iter().peekable();
    for slice in trace.slices[lane.index()].iter() {
        let mut at = (slice.start_ns, slice.place);
        while marks
            .peek()
            .is_some_and(|&(at_ns, _)| at_ns < slice.start_ns)
        {
            marks.next();
        }
        while let Some(mark) = marks.next_if(|&(at_ns, _)| at_ns < slice.end_ns) {
            if slice.state == State::Running {
                if at.1 == place {
                    add(at.0, mark.0);
                }
                at = mark;
            }
        }
        if at.1 == place {
            add(at.0, slice.end_ns);
        }
    }
    found
}

impl Scene {
    /// The source line that `lane` is on at `at_ns`, or where it waits; for a GIL or a core, the
    /// line of the thread that has it.
    pub fn place_at(&self, trace: &Trace, lane: LaneId, at_ns: u64) -> Option<Place> {
        let slices = &trace.slices[lane.index()];
        let slice = slices.get(slices.at(at_ns)?);
        if !trace.lanes[lane.index()].kind.shows_states() {
            let holder = trace.thread_lanes[slice.holder?.index()];
            return self.place_at(trace, holder, at_ns);
        }
        let mut place = slice.place;
        let mark = trace.marks[lane.index()].last_at(at_ns, slice.start_ns);
        if let (State::Running, Some((_, mark))) = (slice.state, mark) {
            place = mark;
        }
        (place != Place::NONE).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::testing::{finish, recorder};
    use crate::{RowPlan, Scene};
    use interleave_trace::ThreadId;

    fn trace() -> Trace {
        let mut recorder = recorder();
        let main = recorder.lane_of(ThreadId(0));
        let line = |line| Place::new(0, line);
        recorder.enter(
            LaneId(2),
            0,
            State::Running,
            Place::NONE,
            None,
            Some(ThreadId(0)),
        );
        recorder.enter(main, 0, State::Running, line(1), None, None);
        recorder.mark(ThreadId(0), 10, line(2));
        recorder.mark(ThreadId(0), 30, line(3));
        recorder.mark(ThreadId(0), 50, line(2));
        recorder.leave(LaneId(2), 60);
        recorder.enter(main, 60, State::Sleeping, line(2), None, None);
        recorder.enter(main, 100, State::Running, line(2), None, None);
        recorder.mark(ThreadId(0), 110, line(4));
        finish(recorder, 200)
    }

    #[test]
    fn a_line_shows_where_it_ran_and_waited() {
        let highlight = Highlight::new(&trace(), Place::new(0, 2));
        assert_eq!(highlight.stretches(LaneId(1)), [(10, 30), (50, 110)]);
        assert!(highlight.stretches(LaneId(2)).is_empty());
    }

    #[test]
    fn columns_are_few_and_cover_the_stretches() {
        let highlight = Highlight::new(&trace(), Place::new(0, 2));
        let view = Viewport::new(0, 1000, 100);
        let columns: Vec<_> = highlight.columns(LaneId(1), view).collect();
        assert_eq!(columns, [(1, 3), (5, 11)]);
        let coarse = Viewport::new(0, 10_000, 100);
        assert_eq!(
            highlight.columns(LaneId(1), coarse).collect::<Vec<_>>(),
            [(0, 2)]
        );
    }

    #[test]
    fn the_running_line_is_known_at_every_instant() {
        let trace = trace();
        let plan = RowPlan {
            thread_px: 10,
            resource_px: 10,
            gap_px: 0,
            cores: false,
        };
        let scene = Scene::new(&trace, plan);
        let line = |lane, at| scene.place_at(&trace, LaneId(lane), at).map(Place::line);
        let lines: Vec<_> = [0, 10, 29, 30, 55, 60, 99, 105, 150]
            .map(|at| line(1, at))
            .to_vec();
        assert_eq!(lines, [1, 2, 2, 3, 2, 2, 2, 2, 4].map(Some));
        assert_eq!(line(2, 35), Some(3), "the GIL's line is its holder's");
        assert_eq!(line(2, 70), None);
        assert_eq!(line(3, 10), None);
    }
}
