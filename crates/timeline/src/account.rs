//! The facts behind a description: what a slice is, what a lane did. The words are the page's.

use crate::Scene;
use interleave_trace::{LaneId, Object, Place, State, ThreadId, Trace};
use std::borrow::Cow;

/// All that can be said of one slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account<'a> {
    /// The lane's title.
    pub lane_title: Cow<'a, str>,
    /// What the thread did.
    pub state: State,
    /// First virtual ns.
    pub start_ns: u64,
    /// First virtual ns after it.
    pub end_ns: u64,
    /// The source line at the instant asked about.
    pub place: Option<Place>,
    /// What it waited for.
    pub object: Option<&'a Object>,
    /// Who held that when the wait began, by number and name; for a GIL or a core, who has it.
    pub holder: Option<(ThreadId, &'a str)>,
    /// Who ended the wait, by number and name.
    pub woken_by: Option<(ThreadId, &'a str)>,
    /// Its number on its lane, and how many there are.
    pub number: (usize, usize),
}

/// What one lane did in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneAccount<'a> {
    /// The lane.
    pub lane: LaneId,
    /// Its title.
    pub title: Cow<'a, str>,
    /// Time in each state, indexed by the state's number, in ns.
    pub state_times_ns: [u64; State::ALL.len()],
    /// When it ended, in virtual ns, if it did.
    pub end_ns: Option<u64>,
}

impl Scene {
    /// The facts of slice `slice` of `lane`, with the line at `at_ns`.
    pub fn account<'a>(
        &self,
        trace: &'a Trace,
        lane: LaneId,
        slice: usize,
        at_ns: u64,
    ) -> Account<'a> {
        let slices = &trace.slices[lane.index()];
        let row = slices.get(slice);
        let named = |thread: ThreadId| (thread, trace.thread_name(thread));
        let within = at_ns.clamp(row.start_ns, row.end_ns - 1);
        Account {
            lane_title: trace.lane_title(lane),
            state: row.state,
            start_ns: row.start_ns,
            end_ns: row.end_ns,
            place: self.place_at(trace, lane, within),
            object: row
                .object
                .and_then(|object| trace.objects.get(object.index())),
            holder: row.holder.map(named),
            woken_by: self
                .wake_that_ended(trace, lane, slice)
                .map(|wake| named(trace.wakes[wake].from)),
            number: (slice, slices.len()),
        }
    }

    /// What the lanes in view did, a row each.
    pub fn lane_accounts<'a>(&'a self, trace: &'a Trace) -> impl Iterator<Item = LaneAccount<'a>> {
        self.rows().iter().map(|row| {
            let lane = &trace.lanes[row.lane.index()];
            LaneAccount {
                lane: row.lane,
                title: trace.lane_title(row.lane),
                state_times_ns: self.state_times_ns(row.lane),
                end_ns: lane.end_ns,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RowPlan;
    use crate::scene::testing::{finish, recorder};
    use interleave_trace::{Role, Wake};

    #[test]
    fn a_wait_names_its_lock_its_holder_and_its_waker() {
        let mut recorder = recorder();
        let work = recorder.lane_of(ThreadId(1));
        let lock = recorder.add_object(Object {
            kind: "lock".to_owned(),
            label: "guard".to_owned(),
            role: Role::Mutex,
        });
        let line = Place::new(0, 7);
        recorder.enter(
            work,
            10,
            State::Blocked,
            line,
            Some(lock),
            Some(ThreadId(0)),
        );
        recorder.wake(Wake {
            at_ns: 60,
            from: ThreadId(0),
            to: ThreadId(1),
            ready_ns: 70,
        });
        recorder.enter(work, 70, State::Running, line, None, None);
        recorder.close(work, 90);
        let trace = finish(recorder, 100);
        let plan = RowPlan {
            thread_px: 20,
            resource_px: 10,
            gap_px: 5,
            cores: false,
        };
        let scene = Scene::new(&trace, plan);

        let account = scene.account(&trace, LaneId(3), 0, 30);
        assert_eq!(account.lane_title, "Thread-1 (work)");
        assert_eq!(account.object.unwrap().label, "guard");
        assert_eq!(account.holder, Some((ThreadId(0), "MainThread")));
        assert_eq!(account.woken_by, Some((ThreadId(0), "MainThread")));
        assert_eq!((account.place, account.number), (Some(line), (0, 2)));

        let lanes: Vec<_> = scene.lane_accounts(&trace).collect();
        assert_eq!(lanes[2].title, "Thread-1 (work)");
        assert_eq!(lanes[2].state_times_ns, [20, 0, 0, 60, 0, 0]);
        assert_eq!(lanes[2].end_ns, Some(90));
    }
}
