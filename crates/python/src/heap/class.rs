//! Classes, their instances and the attributes of both. Knows no look-up.

use super::{Ref, Value};
use crate::code::Symbol;
use interleave_trace::ObjectId;
use smallvec::SmallVec;
use std::rc::Rc;

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

/// The state of a host object that has no larger one: shared, as there are many of them.
pub fn no_words() -> Rc<Vec<u32>> {
    thread_local! {
        static NO_WORDS: Rc<Vec<u32>> = Rc::default();
    }
    NO_WORDS.with(Rc::clone)
}

/// Values of a host object: as many as a future has lie in the object itself.
pub type HostValues = SmallVec<[Value; 6]>;

/// Numbers of a host object, likewise.
pub type HostNumbers = SmallVec<[i64; 5]>;

/// An instance of a class of the host. Its state is plain numbers and values, so that it is cloned
/// with the heap; what they mean is the primitive's own affair.
#[derive(Clone, Debug)]
pub struct Host {
    /// Its class.
    pub class: Ref,
    /// Attributes set from Python.
    pub attrs: Attrs,
    /// Values that it keeps.
    pub values: HostValues,
    /// Numbers that it keeps.
    pub numbers: HostNumbers,
    /// A larger state of its own (a random generator's), copied on write.
    pub words: Rc<Vec<u32>>,
    /// Its row in the trace, once it has one.
    pub traced: Option<ObjectId>,
}
