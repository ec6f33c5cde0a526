//! The lab's program: fetches it, hands it an element of the page, and passes messages both ways. Must
//! not know what they say.

use crate::browser::{document, property, window};
use interleave_lab::bridge::{FromLab, ToLab, from_bytes, to_bytes};
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The id of the element that the lab fills.
pub const HOST: &str = "lab-host";

/// The lab, as the page sees it.
pub struct Lab {
    hear: Function,
}

impl Lab {
    /// Fetches the lab and opens it in its element; what it says goes to `tell`. The browser
    /// remembers a failure by `attempt`.
    pub async fn open(attempt: u32, tell: impl Fn(FromLab) + 'static) -> Result<Lab, JsValue> {
        let host = document()
            .get_element_by_id(HOST)
            .ok_or("no place for the lab")?;
        // What an earlier attempt left there belongs to a program that has failed.
        host.set_inner_html("");
        let boot = property(&window(), "interleaveBoot").ok_or("no boot script")?;
        let load: Function = property(&boot, "lab").ok_or("no lab")?.dyn_into()?;
        let tell = Closure::<dyn Fn(Uint8Array)>::new(move |bytes: Uint8Array| {
            if let Some(message) = from_bytes(&bytes.to_vec()) {
                tell(message);
            }
        });
        // The lab lives as long as the page.
        let tell = tell.into_js_value();
        let coming: Promise = load
            .call3(&JsValue::NULL, &host, &tell, &attempt.into())?
            .dyn_into()?;
        let hear = JsFuture::from(coming).await?.dyn_into()?;
        Ok(Lab { hear })
    }

    /// Tells it; an error is what a program that has failed throws.
    pub fn tell(&self, message: &ToLab) -> Result<(), JsValue> {
        let bytes = Uint8Array::from(to_bytes(message).as_slice());
        self.hear.call1(&JsValue::NULL, &bytes).map(drop)
    }
}

/// A thrown value in words.
pub fn reason_of(error: &JsValue) -> String {
    let message = property(error, "message").and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}
