//! Operators on small ints and floats, answered without the heap. Knows no objects.

use crate::code::{BinaryOp, CompareOp};
use crate::heap::Value;
use num_integer::Integer;

/// `left op right` where both are plain numbers and the result is one.
#[inline(always)]
pub(super) fn quick_binary(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    if let (Value::Int(a), Value::Int(b)) = (left, right) {
        let result = match op {
            BinaryOp::Add => a.checked_add(b),
            BinaryOp::Sub => a.checked_sub(b),
            _ => return rare_int(op, a, b),
        };
        return result.map(Value::Int);
    }
    float(op, left, right)
}

#[inline(never)]
fn rare_int(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    let result = match op {
        BinaryOp::Mul => a.checked_mul(b),
        // Divisors above 0: no zero, no overflow.
        BinaryOp::FloorDiv if b > 0 => Some(Integer::div_floor(&a, &b)),
        BinaryOp::Mod if b > 0 => Some(Integer::mod_floor(&a, &b)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::RShift if (0..64).contains(&b) => Some(a >> b),
        _ => None,
    };
    result.map(Value::Int)
}

#[inline(never)]
fn float(op: BinaryOp, left: Value, right: Value) -> Option<Value> {
    let (a, b) = match (left, right) {
        (Value::Float(a), Value::Float(b)) => (a, b),
        (Value::Float(a), Value::Int(b)) => (a, b as f64),
        (Value::Int(a), Value::Float(b)) => (a as f64, b),
        _ => return None,
    };
    Some(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if b != 0.0 => a / b,
        _ => return None,
    }))
}

/// `left op right` where both are ints, or both floats.
#[inline(always)]
pub(super) fn quick_compare(op: CompareOp, left: Value, right: Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(ordered(op, &a, &b)),
        (Value::Float(a), Value::Float(b)) => Some(ordered(op, &a, &b)),
        _ => None,
    }
}

#[inline(always)]
fn ordered<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> bool {
    match op {
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Eq => a == b,
        CompareOp::Ne => a != b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
    }
}
