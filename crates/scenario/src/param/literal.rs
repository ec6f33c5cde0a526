//! The literals that a form can hold: read from Python's text and written back to it.

use super::decimal;
use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

/// A literal of a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// A whole number.
    Int(i64),
    /// A number with a fraction or an exponent; finite.
    Float(f64),
    /// A text.
    Str(String),
    /// `True` or `False`.
    Bool(bool),
}

impl Literal {
    /// The literal that is the whole of `text`, white space around it aside.
    pub fn parse(text: &str) -> Option<Literal> {
        let text = text.trim();
        let (value, used) = Literal::read(text)?;
        (used == text.len()).then_some(value)
    }

    /// The literal at the start of `text` and how many bytes it takes.
    pub(crate) fn read(text: &str) -> Option<(Literal, usize)> {
        match text.chars().next()? {
            '"' | '\'' => read_string(text),
            '0'..='9' | '.' | '-' | '+' => read_number(text),
            _ => {
                let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
                let end = end.unwrap_or(text.len());
                let value = match &text[..end] {
                    "True" => true,
                    "False" => false,
                    _ => return None,
                };
                Some((Literal::Bool(value), end))
            }
        }
    }

    /// As a person would type it into a control: a text without its quotes.
    pub fn text(&self) -> String {
        match self {
            Literal::Str(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// The number that it is.
    pub fn number(&self) -> Option<f64> {
        match self {
            Literal::Int(value) => Some(*value as f64),
            Literal::Float(value) => Some(*value),
            _ => None,
        }
    }

    /// As Python source, a text in the given quotes.
    pub(crate) fn source(&self, quote: char) -> String {
        match self {
            Literal::Str(text) => quoted(text, quote),
            other => other.to_string(),
        }
    }
}

/// As Python source.
impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Int(value) => write!(f, "{value}"),
            Literal::Float(value) => write!(f, "{value:?}"),
            Literal::Str(text) => f.write_str(&quoted(text, '"')),
            Literal::Bool(true) => f.write_str("True"),
            Literal::Bool(false) => f.write_str("False"),
        }
    }
}

fn quoted(text: &str, quote: char) -> String {
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => out.extend(['\\', c]),
            // Line separators too: they would end the line in some editors.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                let code = c as u32;
                let escape = if code < 256 {
                    format!("\\x{code:02x}")
                } else {
                    format!("\\u{code:04x}")
                };
                out.push_str(&escape);
            }
            c => out.push(c),
        }
    }
    out.push(quote);
    out
}

fn read_number(text: &str) -> Option<(Literal, usize)> {
    let bytes = text.as_bytes();
    let sign = usize::from(matches!(bytes[0], b'-' | b'+'));
    let mut end = sign;
    let mut float = false;
    while end < bytes.len() {
        match bytes[end] {
            b'0'..=b'9' | b'_' => {}
            b'.' => float = true,
            b'e' | b'E' => {
                float = true;
                if matches!(bytes.get(end + 1), Some(b'-' | b'+')) {
                    end += 1;
                }
            }
            _ => break,
        }
        end += 1;
    }
    if bytes
        .get(end)
        .is_some_and(|&b| b.is_ascii_alphanumeric() || b >= 0x80)
    {
        return None;
    }
    let digits = &text[sign..end];
    let grouped = digits.contains('_');
    if grouped && (digits.starts_with('_') || digits.ends_with('_') || digits.contains("__")) {
        return None;
    }
    let digits = digits.replace('_', "");
    let negative = bytes[0] == b'-';
    let value = if float {
        let value = decimal(&digits).filter(|value| value.is_finite())?;
        Literal::Float(if negative { -value } else { value })
    } else {
        // Python refuses leading zeros except in zero itself.
        if digits.len() > 1 && digits.starts_with('0') && digits.bytes().any(|b| b != b'0') {
            return None;
        }
        let value: i64 = digits.parse().ok()?;
        Literal::Int(if negative { -value } else { value })
    };
    Some((value, end))
}

fn read_string(text: &str) -> Option<(Literal, usize)> {
    let mut chars = text.chars().peekable();
    let quote = chars.next()?;
    let mut used = 1;
    let mut value = String::new();
    // A triple-quoted string is no form value.
    if text[1..].starts_with(quote) {
        let triple = text[2..].starts_with(quote);
        return (!triple).then_some((Literal::Str(value), 2));
    }
    loop {
        let c = chars.next()?;
        used += c.len_utf8();
        match c {
            c if c == quote => return Some((Literal::Str(value), used)),
            '\n' | '\r' => return None,
            '\\' => used += read_escape(&mut chars, &mut value)?,
            c => value.push(c),
        }
    }
}

/// What follows a backslash; gives how many bytes it takes.
fn read_escape(chars: &mut Peekable<Chars<'_>>, value: &mut String) -> Option<usize> {
    let c = chars.next()?;
    let digits = match c {
        'n' => return push(value, '\n'),
        't' => return push(value, '\t'),
        'r' => return push(value, '\r'),
        'a' => return push(value, '\u{7}'),
        'b' => return push(value, '\u{8}'),
        'f' => return push(value, '\u{c}'),
        'v' => return push(value, '\u{b}'),
        '\\' | '\'' | '"' => return push(value, c),
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '0'..='7' => {
            let mut code = c.to_digit(8)?;
            let mut used = 1;
            while used < 3 {
                let Some(digit) = chars.peek().and_then(|next| next.to_digit(8)) else {
                    break;
                };
                code = code * 8 + digit;
                chars.next();
                used += 1;
            }
            value.push(char::from_u32(code)?);
            return Some(used);
        }
        '\n' | '\r' | 'N' => return None,
        other => {
            value.extend(['\\', other]);
            return Some(other.len_utf8());
        }
    };
    let mut code = 0;
    for _ in 0..digits {
        code = code * 16 + chars.next()?.to_digit(16)?;
        if code > 0x0011_0000 {
            return None;
        }
    }
    value.push(char::from_u32(code)?);
    Some(1 + digits)
}

fn push(value: &mut String, c: char) -> Option<usize> {
    value.push(c);
    Some(1)
}
