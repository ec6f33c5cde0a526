//! A thread that asks again and again whether something has happened, and burns its processor on it.

use super::reader::{Reader, time_text};
use crate::{Finding, Words};
use interleave_trace::{ObjectId, Poll, Role, State};

/// So many looks are no accident.
const LOOKS: u64 = 200;
/// Whoever computes longer than this between two looks has something else to do, in virtual ns.
const PER_LOOK_NS: u64 = 20_000;
/// Less processor time than this is not worth telling, in virtual ns.
const WORTH_TELLING_NS: u64 = 1_000_000;

/// Every line that spins.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let polls = reader.trace.polls.iter();
    polls.filter_map(|poll| spin(reader, poll)).collect()
}

fn spin(reader: &Reader, poll: &Poll) -> Option<Finding> {
    if poll.count < LOOKS {
        return None;
    }
    let burnt_ns = reader.time_in(poll.thread, State::Running, poll.first_ns, poll.last_ns);
    if burnt_ns < WORTH_TELLING_NS || burnt_ns / poll.count > PER_LOOK_NS {
        return None;
    }
    let (name, at) = (reader.thread(poll.thread), reader.at(poll.place));
    let (what, burnt) = (reader.object(poll.object), time_text(burnt_ns));
    Some(Finding {
        pattern: "busy-wait".into(),
        message: Words {
            en: format!(
                "{name}{at} asked {} times for {what} without waiting, and burnt {burnt} of processor time",
                poll.count
            ),
            zh: format!(
                "{name}{at} 不停地查询 {what} 共 {} 次，白白耗费了 {burnt} 的处理器时间",
                poll.count
            ),
        },
        remedy: instead(reader, poll.object),
        places: vec![poll.place],
        threads: vec![poll.thread],
    })
}

/// The call that waits where the script asks.
pub(super) fn instead(reader: &Reader, object: ObjectId) -> Words {
    let label = reader.label(object);
    let call = match reader.role(Some(object)) {
        Some(Role::Channel) => {
            return Words {
                en: format!(
                    "Let the queue wait: `{label}.get()` sleeps until there is an item, and `{label}.join()` \
                     until all are done. To stop a worker put an end marker in."
                ),
                zh: format!(
                    "让队列来等待：`{label}.get()` 会睡到有数据，`{label}.join()` 会睡到全部处理完。要让工作线程停止，\
                     放入一个结束标记。"
                ),
            };
        }
        Some(Role::Signal) => format!("`{label}.wait()`"),
        Some(Role::Mutex | Role::Counter) => format!("`with {label}:`"),
        Some(Role::Thread) => "`join()`".to_owned(),
        Some(Role::Future) => "`result()`".to_owned(),
        Some(Role::Barrier) | None => "`wait()`".to_owned(),
    };
    Words {
        en: format!("Wait with {call}: it sleeps until it is told, with a timeout if need be."),
        zh: format!("用 {call} 等待：它会睡到被通知为止，需要时可设超时。"),
    }
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder};
    use interleave_trace::{LaneId, Outcome, Place, Role, State, ThreadId, Trace};

    fn spun(looks: u64) -> Trace {
        let mut recorder = recorder(&["MainThread"]);
        let queue = recorder.add_object(object(Role::Channel, "queue.Queue", "work"));
        let at = Place::new(0, 8);
        recorder.enter(LaneId(0), 0, State::Running, at, None, None);
        recorder.poll(0, ThreadId(0), queue, at, looks);
        recorder.poll(5_000_000, ThreadId(0), queue, at, 1);
        finish(recorder, Outcome::Finished { exit_code: 0 }, 6_000_000, 1)
    }

    #[test]
    fn who_spins_is_told_and_what_to_call_instead() {
        let found = findings(FINDERS, &spun(9_999), &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "busy-wait");
        assert_eq!(
            found[0].message.en,
            "MainThread (main.py:8) asked 10000 times for queue.Queue work without waiting, and burnt \
             5 ms of processor time"
        );
        assert!(found[0].remedy.en.contains("`work.join()`"));
        assert!(found[0].remedy.zh.contains("`work.get()`"));
    }

    #[test]
    fn who_works_between_its_looks_does_not_spin() {
        assert!(findings(FINDERS, &spun(210), &files()).is_empty());
    }
}
