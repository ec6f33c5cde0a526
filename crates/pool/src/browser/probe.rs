//! The probes of the calibration, as a worker carries them out.

use super::clock::Clock;
use super::life;
use crate::calibrate::{Probe, Sample, compute};
use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Measures and says what came of it.
pub fn measure(probe: Probe, clock: &Clock, _beside: &JsValue, say: impl Fn(Sample) + 'static) {
    match probe {
        Probe::Rounds { rounds, samples } => {
            let ns = (0..samples).map(|sample| {
                let from_ms = clock.now_ms();
                black_box(compute(u64::from(sample), black_box(rounds)));
                (clock.now_ms() - from_ms) * 1e6
            });
            say(Sample { ns: ns.collect() });
        }
        Probe::Sleep { ns, samples } => {
            let late = (0..samples).map(|_| {
                let until_ms = clock.now_ms() + ns as f64 / 1e6;
                clock.sleep_until(until_ms);
                (clock.now_ms() - until_ms) * 1e6
            });
            say(Sample { ns: late.collect() });
        }
        Probe::Timer { ns, samples } => timers(ns, samples, clock.clone(), Box::new(say)),
    }
}

fn timers(ns: u64, samples: u32, clock: Clock, say: Box<dyn Fn(Sample)>) {
    let late = Rc::new(RefCell::new(Vec::new()));
    next_timer(ns, samples, clock, late, say);
}

fn next_timer(
    ns: u64,
    samples: u32,
    clock: Clock,
    late: Rc<RefCell<Vec<f64>>>,
    say: Box<dyn Fn(Sample)>,
) {
    if late.borrow().len() as u32 >= samples {
        return say(Sample { ns: late.take() });
    }
    let wanted_ms = ns as f64 / 1e6;
    let until_ms = clock.now_ms() + wanted_ms;
    let on_time = Closure::once_into_js(move || {
        late.borrow_mut().push((clock.now_ms() - until_ms) * 1e6);
        next_timer(ns, samples, clock, late, say);
    });
    let _ = life::scope().set_timeout_with_callback_and_timeout_and_arguments_0(
        on_time.unchecked_ref(),
        wanted_ms as i32,
    );
}
