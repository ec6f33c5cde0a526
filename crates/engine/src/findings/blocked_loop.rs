//! A blocking call in a task: the thread waits, and with it every other task of its loop.

use super::reader::{Reader, time_text};
use crate::{Finding, Words};
use interleave_trace::{LaneKind, State};

/// Shorter stretches are not worth a word, in virtual ns.
const SHORTEST_NS: u64 = 10_000_000;

/// The longest turn of a task during most of which its thread slept or waited while other tasks could have run.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let trace = reader.trace;
    let mut worst: Option<(u64, usize, interleave_trace::Slice)> = None;
    for (index, lane) in trace.lanes.iter().enumerate() {
        let (LaneKind::Task(_), Some(thread)) = (lane.kind, lane.parent) else {
            continue;
        };
        for slice in trace.slices[index].iter() {
            let length_ns = slice.end_ns - slice.start_ns;
            let longest_ns = worst.as_ref().map_or(SHORTEST_NS, |found| found.0);
            if slice.state != State::Running || length_ns < longest_ns {
                continue;
            }
            let asleep = [State::Sleeping, State::Blocked, State::Io]
                .map(|state| reader.time_in(thread, state, slice.start_ns, slice.end_ns));
            let asleep_ns: u64 = asleep.iter().sum();
            if asleep_ns * 2 > length_ns && others_wait(reader, index, &slice) {
                worst = Some((asleep_ns, index, slice));
            }
        }
    }
    let Some((asleep_ns, index, slice)) = worst else {
        return Vec::new();
    };
    let lane = &trace.lanes[index];
    let thread = lane.parent.expect("looked at above");
    let place = reader
        .slices_between(thread, slice.start_ns, slice.end_ns)
        .filter(|inner| inner.state != State::Running)
        .max_by_key(|inner| inner.end_ns - inner.start_ns)
        .map_or(slice.place, |inner| inner.place);
    let (at, time) = (reader.at(place), time_text(asleep_ns));
    vec![Finding {
        pattern: "blocked_loop".into(),
        message: Words {
            en: format!(
                "{}{at} blocked its whole thread for {time}: no other task of the loop could run.",
                lane.name
            ),
            zh: format!("{}{at} 让整个线程停了 {time}：循环里的其他任务都无法运行。", lane.name),
        },
        remedy: Words {
            en: "Await instead (asyncio.sleep, an asynchronous library), or hand the blocking call to a thread: await asyncio.to_thread(f). In greenlets: gevent.sleep, or gevent.monkey.patch_all() before everything else.".to_owned(),
            zh: "改用 await（asyncio.sleep、异步库），或者把阻塞调用交给线程：await asyncio.to_thread(f)。在 greenlet 里：用 gevent.sleep，或者最先调用 gevent.monkey.patch_all()。".to_owned(),
        },
        places: vec![place],
        threads: vec![thread],
    }]
}

/// Whether another task of the same thread could have run, or could have been woken, during the slice.
fn others_wait(reader: &Reader, own: usize, slice: &interleave_trace::Slice) -> bool {
    let trace = reader.trace;
    let parent = trace.lanes[own].parent;
    trace.lanes.iter().enumerate().any(|(index, lane)| {
        let is_other =
            index != own && lane.parent == parent && matches!(lane.kind, LaneKind::Task(_));
        is_other
            && trace.slices[index]
                .overlapping(slice.start_ns, slice.end_ns)
                .map(|at| trace.slices[index].get(at))
                .any(|other| matches!(other.state, State::WaitingCore | State::Sleeping))
    })
}

#[cfg(test)]
mod tests {
    use crate::findings::findings;
    use crate::testing::{files, finish, recorder};
    use interleave_trace::{Outcome, Place, State, ThreadId};

    #[test]
    fn a_sleep_in_a_task_while_another_could_run_is_told() {
        let mut recorder = recorder(&["MainThread"]);
        let thread = recorder.lane_of(ThreadId(0));
        let lanes = ["Task-1 (main)", "Task-2 (work)"].map(|name| {
            let task = recorder.add_task(ThreadId(0), 0, name).expect("room");
            recorder.task_lane(task).expect("a lane")
        });
        let line = Place::new(0, 5);
        recorder.enter(thread, 0, State::Sleeping, line, None, None);
        recorder.enter(lanes[0], 0, State::Running, line, None, None);
        recorder.enter(lanes[1], 0, State::WaitingCore, line, None, None);
        let end_ns = 1_000_000_000;
        let outcome = Outcome::Finished { exit_code: 0 };
        let found = findings(&finish(recorder, outcome, end_ns, 10), &files());
        let told = found
            .iter()
            .find(|finding| finding.pattern == "blocked_loop");
        let told = told.expect("the finding");
        assert!(
            told.message
                .en
                .contains("Task-1 (main) (main.py:5) blocked its whole thread for 1 s")
        );
    }
}
