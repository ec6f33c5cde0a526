//! What the state sets in motion outside the program: runs and checks, saving, the address bar,
//! keys, marks. Each hook watches fields of the state; none changes it but by an action.

mod engine;
mod gallery;
mod keep;
mod keys;
mod lab;
mod marks;
mod share;

pub use engine::use_engine;
pub use gallery::use_gallery;
pub use keep::{use_address, use_keeping};
pub use keys::{use_automation, use_keys};
pub use lab::use_lab;
pub use marks::use_marks;
pub use share::share;

use crate::state::{Action, State};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The state of the last render, for callbacks that outlive it.
pub type Latest = Rc<RefCell<UseReducerHandle<State>>>;

/// Where actions go.
pub type Dispatch = UseReducerDispatcher<State>;

/// Keeps `state` at hand for callbacks that live longer than one render.
#[hook]
pub fn use_latest(state: &UseReducerHandle<State>) -> Latest {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    latest
}

/// A callback that dispatches what `action` makes of its argument.
pub fn dispatching<In: 'static>(
    dispatch: &Dispatch,
    action: impl Fn(In) -> Action + 'static,
) -> Callback<In> {
    let dispatch = dispatch.clone();
    Callback::from(move |input| dispatch.dispatch(action(input)))
}
