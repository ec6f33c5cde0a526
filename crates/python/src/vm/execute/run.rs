//! The loop itself: one `match` over ops. It keeps the instruction's number, the stack's height and what was spent in
//! local variables, and writes them back (`save!`) before anything that could look at them. A call that needs no more than
//! a frame stays in the loop. (Over 400 lines because one `match` is the instruction set; what is not hot lives in
//! the files beside this one.)

use super::super::truth::Truth;
use super::super::{Called, OnReturn, Raised, Vm};
use super::arithmetic::{quick_compare, quick_float, quick_int, rare_int};
use super::call::Entered;
use super::op::Opcode;
use super::{Next, attribute::Quick};
use crate::heap::{GeneratorState, Object, Value};

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
                ($name:expr) => {
                    let Some(value) = self.quick_global(module, $name) else {
                        save!();
                        return Err(self.name_error($name));
                    };
                    self.stack.slots[sp] = value.copied();
                    sp += 1;
                };
            }
            // A number into slot `$to`, then `$done`; where the operands are no numbers, `$otherwise`.
            macro_rules! arithmetic {
                ($op:expr, $left:expr, $right:expr, $to:expr, $done:expr, $otherwise:expr) => {
                    if let Some(int) = quick_int($op, $left, $right) {
                        self.stack.slots[$to] = Value::Int(int);
                        $done
                    } else if let Some(float) = quick_float($op, $left, $right) {
                        self.stack.slots[$to] = Value::Float(float);
                        $done
                    } else if let Some(int) = rare_int($op, $left, $right) {
                        self.stack.slots[$to] = Value::Int(int);
                        $done
                    } else {
                        $otherwise
                    }
                };
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
            // After a step that left everything in place.
            macro_rules! go_on {
                () => {
                    sp = self.stack.len;
                    continue;
                };
            }
            // After a step that may have changed the frame.
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
                let Some(&op) = ops.get(ip) else {
                    save!();
                    return Ok(Next::Check);
                };
                ip += 1;
                match op {
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
                        let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                        let Object::Cell(value) = self.heap.get(cell) else {
                            unreachable!("a cell")
                        };
                        let value = *value;
                        if value.is_unbound() {
                            save!();
                            return Err(self.empty_cell(&loaded.code, index));
                        }
                        push!(value);
                    }
                    Opcode::StoreCell(index) => {
                        let value = pop!();
                        let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                        *self.heap.get_mut(cell) = Object::Cell(value);
                    }
                    Opcode::PushCell(index) => {
                        let cell = self.frames.last().expect("a frame runs").cells[index as usize];
                        push!(Value::Obj(cell));
                    }
                    Opcode::Global(name) => {
                        push_global!(name);
                    }
                    Opcode::StoreGlobal(name) => {
                        sp -= 1;
                        let value = self.stack.slots[sp].copied();
                        let old = if self.guarded_generators > 0 {
                            self.global_in(module, name)
                        } else {
                            Value::Unbound
                        };
                        self.store_global(module, name, value);
                        if !old.is_unbound()
                            && let Some((callable, args)) = self.dropped(old)
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
                        let (a, b) = (self.stack.slots[sp - 2], top!());
                        push!(a);
                        push!(b);
                    }
                    Opcode::Swap => self.stack.slots.swap(sp - 2, sp - 1),
                    Opcode::RotateThree => self.stack.slots[sp - 3..sp].rotate_right(1),
                    Opcode::RotateFour => self.stack.slots[sp - 4..sp].rotate_right(1),
                    Opcode::Attr(name) => {
                        let object = top!();
                        match self.quick_attribute(object, name) {
                            Quick::Value(value) => top!() = value,
                            Quick::Method(function) => {
                                top!() = self.bound(function, object);
                            }
                            Quick::Unknown => {
                                save!();
                                match self.load_attribute(object, name)? {
                                    None => {}
                                    Some(called) => follow!(Ok::<_, Raised>(called)),
                                }
                            }
                        }
                    }
                    Opcode::AttrF { a, name } => {
                        let object = local!(a, 0);
                        match self.quick_attribute(object, name) {
                            Quick::Value(value) => {
                                push!(value);
                                ip += 1;
                            }
                            _ => spell_out!(0, object),
                        }
                    }
                    Opcode::Method(name) => {
                        let object = top!();
                        match self.quick_attribute(object, name) {
                            Quick::Method(function) => {
                                top!() = function;
                                push!(object);
                            }
                            Quick::Value(value) => {
                                top!() = value;
                                push!(Value::Unbound);
                            }
                            Quick::Unknown => {
                                save!();
                                match self.load_method(object, name)? {
                                    None => {
                                        go_on!();
                                    }
                                    Some(called) => follow!(Ok::<_, Raised>(called)),
                                }
                            }
                        }
                    }
                    Opcode::MethodF { a, name } => {
                        let object = local!(a, 0);
                        match self.quick_attribute(object, name) {
                            Quick::Method(function) => {
                                push!(function);
                                push!(object);
                                ip += 1;
                            }
                            _ => spell_out!(0, object),
                        }
                    }
                    Opcode::StoreAttr(name) => {
                        let object = pop!();
                        let value = pop!();
                        if !self.quick_store(object, name, value) {
                            save!();
                            if let Some((callable, args)) =
                                self.set_attribute(object, name, value)?
                            {
                                follow!(self.call(callable, args, OnReturn::Discard));
                            }
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
                        match self.get_item(object, key)? {
                            Ok(value) => {
                                push!(value);
                            }
                            Err((callable, args)) => {
                                follow!(self.call(callable, args, OnReturn::Push));
                            }
                        }
                    }
                    Opcode::SubscriptFF { a, b } => {
                        let object = local!(a, 0);
                        let key = local!(b, 1);
                        match self.quick_item(object, key) {
                            Some(value) => {
                                push!(value);
                                ip += 2;
                            }
                            None => spell_out!(1, object, key),
                        }
                    }
                    Opcode::StoreSubscript => {
                        let key = pop!();
                        let object = pop!();
                        let value = pop!();
                        if self.quick_set_item(object, key, value) {
                            continue;
                        }
                        save!();
                        if let Some((callable, args)) = self.set_item(object, key, value)? {
                            follow!(self.call(callable, args, OnReturn::Discard));
                        }
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
                        arithmetic!(op, left, right, sp, sp += 1, {
                            let (left, right) = (*left, *right);
                            save!();
                            match self.binary(op, left, right, in_place)? {
                                Called::Done => {
                                    go_on!();
                                }
                                other => follow!(Ok::<_, Raised>(other)),
                            }
                        });
                    }
                    Opcode::BinaryFF { op, a, b } => {
                        let left = &self.stack.slots[base + a as usize];
                        let right = &self.stack.slots[base + b as usize];
                        arithmetic!(
                            op,
                            left,
                            right,
                            sp,
                            {
                                sp += 1;
                                ip += 2;
                            },
                            spell_out!(1, local!(a, 0), local!(b, 1))
                        );
                    }
                    Opcode::BinaryFC { op, a, c } => {
                        let left = &self.stack.slots[base + a as usize];
                        let right = &consts[c as usize];
                        arithmetic!(
                            op,
                            left,
                            right,
                            sp,
                            {
                                sp += 1;
                                ip += 2;
                            },
                            spell_out!(1, local!(a, 0), consts[c as usize])
                        );
                    }
                    Opcode::BinarySF { op, b } => {
                        let left = &self.stack.slots[sp - 1];
                        let right = &self.stack.slots[base + b as usize];
                        arithmetic!(op, left, right, sp - 1, ip += 1, {
                            spell_out!(0, local!(b, 0))
                        });
                    }
                    Opcode::BinarySC { op, c } => {
                        let left = &self.stack.slots[sp - 1];
                        let right = &consts[c as usize];
                        arithmetic!(op, left, right, sp - 1, ip += 1, {
                            spell_out!(0, consts[c as usize])
                        });
                    }
                    Opcode::BinaryFFStore { op, a, b, to } => {
                        let left = &self.stack.slots[base + a as usize];
                        let right = &self.stack.slots[base + b as usize];
                        arithmetic!(op, left, right, base + to as usize, ip += 3, {
                            spell_out!(1, local!(a, 0), local!(b, 1))
                        });
                    }
                    Opcode::BinaryFCStore { op, a, c, to } => {
                        let left = &self.stack.slots[base + a as usize];
                        let right = &consts[c as usize];
                        arithmetic!(op, left, right, base + to as usize, ip += 3, {
                            spell_out!(1, local!(a, 0), consts[c as usize])
                        });
                    }
                    Opcode::BinaryStore { op, to } => {
                        sp -= 2;
                        let (left, right) = (&self.stack.slots[sp], &self.stack.slots[sp + 1]);
                        arithmetic!(op, left, right, base + to as usize, ip += 1, {
                            let (left, right) = (*left, *right);
                            save!();
                            let in_place = loaded.is_in_place(ip - 1);
                            match self.binary(op, left, right, in_place)? {
                                Called::Done => {
                                    go_on!();
                                }
                                other => follow!(Ok::<_, Raised>(other)),
                            }
                        });
                    }
                    Opcode::BinaryGC { op, a, c } => {
                        if let Some(left) = self.quick_global(module, a) {
                            let right = &consts[c as usize];
                            if let Some(int) = quick_int(op, left, right) {
                                self.stack.slots[sp] = Value::Int(int);
                                sp += 1;
                                ip += 2;
                                continue;
                            }
                        }
                        push_global!(a);
                    }
                    Opcode::BinaryGG { op, a, b } => {
                        if let (Some(left), Some(right)) =
                            (self.quick_global(module, a), self.quick_global(module, b))
                        {
                            if let Some(int) = quick_int(op, left, right) {
                                self.stack.slots[sp] = Value::Int(int);
                                sp += 1;
                                ip += 2;
                                continue;
                            }
                        }
                        push_global!(a);
                    }
                    Opcode::BinaryGCStore { op, a, c } => {
                        if let Some(slot) = self.own_global(module, a) {
                            if let Some(int) = quick_int(op, slot, &consts[c as usize]) {
                                *slot = Value::Int(int);
                                ip += 3;
                                continue;
                            }
                        }
                        push_global!(a);
                    }
                    Opcode::BinaryGGStore { op, a, b } => {
                        if let Some(&Value::Int(right)) = self.quick_global(module, b) {
                            if let Some(slot) = self.own_global(module, a) {
                                if let Some(int) = quick_int(op, slot, &Value::Int(right)) {
                                    *slot = Value::Int(int);
                                    ip += 3;
                                    continue;
                                }
                            }
                        }
                        push_global!(a);
                    }
                    Opcode::BinaryStoreG { op, to } => {
                        sp -= 2;
                        let (left, right) = (&self.stack.slots[sp], &self.stack.slots[sp + 1]);
                        if let Some(int) = quick_int(op, left, right) {
                            if let Some(slot) = self.own_global(module, to) {
                                *slot = Value::Int(int);
                                ip += 1;
                                continue;
                            }
                        }
                        let (left, right) = (self.stack.slots[sp], self.stack.slots[sp + 1]);
                        save!();
                        let in_place = loaded.is_in_place(ip - 1);
                        match self.binary(op, left, right, in_place)? {
                            Called::Done => {
                                go_on!();
                            }
                            other => follow!(Ok::<_, Raised>(other)),
                        }
                    }
                    Opcode::Unary(op) => {
                        let value = pop!();
                        save!();
                        match self.unary(op, value)? {
                            Called::Done => {
                                go_on!();
                            }
                            other => follow!(Ok::<_, Raised>(other)),
                        }
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
                        match self.compare(op, left, right)? {
                            Called::Done => {
                                go_on!();
                            }
                            other => follow!(Ok::<_, Raised>(other)),
                        }
                    }
                    Opcode::CompareJump { op, target } => {
                        sp -= 2;
                        let (left, right) = (&self.stack.slots[sp], &self.stack.slots[sp + 1]);
                        if let Some(truth) = quick_compare(op, left, right) {
                            ip += 1;
                            if !truth {
                                jump!(target);
                            }
                            continue;
                        }
                        let (left, right) = (*left, *right);
                        save!();
                        match self.compare(op, left, right)? {
                            Called::Done => {
                                go_on!();
                            }
                            other => follow!(Ok::<_, Raised>(other)),
                        }
                    }
                    Opcode::CompareSCJump { op, c, target } => {
                        let right = &consts[c as usize];
                        let Some(truth) = quick_compare(op, &self.stack.slots[sp - 1], right)
                        else {
                            spell_out!(0, *right)
                        };
                        sp -= 1;
                        ip += 2;
                        if !truth {
                            jump!(target);
                        }
                    }
                    Opcode::CompareFFJump { op, a, b, target } => {
                        let left = &self.stack.slots[base + a as usize];
                        let right = &self.stack.slots[base + b as usize];
                        let Some(truth) = quick_compare(op, left, right) else {
                            spell_out!(1, local!(a, 0), local!(b, 1))
                        };
                        ip += 3;
                        if !truth {
                            jump!(target);
                        }
                    }
                    Opcode::CompareFCJump { op, a, c, target } => {
                        let left = &self.stack.slots[base + a as usize];
                        let right = &consts[c as usize];
                        let Some(truth) = quick_compare(op, left, right) else {
                            spell_out!(1, local!(a, 0), *right)
                        };
                        ip += 3;
                        if !truth {
                            jump!(target);
                        }
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
                        match self.run_other(loaded.code.instrs[ip - 1], &loaded, ip)? {
                            None => {
                                go_on!();
                            }
                            Some(next) => return Ok(next),
                        }
                    }
                    Opcode::Unpack(n) => {
                        if self.quick_unpack(top!(), n as usize, sp - 1) {
                            sp += n as usize;
                            sp -= 1;
                            continue;
                        }
                        save!();
                        match self.run_other(loaded.code.instrs[ip - 1], &loaded, ip)? {
                            None => {
                                go_on!();
                            }
                            Some(next) => return Ok(next),
                        }
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
                        match self.iterator(value)? {
                            Ok(iterator) => {
                                push!(iterator);
                            }
                            Err((callable, args)) => {
                                follow!(self.call(callable, args, OnReturn::Push));
                            }
                        }
                    }
                    Opcode::ForFast { to, target } => {
                        if let Some(int) = self.next_of_range(self.stack.slots[sp - 1]) {
                            self.stack.slots[base + to as usize] = Value::Int(int);
                            ip += 1;
                            continue;
                        }
                        match self.quick_next(top!()) {
                            Some(Some(item)) => {
                                self.stack.slots[base + to as usize] = item;
                                ip += 1;
                            }
                            Some(None) => {
                                sp -= 1;
                                jump!(target);
                            }
                            None => {
                                save!();
                                if !lockstep && self.quick_resume(top!(), target) {
                                    if self.may_go_on() {
                                        continue 'frame;
                                    }
                                    return Ok(Next::Check);
                                }
                                match self.next_of_loop(top!(), target)? {
                                    Some(called) => follow!(Ok::<_, Raised>(called)),
                                    None if lockstep => return Ok(Next::Check),
                                    None => continue 'frame,
                                }
                            }
                        }
                    }
                    Opcode::ForGlobal { to, target } => {
                        if let Some(int) = self.next_of_range(self.stack.slots[sp - 1]) {
                            match self.own_global(module, to) {
                                Some(slot) => *slot = Value::Int(int),
                                None => self.store_global(module, to, Value::Int(int)),
                            }
                            ip += 1;
                            continue;
                        }
                        match self.quick_next(top!()) {
                            Some(Some(item)) => {
                                self.store_global(module, to, item);
                                ip += 1;
                            }
                            Some(None) => {
                                sp -= 1;
                                jump!(target);
                            }
                            None => {
                                save!();
                                if !lockstep && self.quick_resume(top!(), target) {
                                    if self.may_go_on() {
                                        continue 'frame;
                                    }
                                    return Ok(Next::Check);
                                }
                                match self.next_of_loop(top!(), target)? {
                                    Some(called) => follow!(Ok::<_, Raised>(called)),
                                    None if lockstep => return Ok(Next::Check),
                                    None => continue 'frame,
                                }
                            }
                        }
                    }
                    Opcode::ForIter(target) => {
                        if let Some(int) = self.next_of_range(self.stack.slots[sp - 1]) {
                            self.stack.slots[sp] = Value::Int(int);
                            sp += 1;
                            continue;
                        }
                        match self.quick_next(top!()) {
                            Some(Some(item)) => {
                                self.stack.slots[sp] = item;
                                sp += 1;
                            }
                            Some(None) => {
                                sp -= 1;
                                jump!(target);
                            }
                            None => {
                                save!();
                                if !lockstep && self.quick_resume(top!(), target) {
                                    if self.may_go_on() {
                                        continue 'frame;
                                    }
                                    return Ok(Next::Check);
                                }
                                match self.next_of_loop(top!(), target)? {
                                    Some(called) => follow!(Ok::<_, Raised>(called)),
                                    None if lockstep => return Ok(Next::Check),
                                    None => continue 'frame,
                                }
                            }
                        }
                    }
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
                        match self.call_at(sp - n as usize - 1, sp - n as usize)? {
                            Entered::Frame if !lockstep && self.may_go_on() => continue 'frame,
                            Entered::Done if !lockstep && self.may_go_on() => {
                                go_on!();
                            }
                            Entered::Called(called) => follow!(Ok::<_, Raised>(called)),
                            Entered::Frame | Entered::Done => return Ok(Next::Check),
                        }
                    }
                    Opcode::CallMethod(n) => {
                        save!();
                        let at = sp - n as usize - 2;
                        let first = at + 1 + usize::from(self.stack.slots[at + 1].is_unbound());
                        match self.call_at(at, first)? {
                            Entered::Frame if !lockstep && self.may_go_on() => continue 'frame,
                            Entered::Done if !lockstep && self.may_go_on() => {
                                go_on!();
                            }
                            Entered::Called(called) => follow!(Ok::<_, Raised>(called)),
                            Entered::Frame | Entered::Done => return Ok(Next::Check),
                        }
                    }
                    Opcode::Return | Opcode::ReturnFast(_) | Opcode::ReturnConst(_) => {
                        if self.guarded_generators > 0 {
                            ip -= 1;
                            save!();
                            let returned = match op {
                                Opcode::ReturnFast(index) => Some(index),
                                _ => None,
                            };
                            if let Some((callable, args)) = self.dropped_local(returned) {
                                follow!(self.call(callable, args, OnReturn::Discard));
                            }
                            ip += 1;
                        }
                        let value = match op {
                            Opcode::ReturnFast(index) => {
                                let value = local!(index, 0);
                                ip += 1;
                                value
                            }
                            Opcode::ReturnConst(index) => {
                                ip += 1;
                                consts[index as usize]
                            }
                            _ => pop!(),
                        };
                        settle!();
                        let frame = self.frames.pop().expect("a frame runs");
                        self.stack.len = frame.bottom;
                        self.handled.truncate(frame.handled_base);
                        if let Some(generator) = frame.generator {
                            if let Object::Generator(object) = self.heap.get_mut(generator) {
                                object.state = GeneratorState::Finished;
                            }
                            follow!(self.generator_ended(value, frame.on_return));
                        }
                        match frame.on_return {
                            OnReturn::Push => {
                                self.stack.slots[frame.bottom] = value.copied();
                                self.stack.len += 1;
                            }
                            other => match self.deliver(value, other)? {
                                Called::Done => {}
                                called => follow!(Ok::<_, Raised>(called)),
                            },
                        }
                        if lockstep || self.frames.len() <= floor {
                            return Ok(Next::Reload);
                        }
                        continue 'frame;
                    }
                    Opcode::Yield => {
                        let value = pop!();
                        save!();
                        let frame = self.frames.last().expect("a frame runs");
                        if !lockstep && matches!(frame.on_return, OnReturn::ForIter { .. }) {
                            self.park(Value::Unbound);
                            self.stack.push(value);
                            if self.frames.len() > floor {
                                continue 'frame;
                            }
                            return Ok(Next::Reload);
                        }
                        follow!(self.yield_value(value, Value::Unbound));
                    }
                    Opcode::Other => {
                        save!();
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
                    }
                }
            };
            save!();
            return Err(self.unbound_local(&loaded, unbound));
        }
    }
}
