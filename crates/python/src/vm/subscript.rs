//! `obj[key]`, its assignment and deletion, membership, and the tables behind dict and set.

use super::operators::small_int;
use super::{Args, Raised, Vm};
use crate::code::BinaryOp;
use crate::heap::{Dict, Object, Value};
use crate::text;

/// A result, or the call that gives it.
pub(crate) type Subscripted = Result<Result<Value, (Value, Args)>, Raised>;

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

    fn table(&self, table: Value) -> &Dict {
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

    /// `object[key]`
    pub(crate) fn get_item(&mut self, object: Value, key: Value) -> Subscripted {
        let base = self.unwrap(object);
        if base != object
            || matches!(
                self.object(object),
                Some(Object::Instance(_) | Object::Host(_))
            )
        {
            if let Some(method) = self
                .special(object, self.names.getitem)
                .filter(|&m| self.is_python(m) || base == object)
            {
                return Ok(Err((method, Args::of(&[object, key]))));
            }
        }
        let Value::Obj(r) = base else {
            return Err(self.not_subscriptable(object));
        };
        if let Object::Slice(parts) = self
            .object(key)
            .cloned()
            .unwrap_or(Object::Cell(Value::None))
        {
            return self.get_slice(base, *parts).map(Ok);
        }
        match self.heap.get(r) {
            Object::Dict(_) => match self.dict_get(base, key)? {
                Some(value) => Ok(Ok(value)),
                None => {
                    if let Some(missing) = self.special(object, self.names.missing) {
                        return Ok(Err((missing, Args::of(&[object, key]))));
                    }
                    Err(self.raise_value("KeyError", &[key]))
                }
            },
            Object::List(items) => {
                let length = items.len();
                let index = self.index_in(key, length, "list")?;
                match self.heap.get(r) {
                    Object::List(items) => Ok(Ok(items[index])),
                    _ => unreachable!("still a list"),
                }
            }
            Object::Tuple(items) => {
                let items = items.clone();
                let index = self.index_in(key, items.len(), "tuple")?;
                Ok(Ok(items[index]))
            }
            Object::Str(text) => {
                let text = text.clone();
                let index = self.index_in(key, text.length as usize, "string")?;
                let c = if text.is_ascii() {
                    char::from(text.text.as_bytes()[index])
                } else {
                    text.text.chars().nth(index).expect("within the length")
                };
                Ok(Ok(self.char_value(c)))
            }
            Object::Bytes(bytes) => {
                let bytes = bytes.clone();
                let index = self.index_in(key, bytes.len(), "index")?;
                Ok(Ok(Value::Int(i64::from(bytes[index]))))
            }
            Object::ByteArray(bytes) => {
                let bytes = bytes.clone();
                let index = self.index_in(key, bytes.len(), "bytearray")?;
                Ok(Ok(Value::Int(i64::from(bytes[index]))))
            }
            Object::Range(range) => {
                let range = **range;
                let index = self.index_in(key, range.len() as usize, "range object")?;
                Ok(Ok(Value::Int(range.start + range.step * index as i64)))
            }
            Object::Class(_) => {
                let symbol = self.symbols.intern("__class_getitem__");
                if let Some(super::attribute::Attribute::Value(method)) = {
                    let meta = self.class_of(object);
                    self.find_attribute(object, meta, symbol)?
                } {
                    return Ok(Err((method, Args::of(&[key]))));
                }
                let meta = self.class_of(object);
                if let Some(method) = self.lookup(meta, self.names.getitem) {
                    return Ok(Err((method, Args::of(&[object, key]))));
                }
                if matches!(self.heap.get(r), Object::Class(class) if &*class.module == "builtins")
                {
                    // `list[int]`: an annotation's generic alias; it acts as the class itself.
                    return Ok(Ok(object));
                }
                let text = format!("type '{}' is not subscriptable", self.class(r).name);
                Err(self.type_error(&text))
            }
            _ => match self.special(object, self.names.getitem) {
                Some(method) => Ok(Err((method, Args::of(&[object, key])))),
                None => Err(self.not_subscriptable(object)),
            },
        }
    }

    fn not_subscriptable(&mut self, object: Value) -> Raised {
        let text = format!("'{}' object is not subscriptable", self.type_name(object));
        self.type_error(&text)
    }

    /// An index as `__index__` gives it.
    pub fn as_index(&mut self, value: Value) -> Result<Option<i64>, Raised> {
        let base = self.unwrap(value);
        if let Some(index) = small_int(base) {
            return Ok(Some(index));
        }
        if let Some(Object::BigInt(_)) = self.object(base) {
            let text = format!(
                "cannot fit '{}' into an index-sized integer",
                self.type_name(value)
            );
            return Err(self.raise("IndexError", &text));
        }
        match self.special(value, self.names.index) {
            Some(method) if self.is_python(method) => {
                let index = self.call_nested(method, Args::of(&[value]))?;
                Ok(small_int(index))
            }
            _ => Ok(None),
        }
    }

    fn index_in(&mut self, key: Value, length: usize, what: &str) -> Result<usize, Raised> {
        let Some(index) = self.as_index(key)? else {
            let kinds = match what {
                "list" => "list indices must be integers or slices",
                "tuple" => "tuple indices must be integers or slices",
                "string" => {
                    let text = format!(
                        "string indices must be integers, not '{}'",
                        self.type_name(key)
                    );
                    return Err(self.type_error(&text));
                }
                "range object" => "range indices must be integers or slices",
                "bytearray" => "bytearray indices must be integers or slices",
                _ => "byte indices must be integers or slices",
            };
            let text = format!("{kinds}, not {}", self.type_name(key));
            return Err(self.type_error(&text));
        };
        let at = if index < 0 {
            index + length as i64
        } else {
            index
        };
        if at < 0 || at >= length as i64 {
            let text = match what {
                "index" => "index out of range".to_owned(),
                "range object" | "bytearray" => format!("{what} index out of range"),
                _ => format!("{what} index out of range"),
            };
            return Err(self.raise("IndexError", &text));
        }
        Ok(at as usize)
    }

    /// The indices that a slice selects from a sequence of `length` items.
    pub fn slice_range(&mut self, parts: [Value; 3], length: usize) -> Result<Vec<usize>, Raised> {
        let (start, stop, step) = self.slice_parts(parts)?;
        let range = text::slices::slice_indices(start, stop, step, length)
            .map_err(|error| self.text_error(error))?;
        Ok(range.indices().collect())
    }

    fn slice_parts(
        &mut self,
        parts: [Value; 3],
    ) -> Result<(Option<i64>, Option<i64>, Option<i64>), Raised> {
        let mut numbers = [None; 3];
        for (number, part) in numbers.iter_mut().zip(parts) {
            if part.is_none() {
                continue;
            }
            let clamped = self.big(part).map(|big| {
                use num_traits::{Signed, ToPrimitive};
                big.to_i64().unwrap_or(if big.is_negative() {
                    i64::MIN + 1
                } else {
                    i64::MAX
                })
            });
            *number = match clamped {
                Some(value) => Some(value),
                None => match self.as_index(part)? {
                    Some(value) => Some(value),
                    None => {
                        let text =
                            "slice indices must be integers or None or have an __index__ method";
                        return Err(self.type_error(text));
                    }
                },
            };
        }
        Ok((numbers[0], numbers[1], numbers[2]))
    }

    fn get_slice(&mut self, object: Value, parts: [Value; 3]) -> Result<Value, Raised> {
        match self.object(object).cloned() {
            Some(Object::List(items)) => {
                let indices = self.slice_range(parts, items.len())?;
                self.spend(self.costs.per_item * indices.len() as u64);
                Ok(self
                    .heap
                    .list(indices.into_iter().map(|index| items[index]).collect()))
            }
            Some(Object::Tuple(items)) => {
                let indices = self.slice_range(parts, items.len())?;
                let items: Vec<Value> = indices.into_iter().map(|index| items[index]).collect();
                Ok(self.heap.tuple(&items))
            }
            Some(Object::Str(text)) => {
                let indices = self.slice_range(parts, text.length as usize)?;
                let result: String = if text.is_ascii() {
                    indices
                        .into_iter()
                        .map(|index| char::from(text.text.as_bytes()[index]))
                        .collect()
                } else {
                    let chars: Vec<char> = text.text.chars().collect();
                    indices.into_iter().map(|index| chars[index]).collect()
                };
                Ok(self.heap.string(result))
            }
            Some(Object::Bytes(bytes)) => {
                let indices = self.slice_range(parts, bytes.len())?;
                let result: Vec<u8> = indices.into_iter().map(|index| bytes[index]).collect();
                Ok(self.heap.value(Object::Bytes(result.into())))
            }
            Some(Object::ByteArray(bytes)) => {
                let indices = self.slice_range(parts, bytes.len())?;
                let result: Vec<u8> = indices.into_iter().map(|index| bytes[index]).collect();
                Ok(self.heap.value(Object::ByteArray(result)))
            }
            Some(Object::Range(range)) => {
                let (start, stop, step) = self.slice_parts(parts)?;
                let text::slices::SliceRange {
                    start, stop, step, ..
                } = text::slices::slice_indices(start, stop, step, range.len() as usize)
                    .map_err(|error| self.text_error(error))?;
                let at = |index: i64| range.start + range.step * index;
                let range = crate::heap::Range {
                    start: at(start),
                    stop: at(stop),
                    step: range.step * step,
                };
                Ok(self.heap.value(Object::Range(Box::new(range))))
            }
            Some(Object::Dict(_)) => Err(self.type_error("unhashable type: 'slice'")),
            _ => Err(self.not_subscriptable(object)),
        }
    }

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
            Object::ByteArray(bytes) => {
                let index = self.index_in(key, bytes.len(), "bytearray")?;
                let Some(byte) = small_int(value).and_then(|value| u8::try_from(value).ok()) else {
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

    fn no_item_assignment(&mut self, object: Value) -> Raised {
        let text = format!(
            "'{}' object does not support item assignment",
            self.type_name(object)
        );
        self.type_error(&text)
    }

    fn set_slice(
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

    /// `del object[key]`: done, or the call that does it.
    pub(super) fn delete_item(
        &mut self,
        object: Value,
        key: Value,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let base = self.unwrap(object);
        let method = self.special(object, self.names.delitem);
        if let Some(method) = method.filter(|&m| self.is_python(m)) {
            return Ok(Some((method, Args::of(&[object, key]))));
        }
        let Value::Obj(r) = base else {
            let text = format!(
                "'{}' object doesn't support item deletion",
                self.type_name(object)
            );
            return Err(self.type_error(&text));
        };
        match self.heap.get(r) {
            Object::Dict(_) => {
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
                doomed.sort_unstable();
                if let Object::List(items) = self.heap.get_mut(r) {
                    for index in doomed.into_iter().rev() {
                        items.remove(index);
                    }
                }
            }
            _ => {
                let text = format!(
                    "'{}' object doesn't support item deletion",
                    self.type_name(object)
                );
                return Err(self.type_error(&text));
            }
        }
        Ok(None)
    }

    /// `item in container`: the answer, or the call whose truth is the answer, or `None` for an iterable that must be
    /// walked by Python code.
    pub(crate) fn contains(
        &mut self,
        container: Value,
        item: Value,
    ) -> Result<Option<Result<bool, (Value, Args)>>, Raised> {
        let base = self.unwrap(container);
        let method = self.special(container, self.names.contains);
        if let Some(method) = method.filter(|&m| {
            self.is_python(m) || matches!(self.object(container), Some(Object::Host(_)))
        }) {
            return Ok(Some(Err((method, Args::of(&[container, item])))));
        }
        match self.object(base) {
            Some(Object::Dict(_) | Object::Set(_) | Object::FrozenSet(_)) => {
                Ok(Some(Ok(self.table_find(base, item)?.1.is_some())))
            }
            Some(Object::DictView {
                dict,
                part: crate::heap::DictPart::Keys,
            }) => {
                let dict = Value::Obj(*dict);
                Ok(Some(Ok(self.table_find(dict, item)?.1.is_some())))
            }
            Some(Object::Str(text)) => {
                let text = text.text.clone();
                match self.text(item) {
                    Some(part) => Ok(Some(Ok(text.contains(&*part)))),
                    None => {
                        let text = format!(
                            "'in <string>' requires string as left operand, not {}",
                            self.type_name(item)
                        );
                        Err(self.type_error(&text))
                    }
                }
            }
            Some(Object::Range(range)) if small_int(item).is_some() => {
                let (range, i) = (**range, small_int(item).expect("checked"));
                let inside = if range.step > 0 {
                    range.start <= i && i < range.stop
                } else {
                    range.stop < i && i <= range.start
                };
                Ok(Some(Ok(inside && (i - range.start) % range.step == 0)))
            }
            Some(Object::Bytes(bytes)) => {
                let bytes = bytes.clone();
                let found = match (small_int(item), self.object(item)) {
                    (Some(i), _) => u8::try_from(i).is_ok_and(|byte| bytes.contains(&byte)),
                    (_, Some(Object::Bytes(part))) => {
                        part.is_empty() || bytes.windows(part.len()).any(|w| w == &part[..])
                    }
                    _ => false,
                };
                Ok(Some(Ok(found)))
            }
            _ => {
                let Some(items) = self.items_of(container)? else {
                    if let Err(raised) = self.iterator(container) {
                        if self.is_exception(raised.0, "TypeError") {
                            let text = format!(
                                "argument of type '{}' is not iterable",
                                self.type_name(container)
                            );
                            return Err(self.type_error(&text));
                        }
                        return Err(raised);
                    }
                    return Ok(None);
                };
                self.spend(self.costs.per_item * items.len() as u64);
                for candidate in items {
                    if self.equal_nested(candidate, item)? {
                        return Ok(Some(Ok(true)));
                    }
                }
                Ok(Some(Ok(false)))
            }
        }
    }
}
