//! Making a class: its bases, layout, slots and MRO, `__set_name__` and `__init_subclass__`. Source: CPython 3.11,
//! Objects/typeobject.c.

use super::{Args, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Attrs, Class, Layout, Object, Ref, Value};

impl Vm {
    /// `type(name, bases, namespace)`.
    pub fn make_class(
        &mut self,
        name: &str,
        bases: &[Value],
        namespace: Ref,
        metaclass: Option<Ref>,
        keywords: &[(Symbol, Value)],
    ) -> Result<Value, Raised> {
        let mut base_refs = Vec::new();
        for &base in bases {
            match base {
                Value::Obj(r) if matches!(self.heap.get(r), Object::Class(_)) => base_refs.push(r),
                // Its type is taken for a metaclass and called.
                Value::Int(_) | Value::Obj(_)
                    if matches!(base, Value::Int(_))
                        || matches!(self.object(base), Some(Object::Module(_))) =>
                {
                    let text = format!(
                        "{}() takes at most 2 arguments (3 given)",
                        self.type_name(base)
                    );
                    return Err(self.type_error(&text));
                }
                _ => {
                    let text = format!("bases must be types, not '{}'", self.type_name(base));
                    return Err(self.type_error(&text));
                }
            }
        }
        if base_refs.is_empty() {
            base_refs.push(self.types.object);
        }
        for (at, base) in base_refs.iter().enumerate() {
            if base_refs[..at].contains(base) {
                let text = format!("duplicate base class {}", self.class(*base).name);
                return Err(self.type_error(&text));
            }
        }
        for final_class in [
            self.types.bool,
            self.types.none,
            self.types.function,
            self.types.native,
            self.types.method,
            self.types.generator,
            self.types.range,
            self.types.slice,
        ] {
            if base_refs.contains(&final_class) {
                let text = format!(
                    "type '{}' is not an acceptable base type",
                    self.class(final_class).name
                );
                return Err(self.type_error(&text));
            }
        }
        let layout = self.layout_of(&base_refs)?;
        let entries: Vec<(Value, Value)> = match self.heap.get(namespace) {
            Object::Dict(dict) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let (slots, instance_dict) = self.slots_among(&entries, &base_refs)?;
        let mut attrs = Attrs::default();
        let (mut qualname, mut module, mut cell) = (None, None, Value::None);
        for (key, value) in entries {
            let Some(key) = self.text(key) else { continue };
            let symbol = self.symbols.intern(&key);
            if symbol == self.names.qualname {
                qualname = self.text(value);
                continue;
            }
            if symbol == self.names.classcell {
                cell = value;
                continue;
            }
            if symbol == self.names.module {
                module = self.text(value);
            }
            attrs.set(symbol, self.implicit_kind(symbol, value));
        }
        if attrs.get(self.names.eq).is_some() && attrs.get(self.names.hash).is_none() {
            attrs.set(self.names.hash, Value::None);
        }
        let has_del = attrs.get(self.names.del).is_some()
            || base_refs.iter().any(|&base| self.class(base).has_del);
        let class = self.heap.alloc(Object::Class(Box::new(Class {
            name: name.into(),
            qualname: qualname.unwrap_or_else(|| name.into()),
            module: module.unwrap_or_else(|| "__main__".into()),
            bases: base_refs.clone(),
            mro: Vec::new(),
            attrs,
            layout,
            metaclass,
            slots,
            has_del,
            instance_dict,
            subclasses: Vec::new(),
        })));
        let mro = self.linearise(class, &base_refs)?;
        if let Object::Class(object) = self.heap.get_mut(class) {
            object.mro = mro;
        }
        if let Value::Obj(r) = cell
            && let Object::Cell(value) = self.heap.get_mut(r)
        {
            *value = Value::Obj(class);
        }
        for &base in &base_refs {
            if let Object::Class(object) = self.heap.get_mut(base) {
                object.subclasses.push(class);
            }
        }
        self.spend(self.costs.build_class);
        self.tell_members(class)?;
        self.tell_parent(class, keywords)?;
        Ok(Value::Obj(class))
    }

    /// All slots of a class that is made from `entries`, and whether its instances have a `__dict__` beside them.
    fn slots_among(
        &mut self,
        entries: &[(Value, Value)],
        bases: &[Ref],
    ) -> Result<(std::rc::Rc<[Symbol]>, bool), Raised> {
        let mut instance_dict = bases.iter().any(|&base| self.class(base).instance_dict);
        let mut names: Vec<Symbol> = Vec::new();
        for &base in bases {
            names.extend(self.class(base).slots.iter());
        }
        let is_slots = |vm: &Vm, key: Value| vm.text(key).is_some_and(|key| &*key == "__slots__");
        let declared = entries.iter().find(|entry| is_slots(self, entry.0));
        let Some(&(_, declared)) = declared else {
            return Ok((names.into(), true));
        };
        let items = match self.text(declared) {
            Some(_) => vec![declared],
            None => self.items_of(declared)?.unwrap_or_default(),
        };
        for item in items {
            let Some(text) = self.text(item) else {
                let text = format!(
                    "__slots__ items must be strings, not '{}'",
                    self.type_name(item)
                );
                return Err(self.type_error(&text));
            };
            if &*text == "__dict__" {
                instance_dict = true;
                continue;
            }
            let taken = entries
                .iter()
                .any(|entry| self.text(entry.0).is_some_and(|key| key == text));
            if taken {
                let text = format!("'{text}' in __slots__ conflicts with class variable");
                return Err(self.raise("ValueError", &text));
            }
            names.push(self.symbols.intern(&text));
        }
        Ok((names.into(), instance_dict))
    }

    /// `__new__` is static, `__init_subclass__` and `__class_getitem__` are class methods without being told so.
    fn implicit_kind(&mut self, name: Symbol, value: Value) -> Value {
        if !matches!(self.object(value), Some(Object::Function(_))) {
            return value;
        }
        if name == self.names.new {
            return self.heap.value(Object::StaticMethod(value));
        }
        if name == self.names.init_subclass || &*self.symbol_name(name) == "__class_getitem__" {
            return self.heap.value(Object::ClassMethod(value));
        }
        value
    }

    fn layout_of(&mut self, bases: &[Ref]) -> Result<Layout, Raised> {
        let mut layout = Layout::Plain;
        for &base in bases {
            let theirs = self.class(base).layout;
            if theirs == Layout::Plain || theirs == layout {
                continue;
            }
            if layout != Layout::Plain {
                return Err(self.type_error("multiple bases have instance lay-out conflict"));
            }
            layout = theirs;
        }
        Ok(layout)
    }

    /// C3 linearisation.
    fn linearise(&mut self, class: Ref, bases: &[Ref]) -> Result<Vec<Ref>, Raised> {
        let mut lists: Vec<Vec<Ref>> = bases
            .iter()
            .map(|&base| self.class(base).mro.clone())
            .collect();
        lists.push(bases.to_vec());
        let mut mro = vec![class];
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Ok(mro);
            }
            let good = lists
                .iter()
                .map(|list| list[0])
                .find(|head| !lists.iter().any(|list| list[1..].contains(head)));
            let Some(next) = good else {
                let names: Vec<String> = bases
                    .iter()
                    .map(|&base| self.class(base).name.to_string())
                    .collect();
                let text = format!(
                    "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                    names.join(", ")
                );
                return Err(self.type_error(&text));
            };
            mro.push(next);
            for list in &mut lists {
                list.retain(|&r| r != next);
            }
        }
    }

    fn tell_members(&mut self, class: Ref) -> Result<(), Raised> {
        let members: Vec<(Symbol, Value)> = self.class(class).attrs.iter().collect();
        for (name, member) in members {
            if !matches!(self.object(member), Some(Object::Instance(_))) {
                continue;
            }
            if let Some(hook) = self.special(member, self.names.set_name) {
                let key = self.symbol_value(name);
                let args = Args::of(&[member, Value::Obj(class), key]);
                if let Err(raised) = self.call_nested(hook, args) {
                    return Err(self.set_name_failed(raised, member, name, class));
                }
            }
        }
        Ok(())
    }

    fn set_name_failed(
        &mut self,
        raised: Raised,
        member: Value,
        name: Symbol,
        class: Ref,
    ) -> Raised {
        if self.options.minor >= 12 || self.end.is_some() {
            return raised;
        }
        let text = format!(
            "Error calling __set_name__ on '{}' instance '{}' in '{}'",
            self.type_name(member),
            self.symbol_name(name),
            self.class(class).name
        );
        let outer = self.raise("RuntimeError", &text);
        if let Some(e) = self.exception_mut(outer.0) {
            e.cause = raised.0;
            e.context = raised.0;
            e.suppress_context = true;
        }
        outer
    }

    fn tell_parent(&mut self, class: Ref, keywords: &[(Symbol, Value)]) -> Result<(), Raised> {
        let mro = self.class(class).mro.clone();
        let name = self.names.init_subclass;
        let hook = mro
            .iter()
            .skip(1)
            .find_map(|&base| self.class(base).attrs.get(name));
        if let Some(Object::ClassMethod(function)) = hook.and_then(|hook| self.object(hook)) {
            let function = *function;
            let mut args = Args::of(&[Value::Obj(class)]);
            args.keywords = keywords.to_vec();
            self.call_nested(function, args)?;
        }
        Ok(())
    }
}
