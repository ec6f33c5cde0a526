//! Generators, coroutines and what awaits them. Knows no way to resume them.

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

    /// Whether it is closed when its last holder lets go of it: by itself, or by the event loop's hook.
    pub fn closes_when_dropped(self) -> bool {
        self != GeneratorKind::Coroutine
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
