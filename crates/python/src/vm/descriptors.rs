//! Builtin descriptors bound by way of one another, and by name.

use super::attribute::Attribute;
use super::{Raised, Vm};
use crate::heap::{Object, Ref, Value};

impl Vm {
    /// A class method; one around another descriptor binds that to the class.
    pub(super) fn bind_class_method(
        &mut self,
        inner: Value,
        class: Ref,
    ) -> Result<Attribute, Raised> {
        let chained = match self.object(inner) {
            Some(Object::Property(_)) => true,
            Some(Object::Instance(_)) => self.special(inner, self.names.get).is_some(),
            _ => false,
        };
        if chained {
            return self.bind(inner, Value::Obj(class), class);
        }
        Ok(Attribute::Value(self.bound(inner, Value::Obj(class))))
    }

    /// ` 'name'` of a descriptor in a class's MRO, or nothing.
    pub(super) fn quoted_name_of(&self, descriptor: Value, class: Ref) -> String {
        let mut names = self.class(class).mro.iter().flat_map(|&base| {
            let found = self.class(base).attrs.iter();
            found.filter(|&(_, value)| value == descriptor)
        });
        match names.next() {
            Some((name, _)) => format!(" '{}'", self.symbols.name(name)),
            None => String::new(),
        }
    }

    /// `descriptor.__get__(object, class)` of a builtin descriptor; no object: from the class.
    pub fn bind_descriptor(
        &mut self,
        descriptor: Value,
        object: Option<Value>,
        class: Ref,
    ) -> Result<Value, Raised> {
        let found = match object {
            Some(object) => self.bind(descriptor, object, class)?,
            None => self.bind_from_class(descriptor, class)?,
        };
        match (found, object) {
            (Attribute::Value(value), _) => Ok(value),
            (Attribute::Method(function), Some(object)) => Ok(self.bound(function, object)),
            (Attribute::Method(function), None) => Ok(function),
            (Attribute::Call(callable, args), _) => self.call_nested(callable, args),
        }
    }
}
