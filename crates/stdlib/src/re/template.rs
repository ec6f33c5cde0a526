//! Templates of `sub` and `expand`: `\1`, `\g<name>`, `\n`. Source: CPython 3.11, Lib/re/_parser.py `parse_template`.

use super::escape::template_control;
use super::source::{Source, Token, is_identifier, quoted};
use super::tree::Fault;

/// A part of a template.
#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    Text(String),
    Group(u32),
}

/// Reads a template for a pattern with these groups (number 0 included) and names.
pub(super) fn parse(
    text: &str,
    is_text: bool,
    groups: u32,
    names: &[(String, u32)],
) -> Result<Vec<Piece>, Fault> {
    let mut pieces = Vec::new();
    if !text.contains('\\') {
        pieces.push(Piece::Text(text.to_owned()));
        return Ok(pieces);
    }
    let mut source = Source::new(text, is_text)?;
    let mut plain = String::new();
    while let Some(token) = source.take()? {
        let c = match token {
            Token::Plain(c) => {
                plain.push(c);
                continue;
            }
            Token::Escape(c) => c,
        };
        let group = match c {
            'g' => named(&mut source, names)?,
            '0' => {
                let digits = source.take_while(2, |c| ('0'..='7').contains(&c))?;
                let code = u32::from_str_radix(&format!("0{digits}"), 8).unwrap_or(0);
                plain.push(char::from(code as u8));
                None
            }
            '1'..='9' => numbered(&mut source, c, &mut plain)?,
            c => {
                match template_control(c) {
                    Some(control) => plain.push(control),
                    None if c.is_ascii_alphabetic() => {
                        return Err(source.fault(&format!("bad escape \\{c}"), 2));
                    }
                    None => plain.extend(['\\', c]),
                }
                None
            }
        };
        let Some((group, back)) = group else { continue };
        if group >= groups {
            return Err(source.fault(&format!("invalid group reference {group}"), back));
        }
        if !plain.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
        }
        pieces.push(Piece::Group(group));
    }
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    Ok(pieces)
}

/// `\g<name>` or `\g<number>`, and how far back it is told of.
fn named(source: &mut Source, names: &[(String, u32)]) -> Result<Option<(u32, usize)>, Fault> {
    if !source.accept('<')? {
        return Err(source.fault("missing <", 0));
    }
    let name = source.take_until('>', "group name")?;
    let back = name.chars().count() + 1;
    if is_identifier(&name) {
        let known = names.iter().find(|(known, _)| *known == name);
        let Some(&(_, group)) = known else {
            let text = format!("unknown group name {}", quoted(&name));
            return Err(Fault::Index(text));
        };
        return Ok(Some((group, back)));
    }
    match name.trim().parse::<u32>() {
        Ok(group) => Ok(Some((group, back))),
        Err(_) => {
            let text = format!("bad character in group name {}", quoted(&name));
            Err(source.fault(&text, back))
        }
    }
}

/// `\12` or, with three octal digits, a character.
fn numbered(
    source: &mut Source,
    first: char,
    plain: &mut String,
) -> Result<Option<(u32, usize)>, Fault> {
    let octal = |c: char| ('0'..='7').contains(&c);
    let mut digits = first.to_string();
    digits += &source.take_while(1, |c| c.is_ascii_digit())?;
    if digits.len() == 2 && digits.chars().all(octal) && source.next_is(octal) {
        digits += &source.take_while(1, octal)?;
        let code = u32::from_str_radix(&digits, 8).unwrap_or(0);
        let Ok(byte) = u8::try_from(code) else {
            let text = format!("octal escape value \\{digits} outside of range 0-0o377");
            return Err(source.fault(&text, 4));
        };
        plain.push(char::from(byte));
        return Ok(None);
    }
    let group = digits.parse().unwrap_or(u32::MAX);
    Ok(Some((group, digits.len())))
}
