//! Frames and what happens to a frame's result.

use super::{Caught, Flow, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{LoadedCode, Ref, Value};
use smallvec::SmallVec;
use std::rc::Rc;

/// One activation of a code object. Its locals and its value stack lie on the thread's stack.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The code.
    pub code: Rc<LoadedCode>,
    /// The next instruction.
    pub ip: usize,
    /// Where its locals begin.
    pub base: usize,
    /// Where the thread's stack is cut when it returns.
    pub bottom: usize,
    /// The module whose globals it sees.
    pub module: Ref,
    /// Its cells, own ones first.
    pub cells: Vec<Ref>,
    /// A class body's namespace.
    pub namespace: Option<Ref>,
    /// How many exceptions were being handled when it began.
    pub handled_base: usize,
    /// What happens to its result.
    pub on_return: OnReturn,
    /// The generator whose body it is.
    pub generator: Option<Ref>,
}

impl Frame {
    /// A frame of the same code that holds nothing.
    pub(super) fn vacant(&self) -> Frame {
        Frame {
            code: self.code.clone(),
            ip: 0,
            base: 0,
            bottom: 0,
            module: self.module,
            cells: Vec::new(),
            namespace: None,
            handled_base: 0,
            on_return: OnReturn::Push,
            generator: None,
        }
    }

    /// The values that it keeps alive.
    pub fn roots(&self, see: &mut impl FnMut(Value)) {
        self.code.consts.iter().for_each(|&value| see(value));
        self.cells.iter().for_each(|&cell| see(Value::Obj(cell)));
        self.namespace
            .iter()
            .for_each(|&namespace| see(Value::Obj(namespace)));
        self.generator
            .iter()
            .for_each(|&generator| see(Value::Obj(generator)));
        see(Value::Obj(self.module));
        self.on_return.roots(see);
    }
}

/// What native code keeps for the time after a call: a few values lie where they are kept.
pub type Kept = SmallVec<[Value; 4]>;

/// What to do with a result, by native code.
#[derive(Clone)]
pub struct Then {
    /// Goes on with the state and the result.
    pub function: fn(&mut Vm, Then, Value) -> Result<Flow, Raised>,
    /// What it needs.
    pub state: Kept,
    /// What goes on after it, where it needs to know.
    pub after: Option<Box<Then>>,
}

impl Then {
    /// Goes on with `function` and this state.
    pub fn new(
        function: fn(&mut Vm, Then, Value) -> Result<Flow, Raised>,
        state: impl Into<Kept>,
    ) -> Then {
        Then {
            function,
            state: state.into(),
            after: None,
        }
    }

    fn roots(&self, see: &mut impl FnMut(Value)) {
        let mut then = Some(self);
        while let Some(this) = then {
            this.state.iter().for_each(|&value| see(value));
            then = this.after.as_deref();
        }
    }
}

impl std::fmt::Debug for Then {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<then {:?}>", self.state)
    }
}

/// A class statement whose body is running.
#[derive(Clone, Debug)]
pub struct ClassBuild {
    /// Its name.
    pub name: Value,
    /// Its bases.
    pub bases: Vec<Value>,
    /// The bases as written, where `__mro_entries__` replaced one.
    pub original_bases: Option<Vec<Value>>,
    /// Keyword arguments but `metaclass`.
    pub keywords: Vec<(Symbol, Value)>,
    /// The metaclass; [`Value::Unbound`] for `type`.
    pub metaclass: Value,
    /// The body's namespace, a dict.
    pub namespace: Ref,
}

/// An operator whose method may answer `NotImplemented`.
#[derive(Clone, Debug)]
pub struct OperatorCall {
    /// Left operand.
    pub left: Value,
    /// Right operand.
    pub right: Value,
    /// Methods still to be tried: `(receiver, argument, name)`, the next one last.
    pub rest: Vec<(Value, Value, Symbol)>,
    /// What it says when nobody knows.
    pub otherwise: Otherwise,
}

/// What an operator does when both sides answer `NotImplemented`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// TypeError: unsupported operand type(s) for this sign.
    Unsupported(&'static str),
    /// `==`: identity.
    Identity,
    /// `!=`: not identity.
    NotIdentity,
    /// TypeError: this comparison not supported.
    NotOrdered(&'static str),
    /// `!=` by way of `__eq__`: its truth turned round, else not identity.
    InvertEq,
}

/// What happens to a result.
#[derive(Clone, Debug)]
pub enum OnReturn {
    /// It goes on the stack.
    Push,
    /// Nothing.
    Discard,
    /// It must be None: the object made goes on the stack.
    Init(Value),
    /// Its truth goes on the stack.
    Truth {
        /// Turned round.
        negate: bool,
    },
    /// An operator's method has answered.
    Operator(Box<OperatorCall>),
    /// An item of a `for` loop; when the iterator ends the loop is left to `target`.
    ForIter {
        /// Where the loop is left to.
        target: u32,
    },
    /// A call of an iterator's `__next__` by native code: StopIteration becomes the default.
    Next(Box<(Value, OnReturn)>),
    /// An item of `yield from`; when the iterator ends, its result replaces it and the code goes on at `target`.
    Send {
        /// Where it goes on.
        target: u32,
    },
    /// `generator.close()`
    Close(Box<OnReturn>),
    /// A step of an asynchronous generator, asked for by this awaiter.
    AsyncStep(Box<(Ref, OnReturn)>),
    /// A class body has run.
    Class(Box<ClassBuild>),
    /// An import has run the module: this value goes on the stack.
    Module(Value),
    /// `__getattr__` is tried when this raises AttributeError.
    Getattr(Box<(Value, Symbol)>),
    /// Native code goes on.
    Then(Box<(Then, OnReturn)>),
    /// Native code goes on, after an exception too.
    Catch(Box<Caught>),
    /// A nested call is over.
    Nested,
    /// The thread is over.
    Thread,
}

impl OnReturn {
    pub(super) fn roots(&self, see: &mut impl FnMut(Value)) {
        match self {
            OnReturn::Init(value) | OnReturn::Module(value) => see(*value),
            OnReturn::Next(parts) => {
                see(parts.0);
                parts.1.roots(see);
            }
            OnReturn::Close(outer) => outer.roots(see),
            OnReturn::AsyncStep(parts) => {
                see(Value::Obj(parts.0));
                parts.1.roots(see);
            }
            OnReturn::Operator(call) => {
                see(call.left);
                see(call.right);
                call.rest.iter().for_each(|&(a, b, _)| {
                    see(a);
                    see(b);
                });
            }
            OnReturn::Class(build) => {
                see(build.name);
                see(build.metaclass);
                see(Value::Obj(build.namespace));
                let original = build.original_bases.iter().flatten();
                build
                    .bases
                    .iter()
                    .chain(original)
                    .for_each(|&base| see(base));
                build.keywords.iter().for_each(|&(_, value)| see(value));
            }
            OnReturn::Getattr(parts) => see(parts.0),
            OnReturn::Then(parts) => {
                parts.0.roots(see);
                parts.1.roots(see);
            }
            OnReturn::Catch(parts) => {
                parts.catch.state.iter().for_each(|&value| see(value));
                parts.outer.roots(see);
            }
            _ => {}
        }
    }
}
