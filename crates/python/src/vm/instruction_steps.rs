//! Steps of instructions that are more than a line: calls as bytecode makes them, functions and their defaults, `raise`,
//! one step of `yield from`.

use super::execute::Next;
use super::{Args, Called, OnReturn, Raised, Then, Vm};
use crate::heap::{Function, Object, Value};
use std::rc::Rc;

impl Vm {
    /// A call from bytecode; a class statement's builder is marked by an empty callable.
    pub(super) fn call_here(&mut self, callable: Value, args: Args) -> Result<Called, Raised> {
        if callable.is_unbound() {
            return self.build_class(args, OnReturn::Push);
        }
        self.call(callable, args, OnReturn::Push)
    }

    /// Replaces the iterable on top of the stack by a list of its first items, one more than are wanted, then runs
    /// the instruction again.
    pub(super) fn first_items(&mut self, ip: usize, wanted: u32) -> Result<Next, Raised> {
        self.frames.last_mut().expect("a frame runs").ip = ip - 1;
        let iterable = self.pop();
        let take = self.library("_take").expect("the builtins have it");
        let args = Args::of(&[iterable, Value::Int(i64::from(wanted) + 1)]);
        self.call(take, args, OnReturn::Push).map(Next::from)
    }

    /// Replaces the iterable on top of the stack by a list of its items, then runs the instruction again.
    pub(super) fn listed_first(&mut self, ip: usize) -> Result<Next, Raised> {
        self.listed_below(ip, None)
    }

    /// The same with the iterable that was below `top`, which goes back on top.
    pub(super) fn listed_below(&mut self, ip: usize, top: Option<Value>) -> Result<Next, Raised> {
        self.frames.last_mut().expect("a frame runs").ip = ip - 1;
        let iterable = self.pop();
        let then = Then::new(
            |vm, then, list| {
                let Some(&top) = then.state.first() else {
                    return Ok(super::Flow::Value(list));
                };
                vm.stack.push(list);
                Ok(super::Flow::Value(top))
            },
            top.into_iter().collect::<super::Kept>(),
        );
        let flow = self.collect(iterable, then)?;
        self.act(flow, OnReturn::Push).map(Next::from)
    }

    fn is_iterable(&mut self, value: Value) -> bool {
        self.special(value, self.names.iter).is_some()
            || self.special(value, self.names.getitem).is_some()
            || matches!(self.object(value), Some(Object::Iterator(_)))
    }

    /// What stands after a `*`, in a call of `callable` or (unbound) in a display, must be iterable.
    pub(super) fn require_star_iterable(
        &mut self,
        callable: Value,
        value: Value,
    ) -> Result<(), Raised> {
        if self.is_iterable(value) {
            return Ok(());
        }
        let what = if callable.is_unbound() {
            "Value".to_owned()
        } else {
            format!("{}() argument", self.callable_name(callable))
        };
        let text = format!(
            "{what} after * must be an iterable, not {}",
            self.type_name(value)
        );
        Err(self.type_error(&text))
    }

    /// The pairs of a mapping that is no dict, for `**mapping`.
    pub(super) fn mapping_entries(
        &mut self,
        mapping: Value,
        n: u32,
        in_call: bool,
    ) -> Result<Box<crate::heap::Dict>, Raised> {
        let keys = self.symbols.intern("keys");
        if self.try_attr(mapping, keys)?.is_some() {
            let function = self.library("_mapping_dict").expect("the builtins have it");
            let dict = self.call_nested(function, Args::of(&[mapping]))?;
            if let Some(Object::Dict(entries)) = self.object(dict) {
                return Ok(entries.clone());
            }
        }
        let given = self.type_name(mapping);
        let text = if in_call {
            let at = self.stack.len().checked_sub(n as usize + 3);
            let callable = at.map_or(Value::None, |at| self.stack[at]);
            let name = self.callable_name(callable);
            format!("{name}() argument after ** must be a mapping, not {given}")
        } else {
            format!("'{given}' object is not a mapping")
        };
        Err(self.type_error(&text))
    }

    pub(super) fn require_iterable(&mut self, value: Value) -> Result<(), Raised> {
        if self.is_iterable(value) {
            return Ok(());
        }
        let text = format!(
            "cannot unpack non-iterable {} object",
            self.type_name(value)
        );
        Err(self.type_error(&text))
    }

    pub(super) fn make_function(
        &mut self,
        code: Value,
        defaults: Value,
        keyword_defaults: Value,
        annotations: Value,
        closure: Value,
    ) -> Value {
        let made_of = code.as_ref();
        let Some(Object::Code(code)) = self.object(code) else {
            unreachable!("the compiler passes code")
        };
        let loaded = code.clone();
        let code = &loaded.code;
        let name = self.heap.shared_str(&code.name);
        let qualname = match code.qualname == code.name {
            true => name,
            false => self.heap.shared_str(&code.qualname),
        };
        let doc = match &code.doc {
            Some(doc) => self.heap.shared_str(doc),
            None => Value::None,
        };
        let tuple = |vm: &Vm, value: Value| match vm.object(value) {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => Vec::new(),
        };
        let defaults = tuple(self, defaults);
        let closure = tuple(self, closure)
            .into_iter()
            .filter_map(Value::as_ref)
            .collect();
        let keyword_entries: Vec<(Value, Value)> = match self.object(keyword_defaults) {
            Some(Object::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let keyword_defaults = keyword_entries
            .into_iter()
            .filter_map(|(key, value)| self.text(key).map(|key| (self.symbols.intern(&key), value)))
            .collect();
        let module = self.frames.last().expect("a frame runs").module;
        self.heap.value(Object::Function(Box::new(Function {
            code: loaded,
            made_of,
            module,
            name,
            qualname,
            defaults,
            keyword_defaults,
            closure,
            annotations: if annotations.is_unbound() {
                Value::None
            } else {
                annotations
            },
            doc,
            attrs: crate::heap::Attrs::default(),
        })))
    }

    /// One step of `yield from`.
    pub(super) fn send_to(
        &mut self,
        iterator: Value,
        sent: Value,
        target: u32,
    ) -> Result<Called, Raised> {
        let depth = self.frames.len();
        let on_return = OnReturn::Send { target };
        if let Some(step) = self.await_step(iterator) {
            self.spend(self.costs.native_call);
            let flow = step(self, iterator)?;
            return self.act(flow, on_return);
        }
        let result = match self.object(iterator) {
            Some(Object::Generator(_) | Object::Awaiter(_)) => {
                let r = iterator.as_ref().expect("an object");
                self.resume_generator(r, super::Resumption::Send(sent), on_return)
            }
            _ if sent.is_none() => match self.step(iterator)? {
                super::iterate::Step::Item(item) => {
                    self.stack.push(item);
                    return Ok(Called::Done);
                }
                super::iterate::Step::End => {
                    self.finish_send(Value::None, target);
                    return Ok(Called::Done);
                }
                super::iterate::Step::Generator(r) => {
                    self.resume_generator(r, super::Resumption::Send(sent), on_return)
                }
                super::iterate::Step::Call(callable, args) => self.call(callable, args, on_return),
            },
            _ => {
                let method = self.get_attr_nested(iterator, self.names.send)?;
                self.call(method, Args::of(&[sent]), on_return)
            }
        };
        match result {
            Err(raised) if self.frames.len() == depth => self.send_raised(raised, target),
            other => other,
        }
    }

    pub(super) fn raise_statement(&mut self, n: u32) -> Result<Raised, Raised> {
        if n == 0 {
            return Ok(match self.handled.last() {
                Some(&exception) => {
                    self.reraising = true;
                    Raised(exception)
                }
                None => self.raise("RuntimeError", "No active exception to reraise"),
            });
        }
        let cause = if n == 2 { self.pop() } else { Value::Unbound };
        let value = self.pop();
        let exception = self.exception_from(value)?;
        if !cause.is_unbound() {
            let cause = match cause {
                Value::None => Value::None,
                other => match self.exception_from(other) {
                    Ok(cause) => cause,
                    Err(_) => {
                        return Err(
                            self.type_error("exception causes must derive from BaseException")
                        );
                    }
                },
            };
            if let Some(e) = self.exception_mut(exception) {
                e.cause = cause;
                e.suppress_context = true;
            }
        }
        Ok(Raised(exception))
    }

    pub(super) fn merge_keyword(
        &mut self,
        target: Value,
        key: Value,
        n: u32,
    ) -> Result<(), Raised> {
        if self.text(key).is_none() {
            return Err(self.type_error("keywords must be strings"));
        }
        if self.table_find(target, key)?.1.is_some() {
            let callable = self
                .stack
                .len()
                .checked_sub(n as usize + 2)
                .map_or(Value::None, |at| self.stack[at]);
            let name = self.callable_name(callable);
            let text = format!(
                "{name}() got multiple values for keyword argument '{}'",
                self.text(key).unwrap_or_default()
            );
            return Err(self.type_error(&text));
        }
        Ok(())
    }

    pub(super) fn callable_name(&self, callable: Value) -> Rc<str> {
        match self.object(callable) {
            Some(Object::Function(function)) => {
                let module = match self.heap.get(function.module) {
                    Object::Module(module) => module.name.clone(),
                    _ => "".into(),
                };
                format!(
                    "{module}.{}",
                    self.text(function.qualname).unwrap_or_default()
                )
                .into()
            }
            Some(Object::Class(class)) if &*class.module == "builtins" => class.qualname.clone(),
            Some(Object::Class(class)) => format!("{}.{}", class.module, class.qualname).into(),
            Some(Object::Native(native)) => native.name.into(),
            Some(Object::BoundMethod { function, .. }) => self.callable_name(*function),
            _ => self.type_name(callable),
        }
    }
}
