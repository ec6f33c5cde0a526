//! Around the instruction loop. It works on the innermost frame until the thread's budget is used up at a place where this
//! Python version may switch threads, the thread asks the kernel, or it ends.

mod arithmetic;
mod attribute;
mod call;
mod items;
mod iterate;
mod op;
mod run;
mod shortcut;

pub(super) use attribute::Sites;
pub(crate) use op::{Opcode, cost_sums, ops_of};
pub use shortcut::Shortcut;

use super::unwind::Unwound;
use super::{Args, Called, Raised, Vm};
use crate::code::Const;
use crate::heap::Value;
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
        self.set_pause();
        let halt = self.execute_within(floor, budget_ps);
        self.budget_ps = outer;
        self.set_pause();
        halt
    }

    fn execute_within(&mut self, floor: usize, budget_ps: u64) -> Halt {
        loop {
            if self.frames.len() <= floor {
                return Halt::Left(None);
            }
            let next = match self.run_frame(floor) {
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
        self.spent_ps < self.pause_at_ps
            && self.steps < self.options.limits.steps
            && !self.heap.wants_attention()
    }

    /// Sets the CPU time at which the loop must look up.
    pub(super) fn set_pause(&mut self) {
        self.pause_at_ps = if self.world.output_bytes < self.options.limits.output_bytes {
            self.budget_ps.min(self.next_mark_ps)
        } else {
            0
        };
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
}

pub(super) fn checked(called: Called) -> Next {
    match called {
        Called::Done => Next::Check,
        other => other.into(),
    }
}
