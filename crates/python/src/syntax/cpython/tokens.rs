//! Tokens as CPython's tokenizer makes them, one at a time, with its errors where it would meet them. Source: CPython 3.11,
//! Parser/tokenizer.c. Longer than most files, because that is one automaton: every literal's errors lie where it is read.

use super::{Place, Wrong};
use crate::text::unicode;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Name,
    Keyword,
    Op,
    Number,
    Text,
    Newline,
    Indent,
    Dedent,
    End,
}

/// A token. Columns are in bytes from 0; -1 where CPython knows none.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: usize,
    pub(super) column: i64,
    pub(super) end_line: usize,
    pub(super) end_column: i64,
    /// Brackets open after it.
    pub(super) level: usize,
}

const KEYWORDS: &str = " False None True and as assert async await break class continue def del elif else except finally for from \
    global if import in is lambda nonlocal not or pass raise return try while with yield ";
const OPERATORS: [&str; 47] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=",
    ":=", "<<", "<=", "<>", "==", ">=", ">>", "@=", "^=", "|=", "%", "&", "(", ")", "*", "+", ",",
    "-", ".", "/", ":", ";", "<", "=", ">", "@", "[", "]", "^", "{", "|", "}",
];

/// What ends a text before its end.
pub(super) enum Halt {
    /// An error of its own.
    Wrong(Wrong),
    /// The text ended where it could not: brackets are open or a line goes on.
    End,
    /// A level of indentation that none before had.
    Dedent,
}

pub(super) struct Tokenizer<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// One-based.
    pub(super) line: usize,
    pub(super) line_start: usize,
    /// The line on which the text begins, for all that it says.
    brackets: Vec<(char, usize, usize)>,
    levels: Vec<(usize, usize)>,
    pending: i64,
    begins_line: bool,
}

impl<'a> Tokenizer<'a> {
    /// Of a text whose lines end in `\n`, the last too.
    pub(super) fn new(text: &'a str, line: usize) -> Tokenizer<'a> {
        Tokenizer {
            text,
            at: 0,
            line,
            line_start: 0,
            brackets: Vec::new(),
            levels: vec![(0, 0)],
            pending: 0,
            begins_line: true,
        }
    }

    /// The innermost bracket that is open.
    pub(super) fn open(&self) -> Option<(char, usize, usize)> {
        self.brackets.last().copied()
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn peek_byte(&self, ahead: usize) -> u8 {
        self.text
            .as_bytes()
            .get(self.at + ahead)
            .copied()
            .unwrap_or(0)
    }

    /// An error that ends after what was read last.
    fn wrong(&self, message: String) -> Halt {
        let read = self.text[self.line_start..self.at].chars().count() as i64;
        self.wrong_at(message, read, read)
    }

    fn wrong_at(&self, message: String, offset: i64, end_offset: i64) -> Halt {
        let line = self.text[self.line_start..].lines().next().unwrap_or("");
        Halt::Wrong(Wrong {
            class: "SyntaxError",
            message,
            place: Place {
                line: self.line,
                offset,
                end_line: self.line,
                end_offset,
                text: line.to_owned(),
                ends: None,
            },
        })
    }

    fn token(&self, kind: Kind, start: usize, line: usize, line_start: usize) -> Token {
        Token {
            kind,
            start,
            end: self.at,
            line,
            column: start as i64 - line_start as i64,
            end_line: self.line,
            end_column: self.at as i64 - self.line_start as i64,
            level: self.brackets.len(),
        }
    }

    fn placeless(&self, kind: Kind) -> Token {
        Token {
            column: -1,
            end_column: -1,
            ..self.token(kind, self.at, self.line, self.line_start)
        }
    }

    fn next_line(&mut self) {
        if self.at < self.text.len() {
            self.line += 1;
            self.line_start = self.at;
        }
    }

    /// The indentation of a line that begins: how many levels come or go.
    fn indentation(&mut self) -> Result<(), Halt> {
        loop {
            let (mut column, mut other) = (0, 0);
            loop {
                match self.peek_byte(0) {
                    b' ' => (column, other) = (column + 1, other + 1),
                    b'\t' => (column, other) = ((column / 8 + 1) * 8, other + 1),
                    b'\x0c' => (column, other) = (0, 0),
                    b'\\' if self.peek_byte(1) == b'\n' => {
                        self.at += 2;
                        self.next_line();
                        continue;
                    }
                    _ => break,
                }
                self.at += 1;
            }
            match self.peek_byte(0) {
                b'#' | b'\n' => {
                    let rest = &self.text[self.at..];
                    self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
                    self.next_line();
                    continue;
                }
                _ => {}
            }
            if self.at >= self.text.len() {
                (column, other) = (0, 0);
            }
            if !self.brackets.is_empty() {
                return Ok(());
            }
            let inconsistent = || {
                let line = self.text[self.line_start..].lines().next().unwrap_or("");
                Halt::Wrong(Wrong {
                    class: "TabError",
                    message: "inconsistent use of tabs and spaces in indentation".to_owned(),
                    place: Place {
                        line: self.line,
                        offset: 1,
                        end_line: self.line,
                        end_offset: 0,
                        text: line.to_owned(),
                        ends: None,
                    },
                })
            };
            let (top, other_top) = self.levels[self.levels.len() - 1];
            if column == top {
                if other != other_top {
                    return Err(inconsistent());
                }
            } else if column > top {
                if other <= other_top {
                    return Err(inconsistent());
                }
                self.levels.push((column, other));
                self.pending += 1;
            } else {
                while self.levels.len() > 1 && column < self.levels[self.levels.len() - 1].0 {
                    self.levels.pop();
                    self.pending -= 1;
                }
                let (top, other_top) = self.levels[self.levels.len() - 1];
                if column != top {
                    let rest = &self.text[self.at..];
                    self.at += rest.find('\n').map_or(rest.len(), |end| end + 1);
                    return Err(Halt::Dedent);
                }
                if other != other_top {
                    return Err(inconsistent());
                }
            }
            return Ok(());
        }
    }

    pub(super) fn next(&mut self) -> Result<Token, Halt> {
        if self.begins_line {
            self.begins_line = false;
            self.indentation()?;
        }
        if self.pending != 0 {
            let kind = if self.pending < 0 {
                Kind::Dedent
            } else {
                Kind::Indent
            };
            self.pending -= self.pending.signum();
            return Ok(self.placeless(kind));
        }
        loop {
            match self.peek_byte(0) {
                b' ' | b'\t' | b'\x0c' => self.at += 1,
                b'#' => {
                    let rest = &self.text[self.at..];
                    self.at += rest.find('\n').unwrap_or(rest.len());
                }
                b'\\' => {
                    self.at += 1;
                    if self.peek_byte(0) != b'\n' || self.at >= self.text.len() {
                        let next = self.peek().map_or(0, char::len_utf8);
                        self.at += next;
                        let column = self.text[self.line_start..self.at].chars().count() as i64;
                        let message = "unexpected character after line continuation character";
                        return Err(self.wrong_at(message.to_owned(), column, 0));
                    }
                    self.at += 1;
                    if self.at >= self.text.len() {
                        return Err(Halt::End);
                    }
                    self.next_line();
                }
                b'\n' if self.at < self.text.len() => {
                    let start = self.at;
                    if !self.brackets.is_empty() {
                        self.at += 1;
                        self.next_line();
                        if self.at >= self.text.len() {
                            return Err(Halt::End);
                        }
                        continue;
                    }
                    let token = self.token(Kind::Newline, start, self.line, self.line_start);
                    self.at += 1;
                    self.next_line();
                    self.begins_line = true;
                    return Ok(token);
                }
                _ => break,
            }
        }
        let Some(first) = self.peek() else {
            if !self.brackets.is_empty() {
                return Err(Halt::End);
            }
            return Ok(self.placeless(Kind::End));
        };
        let start = self.at;
        if first.is_ascii_alphabetic() || first == '_' || !first.is_ascii() {
            return self.word(start);
        }
        if first.is_ascii_digit() || first == '.' && self.peek_byte(1).is_ascii_digit() {
            self.number()?;
            return Ok(self.token(Kind::Number, start, self.line, self.line_start));
        }
        if first == '"' || first == '\'' {
            return self.string(start, first);
        }
        self.operator(start, first)
    }

    fn word(&mut self, start: usize) -> Result<Token, Halt> {
        loop {
            match self.peek() {
                Some(c) if c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii() => {
                    self.at += c.len_utf8()
                }
                Some(quote @ ('"' | '\'')) => {
                    let prefix = self.text[start..self.at].to_ascii_lowercase();
                    if matches!(&*prefix, "r" | "b" | "u" | "f" | "br" | "rb" | "fr" | "rf") {
                        return self.string(start, quote);
                    }
                    break;
                }
                _ => break,
            }
        }
        let word = &self.text[start..self.at];
        if !word.is_ascii() {
            let mut is_first = true;
            for (place, c) in word.char_indices() {
                let fits = match is_first {
                    true => c == '_' || unicode_ident::is_xid_start(c),
                    false => unicode_ident::is_xid_continue(c),
                };
                if !fits {
                    self.at = start + place + c.len_utf8();
                    let message = match unicode::is_printable(c) {
                        true => format!("invalid character '{c}' (U+{:04X})", u32::from(c)),
                        false => format!("invalid non-printable character U+{:04X}", u32::from(c)),
                    };
                    return Err(self.wrong(message));
                }
                is_first = false;
            }
        }
        let kind = match KEYWORDS.contains(&format!(" {word} ")) {
            true => Kind::Keyword,
            false => Kind::Name,
        };
        Ok(self.token(kind, start, self.line, self.line_start))
    }

    /// A bad literal: the error ends before what does not fit.
    fn bad_number(&self, kind: &str) -> Halt {
        self.wrong(format!("invalid {kind} literal"))
    }

    fn digits(&mut self) -> Result<(), Halt> {
        loop {
            while self.peek_byte(0).is_ascii_digit() {
                self.at += 1;
            }
            if self.peek_byte(0) != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek_byte(0).is_ascii_digit() {
                return Err(self.bad_number("decimal"));
            }
        }
    }

    fn end_of_number(&self, kind: &str) -> Result<(), Halt> {
        let rest = &self.text[self.at..];
        let words = ["and", "else", "for", "if", "in", "is", "or", "not"];
        if words.iter().any(|word| rest.starts_with(word)) {
            return Ok(());
        }
        match rest.chars().next() {
            Some(c) if c.is_ascii_alphanumeric() || c == '_' => Err(self.bad_number(kind)),
            _ => Ok(()),
        }
    }

    fn number(&mut self) -> Result<(), Halt> {
        let start = self.at;
        let based = match (self.peek_byte(0), self.peek_byte(1).to_ascii_lowercase()) {
            (b'0', b'x') => Some((16, "hexadecimal")),
            (b'0', b'o') => Some((8, "octal")),
            (b'0', b'b') => Some((2, "binary")),
            _ => None,
        };
        if let Some((base, kind)) = based {
            self.at += 2;
            let is_digit = |byte: u8| char::from(byte).is_digit(base);
            loop {
                if self.peek_byte(0) == b'_' {
                    self.at += 1;
                }
                let digit = self.peek_byte(0);
                if !is_digit(digit) {
                    if base < 10 && digit.is_ascii_digit() {
                        self.at += 1;
                        let digit = char::from(digit);
                        return Err(
                            self.wrong(format!("invalid digit '{digit}' in {kind} literal"))
                        );
                    }
                    return Err(self.bad_number(kind));
                }
                while is_digit(self.peek_byte(0)) {
                    self.at += 1;
                }
                if self.peek_byte(0) != b'_' {
                    break;
                }
            }
            let digit = self.peek_byte(0);
            if base < 10 && digit.is_ascii_digit() {
                self.at += 1;
                let digit = char::from(digit);
                return Err(self.wrong(format!("invalid digit '{digit}' in {kind} literal")));
            }
            return self.end_of_number(kind);
        }
        let mut is_old_octal = false;
        let mut zeros_end = 0;
        if self.peek_byte(0) == b'0' {
            self.at += 1;
            loop {
                if self.peek_byte(0) == b'_' {
                    self.at += 1;
                    if !self.peek_byte(0).is_ascii_digit() {
                        return Err(self.bad_number("decimal"));
                    }
                }
                if self.peek_byte(0) != b'0' {
                    break;
                }
                self.at += 1;
            }
            zeros_end = self.at + 1;
            if self.peek_byte(0).is_ascii_digit() {
                is_old_octal = true;
                self.digits()?;
            }
        } else if self.peek_byte(0) != b'.' {
            self.digits()?;
        }
        if self.peek_byte(0) == b'.' {
            is_old_octal = false;
            self.at += 1;
            if self.peek_byte(0).is_ascii_digit() {
                self.digits()?;
            }
        }
        if self.peek_byte(0).eq_ignore_ascii_case(&b'e') {
            let exponent = self.at;
            self.at += 1;
            if matches!(self.peek_byte(0), b'+' | b'-') {
                self.at += 1;
                if !self.peek_byte(0).is_ascii_digit() {
                    return Err(self.bad_number("decimal"));
                }
            } else if !self.peek_byte(0).is_ascii_digit() {
                self.at = exponent;
                return self.end_of_number("decimal");
            }
            is_old_octal = false;
            self.digits()?;
        }
        if self.peek_byte(0).eq_ignore_ascii_case(&b'j') {
            self.at += 1;
            return self.end_of_number("imaginary");
        }
        if is_old_octal {
            let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
            let from = (start + 1 - self.line_start) as i64;
            return Err(self.wrong_at(
                message.to_owned(),
                from,
                (zeros_end - self.line_start) as i64,
            ));
        }
        self.end_of_number("decimal")
    }

    fn string(&mut self, start: usize, quote: char) -> Result<Token, Halt> {
        let (line, line_start) = (self.line, self.line_start);
        let mut triple = String::from(quote);
        triple.push(quote);
        triple.push(quote);
        let is_triple = self.text[self.at..].starts_with(&triple);
        self.at += if is_triple { 3 } else { 1 };
        loop {
            let next = self.peek();
            if next.is_none() || next == Some('\n') && !is_triple {
                let detected = self.line;
                self.at = start + self.text[start..].chars().next().map_or(1, char::len_utf8);
                (self.line, self.line_start) = (line, line_start);
                let kind = if is_triple { "triple-quoted " } else { "" };
                return Err(self.wrong(format!(
                    "unterminated {kind}string literal (detected at line {detected})"
                )));
            }
            let c = next.unwrap_or('\n');
            if is_triple && self.text[self.at..].starts_with(&triple) {
                self.at += 3;
                break;
            }
            self.at += c.len_utf8();
            if c == quote && !is_triple {
                break;
            }
            let mut ends_line = c == '\n';
            if c == '\\' {
                let escaped = self.peek();
                self.at += escaped.map_or(0, char::len_utf8);
                ends_line = escaped == Some('\n');
            }
            if ends_line {
                self.next_line();
            }
        }
        Ok(self.token(Kind::Text, start, line, line_start))
    }

    fn operator(&mut self, start: usize, first: char) -> Result<Token, Halt> {
        let rest = &self.text[start..];
        if first.is_ascii_control() {
            self.at += 1;
            return Err(self.wrong(format!(
                "invalid non-printable character U+{:04X}",
                u32::from(first)
            )));
        }
        let operator = OPERATORS
            .iter()
            .find(|operator| rest.starts_with(**operator));
        self.at += operator.map_or(first.len_utf8(), |operator| operator.len());
        match first {
            '(' | '[' | '{' => self
                .brackets
                .push((first, self.line, start - self.line_start)),
            ')' | ']' | '}' => match self.brackets.pop() {
                None => return Err(self.wrong(format!("unmatched '{first}'"))),
                Some((opener, line, _)) => {
                    if !matches!((opener, first), ('(', ')') | ('[', ']') | ('{', '}')) {
                        let on = match line == self.line {
                            true => String::new(),
                            false => format!(" on line {line}"),
                        };
                        return Err(self.wrong(format!(
                            "closing parenthesis '{first}' does not match opening parenthesis '{opener}'{on}"
                        )));
                    }
                }
            },
            _ => {}
        }
        Ok(self.token(Kind::Op, start, self.line, self.line_start))
    }
}
