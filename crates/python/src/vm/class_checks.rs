//! `isinstance` and `issubclass`, with the hooks that a metaclass may have. Source: CPython 3.11,
//! Objects/abstract.c `object_isinstance` and `object_issubclass`.

use super::{Args, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Object, Ref, Value};

/// Builtin classes with `__class_getitem__`.
const GENERIC: [&str; 8] = [
    "list",
    "dict",
    "tuple",
    "set",
    "frozenset",
    "type",
    "enumerate",
    "BaseExceptionGroup",
];

impl Vm {
    /// Whether a class that does not say it itself can be subscripted: some builtins, and the library's classes, so
    /// that `queue.Queue[int]` stands in an annotation.
    pub(super) fn is_generic(&self, class: Ref) -> bool {
        let class = self.class(class);
        if &*class.module == "builtins" {
            return GENERIC.contains(&&*class.name);
        }
        match self.modules.get(&class.module).map(|&r| self.heap.get(r)) {
            Some(Object::Module(module)) => module.is_library,
            _ => self.registry.find(&class.module).is_some() || class.module.starts_with('_'),
        }
    }

    /// `isinstance(value, wanted)`.
    pub fn is_instance_of(&mut self, value: Value, wanted: Value) -> Result<bool, Raised> {
        if let Some(Object::Class(class)) = self.object(wanted) {
            let is_plain = class.metaclass.is_none();
            let known = wanted.as_ref().expect("a class is an object");
            if self.class_of(value) == known || is_plain {
                return Ok(self.is_instance(value, known) || self.claims_class(value, known)?);
            }
        }
        let hook = self.symbols.intern("__instancecheck__");
        if let Some(answer) = self.hook_answer(hook, wanted, value)? {
            return Ok(answer);
        }
        match self.object(wanted) {
            Some(Object::Class(_)) => {
                Ok(self.is_instance(value, wanted.as_ref().expect("an object")))
            }
            Some(Object::Tuple(items)) => {
                for &item in items.clone().iter() {
                    if self.is_instance_of(value, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => {
                let text = "isinstance() arg 2 must be a type, a tuple of types, or a union";
                Err(self.type_error(text))
            }
        }
    }

    /// An object whose `__class__` is a property (a mock's) is an instance of what that says, too.
    fn claims_class(&mut self, value: Value, known: Ref) -> Result<bool, Raised> {
        if !matches!(self.object(value), Some(Object::Instance(_))) {
            return Ok(false);
        }
        let name = self.names.class;
        let Some(found) = self.special(value, name) else {
            return Ok(false);
        };
        if !matches!(self.object(found), Some(Object::Property(_))) {
            return Ok(false);
        }
        let claimed = self.get_attr_nested(value, name)?;
        Ok(match claimed {
            Value::Obj(class) if matches!(self.heap.get(class), Object::Class(_)) => {
                self.is_subclass(class, known)
            }
            _ => false,
        })
    }

    /// `issubclass(class, wanted)`.
    pub fn is_subclass_of(&mut self, class: Value, wanted: Value) -> Result<bool, Raised> {
        let own = class.as_ref().expect("the caller has checked the class");
        if let Some(Object::Class(other)) = self.object(wanted)
            && other.metaclass.is_none()
        {
            return Ok(self.is_subclass(own, wanted.as_ref().expect("an object")));
        }
        let hook = self.symbols.intern("__subclasscheck__");
        if let Some(answer) = self.hook_answer(hook, wanted, class)? {
            return Ok(answer);
        }
        match self.object(wanted) {
            Some(Object::Class(_)) => {
                Ok(self.is_subclass(own, wanted.as_ref().expect("an object")))
            }
            Some(Object::Tuple(items)) => {
                for &item in items.clone().iter() {
                    if self.is_subclass_of(class, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => {
                let text = "issubclass() arg 2 must be a class, a tuple of classes, or a union";
                Err(self.type_error(text))
            }
        }
    }

    /// What a Python-made check of `wanted`'s class says, if there is one.
    fn hook_answer(
        &mut self,
        hook: Symbol,
        wanted: Value,
        asked: Value,
    ) -> Result<Option<bool>, Raised> {
        if matches!(self.object(wanted), Some(Object::Tuple(_))) {
            return Ok(None);
        }
        let Some(check) = self.special(wanted, hook) else {
            return Ok(None);
        };
        if let Some(Object::Native(_)) = self.object(check)
            && matches!(self.object(wanted), Some(Object::Class(_)))
        {
            // `type`'s own.
            return Ok(None);
        }
        let answer = self.call_nested(check, Args::of(&[wanted, asked]))?;
        self.truth_nested(answer).map(Some)
    }
}
