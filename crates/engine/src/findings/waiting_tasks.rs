//! Tasks that take turns on a thread and wait for something that never comes: who, where, for what.

use super::reader::{Reader, time_text};
use crate::{Finding, Words};
use interleave_trace::{Lane, LaneKind, Outcome, Place, Role, Slice, State, ThreadId};

/// So many are named.
const SHOWN: usize = 4;

/// The tasks that waited when the run ended in a hang, with the last slice of each.
pub(super) fn waiting<'a>(reader: &Reader<'a>) -> Vec<(&'a Lane, Slice)> {
    let trace = reader.trace;
    if !matches!(trace.outcome, Outcome::Hang { .. }) {
        return Vec::new();
    }
    let lanes = trace.lanes.iter().zip(&trace.slices);
    let tasks = lanes.filter(|(lane, _)| {
        matches!(lane.kind, LaneKind::Task(_)) && lane.end_ns.is_none_or(|end| end >= trace.end_ns)
    });
    let last = tasks.filter_map(|(lane, slices)| Some((lane, slices.iter().last()?)));
    last.filter(|(_, slice)| slice.state == State::Blocked && slice.end_ns >= trace.end_ns)
        .collect()
}

/// The hang, where tasks tell more of it than the thread that their loop is on.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let waiting = waiting(reader);
    if waiting.is_empty() {
        return Vec::new();
    }
    let told = |(lane, slice): &(&Lane, Slice)| {
        let (at, what) = (reader.at(slice.place), reader.awaited(slice.object));
        let since = time_text(slice.start_ns);
        Words {
            en: format!("{}{at} waits for {} since {since}", lane.name, what.en),
            zh: format!("{}{at} 从 {since} 起等待 {}", lane.name, what.zh),
        }
    };
    let mut parts: Vec<Words> = waiting.iter().take(SHOWN).map(told).collect();
    if waiting.len() > SHOWN {
        let more = waiting.len() - SHOWN;
        parts.push(Words {
            en: format!("and {more} more"),
            zh: format!("另有 {more} 个"),
        });
    }
    let all = Words::joined(&parts);
    // Who waits for another task is freed by that one's end: ask what the others wait for.
    let is_other = |slice: &Slice| reader.role(slice.object) != Some(Role::Thread);
    let asked = waiting.iter().find(|(_, slice)| is_other(slice));
    let object = asked.or(waiting.first()).and_then(|found| found.1.object);
    let label = object.map_or(String::new(), |object| reader.label(object));
    let places: Vec<Place> = waiting.iter().map(|found| found.1.place).collect();
    let mut threads: Vec<ThreadId> = waiting.iter().filter_map(|found| found.0.parent).collect();
    threads.dedup();
    vec![Finding {
        pattern: "hang".into(),
        message: Words {
            en: format!("Nothing will ever happen again: {}", all.en),
            zh: format!("不会再有任何事情发生：{}", all.zh),
        },
        remedy: remedy(reader.role(object), &label),
        places: places
            .into_iter()
            .filter(|place| place.line() > 0)
            .collect(),
        threads,
    }]
}

fn remedy(role: Option<Role>, label: &str) -> Words {
    match role {
        Some(Role::Future) => Words {
            en: format!(
                "No task and no callback is left that could set the result of {label}: set it on every way, or await it with a timeout (wait_for)."
            ),
            zh: format!(
                "已经没有任务或回调会设置 {label} 的结果：保证每条路径都设置它，或者带超时等待（wait_for）。"
            ),
        },
        Some(Role::Mutex) => Words {
            en: format!(
                "Nobody is left who could release {label}: use `async with {label}:`, and never await the same lock twice in one task."
            ),
            zh: format!(
                "已经没有人能释放 {label}：用 `async with {label}:`，同一个任务里不要重复等待同一把锁。"
            ),
        },
        _ => Words {
            en: format!(
                "No task is left that could end the wait for {label}: see who should, and await with a timeout (wait_for)."
            ),
            zh: format!(
                "已经没有任务能结束对 {label} 的等待：看看本该由谁结束，并带超时等待（wait_for）。"
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::findings::findings;
    use crate::testing::{files, finish, object, recorder, wait};
    use interleave_trace::{Outcome, Place, Role, State, ThreadId};

    #[test]
    fn a_hang_of_tasks_names_them_and_what_they_wait_for() {
        let mut recorder = recorder(&["MainThread"]);
        let future = recorder.add_object(object(Role::Future, "asyncio.Future", "answer"));
        let task = recorder.add_task(ThreadId(0), 0, "Task-1 (main)");
        let lane = task
            .and_then(|task| recorder.task_lane(task))
            .expect("a lane");
        recorder.enter(
            lane,
            2,
            State::Blocked,
            Place::new(0, 7),
            Some(future),
            None,
        );
        let waits = vec![wait(0, 0, None, 3)];
        let found = findings(&finish(recorder, Outcome::Hang { waits }, 10, 10), &files());
        assert_eq!(found.len(), 1);
        assert!(
            found[0]
                .message
                .en
                .contains("Task-1 (main) (main.py:7) waits for asyncio.Future answer")
        );
        assert!(found[0].remedy.en.contains("set the result of answer"));
        assert_eq!(found[0].places, [Place::new(0, 7)]);
    }
}
