//! `obj[key]`, its assignment and deletion, membership, and the tables behind dict and set.

use super::operators::small_int;
use super::{Args, Raised, Vm};
use crate::heap::{Object, Value};
use crate::text;

/// A result, or the call that gives it.
pub type Subscripted = Result<Result<Value, (Value, Args)>, Raised>;

impl Vm {
    /// `object[key]`
    pub fn get_item(&mut self, object: Value, key: Value) -> Subscripted {
        let base = self.unwrap(object);
        if (base != object
            || matches!(
                self.object(object),
                Some(Object::Instance(_) | Object::Host(_))
            ))
            && let Some(method) = self
                .special(object, self.names.getitem)
                .filter(|&m| self.is_python(m) || base == object)
        {
            return Ok(Err((method, Args::of(&[object, key]))));
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
                let length = bytes.len();
                let index = self.index_in(key, length, "bytearray")?;
                match self.heap.get(r) {
                    Object::ByteArray(bytes) => Ok(Ok(Value::Int(i64::from(bytes[index])))),
                    _ => unreachable!("still a bytearray"),
                }
            }
            Object::MemoryView(view) => {
                let length = view.length;
                let index = self.index_in(key, length, "memoryview")?;
                match self.byte_slice(base).get(index) {
                    Some(&byte) => Ok(Ok(Value::Int(i64::from(byte)))),
                    None => {
                        let text = "operation forbidden on released memoryview object";
                        Err(self.raise("ValueError", text))
                    }
                }
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
                if self.is_generic(r) {
                    let alias = self.library_global("types", "GenericAlias")?;
                    return Ok(Err((alias, Args::of(&[object, key]))));
                }
                let text = format!("type '{}' is not subscriptable", self.class(r).name);
                Err(self.type_error(&text))
            }
            _ => match self.special(object, self.names.getitem) {
                Some(method)
                    if self.is_python(method) || matches!(self.heap.get(r), Object::Host(_)) =>
                {
                    Ok(Err((method, Args::of(&[object, key]))))
                }
                _ => Err(self.not_subscriptable(object)),
            },
        }
    }

    pub(super) fn not_subscriptable(&mut self, object: Value) -> Raised {
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
                if self.big(index).is_none() {
                    let text = format!(
                        "__index__ returned non-int (type {})",
                        self.type_name(index)
                    );
                    return Err(self.type_error(&text));
                }
                Ok(small_int(index))
            }
            _ => Ok(None),
        }
    }

    pub(crate) fn index_in(
        &mut self,
        key: Value,
        length: usize,
        what: &str,
    ) -> Result<usize, Raised> {
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
                "memoryview" => {
                    return Err(self.type_error("memoryview: invalid slice key"));
                }
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
                "memoryview" => "index out of bounds on dimension 1".to_owned(),
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

    pub(crate) fn slice_parts(
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

    pub(super) fn get_slice(&mut self, object: Value, parts: [Value; 3]) -> Result<Value, Raised> {
        // A list or a bytearray is not copied whole for a part of it.
        let length = match self.object(object) {
            Some(Object::List(items)) => Some(items.len()),
            Some(Object::ByteArray(bytes)) => Some(bytes.len()),
            _ => None,
        };
        if let Some(length) = length {
            let indices = self.slice_range(parts, length)?.into_iter();
            self.spend(self.costs.per_item * indices.len() as u64);
            let part = match self.object(object) {
                Some(Object::List(items)) => {
                    Object::List(indices.filter_map(|at| items.get(at).copied()).collect())
                }
                Some(Object::ByteArray(bytes)) => {
                    Object::ByteArray(indices.filter_map(|at| bytes.get(at).copied()).collect())
                }
                _ => unreachable!("it had a length"),
            };
            return Ok(self.heap.value(part));
        }
        match self.object(object).cloned() {
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
            Some(Object::MemoryView(_)) => self.memoryview_slice(object, parts),
            Some(Object::Dict(_)) => Err(self.type_error("unhashable type: 'slice'")),
            _ => Err(self.not_subscriptable(object)),
        }
    }
}
