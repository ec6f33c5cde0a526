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

/// Holds the lock of this name for as long as this worker lives, and says when it does. Where a
/// browser has no such locks (a page that is not secure) nothing is said.
pub fn hold(name: &str, on_held: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(move || {
        on_held();
        Promise::new(&mut |_, _| {})
    });
    request(name, &callback);
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
