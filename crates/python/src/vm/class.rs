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
        let bases = self.resolved_bases(&args.positional[2..])?;
        let metaclass = self.metaclass_for(metaclass, &bases)?;
        let namespace =
            self.prepared_namespace(metaclass, args.positional[1], &bases, &keywords)?;
        let build = ClassBuild {
            name: args.positional[1],
            original_bases: (bases[..] != args.positional[2..])
                .then(|| args.positional[2..].to_vec()),
            bases,
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

    /// Bases that are no classes name theirs by `__mro_entries__` (PEP 560).
    fn resolved_bases(&mut self, bases: &[Value]) -> Result<Vec<Value>, Raised> {
        let mut resolved = Vec::new();
        for &base in bases {
            if matches!(self.object(base), Some(Object::Class(_))) {
                resolved.push(base);
                continue;
            }
            let name = self.symbols.intern("__mro_entries__");
            match self.special(base, name) {
                Some(entries) => {
                    let tuple = self.heap.tuple(bases);
                    let entries = self.call_nested(entries, Args::of(&[base, tuple]))?;
                    resolved.extend(self.items_of(entries)?.unwrap_or_default());
                }
                None => resolved.push(base),
            }
        }
        Ok(resolved)
    }

    /// The namespace of a class body: what the metaclass's `__prepare__` gives, else a dict.
    fn prepared_namespace(
        &mut self,
        metaclass: Value,
        name: Value,
        bases: &[Value],
        keywords: &[(Symbol, Value)],
    ) -> Result<Ref, Raised> {
        let prepare = self.symbols.intern("__prepare__");
        if !metaclass.is_unbound() {
            if let Some(prepare) = self.try_attr(metaclass, prepare)? {
                let bases = self.heap.tuple(bases);
                let mut args = Args::of(&[name, bases]);
                args.keywords = keywords.to_vec();
                let namespace = self.call_nested(prepare, args)?;
                if let (Value::Obj(r), Some(Object::Dict(_))) =
                    (namespace, self.object(self.unwrap(namespace)))
                {
                    return Ok(r);
                }
                let shown = match self.object(metaclass) {
                    Some(Object::Class(class)) => class.name.to_string(),
                    _ => "<metaclass>".to_owned(),
                };
                let text = format!(
                    "{shown}.__prepare__() must return a mapping, not {}",
                    self.type_name(namespace)
                );
                return Err(self.type_error(&text));
            }
        }
        Ok(self.heap.alloc(Object::Dict(Box::<Dict>::default())))
    }

    /// The body has run and returned the `__class__` cell or None.
    pub(super) fn finish_class(
        &mut self,
        build: ClassBuild,
        cell: Value,
    ) -> Result<Called, Raised> {
        let namespace = Value::Obj(build.namespace);
        if !cell.is_none() {
            let key = self.symbol_value(self.names.classcell);
            self.dict_set(namespace, key, cell)?;
        }
        let mut build = build;
        self.add_generic_base(&mut build)?;
        if let Some(bases) = &build.original_bases {
            let bases = self.heap.tuple(bases);
            let key = self.symbols.intern("__orig_bases__");
            let key = self.symbol_value(key);
            self.dict_set(namespace, key, bases)?;
        }
        if build.metaclass.is_unbound() {
            let name = self.text(build.name).unwrap_or_default();
            let Value::Obj(table) = self.unwrap(namespace) else {
                unreachable!("a namespace is a dict")
            };
            let class = self.make_class(&name, &build.bases, table, None, &build.keywords)?;
            return self.deliver(class, OnReturn::Push);
        }
        let bases = self.heap.tuple(&build.bases);
        let mut args = Args::of(&[build.name, bases, namespace]);
        args.keywords = build.keywords;
        self.call(build.metaclass, args, OnReturn::Push)
    }

    /// A class with type parameters derives from `typing.Generic` of them.
    fn add_generic_base(&mut self, build: &mut ClassBuild) -> Result<(), Raised> {
        let params = self.symbols.intern("__type_params__");
        let params = self.symbol_value(params);
        let Some(params) = self.dict_get(Value::Obj(build.namespace), params)? else {
            return Ok(());
        };
        if !matches!(self.object(params), Some(Object::Tuple(items)) if !items.is_empty()) {
            return Ok(());
        }
        let make = self.library("_generic_base").expect("the builtins have it");
        let base = self.call_nested(make, Args::of(&[params]))?;
        let mut original = build
            .original_bases
            .take()
            .unwrap_or_else(|| build.bases.clone());
        original.push(base);
        build.bases = self.resolved_bases(&original)?;
        build.original_bases = Some(original);
        Ok(())
    }

    /// The most derived metaclass asked for; [`Value::Unbound`] for `type`.
    pub fn metaclass_for(&mut self, asked: Value, bases: &[Value]) -> Result<Value, Raised> {
        let mut best = match asked {
            Value::Obj(r) if matches!(self.heap.get(r), Object::Class(_)) => {
                Some(r).filter(|&r| r != self.types.type_)
            }
            Value::Unbound => None,
            other => return Ok(other),
        };
        for &base in bases {
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
        Ok(best.map_or(Value::Unbound, Value::Obj))
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
        if let Value::Obj(r) = cell {
            if let Object::Cell(value) = self.heap.get_mut(r) {
                *value = Value::Obj(class);
            }
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
