//! Class statements: `__build_class__`, MRO, `__set_name__`, `__init_subclass__`. Source: CPython 3.11,
//! Python/bltinmodule.c and Objects/typeobject.c.

use super::frame::ClassBuild;
use super::{Args, Called, Frame, OnReturn, Raised, Vm};
use crate::code::Symbol;
use crate::heap::{Dict, Object, Ref, Value};

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
        let (module, closure) = (function.module, function.closure.clone());
        let code = self.ready_code(body.as_ref().expect("an object"));
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
        if !metaclass.is_unbound()
            && let Some(prepare) = self.try_attr(metaclass, prepare)?
        {
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
}
