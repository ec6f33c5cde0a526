//! What is inside of string literals: escapes that can't be read, and the fields of f-strings. Source: CPython 3.11,
//! Parser/string_parser.c.

use super::matching::{Matcher, Origin, Stop};

/// The letters before a literal's quotes.
pub(super) fn prefix(literal: &str) -> &str {
    &literal[..literal.find(['"', '\'']).unwrap_or(0)]
}

/// An error in one of the literals from a token to the mark.
pub(super) fn check(matcher: &mut Matcher<'_>, from: usize) -> Result<(), Stop> {
    let mut kind_before = None;
    for at in from..matcher.mark {
        let literal = matcher.text_at(at);
        let prefix = prefix(literal).to_ascii_lowercase();
        let body = literal.get(prefix.len()..).unwrap_or("");
        let quotes = if body.len() >= 6 && (body.starts_with("\"\"\"") || body.starts_with("'''")) {
            3
        } else {
            1
        };
        let body = body
            .get(quotes..body.len().saturating_sub(quotes))
            .unwrap_or("");
        let (is_raw, is_bytes) = (prefix.contains('r'), prefix.contains('b'));
        if is_bytes && !body.is_ascii() {
            let message = "bytes can only contain ASCII literal characters";
            return Err(Stop::Wrong(matcher.range(at, at + 1, message.to_owned())));
        }
        let is_fields = prefix.contains('f');
        if !is_raw
            && !is_fields
            && let Some(message) = bad_escape(body, is_bytes)
        {
            return Err(wrong(matcher, message));
        }
        if kind_before.is_some_and(|before| before != is_bytes) {
            return Err(wrong(
                matcher,
                "cannot mix bytes and nonbytes literals".to_owned(),
            ));
        }
        kind_before = Some(is_bytes);
        if is_fields {
            let start = literal.len() - body.len() - quotes;
            let mut fields = Fields {
                literal,
                at: start,
                end: literal.len() - quotes,
                is_raw,
                token: at,
            };
            fields.text(matcher, 0)?;
        }
    }
    Ok(())
}

fn wrong(matcher: &Matcher<'_>, message: String) -> Stop {
    Stop::Wrong(matcher.last_token("SyntaxError", message))
}

/// What is wrong with an escape of a literal.
fn bad_escape(body: &str, is_bytes: bool) -> Option<String> {
    let characters: Vec<char> = body.chars().collect();
    // Other than ASCII goes through as ten characters.
    let width = |c: char| if c.is_ascii() || is_bytes { 1 } else { 10 };
    let mut place = 0;
    let mut at = 0;
    while at < characters.len() {
        let c = characters[at];
        if c != '\\' {
            place += width(c);
            at += 1;
            continue;
        }
        let digits = |wanted: usize| {
            let rest = characters[at + 2..].iter();
            rest.take(wanted)
                .take_while(|c| c.is_ascii_hexdigit())
                .count()
        };
        let escaped = characters.get(at + 1).copied().unwrap_or('\\');
        let wanted = match escaped {
            'x' => 2,
            'u' if !is_bytes => 4,
            'U' if !is_bytes => 8,
            _ => 0,
        };
        let cannot = |length: usize, what: &str| {
            let last = place + length - 1;
            Some(format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {place}-{last}: {what}"
            ))
        };
        if wanted > 0 {
            let found = digits(wanted);
            if found < wanted {
                let form = match escaped {
                    'x' if is_bytes => {
                        return Some(format!(
                            "(value error) invalid \\x escape at position {place}"
                        ));
                    }
                    'x' => "\\xXX",
                    'u' => "\\uXXXX",
                    _ => "\\UXXXXXXXX",
                };
                return cannot(2 + found, &format!("truncated {form} escape"));
            }
            let number: String = characters[at + 2..at + 2 + wanted].iter().collect();
            if u32::from_str_radix(&number, 16).is_ok_and(|number| number > 0x10_FFFF) {
                return cannot(2 + wanted, "illegal Unicode character");
            }
        }
        if escaped == 'N' && !is_bytes {
            if characters.get(at + 2) != Some(&'{') {
                return cannot(2, "malformed \\N character escape");
            }
            let rest = &characters[at + 3..];
            let Some(length) = rest.iter().position(|c| *c == '}') else {
                return cannot(3 + rest.len(), "malformed \\N character escape");
            };
            let name: String = rest[..length].iter().collect();
            if length == 0 {
                return cannot(3, "malformed \\N character escape");
            }
            if unicode_names2::character(&name).is_none() {
                return cannot(4 + length, "unknown Unicode character name");
            }
            place += 4 + length;
            at += 4 + length;
            continue;
        }
        place += 1 + width(escaped);
        at += 2;
    }
    None
}

/// An f-string being read.
struct Fields<'a> {
    literal: &'a str,
    at: usize,
    end: usize,
    is_raw: bool,
    token: usize,
}

impl Fields<'_> {
    fn byte(&self, ahead: usize) -> u8 {
        match self.at + ahead < self.end {
            true => self.literal.as_bytes()[self.at + ahead],
            false => 0,
        }
    }

    /// Text and fields up to the end, or to the brace that ends a format.
    fn text(&mut self, matcher: &mut Matcher<'_>, level: usize) -> Result<(), Stop> {
        loop {
            let start = self.at;
            let mut text_end = None;
            while self.at < self.end {
                let byte = self.byte(0);
                if !self.is_raw && byte == b'\\' {
                    self.at += 1;
                    if self.byte(0) == b'N' && self.byte(1) == b'{' {
                        while self.at < self.end && self.byte(0) != b'}' {
                            self.at += 1;
                        }
                        self.at += usize::from(self.at < self.end);
                        continue;
                    }
                    if !matches!(self.byte(0), b'{' | b'}') {
                        self.at += usize::from(self.at < self.end);
                    }
                    continue;
                }
                if matches!(byte, b'{' | b'}') {
                    if level == 0 && self.byte(1) == byte {
                        self.at += 1;
                        text_end = Some(self.at);
                        self.at += 1;
                        break;
                    }
                    if level == 0 && byte == b'}' {
                        return Err(wrong(
                            matcher,
                            "f-string: single '}' is not allowed".to_owned(),
                        ));
                    }
                    break;
                }
                self.at += 1;
            }
            let text = self
                .literal
                .get(start..text_end.unwrap_or(self.at))
                .unwrap_or("");
            if !self.is_raw
                && let Some(message) = bad_escape(text, false)
            {
                return Err(wrong(matcher, message));
            }
            if text_end.is_some() {
                continue;
            }
            if self.at >= self.end || self.byte(0) == b'}' {
                break;
            }
            self.field(matcher, level)?;
        }
        if level > 0 && self.byte(0) != b'}' {
            return Err(wrong(matcher, "f-string: expecting '}'".to_owned()));
        }
        Ok(())
    }

    fn field(&mut self, matcher: &mut Matcher<'_>, level: usize) -> Result<(), Stop> {
        let told = |matcher: &Matcher<'_>, message: &str| {
            Err(wrong(matcher, format!("f-string{message}")))
        };
        if level >= 2 {
            return told(matcher, ": expressions nested too deeply");
        }
        self.at += 1;
        let start = self.at;
        let mut quote: Option<(u8, bool)> = None;
        let mut open = Vec::new();
        while self.at < self.end {
            let byte = self.byte(0);
            if byte == b'\\' {
                return told(matcher, " expression part cannot include a backslash");
            }
            let is_triple = self.byte(1) == byte && self.byte(2) == byte;
            if let Some((mark, triple)) = quote {
                if byte == mark && (!triple || is_triple) {
                    self.at += if triple { 2 } else { 0 };
                    quote = None;
                }
                self.at += 1;
                continue;
            }
            match byte {
                b'"' | b'\'' => {
                    quote = Some((byte, is_triple));
                    self.at += if is_triple { 2 } else { 0 };
                }
                b'[' | b'{' | b'(' => open.push(byte),
                b'#' => return told(matcher, " expression part cannot include '#'"),
                b'!' | b':' | b'}' | b'=' | b'>' | b'<' if open.is_empty() => {
                    if matches!(byte, b'!' | b'=' | b'<' | b'>') && self.byte(1) == b'=' {
                        self.at += 1;
                    } else if !matches!(byte, b'<' | b'>') {
                        break;
                    }
                }
                b']' | b'}' | b')' => {
                    let shown = char::from(byte);
                    match open.pop().map(char::from) {
                        None => return told(matcher, &format!(": unmatched '{shown}'")),
                        Some(opener)
                            if !matches!((opener, shown), ('(', ')') | ('[', ']') | ('{', '}')) =>
                        {
                            let message = format!(
                                ": closing parenthesis '{shown}' does not match opening parenthesis '{opener}'"
                            );
                            return told(matcher, &message);
                        }
                        Some(_) => {}
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
        if quote.is_some() {
            return told(matcher, ": unterminated string");
        }
        if let Some(opener) = open.last() {
            return told(matcher, &format!(": unmatched '{}'", char::from(*opener)));
        }
        if self.at >= self.end {
            return told(matcher, ": expecting '}'");
        }
        let expression = self.literal.get(start..self.at).unwrap_or("");
        self.expression(matcher, expression, start)?;
        if self.byte(0) == b'=' {
            self.at += 1;
            while matches!(self.byte(0), b' ' | b'\t' | b'\n' | b'\x0c') {
                self.at += 1;
            }
        }
        if self.byte(0) == b'!' {
            self.at += 1;
            if self.at >= self.end {
                return told(matcher, ": expecting '}'");
            }
            if !matches!(self.byte(0), b's' | b'r' | b'a') {
                return told(
                    matcher,
                    ": invalid conversion character: expected 's', 'r', or 'a'",
                );
            }
            self.at += 1;
        }
        if self.byte(0) == b':' {
            self.at += 1;
            if self.at >= self.end {
                return told(matcher, ": expecting '}'");
            }
            self.text(matcher, level + 1)?;
        }
        if self.byte(0) != b'}' {
            return told(matcher, ": expecting '}'");
        }
        self.at += 1;
        Ok(())
    }

    fn expression(
        &self,
        matcher: &mut Matcher<'_>,
        expression: &str,
        start: usize,
    ) -> Result<(), Stop> {
        if expression
            .trim_matches([' ', '\t', '\n', '\x0c'])
            .is_empty()
        {
            let next = char::from(self.byte(0));
            let message = match next {
                '!' | ':' | '=' => format!("f-string: expression required before '{next}'"),
                _ => "f-string: empty expression not allowed".to_owned(),
            };
            return Err(wrong(matcher, message));
        }
        let lines = self.literal[..start].matches('\n').count();
        let line = matcher.tokens[self.token].line + lines;
        let text = format!("({expression})\n");
        Matcher::new(matcher.rules, &text, line, Origin::Field).run()
    }
}
