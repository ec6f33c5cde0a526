//! Share: the link goes into the address bar and onto the clipboard, and the page says so.

use crate::browser::address;
use crate::state::{Action, Notice, State};
use yew::prelude::*;

/// Links longer than this may be cut by chat tools, in characters.
const LONG_LINK: usize = 8_000;

/// Shares what the page holds.
pub fn share(state: &UseReducerHandle<State>) {
    let link = address::link_of(&state.scenario);
    address::show(&link);
    let dispatch = state.dispatcher();
    wasm_bindgen_futures::spawn_local(async move {
        let copied = address::copy(&link).await;
        let notice = match copied {
            true if link.len() > LONG_LINK => {
                let length = crate::words::count(link.len() as u64);
                Notice::warning("message.shared_long").with("length", length)
            }
            true => Notice::info("message.shared"),
            false => Notice::warning("message.shared_bar"),
        };
        dispatch.dispatch(Action::Say(notice));
    });
}
