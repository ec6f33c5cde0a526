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
        if let Some(setter) = self.lookup(class, self.names.setattr)
            && !self.is_objects_own(setter, self.names.setattr)
        {
            let key = self.symbol_value(name);
            return Ok(Some((setter, Args::of(&[object, key, value]))));
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
                if self.special(found, self.names.delete).is_some() {
                    return Err(self.raise("AttributeError", "__set__"));
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
            let (class, dict) = (self.class(instance.class), instance.dict);
            let is_slot = !class.slots.is_empty() && class.slots.contains(&name);
            if name == self.names.dict && class.instance_dict {
                return self.replace_dict(r, value);
            }
            if name == self.names.class {
                return self.change_class(r, value);
            }
            if !is_slot && !class.instance_dict {
                let text = match self.lookup(self.class_of(object), name) {
                    Some(_) => format!(
                        "'{}' object attribute '{}' is read-only",
                        self.type_name(object),
                        self.symbol_name(name)
                    ),
                    None => return Err(self.attribute_error(object, name)),
                };
                return Err(self.raise("AttributeError", &text));
            }
            if let (Some(dict), false) = (dict, is_slot) {
                let key = self.symbol_value(name);
                return self.dict_set(Value::Obj(dict), key, value);
            }
        }
        if let Object::Class(class) = self.heap.get(r)
            && &*class.module != "builtins"
            && self.store_class_name(r, name, value)?
        {
            return Ok(());
        }
        if let Object::Host(host) = self.heap.get(r)
            && !self.class(host.class).instance_dict
        {
            return Err(self.attribute_error(object, name));
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

    /// `del object.name`: done, or a call to make whose result is dropped.
    pub fn delete_attribute(
        &mut self,
        object: Value,
        name: Symbol,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let class = self.class_of(object);
        if let Some(deleter) = self.lookup(class, self.names.delattr)
            && !self.is_objects_own(deleter, self.names.delattr)
        {
            let key = self.symbol_value(name);
            return Ok(Some((deleter, Args::of(&[object, key]))));
        }
        self.delete_attribute_plainly(object, name)
    }

    /// `object.__delattr__`'s own way.
    pub fn delete_attribute_plainly(
        &mut self,
        object: Value,
        name: Symbol,
    ) -> Result<Option<(Value, Args)>, Raised> {
        let class = self.class_of(object);
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
            if matches!(self.object(found), Some(Object::Instance(_))) {
                if let Some(delete) = self.special(found, self.names.delete) {
                    return Ok(Some((delete, Args::of(&[found, object]))));
                }
                if self.special(found, self.names.set).is_some() {
                    return Err(self.raise("AttributeError", "__delete__"));
                }
            }
        }
        if let Some(Object::Instance(instance)) = self.object(object)
            && let (Some(dict), None) = (instance.dict, instance.attrs.get(name))
        {
            let key = self.symbol_value(name);
            return match self.dict_remove(Value::Obj(dict), key)? {
                Some(_) => Ok(None),
                None => Err(self.attribute_error(object, name)),
            };
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

    /// Whether `method` is the one that `object` itself has under that name: nothing special to be done.
    pub(super) fn is_objects_own(&self, method: Value, name: Symbol) -> bool {
        self.class(self.types.object).attrs.get(name) == Some(method)
    }

    /// The dict behind an instance's attributes; they live in it from now on.
    pub fn instance_dict(&mut self, instance: Ref) -> Option<Ref> {
        let Object::Instance(object) = self.heap.get(instance) else {
            return None;
        };
        if object.dict.is_some() {
            return object.dict;
        }
        let class = self.class(object.class);
        if !class.instance_dict {
            return None;
        }
        let slots = class.slots.clone();
        let (kept, moved): (Vec<_>, Vec<_>) = object
            .attrs
            .iter()
            .partition(|(name, _)| slots.contains(name));
        let dict = self.dict_of(moved).ok().and_then(Value::as_ref)?;
        if let Object::Instance(object) = self.heap.get_mut(instance) {
            object.attrs = crate::heap::Attrs::default();
            for (name, value) in kept {
                object.attrs.set(name, value);
            }
            object.dict = Some(dict);
        }
        Some(dict)
    }

    /// `class.__name__ = …` and the like; false for any other name.
    fn store_class_name(&mut self, r: Ref, name: Symbol, value: Value) -> Result<bool, Raised> {
        let n = &self.names;
        if ![n.name, n.qualname, n.module].contains(&name) {
            return Ok(false);
        }
        let is_module = name == n.module;
        let Some(text) = self.text(value) else {
            if is_module {
                return Ok(false);
            }
            let text = format!(
                "can only assign string to {}.{}, not '{}'",
                self.class(r).name,
                self.symbol_name(name),
                self.type_name(value)
            );
            return Err(self.type_error(&text));
        };
        let is_name = name == self.names.name;
        if let Object::Class(class) = self.heap.get_mut(r) {
            match (is_name, is_module) {
                (true, _) => class.name = text,
                (_, true) => {
                    class.module = text;
                    class.attrs.set(name, value);
                }
                _ => class.qualname = text,
            }
        }
        self.forget_cached_methods();
        Ok(true)
    }

    fn replace_dict(&mut self, instance: Ref, value: Value) -> Result<(), Raised> {
        let (Value::Obj(dict), Some(Object::Dict(_))) = (value, self.object(value)) else {
            let text = format!(
                "__dict__ must be set to a dictionary, not a '{}'",
                self.type_name(value)
            );
            return Err(self.type_error(&text));
        };
        self.instance_dict(instance);
        if let Object::Instance(object) = self.heap.get_mut(instance) {
            object.dict = Some(dict);
        }
        Ok(())
    }

    fn change_class(&mut self, instance: Ref, value: Value) -> Result<(), Raised> {
        let (Value::Obj(class), Some(Object::Class(wanted))) = (value, self.object(value)) else {
            let text = format!(
                "__class__ must be set to a class, not '{}' object",
                self.type_name(value)
            );
            return Err(self.type_error(&text));
        };
        let own = self.class(self.class_of(Value::Obj(instance)));
        if wanted.layout != own.layout || wanted.slots != own.slots || class == self.types.object {
            let text =
                "__class__ assignment only supported for mutable types or ModuleType subclasses";
            let text = if wanted.module.as_ref() == "builtins" {
                text.to_owned()
            } else {
                format!(
                    "__class__ assignment: '{}' object layout differs from '{}'",
                    wanted.name, own.name
                )
            };
            return Err(self.type_error(&text));
        }
        if let Object::Instance(object) = self.heap.get_mut(instance) {
            object.class = class;
        }
        Ok(())
    }

    /// The names of the attributes that an object itself holds.
    pub fn own_names(&mut self, object: Value) -> Vec<Symbol> {
        let (attrs, dict) = match self.object(object) {
            Some(Object::Instance(instance)) => (&instance.attrs, instance.dict),
            Some(Object::Exception(exception)) => (&exception.attrs, None),
            Some(Object::Function(function)) => (&function.attrs, None),
            Some(Object::Host(host)) => (&host.attrs, None),
            Some(Object::Module(module)) => return module.order.clone(),
            _ => return Vec::new(),
        };
        let mut names: Vec<Symbol> = attrs.iter().map(|pair| pair.0).collect();
        if let Some(Object::Dict(dict)) = dict.map(|dict| self.heap.get(dict)) {
            let keys: Vec<Value> = dict.iter().map(|entry| entry.key).collect();
            for key in keys {
                if let Some(key) = self.text(key) {
                    names.push(self.symbols.intern(&key));
                }
            }
        }
        names
    }
}
