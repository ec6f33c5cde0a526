//! The lines of a source with their comments, told apart from text inside strings.

use super::ParamProblem;

/// One physical line that starts outside every string.
pub(super) struct Line<'a> {
    /// Its 1-based number.
    pub(super) number: u32,
    /// The byte at which it starts.
    pub(super) start: usize,
    /// Its text without the line end.
    text: &'a str,
    /// The byte within `text` at which its comment starts.
    comment: Option<usize>,
}

impl<'a> Line<'a> {
    /// What stands before the comment.
    pub(super) fn code(&self) -> &'a str {
        &self.text[..self.comment.unwrap_or(self.text.len())]
    }

    /// What follows `#@param`, if the line has a form comment.
    pub(super) fn form(&self) -> Option<&'a str> {
        let comment = self.text[self.comment?..]
            .trim_start_matches('#')
            .trim_start();
        let rest = comment.strip_prefix("@param")?;
        let word = rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        (!word).then(|| rest.trim())
    }

    /// A problem with the line's form comment.
    pub(super) fn problem(&self, message: String) -> ParamProblem {
        let column = self.code().chars().count() as u32;
        let end_column = self.text.chars().count() as u32;
        ParamProblem {
            line: self.number,
            column,
            end_column,
            message,
        }
    }
}

/// The lines of `source` that start outside every string.
pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let bytes = source.as_bytes();
    let mut lines = Vec::new();
    // The quote of the triple-quoted string that the scan is in.
    let mut triple: Option<u8> = None;
    let mut start = 0;
    let mut number = 0;
    while start < bytes.len() {
        number += 1;
        let end = line_end(bytes, start);
        let outside = triple.is_none();
        let comment = scan(&bytes[start..end], &mut triple);
        if outside {
            lines.push(Line {
                number,
                start,
                text: &source[start..end],
                comment,
            });
        }
        start = match &bytes[end..] {
            [b'\r', b'\n', ..] => end + 2,
            _ => end + 1,
        };
    }
    lines
}

fn line_end(bytes: &[u8], start: usize) -> usize {
    let line = &bytes[start..];
    start
        + line
            .iter()
            .position(|&b| b == b'\n' || b == b'\r')
            .unwrap_or(line.len())
}

/// Scans one line; gives where its comment starts and leaves `triple` as the next line finds it.
fn scan(line: &[u8], triple: &mut Option<u8>) -> Option<usize> {
    let tripled = |at: usize, quote: u8| line[at..].starts_with(&[quote; 3]);
    let mut at = 0;
    while at < line.len() {
        if let Some(quote) = *triple {
            match line[at] {
                b'\\' => at += 2,
                _ if tripled(at, quote) => {
                    *triple = None;
                    at += 3;
                }
                _ => at += 1,
            }
            continue;
        }
        match line[at] {
            b'#' => return Some(at),
            quote @ (b'"' | b'\'') if tripled(at, quote) => {
                *triple = Some(quote);
                at += 3;
            }
            quote @ (b'"' | b'\'') => {
                at += 1;
                while at < line.len() && line[at] != quote {
                    at += if line[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            _ => at += 1,
        }
    }
    None
}
