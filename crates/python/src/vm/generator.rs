//! Generators and coroutines: resuming, yielding, `throw`, `close` and `yield from`. Source: CPython 3.11,
//! Objects/genobject.c.

use super::{Args, Called, Came, Flow, OnReturn, Raised, Resumption, Then, Vm};
use crate::code::Instr;
use crate::heap::{GeneratorKind, GeneratorState, Object, Parked, Ref, Value};

impl Vm {
    /// Resumes a generator; what it yields goes where `on_return` says.
    pub fn resume_generator(
        &mut self,
        generator: Ref,
        how: Resumption,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        if self.frames.len() > self.recursion_limit {
            let raised = self.raise("RecursionError", "maximum recursion depth exceeded");
            return self.raise_to(raised, on_return);
        }
        let object = match self.heap.get_mut(generator) {
            Object::Generator(object) => object,
            Object::Awaiter(_) => return self.resume_awaiter(generator, how, on_return),
            _ => return Err(self.type_error("a generator is required")),
        };
        let kind = object.kind;
        let started = std::mem::replace(&mut object.started, true);
        let delegate = object.delegate;
        match (&object.state, how) {
            (GeneratorState::Running, _) => {
                let text = format!("{} already executing", kind.noun());
                let raised = self.raise("ValueError", &text);
                return self.raise_to(raised, on_return);
            }
            (GeneratorState::Finished, Resumption::Send(_) | Resumption::Throw(_))
                if kind == GeneratorKind::Coroutine =>
            {
                let raised = self.raise("RuntimeError", "cannot reuse already awaited coroutine");
                return self.raise_to(raised, on_return);
            }
            (GeneratorState::Finished, Resumption::Throw(exception)) => {
                return self.raise_to(Raised(exception), on_return);
            }
            (GeneratorState::Finished, Resumption::Close) => {
                return self.deliver(Value::None, on_return);
            }
            (GeneratorState::Finished, Resumption::Send(_)) => {
                return self.generator_ended(Value::None, on_return);
            }
            (GeneratorState::Suspended(_), Resumption::Send(value))
                if !started && !value.is_none() =>
            {
                object.started = false;
                let text = format!(
                    "can't send non-None value to a just-started {}",
                    kind.noun()
                );
                return Err(self.type_error(&text));
            }
            (GeneratorState::Suspended(_), Resumption::Close) if !started => {
                object.state = GeneratorState::Finished;
                return self.deliver(Value::None, on_return);
            }
            _ => {}
        }
        let GeneratorState::Suspended(parts) =
            std::mem::replace(&mut object.state, GeneratorState::Running)
        else {
            unreachable!("the other states were dealt with")
        };
        self.unpark(generator, parts, on_return);
        match how {
            Resumption::Send(value) => {
                if started {
                    self.stack.push(value);
                }
                Ok(Called::Pushed)
            }
            Resumption::Throw(exception) => self.throw_inside(generator, delegate, exception),
            Resumption::Close => {
                let exit = self.raise_value("GeneratorExit", &[]).0;
                self.throw_inside(generator, delegate, exit)
            }
        }
    }

    /// Puts a suspended generator's frame and values on the thread. Their box stays with the generator for the next
    /// `yield`.
    pub(super) fn unpark(&mut self, generator: Ref, mut parts: Parked, on_return: OnReturn) {
        self.spend(self.costs.generator_resume);
        let vacant = parts.0.vacant();
        let mut frame = std::mem::replace(&mut parts.0, vacant);
        frame.bottom = self.stack.len();
        frame.base = self.stack.len();
        frame.handled_base = self.handled.len();
        frame.on_return = on_return;
        frame.generator = Some(generator);
        self.frames.push(frame);
        self.stack.extend_from_slice(&parts.1);
        self.handled.extend_from_slice(&parts.2);
        if let Object::Generator(object) = self.heap.get_mut(generator) {
            object.spare = Some(parts);
            // What it waited for last is not kept alive by it any more.
            object.delegate = Value::Unbound;
            if std::mem::replace(&mut object.is_guarded, false) && object.kind.closes_when_dropped()
            {
                self.guarded_generators -= 1;
            }
        }
    }

    /// Takes the running generator's frame and values off the thread; the generator, and who resumed it.
    pub(super) fn park(&mut self, delegate: Value) -> (Ref, OnReturn) {
        let mut frame = self.frames.pop().expect("a frame runs");
        let generator = frame.generator.expect("only a generator's frame yields");
        let on_return = std::mem::replace(&mut frame.on_return, OnReturn::Push);
        let Object::Generator(object) = self.heap.get_mut(generator) else {
            unreachable!("checked when it was resumed")
        };
        let (base, handled_base) = (frame.base, frame.handled_base);
        let mut parts = match object.spare.take() {
            Some(mut parts) => {
                parts.0 = frame;
                parts
            }
            None => Box::new((frame, Vec::new(), Vec::new())),
        };
        parts.1.clear();
        parts.1.extend_from_slice(&self.stack[base..]);
        parts.2.clear();
        parts.2.extend_from_slice(&self.handled[handled_base..]);
        self.stack.truncate(base);
        self.handled.truncate(handled_base);
        let may_be_guarded = !delegate.is_unbound() || !parts.0.code.code.handlers.is_empty();
        object.state = GeneratorState::Suspended(parts);
        object.delegate = delegate;
        if may_be_guarded && self.is_guarded(generator) {
            self.set_guarded(generator, true);
        }
        (generator, on_return)
    }

    /// Raises `exception` at the `yield` that the innermost frame, a generator's, stands at; a `yield from` or an `await`
    /// hands it to its iterator first.
    fn throw_inside(
        &mut self,
        generator: Ref,
        delegate: Value,
        exception: Value,
    ) -> Result<Called, Raised> {
        if delegate.is_unbound() {
            return Err(Raised(exception));
        }
        if let Object::Generator(object) = self.heap.get_mut(generator) {
            object.delegate = Value::Unbound;
        }
        let inner = match self.object(delegate) {
            Some(Object::Generator(_) | Object::Awaiter(_)) => delegate.as_ref(),
            _ => None,
        };
        if self.is_exception(exception, "GeneratorExit") {
            // Close the inner one, then raise GeneratorExit here.
            let then = Then::new(raise_exit, vec![exception]);
            let on_return = OnReturn::Then(Box::new((then, OnReturn::Discard)));
            if let Some(inner) = inner {
                let on_return = OnReturn::Close(Box::new(on_return));
                return self.resume_generator(inner, Resumption::Close, on_return);
            }
            return match self.special(delegate, self.names.close) {
                Some(close) => self.call(close, Args::of(&[delegate]), on_return),
                None => Err(Raised(exception)),
            };
        }
        let frame = self.frames.last_mut().expect("the generator's frame is on");
        // Where the delegate yields again the item is handed out by the same instruction.
        let resume_at = frame.ip;
        let target = match frame.code.code.instrs.get(resume_at) {
            Some(Instr::Jump(send) | Instr::JumpBack(send)) => {
                match frame.code.code.instrs[*send as usize] {
                    Instr::Send(target) => target,
                    _ => 0,
                }
            }
            _ => 0,
        };
        frame.ip = resume_at - 1;
        let depth = self.frames.len();
        let on_return = OnReturn::Send { target };
        let result = match inner {
            Some(inner) => self.resume_generator(inner, Resumption::Throw(exception), on_return),
            None => match self.special(delegate, self.names.throw) {
                Some(throw) => self.call(throw, Args::of(&[delegate, exception]), on_return),
                None => {
                    self.frames.last_mut().expect("it is still on").ip = resume_at;
                    return Err(Raised(exception));
                }
            },
        };
        match result {
            Err(raised) if self.frames.len() == depth => self.send_raised(raised, target),
            other => other,
        }
    }

    /// The inner iterator of a `yield from` raised: StopIteration ends it, the rest goes on up.
    pub(super) fn send_raised(&mut self, raised: Raised, target: u32) -> Result<Called, Raised> {
        if !self.is_exception(raised.0, "StopIteration") {
            return Err(raised);
        }
        let value = self.stop_iteration_value(raised.0);
        self.finish_send(value, target);
        Ok(Called::Done)
    }

    /// The iterator on top of the stack is replaced by its result.
    pub(super) fn finish_send(&mut self, value: Value, target: u32) {
        let top = self.stack.last_mut().expect("the iterator is on the stack");
        *top = value;
        let frame = self.frames.last_mut().expect("a frame runs");
        frame.ip = target as usize;
    }

    /// `StopIteration.value`
    pub fn stop_iteration_value(&self, exception: Value) -> Value {
        let args = self.exception(exception).map(|e| e.args);
        match args.and_then(|args| self.object(args)) {
            Some(Object::Tuple(items)) => items.first().copied().unwrap_or(Value::None),
            _ => Value::None,
        }
    }

    /// `yield`: takes the running generator's frame off and hands `value` out.
    pub(super) fn yield_value(&mut self, value: Value, delegate: Value) -> Result<Called, Raised> {
        let (generator, on_return) = self.park(delegate);
        match on_return {
            OnReturn::AsyncStep(parts) => {
                let (awaiter, outer) = *parts;
                if delegate.is_unbound() {
                    return self.async_item(awaiter, value, outer);
                }
                self.hand_out(generator, value, outer)
            }
            other => self.hand_out(generator, value, other),
        }
    }

    fn hand_out(
        &mut self,
        generator: Ref,
        value: Value,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        match on_return {
            OnReturn::Close(outer) => {
                let noun = self.generator_kind(generator).noun();
                let raised = self.raise("RuntimeError", &format!("{noun} ignored GeneratorExit"));
                self.raise_to(raised, *outer)
            }
            OnReturn::Next(parts) => self.deliver(value, parts.1),
            other => self.deliver(value, other),
        }
    }

    /// A generator is over with this result: tells whoever resumed it.
    pub(super) fn generator_ended(
        &mut self,
        value: Value,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        match on_return {
            OnReturn::ForIter { target } => {
                self.stack.pop();
                self.frames.last_mut().expect("the loop's frame runs").ip = target as usize;
                Ok(Called::Done)
            }
            OnReturn::Send { target } => {
                self.finish_send(value, target);
                Ok(Called::Done)
            }
            OnReturn::Next(parts) if !parts.0.is_unbound() => self.deliver(parts.0, parts.1),
            OnReturn::Close(outer) => self.deliver(Value::None, *outer),
            OnReturn::AsyncStep(parts) => self.async_generator_ended(parts.0, parts.1),
            OnReturn::Catch(parts) => self.came(parts, Came::Ended(value)),
            OnReturn::Next(parts) => {
                let args: &[Value] = if value.is_none() { &[] } else { &[value] };
                let raised = self.raise_value("StopIteration", args);
                self.raise_to(raised, parts.1)
            }
            other => {
                let raised = self.raise_value("StopIteration", &[value]);
                self.raise_to(raised, other)
            }
        }
    }

    /// A native iterator is over with this result: a `yield from` or an `await` takes it; anybody else is told by
    /// StopIteration.
    pub(super) fn iterator_ended(
        &mut self,
        value: Value,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        if let OnReturn::Send { target } = on_return {
            self.finish_send(value, target);
            return Ok(Called::Done);
        }
        let raised = self.raise_value("StopIteration", &[value]);
        self.raise_to(raised, on_return)
    }

    /// Whether it is a generator, a coroutine or an asynchronous generator.
    pub(super) fn generator_kind(&self, generator: Ref) -> GeneratorKind {
        match self.heap.get(generator) {
            Object::Generator(object) => object.kind,
            _ => GeneratorKind::Generator,
        }
    }

    fn set_guarded(&mut self, generator: Ref, guarded: bool) {
        if let Object::Generator(object) = self.heap.get_mut(generator) {
            object.is_guarded = guarded;
            self.guarded_generators += u32::from(guarded && object.kind.closes_when_dropped());
        }
    }

    /// Counts generators that are suspended in a `try` anew: some of them may be gone.
    pub(super) fn count_guarded(&mut self) {
        let guarded = |object: &Object| match object {
            Object::Generator(generator) => {
                generator.is_guarded && generator.kind.closes_when_dropped()
            }
            Object::Instance(instance) => instance.awaits_del,
            _ => false,
        };
        let objects = self.heap.objects();
        self.guarded_generators = objects.filter(|(_, object)| guarded(object)).count() as u32;
    }

    /// Whether the generator is suspended where leaving it runs code of its own: in a `try` or a `with`.
    pub(super) fn is_guarded(&self, generator: Ref) -> bool {
        let Object::Generator(object) = self.heap.get(generator) else {
            return false;
        };
        let GeneratorState::Suspended(parts) = &object.state else {
            return false;
        };
        let at = parts.0.ip.saturating_sub(1) as u32;
        let mut rows = parts.0.code.code.handlers.iter();
        let inner = object.delegate.as_ref().map(|inner| self.heap.get(inner));
        rows.any(|row| row.start <= at && at < row.end)
            || matches!(inner, Some(Object::Generator(inner)) if inner.is_guarded)
    }
}

/// The iterator of a `yield from` is closed: GeneratorExit goes on in the generator itself.
fn raise_exit(_vm: &mut Vm, then: Then, _result: Value) -> Result<Flow, Raised> {
    Err(Raised(then.state[0]))
}
