//! Reads CPython's tracebacks as a run printed them: which exception, and the last line of the
//! scenario's own files that it came from.

use interleave_trace::Place;

/// An exception that ended a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Uncaught {
    /// The thread's name as the traceback gives it.
    pub(crate) name: String,
    /// Type and text, one line.
    pub(crate) exception: String,
    /// The innermost line in the scenario's files.
    pub(crate) place: Option<Place>,
}

/// The exceptions that ended threads, as `threading.excepthook` prints them.
pub(crate) fn uncaught(text: &str, files: &[String]) -> Vec<Uncaught> {
    const HEAD: &str = "Exception in thread ";
    let mut found: Vec<Uncaught> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line
            .strip_prefix(HEAD)
            .and_then(|rest| rest.strip_suffix(':'))
        {
            let name = name.to_owned();
            found.push(Uncaught {
                name,
                exception: String::new(),
                place: None,
            });
            continue;
        }
        let Some(current) = found.last_mut() else {
            continue;
        };
        if let Some(place) = frame(line, files) {
            current.place = Some(place);
        } else if !line.is_empty() && !line.starts_with(' ') && !is_connecting(line) {
            current.exception = line.to_owned();
        }
    }
    found
}

/// The last line of the scenario's files that a traceback in `text` names.
pub(crate) fn last_place(text: &str, files: &[String]) -> Option<Place> {
    text.lines()
        .filter_map(|line| frame(line, files))
        .next_back()
}

/// The place of `  File "main.py", line 5, in work`.
fn frame(line: &str, files: &[String]) -> Option<Place> {
    let rest = line.strip_prefix("  File \"")?;
    let (file, rest) = rest.split_once("\", line ")?;
    let digits = rest.split(',').next()?;
    let number = files.iter().position(|name| name == file)?;
    Some(Place::new(u8::try_from(number).ok()?, digits.parse().ok()?))
}

/// A line between two tracebacks of a chain.
fn is_connecting(line: &str) -> bool {
    line.starts_with("Traceback (most recent call last)")
        || line.starts_with("During handling of the above")
        || line.starts_with("The above exception was the direct cause")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_ends_with_the_exception_that_left_the_thread() {
        let text = "Exception in thread w:\nTraceback (most recent call last):\n  File \
                    \"main.py\", line 3, in f\n    x\nKeyError: 1\n\nDuring handling of the above \
                    exception, another exception occurred:\n\nTraceback (most recent call \
                    last):\n  File \"main.py\", line 5, in f\n    y\nValueError: two\n";
        let files = ["main.py".to_owned()];
        let found = uncaught(text, &files);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].name.as_str(), found[0].exception.as_str()),
            ("w", "ValueError: two")
        );
        assert_eq!(found[0].place, Some(Place::new(0, 5)));
        assert_eq!(last_place(text, &files), Some(Place::new(0, 5)));
        assert_eq!(uncaught("Traceback: no thread\n", &files), []);
    }
}
