//! A pattern's characters one by one, a backslash together with what it escapes. Source: CPython 3.11, Lib/re/_parser.py.

use super::tree::Fault;

/// One character, or an escape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Plain(char),
    Escape(char),
}

impl Token {
    /// As it stands in the pattern.
    pub(super) fn text(self) -> String {
        match self {
            Token::Plain(c) => c.to_string(),
            Token::Escape(c) => format!("\\{c}"),
        }
    }

    fn length(self) -> usize {
        match self {
            Token::Plain(_) => 1,
            Token::Escape(_) => 2,
        }
    }
}

/// A pattern or a template that is being read.
pub(super) struct Source {
    chars: Vec<char>,
    index: usize,
    /// What comes next.
    pub(super) next: Option<Token>,
    /// Whether it is a `str`, not `bytes`.
    pub(super) is_text: bool,
}

impl Source {
    pub(super) fn new(text: &str, is_text: bool) -> Result<Source, Fault> {
        let mut source = Source {
            chars: text.chars().collect(),
            index: 0,
            next: None,
            is_text,
        };
        source.advance()?;
        Ok(source)
    }

    fn advance(&mut self) -> Result<(), Fault> {
        let Some(&c) = self.chars.get(self.index) else {
            self.next = None;
            return Ok(());
        };
        let token = match c {
            '\\' => match self.chars.get(self.index + 1) {
                Some(&escaped) => Token::Escape(escaped),
                None => {
                    let place = Some(self.chars.len() - 1);
                    return Err(Fault::Pattern("bad escape (end of pattern)".into(), place));
                }
            },
            c => Token::Plain(c),
        };
        self.index += token.length();
        self.next = Some(token);
        Ok(())
    }

    /// Takes the next token.
    pub(super) fn take(&mut self) -> Result<Option<Token>, Fault> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Takes the next token if it is this character.
    pub(super) fn accept(&mut self, c: char) -> Result<bool, Fault> {
        let is_it = self.next == Some(Token::Plain(c));
        if is_it {
            self.advance()?;
        }
        Ok(is_it)
    }

    /// Whether the next token is a plain character for which `test` holds.
    pub(super) fn next_is(&self, test: impl Fn(char) -> bool) -> bool {
        matches!(self.next, Some(Token::Plain(c)) if test(c))
    }

    /// Takes up to `count` characters for which `test` holds.
    pub(super) fn take_while(
        &mut self,
        count: usize,
        test: impl Fn(char) -> bool,
    ) -> Result<String, Fault> {
        let mut taken = String::new();
        while taken.len() < count && self.next_is(&test) {
            if let Some(token) = self.take()? {
                taken.push_str(&token.text());
            }
        }
        Ok(taken)
    }

    /// Takes everything up to `end`, which is taken too.
    pub(super) fn take_until(&mut self, end: char, what: &str) -> Result<String, Fault> {
        let mut taken = String::new();
        loop {
            let token = self.take()?;
            match token {
                None if taken.is_empty() => return Err(self.fault(&format!("missing {what}"), 0)),
                None => {
                    let text = format!("missing {end}, unterminated name");
                    return Err(self.fault(&text, taken.chars().count()));
                }
                Some(Token::Plain(c)) if c == end => {
                    if taken.is_empty() {
                        return Err(self.fault(&format!("missing {what}"), 1));
                    }
                    return Ok(taken);
                }
                Some(token) => taken.push_str(&token.text()),
            }
        }
    }

    /// How many characters have been taken.
    pub(super) fn tell(&self) -> usize {
        self.index - self.next.map_or(0, Token::length)
    }

    /// Goes back to where [`Source::tell`] was `index`.
    pub(super) fn seek(&mut self, index: usize) -> Result<(), Fault> {
        self.index = index;
        self.advance()
    }

    /// What is wrong `back` characters before the next one.
    pub(super) fn fault(&self, text: &str, back: usize) -> Fault {
        Fault::Pattern(text.into(), Some(self.tell().saturating_sub(back)))
    }

    /// Checks a group's name, which ends `offset` characters before the next one.
    pub(super) fn check_name(&self, name: &str, offset: usize) -> Result<(), Fault> {
        if is_identifier(name) {
            return Ok(());
        }
        let text = format!("bad character in group name {}", quoted(name));
        Err(self.fault(&text, name.chars().count() + offset))
    }
}

/// `name.isidentifier()`
pub(super) fn is_identifier(name: &str) -> bool {
    interleave_python::text::strings::classify::is_identifier(name)
}

/// `repr(name)`
pub(super) fn quoted(name: &str) -> String {
    interleave_python::text::repr::text(name)
}
