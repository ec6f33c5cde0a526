//! Threads that wait for each other in a circle, or one for itself.

use super::reader::{Reader, places, time_text};
use crate::{Finding, Words};
use interleave_trace::{Outcome, Role, Wait};

/// The circle, if the run ended in one.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let Outcome::Deadlock { cycle, .. } = &reader.trace.outcome else {
        return Vec::new();
    };
    let parts: Vec<Words> = cycle.iter().map(|wait| part(reader, wait)).collect();
    let parts = Words::joined(&parts);
    let alone = cycle.len() == 1;
    let role = cycle.first().and_then(|wait| reader.role(wait.object));
    let remedy = match (alone, role) {
        (true, Some(Role::Mutex)) => Words::new(
            "A thread that holds a Lock can't take it again: release it first, or use an RLock.",
            "持有 Lock 的线程不能再次获取它：先释放，或者改用 RLock。",
        ),
        (false, Some(Role::Mutex)) => Words::new(
            "Take the locks in the same order everywhere, or take the second one with a timeout.",
            "在所有地方按同样的顺序加锁，或者给第二把锁设置超时。",
        ),
        _ => Words::new(
            "Break the circle: one of them must go on without waiting for the other.",
            "打破这个圈：其中一个必须不等对方就继续。",
        ),
    };
    let waits: Vec<&Wait> = cycle.iter().collect();
    vec![Finding {
        pattern: if alone { "self-deadlock" } else { "deadlock" }.into(),
        message: Words {
            en: format!("Deadlock: {}", parts.en),
            zh: format!("死锁：{}", parts.zh),
        },
        remedy,
        places: places(&waits),
        threads: cycle.iter().map(|wait| wait.thread).collect(),
    }]
}

fn part(reader: &Reader, wait: &Wait) -> Words {
    let told = reader.waiting(wait);
    if reader.role(wait.object) == Some(Role::Thread) {
        return told;
    }
    let holder = wait.holder.map(|holder| reader.thread(holder));
    let taken = wait.object.zip(wait.holder).and_then(|(object, holder)| {
        let events = reader.trace.object_events.iter().rev();
        let mut own = events.filter(|event| (event.object, event.thread) == (object, holder));
        own.find(|event| event.value > 0)
    });
    let (since, at) = match taken {
        Some(event) => (time_text(event.at_ns), reader.at(event.place)),
        None => (String::new(), String::new()),
    };
    let dash = if since.is_empty() { "" } else { " since " };
    Words {
        en: format!(
            "{}, held by {}{dash}{since}{at}",
            told.en,
            holder.unwrap_or("another thread")
        ),
        zh: match since.is_empty() {
            true => format!("{}，由 {} 持有", told.zh, holder.unwrap_or("另一个线程")),
            false => format!(
                "{}，由 {} 从 {since} 起持有{at}",
                told.zh,
                holder.unwrap_or("另一个线程")
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder, wait};
    use interleave_trace::{ObjectId, Outcome, Place, Role, ThreadId};

    #[test]
    fn a_deadlock_names_threads_locks_lines_and_times() {
        let mut recorder = recorder(&["MainThread", "Thread-1"]);
        recorder.add_object(object(Role::Mutex, "threading.Lock", "a"));
        recorder.add_object(object(Role::Mutex, "threading.Lock", "b"));
        let at = Place::new(0, 3);
        recorder.object_event(2_000, ThreadId(1), ObjectId(1), "acquire", at, 1);
        let cycle = vec![wait(0, 1, Some(1), 7), wait(1, 0, Some(0), 12)];
        let others = Vec::new();
        let outcome = Outcome::Deadlock { cycle, others };
        let found = findings(FINDERS, &finish(recorder, outcome, 9_000, 10), &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "deadlock");
        assert_eq!(
            found[0].message.en,
            "Deadlock: MainThread (main.py:7) waits for threading.Lock b since 5 µs, held by Thread-1 \
             since 2 µs (main.py:3); Thread-1 (main.py:12) waits for threading.Lock a since 5 µs, held \
             by MainThread"
        );
        assert!(found[0].message.zh.contains("threading.Lock b"));
        assert!(found[0].remedy.en.contains("same order"));
        assert_eq!(found[0].places, [Place::new(0, 7), Place::new(0, 12)]);
    }

    #[test]
    fn a_lock_taken_twice_is_its_own_pattern() {
        let mut recorder = recorder(&["MainThread"]);
        recorder.add_object(object(Role::Mutex, "threading.Lock", "#1"));
        let outcome = Outcome::Deadlock {
            cycle: vec![wait(0, 0, Some(0), 3)],
            others: vec![],
        };
        let found = findings(FINDERS, &finish(recorder, outcome, 10, 10), &files());
        assert_eq!(found[0].pattern, "self-deadlock");
        assert!(found[0].remedy.en.contains("RLock"));
    }
}
