//! Operators of strings, lists, tuples, dicts and sets: joining, repeating, merging.

use super::operators::small_int;
use super::{Raised, Vm};
use crate::code::BinaryOp;
use crate::heap::{Object, Value};

impl Vm {
    pub(super) fn sequence_op(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Result<Option<Value>, Raised> {
        let (Value::Obj(l), right_object) = (left, right.as_ref()) else {
            // `3 * [0]`
            return match (op, small_int(left), right) {
                (BinaryOp::Mul, Some(count), Value::Obj(_)) => self.repeat(right, count),
                _ => Ok(None),
            };
        };
        if op == BinaryOp::Mul {
            return match small_int(right) {
                Some(count)
                    if in_place
                        && matches!(self.heap.get(l), Object::List(_) | Object::ByteArray(_)) =>
                {
                    let repeated = self.repeat(left, count)?;
                    if let Some(object) = repeated.and_then(|value| self.object(value)).cloned() {
                        *self.heap.get_mut(l) = object;
                    }
                    Ok(Some(left))
                }
                None if matches!(self.heap.get(l), Object::BigInt(_)) => Ok(None),
                Some(count) => self.repeat(left, count),
                None => Ok(None),
            };
        }
        if op == BinaryOp::Mod {
            return match self.heap.get(l) {
                Object::Str(_) => self.percent_format(left, right).map(Some),
                Object::Bytes(_) | Object::ByteArray(_) => {
                    self.percent_format_bytes(left, right).map(Some)
                }
                _ => Ok(None),
            };
        }
        let Some(r) = right_object else {
            if in_place && op == BinaryOp::Add && matches!(self.heap.get(l), Object::List(_)) {
                let text = format!("'{}' object is not iterable", self.type_name(right));
                return Err(self.type_error(&text));
            }
            return self.concat_mismatch(op, left, right);
        };
        match (op, self.heap.get(l), self.heap.get(r)) {
            (BinaryOp::Add, Object::Str(a), Object::Str(b)) => {
                let joined = a.joined(b);
                self.check_heap_growth(joined.text.byte_length() as u64)?;
                Ok(Some(self.heap.value(Object::Str(joined))))
            }
            (
                BinaryOp::Add,
                Object::Bytes(_) | Object::ByteArray(_),
                Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_),
            ) => {
                let (a, b) = (self.byte_slice(left), self.byte_slice(right));
                let joined = [&a[..], &b[..]].concat();
                self.check_heap_growth(joined.len() as u64)?;
                match self.heap.get_mut(l) {
                    Object::ByteArray(own) if in_place => {
                        *own = joined;
                        Ok(Some(left))
                    }
                    Object::ByteArray(_) => Ok(Some(self.heap.value(Object::ByteArray(joined)))),
                    _ => Ok(Some(self.heap.value(Object::Bytes(joined.into())))),
                }
            }
            (BinaryOp::Add, Object::List(_), _) if in_place => {
                let Some(items) = self.items_of(right)? else {
                    return Ok(None);
                };
                self.heap.grew(items.len() as u64 * 16);
                self.check_heap_growth(0)?;
                if let Object::List(list) = self.heap.get_mut(l) {
                    list.extend(items);
                }
                Ok(Some(left))
            }
            (BinaryOp::Add, Object::List(a), Object::List(b)) => {
                let joined = [&a[..], &b[..]].concat();
                self.check_heap_growth(joined.len() as u64 * 16)?;
                Ok(Some(self.heap.list(joined)))
            }
            (BinaryOp::Add, Object::Tuple(a), Object::Tuple(b)) => {
                let joined = [&a[..], &b[..]].concat();
                Ok(Some(self.heap.tuple(&joined)))
            }
            (BinaryOp::Or, Object::Dict(_), Object::Dict(b)) => {
                let b = b.clone();
                let target = if in_place {
                    left
                } else {
                    self.copy_table(left)
                };
                for entry in b.iter() {
                    self.dict_set(target, entry.key, entry.value)?;
                }
                Ok(Some(target))
            }
            (
                BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor,
                Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. },
                Object::Set(_) | Object::FrozenSet(_) | Object::DictView { .. },
            ) => self.set_op(op, left, right, in_place).map(Some),
            (
                BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor,
                Object::DictView { .. },
                Object::List(_)
                | Object::Tuple(_)
                | Object::Dict(_)
                | Object::Str(_)
                | Object::Range(_),
            ) => {
                let right = self.set_from(right, false)?;
                self.set_op(op, left, right, false).map(Some)
            }
            _ => self.concat_mismatch(op, left, right),
        }
    }

    /// CPython's own words for `"a" + 1` and `[1] + "a"`.
    pub(super) fn concat_mismatch(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
    ) -> Result<Option<Value>, Raised> {
        if op != BinaryOp::Add || self.overrides_operators(right) {
            return Ok(None);
        }
        self.concat_error(left, right).map_or(Ok(None), Err)
    }

    /// Whether `left += right` grows a list by what Python code gives, one by one.
    pub(crate) fn grows_by_python(&mut self, left: Value, right: Value) -> Result<bool, Raised> {
        if !matches!(self.object(left), Some(Object::List(_))) {
            return Ok(false);
        }
        match self.object(right) {
            Some(Object::Generator(_) | Object::Iterator(_) | Object::Instance(_)) => {}
            _ => return Ok(false),
        }
        // An object's own `__radd__` comes first, as in CPython: a list has no number's `+=`.
        Ok(self.special(right, self.names.radd).is_none()
            && (self.special(right, self.names.iter).is_some()
                || self.special(right, self.names.getitem).is_some()))
    }

    /// `list += iterable`; the result is `whole`, of which `list` is the list inside.
    pub(crate) fn list_grown(
        &mut self,
        whole: Value,
        list: Value,
        iterable: Value,
    ) -> super::NativeResult {
        let then = super::Then::new(
            |vm, then, items| {
                for item in vm.items_of(items)?.unwrap_or_default() {
                    vm.push_item(then.state[1], item);
                }
                Ok(super::Flow::Value(then.state[0]))
            },
            vec![whole, list],
        );
        self.collect(iterable, then)
    }

    /// The error of adding to a sequence what is none of its kind; `None`: no sequence.
    pub(super) fn concat_error(&mut self, left: Value, right: Value) -> Option<Raised> {
        let theirs = self.type_name(right);
        let text = match self.object(left) {
            Some(Object::Str(_)) => format!("can only concatenate str (not \"{theirs}\") to str"),
            Some(Object::List(_)) => {
                format!("can only concatenate list (not \"{theirs}\") to list")
            }
            Some(Object::Tuple(_)) => {
                format!("can only concatenate tuple (not \"{theirs}\") to tuple")
            }
            Some(Object::Bytes(_)) => format!("can't concat {theirs} to bytes"),
            Some(Object::ByteArray(_)) => format!("can't concat {theirs} to bytearray"),
            _ => return None,
        };
        Some(self.type_error(&text))
    }

    pub(super) fn repeat(&mut self, value: Value, count: i64) -> Result<Option<Value>, Raised> {
        let count = count.max(0) as usize;
        let Some(object) = self.object(value) else {
            return Ok(None);
        };
        let unit = match object {
            Object::Str(text) => text.text.len(),
            Object::Bytes(bytes) => bytes.len(),
            Object::ByteArray(bytes) => bytes.len(),
            Object::List(items) => items.len() * 16,
            Object::Tuple(items) => items.len() * 16,
            _ => return Ok(None),
        };
        self.check_heap_growth((unit as u64).saturating_mul(count as u64))?;
        self.spend(self.costs.per_item * (unit as u64 / 16) * count as u64 / 4);
        Ok(match self.object(value) {
            Some(Object::Str(text)) => {
                let repeated = text.text.repeat(count);
                Some(self.heap.string(repeated))
            }
            Some(Object::Bytes(bytes)) => {
                let repeated = bytes.repeat(count);
                Some(self.heap.value(Object::Bytes(repeated.into())))
            }
            Some(Object::ByteArray(bytes)) => {
                let repeated = bytes.repeat(count);
                Some(self.heap.value(Object::ByteArray(repeated)))
            }
            Some(Object::List(items)) => {
                let repeated = items.repeat(count);
                Some(self.heap.list(repeated))
            }
            Some(Object::Tuple(items)) => {
                let repeated = items.repeat(count);
                Some(self.heap.tuple(&repeated))
            }
            _ => None,
        })
    }
}
