//! A thread that looks into a queue, naps, and looks again: it is late by up to a nap, and wakes up for nothing.

use super::busy_wait::instead;
use super::reader::{Reader, time_text};
use crate::{Finding, Words};
use interleave_trace::{ObjectId, Place, Role, State, ThreadId};
use std::collections::BTreeMap;

/// So many looks with naps in between are a habit.
const LOOKS: u64 = 3;

/// Every queue and line that is polled, with all threads that do.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let mut found: BTreeMap<(ObjectId, Place), (u64, u64, Vec<ThreadId>)> = BTreeMap::new();
    for poll in &reader.trace.polls {
        let is_queue = reader.role(Some(poll.object)) == Some(Role::Channel);
        if !is_queue || poll.count < LOOKS {
            continue;
        }
        let napped_ns = reader.time_in(poll.thread, State::Sleeping, poll.first_ns, poll.last_ns);
        if napped_ns * 2 < poll.last_ns - poll.first_ns || napped_ns == 0 {
            continue;
        }
        let entry = found.entry((poll.object, poll.place)).or_default();
        entry.0 += poll.count;
        entry.1 += napped_ns;
        entry.2.push(poll.thread);
    }
    found
        .into_iter()
        .map(|((object, place), (looks, napped_ns, threads))| {
            let (at, what) = (reader.at(place), reader.object(object));
            let (first, nap) = (reader.thread(threads[0]), time_text(napped_ns / looks));
            let others = threads.len() - 1;
            let (en, zh) = match others {
                0 => (first.to_owned(), first.to_owned()),
                _ => (format!("{first} and {others} more"), format!("{first} 等 {} 个线程", others + 1)),
            };
            Finding {
                pattern: "polling".into(),
                message: Words {
                    en: format!(
                        "{en}{at} looked into {what} {looks} times with naps of about {nap} in between"
                    ),
                    zh: format!("{zh}{at} 查看 {what} 共 {looks} 次，每次之间小睡约 {nap}"),
                },
                remedy: instead(reader, object),
                places: vec![place],
                threads,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder};
    use interleave_trace::{LaneId, Outcome, Place, Role, State, ThreadId};

    #[test]
    fn naps_between_looks_are_told() {
        let mut recorder = recorder(&["MainThread", "Thread-1"]);
        let queue = recorder.add_object(object(Role::Channel, "queue.Queue", "work"));
        let at = Place::new(0, 8);
        recorder.enter(LaneId(1), 0, State::Sleeping, at, None, None);
        for second in 0..3 {
            recorder.poll(second * 1_000_000_000, ThreadId(1), queue, at, 1);
        }
        let trace = finish(
            recorder,
            Outcome::Finished { exit_code: 0 },
            3_000_000_000,
            1,
        );
        let found = findings(FINDERS, &trace, &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "polling");
        assert!(
            found[0]
                .message
                .en
                .starts_with("Thread-1 (main.py:8) looked into queue.Queue work 3 times")
        );
        assert!(found[0].remedy.en.contains("`work.get()`"));
    }
}
