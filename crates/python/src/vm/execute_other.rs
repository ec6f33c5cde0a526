//! The instructions that a hot loop seldom meets: names of class bodies, building and unpacking, formatting, rare calls,
//! generators' delegation, exceptions, `with`, imports. What an instruction means lives in the files beside this one.
//!
//! (Over 400 lines because it is one `match` over instructions.)

use super::execute::{Next, checked};
use super::{Args, OnReturn, Raised, Vm};
use crate::code::{Conversion, Instr};
use crate::heap::{GeneratorKind, LoadedCode, Object, Value};

impl Vm {
    /// Does one instruction; the frame's `ip` is after it. `Some`: the loop must look up.
    #[inline(never)]
    pub(super) fn run_other(
        &mut self,
        instr: Instr,
        loaded: &LoadedCode,
        ip: usize,
    ) -> Result<Option<Next>, Raised> {
        let code = &*loaded.code;
        let costs = self.costs.clone();
        let base = self.frames.last().expect("a frame runs").base;
        match instr {
            Instr::DeleteFast(index) => {
                let slot = base + index as usize;
                if self.stack[slot].is_unbound() {
                    let name = self.symbol_name(code.locals[index as usize]);
                    let text = format!(
                        "cannot access local variable '{name}' where it is not associated with a value"
                    );
                    return Err(self.raise("UnboundLocalError", &text));
                }
                let value = std::mem::replace(&mut self.stack[slot], Value::Unbound);
                return self.drop_value(value);
            }
            Instr::DeleteCell(index) => {
                let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                if matches!(self.heap.get(cell), Object::Cell(Value::Unbound)) {
                    return Err(self.empty_cell(code, index));
                }
                *self.heap.get_mut(cell) = Object::Cell(Value::Unbound);
            }
            Instr::LoadClassCell { cell } => {
                let name = code.cells[cell as usize];
                let value = match self.namespace_get(name)? {
                    Some(value) => value,
                    None => {
                        let cell_ref =
                            self.frames.last().expect("a frame runs").cells[cell as usize];
                        match self.heap.get(cell_ref) {
                            Object::Cell(value) if !value.is_unbound() => *value,
                            _ => return Err(self.empty_cell(code, cell)),
                        }
                    }
                };
                self.stack.push(value);
            }
            Instr::DeleteGlobal(name) => {
                let module = self.frames.last().expect("a frame runs").module;
                let value = self.global_in(module, name);
                if value.is_unbound() {
                    return Err(self.name_error(name));
                }
                if let Object::Module(module) = self.heap.get_mut(module) {
                    module.set(name, Value::Unbound);
                    module.order.retain(|&known| known != name);
                }
                return self.drop_value(value);
            }
            Instr::LoadName(name) => {
                let value = match self.namespace_get(name)? {
                    Some(value) => value,
                    None => {
                        let module = self.frames.last().expect("a frame runs").module;
                        let value = self.global_or_builtin(module, name);
                        if value.is_unbound() {
                            return Err(self.name_error(name));
                        }
                        value
                    }
                };
                self.stack.push(value);
            }
            Instr::StoreName(name) => {
                let value = self.pop();
                let namespace = self
                    .frames
                    .last()
                    .and_then(|frame| frame.namespace)
                    .expect("a class body");
                let key = self.symbol_value(name);
                if matches!(self.heap.get(namespace), Object::Instance(_)) {
                    let set = self.set_item(Value::Obj(namespace), key, value)?;
                    if let Some((callable, args)) = set {
                        self.call_nested(callable, args)?;
                    }
                } else {
                    self.dict_set(Value::Obj(namespace), key, value)?;
                }
            }
            Instr::DeleteName(name) => {
                let namespace = self
                    .frames
                    .last()
                    .and_then(|frame| frame.namespace)
                    .expect("a class body");
                let key = self.symbol_value(name);
                if self.dict_remove(Value::Obj(namespace), key)?.is_none() {
                    return Err(self.name_error(name));
                }
            }
            Instr::DeleteAttr(name) => {
                let object = self.pop();
                if let Some((callable, args)) = self.delete_attribute(object, name)? {
                    return self
                        .call(callable, args, OnReturn::Discard)
                        .map(|called| Some(Next::from(called)));
                }
            }
            Instr::DeleteSubscript => {
                let key = self.pop();
                let object = self.pop();
                if let Some((callable, args)) = self.delete_item(object, key)? {
                    return self
                        .call(callable, args, OnReturn::Discard)
                        .map(|called| Some(Next::from(called)));
                }
            }
            Instr::BuildSlice(n) => {
                let step = if n == 3 { self.pop() } else { Value::None };
                let stop = self.pop();
                let start = self.pop();
                let slice = self
                    .heap
                    .value(Object::Slice(Box::new([start, stop, step])));
                self.stack.push(slice);
            }
            Instr::Contains { negate } => {
                let n = self.stack.len();
                let (item, container) = (self.stack[n - 2], self.stack[n - 1]);
                match self.contains(container, item)? {
                    Some(answer) => {
                        self.stack.truncate(n - 2);
                        match answer {
                            Ok(found) => self.stack.push(Value::Bool(found != negate)),
                            Err((callable, args)) => {
                                return self
                                    .call(callable, args, OnReturn::Truth { negate })
                                    .map(|called| Some(Next::from(called)));
                            }
                        }
                    }
                    None => {
                        self.stack.truncate(n - 2);
                        let function = self.library("_contains").expect("the builtins have it");
                        let args = Args::of(&[container, item]);
                        return self
                            .call(function, args, OnReturn::Truth { negate })
                            .map(|called| Some(Next::from(called)));
                    }
                }
            }
            Instr::BuildSet(n) => {
                self.spent_ps += costs.build;
                let set = self.heap.new_set(false);
                let at = self.stack.len() - n as usize;
                for index in at..at + n as usize {
                    let item = self.stack[index];
                    self.dict_set(set, item, Value::None)?;
                }
                self.stack.truncate(at);
                self.stack.push(set);
            }
            Instr::BuildMap(n) => {
                self.spent_ps += costs.build;
                let dict = self.heap.dict(crate::heap::Dict::default());
                let at = self.stack.len() - 2 * n as usize;
                for index in 0..n as usize {
                    let (key, value) = (self.stack[at + 2 * index], self.stack[at + 2 * index + 1]);
                    self.dict_set(dict, key, value)?;
                }
                self.stack.truncate(at);
                self.stack.push(dict);
            }
            Instr::BuildString(n) => {
                self.spent_ps += costs.format;
                let at = self.stack.len() - n as usize;
                let mut text = std::mem::take(&mut self.scratch);
                text.clear();
                for &part in &self.stack[at..] {
                    if let Some(Object::Str(part)) = self.object(part) {
                        text.push_str(&part.text);
                    } else {
                        text.push_str(&self.text(part).unwrap_or_default());
                    }
                }
                self.stack.truncate(at);
                let built = self.heap.str(&text);
                self.scratch = text;
                let text = built;
                self.stack.push(text);
            }
            Instr::SetAdd(n) => {
                let item = self.pop();
                let set = self.stack[self.stack.len() - n as usize];
                self.dict_set(set, item, Value::None)?;
            }
            Instr::MapAdd(n) => {
                let value = self.pop();
                let key = self.pop();
                let dict = self.stack[self.stack.len() - n as usize];
                self.dict_set(dict, key, value)?;
            }
            Instr::ListExtend(n) | Instr::SetUpdate(n) => {
                let iterable = *self.stack.last().expect("balanced");
                if matches!(instr, Instr::SetUpdate(_)) && self.is_table(iterable) {
                    self.pop();
                    let target = self.stack[self.stack.len() - n as usize];
                    self.set_merge(target, iterable)?;
                    return Ok(None);
                }
                let Some(items) = self.items_of(iterable)? else {
                    if matches!(instr, Instr::ListExtend(_)) {
                        self.require_star_iterable(Value::Unbound, iterable)?;
                    }
                    return self.listed_first(ip).map(Some);
                };
                self.pop();
                let target = self.stack[self.stack.len() - n as usize];
                for item in items {
                    if matches!(instr, Instr::ListExtend(_)) {
                        self.push_item(target, item);
                    } else {
                        self.dict_set(target, item, Value::None)?;
                    }
                }
            }
            Instr::DictUpdate(n) | Instr::DictMerge(n) => {
                let mapping = *self.stack.last().expect("balanced");
                let base_value = self.unwrap(mapping);
                let entries = match self.object(base_value) {
                    Some(Object::Dict(entries)) => entries.clone(),
                    _ => self.mapping_entries(mapping, n, matches!(instr, Instr::DictMerge(_)))?,
                };
                self.pop();
                let target = self.stack[self.stack.len() - n as usize];
                for entry in entries.iter() {
                    if matches!(instr, Instr::DictMerge(_)) {
                        self.merge_keyword(target, entry.key, n)?;
                    }
                    self.dict_set(target, entry.key, entry.value)?;
                }
            }
            Instr::ListToTuple => {
                let list = self.pop();
                let items = self.items_of(list)?.unwrap_or_default();
                let tuple = self.heap.tuple(&items);
                self.stack.push(tuple);
            }
            Instr::UnpackSequence(n) => {
                let value = *self.stack.last().expect("balanced");
                let Some(items) = self.items_of(value)? else {
                    self.require_iterable(value)?;
                    return self.first_items(ip, n).map(Some);
                };
                self.pop();
                if items.len() < n as usize {
                    let text = format!(
                        "not enough values to unpack (expected {n}, got {})",
                        items.len()
                    );
                    return Err(self.raise("ValueError", &text));
                }
                if items.len() > n as usize {
                    let text = format!("too many values to unpack (expected {n})");
                    return Err(self.raise("ValueError", &text));
                }
                self.stack.extend(items.into_iter().rev());
            }
            Instr::UnpackStarred { before, after } => {
                let value = *self.stack.last().expect("balanced");
                let Some(items) = self.items_of(value)? else {
                    self.require_iterable(value)?;
                    return self.listed_first(ip).map(Some);
                };
                self.pop();
                let (before, after) = (before as usize, after as usize);
                if items.len() < before + after {
                    let text = format!(
                        "not enough values to unpack (expected at least {}, got {})",
                        before + after,
                        items.len()
                    );
                    return Err(self.raise("ValueError", &text));
                }
                let end = items.len() - after;
                self.stack.extend(items[end..].iter().rev());
                let middle = self.heap.list(items[before..end].to_vec());
                self.stack.push(middle);
                self.stack.extend(items[..before].iter().rev());
            }
            Instr::FormatValue {
                conversion,
                has_spec,
            } => {
                self.spent_ps += costs.format;
                let spec = if has_spec { self.pop() } else { Value::Unbound };
                let value = self.pop();
                if !has_spec
                    && matches!(conversion, Conversion::None | Conversion::Str)
                    && let Some(text) = self.plain_text(value)
                {
                    self.stack.push(text);
                    return Ok(None);
                }
                let flow = match conversion {
                    Conversion::None => self.format_value(value, spec)?,
                    Conversion::Str => self.converted_format("str", value, spec)?,
                    Conversion::Repr => self.converted_format("repr", value, spec)?,
                    Conversion::Ascii => self.converted_format("ascii", value, spec)?,
                };
                if let super::Flow::Value(text) = flow {
                    self.stack.push(text);
                    return Ok(None);
                }
                return self
                    .act(flow, OnReturn::Push)
                    .map(|called| Some(Next::from(called)));
            }
            Instr::MakeFunction {
                defaults,
                keyword_defaults,
                annotations,
                closure,
            } => {
                self.spent_ps += costs.build;
                let code_value = self.pop();
                let closure = if closure { self.pop() } else { Value::Unbound };
                let annotations = if annotations {
                    self.pop()
                } else {
                    Value::Unbound
                };
                let keyword_defaults = if keyword_defaults {
                    self.pop()
                } else {
                    Value::Unbound
                };
                let defaults = if defaults { self.pop() } else { Value::Unbound };
                let function = self.make_function(
                    code_value,
                    defaults,
                    keyword_defaults,
                    annotations,
                    closure,
                );
                self.stack.push(function);
            }
            Instr::CallKeywords { count, names } => {
                let args = self.pop_keywords(count as usize, &code.consts[names as usize]);
                let callable = self.pop();
                return self
                    .call_here(callable, args)
                    .map(|called| Some(checked(called)));
            }
            Instr::CallStarred { keywords } => {
                let n = self.stack.len();
                let star = self.stack[n - 1 - usize::from(keywords)];
                let mapping = if keywords {
                    self.stack[n - 1]
                } else {
                    Value::Unbound
                };
                let Some(items) = self.items_of(star)? else {
                    let callable = self.stack[n - 2 - usize::from(keywords)];
                    self.require_star_iterable(callable, star)?;
                    let mapping = keywords.then(|| self.pop());
                    return self.listed_below(ip, mapping).map(Some);
                };
                self.stack.truncate(n - 1 - usize::from(keywords));
                let mut args = Args::of(&items);
                if let Some(Object::Dict(entries)) = self.object(mapping) {
                    for entry in entries.clone().iter() {
                        let Some(name) = self.text(entry.key) else {
                            return Err(self.type_error("keywords must be strings"));
                        };
                        args.keywords
                            .push((self.symbols.intern(&name), entry.value));
                    }
                }
                let callable = self.pop();
                return self
                    .call_here(callable, args)
                    .map(|called| Some(checked(called)));
            }
            Instr::CallMethodKeywords { count, names } => {
                let mut args = self.pop_keywords(count as usize, &code.consts[names as usize]);
                let receiver = self.pop();
                let callable = self.pop();
                if !receiver.is_unbound() {
                    args = args.with_receiver(receiver);
                }
                return self
                    .call_here(callable, args)
                    .map(|called| Some(checked(called)));
            }
            Instr::GetYieldFromIter => {
                let value = self.pop();
                if let Some(Object::Generator(generator)) = self.object(value) {
                    let kind = generator.kind;
                    self.check_delegation(kind, code)?;
                    if kind != GeneratorKind::AsyncGenerator {
                        self.stack.push(value);
                        return Ok(None);
                    }
                }
                match self.iterator(value)? {
                    Ok(iterator) => self.stack.push(iterator),
                    Err((callable, args)) => {
                        return self
                            .call(callable, args, OnReturn::Push)
                            .map(|called| Some(Next::from(called)));
                    }
                }
            }
            Instr::Send(target) => {
                self.spent_ps += costs.iterate;
                let sent = self.pop();
                let iterator = *self.stack.last().expect("balanced");
                return self
                    .send_to(iterator, sent, target)
                    .map(|called| Some(Next::from(called)));
            }
            Instr::YieldFromItem => {
                let item = self.pop();
                let iterator = *self.stack.last().expect("balanced");
                return self
                    .yield_value(item, iterator)
                    .map(|called| Some(Next::from(called)));
            }
            Instr::GetAwaitable(by) => {
                let value = self.pop();
                let flow = self.awaitable(value, by)?;
                return self.pushed(flow);
            }
            Instr::GetAiter => {
                let value = self.pop();
                let flow = self.async_iterator(value)?;
                return self.pushed(flow);
            }
            Instr::GetAnext => {
                self.spent_ps += costs.iterate;
                let iterator = *self.stack.last().expect("balanced");
                let flow = self.async_next(iterator)?;
                return self.pushed(flow);
            }
            Instr::BeforeAsyncWith => {
                let manager = self.pop();
                let (exit, enter) = self.async_manager(manager)?;
                self.stack.push(exit);
                return self
                    .call(enter, Args::of(&[manager]), OnReturn::Push)
                    .map(|called| Some(checked(called)));
            }
            Instr::LoadStopAsyncIteration => {
                let class = self.types.exception("StopAsyncIteration");
                self.stack.push(Value::Obj(class));
            }
            Instr::DropIterator => {
                let iterator = self.pop();
                return self.drop_value(iterator);
            }
            Instr::Raise(n) => {
                return Err(self.raise_statement(n)?);
            }
            Instr::Reraise => {
                let exception = self.pop();
                self.reraising = true;
                return Err(Raised(exception));
            }
            Instr::PopExcept => {
                self.handled.pop();
            }
            Instr::CheckExcMatch => {
                let wanted = self.pop();
                let exception = *self.stack.last().expect("balanced");
                let matches = self.exception_matches(exception, wanted)?;
                self.stack.push(Value::Bool(matches));
            }
            Instr::BeforeWith => {
                let manager = self.pop();
                let exit = self.special(manager, self.names.exit);
                let enter = self.special(manager, self.names.enter);
                let (Some(enter), Some(exit)) = (enter, exit) else {
                    let mut text = format!(
                        "'{}' object does not support the context manager protocol",
                        self.type_name(manager)
                    );
                    if enter.is_some() {
                        text.push_str(" (missed __exit__ method)");
                    }
                    return Err(self.type_error(&text));
                };
                let exit = self.bound(exit, manager);
                self.stack.push(exit);
                return self
                    .call(enter, Args::of(&[manager]), OnReturn::Push)
                    .map(|called| Some(checked(called)));
            }
            Instr::WithExceptStart => {
                let n = self.stack.len();
                let (exit, exception) = (self.stack[n - 2], self.stack[n - 1]);
                let class = Value::Obj(self.class_of(exception));
                let traceback = self.traceback_value(exception);
                let args = Args::of(&[class, exception, traceback]);
                return self
                    .call(exit, args, OnReturn::Push)
                    .map(|called| Some(Next::from(called)));
            }
            Instr::Import { name, last } => {
                return self
                    .import_statement(name, last)
                    .map(|called| Some(Next::from(called)));
            }
            Instr::ImportFrom(name) => {
                return self.import_from_statement(name);
            }
            Instr::ImportStar => {
                return self.import_star();
            }
            Instr::LoadAssertionError => {
                let class = self.types.exception("AssertionError");
                self.stack.push(Value::Obj(class));
            }
            Instr::Rotate(count) => {
                let n = self.stack.len();
                self.stack[n - count as usize..].rotate_right(1);
            }
            Instr::MatchSequence => {
                let fits = self.is_match_sequence(*self.stack.last().expect("balanced"));
                self.stack.push(Value::Bool(fits));
            }
            Instr::MatchMapping => {
                let fits = self.is_match_mapping(*self.stack.last().expect("balanced"));
                self.stack.push(Value::Bool(fits));
            }
            Instr::MatchLength { count, at_least } => {
                let length = self.match_length(*self.stack.last().expect("balanced"))?;
                let count = count as usize;
                let fits = length == count || at_least && length > count;
                self.stack.push(Value::Bool(fits));
            }
            Instr::MatchKeys => {
                let n = self.stack.len();
                let values = self.match_keys(self.stack[n - 2], self.stack[n - 1])?;
                self.stack.push(values);
            }
            Instr::MatchRest => {
                let keys = self.pop();
                let subject = self.pop();
                let rest = self.match_rest(subject, keys)?;
                self.stack.push(rest);
            }
            Instr::MatchClass { positional, names } => {
                let class = self.pop();
                let subject = self.pop();
                let names = self
                    .items_of(loaded.consts[names as usize])?
                    .unwrap_or_default();
                let found = self.match_class(subject, class, positional as usize, &names)?;
                self.stack.push(found);
            }
            Instr::CheckGroupMatch => {
                let wanted = self.pop();
                let exception = self.pop();
                let (matched, rest) = self.match_group(exception, wanted)?;
                self.stack.push(rest);
                self.stack.push(matched);
                if !matched.is_none() {
                    *self.handled.last_mut().expect("within a handler") = matched;
                }
            }
            Instr::PrepareReraise => {
                let raised = self.pop();
                let original = self.pop();
                let raised = self.items_of(raised)?.unwrap_or_default();
                let result = self.prepare_reraise(original, &raised)?;
                self.stack.push(result);
            }
            _ => unreachable!("done in the loop"),
        }
        Ok(None)
    }
}
