//! Namespaces seen as dicts: `globals()`, a module's, a function's or an exception's `__dict__`: copies that write through to
//! their owner.

use super::{Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Dict, Object, Ref, Value};

impl Vm {
    /// A dict of `pairs` that writes through to `owner`.
    pub(crate) fn owned_dict(
        &mut self,
        owner: Ref,
        pairs: Vec<(Symbol, Value)>,
    ) -> Result<Value, Raised> {
        let dict = self.dict_of(pairs)?;
        self.table_mut(dict).set_owner(owner);
        Ok(dict)
    }

    /// The dict of a module's globals, always the same one, brought up to date.
    pub(crate) fn module_dict(&mut self, module: Ref) -> Result<Value, Raised> {
        let Object::Module(object) = self.heap.get(module) else {
            return Ok(Value::None);
        };
        let known = object.dict;
        let pairs: Vec<(Symbol, Value)> = object
            .order
            .iter()
            .map(|&name| (name, object.get(name)))
            .filter(|pair| !pair.1.is_unbound())
            .collect();
        let Some(dict) = known else {
            let dict = self.owned_dict(module, pairs)?;
            if let Object::Module(object) = self.heap.get_mut(module) {
                object.dict = dict.as_ref();
            }
            return Ok(dict);
        };
        let dict = Value::Obj(dict);
        let count = pairs.len();
        self.table_mut(dict).forget_owner();
        for (name, value) in pairs {
            let key = self.symbol_value(name);
            self.dict_set(dict, key, value)?;
        }
        if self.table(dict).len() > count {
            self.drop_unbound(module, dict)?;
        }
        self.table_mut(dict).set_owner(module);
        Ok(dict)
    }

    /// Removes what is no global any more.
    fn drop_unbound(&mut self, module: Ref, dict: Value) -> Result<(), Raised> {
        let keys: Vec<Value> = self.table(dict).iter().map(|entry| entry.key).collect();
        for key in keys {
            let Some(text) = self.text(key) else { continue };
            if self.global(module, &text).is_none() {
                self.dict_remove(dict, key)?;
            }
        }
        Ok(())
    }

    /// A dict with an owner was written to: the owner follows.
    pub(super) fn namespace_written(&mut self, owner: Ref, key: Value, value: Option<Value>) {
        let Some(text) = self.text(key) else { return };
        let name = self.symbols.intern(&text);
        match (self.heap.get_mut(owner), value) {
            (Object::Module(module), Some(value)) => module.set(name, value),
            (Object::Module(module), None) => {
                module.set(name, Value::Unbound);
                module.order.retain(|&known| known != name);
            }
            (Object::Function(function), Some(value)) => {
                function.attrs.set(name, value);
            }
            (Object::Exception(exception), Some(value)) => {
                exception.attrs.set(name, value);
            }
            (Object::Host(host), Some(value)) => {
                host.attrs.set(name, value);
            }
            (Object::Function(function), None) => {
                function.attrs.remove(name);
            }
            (Object::Exception(exception), None) => {
                exception.attrs.remove(name);
            }
            (Object::Host(host), None) => {
                host.attrs.remove(name);
            }
            _ => {}
        }
    }

    /// The module whose globals a dict is: one is made for a dict that is none yet (`exec(code, {})`).
    pub(crate) fn module_of_dict(&mut self, dict: Value) -> Result<Ref, Raised> {
        if let Some(owner) = self.table(dict).owner()
            && matches!(self.heap.get(owner), Object::Module(_))
        {
            return Ok(owner);
        }
        let name = self.dict_get_str(dict, "__name__")?;
        let name = name.and_then(|name| self.text(name));
        let module = crate::heap::Module {
            name: name.unwrap_or_else(|| "builtins".into()),
            globals: Vec::new(),
            order: Vec::new(),
            is_library: false,
            is_loading: false,
            dict: dict.as_ref(),
        };
        let module = self.heap.alloc(Object::Module(Box::new(module)));
        let pairs: Vec<(Value, Value)> = self
            .table(dict)
            .iter()
            .map(|entry| (entry.key, entry.value))
            .collect();
        for (key, value) in pairs {
            self.namespace_written(module, key, Some(value));
        }
        self.table_mut(dict).set_owner(module);
        let key = self.heap.str("__builtins__");
        if self.dict_get(dict, key)?.is_none() {
            let builtins = Value::Obj(self.builtins);
            self.dict_set(dict, key, builtins)?;
        }
        Ok(module)
    }
}

impl Dict {
    /// Whether it is nobody's namespace.
    #[inline(always)]
    pub fn is_own(&self) -> bool {
        self.owner().is_none()
    }
}
