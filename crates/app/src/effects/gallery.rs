//! Fetches the examples once the page can be used.

use crate::browser::gallery_files;
use crate::state::{Action, Notice, State};
use interleave_scenario::gallery;
use yew::prelude::*;

/// Makes every example known after the first report has come.
#[hook]
pub fn use_gallery(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    use_effect_with(state.report.is_some(), move |&usable| {
        if !usable || gallery::is_whole() {
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            match gallery_files::load().await {
                Ok(()) => dispatch.dispatch(Action::GalleryArrived),
                Err(_) => {
                    dispatch.dispatch(Action::Say(Notice::warning("message.no_examples")));
                }
            }
        });
    });
}
