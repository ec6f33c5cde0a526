//! The critical path of a run: from its end back to its start, along whoever was waited for. Where a thread was
//! woken, the path goes on with who woke it; at a thread's birth, with who started it. Every instant of the makespan
//! is on it exactly once. Method: C.-Q. Yang and B. P. Miller, "Critical path analysis for the execution of parallel
//! and distributed programs", ICDCS 1988. Must not know any primitive.
//!
//! A thread's start-up is told from its work by lines alone: until it first runs a line of the script other than the
//! one that it was started from. What it runs on that line (or on none) later is the library's around the work. Blind
//! spots: work that the script hands over without a line of its own (`pool.map(sum, lists)`) counts as start-up or
//! overhead, and time on the path under a GIL that another thread holds counts as waiting for it, not as that
//! thread's work.

use interleave_trace::{LaneId, Place, State, ThreadId, Trace, Wake};

/// What the path went on, in virtual ns.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Path {
    pub(super) start_up_ns: u64,
    pub(super) cpu_ns: u64,
    pub(super) waiting_ns: u64,
    pub(super) overhead_ns: u64,
    pub(super) gil_wait_ns: u64,
}

/// The path of `trace`.
pub(super) fn path(trace: &Trace) -> Path {
    let mut walk = Walk::new(trace);
    let last_ns = |lane: &LaneId| trace.slices[lane.index()].ends_ns().last().copied();
    // Of those that lasted longest the first: the main thread where it is one of them.
    let mut at = trace.thread_lanes.first().copied();
    for lane in &trace.thread_lanes {
        if at.is_none_or(|at| last_ns(lane) > last_ns(&at)) {
            at = Some(*lane);
        }
    }
    let mut at_ns = trace.end_ns;
    while let (Some(lane), true) = (at, at_ns > 0) {
        (at, at_ns) = walk.back(lane, at_ns);
    }
    // Where there is nobody to follow (an empty trace), nobody worked either.
    walk.path.waiting_ns += at_ns;
    walk.path
}

struct Walk<'a> {
    trace: &'a Trace,
    /// `wakes[thread]`: who woke it, in order of time.
    wakes: Vec<Vec<Wake>>,
    /// `born_on[thread]`: the line that started it.
    born_on: Vec<Place>,
    /// `own_ns[thread]`: when it first ran a line of its own.
    own_ns: Vec<Option<u64>>,
    /// `births[thread]`: when it started others, in order of time.
    births: Vec<Vec<u64>>,
    path: Path,
}

impl<'a> Walk<'a> {
    fn new(trace: &'a Trace) -> Walk<'a> {
        let threads = trace.thread_lanes.len();
        let mut walk = Walk {
            trace,
            wakes: vec![Vec::new(); threads],
            born_on: vec![Place::NONE; threads],
            own_ns: vec![None; threads],
            births: vec![Vec::new(); threads],
            path: Path::default(),
        };
        for wake in &trace.wakes {
            if let Some(wakes) = walk.wakes.get_mut(wake.to.index()) {
                wakes.push(*wake);
            }
        }
        walk.wakes
            .iter_mut()
            .for_each(|wakes| wakes.sort_by_key(|wake| wake.at_ns));
        for (thread, &id) in trace.thread_lanes.iter().enumerate() {
            let lane = &trace.lanes[id.index()];
            let Some(parent) = lane.parent else {
                walk.own_ns[thread] = Some(lane.start_ns);
                continue;
            };
            let by = trace.thread_lanes[parent.index()];
            walk.births[parent.index()].push(lane.start_ns);
            walk.born_on[thread] = line(trace, by, lane.start_ns);
            walk.own_ns[thread] = first_own_line(trace, id, walk.born_on[thread]);
        }
        walk
    }

    /// One stretch back from `at_ns` on `lane`: where the path goes on.
    fn back(&mut self, lane: LaneId, at_ns: u64) -> (Option<LaneId>, u64) {
        let slices = &self.trace.slices[lane.index()];
        let before = slices.starts_ns().partition_point(|&start| start < at_ns);
        let Some(index) = before.checked_sub(1) else {
            return self.birth(lane, at_ns);
        };
        let slice = slices.get(index);
        if slice.end_ns < at_ns {
            self.path.overhead_ns += at_ns - slice.end_ns;
            return (Some(lane), slice.end_ns);
        }
        let thread = thread_of(self.trace, lane);
        let spent_ns = at_ns - slice.start_ns;
        match slice.state {
            State::Running => self.running(lane, thread, slice.start_ns, at_ns, slice.place),
            State::WaitingGil => {
                self.path.overhead_ns += spent_ns;
                self.path.gil_wait_ns += spent_ns;
            }
            State::WaitingCore => self.path.overhead_ns += spent_ns,
            State::Blocked | State::Sleeping | State::Io => {
                let wakes = &self.wakes[thread.index()];
                let last = wakes.partition_point(|wake| wake.at_ns < at_ns);
                let wake = last.checked_sub(1).map(|last| wakes[last]);
                if let Some(wake) = wake.filter(|wake| wake.at_ns > slice.start_ns) {
                    self.path.overhead_ns += at_ns - wake.at_ns;
                    return (Some(self.trace.lane_id_of(wake.from)), wake.at_ns);
                }
                self.path.waiting_ns += spent_ns;
            }
        }
        (Some(lane), slice.start_ns)
    }

    /// Before a thread's first slice: it was being started.
    fn birth(&mut self, lane: LaneId, at_ns: u64) -> (Option<LaneId>, u64) {
        let known = &self.trace.lanes[lane.index()];
        match known.parent {
            Some(parent) if known.start_ns <= at_ns => {
                self.path.start_up_ns += at_ns - known.start_ns;
                (Some(self.trace.lane_id_of(parent)), known.start_ns)
            }
            _ => (None, at_ns),
        }
    }

    /// What a thread ran in `[from_ns, to_ns)`.
    fn running(&mut self, lane: LaneId, thread: ThreadId, from_ns: u64, to_ns: u64, place: Place) {
        let marks = &self.trace.marks[lane.index()];
        let mut to_ns = to_ns;
        let inside: Vec<(u64, Place)> = marks.within(from_ns, to_ns).collect();
        for (mark_ns, place) in inside.into_iter().rev() {
            self.line(thread, mark_ns, to_ns, place);
            to_ns = mark_ns;
        }
        let place = match marks.at(from_ns) {
            Some(mark) if place == Place::NONE => mark,
            _ => place,
        };
        self.line(thread, from_ns, to_ns, place);
    }

    /// What a thread ran in `[from_ns, to_ns)`, all of it on one line.
    fn line(&mut self, thread: ThreadId, from_ns: u64, to_ns: u64, place: Place) {
        let index = thread.index();
        let is_main = self.trace.lane_of(thread).parent.is_none();
        let is_own = is_main || (place != Place::NONE && place != self.born_on[index]);
        // Starting another is all that a thread does on a line before the other's birth.
        let births = &self.births[index];
        let starts = births.partition_point(|&birth| birth <= from_ns)
            ..births.partition_point(|&birth| birth <= to_ns);
        let last_birth_ns = births[starts].last().copied().unwrap_or(from_ns);
        self.path.start_up_ns += last_birth_ns - from_ns;
        let rest_ns = to_ns - last_birth_ns;
        let is_starting = self.own_ns[index].is_none_or(|own_ns| last_birth_ns < own_ns);
        match (is_own, is_starting) {
            (true, _) => self.path.cpu_ns += rest_ns,
            (false, true) => self.path.start_up_ns += rest_ns,
            (false, false) => self.path.overhead_ns += rest_ns,
        }
    }
}

fn thread_of(trace: &Trace, lane: LaneId) -> ThreadId {
    let index = trace.thread_lanes.binary_search(&lane);
    ThreadId(index.expect("the path is on threads' lanes") as u32)
}

/// The line that a lane was on at `at_ns`: its last mark's or that of the slice, whichever came later.
fn line(trace: &Trace, lane: LaneId, at_ns: u64) -> Place {
    let slices = &trace.slices[lane.index()];
    let before = slices.starts_ns().partition_point(|&start| start < at_ns);
    let slice = before.checked_sub(1).map(|index| slices.get(index));
    let since_ns = slice.map_or(0, |slice| slice.start_ns);
    match trace.marks[lane.index()].last_at(at_ns, since_ns) {
        Some((_, place)) => place,
        None => slice.map_or(Place::NONE, |slice| slice.place),
    }
}

fn first_own_line(trace: &Trace, lane: LaneId, born_on: Place) -> Option<u64> {
    let is_own = |place: Place| place != Place::NONE && place != born_on;
    let marks = &trace.marks[lane.index()];
    let marked_ns = marks
        .iter()
        .find_map(|(at_ns, place)| is_own(place).then_some(at_ns));
    let slices = &trace.slices[lane.index()];
    let seen_ns = slices
        .iter()
        .find_map(|slice| is_own(slice.place).then_some(slice.start_ns));
    match (marked_ns, seen_ns) {
        (Some(marked_ns), Some(seen_ns)) => Some(marked_ns.min(seen_ns)),
        (marked_ns, seen_ns) => marked_ns.or(seen_ns),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{finish, recorder};
    use interleave_trace::Outcome;

    #[test]
    fn the_path_goes_back_along_who_woke_whom() {
        let mut recorder = recorder(&["MainThread", "Thread-1"]);
        let (main, other) = (LaneId(0), LaneId(1));
        let line = Place::new(0, 5);
        let mut enter = |lane, at_ns, state| recorder.enter(lane, at_ns, state, line, None, None);
        enter(main, 0, State::Running);
        enter(main, 10, State::Blocked);
        enter(other, 4, State::Running);
        enter(other, 30, State::Sleeping);
        enter(other, 70, State::WaitingGil);
        enter(other, 75, State::Running);
        enter(main, 95, State::Running);
        recorder.close(other, 90);
        let (from, to) = (ThreadId(1), ThreadId(0));
        recorder.wake(Wake {
            at_ns: 88,
            from,
            to,
            ready_ns: 95,
        });
        let trace = finish(recorder, Outcome::Finished { exit_code: 0 }, 100, 60);
        let path = path(&trace);
        // Back from 100: 5 of work, 7 to be woken, 13 of the other's work, 5 without the GIL, 40 asleep, 26 of work,
        // 4 from its birth.
        let expected = Path {
            start_up_ns: 4,
            cpu_ns: 44,
            waiting_ns: 40,
            overhead_ns: 12,
            gil_wait_ns: 5,
        };
        assert_eq!(path, expected);
    }

    #[test]
    fn a_run_without_anybody_is_all_waiting() {
        let trace = finish(recorder(&[]), Outcome::Stopped, 9, 0);
        assert_eq!(path(&trace).waiting_ns, 9);
    }
}
