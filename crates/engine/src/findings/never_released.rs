//! A lock that a thread took, and ended without releasing: who waits for it waits for ever.

use super::reader::{Reader, places, time_text};
use crate::{Finding, Words};
use interleave_trace::{ObjectId, Role, ThreadId, Wait};
use std::collections::BTreeMap;

/// Every such lock that somebody waits for when nothing happens any more.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let mut waiters: BTreeMap<(ObjectId, ThreadId), Vec<&Wait>> = BTreeMap::new();
    for wait in reader.hang() {
        if let Some(of) = abandoned(reader, wait) {
            waiters.entry(of).or_default().push(wait);
        }
    }
    let found = waiters.into_iter();
    found
        .map(|((object, holder), waits)| told(reader, object, holder, &waits))
        .collect()
}

/// The lock that `wait` is about and the ended thread that still holds it.
pub(super) fn abandoned(reader: &Reader, wait: &Wait) -> Option<(ObjectId, ThreadId)> {
    let (object, holder) = (wait.object?, wait.holder?);
    let is_lock = reader.role(wait.object) == Some(Role::Mutex);
    (is_lock && reader.has_ended(holder)).then_some((object, holder))
}

fn told(reader: &Reader, object: ObjectId, holder: ThreadId, waits: &[&Wait]) -> Finding {
    let (lock, name) = (reader.object(object), reader.thread(holder));
    let events = reader.trace.object_events.iter().rev();
    let mut taken = events.filter(|event| (event.object, event.thread) == (object, holder));
    let taken = taken.find(|event| event.value > 0);
    let (at, when, lines) = match taken {
        Some(event) => (
            reader.at(event.place),
            time_text(event.at_ns),
            vec![event.place],
        ),
        None => (String::new(), "?".to_owned(), Vec::new()),
    };
    let waiting = reader.all_waiting(waits);
    let label = reader.label(object);
    Finding {
        pattern: "never-released".into(),
        message: Words {
            en: format!(
                "{name} took {lock}{at} at {when} and ended without releasing it: {}",
                waiting.en
            ),
            zh: format!(
                "{name} 在 {when} 获取了 {lock}{at}，结束时没有释放：{}",
                waiting.zh
            ),
        },
        remedy: Words {
            en: format!(
                "Write `with {label}:`, which releases it on every way out, exceptions included."
            ),
            zh: format!("改写成 `with {label}:`，无论怎样离开（包括异常）都会释放。"),
        },
        places: [lines, places(waits)].concat(),
        threads: std::iter::once(holder)
            .chain(waits.iter().map(|wait| wait.thread))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder, wait};
    use interleave_trace::{LaneId, ObjectId, Outcome, Place, Role, ThreadId};

    #[test]
    fn the_line_that_took_it_is_told() {
        let mut recorder = recorder(&["MainThread", "Thread-1 (work)"]);
        recorder.add_object(object(Role::Mutex, "threading.Lock", "lock"));
        let at = Place::new(0, 6);
        recorder.object_event(1_000_000, ThreadId(1), ObjectId(0), "acquire", at, 1);
        recorder.close(LaneId(1), 2_000_000);
        let waits = vec![wait(0, 0, Some(1), 11)];
        let trace = finish(recorder, Outcome::Hang { waits }, 3_000_000, 1);
        let found = findings(FINDERS, &trace, &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "never-released");
        assert_eq!(
            found[0].message.en,
            "Thread-1 (work) took threading.Lock lock (main.py:6) at 1 ms and ended without releasing \
             it: MainThread (main.py:11) waits for threading.Lock lock since 5 µs"
        );
        assert!(found[0].remedy.en.contains("`with lock:`"));
        assert!(found[0].remedy.zh.contains("`with lock:`"));
        assert_eq!(found[0].places, [Place::new(0, 6), Place::new(0, 11)]);
        assert_eq!(found[0].threads, [ThreadId(1), ThreadId(0)]);
    }
}
