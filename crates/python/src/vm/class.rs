//! Class statements: `__build_class__`, MRO, `__set_name__`, `__init_subclass__`. Source: CPython 3.11,
//! Python/bltinmodule.c and Objects/typeobject.c.

use super::frame::ClassBuild;
use super::{Args, Called, Frame, OnReturn, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Attrs, Class, Dict, Layout, Object, Ref, Value};

impl Vm {
    /// `__build_class__(body, name, *bases, **keywords)`: runs the body; [`Vm::finish_class`] makes the class.
    pub(super) fn build_class(
        &mut self,
        args: Args,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        debug_assert!(
            matches!(on_return, OnReturn::Push),
            "a class statement pushes its class"
        );
        let body = args.positional[0];
        let Some(Object::Function(function)) = self.object(body) else {
            unreachable!("the compiler passes the body")
        };
        let (code, module, closure) = (
            function.code.clone(),
            function.module,
            function.closure.clone(),
        );
        let mut keywords = args.keywords;
        let metaclass_name = self.names.metaclass;
        let metaclass = keywords
            .iter()
            .position(|&(name, _)| name == metaclass_name);
        let metaclass = metaclass.map_or(Value::Unbound, |index| keywords.remove(index).1);
        let namespace = self.heap.alloc(Object::Dict(Box::<Dict>::default()));
        let build = ClassBuild {
            name: args.positional[1],
            bases: args.positional[2..].to_vec(),
            keywords,
            metaclass,
            namespace,
        };
        let mut cells: Vec<Ref> = Vec::new();
        for _ in 0..code.code.own_cell_count {
            cells.push(self.heap.alloc(Object::Cell(Value::Unbound)));
        }
        cells.extend(closure);
        let base = self.stack.len();
        self.stack
            .resize(base + code.code.locals.len(), Value::Unbound);
        self.frames.push(Frame {
            code,
            ip: 0,
            base,
            bottom: base,
            module,
            cells,
            namespace: Some(namespace),
            handled_base: self.handled.len(),
            on_return: OnReturn::Class(Box::new(build)),
            generator: None,
        });
        Ok(Called::Pushed)
    }

    /// The body has run and returned the `__class__` cell or None.
    pub(super) fn finish_class(
        &mut self,
        build: ClassBuild,
        cell: Value,
    ) -> Result<Called, Raised> {
        let meta = self.metaclass_for(&build)?;
        let own_new = meta
            .map(|meta| self.lookup(meta, self.names.new))
            .and_then(|new| {
                let function = match new
                    .and_then(|new| self.object(new).cloned().map(|object| (new, object)))
                {
                    Some((_, Object::StaticMethod(function))) => function,
                    Some((new, _)) => new,
                    None => return None,
                };
                matches!(self.object(function), Some(Object::Function(_))).then_some(function)
            });
        if let (Some(meta), Some(new)) = (meta, own_new) {
            let bases = self.heap.tuple(&build.bases);
            let mut args = Args::of(&[
                Value::Obj(meta),
                build.name,
                bases,
                Value::Obj(build.namespace),
            ]);
            args.keywords = build.keywords.clone();
            let class = self.call_nested(new, args)?;
            self.set_class_cell(cell, class);
            return self.initialise_class(meta, class, build);
        }
        let name = self.text(build.name).unwrap_or_default();
        let class = self.make_class(&name, &build.bases, build.namespace, meta, &build.keywords)?;
        self.set_class_cell(cell, class);
        match meta {
            Some(meta) => self.initialise_class(meta, class, build),
            None => self.deliver(class, OnReturn::Push),
        }
    }

    fn set_class_cell(&mut self, cell: Value, class: Value) {
        if let Value::Obj(r) = cell {
            if let Object::Cell(value) = self.heap.get_mut(r) {
                *value = class;
            }
        }
    }

    /// A metaclass's own `__init__`.
    fn initialise_class(
        &mut self,
        meta: Ref,
        class: Value,
        build: ClassBuild,
    ) -> Result<Called, Raised> {
        let init = self.lookup(meta, self.names.init);
        if let Some(init) =
            init.filter(|&init| matches!(self.object(init), Some(Object::Function(_))))
        {
            let bases = self.heap.tuple(&build.bases);
            let mut args = Args::of(&[class, build.name, bases, Value::Obj(build.namespace)]);
            args.keywords = build.keywords;
            self.call_nested(init, args)?;
        }
        self.deliver(class, OnReturn::Push)
    }

    fn metaclass_for(&mut self, build: &ClassBuild) -> Result<Option<Ref>, Raised> {
        let mut best = match build.metaclass {
            Value::Obj(r) if matches!(self.heap.get(r), Object::Class(_)) => {
                Some(r).filter(|&r| r != self.types.type_)
            }
            Value::Unbound => None,
            _ => return Err(self.not_supported("a metaclass that is not a class")),
        };
        for &base in &build.bases {
            let Some(Object::Class(class)) = self.object(base) else {
                continue;
            };
            let Some(theirs) = class.metaclass else {
                continue;
            };
            best = match best {
                Some(own) if self.is_subclass(own, theirs) => Some(own),
                Some(own) if !self.is_subclass(theirs, own) => {
                    let text = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of \
                                the metaclasses of all its bases";
                    return Err(self.type_error(text));
                }
                _ => Some(theirs),
            };
        }
        Ok(best)
    }

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
                _ => {
                    let text = format!("bases must be types, not '{}'", self.type_name(base));
                    return Err(self.type_error(&text));
                }
            }
        }
        if base_refs.is_empty() {
            base_refs.push(self.types.object);
        }
        for final_class in [
            self.types.bool,
            self.types.none,
            self.types.function,
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
        let mut attrs = Attrs::default();
        let (mut qualname, mut module) = (None, None);
        for (key, value) in entries {
            let Some(key) = self.text(key) else { continue };
            let symbol = self.symbols.intern(&key);
            if symbol == self.names.qualname {
                qualname = self.text(value);
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
        let class = self.heap.alloc(Object::Class(Box::new(Class {
            name: name.into(),
            qualname: qualname.unwrap_or_else(|| name.into()),
            module: module.unwrap_or_else(|| "__main__".into()),
            bases: base_refs.clone(),
            mro: Vec::new(),
            attrs,
            layout,
            metaclass,
        })));
        let mro = self.linearise(class, &base_refs)?;
        if let Object::Class(object) = self.heap.get_mut(class) {
            object.mro = mro;
        }
        self.spend(self.costs.build_class);
        self.tell_members(class)?;
        self.tell_parent(class, keywords)?;
        Ok(Value::Obj(class))
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
                let name = self.symbol_value(name);
                self.call_nested(hook, Args::of(&[member, Value::Obj(class), name]))?;
            }
        }
        Ok(())
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
        } else if let Some(&(name, _)) = keywords.first() {
            let _ = name;
            let text = format!(
                "{}.__init_subclass__() takes no keyword arguments",
                self.class(class).name
            );
            return Err(self.type_error(&text));
        }
        Ok(())
    }
}
