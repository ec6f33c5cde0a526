//! Forms: assignments with a Colab-style comment, as
//! `WORKERS = 3  #@param {type:"slider", min:1, max:32}`.
//!
//! Owns what a form is and how its value is checked. Works on lines, so that it also reads a
//! source that does not parse; knows no Python beyond literals, strings and comments.

mod assignment;
mod comment;
mod decimal;
mod lines;
mod literal;
mod rewrite;

pub use decimal::decimal;
pub use literal::Literal;
pub use rewrite::{SetError, rewrite, set};

use std::fmt;

/// What a form looks like and which values it takes.
#[derive(Clone, Debug, PartialEq)]
pub enum ParamKind {
    /// A number between two ends.
    Slider {
        /// The least value.
        min: f64,
        /// The greatest value.
        max: f64,
        /// The distance between two values.
        step: f64,
    },
    /// A number.
    Number {
        /// The least value, if there is one.
        min: Option<f64>,
        /// The greatest value, if there is one.
        max: Option<f64>,
        /// The distance between two values, if it is fixed.
        step: Option<f64>,
        /// Whether only whole numbers are taken.
        integer: bool,
    },
    /// Any text.
    Text,
    /// True or false.
    Checkbox,
    /// One of several values.
    Dropdown {
        /// The values, in order.
        options: Vec<Literal>,
        /// Whether other values may be typed as well.
        allow_input: bool,
    },
}

/// A form of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// The name that is assigned to.
    pub name: String,
    /// The 1-based line.
    pub line: u32,
    /// What it looks like.
    pub kind: ParamKind,
    /// The value in the source.
    pub value: Literal,
}

/// A form comment that can't be read, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParamProblem {
    /// The 1-based line.
    pub line: u32,
    /// The 0-based column of the comment, in characters.
    pub column: u32,
    /// The 0-based column after the line's last character.
    pub end_column: u32,
    /// One line of English.
    pub message: String,
}

/// Why a value does not suit a form: one line of English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsuitable(pub String);

impl fmt::Display for Unsuitable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The forms of `source`, in order of lines. What can't be read is left out; [`read`] tells why.
pub fn parse(source: &str) -> Vec<Param> {
    read(source).0
}

/// The forms of `source` and what is wrong with its form comments.
pub fn read(source: &str) -> (Vec<Param>, Vec<ParamProblem>) {
    let mut params: Vec<Param> = Vec::new();
    let mut problems = Vec::new();
    for line in lines::lines(source) {
        let Some(form) = line.form() else { continue };
        let found = assignment::read(line.code())
            .ok_or_else(|| "a form needs an assignment of a number, a text, True or False".into())
            .and_then(|assignment| {
                if let Some(first) = params.iter().find(|param| param.name == assignment.name) {
                    return Err(format!(
                        "{} has a form already, on line {}",
                        first.name, first.line
                    ));
                }
                let kind = comment::read(form, &assignment.value)?;
                let (name, value) = (assignment.name.to_owned(), assignment.value);
                Ok(Param {
                    name,
                    line: line.number,
                    kind,
                    value,
                })
            });
        match found {
            Ok(param) => params.push(param),
            Err(message) => problems.push(line.problem(message)),
        }
    }
    (params, problems)
}

impl Param {
    /// The literal that `text`, as a person types it or a control gives it, stands for.
    pub fn literal_from(&self, text: &str) -> Result<Literal, Unsuitable> {
        let unsuitable = |what: String| Unsuitable(format!("{} {what}", self.name));
        match &self.kind {
            ParamKind::Slider { min, max, step } => {
                let whole = min.fract() == 0.0 && step.fract() == 0.0;
                let integer = whole && !matches!(self.value, Literal::Float(_));
                self.number_from(text, Some(*min), Some(*max), integer)
            }
            ParamKind::Number {
                min, max, integer, ..
            } => self.number_from(text, *min, *max, *integer),
            ParamKind::Text => Ok(Literal::Str(text.to_owned())),
            ParamKind::Checkbox => match text.to_ascii_lowercase().as_str() {
                "true" | "1" | "yes" | "on" => Ok(Literal::Bool(true)),
                "false" | "0" | "no" | "off" => Ok(Literal::Bool(false)),
                _ => Err(unsuitable(format!("is True or False, not {text:?}"))),
            },
            ParamKind::Dropdown {
                options,
                allow_input,
            } => {
                if let Some(option) = options.iter().find(|option| option.text() == text) {
                    return Ok(option.clone());
                }
                if !allow_input {
                    let known: Vec<String> = options.iter().map(Literal::text).collect();
                    return Err(unsuitable(format!("is one of: {}", known.join(", "))));
                }
                let numeric = options.iter().all(|option| option.number().is_some());
                match Literal::parse(text) {
                    Some(value) if numeric && value.number().is_some() => Ok(value),
                    _ if numeric && !options.is_empty() => {
                        Err(unsuitable(format!("is a number, not {text:?}")))
                    }
                    _ => Ok(Literal::Str(text.to_owned())),
                }
            }
        }
    }

    fn number_from(
        &self,
        text: &str,
        min: Option<f64>,
        max: Option<f64>,
        integer: bool,
    ) -> Result<Literal, Unsuitable> {
        let name = &self.name;
        let what = if integer {
            "a whole number"
        } else {
            "a number"
        };
        let value = Literal::parse(text.trim())
            .filter(|value| value.number().is_some())
            .ok_or_else(|| Unsuitable(format!("{name} is {what}, not {text:?}")))?;
        let number = value.number().unwrap_or_default();
        if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
            let (least, most) = (
                min.unwrap_or(f64::NEG_INFINITY),
                max.unwrap_or(f64::INFINITY),
            );
            return Err(Unsuitable(format!(
                "{name} is between {least} and {most}, not {text}"
            )));
        }
        match value {
            Literal::Float(float) if integer => {
                let whole = float.fract() == 0.0 && float.abs() < 9e15;
                whole
                    .then_some(Literal::Int(float as i64))
                    .ok_or_else(|| Unsuitable(format!("{name} is a whole number, not {text}")))
            }
            value => Ok(value),
        }
    }
}
