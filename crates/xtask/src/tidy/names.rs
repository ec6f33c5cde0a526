//! No primitive of Python's is known by name outside the crates that own Python: the kernel, the
//! trace and the timeline read what a primitive declares about itself.

use super::TextFile;

const MUST_NOT_KNOW: [&str; 3] = [
    "crates/kernel/src/",
    "crates/trace/src/",
    "crates/timeline/src/",
];
/// Names that mean nothing else in Rust or in the scheduler literature; `Lock`, `Event` and
/// `Queue` are words of ours as well.
const PRIMITIVES: [&str; 20] = [
    "RLock",
    "Semaphore",
    "BoundedSemaphore",
    "Condition(",
    "Condition\"",
    "ThreadPoolExecutor",
    "ProcessPoolExecutor",
    "SimpleQueue",
    "LifoQueue",
    "PriorityQueue",
    "JoinableQueue",
    "as_completed",
    "TaskGroup",
    "Greenlet",
    "asyncio",
    "threading.",
    "multiprocessing",
    "gevent",
    "concurrent.futures",
    "current_thread",
];

/// Lines of code (comments may explain) that know a primitive.
pub fn complaints(file: &TextFile) -> Vec<String> {
    let path = &file.path;
    if !MUST_NOT_KNOW
        .iter()
        .any(|crate_path| path.starts_with(crate_path))
    {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    for (number, line) in (1..).zip(file.text.lines()) {
        let code = line.split("//").next().unwrap_or_default();
        for name in PRIMITIVES {
            if code.contains(name) {
                complaints.push(format!("{path}:{number}: knows Python's `{name}` by name"));
            }
        }
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::{TextFile, complaints};

    fn check(path: &str, text: &str) -> usize {
        complaints(&TextFile {
            path: path.into(),
            text: text.into(),
        })
        .len()
    }

    #[test]
    fn only_code_outside_stdlib_complains() {
        let code = "match name { \"ThreadPoolExecutor\" => 1 }";
        assert_eq!(check("crates/kernel/src/a.rs", code), 1);
        assert_eq!(check("crates/stdlib/src/a.rs", code), 0);
        assert_eq!(
            check("crates/kernel/src/a.rs", "// as in ThreadPoolExecutor"),
            0
        );
    }
}
