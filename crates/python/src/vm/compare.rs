//! Comparison, equality, hashing, truth and membership.
//!
//! (Over 400 lines because the builtins' comparisons fall through to one another.)

use super::frame::{OperatorCall, Otherwise};
use super::{Args, Called, OnReturn, Raised, Vm};
use crate::code::CompareOp;
use crate::heap::{DictPart, Object, Value};
use num_bigint::BigInt;
use std::cmp::Ordering;

impl Vm {
    /// `left op right`; the result goes on the stack.
    pub(super) fn compare(
        &mut self,
        op: CompareOp,
        left: Value,
        right: Value,
    ) -> Result<Called, Raised> {
        if let Some(result) = self.compare_builtin(op, left, right)? {
            self.stack.push(Value::Bool(result));
            return Ok(Called::Done);
        }
        let (method, mirrored, otherwise) = match op {
            CompareOp::Lt => (self.names.lt, self.names.gt, Otherwise::NotOrdered("<")),
            CompareOp::Le => (self.names.le, self.names.ge, Otherwise::NotOrdered("<=")),
            CompareOp::Gt => (self.names.gt, self.names.lt, Otherwise::NotOrdered(">")),
            CompareOp::Ge => (self.names.ge, self.names.le, Otherwise::NotOrdered(">=")),
            CompareOp::Eq => (self.names.eq, self.names.eq, Otherwise::Identity),
            CompareOp::Ne => (self.names.ne, self.names.ne, Otherwise::NotIdentity),
        };
        let mut rest = vec![(right, left, mirrored), (left, right, method)];
        let (left_class, right_class) = (self.class_of(left), self.class_of(right));
        if left_class != right_class && self.is_subclass(right_class, left_class) {
            rest.swap(0, 1);
        }
        self.try_operator(OperatorCall {
            left,
            right,
            rest,
            otherwise,
        })
    }

    /// The next method of an operator that somebody has.
    pub(super) fn try_operator(&mut self, mut call: OperatorCall) -> Result<Called, Raised> {
        while let Some((receiver, argument, name)) = call.rest.pop() {
            let found = self.special(receiver, name);
            if name == self.names.ne
                && found.is_none_or(|own| !self.is_python(own))
                && let Some(eq) = self
                    .special(receiver, self.names.eq)
                    .filter(|&eq| self.is_python(eq))
            {
                call.otherwise = Otherwise::InvertEq;
                let args = Args::of(&[receiver, argument]);
                return self.call(eq, args, OnReturn::Operator(Box::new(call)));
            }
            let Some(method) = found else {
                continue;
            };
            if !self.is_python(method) && !self.answers_natively(receiver) {
                continue;
            }
            let args = Args::of(&[receiver, argument]);
            return self.call(method, args, OnReturn::Operator(Box::new(call)));
        }
        self.operator_unanswered(call)
    }

    /// Whether `==` asks Python code of the value, which may block.
    pub(super) fn equals_by_python(&mut self, value: Value) -> bool {
        matches!(self.object(value), Some(Object::Instance(_)))
            && self
                .special(value, self.names.eq)
                .is_some_and(|method| matches!(self.object(method), Some(Object::Function(_))))
    }

    /// Whether a method is Python code (builtins' own behaviour is tried before).
    pub(super) fn is_python(&self, method: Value) -> bool {
        !matches!(self.object(method), Some(Object::Native(_)))
    }

    /// Whether a native operator method may have an answer: those of a plain object are `object`'s own.
    fn answers_natively(&self, receiver: Value) -> bool {
        match self.object(receiver) {
            Some(Object::Instance(instance)) => !instance.base.is_unbound(),
            Some(Object::Exception(_)) => false,
            _ => true,
        }
    }

    pub(super) fn operator_answered(
        &mut self,
        value: Value,
        call: OperatorCall,
    ) -> Result<Called, Raised> {
        if matches!(value, Value::NotImplemented) {
            return if call.rest.is_empty() {
                self.operator_unanswered(call)
            } else {
                self.try_operator(call)
            };
        }
        let value = match call.otherwise {
            Otherwise::InvertEq => Value::Bool(!self.truth_nested(value)?),
            _ => value,
        };
        self.stack.push(value);
        Ok(Called::Done)
    }

    pub(super) fn operator_unanswered(&mut self, call: OperatorCall) -> Result<Called, Raised> {
        let same = call.left.is(call.right);
        let result = match call.otherwise {
            Otherwise::Identity => same,
            Otherwise::NotIdentity | Otherwise::InvertEq => !same,
            Otherwise::NotOrdered(sign) => {
                let text = format!(
                    "'{sign}' not supported between instances of '{}' and '{}'",
                    self.type_name(call.left),
                    self.type_name(call.right)
                );
                return Err(self.type_error(&text));
            }
            Otherwise::Unsupported(sign)
                if self.overrides_operators(call.left) || self.overrides_operators(call.right) =>
            {
                return self.wrapped_operator(sign, call);
            }
            Otherwise::Unsupported("*" | "*=")
                if self.is_sequence(call.left) || self.is_sequence(call.right) =>
            {
                let other = if self.is_sequence(call.left) {
                    call.right
                } else {
                    call.left
                };
                let text = format!(
                    "can't multiply sequence by non-int of type '{}'",
                    self.type_name(other)
                );
                return Err(self.type_error(&text));
            }
            Otherwise::Unsupported(sign) => {
                let text = format!(
                    "unsupported operand type(s) for {sign}: '{}' and '{}'",
                    self.type_name(call.left),
                    self.type_name(call.right)
                );
                return Err(self.type_error(&text));
            }
        };
        self.stack.push(Value::Bool(result));
        Ok(Called::Done)
    }

    /// An operator that no method answered, on what instances of builtins' subclasses wrap.
    fn wrapped_operator(&mut self, sign: &str, call: OperatorCall) -> Result<Called, Raised> {
        let in_place = sign.ends_with('=');
        let plain = sign.trim_end_matches('=');
        let (left, right) = (self.unwrap(call.left), self.unwrap(call.right));
        if let Some(op) = super::operators::op_of_sign(plain)
            && let Some(result) = self.binary_builtin(op, left, right, in_place)?
        {
            self.stack.push(if in_place && result == left {
                call.left
            } else {
                result
            });
            return Ok(Called::Done);
        }
        if plain == "+"
            && let Some(raised) = self.concat_error(left, call.right)
        {
            return Err(raised);
        }
        if plain == "*" && (self.is_sequence(left) || self.is_sequence(right)) {
            let other = if self.is_sequence(left) {
                call.right
            } else {
                call.left
            };
            if let Some(count) = self.as_index(other)? {
                let sequence = if self.is_sequence(left) { left } else { right };
                if let Some(result) = self.repeat(sequence, count)? {
                    self.stack.push(result);
                    return Ok(Called::Done);
                }
            }
            let text = format!(
                "can't multiply sequence by non-int of type '{}'",
                self.type_name(other)
            );
            return Err(self.type_error(&text));
        }
        let text = format!(
            "unsupported operand type(s) for {sign}: '{}' and '{}'",
            self.type_name(call.left),
            self.type_name(call.right)
        );
        Err(self.type_error(&text))
    }

    /// A view of keys or items as a set; anything else as it is.
    pub(crate) fn view_as_set(&mut self, value: Value) -> Result<Value, Raised> {
        let is_view = matches!(
            self.object(value),
            Some(Object::DictView {
                part: DictPart::Keys | DictPart::Items,
                ..
            })
        );
        if !is_view {
            return Ok(value);
        }
        let set = self.heap.new_set(false);
        for item in self.items_of(value)?.unwrap_or_default() {
            self.dict_set(set, item, Value::None)?;
        }
        Ok(set)
    }

    pub(super) fn is_sequence(&self, value: Value) -> bool {
        matches!(
            self.object(value),
            Some(
                Object::Str(_)
                    | Object::Bytes(_)
                    | Object::ByteArray(_)
                    | Object::List(_)
                    | Object::Tuple(_)
            )
        )
    }

    /// A comparison that builtins answer by themselves; `None`: ask the objects' methods.
    pub fn compare_builtin(
        &mut self,
        op: CompareOp,
        left: Value,
        right: Value,
    ) -> Result<Option<bool>, Raised> {
        if let (Value::Int(a), Value::Int(b)) = (left, right) {
            return Ok(Some(holds(op, a.cmp(&b))));
        }
        if self.has_own_comparison(left) || self.has_own_comparison(right) {
            return Ok(None);
        }
        let (left, right) = (self.unwrap(left), self.unwrap(right));
        let (left, right) = (self.view_as_set(left)?, self.view_as_set(right)?);
        match op {
            CompareOp::Eq => return self.equal_builtin(left, right),
            CompareOp::Ne => return Ok(self.equal_builtin(left, right)?.map(|equal| !equal)),
            _ => {}
        }
        if let Some(order) = self.compare_numbers(left, right) {
            return Ok(Some(order.is_some_and(|order| holds(op, order))));
        }
        match (self.object(left), self.object(right)) {
            (Some(Object::Str(a)), Some(Object::Str(b))) => {
                Ok(Some(holds(op, a.text.cmp(&b.text))))
            }
            (
                Some(Object::Bytes(_) | Object::ByteArray(_)),
                Some(Object::Bytes(_) | Object::ByteArray(_)),
            ) => {
                let (a, b) = (self.byte_slice(left), self.byte_slice(right));
                Ok(Some(holds(op, a.cmp(&b))))
            }
            (Some(Object::List(a)), Some(Object::List(b))) => {
                let (a, b) = (a.clone(), b.clone());
                self.compare_sequences(op, &a, &b).map(Some)
            }
            (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
                let (a, b) = (a.clone(), b.clone());
                self.compare_sequences(op, &a, &b).map(Some)
            }
            (
                Some(Object::Set(a) | Object::FrozenSet(a)),
                Some(Object::Set(b) | Object::FrozenSet(b)),
            ) => {
                let (a, b) = (a.clone(), b.clone());
                let (small, large, strict) = match op {
                    CompareOp::Lt => (a, b, true),
                    CompareOp::Le => (a, b, false),
                    CompareOp::Gt => (b, a, true),
                    _ => (b, a, false),
                };
                if small.len() > large.len() || (strict && small.len() == large.len()) {
                    return Ok(Some(false));
                }
                for entry in small.iter() {
                    if self.find_in(&large, entry.hash, entry.key)?.is_none() {
                        return Ok(Some(false));
                    }
                }
                Ok(Some(true))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn has_own_comparison(&self, value: Value) -> bool {
        match self.object(value) {
            Some(Object::Instance(instance)) => {
                instance.base.is_unbound() || self.overrides_comparison(instance.class)
            }
            Some(Object::Host(_) | Object::Exception(_)) => true,
            _ => false,
        }
    }

    pub(super) fn overrides_comparison(&self, class: crate::heap::Ref) -> bool {
        let names = [
            self.names.eq,
            self.names.lt,
            self.names.le,
            self.names.gt,
            self.names.ge,
        ];
        let mro = &self.class(class).mro;
        mro.iter().any(|&base| {
            let attrs = &self.class(base).attrs;
            names
                .iter()
                .any(|&name| attrs.get(name).is_some_and(|method| self.is_python(method)))
        })
    }

    pub(super) fn compare_sequences(
        &mut self,
        op: CompareOp,
        a: &[Value],
        b: &[Value],
    ) -> Result<bool, Raised> {
        for (&x, &y) in a.iter().zip(b) {
            if !self.equal_nested(x, y)? {
                return self.compare_nested(op, x, y);
            }
        }
        Ok(holds(op, a.len().cmp(&b.len())))
    }

    /// `left op right` without a switch, for native code.
    pub fn compare_nested(
        &mut self,
        op: CompareOp,
        left: Value,
        right: Value,
    ) -> Result<bool, Raised> {
        if let Some(result) = self.compare_builtin(op, left, right)? {
            return Ok(result);
        }
        let depth = self.frames.len();
        self.nested += 1;
        let called = self.compare(op, left, right);
        let result =
            match called {
                Ok(Called::Done) => Ok(self.stack.pop().expect("a comparison pushes its result")),
                Ok(Called::Pushed) => self
                    .run_nested_push(depth)
                    .map(|()| self.stack.pop().expect("a comparison pushes its result")),
                Ok(Called::Blocked(_)) => Err(self
                    .not_supported("a blocking call inside a comparison that native code makes")),
                Err(raised) => Err(raised),
            };
        self.nested -= 1;
        let value = result?;
        self.truth_nested(value)
    }

    /// `left op right` without a switch, for native code.
    pub fn binary_nested(
        &mut self,
        op: crate::code::BinaryOp,
        left: Value,
        right: Value,
    ) -> Result<Value, Raised> {
        let depth = self.frames.len();
        self.nested += 1;
        let result =
            match self.binary(op, left, right, false) {
                Ok(Called::Done) => Ok(()),
                Ok(Called::Pushed) => self.run_nested_push(depth),
                Ok(Called::Blocked(_)) => Err(self
                    .not_supported("a blocking call inside an operator that native code applies")),
                Err(raised) => Err(raised),
            };
        self.nested -= 1;
        result.map(|()| self.stack.pop().expect("an operator pushes its result"))
    }

    /// `left == right` without a switch; the same object is equal to itself.
    pub fn equal_nested(&mut self, left: Value, right: Value) -> Result<bool, Raised> {
        if left.is(right) {
            return Ok(true);
        }
        self.compare_nested(CompareOp::Eq, left, right)
    }

    pub(super) fn equal_builtin(
        &mut self,
        left: Value,
        right: Value,
    ) -> Result<Option<bool>, Raised> {
        if let Some(order) = self.compare_numbers(left, right) {
            return Ok(Some(order == Some(Ordering::Equal)));
        }
        if self.is_complex(left) || self.is_complex(right) {
            let (a, b) = (self.complex_of(left), self.complex_of(right));
            return Ok(Some(a.is_some() && a == b));
        }
        let result = match (self.object(left), self.object(right)) {
            (Some(Object::Str(a)), Some(Object::Str(b))) => a.text == b.text,
            (
                Some(Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_)),
                Some(Object::Bytes(_) | Object::ByteArray(_) | Object::MemoryView(_)),
            ) => self.byte_slice(left) == self.byte_slice(right),
            (Some(Object::Range(a)), Some(Object::Range(b))) => {
                let (a, b) = (**a, **b);
                a.len() == b.len()
                    && (a.is_empty() || a.start == b.start && (a.len() == 1 || a.step == b.step))
            }
            (Some(Object::List(a)), Some(Object::List(b))) => {
                let (a, b) = (a.clone(), b.clone());
                a.len() == b.len() && self.all_equal(&a, &b)?
            }
            (Some(Object::Tuple(a)), Some(Object::Tuple(b))) => {
                let (a, b) = (a.clone(), b.clone());
                a.len() == b.len() && self.all_equal(&a, &b)?
            }
            (Some(Object::Slice(a)), Some(Object::Slice(b))) => {
                let (a, b) = (**a, **b);
                self.all_equal(&a, &b)?
            }
            (Some(Object::Dict(a)), Some(Object::Dict(b))) => {
                let (a, b) = (a.clone(), b.clone());
                if a.len() != b.len() {
                    return Ok(Some(false));
                }
                for entry in a.iter() {
                    let Some(index) = self.find_in(&b, entry.hash, entry.key)? else {
                        return Ok(Some(false));
                    };
                    if !self.equal_nested(entry.value, b.value_at(index))? {
                        return Ok(Some(false));
                    }
                }
                true
            }
            (
                Some(Object::Set(a) | Object::FrozenSet(a)),
                Some(Object::Set(b) | Object::FrozenSet(b)),
            ) => {
                let (a, b) = (a.clone(), b.clone());
                if a.len() != b.len() {
                    return Ok(Some(false));
                }
                for entry in a.iter() {
                    if self.find_in(&b, entry.hash, entry.key)?.is_none() {
                        return Ok(Some(false));
                    }
                }
                true
            }
            (
                Some(Object::BoundMethod {
                    function: f,
                    receiver: r,
                }),
                Some(Object::BoundMethod {
                    function: g,
                    receiver: s,
                }),
            ) => f == g && r == s,
            _ => left.is(right),
        };
        Ok(Some(result))
    }

    pub(super) fn all_equal(&mut self, a: &[Value], b: &[Value]) -> Result<bool, Raised> {
        for (&x, &y) in a.iter().zip(b) {
            if !self.equal_nested(x, y)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The order of two numbers; `Some(None)` with a NaN, `None` where one is no number.
    pub fn compare_numbers(&self, left: Value, right: Value) -> Option<Option<Ordering>> {
        let small = |value: Value| match value {
            Value::Int(i) => Some(i),
            Value::Bool(b) => Some(i64::from(b)),
            _ => None,
        };
        if let (Some(a), Some(b)) = (small(left), small(right)) {
            return Some(Some(a.cmp(&b)));
        }
        if let (Value::Float(a), Value::Float(b)) = (left, right) {
            return Some(a.partial_cmp(&b));
        }
        match (left, right) {
            (Value::Float(a), other) => Some(compare_float_int(a, &self.big(other)?)),
            (other, Value::Float(b)) => {
                Some(compare_float_int(b, &self.big(other)?).map(Ordering::reverse))
            }
            _ => Some(Some(self.big(left)?.cmp(&self.big(right)?))),
        }
    }

    /// An `int` (or `bool`) as a big one.
    pub fn big(&self, value: Value) -> Option<BigInt> {
        match value {
            Value::Int(i) => Some(BigInt::from(i)),
            Value::Bool(b) => Some(BigInt::from(u8::from(b))),
            Value::Obj(r) => match self.heap.get(r) {
                Object::BigInt(big) => Some((**big).clone()),
                Object::Instance(instance) if !instance.base.is_unbound() => {
                    self.big(instance.base)
                }
                _ => None,
            },
            _ => None,
        }
    }
}

fn holds(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Eq => order.is_eq(),
        CompareOp::Ne => order.is_ne(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
    }
}

fn compare_float_int(a: f64, b: &BigInt) -> Option<Ordering> {
    if a.is_nan() {
        return None;
    }
    if a.is_infinite() {
        return Some(if a > 0.0 {
            Ordering::Greater
        } else {
            Ordering::Less
        });
    }
    let whole = num_traits::FromPrimitive::from_f64(a.trunc())?;
    let whole: BigInt = whole;
    Some(
        whole
            .cmp(b)
            .then_with(|| a.fract().partial_cmp(&0.0).unwrap_or(Ordering::Equal)),
    )
}
