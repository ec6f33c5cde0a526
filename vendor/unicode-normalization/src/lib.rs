//! Stands in for `unicode-normalization`: the parser asks it only for the normal form of names
//! that are not ASCII.
//!
//! It leaves a text as it is, until whoever has the tables provides them. Names that have another
//! normal form are refused on their line before, by the syntax checks of `interleave-python`, so
//! none passes unnoticed.

use std::sync::OnceLock;

static TABLES: OnceLock<fn(&str) -> String> = OnceLock::new();

/// From now on `tables` gives the normal form NFKC. The first ones stay.
pub fn provide(tables: fn(&str) -> String) {
    let _ = TABLES.set(tables);
}

/// Whether there are tables to ask.
pub fn is_provided() -> bool {
    TABLES.get().is_some()
}

/// The part of the real crate's trait that the parser uses.
pub trait UnicodeNormalization {
    /// The characters in the normal form NFKC.
    fn nfkc(&self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for str {
    fn nfkc(&self) -> std::vec::IntoIter<char> {
        let characters: Vec<char> = match TABLES.get() {
            Some(tables) => tables(self).chars().collect(),
            None => self.chars().collect(),
        };
        characters.into_iter()
    }
}
