//! Ranges, and the iterators over builtin kinds. Knows no step of them.

use super::{Ref, Value};
use std::rc::Rc;

/// `range(start, stop, step)` within 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First number.
    pub start: i64,
    /// Bound, exclusive.
    pub stop: i64,
    /// Step, not 0.
    pub step: i64,
}

impl Range {
    /// How many numbers it has.
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (self.start as i128, self.stop as i128, self.step as i128);
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 {
            0
        } else {
            ((span - 1) / step.abs() + 1) as u64
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A part of a dict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    /// Keys.
    Keys,
    /// Values.
    Values,
    /// Pairs.
    Items,
}

/// An iterator over something built in.
#[derive(Clone, Debug)]
pub enum BuiltinIterator {
    /// Over a list or tuple, by index.
    Sequence {
        /// The list or tuple; [`Value::Unbound`] once exhausted.
        items: Value,
        /// Next index.
        index: usize,
    },
    /// Backwards over a list or tuple.
    Reversed {
        /// The list or tuple.
        items: Value,
        /// Items left.
        left: usize,
    },
    /// Over a range.
    Range {
        /// Next number.
        next: i64,
        /// Step.
        step: i64,
        /// Numbers left.
        left: u64,
    },
    /// Over the code points of a str.
    Str {
        /// The text.
        text: Rc<str>,
        /// Next byte.
        offset: usize,
    },
    /// Over bytes.
    Bytes {
        /// The bytes.
        bytes: Rc<[u8]>,
        /// Next index.
        index: usize,
    },
    /// Over a dict or a set.
    Dict {
        /// The dict, set or frozenset.
        dict: Ref,
        /// Which part.
        part: DictPart,
        /// Next entry.
        index: usize,
        /// How many entries there were at the start: a change is an error.
        length: usize,
        /// Backwards.
        reversed: bool,
    },
    /// `enumerate` of a builtin iterator.
    Enumerate {
        /// The iterator.
        inner: Value,
        /// Next number.
        index: i64,
    },
    /// `zip` of builtin iterators.
    Zip {
        /// The iterators, a tuple.
        inners: Value,
    },
    /// A generator behind a class of the library (`itertools.chain`).
    Driven {
        /// The class.
        class: Ref,
        /// The generator that makes the items.
        generator: Ref,
    },
    /// `obj.__getitem__(0)`, `(1)` … is done by the library; `iter(callable, sentinel)` too.
    Empty,
}
