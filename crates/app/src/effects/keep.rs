//! Saving the work, the drafts and the settings, and following the address bar.

use super::{Dispatch, Latest};
use crate::browser::{address, document, gallery_files, now_ms, storage, window};
use crate::opening;
use crate::state::{Action, LINK_OPENED, Notice, State};
use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// How long the work must rest before it is saved, in ms of real time.
const SAVE_PAUSE_MS: u32 = 250;

/// Saves the work as it changes and at the latest when the page goes away; saves drafts and
/// settings at once.
#[hook]
pub fn use_keeping(state: &UseReducerHandle<State>, latest: &Latest) {
    {
        let latest = latest.clone();
        use_effect_with(state.scenario.clone(), move |_| {
            let pause = Timeout::new(SAVE_PAUSE_MS, move || {
                let state = latest.borrow().clone();
                if !storage::save_work(&state.scenario) && state.touched > 0 {
                    state.dispatch(Action::Say(Notice::warning("message.storage_full")));
                }
            });
            move || drop(pause)
        });
    }
    {
        let latest = latest.clone();
        use_effect_with((), move |()| {
            let save = Closure::<dyn Fn()>::new(move || {
                storage::save_work(&latest.borrow().scenario);
            });
            let function = save.as_ref().unchecked_ref();
            // The page lives as long as its window: the listener is never taken off.
            let _ = window().add_event_listener_with_callback("pagehide", function);
            save.forget();
        });
    }
    use_effect_with(state.drafts.clone(), move |drafts| {
        storage::save_drafts(drafts)
    });
    use_effect_with(state.settings, move |settings| {
        storage::save_settings(*settings);
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", settings.language.tag());
        }
    });
}

/// Opens links that arrive while the page is open, and takes a link out of the address bar once
/// the work has gone on from it.
#[hook]
pub fn use_address(state: &UseReducerHandle<State>, latest: &Latest) {
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            let follow = Closure::<dyn Fn()>::new(move || {
                if !gallery_files::is_asked_for() {
                    follow_address(&dispatch);
                    return;
                }
                let dispatch = dispatch.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    // An example that can't be fetched is one that the page doesn't know, and says so.
                    let _ = gallery_files::load().await;
                    follow_address(&dispatch);
                });
            });
            let function = follow.as_ref().unchecked_ref();
            let _ = window().add_event_listener_with_callback("hashchange", function);
            follow.forget();
        });
    }
    let latest = latest.clone();
    use_effect_with(state.touched, move |&touched| {
        if touched == 0 {
            return;
        }
        let held = latest.borrow().scenario.clone();
        let same = match address::asked() {
            address::Asked::Scenario(linked) => {
                linked.files == held.files && linked.machine == held.machine
            }
            _ => false,
        };
        if !same {
            address::forget_link();
        }
    });
}

fn follow_address(dispatch: &Dispatch) {
    match address::asked() {
        address::Asked::Nothing => {}
        address::Asked::Scenario(scenario) => dispatch.dispatch(Action::Open {
            scenario,
            notice: LINK_OPENED,
            now_ms: now_ms(),
        }),
        address::Asked::Broken(error) => dispatch.dispatch(Action::Say(opening::refusal(&error))),
    }
}
