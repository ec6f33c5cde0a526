//! Character classes and case mappings that Rust's `char` lacks or defines otherwise than
//! CPython 3.11. Lower and upper case are Rust's own tables: a newer Unicode than CPython's
//! 14.0, so letters added since are cased here and not there.

use super::unicode_tables as tables;
use std::borrow::Cow;

/// Whether run-length `table` contains `c`, with how far into its run `c` stands.
fn place_in_run(table: &[u8], c: char) -> Option<u32> {
    let code = c as u32;
    let (mut start, mut run, mut shift, mut inside) = (0u32, 0u32, 0, false);
    for &byte in table {
        run |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 != 0 {
            continue;
        }
        if code < start + run {
            return inside.then_some(code - start);
        }
        start += run;
        (run, shift, inside) = (0, 0, !inside);
    }
    None
}

/// The large blocks that are letters throughout, so that ideographs skip the tables.
fn is_common_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{3041}'..='\u{3096}')
}

/// `c.isspace()`, which also is what `strip()` and `split()` take for whitespace.
pub(crate) fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
            | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// `c.isprintable()`.
pub(crate) fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\0'..='\x7f' => false,
        _ => is_common_letter(c) || place_in_run(tables::PRINTABLE, c).is_some(),
    }
}

/// `c.isalpha()`.
pub(crate) fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    is_common_letter(c) || place_in_run(tables::ALPHA, c).is_some()
}

/// The value of a decimal digit of any script.
pub(crate) fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    place_in_run(tables::DECIMAL, c).map(|place| place % 10)
}

/// `c.isdigit()`.
pub(crate) fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    place_in_run(tables::DIGIT, c).is_some()
}

/// `c.isnumeric()`.
pub(crate) fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    place_in_run(tables::NUMERIC, c).is_some()
}

/// Digits of every script as ASCII digits and every space as `' '`: what `int()` and
/// `float()` read a text as.
pub(crate) fn decimal_and_space_to_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let ascii = |c: char| match decimal_value(c) {
        Some(digit) => char::from_digit(digit, 10).unwrap_or(c),
        None if is_space(c) => ' ',
        None => c,
    };
    Cow::Owned(text.chars().map(ascii).collect())
}

/// A titlecase letter, category Lt.
pub(crate) fn is_title_letter(c: char) -> bool {
    matches!(
        c,
        '\u{1c5}' | '\u{1c8}' | '\u{1cb}' | '\u{1f2}' | '\u{1f88}'..='\u{1f8f}'
            | '\u{1f98}'..='\u{1f9f}' | '\u{1fa8}'..='\u{1faf}' | '\u{1fbc}' | '\u{1fcc}'
            | '\u{1ffc}'
    )
}

/// Upper, lower or title case: what starts or continues a word for `title()`.
pub(crate) fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title_letter(c)
}

/// Appends the titlecase of `c`, by Unicode's `SpecialCasing` and `UnicodeData`.
pub(crate) fn push_title(c: char, out: &mut String) {
    let single = |code: u32| char::from_u32(code).unwrap_or(c);
    match c {
        '\u{1c4}'..='\u{1c6}' => out.push('\u{1c5}'),
        '\u{1c7}'..='\u{1c9}' => out.push('\u{1c8}'),
        '\u{1ca}'..='\u{1cc}' => out.push('\u{1cb}'),
        '\u{1f1}'..='\u{1f3}' => out.push('\u{1f2}'),
        '\u{10d0}'..='\u{10ff}' => out.push(c),
        '\u{149}' => out.push_str("\u{2bc}N"),
        '\u{1f80}'..='\u{1faf}' => out.push(single(c as u32 | 8)),
        '\u{1fb3}' | '\u{1fc3}' | '\u{1ff3}' => out.push(single(c as u32 + 9)),
        '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}' => out.push(c),
        '\u{1fb7}' | '\u{1fc7}' | '\u{1ff7}' => {
            out.push(single(c as u32 + 5));
            out.push('\u{342}');
        }
        '\u{1fb2}' | '\u{1fb4}' | '\u{1fc2}' | '\u{1fc4}' | '\u{1ff2}' | '\u{1ff4}' => {
            out.extend(c.to_uppercase().next());
            out.push('\u{345}');
        }
        _ => {
            let mut upper = c.to_uppercase();
            out.extend(upper.next());
            out.extend(upper.flat_map(char::to_lowercase));
        }
    }
}

/// Appends `c.casefold()`: lower case of upper case, but for Cherokee, which folds to upper
/// case, and the letters whose upper case would lose the distinction.
pub(crate) fn push_folded(c: char, out: &mut String) {
    match c {
        '\u{131}' => out.push(c),
        '\u{1e9e}' => out.push_str("ss"),
        '\u{13a0}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => out.extend(c.to_uppercase()),
        _ => out.extend(c.to_uppercase().flat_map(char::to_lowercase)),
    }
}
