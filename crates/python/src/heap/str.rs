//! `str`: a text with its length and its hash. Knows no method of it.

use super::Text;
use std::cell::Cell;
use std::rc::Rc;

/// A `str`'s text.
#[derive(Debug)]
pub struct Str {
    /// The text.
    pub text: Text,
    /// Its length in code points.
    pub length: u32,
    /// Its hash, once somebody asked; 0 before.
    hash: Cell<i64>,
}

impl Clone for Str {
    fn clone(&self) -> Str {
        Str {
            text: self.text.twin(),
            length: self.length,
            hash: self.hash.clone(),
        }
    }
}

impl Str {
    /// From borrowed text.
    pub fn new(text: &str) -> Str {
        Str {
            length: length_of(text),
            text: Text::from(text),
            hash: Cell::new(0),
        }
    }

    /// From text that others have, too.
    pub fn shared(text: Rc<str>) -> Str {
        Str {
            length: length_of(&text),
            text: Text::from(text),
            hash: Cell::new(0),
        }
    }

    /// From owned text.
    pub fn from_string(text: String) -> Str {
        Str {
            length: length_of(&text),
            text: Text::from(text),
            hash: Cell::new(0),
        }
    }

    /// Its hash, CPython's with `PYTHONHASHSEED=0`.
    #[inline]
    pub fn hash(&self) -> i64 {
        match self.hash.get() {
            0 => {
                let hash = crate::text::hash::text(&self.text);
                self.hash.set(hash);
                hash
            }
            hash => hash,
        }
    }

    /// This text with `other` behind it.
    pub fn joined(&self, other: &Str) -> Str {
        Str {
            text: self.text.joined(&other.text),
            length: self.length + other.length,
            hash: Cell::new(0),
        }
    }

    /// Whether every code point is one byte: indexing is then O(1).
    pub fn is_ascii(&self) -> bool {
        self.length as usize == self.text.byte_length()
    }
}

fn length_of(text: &str) -> u32 {
    if text.is_ascii() {
        text.len() as u32
    } else {
        text.chars().count() as u32
    }
}
