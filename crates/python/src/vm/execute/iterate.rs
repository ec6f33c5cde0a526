//! Loops and generators as the instruction loop drives them: builtin iterators and suspended generators without a call.
//! Knows no instruction.

use super::super::{Called, OnReturn, Raised, Resumption, Step, Vm};
use crate::heap::{BuiltinIterator, DictPart, GeneratorState, Object, Ref, Value};

impl Vm {
    /// The next number of a range's iterator that has one.
    #[inline(always)]
    pub(super) fn next_of_range(&mut self, iterator: Value) -> Option<i64> {
        let Value::Obj(r) = iterator else { return None };
        let Object::Iterator(state) = self.heap.get_mut(r) else {
            return None;
        };
        let BuiltinIterator::Range { next, step, left } = &mut **state else {
            return None;
        };
        *left = left.checked_sub(1)?;
        let item = *next;
        *next = item.wrapping_add(*step);
        Some(item)
    }

    /// The next item of a builtin iterator (`Some(None)`: it is over); `None`: something else, or an error.
    #[inline]
    pub(super) fn quick_next(&mut self, iterator: Value) -> Option<Option<Value>> {
        let Value::Obj(r) = iterator else { return None };
        let Object::Iterator(state) = self.heap.get_mut(r) else {
            return None;
        };
        match &mut **state {
            BuiltinIterator::Range { next, step, left } => {
                if *left == 0 {
                    return Some(None);
                }
                let item = *next;
                *left -= 1;
                *next = item.wrapping_add(*step);
                Some(Some(Value::Int(item)))
            }
            BuiltinIterator::Sequence { items, index } => {
                let (items, at) = (*items, *index);
                *index = at + 1;
                let item = match self.object(items) {
                    Some(Object::List(list)) => list.get(at).copied(),
                    Some(Object::Tuple(tuple)) => tuple.get(at).copied(),
                    _ => None,
                };
                if item.is_none() {
                    self.end_iterator(r);
                }
                Some(item)
            }
            &mut BuiltinIterator::Dict {
                dict,
                part,
                index,
                length,
                reversed: false,
            } => self.quick_next_of_dict(r, dict, part, index, length),
            BuiltinIterator::Empty => Some(None),
            _ => None,
        }
    }

    #[cold]
    fn end_iterator(&mut self, r: Ref) {
        if let Object::Iterator(state) = self.heap.get_mut(r) {
            **state = BuiltinIterator::Empty;
        }
    }

    fn quick_next_of_dict(
        &mut self,
        iterator: Ref,
        dict: Ref,
        part: DictPart,
        mut at: usize,
        expected_length: usize,
    ) -> Option<Option<Value>> {
        let (Object::Dict(entries) | Object::Set(entries) | Object::FrozenSet(entries)) =
            self.heap.get(dict)
        else {
            return None;
        };
        if entries.len() != expected_length {
            return None;
        }
        let entry = loop {
            if at >= entries.step_count() {
                break None;
            }
            at += 1;
            if let Some(&entry) = entries.at_step(at - 1) {
                break Some(entry);
            }
        };
        if let Object::Iterator(state) = self.heap.get_mut(iterator)
            && let BuiltinIterator::Dict { index, .. } = &mut **state
        {
            *index = at;
        }
        Some(entry.map(|entry| match part {
            DictPart::Keys => entry.key,
            DictPart::Values => entry.value,
            DictPart::Items => self.heap.tuple(&[entry.key, entry.value]),
        }))
    }

    /// The next item of whatever a loop's iterator is goes on the stack, or the loop is left to `target`. `Some`: what
    /// the call for it led to.
    #[inline(never)]
    /// What `__iter__` gave a loop must have `__next__`.
    fn require_iterator(&mut self, iterator: Value) -> Result<(), Raised> {
        let builtin = matches!(
            self.object(iterator),
            Some(Object::Generator(_) | Object::Iterator(_))
        );
        if builtin || self.special(iterator, self.names.next).is_some() {
            return Ok(());
        }
        let text = format!(
            "iter() returned non-iterator of type '{}'",
            self.type_name(iterator)
        );
        Err(self.type_error(&text))
    }

    pub(super) fn next_of_loop(
        &mut self,
        iterator: Value,
        target: u32,
    ) -> Result<Option<Called>, Raised> {
        let on_return = OnReturn::ForIter { target };
        self.require_iterator(iterator)?;
        match self.step(iterator)? {
            Step::Item(item) => self.stack.push(item),
            Step::End => self.leave_loop(target),
            Step::Generator(generator) => {
                let how = Resumption::Send(Value::None);
                return self.resume_generator(generator, how, on_return).map(Some);
            }
            Step::Call(callable, args) => {
                let depth = self.frames.len();
                match self.call(callable, args, on_return) {
                    Err(raised)
                        if self.frames.len() == depth
                            && self.is_exception(raised.0, "StopIteration") =>
                    {
                        self.leave_loop(target);
                    }
                    other => return other.map(Some),
                }
            }
        }
        Ok(None)
    }

    fn leave_loop(&mut self, target: u32) {
        self.stack.pop();
        self.frames.last_mut().expect("the loop's frame runs").ip = target as usize;
    }

    /// Resumes a generator whose next item a loop wants; false: the general way must be gone.
    pub(super) fn quick_resume(&mut self, iterator: Value, target: u32) -> bool {
        let Value::Obj(r) = iterator else {
            return false;
        };
        let Object::Generator(object) = self.heap.get_mut(r) else {
            return false;
        };
        let suspended = matches!(object.state, GeneratorState::Suspended(_));
        if !suspended || !object.kind.is_iterator() || self.frames.len() > self.recursion_limit {
            return false;
        }
        let state = std::mem::replace(&mut object.state, GeneratorState::Running);
        let started = std::mem::replace(&mut object.started, true);
        if let GeneratorState::Suspended(parts) = state {
            self.unpark(r, parts, OnReturn::ForIter { target });
        }
        if started {
            self.stack.push(Value::None);
        }
        true
    }

    /// `yield value`; what a loop waits for goes straight on its stack.
    pub(super) fn quick_yield(&mut self, value: Value) -> Result<Called, Raised> {
        let frame = self.frames.last().expect("a frame runs");
        if !matches!(frame.on_return, OnReturn::ForIter { .. }) {
            return self.yield_value(value, Value::Unbound);
        }
        self.park(Value::Unbound);
        self.stack.push(value);
        Ok(Called::Done)
    }

    /// `iter(value)` onto the stack.
    #[inline(never)]
    pub(super) fn load_iterator(&mut self, value: Value) -> Result<Called, Raised> {
        match self.iterator(value)? {
            Ok(iterator) => self.stack.push(iterator),
            Err((callable, args)) => return self.call(callable, args, OnReturn::Push),
        }
        Ok(Called::Done)
    }
}
