//! What the page asks of the browser. Owns every call out of the program; must not know the
//! page's components.

pub mod address;
pub mod editor;
pub mod engine_client;
mod engine_worker;
pub mod gallery_files;
pub mod lab;
pub mod storage;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The window.
pub fn window() -> web_sys::Window {
    web_sys::window().expect("the page runs in a window")
}

/// The document.
pub fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}

/// The time, in ms since 1970: for the dates of drafts.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The text of a file that belongs to the page.
pub async fn fetched(path: &str) -> Result<String, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(path))
        .await?
        .unchecked_into();
    if !response.ok() {
        return Err(JsValue::from(format!("{path}: {}", response.status())));
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}

/// Puts a mark on the browser's own record of times.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        // A mark that the browser refuses loses a measure, nothing else.
        let _ = performance.mark(name);
    }
}

/// Calls `then` when the next frame is about to be painted.
pub fn on_next_frame(then: impl FnOnce() + 'static) {
    let then = Closure::once_into_js(then);
    let _ = window().request_animation_frame(then.unchecked_ref());
}

/// Calls `then` once the frame that is being made has been handed to the screen.
pub fn after_paint(then: impl FnOnce() + 'static) {
    on_next_frame(move || {
        gloo_timers::callback::Timeout::new(0, then).forget();
    });
}

/// A property of an object, if it is there.
pub fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// Whether the system asks for dark colours.
pub fn system_is_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
