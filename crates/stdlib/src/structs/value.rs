//! One value of a `struct`: to bytes and back.

use super::error;
use super::format::{Field, Format};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Raised, Vm};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// Appends the bytes of a number in the format's order.
fn push(format: &Format, size: usize, bits: u64, out: &mut Vec<u8>) {
    match format.big_endian {
        true => out.extend_from_slice(&bits.to_be_bytes()[8 - size..]),
        false => out.extend_from_slice(&bits.to_le_bytes()[..size]),
    }
}

fn integer(vm: &mut Vm, value: Value) -> Result<BigInt, Raised> {
    if let Some(big) = vm.big(vm.unwrap(value)) {
        return Ok(big);
    }
    let index = vm.names.index;
    if vm.special(value, index).is_some() {
        let method = vm.get_attr_nested(value, index)?;
        let result = vm.call_nested(method, Default::default())?;
        if let Some(big) = vm.big(result) {
            return Ok(big);
        }
    }
    Err(error(vm, "required argument is not an integer"))
}

/// Appends a value.
pub(super) fn pack(
    vm: &mut Vm,
    format: &Format,
    field: &Field,
    value: Value,
    out: &mut Vec<u8>,
) -> Result<(), Raised> {
    match field.letter {
        'e' | 'f' | 'd' => {
            let float = match (vm.unwrap(value), vm.big(vm.unwrap(value))) {
                (Value::Float(float), _) => float,
                (_, Some(big)) => big.to_f64().unwrap_or(f64::INFINITY),
                _ => return Err(error(vm, "required argument is not a float")),
            };
            let bits = match field.letter {
                'd' => float.to_bits(),
                'f' => {
                    let single = float as f32;
                    if single.is_infinite() && float.is_finite() && !format.native {
                        let text = "float too large to pack with f format";
                        return Err(vm.raise("OverflowError", text));
                    }
                    u64::from(single.to_bits())
                }
                _ => match half_bits(float) {
                    Some(bits) => u64::from(bits),
                    None => {
                        let text = "float too large to pack with e format";
                        return Err(vm.raise("OverflowError", text));
                    }
                },
            };
            push(format, field.size, bits, out);
        }
        '?' => out.push(u8::from(vm.truth_nested(value)?)),
        'c' => match vm.object(value) {
            Some(Object::Bytes(bytes)) if bytes.len() == 1 => out.push(bytes[0]),
            _ => return Err(error(vm, "char format requires a bytes object of length 1")),
        },
        letter @ ('s' | 'p') => {
            let bytes = match vm.object(value) {
                Some(Object::Bytes(bytes)) => bytes.to_vec(),
                Some(Object::ByteArray(bytes)) => bytes.clone(),
                _ => {
                    let text = format!("argument for '{letter}' must be a bytes object");
                    return Err(error(vm, &text));
                }
            };
            let start = out.len();
            if letter == 'p' && field.size > 0 {
                out.push(bytes.len().min(field.size - 1).min(255) as u8);
            }
            let room = field.size - (out.len() - start);
            out.extend_from_slice(&bytes[..bytes.len().min(room)]);
            out.resize(start + field.size, 0);
        }
        letter => {
            let big = integer(vm, value)?;
            let bits = whole(letter, field.size, &big).map_err(|text| error(vm, &text))?;
            push(format, field.size, bits, out);
        }
    }
    Ok(())
}

/// An integer's bits, or what CPython says of it.
fn whole(letter: char, size: usize, big: &BigInt) -> Result<u64, String> {
    const OUT: &str = "argument out of range";
    let bits = size as u32 * 8;
    let (low, high) = match letter.is_ascii_uppercase() {
        true => (0, (1_i128 << bits) - 1),
        false => (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1),
    };
    // Small fields are read as a C long first, whatever their sign.
    let reads_long = letter.is_ascii_lowercase() || matches!(letter, 'B' | 'H');
    let number = match reads_long {
        true => big.to_i64().map(i128::from),
        false => big.to_u64().map(i128::from),
    };
    let number = number.ok_or(OUT)?;
    if (low..=high).contains(&number) {
        return Ok(number as u64);
    }
    let range = format!("{low} <= number <= {high}");
    Err(match letter {
        'b' => format!("byte format requires {range}"),
        'B' => format!("ubyte format requires {range}"),
        'h' => format!("short format requires {range}"),
        'H' => format!("ushort format requires {range}"),
        letter => format!("'{letter}' format requires {range}"),
    })
}

/// The value that `bytes` are.
pub(super) fn unpack(vm: &mut Vm, format: &Format, field: &Field, bytes: &[u8]) -> Value {
    let fold = |bits: u64, &byte: &u8| bits << 8 | u64::from(byte);
    let bits = match format.big_endian {
        true => bytes.iter().fold(0, fold),
        false => bytes.iter().rev().fold(0, fold),
    };
    match field.letter {
        's' | 'c' => vm.heap.value(Object::Bytes(bytes.into())),
        'p' => {
            let length = bytes.first().map_or(0, |&length| usize::from(length));
            let rest = bytes.get(1..).unwrap_or(&[]);
            let text = &rest[..length.min(rest.len())];
            vm.heap.value(Object::Bytes(text.into()))
        }
        '?' => Value::Bool(bits != 0),
        'd' => Value::Float(f64::from_bits(bits)),
        'f' => Value::Float(f64::from(f32::from_bits(bits as u32))),
        'e' => Value::Float(from_half_bits(bits as u16)),
        letter if letter.is_ascii_uppercase() => match i64::try_from(bits) {
            Ok(int) => Value::Int(int),
            Err(_) => vm.int_value(BigInt::from(bits)),
        },
        _ => {
            let unused = 64 - field.size as u32 * 8;
            Value::Int((bits << unused) as i64 >> unused)
        }
    }
}

/// IEEE 754's half precision, rounded to even; `None` where a finite number is too large.
fn half_bits(float: f64) -> Option<u16> {
    let sign = u16::from(float.is_sign_negative()) << 15;
    if float.is_nan() {
        return Some(sign | 0x7e00);
    }
    if float.is_infinite() {
        return Some(sign | 0x7c00);
    }
    let size = float.abs();
    if size == 0.0 {
        return Some(sign);
    }
    let exponent = ((size.to_bits() >> 52) as i32 - 1023).max(-14);
    // In units of the last place; a product with a power of two is exact.
    let units = size / f64::from_bits(((exponent - 10 + 1023) as u64) << 52);
    let mut whole = units.floor();
    let rest = units - whole;
    if rest > 0.5 || (rest == 0.5 && whole % 2.0 == 1.0) {
        whole += 1.0;
    }
    let bits = whole as i32 + (exponent + 14) * 1024;
    (bits < 0x7c00).then_some(sign | bits as u16)
}

fn from_half_bits(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let power = |exponent: i32| f64::from_bits(((exponent + 1023) as u64) << 52);
    sign * match exponent {
        0 => fraction * power(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (fraction + 1024.0) * power(exponent - 25),
    }
}
