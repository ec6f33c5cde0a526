//! Items, loops and globals as the instruction loop reads and writes them: the usual cases without a call. Knows no
//! instruction.

use super::super::{Called, OnReturn, Raised, Resumption, Step, Vm};
use crate::code::Symbol;
use crate::heap::{BuiltinIterator, Dict, DictPart, GeneratorState, Object, Ref, Value};
use std::fmt::Write;

impl Vm {
    /// `object[key]` of a list, tuple, dict or str where it is there; else `None`.
    #[inline]
    pub(super) fn quick_item(&mut self, object: Value, key: Value) -> Option<Value> {
        let Value::Obj(r) = object else { return None };
        match (self.heap.get(r), key) {
            (Object::List(items), Value::Int(index)) => item_at(items, index),
            (Object::Tuple(items), Value::Int(index)) => item_at(items, index),
            (Object::Dict(dict), _) => {
                let hash = self.plain_hash(key)?;
                let index = dict.find(hash, |known| self.is_same_key(known, key))?;
                Some(dict.value_at(index))
            }
            _ => None,
        }
    }

    /// `object[key] = value` of a list, or of a dict whose key is plain; false: the general way must be gone.
    #[inline]
    pub(super) fn quick_set_item(&mut self, object: Value, key: Value, value: Value) -> bool {
        let Value::Obj(r) = object else { return false };
        if let Value::Int(index) = key {
            if let Object::List(items) = self.heap.get_mut(r) {
                let at = if index < 0 {
                    index.wrapping_add(items.len() as i64)
                } else {
                    index
                };
                let item = usize::try_from(at).ok().and_then(|at| items.get_mut(at));
                return match item {
                    Some(item) => {
                        *item = value;
                        true
                    }
                    None => false,
                };
            }
        }
        let Object::Dict(dict) = self.heap.get(r) else {
            return false;
        };
        if !dict.is_own() {
            return false;
        }
        let Some((hash, found)) = self.plain_find(dict, key) else {
            return false;
        };
        if let Object::Dict(dict) = self.heap.get_mut(r) {
            match found {
                Some(index) => dict.set_value_at(index, value),
                None => {
                    dict.insert_new(hash, key, value);
                    self.heap.grew(48);
                }
            }
        }
        true
    }

    /// `item in container` of a dict or a set with a plain key.
    #[inline]
    pub(super) fn quick_contains(&self, container: Value, item: Value) -> Option<bool> {
        let (Object::Dict(table) | Object::Set(table) | Object::FrozenSet(table)) =
            self.object(container)?
        else {
            return None;
        };
        self.plain_find(table, item)
            .map(|(_, found)| found.is_some())
    }

    /// The hash of a plain key and its entry; `None` where Python code may have to compare.
    fn plain_find(&self, table: &Dict, key: Value) -> Option<(i64, Option<usize>)> {
        let hash = self.plain_hash(key)?;
        let mut has_others = false;
        let found = table.find(hash, |known| {
            let same = self.is_same_key(known, key);
            has_others |= !same;
            same
        });
        (found.is_some() || !has_others).then_some((hash, found))
    }

    /// Pushes the items of a tuple or list of `n`, the first one on top; false: the general way must be gone.
    #[inline]
    pub(super) fn quick_unpack(&mut self, sequence: Value, n: usize, at: usize) -> bool {
        let Value::Obj(r) = sequence else {
            return false;
        };
        let items: &[Value] = match self.heap.get(r) {
            Object::Tuple(items) => items,
            Object::List(items) => items,
            _ => return false,
        };
        if items.len() != n {
            return false;
        }
        let slots = &mut self.stack.slots[at..at + n];
        for (slot, &item) in slots.iter_mut().rev().zip(items) {
            *slot = item;
        }
        true
    }

    /// Resumes a generator whose next item a loop wants; false: the general way must be gone.
    pub(super) fn quick_resume(&mut self, iterator: Value, target: u32) -> bool {
        let Value::Obj(r) = iterator else {
            return false;
        };
        let Object::Generator(object) = self.heap.get_mut(r) else {
            return false;
        };
        let suspended = matches!(object.state, GeneratorState::Suspended(_));
        if !suspended || !object.kind.is_iterator() || self.frames.len() > self.recursion_limit {
            return false;
        }
        let state = std::mem::replace(&mut object.state, GeneratorState::Running);
        let started = std::mem::replace(&mut object.started, true);
        if let GeneratorState::Suspended(parts) = state {
            self.unpark(r, parts, OnReturn::ForIter { target });
        }
        if started {
            self.stack.push(Value::None);
        }
        true
    }

    /// `str(value)` of what needs no code for it.
    pub(in crate::vm) fn plain_text(&mut self, value: Value) -> Option<Value> {
        match value {
            Value::Int(int) => {
                let mut text = std::mem::take(&mut self.scratch);
                text.clear();
                // Writing to a String can't fail.
                let _ = write!(text, "{int}");
                let value = self.heap.str(&text);
                self.scratch = text;
                Some(value)
            }
            Value::Obj(r) => matches!(self.heap.get(r), Object::Str(_)).then_some(value),
            _ => None,
        }
    }

    /// The next number of a range's iterator that has one.
    #[inline(always)]
    pub(super) fn next_of_range(&mut self, iterator: Value) -> Option<i64> {
        let Value::Obj(r) = iterator else { return None };
        let Object::Iterator(state) = self.heap.get_mut(r) else {
            return None;
        };
        let BuiltinIterator::Range { next, step, left } = &mut **state else {
            return None;
        };
        *left = left.checked_sub(1)?;
        let item = *next;
        *next = item.wrapping_add(*step);
        Some(item)
    }

    /// A global of `module`, else a builtin.
    #[inline(always)]
    pub(super) fn quick_global(&self, module: Ref, name: Symbol) -> Option<&Value> {
        self.global_slot(module, name)
            .or_else(|| self.global_slot(self.builtins, name))
    }

    /// A global of `module` that has a value, to be changed.
    #[inline(always)]
    pub(super) fn own_global(&mut self, module: Ref, name: Symbol) -> Option<&mut Value> {
        let Object::Module(module) = self.heap.get_mut(module) else {
            return None;
        };
        let value = module.globals.get_mut(name.0 as usize);
        value.filter(|value| !value.is_unbound())
    }

    #[inline(always)]
    fn global_slot(&self, module: Ref, name: Symbol) -> Option<&Value> {
        let Object::Module(module) = self.heap.get(module) else {
            return None;
        };
        let value = module.globals.get(name.0 as usize);
        value.filter(|value| !value.is_unbound())
    }

    /// The next item of a builtin iterator (`Some(None)`: it is over); `None`: something else, or an error.
    #[inline]
    pub(super) fn quick_next(&mut self, iterator: Value) -> Option<Option<Value>> {
        let Value::Obj(r) = iterator else { return None };
        let Object::Iterator(state) = self.heap.get_mut(r) else {
            return None;
        };
        match &mut **state {
            BuiltinIterator::Range { next, step, left } => {
                if *left == 0 {
                    return Some(None);
                }
                let item = *next;
                *left -= 1;
                *next = item.wrapping_add(*step);
                Some(Some(Value::Int(item)))
            }
            BuiltinIterator::Sequence { items, index } => {
                let (items, at) = (*items, *index);
                *index = at + 1;
                let item = match self.object(items) {
                    Some(Object::List(list)) => list.get(at).copied(),
                    Some(Object::Tuple(tuple)) => tuple.get(at).copied(),
                    _ => None,
                };
                if item.is_none() {
                    self.end_iterator(r);
                }
                Some(item)
            }
            &mut BuiltinIterator::Dict {
                dict,
                part,
                index,
                length,
                reversed: false,
            } => self.quick_next_of_dict(r, dict, part, index, length),
            BuiltinIterator::Empty => Some(None),
            _ => None,
        }
    }

    #[cold]
    fn end_iterator(&mut self, r: Ref) {
        if let Object::Iterator(state) = self.heap.get_mut(r) {
            **state = BuiltinIterator::Empty;
        }
    }

    fn quick_next_of_dict(
        &mut self,
        iterator: Ref,
        dict: Ref,
        part: DictPart,
        mut at: usize,
        expected_length: usize,
    ) -> Option<Option<Value>> {
        let (Object::Dict(entries) | Object::Set(entries) | Object::FrozenSet(entries)) =
            self.heap.get(dict)
        else {
            return None;
        };
        if entries.len() != expected_length {
            return None;
        }
        let entry = loop {
            if at >= entries.step_count() {
                break None;
            }
            at += 1;
            if let Some(&entry) = entries.at_step(at - 1) {
                break Some(entry);
            }
        };
        if let Object::Iterator(state) = self.heap.get_mut(iterator) {
            if let BuiltinIterator::Dict { index, .. } = &mut **state {
                *index = at;
            }
        }
        Some(entry.map(|entry| match part {
            DictPart::Keys => entry.key,
            DictPart::Values => entry.value,
            DictPart::Items => self.heap.tuple(&[entry.key, entry.value]),
        }))
    }

    /// The next item of whatever a loop's iterator is goes on the stack, or the loop is left to `target`. `Some`: what
    /// the call for it led to.
    #[inline(never)]
    /// What `__iter__` gave a loop must have `__next__`.
    fn require_iterator(&mut self, iterator: Value) -> Result<(), Raised> {
        let builtin = matches!(
            self.object(iterator),
            Some(Object::Generator(_) | Object::Iterator(_))
        );
        if builtin || self.special(iterator, self.names.next).is_some() {
            return Ok(());
        }
        let text = format!(
            "iter() returned non-iterator of type '{}'",
            self.type_name(iterator)
        );
        Err(self.type_error(&text))
    }

    pub(super) fn next_of_loop(
        &mut self,
        iterator: Value,
        target: u32,
    ) -> Result<Option<Called>, Raised> {
        let on_return = OnReturn::ForIter { target };
        self.require_iterator(iterator)?;
        match self.step(iterator)? {
            Step::Item(item) => self.stack.push(item),
            Step::End => self.leave_loop(target),
            Step::Generator(generator) => {
                let how = Resumption::Send(Value::None);
                return self.resume_generator(generator, how, on_return).map(Some);
            }
            Step::Call(callable, args) => {
                let depth = self.frames.len();
                match self.call(callable, args, on_return) {
                    Err(raised)
                        if self.frames.len() == depth
                            && self.is_exception(raised.0, "StopIteration") =>
                    {
                        self.leave_loop(target);
                    }
                    other => return other.map(Some),
                }
            }
        }
        Ok(None)
    }

    fn leave_loop(&mut self, target: u32) {
        self.stack.pop();
        self.frames.last_mut().expect("the loop's frame runs").ip = target as usize;
    }

    /// The hash of a key whose comparison runs no Python code.
    #[inline]
    pub(in crate::vm) fn plain_hash(&self, key: Value) -> Option<i64> {
        match key {
            Value::Int(int) => Some(crate::text::int::hash_small(int)),
            Value::Obj(r) => match self.heap.get(r) {
                Object::Str(text) => Some(text.hash()),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether two keys of equal hash are plainly the same.
    #[inline]
    pub(in crate::vm) fn is_same_key(&self, known: Value, key: Value) -> bool {
        known == key
            || match (self.object(known), self.object(key)) {
                (Some(Object::Str(known)), Some(Object::Str(key))) => known.text == key.text,
                _ => false,
            }
    }

    #[inline(always)]
    pub(super) fn store_global(&mut self, module: Ref, name: Symbol, value: Value) {
        if let Object::Module(module) = self.heap.get_mut(module) {
            match module.globals.get_mut(name.0 as usize) {
                Some(slot) if !slot.is_unbound() => *slot = value.copied(),
                _ => module.set(name, value),
            }
        }
    }
}

#[inline(always)]
fn item_at(items: &[Value], index: i64) -> Option<Value> {
    let at = if index < 0 {
        index.wrapping_add(items.len() as i64)
    } else {
        index
    };
    items.get(usize::try_from(at).ok()?).copied()
}
