//! The page's side of the engine's workers: sends, hears, notices a crash, replaces. The first
//! worker is the starter, which the page's own script began long before this program was here; the
//! whole engine takes its place when it is ready and nothing is under way.

use crate::browser::engine_worker::{EngineWorker, Program};
use interleave_engine::{FromEngine, ToEngine, from_bytes, to_bytes};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
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
/// The whole engine is fetched this long after the first answer, in ms: the first paint comes first.
const WHOLE_AFTER_MS: u32 = 200;

/// The engine, as the page sees it.
pub struct EngineClient {
    own: Weak<EngineClient>,
    /// Who is asked; `None` after too many crashes.
    worker: RefCell<Option<EngineWorker>>,
    /// The whole engine on its way, while the starter is still asked.
    next: RefCell<Option<EngineWorker>>,
    /// The run and the check that wait for an answer: a worker that takes over hears them.
    run: RefCell<Option<ToEngine>>,
    check: RefCell<Option<ToEngine>>,
    look: RefCell<Option<ToEngine>>,
    /// The starter handed the scenario on.
    waits_for_whole: Cell<bool>,
    crashes: Cell<u32>,
    tell: Callback<Heard>,
}

impl EngineClient {
    /// Takes over the worker that the page's script started, and all that it has said so far.
    pub fn take_over(tell: Callback<Heard>) -> Rc<EngineClient> {
        let client = Rc::new_cyclic(|own| EngineClient {
            own: own.clone(),
            worker: RefCell::new(None),
            next: RefCell::new(None),
            run: RefCell::new(None),
            check: RefCell::new(None),
            look: RefCell::new(None),
            waits_for_whole: Cell::new(false),
            crashes: Cell::new(0),
            tell,
        });
        match EngineWorker::started_by_page(client.listener(), client.failure_listener()) {
            Some((worker, inbox, failure)) => {
                client.worker.replace(Some(worker));
                for data in inbox {
                    client.hear(&data);
                }
                if let Some(reason) = failure {
                    client.crashed(reason);
                }
            }
            None => client.start_whole(),
        }
        client
    }

    fn listener(&self) -> impl FnMut(JsValue) + 'static {
        let own = self.own.clone();
        move |data| {
            if let Some(client) = own.upgrade() {
                client.hear(&data);
            }
        }
    }

    fn failure_listener(&self) -> impl FnMut(String) + 'static {
        let own = self.own.clone();
        move |reason| {
            if let Some(client) = own.upgrade() {
                client.crashed(reason);
            }
        }
    }

    /// Asks a whole engine from now on.
    fn start_whole(&self) {
        let worker = EngineWorker::start(Program::Whole, self.listener(), self.failure_listener());
        self.worker.replace(worker);
    }

    /// Lets the whole engine come while the starter is still asked.
    fn fetch_whole(&self) {
        let is_starter = self.asks(Program::Starter);
        if !is_starter || self.next.borrow().is_some() {
            return;
        }
        let (own, own_on_failure) = (self.own.clone(), self.own.clone());
        let hear = move |data: JsValue| {
            if let Some(client) = own.upgrade() {
                client.hear_next(&data);
            }
        };
        let fail = move |reason| {
            if let Some(client) = own_on_failure.upgrade() {
                client.next_failed(reason);
            }
        };
        self.next
            .replace(EngineWorker::start(Program::Whole, hear, fail));
    }

    fn asks(&self, program: Program) -> bool {
        let worker = self.worker.borrow();
        worker
            .as_ref()
            .is_some_and(|worker| worker.program() == program)
    }

    /// Sends a message; one to a worker that does not listen yet is kept until it does.
    pub fn send(&self, message: &ToEngine) {
        match message {
            ToEngine::Run { .. } => drop(self.run.replace(Some(message.clone()))),
            ToEngine::Check { .. } => drop(self.check.replace(Some(message.clone()))),
            ToEngine::Look { .. } => drop(self.look.replace(Some(message.clone()))),
            ToEngine::Stop { .. } | ToEngine::Evaluate { .. } => {}
        }
        self.post(message);
    }

    fn post(&self, message: &ToEngine) {
        if let Some(worker) = self.worker.borrow().as_ref() {
            worker.post(to_bytes(message));
        }
    }

    fn hear(&self, data: &JsValue) {
        let Some(bytes) = data.dyn_ref::<js_sys::Uint8Array>() else {
            return;
        };
        let message = match from_bytes::<FromEngine>(&bytes.to_vec()) {
            Ok(message) => message,
            Err(error) => return self.crashed(format!("unreadable answer: {error}")),
        };
        match &message {
            FromEngine::Ready => {
                if let Some(worker) = self.worker.borrow().as_ref() {
                    worker.is_ready();
                }
                return;
            }
            FromEngine::NeedsWhole => {
                self.waits_for_whole.set(true);
                self.fetch_whole();
                return self.take_next();
            }
            FromEngine::Done { id, .. } | FromEngine::Refused { id, .. } => {
                self.run.borrow_mut().take_if(|run| run.id() == *id);
            }
            FromEngine::Checked { id, .. } => {
                self.check.borrow_mut().take_if(|check| check.id() == *id);
            }
            FromEngine::Looked { id, .. } => {
                self.look.borrow_mut().take_if(|look| look.id() == *id);
            }
            FromEngine::Progress { .. } | FromEngine::Evaluated { .. } => {}
        }
        self.crashes.set(0);
        self.tell.emit(Heard::Message(message));
        if self.asks(Program::Starter) && self.run.borrow().is_none() {
            let own = self.own.clone();
            gloo_timers::callback::Timeout::new(WHOLE_AFTER_MS, move || {
                if let Some(client) = own.upgrade() {
                    client.fetch_whole();
                }
            })
            .forget();
            self.take_next();
        }
    }

    /// The whole engine has one thing to say while it is not asked: that it is ready.
    fn hear_next(&self, data: &JsValue) {
        // Its listener is this one for good, so it hears the answers too once it is asked.
        if self.asks(Program::Whole) {
            return self.hear(data);
        }
        if let Some(next) = self.next.borrow().as_ref() {
            next.is_ready();
        }
        self.take_next();
    }

    fn next_failed(&self, reason: String) {
        if self.asks(Program::Whole) || self.waits_for_whole.get() {
            self.crashed(reason);
        } else {
            // The starter goes on, and the next answer asks for the whole one again.
            self.next.take();
        }
    }

    /// Puts the whole engine in the starter's place, if it is ready and no run would be lost.
    fn take_next(&self) {
        let is_ready = self
            .next
            .borrow()
            .as_ref()
            .is_some_and(EngineWorker::listens);
        if !is_ready || (self.run.borrow().is_some() && !self.waits_for_whole.get()) {
            return;
        }
        self.worker.replace(self.next.take());
        self.waits_for_whole.set(false);
        for waiting in [&self.run, &self.check, &self.look] {
            if let Some(message) = waiting.borrow().as_ref() {
                self.post(message);
            }
        }
    }

    fn crashed(&self, reason: String) {
        self.crashes.set(self.crashes.get() + 1);
        let for_good = self.crashes.get() >= MAX_CRASHES;
        self.end();
        if !for_good {
            self.start_whole();
        }
        self.tell.emit(Heard::Crashed { reason, for_good });
    }

    fn end(&self) {
        self.worker.take();
        self.next.take();
        self.run.take();
        self.check.take();
        self.look.take();
        self.waits_for_whole.set(false);
    }

    /// Ends the worker, whatever it does, and starts a new one.
    pub fn replace(&self) {
        self.end();
        self.start_whole();
    }

    /// Starts a worker where the last one failed for good: the person asked again.
    pub fn revive(&self) {
        if self.worker.borrow().is_none() {
            self.crashes.set(0);
            self.start_whole();
        }
    }
}
