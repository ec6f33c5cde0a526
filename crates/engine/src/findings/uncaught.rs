//! Exceptions that nobody caught: the main thread's, which ends the run, and those that end a thread unnoticed.

use super::reader::Reader;
use crate::traceback::{self, Uncaught};
use crate::{Finding, Words};
use interleave_trace::{Outcome, Stream, ThreadId};

/// The main thread's.
pub(super) fn in_main(reader: &Reader) -> Vec<Finding> {
    let Outcome::UncaughtException { exception } = &reader.trace.outcome else {
        return Vec::new();
    };
    let text = reader.trace.text(Stream::Stderr);
    let places = traceback::last_place(&text, reader.files);
    vec![Finding {
        pattern: "uncaught-exception".into(),
        message: Words {
            en: format!("The main thread ended with {exception}"),
            zh: format!("主线程因 {exception} 而结束"),
        },
        remedy: Words::new(
            "The traceback on stderr leads to the line: mend the cause, or catch the exception where \
             something can be done about it.",
            "stderr 上的回溯指出了那一行：修正原因，或者在能处理的地方捕获异常。",
        ),
        places: places.into_iter().collect(),
        threads: vec![ThreadId(0)],
    }]
}

/// The others'.
pub(super) fn in_threads(reader: &Reader) -> Vec<Finding> {
    let mut found = Vec::new();
    for index in 0..reader.trace.thread_lanes.len() {
        let thread = ThreadId(index as u32);
        let chunks = reader.trace.output.iter();
        let own = chunks.filter(|c| c.thread == thread && c.stream == Stream::Stderr);
        let text: String = own.map(|chunk| chunk.text.as_str()).collect();
        for Uncaught {
            name,
            exception,
            place,
        } in traceback::uncaught(&text, reader.files)
        {
            found.push(Finding {
                pattern: "uncaught-in-thread".into(),
                message: Words {
                    en: format!("{name} ended with {exception}, and nobody was told"),
                    zh: format!("{name} 因 {exception} 而结束，没有人知道"),
                },
                remedy: Words::new(
                    "Catch the exception in the thread, or use a pool and ask for the future's \
                     result(): it raises there.",
                    "在线程里捕获异常，或者用线程池并调用 future 的 result()：异常会在那里抛出。",
                ),
                places: place.into_iter().collect(),
                threads: vec![thread],
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::findings::{FINDERS, findings};
    use crate::testing::{files, finish, recorder};
    use interleave_trace::{Outcome, Place, Stream, ThreadId};

    #[test]
    fn an_exception_in_a_thread_is_found_where_it_happened() {
        let mut recorder = recorder(&["MainThread", "Thread-1 (work)"]);
        let text = "Exception in thread Thread-1 (work):\nTraceback (most recent call last):\n  \
                    File \"/usr/lib/python3.11/threading.py\", line 982, in run\n    x\n  File \
                    \"main.py\", line 5, in work\n    raise ValueError(\"v\")\nValueError: v\n";
        for piece in text.split_inclusive('\n') {
            recorder.output(5, ThreadId(1), Stream::Stderr, piece);
        }
        recorder.output(6, ThreadId(0), Stream::Stderr, "Exception elsewhere\n");
        let trace = finish(recorder, Outcome::Finished { exit_code: 0 }, 10, 10);
        let found = findings(FINDERS, &trace, &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "uncaught-in-thread");
        let message = &found[0].message.en;
        assert!(message.starts_with("Thread-1 (work) ended with ValueError: v"));
        assert_eq!(found[0].places, [Place::new(0, 5)]);
    }
}
