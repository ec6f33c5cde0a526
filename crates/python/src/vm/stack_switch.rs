//! Several stacks on one thread: the running one is put away in the heap and another goes on, where native code asks for
//! it. Who takes turns, and in what order, is the library's business.

use super::unwind::Unwound;
use super::{Args, Called, Frame, OnReturn, Raised, ValueStack, Vm};
use crate::heap::{Object, Ref, Value};

/// A stack that no thread is on.
#[derive(Clone, Debug, Default)]
pub struct ParkedStack {
    stack: ValueStack,
    frames: Vec<Frame>,
    handled: Vec<Value>,
    /// What happens to the result of the call that it was left in.
    on_return: Option<OnReturn>,
}

/// What the stack that goes on begins with.
#[derive(Clone, Debug)]
pub enum StackEntry {
    /// This is the result of the call that it was left in.
    Result(Value),
    /// That call raises this.
    Raise(Raised),
    /// It was never run: it calls this, which must not return.
    Call(Value, Args),
}

/// The running stack makes room for another one.
#[derive(Clone, Debug)]
pub struct StackSwitch {
    /// Where the running one is put, an [`Object::Stack`].
    pub from: Ref,
    /// Which one goes on, an [`Object::Stack`].
    pub to: Ref,
    /// How it goes on.
    pub entry: StackEntry,
}

impl ParkedStack {
    /// The values that it keeps alive.
    pub(crate) fn roots(&self, see: &mut impl FnMut(Value)) {
        let values = self.stack.iter().chain(&self.handled);
        values.for_each(|&value| see(value));
        self.frames.iter().for_each(|frame| frame.roots(see));
        if let Some(on_return) = &self.on_return {
            on_return.roots(see);
        }
    }

    /// Bytes of its buffers, roughly.
    pub(crate) fn bytes(&self) -> usize {
        self.stack.slots.len() * 16 + self.frames.len() * 200
    }
}

impl Vm {
    /// A stack that holds nothing yet.
    pub fn new_stack(&mut self) -> Value {
        self.heap.value(Object::Stack(Box::default()))
    }

    /// The frame object of a parked stack's innermost frame of the script; None where it has none.
    pub fn parked_frame(&mut self, stack: Ref) -> Result<Value, Raised> {
        self.exchange(stack);
        let frame = self.frame_object(0);
        self.exchange(stack);
        frame
    }

    fn exchange(&mut self, stack: Ref) {
        let Object::Stack(parked) = self.heap.get_mut(stack) else {
            unreachable!("the library keeps its stacks apart")
        };
        std::mem::swap(&mut parked.stack, &mut self.stack);
        std::mem::swap(&mut parked.frames, &mut self.frames);
        std::mem::swap(&mut parked.handled, &mut self.handled);
    }

    /// Leaves the running stack in the middle of a call whose result goes where `on_return` says.
    pub(super) fn switch_stack(
        &mut self,
        switch: StackSwitch,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        if self.is_nested() {
            return Err(self.not_supported(
                "a switch of greenlets inside a special method that native code called",
            ));
        }
        self.exchange(switch.from);
        if let Object::Stack(parked) = self.heap.get_mut(switch.from) {
            parked.on_return = Some(on_return);
        }
        self.exchange(switch.to);
        let Object::Stack(parked) = self.heap.get_mut(switch.to) else {
            unreachable!("exchanged above")
        };
        let on_return = parked.on_return.take().unwrap_or(OnReturn::Discard);
        let called = match switch.entry {
            StackEntry::Result(value) => self.deliver(value, on_return),
            StackEntry::Call(callable, args) => self.call(callable, args, on_return),
            StackEntry::Raise(raised) => match self.raised_to(raised.0, on_return) {
                Ok(called) => Ok(called.unwrap_or(Called::Done)),
                Err(raised) => Err(raised),
            },
        };
        match called {
            Ok(Called::Blocked(op)) => Ok(Called::Blocked(op)),
            // The innermost frame is another one, whatever became of the call.
            Ok(_) => Ok(Called::Pushed),
            Err(raised) if self.end.is_some() => Err(raised),
            // It is this stack's exception: the caller, who knows the other one's frames, must not see it.
            Err(raised) => match self.unwind(raised, 0) {
                Unwound::Continue => Ok(Called::Pushed),
                Unwound::Blocked(op) => Ok(Called::Blocked(op)),
                Unwound::Left(exception) => Err(Raised(exception)),
            },
        }
    }
}
