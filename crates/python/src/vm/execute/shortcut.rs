//! The builtins that hot loops call most, answered where their arguments lie in the usual cases; the others are left
//! to the builtin itself. Knows no instruction.

use super::super::Vm;
use crate::heap::{Object, Range, Ref, Value};

/// A builtin that may be answered without a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// `len`
    Len,
    /// `isinstance`
    IsInstance,
    /// `list.append`
    Append,
    /// `dict.get`
    Get,
}

impl Shortcut {
    /// The one of a method.
    pub fn of_method(class: &str, name: &str) -> Option<Shortcut> {
        match (class, name) {
            ("list", "append") => Some(Shortcut::Append),
            ("dict", "get") => Some(Shortcut::Get),
            _ => None,
        }
    }

    /// The one of a function of the builtins.
    pub fn of_function(name: &str) -> Option<Shortcut> {
        match name {
            "len" => Some(Shortcut::Len),
            "isinstance" => Some(Shortcut::IsInstance),
            _ => None,
        }
    }
}

impl Vm {
    /// What a builtin gives for the arguments that lie on the stack from `first` on; `None`: ask it.
    pub(super) fn take_shortcut(&mut self, shortcut: Shortcut, first: usize) -> Option<Value> {
        let args = &self.stack[first..];
        match (shortcut, args) {
            (Shortcut::Len, &[value]) => {
                let length = match self.object(value)? {
                    Object::Str(text) => text.length as usize,
                    Object::List(items) => items.len(),
                    Object::Tuple(items) => items.len(),
                    Object::Dict(table) | Object::Set(table) => table.len(),
                    _ => return None,
                };
                Some(Value::Int(length as i64))
            }
            (Shortcut::Append, &[list, item]) => {
                let Object::List(items) = self.heap.get_mut(list.as_ref()?) else {
                    return None;
                };
                items.push(item);
                self.heap.grew(16);
                Some(Value::None)
            }
            (Shortcut::Get, &[dict, key]) => self.get_shortly(dict, key, Value::None),
            (Shortcut::Get, &[dict, key, default]) => self.get_shortly(dict, key, default),
            (Shortcut::IsInstance, &[value, class]) => {
                let wanted = class.as_ref()?;
                let own = self.class_of(value);
                (own == wanted).then_some(Value::Bool(true))
            }
            _ => None,
        }
    }

    fn get_shortly(&self, dict: Value, key: Value, default: Value) -> Option<Value> {
        let Object::Dict(table) = self.object(dict)? else {
            return None;
        };
        let (_, found) = self.plain_find(table, key)?;
        Some(found.map_or(default, |index| table.value_at(index)))
    }

    /// `str(x)`, `int(x)`, `float(x)`, `range(…)` of plain values; `None`: the class knows.
    pub(super) fn convert_shortly(&mut self, class: Ref, first: usize) -> Option<Value> {
        let args = &self.stack[first..];
        if class == self.types.range {
            let (start, stop) = match *args {
                [Value::Int(stop)] => (0, stop),
                [Value::Int(start), Value::Int(stop)] => (start, stop),
                _ => return None,
            };
            let range = Range {
                start,
                stop,
                step: 1,
            };
            return Some(self.heap.value(Object::Range(Box::new(range))));
        }
        let &[value] = args else { return None };
        if class == self.types.str {
            return self.plain_text(value);
        }
        match value {
            Value::Int(int) if class == self.types.float => Some(Value::Float(int as f64)),
            Value::Float(_) if class == self.types.float => Some(value),
            Value::Int(_) if class == self.types.int => Some(value),
            Value::Float(float) if class == self.types.int && float.abs() < 1e15 => {
                Some(Value::Int(float as i64))
            }
            _ => None,
        }
    }
}
