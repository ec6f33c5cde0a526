//! A Python value: small ones by themselves, the others by their place in the arena.

/// An object's index in the heap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref(pub u32);

/// A Python value. (The tag is as wide as what it tags: a copy of a value that was just written then reads what
/// was written at once, which a CPU does without waiting.)
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(u64)]
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
    /// A copy. Where a number was just computed, its tag and its bits are still on their way to memory one by one, and
    /// reading both at once would wait for them; so they are read one by one.
    #[inline(always)]
    pub fn copied(&self) -> Value {
        match *self {
            Value::Int(int) => Value::Int(int),
            Value::Float(float) => Value::Float(float),
            other => other,
        }
    }

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
