//! Items and globals as the instruction loop reads and writes them: the usual cases without a call. Knows no
//! instruction.

use super::super::{Args, Called, OnReturn, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Dict, Object, Ref, Value};
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
        if let Value::Int(index) = key
            && let Object::List(items) = self.heap.get_mut(r)
        {
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
    pub(super) fn plain_find(&self, table: &Dict, key: Value) -> Option<(i64, Option<usize>)> {
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

    /// `object[key]` onto the stack, the general way.
    #[inline(never)]
    pub(super) fn load_item(&mut self, object: Value, key: Value) -> Result<Called, Raised> {
        match self.get_item(object, key)? {
            Ok(value) => self.stack.push(value),
            Err((callable, args)) => return self.call(callable, args, OnReturn::Push),
        }
        Ok(Called::Done)
    }

    /// `object[key] = value`, the general way.
    #[inline(never)]
    pub(super) fn store_item(
        &mut self,
        object: Value,
        key: Value,
        value: Value,
    ) -> Result<Called, Raised> {
        match self.set_item(object, key, value)? {
            Some((callable, args)) => self.call(callable, args, OnReturn::Discard),
            None => Ok(Called::Done),
        }
    }

    /// The hash of a key whose comparison runs no Python code.
    #[inline]
    pub(in crate::vm) fn plain_hash(&self, key: Value) -> Option<i64> {
        match key {
            Value::Int(int) => Some(crate::text::number_hash::hash_small(int)),
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

    /// Sets a global where somebody waits for what is let go; the call that this makes.
    pub(super) fn replace_global(
        &mut self,
        module: Ref,
        name: Symbol,
        value: Value,
    ) -> Option<(Value, Args)> {
        let old = self.global_in(module, name);
        self.store_global(module, name, value);
        if old.is_unbound() {
            return None;
        }
        self.dropped(old)
    }

    /// A cell of the innermost frame.
    #[inline(always)]
    pub(super) fn cell(&self, index: u32) -> Ref {
        self.frames.last().expect("a frame runs").cells[index as usize]
    }

    #[inline(always)]
    pub(super) fn store_global_int(&mut self, module: Ref, name: Symbol, int: i64) {
        match self.own_global(module, name) {
            Some(slot) => *slot = Value::Int(int),
            None => self.store_global(module, name, Value::Int(int)),
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
