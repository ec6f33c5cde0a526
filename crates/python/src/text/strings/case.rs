//! Changing case: `lower`, `upper`, `title`, `capitalize`, `swapcase`, `casefold`.

use crate::text::unicode::{is_cased, push_folded, push_title};

/// `text.lower()`.
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// `text.upper()`.
pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// `text.casefold()`.
pub fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_folded(c, &mut out));
    out
}

/// `text.capitalize()`: the first letter in title case, the rest in lower case.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if at == 0 {
            push_title(c, &mut out);
        } else {
            push_lower(text, at, c, &mut out);
        }
    }
    out
}

/// `text.title()`: a letter after a letter in lower case, any other in title case.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        if in_word {
            push_lower(text, at, c, &mut out);
        } else {
            push_title(c, &mut out);
        }
        in_word = is_cased(c);
    }
    out
}

/// `text.swapcase()`.
pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_uppercase() {
            push_lower(text, at, c, &mut out);
        } else if c.is_lowercase() {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    out
}

/// Lower case of the letter at byte `at`; a capital sigma depends on its neighbours, which
/// `str::to_lowercase` alone knows how to judge.
fn push_lower(text: &str, at: usize, c: char, out: &mut String) {
    if c != '\u{3a3}' {
        out.extend(c.to_lowercase());
        return;
    }
    let before = text[..at].to_lowercase().len();
    let whole = text.to_lowercase();
    out.extend(whole[before..].chars().next());
}
