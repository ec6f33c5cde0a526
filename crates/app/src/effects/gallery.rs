//! Fetches the examples once the page can be used.

use crate::browser::{after_paint, gallery_files};
use crate::state::{Action, Notice, State};
use interleave_scenario::gallery;
use yew::prelude::*;

/// Makes every example known after the first timeline has been drawn beside a live editor: what comes before is waited
/// for.
#[hook]
pub fn use_gallery(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let usable = state.editor_live && state.report.is_some();
    use_effect_with(usable, move |&usable| {
        if !usable || gallery::is_whole() {
            return;
        }
        after_paint(move || wasm_bindgen_futures::spawn_local(fetch(dispatch)));
    });
}

async fn fetch(dispatch: UseReducerDispatcher<State>) {
    match gallery_files::load().await {
        Ok(()) => dispatch.dispatch(Action::GalleryArrived),
        Err(_) => {
            dispatch.dispatch(Action::Say(Notice::warning("message.no_examples")));
        }
    }
}
