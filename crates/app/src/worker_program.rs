//! The program of the engine's workers: hears the page, answers it, and works in short slices so
//! that Stop is always heard. The only programs of the page that run Python.

use interleave_engine::{FromEngine, Service, ToEngine, from_bytes, to_bytes};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

/// The worker's own state.
struct EngineWorker {
    scope: DedicatedWorkerGlobalScope,
    service: RefCell<Service>,
    /// A message to itself is the shortest way back to the event loop: no timer's delay, and
    /// the page's messages get their turn in between.
    turns: MessageChannel,
    turn_is_due: Cell<bool>,
    /// When the last run was asked for, in ms on the worker's own clock.
    asked_ms: Cell<f64>,
}

impl EngineWorker {
    fn post(&self, answers: Vec<FromEngine>) {
        for mut answer in answers {
            if let FromEngine::Done { took_us, .. } = &mut answer {
                *took_us = ((self.now_ms() - self.asked_ms.get()) * 1e3) as u64;
            }
            let bytes = js_sys::Uint8Array::from(to_bytes(&answer).as_slice());
            let buffers = js_sys::Array::of1(&bytes.buffer());
            if let Err(error) = self.scope.post_message_with_transfer(&bytes, &buffers) {
                web_sys::console::error_1(&error);
            }
        }
    }

    fn hear(&self, event: &MessageEvent) {
        let data = event.data();
        let Some(bytes) = data.dyn_ref::<js_sys::Uint8Array>() else {
            return;
        };
        match from_bytes::<ToEngine>(&bytes.to_vec()) {
            Ok(message) => {
                if matches!(message, ToEngine::Run { .. }) {
                    self.asked_ms.set(self.now_ms());
                }
                let answers = self.service.borrow_mut().receive(message);
                self.post(answers);
                self.ask_for_a_turn();
            }
            Err(error) => web_sys::console::error_1(&error.to_string().into()),
        }
    }

    /// The engine reads no clock; the worker tells how long a run took in real time.
    fn now_ms(&self) -> f64 {
        self.scope
            .performance()
            .map_or(0.0, |performance| performance.now())
    }

    fn take_a_turn(&self) {
        self.turn_is_due.set(false);
        let (answers, is_busy) = self.service.borrow_mut().advance();
        self.post(answers);
        if is_busy {
            self.ask_for_a_turn();
        }
    }

    fn ask_for_a_turn(&self) {
        if !self.turn_is_due.replace(true)
            && let Err(error) = self.turns.port2().post_message(&JsValue::NULL)
        {
            web_sys::console::error_1(&error);
        }
    }
}

/// Listens for the page's messages and lets `service` answer them.
pub fn serve(service: Service) {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let turns = MessageChannel::new().expect("every browser has message channels");
    let worker = Rc::new(EngineWorker {
        scope: scope.clone(),
        service: RefCell::new(service),
        turns,
        turn_is_due: Cell::new(false),
        asked_ms: Cell::new(0.0),
    });
    let on_turn = Closure::<dyn Fn()>::new({
        let worker = worker.clone();
        move || worker.take_a_turn()
    });
    worker
        .turns
        .port1()
        .set_onmessage(Some(on_turn.as_ref().unchecked_ref()));
    on_turn.forget();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new({
        let worker = worker.clone();
        move |event: MessageEvent| worker.hear(&event)
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    worker.post(vec![FromEngine::Ready]);
}
