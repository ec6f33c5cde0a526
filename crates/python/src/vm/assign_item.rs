//! `object[key] = value` and `del object[key]`.

use super::operators::small_int;
use super::{Args, Raised, Vm};
use crate::heap::{Object, Value};
use crate::text;

impl Vm {
    /// `object[key] = value`: done, or the call that does it.
    pub(crate) fn set_item(
        &mut self,
        object: Value,
        key: Value,
        value: Value,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let base = self.unwrap(object);
        let method = self.special(object, self.names.setitem);
        if let Some(method) = method
            .filter(|&m| self.is_python(m) || matches!(self.object(object), Some(Object::Host(_))))
        {
            return Ok(Some((method, Args::of(&[object, key, value]))));
        }
        let Value::Obj(r) = base else {
            return Err(self.no_item_assignment(object));
        };
        match self.heap.get(r) {
            Object::Dict(_) if self.class_of(base) == self.types.mappingproxy => {
                return Err(self.no_item_assignment(object));
            }
            Object::Dict(_) => self.dict_set(base, key, value)?,
            Object::List(items) => {
                let length = items.len();
                if let Some(Object::Slice(parts)) = self.object(key) {
                    let parts = **parts;
                    return self.set_slice(base, parts, value);
                }
                let index = match self.index_in(key, length, "list") {
                    Err(raised) if self.is_exception(raised.0, "IndexError") => {
                        return Err(self.raise("IndexError", "list assignment index out of range"));
                    }
                    other => other?,
                };
                if let Object::List(items) = self.heap.get_mut(r) {
                    items[index] = value;
                }
            }
            Object::MemoryView(_) => self.memoryview_store(base, key, value)?,
            Object::ByteArray(_) if matches!(self.object(key), Some(Object::Slice(_))) => {
                return self.set_byte_slice(base, key, value).map(|()| None);
            }
            Object::ByteArray(bytes) => {
                let length = bytes.len();
                let index = self.index_in(key, length, "bytearray")?;
                let Some(number) = self.as_index(value)? else {
                    let text = format!(
                        "'{}' object cannot be interpreted as an integer",
                        self.type_name(value)
                    );
                    return Err(self.type_error(&text));
                };
                let Ok(byte) = u8::try_from(number) else {
                    return Err(self.raise("ValueError", "byte must be in range(0, 256)"));
                };
                if let Object::ByteArray(bytes) = self.heap.get_mut(r) {
                    bytes[index] = byte;
                }
            }
            _ => return Err(self.no_item_assignment(object)),
        }
        Ok(None)
    }

    pub(super) fn no_item_assignment(&mut self, object: Value) -> Raised {
        let text = format!(
            "'{}' object does not support item assignment",
            self.type_name(object)
        );
        self.type_error(&text)
    }

    pub(super) fn set_slice(
        &mut self,
        list: Value,
        parts: [Value; 3],
        value: Value,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let Some(items) = self.items_of(value)? else {
            return match self.iterator(value) {
                // A generator is collected first; then this runs again with the list.
                Ok(_) => {
                    let setter = self.library("_set_slice").expect("the builtins have it");
                    let slice = self.heap.value(Object::Slice(Box::new(parts)));
                    Ok(Some((setter, Args::of(&[list, slice, value]))))
                }
                Err(_) => Err(self.type_error("can only assign an iterable")),
            };
        };
        let r = list.as_ref().expect("a list");
        let length = match self.heap.get(r) {
            Object::List(items) => items.len(),
            _ => 0,
        };
        let (start, stop, step) = self.slice_parts(parts)?;
        let text::slices::SliceRange {
            start,
            stop,
            step,
            count,
        } = text::slices::slice_indices(start, stop, step, length)
            .map_err(|error| self.text_error(error))?;
        if step != 1 && items.len() != count {
            let text = format!(
                "attempt to assign sequence of size {} to extended slice of size {count}",
                items.len()
            );
            return Err(self.raise("ValueError", &text));
        }
        self.heap.grew(items.len() as u64 * 16);
        let Object::List(target) = self.heap.get_mut(r) else {
            unreachable!("a list")
        };
        if step == 1 {
            let start = start as usize;
            target.splice(start..(stop as usize).max(start), items);
        } else {
            for (i, item) in items.into_iter().enumerate() {
                target[(start + step * i as i64) as usize] = item;
            }
        }
        Ok(None)
    }

    /// `bytearray[slice] = bytes`
    fn set_byte_slice(&mut self, own: Value, key: Value, value: Value) -> Result<(), Raised> {
        let Some(Object::Slice(parts)) = self.object(key) else {
            unreachable!("the caller has looked")
        };
        let parts = **parts;
        let inner = self.unwrap(value);
        let bytes = match self.object(inner) {
            Some(Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_)) => {
                self.byte_slice(inner)
            }
            _ => {
                let mut bytes = Vec::new();
                let Some(items) = self.items_of(value)? else {
                    let text =
                        "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                    return Err(self.type_error(text));
                };
                for item in items {
                    match small_int(item).and_then(|item| u8::try_from(item).ok()) {
                        Some(byte) => bytes.push(byte),
                        None => {
                            return Err(self.raise("ValueError", "byte must be in range(0, 256)"));
                        }
                    }
                }
                bytes
            }
        };
        let (start, stop, step) = self.slice_parts(parts)?;
        let length = self.byte_slice(own).len();
        let range = text::slices::slice_indices(start, stop, step, length)
            .map_err(|error| self.text_error(error))?;
        if range.step != 1 && bytes.len() != range.count {
            let text = format!(
                "attempt to assign bytes of size {} to extended slice of size {}",
                bytes.len(),
                range.count
            );
            return Err(self.raise("ValueError", &text));
        }
        self.heap.grew(bytes.len() as u64);
        if let Some(Object::ByteArray(target)) = own.as_ref().map(|r| self.heap.get_mut(r)) {
            if range.step == 1 {
                let start = range.start as usize;
                target.splice(start..(range.stop as usize).max(start), bytes);
            } else {
                for (at, byte) in range.indices().zip(bytes) {
                    target[at] = byte;
                }
            }
        }
        Ok(())
    }

    /// `del object[key]`: done, or the call that does it.
    pub(crate) fn delete_item(
        &mut self,
        object: Value,
        key: Value,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let base = self.unwrap(object);
        let method = self.special(object, self.names.delitem);
        if let Some(method) = method
            .filter(|&m| self.is_python(m) || matches!(self.object(object), Some(Object::Host(_))))
        {
            return Ok(Some((method, Args::of(&[object, key]))));
        }
        let Value::Obj(r) = base else {
            return Err(self.no_item_deletion(object));
        };
        match self.heap.get(r) {
            Object::Dict(_) if self.class_of(base) != self.types.mappingproxy => {
                if self.dict_remove(base, key)?.is_none() {
                    return Err(self.raise_value("KeyError", &[key]));
                }
            }
            Object::List(items) => {
                let length = items.len();
                let mut doomed = match self.object(key) {
                    Some(Object::Slice(parts)) => {
                        let parts = **parts;
                        self.slice_range(parts, length)?
                    }
                    _ => match self.index_in(key, length, "list") {
                        Err(raised) if self.is_exception(raised.0, "IndexError") => {
                            return Err(
                                self.raise("IndexError", "list assignment index out of range")
                            );
                        }
                        other => vec![other?],
                    },
                };
                if doomed.first() > doomed.last() {
                    doomed.reverse();
                }
                if let Object::List(items) = self.heap.get_mut(r) {
                    for index in doomed.into_iter().rev() {
                        items.remove(index);
                    }
                }
            }
            Object::ByteArray(bytes) => {
                let length = bytes.len();
                let mut doomed = match self.object(key) {
                    Some(Object::Slice(parts)) => {
                        let parts = **parts;
                        self.slice_range(parts, length)?
                    }
                    _ => vec![self.index_in(key, length, "bytearray")?],
                };
                if doomed.first() > doomed.last() {
                    doomed.reverse();
                }
                if let Object::ByteArray(bytes) = self.heap.get_mut(r) {
                    for index in doomed.into_iter().rev() {
                        bytes.remove(index);
                    }
                }
            }
            _ => {
                return Err(self.no_item_deletion(object));
            }
        }
        Ok(None)
    }

    /// What has a sequence's slots is told of in another way. Source: CPython 3.11, Objects/abstract.c.
    fn no_item_deletion(&mut self, object: Value) -> Raised {
        let words = match self.object(object) {
            Some(
                Object::Str(_)
                | Object::Bytes(_)
                | Object::Tuple(_)
                | Object::Range(_)
                | Object::Set(_)
                | Object::FrozenSet(_)
                | Object::Instance(_)
                | Object::DictView { .. },
            ) => "doesn't",
            _ => "does not",
        };
        let text = format!(
            "'{}' object {words} support item deletion",
            self.type_name(object)
        );
        self.type_error(&text)
    }
}
