//! Cutting a text up: `split`, `splitlines`, `partition`, `strip` and their right-hand kin.
//! The pieces borrow from the text.

use crate::text::unicode::is_space;
use crate::text::{TextError, value};

/// `maxsplit` as a count: negative means without end.
fn limit(maxsplit: i64) -> usize {
    usize::try_from(maxsplit).unwrap_or(usize::MAX)
}

/// `text.split(separator, maxsplit)`; `None` splits at runs of whitespace.
pub fn split<'a>(
    text: &'a str,
    separator: Option<&str>,
    maxsplit: i64,
) -> Result<Vec<&'a str>, TextError> {
    let most = limit(maxsplit);
    match separator {
        Some("") => value("empty separator"),
        Some(separator) => Ok(text.splitn(most.saturating_add(1), separator).collect()),
        None => Ok(split_at_space(text, most)),
    }
}

fn split_at_space(text: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if pieces.len() == most {
            pieces.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        pieces.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    pieces
}

/// `text.rsplit(separator, maxsplit)`.
pub fn rsplit<'a>(
    text: &'a str,
    separator: Option<&str>,
    maxsplit: i64,
) -> Result<Vec<&'a str>, TextError> {
    let most = limit(maxsplit);
    let mut pieces: Vec<&str> = match separator {
        Some("") => return value("empty separator"),
        Some(separator) => text.rsplitn(most.saturating_add(1), separator).collect(),
        None => rsplit_at_space(text, most),
    };
    pieces.reverse();
    Ok(pieces)
}

fn rsplit_at_space(text: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if pieces.len() == most {
            pieces.push(rest);
            break;
        }
        let last_space = rest.char_indices().rev().find(|(_, c)| is_space(*c));
        let start = last_space.map_or(0, |(at, c)| at + c.len_utf8());
        pieces.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    pieces
}

fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\x0b' | '\x0c' | '\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// `text.splitlines(keepends)`.
pub fn splitlines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (end, next) = match rest.char_indices().find(|(_, c)| is_line_end(*c)) {
            Some((at, _)) if rest[at..].starts_with("\r\n") => (at, at + 2),
            Some((at, c)) => (at, at + c.len_utf8()),
            None => (rest.len(), rest.len()),
        };
        lines.push(&rest[..if keep_ends { next } else { end }]);
        rest = &rest[next..];
    }
    lines
}

/// `text.partition(separator)`.
pub fn partition<'a>(
    text: &'a str,
    separator: &'a str,
) -> Result<(&'a str, &'a str, &'a str), TextError> {
    if separator.is_empty() {
        return value("empty separator");
    }
    Ok(match text.split_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => (text, "", ""),
    })
}

/// `text.rpartition(separator)`.
pub fn rpartition<'a>(
    text: &'a str,
    separator: &'a str,
) -> Result<(&'a str, &'a str, &'a str), TextError> {
    if separator.is_empty() {
        return value("empty separator");
    }
    Ok(match text.rsplit_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => ("", "", text),
    })
}

/// `text.strip(chars)`; `None` strips whitespace.
pub fn strip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    lstrip(rstrip(text, chars), chars)
}

/// `text.lstrip(chars)`.
pub fn lstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        Some(chars) => text.trim_start_matches(|c| chars.contains(c)),
        None => text.trim_start_matches(is_space),
    }
}

/// `text.rstrip(chars)`.
pub fn rstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        Some(chars) => text.trim_end_matches(|c| chars.contains(c)),
        None => text.trim_end_matches(is_space),
    }
}
