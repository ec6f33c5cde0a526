//! `NAME = LITERAL`, with an annotation allowed between.

use super::Literal;
use std::ops::Range;

/// An assignment of a literal.
pub(super) struct Assignment<'a> {
    /// The name that is assigned to.
    pub(super) name: &'a str,
    /// The literal.
    pub(super) value: Literal,
    /// Where the literal stands, in bytes of the code.
    pub(super) range: Range<usize>,
}

/// Reads the code of one line; `None` if it is anything else than such an assignment.
pub(super) fn read(code: &str) -> Option<Assignment<'_>> {
    let indent = code.len() - code.trim_start().len();
    let rest = &code[indent..];
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    let name = &rest[..length];
    if name.is_empty() || name.starts_with(|c: char| c.is_numeric()) {
        return None;
    }
    let mut at = indent + length;
    at += blank(&code[at..]);
    if code[at..].starts_with(':') {
        at += code[at..].find('=')?;
    }
    if !code[at..].starts_with('=') || code[at + 1..].starts_with('=') {
        return None;
    }
    at += 1;
    at += blank(&code[at..]);
    let (value, used) = Literal::read(&code[at..])?;
    let range = at..at + used;
    code[range.end..]
        .trim()
        .is_empty()
        .then_some(Assignment { name, value, range })
}

fn blank(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
