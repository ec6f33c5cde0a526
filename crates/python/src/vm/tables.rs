//! The tables behind dict and set: finding, setting, removing and copying.

use super::{Raised, Vm};
use crate::heap::{Dict, Object, Value};

impl Vm {
    /// The entry of `key` in a table.
    pub fn find_in(&mut self, dict: &Dict, hash: i64, key: Value) -> Result<Option<usize>, Raised> {
        if let Some(index) = dict.find(hash, |known| known == key) {
            return Ok(Some(index));
        }
        for index in dict.candidates(hash) {
            if let Some(entry) = dict.entry(index).copied()
                && self.equal_nested(entry.key, key)?
            {
                return Ok(Some(index));
            }
        }
        Ok(None)
    }

    pub(super) fn table(&self, table: Value) -> &Dict {
        match self.object(table) {
            Some(Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict)) => dict,
            _ => unreachable!("no table"),
        }
    }

    /// The table of a dict or set, to be changed.
    pub fn table_mut(&mut self, table: Value) -> &mut Dict {
        match table.as_ref().map(|r| self.heap.get_mut(r)) {
            Some(Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict)) => dict,
            _ => unreachable!("no table"),
        }
    }

    /// The entry of `key` in the dict or set `table`.
    pub fn table_find(&mut self, table: Value, key: Value) -> Result<(i64, Option<usize>), Raised> {
        let hash = match self.plain_hash(key) {
            Some(hash) => hash,
            None => self.hash_nested(key)?,
        };
        let table = self.unwrap(table);
        let index = self.table_find_hashed(table, hash, key)?;
        Ok((hash, index))
    }

    /// Likewise, of a key whose hash is known, in a plain table.
    pub(super) fn table_find_hashed(
        &mut self,
        table: Value,
        hash: i64,
        key: Value,
    ) -> Result<Option<usize>, Raised> {
        // Strings and plain values need no Python code to be compared.
        let mut has_others = false;
        let found = self.table(table).find(hash, |known| {
            let same = self.is_same_key(known, key);
            has_others |= !same;
            same
        });
        if found.is_some() || !has_others {
            return Ok(found);
        }
        for index in self.table(table).candidates(hash) {
            let Some(entry) = self.table(table).entry(index).copied() else {
                continue;
            };
            if self.equal_nested(entry.key, key)? {
                return Ok(Some(index));
            }
        }
        Ok(None)
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
        if let Some(owner) = self.table(dict).owner() {
            self.namespace_written(owner, key, Some(value));
        }
        Ok(())
    }

    /// Removes a key; its value if it was there.
    pub fn dict_remove(&mut self, dict: Value, key: Value) -> Result<Option<Value>, Raised> {
        let dict = self.unwrap(dict);
        let (_, index) = self.table_find(dict, key)?;
        if let (Some(_), Some(owner)) = (index, self.table(dict).owner()) {
            self.namespace_written(owner, key, None);
        }
        Ok(index.map(|index| self.table_mut(dict).remove_at(index).value))
    }

    /// `dict[name]` for a host's own dicts.
    pub fn dict_get_str(&mut self, dict: Value, key: &str) -> Result<Option<Value>, Raised> {
        let key = self.heap.str(key);
        self.dict_get(dict, key)
    }

    /// A shallow copy of a dict.
    pub fn copy_table(&mut self, table: Value) -> Value {
        match self.object(self.unwrap(table)).cloned() {
            Some(mut copy) => {
                if let Object::Dict(dict) = &mut copy {
                    dict.forget_owner();
                }
                self.heap.value(copy)
            }
            None => table,
        }
    }
}
