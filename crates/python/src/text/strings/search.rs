//! Searching in a text: `find`, `index`, `count`, `startswith`, `replace` and their kin.
//! `start` and `end` follow slice rules.

use super::Text;
use crate::text::slices::search_bounds;
use crate::text::{TextError, check_result_bytes, value};

impl<'a> Text<'a> {
    /// The part that `start` and `end` leave, with its first byte's place; `None` where
    /// `start` lies beyond `end`, so that even an empty text is not found.
    fn part(self, start: Option<i64>, end: Option<i64>) -> Option<(usize, &'a str)> {
        if start.is_none() && end.is_none() {
            return Some((0, self.as_str()));
        }
        let (start, end) = search_bounds(start, end, self.length());
        (start <= end).then(|| (self.byte_at(start), self.between(start, end)))
    }

    /// `text.find(needle, start, end)`, `None` for -1.
    pub fn find(self, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
        let (offset, part) = self.part(start, end)?;
        let byte = part.find(needle)?;
        Some(self.position_of_byte(offset + byte))
    }

    /// `text.rfind(needle, start, end)`, `None` for -1.
    pub fn rfind(self, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
        let (offset, part) = self.part(start, end)?;
        let byte = part.rfind(needle)?;
        Some(self.position_of_byte(offset + byte))
    }

    /// `text.index(needle, start, end)`.
    pub fn index(
        self,
        needle: &str,
        start: Option<i64>,
        end: Option<i64>,
    ) -> Result<usize, TextError> {
        match self.find(needle, start, end) {
            Some(position) => Ok(position),
            None => value("substring not found"),
        }
    }

    /// `text.rindex(needle, start, end)`.
    pub fn rindex(
        self,
        needle: &str,
        start: Option<i64>,
        end: Option<i64>,
    ) -> Result<usize, TextError> {
        match self.rfind(needle, start, end) {
            Some(position) => Ok(position),
            None => value("substring not found"),
        }
    }

    /// `text.count(needle, start, end)`: occurrences that don't overlap.
    pub fn count(self, needle: &str, start: Option<i64>, end: Option<i64>) -> usize {
        match self.part(start, end) {
            Some((_, part)) if needle.is_empty() => Text::new(part).length() + 1,
            Some((_, part)) => part.matches(needle).count(),
            None => 0,
        }
    }

    /// `text.startswith(prefix, start, end)`; the VM asks once per element of a tuple.
    pub fn starts_with(self, prefix: &str, start: Option<i64>, end: Option<i64>) -> bool {
        self.part(start, end)
            .is_some_and(|(_, part)| part.starts_with(prefix))
    }

    /// `text.endswith(suffix, start, end)`.
    pub fn ends_with(self, suffix: &str, start: Option<i64>, end: Option<i64>) -> bool {
        self.part(start, end)
            .is_some_and(|(_, part)| part.ends_with(suffix))
    }
}

/// `text.removeprefix(prefix)`.
pub fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `text.removesuffix(suffix)`.
pub fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}

/// `text.replace(old, new, count)`; a negative count replaces all.
pub fn replace(text: &str, old: &str, new: &str, count: i64) -> Result<String, TextError> {
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    let growth = new.len().saturating_sub(old.len());
    if growth > 0 {
        let found = text.matches(old).count().min(most);
        check_result_bytes(found.saturating_mul(growth).saturating_add(text.len()))?;
    }
    Ok(text.replacen(old, new, most))
}

/// `text * times`.
pub fn repeat(text: &str, times: i64) -> Result<String, TextError> {
    let times = usize::try_from(times).unwrap_or(0);
    check_result_bytes(text.len().saturating_mul(times))?;
    Ok(text.repeat(times))
}
