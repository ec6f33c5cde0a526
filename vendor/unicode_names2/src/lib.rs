//! Stands in for `unicode_names2`: the parser asks it only to decode `\N{…}`.
//!
//! It knows no name of its own. Whoever has a table provides it; without one such an escape becomes a diagnostic on its line.

use std::sync::OnceLock;

static TABLE: OnceLock<fn(&str) -> Option<char>> = OnceLock::new();

/// From now on `table` knows the characters of all names. The first one stays.
pub fn provide(table: fn(&str) -> Option<char>) {
    let _ = TABLE.set(table);
}

/// Whether there is a table to ask.
pub fn is_provided() -> bool {
    TABLE.get().is_some()
}

/// The character of a name, where a table knows it.
pub fn character(name: &str) -> Option<char> {
    TABLE.get().and_then(|table| table(name))
}
