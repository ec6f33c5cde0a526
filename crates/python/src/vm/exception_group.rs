//! Exception groups: making, splitting, and what `except*` takes and raises. Source: CPython 3.11,
//! Objects/exceptions.c, and Python/ceval.c `exception_group_match`.

use super::{Args, Raised, Vm};
use crate::heap::{Object, Ref, Value};

/// How a group is split.
#[derive(Clone, Copy)]
pub enum Condition {
    /// By an exception type or a tuple of them.
    Types(Value),
    /// By a function of an exception.
    Function(Value),
}

impl Vm {
    /// The members of an exception group; `None` for any other value.
    pub fn group_members(&self, value: Value) -> Option<Vec<Value>> {
        let exception = self.exception(value)?;
        let group = self.types.exception("BaseExceptionGroup");
        match self.object(exception.payload) {
            Some(Object::Tuple(items)) if self.is_subclass(exception.class, group) => {
                Some(items.to_vec())
            }
            _ => None,
        }
    }

    /// `BaseExceptionGroup.__new__(class, *args)`.
    pub fn new_group(&mut self, class: Ref, args: &[Value]) -> Result<Value, Raised> {
        let &[message, members] = args else {
            let text = format!(
                "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
                args.len()
            );
            return Err(self.type_error(&text));
        };
        if self.text(message).is_none() {
            let text = format!(
                "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
                self.type_name(message)
            );
            return Err(self.type_error(&text));
        }
        let items = match self.object(self.unwrap(members)) {
            Some(Object::List(items)) => items.clone(),
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => {
                let text = "second argument (exceptions) must be a sequence";
                return Err(self.type_error(text));
            }
        };
        if items.is_empty() {
            let text = "second argument (exceptions) must be a non-empty sequence";
            return Err(self.raise("ValueError", text));
        }
        if let Some(at) = items
            .iter()
            .position(|&item| self.exception(item).is_none())
        {
            let text = format!("Item {at} of second argument (exceptions) is not an exception");
            return Err(self.raise("ValueError", &text));
        }
        let plain = items
            .iter()
            .all(|&item| self.is_exception(item, "Exception"));
        let base_group = self.types.exception("BaseExceptionGroup");
        let group = self.types.exception("ExceptionGroup");
        let exception = self.types.exception("Exception");
        let mut class = class;
        if class == base_group && plain {
            class = group;
        } else if !plain && class == group {
            return Err(self.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
        } else if !plain && self.is_subclass(class, exception) {
            let text = format!("Cannot nest BaseExceptions in '{}'", self.class(class).name);
            return Err(self.type_error(&text));
        }
        let made = self.new_exception(class, args);
        let group = self.heap.tuple(&items);
        if let Some(e) = self.exception_mut(made) {
            e.payload = group;
        }
        Ok(made)
    }

    fn plain_group(&mut self, members: Value) -> Result<Value, Raised> {
        let message = self.heap.str("");
        let class = self.types.exception("BaseExceptionGroup");
        self.new_group(class, &[message, members])
    }

    /// The part of a group that `type` (what `except*` names) takes, and the rest.
    pub(super) fn match_group(
        &mut self,
        exception: Value,
        wanted: Value,
    ) -> Result<(Value, Value), Raised> {
        self.check_group_types(wanted)?;
        if exception.is_none() {
            return Ok((Value::None, Value::None));
        }
        if self.exception_matches(exception, wanted)? {
            if self.group_members(exception).is_some() {
                return Ok((exception, Value::None));
            }
            let members = self.heap.tuple(&[exception]);
            let wrapped = self.plain_group(members)?;
            return Ok((wrapped, Value::None));
        }
        if self.group_members(exception).is_some() {
            return self.split_group(exception, Condition::Types(wanted), true);
        }
        Ok((Value::None, exception))
    }

    fn check_group_types(&mut self, wanted: Value) -> Result<(), Raised> {
        let items = match self.object(wanted) {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => vec![wanted],
        };
        let base = self.types.exception("BaseException");
        let group = self.types.exception("BaseExceptionGroup");
        for item in items {
            let class = match self.object(item) {
                Some(Object::Class(class)) if class.mro.contains(&base) => class,
                _ => {
                    let text =
                        "catching classes that do not inherit from BaseException is not allowed";
                    return Err(self.type_error(text));
                }
            };
            if class.mro.contains(&group) {
                let text =
                    "catching ExceptionGroup with except* is not allowed. Use except instead.";
                return Err(self.type_error(text));
            }
        }
        Ok(())
    }

    fn meets(&mut self, exception: Value, condition: Condition) -> Result<bool, Raised> {
        match condition {
            Condition::Types(types) => self.exception_matches(exception, types),
            Condition::Function(function) => {
                let answer = self.call_nested(function, Args::of(&[exception]))?;
                self.truth_nested(answer)
            }
        }
    }

    /// `group.split(condition)`: the matching part and the rest (left out unless asked for), each a group like this
    /// one, or `None`.
    pub fn split_group(
        &mut self,
        group: Value,
        condition: Condition,
        with_rest: bool,
    ) -> Result<(Value, Value), Raised> {
        if self.meets(group, condition)? {
            return Ok((group, Value::None));
        }
        let Some(members) = self.group_members(group) else {
            return Ok((Value::None, group));
        };
        let (mut matching, mut others) = (Vec::new(), Vec::new());
        for member in members {
            let (matched, rest) = self.split_group(member, condition, with_rest)?;
            if !matched.is_none() {
                matching.push(matched);
            }
            if !rest.is_none() {
                others.push(rest);
            }
        }
        let matched = self.group_like(group, matching)?;
        let rest = if with_rest {
            self.group_like(group, others)?
        } else {
            Value::None
        };
        Ok((matched, rest))
    }

    /// `group.derive(members)` with the group's traceback, chain and notes.
    fn group_like(&mut self, group: Value, members: Vec<Value>) -> Result<Value, Raised> {
        if members.is_empty() {
            return Ok(Value::None);
        }
        let list = self.heap.list(members);
        let derive = self.symbols.intern("derive");
        let derive = self.get_attr_nested(group, derive)?;
        let made = self.call_nested(derive, Args::of(&[list]))?;
        if self.group_members(made).is_none() {
            let text = "derive must return an instance of BaseExceptionGroup";
            return Err(self.type_error(text));
        }
        let Some(own) = self.exception(group) else {
            return Ok(made);
        };
        let (traceback, cause, context) = (own.traceback.clone(), own.cause, own.context);
        let suppress = own.suppress_context;
        let notes = own.attrs.get(self.names.notes);
        let notes = match notes.and_then(|notes| self.object(notes)) {
            Some(Object::List(items)) => {
                let items = items.clone();
                Some(self.heap.list(items))
            }
            _ => None,
        };
        let name = self.names.notes;
        if let Some(e) = self.exception_mut(made) {
            e.traceback = traceback;
            e.cause = cause;
            e.context = context;
            e.suppress_context = suppress;
            if let Some(notes) = notes {
                e.attrs.set(name, notes);
            }
        }
        Ok(made)
    }

    /// What is raised after `except*` clauses that raised `raised` (with `None`s, and what was left).
    pub(super) fn prepare_reraise(
        &mut self,
        original: Value,
        raised: &[Value],
    ) -> Result<Value, Raised> {
        if self.group_members(original).is_none() {
            let first = raised.iter().find(|value| !value.is_none());
            return Ok(first.copied().unwrap_or(Value::None));
        }
        let (mut fresh, mut kept) = (Vec::new(), Vec::new());
        for &exception in raised.iter().filter(|value| !value.is_none()) {
            if self.is_part_of(exception, original) {
                kept.push(exception);
            } else {
                fresh.push(exception);
            }
        }
        let mut leaves = Vec::new();
        for &part in &kept {
            self.leaves_of(part, &mut leaves);
        }
        let rest = self.project(original, &leaves)?;
        if fresh.is_empty() {
            return Ok(rest);
        }
        if !rest.is_none() {
            fresh.push(rest);
        }
        match fresh[..] {
            [only] => Ok(only),
            _ => {
                let members = self.heap.list(fresh);
                self.plain_group(members)
            }
        }
    }

    /// Whether `exception` was split off `original` and is raised as it was.
    fn is_part_of(&self, exception: Value, original: Value) -> bool {
        let (Some(a), Some(b)) = (self.exception(exception), self.exception(original)) else {
            return false;
        };
        let same_trace = a.traceback.len() == b.traceback.len()
            && a.traceback
                .iter()
                .zip(&b.traceback)
                .all(|(a, b)| a.instr == b.instr && std::rc::Rc::ptr_eq(&a.code, &b.code));
        !a.payload.is_unbound() && same_trace && a.cause == b.cause && a.context == b.context
    }

    fn leaves_of(&self, exception: Value, leaves: &mut Vec<Value>) {
        match self.group_members(exception) {
            Some(members) => members
                .into_iter()
                .for_each(|member| self.leaves_of(member, leaves)),
            None => leaves.push(exception),
        }
    }

    fn project(&mut self, group: Value, leaves: &[Value]) -> Result<Value, Raised> {
        let Some(members) = self.group_members(group) else {
            return Ok(if leaves.contains(&group) {
                group
            } else {
                Value::None
            });
        };
        let mut kept = Vec::new();
        for &member in &members {
            let part = self.project(member, leaves)?;
            if !part.is_none() {
                kept.push(part);
            }
        }
        if kept == members {
            return Ok(group);
        }
        self.group_like(group, kept)
    }
}
