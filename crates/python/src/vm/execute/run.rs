//! The loop itself: one `match` over ops. It keeps the instruction's number, the stack's height and what was spent in
//! local variables, and writes them back (`save!`) before anything that could look at them. A call that needs no more than
//! a frame stays in the loop. (Over 400 lines because one `match` is the instruction set; what is not hot lives in
//! the files beside this one.)

use super::super::truth::Truth;
use super::super::{Called, OnReturn, Raised, Vm};
use super::arithmetic::{quick_compare, quick_float, quick_int, rare_int};
use super::{Next, attribute::Quick, call::Entered, op::Opcode};
use crate::heap::{Object, Value};

impl Vm {
    /// Runs the innermost frame, and those that it calls, until the loop around must look up.
    #[inline(never)]
    pub(super) fn run_frame(&mut self, floor: usize) -> Result<Next, Raised> {
        let lockstep = self.options.switches_everywhere();
        'frame: loop {
            let frame = self.frames.last().expect("a frame runs");
            let loaded = frame.code.clone();
            let base = frame.base;
            let module = frame.module;
            let mut ip = frame.ip;
            let consts = &loaded.consts[..];
            let sums = &loaded.cost_sums[..];
            // In lockstep every op is the last one before a look up.
            let ops = &loaded.ops[..if lockstep { ip + 1 } else { loaded.ops.len() }];
            // What was spent up to here is accounted for.
            let mut settled = ip;
            let mut sp = self.stack.len;
            self.stack.reserve(sp, loaded.code.max_stack as usize + 4);

            macro_rules! settle {
                () => {
                    let ps = sums[ip].wrapping_sub(sums[settled]);
                    self.spent_ps += u64::from(ps);
                    self.steps += (ip - settled) as u64;
                };
            }
            macro_rules! save {
                () => {
                    settle!();
                    #[allow(unused_assignments)]
                    {
                        settled = ip;
                    }
                    self.stack.len = sp;
                    self.frames.last_mut().expect("a frame runs").ip = ip;
                };
            }
            macro_rules! jump {
                ($target:expr) => {
                    settle!();
                    ip = $target as usize;
                    settled = ip;
                };
            }
            macro_rules! push {
                ($value:expr) => {
                    let value = $value;
                    self.stack.slots[sp] = value;
                    sp += 1;
                };
            }
            macro_rules! push_local {
                ($index:expr, $after:expr) => {
                    let at = base + $index as usize;
                    if self.stack.slots[at].is_unbound() {
                        ip += $after;
                        break $index as usize;
                    }
                    self.stack.slots[sp] = self.stack.slots[at].copied();
                    sp += 1;
                };
            }
            macro_rules! push_global {
                ($name:expr) => {{
                    let Some(value) = self.quick_global(module, $name) else {
                        save!();
                        return Err(self.name_error($name));
                    };
                    self.stack.slots[sp] = value.copied();
                    sp += 1;
                }};
            }
            macro_rules! fast {
                ($index:expr) => {
                    &self.stack.slots[base + $index as usize]
                };
            }
            macro_rules! constant {
                ($index:expr) => {
                    &consts[$index as usize]
                };
            }
            // A number into slot `$to`, then `$done`; where the operands are no numbers, `$otherwise`.
            macro_rules! arithmetic {
                ($op:ident, $left:expr, $right:expr => $to:expr; $done:expr; else $otherwise:expr) => {{
                    let (left, right) = ($left, $right);
                    if let Some(int) = quick_int($op, left, right) {
                        self.stack.slots[$to] = Value::Int(int);
                        $done
                    } else if let Some(float) = quick_float($op, left, right) {
                        self.stack.slots[$to] = Value::Float(float);
                        $done
                    } else if let Some(int) = rare_int($op, left, right) {
                        self.stack.slots[$to] = Value::Int(int);
                        $done
                    } else {
                        $otherwise
                    }
                }};
            }
            macro_rules! compare_jump {
                ($op:ident, $left:expr, $right:expr => $target:ident; $done:expr; else $otherwise:expr) => {{
                    match quick_compare($op, $left, $right) {
                        Some(truth) => {
                            $done;
                            if !truth {
                                jump!($target);
                            }
                        }
                        None => $otherwise,
                    }
                }};
            }
            macro_rules! pop {
                () => {{
                    sp -= 1;
                    self.stack.slots[sp]
                }};
            }
            macro_rules! top {
                () => {
                    self.stack.slots[sp - 1]
                };
            }
            // A local that has a value; `$after` instructions of this op come before its load is over.
            macro_rules! local {
                ($index:expr, $after:expr) => {{
                    let value = self.stack.slots[base + $index as usize];
                    if value.is_unbound() {
                        ip += $after;
                        break $index as usize;
                    }
                    value
                }};
            }
            macro_rules! go_on {
                () => {
                    sp = self.stack.len;
                    continue;
                };
            }
            macro_rules! follow {
                ($called:expr) => {
                    match $called? {
                        Called::Done if !lockstep && self.frames.len() > floor => continue 'frame,
                        Called::Pushed if !lockstep && self.may_go_on() => continue 'frame,
                        other => return Ok(Next::from(other)),
                    }
                };
            }
            // The truth of a jump's condition; a method written in Python decides the jump when it returns.
            // After an operator: its result is on the stack, or a method was called for it.
            macro_rules! finish {
                ($called:expr) => {
                    match $called? {
                        Called::Done => {
                            go_on!();
                        }
                        other => follow!(Ok::<_, Raised>(other)),
                    }
                };
            }
            // An operator's general way; its operands lie at `sp`.
            macro_rules! slowly {
                ($op:expr, $in_place:expr) => {{
                    let (left, right) = (self.stack.slots[sp], self.stack.slots[sp + 1]);
                    save!();
                    finish!(self.binary($op, left, right, $in_place));
                }};
            }
            macro_rules! other {
                () => {
                    match self.run_other(loaded.code.instrs[ip - 1], &loaded, ip)? {
                        None => {
                            go_on!();
                        }
                        Some(Next::Check) if !lockstep && self.may_go_on() => continue 'frame,
                        Some(Next::Reload) if !lockstep && self.frames.len() > floor => {
                            continue 'frame;
                        }
                        Some(next) => return Ok(next),
                    }
                };
            }
            macro_rules! enter {
                ($at:expr, $first:expr) => {
                    match self.call_at($at, $first)? {
                        Entered::Frame if !lockstep && self.may_go_on() => continue 'frame,
                        Entered::Done if !lockstep && self.may_go_on() => {
                            go_on!();
                        }
                        Entered::Called(called) => follow!(Ok::<_, Raised>(called)),
                        Entered::Frame | Entered::Done => return Ok(Next::Check),
                    }
                };
            }
            // A loop's next item: a range's number, another builtin's item, or what a call for it gives.
            macro_rules! for_step {
                ($target:expr, $int:ident => $take_int:block, $item:ident => $take_item:block) => {{
                    if let Some($int) = self.next_of_range(self.stack.slots[sp - 1]) {
                        $take_int
                        continue;
                    }
                    match self.quick_next(top!()) {
                        Some(Some($item)) => $take_item
                        Some(None) => {
                            sp -= 1;
                            jump!($target);
                        }
                        None => {
                            save!();
                            if !lockstep && self.quick_resume(top!(), $target) {
                                if self.may_go_on() {
                                    continue 'frame;
                                }
                                return Ok(Next::Check);
                            }
                            match self.next_of_loop(top!(), $target)? {
                                Some(called) => follow!(Ok::<_, Raised>(called)),
                                None if lockstep => return Ok(Next::Check),
                                None => continue 'frame,
                            }
                        }
                    }
                }};
            }
            macro_rules! truth {
                ($value:expr, $target:expr, $when:expr, $keep:expr) => {
                    match $value {
                        Value::Bool(truth) => truth,
                        other => {
                            save!();
                            match self.truth_or_ask(other)? {
                                Truth::Known(truth) => truth,
                                Truth::Ask(method, is_length) => {
                                    let asked = (method, is_length);
                                    let jump = ($target, $when);
                                    follow!(self.jump_when_told(other, asked, jump, $keep))
                                }
                            }
                        }
                    }
                };
            }
            // Both operands on the stack, on to the plain op at `$at`, which knows what to do.
            macro_rules! spell_out {
                ($count:expr, $($value:expr),*) => {{
                    $(push!($value);)*
                    ip += $count;
                    continue;
                }};
            }

            let unbound = loop {
                let Some(op) = ops.get(ip) else {
                    save!();
                    return Ok(Next::Check);
                };
                ip += 1;
                match *op {
                    Opcode::Nop => {}
                    Opcode::Const(index) => {
                        push!(consts[index as usize]);
                    }
                    Opcode::Fast(index) => {
                        push_local!(index, 0);
                    }
                    Opcode::StoreFast(index) => {
                        sp -= 1;
                        self.stack.slots[base + index as usize] = self.stack.slots[sp].copied();
                    }
                    Opcode::FastFast { a, b } => {
                        push_local!(a, 0);
                        push_local!(b, 1);
                        ip += 1;
                    }
                    Opcode::FastConst { a, c } => {
                        push_local!(a, 0);
                        push!(consts[c as usize]);
                        ip += 1;
                    }
                    Opcode::StoreFastFast { to, from } => {
                        sp -= 1;
                        self.stack.slots[base + to as usize] = self.stack.slots[sp].copied();
                        push_local!(from, 1);
                        ip += 1;
                    }
                    Opcode::Cell(index) => {
                        let Object::Cell(value) = *self.heap.get(self.cell(index)) else {
                            unreachable!("a cell")
                        };
                        if value.is_unbound() {
                            save!();
                            return Err(self.empty_cell(&loaded.code, index));
                        }
                        push!(value);
                    }
                    Opcode::StoreCell(index) => {
                        let value = pop!();
                        *self.heap.get_mut(self.cell(index)) = Object::Cell(value);
                    }
                    Opcode::PushCell(index) => {
                        push!(Value::Obj(self.cell(index)));
                    }
                    Opcode::Global(name) => {
                        push_global!(name);
                    }
                    Opcode::StoreGlobal(name) => {
                        sp -= 1;
                        let value = self.stack.slots[sp].copied();
                        if self.guarded_generators == 0 {
                            self.store_global(module, name, value);
                        } else if let Some((callable, args)) =
                            self.replace_global(module, name, value)
                        {
                            save!();
                            follow!(self.call(callable, args, OnReturn::Discard));
                        }
                    }
                    Opcode::Pop => {
                        if let Value::Obj(r) = pop!()
                            && let Object::Generator(_) = self.heap.get(r)
                        {
                            save!();
                            self.forget_coroutine(r);
                        }
                    }
                    Opcode::Dup => {
                        push!(top!());
                    }
                    Opcode::Dup2 => {
                        self.stack.slots.copy_within(sp - 2..sp, sp);
                        sp += 2;
                    }
                    Opcode::Rotate(n) => self.stack.slots[sp - n as usize..sp].rotate_right(1),
                    Opcode::Attr(name) => {
                        let object = top!();
                        if let Quick::Value(value) = self.quick_attribute(object, name) {
                            top!() = value;
                            continue;
                        }
                        save!();
                        finish!(self.load_attribute(object, name));
                    }
                    Opcode::AttrF { a, name } => {
                        let object = local!(a, 0);
                        let Quick::Value(value) = self.quick_attribute(object, name) else {
                            spell_out!(0, object)
                        };
                        push!(value);
                        ip += 1;
                    }
                    Opcode::Method(name) => {
                        let object = top!();
                        if let Some((callable, receiver)) = self.quick_method(object, name) {
                            top!() = callable;
                            push!(receiver);
                            continue;
                        }
                        save!();
                        finish!(self.load_method(object, name));
                    }
                    Opcode::MethodF { a, name } => {
                        let object = local!(a, 0);
                        let Some((callable, receiver)) = self.quick_method(object, name) else {
                            spell_out!(0, object)
                        };
                        push!(callable);
                        push!(receiver);
                        ip += 1;
                    }
                    Opcode::StoreAttr(name) => {
                        let object = pop!();
                        let value = pop!();
                        if !self.quick_store(object, name, value) {
                            save!();
                            finish!(self.store_attribute(object, name, value));
                        }
                    }
                    Opcode::StoreAttrF { a, name } => {
                        let object = local!(a, 0);
                        if !self.quick_store(object, name, top!()) {
                            spell_out!(0, object);
                        }
                        sp -= 1;
                        ip += 1;
                    }
                    Opcode::Subscript => {
                        let key = pop!();
                        let object = pop!();
                        if let Some(value) = self.quick_item(object, key) {
                            push!(value);
                            continue;
                        }
                        save!();
                        finish!(self.load_item(object, key));
                    }
                    Opcode::SubscriptFF { a, b } => {
                        let object = local!(a, 0);
                        let key = local!(b, 1);
                        let Some(value) = self.quick_item(object, key) else {
                            spell_out!(1, object, key)
                        };
                        push!(value);
                        ip += 2;
                    }
                    Opcode::StoreSubscript => {
                        let key = pop!();
                        let object = pop!();
                        let value = pop!();
                        if self.quick_set_item(object, key, value) {
                            continue;
                        }
                        save!();
                        finish!(self.store_item(object, key, value));
                    }
                    Opcode::StoreSubscriptFF { a, b } => {
                        let object = local!(a, 0);
                        let key = local!(b, 1);
                        if !self.quick_set_item(object, key, top!()) {
                            spell_out!(1, object, key);
                        }
                        sp -= 1;
                        ip += 2;
                    }
                    Opcode::Binary { op, in_place } => {
                        sp -= 2;
                        let (left, right) = (&self.stack.slots[sp], &self.stack.slots[sp + 1]);
                        arithmetic!(op, left, right => sp; sp += 1; else slowly!(op, in_place));
                    }
                    Opcode::BinaryStore { op, to } => {
                        sp -= 2;
                        let (left, right) = (&self.stack.slots[sp], &self.stack.slots[sp + 1]);
                        arithmetic!(op, left, right => base + to as usize; ip += 1;
                            else slowly!(op, loaded.is_in_place(ip - 1)));
                    }
                    Opcode::BinaryFF { op, a, b } => {
                        arithmetic!(op, fast!(a), fast!(b) => sp; { sp += 1; ip += 2; };
                            else spell_out!(1, local!(a, 0), local!(b, 1)));
                    }
                    Opcode::BinaryFC { op, a, c } => {
                        arithmetic!(op, fast!(a), constant!(c) => sp; { sp += 1; ip += 2; };
                            else spell_out!(1, local!(a, 0), *constant!(c)));
                    }
                    Opcode::BinarySF { op, b } => {
                        arithmetic!(op, &top!(), fast!(b) => sp - 1; ip += 1;
                            else spell_out!(0, local!(b, 0)));
                    }
                    Opcode::BinarySC { op, c } => {
                        arithmetic!(op, &top!(), constant!(c) => sp - 1; ip += 1;
                            else spell_out!(0, *constant!(c)));
                    }
                    Opcode::BinaryFFStore { op, a, b, to } => {
                        arithmetic!(op, fast!(a), fast!(b) => base + to as usize; ip += 3;
                            else spell_out!(1, local!(a, 0), local!(b, 1)));
                    }
                    Opcode::BinaryFCStore { op, a, c, to } => {
                        arithmetic!(op, fast!(a), constant!(c) => base + to as usize; ip += 3;
                            else spell_out!(1, local!(a, 0), *constant!(c)));
                    }
                    Opcode::BinaryGC { op, a, c } => {
                        let right = &consts[c as usize];
                        match self
                            .quick_global(module, a)
                            .map(|left| quick_int(op, left, right))
                        {
                            Some(Some(int)) => {
                                self.stack.slots[sp] = Value::Int(int);
                                sp += 1;
                                ip += 2;
                            }
                            _ => push_global!(a),
                        }
                    }
                    Opcode::BinaryGG { op, a, b } => {
                        let operands = (self.quick_global(module, a), self.quick_global(module, b));
                        if let (Some(left), Some(right)) = operands
                            && let Some(int) = quick_int(op, left, right)
                        {
                            self.stack.slots[sp] = Value::Int(int);
                            sp += 1;
                            ip += 2;
                            continue;
                        }
                        push_global!(a);
                    }
                    Opcode::BinaryGCStore { op, a, c } => {
                        if let Some(slot) = self.own_global(module, a)
                            && let Some(int) = quick_int(op, slot, &consts[c as usize])
                        {
                            *slot = Value::Int(int);
                            ip += 3;
                            continue;
                        }
                        push_global!(a);
                    }
                    Opcode::BinaryGGStore { op, a, b } => {
                        if let Some(&Value::Int(right)) = self.quick_global(module, b)
                            && let Some(slot) = self.own_global(module, a)
                            && let Some(int) = quick_int(op, slot, &Value::Int(right))
                        {
                            *slot = Value::Int(int);
                            ip += 3;
                            continue;
                        }
                        push_global!(a);
                    }
                    Opcode::BinaryStoreG { op, to } => {
                        sp -= 2;
                        let (left, right) = (&self.stack.slots[sp], &self.stack.slots[sp + 1]);
                        if let Some(int) = quick_int(op, left, right)
                            && let Some(slot) = self.own_global(module, to)
                        {
                            *slot = Value::Int(int);
                            ip += 1;
                            continue;
                        }
                        slowly!(op, loaded.is_in_place(ip - 1));
                    }
                    Opcode::Unary(op) => {
                        let value = pop!();
                        save!();
                        finish!(self.unary(op, value));
                    }
                    Opcode::Compare(op) => {
                        sp -= 2;
                        let (left, right) = (&self.stack.slots[sp], &self.stack.slots[sp + 1]);
                        if let Some(truth) = quick_compare(op, left, right) {
                            self.stack.slots[sp] = Value::Bool(truth);
                            sp += 1;
                            continue;
                        }
                        let (left, right) = (*left, *right);
                        save!();
                        finish!(self.compare(op, left, right));
                    }
                    Opcode::CompareJump { op, target } => {
                        sp -= 2;
                        compare_jump!(op, &self.stack.slots[sp], &self.stack.slots[sp + 1]
                        => target; ip += 1; else {
                            let (left, right) = (self.stack.slots[sp], self.stack.slots[sp + 1]);
                            save!();
                            finish!(self.compare(op, left, right));
                        });
                    }
                    Opcode::CompareSCJump { op, c, target } => {
                        compare_jump!(op, &top!(), constant!(c) => target; { sp -= 1; ip += 2; };
                            else spell_out!(0, *constant!(c)));
                    }
                    Opcode::CompareFFJump { op, a, b, target } => {
                        compare_jump!(op, fast!(a), fast!(b) => target; ip += 3;
                            else spell_out!(1, local!(a, 0), local!(b, 1)));
                    }
                    Opcode::CompareFCJump { op, a, c, target } => {
                        compare_jump!(op, fast!(a), constant!(c) => target; ip += 3;
                            else spell_out!(1, local!(a, 0), *constant!(c)));
                    }
                    Opcode::Is { negate } => {
                        let right = pop!();
                        let left = pop!();
                        push!(Value::Bool(left.is(right) != negate));
                    }
                    Opcode::Contains { negate } => {
                        let (item, container) = (self.stack.slots[sp - 2], top!());
                        if let Some(found) = self.quick_contains(container, item) {
                            sp -= 1;
                            top!() = Value::Bool(found != negate);
                            continue;
                        }
                        save!();
                        other!();
                    }
                    Opcode::Unpack(n) => {
                        if self.quick_unpack(top!(), n as usize, sp - 1) {
                            sp = sp + n as usize - 1;
                            continue;
                        }
                        save!();
                        other!();
                    }
                    Opcode::Jump(target) => {
                        jump!(target);
                    }
                    Opcode::JumpBack(target) => {
                        jump!(target);
                        if !lockstep && self.may_go_on() {
                            continue;
                        }
                        save!();
                        return Ok(Next::Check);
                    }
                    Opcode::JumpIf { target, truth } => {
                        let value = pop!();
                        if truth!(value, target, truth, false) == truth {
                            jump!(target);
                        }
                    }
                    Opcode::JumpIfOrPop { target, truth } => {
                        let value = top!();
                        if truth!(value, target, truth, true) == truth {
                            jump!(target);
                        } else {
                            sp -= 1;
                        }
                    }
                    Opcode::JumpIfNone(target) => {
                        if pop!().is_none() {
                            jump!(target);
                        }
                    }
                    Opcode::GetIter => {
                        let value = pop!();
                        save!();
                        finish!(self.load_iterator(value));
                    }
                    Opcode::ForFast { to, target } => for_step!(target,
                        int => { self.stack.slots[base + to as usize] = Value::Int(int); ip += 1; },
                        item => { self.stack.slots[base + to as usize] = item; ip += 1; }),
                    Opcode::ForGlobal { to, target } => for_step!(target,
                        int => { self.store_global_int(module, to, int); ip += 1; },
                        item => { self.store_global(module, to, item); ip += 1; }),
                    Opcode::ForIter(target) => for_step!(target,
                        int => { self.stack.slots[sp] = Value::Int(int); sp += 1; },
                        item => { self.stack.slots[sp] = item; sp += 1; }),
                    Opcode::BuildTuple(n) => {
                        let at = sp - n as usize;
                        let tuple = self.heap.tuple(&self.stack.slots[at..sp]);
                        sp = at;
                        push!(tuple);
                    }
                    Opcode::BuildList(n) => {
                        let at = sp - n as usize;
                        let list = self.heap.list(self.stack.slots[at..sp].to_vec());
                        sp = at;
                        push!(list);
                    }
                    Opcode::ListAppend(n) => {
                        let item = pop!();
                        let list = self.stack.slots[sp - n as usize];
                        self.push_item(list, item);
                    }
                    Opcode::LoadBuildClass => {
                        push!(Value::Unbound);
                    }
                    Opcode::Call(n) => {
                        save!();
                        enter!(sp - n as usize - 1, sp - n as usize);
                    }
                    Opcode::CallMethod(n) => {
                        save!();
                        let at = sp - n as usize - 2;
                        let first = at + 1 + usize::from(self.stack.slots[at + 1].is_unbound());
                        enter!(at, first);
                    }
                    Opcode::Return | Opcode::ReturnFast(_) | Opcode::ReturnConst(_) => {
                        if self.guarded_generators > 0 {
                            ip -= 1;
                            save!();
                            if let Some((callable, args)) = self.dropped_local(op.returned()) {
                                follow!(self.call(callable, args, OnReturn::Discard));
                            }
                            ip += 1;
                        }
                        let value = match *op {
                            Opcode::ReturnFast(index) => local!(index, 0),
                            Opcode::ReturnConst(index) => consts[index as usize],
                            _ => pop!(),
                        };
                        ip += usize::from(!matches!(op, Opcode::Return));
                        settle!();
                        follow!(self.leave_frame(value));
                    }
                    Opcode::Yield => {
                        let value = pop!();
                        save!();
                        follow!(self.quick_yield(value));
                    }
                    Opcode::Other => {
                        save!();
                        other!();
                    }
                }
            };
            save!();
            return Err(self.unbound_local(&loaded, unbound));
        }
    }
}
