//! Operators on small ints and floats, answered without the heap. Knows no objects.

use crate::code::{BinaryOp, CompareOp};
use crate::heap::Value;

/// `left op right` where both are ints and the operator is a frequent one.
#[inline(always)]
pub(super) fn quick_int(op: BinaryOp, left: &Value, right: &Value) -> Option<i64> {
    let (&Value::Int(a), &Value::Int(b)) = (left, right) else {
        return None;
    };
    match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        // Divisors above 0: no zero, no overflow.
        BinaryOp::Mod if b > 0 => Some(a.rem_euclid(b)),
        _ => None,
    }
}

/// The same for the other operators.
#[inline(never)]
pub(super) fn rare_int(op: BinaryOp, left: &Value, right: &Value) -> Option<i64> {
    let (&Value::Int(a), &Value::Int(b)) = (left, right) else {
        return None;
    };
    match op {
        BinaryOp::FloorDiv if b > 0 => Some(a.div_euclid(b)),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::RShift if (0..64).contains(&b) => Some(a >> b),
        _ => None,
    }
}

/// `left op right` where one is a float and the other a number.
#[inline(never)]
pub(super) fn quick_float(op: BinaryOp, left: &Value, right: &Value) -> Option<f64> {
    let (a, b) = match (left, right) {
        (&Value::Float(a), &Value::Float(b)) => (a, b),
        (&Value::Float(a), &Value::Int(b)) => (a, b as f64),
        (&Value::Int(a), &Value::Float(b)) => (a as f64, b),
        _ => return None,
    };
    match op {
        BinaryOp::Add => Some(a + b),
        BinaryOp::Sub => Some(a - b),
        BinaryOp::Mul => Some(a * b),
        BinaryOp::Div if b != 0.0 => Some(a / b),
        _ => None,
    }
}

/// `left op right` where both are ints, or both floats.
#[inline(always)]
pub(super) fn quick_compare(op: CompareOp, left: &Value, right: &Value) -> Option<bool> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => Some(ordered(op, a, b)),
        (Value::Float(a), Value::Float(b)) => Some(ordered(op, a, b)),
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
