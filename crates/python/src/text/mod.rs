//! Python's rules for text and numbers as CPython 3.11 has them: literals, `repr`,
//! formatting, string methods, seeded random numbers. Owns no Python object and knows
//! nothing of the VM: plain Rust values in, plain Rust values or a [`TextError`] out.

pub mod complex;
pub mod float;
pub mod format_number;
pub mod format_spec;
pub mod hash;
pub mod int;
pub mod number_hash;

pub mod repr;
pub mod slices;
pub mod strings;
pub(crate) mod unicode;
mod unicode_tables;

pub(crate) use unicode::decimal_value;

/// A Python exception that a rule raises, with CPython 3.11's exact message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// `ValueError`.
    Value(String),
    /// `TypeError`.
    Type(String),
    /// `OverflowError`.
    Overflow(String),
    /// `IndexError`.
    Index(String),
    /// `KeyError`.
    Key(String),
    /// `ZeroDivisionError`.
    Zero(String),
    /// `MemoryError`: the result would be larger than [`RESULT_LIMIT_BYTES`].
    Memory,
}

impl TextError {
    /// The exception class's name and its message.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            TextError::Value(message) => ("ValueError", message),
            TextError::Type(message) => ("TypeError", message),
            TextError::Overflow(message) => ("OverflowError", message),
            TextError::Index(message) => ("IndexError", message),
            TextError::Key(message) => ("KeyError", message),
            TextError::Zero(message) => ("ZeroDivisionError", message),
            TextError::Memory => ("MemoryError", ""),
        }
    }
}

/// The largest text or integer, in bytes, that one operation makes. A width or a shift
/// written by a visitor must end as a Python exception, not as an aborted engine.
pub const RESULT_LIMIT_BYTES: usize = 64 << 20;

/// `Err(Memory)` where a result of `bytes` would pass [`RESULT_LIMIT_BYTES`].
pub fn check_result_bytes(bytes: usize) -> Result<(), TextError> {
    if bytes > RESULT_LIMIT_BYTES {
        Err(TextError::Memory)
    } else {
        Ok(())
    }
}

pub(crate) fn value<T>(message: impl Into<String>) -> Result<T, TextError> {
    Err(TextError::Value(message.into()))
}
