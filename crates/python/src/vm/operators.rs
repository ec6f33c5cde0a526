//! Arithmetic, bitwise and concatenating operators.
//!
//! (Over 400 lines because ints of both sizes, floats and complex numbers fall through to one another.)

use super::frame::{OperatorCall, Otherwise};
use super::{Called, Raised, Vm};
use crate::code::{BinaryOp, Symbol, UnaryOp};
use crate::heap::{Object, Value};
use crate::text::{self, complex::complex};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::rc::Rc;

impl Vm {
    /// `left op right`; the result goes on the stack.
    pub(super) fn binary(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Result<Called, Raised> {
        if in_place && op == BinaryOp::Add && self.grows_by_python(left, right)? {
            let flow = self.list_grown(left, left, right)?;
            return self.act(flow, super::OnReturn::Push);
        }
        if !self.overrides_operators(left)
            && !self.overrides_operators(right)
            && let Some(result) = self.binary_builtin(op, left, right, in_place)?
        {
            self.stack.push(result);
            return Ok(Called::Done);
        }
        let (sign, [method, mirrored, own]) = self.operator_names(op);
        let mut rest = vec![(right, left, mirrored), (left, right, method)];
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        if left_class == right_class {
            rest.remove(0);
        } else if self.is_subclass(right_class, left_class) {
            rest.swap(0, 1);
        }
        let mut sign = sign;
        if in_place {
            rest.push((left, right, own));
            sign = in_place_sign(op);
        }
        self.try_operator(OperatorCall {
            left,
            right,
            rest,
            otherwise: Otherwise::Unsupported(sign),
        })
    }

    pub(super) fn overrides_operators(&self, value: Value) -> bool {
        matches!(
            self.object(value),
            Some(Object::Instance(_) | Object::Host(_))
        )
    }

    pub(super) fn operator_names(&self, op: BinaryOp) -> (&'static str, [Symbol; 3]) {
        let n = &self.names;
        match op {
            BinaryOp::Add => ("+", [n.add, n.radd, n.iadd]),
            BinaryOp::Sub => ("-", [n.sub, n.rsub, n.isub]),
            BinaryOp::Mul => ("*", [n.mul, n.rmul, n.imul]),
            BinaryOp::Div => ("/", [n.truediv, n.rtruediv, n.itruediv]),
            BinaryOp::FloorDiv => ("//", [n.floordiv, n.rfloordiv, n.ifloordiv]),
            BinaryOp::Mod => ("%", [n.mod_, n.rmod, n.imod]),
            BinaryOp::Pow => ("** or pow()", [n.pow, n.rpow, n.ipow]),
            BinaryOp::MatMul => ("@", [n.matmul, n.rmatmul, n.imatmul]),
            BinaryOp::LShift => ("<<", [n.lshift, n.rlshift, n.ilshift]),
            BinaryOp::RShift => (">>", [n.rshift, n.rrshift, n.irshift]),
            BinaryOp::And => ("&", [n.and, n.rand, n.iand]),
            BinaryOp::Or => ("|", [n.or, n.ror, n.ior]),
            BinaryOp::Xor => ("^", [n.xor, n.rxor, n.ixor]),
        }
    }

    /// An operator that builtins answer by themselves; `None`: ask the objects' methods.
    pub fn binary_builtin(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
        in_place: bool,
    ) -> Result<Option<Value>, Raised> {
        if op == BinaryOp::MatMul {
            return Ok(None);
        }
        if let (Some(a), Some(b)) = (small_int(left), small_int(right)) {
            if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
                match op {
                    BinaryOp::And => return Ok(Some(Value::Bool(a & b))),
                    BinaryOp::Or => return Ok(Some(Value::Bool(a | b))),
                    BinaryOp::Xor => return Ok(Some(Value::Bool(a ^ b))),
                    _ => {}
                }
            }
            return self.int_small(op, a, b).map(Some);
        }
        if let (Some(a), Some(b)) = (self.as_float(left), self.as_float(right))
            && (matches!(left, Value::Float(_)) || matches!(right, Value::Float(_)))
        {
            let huge = |value: Value, f: f64| !matches!(value, Value::Float(_)) && f.is_infinite();
            if huge(left, a) || huge(right, b) {
                return Err(self.raise("OverflowError", "int too large to convert to float"));
            }
            return self.float_op(op, a, b);
        }
        if let (Some(a), Some(b)) = (self.big(left), self.big(right)) {
            return self.int_big(op, a, b).map(Some);
        }
        if self.is_complex(left) || self.is_complex(right) {
            return self.complex_op(op, left, right);
        }
        self.sequence_op(op, left, right, in_place)
    }

    /// A float, or an int as one, where arithmetic allows it.
    pub(crate) fn as_float(&self, value: Value) -> Option<f64> {
        match value {
            Value::Float(f) => Some(f),
            Value::Int(i) => Some(i as f64),
            Value::Bool(b) => Some(f64::from(u8::from(b))),
            Value::Obj(r) => match self.heap.get(r) {
                Object::BigInt(big) => big.to_f64(),
                _ => None,
            },
            _ => None,
        }
    }

    /// An `int`, small where it fits.
    pub fn int_value(&mut self, big: BigInt) -> Value {
        match big.to_i64() {
            Some(small) => Value::Int(small),
            None => self.heap.value(Object::BigInt(Rc::new(big))),
        }
    }

    pub(super) fn int_small(&mut self, op: BinaryOp, a: i64, b: i64) -> Result<Value, Raised> {
        let result = match op {
            BinaryOp::Add => a.checked_add(b),
            BinaryOp::Sub => a.checked_sub(b),
            BinaryOp::Mul => a.checked_mul(b),
            BinaryOp::And => Some(a & b),
            BinaryOp::Or => Some(a | b),
            BinaryOp::Xor => Some(a ^ b),
            BinaryOp::RShift if (0..64).contains(&b) => Some(a >> b),
            BinaryOp::LShift if (0..62).contains(&b) => a.checked_mul(1 << b),
            BinaryOp::FloorDiv if b != 0 => a.checked_div(b).map(|_| Integer::div_floor(&a, &b)),
            BinaryOp::Mod if b != 0 && b != -1 => Some(Integer::mod_floor(&a, &b)),
            BinaryOp::Div if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
                return Ok(Value::Float(a as f64 / b as f64));
            }
            BinaryOp::Pow if (0..64).contains(&b) => a.checked_pow(b as u32),
            _ => None,
        };
        match result {
            Some(value) => Ok(Value::Int(value)),
            None => self.int_big(op, a.into(), b.into()),
        }
    }

    pub(super) fn int_big(&mut self, op: BinaryOp, a: BigInt, b: BigInt) -> Result<Value, Raised> {
        let result = match op {
            BinaryOp::Add => a + b,
            BinaryOp::Sub => a - b,
            BinaryOp::Mul => {
                self.check_heap_growth((a.bits() + b.bits()) / 8)?;
                a * b
            }
            BinaryOp::And => a & b,
            BinaryOp::Or => a | b,
            BinaryOp::Xor => a ^ b,
            BinaryOp::Mod if b.is_zero() => {
                return Err(self.raise("ZeroDivisionError", "integer modulo by zero"));
            }
            BinaryOp::FloorDiv if b.is_zero() => {
                return Err(self.raise("ZeroDivisionError", "integer division or modulo by zero"));
            }
            BinaryOp::FloorDiv => a.div_floor(&b),
            BinaryOp::Mod => a.mod_floor(&b),
            BinaryOp::Div if b.is_zero() => {
                return Err(self.raise("ZeroDivisionError", "division by zero"));
            }
            BinaryOp::Div => {
                let result = text::int::true_divide(&a.into(), &b.into());
                return result
                    .map(Value::Float)
                    .map_err(|error| self.text_error(error));
            }
            BinaryOp::LShift | BinaryOp::RShift if b.is_negative() => {
                return Err(self.raise("ValueError", "negative shift count"));
            }
            BinaryOp::LShift => {
                let Some(shift) = b.to_u64().filter(|&shift| shift < 1 << 36) else {
                    return Err(self.raise("OverflowError", "too many digits in integer"));
                };
                self.check_heap_growth(shift / 8)?;
                a << shift
            }
            BinaryOp::RShift => match b.to_u64() {
                Some(shift) => a >> shift,
                None => BigInt::from(if a.is_negative() { -1 } else { 0 }),
            },
            BinaryOp::Pow if b.is_negative() => {
                if a.is_zero() {
                    return Err(self.raise(
                        "ZeroDivisionError",
                        "0.0 cannot be raised to a negative power",
                    ));
                }
                let (a, b) = (
                    a.to_f64().unwrap_or(f64::NAN),
                    b.to_f64().unwrap_or(f64::NAN),
                );
                return Ok(Value::Float(crate::elementary::pow(a, b)));
            }
            BinaryOp::Pow => {
                let exponent = b.to_u32().unwrap_or(u32::MAX);
                if a.bits() > 1 {
                    self.check_heap_growth(a.bits().saturating_mul(u64::from(exponent)) / 8)?;
                    self.spend(a.bits().saturating_mul(u64::from(exponent)) * 30);
                }
                a.pow(exponent)
            }
            BinaryOp::MatMul => {
                return Err(self.type_error("unsupported operand type(s) for @: 'int' and 'int'"));
            }
        };
        self.spend(self.costs.big_int);
        Ok(self.int_value(result))
    }

    pub(super) fn float_op(
        &mut self,
        op: BinaryOp,
        a: f64,
        b: f64,
    ) -> Result<Option<Value>, Raised> {
        let result = match op {
            BinaryOp::Add => a + b,
            BinaryOp::Sub => a - b,
            BinaryOp::Mul => a * b,
            BinaryOp::Div if b == 0.0 => {
                return Err(self.raise("ZeroDivisionError", "float division by zero"));
            }
            BinaryOp::Div => a / b,
            BinaryOp::FloorDiv if b == 0.0 => {
                return Err(self.raise("ZeroDivisionError", "float floor division by zero"));
            }
            BinaryOp::FloorDiv => {
                text::float::floor_divide(a, b).map_err(|error| self.text_error(error))?
            }
            BinaryOp::Mod if b == 0.0 => {
                return Err(self.raise("ZeroDivisionError", "float modulo"));
            }
            BinaryOp::Mod => text::float::modulo(a, b).map_err(|error| self.text_error(error))?,
            BinaryOp::Pow => {
                if a == 0.0 && b < 0.0 {
                    return Err(self.raise(
                        "ZeroDivisionError",
                        "0.0 cannot be raised to a negative power",
                    ));
                }
                if a < 0.0 && b.fract() != 0.0 && a.is_finite() && b.is_finite() {
                    let (base, exponent) = (complex(a, 0.0), complex(b, 0.0));
                    let result = text::complex::power(base, exponent);
                    return self.complex_result(result).map(Some);
                }
                let result = crate::elementary::pow(a, b);
                if result.is_infinite() && a.is_finite() && b.is_finite() {
                    return Err(self.raise_overflow("(34, 'Numerical result out of range')"));
                }
                result
            }
            _ => return Ok(None),
        };
        Ok(Some(Value::Float(result)))
    }

    pub(super) fn raise_overflow(&mut self, _shown: &str) -> Raised {
        let text = self.heap.str("Numerical result out of range");
        self.raise_value("OverflowError", &[Value::Int(34), text])
    }

    /// `op value`; the result goes on the stack.
    pub(super) fn unary(&mut self, op: UnaryOp, value: Value) -> Result<Called, Raised> {
        if op == UnaryOp::Not {
            let flow = self.truth_flow(value, true)?;
            return self.act(flow, super::OnReturn::Push);
        }
        if let Some(result) = self.unary_builtin(op, value) {
            self.stack.push(result);
            return Ok(Called::Done);
        }
        let (name, sign) = match op {
            UnaryOp::Neg => (self.names.neg, "-"),
            UnaryOp::Pos => (self.names.pos, "+"),
            _ => (self.names.invert, "~"),
        };
        match self.special(value, name) {
            Some(method) => self.call(method, super::Args::of(&[value]), super::OnReturn::Push),
            None if self.unwrap(value) != value => {
                let inner = self.unwrap(value);
                self.unary(op, inner)
            }
            None => {
                let text = format!(
                    "bad operand type for unary {sign}: '{}'",
                    self.type_name(value)
                );
                Err(self.type_error(&text))
            }
        }
    }

    /// `op value` of a number that is no instance of a Python class.
    pub(crate) fn unary_builtin(&mut self, op: UnaryOp, value: Value) -> Option<Value> {
        match (op, value) {
            (UnaryOp::Neg, Value::Int(i)) => match i.checked_neg() {
                Some(negative) => Some(Value::Int(negative)),
                None => Some(self.int_value(-BigInt::from(i))),
            },
            (UnaryOp::Neg, Value::Float(f)) => Some(Value::Float(-f)),
            (UnaryOp::Pos, Value::Float(f)) => Some(Value::Float(f)),
            _ if matches!(self.object(value), Some(Object::Instance(_))) => None,
            (UnaryOp::Neg, _) if self.is_complex(value) => {
                let z = self.complex_of(value).expect("a complex");
                Some(self.complex_value(complex(-z.real, -z.imag)))
            }
            (UnaryOp::Pos, _) if self.is_complex(value) => Some(value),
            _ => match (op, self.big(value)) {
                (UnaryOp::Neg, Some(big)) => Some(self.int_value(-big)),
                (UnaryOp::Pos, Some(big)) => Some(self.int_value(big)),
                (UnaryOp::Invert, Some(big)) => Some(self.int_value(-big - 1)),
                _ => None,
            },
        }
    }

    /// An error of the text rules as an exception.
    pub fn text_error(&mut self, error: text::TextError) -> Raised {
        use text::TextError as E;
        match error {
            E::Value(text) => self.raise("ValueError", &text),
            E::Type(text) => self.raise("TypeError", &text),
            E::Overflow(text) => self.raise("OverflowError", &text),
            E::Index(text) => self.raise("IndexError", &text),
            E::Key(text) => self.raise("KeyError", &text),
            E::Zero(text) => self.raise("ZeroDivisionError", &text),
            E::Memory => self.raise_value("MemoryError", &[]),
        }
    }
}

/// An int (or bool) of 64 bits.
pub fn small_int(value: Value) -> Option<i64> {
    match value {
        Value::Int(i) => Some(i),
        Value::Bool(b) => Some(i64::from(b)),
        _ => None,
    }
}

fn in_place_sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+=",
        BinaryOp::Sub => "-=",
        BinaryOp::Mul => "*=",
        BinaryOp::Div => "/=",
        BinaryOp::FloorDiv => "//=",
        BinaryOp::Mod => "%=",
        BinaryOp::Pow => "**=",
        BinaryOp::MatMul => "@=",
        BinaryOp::LShift => "<<=",
        BinaryOp::RShift => ">>=",
        BinaryOp::And => "&=",
        BinaryOp::Or => "|=",
        BinaryOp::Xor => "^=",
    }
}

/// The operator that a message names by `sign`.
pub(super) fn op_of_sign(sign: &str) -> Option<BinaryOp> {
    Some(match sign {
        "+" => BinaryOp::Add,
        "-" => BinaryOp::Sub,
        "*" => BinaryOp::Mul,
        "/" => BinaryOp::Div,
        "//" => BinaryOp::FloorDiv,
        "%" => BinaryOp::Mod,
        "** or pow()" | "**" => BinaryOp::Pow,
        "<<" => BinaryOp::LShift,
        ">>" => BinaryOp::RShift,
        "&" => BinaryOp::And,
        "|" => BinaryOp::Or,
        "^" => BinaryOp::Xor,
        _ => return None,
    })
}
