//! A Python value: small ones by themselves, the others by their place in the arena.

/// An object's index in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref(pub u32);

/// A Python value.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Value {
    /// No value: an unset local, cell or slot. Never seen by Python code.
    Unbound,
    /// `None`
    #[default]
    None,
    /// `True` or `False`
    Bool(bool),
    /// An `int` that fits 64 bits.
    Int(i64),
    /// A `float`.
    Float(f64),
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// Anything else.
    Obj(Ref),
}

impl Value {
    /// Whether both are the same object (`is`); ints and floats by value.
    pub fn is(self, other: Value) -> bool {
        match (self, other) {
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            _ => self == other,
        }
    }

    /// The heap object, if it is one.
    #[inline(always)]
    pub fn as_ref(self) -> Option<Ref> {
        match self {
            Value::Obj(r) => Some(r),
            _ => None,
        }
    }

    /// Whether there is no value.
    #[inline(always)]
    pub fn is_unbound(self) -> bool {
        matches!(self, Value::Unbound)
    }

    /// Whether it is `None`.
    #[inline(always)]
    pub fn is_none(self) -> bool {
        matches!(self, Value::None)
    }
}
