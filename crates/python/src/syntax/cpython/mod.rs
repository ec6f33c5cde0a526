//! What CPython 3.11 says of a text that is not Python, and where: the text is matched against its grammar, errors and all.
//! It is asked only once a text is known to be wrong; must not know trees or how they are compiled.

mod errors;
mod fields;
mod grammar;
mod matching;
mod tokens;

use matching::{Matcher, Origin, Stop};

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// The exception's class.
    pub(super) class: &'static str,
    pub(super) message: String,
    pub(super) place: Place,
}

/// Where it is: lines and characters from 1, as a `SyntaxError` has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The first line.
    pub line: usize,
    /// The first character; 0 where there is none to name.
    pub offset: i64,
    /// The last line.
    pub end_line: usize,
    /// The character after the last one; below 1 where there is none to name.
    pub end_offset: i64,
    /// The line's text, or the field's of an f-string, without its end.
    pub text: String,
    /// Whether the exception's text has the line's end too, when it does not come from a file; `None`: it never has.
    pub ends: Option<bool>,
}

/// What CPython would say of a text whose lines all end in `\n`, if it finds something wrong.
pub(super) fn explain(text: &str) -> Option<Wrong> {
    let rules = grammar::rules(include_str!("grammar.peg"));
    match Matcher::new(&rules, text, 1, Origin::File).run() {
        Err(Stop::Wrong(wrong)) => Some(wrong),
        Err(Stop::TooDeep) | Ok(()) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Matcher, Origin, Stop, explain, grammar};

    #[test]
    fn every_rule_of_the_grammar_is_read() {
        let rules = grammar::rules(include_str!("grammar.peg"));
        assert!(rules.len() > 150);
        for rule in &rules {
            assert!(
                rule.choices.iter().all(|choice| !choice.items.is_empty()),
                "{}: {:?}",
                rule.name,
                rule.choices
            );
        }
    }

    #[test]
    fn what_is_python_is_accepted() {
        let rules = grammar::rules(include_str!("grammar.peg"));
        for text in [
            "x[1] = f(a, *b, c=1, **d)\n",
            "def f(a, /, b=1, *c, d, **e) -> int:\n    return {**a, 1: 2}\n",
        ] {
            let found = Matcher::new(&rules, text, 1, Origin::File).run();
            assert!(
                !matches!(found, Err(Stop::Wrong(_) | Stop::TooDeep)),
                "{:?}",
                explain(text)
            );
        }
    }
}
