//! Code objects: what the compiler makes and the VM runs. Owns the instruction set and says what
//! each instruction does to the stack; knows neither the syntax tree nor the heap.

mod instr;
mod named;
mod symbol;

pub use instr::{AwaitedBy, BinaryOp, CompareOp, Conversion, Instr, UnaryOp};
pub use named::Named;
pub use symbol::{Symbol, Symbols};

use std::rc::Rc;

/// A constant text up to this length is interned, in bytes.
pub const LONGEST_INTERNED_BYTES: usize = 32;

/// A constant of the source.
#[derive(Clone, Debug, PartialEq)]
pub enum Const {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// An `int` of 64 bits.
    Int(i64),
    /// A longer `int`, in decimal.
    BigInt(String),
    /// A `float`.
    Float(f64),
    /// The imaginary part of a `complex`.
    Imaginary(f64),
    /// A `str`.
    Str(Rc<str>),
    /// A `bytes`.
    Bytes(Rc<[u8]>),
    /// `...`
    Ellipsis,
    /// A `tuple` of constants (keyword names of a call, folded tuples).
    Tuple(Vec<Const>),
    /// The code of a nested function, class body, lambda or comprehension.
    Code(Rc<Code>),
}

impl Const {
    /// A text that tells constants apart: `1`, `1.0`, `True` and `-0.0` are four. All code has the same.
    pub(crate) fn identity(&self) -> String {
        match self {
            Const::None => "None".to_owned(),
            Const::Bool(truth) => truth.to_string(),
            Const::Int(number) => number.to_string(),
            Const::BigInt(digits) => digits.clone(),
            Const::Float(number) => format!("f{}", number.to_bits()),
            Const::Imaginary(number) => format!("j{}", number.to_bits()),
            Const::Str(text) => format!("s{text}"),
            Const::Bytes(bytes) => {
                let mut shown = "b".to_owned();
                shown.extend(bytes.iter().map(|&byte| char::from(byte)));
                shown
            }
            Const::Ellipsis => "...".to_owned(),
            // Each with its length, so that what is inside can't look like two.
            Const::Tuple(items) => items.iter().fold("t".to_owned(), |shown, item| {
                let item = item.identity();
                format!("{shown}{} {item}", item.len())
            }),
            Const::Code(_) => "code".to_owned(),
        }
    }
}

/// A stretch of the source, in bytes from the file's start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

/// One row of the exception table: an exception raised by an instruction in `[start, end)` (that
/// no later row covers: inner rows come first) cuts the frame's value stack down to
/// `stack_depth`, its stack of handled exceptions down to `handled_depth`, then pushes the
/// exception on both and goes on at `target`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// Instruction after the last one covered.
    pub end: u32,
    /// Where to go on.
    pub target: u32,
    /// Values that stay on the frame's stack, below the exception.
    pub stack_depth: u32,
    /// How many `except`/`finally` bodies are active around the `try`.
    pub handled_depth: u32,
}

/// What a code object is the body of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeKind {
    /// A module: names are globals.
    Module,
    /// A class body: names live in the class namespace.
    Class,
    /// A function, lambda, comprehension or generator expression: names are fast locals.
    Function,
}

/// The body of a module, class or function.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// `__name__`: `<module>`, `<lambda>`, `<listcomp>` … as CPython names them.
    pub name: Rc<str>,
    /// `__qualname__`: with `Outer.` and `f.<locals>.`.
    pub qualname: Rc<str>,
    /// Which file it is from, as `Place` numbers files.
    pub file: u8,
    /// 1-based line of its `def`.
    pub first_line: u32,
    /// What it is the body of.
    pub kind: CodeKind,
    /// Whether calling it makes a generator, or an asynchronous one.
    pub is_generator: bool,
    /// Whether it is an `async def` or an asynchronous comprehension.
    pub is_async: bool,
    /// Whether its generators can be awaited (`types.coroutine`).
    pub is_iterable_coroutine: bool,
    /// Positional parameters, the positional-only ones among them.
    pub positional_count: u32,
    /// How many of those are positional-only.
    pub positional_only_count: u32,
    /// Keyword-only parameters.
    pub keyword_only_count: u32,
    /// Whether there is a `*args`; it comes after the keyword-only parameters.
    pub has_varargs: bool,
    /// Whether there is a `**kwargs`; it comes last of the parameters.
    pub has_varkeywords: bool,
    /// Fast locals: positional, keyword-only, `*args`, `**kwargs`, then the other locals.
    /// A comprehension's only parameter is `.0`, its outermost iterator.
    pub locals: Vec<Symbol>,
    /// Cells: this code's own first, then the free ones that its closure brings.
    pub cells: Vec<Symbol>,
    /// How many of `cells` are its own.
    pub own_cell_count: u32,
    /// For each own cell, the parameter that it starts with, if it is one.
    pub cell_parameters: Vec<Option<u32>>,
    /// Constants.
    pub consts: Vec<Const>,
    /// The instructions.
    pub instrs: Vec<Instr>,
    /// `spans[i]`: where instruction `i` comes from (the whole expression, as CPython's positions).
    pub spans: Vec<Span>,
    /// `lines[i]`: the 1-based line where `spans[i]` starts.
    pub lines: Vec<u32>,
    /// The exception table. Rows are disjoint and in order of `start`: each instruction has at most one.
    pub handlers: Vec<Handler>,
    /// `__doc__`, if the body starts with a string.
    pub doc: Option<Rc<str>>,
    /// The most values that the frame's stack holds.
    pub max_stack: u32,
}
