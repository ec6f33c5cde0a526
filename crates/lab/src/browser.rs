//! The lab's boundary: what the page's script calls to open it, and the way back to the page.

use crate::app::App;
use interleave_lab::bridge::{FromLab, ToLab, from_bytes, to_bytes};
use js_sys::{Function, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

thread_local! {
    /// The page's function that takes messages, once it has opened the lab.
    static PAGE: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The root component's callback.
    static HEAR: RefCell<Option<Callback<ToLab>>> = const { RefCell::new(None) };
    /// What the page said before that: its first words come before the first rendering is done.
    static EARLY: RefCell<Vec<ToLab>> = const { RefCell::new(Vec::new()) };
}

/// The window.
pub fn window() -> web_sys::Window {
    web_sys::window().expect("the lab runs in a window")
}

/// Whether workers can share memory here.
pub fn is_isolated() -> bool {
    js_sys::Reflect::get(&window(), &"crossOriginIsolated".into())
        .is_ok_and(|isolated| isolated.is_truthy())
}

/// Whether the next load of the page may be isolated: there can be a service worker, and none had a hand in
/// this load.
pub fn awaits_isolation() -> bool {
    let of = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let workers = of(&window().navigator(), "serviceWorker").filter(JsValue::is_object);
    workers.is_some_and(|workers| of(&workers, "controller").is_none_or(|one| one.is_null()))
}

/// Loads the page again.
pub fn reload() {
    let _ = window().location().reload();
}

/// Calls `then` whenever the page is hidden or shown, for as long as it lives.
pub fn on_visibility(then: impl Fn(bool) + 'static) {
    let Some(document) = window().document() else {
        return;
    };
    let call = {
        let document = document.clone();
        Closure::<dyn Fn()>::new(move || {
            let hidden = js_sys::Reflect::get(&document, &"hidden".into());
            then(!hidden.is_ok_and(|hidden| hidden.is_truthy()));
        })
    };
    let function = call.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback("visibilitychange", function);
    call.forget();
}

/// Tells the page.
pub fn tell(message: &FromLab) {
    let page = PAGE.with_borrow(Clone::clone);
    if let Some(page) = page {
        let bytes = Uint8Array::from(to_bytes(message).as_slice());
        // A page that throws has a fault of its own, and says so itself.
        let _ = page.call1(&JsValue::NULL, &bytes);
    }
}

/// What the page says goes to `callback` from now on.
pub fn listen(callback: Callback<ToLab>) {
    for message in EARLY.take() {
        callback.emit(message);
    }
    HEAR.set(Some(callback));
}

/// A lab that has panicked can't go on: the page is told, which offers to load it again.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        tell(&FromLab::Failed {
            reason: info.to_string(),
        });
    }));
}

#[component]
fn Nothing() -> Html {
    Html::default()
}

/// Opens the lab in `host`; `page` takes its messages.
#[wasm_bindgen]
pub fn open(host: Element, page: Function) -> Result<(), JsValue> {
    PAGE.set(Some(page));
    // Yew gives the root of every program the same first number and takes events of a root of its own number
    // for its own. The page's root has number 1: an empty root uses it up here.
    let aside = window()
        .document()
        .ok_or("a window has a document")?
        .create_element("div")?;
    yew::Renderer::<Nothing>::with_root(aside)
        .render()
        .destroy();
    yew::Renderer::<App>::with_root(host).render();
    Ok(())
}

/// Hears a message of the page.
#[wasm_bindgen]
pub fn hear(bytes: &[u8]) {
    let Some(message) = from_bytes(bytes) else {
        return;
    };
    match HEAR.with_borrow(Clone::clone) {
        Some(callback) => callback.emit(message),
        None => EARLY.with_borrow_mut(|early| early.push(message)),
    }
}
