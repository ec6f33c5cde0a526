//! `memoryview` of bytes and bytearrays, in single bytes.

use super::objects::install_new;
use super::ok;
use crate::heap::{MemoryView, Object, Value};
use crate::text;
use crate::vm::{Raised, Vm};

pub(super) fn install(vm: &mut Vm) {
    let class = vm.types.memoryview;
    install_new(vm, class, |vm, args| {
        let [_, object] = args.named(vm, "memoryview", ["cls", "object"], 2)?;
        let base = vm.unwrap(object);
        let (length, view) = match vm.object(base) {
            Some(Object::Bytes(bytes)) => (bytes.len(), None),
            Some(Object::ByteArray(bytes)) => (bytes.len(), None),
            Some(Object::MemoryView(view)) => (view.length, Some((**view).clone())),
            _ => {
                let text = format!(
                    "memoryview: a bytes-like object is required, not '{}'",
                    vm.type_name(object)
                );
                return Err(vm.type_error(&text));
            }
        };
        let view = view.unwrap_or(MemoryView {
            owner: base,
            start: 0,
            step: 1,
            length,
        });
        ok(vm.heap.value(Object::MemoryView(Box::new(view))))
    });
    vm.add_methods(
        class,
        &[
            ("tobytes", |vm, args| {
                let [own, _order] = args.named(vm, "tobytes", ["self", "order"], 1)?;
                let bytes = bytes_of(vm, own)?;
                ok(vm.heap.value(Object::Bytes(bytes.into())))
            }),
            ("tolist", |vm, args| {
                let [own] = args.exact(vm, "memoryview.tolist")?;
                let items = bytes_of(vm, own)?;
                let items = items.into_iter().map(|byte| Value::Int(i64::from(byte)));
                let items = items.collect();
                ok(vm.heap.list(items))
            }),
            ("release", |vm, args| {
                let [own] = args.exact(vm, "memoryview.release")?;
                if let Some(Object::MemoryView(view)) = own.as_ref().map(|r| vm.heap.get_mut(r)) {
                    view.owner = Value::None;
                }
                ok(Value::None)
            }),
            ("cast", |vm, args| {
                let [own, format] = args.named(vm, "cast", ["self", "format"], 2)?;
                match vm.text(format).as_deref() {
                    Some("B" | "@B") => ok(own),
                    _ => Err(vm.not_supported("memoryview.cast() to anything but single bytes")),
                }
            }),
            ("toreadonly", |vm, args| {
                let [own] = args.exact(vm, "memoryview.toreadonly")?;
                let bytes = bytes_of(vm, own)?;
                let owner = vm.heap.value(Object::Bytes(bytes.clone().into()));
                let view = MemoryView {
                    owner,
                    start: 0,
                    step: 1,
                    length: bytes.len(),
                };
                ok(vm.heap.value(Object::MemoryView(Box::new(view))))
            }),
            ("__enter__", |vm, args| {
                let [own] = args.exact(vm, "memoryview.__enter__")?;
                bytes_of(vm, own)?;
                ok(own)
            }),
            ("__exit__", |vm, args| {
                let own = args.positional[0];
                if let Some(Object::MemoryView(view)) = own.as_ref().map(|r| vm.heap.get_mut(r)) {
                    view.owner = Value::None;
                }
                ok(Value::None)
            }),
        ],
    );
    vm.add_methods(class, &[super::bytes::HEX]);
}

/// The bytes that a view shows; an error once it is released.
pub(super) fn bytes_of(vm: &mut Vm, own: Value) -> Result<Vec<u8>, Raised> {
    match vm.object(own) {
        Some(Object::MemoryView(view)) if view.owner.is_none() => {
            let text = "operation forbidden on released memoryview object";
            Err(vm.raise("ValueError", text))
        }
        Some(Object::MemoryView(_)) => Ok(vm.byte_slice(own)),
        _ => Err(vm.type_error("a memoryview is required")),
    }
}

impl Vm {
    /// `view[slice]`
    pub(crate) fn memoryview_slice(
        &mut self,
        own: Value,
        parts: [Value; 3],
    ) -> Result<Value, Raised> {
        let Some(Object::MemoryView(view)) = self.object(own) else {
            unreachable!("the caller has looked")
        };
        let view = (**view).clone();
        let (start, stop, step) = self.slice_parts(parts)?;
        let range = text::slices::slice_indices(start, stop, step, view.length)
            .map_err(|error| self.text_error(error))?;
        let part = MemoryView {
            owner: view.owner,
            start: view.start + range.start * view.step,
            step: view.step * range.step,
            length: range.count,
        };
        Ok(self.heap.value(Object::MemoryView(Box::new(part))))
    }

    /// `view[key] = value`
    pub(crate) fn memoryview_store(
        &mut self,
        own: Value,
        key: Value,
        value: Value,
    ) -> Result<(), Raised> {
        let Some(Object::MemoryView(view)) = self.object(own) else {
            unreachable!("the caller has looked")
        };
        let view = (**view).clone();
        if matches!(self.object(view.owner), Some(Object::Bytes(_))) {
            return Err(self.type_error("cannot modify read-only memory"));
        }
        let (places, bytes): (Vec<usize>, Vec<u8>) = match self.object(key) {
            Some(Object::Slice(parts)) => {
                let parts = **parts;
                let part = self.memoryview_slice(own, parts)?;
                let places = match self.object(part) {
                    Some(Object::MemoryView(part)) => part.indices().collect(),
                    _ => Vec::new(),
                };
                let base = self.unwrap(value);
                (places, self.byte_slice(base))
            }
            _ => {
                let index = self.index_in(key, view.length, "memoryview")?;
                let Some(byte) = self
                    .as_index(value)?
                    .and_then(|value| u8::try_from(value).ok())
                else {
                    return Err(
                        self.raise("ValueError", "memoryview: invalid value for format 'B'")
                    );
                };
                (vec![view.indices().nth(index).unwrap_or(0)], vec![byte])
            }
        };
        if places.len() != bytes.len() {
            let text = "memoryview assignment: lvalue and rvalue have different structures";
            return Err(self.raise("ValueError", text));
        }
        if let Some(Object::ByteArray(target)) = view.owner.as_ref().map(|r| self.heap.get_mut(r)) {
            for (place, byte) in places.into_iter().zip(bytes) {
                if let Some(slot) = target.get_mut(place) {
                    *slot = byte;
                }
            }
        }
        Ok(())
    }

    /// `view.nbytes` and its kind.
    pub(crate) fn memoryview_field(&mut self, own: Value, name: &str) -> Option<Value> {
        let Some(Object::MemoryView(view)) = self.object(own) else {
            return None;
        };
        let view = (**view).clone();
        let (length, step) = (Value::Int(view.length as i64), Value::Int(view.step));
        let readonly = matches!(self.object(view.owner), Some(Object::Bytes(_)));
        Some(match name {
            "nbytes" => length,
            "itemsize" | "ndim" => Value::Int(1),
            "format" => self.heap.str("B"),
            "readonly" => Value::Bool(readonly),
            "obj" => view.owner,
            "shape" => self.heap.tuple(&[length]),
            "strides" => self.heap.tuple(&[step]),
            "suboffsets" => self.heap.tuple(&[]),
            "contiguous" | "c_contiguous" | "f_contiguous" => Value::Bool(view.step == 1),
            _ => return None,
        })
    }
}
