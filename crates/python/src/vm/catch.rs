//! Native code that goes on whatever comes of a call: a value, or an exception. Knows nothing of who asks.

use super::{Args, Called, Flow, Kept, NativeResult, OnReturn, Raised, Resumption, Vm};
use crate::heap::{Object, Ref, Value};

/// What is tried.
#[derive(Clone, Debug)]
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
    pub function: fn(&mut Vm, Kept, Came) -> NativeResult,
    /// What it needs.
    pub state: Kept,
}

/// A call or a resumption that is tried, with what goes on after it and where that one's result goes. One box from the
/// native that asks for it to the frame that returns.
#[derive(Clone, Debug)]
pub struct Caught {
    tried: Option<Tried>,
    pub(super) catch: Catch,
    pub(super) outer: OnReturn,
}

impl Caught {
    /// Tries this, then goes on with that.
    pub fn flow(tried: Tried, catch: Catch) -> Flow {
        Flow::Caught(Box::new(Caught {
            tried: Some(tried),
            catch,
            outer: OnReturn::Discard,
        }))
    }
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
    Follows(Flow, OnReturn),
}

impl Vm {
    /// Tries a call. (A native one is called here, so that a long chain of them does not nest.)
    pub(super) fn act_caught(
        &mut self,
        mut parts: Box<Caught>,
        on_return: OnReturn,
    ) -> Result<Tries, Raised> {
        let tried = parts.tried.take().expect("it is tried once");
        let (callable, args) = match tried {
            Tried::Resume(generator, how) => {
                parts.outer = on_return;
                return self
                    .resume_generator(generator, how, OnReturn::Catch(parts))
                    .map(Tries::Goes);
            }
            Tried::Call(callable, args) => (callable, args),
        };
        let Some(&Object::Native(native)) = self.object(callable) else {
            parts.outer = on_return;
            return self
                .call(callable, args, OnReturn::Catch(parts))
                .map(Tries::Goes);
        };
        self.spend(self.costs.native_call);
        self.charge_steps(1)?;
        let owner = native.owner.filter(|_| native.binds);
        let checked = self.check_native(native.name, owner, &args);
        let came = match checked.and_then(|()| (native.function)(self, args)) {
            Ok(Flow::Value(value)) => Came::Value(value),
            Ok(other) => {
                parts.outer = on_return;
                return self.act(other, OnReturn::Catch(parts)).map(Tries::Goes);
            }
            Err(raised) if self.end.is_some() => return Err(raised),
            Err(raised) => Came::Raised(raised.0),
        };
        match (parts.catch.function)(self, parts.catch.state, came) {
            Ok(flow) => Ok(Tries::Follows(flow, on_return)),
            Err(raised) => self.raise_to(raised, on_return).map(Tries::Goes),
        }
    }

    /// What was tried is over.
    pub(super) fn came(&mut self, parts: Box<Caught>, came: Came) -> Result<Called, Raised> {
        let Caught { catch, outer, .. } = *parts;
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
                OnReturn::Catch(parts) => return self.came(parts, Came::Raised(raised.0)),
                _ => return Err(raised),
            };
        }
    }
}
