//! Functions: Python's, with the code that they run as the VM has it, and the host's. Knows no call.

use super::{Attrs, Ref, Value};
use crate::code::{Code, Instr, Symbol};
use crate::costs::Costs;
use crate::vm::{NativeFn, Opcode, Shortcut, cost_sums, ops_of};
use std::rc::Rc;

/// A Python function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its code.
    pub code: Rc<LoadedCode>,
    /// The code constant that it was made of, which is loaded at the first call.
    pub made_of: Option<Ref>,
    /// The module whose globals it sees.
    pub module: Ref,
    /// `__name__`
    pub name: Value,
    /// `__qualname__`
    pub qualname: Value,
    /// Defaults of the last positional parameters.
    pub defaults: Vec<Value>,
    /// Defaults of keyword-only parameters.
    pub keyword_defaults: Vec<(Symbol, Value)>,
    /// The cells of its free names.
    pub closure: Vec<Ref>,
    /// `__annotations__`
    pub annotations: Value,
    /// `__doc__`
    pub doc: Value,
    /// Attributes set on it.
    pub attrs: Attrs,
}

/// A code object whose constants live in the heap.
#[derive(Debug)]
pub struct LoadedCode {
    /// The code.
    pub code: Rc<Code>,
    /// Its constants as values.
    pub consts: Vec<Value>,
    /// What the instruction loop runs.
    pub(crate) ops: Box<[Opcode]>,
    /// `cost_sums[i]`: what the first `i` instructions cost together, in ps, modulo 2³².
    pub cost_sums: Box<[u32]>,
    /// What a call needs to know of it.
    pub shape: Shape,
}

/// What a call needs to know of a code object.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Positional parameters.
    pub positional: u32,
    /// Fast locals.
    pub locals: u32,
    /// Whether positional parameters are all that it has.
    pub is_simple: bool,
    /// Whether, besides, it has no cells and is no generator.
    pub is_plain: bool,
}

impl Shape {
    fn of(code: &Code) -> Shape {
        let is_simple = code.keyword_only_count == 0 && !code.has_varargs && !code.has_varkeywords;
        Shape {
            positional: code.positional_count,
            locals: code.locals.len() as u32,
            is_simple,
            is_plain: is_simple && code.cells.is_empty() && !code.is_generator && !code.is_async,
        }
    }
}

impl LoadedCode {
    /// `code` with these constants, as the VM runs it: where `fuse` is set, frequent runs of instructions as one.
    pub fn new(code: Rc<Code>, consts: Vec<Value>, costs: &Costs, fuse: bool) -> LoadedCode {
        LoadedCode {
            ops: ops_of(&code, fuse),
            cost_sums: cost_sums(&code, costs),
            shape: Shape::of(&code),
            consts,
            code,
        }
    }

    /// `code` as it is until somebody calls it.
    pub fn bare(code: Rc<Code>) -> LoadedCode {
        LoadedCode {
            ops: Box::default(),
            cost_sums: Box::default(),
            shape: Shape::of(&code),
            consts: Vec::new(),
            code,
        }
    }

    /// Whether it can run.
    #[inline]
    pub fn is_ready(&self) -> bool {
        !self.ops.is_empty()
    }

    /// Whether instruction `index` is an augmented assignment's operator.
    pub fn is_in_place(&self, index: usize) -> bool {
        matches!(self.code.instrs[index], Instr::InPlace(_))
    }
}

/// A function of the host.
#[derive(Clone, Copy)]
pub struct Native {
    /// `__name__`
    pub name: &'static str,
    /// What it does.
    pub function: NativeFn,
    /// Whether it takes `self` when found on a class.
    pub binds: bool,
    /// The class or module that it was made for.
    pub owner: Option<Ref>,
    /// How the instruction loop may answer for it.
    pub shortcut: Option<Shortcut>,
}

impl std::fmt::Debug for Native {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<native {}>", self.name)
    }
}
