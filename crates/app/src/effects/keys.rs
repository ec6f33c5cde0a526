//! Keys that work anywhere on the page, and the hook for automation.

use super::{Dispatch, Latest, share};
use crate::browser::{property, window};
use crate::state::{Action, Dialog, State};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Whether keys typed there are text.
fn takes_text(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| {
        element.is_content_editable()
            || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

/// `Ctrl/⌘+Enter`, `Ctrl/⌘+S`, `?` and `Esc`.
#[hook]
pub fn use_keys(latest: &Latest) {
    let latest = latest.clone();
    use_effect_with((), move |()| {
        let on_key = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let state = latest.borrow().clone();
            let command = event.ctrl_key() || event.meta_key();
            match event.key().as_str() {
                // The editor has its own and says so.
                "Enter" if command && !event.default_prevented() => {
                    event.prevent_default();
                    state.dispatch(Action::Run);
                }
                "s" if command => {
                    event.prevent_default();
                    share(&state);
                }
                "?" if !command && !takes_text(&event) => {
                    state.dispatch(Action::ShowDialog(Some(Dialog::Help)));
                }
                "Escape" if state.dialog.is_some() => state.dispatch(Action::ShowDialog(None)),
                _ => {}
            }
        });
        let function = on_key.as_ref().unchecked_ref();
        let _ = window().add_event_listener_with_callback("keydown", function);
        on_key.forget();
    });
}

/// `window.interleave`: `setSource(text)`, `source()`, `run()`.
#[hook]
pub fn use_automation(state: &UseReducerHandle<State>, latest: &Latest) {
    let (dispatch, latest) = (state.dispatcher(), latest.clone());
    use_effect_with((), move |()| offer(&dispatch, latest));
}

fn offer(dispatch: &Dispatch, latest: Latest) {
    if property(&window(), "interleave").is_some() {
        return;
    }
    let hook = js_sys::Object::new();
    let set = |name: &str, function: JsValue| {
        let _ = js_sys::Reflect::set(&hook, &name.into(), &function);
    };
    let to = dispatch.clone();
    let set_source =
        Closure::<dyn Fn(String)>::new(move |text| to.dispatch(Action::SetSource(text)));
    set("setSource", set_source.into_js_value());
    let source =
        Closure::<dyn Fn() -> String>::new(move || latest.borrow().open_source().to_owned());
    set("source", source.into_js_value());
    let to = dispatch.clone();
    let run = Closure::<dyn Fn()>::new(move || to.dispatch(Action::Run));
    set("run", run.into_js_value());
    let _ = js_sys::Reflect::set(&window(), &"interleave".into(), &hook);
}
