//! Everybody who is left waits for something that never comes.

use super::never_released::abandoned;
use super::outlives_main::main_has_ended;
use super::reader::{Reader, places};
use super::stuck_tasks;
use crate::{Finding, Words};
use interleave_trace::{Role, Wait};

/// The hang, where nothing more telling is known of it.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let waits = reader.hang();
    let is_told = |wait: &Wait| abandoned(reader, wait).is_some();
    if waits.is_empty()
        || stuck_tasks::is_told(reader)
        || waits.iter().any(is_told)
        || main_has_ended(reader, waits)
    {
        return Vec::new();
    }
    let all: Vec<&Wait> = waits.iter().collect();
    // The others' end is what the joining thread waits for: ask the others first.
    let asked = waits
        .iter()
        .find(|wait| {
            let role = reader.role(wait.object);
            role.is_some_and(|role| role != Role::Thread)
        })
        .or_else(|| waits.first());
    let object = asked.and_then(|wait| wait.object);
    let label = object.map_or(String::new(), |object| reader.label(object));
    let waiting = reader.all_waiting(&all);
    vec![Finding {
        pattern: "hang".into(),
        message: Words {
            en: format!("Nothing will ever happen again: {}", waiting.en),
            zh: format!("不会再有任何事情发生：{}", waiting.zh),
        },
        remedy: remedy(reader.role(object), &label, all.len()),
        places: places(&all),
        threads: all.iter().map(|wait| wait.thread).collect(),
    }]
}

fn remedy(role: Option<Role>, label: &str, count: usize) -> Words {
    let (en, zh) = match role {
        Some(Role::Mutex) => (
            format!(
                "Somebody took {label} and never released it: use `with {label}:`, which releases it on every way out."
            ),
            format!("有人获取了 {label} 却从未释放：用 `with {label}:`，无论怎样离开都会释放。"),
        ),
        Some(Role::Channel) => (
            format!(
                "All are asleep on {label} and nobody is left to put anything in: put an end marker in \
                 for each thread that gets ({count} wait), or make these threads daemons."
            ),
            format!(
                "大家都在 {label} 上等待，没有人再往里放东西：给每个取数据的线程（共 {count} 个在等）放一个结束标记，或者把它们设为守护线程。"
            ),
        ),
        Some(Role::Future) => (
            format!("Nobody will set the result of {label}: see who should, and why it didn't."),
            format!("没有人会设置 {label} 的结果：看看本该由谁设置，为什么没有。"),
        ),
        Some(Role::Barrier) => (
            format!(
                "Fewer threads came to {label} than it waits for: compare its number of parties with the threads, or give it a timeout."
            ),
            format!("到达 {label} 的线程比它等待的少：核对参与数和线程数，或者设置超时。"),
        ),
        Some(Role::Signal) => (
            format!(
                "Nobody is left who could set or notify {label}: was it told before anybody waited? Wait with a condition in a loop (wait_for), or with a timeout."
            ),
            format!(
                "已经没有人能设置或通知 {label}：是否在有人等待之前就通知过了？用循环检查条件（wait_for），或者设置超时。"
            ),
        ),
        Some(Role::Counter) => (
            format!(
                "Nobody is left who could release {label}: use `with {label}:` wherever it is taken."
            ),
            format!("已经没有人能释放 {label}：凡是获取它的地方都用 `with {label}:`。"),
        ),
        Some(Role::Thread) | None => (
            "Wait with a timeout, or see why the other never ends.".to_owned(),
            "等待时设置超时，或者看看对方为什么不结束。".to_owned(),
        ),
    };
    Words { en, zh }
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, object, recorder, wait};
    use interleave_trace::{Outcome, Role, ThreadId};

    #[test]
    fn a_hang_asks_what_the_threads_wait_for_before_who_joins_them() {
        let mut recorder = recorder(&["MainThread", "Thread-1"]);
        recorder.add_object(object(Role::Thread, "threading.Thread", "Thread-1"));
        recorder.add_object(object(Role::Channel, "queue.Queue", "jobs"));
        let waits = vec![wait(0, 0, None, 9), wait(1, 1, None, 4)];
        let found = findings(
            FINDERS,
            &finish(recorder, Outcome::Hang { waits }, 10, 10),
            &files(),
        );
        assert_eq!(found[0].pattern, "hang");
        assert!(found[0].remedy.en.contains("asleep on jobs"));
        assert!(found[0].remedy.en.contains("end marker"));
        assert!(found[0].message.zh.contains("queue.Queue jobs"));
        assert_eq!(found[0].threads, [ThreadId(0), ThreadId(1)]);
    }
}
