//! The page's side of real runs on web workers: starts the conductor when it is first needed, speaks
//! to it, and starts another when it is gone. Dropping it ends the conductor and all its workers.

use super::post;
use crate::protocol::{Dropped, FromConductor, Order, ToConductor, Way};
use crate::runner::{self, Runner};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ErrorEvent, MessageEvent, Worker};

/// The conductor's program, beside the page.
const LOADER: &str = "pool_worker_loader.js?conductor";

/// Real runs on web workers.
pub struct WebWorkers {
    state: Rc<RefCell<State>>,
}

struct State {
    conductor: Option<Conductor>,
    is_isolated: Option<bool>,
    is_visible: bool,
    /// What was ordered and is not answered.
    open: BTreeSet<u32>,
    hear: Rc<dyn Fn(FromConductor)>,
}

/// The conductor's worker, and what must live as long as it does.
struct Conductor {
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(ErrorEvent)>,
}

impl WebWorkers {
    /// No conductor yet; `hear` is told all that it says. Nothing is fetched before it is needed.
    pub fn new(hear: impl Fn(FromConductor) + 'static) -> WebWorkers {
        let state = State {
            conductor: None,
            is_isolated: None,
            is_visible: true,
            open: BTreeSet::new(),
            hear: Rc::new(hear),
        };
        WebWorkers {
            state: Rc::new(RefCell::new(state)),
        }
    }

    /// Says something to the conductor; starts it if there is none.
    pub fn send(&self, message: &ToConductor) {
        let is_there = self.state.borrow().conductor.is_some();
        let asks = match message {
            ToConductor::Calibrate { id }
            | ToConductor::Run { id, .. }
            | ToConductor::Perform { id, .. }
            | ToConductor::Staff { id, .. } => Some(*id),
            // One that is not there has nothing to stop; it is told when it starts.
            ToConductor::Stop { .. } | ToConductor::Visible(_) if !is_there => return,
            _ => None,
        };
        self.state.borrow_mut().open.extend(asks);
        if !is_there {
            self.start_conductor();
        }
        self.post(message);
    }

    fn post(&self, message: &ToConductor) {
        let state = self.state.borrow();
        let Some(conductor) = &state.conductor else {
            return;
        };
        let bytes = post::to_bytes(message);
        let buffers = js_sys::Array::of1(&bytes.buffer());
        let sent = conductor
            .worker
            .post_message_with_transfer(&bytes, &buffers);
        drop(state);
        if let Err(error) = sent {
            lose(&self.state, format!("{error:?}"));
        }
    }

    fn start_conductor(&self) {
        let worker = match Worker::new(LOADER) {
            Ok(worker) => worker,
            Err(error) => return lose(&self.state, format!("{error:?}")),
        };
        // The closures are the state's own: they must not keep it alive.
        let on_message = Closure::<dyn Fn(MessageEvent)>::new({
            let state = Rc::downgrade(&self.state);
            move |event: MessageEvent| {
                let message = post::from_bytes::<FromConductor>(&event.data());
                if let (Some(state), Some(message)) = (state.upgrade(), message) {
                    hear(&state, message);
                }
            }
        });
        let on_error = Closure::<dyn Fn(ErrorEvent)>::new({
            let state = Rc::downgrade(&self.state);
            move |event: ErrorEvent| {
                if let Some(state) = state.upgrade() {
                    lose(&state, event.message());
                }
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let is_visible = {
            let mut state = self.state.borrow_mut();
            state.conductor = Some(Conductor {
                worker,
                _on_message: on_message,
                _on_error: on_error,
            });
            state.is_visible
        };
        if !is_visible {
            self.post(&ToConductor::Visible(false));
        }
    }
}

fn hear(state: &Rc<RefCell<State>>, message: FromConductor) {
    let hear = {
        let mut state = state.borrow_mut();
        match &message {
            FromConductor::Ready { isolated } => state.is_isolated = Some(*isolated),
            FromConductor::Progress { .. } => {}
            FromConductor::Calibrated { id, .. }
            | FromConductor::Refused { id, .. }
            | FromConductor::Measured { id, .. }
            | FromConductor::Performed { id, .. }
            | FromConductor::Staffed { id, .. }
            | FromConductor::Dropped { id, .. } => {
                state.open.remove(id);
            }
        }
        state.hear.clone()
    };
    hear(message);
}

/// The conductor is gone: all that it owed is dropped, and the next order starts another.
fn lose(state: &Rc<RefCell<State>>, reason: String) {
    let (open, hear) = {
        let mut state = state.borrow_mut();
        if let Some(conductor) = &state.conductor {
            conductor.worker.terminate();
        }
        let open = std::mem::take(&mut state.open);
        (open, state.hear.clone())
    };
    // The closure that runs now may be the conductor's: it is freed when it has returned.
    let gone = state.borrow_mut().conductor.take();
    wasm_bindgen_futures::spawn_local(async move { drop(gone) });
    for id in open {
        let why = Dropped::Failed {
            reason: reason.clone(),
        };
        hear(FromConductor::Dropped { id, why });
    }
}

impl Drop for State {
    fn drop(&mut self) {
        if let Some(conductor) = &self.conductor {
            conductor.worker.terminate();
        }
    }
}

impl Runner for WebWorkers {
    fn name(&self) -> &'static str {
        "web_workers"
    }

    fn ways(&self) -> Option<Vec<Way>> {
        self.state.borrow().is_isolated.map(runner::ways)
    }

    fn calibrate(&mut self, id: u32) {
        self.send(&ToConductor::Calibrate { id });
    }

    fn start(&mut self, id: u32, order: Order) {
        let order = Box::new(order);
        self.send(&ToConductor::Run { id, order });
    }

    fn stop(&mut self, id: u32) {
        self.send(&ToConductor::Stop { id });
    }

    fn set_visible(&mut self, is_visible: bool) {
        self.state.borrow_mut().is_visible = is_visible;
        self.send(&ToConductor::Visible(is_visible));
    }
}
