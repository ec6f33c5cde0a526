//! A lock that is held while its holder sleeps, and others wait for it all the while.
//!
//! Blind spot: locks without a row of their own (a Condition's) are not looked at.

use super::reader::{Reader, overlap_ns, time_text};
use crate::{Finding, Words};
use interleave_trace::{ObjectId, Place, Role, Slice, State, ThreadId};
use std::collections::BTreeMap;

/// Others must have waited at least so long for it to be worth telling, in virtual ns.
const WORTH_TELLING_NS: u64 = 10_000_000;

/// So many sleeps of one lock's holders are looked at: more of them show the same.
const MOST_NAPS: u32 = 200;

/// A stretch of time in which a thread held a lock.
struct Held {
    thread: ThreadId,
    place: Place,
    from_ns: u64,
    to_ns: u64,
}

/// What others lost because of one line that sleeps.
#[derive(Default)]
struct Loss {
    waited_ns: u64,
    taken: Place,
    locks: Vec<ObjectId>,
    sleepers: Vec<ThreadId>,
}

/// Every line that sleeps with a lock.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let held = held(reader);
    let mut losses: BTreeMap<Place, Loss> = BTreeMap::new();
    for (object, waits) in waits_by_lock(reader) {
        let lengths_ns = waits.iter().map(|(_, from_ns, to_ns)| to_ns - from_ns);
        if lengths_ns.sum::<u64>() < WORTH_TELLING_NS {
            continue;
        }
        let stretches = held.get(&object).map_or(&[][..], |held| held);
        let mut looks = 0;
        for stretch in stretches {
            let during = (stretch.from_ns, stretch.to_ns);
            for nap in naps(reader, stretch) {
                looks += 1;
                if looks > MOST_NAPS {
                    break;
                }
                let span = (nap.start_ns.max(during.0), nap.end_ns.min(during.1));
                let waited_ns = waits
                    .iter()
                    .filter(|(thread, _, _)| *thread != stretch.thread)
                    .map(|&(_, from_ns, to_ns)| overlap_ns(span, (from_ns, to_ns)))
                    .sum::<u64>();
                let loss = losses.entry(nap.place).or_default();
                loss.waited_ns += waited_ns;
                loss.taken = stretch.place;
                if !loss.locks.contains(&object) {
                    loss.locks.push(object);
                }
                if !loss.sleepers.contains(&stretch.thread) {
                    loss.sleepers.push(stretch.thread);
                }
            }
        }
    }
    let worth = losses
        .into_iter()
        .filter(|(_, loss)| loss.waited_ns >= WORTH_TELLING_NS);
    worth
        .map(|(asleep, loss)| told(reader, asleep, &loss))
        .collect()
}

fn told(reader: &Reader, asleep: Place, loss: &Loss) -> Finding {
    let (lock, label) = (reader.object(loss.locks[0]), reader.label(loss.locks[0]));
    let waited = time_text(loss.waited_ns);
    let (taken, at) = (reader.at(loss.taken), reader.at(asleep));
    let first = reader.thread(loss.sleepers[0]);
    let others = loss.sleepers.len() - 1;
    let (en, zh) = match others {
        0 => (first.to_owned(), first.to_owned()),
        1 => (
            format!("{first} and another thread"),
            format!("{first} 和另一个线程"),
        ),
        _ => (
            format!("{first} and {others} other threads"),
            format!("{first} 和另外 {others} 个线程"),
        ),
    };
    let (verb, have) = if others == 0 {
        ("sleeps", "holds")
    } else {
        ("sleep", "hold")
    };
    Finding {
        pattern: "held-asleep".into(),
        message: Words {
            en: format!(
                "{en} {verb}{at} and {have} {lock}{taken} meanwhile: others waited {waited} for it"
            ),
            zh: format!("{zh} 睡眠时{at}仍持有 {lock}{taken}：其他线程一共为此等待了 {waited}"),
        },
        remedy: Words {
            en: format!(
                "Sleep, and do I/O, outside of `with {label}:`: hold it only while shared data is read or \
                 changed."
            ),
            zh: format!("把睡眠和 I/O 移到 `with {label}:` 之外：只在读写共享数据时持有它。"),
        },
        places: vec![asleep, loss.taken]
            .into_iter()
            .filter(|place| *place != Place::NONE)
            .collect(),
        threads: loss.sleepers.clone(),
    }
}

/// Who held which lock when: from an event that leaves it taken to the next one that leaves it free.
fn held(reader: &Reader) -> BTreeMap<ObjectId, Vec<Held>> {
    let trace = reader.trace;
    let mut open: BTreeMap<ObjectId, Option<(ThreadId, Place, u64)>> = BTreeMap::new();
    let mut held: BTreeMap<ObjectId, Vec<Held>> = BTreeMap::new();
    for event in &trace.object_events {
        if reader.role(Some(event.object)) != Some(Role::Mutex) {
            continue;
        }
        if event.value > 0 {
            let now = (event.thread, event.place, event.at_ns);
            open.entry(event.object).or_default().get_or_insert(now);
        } else if let Some((thread, place, from_ns)) =
            open.get_mut(&event.object).and_then(Option::take)
        {
            held.entry(event.object).or_default().push(Held {
                thread,
                place,
                from_ns,
                to_ns: event.at_ns,
            });
        }
    }
    for (object, still) in open {
        let Some((thread, place, from_ns)) = still else {
            continue;
        };
        held.entry(object).or_default().push(Held {
            thread,
            place,
            from_ns,
            to_ns: trace.end_ns,
        });
    }
    held
}

type WaitSpan = (ThreadId, u64, u64);

fn waits_by_lock(reader: &Reader) -> BTreeMap<ObjectId, Vec<WaitSpan>> {
    let mut waits: BTreeMap<ObjectId, Vec<WaitSpan>> = BTreeMap::new();
    for index in 0..reader.trace.thread_lanes.len() {
        let thread = ThreadId(index as u32);
        for slice in reader.slices(thread) {
            let Some(object) = slice.object.filter(|_| slice.state == State::Blocked) else {
                continue;
            };
            if reader.role(Some(object)) == Some(Role::Mutex) {
                let span = (thread, slice.start_ns, slice.end_ns);
                waits.entry(object).or_default().push(span);
            }
        }
    }
    waits
}

fn naps<'a>(reader: &'a Reader, held: &'a Held) -> impl Iterator<Item = Slice> + 'a {
    reader
        .slices_between(held.thread, held.from_ns, held.to_ns)
        .filter(|slice| matches!(slice.state, State::Sleeping | State::Io))
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder};
    use interleave_trace::{LaneId, ObjectId, Outcome, Place, Role, State, ThreadId};

    #[test]
    fn the_line_that_sleeps_the_lock_and_the_wait_are_told() {
        let mut recorder = recorder(&["MainThread", "Thread-1", "Thread-2"]);
        let lock = recorder.add_object(object(Role::Mutex, "threading.Lock", "lock"));
        let (taken, asleep) = (Place::new(0, 5), Place::new(0, 6));
        recorder.object_event(0, ThreadId(1), ObjectId(0), "acquire", taken, 1);
        recorder.enter(LaneId(1), 0, State::Sleeping, asleep, None, None);
        recorder.enter(LaneId(2), 0, State::Blocked, taken, Some(lock), None);
        recorder.enter(LaneId(1), 20_000_000, State::Running, asleep, None, None);
        recorder.object_event(20_000_000, ThreadId(1), ObjectId(0), "release", taken, 0);
        recorder.enter(LaneId(2), 20_000_000, State::Running, taken, None, None);
        let trace = finish(recorder, Outcome::Finished { exit_code: 0 }, 30_000_000, 1);
        let found = findings(FINDERS, &trace, &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "held-asleep");
        assert_eq!(
            found[0].message.en,
            "Thread-1 sleeps (main.py:6) and holds threading.Lock lock (main.py:5) meanwhile: others \
             waited 20 ms for it"
        );
        assert!(found[0].message.zh.contains("20 ms"));
        assert_eq!(found[0].places, [asleep, taken]);
    }
}
