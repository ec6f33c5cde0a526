//! Operators of complex numbers, and bytes-like values seen as bytes.

use super::{Raised, Vm};
use crate::code::BinaryOp;
use crate::heap::{Object, Value};
use crate::text::TextError;
use crate::text::complex::{Complex, complex, divide, multiply, power};

impl Vm {
    pub(crate) fn is_complex(&self, value: Value) -> bool {
        matches!(self.object(value), Some(Object::Complex { .. }))
    }

    /// A number as a complex one.
    pub(crate) fn complex_of(&self, value: Value) -> Option<Complex> {
        match self.object(value) {
            Some(&Object::Complex { real, imag }) => Some(complex(real, imag)),
            _ => self.as_float(value).map(|real| complex(real, 0.0)),
        }
    }

    /// A `complex`.
    pub(crate) fn complex_value(&mut self, z: Complex) -> Value {
        let Complex { real, imag } = z;
        self.heap.value(Object::Complex { real, imag })
    }

    pub(super) fn complex_result(
        &mut self,
        result: Result<Complex, TextError>,
    ) -> Result<Value, Raised> {
        match result {
            Ok(z) => Ok(self.complex_value(z)),
            Err(error) => Err(self.text_error(error)),
        }
    }

    pub(super) fn complex_op(
        &mut self,
        op: BinaryOp,
        left: Value,
        right: Value,
    ) -> Result<Option<Value>, Raised> {
        let (Some(a), Some(b)) = (self.complex_of(left), self.complex_of(right)) else {
            return Ok(None);
        };
        let result = match op {
            BinaryOp::Add => Ok(complex(a.real + b.real, a.imag + b.imag)),
            BinaryOp::Sub => Ok(complex(a.real - b.real, a.imag - b.imag)),
            BinaryOp::Mul => Ok(multiply(a, b)),
            BinaryOp::Div => divide(a, b),
            BinaryOp::Pow => power(a, b),
            _ => return Ok(None),
        };
        self.complex_result(result).map(Some)
    }

    /// The bytes of a bytes-like value; none of anything else.
    pub(crate) fn byte_slice(&self, value: Value) -> Vec<u8> {
        match self.object(value) {
            Some(Object::Bytes(bytes)) => bytes.to_vec(),
            Some(Object::ByteArray(bytes)) => bytes.clone(),
            Some(Object::MemoryView(view)) => {
                let bytes = self.byte_slice(view.owner);
                view.indices()
                    .filter_map(|index| bytes.get(index).copied())
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}
