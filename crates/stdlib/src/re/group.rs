//! What stands in parentheses: groups, looks, conditionals, flags. Source: CPython 3.11, Lib/re/_parser.py.

use super::parse::Parser;
use super::source::{Token, is_identifier, quoted};
use super::tree::{
    ASCII, DEBUG, DOT_ALL, Fault, IGNORE_CASE, LOCALE, MULTILINE, Node, TYPE_FLAGS, UNICODE,
    VERBOSE,
};

/// Flags that hold for the whole pattern only.
const GLOBAL_FLAGS: u32 = DEBUG;

/// What follows an opening parenthesis; `None` where that is no part of the pattern (a comment, global flags).
pub(super) fn group(
    parser: &mut Parser,
    verbose: &mut bool,
    may_set_flags: bool,
) -> Result<Option<Node>, Fault> {
    let start = parser.source.tell() - 1;
    let mut name = None;
    let mut captures = true;
    let mut atomic = false;
    let mut changed = (0, 0);
    if parser.source.accept('?')? {
        captures = false;
        match letter(parser)? {
            'P' => match python_group(parser)? {
                Ok(found) => {
                    captures = true;
                    name = Some(found);
                }
                Err(reference) => return Ok(Some(reference)),
            },
            ':' => {}
            '#' => return comment(parser, start).map(|()| None),
            c @ ('=' | '!' | '<') => return look(parser, c, *verbose, start).map(Some),
            '(' => return conditional(parser, *verbose, start).map(Some),
            '>' => atomic = true,
            c if c == '-' || flag(c).is_some() => match flags(parser, c)? {
                Some(found) => changed = found,
                None => {
                    if !may_set_flags && parser.minor >= 11 {
                        let back = parser.source.tell() - start;
                        let text = "global flags not at the start of the expression";
                        return Err(parser.source.fault(text, back));
                    }
                    *verbose = parser.flags & VERBOSE != 0;
                    return Ok(None);
                }
            },
            c => return Err(unknown(parser, "?", c)),
        }
    }
    let number = match captures {
        true => Some(parser.open_group(name.as_deref())?),
        false => None,
    };
    let (add_flags, remove_flags) = changed;
    let inner = (*verbose || add_flags & VERBOSE != 0) && remove_flags & VERBOSE == 0;
    let body = parser.alternatives(inner, false)?;
    close(parser, start)?;
    if let Some(number) = number {
        parser.close_group(number, &body);
    }
    Ok(Some(match atomic {
        true => Node::Atomic(body),
        false => Node::Group {
            number,
            add_flags,
            remove_flags,
            body,
        },
    }))
}

/// The next character, whatever it is.
fn letter(parser: &mut Parser) -> Result<char, Fault> {
    match parser.source.take()? {
        Some(Token::Plain(c)) => Ok(c),
        Some(Token::Escape(c)) => {
            let text = format!("unknown extension ?\\{c}");
            Err(parser.source.fault(&text, 3))
        }
        None => Err(parser.source.fault("unexpected end of pattern", 0)),
    }
}

fn unknown(parser: &Parser, before: &str, c: char) -> Fault {
    let text = format!("unknown extension {before}{c}");
    parser.source.fault(&text, before.len() + 1)
}

fn close(parser: &mut Parser, start: usize) -> Result<(), Fault> {
    if parser.source.accept(')')? {
        return Ok(());
    }
    let back = parser.source.tell() - start;
    Err(parser
        .source
        .fault("missing ), unterminated subpattern", back))
}

/// `(?P<name>` gives the name, `(?P=name)` a reference.
fn python_group(parser: &mut Parser) -> Result<Result<String, Node>, Fault> {
    if parser.source.accept('<')? {
        let name = parser.source.take_until('>', "group name")?;
        parser.source.check_name(&name, 1)?;
        return Ok(Ok(name));
    }
    if parser.source.accept('=')? {
        let name = parser.source.take_until(')', "group name")?;
        parser.source.check_name(&name, 1)?;
        let group = named(parser, &name)?;
        let back = name.chars().count() + 1;
        return parser.reference(group, back).map(Err);
    }
    let c = letter(parser)?;
    Err(unknown(parser, "?P", c))
}

fn named(parser: &Parser, name: &str) -> Result<u32, Fault> {
    match parser.names.iter().find(|(known, _)| known == name) {
        Some(&(_, group)) => Ok(group),
        None => {
            let text = format!("unknown group name {}", quoted(name));
            Err(parser.source.fault(&text, name.chars().count() + 1))
        }
    }
}

fn comment(parser: &mut Parser, start: usize) -> Result<(), Fault> {
    loop {
        if parser.source.next.is_none() {
            let back = parser.source.tell() - start;
            let text = "missing ), unterminated comment";
            return Err(parser.source.fault(text, back));
        }
        if parser.source.take()? == Some(Token::Plain(')')) {
            return Ok(());
        }
    }
}

fn look(parser: &mut Parser, c: char, verbose: bool, start: usize) -> Result<Node, Fault> {
    let behind = c == '<';
    let mut sign = c;
    let before = parser.behind_groups;
    if behind {
        sign = letter(parser)?;
        if !matches!(sign, '=' | '!') {
            return Err(unknown(parser, "?<", sign));
        }
        if before.is_none() {
            parser.behind_groups = Some(parser.group_count());
        }
    }
    let body = parser.alternatives(verbose, false)?;
    if behind {
        parser.behind_groups = before;
    }
    close(parser, start)?;
    Ok(Node::Look {
        behind,
        negate: sign == '!',
        body,
    })
}

fn conditional(parser: &mut Parser, verbose: bool, start: usize) -> Result<Node, Fault> {
    let name = parser.source.take_until(')', "group name")?;
    let back = name.chars().count() + 1;
    let group = if is_identifier(&name) {
        named(parser, &name)?
    } else {
        let Ok(group) = name.trim().parse::<u32>() else {
            let text = format!("bad character in group name {}", quoted(&name));
            return Err(parser.source.fault(&text, back));
        };
        if group == 0 {
            return Err(parser.source.fault("bad group number", back));
        }
        let place = parser.source.tell().saturating_sub(back);
        if !parser.asked.iter().any(|&(known, _)| known == group) {
            parser.asked.push((group, place));
        }
        group
    };
    parser.check_behind(group)?;
    let yes = parser.sequence(verbose, false)?;
    let mut no = Vec::new();
    if parser.source.accept('|')? {
        no = parser.sequence(verbose, false)?;
        if parser.source.next == Some(Token::Plain('|')) {
            let text = "conditional backref with more than two branches";
            return Err(parser.source.fault(text, 0));
        }
    }
    close(parser, start)?;
    Ok(Node::Conditional { group, yes, no })
}

fn flag(c: char) -> Option<u32> {
    Some(match c {
        'i' => IGNORE_CASE,
        'L' => LOCALE,
        'm' => MULTILINE,
        's' => DOT_ALL,
        'x' => VERBOSE,
        'a' => ASCII,
        't' => 1,
        'u' => UNICODE,
        _ => return None,
    })
}

/// The next flag or what may follow one; `missing` is what CPython says is missing else.
fn flag_letter(parser: &mut Parser, ends: &str, missing: &str) -> Result<char, Fault> {
    match parser.source.take()? {
        None => Err(parser.source.fault(missing, 0)),
        Some(Token::Plain(c)) if ends.contains(c) || flag(c).is_some() => Ok(c),
        Some(token) => {
            let text = token.text();
            let is_letter = matches!(token, Token::Plain(c) if c.is_alphabetic());
            let told = if is_letter { "unknown flag" } else { missing };
            Err(parser.source.fault(told, text.chars().count()))
        }
    }
}

/// `(?i)` sets flags of the whole pattern: `None`. `(?i-s:` gives what changes inside.
fn flags(parser: &mut Parser, first: char) -> Result<Option<(u32, u32)>, Fault> {
    let (mut add, mut remove) = (0, 0);
    let mut c = first;
    while let Some(found) = flag(c) {
        let wrong = match (parser.source.is_text, c) {
            (true, 'L') => "bad inline flags: cannot use 'L' flag with a str pattern",
            (false, 'u') => "bad inline flags: cannot use 'u' flag with a bytes pattern",
            _ => "",
        };
        if !wrong.is_empty() {
            return Err(parser.source.fault(wrong, 0));
        }
        add |= found;
        if found & TYPE_FLAGS != 0 && add & TYPE_FLAGS != found {
            let text = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
            return Err(parser.source.fault(text, 0));
        }
        c = flag_letter(parser, ")-:", "missing -, : or )")?;
    }
    if c == ')' {
        parser.flags |= add;
        return Ok(None);
    }
    if add & GLOBAL_FLAGS != 0 {
        let text = "bad inline flags: cannot turn on global flag";
        return Err(parser.source.fault(text, 1));
    }
    if c == '-' {
        c = flag_letter(parser, "", "missing flag")?;
        while let Some(found) = flag(c) {
            if found & TYPE_FLAGS != 0 {
                let text = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                return Err(parser.source.fault(text, 0));
            }
            remove |= found;
            c = flag_letter(parser, ":", "missing :")?;
        }
    }
    if add & remove != 0 {
        let text = "bad inline flags: flag turned on and off";
        return Err(parser.source.fault(text, 1));
    }
    Ok(Some((add, remove)))
}
