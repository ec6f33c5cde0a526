//! What exceptions have beside `args`: `StopIteration.value`, `OSError.errno`, `SyntaxError.lineno` …

use super::Vm;
use super::attribute::Attribute;
use crate::code::Symbol;
use crate::heap::{Object, Value};

impl Vm {
    /// `StopIteration.value`, `SystemExit.code`, `KeyError`'s none, `OSError.errno` …
    pub(super) fn exception_field(&mut self, object: Value, name: Symbol) -> Option<Attribute> {
        let args = self.exception_args(object);
        let payload = self.exception(object)?.payload;
        let is_group = self.is_exception(object, "BaseExceptionGroup");
        let value = match &*self.symbol_name(name) {
            "message" if is_group => args.first().copied().unwrap_or(Value::None),
            "exceptions" if is_group => payload,
            "value" if self.is_exception(object, "StopIteration") => {
                args.first().copied().unwrap_or(Value::None)
            }
            "code" if self.is_exception(object, "SystemExit") => match args.len() {
                0 => Value::None,
                1 => args[0],
                _ => self.exception(object)?.args,
            },
            "errno" if self.is_exception(object, "OSError") => {
                if args.len() >= 2 {
                    args[0]
                } else {
                    Value::None
                }
            }
            "strerror" if self.is_exception(object, "OSError") => {
                if args.len() >= 2 {
                    args[1]
                } else {
                    Value::None
                }
            }
            "filename" if self.is_exception(object, "OSError") => match payload {
                Value::Unbound => Value::None,
                file => file,
            },
            "filename2" if self.is_exception(object, "OSError") => Value::None,
            "name"
                if self.is_exception(object, "ImportError")
                    || self.is_exception(object, "NameError")
                    || self.is_exception(object, "AttributeError") =>
            {
                let hint = self
                    .exception(object)?
                    .hint
                    .as_ref()
                    .map(|hint| hint.0.clone());
                match hint {
                    Some(text) => self.heap.str(&text),
                    None => Value::None,
                }
            }
            "encoding" | "object" | "start" | "end" | "reason"
                if args.len() == 5 && self.is_exception(object, "UnicodeError") =>
            {
                let parts = ["encoding", "object", "start", "end", "reason"];
                let name = self.symbol_name(name);
                args[parts.iter().position(|part| **part == *name)?]
            }
            "obj" if self.is_exception(object, "AttributeError") => {
                let hint = self.exception(object)?.hint.as_ref().map(|hint| hint.1);
                match hint {
                    Some(Value::Unbound) | None => Value::None,
                    Some(value) => value,
                }
            }
            "path" if self.is_exception(object, "ImportError") => Value::None,
            "msg" if self.is_exception(object, "ImportError") => {
                args.first().copied().unwrap_or(Value::None)
            }
            "path" if self.is_exception(object, "ImportError") => Value::None,
            "obj" if self.is_exception(object, "AttributeError") => {
                match self.exception(object)?.hint.as_ref() {
                    Some(hint) if !hint.1.is_unbound() => hint.1,
                    _ => Value::None,
                }
            }
            field if self.is_exception(object, "UnicodeError") && args.len() == 5 => {
                let fields = ["encoding", "object", "start", "end", "reason"];
                args[fields.iter().position(|&known| known == field)?]
            }
            field if self.is_exception(object, "SyntaxError") => {
                return self.syntax_error_field(&args, field).map(Attribute::Value);
            }
            _ => return None,
        };
        Some(Attribute::Value(value))
    }

    /// `SyntaxError.lineno` and its kin, from the tuple beside the message.
    fn syntax_error_field(&self, args: &[Value], field: &str) -> Option<Value> {
        const FIELDS: &[&str] = &[
            "filename",
            "lineno",
            "offset",
            "text",
            "end_lineno",
            "end_offset",
            "print_file_and_line",
        ];
        if field == "msg" {
            return Some(args.first().copied().unwrap_or(Value::None));
        }
        let index = FIELDS.iter().position(|&known| known == field)?;
        let place = args.get(1).and_then(|&place| self.object(place));
        Some(match place {
            Some(Object::Tuple(place)) => place.get(index).copied().unwrap_or(Value::None),
            _ => Value::None,
        })
    }

    /// An exception's `args`.
    pub fn exception_args(&self, exception: Value) -> Vec<Value> {
        let args = self.exception(exception).map(|e| e.args);
        match args.and_then(|args| self.object(args)) {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => Vec::new(),
        }
    }
}
