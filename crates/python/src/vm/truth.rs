//! The truth of a value where `__bool__` or `__len__` is Python code: a frame of its own, which may block.

use super::{Args, Called, Flow, NativeResult, OnReturn, Raised, Then, Vm};
use crate::heap::{Object, Value};

/// The truth of a value, or the method that tells it.
pub(super) enum Truth {
    /// It is known.
    Known(bool),
    /// This method of the value is asked; the flag tells `__len__` from `__bool__`.
    Ask(Value, bool),
}

impl Vm {
    /// The truth of a value; a method written in Python is left to the caller to call.
    pub(super) fn truth_or_ask(&mut self, value: Value) -> Result<Truth, Raised> {
        if let Some(Object::Instance(_)) = self.object(value) {
            for (name, is_length) in [(self.names.bool, false), (self.names.len, true)] {
                if let Some(method) = self.special(value, name) {
                    if self.is_python(method) && !method.is_none() {
                        return Ok(Truth::Ask(method, is_length));
                    }
                    break;
                }
            }
        }
        self.truth_nested(value).map(Truth::Known)
    }

    /// What a method that was asked for a truth says.
    fn told_truth(&mut self, told: Value, is_length: bool) -> Result<bool, Raised> {
        if is_length {
            let length = self.checked_length(told)?;
            return self.truth_nested(length);
        }
        if let Value::Bool(truth) = told {
            return Ok(truth);
        }
        let text = format!(
            "__bool__ should return bool, returned {}",
            self.type_name(told)
        );
        Err(self.type_error(&text))
    }

    /// What `__len__` may return. Source: CPython 3.11, Objects/typeobject.c `slot_sq_length`.
    pub fn checked_length(&mut self, told: Value) -> Result<Value, Raised> {
        match told {
            Value::Int(n) if n < 0 => Err(self.raise("ValueError", "__len__() should return >= 0")),
            Value::Int(_) => Ok(told),
            Value::Bool(b) => Ok(Value::Int(i64::from(b))),
            _ => {
                let text = format!(
                    "'{}' object cannot be interpreted as an integer",
                    self.type_name(told)
                );
                Err(self.type_error(&text))
            }
        }
    }

    /// `bool(value)`, or `not value`.
    pub fn truth_flow(&mut self, value: Value, negate: bool) -> NativeResult {
        match self.truth_or_ask(value)? {
            Truth::Known(truth) => Ok(Flow::Value(Value::Bool(truth != negate))),
            Truth::Ask(method, is_length) => {
                let then = Then::new(
                    |vm, then, told| {
                        let truth = vm.told_truth(told, then.state[1] == Value::Bool(true))?;
                        Ok(Flow::Value(Value::Bool(
                            truth != (then.state[0] == Value::Bool(true)),
                        )))
                    },
                    vec![Value::Bool(negate), Value::Bool(is_length)],
                );
                Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))))
            }
        }
    }

    /// A conditional jump whose condition asks a method. The value is on the stack still where `keep` is set: it goes
    /// when the code does not jump.
    pub(super) fn jump_when_told(
        &mut self,
        value: Value,
        (method, is_length): (Value, bool),
        (target, when): (u32, bool),
        keep: bool,
    ) -> Result<Called, Raised> {
        let state = vec![
            Value::Int(i64::from(target)),
            Value::Bool(when),
            Value::Bool(keep),
            Value::Bool(is_length),
        ];
        let then = Then::new(jump_decided, state);
        let on_return = OnReturn::Then(Box::new((then, OnReturn::Discard)));
        self.call(method, Args::of(&[value]), on_return)
    }
}

fn jump_decided(vm: &mut Vm, then: Then, told: Value) -> NativeResult {
    let set = |index: usize| then.state[index] == Value::Bool(true);
    if vm.told_truth(told, set(3))? == set(1) {
        if let Value::Int(target) = then.state[0] {
            vm.frames.last_mut().expect("the frame that jumps").ip = target as usize;
        }
    } else if set(2) {
        vm.stack.pop();
    }
    Ok(Flow::Value(told))
}
