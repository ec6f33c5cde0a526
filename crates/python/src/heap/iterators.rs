//! Generators, awaiters and builtin iterators as the heap holds them.

use super::{LoadedCode, Ref, Value};
use crate::vm::Frame;
use std::rc::Rc;

/// A suspended frame with the values of its stack and the exceptions that it handles.
pub type Parked = Box<(Frame, Vec<Value>, Vec<Value>)>;

/// What a generator does at the moment.
#[derive(Clone, Debug)]
pub enum GeneratorState {
    /// Not started or at a `yield`: its frame and the values of its stack.
    Suspended(Parked),
    /// Its frame is on a thread.
    Running,
    /// Over.
    Finished,
}

/// What a body that can be suspended makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    /// A function with `yield`.
    Generator,
    /// The same, decorated with `types.coroutine`: it can be awaited too.
    IterableCoroutine,
    /// An `async def`.
    Coroutine,
    /// An `async def` with `yield`.
    AsyncGenerator,
}

impl GeneratorKind {
    /// Whether `for` and `next()` take it.
    pub fn is_iterator(self) -> bool {
        matches!(
            self,
            GeneratorKind::Generator | GeneratorKind::IterableCoroutine
        )
    }

    /// What CPython's messages call it.
    pub fn noun(self) -> &'static str {
        match self {
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
            _ => "generator",
        }
    }
}

/// What an [`Awaiter`] does when it is driven.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AwaiterAction {
    /// Drives a coroutine.
    Coroutine,
    /// `asend(value)`
    Send(Value),
    /// `athrow(exception)`
    Throw(Value),
    /// `aclose()`
    Close,
}

/// How far an [`Awaiter`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AwaiterState {
    /// Not driven yet.
    New,
    /// The generator is on its way to its next `yield`.
    Going,
    /// It can't be driven again.
    Over,
}

/// One step of an asynchronous generator to be awaited, or a coroutine as an iterator.
#[derive(Clone, Copy, Debug)]
pub struct Awaiter {
    /// The asynchronous generator, or the coroutine.
    pub generator: Ref,
    /// What it does.
    pub action: AwaiterAction,
    /// How far it is.
    pub state: AwaiterState,
}

/// A generator, a coroutine or an asynchronous generator.
#[derive(Clone, Debug)]
pub struct Generator {
    /// Which of them.
    pub kind: GeneratorKind,
    /// `__name__`
    pub name: Value,
    /// `__qualname__`
    pub qualname: Value,
    /// Its code.
    pub code: Rc<LoadedCode>,
    /// An asynchronous generator: one of its awaiters is under way.
    pub is_stepping: bool,
    /// Whether it is suspended where leaving it runs code of its own.
    pub is_guarded: bool,
    /// An asynchronous generator: the hook for the first iteration has had it.
    pub is_hooked: bool,
    /// Its state.
    pub state: GeneratorState,
    /// The box that its frame was in and will be in again, while it runs.
    pub spare: Option<Parked>,
    /// Whether it has run at all.
    pub started: bool,
    /// The iterator that a `yield from` is on, if it is on one.
    pub delegate: Value,
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
