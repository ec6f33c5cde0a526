//! The instruction loop. It works on the innermost frame until the thread's budget is used up at a place where this
//! Python version may switch threads, the thread asks the kernel, or it ends. (Over 400 lines because one `match` is
//! the instruction set; what an instruction means lives in the files beside this one.)

use super::attribute::Attribute;
use super::unwind::Unwound;
use super::{Args, Called, OnReturn, Raised, Then, Vm};
use crate::code::{BinaryOp, CompareOp, Const, Conversion, Instr};
use crate::heap::{Function, Object, Value};
use interleave_kernel::Op;
use std::rc::Rc;

/// Why the loop stopped.
pub(super) enum Halt {
    /// The budget is used up.
    Budget,
    /// The thread asks the kernel.
    Op(Op),
    /// The frame at the floor ended (its result was delivered), or was left by this exception.
    Left(Option<Value>),
    /// The run ends.
    End,
}

/// What one stretch of instructions in a frame led to.
enum Next {
    /// The innermost frame or its `ip` is another now.
    Reload,
    /// A place where a thread may be switched.
    Check,
    /// The thread asks the kernel.
    Blocked(Op),
}

impl From<Called> for Next {
    fn from(called: Called) -> Next {
        match called {
            Called::Done => Next::Reload,
            Called::Pushed => Next::Check,
            Called::Blocked(op) => Next::Blocked(op),
        }
    }
}

impl Vm {
    /// Runs the innermost frame and what it calls until `floor` frames are left.
    pub(super) fn execute(&mut self, floor: usize, budget_ps: u64) -> Halt {
        let outer = std::mem::replace(&mut self.budget_ps, budget_ps);
        let halt = self.execute_within(floor, budget_ps);
        self.budget_ps = outer;
        halt
    }

    fn execute_within(&mut self, floor: usize, budget_ps: u64) -> Halt {
        loop {
            if self.frames.len() <= floor {
                return Halt::Left(None);
            }
            let next = match self.run_frame() {
                Ok(next) => next,
                Err(raised) => {
                    if self.end.is_some() {
                        return Halt::End;
                    }
                    match self.unwind(raised, floor) {
                        Unwound::Continue => Next::Check,
                        Unwound::Blocked(op) => Next::Blocked(op),
                        Unwound::Left(exception) => return Halt::Left(Some(exception)),
                    }
                }
            };
            match next {
                Next::Reload => {
                    if !self.options.gil && self.nested == 0 && self.spent_ps >= budget_ps {
                        return Halt::Budget;
                    }
                }
                Next::Check => {
                    if self.check_limits() {
                        return Halt::End;
                    }
                    if self.nested == 0 {
                        self.mark_line();
                        if self.heap.wants_collection() {
                            self.collect_garbage();
                        }
                        if self.spent_ps >= budget_ps {
                            return Halt::Budget;
                        }
                    }
                }
                Next::Blocked(op) => {
                    if self.nested > 0 {
                        let raised = self.not_supported(
                            "a blocking call inside a special method that native code called",
                        );
                        let _ = raised;
                        return Halt::End;
                    }
                    return Halt::Op(op);
                }
            }
        }
    }

    /// Runs nested frames to their end; the result is in `nested_result`.
    pub(super) fn run_nested(&mut self, floor: usize) -> Result<(), Raised> {
        match self.execute(floor, u64::MAX) {
            Halt::Left(None) => Ok(()),
            Halt::Left(Some(exception)) => {
                self.nested_result = None;
                Err(Raised(exception))
            }
            _ => Err(self.raise("SystemError", "the run has ended")),
        }
    }

    /// The same for a call whose result goes on the stack.
    pub(super) fn run_nested_push(&mut self, floor: usize) -> Result<(), Raised> {
        self.run_nested(floor)
    }

    /// Whether nothing is due at a place where a thread may be switched: the usual case, decided at once.
    #[inline(always)]
    fn may_go_on(&self) -> bool {
        self.spent_ps < self.budget_ps
            && self.spent_ps < self.next_mark_ps
            && self.steps < self.options.limits.steps
            && self.heap.bytes() < self.options.limits.heap_bytes
            && !self.heap.wants_collection()
            && self.output_bytes < self.options.limits.output_bytes
    }

    fn pop(&mut self) -> Value {
        self.stack.pop().expect("the compiler balanced the stack")
    }

    fn pop_n(&mut self, n: usize) -> Args {
        let at = self.stack.len() - n;
        let args = Args::of(&self.stack[at..]);
        self.stack.truncate(at);
        args
    }

    fn pop_keywords(&mut self, count: usize, names: &Const) -> Args {
        let mut args = self.pop_n(count);
        let Const::Tuple(names) = names else {
            unreachable!("keyword names are a tuple")
        };
        let first = count - names.len();
        for (name, &value) in names.iter().zip(&args.positional[first..]) {
            let Const::Str(name) = name else {
                unreachable!("keyword names are str")
            };
            args.keywords.push((self.symbols.intern(name), value));
        }
        args.positional.truncate(first);
        args
    }

    #[inline(never)]
    fn run_frame(&mut self) -> Result<Next, Raised> {
        let frame = self.frames.last().expect("a frame runs");
        let loaded = frame.code.clone();
        let code = &*loaded.code;
        let instrs = &code.instrs[..];
        let base = frame.base;
        let mut ip = frame.ip;
        let costs = self.costs.clone();
        let lockstep = self.options.switches_everywhere();
        macro_rules! save {
            () => {
                self.frames.last_mut().expect("a frame runs").ip = ip
            };
        }
        macro_rules! tri {
            ($e:expr) => {
                match $e {
                    Ok(value) => value,
                    Err(raised) => return Err(raised),
                }
            };
        }
        loop {
            let instr = instrs[ip];
            ip += 1;
            self.steps += 1;
            match instr {
                Instr::Nop => {}
                Instr::LoadConst(index) => {
                    self.spent_ps += costs.fast;
                    self.stack.push(loaded.consts[index as usize]);
                }
                Instr::LoadFast(index) => {
                    self.spent_ps += costs.fast;
                    let value = self.stack[base + index as usize];
                    if value.is_unbound() {
                        save!();
                        let name = self.symbol_name(code.locals[index as usize]);
                        let text = format!(
                            "cannot access local variable '{name}' where it is not associated with a value"
                        );
                        return Err(self.raise("UnboundLocalError", &text));
                    }
                    self.stack.push(value);
                }
                Instr::StoreFast(index) => {
                    self.spent_ps += costs.fast;
                    let value = self.pop();
                    self.stack[base + index as usize] = value;
                }
                Instr::DeleteFast(index) => {
                    let slot = base + index as usize;
                    if self.stack[slot].is_unbound() {
                        save!();
                        let name = self.symbol_name(code.locals[index as usize]);
                        let text = format!(
                            "cannot access local variable '{name}' where it is not associated with a value"
                        );
                        return Err(self.raise("UnboundLocalError", &text));
                    }
                    self.stack[slot] = Value::Unbound;
                }
                Instr::LoadCell(index) => {
                    self.spent_ps += costs.fast;
                    let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                    let Object::Cell(value) = self.heap.get(cell) else {
                        unreachable!("a cell")
                    };
                    let value = *value;
                    if value.is_unbound() {
                        save!();
                        return Err(self.empty_cell(code, index));
                    }
                    self.stack.push(value);
                }
                Instr::StoreCell(index) => {
                    self.spent_ps += costs.fast;
                    let value = self.pop();
                    let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                    *self.heap.get_mut(cell) = Object::Cell(value);
                }
                Instr::DeleteCell(index) => {
                    let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                    if matches!(self.heap.get(cell), Object::Cell(Value::Unbound)) {
                        save!();
                        return Err(self.empty_cell(code, index));
                    }
                    *self.heap.get_mut(cell) = Object::Cell(Value::Unbound);
                }
                Instr::PushCell(index) => {
                    let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                    self.stack.push(Value::Obj(cell));
                }
                Instr::LoadClassCell { cell } => {
                    save!();
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
                Instr::LoadGlobal(name) => {
                    self.spent_ps += costs.global;
                    let module = self.frames.last().expect("a frame runs").module;
                    let value = self.global_or_builtin(module, name);
                    if value.is_unbound() {
                        save!();
                        return Err(self.name_error(name));
                    }
                    self.stack.push(value);
                }
                Instr::StoreGlobal(name) => {
                    self.spent_ps += costs.global;
                    let value = self.pop();
                    let module = self.frames.last().expect("a frame runs").module;
                    if let Object::Module(module) = self.heap.get_mut(module) {
                        module.set(name, value);
                    }
                }
                Instr::DeleteGlobal(name) => {
                    let module = self.frames.last().expect("a frame runs").module;
                    if self.global_in(module, name).is_unbound() {
                        save!();
                        return Err(self.name_error(name));
                    }
                    if let Object::Module(module) = self.heap.get_mut(module) {
                        module.set(name, Value::Unbound);
                        module.order.retain(|&known| known != name);
                    }
                }
                Instr::LoadName(name) => {
                    save!();
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
                    save!();
                    let value = self.pop();
                    let namespace = self
                        .frames
                        .last()
                        .and_then(|frame| frame.namespace)
                        .expect("a class body");
                    let key = self.symbol_value(name);
                    self.dict_set(Value::Obj(namespace), key, value)?;
                }
                Instr::DeleteName(name) => {
                    save!();
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
                Instr::Pop => {
                    self.pop();
                }
                Instr::Dup => {
                    let top = *self.stack.last().expect("balanced");
                    self.stack.push(top);
                }
                Instr::Dup2 => {
                    let n = self.stack.len();
                    let (a, b) = (self.stack[n - 2], self.stack[n - 1]);
                    self.stack.push(a);
                    self.stack.push(b);
                }
                Instr::Swap => {
                    let n = self.stack.len();
                    self.stack.swap(n - 2, n - 1);
                }
                Instr::RotateThree => {
                    let n = self.stack.len();
                    self.stack[n - 3..].rotate_right(1);
                }
                Instr::RotateFour => {
                    let n = self.stack.len();
                    self.stack[n - 4..].rotate_right(1);
                }
                Instr::LoadAttr(name) => {
                    self.spent_ps += costs.attribute;
                    let object = *self.stack.last().expect("balanced");
                    save!();
                    match self.get_attribute(object, name)? {
                        Attribute::Value(value) => {
                            *self.stack.last_mut().expect("balanced") = value
                        }
                        Attribute::Method(function) => {
                            let bound = self.bound(function, object);
                            *self.stack.last_mut().expect("balanced") = bound;
                        }
                        Attribute::Call(callable, args) => {
                            self.pop();
                            let on_return = OnReturn::Getattr(Box::new((object, name)));
                            return self.call(callable, args, on_return).map(Next::from);
                        }
                    }
                }
                Instr::LoadMethod(name) => {
                    self.spent_ps += costs.attribute;
                    let object = *self.stack.last().expect("balanced");
                    save!();
                    match self.get_attribute(object, name)? {
                        Attribute::Method(function) => {
                            *self.stack.last_mut().expect("balanced") = function;
                            self.stack.push(object);
                        }
                        Attribute::Value(value) => {
                            *self.stack.last_mut().expect("balanced") = value;
                            self.stack.push(Value::Unbound);
                        }
                        Attribute::Call(callable, args) => {
                            self.pop();
                            let then = Then::new(method_found, Vec::new());
                            let on_return = OnReturn::Then(Box::new((then, OnReturn::Push)));
                            return self.call(callable, args, on_return).map(Next::from);
                        }
                    }
                }
                Instr::StoreAttr(name) => {
                    self.spent_ps += costs.attribute;
                    save!();
                    let object = self.pop();
                    let value = self.pop();
                    if let Some((callable, args)) = tri!(self.set_attribute(object, name, value)) {
                        return self.call(callable, args, OnReturn::Discard).map(Next::from);
                    }
                }
                Instr::DeleteAttr(name) => {
                    save!();
                    let object = self.pop();
                    if let Some((callable, args)) = self.delete_attribute(object, name)? {
                        return self.call(callable, args, OnReturn::Discard).map(Next::from);
                    }
                }
                Instr::LoadSubscript => {
                    self.spent_ps += costs.subscript;
                    let key = self.pop();
                    let object = self.pop();
                    if let (Value::Obj(r), Value::Int(i)) = (object, key) {
                        if let Object::List(items) = self.heap.get(r) {
                            if let Some(&value) = usize::try_from(i).ok().and_then(|i| items.get(i))
                            {
                                self.stack.push(value);
                                continue;
                            }
                        }
                    }
                    save!();
                    match self.get_item(object, key)? {
                        Ok(value) => self.stack.push(value),
                        Err((callable, args)) => {
                            return self.call(callable, args, OnReturn::Push).map(Next::from);
                        }
                    }
                }
                Instr::StoreSubscript => {
                    self.spent_ps += costs.subscript;
                    save!();
                    let key = self.pop();
                    let object = self.pop();
                    let value = self.pop();
                    if let Some((callable, args)) = self.set_item(object, key, value)? {
                        return self.call(callable, args, OnReturn::Discard).map(Next::from);
                    }
                }
                Instr::DeleteSubscript => {
                    save!();
                    let key = self.pop();
                    let object = self.pop();
                    if let Some((callable, args)) = self.delete_item(object, key)? {
                        return self.call(callable, args, OnReturn::Discard).map(Next::from);
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
                Instr::Binary(op) | Instr::InPlace(op) => {
                    self.spent_ps += costs.arithmetic;
                    let right = self.pop();
                    let left = self.pop();
                    if let (Value::Int(a), Value::Int(b)) = (left, right) {
                        let quick = match op {
                            BinaryOp::Add => a.checked_add(b),
                            BinaryOp::Sub => a.checked_sub(b),
                            BinaryOp::Mul => a.checked_mul(b),
                            _ => None,
                        };
                        if let Some(value) = quick {
                            self.stack.push(Value::Int(value));
                            continue;
                        }
                    }
                    save!();
                    match self.binary(op, left, right, matches!(instr, Instr::InPlace(_)))? {
                        Called::Done => {}
                        other => return Ok(other.into()),
                    }
                }
                Instr::Unary(op) => {
                    self.spent_ps += costs.arithmetic;
                    save!();
                    let value = self.pop();
                    match self.unary(op, value)? {
                        Called::Done => {}
                        other => return Ok(other.into()),
                    }
                }
                Instr::Compare(op) => {
                    self.spent_ps += costs.compare;
                    let right = self.pop();
                    let left = self.pop();
                    if let (Value::Int(a), Value::Int(b)) = (left, right) {
                        let result = match op {
                            CompareOp::Lt => a < b,
                            CompareOp::Le => a <= b,
                            CompareOp::Eq => a == b,
                            CompareOp::Ne => a != b,
                            CompareOp::Gt => a > b,
                            CompareOp::Ge => a >= b,
                        };
                        self.stack.push(Value::Bool(result));
                        continue;
                    }
                    save!();
                    match self.compare(op, left, right)? {
                        Called::Done => {}
                        other => return Ok(other.into()),
                    }
                }
                Instr::Is { negate } => {
                    let right = self.pop();
                    let left = self.pop();
                    self.stack.push(Value::Bool(left.is(right) != negate));
                }
                Instr::Contains { negate } => {
                    self.spent_ps += costs.subscript;
                    save!();
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
                                        .map(Next::from);
                                }
                            }
                        }
                        None => {
                            self.stack.truncate(n - 2);
                            let function = self.library("_contains").expect("the builtins have it");
                            let args = Args::of(&[container, item]);
                            return self
                                .call(function, args, OnReturn::Truth { negate })
                                .map(Next::from);
                        }
                    }
                }
                Instr::Jump(target) => ip = target as usize,
                Instr::JumpBack(target) => {
                    self.spent_ps += costs.jump;
                    ip = target as usize;
                    if !lockstep && self.may_go_on() {
                        continue;
                    }
                    save!();
                    return Ok(Next::Check);
                }
                Instr::PopJumpIfFalse(target) => {
                    let value = self.pop();
                    let truth = match value {
                        Value::Bool(b) => b,
                        other => {
                            save!();
                            self.truth_nested(other)?
                        }
                    };
                    if !truth {
                        ip = target as usize;
                    }
                }
                Instr::PopJumpIfTrue(target) => {
                    save!();
                    let value = self.pop();
                    if self.truth_nested(value)? {
                        ip = target as usize;
                    }
                }
                Instr::JumpIfFalseOrPop(target) => {
                    save!();
                    let value = *self.stack.last().expect("balanced");
                    if self.truth_nested(value)? {
                        self.pop();
                    } else {
                        ip = target as usize;
                    }
                }
                Instr::JumpIfTrueOrPop(target) => {
                    save!();
                    let value = *self.stack.last().expect("balanced");
                    if self.truth_nested(value)? {
                        ip = target as usize;
                    } else {
                        self.pop();
                    }
                }
                Instr::PopJumpIfNone(target) => {
                    if self.pop().is_none() {
                        ip = target as usize;
                    }
                }
                Instr::GetIter => {
                    self.spent_ps += costs.iterate;
                    save!();
                    let value = self.pop();
                    match self.iterator(value)? {
                        Ok(iterator) => self.stack.push(iterator),
                        Err((callable, args)) => {
                            return self.call(callable, args, OnReturn::Push).map(Next::from);
                        }
                    }
                }
                Instr::ForIter(target) => {
                    self.spent_ps += costs.iterate;
                    let iterator = *self.stack.last().expect("balanced");
                    save!();
                    match self.step(iterator)? {
                        super::iterate::Step::Item(item) => self.stack.push(item),
                        super::iterate::Step::End => {
                            self.pop();
                            ip = target as usize;
                        }
                        super::iterate::Step::Generator(generator) => {
                            let how = super::Resumption::Send(Value::None);
                            return self
                                .resume_generator(generator, how, OnReturn::ForIter { target })
                                .map(Next::from);
                        }
                        super::iterate::Step::Call(callable, args) => {
                            let depth = self.frames.len();
                            match self.call(callable, args, OnReturn::ForIter { target }) {
                                Err(raised)
                                    if self.frames.len() == depth
                                        && self.is_exception(raised.0, "StopIteration") =>
                                {
                                    self.pop();
                                    ip = target as usize;
                                }
                                other => return other.map(Next::from),
                            }
                        }
                    }
                }
                Instr::BuildTuple(n) => {
                    self.spent_ps += costs.build;
                    let at = self.stack.len() - n as usize;
                    let tuple = self.heap.tuple(&self.stack[at..]);
                    self.stack.truncate(at);
                    self.stack.push(tuple);
                }
                Instr::BuildList(n) => {
                    self.spent_ps += costs.build;
                    let items = self.stack.split_off(self.stack.len() - n as usize);
                    let list = self.heap.list(items);
                    self.stack.push(list);
                }
                Instr::BuildSet(n) => {
                    self.spent_ps += costs.build;
                    save!();
                    let set = self.heap.value(Object::Set(Box::default()));
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
                    save!();
                    let dict = self.heap.dict(crate::heap::Dict::default());
                    let at = self.stack.len() - 2 * n as usize;
                    for index in 0..n as usize {
                        let (key, value) =
                            (self.stack[at + 2 * index], self.stack[at + 2 * index + 1]);
                        self.dict_set(dict, key, value)?;
                    }
                    self.stack.truncate(at);
                    self.stack.push(dict);
                }
                Instr::BuildString(n) => {
                    self.spent_ps += costs.format;
                    let at = self.stack.len() - n as usize;
                    let mut text = String::new();
                    for index in at..self.stack.len() {
                        text.push_str(&self.text(self.stack[index]).unwrap_or_default());
                    }
                    self.stack.truncate(at);
                    let text = self.heap.string(text);
                    self.stack.push(text);
                }
                Instr::ListAppend(n) => {
                    self.spent_ps += costs.fast;
                    let item = self.pop();
                    let list = self.stack[self.stack.len() - n as usize];
                    self.push_item(list, item);
                }
                Instr::SetAdd(n) => {
                    save!();
                    let item = self.pop();
                    let set = self.stack[self.stack.len() - n as usize];
                    self.dict_set(set, item, Value::None)?;
                }
                Instr::MapAdd(n) => {
                    save!();
                    let value = self.pop();
                    let key = self.pop();
                    let dict = self.stack[self.stack.len() - n as usize];
                    self.dict_set(dict, key, value)?;
                }
                Instr::ListExtend(n) | Instr::SetUpdate(n) => {
                    save!();
                    let iterable = *self.stack.last().expect("balanced");
                    let Some(items) = self.items_of(iterable)? else {
                        return self.listed_first(ip);
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
                    save!();
                    let mapping = *self.stack.last().expect("balanced");
                    let base_value = self.unwrap(mapping);
                    let Some(Object::Dict(entries)) = self.object(base_value) else {
                        let text = format!("'{}' object is not a mapping", self.type_name(mapping));
                        return Err(self.type_error(&text));
                    };
                    let entries = entries.clone();
                    self.pop();
                    let target = self.stack[self.stack.len() - n as usize];
                    for entry in entries.iter() {
                        if matches!(instr, Instr::DictMerge(_)) {
                            tri!(self.merge_keyword(target, entry.key, n));
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
                    self.spent_ps += costs.build;
                    save!();
                    let value = *self.stack.last().expect("balanced");
                    let Some(items) = self.items_of(value)? else {
                        self.require_iterable(value)?;
                        return self.listed_first(ip);
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
                    save!();
                    let value = *self.stack.last().expect("balanced");
                    let Some(items) = self.items_of(value)? else {
                        self.require_iterable(value)?;
                        return self.listed_first(ip);
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
                    save!();
                    let spec = if has_spec { self.pop() } else { Value::Unbound };
                    let value = self.pop();
                    let flow = match conversion {
                        Conversion::None => self.format_value(value, spec)?,
                        Conversion::Str => self.converted_format("str", value, spec)?,
                        Conversion::Repr => self.converted_format("repr", value, spec)?,
                        Conversion::Ascii => self.converted_format("ascii", value, spec)?,
                    };
                    if let super::Flow::Value(text) = flow {
                        self.stack.push(text);
                        continue;
                    }
                    return self.act(flow, OnReturn::Push).map(Next::from);
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
                Instr::LoadBuildClass => self.stack.push(Value::Unbound),
                Instr::Call(n) => {
                    let at = self.stack.len() - n as usize - 1;
                    save!();
                    let callable = self.stack[at];
                    if let Some(called) = tri!(self.call_quick(callable, at + 1, n as usize, at)) {
                        return Ok(called.into());
                    }
                    let args = self.pop_n(n as usize);
                    self.pop();
                    let called = self.call_here(callable, args)?;
                    if !matches!(called, Called::Done) {
                        return Ok(called.into());
                    }
                    if !lockstep && self.may_go_on() {
                        ip = self.frames.last().expect("a frame runs").ip;
                        continue;
                    }
                    return Ok(Next::Check);
                }
                Instr::CallKeywords { count, names } => {
                    save!();
                    let args = self.pop_keywords(count as usize, &code.consts[names as usize]);
                    let callable = self.pop();
                    return self.call_here(callable, args).map(checked);
                }
                Instr::CallStarred { keywords } => {
                    save!();
                    let n = self.stack.len();
                    let star = self.stack[n - 1 - usize::from(keywords)];
                    let mapping = if keywords {
                        self.stack[n - 1]
                    } else {
                        Value::Unbound
                    };
                    let items = self.items_of(star)?.unwrap_or_default();
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
                    return self.call_here(callable, args).map(checked);
                }
                Instr::CallMethod(n) => {
                    let at = self.stack.len() - n as usize - 2;
                    save!();
                    let (callable, receiver) = (self.stack[at], self.stack[at + 1]);
                    let with_self = usize::from(!receiver.is_unbound());
                    let first = at + 2 - with_self;
                    if let Some(called) =
                        tri!(self.call_quick(callable, first, n as usize + with_self, at))
                    {
                        return Ok(called.into());
                    }
                    let args = self.pop_n(n as usize + with_self);
                    self.stack.truncate(at);
                    let called = self.call_here(callable, args)?;
                    if !matches!(called, Called::Done) {
                        return Ok(called.into());
                    }
                    if !lockstep && self.may_go_on() {
                        ip = self.frames.last().expect("a frame runs").ip;
                        continue;
                    }
                    return Ok(Next::Check);
                }
                Instr::CallMethodKeywords { count, names } => {
                    save!();
                    let mut args = self.pop_keywords(count as usize, &code.consts[names as usize]);
                    let receiver = self.pop();
                    let callable = self.pop();
                    if !receiver.is_unbound() {
                        args = args.with_receiver(receiver);
                    }
                    return self.call_here(callable, args).map(checked);
                }
                Instr::Return => {
                    self.spent_ps += costs.fast;
                    let value = self.pop();
                    let frame = self.frames.pop().expect("a frame runs");
                    self.stack.truncate(frame.bottom);
                    self.handled.truncate(frame.handled_base);
                    if let Some(generator) = frame.generator {
                        if let Object::Generator(object) = self.heap.get_mut(generator) {
                            object.state = crate::heap::GeneratorState::Finished;
                        }
                        return self.generator_ended(value, frame.on_return).map(Next::from);
                    }
                    return self
                        .deliver(value, frame.on_return)
                        .map(|called| match called {
                            Called::Done => Next::Reload,
                            other => other.into(),
                        });
                }
                Instr::Yield => {
                    self.spent_ps += costs.fast;
                    save!();
                    let value = self.pop();
                    return self.yield_value(value, Value::Unbound).map(Next::from);
                }
                Instr::GetYieldFromIter => {
                    save!();
                    let value = self.pop();
                    match self.iterator(value)? {
                        Ok(iterator) => self.stack.push(iterator),
                        Err((callable, args)) => {
                            return self.call(callable, args, OnReturn::Push).map(Next::from);
                        }
                    }
                }
                Instr::Send(target) => {
                    self.spent_ps += costs.iterate;
                    save!();
                    let sent = self.pop();
                    let iterator = *self.stack.last().expect("balanced");
                    return self.send_to(iterator, sent, target).map(Next::from);
                }
                Instr::YieldFromItem => {
                    save!();
                    let item = self.pop();
                    let iterator = *self.stack.last().expect("balanced");
                    return self.yield_value(item, iterator).map(Next::from);
                }
                Instr::Raise(n) => {
                    save!();
                    return Err(self.raise_statement(n)?);
                }
                Instr::Reraise => {
                    save!();
                    let exception = self.pop();
                    self.reraising = true;
                    return Err(Raised(exception));
                }
                Instr::PopExcept => {
                    self.handled.pop();
                }
                Instr::CheckExcMatch => {
                    save!();
                    let wanted = self.pop();
                    let exception = *self.stack.last().expect("balanced");
                    let matches = self.exception_matches(exception, wanted)?;
                    self.stack.push(Value::Bool(matches));
                }
                Instr::BeforeWith => {
                    save!();
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
                        .map(checked);
                }
                Instr::WithExceptStart => {
                    save!();
                    let n = self.stack.len();
                    let (exit, exception) = (self.stack[n - 2], self.stack[n - 1]);
                    let class = Value::Obj(self.class_of(exception));
                    let traceback = self.traceback_value(exception);
                    let args = Args::of(&[class, exception, traceback]);
                    return self.call(exit, args, OnReturn::Push).map(Next::from);
                }
                Instr::Import { name, last } => {
                    save!();
                    return self.import_statement(name, last).map(Next::from);
                }
                Instr::ImportFrom(name) => {
                    save!();
                    let module = *self.stack.last().expect("balanced");
                    let value = self.import_from(module, name)?;
                    self.stack.push(value);
                }
                Instr::ImportStar => {
                    save!();
                    let module = self.pop();
                    self.import_star(module)?;
                }
                Instr::LoadAssertionError => {
                    let class = self.types.exception("AssertionError");
                    self.stack.push(Value::Obj(class));
                }
            }
            if lockstep {
                save!();
                return Ok(Next::Check);
            }
        }
    }

    /// A call from bytecode; a class statement's builder is marked by an empty callable.
    fn call_here(&mut self, callable: Value, args: Args) -> Result<Called, Raised> {
        if callable.is_unbound() {
            return self.build_class(args, OnReturn::Push);
        }
        self.call(callable, args, OnReturn::Push)
    }

    /// A plain Python function called with exactly its parameters: its arguments become its locals where they lie.
    fn call_quick(
        &mut self,
        callable: Value,
        first: usize,
        count: usize,
        bottom: usize,
    ) -> Result<Option<Called>, Raised> {
        let Value::Obj(r) = callable else {
            return Ok(None);
        };
        let Object::Function(function) = self.heap.get(r) else {
            return Ok(None);
        };
        let code = &function.code.code;
        let plain = code.positional_count as usize == count
            && code.keyword_only_count == 0
            && !code.has_varargs
            && !code.has_varkeywords;
        if !plain {
            return Ok(None);
        }
        self.push_function(r, first, bottom, OnReturn::Push)
            .map(Some)
    }

    /// Replaces the iterable on top of the stack by a list of its items, then runs the instruction again.
    fn listed_first(&mut self, ip: usize) -> Result<Next, Raised> {
        self.frames.last_mut().expect("a frame runs").ip = ip - 1;
        let iterable = self.pop();
        let flow = self.collect(
            iterable,
            Then::new(|_, _, list| Ok(super::Flow::Value(list)), Vec::new()),
        )?;
        self.act(flow, OnReturn::Push).map(Next::from)
    }

    fn require_iterable(&mut self, value: Value) -> Result<(), Raised> {
        let known = self.special(value, self.names.iter).is_some()
            || self.special(value, self.names.getitem).is_some();
        if known || matches!(self.object(value), Some(Object::Generator(_))) {
            return Ok(());
        }
        let text = format!(
            "cannot unpack non-iterable {} object",
            self.type_name(value)
        );
        Err(self.type_error(&text))
    }

    fn make_function(
        &mut self,
        code: Value,
        defaults: Value,
        keyword_defaults: Value,
        annotations: Value,
        closure: Value,
    ) -> Value {
        let Some(Object::Code(code)) = self.object(code) else {
            unreachable!("the compiler passes code")
        };
        let loaded = code.clone();
        let code = loaded.code.clone();
        let name = self.heap.str(&code.name);
        let qualname = self.heap.str(&code.qualname);
        let doc = match &code.doc {
            Some(doc) => self.heap.str(doc),
            None => Value::None,
        };
        let tuple = |vm: &Vm, value: Value| match vm.object(value) {
            Some(Object::Tuple(items)) => items.to_vec(),
            _ => Vec::new(),
        };
        let defaults = tuple(self, defaults);
        let closure = tuple(self, closure)
            .into_iter()
            .filter_map(Value::as_ref)
            .collect();
        let keyword_entries: Vec<(Value, Value)> = match self.object(keyword_defaults) {
            Some(Object::Dict(dict)) => dict.iter().map(|entry| (entry.key, entry.value)).collect(),
            _ => Vec::new(),
        };
        let keyword_defaults = keyword_entries
            .into_iter()
            .filter_map(|(key, value)| self.text(key).map(|key| (self.symbols.intern(&key), value)))
            .collect();
        let module = self.frames.last().expect("a frame runs").module;
        self.heap.value(Object::Function(Box::new(Function {
            code: loaded,
            module,
            name,
            qualname,
            defaults,
            keyword_defaults,
            closure,
            annotations: if annotations.is_unbound() {
                Value::None
            } else {
                annotations
            },
            doc,
            attrs: crate::heap::Attrs::default(),
        })))
    }

    /// One step of `yield from`.
    fn send_to(&mut self, iterator: Value, sent: Value, target: u32) -> Result<Called, Raised> {
        let depth = self.frames.len();
        let on_return = OnReturn::Send { target };
        let result = match self.object(iterator) {
            Some(Object::Generator(_)) => {
                let r = iterator.as_ref().expect("an object");
                self.resume_generator(r, super::Resumption::Send(sent), on_return)
            }
            _ if sent.is_none() => match self.step(iterator)? {
                super::iterate::Step::Item(item) => {
                    self.stack.push(item);
                    return Ok(Called::Done);
                }
                super::iterate::Step::End => {
                    self.finish_send(Value::None, target);
                    return Ok(Called::Done);
                }
                super::iterate::Step::Generator(r) => {
                    self.resume_generator(r, super::Resumption::Send(sent), on_return)
                }
                super::iterate::Step::Call(callable, args) => self.call(callable, args, on_return),
            },
            _ => {
                let method = self.get_attr_nested(iterator, self.names.send)?;
                self.call(method, Args::of(&[sent]), on_return)
            }
        };
        match result {
            Err(raised) if self.frames.len() == depth => self.send_raised(raised, target),
            other => other,
        }
    }

    fn raise_statement(&mut self, n: u32) -> Result<Raised, Raised> {
        if n == 0 {
            return Ok(match self.handled.last() {
                Some(&exception) => {
                    self.reraising = true;
                    Raised(exception)
                }
                None => self.raise("RuntimeError", "No active exception to reraise"),
            });
        }
        let cause = if n == 2 { self.pop() } else { Value::Unbound };
        let value = self.pop();
        let exception = self.exception_from(value)?;
        if !cause.is_unbound() {
            let cause = match cause {
                Value::None => Value::None,
                other => match self.exception_from(other) {
                    Ok(cause) => cause,
                    Err(_) => {
                        return Err(
                            self.type_error("exception causes must derive from BaseException")
                        );
                    }
                },
            };
            if let Some(e) = self.exception_mut(exception) {
                e.cause = cause;
                e.suppress_context = true;
            }
        }
        Ok(Raised(exception))
    }

    fn merge_keyword(&mut self, target: Value, key: Value, n: u32) -> Result<(), Raised> {
        if self.text(key).is_none() {
            return Err(self.type_error("keywords must be strings"));
        }
        if self.table_find(target, key)?.1.is_some() {
            let callable = self
                .stack
                .len()
                .checked_sub(n as usize + 2)
                .map_or(Value::None, |at| self.stack[at]);
            let name = self.callable_name(callable);
            let text = format!(
                "{name}() got multiple values for keyword argument '{}'",
                self.text(key).unwrap_or_default()
            );
            return Err(self.type_error(&text));
        }
        Ok(())
    }

    fn callable_name(&self, callable: Value) -> Rc<str> {
        match self.object(callable) {
            Some(Object::Function(function)) => {
                let module = match self.heap.get(function.module) {
                    Object::Module(module) => module.name.clone(),
                    _ => "".into(),
                };
                format!(
                    "{module}.{}",
                    self.text(function.qualname).unwrap_or_default()
                )
                .into()
            }
            Some(Object::Class(class)) => format!("{}.{}", class.module, class.qualname).into(),
            _ => self.type_name(callable),
        }
    }
}

fn checked(called: Called) -> Next {
    match called {
        Called::Done => Next::Check,
        other => other.into(),
    }
}

/// A property (or `__getattr__`) gave what `obj.name(…)` calls: there is no `self` to add.
fn method_found(vm: &mut Vm, _then: Then, found: Value) -> super::NativeResult {
    vm.stack.push(found);
    Ok(super::Flow::Value(Value::Unbound))
}
