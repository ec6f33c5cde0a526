//! Coroutines that were made and never awaited: calling a coroutine function runs nothing of it.

use super::reader::Reader;
use crate::{Finding, Words};
use interleave_trace::{Place, Stream};

/// Every coroutine function that Python warned of, with the lines of its calls.
pub(super) fn find(reader: &Reader) -> Vec<Finding> {
    let mut found: Vec<(String, Vec<Place>, usize)> = Vec::new();
    for (name, place) in warned(&reader.trace.text(Stream::Stderr), reader.files) {
        let entry = match found.iter().position(|(known, ..)| *known == name) {
            Some(index) => &mut found[index],
            None => {
                found.push((name, Vec::new(), 0));
                found.last_mut().expect("just put in")
            }
        };
        entry.2 += 1;
        entry
            .1
            .extend(place.filter(|place| !entry.1.contains(place)));
    }
    found
        .into_iter()
        .map(|(name, places, count)| {
            let at = places
                .first()
                .map_or(String::new(), |&place| reader.at(place));
            let (times, times_zh) = match count {
                1 => (String::new(), String::new()),
                _ => (format!(" {count} times"), format!(" {count} 次")),
            };
            Finding {
                pattern: "never-awaited".into(),
                message: Words {
                    en: format!("{name}() was called{at}{times}, but nothing of it ran: what it gave was never awaited"),
                    zh: format!("{name}() 被调用{times_zh}{at}，但其中的代码没有运行：它返回的协程从未被 await"),
                },
                remedy: Words {
                    en: format!("Write `await {name}(…)`, or `asyncio.create_task({name}(…))` to let it run beside this one."),
                    zh: format!("写成 `await {name}(…)`；要让它与当前任务并发，写 `asyncio.create_task({name}(…))`。"),
                },
                places,
                threads: Vec::new(),
            }
        })
        .collect()
}

/// The names and places of `main.py:9: RuntimeWarning: coroutine 'work' was never awaited`.
fn warned(text: &str, files: &[String]) -> Vec<(String, Option<Place>)> {
    let lines = text.lines().filter_map(|line| {
        let (at, told) = line.split_once(": RuntimeWarning: coroutine '")?;
        let name = told.strip_suffix("' was never awaited")?;
        let place = at.rsplit_once(':').and_then(|(file, line)| {
            let file = files.iter().position(|known| known == file)?;
            Some(Place::new(u8::try_from(file).ok()?, line.parse().ok()?))
        });
        Some((name.to_owned(), place))
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, recorder};
    use interleave_trace::{Outcome, Place, Stream, ThreadId};

    #[test]
    fn calls_of_one_function_are_one_finding() {
        let mut recorder = recorder(&["MainThread"]);
        let text = "main.py:9: RuntimeWarning: coroutine 'work' was never awaited\n  work()\n\
                    main.py:12: RuntimeWarning: coroutine 'work' was never awaited\n  work()\n\
                    sys:1: RuntimeWarning: coroutine 'A.other' was never awaited\n";
        recorder.output(5, ThreadId(0), Stream::Stderr, text);
        let trace = finish(recorder, Outcome::Finished { exit_code: 0 }, 10, 10);
        let found = findings(FINDERS, &trace, &files());
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].pattern, "never-awaited");
        assert!(
            found[0]
                .message
                .en
                .starts_with("work() was called (main.py:9) 2 times")
        );
        assert_eq!(found[0].places, [Place::new(0, 9), Place::new(0, 12)]);
        assert!(found[1].remedy.en.contains("await A.other(…)"));
        assert!(found[1].places.is_empty());
    }
}
