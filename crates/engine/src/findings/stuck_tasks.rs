//! Tasks that wait for ever: the loop has nothing left to do, and what they wait for is never set.

use super::reader::{Reader, time_text};
use crate::{Finding, Words};
use interleave_trace::{LaneKind, ObjectId, Place, Role, Slice, State, ThreadId};

/// A task and what it was last seen to wait for.
struct Stuck<'a> {
    name: &'a str,
    slice: Slice,
}

/// The hang of a loop, if that is how the run ended.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let threads: Vec<ThreadId> = reader.hang().iter().map(|wait| wait.thread).collect();
    let stuck: Vec<Stuck> = threads
        .iter()
        .flat_map(|&thread| stuck_on(reader, thread))
        .collect();
    if stuck.is_empty() {
        return Vec::new();
    }
    // Who waits for another task or several waits for what that one waits for.
    let is_root = |stuck: &&Stuck| {
        let role = reader.role(stuck.slice.object);
        role.is_some_and(|role| role != Role::Thread)
    };
    let mut told: Vec<&Stuck> = stuck.iter().filter(is_root).collect();
    if told.is_empty() {
        told = stuck.iter().collect();
    }
    const SHOWN: usize = 4;
    let mut parts: Vec<Words> = told
        .iter()
        .take(SHOWN)
        .map(|stuck| waiting(reader, stuck))
        .collect();
    if told.len() > SHOWN {
        let more = told.len() - SHOWN;
        parts.push(Words {
            en: format!("and {more} more"),
            zh: format!("另有 {more} 个"),
        });
    }
    let waits = Words::joined(&parts);
    let object = told[0].slice.object;
    let is_future = reader.role(object) == Some(Role::Future);
    let mut places: Vec<Place> = told.iter().map(|stuck| stuck.slice.place).collect();
    places.retain(|place| *place != Place::NONE);
    places.dedup();
    vec![Finding {
        pattern: if is_future { "never-set" } else { "hang" }.into(),
        message: Words {
            en: format!(
                "The loop has nothing left to do, and its tasks wait for ever: {}",
                waits.en
            ),
            zh: format!("事件循环已经无事可做，任务却永远在等待：{}", waits.zh),
        },
        remedy: remedy(reader, object),
        places,
        threads,
    }]
}

/// Whether a hang is told by [`find`].
pub(super) fn is_told(reader: &Reader) -> bool {
    let mut waits = reader.hang().iter();
    waits.any(|wait| !stuck_on(reader, wait.thread).is_empty())
}

/// The tasks of a thread that wait for something when the run ends.
fn stuck_on<'a>(reader: &'a Reader, thread: ThreadId) -> Vec<Stuck<'a>> {
    let lanes = reader.trace.lanes.iter().enumerate();
    let own = lanes.filter(|(_, lane)| {
        matches!(lane.kind, LaneKind::Task(_))
            && lane.parent == Some(thread)
            && lane
                .end_ns
                .is_none_or(|end_ns| end_ns >= reader.trace.end_ns)
    });
    own.filter_map(|(index, lane)| {
        let slices = &reader.trace.slices[index];
        let slice = slices.get(slices.len().checked_sub(1)?);
        (slice.state == State::Blocked).then_some(Stuck {
            name: &lane.name,
            slice,
        })
    })
    .collect()
}

fn waiting(reader: &Reader, stuck: &Stuck) -> Words {
    let (name, at) = (stuck.name, reader.at(stuck.slice.place));
    let (what, since) = (
        reader.awaited(stuck.slice.object),
        time_text(stuck.slice.start_ns),
    );
    Words {
        en: format!("{name}{at} waits for {} since {since}", what.en),
        zh: format!("{name}{at} 从 {since} 起等待 {}", what.zh),
    }
}

fn remedy(reader: &Reader, object: Option<ObjectId>) -> Words {
    let label = object.map_or(String::new(), |object| reader.label(object));
    let (en, zh) = match reader.role(object) {
        Some(Role::Future) => (
            format!(
                "Nobody is left who could call set_result() or set_exception() of {label}: do it on every way through \
                 the code that answers for it (call_soon_threadsafe from another thread), or wait with asyncio.wait_for(…)."
            ),
            format!(
                "已经没有人会调用 {label} 的 set_result() 或 set_exception()：负责它的代码在每条路径上都要调用（从别的线程用 \
                 call_soon_threadsafe），或者用 asyncio.wait_for(…) 限时等待。"
            ),
        ),
        Some(Role::Channel) => (
            format!(
                "Nobody will put anything into {label} any more: put an end marker in for each task that gets, or cancel \
                 these tasks once {label}.join() has returned."
            ),
            format!(
                "不会再有人往 {label} 里放东西：给每个取数据的任务放一个结束标记，或者在 {label}.join() 返回后取消这些任务。"
            ),
        ),
        Some(Role::Mutex | Role::Counter) => (
            format!(
                "Whoever holds {label} never gives it back: use `async with {label}:` wherever it is taken."
            ),
            format!("持有 {label} 的任务从不归还它：凡是获取它的地方都用 `async with {label}:`。"),
        ),
        _ => (
            "See who should wake these tasks, and why it didn't, or wait with asyncio.wait_for(…)."
                .to_owned(),
            "看看本该由谁唤醒这些任务，为什么没有；或者用 asyncio.wait_for(…) 限时等待。"
                .to_owned(),
        ),
    };
    Words { en, zh }
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder, wait};
    use interleave_trace::{LaneId, Outcome, Place, Role, State, ThreadId};

    #[test]
    fn a_future_that_nobody_sets_is_told_with_its_task_and_line() {
        let mut recorder = recorder(&["MainThread"]);
        let future = recorder.add_object(object(Role::Future, "asyncio.Future", "answer"));
        let task = recorder.add_object(object(Role::Thread, "asyncio.Task", "Task-2"));
        recorder.add_task(ThreadId(0), 0, "Task-1 (main)");
        recorder.add_task(ThreadId(0), 0, "Task-2 (asks)");
        let at = |line| Place::new(0, line);
        recorder.enter(LaneId(1), 5_000, State::Blocked, at(9), Some(task), None);
        recorder.enter(LaneId(2), 6_000, State::Blocked, at(4), Some(future), None);
        let mut own = wait(0, 0, None, 11);
        own.object = None;
        let outcome = Outcome::Hang { waits: vec![own] };
        let found = findings(FINDERS, &finish(recorder, outcome, 10_000, 10), &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "never-set");
        let message = &found[0].message.en;
        assert!(
            message
                .ends_with("Task-2 (asks) (main.py:4) waits for asyncio.Future answer since 6 µs"),
            "{message}"
        );
        assert!(
            found[0]
                .remedy
                .en
                .contains("set_result() or set_exception() of answer")
        );
        assert_eq!(found[0].places, [at(4)]);
    }
}
