//! The grammar's text as rules: ordered choices of sequences, with what each choice is called or which error it is.
//! Knows how rules are written, not how they are matched.

/// What one step of a sequence asks for.
#[derive(Debug)]
pub(super) enum Item {
    /// A keyword or an operator.
    Literal(&'static str),
    /// A name with this text.
    Word(&'static str),
    Name,
    SoftKeyword,
    Number,
    Text,
    Newline,
    Indent,
    Dedent,
    End,
    Rule(usize),
    Group(Vec<Choice>),
    Maybe(Box<Item>),
    /// At least so many of them, a separator between two.
    Many(Box<Item>, usize, Option<Box<Item>>),
    Ahead(Box<Item>, bool),
    /// An error at once when it is not there.
    Forced(&'static str),
    /// No later choice from here on.
    Cut,
}

/// One sequence of a rule's choices.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) items: Vec<(Option<char>, Item)>,
    pub(super) outcome: Outcome,
    /// Whether it is there for an error alone.
    pub(super) is_invalid: bool,
}

/// What a matched sequence means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Outcome {
    /// Its only part, or a part without a name.
    Through,
    /// A part that CPython calls so.
    Called(&'static str),
    /// The first part, or all of it under the last one's name.
    Fold,
    /// What was captured under this letter.
    Captured(char),
    Last(&'static str),
    At(&'static str),
    Range(&'static str),
    From(&'static str),
    Indent(&'static str),
    Target(&'static str),
    Special(&'static str),
}

/// A rule's name and its choices.
pub(super) struct Rule {
    pub(super) name: &'static str,
    pub(super) choices: Vec<Choice>,
}

/// The rules of the text, in its order.
pub(super) fn rules(text: &'static str) -> Vec<Rule> {
    let heads = text.lines().filter_map(head);
    let names: Vec<&'static str> = heads.map(|(name, _)| name).collect();
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (name, rest) = match head(line) {
            Some((name, rest)) => {
                rules.push(Rule {
                    name,
                    choices: Vec::new(),
                });
                (name, rest)
            }
            None => (rules.last().map_or("", |rule| rule.name), line),
        };
        let mut reader = Reader {
            rest: rest.trim_start().trim_start_matches("| "),
            names: &names,
        };
        let mut choices = reader.choices();
        if name.starts_with("invalid_") {
            choices
                .iter_mut()
                .for_each(|choice| choice.is_invalid = true);
        }
        if let Some(rule) = rules.last_mut() {
            rule.choices.extend(choices);
        }
    }
    rules
}

fn head(line: &'static str) -> Option<(&'static str, &'static str)> {
    if line.starts_with(' ') {
        return None;
    }
    line.split_once(": ")
}

struct Reader<'a> {
    rest: &'static str,
    names: &'a [&'static str],
}

impl Reader<'_> {
    fn eat(&mut self, mark: &str) -> bool {
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn choices(&mut self) -> Vec<Choice> {
        let mut choices = Vec::new();
        loop {
            choices.push(self.choice());
            if !self.eat("|") {
                return choices;
            }
        }
    }

    fn choice(&mut self) -> Choice {
        let mut choice = Choice {
            items: Vec::new(),
            outcome: Outcome::Through,
            is_invalid: false,
        };
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                return choice;
            }
            if self.eat("{") {
                let (outcome, rest) = self.rest.split_once('}').unwrap_or((self.rest, ""));
                // A message may speak of a brace.
                choice.outcome = outcome_of(outcome);
                self.rest = rest;
                continue;
            }
            let capture = match self.rest.as_bytes() {
                [letter @ (b'a' | b'b'), b'=', ..] => {
                    self.rest = &self.rest[2..];
                    Some(char::from(*letter))
                }
                _ => None,
            };
            let item = self.item();
            choice.items.push((capture, item));
        }
    }

    fn item(&mut self) -> Item {
        if self.eat("~") {
            return Item::Cut;
        }
        if self.eat("&&") {
            return match self.primary() {
                Item::Literal(literal) => Item::Forced(literal),
                other => other,
            };
        }
        if self.eat("&") {
            return Item::Ahead(Box::new(self.primary()), true);
        }
        if self.eat("!") {
            return Item::Ahead(Box::new(self.primary()), false);
        }
        let item = self.primary();
        if self.eat(".") {
            let many = self.primary();
            self.eat("+");
            return Item::Many(Box::new(many), 1, Some(Box::new(item)));
        }
        if self.eat("?") {
            return Item::Maybe(Box::new(item));
        }
        if self.eat("*") {
            return Item::Many(Box::new(item), 0, None);
        }
        if self.eat("+") {
            return Item::Many(Box::new(item), 1, None);
        }
        item
    }

    fn primary(&mut self) -> Item {
        for quote in ['\'', '"'] {
            if let Some(rest) = self.rest.strip_prefix(quote) {
                let (text, rest) = rest.split_once(quote).unwrap_or((rest, ""));
                self.rest = rest;
                return match quote {
                    '"' => Item::Word(text),
                    _ => Item::Literal(text),
                };
            }
        }
        if self.eat("(") {
            let choices = self.choices();
            self.eat(")");
            return Item::Group(choices);
        }
        let end = self
            .rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        self.rest = rest;
        match name {
            "NAME" => Item::Name,
            "SOFT" => Item::SoftKeyword,
            "NUMBER" => Item::Number,
            "STRING" => Item::Text,
            "NEWLINE" => Item::Newline,
            "INDENT" => Item::Indent,
            "DEDENT" => Item::Dedent,
            "ENDMARKER" => Item::End,
            _ => {
                let found = self.names.iter().position(|known| *known == name);
                Item::Rule(found.unwrap_or_else(|| panic!("no rule {name} before {rest}")))
            }
        }
    }
}

fn outcome_of(text: &'static str) -> Outcome {
    if let Some(name) = text.strip_prefix(':') {
        return Outcome::Called(name);
    }
    let (kind, rest) = text.split_once(' ').unwrap_or((text, ""));
    match kind {
        "fold" => Outcome::Fold,
        "pass" => Outcome::Captured(rest.chars().next().unwrap_or('a')),
        "last" => Outcome::Last(rest),
        "at" => Outcome::At(rest.get(2..).unwrap_or("")),
        "range" => Outcome::Range(rest.get(4..).unwrap_or("")),
        "from" => Outcome::From(rest.get(2..).unwrap_or("")),
        "indent" => Outcome::Indent(rest.strip_prefix("a ").unwrap_or("")),
        "target" => Outcome::Target(rest.split(' ').next().unwrap_or("")),
        _ => Outcome::Special(rest),
    }
}
