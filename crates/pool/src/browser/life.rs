//! A worker's birth and death as others see them: its role, its name, the lock that it holds for
//! as long as it lives. Whoever asks for the lock of a worker gets it when the worker is gone,
//! however it went; whoever lists the locks sees who lives.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// What this program is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It leads.
    Conductor,
    /// It performs.
    Worker,
}

/// This worker's scope.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// What the names of all workers, and of the locks that they hold, begin with.
pub const NAME: &str = "interleave-worker-";

/// The role that the worker's name tells.
pub fn role() -> Role {
    match name().starts_with(NAME) {
        true => Role::Worker,
        false => Role::Conductor,
    }
}

/// This worker's name.
pub fn name() -> String {
    scope().name()
}

/// What the loader promises: whether this worker holds its lock, for as long as it lives.
const SEEN: &str = "is_seen";

/// Calls, not at once, when this worker holds the lock of its name, or with `false` when it never will: a page that is
/// not secure, or that must not store, has no such locks.
pub fn on_seen(then: impl FnOnce(bool) + 'static) {
    let promised = Reflect::get(&js_sys::global(), &SEEN.into()).unwrap_or(JsValue::FALSE);
    let settled = Closure::once(move |is_held: JsValue| then(is_held.is_truthy()));
    let _ = Promise::resolve(&promised).then(&settled);
    settled.forget();
}

/// Calls when whoever holds the lock of this name is gone.
pub fn on_death(name: &str, call: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(call);
    request(name, &callback);
}

fn request(name: &str, callback: &JsValue) {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).unwrap_or_default();
    let Ok(locks) = Reflect::get(&navigator, &"locks".into()) else {
        return;
    };
    let request = Reflect::get(&locks, &"request".into()).ok();
    if let Some(request) = request.and_then(|request| request.dyn_into::<Function>().ok()) {
        let _ = request.call2(&locks, &name.into(), callback);
    }
}
