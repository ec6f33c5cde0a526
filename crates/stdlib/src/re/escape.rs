//! Escapes in patterns: `\d`, `\x41`, `\1`. Source: CPython 3.11, Lib/re/_parser.py.

use super::parse::Parser;
use super::source::{Source, quoted};
use super::tree::{Category, Fault, Node, Place, SetItem};

fn is_octal(c: char) -> bool {
    ('0'..='7').contains(&c)
}

fn control(c: char) -> Option<char> {
    Some(match c {
        'a' => '\x07',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\x0b',
        '\\' => '\\',
        _ => return None,
    })
}

/// `\n` and its like in a template.
pub(super) fn template_control(c: char) -> Option<char> {
    control(c)
}

fn category(c: char) -> Option<Category> {
    Some(match c {
        'd' => Category::Digit,
        'D' => Category::NotDigit,
        's' => Category::Space,
        'S' => Category::NotSpace,
        'w' => Category::Word,
        'W' => Category::NotWord,
        _ => return None,
    })
}

fn number(digits: &str, radix: u32) -> u32 {
    u32::from_str_radix(digits, radix).unwrap_or(u32::MAX)
}

/// `\x`, `\u`, `\U` and `\N`: a character by its number.
fn by_number(source: &mut Source, c: char) -> Result<Option<u32>, Fault> {
    let digits = match c {
        'x' => 2,
        'u' if source.is_text => 4,
        'U' if source.is_text => 8,
        'N' if source.is_text => {
            if !source.accept('{')? {
                return Err(source.fault("missing {", 0));
            }
            let name = source.take_until('}', "character name")?;
            return match crate::unicodedata::character(&name) {
                Some(c) => Ok(Some(c as u32)),
                None => {
                    let text = format!("undefined character name {}", quoted(&name));
                    Err(source.fault(&text, name.chars().count() + 4))
                }
            };
        }
        _ => return Ok(None),
    };
    let taken = source.take_while(digits, |c| c.is_ascii_hexdigit())?;
    if taken.len() != digits {
        let text = format!("incomplete escape \\{c}{taken}");
        return Err(source.fault(&text, taken.len() + 2));
    }
    let code = number(&taken, 16);
    if code > 0x10_ffff {
        return Err(source.fault(&format!("bad escape \\{c}{taken}"), taken.len() + 2));
    }
    Ok(Some(code))
}

fn octal(source: &Source, digits: &str) -> Result<u32, Fault> {
    let code = number(digits, 8);
    if code > 0o377 {
        let text = format!("octal escape value \\{digits} outside of range 0-0o377");
        return Err(source.fault(&text, digits.len() + 1));
    }
    Ok(code)
}

/// The last resort: a letter that means nothing is an error, anything else stands for itself.
fn plain(source: &Source, c: char) -> Result<u32, Fault> {
    if c.is_ascii_alphabetic() {
        return Err(source.fault(&format!("bad escape \\{c}"), 2));
    }
    Ok(c as u32)
}

/// An escape inside `[…]`.
pub(super) fn in_set(source: &mut Source, c: char) -> Result<SetItem, Fault> {
    if let Some(c) = control(c) {
        return Ok(SetItem::Literal(c as u32));
    }
    if let Some(category) = category(c) {
        return Ok(SetItem::Category(category));
    }
    if let Some(code) = by_number(source, c)? {
        return Ok(SetItem::Literal(code));
    }
    if is_octal(c) {
        let digits = format!("{c}{}", source.take_while(2, is_octal)?);
        return octal(source, &digits).map(SetItem::Literal);
    }
    if c.is_ascii_digit() {
        return Err(source.fault(&format!("bad escape \\{c}"), 2));
    }
    plain(source, c).map(SetItem::Literal)
}

/// An escape outside of `[…]`.
pub(super) fn outside(parser: &mut Parser, c: char) -> Result<Node, Fault> {
    if let Some(category) = category(c) {
        return Ok(Node::Set {
            negate: false,
            items: vec![SetItem::Category(category)],
        });
    }
    let place = match c {
        'A' => Some(Place::TextStart),
        'Z' => Some(Place::TextEnd),
        'b' => Some(Place::Boundary),
        'B' => Some(Place::NotBoundary),
        _ => None,
    };
    if let Some(place) = place {
        return Ok(Node::At(place));
    }
    if let Some(c) = control(c) {
        return Ok(Node::Literal(c as u32));
    }
    if let Some(code) = by_number(&mut parser.source, c)? {
        return Ok(Node::Literal(code));
    }
    if c == '0' {
        let digits = parser.source.take_while(2, is_octal)?;
        return Ok(Node::Literal(number(&format!("0{digits}"), 8)));
    }
    if c.is_ascii_digit() {
        return reference(parser, c);
    }
    plain(&parser.source, c).map(Node::Literal)
}

/// `\12`: three octal digits are a character, everything else is a group.
fn reference(parser: &mut Parser, c: char) -> Result<Node, Fault> {
    let source = &mut parser.source;
    let mut digits = c.to_string();
    digits += &source.take_while(1, |c| c.is_ascii_digit())?;
    if digits.len() == 2 && digits.chars().all(is_octal) && source.next_is(is_octal) {
        digits += &source.take_while(1, is_octal)?;
        return octal(source, &digits).map(Node::Literal);
    }
    let group = number(&digits, 10);
    if group >= parser.group_count() {
        let text = format!("invalid group reference {group}");
        return Err(parser.source.fault(&text, digits.len()));
    }
    parser.reference(group, digits.len() + 1)
}
