//! What a heap slot can hold: the one table of kinds. What a kind is made of lies in the files beside this one.

use super::{
    Awaiter, BuiltinIterator, Class, Dict, DictPart, Exception, Function, Generator, Host,
    Instance, LoadedCode, Module, Native, Property, Range, Ref, Str, Value,
};
use crate::vm::ParkedStack;
use num_bigint::BigInt;
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
    /// A stack that no thread is on.
    Stack(Box<ParkedStack>),
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
            Object::Stack(stack) => 4_000 + stack.bytes(),
            _ => 16,
        }) as u64
    }
}
