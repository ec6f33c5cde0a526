//! Calls that run to their end without a switch, for native code that needs an answer at once.

use super::{Args, Blocking, Called, OnReturn, Raised, Vm};
use crate::heap::Value;
use interleave_kernel::Op;

impl Vm {
    /// Whether a nested, indivisible call is under way.
    pub fn is_nested(&self) -> bool {
        self.nested > 0
    }

    /// Runs a callable to its end without a switch: for `__eq__`, `__hash__`, `__lt__`, `__repr__` and the like
    /// inside native code. What blocks inside is refused with a clear error.
    pub fn call_nested(&mut self, callable: Value, args: Args) -> Result<Value, Raised> {
        if self.nested >= 60 {
            return Err(self.raise("RecursionError", "maximum recursion depth exceeded"));
        }
        self.nested += 1;
        let depth = self.frames.len();
        let result = self.call_nested_at(callable, args, depth);
        self.nested -= 1;
        result
    }

    fn call_nested_at(
        &mut self,
        callable: Value,
        args: Args,
        depth: usize,
    ) -> Result<Value, Raised> {
        match self.call(callable, args, OnReturn::Nested)? {
            Called::Done => {}
            Called::Pushed => self.run_nested(depth)?,
            Called::Blocked(_) => {
                return Err(self.not_supported(
                    "a blocking call inside a special method that native code called",
                ));
            }
        }
        self.nested_result
            .take()
            .expect("a nested call leaves its result")
    }

    /// The op of a blocked call of the running thread, with `self` ready to be resumed.
    pub(crate) fn block(&mut self, blocking: Blocking, on_return: OnReturn) -> Op {
        let op = blocking.op.clone();
        self.threads[self.current].blocked = Some((blocking, on_return));
        op
    }
}
