//! Iteration: `iter`, one step of a builtin iterator, and collecting an iterable for native code.

use super::{Args, Flow, NativeResult, Raised, Resume, Resumption, Then, Vm};
use crate::heap::{BuiltinIterator, DictPart, Object, Ref, Value};

/// One step of an iterator.
pub enum Step {
    /// The next item.
    Item(Value),
    /// It is over.
    End,
    /// A generator must be resumed.
    Generator(Ref),
    /// This must be called for the next item.
    Call(Value, Args),
}

impl Vm {
    /// `iter(value)`: an iterator, or the call that gives one.
    pub fn iterator(&mut self, value: Value) -> Result<Result<Value, (Value, Args)>, Raised> {
        let base = self.unwrap(value);
        if base != value {
            // A builtin's subclass may have its own `__iter__`.
            let own = self.special(value, self.names.iter);
            if let Some(own) =
                own.filter(|&own| matches!(self.object(own), Some(Object::Function(_))))
            {
                return Ok(Err((own, Args::of(&[value]))));
            }
        }
        let iterator = match (base, self.object(base)) {
            (Value::Obj(r), Some(object)) => match object {
                Object::List(_) | Object::Tuple(_) => BuiltinIterator::Sequence {
                    items: base,
                    index: 0,
                },
                Object::Range(range) => BuiltinIterator::Range {
                    next: range.start,
                    step: range.step,
                    left: range.len(),
                },
                Object::Str(text) => BuiltinIterator::Str {
                    text: text.text.clone(),
                    offset: 0,
                },
                Object::Bytes(bytes) => BuiltinIterator::Bytes {
                    bytes: bytes.clone(),
                    index: 0,
                },
                Object::ByteArray(_) | Object::MemoryView(_) => BuiltinIterator::Bytes {
                    bytes: self.byte_slice(base).into(),
                    index: 0,
                },
                Object::Dict(dict) | Object::Set(dict) | Object::FrozenSet(dict) => {
                    let length = dict.len();
                    BuiltinIterator::Dict {
                        dict: r,
                        part: DictPart::Keys,
                        index: 0,
                        length,
                        reversed: false,
                    }
                }
                Object::DictView { dict, part } => {
                    let (dict, part) = (*dict, *part);
                    let length = match self.heap.get(dict) {
                        Object::Dict(entries) => entries.len(),
                        _ => 0,
                    };
                    BuiltinIterator::Dict {
                        dict,
                        part,
                        index: 0,
                        length,
                        reversed: false,
                    }
                }
                Object::Iterator(_) => return Ok(Ok(value)),
                Object::Generator(generator) if generator.kind.is_iterator() => {
                    return Ok(Ok(value));
                }
                _ => return self.iterator_of_object(value),
            },
            _ => return self.iterator_of_object(value),
        };
        Ok(Ok(self.heap.value(Object::Iterator(Box::new(iterator)))))
    }

    fn iterator_of_object(&mut self, value: Value) -> Result<Result<Value, (Value, Args)>, Raised> {
        match self.special(value, self.names.iter) {
            Some(method) if !method.is_none() => return Ok(Err((method, Args::of(&[value])))),
            _ => {}
        }
        if self.special(value, self.names.getitem).is_some()
            && !matches!(self.object(value), Some(Object::Class(_)))
            && let Some(function) = self.library("_sequence_iterator")
        {
            return Ok(Err((function, Args::of(&[value]))));
        }
        let text = format!("'{}' object is not iterable", self.type_name(value));
        Err(self.type_error(&text))
    }

    /// A Python function of the builtins' own library part.
    pub fn library(&mut self, name: &str) -> Option<Value> {
        let module = *self.modules.get("_builtins")?;
        self.global(module, name)
    }

    /// One step of an iterator.
    pub fn step(&mut self, iterator: Value) -> Result<Step, Raised> {
        let Value::Obj(r) = iterator else {
            return self.step_of_object(iterator);
        };
        match self.heap.get(r) {
            Object::Generator(generator) if generator.kind.is_iterator() => {
                return Ok(Step::Generator(r));
            }
            Object::Iterator(state) => {
                if let BuiltinIterator::Driven { generator, .. } = **state {
                    return Ok(Step::Generator(generator));
                }
            }
            _ => return self.step_of_object(iterator),
        }
        if let Some(item) = self.step_combined(r)? {
            return Ok(item.map_or(Step::End, Step::Item));
        }
        let Object::Iterator(state) = self.heap.get_mut(r) else {
            unreachable!("just looked")
        };
        let mut state = (**state).clone();
        let item = self.advance(&mut state)?;
        if let Object::Iterator(own) = self.heap.get_mut(r) {
            **own = state;
        }
        Ok(item.map_or(Step::End, Step::Item))
    }

    fn step_of_object(&mut self, iterator: Value) -> Result<Step, Raised> {
        match self.special(iterator, self.names.next) {
            Some(method) => Ok(Step::Call(method, Args::of(&[iterator]))),
            None => {
                let text = format!("'{}' object is not an iterator", self.type_name(iterator));
                Err(self.type_error(&text))
            }
        }
    }

    fn advance(&mut self, state: &mut BuiltinIterator) -> Result<Option<Value>, Raised> {
        match state {
            BuiltinIterator::Sequence { items, index } => {
                let item = match self.object(*items) {
                    Some(Object::List(list)) => list.get(*index).copied(),
                    Some(Object::Tuple(tuple)) => tuple.get(*index).copied(),
                    _ => None,
                };
                *index += 1;
                if item.is_none() {
                    *state = BuiltinIterator::Empty;
                }
                Ok(item)
            }
            BuiltinIterator::Reversed { items, left } => {
                let index = left.checked_sub(1);
                let item = index.and_then(|index| match self.object(*items) {
                    Some(Object::List(list)) => list.get(index).copied(),
                    Some(Object::Tuple(tuple)) => tuple.get(index).copied(),
                    _ => None,
                });
                *left = index.unwrap_or(0);
                Ok(item)
            }
            BuiltinIterator::Range { next, step, left } => {
                if *left == 0 {
                    return Ok(None);
                }
                let item = *next;
                *left -= 1;
                *next = next.wrapping_add(*step);
                Ok(Some(Value::Int(item)))
            }
            BuiltinIterator::Str { text, offset } => {
                let Some(c) = text[*offset..].chars().next() else {
                    return Ok(None);
                };
                *offset += c.len_utf8();
                Ok(Some(self.char_value(c)))
            }
            BuiltinIterator::Bytes { bytes, index } => {
                let item = bytes.get(*index).map(|&byte| Value::Int(i64::from(byte)));
                *index += 1;
                Ok(item)
            }
            BuiltinIterator::Dict {
                dict,
                part,
                index,
                length,
                reversed,
            } => {
                let (is_set, entries) = match self.heap.get(*dict) {
                    Object::Dict(entries) => (false, entries),
                    Object::Set(entries) | Object::FrozenSet(entries) => (true, entries),
                    _ => return Ok(None),
                };
                if entries.len() != *length && *length != usize::MAX {
                    *length = usize::MAX;
                    let kind = if is_set { "Set" } else { "dictionary" };
                    let text = format!("{kind} changed size during iteration");
                    return Err(self.raise("RuntimeError", &text));
                }
                let count = entries.step_count();
                while *index < count {
                    let at = if *reversed {
                        count - 1 - *index
                    } else {
                        *index
                    };
                    *index += 1;
                    if let Some(&entry) = entries.at_step(at) {
                        return Ok(Some(match part {
                            DictPart::Keys => entry.key,
                            DictPart::Values => entry.value,
                            DictPart::Items => self.heap.tuple(&[entry.key, entry.value]),
                        }));
                    }
                }
                Ok(None)
            }
            BuiltinIterator::Enumerate { .. }
            | BuiltinIterator::Zip { .. }
            | BuiltinIterator::Driven { .. }
            | BuiltinIterator::Empty => Ok(None),
        }
    }

    /// All items of an iterable whose iteration runs no Python code; `None` where it would.
    pub fn items_of(&mut self, iterable: Value) -> Result<Option<Vec<Value>>, Raised> {
        let base = self.unwrap(iterable);
        if base != iterable {
            let own = self.special(iterable, self.names.iter);
            if own.is_some_and(|own| matches!(self.object(own), Some(Object::Function(_)))) {
                return Ok(None);
            }
        }
        match self.object(base) {
            Some(Object::Iterator(state)) if matches!(**state, BuiltinIterator::Driven { .. }) => {
                return Ok(None);
            }
            Some(Object::List(items)) => return Ok(Some(items.clone())),
            Some(Object::Tuple(items)) => return Ok(Some(items.to_vec())),
            Some(
                Object::Range(_)
                | Object::Str(_)
                | Object::Bytes(_)
                | Object::ByteArray(_)
                | Object::MemoryView(_)
                | Object::Dict(_)
                | Object::Set(_)
                | Object::FrozenSet(_)
                | Object::DictView { .. }
                | Object::Iterator(_),
            ) => {}
            _ => return Ok(None),
        }
        let Ok(iterator) = self.iterator(base)? else {
            return Ok(None);
        };
        let mut items = Vec::new();
        while let Step::Item(item) = self.step(iterator)? {
            items.push(item);
            if items.len() & 0xffff == 0 {
                self.check_heap_growth(items.len() as u64 * 16)?;
            }
        }
        Ok(Some(items))
    }

    /// Collects any iterable into a list and goes on with `then`, whose result argument is the list.
    /// Iteration that runs Python code may block and be switched.
    pub fn collect(&mut self, iterable: Value, then: Then) -> NativeResult {
        if let Some(items) = self.items_of(iterable)? {
            self.spend(self.costs.per_item * items.len() as u64);
            let list = self.heap.list(items);
            return (then.function)(self, then, list);
        }
        let list = self.heap.list(Vec::new());
        let after = Some(Box::new(then));
        match self.iterator(iterable)? {
            Ok(iterator) => collect_next(
                self,
                Then {
                    function: collected,
                    state: [iterator, list][..].into(),
                    after,
                },
            ),
            Err((callable, args)) => {
                let then = Then {
                    function: collect_started,
                    state: [list][..].into(),
                    after,
                };
                Ok(Flow::CallThen(Box::new((callable, args, then))))
            }
        }
    }

    /// Appends to a list that native code is filling.
    pub fn push_item(&mut self, list: Value, item: Value) {
        self.heap.grew(16);
        if let Some(Object::List(items)) = list.as_ref().map(|r| self.heap.get_mut(r)) {
            items.push(item);
        }
    }

    /// Asks an iterator for its next item; the result is [`Vm::exhausted`] at its end.
    pub fn next_or_exhausted(&mut self, iterator: Value) -> NativeResult {
        let exhausted = self.exhausted;
        match self.step(iterator)? {
            Step::Item(item) => Ok(Flow::Value(item)),
            Step::End => Ok(Flow::Value(exhausted)),
            Step::Generator(generator) => {
                let how = Resumption::Send(Value::None);
                Ok(Flow::Resume(Box::new(Resume {
                    generator,
                    how,
                    default: exhausted,
                })))
            }
            Step::Call(callable, args) => Ok(Flow::NextThen(Box::new((
                callable,
                args,
                Then::new(pass_on, Vec::new()),
            )))),
        }
    }
}

fn pass_on(_vm: &mut Vm, _then: Then, item: Value) -> NativeResult {
    Ok(Flow::Value(item))
}

fn collect_started(vm: &mut Vm, then: Then, iterator: Value) -> NativeResult {
    collect_next(
        vm,
        Then {
            function: collected,
            state: [iterator, then.state[0]][..].into(),
            after: then.after,
        },
    )
}

/// Takes items as long as no Python code must run, then calls for the next one.
fn collect_next(vm: &mut Vm, then: Then) -> NativeResult {
    let (iterator, list) = (then.state[0], then.state[1]);
    loop {
        let (callable, args) = match vm.step(iterator)? {
            Step::Item(item) => {
                vm.push_item(list, item);
                continue;
            }
            Step::End => return collect_done(vm, then),
            Step::Generator(generator) => {
                let exhausted = vm.exhausted;
                let how = Resumption::Send(Value::None);
                let resume = Resume {
                    generator,
                    how,
                    default: exhausted,
                };
                return Ok(Flow::ResumeThen(Box::new((resume, then))));
            }
            Step::Call(callable, args) => (callable, args),
        };
        return Ok(Flow::NextThen(Box::new((callable, args, then))));
    }
}

fn collected(vm: &mut Vm, then: Then, item: Value) -> NativeResult {
    if item.is(vm.exhausted) {
        return collect_done(vm, then);
    }
    vm.push_item(then.state[1], item);
    collect_next(vm, then)
}

fn collect_done(vm: &mut Vm, then: Then) -> NativeResult {
    let after = *then.after.expect("collecting goes on somewhere");
    (after.function)(vm, after, then.state[1])
}
