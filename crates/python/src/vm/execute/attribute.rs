//! Attributes as the loop reads and writes them: the usual cases from a table of what a name on a class means, the
//! others by way of the general look-up. Knows no instruction.

use super::super::attribute::Attribute;
use super::super::{Called, Flow, NativeResult, OnReturn, Raised, Then, Vm};
use crate::code::Symbol;
use crate::heap::{Layout, Object, Ref, Value};
use std::rc::Rc;

/// An attribute found without a call.
pub(super) enum Quick {
    /// Its value.
    Value(Value),
    /// A function of the class, to be called with the object as `self`.
    Method(Value),
    /// The general look-up knows.
    Unknown,
}

/// What a name means for the instances of a class.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    /// Their own attribute, else nothing that is known here.
    Own,
    /// Their own attribute, else a function of the class.
    Method(Value),
    /// Their own attribute, else this value of the class.
    Value(Value),
    /// Something that is computed.
    Computed,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub(in crate::vm) struct Site {
    class: Ref,
    name: Symbol,
    meaning: Meaning,
    /// Whether an instance's own attribute may be set without asking the class.
    stores: bool,
}

/// Rows of the table; a power of two.
const SITES: usize = 1024;

/// The table: filled as names are met, forgotten whenever a class changes.
#[derive(Clone, Debug)]
pub(in crate::vm) struct Sites {
    rows: Rc<Vec<Option<Site>>>,
    is_empty: bool,
}

impl Default for Sites {
    fn default() -> Sites {
        Sites {
            rows: Rc::new(vec![None; SITES]),
            is_empty: true,
        }
    }
}

impl Sites {
    #[inline(always)]
    fn get(&self, class: Ref, name: Symbol) -> Option<&Site> {
        let site = self.rows[Sites::row(class, name)].as_ref()?;
        (site.class == class && site.name == name).then_some(site)
    }

    #[inline(always)]
    fn row(class: Ref, name: Symbol) -> usize {
        (class.0 as usize)
            .wrapping_mul(31)
            .wrapping_add(name.0 as usize)
            & (SITES - 1)
    }

    fn set(&mut self, site: Site) {
        self.is_empty = false;
        Rc::make_mut(&mut self.rows)[Sites::row(site.class, site.name)] = Some(site);
    }

    pub(in crate::vm) fn clear(&mut self) {
        if !self.is_empty {
            self.is_empty = true;
            Rc::make_mut(&mut self.rows).fill(None);
        }
    }
}

impl Vm {
    /// `object.name` where no code must run for it.
    #[inline]
    pub(super) fn quick_attribute(&mut self, object: Value, name: Symbol) -> Quick {
        let Value::Obj(r) = object else {
            return Quick::Unknown;
        };
        let (class, own) = match self.heap.get(r) {
            Object::Instance(instance) if instance.dict.is_some() => return Quick::Unknown,
            Object::Instance(instance) => (instance.class, instance.attrs.get(name)),
            Object::Module(module) => {
                let value = module.get(name);
                return if value.is_unbound() {
                    Quick::Unknown
                } else {
                    Quick::Value(value)
                };
            }
            Object::Str(_) => (self.types.str, None),
            Object::List(_) => (self.types.list, None),
            Object::Dict(_) => (self.types.dict, None),
            Object::Set(_) => (self.types.set, None),
            Object::Tuple(_) => (self.types.tuple, None),
            Object::Bytes(_) => (self.types.bytes, None),
            Object::Host(host) => (host.class, host.attrs.get(name)),
            _ => return Quick::Unknown,
        };
        let meaning = match self.sites.get(class, name) {
            Some(site) => site.meaning,
            None => self.learn(class, name).meaning,
        };
        match (meaning, own) {
            (Meaning::Computed, _) | (Meaning::Own, None) => Quick::Unknown,
            (_, Some(value)) => Quick::Value(value),
            (Meaning::Method(function), None) => Quick::Method(function),
            (Meaning::Value(value), None) => Quick::Value(value),
        }
    }

    /// What `object.name(…)` calls, and `self` where it takes one ([`Value::Unbound`] where not).
    #[inline]
    pub(super) fn quick_method(&mut self, object: Value, name: Symbol) -> Option<(Value, Value)> {
        match self.quick_attribute(object, name) {
            Quick::Method(function) => Some((function, object)),
            Quick::Value(value) => Some((value, Value::Unbound)),
            Quick::Unknown => None,
        }
    }

    /// `object.name = value` on a plain instance; false: the general way must be gone.
    #[inline]
    pub(super) fn quick_store(&mut self, object: Value, name: Symbol, value: Value) -> bool {
        let Value::Obj(r) = object else {
            return false;
        };
        let Object::Instance(instance) = self.heap.get(r) else {
            return false;
        };
        if instance.dict.is_some() {
            return false;
        }
        let class = instance.class;
        let stores = match self.sites.get(class, name) {
            Some(site) => site.stores,
            None => self.learn(class, name).stores,
        };
        if !stores {
            return false;
        }
        if let Object::Instance(instance) = self.heap.get_mut(r)
            && instance.attrs.set(name, value)
        {
            self.heap.grew(20);
        }
        true
    }

    /// Fills the row of a name on a class.
    #[cold]
    #[inline(never)]
    fn learn(&mut self, class: Ref, name: Symbol) -> Site {
        let site = Site {
            class,
            name,
            meaning: self.meaning_of(class, name),
            stores: self.stores_plainly(class, name),
        };
        self.sites.set(site);
        site
    }

    fn meaning_of(&mut self, class: Ref, name: Symbol) -> Meaning {
        let own_access = self.lookup(class, self.names.getattribute);
        if own_access.is_some_and(|f| matches!(self.object(f), Some(Object::Function(_)))) {
            return Meaning::Computed;
        }
        let Some(found) = self.lookup(class, name) else {
            return Meaning::Own;
        };
        match self.object(found) {
            Some(Object::Function(_)) => Meaning::Method(found),
            Some(Object::Native(native)) if native.binds => Meaning::Method(found),
            Some(
                Object::Property(_)
                | Object::Instance(_)
                | Object::Host(_)
                | Object::StaticMethod(_)
                | Object::ClassMethod(_),
            ) => Meaning::Computed,
            _ => Meaning::Value(found),
        }
    }

    fn stores_plainly(&mut self, class: Ref, name: Symbol) -> bool {
        let setter = self.lookup(class, self.names.setattr);
        if setter.is_some_and(|own| !self.is_objects_own(own, self.names.setattr)) {
            return false;
        }
        if name == self.names.dict || name == self.names.class {
            return false;
        }
        let described = self.lookup(class, name).is_some_and(|found| {
            let found = self.object(found);
            matches!(
                found,
                Some(Object::Property(_) | Object::Instance(_) | Object::Host(_))
            )
        });
        let plain = matches!(self.class(class).layout, Layout::Plain | Layout::Builtin(_));
        let open = self.class(class).instance_dict;
        plain && open && !described && self.lookup(class, self.names.slots).is_none()
    }

    /// `object.name` onto the stack's top, where the object lies; what a call for it led to.
    #[inline(never)]
    pub(super) fn load_attribute(&mut self, object: Value, name: Symbol) -> Result<Called, Raised> {
        let value = match self.get_attribute(object, name)? {
            Attribute::Value(value) => value,
            Attribute::Method(function) => self.bound(function, object),
            Attribute::Call(callable, args) => {
                self.pop();
                // `__getattr__` itself is asked once.
                let fallback = self.special(object, self.names.getattr);
                let on_return = if fallback.is_none_or(|own| own == callable) {
                    OnReturn::Push
                } else {
                    OnReturn::Getattr(Box::new((object, name)))
                };
                return self.call(callable, args, on_return);
            }
        };
        *self.stack.last_mut().expect("the object lies there") = value;
        Ok(Called::Done)
    }

    /// `object.name = value`, the general way.
    #[inline(never)]
    pub(super) fn store_attribute(
        &mut self,
        object: Value,
        name: Symbol,
        value: Value,
    ) -> Result<Called, Raised> {
        match self.set_attribute(object, name, value)? {
            Some((callable, args)) => self.call(callable, args, OnReturn::Discard),
            None => Ok(Called::Done),
        }
    }

    /// The same for `object.name(…)`: callable and `self`, if it takes one.
    #[inline(never)]
    pub(super) fn load_method(&mut self, object: Value, name: Symbol) -> Result<Called, Raised> {
        let (callable, receiver) = match self.get_attribute(object, name)? {
            Attribute::Method(function) => (function, object),
            Attribute::Value(value) => (value, Value::Unbound),
            Attribute::Call(callable, args) => {
                self.pop();
                let then = Then::new(method_found, Vec::new());
                let on_return = OnReturn::Then(Box::new((then, OnReturn::Push)));
                return self.call(callable, args, on_return);
            }
        };
        *self.stack.last_mut().expect("the object lies there") = callable;
        self.stack.push(receiver);
        Ok(Called::Done)
    }
}

/// A property (or `__getattr__`) gave what `obj.name(…)` calls: there is no `self` to add.
fn method_found(vm: &mut Vm, _then: Then, found: Value) -> NativeResult {
    vm.stack.push(found);
    Ok(Flow::Value(Value::Unbound))
}
