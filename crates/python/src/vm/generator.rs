//! Generators: resuming, yielding, `throw`, `close` and `yield from`. Source: CPython 3.11,
//! Objects/genobject.c.

use super::{Args, Called, OnReturn, Raised, Resumption, Vm};
use crate::code::Instr;
use crate::heap::{GeneratorState, Object, Ref, Value};

impl Vm {
    /// Resumes a generator; what it yields goes where `on_return` says.
    pub fn resume_generator(
        &mut self,
        generator: Ref,
        how: Resumption,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        let Object::Generator(object) = self.heap.get_mut(generator) else {
            return Err(self.type_error("a generator is required"));
        };
        let started = std::mem::replace(&mut object.started, true);
        let delegate = object.delegate;
        match (&object.state, how) {
            (GeneratorState::Running, _) => {
                return Err(self.raise("ValueError", "generator already executing"));
            }
            (GeneratorState::Finished, Resumption::Throw(exception)) => {
                return Err(Raised(exception));
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
                return Err(
                    self.type_error("can't send non-None value to a just-started generator")
                );
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
        let (mut frame, values, handled) = *parts;
        self.spend(self.costs.generator_resume);
        frame.bottom = self.stack.len();
        frame.base = self.stack.len();
        frame.handled_base = self.handled.len();
        frame.on_return = on_return;
        frame.generator = Some(generator);
        self.stack.extend(values);
        self.handled.extend(handled);
        self.frames.push(frame);
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

    /// Raises `exception` at the `yield` that the innermost frame, a generator's, stands at; a `yield from` hands it to
    /// its iterator first.
    fn throw_inside(
        &mut self,
        generator: Ref,
        delegate: Value,
        exception: Value,
    ) -> Result<Called, Raised> {
        if !delegate.is_unbound() {
            if let Object::Generator(object) = self.heap.get_mut(generator) {
                object.delegate = Value::Unbound;
            }
            let is_exit = self.is_exception(exception, "GeneratorExit");
            let frame = self.frames.last_mut().expect("the generator's frame is on");
            // Where the delegate yields again the item is handed out by the same instruction.
            let resume_at = frame.ip;
            frame.ip = resume_at - 1;
            let target = match frame.code.code.instrs.get(resume_at) {
                Some(Instr::Jump(send) | Instr::JumpBack(send)) => {
                    match frame.code.code.instrs[*send as usize] {
                        Instr::Send(target) => target,
                        _ => 0,
                    }
                }
                _ => 0,
            };
            let inner = match self.object(delegate) {
                Some(Object::Generator(_)) => delegate.as_ref(),
                _ => None,
            };
            if let Some(inner) = inner {
                let how = if is_exit {
                    Resumption::Close
                } else {
                    Resumption::Throw(exception)
                };
                if is_exit {
                    // Close the inner one, then raise GeneratorExit here.
                    self.close_nested(inner)?;
                    return Err(Raised(exception));
                }
                let depth = self.frames.len();
                let result = self.resume_generator(inner, how, OnReturn::Send { target });
                return match result {
                    Err(raised) if self.frames.len() == depth => self.send_raised(raised, target),
                    other => other,
                };
            }
            let name = if is_exit {
                self.names.close
            } else {
                self.names.throw
            };
            if let Some(method) = self.special(delegate, name) {
                if is_exit {
                    self.call_nested(method, Args::of(&[delegate]))?;
                    return Err(Raised(exception));
                }
                return self.call(
                    method,
                    Args::of(&[delegate, exception]),
                    OnReturn::Send { target },
                );
            }
            let frame = self.frames.last_mut().expect("the generator's frame is on");
            frame.ip = resume_at;
        }
        Err(Raised(exception))
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

    fn close_nested(&mut self, generator: Ref) -> Result<(), Raised> {
        let close = self.special(Value::Obj(generator), self.names.close);
        if let Some(close) = close {
            self.call_nested(close, Args::of(&[Value::Obj(generator)]))?;
        }
        Ok(())
    }

    /// `yield`: takes the running generator's frame off and hands `value` out.
    pub(super) fn yield_value(&mut self, value: Value, delegate: Value) -> Result<Called, Raised> {
        let mut frame = self.frames.pop().expect("a frame runs");
        let generator = frame.generator.expect("only a generator's frame yields");
        let values = self.stack.split_off(frame.base);
        let handled = self.handled.split_off(frame.handled_base);
        let on_return = std::mem::replace(&mut frame.on_return, OnReturn::Push);
        if let Object::Generator(object) = self.heap.get_mut(generator) {
            object.state = GeneratorState::Suspended(Box::new((frame, values, handled)));
            object.delegate = delegate;
        }
        match on_return {
            OnReturn::Close(_) => {
                Err(self.raise("RuntimeError", "generator ignored GeneratorExit"))
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
            OnReturn::Next(_) => {
                let args: &[Value] = if value.is_none() { &[] } else { &[value] };
                Err(self.raise_value("StopIteration", args))
            }
            other => {
                drop(other);
                Err(self.raise_value("StopIteration", &[value]))
            }
        }
    }
}
