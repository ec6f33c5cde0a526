//! The operators of sets, in the order of CPython's steps, because the order of a set's items depends on them. Source:
//! CPython 3.11, Objects/setobject.c and, for views, Objects/dictobject.c.

use super::{Raised, Vm};
use crate::code::BinaryOp;
use crate::heap::{Entry, Object, Value};

impl Vm {
    fn is_set(&self, value: Value) -> bool {
        matches!(
            self.object(value),
            Some(Object::Set(_) | Object::FrozenSet(_))
        )
    }

    /// Whether `value` is a dict or a set, whose keys' hashes are known.
    pub(crate) fn is_table(&self, value: Value) -> bool {
        self.is_set(value) || matches!(self.object(value), Some(Object::Dict(_)))
    }

    fn entries(&self, table: Value) -> Vec<Entry> {
        self.table(table).iter().copied().collect()
    }

    fn set_has(&mut self, set: Value, entry: Entry) -> Result<bool, Raised> {
        Ok(self
            .table_find_hashed(set, entry.hash, entry.key)?
            .is_some())
    }

    fn set_put(&mut self, set: Value, entry: Entry) -> Result<(), Raised> {
        if !self.set_has(set, entry)? {
            self.table_mut(set)
                .insert_new(entry.hash, entry.key, Value::None);
            self.heap.grew(48);
        }
        Ok(())
    }

    fn set_drop(&mut self, set: Value, entry: Entry) -> Result<bool, Raised> {
        match self.table_find_hashed(set, entry.hash, entry.key)? {
            Some(index) => {
                self.table_mut(set).remove_at(index);
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// Adds the keys of a dict or the items of a set.
    pub(crate) fn set_merge(&mut self, set: Value, table: Value) -> Result<(), Raised> {
        if set == table || self.table(table).is_empty() {
            return Ok(());
        }
        let count = self.table(table).len();
        self.spend(self.costs.per_item * count as u64);
        self.table_mut(set).reserve_as_set(count);
        if self.is_set(table) && self.table(set).takes_places_of(self.table(table)) {
            let copy = self.table(table).clone();
            *self.table_mut(set) = copy;
            self.heap.grew(48 * count as u64);
            return Ok(());
        }
        for entry in self.entries(table) {
            self.set_put(set, entry)?;
        }
        Ok(())
    }

    /// `set.update(other)` with what iterates without Python code.
    pub(crate) fn set_update(&mut self, set: Value, other: Value) -> Result<(), Raised> {
        let base = self.unwrap(other);
        if self.is_table(base) {
            return self.set_merge(set, base);
        }
        for item in self.items_of(other)?.unwrap_or_default() {
            self.dict_set(set, item, Value::None)?;
        }
        Ok(())
    }

    /// A set of what `other` holds.
    pub(crate) fn set_from(&mut self, other: Value, frozen: bool) -> Result<Value, Raised> {
        let set = self.heap.new_set(frozen);
        self.set_update(set, other)?;
        Ok(set)
    }

    /// A list's items with their hashes, a table's entries.
    fn hashed(&mut self, other: Value) -> Result<Vec<Entry>, Raised> {
        if self.is_table(other) {
            return Ok(self.entries(other));
        }
        let mut entries = Vec::new();
        for key in self.items_of(other)?.unwrap_or_default() {
            let hash = self.hash_nested(key)?;
            entries.push(Entry {
                hash,
                key,
                value: Value::None,
            });
        }
        Ok(entries)
    }

    fn is_frozen(&self, set: Value) -> bool {
        matches!(self.object(set), Some(Object::FrozenSet(_)))
    }

    pub(crate) fn set_intersection(&mut self, own: Value, other: Value) -> Result<Value, Raised> {
        let frozen = self.is_frozen(own);
        if own == other {
            return self.set_from(own, frozen);
        }
        let result = self.heap.new_set(frozen);
        let (mut walked, mut asked) = (other, own);
        if self.is_set(other) && self.table(other).len() > self.table(own).len() {
            (walked, asked) = (own, other);
        }
        for entry in self.hashed(walked)? {
            if self.set_has(asked, entry)? {
                self.set_put(result, entry)?;
            }
        }
        Ok(result)
    }

    pub(crate) fn set_difference(&mut self, own: Value, other: Value) -> Result<Value, Raised> {
        let frozen = self.is_frozen(own);
        if !self.is_table(other) || self.table(own).len() >> 2 > self.table(other).len() {
            let result = self.set_from(own, frozen)?;
            self.set_take_away(result, other)?;
            return Ok(result);
        }
        let result = self.heap.new_set(frozen);
        for entry in self.entries(own) {
            if !self.set_has(other, entry)? {
                self.set_put(result, entry)?;
            }
        }
        Ok(result)
    }

    /// `own -= other`
    pub(crate) fn set_take_away(&mut self, own: Value, other: Value) -> Result<(), Raised> {
        if own == other {
            self.table_mut(own).clear();
            return Ok(());
        }
        let mut other = other;
        if self.is_set(other) && self.table(other).len() >> 3 > self.table(own).len() {
            other = self.set_intersection(own, other)?;
        }
        for entry in self.hashed(other)? {
            self.set_drop(own, entry)?;
        }
        self.table_mut(own).sweep_as_set();
        Ok(())
    }

    /// `own ^= other`
    pub(crate) fn set_toggle(&mut self, own: Value, other: Value) -> Result<(), Raised> {
        if own == other {
            self.table_mut(own).clear();
            return Ok(());
        }
        let other = if self.is_table(other) {
            other
        } else {
            self.set_from(other, false)?
        };
        for entry in self.entries(other) {
            if !self.set_drop(own, entry)? {
                self.set_put(own, entry)?;
            }
        }
        Ok(())
    }

    /// `left op right` of sets and of views of dicts.
    pub fn set_op(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Result<Value, Raised> {
        if !self.is_set(left) || !self.is_set(right) {
            return self.view_op(op, left, right);
        }
        if in_place && !self.is_frozen(left) {
            match op {
                BinaryOp::Or => self.set_merge(left, right)?,
                BinaryOp::Sub => self.set_take_away(left, right)?,
                BinaryOp::Xor => self.set_toggle(left, right)?,
                _ => {
                    let kept = self.set_intersection(left, right)?;
                    let kept = self.table(kept).clone();
                    *self.table_mut(left) = kept;
                }
            }
            return Ok(left);
        }
        let frozen = self.is_frozen(left);
        match op {
            BinaryOp::Or => {
                let result = self.set_from(left, frozen)?;
                self.set_merge(result, right)?;
                Ok(result)
            }
            BinaryOp::And => self.set_intersection(left, right),
            BinaryOp::Sub => self.set_difference(left, right),
            _ => {
                let result = self.set_from(right, frozen)?;
                self.set_toggle(result, left)?;
                Ok(result)
            }
        }
    }

    /// A view of keys gives its hashes away, as CPython's `dictviews_to_set`.
    fn view_source(&self, value: Value) -> Value {
        match self.object(value) {
            Some(Object::DictView {
                dict,
                part: crate::heap::DictPart::Keys,
            }) => Value::Obj(*dict),
            _ => value,
        }
    }

    fn view_op(&mut self, op: BinaryOp, left: Value, right: Value) -> Result<Value, Raised> {
        let length = |vm: &Vm, value: Value| match vm.object(value) {
            Some(Object::DictView { dict, .. }) => vm.table(Value::Obj(*dict)).len(),
            Some(Object::Set(table) | Object::FrozenSet(table)) => table.len(),
            _ => 0,
        };
        if op == BinaryOp::And {
            let (mut view, mut other) = (left, right);
            if self.is_set(view) {
                (view, other) = (other, view);
            }
            if matches!(self.object(other), Some(Object::Set(_)))
                && length(self, view) <= length(self, other)
            {
                return self.set_intersection(other, view);
            }
            if !self.is_set(other) && length(self, other) > length(self, view) {
                (view, other) = (other, view);
            }
            let asked = self.set_from(self.view_source(view), false)?;
            let result = self.heap.new_set(false);
            for entry in self.hashed(other)? {
                if self.set_has(asked, entry)? {
                    self.set_put(result, entry)?;
                }
            }
            return Ok(result);
        }
        let result = self.set_from(self.view_source(left), false)?;
        match op {
            BinaryOp::Or => self.set_update(result, right)?,
            BinaryOp::Sub => self.set_take_away(result, right)?,
            _ => self.set_toggle(result, right)?,
        }
        Ok(result)
    }
}
