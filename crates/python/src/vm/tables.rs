//! The tables behind dict and set: finding, setting, removing, copying, and the operators of sets.

use super::{Raised, Vm};
use crate::code::BinaryOp;
use crate::heap::{Dict, Object, Value};

impl Vm {
    /// The entry of `key` in a table.
    pub fn find_in(&mut self, dict: &Dict, hash: i64, key: Value) -> Result<Option<usize>, Raised> {
        if let Some(index) = dict.find(hash, |known| known == key) {
            return Ok(Some(index));
        }
        for index in dict.candidates(hash) {
            if let Some(entry) = dict.entry(index).copied() {
                if self.equal_nested(entry.key, key)? {
                    return Ok(Some(index));
                }
            }
        }
        Ok(None)
    }

    pub(super) fn table(&self, table: Value) -> &Dict {
        match self.object(table) {
            Some(Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict)) => dict,
            other => unreachable!("{other:?} is no table"),
        }
    }

    /// The table of a dict or set, to be changed.
    pub fn table_mut(&mut self, table: Value) -> &mut Dict {
        match table.as_ref().map(|r| self.heap.get_mut(r)) {
            Some(Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict)) => dict,
            other => unreachable!("{other:?} is no table"),
        }
    }

    /// The entry of `key` in the dict or set `table`.
    pub fn table_find(&mut self, table: Value, key: Value) -> Result<(i64, Option<usize>), Raised> {
        let hash = self.hash_nested(key)?;
        let table = self.unwrap(table);
        let text = match self.object(key) {
            Some(Object::Str(text)) => Some(text.text.clone()),
            _ => None,
        };
        let dict = self.table(table);
        // Strings and plain values need no Python code to be compared.
        let quick = dict.find(hash, |known| {
            known == key
                || match (&text, self.object(known)) {
                    (Some(text), Some(Object::Str(other))) => **text == *other.text,
                    _ => false,
                }
        });
        if quick.is_some() {
            return Ok((hash, quick));
        }
        for index in self.table(table).candidates(hash) {
            let Some(entry) = self.table(table).entry(index).copied() else {
                continue;
            };
            if self.equal_nested(entry.key, key)? {
                return Ok((hash, Some(index)));
            }
        }
        Ok((hash, None))
    }

    /// `dict[key]` of a plain dict.
    pub fn dict_get(&mut self, dict: Value, key: Value) -> Result<Option<Value>, Raised> {
        let dict = self.unwrap(dict);
        let (_, index) = self.table_find(dict, key)?;
        Ok(index.map(|index| self.table(dict).value_at(index)))
    }

    /// `dict[key] = value`, or adding to a set (with `None`).
    pub fn dict_set(&mut self, dict: Value, key: Value, value: Value) -> Result<(), Raised> {
        let dict = self.unwrap(dict);
        let (hash, index) = self.table_find(dict, key)?;
        match index {
            Some(index) => self.table_mut(dict).set_value_at(index, value),
            None => {
                self.table_mut(dict).insert_new(hash, key, value);
                self.heap.grew(48);
            }
        }
        Ok(())
    }

    /// Removes a key; its value if it was there.
    pub fn dict_remove(&mut self, dict: Value, key: Value) -> Result<Option<Value>, Raised> {
        let dict = self.unwrap(dict);
        let (_, index) = self.table_find(dict, key)?;
        Ok(index.map(|index| self.table_mut(dict).remove_at(index).value))
    }

    /// `dict[name]` for a host's own dicts.
    pub fn dict_get_str(&mut self, dict: Value, key: &str) -> Result<Option<Value>, Raised> {
        let key = self.heap.str(key);
        self.dict_get(dict, key)
    }

    /// A shallow copy of a dict or set.
    pub fn copy_table(&mut self, table: Value) -> Value {
        match self.object(self.unwrap(table)).cloned() {
            Some(copy) => self.heap.value(copy),
            None => table,
        }
    }

    /// `set op set`
    pub fn set_op(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Result<Value, Raised> {
        let left_items = self.items_of(left)?.unwrap_or_default();
        let right_items = self.items_of(right)?.unwrap_or_default();
        let frozen = matches!(self.object(left), Some(Object::FrozenSet(_)));
        let result = self.heap.value(if frozen {
            Object::FrozenSet(Box::default())
        } else {
            Object::Set(Box::default())
        });
        let right_set = self.heap.value(Object::Set(Box::default()));
        for &item in &right_items {
            self.dict_set(right_set, item, Value::None)?;
        }
        let left_set = self.heap.value(Object::Set(Box::default()));
        for &item in &left_items {
            self.dict_set(left_set, item, Value::None)?;
            let there = self.table_find(right_set, item)?.1.is_some();
            let keep = match op {
                BinaryOp::Or => true,
                BinaryOp::And => there,
                _ => !there,
            };
            if keep {
                self.dict_set(result, item, Value::None)?;
            }
        }
        for &item in &right_items {
            let take = match op {
                BinaryOp::Or => true,
                BinaryOp::Xor => self.table_find(left_set, item)?.1.is_none(),
                _ => false,
            };
            if take {
                self.dict_set(result, item, Value::None)?;
            }
        }
        if in_place && !frozen {
            if let (Some(l), Some(object)) = (left.as_ref(), self.object(result).cloned()) {
                if matches!(self.heap.get(l), Object::Set(_)) {
                    *self.heap.get_mut(l) = object;
                    return Ok(left);
                }
            }
        }
        Ok(result)
    }
}
