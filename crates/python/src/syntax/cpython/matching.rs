//! A text matched against the grammar: first as a program, then, when it is none, with the sequences that stand for errors.
//! Source: CPython 3.11, Parser/pegen.c and pegen_errors.c (which token an error is told at). Longer than most files,
//! because matching and telling where it stopped share the tokens read so far.

use super::grammar::{Choice, Item, Outcome, Rule};
use super::tokens::{Halt, Kind, Token, Tokenizer};
use super::{Place, Wrong};
use std::rc::Rc;

/// Rules within rules that a text may need: beyond, the native stack of a browser's worker might end.
const MOST_RULES: usize = 900;

/// A matched part: what CPython calls it, and its tokens.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) from: usize,
    /// The token after its last.
    pub(super) to: usize,
    pub(super) parts: Vec<Rc<Part>>,
}

/// Why matching stopped.
pub(super) enum Stop {
    Wrong(Wrong),
    /// Nested too deeply to say more.
    TooDeep,
}

type Matched = Result<Option<Rc<Part>>, Stop>;
/// What one try of a rule gave, and where it ended.
type Remembered = (usize, Option<Rc<Part>>, usize);
pub(super) type Captures = [Option<Rc<Part>>; 2];

/// Where the text comes from: it decides what errors look like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    File,
    Field,
}

pub(super) struct Matcher<'a> {
    pub(super) rules: &'a [Rule],
    pub(super) tokenizer: Tokenizer<'a>,
    pub(super) tokens: Vec<Token>,
    pub(super) mark: usize,
    pub(super) origin: Origin,
    memory: Vec<Vec<Remembered>>,
    tells_errors: bool,
    depth: usize,
    ended: bool,
}

impl<'a> Matcher<'a> {
    pub(super) fn new(
        rules: &'a [Rule],
        text: &'a str,
        line: usize,
        origin: Origin,
    ) -> Matcher<'a> {
        Matcher {
            rules,
            tokenizer: Tokenizer::new(text, line),
            tokens: Vec::new(),
            mark: 0,
            origin,
            memory: Vec::new(),
            tells_errors: false,
            depth: 0,
            ended: false,
        }
    }

    /// What is wrong with the text, if something is.
    pub(super) fn run(&mut self) -> Result<(), Stop> {
        let start = match self.origin {
            Origin::File => "file",
            Origin::Field => "fstring",
        };
        let start = self
            .rules
            .iter()
            .position(|rule| rule.name == start)
            .unwrap_or(0);
        match self.rule(start) {
            Ok(Some(_)) => return Ok(()),
            Ok(None) => {}
            Err(stop) => return Err(self.or_unclosed(stop)),
        }
        let last = self.tokens.len().saturating_sub(1);
        self.memory.clear();
        self.mark = 0;
        self.tells_errors = true;
        if let Err(stop) = self.rule(start) {
            return Err(self.or_unclosed(stop));
        }
        let token = self.tokens[last].clone();
        let wrong = match token.kind {
            Kind::Indent => self.last_token("IndentationError", "unexpected indent".to_owned()),
            Kind::Dedent => self.last_token("IndentationError", "unexpected unindent".to_owned()),
            _ => {
                let wrong = self.range(last, last + 1, "invalid syntax".to_owned());
                return Err(self.or_unclosed(Stop::Wrong(wrong)));
            }
        };
        Err(Stop::Wrong(wrong))
    }

    /// The rest of the text is read too: an error of its tokens goes first.
    fn or_unclosed(&mut self, stop: Stop) -> Stop {
        if self.ended || matches!(stop, Stop::TooDeep) {
            return stop;
        }
        let line = self.tokens.last().map_or(0, |token| token.line);
        loop {
            match self.tokenizer.next() {
                Ok(token) if token.kind == Kind::End => return stop,
                Ok(_) => {}
                Err(Halt::Wrong(wrong)) => return Stop::Wrong(wrong),
                Err(Halt::End) => {
                    return match self.tokenizer.open() {
                        Some((_, open_line, _)) if line > open_line => Stop::Wrong(self.unclosed()),
                        _ => stop,
                    };
                }
                Err(Halt::Dedent) => return stop,
            }
        }
    }

    fn unclosed(&self) -> Wrong {
        let (opener, line, column) = self.tokenizer.open().unwrap_or(('(', 1, 0));
        let text = self.line_text(line);
        let offset = characters(&text, column) + 1;
        Wrong {
            class: "SyntaxError",
            message: self.told(format!("'{opener}' was never closed")),
            place: Place {
                line,
                offset,
                end_line: line,
                end_offset: 0,
                text,
                ends: Some(line >= self.tokenizer.line),
            },
        }
    }

    /// An error of a field says so.
    fn told(&self, message: String) -> String {
        match self.origin {
            Origin::File => message,
            Origin::Field => format!("f-string: {message}"),
        }
    }

    pub(super) fn line_text(&self, line: usize) -> String {
        let first = match self.tokens.first() {
            Some(token) if self.origin == Origin::Field => token.line,
            _ => 1,
        };
        let mut lines = self.tokenizer.text.split('\n');
        lines
            .nth(line.saturating_sub(first))
            .unwrap_or("")
            .to_owned()
    }

    /// An error at the last token that was read.
    pub(super) fn last_token(&self, class: &'static str, message: String) -> Wrong {
        let token = self.tokens.last().expect("a token was read");
        let text = self.line_text(token.line);
        let offset = match token.column {
            -1 => characters(&text, self.tokenizer.at - self.tokenizer.line_start),
            column => characters(&text, column as usize) + 1,
        };
        // The line's end counts as one more.
        let ends = self.tokenizer.at - self.tokenizer.line_start > text.len() && token.column == -1;
        let end_offset = match token.end_column {
            -1 => -1,
            column => characters(&self.line_text(token.end_line), column as usize) + 1,
        };
        Wrong {
            class,
            message: self.told(message),
            place: Place {
                line: token.line,
                offset: offset + i64::from(ends),
                end_line: token.end_line,
                end_offset,
                text,
                ends: Some(true),
            },
        }
    }

    /// An error from one token to before another.
    pub(super) fn range(&self, from: usize, to: usize, message: String) -> Wrong {
        let (first, last) = (
            &self.tokens[from],
            &self.tokens[to.saturating_sub(1).max(from)],
        );
        let text = self.line_text(first.line);
        let offset = |text: &str, column: i64| match column {
            -1 => 0,
            column => characters(text, column as usize) + 1,
        };
        Wrong {
            class: "SyntaxError",
            message: self.told(message),
            place: Place {
                line: first.line,
                offset: offset(&text, first.column),
                end_line: last.end_line,
                end_offset: offset(&self.line_text(last.end_line), last.end_column),
                text,
                ends: Some(
                    self.tokens
                        .last()
                        .is_none_or(|last| first.line >= last.end_line),
                ),
            },
        }
    }

    pub(super) fn text_of(&self, part: &Part) -> &'a str {
        let (first, last) = (
            &self.tokens[part.from],
            &self.tokens[part.to.saturating_sub(1)],
        );
        &self.tokenizer.text[first.start..last.end.max(first.start)]
    }

    /// The token here, read from the text when it is the first time.
    fn token(&mut self) -> Result<usize, Stop> {
        if self.mark == self.tokens.len() {
            let token = match self.tokenizer.next() {
                Ok(token) => token,
                Err(halt) => {
                    self.ended = true;
                    return Err(self.halted(halt));
                }
            };
            self.tokens.push(token);
        }
        Ok(self.mark)
    }

    fn halted(&mut self, halt: Halt) -> Stop {
        let end = self.tokenizer.at - self.tokenizer.line_start;
        let text = self.line_text(self.tokenizer.line);
        let here = Place {
            line: self.tokenizer.line,
            offset: characters(&text, end) + i64::from(end > text.len()),
            end_line: self.tokenizer.line,
            end_offset: -1,
            text,
            ends: Some(true),
        };
        Stop::Wrong(match halt {
            Halt::Wrong(wrong) => wrong,
            Halt::End if self.tokenizer.open().is_some() => self.unclosed(),
            Halt::End => Wrong {
                class: "SyntaxError",
                message: "unexpected EOF while parsing".to_owned(),
                place: here,
            },
            Halt::Dedent => Wrong {
                class: "IndentationError",
                message: "unindent does not match any outer indentation level".to_owned(),
                place: here,
            },
        })
    }

    fn rule(&mut self, number: usize) -> Matched {
        let start = self.mark;
        if let Some(known) = self
            .memory
            .get(start)
            .and_then(|known| known.iter().find(|known| known.0 == number))
        {
            self.mark = known.2;
            return Ok(known.1.clone());
        }
        if self.depth >= MOST_RULES {
            return Err(Stop::TooDeep);
        }
        self.depth += 1;
        let rules: &'a [Rule] = self.rules;
        let rule = &rules[number];
        let told = self.tells_errors;
        if rule.name == "plain_expression" {
            self.tells_errors = false;
        }
        let found = self.choices(&rule.choices);
        self.tells_errors = told;
        self.depth -= 1;
        let found = found?;
        if self.memory.len() <= start {
            self.memory.resize_with(start + 1, Vec::new);
        }
        self.memory[start].push((number, found.clone(), self.mark));
        Ok(found)
    }

    fn choices(&mut self, choices: &'a [Choice]) -> Matched {
        let start = self.mark;
        for choice in choices {
            let asks_for_error = match choice.items.as_slice() {
                [(_, Item::Rule(rule))] => self.rules[*rule].name.starts_with("invalid_"),
                _ => false,
            };
            if asks_for_error && !self.tells_errors {
                continue;
            }
            self.mark = start;
            let mut parts = Vec::new();
            let mut captures: Captures = [None, None];
            let mut is_final = false;
            let mut fits = true;
            for (capture, item) in &choice.items {
                if matches!(item, Item::Cut) {
                    is_final = true;
                    continue;
                }
                let from = self.mark;
                let known = parts.len();
                if !self.item(item, &mut parts)? {
                    fits = false;
                    break;
                }
                if let Some(letter) = capture {
                    let part = match parts.len() - known {
                        1 => parts[known].clone(),
                        _ => self.part("", from, parts[known..].to_vec()),
                    };
                    captures[usize::from(*letter == 'b')] = Some(part);
                }
            }
            if fits {
                return self.outcome(choice, start, parts, captures);
            }
            if is_final {
                break;
            }
        }
        self.mark = start;
        Ok(None)
    }

    pub(super) fn part(&self, name: &'static str, from: usize, parts: Vec<Rc<Part>>) -> Rc<Part> {
        Rc::new(Part {
            name,
            from,
            to: self.mark,
            parts,
        })
    }

    fn outcome(
        &mut self,
        choice: &Choice,
        start: usize,
        mut parts: Vec<Rc<Part>>,
        captures: Captures,
    ) -> Matched {
        let found = match choice.outcome {
            Outcome::Through if parts.len() == 1 => parts.pop(),
            Outcome::Through => Some(self.part("", start, parts)),
            Outcome::Called(name) => Some(self.part(name, start, parts)),
            Outcome::Fold if parts.len() == 1 => parts.pop(),
            Outcome::Fold => {
                let name = parts.last().map_or("", |part| part.name);
                Some(self.part(name, start, parts))
            }
            Outcome::Captured(letter) => captures[usize::from(letter == 'b')].clone(),
            outcome => {
                let fits = super::errors::of(self, outcome, start, &captures)?;
                let name = match outcome {
                    Outcome::Special("strings") if self.has_fields(start) => "f-string expression",
                    Outcome::Special("strings") => "literal",
                    _ => "",
                };
                fits.then(|| self.part(name, start, parts))
            }
        };
        Ok(found)
    }

    fn has_fields(&self, from: usize) -> bool {
        (from..self.mark).any(|at| super::fields::prefix(self.text_at(at)).contains(['f', 'F']))
    }

    pub(super) fn text_at(&self, at: usize) -> &'a str {
        &self.tokenizer.text[self.tokens[at].start..self.tokens[at].end]
    }

    /// Whether the item is there; its parts are added.
    fn item(&mut self, item: &'a Item, parts: &mut Vec<Rc<Part>>) -> Result<bool, Stop> {
        let kind = match item {
            Item::Literal(literal) => {
                let at = self.token()?;
                let is_literal = matches!(self.tokens[at].kind, Kind::Op | Kind::Keyword)
                    && self.text_at(at) == *literal;
                self.mark += usize::from(is_literal);
                return Ok(is_literal);
            }
            Item::Word(word) => {
                let at = self.token()?;
                let is_word = self.tokens[at].kind == Kind::Name && self.text_at(at) == *word;
                self.mark += usize::from(is_word);
                return Ok(is_word);
            }
            Item::SoftKeyword => {
                let at = self.token()?;
                let is_soft = self.tokens[at].kind == Kind::Name
                    && matches!(self.text_at(at), "match" | "case" | "_");
                self.mark += usize::from(is_soft);
                return Ok(is_soft);
            }
            Item::Rule(number) => {
                let start = self.mark;
                return Ok(match self.rule(*number)? {
                    Some(part) => {
                        parts.push(part);
                        true
                    }
                    None => {
                        self.mark = start;
                        false
                    }
                });
            }
            Item::Group(choices) => {
                let start = self.mark;
                return Ok(match self.choices(choices)? {
                    Some(part) => {
                        if !part.name.is_empty() || !part.parts.is_empty() {
                            parts.push(part);
                        }
                        true
                    }
                    None => {
                        self.mark = start;
                        false
                    }
                });
            }
            Item::Maybe(item) => {
                self.item(item, parts)?;
                return Ok(true);
            }
            Item::Many(item, least, separator) => {
                let mut count = 0;
                loop {
                    let start = self.mark;
                    if count > 0
                        && let Some(separator) = separator
                    {
                        let mut ignored = Vec::new();
                        if !self.item(separator, &mut ignored)? {
                            break;
                        }
                    }
                    if !self.item(item, parts)? {
                        self.mark = start;
                        break;
                    }
                    count += 1;
                    if self.mark == start {
                        break;
                    }
                }
                return Ok(count >= *least);
            }
            Item::Ahead(item, wanted) => {
                let start = self.mark;
                let mut ignored = Vec::new();
                let found = self.item(item, &mut ignored)?;
                self.mark = start;
                return Ok(found == *wanted);
            }
            Item::Forced(literal) => {
                let at = self.token()?;
                if self.tokens[at].kind == Kind::Op && self.text_at(at) == *literal {
                    self.mark += 1;
                    return Ok(true);
                }
                return Err(Stop::Wrong(self.range(
                    at,
                    at + 1,
                    format!("expected '{literal}'"),
                )));
            }
            Item::Cut => return Ok(true),
            Item::Name => Kind::Name,
            Item::Number => Kind::Number,
            Item::Text => Kind::Text,
            Item::Newline => Kind::Newline,
            Item::Indent => Kind::Indent,
            Item::Dedent => Kind::Dedent,
            Item::End => Kind::End,
        };
        let at = self.token()?;
        if self.tokens[at].kind != kind {
            return Ok(false);
        }
        self.mark += 1;
        let name = match kind {
            Kind::Name => "name",
            Kind::Number | Kind::Text => "literal",
            _ => return Ok(true),
        };
        parts.push(self.part(name, at, Vec::new()));
        Ok(true)
    }
}

/// How many characters the first bytes of a line are.
pub(super) fn characters(line: &str, bytes: usize) -> i64 {
    line.char_indices()
        .take_while(|(at, _)| *at < bytes)
        .count() as i64
}
