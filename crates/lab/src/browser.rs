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
}

/// The window.
pub fn window() -> web_sys::Window {
    web_sys::window().expect("the lab runs in a window")
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
    let callback = HEAR.with_borrow(Clone::clone);
    if let (Some(callback), Some(message)) = (callback, from_bytes(bytes)) {
        callback.emit(message);
    }
}
