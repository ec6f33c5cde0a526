//! The instruction loop. It works on the innermost frame until the thread's budget is used up at a place where this
//! Python version may switch threads, the thread asks the kernel, or it ends. (Over 400 lines because one `match` is
//! the instruction set; what an instruction means lives in the files beside this one.)

use super::attribute::Attribute;
use super::unwind::Unwound;
use super::{Args, Called, OnReturn, Raised, Then, Vm};
use crate::code::{BinaryOp, CompareOp, Const, Instr};
use crate::heap::{Object, Value};
use interleave_kernel::Op;

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
pub(super) enum Next {
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

    pub(super) fn pop(&mut self) -> Value {
        self.stack.pop().expect("the compiler balanced the stack")
    }

    pub(super) fn pop_n(&mut self, n: usize) -> Args {
        let at = self.stack.len() - n;
        let args = Args::of(&self.stack[at..]);
        self.stack.truncate(at);
        args
    }

    pub(super) fn pop_keywords(&mut self, count: usize, names: &Const) -> Args {
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
                Instr::PushCell(index) => {
                    let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                    self.stack.push(Value::Obj(cell));
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
                Instr::Pop => {
                    let value = self.pop();
                    if let Value::Obj(r) = value
                        && let Object::Generator(_) = self.heap.get(r)
                    {
                        save!();
                        self.forget_coroutine(r);
                    }
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
                Instr::ListAppend(n) => {
                    self.spent_ps += costs.fast;
                    let item = self.pop();
                    let list = self.stack[self.stack.len() - n as usize];
                    self.push_item(list, item);
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
                other => {
                    save!();
                    if let Some(next) = self.run_other(other, &loaded, ip)? {
                        return Ok(next);
                    }
                }
            }
            if lockstep {
                save!();
                return Ok(Next::Check);
            }
        }
    }
}

pub(super) fn checked(called: Called) -> Next {
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
