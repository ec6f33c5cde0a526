//! Attribute access: `obj.name`, `obj.name = …`, `del obj.name`. Source: CPython 3.11,
//! Objects/object.c `_PyObject_GenericGetAttrWithDict` and Objects/typeobject.c `type_getattro`.
//! (Over 400 lines because reading an attribute is one search with many stops.)

use super::{Args, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Object, Ref, Value};

/// What an attribute look-up gives.
#[derive(Clone, Debug)]
pub enum Attribute {
    /// The value.
    Value(Value),
    /// A function found on the class, to be called with the object as `self`.
    Method(Value),
    /// The result of this call.
    Call(Value, Args),
}

impl Vm {
    /// A name in a class's MRO.
    pub fn lookup(&mut self, class: Ref, name: Symbol) -> Option<Value> {
        let slot = (class.0 as usize)
            .wrapping_mul(31)
            .wrapping_add(name.0 as usize)
            & 1023;
        if let Some((cached_class, cached_name, found)) = self.method_cache[slot]
            && cached_class == class
            && cached_name == name
        {
            return found;
        }
        let Object::Class(object) = self.heap.get(class) else {
            return None;
        };
        let found = object
            .mro
            .iter()
            .find_map(|&base| self.class(base).attrs.get(name));
        std::rc::Rc::make_mut(&mut self.method_cache)[slot] = Some((class, name, found));
        self.has_cached_methods = true;
        found
    }

    /// A special method of a value's class.
    pub fn special(&mut self, value: Value, name: Symbol) -> Option<Value> {
        let class = self.class_of(value);
        self.lookup(class, name)
    }

    /// A special method written in Python.
    pub fn python_special(&mut self, value: Value, name: Symbol) -> Option<Value> {
        let method = self.special(value, name)?;
        (!matches!(self.object(method), Some(Object::Native(_)))).then_some(method)
    }

    /// Likewise, by its name.
    pub fn python_special_named(&mut self, value: Value, name: &str) -> Option<Value> {
        let name = self.symbols.intern(name);
        self.python_special(value, name)
    }

    /// Sets a name in a class's own namespace.
    pub fn set_class_attr(&mut self, class: Ref, name: Symbol, value: Value) {
        if let Object::Class(class) = self.heap.get_mut(class) {
            class.attrs.set(name, value);
        }
        self.forget_cached_methods();
    }

    pub(super) fn forget_cached_methods(&mut self) {
        if std::mem::take(&mut self.has_cached_methods) {
            std::rc::Rc::make_mut(&mut self.method_cache).fill(None);
        }
        self.sites.clear();
    }

    /// `object.name`, as a value or as what is to be called for it.
    pub fn get_attribute(&mut self, object: Value, name: Symbol) -> Result<Attribute, Raised> {
        let class = self.class_of(object);
        if self.may_override(object) {
            let own = self.lookup(class, self.names.getattribute);
            if let Some(function) =
                own.filter(|&f| matches!(self.object(f), Some(Object::Function(_))))
            {
                let key = self.symbol_value(name);
                return Ok(Attribute::Call(function, Args::of(&[object, key])));
            }
        }
        if let Some(found) = self.find_attribute(object, class, name)? {
            return Ok(found);
        }
        if let Some(fallback) = self.lookup(class, self.names.getattr) {
            let key = self.symbol_value(name);
            return Ok(Attribute::Call(fallback, Args::of(&[object, key])));
        }
        if let Some(part) = self.part_of_library(object, name)? {
            return Ok(Attribute::Value(part));
        }
        if let Some(Object::Module(module)) = self.object(object) {
            let known = self
                .registry
                .cpython_has(&module.name, &self.symbol_name(name));
            if module.is_library && known != Some(false) {
                let what = format!(
                    "{}.{} is not available in Interleave yet",
                    module.name,
                    self.symbol_name(name)
                );
                return Err(self.not_supported(&what));
            }
        }
        Err(self.attribute_error(object, name))
    }

    /// Whether the object's class may be a Python class, with a `__getattribute__` of its own.
    fn may_override(&self, object: Value) -> bool {
        match self.object(object) {
            Some(Object::Instance(_)) => true,
            Some(Object::Class(class)) => class.metaclass.is_some(),
            _ => false,
        }
    }

    /// The attribute without `__getattr__`; `None` where there is none.
    pub fn find_attribute(
        &mut self,
        object: Value,
        class: Ref,
        name: Symbol,
    ) -> Result<Option<Attribute>, Raised> {
        match self.object(object) {
            Some(Object::Class(_)) => return self.find_class_attribute(object, class, name),
            Some(Object::Super { after, receiver }) => {
                let (after, receiver) = (*after, *receiver);
                return self.find_super_attribute(after, receiver, name);
            }
            Some(Object::Module(module)) => {
                let value = module.get(name);
                if !value.is_unbound() {
                    return Ok(Some(Attribute::Value(value)));
                }
            }
            _ => {}
        }
        let on_class = self.lookup(class, name);
        if let Some(found) = on_class
            && self.is_data_descriptor(found)
        {
            return self.bind(found, object, class).map(Some);
        }
        if let Some(value) = self.own_attribute(object, name) {
            return Ok(Some(Attribute::Value(value)));
        }
        match on_class {
            Some(found) => self.bind(found, object, class).map(Some),
            None => self.computed_attribute(object, name),
        }
    }

    /// An attribute that the object itself holds.
    pub fn own_attribute(&self, object: Value, name: Symbol) -> Option<Value> {
        match self.object(object)? {
            Object::Instance(instance) => match (instance.attrs.get(name), instance.dict) {
                (Some(value), _) => Some(value),
                (None, Some(dict)) => self.named_entry(dict, name),
                (None, None) => None,
            },
            Object::Exception(exception) => exception.attrs.get(name),
            Object::Function(function) => function.attrs.get(name),
            Object::Host(host) => host.attrs.get(name),
            _ => None,
        }
    }

    /// The value of a name in a dict of attributes.
    fn named_entry(&self, dict: Ref, name: Symbol) -> Option<Value> {
        let Object::Dict(dict) = self.heap.get(dict) else {
            return None;
        };
        let wanted = self.symbols.name(name);
        let same = |key: Value| match self.object(key) {
            Some(Object::Str(text)) => text.text == *wanted,
            _ => false,
        };
        dict.iter()
            .find(|entry| same(entry.key))
            .map(|entry| entry.value)
    }

    pub(super) fn find_class_attribute(
        &mut self,
        object: Value,
        meta: Ref,
        name: Symbol,
    ) -> Result<Option<Attribute>, Raised> {
        let class = object.as_ref().expect("a class is an object");
        let on_meta = self.lookup(meta, name);
        if let Some(found) = on_meta.filter(|&found| self.is_data_descriptor(found)) {
            return self.bind(found, object, meta).map(Some);
        }
        if name != self.names.name
            && name != self.names.qualname
            && name != self.names.dict
            && let Some(found) = self.lookup(class, name)
        {
            return self.bind_from_class(found, class).map(Some);
        }
        if let Some(value) = self.computed_attribute(object, name)? {
            return Ok(Some(value));
        }
        match on_meta {
            Some(found) => self.bind(found, object, meta).map(Some),
            None => Ok(None),
        }
    }

    pub(super) fn find_super_attribute(
        &mut self,
        after: Ref,
        receiver: Value,
        name: Symbol,
    ) -> Result<Option<Attribute>, Raised> {
        let receiver_class = match self.object(receiver) {
            Some(Object::Class(class)) if class.mro.contains(&after) => {
                receiver.as_ref().expect("an object")
            }
            _ => self.class_of(receiver),
        };
        let mro = self.class(receiver_class).mro.clone();
        let rest = mro.iter().skip_while(|&&base| base != after).skip(1);
        let found = rest
            .copied()
            .find_map(|base| self.class(base).attrs.get(name));
        let Some(found) = found else {
            if name == self.names.class {
                return Ok(Some(Attribute::Value(Value::Obj(self.types.super_))));
            }
            let text = format!(
                "'super' object has no attribute '{}'",
                self.symbol_name(name)
            );
            return Err(self.raise("AttributeError", &text));
        };
        let is_class_receiver = receiver.as_ref() == Some(receiver_class);
        if is_class_receiver && !matches!(self.object(found), Some(Object::ClassMethod(_))) {
            return self.bind_from_class(found, receiver_class).map(Some);
        }
        Ok(Some(match self.bind(found, receiver, receiver_class)? {
            Attribute::Method(function) => Attribute::Value(self.bound(function, receiver)),
            other => other,
        }))
    }

    pub(super) fn is_data_descriptor(&mut self, found: Value) -> bool {
        match self.object(found) {
            Some(Object::Property(_)) => true,
            Some(Object::Instance(_) | Object::Host(_)) => {
                self.special(found, self.names.set).is_some()
                    || self.special(found, self.names.delete).is_some()
            }
            _ => false,
        }
    }

    /// What a name found on the class means for an instance.
    pub(super) fn bind(
        &mut self,
        found: Value,
        object: Value,
        class: Ref,
    ) -> Result<Attribute, Raised> {
        match self.object(found) {
            Some(Object::Function(_)) => Ok(Attribute::Method(found)),
            Some(Object::Native(native)) if native.binds => Ok(Attribute::Method(found)),
            Some(Object::Property(property)) => {
                let getter = property.getter;
                if getter.is_none() {
                    let text = format!(
                        "property{} of '{}' object has no getter",
                        self.quoted_name_of(found, class),
                        self.class(class).name
                    );
                    return Err(self.raise("AttributeError", &text));
                }
                Ok(Attribute::Call(getter, Args::of(&[object])))
            }
            Some(Object::StaticMethod(function)) => Ok(Attribute::Value(*function)),
            Some(Object::ClassMethod(function)) => {
                let function = *function;
                self.bind_class_method(function, class)
            }
            Some(Object::Instance(_) | Object::Host(_)) => {
                match self.special(found, self.names.get) {
                    Some(get) => Ok(Attribute::Call(
                        get,
                        Args::of(&[found, object, Value::Obj(class)]),
                    )),
                    None => Ok(Attribute::Value(found)),
                }
            }
            _ => Ok(Attribute::Value(found)),
        }
    }

    pub(super) fn bind_from_class(
        &mut self,
        found: Value,
        class: Ref,
    ) -> Result<Attribute, Raised> {
        match self.object(found) {
            Some(Object::StaticMethod(function)) => Ok(Attribute::Value(*function)),
            Some(Object::ClassMethod(function)) => {
                let function = *function;
                self.bind_class_method(function, class)
            }
            Some(Object::Instance(_) | Object::Host(_)) => {
                match self.special(found, self.names.get) {
                    Some(get) => Ok(Attribute::Call(
                        get,
                        Args::of(&[found, Value::None, Value::Obj(class)]),
                    )),
                    None => Ok(Attribute::Value(found)),
                }
            }
            _ => Ok(Attribute::Value(found)),
        }
    }

    /// A method with its `self`.
    pub fn bound(&mut self, function: Value, receiver: Value) -> Value {
        self.heap.value(Object::BoundMethod { function, receiver })
    }

    /// `object.name` as a value, calling what must be called without a switch.
    pub fn get_attr_nested(&mut self, object: Value, name: Symbol) -> Result<Value, Raised> {
        match self.get_attribute(object, name)? {
            Attribute::Value(value) => Ok(value),
            Attribute::Method(function) => Ok(self.bound(function, object)),
            Attribute::Call(callable, args) => match self.call_nested(callable, args) {
                Err(raised) if self.is_exception(raised.0, "AttributeError") => {
                    match self.special(object, self.names.getattr) {
                        Some(fallback) if fallback != callable => {
                            let key = self.symbol_value(name);
                            self.call_nested(fallback, Args::of(&[object, key]))
                        }
                        _ => Err(raised),
                    }
                }
                other => other,
            },
        }
    }

    /// `object.name`, `None` where it raises AttributeError.
    pub fn try_attr(&mut self, object: Value, name: Symbol) -> Result<Option<Value>, Raised> {
        let class = self.class_of(object);
        if let Some(Object::Module(_)) = self.object(object) {
            return Ok(match self.find_attribute(object, class, name)? {
                Some(Attribute::Value(value)) => Some(value),
                _ => None,
            });
        }
        // The usual case, without an exception that nobody sees.
        if !self.may_override(object)
            && self.find_attribute(object, class, name)?.is_none()
            && self.lookup(class, self.names.getattr).is_none()
            && self.part_of_library(object, name)?.is_none()
        {
            return Ok(None);
        }
        match self.get_attr_nested(object, name) {
            Ok(value) => Ok(Some(value)),
            Err(raised) if self.is_exception(raised.0, "AttributeError") => Ok(None),
            Err(raised) => Err(raised),
        }
    }
}
