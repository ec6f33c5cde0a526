//! The page's side of the engine's worker: sends, hears, notices a crash, replaces. The first
//! worker was started by the page's own script, long before this program was here.

use crate::browser::{property, window};
use interleave_engine::{FromEngine, ToEngine, from_bytes, to_bytes};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

/// What the client has to tell.
pub enum Heard {
    /// A message of the worker.
    Message(FromEngine),
    /// The worker failed and a new one was started.
    Crashed {
        /// The browser's words.
        reason: String,
        /// It failed so often in a row that no new one was started.
        for_good: bool,
    },
}

/// A worker that fails this often without one answer in between is not started again.
const MAX_CRASHES: u32 = 3;

/// The engine's worker, as the page sees it.
pub struct EngineClient {
    worker: RefCell<Option<Worker>>,
    /// What was said before the worker listened; `None` once it does. A browser drops what
    /// reaches a worker whose program is still on its way.
    unsaid: RefCell<Option<Vec<js_sys::Uint8Array>>>,
    crashes: Cell<u32>,
    tell: Callback<Heard>,
    on_message: RefCell<Option<Closure<dyn FnMut(MessageEvent)>>>,
    on_error: RefCell<Option<Closure<dyn FnMut(ErrorEvent)>>>,
}

impl EngineClient {
    /// Takes over the worker that the page's script started, and all that it has said so far.
    pub fn take_over(tell: Callback<Heard>) -> std::rc::Rc<EngineClient> {
        let client = std::rc::Rc::new(EngineClient {
            worker: RefCell::new(None),
            unsaid: RefCell::new(Some(Vec::new())),
            crashes: Cell::new(0),
            tell,
            on_message: RefCell::new(None),
            on_error: RefCell::new(None),
        });
        let weak = std::rc::Rc::downgrade(&client);
        let on_message = Closure::new(move |event: MessageEvent| {
            if let Some(client) = weak.upgrade() {
                client.hear(&event.data());
            }
        });
        let weak = std::rc::Rc::downgrade(&client);
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            if let Some(client) = weak.upgrade() {
                client.crashed(event.message());
            }
        });
        client.on_message.replace(Some(on_message));
        client.on_error.replace(Some(on_error));
        client.start();
        client
    }

    /// Starts a worker: the page's own first one, a fresh one after that.
    fn start(&self) {
        let boot = property(&window(), "interleaveBoot");
        let started = boot.as_ref().and_then(|boot| property(boot, "worker"));
        let worker = started.and_then(|worker| worker.dyn_into::<Worker>().ok());
        if let (Some(boot), Some(worker)) = (&boot, &worker) {
            let _ = js_sys::Reflect::set(boot, &"worker".into(), &JsValue::NULL);
            self.listen(worker);
            let failed = property(boot, "failure").and_then(|text| text.as_string());
            self.worker.replace(Some(worker.clone()));
            if let Some(inbox) = property(boot, "inbox") {
                js_sys::Array::from(&inbox).for_each(&mut |data, _, _| self.hear(&data));
            }
            if let Some(reason) = failed {
                self.crashed(reason);
            }
            return;
        }
        let start = boot.and_then(|boot| property(&boot, "start"));
        let start = start.and_then(|start| start.dyn_into::<js_sys::Function>().ok());
        let made = start.and_then(|start| start.call0(&JsValue::NULL).ok());
        let worker = made.and_then(|made| made.dyn_into::<Worker>().ok());
        if let Some(worker) = &worker {
            self.listen(worker);
        }
        self.worker.replace(worker);
    }

    fn listen(&self, worker: &Worker) {
        let on_message = self.on_message.borrow();
        let on_error = self.on_error.borrow();
        worker.set_onmessage(
            on_message
                .as_ref()
                .map(|closure| closure.as_ref().unchecked_ref()),
        );
        worker.set_onerror(
            on_error
                .as_ref()
                .map(|closure| closure.as_ref().unchecked_ref()),
        );
    }

    /// Sends a message; one to a worker that does not listen yet is kept until it does.
    pub fn send(&self, message: &ToEngine) {
        let bytes = js_sys::Uint8Array::from(to_bytes(message).as_slice());
        match self.unsaid.borrow_mut().as_mut() {
            Some(unsaid) => unsaid.push(bytes),
            None => self.post(&bytes),
        }
    }

    fn post(&self, bytes: &js_sys::Uint8Array) {
        if let Some(worker) = self.worker.borrow().as_ref() {
            if let Err(error) = worker.post_message(bytes) {
                web_sys::console::error_1(&error);
            }
        }
    }

    fn hear(&self, data: &JsValue) {
        let Some(bytes) = data.dyn_ref::<js_sys::Uint8Array>() else {
            return;
        };
        match from_bytes::<FromEngine>(&bytes.to_vec()) {
            Ok(message) => {
                if matches!(message, FromEngine::Ready) {
                    let unsaid = self.unsaid.take().unwrap_or_default();
                    unsaid.iter().for_each(|bytes| self.post(bytes));
                } else {
                    self.crashes.set(0);
                }
                self.tell.emit(Heard::Message(message));
            }
            Err(error) => self.crashed(format!("unreadable answer: {error}")),
        }
    }

    fn crashed(&self, reason: String) {
        self.crashes.set(self.crashes.get() + 1);
        let for_good = self.crashes.get() >= MAX_CRASHES;
        self.end();
        if !for_good {
            self.start();
        }
        self.tell.emit(Heard::Crashed { reason, for_good });
    }

    fn end(&self) {
        self.unsaid.replace(Some(Vec::new()));
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }

    /// Ends the worker, whatever it does, and starts a new one.
    pub fn replace(&self) {
        self.end();
        self.start();
    }

    /// Starts a worker where the last one failed for good: the person asked again.
    pub fn revive(&self) {
        if self.worker.borrow().is_none() {
            self.crashes.set(0);
            self.start();
        }
    }
}
