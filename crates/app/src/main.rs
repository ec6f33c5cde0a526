//! The page's program. Owns the start only.
mod i18n;
fn main() {}
