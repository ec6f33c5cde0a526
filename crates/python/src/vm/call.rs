//! Calling things: functions, natives, methods, classes; and delivering results.

use super::catch::Tries;
use super::{Args, Came, Flow, Frame, OnReturn, Raised, Resumption, Vm};
use crate::code::{Code, CodeKind};
use crate::heap::{Generator, GeneratorState, Object, Ref, Value};
use interleave_kernel::Op;
use smallvec::SmallVec;

/// What became of a call.
#[derive(Clone, Debug)]
pub enum Called {
    /// Its result was delivered.
    Done,
    /// A frame was pushed.
    Pushed,
    /// The thread asks the kernel.
    Blocked(Op),
}

pub(super) type Locals = SmallVec<[Value; 8]>;

/// CPython's default `sys.getrecursionlimit()`; the library's own first frame comes on top.
pub(super) const RECURSION_LIMIT: usize = 1000;

impl Vm {
    /// Calls `callable`; its result goes where `on_return` says.
    pub fn call(
        &mut self,
        callable: Value,
        args: Args,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        match self.object(callable) {
            Some(Object::Function(_)) => {
                self.call_function(callable.as_ref().expect("an object"), args, on_return)
            }
            Some(Object::Native(native)) => {
                let function = native.function;
                let (name, owner) = (native.name, native.owner.filter(|_| native.binds));
                self.spend(self.costs.native_call);
                let checked = self.check_native(name, owner, &args);
                match checked.and_then(|()| function(self, args)) {
                    Ok(flow) => self.act(flow, on_return),
                    Err(raised) => self.raise_to(raised, on_return),
                }
            }
            Some(Object::BoundMethod { function, receiver }) => {
                let (function, receiver) = (*function, *receiver);
                self.call(function, args.with_receiver(receiver), on_return)
            }
            Some(Object::Class(_)) => {
                self.call_class(callable.as_ref().expect("an object"), args, on_return)
            }
            _ => match self.special(callable, self.names.call) {
                Some(method) => self.call(method, args.with_receiver(callable), on_return),
                None => {
                    let text = format!("'{}' object is not callable", self.type_name(callable));
                    let raised = self.type_error(&text);
                    self.raise_to(raised, on_return)
                }
            },
        }
    }

    /// Whether a native is called with the first argument that it is for; `owner`: a method's class.
    #[inline]
    pub(super) fn check_native(
        &mut self,
        name: &'static str,
        owner: Option<Ref>,
        args: &Args,
    ) -> Result<(), Raised> {
        match owner {
            _ if name == "__new__" => self.check_new(args),
            Some(owner) => self.check_receiver(owner, name, args),
            None => Ok(()),
        }
    }

    /// A native `__new__` is called with a class, whoever calls it.
    fn check_new(&mut self, args: &Args) -> Result<(), Raised> {
        let text = match args.positional.first() {
            Some(&first) => match self.object(first) {
                Some(Object::Class(_)) => return Ok(()),
                _ => {
                    let told = self.type_name(first);
                    format!("object.__new__(X): X is not a type object ({told})")
                }
            },
            None => "object.__new__(): not enough arguments".into(),
        };
        Err(self.type_error(&text))
    }

    /// A native method is called with an instance of its class, whoever calls it.
    fn check_receiver(&mut self, owner: Ref, method: &str, args: &Args) -> Result<(), Raised> {
        let first = args.positional.first().copied();
        let Object::Class(class) = self.heap.get(owner) else {
            return Ok(());
        };
        // A view of a class's namespace has a dict's methods for reading.
        let is_view =
            |first| owner == self.types.dict && self.class_of(first) == self.types.mappingproxy;
        if first.is_some_and(|first| self.is_instance(first, owner) || is_view(first)) {
            return Ok(());
        }
        let name = class.name.clone();
        let is_special = method.starts_with("__");
        let text = match first {
            Some(first) => {
                let told = self.type_name(first);
                match is_special {
                    true => format!(
                        "descriptor '{method}' requires a '{name}' object but received a '{told}'"
                    ),
                    false => format!(
                        "descriptor '{method}' for '{name}' objects doesn't apply to a '{told}' object"
                    ),
                }
            }
            None if is_special => {
                format!("descriptor '{method}' of '{name}' object needs an argument")
            }
            None => format!("unbound method {name}.{method}() needs an argument"),
        };
        Err(self.type_error(&text))
    }

    /// Does what a native function asks. A chain of native `__next__` calls is a loop here, however long it is.
    pub fn act(&mut self, mut flow: Flow, mut on_return: OnReturn) -> Result<Called, Raised> {
        loop {
            match flow {
                Flow::Value(value) => return self.deliver(value, on_return),
                Flow::Call(call) => return self.call(call.0, call.1, on_return),
                Flow::CallThen(call) => {
                    let (callable, args, then) = *call;
                    let Some(&Object::Native(native)) = self.object(callable) else {
                        let on_return = OnReturn::Then(Box::new((then, on_return)));
                        return self.call(callable, args, on_return);
                    };
                    let owner = native.owner.filter(|_| native.binds);
                    self.spend(self.costs.native_call);
                    let checked = self.check_native(native.name, owner, &args);
                    let done = match checked.and_then(|()| (native.function)(self, args)) {
                        Ok(Flow::Value(value)) => (then.function)(self, then, value),
                        Ok(other) => {
                            on_return = OnReturn::Then(Box::new((then, on_return)));
                            Ok(other)
                        }
                        raised => raised,
                    };
                    flow = match done {
                        Ok(flow) => flow,
                        Err(raised) => return self.raise_to(raised, on_return),
                    };
                }
                Flow::Resume(resume) => return self.act_resume(*resume, on_return),
                Flow::ResumeThen(parts) => {
                    let (resume, then) = *parts;
                    let on_return = OnReturn::Then(Box::new((then, on_return)));
                    return self.act_resume(resume, on_return);
                }
                Flow::NextThen(parts) => {
                    let (callable, args, then) = *parts;
                    let Some(Object::Native(native)) = self.object(callable) else {
                        return self.act_next(then, on_return, |vm, on_return| {
                            vm.call(callable, args, on_return)
                        });
                    };
                    let function = native.function;
                    let (name, owner) = (native.name, native.owner.filter(|_| native.binds));
                    self.spend(self.costs.native_call);
                    self.charge_steps(1)?;
                    self.check_native(name, owner, &args)?;
                    let item = match function(self, args) {
                        Ok(Flow::Value(item)) => item,
                        Ok(other) => {
                            return self.act_next(then, on_return, |vm, on_return| {
                                vm.act(other, on_return)
                            });
                        }
                        Err(raised) if self.is_exception(raised.0, "StopIteration") => {
                            self.exhausted
                        }
                        Err(raised) => return Err(raised),
                    };
                    flow = match (then.function)(self, then, item) {
                        Ok(flow) => flow,
                        Err(raised) => return self.raise_to(raised, on_return),
                    };
                }
                Flow::Switch(switch) => return self.switch_stack(*switch, on_return),
                Flow::Caught(parts) => match self.act_caught(parts, on_return)? {
                    Tries::Goes(called) => return Ok(called),
                    Tries::Follows(next, outer) => (flow, on_return) = (next, outer),
                },
                Flow::Ended(value) => return self.iterator_ended(value, on_return),
                Flow::Block(blocking) => {
                    return Ok(Called::Blocked(self.block(*blocking, on_return)));
                }
            }
        }
    }

    /// Makes the call of a `__next__`, whose end of iteration is a result like any other.
    fn act_next(
        &mut self,
        then: super::Then,
        on_return: OnReturn,
        call: impl FnOnce(&mut Vm, OnReturn) -> Result<Called, Raised>,
    ) -> Result<Called, Raised> {
        let outer = OnReturn::Then(Box::new((then, on_return)));
        let exhausted = self.exhausted;
        let depth = self.frames.len();
        match call(self, OnReturn::Next(Box::new((exhausted, outer.clone())))) {
            // A native `__next__` raises without a frame of its own.
            Err(raised)
                if self.frames.len() == depth && self.is_exception(raised.0, "StopIteration") =>
            {
                self.deliver(exhausted, outer)
            }
            other => other,
        }
    }

    pub(super) fn act_resume(
        &mut self,
        resume: super::Resume,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        let on_return = match resume.how {
            Resumption::Close => OnReturn::Close(Box::new(on_return)),
            _ => OnReturn::Next(Box::new((resume.default, on_return))),
        };
        self.resume_generator(resume.generator, resume.how, on_return)
    }

    /// Puts a result where it belongs.
    pub fn deliver(&mut self, value: Value, on_return: OnReturn) -> Result<Called, Raised> {
        match on_return {
            OnReturn::Push
            | OnReturn::ForIter { .. }
            | OnReturn::Send { .. }
            | OnReturn::Getattr(_) => self.stack.push(value),
            OnReturn::Discard => {}
            OnReturn::Init(object) => {
                if !value.is_none() {
                    let text = format!(
                        "__init__() should return None, not '{}'",
                        self.type_name(value)
                    );
                    return Err(self.type_error(&text));
                }
                self.stack.push(object);
            }
            OnReturn::Module(module) => self.stack.push(module),
            OnReturn::Truth { negate } => {
                let truth = self.truth_nested(value)?;
                self.stack.push(Value::Bool(truth != negate));
            }
            OnReturn::Operator(call) => return self.operator_answered(value, *call),
            OnReturn::Next(parts) => return self.deliver(value, parts.1),
            OnReturn::Close(outer) => return self.deliver(Value::None, *outer),
            OnReturn::AsyncStep(parts) => return self.deliver(value, parts.1),
            OnReturn::Class(build) => return self.finish_class(*build, value),
            OnReturn::Then(parts) => {
                let (then, outer) = *parts;
                return match (then.function)(self, then, value) {
                    Ok(flow) => self.act(flow, outer),
                    Err(raised) => self.raise_to(raised, outer),
                };
            }
            OnReturn::Catch(parts) => return self.came(parts, Came::Value(value)),
            OnReturn::Nested => self.nested_result = Some(Ok(value)),
            OnReturn::Thread => self.stack.push(value),
        }
        Ok(Called::Done)
    }

    pub(super) fn call_function(
        &mut self,
        function: Ref,
        args: Args,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        let locals = match self.bind_arguments(function, args) {
            Ok(locals) => locals,
            Err(raised) => return self.raise_to(raised, on_return),
        };
        let bottom = self.stack.len();
        self.stack.extend_from_slice(&locals);
        self.push_function(function, bottom, bottom, on_return)
    }

    /// Pushes the frame of a function whose bound parameters lie on the stack from `base` on.
    pub(super) fn push_function(
        &mut self,
        function: Ref,
        base: usize,
        bottom: usize,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        if self.frames.len() > self.recursion_limit {
            self.stack.truncate(bottom);
            let raised = self.raise("RecursionError", "maximum recursion depth exceeded");
            return self.raise_to(raised, on_return);
        }
        let loaded = self.ready_code(function);
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("checked by the caller")
        };
        let module = object.module;
        let code: &Code = &loaded.code;
        // Code made of text brings the namespace of its names as its closure.
        let namespace = match code.kind {
            CodeKind::Class => object.closure.first().copied(),
            _ => None,
        };
        self.stack.resize(base + code.locals.len(), Value::Unbound);
        let mut cells = Vec::new();
        if !code.cells.is_empty() {
            cells.reserve_exact(code.cell_parameters.len() + object.closure.len());
            for parameter in &code.cell_parameters {
                let value =
                    parameter.map_or(Value::Unbound, |index| self.stack[base + index as usize]);
                cells.push(self.heap.alloc(Object::Cell(value)));
            }
            if let Object::Function(object) = self.heap.get(function) {
                cells.extend_from_slice(&object.closure);
            }
        }
        let is_suspended = code.is_generator || code.is_async;
        let frame = Frame {
            code: loaded,
            ip: 0,
            base,
            bottom,
            module,
            cells,
            namespace,
            handled_base: self.handled.len(),
            on_return,
            generator: None,
        };
        self.spend(self.costs.call);
        if !is_suspended {
            self.frames.push(frame);
            return Ok(Called::Pushed);
        }
        let generator = self.suspend_new(function, frame);
        self.deliver(generator.0, generator.1)
    }

    pub(super) fn suspend_new(&mut self, function: Ref, mut frame: Frame) -> (Value, OnReturn) {
        // Room for what its stack will hold at a `yield`, too.
        let room = frame.code.code.max_stack as usize;
        let mut locals = Vec::with_capacity(self.stack.len() - frame.base + room);
        locals.extend_from_slice(&self.stack[frame.base..]);
        self.stack.truncate(frame.bottom);
        let on_return = std::mem::replace(&mut frame.on_return, OnReturn::Push);
        let Object::Function(object) = self.heap.get(function) else {
            unreachable!("checked by the caller")
        };
        let (name, qualname) = (object.name, object.qualname);
        let code = frame.code.clone();
        let generator = Generator {
            kind: super::coroutine::kind_of(&code.code),
            name,
            qualname,
            code,
            is_stepping: false,
            is_hooked: false,
            is_guarded: false,
            state: GeneratorState::Suspended(Box::new((frame, locals, Vec::new()))),
            spare: None,
            started: false,
            delegate: Value::Unbound,
        };
        (
            self.heap.value(Object::Generator(Box::new(generator))),
            on_return,
        )
    }
}
