//! The gallery's scripts and lessons, fetched once the page can be used, or before it opens where the
//! address asks for one of them. Owns the fetching; what an entry is is the scenario's.

use crate::browser::{address, fetched};
use interleave_scenario::gallery;
use js_sys::{Array, Promise};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Whether the address names an entry that is not known yet.
pub fn is_asked_for() -> bool {
    let fragment = address::fragment();
    let short = fragment.strip_prefix("v1/g/");
    short.is_some_and(|form| {
        let name = form.split('?').next().unwrap_or_default();
        gallery::by_name(name).is_none()
    })
}

/// Fetches every entry and makes it known; what can't be fetched stays unknown, and the error says why.
pub async fn load() -> Result<(), JsValue> {
    if gallery::is_whole() {
        return Ok(());
    }
    let lessons = fetched("gallery/lessons.txt").await?;
    let names = gallery::names_in(&lessons);
    let scripts: Array = names
        .iter()
        .map(|name| {
            let path = format!("gallery/{name}.py");
            wasm_bindgen_futures::future_to_promise(async move {
                fetched(&path).await.map(JsValue::from)
            })
        })
        .collect();
    let scripts: Array = JsFuture::from(Promise::all(&scripts))
        .await?
        .unchecked_into();
    let scripts = scripts
        .iter()
        .map(|text| text.as_string().unwrap_or_default());
    let mut by_name: BTreeMap<&str, String> = BTreeMap::new();
    by_name.extend(names.iter().map(String::as_str).zip(scripts));
    gallery::install(&lessons, |name| by_name.get(name).cloned());
    Ok(())
}
