//! One step of an asynchronous generator: what `__anext__`, `asend`, `athrow` and `aclose` give to be awaited, and a
//! coroutine's `__await__`. Source: CPython 3.11, Objects/genobject.c.

use super::{Called, Flow, NativeResult, OnReturn, Raised, Resumption, Then, Vm};
use crate::heap::{Awaiter, AwaiterAction, AwaiterState, GeneratorState, Object, Ref, Value};

/// The roots under which `sys.set_asyncgen_hooks` keeps its functions.
pub const ASYNC_GENERATOR_HOOKS: [&str; 2] = ["asyncgen_firstiter", "asyncgen_finalizer"];

impl Vm {
    /// An awaiter of `generator`.
    pub fn awaiter(&mut self, generator: Ref, action: AwaiterAction) -> Value {
        let state = AwaiterState::New;
        self.heap.value(Object::Awaiter(Box::new(Awaiter {
            generator,
            action,
            state,
        })))
    }

    /// The same for an asynchronous generator, whose first step is told to the event loop's hook.
    pub fn async_step(&mut self, generator: Ref, action: AwaiterAction) -> NativeResult {
        let awaiter = self.awaiter(generator, action);
        if let Object::Generator(object) = self.heap.get_mut(generator)
            && !std::mem::replace(&mut object.is_hooked, true)
            && let Some(&hook) = self.roots.get(ASYNC_GENERATOR_HOOKS[0])
        {
            let args = super::Args::of(&[Value::Obj(generator)]);
            let then = Then::new(|_, then, _| Ok(Flow::Value(then.state[0])), vec![awaiter]);
            return Ok(Flow::CallThen(Box::new((hook, args, then))));
        }
        Ok(Flow::Value(awaiter))
    }

    fn awaiter_at(&self, r: Ref) -> Awaiter {
        match self.heap.get(r) {
            Object::Awaiter(awaiter) => **awaiter,
            _ => unreachable!("no awaiter"),
        }
    }

    fn set_awaiter(&mut self, r: Ref, state: AwaiterState) {
        let Object::Awaiter(awaiter) = self.heap.get_mut(r) else {
            return;
        };
        awaiter.state = state;
        let generator = awaiter.generator;
        if let Object::Generator(object) = self.heap.get_mut(generator) {
            object.is_stepping = state == AwaiterState::Going;
        }
    }

    /// Drives an awaiter; what it yields goes where `on_return` says.
    pub(super) fn resume_awaiter(
        &mut self,
        own: Ref,
        how: Resumption,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        let awaiter = self.awaiter_at(own);
        let generator = awaiter.generator;
        if awaiter.action == AwaiterAction::Coroutine {
            return self.resume_generator(generator, how, on_return);
        }
        let asks = matches!(awaiter.action, AwaiterAction::Send(_));
        if how == Resumption::Close {
            if awaiter.state == AwaiterState::New {
                self.set_awaiter_over(own);
            } else {
                self.set_awaiter(own, AwaiterState::Over);
            }
            return self.deliver(Value::None, on_return);
        }
        let how = match awaiter.state {
            AwaiterState::Over => {
                let what = if asks {
                    "__anext__()/asend()"
                } else {
                    "aclose()/athrow()"
                };
                let text = format!("cannot reuse already awaited {what}");
                let raised = self.raise("RuntimeError", &text);
                return self.raise_to(raised, on_return);
            }
            AwaiterState::Going => how,
            AwaiterState::New => {
                let (busy, finished) = match self.heap.get(generator) {
                    Object::Generator(object) => (
                        object.is_stepping,
                        matches!(object.state, GeneratorState::Finished),
                    ),
                    _ => (false, false),
                };
                if !asks && finished {
                    self.set_awaiter_over(own);
                    return self.generator_ended(Value::None, on_return);
                }
                if busy {
                    self.set_awaiter_over(own);
                    let name = match awaiter.action {
                        AwaiterAction::Throw(_) => "athrow",
                        AwaiterAction::Close => "aclose",
                        _ => "anext",
                    };
                    let text = format!("{name}(): asynchronous generator is already running");
                    let raised = self.raise("RuntimeError", &text);
                    return self.raise_to(raised, on_return);
                }
                match (how, awaiter.action) {
                    (Resumption::Send(Value::None), AwaiterAction::Send(value)) => {
                        Resumption::Send(value)
                    }
                    (Resumption::Send(Value::None), AwaiterAction::Throw(exception)) => {
                        Resumption::Throw(exception)
                    }
                    (Resumption::Send(Value::None), AwaiterAction::Close) => {
                        Resumption::Throw(self.raise_value("GeneratorExit", &[]).0)
                    }
                    (Resumption::Send(_), AwaiterAction::Throw(_) | AwaiterAction::Close) => {
                        return Err(self.raise(
                            "RuntimeError",
                            "can't send non-None value to a just-started coroutine",
                        ));
                    }
                    _ => how,
                }
            }
        };
        self.set_awaiter(own, AwaiterState::Going);
        let depth = self.frames.len();
        let step = OnReturn::AsyncStep(Box::new((own, on_return)));
        let result = self.resume_generator(generator, how, step);
        if result.is_err() && self.frames.len() == depth {
            self.set_awaiter(own, AwaiterState::Over);
        }
        result
    }

    /// An awaiter that was never under way is over; its generator may be on another's behalf.
    fn set_awaiter_over(&mut self, own: Ref) {
        if let Object::Awaiter(awaiter) = self.heap.get_mut(own) {
            awaiter.state = AwaiterState::Over;
        }
    }

    /// The generator has yielded: the awaiter's result is the item.
    pub(super) fn async_item(
        &mut self,
        own: Ref,
        item: Value,
        outer: OnReturn,
    ) -> Result<Called, Raised> {
        let action = self.awaiter_at(own).action;
        self.set_awaiter(own, AwaiterState::Over);
        if action == AwaiterAction::Close {
            let raised = self.raise("RuntimeError", "async generator ignored GeneratorExit");
            return self.raise_to(raised, outer);
        }
        self.generator_ended(item, outer)
    }

    /// The generator has returned.
    pub(super) fn async_generator_ended(
        &mut self,
        own: Ref,
        outer: OnReturn,
    ) -> Result<Called, Raised> {
        let action = self.awaiter_at(own).action;
        self.set_awaiter(own, AwaiterState::Over);
        if action == AwaiterAction::Close {
            return self.generator_ended(Value::None, outer);
        }
        let raised = self.raise_value("StopAsyncIteration", &[]);
        self.raise_to(raised, outer)
    }

    /// The generator was left by an exception: whether `aclose()` asked for just that.
    pub(super) fn async_generator_left(&mut self, own: Ref, exception: Value) -> bool {
        let action = self.awaiter_at(own).action;
        self.set_awaiter(own, AwaiterState::Over);
        let ends = ["GeneratorExit", "StopAsyncIteration"];
        action == AwaiterAction::Close && ends.iter().any(|name| self.is_exception(exception, name))
    }
}
