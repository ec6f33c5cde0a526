//! The probes of the calibration, as a worker carries them out.

use super::clock::Clock;
use super::gil::{GIL_WORDS, Gil};
use super::life;
use super::words::Words;
use crate::calibrate::{Probe, Sample, compute};
use crate::objects::{Ask, Memory, Objects};
use crate::plan::{Plan, Shared, SharedId, SharedKind};
use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// How many words a probe of two workers needs.
pub const PAIR_WORDS: usize = 3 * GIL_WORDS;

// Words of a pair: how many are there, then one each to wake the other with, then a GIL.
const THERE: usize = 0;
const CALLS: [usize; 2] = [1, 2];
/// When the GIL was given up last.
const GIVEN: usize = 3;
const GIL: usize = GIL_WORDS;
const TICK_NS: f64 = 1_000.0;
const TICKS: i32 = 1_000_000_000;
/// A probe of two ends after this even if it has fewer samples: a busy machine would make it long.
const PROBE_MS: f64 = 100.0;

/// Exchanges a sample: the clock's step is longer than one.
const BATCH: u32 = 8;
/// A partner who does not answer within this is gone.
const PARTNER_WITHIN_MS: f64 = 50.0;

/// Measures and says what came of it. What two measure together lies in the words `beside`.
pub fn measure(probe: Probe, clock: &Clock, beside: &JsValue, say: impl Fn(Sample) + 'static) {
    let pair = || Words::handed_over(beside);
    let sampled = |samples: u32, ns: &mut dyn FnMut() -> f64| Sample {
        ns: (0..samples).map(|_| ns()).collect(),
    };
    match probe {
        Probe::Rounds { rounds, samples } => say(sampled(samples, &mut || {
            let from_ms = clock.now_ms();
            black_box(compute(1, black_box(rounds)));
            (clock.now_ms() - from_ms) * 1e6
        })),
        Probe::Sleep { ns, samples } => say(sampled(samples, &mut || {
            let until_ms = clock.now_ms() + ns as f64 / 1e6;
            clock.sleep_until(until_ms);
            (clock.now_ms() - until_ms) * 1e6
        })),
        Probe::Timer { ns, samples } => timers(ns, samples, clock.clone(), Box::new(say)),
        Probe::Wake { samples, is_first } => say(wakes(samples, is_first, &pair(), clock)),
        Probe::GilHandOff { samples, is_first } => {
            say(hand_offs(samples, is_first, &pair(), clock));
        }
        Probe::Ask { samples } => say(asks(samples, clock)),
    }
}

/// Waits for the partner; whether it came.
fn meet(words: &Words, clock: &Clock) -> bool {
    words.add(THERE, 1);
    words.notify(THERE, 1);
    wait_for(words, THERE, 2, clock)
}

fn wait_for(words: &Words, at: usize, value: i32, clock: &Clock) -> bool {
    let until_ms = clock.now_ms() + PARTNER_WITHIN_MS;
    loop {
        let now = words.load(at);
        if now >= value {
            return true;
        }
        if !words.wait_timed(at, now, PARTNER_WITHIN_MS) {
            continue;
        }
        if clock.now_ms() > until_ms {
            return false;
        }
    }
}

/// From a ring to the one who slept: asleep for a while, as those are who wait for their start or for another's work, now
/// shorter, now longer. To wake somebody who has just fallen asleep takes a part of that.
fn wakes(samples: u32, is_first: bool, words: &Words, clock: &Clock) -> Sample {
    const NAPS_MS: [f64; 4] = [0.5, 1.0, 2.0, 4.0];
    let mut sample = Sample::default();
    if !meet(words, clock) {
        return sample;
    }
    let [ring, heard] = CALLS;
    let until_ms = clock.now_ms() + PROBE_MS;
    for call in 1..=samples as i32 {
        if is_first {
            if !wait_for(words, ring, call, clock) {
                break;
            }
            let ticks = (tick(clock) - words.load(GIVEN)).rem_euclid(TICKS);
            sample.ns.push(f64::from(ticks) * TICK_NS);
            words.store(heard, call);
            words.notify(heard, 1);
        } else {
            let nap_ms = NAPS_MS[call as usize % NAPS_MS.len()];
            words.wait(THERE, 2, Some(nap_ms));
            words.store(GIVEN, tick(clock));
            words.store(ring, call);
            words.notify(ring, 1);
            if !wait_for(words, heard, call, clock) {
                break;
            }
        }
        if clock.now_ms() > until_ms {
            break;
        }
    }
    sample
}

/// From the one who gives the GIL up to the one who has it next, both asleep before: whoever holds
/// it must not spin meanwhile, or it measures how a busy machine shares its cores.
fn hand_offs(samples: u32, is_first: bool, words: &Words, clock: &Clock) -> Sample {
    /// Nobody's time is over during the probe: each gives the GIL up by itself.
    const INTERVAL_NS: u64 = 100_000_000;
    const NAP_MS: f64 = 0.05;
    let mut sample = Sample::default();
    let mut gil = Gil::new(words.clone(), GIL, usize::from(!is_first), INTERVAL_NS);
    if !meet(words, clock) {
        return sample;
    }
    let until_ms = clock.now_ms() + PROBE_MS;
    if is_first {
        gil.take();
    }
    'samples: for _ in 0..samples {
        if gil.is_mine() {
            while !gil.is_awaited() {
                words.wait(THERE, 2, Some(NAP_MS));
                if clock.now_ms() > until_ms {
                    break 'samples;
                }
            }
            words.store(GIVEN, tick(clock));
            gil.pass_on();
        }
        gil.take();
        let ticks = (tick(clock) - words.load(GIVEN)).rem_euclid(TICKS);
        sample.ns.push(f64::from(ticks) * TICK_NS);
    }
    if gil.is_mine() {
        gil.release();
    }
    sample
}

/// A time that fits into a word.
fn tick(clock: &Clock) -> i32 {
    (clock.now_ms() * 1e6 / TICK_NS).rem_euclid(f64::from(TICKS)) as i32
}

fn asks(samples: u32, clock: &Clock) -> Sample {
    let counter = SharedId(0);
    let plan = Plan {
        shared: vec![Shared {
            kind: SharedKind::Counter { permits: 1 },
            name: String::new(),
            label: String::new(),
        }],
        ..Plan::default()
    };
    let words = Words::to_sleep_on(Objects::<Words>::words_for(&plan));
    let objects = Objects::new(&plan, words, 0);
    objects.reset();
    let mut sample = Sample::default();
    for _ in 0..samples {
        let from_ms = clock.now_ms();
        for _ in 0..BATCH {
            black_box(objects.attempt(Ask::Acquire(counter)));
            // Whoever performs a step notes the time of it.
            black_box(clock.now_ms());
            black_box(objects.attempt(Ask::Release(counter)));
            black_box(clock.now_ms());
        }
        let took_ns = (clock.now_ms() - from_ms) * 1e6;
        sample.ns.push(took_ns / f64::from(2 * BATCH));
    }
    sample
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
