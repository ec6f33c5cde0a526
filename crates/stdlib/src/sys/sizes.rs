//! `sys.getsizeof`: the bytes that CPython 3.11 takes for a value of a builtin type, on a 64-bit machine. Lists and sets are
//! taken as just built: how they grew is not known. Source: the structs of CPython 3.11, checked against its answers.

use interleave_python::heap::{Dict, Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Vm};

/// `getsizeof(object, default)`
pub(super) fn getsizeof(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, _default] = args.named(vm, "getsizeof", ["object", "default"], 1)?;
    let name = vm.symbols.intern("__sizeof__");
    let class = vm.class_of(object);
    let method = vm.lookup(class, name);
    let own = method.filter(|&method| matches!(vm.object(method), Some(Object::Function(_))));
    if let Some(method) = own {
        return Ok(Flow::Call(Box::new((method, Args::of(&[object])))));
    }
    Ok(Flow::Value(Value::Int(size_bytes(vm, object) as i64)))
}

fn size_bytes(vm: &Vm, value: Value) -> usize {
    let Some(object) = vm.object(value) else {
        return match value {
            Value::Int(int) => int_bytes(64 - int.unsigned_abs().leading_zeros() as usize),
            Value::Bool(_) => 28,
            Value::Float(_) => 24,
            _ => 16,
        };
    };
    match object {
        Object::Str(text) => text_bytes(&text.text, text.length as usize),
        Object::BigInt(int) => int_bytes(int.bits() as usize),
        Object::Bytes(bytes) => 33 + bytes.len(),
        Object::ByteArray(bytes) if bytes.is_empty() => 56,
        Object::ByteArray(bytes) => 57 + bytes.len(),
        Object::Tuple(items) => 40 + 8 * items.len(),
        Object::List(items) => 56 + 8 * items.len().next_multiple_of(2),
        Object::Dict(dict) => dict_bytes(vm, dict),
        Object::Set(set) | Object::FrozenSet(set) => set_bytes(set.len()),
        Object::Range(_) => 48,
        Object::Slice(_) => 56,
        Object::Function(_) => 152,
        Object::Class(_) => 1688,
        Object::Generator(_) => 200,
        Object::Native(_) | Object::Module(_) => 72,
        Object::BoundMethod { .. } => 64,
        Object::Exception(_) => 72,
        Object::Instance(instance) if !instance.base.is_unbound() => {
            size_bytes(vm, instance.base) + 16
        }
        Object::Instance(_) => 56,
        _ => 48,
    }
}

/// Digits of 30 bits, at least one.
fn int_bytes(bits: usize) -> usize {
    24 + 4 * bits.div_ceil(30).max(1)
}

fn text_bytes(text: &str, length: usize) -> usize {
    match text.chars().max().map_or(0, u32::from) {
        0..=0x7f => 49 + length,
        0x80..=0xff => 73 + length,
        0x100..=0xffff => 74 + 2 * length,
        _ => 76 + 4 * length,
    }
}

fn dict_bytes(vm: &Vm, dict: &Dict) -> usize {
    if dict.is_empty() {
        return 64;
    }
    let mut slots = 8;
    while slots * 2 / 3 < dict.len() {
        slots *= 2;
    }
    let keys_are_text = dict
        .iter()
        .all(|entry| matches!(vm.object(entry.key), Some(Object::Str(_))));
    let entry_bytes = if keys_are_text { 16 } else { 24 };
    let index_bytes = match slots {
        0..256 => 1,
        256..65_536 => 2,
        _ => 4,
    };
    96 + slots * index_bytes + slots * 2 / 3 * entry_bytes
}

fn set_bytes(items: usize) -> usize {
    let mut slots = 8;
    // Grows fourfold when three fifths are full; the first eight slots are part of the object.
    while items * 5 >= (slots - 1) * 3 {
        slots *= 4;
    }
    216 + if slots == 8 { 0 } else { 16 * slots }
}
