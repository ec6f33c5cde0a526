//! Constants known at compile time: literals, and the arithmetic on them that CPython folds.
//! Folds less than CPython: only what changes how often a loop pays for a literal.

use num_bigint::BigInt;
use ruff_python_ast::{Expr, ExprBinOp, Number, Operator, UnaryOp, name::Name};

use crate::code::Const;

/// How deep expressions are folded.
const MAX_DEPTH: u32 = 20;
/// The longest string that repetition may make, as in CPython.
const MAX_STR_BYTES: usize = 4096;

/// The constant that `expr` is, if it is one.
pub(super) fn constant(expr: &Expr) -> Option<Const> {
    fold(expr, MAX_DEPTH)
}

/// Whether `expr` is a constant, and then whether it is true.
pub(super) fn truth(expr: &Expr) -> Option<bool> {
    Some(match constant(expr)? {
        Const::None => false,
        Const::Bool(value) => value,
        Const::Int(value) => value != 0,
        Const::BigInt(_) | Const::Ellipsis | Const::Code(_) => true,
        Const::Float(value) | Const::Imaginary(value) => value != 0.0,
        Const::Str(value) => !value.is_empty(),
        Const::Bytes(value) => !value.is_empty(),
        Const::Tuple(items) => !items.is_empty(),
    })
}

fn fold(expr: &Expr, depth: u32) -> Option<Const> {
    let depth = depth.checked_sub(1)?;
    match expr {
        Expr::NoneLiteral(_) => Some(Const::None),
        Expr::BooleanLiteral(literal) => Some(Const::Bool(literal.value)),
        Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
        Expr::NumberLiteral(literal) => number(&literal.value),
        Expr::StringLiteral(literal) => Some(Const::Str(literal.value.to_str().into())),
        Expr::BytesLiteral(literal) => Some(Const::Bytes(
            literal.value.bytes().collect::<Vec<u8>>().into(),
        )),
        Expr::Name(name) if name.id == Name::new_static("__debug__") => Some(Const::Bool(true)),
        Expr::Tuple(tuple) => {
            let items = tuple.elts.iter().map(|item| fold(item, depth));
            Some(Const::Tuple(items.collect::<Option<_>>()?))
        }
        Expr::UnaryOp(unary) => fold_unary(unary.op, fold(&unary.operand, depth)?),
        Expr::BinOp(ExprBinOp {
            left, op, right, ..
        }) => {
            let right = fold(right, depth)?;
            fold_binary(&fold(left, depth)?, *op, &right)
        }
        _ => None,
    }
}

fn number(number: &Number) -> Option<Const> {
    match number {
        Number::Float(value) => Some(Const::Float(*value)),
        Number::Complex { imag, .. } => Some(Const::Imaginary(*imag)),
        Number::Int(int) => match int.as_i64() {
            Some(value) => Some(Const::Int(value)),
            None => Some(integer(parse_int(&int.to_string())?)),
        },
    }
}

/// Parses an `int` token, prefix and underscores included.
fn parse_int(token: &str) -> Option<BigInt> {
    let digits = token.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0o") => (&digits[2..], 8),
        Some("0b") => (&digits[2..], 2),
        _ => (digits.as_str(), 10),
    };
    BigInt::parse_bytes(digits.as_bytes(), radix)
}

fn integer(value: BigInt) -> Const {
    match i64::try_from(&value) {
        Ok(small) => Const::Int(small),
        Err(_) => Const::BigInt(value.to_string()),
    }
}

fn fold_unary(op: UnaryOp, operand: Const) -> Option<Const> {
    match (op, operand) {
        (UnaryOp::USub, Const::Int(value)) => Some(integer(-BigInt::from(value))),
        (UnaryOp::USub, Const::BigInt(value)) => Some(integer(-parse_int(&value)?)),
        (UnaryOp::USub, Const::Float(value)) => Some(Const::Float(-value)),
        (UnaryOp::UAdd, value @ (Const::Int(_) | Const::BigInt(_) | Const::Float(_))) => {
            Some(value)
        }
        (UnaryOp::Invert, Const::Int(value)) => Some(Const::Int(!value)),
        (UnaryOp::Not, Const::Bool(value)) => Some(Const::Bool(!value)),
        (UnaryOp::Not, Const::None) => Some(Const::Bool(true)),
        (UnaryOp::Not, Const::Int(value)) => Some(Const::Bool(value == 0)),
        _ => None,
    }
}

/// The result of `left op right` on constants, if it is a simple one.
pub(super) fn fold_binary(left: &Const, op: Operator, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Int(left), Const::Int(right)) => fold_ints(*left, op, *right),
        (Const::Float(left), Const::Float(right)) => fold_floats(*left, op, *right),
        (Const::Float(left), Const::Int(right)) => fold_floats(*left, op, exact(*right)?),
        (Const::Int(left), Const::Float(right)) => fold_floats(exact(*left)?, op, *right),
        (Const::Str(left), Const::Str(right)) if op == Operator::Add => {
            Some(Const::Str(format!("{left}{right}").into()))
        }
        (Const::Str(text), Const::Int(times)) | (Const::Int(times), Const::Str(text))
            if op == Operator::Mult =>
        {
            let times = usize::try_from(*times).unwrap_or(0);
            let bytes = text.len().checked_mul(times)?;
            (bytes <= MAX_STR_BYTES).then(|| Const::Str(text.repeat(times).into()))
        }
        _ => None,
    }
}

/// `value` as a float, if that loses nothing.
fn exact(value: i64) -> Option<f64> {
    (value.unsigned_abs() <= 1 << 53).then_some(value as f64)
}

fn fold_ints(left: i64, op: Operator, right: i64) -> Option<Const> {
    let value = match op {
        Operator::Add => left.checked_add(right)?,
        Operator::Sub => left.checked_sub(right)?,
        Operator::Mult => left.checked_mul(right)?,
        Operator::Pow => left.checked_pow(u32::try_from(right).ok()?)?,
        Operator::LShift => {
            let shift = u32::try_from(right).ok().filter(|&shift| shift < 63)?;
            left.checked_mul(1i64 << shift)?
        }
        Operator::RShift => left >> u32::try_from(right).ok().filter(|&shift| shift < 64)?,
        Operator::BitAnd => left & right,
        Operator::BitOr => left | right,
        Operator::BitXor => left ^ right,
        Operator::FloorDiv if right > 0 => left.div_euclid(right),
        Operator::Mod if right > 0 => left.rem_euclid(right),
        Operator::Div if right != 0 => return Some(Const::Float(exact(left)? / exact(right)?)),
        _ => return None,
    };
    Some(Const::Int(value))
}

fn fold_floats(left: f64, op: Operator, right: f64) -> Option<Const> {
    let value = match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mult => left * right,
        Operator::Div if right != 0.0 => left / right,
        _ => return None,
    };
    Some(Const::Float(value))
}
