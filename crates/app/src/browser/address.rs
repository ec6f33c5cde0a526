//! The address bar and the clipboard: where links come from and go to.

use crate::browser::window;
use interleave_scenario::{Scenario, link};
use wasm_bindgen::prelude::*;

/// What the address asks for.
pub enum Asked {
    /// Nothing.
    Nothing,
    /// This scenario.
    Scenario(Box<Scenario>),
    /// Something that can't be opened.
    Broken(link::LinkError),
}

/// What is behind the `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Reads the address.
pub fn asked() -> Asked {
    let fragment = fragment();
    if fragment.is_empty() {
        return Asked::Nothing;
    }
    match link::decode(&fragment) {
        Ok(scenario) => Asked::Scenario(Box::new(scenario)),
        Err(error) => Asked::Broken(error),
    }
}

/// The whole link of `scenario`.
pub fn link_of(scenario: &Scenario) -> String {
    let location = window().location();
    let page = location.href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    format!("{page}#{}", link::encode(scenario))
}

/// Shows `address` in the address bar without opening it.
pub fn show(address: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Takes the link out of the address bar: what is there is no longer what the page holds.
pub fn forget_link() {
    let location = window().location();
    if location.hash().is_ok_and(|hash| !hash.is_empty()) {
        let path = location.pathname().unwrap_or_default();
        show(&(path + &location.search().unwrap_or_default()));
    }
}

/// Copies `text`; whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    // Without a secure context there is no clipboard object at all.
    let navigator = window().navigator();
    if crate::browser::property(&navigator, "clipboard").is_none() {
        return false;
    }
    let written = navigator.clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}
