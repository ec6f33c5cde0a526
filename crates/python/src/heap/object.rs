//! What a heap slot can hold.
//!
//! (Over 400 lines because it is the one table of what a slot can hold.)

use super::{Awaiter, BuiltinIterator, Dict, DictPart, Generator, Ref, Text, Value};
use crate::code::{Code, Instr, Symbol};
use crate::costs::Costs;
use crate::vm::{NativeFn, Opcode, Shortcut, cost_sums, ops_of};
use interleave_trace::ObjectId;
use num_bigint::BigInt;
use std::cell::Cell;
use std::rc::Rc;

/// A heap object.
#[derive(Clone, Debug)]
pub enum Object {
    /// `str`
    Str(Str),
    /// An `int` beyond 64 bits.
    BigInt(Rc<BigInt>),
    /// `complex`
    Complex {
        /// Real part.
        real: f64,
        /// Imaginary part.
        imag: f64,
    },
    /// `bytes`
    Bytes(Rc<[u8]>),
    /// `bytearray`
    ByteArray(Vec<u8>),
    /// `memoryview`
    MemoryView(Box<MemoryView>),
    /// `tuple`
    Tuple(Rc<[Value]>),
    /// `list`
    List(Vec<Value>),
    /// `dict`
    Dict(Box<Dict>),
    /// `set`: a dict without values.
    Set(Box<Dict>),
    /// `frozenset`
    FrozenSet(Box<Dict>),
    /// `range`
    Range(Box<Range>),
    /// `slice`
    Slice(Box<[Value; 3]>),
    /// A Python function.
    Function(Box<Function>),
    /// A function of the host.
    Native(Native),
    /// A method with its `self`.
    BoundMethod {
        /// The function.
        function: Value,
        /// Its first argument.
        receiver: Value,
    },
    /// A class.
    Class(Box<Class>),
    /// An instance of a Python class; of a builtin's subclass when `base` is set.
    Instance(Box<Instance>),
    /// An exception.
    Exception(Box<Exception>),
    /// A module.
    Module(Box<Module>),
    /// A closure's cell.
    Cell(Value),
    /// A generator, a coroutine or an asynchronous generator.
    Generator(Box<Generator>),
    /// What `coroutine.__await__()`, `agen.asend(…)`, `.athrow(…)`, `.aclose()` give.
    Awaiter(Box<Awaiter>),
    /// An iterator over something built in.
    Iterator(Box<BuiltinIterator>),
    /// `dict.keys()`, `.values()`, `.items()`
    DictView {
        /// The dict.
        dict: Ref,
        /// Which part.
        part: DictPart,
    },
    /// `property`
    Property(Box<Property>),
    /// `staticmethod`
    StaticMethod(Value),
    /// `classmethod`
    ClassMethod(Value),
    /// `super()`: start after `after` in the receiver's MRO.
    Super {
        /// The class whose successors are searched.
        after: Ref,
        /// `self` or the class.
        receiver: Value,
    },
    /// A code constant.
    Code(Rc<LoadedCode>),
    /// An instance of a class of the host (a lock, a random generator).
    Host(Box<Host>),
}

/// A `str`'s text.
#[derive(Debug)]
pub struct Str {
    /// The text.
    pub text: Text,
    /// Its length in code points.
    pub length: u32,
    /// Its hash, once somebody asked; 0 before.
    hash: Cell<i64>,
}

impl Clone for Str {
    fn clone(&self) -> Str {
        Str {
            text: self.text.twin(),
            length: self.length,
            hash: self.hash.clone(),
        }
    }
}

impl Str {
    /// From borrowed text.
    pub fn new(text: &str) -> Str {
        Str {
            length: length_of(text),
            text: Text::from(text),
            hash: Cell::new(0),
        }
    }

    /// From owned text.
    pub fn from_string(text: String) -> Str {
        Str {
            length: length_of(&text),
            text: Text::from(text),
            hash: Cell::new(0),
        }
    }

    /// Its hash, CPython's with `PYTHONHASHSEED=0`.
    #[inline]
    pub fn hash(&self) -> i64 {
        match self.hash.get() {
            0 => {
                let hash = crate::text::hash::text(&self.text);
                self.hash.set(hash);
                hash
            }
            hash => hash,
        }
    }

    /// This text with `other` behind it.
    pub fn joined(&self, other: &Str) -> Str {
        Str {
            text: self.text.joined(&other.text),
            length: self.length + other.length,
            hash: Cell::new(0),
        }
    }

    /// Whether every code point is one byte: indexing is then O(1).
    pub fn is_ascii(&self) -> bool {
        self.length as usize == self.text.byte_length()
    }
}

fn length_of(text: &str) -> u32 {
    if text.is_ascii() {
        text.len() as u32
    } else {
        text.chars().count() as u32
    }
}

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

/// A view of some bytes of `bytes` or a `bytearray`.
#[derive(Clone, Debug)]
pub struct MemoryView {
    /// Whose bytes; [`Value::None`] once released.
    pub owner: Value,
    /// Index of the first.
    pub start: i64,
    /// From one to the next.
    pub step: i64,
    /// How many.
    pub length: usize,
}

impl MemoryView {
    /// The owner's indices, in order.
    pub fn indices(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.length as i64).map(|at| (self.start + at * self.step) as usize)
    }
}

/// A Python function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its code.
    pub code: Rc<LoadedCode>,
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

impl LoadedCode {
    /// `code` with these constants, as the VM runs it: where `fuse` is set, frequent runs of instructions as one.
    pub fn new(code: Rc<Code>, consts: Vec<Value>, costs: &Costs, fuse: bool) -> LoadedCode {
        let is_simple = code.keyword_only_count == 0 && !code.has_varargs && !code.has_varkeywords;
        let shape = Shape {
            positional: code.positional_count,
            locals: code.locals.len() as u32,
            is_simple,
            is_plain: is_simple && code.cells.is_empty() && !code.is_generator && !code.is_async,
        };
        LoadedCode {
            ops: ops_of(&code, fuse),
            cost_sums: cost_sums(&code, costs),
            shape,
            consts,
            code,
        }
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

/// A small map from names to values, in order of insertion.
#[derive(Clone, Debug, Default)]
pub struct Attrs {
    keys: Vec<Symbol>,
    values: Vec<Value>,
}

impl Attrs {
    /// The value of `key`.
    #[inline]
    pub fn get(&self, key: Symbol) -> Option<Value> {
        self.keys
            .iter()
            .position(|&k| k == key)
            .map(|index| self.values[index])
    }

    /// Sets `key`; true when it is new.
    pub fn set(&mut self, key: Symbol, value: Value) -> bool {
        match self.keys.iter().position(|&k| k == key) {
            Some(index) => {
                self.values[index] = value;
                false
            }
            None => {
                self.keys.push(key);
                self.values.push(value);
                true
            }
        }
    }

    /// Removes `key`.
    pub fn remove(&mut self, key: Symbol) -> Option<Value> {
        let index = self.keys.iter().position(|&k| k == key)?;
        self.keys.remove(index);
        Some(self.values.remove(index))
    }

    /// All pairs in order of insertion.
    pub fn iter(&self) -> impl Iterator<Item = (Symbol, Value)> + '_ {
        self.keys.iter().copied().zip(self.values.iter().copied())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

/// How the instances of a class are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Plain attributes.
    Plain,
    /// An exception.
    Exception,
    /// Wraps a value of this builtin class (`class Stack(list)`), or is it.
    Builtin(Ref),
    /// Made by the host only, with its own state.
    Host,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// `__name__`
    pub name: Rc<str>,
    /// `__qualname__`
    pub qualname: Rc<str>,
    /// `__module__`
    pub module: Rc<str>,
    /// `__bases__`
    pub bases: Vec<Ref>,
    /// `__mro__`, itself first.
    pub mro: Vec<Ref>,
    /// Its namespace.
    pub attrs: Attrs,
    /// Its instances' layout.
    pub layout: Layout,
    /// Its metaclass where it is not `type`.
    pub metaclass: Option<Ref>,
    /// The names in `__slots__`, its bases' among them.
    pub slots: Rc<[Symbol]>,
    /// Whether its instances have a `__del__`.
    pub has_del: bool,
    /// Whether its instances can have any attribute.
    pub instance_dict: bool,
    /// The classes derived from it directly.
    pub subclasses: Vec<Ref>,
}

/// An instance of a Python class.
#[derive(Clone, Debug)]
pub struct Instance {
    /// Its class.
    pub class: Ref,
    /// Its attributes.
    pub attrs: Attrs,
    /// The builtin value inside, for a subclass of a builtin class; else [`Value::Unbound`].
    pub base: Value,
    /// Once `__dict__` was asked for: the dict that holds its attributes from then on (`attrs` keeps slots only).
    pub dict: Option<Ref>,
    /// Whether its class has a `__del__` that has not run for it yet.
    pub awaits_del: bool,
}

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

/// A module: a namespace with a name.
#[derive(Clone, Debug)]
pub struct Module {
    /// `__name__`
    pub name: Rc<str>,
    /// Globals by symbol number; [`Value::Unbound`] where there is none.
    pub globals: Vec<Value>,
    /// Names in order of first binding.
    pub order: Vec<Symbol>,
    /// Whether its code belongs to the library: hidden from steps and marks.
    pub is_library: bool,
    /// Whether its body is running for the first time.
    pub is_loading: bool,
    /// The dict that shows its globals, once it was asked for.
    pub dict: Option<Ref>,
}

impl Module {
    /// The value of global `name`.
    #[inline(always)]
    pub fn get(&self, name: Symbol) -> Value {
        self.globals
            .get(name.0 as usize)
            .copied()
            .unwrap_or(Value::Unbound)
    }

    /// Sets global `name`.
    pub fn set(&mut self, name: Symbol, value: Value) {
        let index = name.0 as usize;
        if index >= self.globals.len() {
            self.globals.resize(index + 1, Value::Unbound);
        }
        if self.globals[index].is_unbound() && !self.order.contains(&name) {
            self.order.push(name);
        }
        self.globals[index] = value;
    }
}

/// `property`
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// Getter or [`Value::None`].
    pub getter: Value,
    /// Setter or [`Value::None`].
    pub setter: Value,
    /// Deleter or [`Value::None`].
    pub deleter: Value,
    /// `__doc__`
    pub doc: Value,
}

/// An instance of a class of the host. Its state is plain numbers and values, so that it is cloned
/// with the heap; what they mean is the primitive's own affair.
#[derive(Clone, Debug)]
pub struct Host {
    /// Its class.
    pub class: Ref,
    /// Attributes set from Python.
    pub attrs: Attrs,
    /// Values that it keeps.
    pub values: Vec<Value>,
    /// Numbers that it keeps.
    pub numbers: Vec<i64>,
    /// A larger state of its own (a random generator's), copied on write.
    pub words: Rc<Vec<u32>>,
    /// Its row in the trace, once it has one.
    pub traced: Option<ObjectId>,
}

impl Object {
    /// Bytes of the buffers behind the object, roughly.
    pub fn buffer_bytes(&self) -> u64 {
        (match self {
            Object::Str(text) => text.text.own_bytes(),
            Object::Bytes(bytes) => bytes.len(),
            Object::ByteArray(bytes) => bytes.len(),
            Object::Tuple(items) => items.len() * 16,
            Object::List(items) => items.len() * 16,
            Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => {
                64 + dict.len() * 48
            }
            Object::BigInt(int) => int.bits() as usize / 8,
            Object::Function(_) | Object::Class(_) | Object::Module(_) => 256,
            Object::Instance(instance) => 64 + instance.attrs.len() * 20,
            Object::Exception(_) | Object::Generator(_) | Object::Host(_) => 200,
            _ => 16,
        }) as u64
    }
}
