//! One worker of the engine: its start, its messages as bytes, its end. Must not know what the
//! messages say.

use crate::browser::{property, window};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// Which of the two engines a worker runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// The small one that is soon there.
    Starter,
    /// The one with the whole library.
    Whole,
}

/// A worker and its listeners; ended when dropped.
pub struct EngineWorker {
    program: Program,
    worker: Worker,
    /// What was said before the worker listened; `None` once it does. A browser drops what
    /// reaches a worker whose program is still on its way.
    unsaid: RefCell<Option<Vec<js_sys::Uint8Array>>>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl EngineWorker {
    /// The starter that the page's script began, what it has said so far, and how it failed if it
    /// did. `None` when someone has taken it over already.
    pub fn started_by_page(
        hear: impl FnMut(JsValue) + 'static,
        fail: impl FnMut(String) + 'static,
    ) -> Option<(EngineWorker, Vec<JsValue>, Option<String>)> {
        let boot = property(&window(), "interleaveBoot")?;
        let worker = property(&boot, "worker")?.dyn_into::<Worker>().ok()?;
        let _ = js_sys::Reflect::set(&boot, &"worker".into(), &JsValue::NULL);
        let worker = EngineWorker::new(Program::Starter, worker, hear, fail);
        let inbox = property(&boot, "inbox");
        let inbox = inbox.map_or_else(Vec::new, |inbox| js_sys::Array::from(&inbox).to_vec());
        let failure = property(&boot, "failure").and_then(|text| text.as_string());
        Some((worker, inbox, failure))
    }

    /// Starts one; `None` when the browser refuses.
    pub fn start(
        program: Program,
        hear: impl FnMut(JsValue) + 'static,
        fail: impl FnMut(String) + 'static,
    ) -> Option<EngineWorker> {
        let name = match program {
            Program::Starter => "engine_starter",
            Program::Whole => "engine_worker",
        };
        let boot = property(&window(), "interleaveBoot")?;
        let start = property(&boot, "start")?
            .dyn_into::<js_sys::Function>()
            .ok()?;
        let worker = start.call1(&JsValue::NULL, &name.into()).ok()?;
        Some(EngineWorker::new(
            program,
            worker.dyn_into().ok()?,
            hear,
            fail,
        ))
    }

    fn new(
        program: Program,
        worker: Worker,
        mut hear: impl FnMut(JsValue) + 'static,
        mut fail: impl FnMut(String) + 'static,
    ) -> EngineWorker {
        let on_message = Closure::new(move |event: MessageEvent| hear(event.data()));
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            fail(event.message());
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        EngineWorker {
            program,
            worker,
            unsaid: RefCell::new(Some(Vec::new())),
            _on_message: on_message,
            _on_error: on_error,
        }
    }

    /// Which engine it runs.
    pub fn program(&self) -> Program {
        self.program
    }

    /// Whether it has said that it listens.
    pub fn listens(&self) -> bool {
        self.unsaid.borrow().is_none()
    }

    /// It listens from now on, and hears what waited for that.
    pub fn is_ready(&self) {
        for bytes in self.unsaid.take().unwrap_or_default() {
            self.say(&bytes);
        }
    }

    /// Sends a message's bytes, at once or when it listens.
    pub fn post(&self, bytes: Vec<u8>) {
        let bytes = js_sys::Uint8Array::from(bytes.as_slice());
        match self.unsaid.borrow_mut().as_mut() {
            Some(unsaid) => unsaid.push(bytes),
            None => self.say(&bytes),
        }
    }

    fn say(&self, bytes: &js_sys::Uint8Array) {
        if let Err(error) = self.worker.post_message(bytes) {
            web_sys::console::error_1(&error);
        }
    }
}

impl Drop for EngineWorker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
