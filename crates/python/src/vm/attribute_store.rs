//! `object.name = value` and `del object.name`. Source: CPython 3.11, Objects/object.c `_PyObject_GenericSetAttrWithDict`.

use super::{Args, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Object, Ref, Value};

impl Vm {
    /// `object.name = value`: done, or a call to make (a setter) whose result is dropped.
    pub fn set_attribute(
        &mut self,
        object: Value,
        name: Symbol,
        value: Value,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let class = self.class_of(object);
        if let Some(setter) = self.lookup(class, self.names.setattr) {
            if !matches!(self.object(setter), Some(Object::Native(_))) {
                let key = self.symbol_value(name);
                return Ok(Some((setter, Args::of(&[object, key, value]))));
            }
        }
        self.set_attribute_plainly(object, name, value)
    }

    /// `object.__setattr__`'s own way.
    pub fn set_attribute_plainly(
        &mut self,
        object: Value,
        name: Symbol,
        value: Value,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let class = self.class_of(object);
        if let Some(found) = self.lookup(class, name) {
            if let Some(Object::Property(property)) = self.object(found) {
                let setter = property.setter;
                if setter.is_none() {
                    let text = format!(
                        "property '{}' of '{}' object has no setter",
                        self.symbol_name(name),
                        self.type_name(object)
                    );
                    return Err(self.raise("AttributeError", &text));
                }
                return Ok(Some((setter, Args::of(&[object, value]))));
            }
            if matches!(
                self.object(found),
                Some(Object::Instance(_) | Object::Host(_))
            ) {
                if let Some(set) = self.special(found, self.names.set) {
                    return Ok(Some((set, Args::of(&[found, object, value]))));
                }
            }
        }
        self.store_own(object, name, value)?;
        Ok(None)
    }

    pub(super) fn store_own(
        &mut self,
        object: Value,
        name: Symbol,
        value: Value,
    ) -> Result<(), Raised> {
        let Value::Obj(r) = object else {
            return Err(self.cannot_set(object, name));
        };
        if let Object::Instance(instance) = self.heap.get(r) {
            let class = instance.class;
            if let Some(slots) = self.slots_of(class) {
                if !slots.contains(&name) && !self.has_dict(class) {
                    return Err(self.attribute_error(object, name));
                }
            }
        }
        let grew = match self.heap.get_mut(r) {
            Object::Instance(instance) => instance.attrs.set(name, value),
            Object::Host(host) => host.attrs.set(name, value),
            Object::Class(class) if &*class.module != "builtins" => {
                class.attrs.set(name, value);
                self.forget_cached_methods();
                true
            }
            Object::Module(module) => {
                module.set(name, value);
                true
            }
            Object::Function(_) | Object::Exception(_) => {
                return self.store_computed(r, name, value);
            }
            _ => return Err(self.cannot_set(object, name)),
        };
        if grew {
            self.heap.grew(20);
        }
        Ok(())
    }

    pub(super) fn cannot_set(&mut self, object: Value, name: Symbol) -> Raised {
        if let Some(Object::Class(class)) = self.object(object) {
            let text = format!(
                "cannot set '{}' attribute of immutable type '{}'",
                self.symbol_name(name),
                class.name
            );
            return self.type_error(&text);
        }
        self.attribute_error(object, name)
    }

    /// `__slots__` of a class, if it declares them.
    pub(super) fn slots_of(&mut self, class: Ref) -> Option<Vec<Symbol>> {
        self.lookup(class, self.names.slots)?;
        let mro = self.class(class).mro.clone();
        let mut names = Vec::new();
        for base in mro {
            let Some(slots) = self.class(base).attrs.get(self.names.slots) else {
                continue;
            };
            let items = match self.object(slots) {
                Some(Object::Tuple(items)) => items.to_vec(),
                Some(Object::List(items)) => items.clone(),
                _ => vec![slots],
            };
            for item in items {
                if let Some(text) = self.text(item) {
                    names.push(self.symbols.intern(&text));
                }
            }
        }
        Some(names)
    }

    pub(super) fn has_dict(&self, class: Ref) -> bool {
        let object = self.types.object;
        let mro = &self.class(class).mro;
        mro.iter()
            .any(|&base| base != object && self.class(base).attrs.get(self.names.slots).is_none())
    }

    /// `del object.name`: done, or a call to make whose result is dropped.
    pub fn delete_attribute(
        &mut self,
        object: Value,
        name: Symbol,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let class = self.class_of(object);
        if let Some(deleter) = self.lookup(class, self.names.delattr) {
            if !matches!(self.object(deleter), Some(Object::Native(_))) {
                let key = self.symbol_value(name);
                return Ok(Some((deleter, Args::of(&[object, key]))));
            }
        }
        if let Some(found) = self.lookup(class, name) {
            if let Some(Object::Property(property)) = self.object(found) {
                let deleter = property.deleter;
                if deleter.is_none() {
                    let text = format!(
                        "property '{}' of '{}' object has no deleter",
                        self.symbol_name(name),
                        self.type_name(object)
                    );
                    return Err(self.raise("AttributeError", &text));
                }
                return Ok(Some((deleter, Args::of(&[object]))));
            }
        }
        let removed = object.as_ref().and_then(|r| match self.heap.get_mut(r) {
            Object::Instance(instance) => instance.attrs.remove(name),
            Object::Exception(exception) => exception.attrs.remove(name),
            Object::Function(function) => function.attrs.remove(name),
            Object::Class(class) => class.attrs.remove(name),
            Object::Host(host) => host.attrs.remove(name),
            Object::Module(module) => {
                let old = module.get(name);
                module.set(name, Value::Unbound);
                Some(old).filter(|value| !value.is_unbound())
            }
            _ => None,
        });
        self.forget_cached_methods();
        match removed {
            Some(_) => Ok(None),
            None => Err(self.attribute_error(object, name)),
        }
    }
}
