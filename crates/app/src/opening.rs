//! What the page opens on: a link, the work of the last visit, or the first example.

use crate::browser::{address, now_ms, storage};
use crate::state::{Action, LINK_OPENED, Notice, State, first_entry};
use interleave_scenario::link::LinkError;
use std::rc::Rc;
use yew::Reducible;

/// The state of the page as it opens.
pub fn first_state() -> State {
    let settings = storage::saved_settings();
    let saved = storage::saved_work();
    let drafts = storage::saved_drafts();
    let asked = address::asked();
    let Some(saved) = saved else {
        return match asked {
            address::Asked::Scenario(scenario) => State::new(*scenario, settings, drafts),
            address::Asked::Nothing => State::new(first_entry(), settings, drafts),
            address::Asked::Broken(error) => {
                said(State::new(first_entry(), settings, drafts), &error)
            }
        };
    };
    let state = State::new(saved, settings, drafts);
    match asked {
        address::Asked::Scenario(scenario) => {
            let now_ms = now_ms();
            let open = Action::Open {
                scenario,
                notice: LINK_OPENED,
                now_ms,
            };
            Rc::unwrap_or_clone(Rc::new(state).reduce(open))
        }
        address::Asked::Nothing => state,
        address::Asked::Broken(error) => said(state, &error),
    }
}

fn said(mut state: State, error: &LinkError) -> State {
    state.notice = Some(refusal(error));
    state
}

/// What to say about a link that does not open.
pub fn refusal(error: &LinkError) -> Notice {
    Notice::error("message.bad_link")
        .with("reason", error.key())
        .with("detail", error.detail().unwrap_or_default())
}
