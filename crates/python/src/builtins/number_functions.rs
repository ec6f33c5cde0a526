//! Builtin functions on numbers and characters.

use super::ok;
use crate::heap::{Object, Value};
use crate::text;
use crate::vm::{Args, Flow, NativeResult, Raised, Vm};

pub(super) fn abs(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "abs")?;
    let value = match vm.special(value, vm.names.abs) {
        None => vm.unwrap(value),
        Some(_) => value,
    };
    if let Value::Float(f) = value {
        return ok(Value::Float(f.abs()));
    }
    if let Some(method) = vm.python_special(value, vm.names.abs) {
        return Ok(Flow::Call(Box::new((method, Args::of(&[value])))));
    }
    if let Some(big) = vm.big(value) {
        let result = vm.int_value(num_traits::Signed::abs(&big));
        return ok(result);
    }
    match vm.special(value, vm.names.abs) {
        Some(method) => Ok(Flow::Call(Box::new((method, Args::of(&[value]))))),
        None => {
            let text = format!("bad operand type for abs(): '{}'", vm.type_name(value));
            Err(vm.type_error(&text))
        }
    }
}

pub(super) fn round(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, digits] = args.named(vm, "round", ["number", "ndigits"], 1)?;
    let digits = if digits.is_unbound() || digits.is_none() {
        None
    } else if let Some(digits) = vm.as_index(digits)? {
        Some(digits)
    } else {
        let text = format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(digits)
        );
        return Err(vm.type_error(&text));
    };
    if let Some(method) = vm.python_special(value, vm.names.round) {
        let mut call = Args::of(&[value]);
        if let Some(n) = digits {
            call.positional.push(Value::Int(n));
        }
        return Ok(Flow::Call(Box::new((method, call))));
    }
    let value = vm.unwrap(value);
    match (value, digits) {
        (Value::Float(f), None) => {
            let int = text::float::round_to_int(f).map_err(|error| vm.text_error(error))?;
            let result = vm.int_from(int);
            ok(result)
        }
        (Value::Float(f), Some(n)) => {
            let result = text::float::round_to(f, n).map_err(|error| vm.text_error(error))?;
            ok(Value::Float(result))
        }
        (_, digits) if vm.big(value).is_some() => match digits {
            Some(n) if n < 0 => {
                let unit = num_bigint::BigInt::from(10).pow(n.unsigned_abs().min(4000) as u32);
                let big = vm.big(value).expect("checked");
                use num_integer::Integer;
                let (quotient, rest) = big.div_mod_floor(&unit);
                let twice = &rest * 2;
                let up = twice > unit || (twice == unit && quotient.is_odd());
                let result = (if up { quotient + 1 } else { quotient }) * unit;
                let result = vm.int_value(result);
                ok(result)
            }
            _ => {
                let big = vm.big(value).expect("checked");
                let result = vm.int_value(big);
                ok(result)
            }
        },
        _ => match vm.special(value, vm.names.round) {
            Some(method) => {
                let mut call = Args::of(&[value]);
                if let Some(n) = digits {
                    call.positional.push(Value::Int(n));
                }
                Ok(Flow::Call(Box::new((method, call))))
            }
            None => {
                let text = format!(
                    "type {} doesn't define __round__ method",
                    vm.type_name(value)
                );
                Err(vm.type_error(&text))
            }
        },
    }
}

pub(super) fn divmod(vm: &mut Vm, args: Args) -> NativeResult {
    let [mut a, mut b] = args.exact(vm, "divmod")?;
    for (value, name) in [(&mut a, "__divmod__"), (&mut b, "__rdivmod__")] {
        if vm.python_special_named(*value, name).is_none() {
            *value = vm.unwrap(*value);
        }
    }
    match divmod_builtin(vm, a, b)? {
        Some(pair) => ok(pair),
        None => super::library_call(vm, "_divmod", Args::of(&[a, b])),
    }
}

/// `divmod(a, b)` of numbers; `None` for anything else.
pub(super) fn divmod_builtin(vm: &mut Vm, a: Value, b: Value) -> Result<Option<Value>, Raised> {
    use crate::code::BinaryOp;
    if vm.text(a).is_some() {
        return Ok(None);
    }
    let float = matches!(a, Value::Float(_)) || matches!(b, Value::Float(_));
    let zero = b == Value::Float(0.0) || b == Value::Int(0) || b == Value::Bool(false);
    if float && zero && vm.as_float(a).is_some() {
        return Err(vm.raise("ZeroDivisionError", "float divmod()"));
    }
    let quotient = vm.binary_builtin(BinaryOp::FloorDiv, a, b, false)?;
    let rest = vm.binary_builtin(BinaryOp::Mod, a, b, false)?;
    Ok(quotient
        .zip(rest)
        .map(|(quotient, rest)| vm.heap.tuple(&[quotient, rest])))
}

pub(super) fn pow(vm: &mut Vm, args: Args) -> NativeResult {
    let [mut base, mut exponent, modulus] = args.named(vm, "pow", ["base", "exp", "mod"], 2)?;
    for (value, name) in [(&mut base, "__pow__"), (&mut exponent, "__rpow__")] {
        if vm.python_special_named(*value, name).is_none() {
            *value = vm.unwrap(*value);
        }
    }
    if modulus.is_unbound() || modulus.is_none() {
        if let Some(result) =
            vm.binary_builtin(crate::code::BinaryOp::Pow, base, exponent, false)?
        {
            return ok(result);
        }
        return super::library_call(vm, "_pow", Args::of(&[base, exponent]));
    }
    match (vm.int_of(base), vm.int_of(exponent), vm.int_of(modulus)) {
        (Some(a), Some(b), Some(m)) => {
            let result =
                text::int::modular_power(&a, &b, &m).map_err(|error| vm.text_error(error))?;
            let result = vm.int_from(result);
            ok(result)
        }
        _ if vm
            .special(base, vm.names.pow)
            .is_some_and(|method| matches!(vm.object(method), Some(Object::Function(_)))) =>
        {
            let method = vm.special(base, vm.names.pow).expect("just found");
            let args = Args::of(&[base, exponent, modulus]);
            Ok(Flow::Call(Box::new((method, args))))
        }
        _ => Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

pub(super) fn in_base(vm: &mut Vm, args: Args, name: &str, radix: u32) -> NativeResult {
    let [value] = args.exact(vm, name)?;
    let int = match vm.int_of(value) {
        Some(int) => Some(int),
        None => vm.as_index(value)?.map(text::int::Int::Small),
    };
    match int {
        Some(int) => {
            let text = text::int::prefixed(&int, radix);
            ok(vm.heap.string(text))
        }
        None => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

pub(super) fn bin(vm: &mut Vm, args: Args) -> NativeResult {
    in_base(vm, args, "bin", 2)
}

pub(super) fn oct(vm: &mut Vm, args: Args) -> NativeResult {
    in_base(vm, args, "oct", 8)
}

pub(super) fn hex(vm: &mut Vm, args: Args) -> NativeResult {
    in_base(vm, args, "hex", 16)
}

pub(super) fn chr(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "chr")?;
    let Some(code) = vm.as_index(value)? else {
        let text = format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(value)
        );
        return Err(vm.type_error(&text));
    };
    match u32::try_from(code).ok().and_then(char::from_u32) {
        Some(c) => ok(vm.char_value(c)),
        None if (0xd800..0xe000).contains(&code) => Err(vm.not_supported("surrogate code points")),
        None => Err(vm.raise("ValueError", "chr() arg not in range(0x110000)")),
    }
}

pub(super) fn ord(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "ord")?;
    if let Some(Object::Bytes(bytes)) = vm.object(value)
        && bytes.len() == 1
    {
        return ok(Value::Int(i64::from(bytes[0])));
    }
    match vm.text(value) {
        Some(text) => {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => ok(Value::Int(i64::from(u32::from(c)))),
                _ => {
                    let count = text.chars().count();
                    Err(vm.type_error(&format!(
                        "ord() expected a character, but string of length {count} found"
                    )))
                }
            }
        }
        None => {
            let text = format!(
                "ord() expected string of length 1, but {} found",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}
