//! `int` and `float`: construction and methods.

use super::objects::install_new;
use super::ok;
use crate::heap::{Object, Value};
use crate::text;
use crate::vm::{Args, Flow, NativeResult, Then, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.int, int_new);
    install_new(vm, t.float, float_new);
    super::objects::install_class_method(vm, t.float, "fromhex", |vm, args| {
        let [class, text] = args.exact(vm, "fromhex")?;
        let Some(text) = vm.text(text) else {
            return Err(vm.type_error("fromhex() argument must be a string"));
        };
        let read = text::float::from_hex(&text).map_err(|error| vm.text_error(error))?;
        wrap(vm, class, Value::Float(read))
    });
    super::objects::install_class_method(vm, t.int, "from_bytes", from_bytes);
    vm.add_methods(
        t.int,
        &[
            ("bit_length", |vm, args| {
                let [value] = args.exact(vm, "int.bit_length")?;
                let bits = vm.big(value).unwrap_or_default().bits();
                ok(Value::Int(bits as i64))
            }),
            ("bit_count", |vm, args| {
                let [value] = args.exact(vm, "int.bit_count")?;
                let (_, digits) = vm.big(value).unwrap_or_default().to_u64_digits();
                ok(Value::Int(
                    digits
                        .iter()
                        .map(|digit| i64::from(digit.count_ones()))
                        .sum(),
                ))
            }),
            ("conjugate", |vm, args| {
                let [value] = args.exact(vm, "int.conjugate")?;
                ok(value)
            }),
            ("to_bytes", to_bytes),
            ("as_integer_ratio", |vm, args| {
                let [value] = args.exact(vm, "int.as_integer_ratio")?;
                let own = match vm.unwrap(value) {
                    Value::Bool(b) => Value::Int(i64::from(b)),
                    own => own,
                };
                ok(vm.heap.tuple(&[own, Value::Int(1)]))
            }),
            ("__index__", |vm, args| {
                let [value] = args.exact(vm, "int.__index__")?;
                ok(vm.unwrap(value))
            }),
        ],
    );
    vm.add_methods(
        t.float,
        &[
            ("is_integer", |vm, args| {
                let [value] = args.exact(vm, "float.is_integer")?;
                ok(Value::Bool(matches!(vm.unwrap(value), Value::Float(f) if f.is_finite() && f.fract() == 0.0)))
            }),
            ("as_integer_ratio", |vm, args| {
                let [value] = args.exact(vm, "float.as_integer_ratio")?;
                let Value::Float(f) = vm.unwrap(value) else {
                    return Err(vm.type_error("a float is required"));
                };
                ratio(vm, f)
            }),
            ("conjugate", |vm, args| {
                let [value] = args.exact(vm, "float.conjugate")?;
                ok(vm.unwrap(value))
            }),
            ("hex", |vm, args| {
                let [value] = args.exact(vm, "float.hex")?;
                let Value::Float(f) = vm.unwrap(value) else { return Err(vm.type_error("a float is required")) };
                ok(vm.heap.string(text::float::hex(f)))
            }),
        ],
    );
}

/// `float.as_integer_ratio()`: the exact fraction in lowest terms.
fn ratio(vm: &mut Vm, f: f64) -> NativeResult {
    if f.is_nan() {
        return Err(vm.raise("ValueError", "cannot convert NaN to integer ratio"));
    }
    if f.is_infinite() {
        return Err(vm.raise("OverflowError", "cannot convert Infinity to integer ratio"));
    }
    let bits = f.to_bits();
    let exponent = ((bits >> 52) & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let mantissa = if exponent == 0 {
        fraction
    } else {
        fraction | 1 << 52
    };
    let power = exponent.max(1) - 1075;
    let zeros = i64::from(mantissa.trailing_zeros().min(63)).min((-power).max(0));
    let (mantissa, power) = if mantissa == 0 {
        (0, 0)
    } else {
        (mantissa >> zeros, power + zeros)
    };
    let mut top = num_bigint::BigInt::from(mantissa);
    let mut bottom = num_bigint::BigInt::from(1);
    if power >= 0 {
        top <<= power;
    } else {
        bottom <<= -power;
    }
    if f < 0.0 {
        top = -top;
    }
    let (top, bottom) = (vm.int_value(top), vm.int_value(bottom));
    ok(vm.heap.tuple(&[top, bottom]))
}

/// `int.from_bytes(bytes, byteorder="big", *, signed=False)`
fn from_bytes(vm: &mut Vm, args: Args) -> NativeResult {
    let [_, bytes, order, signed] =
        args.named(vm, "from_bytes", ["cls", "bytes", "byteorder", "signed"], 2)?;
    if vm.text(bytes).is_some() {
        return Err(vm.type_error("cannot convert 'str' object to bytes"));
    }
    let then = crate::vm::Then::new(from_listed_bytes, vec![order, signed]);
    vm.collect(bytes, then)
}

fn from_listed_bytes(vm: &mut Vm, then: crate::vm::Then, listed: Value) -> NativeResult {
    let (order, signed) = (then.state[0], then.state[1]);
    let items = vm.items_of(listed)?.unwrap_or_default();
    let mut digits: Vec<u8> = Vec::new();
    for item in items {
        match item {
            Value::Int(byte @ 0..=255) => digits.push(byte as u8),
            _ => return Err(vm.raise("ValueError", "bytes must be in range(0, 256)")),
        }
    }
    let order = vm.text(order).unwrap_or_else(|| "big".into());
    let signed = !signed.is_unbound() && vm.truth_nested(signed)?;
    let result = match (&*order, signed) {
        ("little", false) => num_bigint::BigInt::from_bytes_le(num_bigint::Sign::Plus, &digits),
        ("little", true) => num_bigint::BigInt::from_signed_bytes_le(&digits),
        ("big", true) => num_bigint::BigInt::from_signed_bytes_be(&digits),
        ("big", false) => num_bigint::BigInt::from_bytes_be(num_bigint::Sign::Plus, &digits),
        _ => return Err(vm.raise("ValueError", "byteorder must be either 'little' or 'big'")),
    };
    let result = vm.int_value(result);
    ok(result)
}

fn to_bytes(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["self", "length", "byteorder", "signed"];
    let [value, length, order, signed] = args.named(vm, "to_bytes", names, 1)?;
    let length = match length {
        Value::Unbound => 1,
        length => super::strings::count_argument(vm, length)?,
    };
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.raise("ValueError", "length argument must be non-negative"));
    };
    let order = vm.text(order).unwrap_or_else(|| "big".into());
    if !matches!(&*order, "big" | "little") {
        let text = "byteorder must be either 'little' or 'big'";
        return Err(vm.raise("ValueError", text));
    }
    let signed = !signed.is_unbound() && vm.truth_nested(signed)?;
    let number = vm.big(value).unwrap_or_default();
    let negative = number.sign() == num_bigint::Sign::Minus;
    if negative && !signed {
        return Err(vm.raise("OverflowError", "can't convert negative int to unsigned"));
    }
    vm.check_heap_growth(length as u64)?;
    let mut bytes = if signed {
        number.to_signed_bytes_le()
    } else {
        number.to_bytes_le().1
    };
    if number.bits() == 0 {
        bytes.clear();
    }
    let filler = if negative { 0xff } else { 0 };
    if bytes.len() > length {
        return Err(vm.raise("OverflowError", "int too big to convert"));
    }
    bytes.resize(length, filler);
    if &*order == "big" {
        bytes.reverse();
    }
    ok(vm.heap.value(Object::Bytes(bytes.into())))
}

fn wrap(vm: &mut Vm, class: Value, value: Value) -> NativeResult {
    ok(wrapped_value(vm, class, value))
}

/// An instance of a builtin's subclass around `value`, or `value` itself.
pub(super) fn wrapped_value(vm: &mut Vm, class: Value, value: Value) -> Value {
    let builtin = vm.class_of(value);
    match class {
        Value::Obj(class) if class != builtin => {
            let made = vm.new_instance(class);
            if let Some(Object::Instance(instance)) = made.as_ref().map(|r| vm.heap.get_mut(r)) {
                instance.base = value;
            }
            made
        }
        _ => value,
    }
}

/// Makes an instance of a builtin's subclass around `value`, or gives `value` itself.
pub(super) fn wrapped(vm: &mut Vm, class: Value, value: Value) -> NativeResult {
    wrap(vm, class, value)
}

fn int_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [class, value, base] = args.named(vm, "int", ["cls", "", "base"], 1)?;
    if value.is_unbound() {
        return wrap(vm, class, Value::Int(0));
    }
    let inner = vm.unwrap(value);
    let source = match vm.object(inner) {
        Some(Object::Str(text)) => Some(text.text.clone()),
        Some(Object::Bytes(bytes)) => Some(String::from_utf8_lossy(bytes).into()),
        _ => None,
    };
    if let Some(source) = source {
        let base = if base.is_unbound() {
            10
        } else {
            match vm.as_index(base)? {
                Some(base) => base,
                None => {
                    let text = format!(
                        "'{}' object cannot be interpreted as an integer",
                        vm.type_name(base)
                    );
                    return Err(vm.type_error(&text));
                }
            }
        };
        let int = match text::int::parse(&source, base) {
            Ok(int) => int,
            Err(_) if vm.text(inner).is_none() && (base == 0 || (2..=36).contains(&base)) => {
                let shown = vm.repr_nested(inner)?;
                let text = format!("invalid literal for int() with base {base}: {shown}");
                return Err(vm.raise("ValueError", &text));
            }
            Err(error) => return Err(vm.text_error(error)),
        };
        let result = vm.int_from(int);
        return wrap(vm, class, result);
    }
    if !base.is_unbound() {
        return Err(vm.type_error("int() can't convert non-string with explicit base"));
    }
    if let Value::Float(f) = inner {
        let int = text::float::to_int(f).map_err(|error| vm.text_error(error))?;
        let result = vm.int_from(int);
        return wrap(vm, class, result);
    }
    for name in [vm.names.int, vm.names.index, vm.names.trunc] {
        if let Some(method) = vm
            .special(value, name)
            .filter(|&m| !matches!(vm.object(m), Some(Object::Native(_))))
        {
            let then = Then::new(
                |vm, then, result| {
                    if vm.big(result).is_none() {
                        let method = vm.text(then.state[1]).unwrap_or_default();
                        let given = vm.type_name(result);
                        let text = format!("{method} returned non-int (type {given})");
                        return Err(vm.type_error(&text));
                    }
                    wrap(vm, then.state[0], result)
                },
                vec![class, vm.symbol_value(name)],
            );
            return Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))));
        }
    }
    if let Some(big) = vm.big(inner) {
        let result = vm.int_value(big);
        return wrap(vm, class, result);
    }
    let text = format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        vm.type_name(value)
    );
    Err(vm.type_error(&text))
}

pub(super) fn float_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [class, value] = args.between(vm, "type.float", 1)?;
    let inner = vm.unwrap(value);
    let result = match inner {
        Value::Unbound => 0.0,
        Value::Float(f) => f,
        _ => {
            if let Some(Object::Str(source)) = vm.object(inner) {
                let source = source.text.clone();
                text::float::parse(&source).map_err(|error| vm.text_error(error))?
            } else if let Some(method) = vm.python_special(value, vm.names.float) {
                let then = Then::new(float_given, vec![class, value]);
                return Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))));
            } else if let Some(int) = vm.int_of(inner) {
                text::int::to_float(&int).map_err(|error| vm.text_error(error))?
            } else if let Some(Object::Bytes(_) | Object::ByteArray(_)) = vm.object(inner) {
                let bytes = vm.byte_slice(inner);
                let source = String::from_utf8_lossy(&bytes).into_owned();
                text::float::parse(&source).map_err(|error| vm.text_error(error))?
            } else if let Some(method) = vm.python_special(value, vm.names.index) {
                let index = vm.call_nested(method, Args::of(&[value]))?;
                return float_new(vm, Args::of(&[class, index]));
            } else {
                let text = format!(
                    "float() argument must be a string or a real number, not '{}'",
                    vm.type_name(value)
                );
                return Err(vm.type_error(&text));
            }
        }
    };
    wrap(vm, class, Value::Float(result))
}

/// What `__float__` gave.
fn float_given(vm: &mut Vm, then: Then, result: Value) -> NativeResult {
    match vm.unwrap(result) {
        Value::Float(f) => wrap(vm, then.state[0], Value::Float(f)),
        _ => {
            let text = format!(
                "{}.__float__ returned non-float (type {})",
                vm.type_name(then.state[1]),
                vm.type_name(result)
            );
            Err(vm.type_error(&text))
        }
    }
}
