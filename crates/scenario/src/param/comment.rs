//! What follows `#@param`: `{type:"slider", min:1, max:32}`, `["a", "b"]`,
//! `["a", "b"] {allow-input: true}`, or nothing (then the literal decides).

use super::{Literal, ParamKind};

/// A value of the comment's own small language.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    One(Literal),
    List(Vec<Literal>),
}

/// The form that `text` describes for an assignment of `value`; else one line of English.
pub(super) fn read(text: &str, value: &Literal) -> Result<ParamKind, String> {
    let mut reader = Reader { rest: text };
    let mut options = None;
    let mut fields = Vec::new();
    loop {
        reader.blank();
        match reader.rest.chars().next() {
            // A note may follow the form.
            None | Some('#') => break,
            Some('[') if options.is_none() => options = Some(reader.list()?),
            Some('{') if fields.is_empty() => fields = reader.fields()?,
            Some(_) => {
                return Err(format!(
                    "this part of the form can't be read: {}",
                    reader.rest
                ));
            }
        }
    }
    kind(options, &fields, value)
}

fn kind(
    options: Option<Vec<Literal>>,
    fields: &[(String, Value)],
    value: &Literal,
) -> Result<ParamKind, String> {
    let field = |name: &str| {
        fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    };
    let stated = match field("type") {
        None => None,
        Some(Value::One(Literal::Str(name))) => Some(name.as_str()),
        Some(_) => return Err("the form's type is a text, as in type:\"slider\"".into()),
    };
    if let Some(options) = options {
        if options.is_empty() {
            return Err("a dropdown needs at least one option".into());
        }
        let allow_input = field("allow-input") == Some(&Value::One(Literal::Bool(true)));
        return Ok(ParamKind::Dropdown {
            options,
            allow_input,
        });
    }
    let number = |name: &str| match field(name) {
        None => Ok(None),
        Some(Value::One(literal)) if literal.number().is_some() => Ok(literal.number()),
        Some(_) => Err(format!("{name} is a number")),
    };
    let numeric = value.number().is_some();
    let by_value = match value {
        Literal::Int(_) => "integer",
        Literal::Float(_) => "number",
        Literal::Str(_) => "string",
        Literal::Bool(_) => "boolean",
    };
    match stated.unwrap_or(by_value) {
        "slider" | "number" | "integer" if !numeric => Err("this form needs a number".into()),
        "slider" => {
            let min = number("min")?.unwrap_or(0.0);
            let max = number("max")?.unwrap_or(100.0);
            let step = number("step")?.unwrap_or(1.0);
            if min > max {
                return Err(format!("the slider's min {min} is above its max {max}"));
            }
            if step <= 0.0 {
                return Err("the slider's step is above zero".into());
            }
            Ok(ParamKind::Slider { min, max, step })
        }
        "integer" if matches!(value, Literal::Float(_)) => {
            Err("this form needs a whole number".into())
        }
        name @ ("number" | "integer") => {
            let (min, max, step) = (number("min")?, number("max")?, number("step")?);
            if min.zip(max).is_some_and(|(min, max)| min > max) {
                return Err("the form's min is above its max".into());
            }
            if step.is_some_and(|step| step <= 0.0) {
                return Err("the form's step is above zero".into());
            }
            Ok(ParamKind::Number {
                min,
                max,
                step,
                integer: name == "integer",
            })
        }
        "string" | "text" => match value {
            Literal::Str(_) => Ok(ParamKind::Text),
            _ => Err("this form needs a text in quotes".into()),
        },
        "boolean" | "checkbox" => match value {
            Literal::Bool(_) => Ok(ParamKind::Checkbox),
            _ => Err("this form needs True or False".into()),
        },
        other => Err(format!(
            "there is no form of type {other:?}: use slider, number, integer, string, boolean \
             or a list of options"
        )),
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn blank(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Takes `c`, white space around it included.
    fn take(&mut self, c: char) -> bool {
        self.blank();
        let Some(rest) = self.rest.strip_prefix(c) else {
            return false;
        };
        self.rest = rest.trim_start();
        true
    }

    fn unreadable(&self) -> String {
        match self.rest {
            "" => "the form ends too early".into(),
            rest => format!("this part of the form can't be read: {rest}"),
        }
    }

    fn literal(&mut self) -> Result<Literal, String> {
        self.blank();
        for (word, value) in [("true", true), ("false", false)] {
            if let Some(rest) = self.rest.strip_prefix(word) {
                self.rest = rest;
                return Ok(Literal::Bool(value));
            }
        }
        let (value, used) = Literal::read(self.rest).ok_or_else(|| self.unreadable())?;
        self.rest = &self.rest[used..];
        Ok(value)
    }

    fn list(&mut self) -> Result<Vec<Literal>, String> {
        let mut items = Vec::new();
        self.take('[');
        while !self.take(']') {
            items.push(self.literal()?);
            if !self.take(',') && !self.rest.starts_with(']') {
                return Err(self.unreadable());
            }
        }
        Ok(items)
    }

    fn fields(&mut self) -> Result<Vec<(String, Value)>, String> {
        let mut fields: Vec<(String, Value)> = Vec::new();
        self.take('{');
        while !self.take('}') {
            let key = self.key()?;
            if !self.take(':') {
                return Err(self.unreadable());
            }
            let value = match self.rest.starts_with('[') {
                true => Value::List(self.list()?),
                false => Value::One(self.literal()?),
            };
            if fields.iter().any(|(known, _)| *known == key) {
                return Err(format!("the form names {key} twice"));
            }
            fields.push((key, value));
            if !self.take(',') && !self.rest.starts_with('}') {
                return Err(self.unreadable());
            }
        }
        Ok(fields)
    }

    fn key(&mut self) -> Result<String, String> {
        if self.rest.starts_with(['"', '\'']) {
            return self.literal().map(|key| key.text());
        }
        let end = self
            .rest
            .find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
        let (key, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        if key.is_empty() {
            return Err(self.unreadable());
        }
        self.rest = rest;
        Ok(key.to_owned())
    }
}
