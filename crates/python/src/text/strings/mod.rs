//! The methods of `str` as pure functions. Positions and lengths are code points; a text
//! known to be ASCII is indexed in constant time. `join`, `translate`, `format` and
//! everything that calls back into Python stay with the VM.

pub mod case;
pub mod classify;
pub mod pad;
mod search;
pub mod split;

pub use search::{remove_prefix, remove_suffix, repeat, replace};

use super::TextError;
use super::slices::{SliceRange, checked_index, slice_indices};

/// A text with its length in code points, counted once by whoever owns the text.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    text: &'a str,
    length: usize,
}

impl<'a> Text<'a> {
    /// Counts the code points of `text`.
    pub fn new(text: &'a str) -> Text<'a> {
        let length = if text.is_ascii() {
            text.len()
        } else {
            text.chars().count()
        };
        Text { text, length }
    }

    /// `length` is the number of code points, known already.
    pub fn with_length(text: &'a str, length: usize) -> Text<'a> {
        debug_assert_eq!(length, text.chars().count());
        Text { text, length }
    }

    /// The text itself.
    pub fn as_str(self) -> &'a str {
        self.text
    }

    /// `len(text)` in code points.
    pub fn length(self) -> usize {
        self.length
    }

    /// Every code point is one byte.
    pub fn is_ascii(self) -> bool {
        self.length == self.text.len()
    }

    /// Where code point `position` starts, in bytes; the text's end from its length on.
    pub fn byte_at(self, position: usize) -> usize {
        if position >= self.length {
            self.text.len()
        } else if self.is_ascii() {
            position
        } else {
            let mut starts = self.text.char_indices();
            starts
                .nth(position)
                .map_or(self.text.len(), |(byte, _)| byte)
        }
    }

    /// How many code points start before `byte`.
    pub fn position_of_byte(self, byte: usize) -> usize {
        if self.is_ascii() {
            byte
        } else {
            self.text[..byte].chars().count()
        }
    }

    /// Code points `start..end`; empty where `start` is not below `end`.
    pub fn between(self, start: usize, end: usize) -> &'a str {
        let end = end.min(self.length);
        if start >= end {
            return "";
        }
        let from = self.byte_at(start);
        if self.is_ascii() {
            return &self.text[from..end];
        }
        let rest = Text {
            text: &self.text[from..],
            length: self.length - start,
        };
        &rest.text[..rest.byte_at(end - start)]
    }

    /// `text[index]`.
    pub fn at(self, index: i64) -> Result<&'a str, TextError> {
        match checked_index(index, self.length) {
            Some(position) => Ok(self.between(position, position + 1)),
            None => Err(TextError::Index("string index out of range".into())),
        }
    }

    /// `text[start:stop:step]`.
    pub fn slice(
        self,
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
    ) -> Result<String, TextError> {
        let range = slice_indices(start, stop, step, self.length)?;
        Ok(self.select(range))
    }

    /// The code points that `range` names.
    pub fn select(self, range: SliceRange) -> String {
        if range.step == 1 {
            let start = range.start as usize;
            return self.between(start, start + range.count).to_owned();
        }
        if self.is_ascii() {
            let bytes = self.text.as_bytes();
            return range.indices().map(|at| bytes[at] as char).collect();
        }
        let all: Vec<char> = self.text.chars().collect();
        range.indices().map(|at| all[at]).collect()
    }
}
