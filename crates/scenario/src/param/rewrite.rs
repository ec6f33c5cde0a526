//! Writes a form's value into the source: just the literal, every other byte stays.

use super::{Literal, Unsuitable, assignment, lines, parse};
use std::fmt;

/// Why a value was not set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetError {
    /// It is not written as `NAME=VALUE`.
    Form(String),
    /// The source has no form of that name; the names that it has follow.
    UnknownName(String, Vec<String>),
    /// The value does not suit the form.
    Unsuitable(Unsuitable),
}

impl fmt::Display for SetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SetError::Form(text) => write!(f, "a value is set as NAME=VALUE, not {text:?}"),
            SetError::UnknownName(name, known) if known.is_empty() => {
                write!(
                    f,
                    "the script has no form named {name}; it has no #@param forms"
                )
            }
            SetError::UnknownName(name, known) => {
                write!(
                    f,
                    "the script has no form named {name}; it has: {}",
                    known.join(", ")
                )
            }
            SetError::Unsuitable(why) => why.fmt(f),
        }
    }
}

/// `source` with the literal of the form `name` replaced by `value`; as it was if there is no
/// such form.
pub fn rewrite(source: &str, name: &str, value: &Literal) -> String {
    let Some(param) = parse(source).into_iter().find(|param| param.name == name) else {
        return source.to_owned();
    };
    let line = lines::lines(source)
        .into_iter()
        .find(|line| line.number == param.line);
    let Some((line, found)) =
        line.and_then(|line| Some((line.start, assignment::read(line.code())?)))
    else {
        return source.to_owned();
    };
    let range = line + found.range.start..line + found.range.end;
    let quote = if source[range.clone()].starts_with('\'') {
        '\''
    } else {
        '"'
    };
    let written = if found.value == *value {
        source[range.clone()].into()
    } else {
        value.source(quote)
    };
    [&source[..range.start], &written, &source[range.end..]].concat()
}

/// `source` with one form's value set as the command line writes it: `NAME=VALUE`.
pub fn set(source: &str, setting: &str) -> Result<String, SetError> {
    let (name, value) = setting
        .split_once('=')
        .ok_or_else(|| SetError::Form(setting.into()))?;
    let name = name.trim();
    let params = parse(source);
    let Some(param) = params.iter().find(|param| param.name == name) else {
        let known = params.into_iter().map(|param| param.name).collect();
        return Err(SetError::UnknownName(name.into(), known));
    };
    let literal = param.literal_from(value).map_err(SetError::Unsuitable)?;
    Ok(rewrite(source, name, &literal))
}
