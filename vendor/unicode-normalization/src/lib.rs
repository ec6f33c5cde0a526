//! Stands in for `unicode-normalization`: the parser asks it only for the normal form of names
//! that are not ASCII.
//!
//! It leaves a text as it is. Names that have another normal form are refused on their line, by
//! the syntax checks of `interleave-python`, so none passes unnoticed.

use std::str::Chars;

/// The part of the real crate's trait that the parser uses.
pub trait UnicodeNormalization {
    /// The characters as they are.
    fn nfkc(&self) -> Chars<'_>;
}

impl UnicodeNormalization for str {
    fn nfkc(&self) -> Chars<'_> {
        self.chars()
    }
}
