//! `bytes` and `bytearray`: construction and what needs nothing but the bytes. Cutting, searching and the case of letters are
//! beside it; what text there is in them is the codecs' business.

mod cut;
mod mutable;
mod search;
mod shape;

use super::lists::{contains, get_item, iter_of};
use super::numbers::wrapped;
use super::objects::{install_class_method, install_new, install_static};
use super::ok;
use super::strings::{bounds, count_argument, decode, encode};
use crate::heap::{Object, Value};
use crate::vm::{Args, Flow, NativeFn, NativeResult, Raised, Then, Vm};

type Methods = &'static [(&'static str, NativeFn)];

pub(super) fn install(vm: &mut Vm) {
    let (bytes, bytearray) = (vm.types.bytes, vm.types.bytearray);
    install_new(vm, bytes, |vm, args| new(vm, args, false));
    install_new(vm, bytearray, |vm, args| new(vm, args, true));
    for class in [bytes, bytearray] {
        vm.add_methods(class, METHODS);
        vm.add_methods(class, &[HEX]);
        vm.add_methods(class, cut::METHODS);
        vm.add_methods(class, search::METHODS);
        vm.add_methods(class, shape::METHODS);
        install_class_method(vm, class, "fromhex", from_hex);
        install_static(vm, class, "maketrans", shape::make_table);
    }
    vm.add_methods(bytearray, mutable::METHODS);
}

/// `hex(sep, bytes_per_sep)`
pub(super) const HEX: (&str, NativeFn) = ("hex", |vm, args| {
    let [own, separator, group] = args.named(vm, "hex", ["self", "sep", "bytes_per_sep"], 1)?;
    let bytes = read(vm, own)?;
    if separator.is_unbound() {
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        return ok(vm.heap.string(digits));
    }
    let separator = match vm.text(separator) {
        Some(text) => text.to_string(),
        None => read(vm, separator)?.into_iter().map(char::from).collect(),
    };
    if separator.chars().count() != 1 {
        return Err(vm.raise("ValueError", "sep must be length 1."));
    }
    let group = if group.is_unbound() {
        1
    } else {
        count_argument(vm, group)?
    };
    let size = group.unsigned_abs() as usize;
    let mut digits = String::new();
    for (index, byte) in bytes.iter().enumerate() {
        let at = if group < 0 {
            index
        } else {
            bytes.len() - index
        };
        if index > 0 && size > 0 && at % size == 0 {
            digits.push_str(&separator);
        }
        digits.push_str(&format!("{byte:02x}"));
    }
    ok(vm.heap.string(digits))
});

const METHODS: Methods = &[
    ("decode", |vm, args| {
        let [own, encoding, errors] =
            args.named(vm, "decode", ["self", "encoding", "errors"], 1)?;
        let bytes = read(vm, own)?;
        let text = decode(vm, &bytes, "decode", encoding, errors)?;
        ok(vm.heap.string(text))
    }),
    ("__len__", |vm, args| {
        let [own] = args.exact(vm, "bytes.__len__")?;
        let length = read(vm, own)?.len();
        ok(Value::Int(length as i64))
    }),
    ("__bytes__", |vm, args| {
        let [own] = args.exact(vm, "bytes.__bytes__")?;
        let bytes = read(vm, own)?;
        ok(made(vm, bytes, false))
    }),
    ("__iter__", |vm, args| iter_of(vm, args)),
    ("__getitem__", |vm, args| get_item(vm, args)),
    ("__contains__", |vm, args| contains(vm, args)),
];

/// `bytes(source, encoding, errors)`: of a size, of numbers, of a text.
fn new(vm: &mut Vm, args: Args, mutable: bool) -> NativeResult {
    let name = if mutable { "bytearray" } else { "bytes" };
    let [class, source, encoding, errors] =
        args.named(vm, name, ["cls", "source", "encoding", "errors"], 1)?;
    let own = vm.unwrap(source);
    let give = |vm: &mut Vm, bytes: Vec<u8>| {
        let value = made(vm, bytes, mutable);
        wrapped(vm, class, value)
    };
    if own.is_unbound() {
        return give(vm, Vec::new());
    }
    if vm.text(own).is_some() {
        if encoding.is_unbound() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let bytes = encode(vm, own, name, encoding, errors)?;
        return give(vm, bytes);
    }
    if !encoding.is_unbound() {
        return Err(vm.type_error("encoding without a string argument"));
    }
    if let Some(method) = vm.python_special(source, vm.names.bytes) {
        let then = |vm: &mut Vm, then: Then, result: Value| {
            if !matches!(vm.object(vm.unwrap(result)), Some(Object::Bytes(_))) {
                let text = format!(
                    "__bytes__ returned non-bytes (type {})",
                    vm.type_name(result)
                );
                return Err(vm.type_error(&text));
            }
            if then.state[0] == Value::Bool(true) {
                let bytes = read(vm, result)?;
                return ok(made(vm, bytes, true));
            }
            ok(result)
        };
        let then = Then::new(then, vec![Value::Bool(mutable)]);
        return Ok(Flow::CallThen(Box::new((
            method,
            Args::of(&[source]),
            then,
        ))));
    }
    if let Ok(bytes) = peek(vm, own) {
        return give(vm, bytes);
    }
    if let Some(size) = vm.as_index(own)? {
        let Ok(size) = usize::try_from(size) else {
            return Err(vm.raise("ValueError", "negative count"));
        };
        vm.check_heap_growth(size as u64)?;
        return give(vm, vec![0; size]);
    }
    let iterable = vm.object(own).is_some()
        && (vm.special(source, vm.names.iter).is_some()
            || vm.special(source, vm.names.getitem).is_some()
            || matches!(
                vm.object(own),
                Some(Object::Generator(_) | Object::Iterator(_))
            ));
    if !iterable {
        let text = format!("cannot convert '{}' object to {name}", vm.type_name(source));
        return Err(vm.type_error(&text));
    }
    let then = |vm: &mut Vm, then: Then, list: Value| {
        let mutable = then.state[0] == Value::Bool(true);
        let mut bytes = Vec::new();
        for item in vm.items_of(list)?.unwrap_or_default() {
            bytes.push(byte(vm, item, mutable)?);
        }
        let value = made(vm, bytes, mutable);
        wrapped(vm, then.state[1], value)
    };
    vm.collect(source, Then::new(then, vec![Value::Bool(mutable), class]))
}

fn byte(vm: &mut Vm, item: Value, mutable: bool) -> Result<u8, Raised> {
    match vm.as_index(item)? {
        Some(number) => u8::try_from(number).map_err(|_| {
            let what = if mutable { "byte" } else { "bytes" };
            vm.raise("ValueError", &format!("{what} must be in range(0, 256)"))
        }),
        None => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(item)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn made(vm: &mut Vm, bytes: Vec<u8>, mutable: bool) -> Value {
    let object = if mutable {
        Object::ByteArray(bytes)
    } else {
        Object::Bytes(bytes.into())
    };
    vm.heap.value(object)
}

/// Of the same class as `own`.
fn like(vm: &mut Vm, own: Value, bytes: Vec<u8>) -> Value {
    let base = vm.unwrap(own);
    let mutable = matches!(vm.object(base), Some(Object::ByteArray(_)));
    made(vm, bytes, mutable)
}

fn peek(vm: &Vm, value: Value) -> Result<Vec<u8>, ()> {
    let base = vm.unwrap(value);
    match vm.object(base) {
        Some(Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_)) => {
            Ok(vm.byte_slice(base))
        }
        _ => Err(()),
    }
}

fn read(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    peek(vm, value).map_err(|()| {
        let text = format!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(value)
        );
        vm.type_error(&text)
    })
}

/// What is looked for: bytes, or one byte by its number.
fn part_of(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    match value {
        Value::Int(_) | Value::Bool(_) => Ok(vec![byte(vm, value, true)?]),
        _ => match peek(vm, value) {
            Ok(bytes) => Ok(bytes),
            Err(()) => {
                let text = format!(
                    "argument should be integer or bytes-like object, not '{}'",
                    vm.type_name(value)
                );
                Err(vm.type_error(&text))
            }
        },
    }
}

/// `bytes.fromhex(text)`
fn from_hex(vm: &mut Vm, args: Args) -> NativeResult {
    let [class, text] = args.exact(vm, "fromhex")?;
    let Some(text) = vm.text(text) else {
        let text = format!("fromhex() argument must be str, not {}", vm.type_name(text));
        return Err(vm.type_error(&text));
    };
    let mut bytes = Vec::new();
    let mut high = None;
    for (at, c) in text.chars().enumerate() {
        let digit = c.to_digit(16).map(|digit| digit as u8);
        match (digit, high) {
            (Some(digit), Some(first)) => {
                bytes.push(first << 4 | digit);
                high = None;
            }
            (Some(digit), None) => high = Some(digit),
            (None, None) if c.is_ascii_whitespace() => {}
            (None, _) => {
                let text =
                    format!("non-hexadecimal number found in fromhex() arg at position {at}");
                return Err(vm.raise("ValueError", &text));
            }
        }
    }
    if high.is_some() {
        let at = text.chars().count();
        let text = format!("non-hexadecimal number found in fromhex() arg at position {at}");
        return Err(vm.raise("ValueError", &text));
    }
    let mutable = class == Value::Obj(vm.types.bytearray);
    let value = made(vm, bytes, mutable);
    ok(value)
}
