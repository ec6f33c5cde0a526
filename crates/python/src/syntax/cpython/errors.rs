//! The errors that sequences of the grammar stand for. Source: CPython 3.11, Grammar/python.gram (the `invalid_` rules)
//! and Parser/action_helpers.c.

use super::fields;
use super::grammar::Outcome;
use super::matching::{Captures, Matcher, Part, Stop};
use super::{Place, Wrong};
use std::rc::Rc;

const BARE_GENERATOR: &str = "Generator expression must be parenthesized";

/// The error; else whether the sequence counts as matched.
pub(super) fn of(
    matcher: &mut Matcher<'_>,
    outcome: Outcome,
    start: usize,
    captures: &Captures,
) -> Result<bool, Stop> {
    let [a, b] = captures;
    let first = a.as_ref().map_or(start, |part| part.from);
    let first_end = a.as_ref().map_or(start + 1, |part| part.to);
    let wrong = match outcome {
        Outcome::Last(message) => matcher.last_token("SyntaxError", message.to_owned()),
        Outcome::At(message) => {
            let message = filled(matcher, message, a);
            matcher.range(first, first_end, message)
        }
        Outcome::Range(message) => {
            let to = b.as_ref().map_or(first_end, |part| part.to);
            let message = filled(matcher, message, a);
            matcher.range(first, to, message)
        }
        Outcome::From(message) => {
            let mut wrong = matcher.range(first, first_end, message.to_owned());
            let tokenizer = &matcher.tokenizer;
            let line = &tokenizer.text[tokenizer.line_start..tokenizer.at];
            wrong.place.end_line = tokenizer.line;
            wrong.place.end_offset = line.chars().count() as i64;
            wrong
        }
        Outcome::Indent(what) => {
            let message = match a {
                Some(_) => {
                    let line = matcher.tokens[first].line;
                    format!("expected an indented block after {what} on line {line}")
                }
                None => "expected an indented block".to_owned(),
            };
            matcher.last_token("IndentationError", message)
        }
        Outcome::Target(kind) => match a.as_ref().and_then(|part| invalid_target(part, kind)) {
            Some(part) => {
                let verb = if kind == "del" { "delete" } else { "assign to" };
                let name = name_of(&part);
                matcher.range(part.from, part.to, format!("cannot {verb} {name}"))
            }
            None => return Ok(false),
        },
        Outcome::Special(name) => return special(matcher, name, start, captures),
        _ => return Ok(true),
    };
    Err(Stop::Wrong(wrong))
}

fn filled(matcher: &Matcher<'_>, message: &str, part: &Option<Rc<Part>>) -> String {
    let Some(part) = part else {
        return message.to_owned();
    };
    message
        .replace("%n", name_of(part))
        .replace("%s", matcher.text_of(part))
}

fn name_of(part: &Part) -> &'static str {
    match part.name {
        "" | "items" => "expression",
        name => name,
    }
}

/// The first part of a target that can't be one.
fn invalid_target(part: &Rc<Part>, kind: &str) -> Option<Rc<Part>> {
    match part.name {
        "name" | "attribute" | "subscript" => None,
        "starred" if kind == "del" => Some(part.clone()),
        "tuple" | "list" | "starred" | "items" | "" => part
            .parts
            .iter()
            .find_map(|part| invalid_target(part, kind)),
        "comparison" if kind == "for" => match part.parts.get(1) {
            Some(compared) if compared.name == "in" => invalid_target(&part.parts[0], kind),
            _ => None,
        },
        _ => Some(part.clone()),
    }
}

fn special(
    matcher: &mut Matcher<'_>,
    name: &str,
    start: usize,
    captures: &Captures,
) -> Result<bool, Stop> {
    if name == "strings" {
        return fields::check(matcher, start).map(|()| true);
    }
    let [Some(a), b] = captures else {
        return Ok(true);
    };
    let b = b.as_ref().unwrap_or(a);
    let legacy =
        |part: &Part| part.name == "name" && matches!(matcher.text_of(part), "print" | "exec");
    let wrong = match name {
        "legacy" if !legacy(a) => return Ok(false),
        "legacy" => {
            let word = matcher.text_of(a);
            let message =
                format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
            matcher.range(a.from, b.to, message)
        }
        "comma" => {
            if legacy(a) || matcher.tokens[matcher.mark - 1].level == 0 {
                return Ok(false);
            }
            matcher.range(
                a.from,
                b.to,
                "invalid syntax. Perhaps you forgot a comma?".to_owned(),
            )
        }
        "bare_generator" => {
            let positional: Vec<&Rc<Part>> = positional(a);
            match positional.as_slice() {
                [_, .., last] => matcher.range(last.from, b.to, BARE_GENERATOR.to_owned()),
                _ => return Ok(false),
            }
        }
        "late_generator" => {
            let target = b.parts.last().and_then(|clause| clause.parts.first());
            let to = target.map_or(b.to, |target| target.to);
            matcher.range(a.from, to, BARE_GENERATOR.to_owned())
        }
        "order_of_arguments" => {
            let message = match has_doubled(a) {
                true => "positional argument follows keyword argument unpacking",
                false => "positional argument follows keyword argument",
            };
            matcher.last_token("SyntaxError", message.to_owned())
        }
        "bare_target" => {
            let message = "did you forget parentheses around the comprehension target?";
            let to = b.parts.last().map_or(b.to, |last| last.to);
            matcher.range(a.from, to, message.to_owned())
        }
        "late_pattern" => {
            let message = "positional patterns follow keyword patterns";
            matcher.range(a.from, a.to, message.to_owned())
        }
        "colon_after_key" => {
            let last = &matcher.tokens[a.to - 1];
            let line = matcher.tokens[a.from].line;
            let text = matcher.line_text(line);
            let offset = super::matching::characters(&text, last.end_column.max(0) as usize);
            Wrong {
                class: "SyntaxError",
                message: "':' expected after dictionary key".to_owned(),
                place: Place {
                    line,
                    offset,
                    end_line: last.end_line,
                    end_offset: 0,
                    text,
                    ends: Some(true),
                },
            }
        }
        "imaginary" => {
            if matcher.text_of(a).ends_with(['j', 'J']) {
                return Ok(true);
            }
            let message = "imaginary number required in complex literal";
            matcher.range(a.from, a.to, message.to_owned())
        }
        _ => return Ok(true),
    };
    Err(Stop::Wrong(wrong))
}

/// The arguments without a name, in order.
fn positional(args: &Part) -> Vec<&Rc<Part>> {
    let mut found = Vec::new();
    for part in &args.parts {
        match part.name {
            "keyword" | "doubled" => {}
            "" => found.extend(positional(part)),
            _ => found.push(part),
        }
    }
    found
}

fn has_doubled(args: &Part) -> bool {
    args.parts
        .iter()
        .any(|part| part.name == "doubled" || part.name.is_empty() && has_doubled(part))
}
