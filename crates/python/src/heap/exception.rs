//! Exceptions and the lines of their tracebacks. Knows no text of them.

use super::{Attrs, Ref, Value};
use crate::code::Code;
use std::rc::Rc;

/// Where an exception passed: one line of a traceback, outermost last as it is raised.
#[derive(Clone, Debug)]
pub struct TracebackEntry {
    /// The code.
    pub code: Rc<Code>,
    /// The instruction.
    pub instr: u32,
    /// The module whose code it is.
    pub module: Ref,
}

/// An exception.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Its class.
    pub class: Ref,
    /// `args`, a tuple.
    pub args: Value,
    /// Other attributes.
    pub attrs: Attrs,
    /// Frames passed, innermost first.
    pub traceback: Vec<TracebackEntry>,
    /// `__cause__`
    pub cause: Value,
    /// `__context__`
    pub context: Value,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// An exception group's `exceptions`, a tuple; an OSError's `filename`; else [`Value::Unbound`].
    pub payload: Value,
    /// A name for "Did you mean" hints: the missing name, and the object for an attribute.
    pub hint: Option<Box<(Rc<str>, Value)>>,
}
