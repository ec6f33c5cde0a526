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

/// How far a call that was tried has come.
pub(super) enum Tries {
    /// It is under way, or everything is done.
    Goes(Called),
    /// This flow follows at once, and its result goes there.
    Follows(Box<(Flow, OnReturn)>),
}

impl Vm {
    /// Tries a call. (A native one is called here, so that a long chain of them does not nest.)
    pub(super) fn act_caught(
        &mut self,
        parts: (Tried, Catch),
        on_return: OnReturn,
    ) -> Result<Tries, Raised> {
        let (tried, catch) = parts;
        let (callable, args) = match tried {
            Tried::Resume(generator, how) => {
                let caught = OnReturn::Catch(Box::new((catch, on_return)));
                return self
                    .resume_generator(generator, how, caught)
                    .map(Tries::Goes);
            }
            Tried::Call(callable, args) => (callable, args),
        };
        let Some(&Object::Native(native)) = self.object(callable) else {
            let caught = OnReturn::Catch(Box::new((catch, on_return)));
            return self.call(callable, args, caught).map(Tries::Goes);
        };
        self.spend(self.costs.native_call);
        self.charge_steps(1)?;
        let owner = native.owner.filter(|_| native.binds);
        let checked = self.check_native(native.name, owner, &args);
        let came = match checked.and_then(|()| (native.function)(self, args)) {
            Ok(Flow::Value(value)) => Came::Value(value),
            Ok(other) => {
                let caught = OnReturn::Catch(Box::new((catch, on_return)));
                return self.act(other, caught).map(Tries::Goes);
            }
            Err(raised) if self.end.is_some() => return Err(raised),
            Err(raised) => Came::Raised(raised.0),
        };
        match (catch.function)(self, catch.state, came) {
            Ok(flow) => Ok(Tries::Follows(Box::new((flow, on_return)))),
            Err(raised) => self.raise_to(raised, on_return).map(Tries::Goes),
        }
    }

    /// What was tried is over.
    pub(super) fn came(&mut self, parts: (Catch, OnReturn), came: Came) -> Result<Called, Raised> {
        let (catch, outer) = parts;
        match (catch.function)(self, catch.state, came) {
            Ok(flow) => self.act(flow, outer),
            Err(raised) => self.raise_to(raised, outer),
        }
    }

    /// Native code raised where the result would have gone to `on_return`: whoever catches it goes on.
    pub(super) fn raise_to(
        &mut self,
        raised: Raised,
        on_return: OnReturn,
    ) -> Result<Called, Raised> {
        if self.end.is_some() {
            return Err(raised);
        }
        let mut on_return = on_return;
        loop {
            on_return = match on_return {
                OnReturn::Then(parts) => parts.1,
                OnReturn::Next(parts) if parts.0.is_unbound() => parts.1,
                OnReturn::Catch(parts) => return self.came(*parts, Came::Raised(raised.0)),
                _ => return Err(raised),
            };
        }
    }
}
