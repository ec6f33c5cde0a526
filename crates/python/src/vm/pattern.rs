//! What the patterns of `match` ask of a value. Source: CPython 3.11, Python/ceval.c `match_class`, `match_keys`, and
//! PEP 634.

use super::{Args, Raised, Vm};
use crate::heap::{Dict, Object, Ref, Value};

/// Classes of the library whose instances are sequences for `match`, by module and name.
const SEQUENCES: &[(&str, &str)] = &[
    ("collections", "deque"),
    ("collections", "UserList"),
    ("array", "array"),
    ("collections.abc", "Sequence"),
    ("collections.abc", "MutableSequence"),
];
const MAPPINGS: &[(&str, &str)] = &[
    ("collections", "UserDict"),
    ("collections", "ChainMap"),
    ("collections.abc", "Mapping"),
    ("collections.abc", "MutableMapping"),
];

impl Vm {
    fn derives_from_any(&self, class: Ref, known: &[(&str, &str)]) -> bool {
        self.class(class).mro.iter().any(|&base| {
            let base = self.class(base);
            known.contains(&(&*base.module, &*base.name))
        })
    }

    /// Whether a sequence pattern can fit `value`.
    pub(super) fn is_match_sequence(&self, value: Value) -> bool {
        match self.object(self.unwrap(value)) {
            Some(Object::List(_) | Object::Tuple(_) | Object::Range(_)) => true,
            Some(Object::Instance(_) | Object::Host(_)) => {
                self.derives_from_any(self.class_of(value), SEQUENCES)
            }
            _ => false,
        }
    }

    /// Whether a mapping pattern can fit `value`.
    pub(super) fn is_match_mapping(&self, value: Value) -> bool {
        match self.object(self.unwrap(value)) {
            Some(Object::Dict(_)) => true,
            Some(Object::Instance(_) | Object::Host(_)) => {
                self.derives_from_any(self.class_of(value), MAPPINGS)
            }
            _ => false,
        }
    }

    /// `len(value)` of a sequence or mapping pattern's subject.
    pub(super) fn match_length(&mut self, value: Value) -> Result<usize, Raised> {
        if let Some(length) = self.builtin_length(self.unwrap(value)) {
            return Ok(length);
        }
        let Some(method) = self.special(value, self.names.len) else {
            let text = format!("object of type '{}' has no len()", self.type_name(value));
            return Err(self.type_error(&text));
        };
        let length = self.call_nested(method, Args::of(&[value]))?;
        Ok(self.as_index(length)?.unwrap_or(0).max(0) as usize)
    }

    fn builtin_length(&self, value: Value) -> Option<usize> {
        Some(match self.object(value)? {
            Object::List(items) => items.len(),
            Object::Tuple(items) => items.len(),
            Object::Range(range) => range.len() as usize,
            Object::Dict(dict) => dict.len(),
            _ => return None,
        })
    }

    /// The values of `keys` in the mapping `subject`, or `None` where one is missing.
    pub(super) fn match_keys(&mut self, subject: Value, keys: Value) -> Result<Value, Raised> {
        let Some(Object::Tuple(keys)) = self.object(keys) else {
            unreachable!("the compiler builds a tuple of keys")
        };
        let keys = keys.clone();
        let mut seen = Vec::new();
        let mut values = Vec::new();
        for &key in keys.iter() {
            for &known in &seen {
                if self.equal_nested(known, key)? {
                    let shown = self.repr_nested(key)?;
                    let text = format!("mapping pattern checks duplicate key ({shown})");
                    return Err(self.raise("ValueError", &text));
                }
            }
            seen.push(key);
            match self.mapping_get(subject, key)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(self.heap.tuple(&values))
    }

    /// `mapping.get(key)` without a default made by `__missing__`.
    fn mapping_get(&mut self, mapping: Value, key: Value) -> Result<Option<Value>, Raised> {
        if matches!(self.object(self.unwrap(mapping)), Some(Object::Dict(_))) {
            return self.dict_get(mapping, key);
        }
        let name = self.symbols.intern("get");
        let get = self.get_attr_nested(mapping, name)?;
        let marker = self.heap.tuple(&[Value::Ellipsis]);
        let value = self.call_nested(get, Args::of(&[key, marker]))?;
        Ok((value != marker).then_some(value))
    }

    /// `**rest` of a mapping pattern: what `subject` has beside `keys`.
    pub(super) fn match_rest(&mut self, subject: Value, keys: Value) -> Result<Value, Raised> {
        let rest = self.heap.dict(Dict::default());
        let known = self.unwrap(subject);
        let pairs: Vec<(Value, Value)> = match self.object(known) {
            Some(Object::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => {
                let name = self.symbols.intern("keys");
                let method = self.get_attr_nested(subject, name)?;
                let keys = self.call_nested(method, Args::default())?;
                let list = Value::Obj(self.types.list);
                let keys = self.call_nested(list, Args::of(&[keys]))?;
                let mut pairs = Vec::new();
                for key in self.items_of(keys)?.unwrap_or_default() {
                    if let Some(value) = self.mapping_get(subject, key)? {
                        pairs.push((key, value));
                    }
                }
                pairs
            }
        };
        for (key, value) in pairs {
            self.dict_set(rest, key, value)?;
        }
        for key in self.items_of(keys)?.unwrap_or_default() {
            self.dict_remove(rest, key)?;
        }
        Ok(rest)
    }

    /// The attributes that a class pattern looks at, as a tuple; `None` where it does not fit.
    pub(super) fn match_class(
        &mut self,
        subject: Value,
        class: Value,
        positional: usize,
        names: &[Value],
    ) -> Result<Value, Raised> {
        let Some(Object::Class(_)) = self.object(class) else {
            return Err(self.type_error("called match pattern must be a type"));
        };
        if !self.is_instance_of(subject, class)? {
            return Ok(Value::None);
        }
        let mut seen = Vec::new();
        let mut values = Vec::new();
        if positional > 0
            && !self.match_positional(subject, class, positional, &mut seen, &mut values)?
        {
            return Ok(Value::None);
        }
        for &name in names {
            let Some(value) = self.match_attribute(subject, class, name, &mut seen)? else {
                return Ok(Value::None);
            };
            values.push(value);
        }
        Ok(self.heap.tuple(&values))
    }

    fn match_positional(
        &mut self,
        subject: Value,
        class: Value,
        count: usize,
        seen: &mut Vec<std::rc::Rc<str>>,
        values: &mut Vec<Value>,
    ) -> Result<bool, Raised> {
        let class_ref = class.as_ref().expect("checked by the caller");
        let class_name = self.class(class_ref).name.clone();
        let match_args = self.symbols.intern("__match_args__");
        let known = self.try_attr(class, match_args)?;
        let (allowed, names) = match known {
            Some(names) => match self.object(names) {
                Some(Object::Tuple(items)) => (items.len(), items.to_vec()),
                _ => {
                    let text = format!(
                        "{class_name}.__match_args__ must be a tuple (got {})",
                        self.type_name(names)
                    );
                    return Err(self.type_error(&text));
                }
            },
            None => (usize::from(self.matches_itself(class_ref)), Vec::new()),
        };
        if allowed < count {
            let plural = if allowed == 1 { "" } else { "s" };
            let text = format!(
                "{class_name}() accepts {allowed} positional sub-pattern{plural} ({count} given)"
            );
            return Err(self.type_error(&text));
        }
        if known.is_none() {
            values.push(subject);
            return Ok(true);
        }
        for &name in &names[..count] {
            if self.text(name).is_none() {
                let text = format!(
                    "__match_args__ elements must be strings (got {})",
                    self.type_name(name)
                );
                return Err(self.type_error(&text));
            }
            match self.match_attribute(subject, class, name, seen)? {
                Some(value) => values.push(value),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    fn match_attribute(
        &mut self,
        subject: Value,
        class: Value,
        name: Value,
        seen: &mut Vec<std::rc::Rc<str>>,
    ) -> Result<Option<Value>, Raised> {
        let text = self.text(name).unwrap_or_default();
        if seen.contains(&text) {
            let class = class.as_ref().expect("a class");
            let message = format!(
                "{}() got multiple sub-patterns for attribute '{text}'",
                self.class(class).name
            );
            return Err(self.type_error(&message));
        }
        let symbol = self.symbols.intern(&text);
        seen.push(text);
        self.try_attr(subject, symbol)
    }

    /// Builtin classes whose single positional pattern is the subject itself, and what derives from them.
    fn matches_itself(&self, class: Ref) -> bool {
        let t = &self.types;
        let own = [
            t.bool,
            t.bytearray,
            t.bytes,
            t.dict,
            t.float,
            t.frozenset,
            t.int,
            t.list,
            t.set,
            t.str,
            t.tuple,
        ];
        own.iter().any(|&base| self.is_subclass(class, base))
    }
}
