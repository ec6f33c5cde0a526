//! What happens to an exception: the handler it finds, or the frames that it ends.

use super::{Called, Came, OnReturn, Raised, Vm};
use crate::heap::{GeneratorKind, GeneratorState, Object, TracebackEntry, Value};

/// Where an exception ended up.
pub(super) enum Unwound {
    /// The innermost frame goes on (at a handler, or after a loop that ended).
    Continue,
    /// A call that replaced the exception asks the kernel.
    Blocked(interleave_kernel::Op),
    /// It left the frame at the given depth: a nested call's, or the thread's first.
    Left(Value),
}

impl Vm {
    /// Unwinds from the innermost frame, whose `ip` is after the instruction that raised, down to but not
    /// including `floor` frames.
    pub(super) fn unwind(&mut self, raised: Raised, floor: usize) -> Unwound {
        let mut exception = raised.0;
        self.spend(self.costs.raise);
        if !self.reraising {
            self.chain_context(exception);
        }
        loop {
            if self.frames.len() <= floor {
                return Unwound::Left(exception);
            }
            if self.enter_handler(exception) {
                return Unwound::Continue;
            }
            let frame = self.frames.pop().expect("deeper than the floor");
            self.stack.truncate(frame.bottom);
            self.handled.truncate(frame.handled_base);
            if let Some(generator) = frame.generator {
                if let Object::Generator(object) = self.heap.get_mut(generator) {
                    object.state = GeneratorState::Finished;
                    object.spare = None;
                }
                exception = self.leaving_generator(self.generator_kind(generator), exception);
            }
            match self.raised_to(exception, frame.on_return) {
                Ok(Some(Called::Blocked(op))) => return Unwound::Blocked(op),
                Ok(Some(_)) => return Unwound::Continue,
                Ok(None) => return Unwound::Left(exception),
                Err(next) => {
                    if next.0 != exception {
                        self.chain_context(next.0);
                    }
                    exception = next.0;
                }
            }
        }
    }

    /// A frame that was called with `on_return` ended with an exception. `Ok(None)`: a nested call or a thread is over.
    pub(super) fn raised_to(
        &mut self,
        exception: Value,
        on_return: OnReturn,
    ) -> Result<Option<Called>, Raised> {
        match on_return {
            OnReturn::ForIter { target } if self.is_exception(exception, "StopIteration") => {
                self.stack.pop();
                self.frames.last_mut().expect("the loop's frame runs").ip = target as usize;
                Ok(Some(Called::Done))
            }
            OnReturn::Send { target } => self.send_raised(Raised(exception), target).map(Some),
            OnReturn::Next(parts) => {
                if !parts.0.is_unbound() && self.is_exception(exception, "StopIteration") {
                    return self.deliver(parts.0, parts.1).map(Some);
                }
                self.raised_to(exception, parts.1)
            }
            OnReturn::Close(outer) => {
                let ends = ["GeneratorExit", "StopIteration"];
                if ends.iter().any(|name| self.is_exception(exception, name)) {
                    return self.deliver(Value::None, *outer).map(Some);
                }
                self.raised_to(exception, *outer)
            }
            OnReturn::AsyncStep(parts) => {
                let (awaiter, outer) = *parts;
                if self.async_generator_left(awaiter, exception) {
                    return self.generator_ended(Value::None, outer).map(Some);
                }
                self.raised_to(exception, outer)
            }
            OnReturn::Getattr(parts) if self.is_exception(exception, "AttributeError") => {
                let (object, name) = *parts;
                match self.special(object, self.names.getattr) {
                    Some(fallback) => {
                        let key = self.symbol_value(name);
                        self.call(fallback, super::Args::of(&[object, key]), OnReturn::Push)
                            .map(Some)
                    }
                    None => Err(Raised(exception)),
                }
            }
            OnReturn::Then(parts) => self.raised_to(exception, parts.1),
            OnReturn::Catch(parts) => self.came(parts, Came::Raised(exception)).map(Some),
            OnReturn::Nested => {
                self.nested_result = Some(Err(Raised(exception)));
                Ok(None)
            }
            OnReturn::Thread => Ok(None),
            _ => Err(Raised(exception)),
        }
    }

    /// PEP 479: StopIteration that leaves a generator becomes RuntimeError.
    fn leaving_generator(&mut self, kind: GeneratorKind, exception: Value) -> Value {
        let raised = if self.is_exception(exception, "StopIteration") {
            "StopIteration"
        } else if kind == GeneratorKind::AsyncGenerator
            && self.is_exception(exception, "StopAsyncIteration")
        {
            "StopAsyncIteration"
        } else {
            return exception;
        };
        let text = format!("{} raised {raised}", kind.noun());
        let Raised(replacement) = self.raise("RuntimeError", &text);
        if let Some(e) = self.exception_mut(replacement) {
            e.cause = exception;
            e.context = exception;
            e.suppress_context = true;
        }
        replacement
    }

    /// Notes the innermost frame in the traceback and enters its handler, if it has one there.
    fn enter_handler(&mut self, exception: Value) -> bool {
        let frame = self.frames.last().expect("a frame runs");
        let at = frame.ip.saturating_sub(1) as u32;
        let (base, handled_base, module) = (frame.base, frame.handled_base, frame.module);
        let code = frame.code.code.clone();
        let locals = code.locals.len();
        // A re-raised exception has this frame already. Source: CPython, Python/ceval.c, RERAISE.
        let reraised = std::mem::take(&mut self.reraising);
        let handler = code
            .handlers
            .iter()
            .find(|row| row.start <= at && at < row.end)
            .copied();
        if let Some(e) = self.exception_mut(exception)
            && !reraised
        {
            e.traceback.push(TracebackEntry {
                code,
                instr: at,
                module,
            });
        }
        let Some(handler) = handler else { return false };
        self.stack
            .truncate(base + locals + handler.stack_depth as usize);
        self.handled
            .truncate(handled_base + handler.handled_depth as usize);
        self.stack.push(exception);
        self.handled.push(exception);
        self.frames.last_mut().expect("a frame runs").ip = handler.target as usize;
        true
    }
}
