//! Console text by rows: a row a line, with when it began, by whom and to which stream. Knows no
//! components.

use interleave_trace::{OutputChunk, Stream, ThreadId};
use std::ops::Range;

/// One line of the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// When its first character was written, in virtual ns.
    pub at_ns: u64,
    /// By whom.
    pub thread: ThreadId,
    /// To which stream.
    pub stream: Stream,
    /// The text, without the line's end.
    pub text: String,
}

/// The rows of what was printed. Writes to one line by one thread are one row; another thread
/// or stream that cuts in begins a row of its own, so that each row has one author.
pub fn rows(output: &[OutputChunk]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut line_is_open = false;
    for chunk in output {
        for piece in chunk.text.split_inclusive('\n') {
            let text = piece.strip_suffix('\n').unwrap_or(piece);
            let open = rows.last_mut().filter(|row| {
                line_is_open && row.thread == chunk.thread && row.stream == chunk.stream
            });
            // The line's end alone, after somebody else cut in, is no row.
            let is_late_end = text.is_empty() && line_is_open && open.is_none();
            match open {
                Some(row) => row.text.push_str(text),
                None if is_late_end => {}
                None => rows.push(Row {
                    at_ns: chunk.at_ns,
                    thread: chunk.thread,
                    stream: chunk.stream,
                    text: text.to_owned(),
                }),
            }
            line_is_open = !piece.ends_with('\n');
        }
    }
    rows
}

/// Which of `count` rows are shown when at most `limit` may be: the first and the last ones (a
/// traceback stands at the end). The range between them is hidden.
pub fn hidden(count: usize, limit: usize) -> Range<usize> {
    match count <= limit {
        true => count..count,
        false => limit / 2..count - (limit - limit / 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(at_ns: u64, thread: u32, stream: Stream, text: &str) -> OutputChunk {
        OutputChunk {
            at_ns,
            thread: ThreadId(thread),
            stream,
            text: text.to_owned(),
        }
    }

    fn texts(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(|row| row.text.as_str()).collect()
    }

    #[test]
    fn writes_to_one_line_are_one_row() {
        let output = [
            chunk(1, 0, Stream::Stdout, "a"),
            chunk(2, 0, Stream::Stdout, "b\nc\n"),
        ];
        let rows = rows(&output);
        assert_eq!(texts(&rows), ["ab", "c"]);
        assert_eq!((rows[0].at_ns, rows[1].at_ns), (1, 2));
    }

    #[test]
    fn each_row_has_one_author() {
        let output = [
            chunk(1, 0, Stream::Stdout, "a"),
            chunk(1, 1, Stream::Stdout, "b"),
            chunk(2, 0, Stream::Stdout, "\n"),
            chunk(3, 1, Stream::Stderr, "\n"),
            chunk(4, 1, Stream::Stderr, "e\n"),
        ];
        let rows = rows(&output);
        assert_eq!(texts(&rows), ["a", "b", "", "e"]);
        assert_eq!(rows[1].thread, ThreadId(1));
    }

    #[test]
    fn long_output_keeps_its_beginning_and_its_end() {
        assert_eq!(hidden(10, 10), 10..10);
        assert_eq!(hidden(11, 10), 5..6);
        assert_eq!(hidden(1_000, 5), 2..997);
    }
}
