//! What a function shows of its defaults and cells, and how its defaults are replaced.

use super::attribute::Attribute;
use super::{Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Object, Ref, Value};

impl Vm {
    pub(super) fn function_part(
        &mut self,
        r: Ref,
        name: Symbol,
    ) -> Result<Option<Attribute>, Raised> {
        let Object::Function(function) = self.heap.get(r) else {
            return Ok(None);
        };
        let value = match &*self.symbol_name(name) {
            "__closure__" if function.closure.is_empty() => Value::None,
            "__closure__" => {
                let cells: Vec<Value> = function.closure.iter().map(|&r| Value::Obj(r)).collect();
                self.heap.tuple(&cells)
            }
            "__kwdefaults__" if function.keyword_defaults.is_empty() => Value::None,
            "__kwdefaults__" => {
                let pairs = function.keyword_defaults.clone();
                self.dict_of(pairs)?
            }
            "__code__" => self.code_of_function(r),
            "__globals__" => {
                let module = Value::Obj(function.module);
                return self.computed_attribute(module, self.names.dict);
            }
            _ => return Ok(None),
        };
        Ok(Some(Attribute::Value(value)))
    }

    /// `function.__defaults__ = …` and `function.__kwdefaults__ = …`.
    pub(super) fn store_defaults(
        &mut self,
        r: Ref,
        name: Symbol,
        value: Value,
    ) -> Result<(), Raised> {
        let is_positional = name == self.names.defaults;
        let positional = match self.object(value) {
            Some(Object::Tuple(items)) if is_positional => items.to_vec(),
            Some(Object::Dict(_)) if !is_positional => Vec::new(),
            _ if value.is_none() => Vec::new(),
            _ => {
                let (name, kind) = if is_positional {
                    ("__defaults__", "tuple")
                } else {
                    ("__kwdefaults__", "dict")
                };
                return Err(self.type_error(&format!("{name} must be set to a {kind} object")));
            }
        };
        let entries: Vec<(Value, Value)> = match self.object(value) {
            Some(Object::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let mut keyword = Vec::new();
        for (key, value) in entries {
            if let Some(key) = self.text(key) {
                keyword.push((self.symbols.intern(&key), value));
            }
        }
        if let Object::Function(function) = self.heap.get_mut(r) {
            if is_positional {
                function.defaults = positional;
            } else {
                function.keyword_defaults = keyword;
            }
        }
        Ok(())
    }
}
