//! What a run showed, in Python's terms: how it failed, where, and what to do about it.
//!
//! Reads the trace and nothing else. A primitive is named by the text that it gave itself and told
//! apart by its role.

use crate::Finding;
use crate::traceback::{self, Uncaught};
use interleave_trace::{Limit, ObjectId, Outcome, Place, Role, Stream, ThreadId, Trace, Wait};

/// The findings of `trace`: the outcome first, then what went wrong in threads beside it.
/// `files` are the files' names by number.
pub(crate) fn findings(trace: &Trace, files: &[String]) -> Vec<Finding> {
    let reader = Reader { trace, files };
    let mut findings: Vec<Finding> = reader.outcome().into_iter().collect();
    findings.extend(reader.uncaught_in_threads());
    findings
}

/// `main.py:12`; `None` where there is no known place.
pub(crate) fn place_text(place: Place, files: &[String]) -> Option<String> {
    let file = files.get(usize::from(place.file()))?;
    (place.line() > 0).then(|| format!("{file}:{}", place.line()))
}

struct Reader<'a> {
    trace: &'a Trace,
    files: &'a [String],
}

impl Reader<'_> {
    fn outcome(&self) -> Option<Finding> {
        match &self.trace.outcome {
            Outcome::Finished { .. } | Outcome::Stopped => None,
            Outcome::UncaughtException { exception } => Some(self.uncaught_in_main(exception)),
            Outcome::Deadlock { cycle, .. } => Some(self.deadlock(cycle)),
            Outcome::Hang { waits } => Some(self.hang(waits)),
            Outcome::Budget { limit, value } => Some(budget(*limit, *value)),
            Outcome::NotSupported { message, place } => Some(Finding {
                pattern: "not-supported".into(),
                message: message.clone(),
                remedy: "Interleave does not run this part of Python yet: write it another way."
                    .into(),
                places: vec![*place],
                threads: Vec::new(),
            }),
        }
    }

    fn uncaught_in_main(&self, exception: &str) -> Finding {
        let text = self.trace.text(Stream::Stderr);
        let places = traceback::last_place(&text, self.files);
        Finding {
            pattern: "uncaught-exception".into(),
            message: format!("The main thread ended with {exception}"),
            remedy: "The traceback on stderr leads to the line: mend the cause, or catch the \
                     exception where something can be done about it."
                .into(),
            places: places.into_iter().collect(),
            threads: vec![ThreadId(0)],
        }
    }

    fn uncaught_in_threads(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for index in 0..self.trace.thread_lanes.len() {
            let thread = ThreadId(index as u32);
            let chunks = self.trace.output.iter();
            let own = chunks.filter(|c| c.thread == thread && c.stream == Stream::Stderr);
            let text: String = own.map(|chunk| chunk.text.as_str()).collect();
            for Uncaught {
                name,
                exception,
                place,
            } in traceback::uncaught(&text, self.files)
            {
                found.push(Finding {
                    pattern: "uncaught-in-thread".into(),
                    message: format!("{name} ended with {exception}, and nobody was told"),
                    remedy: "Catch the exception in the thread, or use a pool and ask for the \
                             future's result(): it raises there."
                        .into(),
                    places: place.into_iter().collect(),
                    threads: vec![thread],
                });
            }
        }
        found
    }

    fn deadlock(&self, cycle: &[Wait]) -> Finding {
        let parts: Vec<String> = cycle
            .iter()
            .map(|wait| {
                let holder = wait.holder.map(|holder| self.trace.thread_name(holder));
                let holder = holder.unwrap_or("another thread");
                let object = self.object(wait.object);
                let name = self.trace.thread_name(wait.thread);
                match self.role(wait.object) {
                    Some(Role::Thread) => format!("{name}{} waits for {object}", self.at(wait)),
                    _ => format!(
                        "{name}{} waits for {object}, held by {holder}",
                        self.at(wait)
                    ),
                }
            })
            .collect();
        let alone = cycle.len() == 1;
        let remedy = match (alone, cycle.first().and_then(|wait| self.role(wait.object))) {
            (true, Some(Role::Mutex)) => {
                "A thread that holds a Lock can't take it again: release it first, or use an \
                 RLock."
            }
            (false, Some(Role::Mutex)) => {
                "Take the locks in the same order everywhere, or take the second one with a \
                 timeout."
            }
            _ => "Break the circle: one of them must go on without waiting for the other.",
        };
        Finding {
            pattern: if alone { "self-deadlock" } else { "deadlock" }.into(),
            message: format!("Deadlock: {}", parts.join("; ")),
            remedy: remedy.into(),
            places: places(cycle),
            threads: cycle.iter().map(|wait| wait.thread).collect(),
        }
    }

    fn hang(&self, waits: &[Wait]) -> Finding {
        const SHOWN: usize = 4;
        let mut parts: Vec<String> = waits
            .iter()
            .take(SHOWN)
            .map(|wait| {
                let name = self.trace.thread_name(wait.thread);
                format!(
                    "{name}{} waits for {}",
                    self.at(wait),
                    self.object(wait.object)
                )
            })
            .collect();
        if waits.len() > SHOWN {
            parts.push(format!("and {} more", waits.len() - SHOWN));
        }
        // The others' end is what the joining thread waits for: ask the others first.
        let roles = || waits.iter().filter_map(|wait| self.role(wait.object));
        let role = roles()
            .find(|role| *role != Role::Thread)
            .or_else(|| roles().next());
        let remedy = match role {
            Some(Role::Mutex) => {
                "Somebody took it and never released it: use a with block, which releases it on \
                 every way out."
            }
            Some(Role::Channel) => {
                "Nobody will put anything in any more: put an end marker in for each waiting \
                 thread, or make these threads daemons."
            }
            Some(Role::Future) => "Nobody will set its result: see who should, and why it didn't.",
            Some(Role::Signal | Role::Counter | Role::Barrier) => {
                "Nobody is left who could wake them: see who should, and why it didn't, or wait \
                 with a timeout."
            }
            Some(Role::Thread) | None => "Wait with a timeout, or see why the other never ends.",
        };
        Finding {
            pattern: "hang".into(),
            message: format!("Nothing will ever happen again: {}", parts.join("; ")),
            remedy: remedy.into(),
            places: places(waits),
            threads: waits.iter().map(|wait| wait.thread).collect(),
        }
    }

    fn at(&self, wait: &Wait) -> String {
        let place = place_text(wait.place, self.files);
        place.map_or(String::new(), |place| format!(" ({place})"))
    }

    fn role(&self, object: Option<ObjectId>) -> Option<Role> {
        object.map(|object| self.trace.objects[object.index()].role)
    }

    fn object(&self, object: Option<ObjectId>) -> String {
        let Some(object) = object else {
            return "something that never comes".into();
        };
        let object = &self.trace.objects[object.index()];
        match object.label.is_empty() {
            true => object.kind.clone(),
            false => format!("{} {}", object.kind, object.label),
        }
    }
}

fn places(waits: &[Wait]) -> Vec<Place> {
    waits
        .iter()
        .map(|wait| wait.place)
        .filter(|place| *place != Place::NONE)
        .collect()
}

fn budget(limit: Limit, value: u64) -> Finding {
    let (what, remedy) = match limit {
        Limit::Steps => (
            format!("The run took {value} interpreter steps, as many as it may"),
            "Is there a loop without an end? If not, allow more steps.",
        ),
        Limit::HeapBytes => (
            format!(
                "The script used {} MB of memory, as much as it may",
                value / 1_000_000
            ),
            "Is there a list that only grows? If not, make the work smaller.",
        ),
        Limit::Events => (
            format!("The trace has {value} rows, as many as it may"),
            "Make the run shorter: fewer threads or fewer rounds show the same.",
        ),
        Limit::VirtualNs => (
            format!(
                "The run lasted {} s of virtual time, as long as it may",
                value / 1_000_000_000
            ),
            "Is there a loop that polls for ever? If not, allow more virtual time.",
        ),
        Limit::Threads => (
            format!("The script started {value} threads, as many as it may"),
            "Use a pool: a few workers do many tasks.",
        ),
        Limit::OutputBytes => (
            format!(
                "The script printed {} MB, as much as it may",
                value / 1_000_000
            ),
            "Is there a loop without an end that prints? If not, print less.",
        ),
    };
    Finding {
        pattern: "budget".into(),
        message: what,
        remedy: remedy.into(),
        places: Vec::new(),
        threads: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{finish, recorder};
    use interleave_trace::Object;

    fn files() -> Vec<String> {
        vec!["main.py".into()]
    }

    fn wait(thread: u32, object: u32, holder: Option<u32>, line: u32) -> Wait {
        Wait {
            thread: ThreadId(thread),
            object: Some(ObjectId(object)),
            holder: holder.map(ThreadId),
            since_ns: 5,
            place: Place::new(0, line),
        }
    }

    fn object(role: Role, label: &str) -> Object {
        Object {
            kind: "threading.Lock".into(),
            label: label.into(),
            role,
        }
    }

    #[test]
    fn a_deadlock_names_threads_locks_and_lines() {
        let mut recorder = recorder(&["MainThread", "Thread-1"]);
        recorder.add_object(object(Role::Mutex, "a"));
        recorder.add_object(object(Role::Mutex, "b"));
        let cycle = vec![wait(0, 1, Some(1), 7), wait(1, 0, Some(0), 12)];
        let outcome = Outcome::Deadlock {
            cycle,
            others: Vec::new(),
        };
        let found = findings(&finish(recorder, outcome, 10, 10), &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "deadlock");
        assert_eq!(
            found[0].message,
            "Deadlock: MainThread (main.py:7) waits for threading.Lock b, held by Thread-1; \
             Thread-1 (main.py:12) waits for threading.Lock a, held by MainThread"
        );
        assert!(found[0].remedy.contains("same order"));
        assert_eq!(found[0].places, [Place::new(0, 7), Place::new(0, 12)]);
    }

    #[test]
    fn a_lock_taken_twice_is_its_own_pattern() {
        let mut recorder = recorder(&["MainThread"]);
        recorder.add_object(object(Role::Mutex, "1"));
        let outcome = Outcome::Deadlock {
            cycle: vec![wait(0, 0, Some(0), 3)],
            others: vec![],
        };
        let found = findings(&finish(recorder, outcome, 10, 10), &files());
        assert_eq!(found[0].pattern, "self-deadlock");
        assert!(found[0].remedy.contains("RLock"));
    }

    #[test]
    fn a_hang_asks_what_the_threads_wait_for_before_who_joins_them() {
        let mut recorder = recorder(&["MainThread", "Thread-1"]);
        recorder.add_object(object(Role::Thread, "Thread-1"));
        recorder.add_object(object(Role::Channel, "1"));
        let outcome = Outcome::Hang {
            waits: vec![wait(0, 0, None, 9), wait(1, 1, None, 4)],
        };
        let found = findings(&finish(recorder, outcome, 10, 10), &files());
        assert_eq!(found[0].pattern, "hang");
        assert!(found[0].remedy.contains("end marker"));
        assert_eq!(found[0].threads, [ThreadId(0), ThreadId(1)]);
    }

    #[test]
    fn every_budget_says_which_it_was() {
        let limits = [
            (Limit::Steps, "steps"),
            (Limit::HeapBytes, "memory"),
            (Limit::Events, "rows"),
            (Limit::VirtualNs, "virtual time"),
            (Limit::Threads, "threads"),
            (Limit::OutputBytes, "printed"),
        ];
        for (limit, word) in limits {
            let outcome = Outcome::Budget {
                limit,
                value: 50_000_000,
            };
            let found = findings(&finish(recorder(&["MainThread"]), outcome, 1, 1), &files());
            assert!(found[0].message.contains(word), "{}", found[0].message);
        }
    }

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
        let found = findings(&trace, &files());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].pattern, "uncaught-in-thread");
        assert!(
            found[0]
                .message
                .starts_with("Thread-1 (work) ended with ValueError: v")
        );
        assert_eq!(found[0].places, [Place::new(0, 5)]);
    }
}
