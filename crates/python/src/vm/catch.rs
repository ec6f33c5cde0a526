//! Native code that goes on whatever comes of a call: a value, or an exception. Knows nothing of who asks.

use super::{Args, Called, Flow, NativeResult, OnReturn, Raised, Resumption, Vm};
use crate::heap::{Object, Ref, Value};

/// What is tried.
pub enum Tried {
    /// A call.
    Call(Value, Args),
    /// A generator or a coroutine is resumed.
    Resume(Ref, Resumption),
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub enum Came {
    /// The call's result, or what the generator yields.
    Value(Value),
    /// The generator is over with this result.
    Ended(Value),
    /// It raised.
    Raised(Value),
}

/// What goes on after it, in native code.
#[derive(Clone)]
pub struct Catch {
    /// Goes on with the state and what came.
    pub function: fn(&mut Vm, Vec<Value>, Came) -> NativeResult,
    /// What it needs.
    pub state: Vec<Value>,
}

impl std::fmt::Debug for Catch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<catch {:?}>", self.state)
    }
}

/// The flow that follows at once, and what becomes of its result.
type Follows = Box<(Flow, OnReturn)>;

impl Vm {
    /// Tries a call: what came of it leads to the next flow at once (`Err`), or will when it is there (`Ok`).
    pub(super) fn act_caught(
        &mut self,
        parts: (Tried, Catch),
        on_return: OnReturn,
    ) -> Result<Result<Called, Follows>, Raised> {
        let (tried, catch) = parts;
        let depth = self.frames.len();
        let native = match &tried {
            Tried::Call(callable, _) => match self.object(*callable) {
                Some(Object::Native(native)) => Some(*native),
                _ => None,
            },
            Tried::Resume(..) => None,
        };
        let outcome = match (tried, native) {
            // A long chain of natives must not nest.
            (Tried::Call(_, args), Some(native)) => {
                self.spend(self.costs.native_call);
                self.charge_steps(1)?;
                let owner = native.owner.filter(|_| native.binds);
                let answer = match self.check_native(native.name, owner, &args) {
                    Ok(()) => (native.function)(self, args),
                    Err(raised) => Err(raised),
                };
                match answer {
                    Ok(Flow::Value(value)) => {
                        let flow = (catch.function)(self, catch.state, Came::Value(value))?;
                        return Ok(Err(Box::new((flow, on_return))));
                    }
                    Ok(other) => {
                        let caught = OnReturn::Catch(Box::new((catch.clone(), on_return.clone())));
                        self.act(other, caught)
                    }
                    Err(raised) => Err(raised),
                }
            }
            (Tried::Call(callable, args), None) => {
                let caught = OnReturn::Catch(Box::new((catch.clone(), on_return.clone())));
                self.call(callable, args, caught)
            }
            (Tried::Resume(generator, how), _) => {
                let caught = OnReturn::Catch(Box::new((catch.clone(), on_return.clone())));
                self.resume_generator(generator, how, caught)
            }
        };
        match outcome {
            Err(raised) if self.end.is_none() && self.frames.len() == depth => {
                let flow = (catch.function)(self, catch.state, Came::Raised(raised.0))?;
                Ok(Err(Box::new((flow, on_return))))
            }
            other => other.map(Ok),
        }
    }
}
