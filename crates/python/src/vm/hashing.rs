//! `hash(value)` and the truth of a value: what tables and conditions ask. Knows no operator.

use super::{Args, Raised, Vm};
use crate::heap::{DictPart, Object, Value};
use crate::text;

impl Vm {
    /// `hash(value)`, without a switch.
    pub fn hash_nested(&mut self, value: Value) -> Result<i64, Raised> {
        Ok(match value {
            Value::Int(i) => text::number_hash::hash(&text::int::Int::Small(i)),
            Value::Bool(b) => i64::from(b),
            Value::Float(f) => text::number_hash::hash_float(f),
            Value::None => 0x0fca_86420,
            Value::Ellipsis | Value::NotImplemented | Value::Unbound => 0x11,
            Value::Obj(r) => match self.heap.get(r) {
                Object::Str(s) => s.hash(),
                Object::Bytes(bytes) => text::hash::bytes(bytes),
                Object::BigInt(big) => {
                    text::number_hash::hash(&text::int::Int::Big((**big).clone()))
                }
                Object::Tuple(items) => {
                    let items = items.clone();
                    let mut lanes = Vec::with_capacity(items.len());
                    for &item in items.iter() {
                        lanes.push(self.hash_nested(item)?);
                    }
                    text::hash::tuple(lanes.into_iter())
                }
                Object::FrozenSet(set) => {
                    let items: Vec<i64> = set.iter().map(|entry| entry.hash).collect();
                    text::hash::frozen_set(items.into_iter())
                }
                Object::Complex { real, imag } => {
                    let imag = text::number_hash::hash_float(*imag).wrapping_mul(1_000_003);
                    match text::number_hash::hash_float(*real).wrapping_add(imag) {
                        -1 => -2,
                        hash => hash,
                    }
                }
                Object::Range(range) => {
                    let range = **range;
                    let length = range.len() as i64;
                    let parts = [
                        Value::Int(length),
                        if length > 0 {
                            Value::Int(range.start)
                        } else {
                            Value::None
                        },
                        if length > 1 {
                            Value::Int(range.step)
                        } else {
                            Value::None
                        },
                    ];
                    let mut lanes = Vec::with_capacity(3);
                    for part in parts {
                        lanes.push(self.hash_nested(part)?);
                    }
                    text::hash::tuple(lanes.into_iter())
                }
                Object::List(_)
                | Object::Dict(_)
                | Object::Set(_)
                | Object::ByteArray(_)
                | Object::DictView {
                    part: DictPart::Keys | DictPart::Items,
                    ..
                }
                | Object::Slice(_) => {
                    let text = format!("unhashable type: '{}'", self.type_name(value));
                    return Err(self.type_error(&text));
                }
                Object::BoundMethod { function, receiver } => {
                    let (function, receiver) = (*function, *receiver);
                    self.hash_nested(function)? ^ self.hash_nested(receiver)?.rotate_left(7)
                }
                Object::Instance(instance) => {
                    let base = instance.base;
                    match self.special(value, self.names.hash) {
                        Some(Value::None) => {
                            let text = format!("unhashable type: '{}'", self.type_name(value));
                            return Err(self.type_error(&text));
                        }
                        Some(method) if self.is_python(method) => {
                            let hash = self.call_nested(method, Args::of(&[value]))?;
                            match hash {
                                Value::Int(-1) => -2,
                                Value::Int(i) => i,
                                Value::Bool(b) => i64::from(b),
                                other => match self.big(other) {
                                    Some(big) => {
                                        text::number_hash::hash(&text::int::Int::from(big))
                                    }
                                    None => {
                                        return Err(self.type_error(
                                            "__hash__ method should return an integer",
                                        ));
                                    }
                                },
                            }
                        }
                        _ if !base.is_unbound() => self.hash_nested(base)?,
                        _ => i64::from(r.0) * 16 + 0x7f3a,
                    }
                }
                Object::Host(_) => match self.special(value, self.names.hash) {
                    Some(Value::None) => {
                        let text = format!("unhashable type: '{}'", self.type_name(value));
                        return Err(self.type_error(&text));
                    }
                    Some(method) if Some(method) != self.object_hash() => {
                        let hash = self.call_nested(method, Args::of(&[value]))?;
                        return self.hash_nested(hash);
                    }
                    _ => i64::from(r.0) * 16 + 0x7f3a,
                },
                _ => i64::from(r.0) * 16 + 0x7f3a,
            },
        })
    }

    fn object_hash(&mut self) -> Option<Value> {
        let object = self.types.object;
        self.lookup(object, self.names.hash)
    }

    /// The truth of a value, without a switch.
    pub fn truth_nested(&mut self, value: Value) -> Result<bool, Raised> {
        Ok(match value {
            Value::Bool(b) => b,
            Value::None | Value::Unbound => false,
            Value::Int(i) => i != 0,
            Value::Float(f) => f != 0.0,
            Value::NotImplemented | Value::Ellipsis => true,
            Value::Obj(r) => match self.heap.get(r) {
                Object::Str(s) => s.length != 0,
                Object::Bytes(bytes) => !bytes.is_empty(),
                Object::MemoryView(view) => view.length != 0,
                Object::Complex { real, imag } => *real != 0.0 || *imag != 0.0,
                Object::ByteArray(bytes) => !bytes.is_empty(),
                Object::Tuple(items) => !items.is_empty(),
                Object::List(items) => !items.is_empty(),
                Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => {
                    !dict.is_empty()
                }
                Object::Range(range) => !range.is_empty(),
                Object::DictView { dict, .. } => {
                    let dict = *dict;
                    return self.truth_nested(Value::Obj(dict));
                }
                Object::Class(class) if class.metaclass.is_none() => true,
                Object::Instance(_) | Object::Class(_) | Object::Exception(_) => {
                    let base = match self.heap.get(r) {
                        Object::Instance(instance) => instance.base,
                        _ => Value::Unbound,
                    };
                    if let Some(method) = self.python_special(value, self.names.bool) {
                        let result = self.call_nested(method, Args::of(&[value]))?;
                        let Value::Bool(truth) = result else {
                            let text = format!(
                                "__bool__ should return bool, returned {}",
                                self.type_name(result)
                            );
                            return Err(self.type_error(&text));
                        };
                        return Ok(truth);
                    }
                    if let Some(method) = self
                        .special(value, self.names.len)
                        .filter(|&m| self.is_python(m))
                    {
                        let result = self.call_nested(method, Args::of(&[value]))?;
                        return self.truth_nested(result);
                    }
                    if base.is_unbound() {
                        true
                    } else {
                        return self.truth_nested(base);
                    }
                }
                Object::Host(_) => {
                    for name in [self.names.bool, self.names.len] {
                        if let Some(method) = self.special(value, name) {
                            let result = self.call_nested(method, Args::of(&[value]))?;
                            return self.truth_nested(result);
                        }
                    }
                    true
                }
                _ => true,
            },
        })
    }
}
