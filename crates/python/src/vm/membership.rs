//! `item in container` for the builtin containers.

use super::operators::small_int;
use super::{Args, Raised, Vm};
use crate::heap::{Object, Value};

impl Vm {
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
            Some(Object::Bytes(_) | Object::ByteArray(_)) => {
                let item = self.unwrap(item);
                let bytes = self.byte_slice(base);
                let found = match (small_int(item), self.object(item)) {
                    (Some(i), _) => match u8::try_from(i) {
                        Ok(byte) => bytes.contains(&byte),
                        Err(_) => {
                            return Err(self.raise("ValueError", "byte must be in range(0, 256)"));
                        }
                    },
                    (_, Some(Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_))) => {
                        let part = self.byte_slice(item);
                        part.is_empty() || bytes.windows(part.len()).any(|w| w == &part[..])
                    }
                    _ => {
                        let text = format!(
                            "a bytes-like object is required, not '{}'",
                            self.type_name(item)
                        );
                        return Err(self.type_error(&text));
                    }
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
                let item_asks = self.equals_by_python(item);
                for candidate in items {
                    if !candidate.is(item) && (item_asks || self.equals_by_python(candidate)) {
                        return Ok(None);
                    }
                    if self.equal_nested(candidate, item)? {
                        return Ok(Some(Ok(true)));
                    }
                }
                Ok(Some(Ok(false)))
            }
        }
    }
}
