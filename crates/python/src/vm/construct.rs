//! Calling a class: `__new__`, then `__init__`. Source: CPython 3.11, Objects/typeobject.c `type_call`.

use super::{Args, Called, Flow, OnReturn, Raised, Vm};
use crate::heap::{Layout, Object, Ref, Value};
use std::collections::BTreeSet;
use std::rc::Rc;

impl Vm {
    pub(super) fn call_class(
        &mut self,
        class: Ref,
        args: Args,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        if class == self.types.type_ && args.positional.len() == 1 && args.keywords.is_empty() {
            let result = Value::Obj(self.class_of(args.positional[0]));
            return self.deliver(result, on_return);
        }
        if let Some(meta) = self.class(class).metaclass
            && let Some(call) = self.lookup(meta, self.names.call)
            && matches!(self.object(call), Some(Object::Function(_)))
        {
            return self.call(call, args.with_receiver(Value::Obj(class)), on_return);
        }
        match self.construct(class, args) {
            Ok(flow) => self.act(flow, on_return),
            Err(raised) => self.raise_to(raised, on_return),
        }
    }

    /// `type.__call__`: `__new__`, then `__init__`.
    pub fn construct(&mut self, class: Ref, args: Args) -> Result<Flow, Raised> {
        let new = self.lookup(class, self.names.new);
        if let Some(function) = new.map(|new| self.behind_static(new)) {
            let is_own = matches!(self.object(function), Some(Object::Function(_)));
            let layout = self.class(class).layout;
            let builtin = !matches!(layout, Layout::Plain | Layout::Exception);
            if is_own || builtin {
                let mut state: super::Kept = [Value::Obj(class)][..].into();
                state.extend_from_slice(&args.positional);
                for &(name, value) in &args.keywords {
                    let name = self.symbol_value(name);
                    state.extend([name, value]);
                }
                state.push(Value::Int(args.keywords.len() as i64));
                let then = super::Then::new(initialise_made, state);
                let call = (function, args.with_receiver(Value::Obj(class)), then);
                return Ok(Flow::CallThen(Box::new(call)));
            }
        }
        let object = self.new_object(class, &args)?;
        self.initialise(object, class, args)
    }

    pub(super) fn behind_static(&self, value: Value) -> Value {
        match self.object(value) {
            Some(Object::StaticMethod(function)) => *function,
            _ => value,
        }
    }

    /// `object.__new__` and `BaseException.__new__`.
    pub fn new_object(&mut self, class: Ref, args: &Args) -> Result<Value, Raised> {
        match self.class(class).layout {
            Layout::Exception => {
                if self.is_subclass(class, self.types.exception("BaseExceptionGroup")) {
                    return self.new_group(class, &args.positional);
                }
                let class = if class == self.types.exception("OSError") {
                    let name = self.os_error_class(&args.positional);
                    self.types.exception(name)
                } else {
                    class
                };
                let made = self.new_exception(class, &[]);
                self.set_exception_args(made, &args.positional);
                Ok(made)
            }
            Layout::Plain => {
                if self.class(class).metaclass.is_some() {
                    self.refuse_abstract(class)?;
                }
                self.spend(self.costs.new_instance);
                Ok(self.new_instance(class))
            }
            Layout::Builtin(base) => {
                let new = self.lookup(base, self.names.new);
                let Some(new) = new.filter(|_| base != class) else {
                    let text = format!("cannot create '{}' instances", self.class(class).name);
                    return Err(self.type_error(&text));
                };
                self.call_nested(new, args.clone().with_receiver(Value::Obj(class)))
            }
            Layout::Host => {
                let text = format!("cannot create '{}' instances", self.class(class).name);
                Err(self.type_error(&text))
            }
        }
    }

    /// A class of `ABCMeta` whose abstract methods are not all there can't be made. Source: CPython 3.11,
    /// Objects/typeobject.c `object_new`.
    fn refuse_abstract(&mut self, class: Ref) -> Result<(), Raised> {
        let name = self.symbols.intern("__abstractmethods__");
        let Some(missing) = self.class(class).attrs.get(name) else {
            return Ok(());
        };
        let mut names = BTreeSet::<Rc<str>>::new();
        for name in self.items_of(missing)?.unwrap_or_default() {
            names.extend(self.text(name).map(|text| Rc::from(&*text)));
        }
        if names.is_empty() {
            return Ok(());
        }
        let text = format!(
            "Can't instantiate abstract class {} with abstract method{} {}",
            self.class(class).name,
            if names.len() == 1 { "" } else { "s" },
            Vec::from_iter(names.iter().map(|name| &**name)).join(", ")
        );
        Err(self.type_error(&text))
    }

    pub(super) fn initialise(
        &mut self,
        object: Value,
        class: Ref,
        args: Args,
    ) -> Result<Flow, Raised> {
        let init = self.lookup(class, self.names.init);
        let Some(init) = init.filter(|&init| Some(init) != self.object_init()) else {
            let plain = self.class(class).layout == Layout::Plain;
            let own_new = self.lookup(class, self.names.new).is_some_and(|new| {
                matches!(
                    self.object(self.behind_static(new)),
                    Some(Object::Function(_))
                )
            });
            if plain && !own_new && !(args.positional.is_empty() && args.keywords.is_empty()) {
                let text = format!("{}() takes no arguments", self.class(class).name);
                return Err(self.type_error(&text));
            }
            return Ok(Flow::Value(object));
        };
        let then = super::Then::new(initialised, &[object][..]);
        Ok(Flow::CallThen(Box::new((
            init,
            args.with_receiver(object),
            then,
        ))))
    }

    pub(super) fn object_init(&mut self) -> Option<Value> {
        let object = self.types.object;
        self.lookup(object, self.names.init)
    }
}

/// After `__new__`: calls `__init__` where the result is an instance of the class.
fn initialise_made(vm: &mut Vm, then: super::Then, made: Value) -> Result<Flow, Raised> {
    let state = then.state;
    let Value::Obj(class) = state[0] else {
        unreachable!("the state begins with the class")
    };
    let Some(&Value::Int(keyword_count)) = state.last() else {
        unreachable!("and ends with a count")
    };
    let split = state.len() - 1 - 2 * keyword_count as usize;
    if !vm.is_instance(made, class) {
        return Ok(Flow::Value(made));
    }
    let class = vm.class_of(made);
    let mut args = Args::of(&state[1..split]);
    for pair in state[split..state.len() - 1].chunks(2) {
        let name = vm.text(pair[0]).expect("keyword names are str");
        args.keywords.push((vm.symbols.intern(&name), pair[1]));
    }
    vm.initialise(made, class, args)
}

fn initialised(vm: &mut Vm, then: super::Then, result: Value) -> Result<Flow, Raised> {
    if result.is_none() {
        return Ok(Flow::Value(then.state[0]));
    }
    let text = format!(
        "__init__() should return None, not '{}'",
        vm.type_name(result)
    );
    Err(vm.type_error(&text))
}
