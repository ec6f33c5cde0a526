//! What a thread keeps while it does not run, and how a native function blocks.

use super::{Flow, Frame, OnReturn, Raised, Vm};
use crate::heap::Value;
use interleave_kernel::{OnWake, Op, Reply};
use interleave_trace::{ObjectId, Place, ThreadId};

/// Goes on after the kernel's answer.
pub type ResumeFn = fn(&mut Vm, &[Value], Reply) -> Result<Flow, Raised>;
/// Decides whether a woken thread (its number in its process) goes on, before it has the GIL: the state is the blocked
/// call's.
pub type OnWakeFn = fn(&mut Vm, ThreadId, &[Value]) -> OnWake;

/// A native function that asks the kernel.
#[derive(Clone)]
pub struct Blocking {
    /// What it asks.
    pub op: Op,
    /// What it needs to go on.
    pub state: Vec<Value>,
    /// Goes on.
    pub resume: ResumeFn,
    /// Decides about a wake-up; `None`: every wake-up is for good.
    pub on_wake: Option<OnWakeFn>,
    /// What it waits for, and who holds that at the moment.
    pub waits_for: Option<fn(&Vm, &[Value]) -> (Option<ObjectId>, Option<ThreadId>)>,
}

impl std::fmt::Debug for Blocking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<blocking {:?}>", self.op)
    }
}

/// A thread that does not run at the moment.
#[derive(Clone, Debug)]
pub struct ThreadState {
    /// Its number among the machine's threads.
    pub machine: ThreadId,
    /// Its value stack.
    pub stack: super::ValueStack,
    /// Its frames.
    pub frames: Vec<Frame>,
    /// The exceptions that it handles.
    pub handled: Vec<Value>,
    /// The call that it is blocked in, and what happens to its result.
    pub blocked: Option<(Blocking, OnReturn)>,
    /// Blocked calls that a pending call has interrupted, innermost last, with the number of frames below it.
    pub interrupted: Vec<(usize, Blocking)>,
    /// The kernel's answer to that call's op.
    pub reply: Option<Reply>,
    /// What it runs first: a callable and its arguments.
    pub entry: Option<(Value, super::Args)>,
    /// The library's object for it.
    pub object: Value,
    /// The library's context of the thread (`contextvars`).
    pub context: Value,
    /// CPU time in ps that did not make a whole ns yet.
    pub carry_ps: u64,
    /// CPU time that it used, in ns.
    pub cpu_ns: u64,
    /// The line that it was on when it stopped.
    pub place: Place,
}

impl Default for ThreadState {
    fn default() -> ThreadState {
        ThreadState {
            machine: ThreadId(u32::MAX),
            stack: super::ValueStack::default(),
            frames: Vec::new(),
            handled: Vec::new(),
            blocked: None,
            interrupted: Vec::new(),
            reply: None,
            entry: None,
            object: Value::default(),
            context: Value::default(),
            carry_ps: 0,
            cpu_ns: 0,
            place: Place::NONE,
        }
    }
}

impl ThreadState {
    /// The values that it keeps alive.
    pub fn roots(&self, see: &mut impl FnMut(Value)) {
        self.stack
            .iter()
            .chain(&self.handled)
            .for_each(|&value| see(value));
        self.frames.iter().for_each(|frame| frame.roots(see));
        see(self.object);
        see(self.context);
        for (_, blocking) in &self.interrupted {
            blocking.state.iter().for_each(|&value| see(value));
        }
        if let Some((blocking, on_return)) = &self.blocked {
            blocking.state.iter().for_each(|&value| see(value));
            on_return.roots(see);
        }
        if let Some((callable, args)) = &self.entry {
            see(*callable);
            args.positional.iter().for_each(|&value| see(value));
            args.keywords.iter().for_each(|&(_, value)| see(value));
        }
    }
}
