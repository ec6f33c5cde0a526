//! What can be awaited: `await`, `async for`, `async with`; and iterators that a loop leaves early.
//! Source: CPython 3.11, Objects/genobject.c `_PyCoro_GetAwaitableIter`, Python/ceval.c.

use super::execute::Next;
use super::{Args, AwaitStep, Flow, NativeResult, OnReturn, Raised, Then, Vm};
use crate::code::{AwaitedBy, Code};
use crate::heap::{AwaiterAction, GeneratorKind, GeneratorState, Object, Ref, Value};
use interleave_trace::Stream;

/// What calling a function with this code makes.
pub(super) fn kind_of(code: &Code) -> GeneratorKind {
    match (code.is_async, code.is_generator) {
        (true, true) => GeneratorKind::AsyncGenerator,
        (true, false) => GeneratorKind::Coroutine,
        _ if code.is_iterable_coroutine => GeneratorKind::IterableCoroutine,
        _ => GeneratorKind::Generator,
    }
}

impl Vm {
    /// Puts a result on the stack, or does what leads to it.
    pub(super) fn pushed(&mut self, flow: Flow) -> Result<Option<Next>, Raised> {
        if let Flow::Value(value) = flow {
            self.stack.push(value);
            return Ok(None);
        }
        self.act(flow, OnReturn::Push)
            .map(|called| Some(Next::from(called)))
    }

    /// One step of awaiting `value`, where no iterator is needed for it.
    #[inline]
    pub(super) fn await_step(&self, value: Value) -> Option<AwaitStep> {
        let Some(Object::Host(host)) = self.object(value) else {
            return None;
        };
        let mut known = self.awaited_directly.iter();
        known
            .find(|known| known.0 == host.class)
            .map(|known| known.1)
    }

    /// The iterator that awaiting `value` drives.
    pub fn awaitable(&mut self, value: Value, by: AwaitedBy) -> NativeResult {
        if self.await_step(value).is_some() {
            self.spend(self.costs.native_call);
            return Ok(Flow::Value(value));
        }
        match self.object(value) {
            Some(Object::Generator(generator)) => match generator.kind {
                GeneratorKind::Coroutine => {
                    let suspended = matches!(generator.state, GeneratorState::Suspended(_));
                    if suspended && !generator.delegate.is_unbound() {
                        return Err(
                            self.raise("RuntimeError", "coroutine is being awaited already")
                        );
                    }
                    return Ok(Flow::Value(value));
                }
                GeneratorKind::IterableCoroutine => return Ok(Flow::Value(value)),
                _ => {}
            },
            Some(Object::Awaiter(awaiter)) if awaiter.action != AwaiterAction::Coroutine => {
                return Ok(Flow::Value(value));
            }
            _ => {}
        }
        if let Some(method) = self.special(value, self.names.await_) {
            let then = Then::new(awaitable_found, Vec::new());
            return Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))));
        }
        let name = self.type_name(value);
        let text = match by {
            AwaitedBy::Expression => format!("object {name} can't be used in 'await' expression"),
            AwaitedBy::Enter => format!(
                "'async with' received an object from __aenter__ that does not implement __await__: {name}"
            ),
            AwaitedBy::Exit => format!(
                "'async with' received an object from __aexit__ that does not implement __await__: {name}"
            ),
            AwaitedBy::Next => {
                format!("'async for' received an invalid object from __anext__: {name}")
            }
        };
        Err(self.type_error(&text))
    }

    /// Whether `__next__` can be asked of it.
    pub fn is_iterator(&mut self, value: Value) -> bool {
        self.special(value, self.names.next).is_some()
    }

    /// A generator may go on with a coroutine's values only where it counts as one.
    pub(super) fn check_delegation(
        &mut self,
        kind: GeneratorKind,
        code: &Code,
    ) -> Result<(), Raised> {
        if kind != GeneratorKind::Coroutine || code.is_async || code.is_iterable_coroutine {
            return Ok(());
        }
        Err(self.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"))
    }

    /// `async for`: the asynchronous iterator of `value`.
    pub(super) fn async_iterator(&mut self, value: Value) -> NativeResult {
        match self.special(value, self.names.aiter) {
            Some(method) => {
                let then = Then::new(async_iterator_found, Vec::new());
                Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))))
            }
            None => {
                let text = format!(
                    "'async for' requires an object with __aiter__ method, got {}",
                    self.type_name(value)
                );
                Err(self.type_error(&text))
            }
        }
    }

    /// `async for`: what gives the next item when it is awaited.
    pub(super) fn async_next(&mut self, iterator: Value) -> NativeResult {
        if let Some(Object::Generator(generator)) = self.object(iterator)
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            let generator = iterator.as_ref().expect("an object");
            return self.async_step(generator, AwaiterAction::Send(Value::None));
        }
        match self.special(iterator, self.names.anext) {
            Some(method) => {
                let then = Then::new(
                    |vm, _, found| vm.awaitable(found, AwaitedBy::Next),
                    Vec::new(),
                );
                Ok(Flow::CallThen(Box::new((
                    method,
                    Args::of(&[iterator]),
                    then,
                ))))
            }
            None => {
                let text = format!(
                    "'async for' requires an iterator with __anext__ method, got {}",
                    self.type_name(iterator)
                );
                Err(self.type_error(&text))
            }
        }
    }

    /// `async with`: the bound `__aexit__`, and `__aenter__`.
    pub(super) fn async_manager(&mut self, manager: Value) -> Result<(Value, Value), Raised> {
        let exit = self.special(manager, self.names.aexit);
        let enter = self.special(manager, self.names.aenter);
        if let (Some(enter), Some(exit)) = (enter, exit) {
            return Ok((self.bound(exit, manager), enter));
        }
        let mut text = format!(
            "'{}' object does not support the asynchronous context manager protocol",
            self.type_name(manager)
        );
        if enter.is_some() {
            text.push_str(" (missed __aexit__ method)");
        }
        Err(self.type_error(&text))
    }

    /// A value that its last holder lets go of: the call that closes a generator which nobody else knows, and whose
    /// end runs code of its own. (CPython counts references; here the heap is searched, so it is asked seldom.)
    pub(super) fn dropped(&mut self, value: Value) -> Option<(Value, Args)> {
        let generator = value.as_ref()?;
        let awaits_del = self.awaits_del(generator);
        if self.search_budget == 0 || !awaits_del && !self.is_guarded(generator) {
            return None;
        }
        let roots = self.garbage_roots();
        let (found, looked_at) = self.heap.reaches(roots, generator);
        self.search_budget = self.search_budget.saturating_sub(looked_at);
        if found {
            return None;
        }
        if awaits_del {
            if self.heap.holds_itself(generator) {
                return None;
            }
            let finalize = self.library("_finalize")?;
            return Some((finalize, Args::of(&[value])));
        }
        let closer = match self.generator_kind(generator) {
            GeneratorKind::AsyncGenerator => *self.roots.get(super::ASYNC_GENERATOR_HOOKS[1])?,
            _ => self.library("_close_dropped")?,
        };
        Some((closer, Args::of(&[value])))
    }

    /// The result of a call was dropped: says so where it is a coroutine that has not run. Source: CPython 3.11,
    /// Lib/warnings.py `_warn_unawaited_coroutine`.
    pub(super) fn forget_coroutine(&mut self, coroutine: Ref) {
        let Object::Generator(object) = self.heap.get_mut(coroutine) else {
            return;
        };
        let fresh = object.kind == GeneratorKind::Coroutine && !object.started;
        if !fresh || !matches!(object.state, GeneratorState::Suspended(_)) {
            return;
        }
        object.state = GeneratorState::Finished;
        let qualname = object.qualname;
        let qualname = self.text(qualname).unwrap_or_default();
        let place = self.place_here();
        let Some((file, text)) = self.files.get(usize::from(place.file())) else {
            return;
        };
        let line = text.lines().nth(place.line().saturating_sub(1) as usize);
        let said = format!(
            "{file}:{}: RuntimeWarning: coroutine '{}' was never awaited\n  {}\n\
             RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n",
            place.line(),
            qualname,
            line.unwrap_or_default().trim(),
        );
        let told = (place, qualname);
        if !self.told_unawaited.contains(&told) {
            self.told_unawaited.push(told);
            self.write_now(Stream::Stderr, &said);
        }
    }

    /// Lets go of a value.
    pub(super) fn drop_value(&mut self, value: Value) -> Result<Option<Next>, Raised> {
        match self.dropped(value) {
            Some((callable, args)) => self
                .call(callable, args, OnReturn::Discard)
                .map(|called| Some(Next::from(called))),
            None => Ok(None),
        }
    }

    /// A generator that only a local of the innermost frame knows, which returns now (the local `returned`, if it is
    /// one): the call that closes it.
    pub(super) fn dropped_local(&mut self, returned: Option<u32>) -> Option<(Value, Args)> {
        let frame = self.frames.last()?;
        let (base, count) = (frame.base, frame.code.code.locals.len());
        for index in (0..count).filter(|&index| returned != Some(index as u32)) {
            let value = self.stack[base + index];
            let is_candidate = value.as_ref().is_some_and(|r| {
                matches!(self.heap.get(r), Object::Generator(generator) if generator.is_guarded && generator.kind.closes_when_dropped())
                    || self.awaits_del(r)
            });
            if !is_candidate {
                continue;
            }
            self.stack[base + index] = Value::Unbound;
            if let Some(call) = self.dropped(value) {
                return Some(call);
            }
            self.stack[base + index] = value;
        }
        None
    }

    /// Coroutines that were never awaited, and generators that are still in a `try`, in order of their making.
    pub fn left_unfinished(&self) -> (Vec<Value>, Vec<Value>) {
        let (mut coroutines, mut guarded) = (Vec::new(), Vec::new());
        for (r, object) in self.heap.objects() {
            let Object::Generator(generator) = object else {
                continue;
            };
            match generator.kind {
                GeneratorKind::Coroutine
                    if !generator.started
                        && matches!(generator.state, GeneratorState::Suspended(_)) =>
                {
                    coroutines.push(Value::Obj(r));
                }
                kind if kind.is_iterator() && self.is_guarded(r) => guarded.push(Value::Obj(r)),
                _ => {}
            }
        }
        (coroutines, guarded)
    }
}

fn awaitable_found(vm: &mut Vm, _then: Then, found: Value) -> NativeResult {
    if let Some(Object::Generator(generator)) = vm.object(found)
        && matches!(
            generator.kind,
            GeneratorKind::Coroutine | GeneratorKind::IterableCoroutine
        )
    {
        return Err(vm.type_error("__await__() returned a coroutine"));
    }
    if vm.is_iterator(found) {
        return Ok(Flow::Value(found));
    }
    let text = format!(
        "__await__() returned non-iterator of type '{}'",
        vm.type_name(found)
    );
    Err(vm.type_error(&text))
}

fn async_iterator_found(vm: &mut Vm, _then: Then, found: Value) -> NativeResult {
    if vm.special(found, vm.names.anext).is_some() {
        return Ok(Flow::Value(found));
    }
    let text = format!(
        "'async for' received an object from __aiter__ that does not implement __anext__: {}",
        vm.type_name(found)
    );
    Err(vm.type_error(&text))
}
