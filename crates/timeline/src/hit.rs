//! From a pixel to what is there, and from slice to slice.

use crate::{Scene, Viewport};
use interleave_trace::{LaneId, Trace};

/// What a pixel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The row's lane.
    pub lane: LaneId,
    /// The instant, in virtual ns: inside the slice where there is one.
    pub at_ns: u64,
    /// The slice that takes most of the column's time, where there is one.
    pub slice: Option<usize>,
    /// How many slices the column shows.
    pub slices: usize,
}

/// Slices of one column that are compared by length; of more, none stands out anyway.
const MAX_COMPARED: usize = 64;

impl Scene {
    /// What is at column `x_px`, `y_px` below the first row's top.
    pub fn hit(&self, trace: &Trace, view: Viewport, x_px: u32, y_px: u32) -> Option<Hit> {
        if x_px >= view.width_px() {
            return None;
        }
        let row = self.row_at(y_px)?;
        let (t0, t1) = view.column(x_px);
        let slices = &trace.slices[row.lane.index()];
        let range = slices.overlapping(t0, t1);
        let (starts, ends) = (slices.starts_ns(), slices.ends_ns());
        let compared = range.clone().take(MAX_COMPARED);
        let overlap = |index: usize| ends[index].min(t1) - starts[index].max(t0);
        // Of equals the first.
        let slice = compared.rev().max_by_key(|&index| overlap(index));
        let at_ns = slice.map_or(t0, |index| starts[index].max(t0));
        Some(Hit {
            lane: row.lane,
            at_ns,
            slice,
            slices: range.len(),
        })
    }

    /// The slice of `lane` after the one at `at_ns`, or the next one where there is none.
    pub fn next_slice(&self, trace: &Trace, lane: LaneId, at_ns: u64) -> Option<usize> {
        let slices = &trace.slices[lane.index()];
        let next = slices.starts_ns().partition_point(|&start| start <= at_ns);
        (next < slices.len()).then_some(next)
    }

    /// The slice of `lane` before the one at `at_ns`, or the last one that ended.
    pub fn previous_slice(&self, trace: &Trace, lane: LaneId, at_ns: u64) -> Option<usize> {
        let slices = &trace.slices[lane.index()];
        slices
            .ends_ns()
            .partition_point(|&end| end <= at_ns)
            .checked_sub(1)
    }

    /// The lane `rows` rows below `lane` (above if negative), as far as there are rows.
    pub fn neighbour(&self, lane: LaneId, rows: i32) -> Option<LaneId> {
        let index = self.rows().iter().position(|row| row.lane == lane)?;
        let last = self.rows().len() as i64 - 1;
        let index = (index as i64 + i64::from(rows)).clamp(0, last);
        Some(self.rows()[index as usize].lane)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RowPlan;
    use crate::scene::testing::{finish, lane_slices, recorder, slices_of};
    use proptest::prelude::*;

    const PLAN: RowPlan = RowPlan {
        thread_px: 20,
        resource_px: 10,
        gap_px: 5,
        cores: false,
    };

    fn scene(lane: &[(u64, u64, u8)]) -> (Trace, Scene) {
        let mut trace = finish(recorder(), 100_000);
        trace.slices[3] = slices_of(lane);
        let scene = Scene::new(&trace, PLAN);
        (trace, scene)
    }

    proptest! {
        #[test]
        fn a_hit_agrees_with_the_slices_and_with_what_is_painted(
            lane in lane_slices(60), from in 0u64..9_000, span in 0u64..20_000, width in 1u32..500, x in 0u32..500,
        ) {
            let (trace, scene) = scene(&lane);
            let view = Viewport::new(from, from + span, width);
            let x = x % width;
            let row = scene.row_of(LaneId(3)).unwrap();
            let hit = scene.hit(&trace, view, x, row.top_px + 1).unwrap();
            prop_assert_eq!(hit.lane, LaneId(3));
            let (t0, t1) = view.column(x);
            prop_assert!(hit.at_ns >= t0 && hit.at_ns < t1);
            prop_assert_eq!(trace.slices[3].at(hit.at_ns), hit.slice);
            let painted = scene.spans(&trace, LaneId(3), view).find(|s| s.x0_px <= x && x < s.x1_px);
            prop_assert_eq!(painted.is_some(), hit.slice.is_some());
            if hit.slices == 1 {
                prop_assert_eq!(painted.unwrap().slice, hit.slice);
            }
        }

        #[test]
        fn walking_forth_and_back_visits_every_slice(lane in lane_slices(60)) {
            let (trace, scene) = scene(&lane);
            let starts = trace.slices[3].starts_ns();
            for index in 1..starts.len() {
                prop_assert_eq!(scene.next_slice(&trace, LaneId(3), starts[index - 1]), Some(index));
                prop_assert_eq!(scene.previous_slice(&trace, LaneId(3), starts[index]), Some(index - 1));
            }
        }
    }

    #[test]
    fn gaps_and_margins_hit_nothing() {
        let (trace, scene) = scene(&[(0, 100, 0)]);
        let view = Viewport::new(0, 1000, 100);
        assert_eq!(scene.hit(&trace, view, 3, 17), None);
        assert_eq!(scene.hit(&trace, view, 3, 500), None);
        assert_eq!(scene.hit(&trace, view, 100, 6), None);
    }

    #[test]
    fn neighbours_stop_at_the_edges() {
        let (_, scene) = scene(&[]);
        assert_eq!(scene.neighbour(LaneId(2), 1), Some(LaneId(1)));
        assert_eq!(scene.neighbour(LaneId(2), -1), Some(LaneId(2)));
        assert_eq!(scene.neighbour(LaneId(3), 9), Some(LaneId(3)));
    }
}
