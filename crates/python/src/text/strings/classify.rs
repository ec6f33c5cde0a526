//! The questions of `str`: `isdigit`, `isalpha`, `isidentifier` and the rest. Every one but
//! `isascii` and `isprintable` is false of an empty text.

use crate::text::unicode;

fn all(text: &str, class: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(class)
}

/// `text.isdecimal()`.
pub fn is_decimal(text: &str) -> bool {
    all(text, |c| unicode::decimal_value(c).is_some())
}

/// `text.isdigit()`.
pub fn is_digit(text: &str) -> bool {
    all(text, unicode::is_digit)
}

/// `text.isnumeric()`.
pub fn is_numeric(text: &str) -> bool {
    all(text, unicode::is_numeric)
}

/// `text.isalpha()`.
pub fn is_alpha(text: &str) -> bool {
    all(text, unicode::is_alpha)
}

/// `text.isalnum()`.
pub fn is_alnum(text: &str) -> bool {
    all(text, |c| unicode::is_alpha(c) || unicode::is_numeric(c))
}

/// `text.isspace()`.
pub fn is_space(text: &str) -> bool {
    all(text, unicode::is_space)
}

/// `text.isprintable()`.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(unicode::is_printable)
}

/// `text.isascii()`.
pub fn is_ascii(text: &str) -> bool {
    text.is_ascii()
}

/// `text.isidentifier()`; keywords count as identifiers.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}

/// `text.islower()`.
pub fn is_lower(text: &str) -> bool {
    let other = |c: char| c.is_uppercase() || unicode::is_title_letter(c);
    !text.chars().any(other) && text.chars().any(char::is_lowercase)
}

/// `text.isupper()`.
pub fn is_upper(text: &str) -> bool {
    let other = |c: char| c.is_lowercase() || unicode::is_title_letter(c);
    !text.chars().any(other) && text.chars().any(char::is_uppercase)
}

/// `text.istitle()`: capitals start words and only they do.
pub fn is_title(text: &str) -> bool {
    let (mut in_word, mut any) = (false, false);
    for c in text.chars() {
        if c.is_uppercase() || unicode::is_title_letter(c) {
            if in_word {
                return false;
            }
            (in_word, any) = (true, true);
        } else if c.is_lowercase() {
            if !in_word {
                return false;
            }
            any = true;
        } else {
            in_word = false;
        }
    }
    any
}
