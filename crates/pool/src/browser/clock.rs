//! The browser's clock, one for all workers of a page, and blocking sleeps on it.

use super::words::Words;
use wasm_bindgen::JsCast;
use web_sys::{Performance, WorkerGlobalScope};

/// This worker's clock.
#[derive(Clone)]
pub struct Clock {
    performance: Performance,
    /// What turns the worker's own time into the time of all, in ms.
    origin_ms: f64,
    /// Something to sleep on that nobody else knows.
    bed: Words,
}

/// A sleep ends by itself so much later than asked; the rest of it is spun away.
const LATE_MS: f64 = 0.06;

impl Clock {
    /// The clock of the worker that calls.
    pub fn new() -> Clock {
        let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
        let performance = scope.performance().expect("every browser has a clock");
        Clock {
            origin_ms: performance.time_origin(),
            performance,
            bed: Words::to_sleep_on(1),
        }
    }

    /// Now, in ms since the epoch, comparable between workers.
    pub fn now_ms(&self) -> f64 {
        self.origin_ms + self.performance.now()
    }

    /// Blocks this worker until then.
    pub fn sleep_until(&self, deadline_ms: f64) {
        let rest_ms = deadline_ms - self.now_ms() - LATE_MS;
        if rest_ms > 0.0 {
            self.bed.wait(0, 0, Some(rest_ms));
        }
        while self.now_ms() < deadline_ms {}
    }
}
