//! An event loop in a worker: programs take turns, and between the turns the worker goes back to the
//! browser's own loop with one timer for whoever wakes first.

use super::Outcome;
use super::stage::Stage;
use crate::browser::life;
use crate::plan::ProgramId;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MessageChannel;

/// A browser's timer has a step of 1 ms and waits at least 4 ms when timers set timers. So it is set
/// for whole ms from a message's turn, and what is left is spent in further turns.
const STEP_MS: f64 = 1.0;

struct EventLoop {
    stage: RefCell<Option<Stage>>,
    turns: MessageChannel,
    on_over: Box<dyn Fn(Outcome)>,
}

/// Performs `first` and all that it starts, and says when it is over.
pub fn perform(mut stage: Stage, first: ProgramId, on_over: Box<dyn Fn(Outcome)>) {
    stage.begin(first);
    let turns = MessageChannel::new().expect("every browser has message channels");
    let event_loop = Rc::new(EventLoop {
        stage: RefCell::new(Some(stage)),
        turns,
        on_over,
    });
    let on_turn = Closure::<dyn Fn()>::new({
        let event_loop = event_loop.clone();
        move || event_loop.turn()
    });
    let port = event_loop.turns.port1();
    port.set_onmessage(Some(on_turn.as_ref().unchecked_ref()));
    // Lives as long as its port, which is closed when all is over.
    on_turn.forget();
    event_loop.turn();
}

impl EventLoop {
    fn turn(self: &Rc<Self>) {
        let mut slot = self.stage.borrow_mut();
        let Some(stage) = slot.as_mut() else {
            return;
        };
        stage.wake();
        stage.run();
        match stage.next_wake_ms().filter(|_| !stage.is_over()) {
            Some(rest_ms) => self.come_back_in(rest_ms),
            None => {
                let stage = slot.take().expect("it is there");
                drop(slot);
                self.turns.port1().close();
                (self.on_over)(stage.finish());
            }
        }
    }

    fn come_back_in(self: &Rc<Self>, rest_ms: f64) {
        let whole_ms = (rest_ms - STEP_MS).floor();
        if whole_ms < 1.0 {
            return self.ask_for_a_turn();
        }
        let event_loop = self.clone();
        let on_time = Closure::once_into_js(move || event_loop.ask_for_a_turn());
        let _ = life::scope().set_timeout_with_callback_and_timeout_and_arguments_0(
            on_time.unchecked_ref(),
            whole_ms as i32,
        );
    }

    fn ask_for_a_turn(&self) {
        if let Err(error) = self
            .turns
            .port2()
            .post_message(&wasm_bindgen::JsValue::NULL)
        {
            web_sys::console::error_1(&error);
        }
    }
}
