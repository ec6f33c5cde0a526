//! Messages: postcard bytes, and what can't be bytes beside them. Owns their form.

use js_sys::{Array, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

/// The message as bytes of the browser.
pub fn to_bytes<T: Serialize>(message: &T) -> Uint8Array {
    let bytes = postcard::to_allocvec(message).expect("every message can be written");
    Uint8Array::from(bytes.as_slice())
}

/// The bytes' message; what can't be read is said in the console, since it is a fault of ours.
pub fn from_bytes<T: DeserializeOwned>(bytes: &JsValue) -> Option<T> {
    let bytes: &Uint8Array = bytes.dyn_ref()?;
    match postcard::from_bytes(&bytes.to_vec()) {
        Ok(message) => Some(message),
        Err(error) => {
            web_sys::console::error_1(&error.to_string().into());
            None
        }
    }
}

/// The message and what goes beside it.
pub fn with<T: Serialize>(message: &T, beside: &JsValue) -> Array {
    Array::of2(&to_bytes(message), beside)
}

/// A message that [`with`] made.
pub fn parted<T: DeserializeOwned>(data: &JsValue) -> Option<(T, JsValue)> {
    let pair: &Array = data.dyn_ref()?;
    Some((from_bytes(&pair.get(0))?, pair.get(1)))
}
