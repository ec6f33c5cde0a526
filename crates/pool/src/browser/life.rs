//! A worker's birth and death as others see them: its role, its name, the lock that it holds for
//! as long as it lives. Whoever asks for the lock of a worker gets it when the worker is gone,
//! however it went; whoever lists the locks sees who lives.

use js_sys::{Function, Promise, Reflect};
use std::rc::Rc;
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

/// Holds the lock of this name for as long as this worker lives, and calls with `true` once it does, or with `false` if
/// it never will: a page that is not secure, or that must not store, has no such locks.
pub fn hold(name: &str, then: impl Fn(bool) + 'static) {
    let then = Rc::new(then);
    let held = Closure::once_into_js({
        let then = then.clone();
        move || {
            then(true);
            Promise::new(&mut |_, _| {})
        }
    });
    match request(name, &held) {
        Some(asked) => {
            let refused = Closure::once(move |_| then(false));
            let _ = asked.catch(&refused);
            refused.forget();
        }
        None => then(false),
    }
}

/// Calls when whoever holds the lock of this name is gone.
pub fn on_death(name: &str, call: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(call);
    request(name, &callback);
}

fn request(name: &str, callback: &JsValue) -> Option<Promise> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).unwrap_or_default();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?;
    let request = request.dyn_into::<Function>().ok()?;
    let asked = request.call2(&locks, &name.into(), callback).ok()?;
    asked.dyn_into().ok()
}
