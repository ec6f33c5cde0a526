//! The main thread has ended, and threads that are no daemons wait for ever: the process never ends.

use super::never_released::abandoned;
use super::reader::{Reader, places};
use crate::{Finding, Words};
use interleave_trace::{Place, Role, ThreadId, Wait};

/// Those threads, if that is how the run ended.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let waits = reader.hang();
    if !main_has_ended(reader, waits) || waits.iter().any(|wait| abandoned(reader, wait).is_some())
    {
        return Vec::new();
    }
    let left: Vec<&Wait> = waits
        .iter()
        .filter(|wait| wait.thread != ThreadId(0) && !is_daemon(reader, wait.thread))
        .collect();
    if left.is_empty() {
        return Vec::new();
    }
    let waiting = reader.all_waiting(&left);
    let count = left.len();
    let markers = markers(reader, &left);
    let remedy = match markers.is_empty() {
        false => Words {
            en: format!(
                "Nobody will put anything in any more: put an end marker in for each waiting thread \
                 ({markers}) and return on it, or start the threads with daemon=True."
            ),
            zh: format!(
                "不会再有人往里放东西：给每个等待的线程放一个结束标记（{markers}）并在取到时返回，\
                 或者启动线程时设 daemon=True。"
            ),
        },
        true => Words::new(
            "Tell them to stop (a flag, an Event, an end marker) and join them, or start them with \
             daemon=True.",
            "通知它们停止（标志、Event、结束标记）并 join，或者启动时设 daemon=True。",
        ),
    };
    vec![Finding {
        pattern: "outlives-main".into(),
        message: Words {
            en: format!(
                "The main thread has ended, but {count} non-daemon thread{} wait{} for ever and keep{} the \
                 process alive: {}",
                if count == 1 { "" } else { "s" },
                if count == 1 { "s" } else { "" },
                if count == 1 { "s" } else { "" },
                waiting.en
            ),
            zh: format!(
                "主线程已经结束，但有 {count} 个非守护线程永远不会结束：{}",
                waiting.zh
            ),
        },
        remedy,
        places: places(&left),
        threads: left.iter().map(|wait| wait.thread).collect(),
    }]
}

/// `3 × addresses.put(None)`, if all of them wait for queues; else nothing.
fn markers(reader: &Reader, waits: &[&Wait]) -> String {
    let mut queues: Vec<(String, usize)> = Vec::new();
    for wait in waits {
        let Some(object) = wait
            .object
            .filter(|_| reader.role(wait.object) == Some(Role::Channel))
        else {
            return String::new();
        };
        let label = reader.label(object);
        match queues.iter_mut().find(|(known, _)| *known == label) {
            Some((_, count)) => *count += 1,
            None => queues.push((label, 1)),
        }
    }
    let texts: Vec<String> = queues
        .iter()
        .map(|(label, count)| format!("{count} × `{label}.put(None)`"))
        .collect();
    texts.join(", ")
}

/// At its end the main thread waits for the others, and no line of the script is under way.
pub(super) fn main_has_ended(reader: &Reader, waits: &[Wait]) -> bool {
    let main = waits.iter().find(|wait| wait.thread == ThreadId(0));
    main.is_some_and(|wait| {
        wait.place == Place::NONE && reader.role(wait.object) == Some(Role::Thread)
    })
}

fn is_daemon(reader: &Reader, thread: ThreadId) -> bool {
    let lane = reader.trace.thread_lanes[thread.index()];
    reader.trace.lanes[lane.index()].daemon
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder, wait};
    use interleave_trace::{Outcome, Place, Role, ThreadId};

    #[test]
    fn the_threads_the_queue_and_what_to_put_are_named() {
        let mut recorder = recorder(&["MainThread", "dryer-1", "dryer-2"]);
        recorder.add_object(object(Role::Channel, "queue.Queue", "dishes"));
        recorder.add_object(object(Role::Thread, "threading.Thread", "dryer-1"));
        let mut main = wait(0, 1, Some(1), 0);
        main.place = Place::NONE;
        let waits = vec![main, wait(1, 0, None, 9), wait(2, 0, None, 9)];
        let trace = finish(recorder, Outcome::Hang { waits }, 10, 1);
        let found = findings(FINDERS, &trace, &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "outlives-main");
        assert!(
            found[0]
                .message
                .en
                .contains("2 non-daemon threads wait for ever")
        );
        assert!(
            found[0]
                .message
                .en
                .contains("dryer-2 (main.py:9) waits for queue.Queue dishes")
        );
        assert!(found[0].remedy.en.contains("2 × `dishes.put(None)`"));
        assert!(found[0].remedy.zh.contains("daemon=True"));
        assert_eq!(found[0].threads, [ThreadId(1), ThreadId(2)]);
        assert_eq!(found[0].places, [Place::new(0, 9)]);
    }
}
