//! What only a `bytearray` can do: change.

use super::{Methods, byte, made, ok, read};
use crate::heap::{Object, Value};
use crate::vm::{Args, NativeResult, Raised, Then, Vm};

pub(super) const METHODS: Methods = &[
    ("append", |vm, args| {
        let [own, item] = args.exact(vm, "bytearray.append")?;
        let item = byte(vm, item, true)?;
        vm.heap.grew(1);
        buffer(vm, own)?.push(item);
        ok(Value::None)
    }),
    ("extend", extend),
    ("insert", |vm, args| {
        let [own, at, item] = args.exact(vm, "bytearray.insert")?;
        let at = super::count_argument(vm, at)?;
        let item = byte(vm, item, true)?;
        vm.heap.grew(1);
        let bytes = buffer(vm, own)?;
        let length = bytes.len() as i64;
        let at = if at < 0 {
            (at + length).max(0)
        } else {
            at.min(length)
        };
        bytes.insert(at as usize, item);
        ok(Value::None)
    }),
    ("pop", |vm, args| {
        let [own, at] = args.between(vm, "bytearray.pop", 1)?;
        let at = if at.is_unbound() {
            -1
        } else {
            super::count_argument(vm, at)?
        };
        let bytes = buffer(vm, own)?;
        let length = bytes.len() as i64;
        if length == 0 {
            return Err(vm.raise("IndexError", "pop from empty bytearray"));
        }
        let at = if at < 0 { at + length } else { at };
        if at < 0 || at >= length {
            return Err(vm.raise("IndexError", "pop index out of range"));
        }
        let byte = bytes.remove(at as usize);
        ok(Value::Int(i64::from(byte)))
    }),
    ("remove", |vm, args| {
        let [own, item] = args.exact(vm, "bytearray.remove")?;
        let item = byte(vm, item, true)?;
        let bytes = buffer(vm, own)?;
        match bytes.iter().position(|&byte| byte == item) {
            Some(at) => {
                bytes.remove(at);
                ok(Value::None)
            }
            None => Err(vm.raise("ValueError", "value not found in bytearray")),
        }
    }),
    ("reverse", |vm, args| {
        let [own] = args.exact(vm, "bytearray.reverse")?;
        buffer(vm, own)?.reverse();
        ok(Value::None)
    }),
    ("clear", |vm, args| {
        let [own] = args.exact(vm, "bytearray.clear")?;
        buffer(vm, own)?.clear();
        ok(Value::None)
    }),
    ("copy", |vm, args| {
        let [own] = args.exact(vm, "bytearray.copy")?;
        let bytes = read(vm, own)?;
        ok(made(vm, bytes, true))
    }),
];

fn buffer(vm: &mut Vm, own: Value) -> Result<&mut Vec<u8>, Raised> {
    let base = vm.unwrap(own);
    let is_bytearray = matches!(vm.object(base), Some(Object::ByteArray(_)));
    let Some(r) = base.as_ref().filter(|_| is_bytearray) else {
        return Err(vm.type_error("a bytearray is required"));
    };
    match vm.heap.get_mut(r) {
        Object::ByteArray(bytes) => Ok(bytes),
        _ => unreachable!("just checked"),
    }
}

fn extend(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, items] = args.exact(vm, "bytearray.extend")?;
    if let Ok(bytes) = super::peek(vm, items) {
        vm.heap.grew(bytes.len() as u64);
        buffer(vm, own)?.extend(bytes);
        return ok(Value::None);
    }
    if vm.text(items).is_some() {
        return Err(vm.type_error("expected iterable of integers; got: 'str'"));
    }
    let then = |vm: &mut Vm, then: Then, list: Value| {
        for item in vm.items_of(list)?.unwrap_or_default() {
            let item = byte(vm, item, true)?;
            vm.heap.grew(1);
            buffer(vm, then.state[0])?.push(item);
        }
        ok(Value::None)
    };
    vm.collect(items, Then::new(then, vec![own]))
}
