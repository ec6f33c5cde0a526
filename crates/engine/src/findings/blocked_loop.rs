//! A task that blocks the thread on which others take turns: none of them goes on meanwhile.

use super::reader::{Reader, overlap_ns, time_text};
use crate::{Finding, Words};
use interleave_trace::{LaneId, LaneKind, Place, State, ThreadId};
use std::collections::BTreeMap;

/// What is shorter is not worth a word, in virtual ns.
const SHORT_NS: u64 = 10_000_000;

/// What happened on one line.
#[derive(Default)]
struct Blocked {
    calls: usize,
    lost_ns: u64,
    /// Who called first.
    task: String,
    /// The most tasks that stood still meanwhile.
    others: usize,
}

/// Every line on which a task blocked its thread while there were others.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let mut found: BTreeMap<(ThreadId, Place), Blocked> = BTreeMap::new();
    for (thread, lanes) in tasks_by_thread(reader) {
        let turns = turns(reader, &lanes);
        for slice in reader.slices(thread) {
            let stands_still = matches!(slice.state, State::Sleeping | State::Blocked | State::Io);
            if !stands_still || slice.end_ns - slice.start_ns < SHORT_NS {
                continue;
            }
            let next = turns.partition_point(|turn| turn.0 <= slice.start_ns);
            let Some(&(start_ns, end_ns, task)) = next.checked_sub(1).map(|index| &turns[index])
            else {
                continue;
            };
            let lost_ns = overlap_ns((start_ns, end_ns), (slice.start_ns, slice.end_ns));
            let others = lanes.iter().filter(|&&lane| {
                let lane = &reader.trace.lanes[lane.index()];
                let is_over = lane.end_ns.is_some_and(|end_ns| end_ns <= slice.start_ns);
                lane.start_ns < slice.end_ns && !is_over
            });
            let others = others.count().saturating_sub(1);
            if lost_ns < SHORT_NS || others == 0 {
                continue;
            }
            let entry = found.entry((thread, slice.place)).or_default();
            if entry.calls == 0 {
                entry.task = reader.trace.lanes[task.index()].name.clone();
            }
            entry.calls += 1;
            entry.lost_ns += lost_ns;
            entry.others = entry.others.max(others);
        }
    }
    found
        .into_iter()
        .map(|((thread, place), blocked)| told(reader, thread, place, &blocked))
        .collect()
}

fn told(reader: &Reader, thread: ThreadId, place: Place, blocked: &Blocked) -> Finding {
    let (name, at) = (reader.thread(thread), reader.at(place));
    let (task, others, lost) = (&blocked.task, blocked.others, time_text(blocked.lost_ns));
    let (calls, calls_zh) = match blocked.calls {
        1 => (String::new(), String::new()),
        calls => (
            format!(" in {calls} calls"),
            format!("（共 {calls} 次调用）"),
        ),
    };
    let plural = if others == 1 { "" } else { "s" };
    Finding {
        pattern: "blocked-loop".into(),
        message: Words {
            en: format!(
                "{task}{at} blocked {name} for {lost}{calls}: {others} other task{plural} could not go on meanwhile"
            ),
            zh: format!(
                "{task}{at} 阻塞了 {name} {lost}{calls_zh}：期间另外 {others} 个任务无法运行"
            ),
        },
        remedy: Words::new(
            "Await instead of blocking (`await asyncio.sleep(…)` in place of `time.sleep(…)`), or hand the call to a \
             thread: `await asyncio.to_thread(…)`. Under gevent: `monkey.patch_all()` before everything else.",
            "不要阻塞，改用 await（用 `await asyncio.sleep(…)` 代替 `time.sleep(…)`），或者把调用交给线程：\
             `await asyncio.to_thread(…)`。使用 gevent 时，最先调用 `monkey.patch_all()`。",
        ),
        places: vec![place],
        threads: vec![thread],
    }
}

/// The lanes of the tasks of each thread.
fn tasks_by_thread(reader: &Reader) -> BTreeMap<ThreadId, Vec<LaneId>> {
    let mut by_thread: BTreeMap<ThreadId, Vec<LaneId>> = BTreeMap::new();
    for (index, lane) in reader.trace.lanes.iter().enumerate() {
        if let (LaneKind::Task(_), Some(thread)) = (lane.kind, lane.parent) {
            by_thread
                .entry(thread)
                .or_default()
                .push(LaneId(index as u32));
        }
    }
    by_thread
}

/// Whose turn it was, from when to when.
fn turns(reader: &Reader, lanes: &[LaneId]) -> Vec<(u64, u64, LaneId)> {
    let mut turns = Vec::new();
    for &lane in lanes {
        let slices = reader.trace.slices[lane.index()].iter();
        let own = slices.filter(|slice| slice.state == State::Running);
        turns.extend(own.map(|slice| (slice.start_ns, slice.end_ns, lane)));
    }
    turns.sort_unstable();
    turns
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, recorder};
    use interleave_trace::{LaneId, Outcome, Place, Recorder, State, ThreadId};

    /// Two tasks on one thread; the first runs while the thread does `state`.
    fn recorded(state: State) -> Recorder {
        let mut recorder = recorder(&["MainThread"]);
        let at = Place::new(0, 7);
        for name in ["Task-1 (rude)", "Task-2 (other)"] {
            recorder.add_task(ThreadId(0), 0, name);
        }
        recorder.enter(LaneId(0), 0, State::Running, at, None, None);
        recorder.enter(LaneId(1), 0, State::Running, at, None, None);
        recorder.enter(LaneId(2), 0, State::WaitingCore, at, None, None);
        recorder.enter(LaneId(0), 1_000_000, state, at, None, None);
        recorder.enter(LaneId(0), 501_000_000, State::Running, at, None, None);
        recorder
    }

    #[test]
    fn a_sleep_in_a_tasks_turn_is_told() {
        let outcome = Outcome::Finished { exit_code: 0 };
        let trace = finish(recorded(State::Sleeping), outcome, 502_000_000, 1);
        let found = findings(FINDERS, &trace, &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "blocked-loop");
        let expected =
            "Task-1 (rude) (main.py:7) blocked MainThread for 500 ms: 1 other task could";
        assert!(
            found[0].message.en.starts_with(expected),
            "{}",
            found[0].message.en
        );
        assert!(found[0].remedy.en.contains("asyncio.to_thread"));
        assert_eq!(found[0].places, [Place::new(0, 7)]);
    }

    #[test]
    fn a_long_turn_that_computes_is_no_blocking_call() {
        let outcome = Outcome::Finished { exit_code: 0 };
        let trace = finish(recorded(State::Running), outcome, 502_000_000, 1);
        assert!(findings(FINDERS, &trace, &files()).is_empty());
    }
}
