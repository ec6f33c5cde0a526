//! Which characters are digits, spaces and words, and which are the same but for their case. Knows no patterns.

use super::tree::Category;
use interleave_python::text::strings::classify;

/// How letters are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// As they are.
    Exact,
    /// Without regard to the case of ASCII's letters.
    Ascii,
    /// Without regard to case.
    Unicode,
}

impl Fold {
    pub(super) fn word(self) -> u32 {
        self as u32
    }

    pub(super) fn of_word(word: u32) -> Fold {
        match word {
            1 => Fold::Ascii,
            2 => Fold::Unicode,
            _ => Fold::Exact,
        }
    }

    /// The character that stands for all that are the same.
    pub(super) fn apply(self, c: u32) -> u32 {
        match self {
            Fold::Exact => c,
            Fold::Ascii => match u8::try_from(c) {
                Ok(byte) => u32::from(byte.to_ascii_lowercase()),
                Err(_) => c,
            },
            Fold::Unicode => lower(upper(c)),
        }
    }

    /// The characters that are the same as `c`, itself among them (not all, but those that sets are written with).
    pub(super) fn variants(self, c: u32) -> [u32; 4] {
        match self {
            Fold::Exact => [c; 4],
            Fold::Ascii => match u8::try_from(c) {
                Ok(byte) => {
                    let (low, high) = (byte.to_ascii_lowercase(), byte.to_ascii_uppercase());
                    [c, c, u32::from(low), u32::from(high)]
                }
                Err(_) => [c; 4],
            },
            Fold::Unicode => [c, lower(c), upper(c), self.apply(c)],
        }
    }
}

/// The lower-case letter where it is one character. Source: CPython, `_PyUnicode_ToLowercase`.
fn lower(c: u32) -> u32 {
    if c < 128 {
        return u32::from((c as u8).to_ascii_lowercase());
    }
    match (c, char::from_u32(c)) {
        (0x130, _) => u32::from(b'i'),
        (_, Some(letter)) => {
            let mut mapped = letter.to_lowercase();
            match (mapped.next(), mapped.next()) {
                (Some(one), None) => one as u32,
                _ => c,
            }
        }
        _ => c,
    }
}

fn upper(c: u32) -> u32 {
    if c < 128 {
        return u32::from((c as u8).to_ascii_uppercase());
    }
    // Three letters have no upper-case form of one character, and twins all the same.
    match (c, char::from_u32(c)) {
        (0xfb06, _) => 0xfb05,
        (0x1fd3, _) => 0x390,
        (0x1fe3, _) => 0x3b0,
        (_, Some(letter)) => {
            let mut mapped = letter.to_uppercase();
            match (mapped.next(), mapped.next()) {
                (Some(one), None) => one as u32,
                _ => c,
            }
        }
        _ => c,
    }
}

fn ask(c: u32, question: fn(&str) -> bool) -> bool {
    char::from_u32(c).is_some_and(|c| question(c.encode_utf8(&mut [0; 4])))
}

/// Whether `c` is part of a word.
pub(super) fn is_word(c: u32, unicode: bool) -> bool {
    match c {
        0..128 => c == u32::from(b'_') || (c as u8).is_ascii_alphanumeric(),
        _ => unicode && ask(c, classify::is_alnum),
    }
}

fn is_digit(c: u32, unicode: bool) -> bool {
    match c {
        0..128 => (c as u8).is_ascii_digit(),
        _ => unicode && ask(c, classify::is_decimal),
    }
}

fn is_space(c: u32, unicode: bool) -> bool {
    match c {
        9..=13 | 32 => true,
        // The separators that `str.isspace` counts too.
        0x1c..=0x1f => unicode,
        0..128 => false,
        _ => unicode && ask(c, classify::is_space),
    }
}

/// Whether `c` is of a class, with Unicode's letters or with ASCII's alone.
pub(super) fn is_of(category: Category, c: u32, unicode: bool) -> bool {
    match category {
        Category::Digit => is_digit(c, unicode),
        Category::NotDigit => !is_digit(c, unicode),
        Category::Space => is_space(c, unicode),
        Category::NotSpace => !is_space(c, unicode),
        Category::Word => is_word(c, unicode),
        Category::NotWord => !is_word(c, unicode),
    }
}
