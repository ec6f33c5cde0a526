//! A few engine workers that evaluate scenarios side by side, or tell the trace of one, for all panels. Owns their
//! life: they are started when first needed and stay. Must not know what is evaluated, or for whom.

use crate::browser::window;
use interleave_engine::{Figures, FromEngine, ToEngine, from_bytes, to_bytes};
use interleave_scenario::{Scenario, gallery};
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Worker};
use yew::Callback;

/// More workers than this don't start sooner than they are done.
const MOST_WORKERS: f64 = 4.0;
/// The page's script that becomes an engine.
const LOADER: &str = "engine_worker_loader.js?engine_worker";
/// The most scenarios of one message: a worker that is told of many is not there for other panels.
const MOST_AT_ONCE: usize = 25;
/// How often a worker runs something short before it is asked for anything.
const WARMING: usize = 60;

/// What is said about an evaluation.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The scenario of this number came to these figures.
    Figures(usize, Box<Figures>),
    /// All of them have figures.
    Over,
    /// A worker failed: there will be no more.
    Failed(String),
}

/// What came of a scenario whose trace is wanted: its bytes, or why there are none.
pub type Traced = Result<Vec<u8>, String>;

/// Who is told.
#[derive(Clone)]
enum Tell {
    /// Of each scenario's figures.
    Figures(Callback<Heard>),
    /// Of the only scenario's trace.
    Trace(Callback<Traced>),
}

/// An evaluation under way; dropping it cancels it.
pub struct Evaluation(Rc<Job>);

impl Drop for Evaluation {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

struct Job {
    id: u32,
    left: RefCell<VecDeque<Scenario>>,
    /// The number of the first of those that are left.
    next: Cell<usize>,
    /// How many have no figures yet.
    open: Cell<usize>,
    at_once: usize,
    tell: RefCell<Option<Tell>>,
}

impl Job {
    fn cancel(&self) {
        self.left.borrow_mut().clear();
        self.tell.take();
        let seats = SEATS.with_borrow(Clone::clone);
        for seat in seats {
            if seat
                .job
                .borrow()
                .as_ref()
                .is_some_and(|job| job.id == self.id)
            {
                seat.job.take();
                seat.post(&ToEngine::Stop { id: self.id });
                seat.feed();
            }
        }
    }

    fn say(&self, heard: Heard) {
        let tell = self.tell.borrow().clone();
        match (tell, heard) {
            (Some(Tell::Figures(tell)), heard) => tell.emit(heard),
            (Some(Tell::Trace(tell)), Heard::Failed(reason)) => tell.emit(Err(reason)),
            _ => {}
        }
    }

    fn say_trace(&self, traced: Traced) {
        let tell = self.tell.take();
        if let Some(Tell::Trace(tell)) = tell {
            tell.emit(traced);
        }
    }

    fn wants_trace(&self) -> bool {
        matches!(*self.tell.borrow(), Some(Tell::Trace(_)))
    }
}

struct Seat {
    worker: Worker,
    is_ready: Cell<bool>,
    job: RefCell<Option<Rc<Job>>>,
    /// How many of the last message have no figures yet.
    awaited: Cell<usize>,
    listeners: RefCell<Option<Listeners>>,
}

type Listeners = (
    Closure<dyn FnMut(MessageEvent)>,
    Closure<dyn FnMut(ErrorEvent)>,
);

thread_local! {
    static WARMED: RefCell<Option<Evaluation>> = const { RefCell::new(None) };
    static SEATS: RefCell<Vec<Rc<Seat>>> = const { RefCell::new(Vec::new()) };
    static JOBS: RefCell<Vec<Rc<Job>>> = const { RefCell::new(Vec::new()) };
    static LAST_ID: Cell<u32> = const { Cell::new(0) };
}

/// How many workers this browser gets.
pub fn workers() -> usize {
    let cores = window().navigator().hardware_concurrency();
    cores.clamp(2.0, MOST_WORKERS) as usize
}

/// Evaluates `scenarios`; `tell` hears of each, in any order.
pub fn evaluate(scenarios: Vec<Scenario>, tell: Callback<Heard>) -> Evaluation {
    // Who asks for something needs no warming any more.
    drop(WARMED.take());
    begin(scenarios, Tell::Figures(tell))
}

/// Runs `scenario` to its end for its trace; `tell` hears once.
pub fn trace(scenario: Scenario, tell: Callback<Traced>) -> Evaluation {
    begin(vec![scenario], Tell::Trace(tell))
}

fn begin(scenarios: Vec<Scenario>, tell: Tell) -> Evaluation {
    let id = LAST_ID.get() + 1;
    LAST_ID.set(id);
    let share = scenarios.len() / (workers() * 4);
    let job = Rc::new(Job {
        id,
        open: Cell::new(scenarios.len()),
        at_once: share.clamp(1, MOST_AT_ONCE),
        left: RefCell::new(scenarios.into()),
        next: Cell::new(0),
        tell: RefCell::new(Some(tell)),
    });
    JOBS.with_borrow_mut(|jobs| jobs.push(job.clone()));
    if let Err(error) = fill_seats() {
        job.say(Heard::Failed(format!("{error:?}")));
    }
    for seat in SEATS.with_borrow(Clone::clone) {
        seat.feed();
    }
    Evaluation(job)
}

/// Starts the workers ahead of the first question, and has each run something short: a browser's code gets quick
/// by use, and the engine keeps what it has compiled of the library.
pub fn warm() {
    let is_first = SEATS.with_borrow(Vec::is_empty);
    let Some(entry) = gallery::all().first().filter(|_| is_first) else {
        return;
    };
    let scenarios = vec![entry.scenario(); workers() * WARMING];
    let evaluation = evaluate(scenarios, Callback::noop());
    // Dropping it would cancel it.
    WARMED.set(Some(evaluation));
}

fn fill_seats() -> Result<(), JsValue> {
    while SEATS.with_borrow(Vec::len) < workers() {
        let seat = Seat::start()?;
        SEATS.with_borrow_mut(|seats| seats.push(seat));
    }
    Ok(())
}

impl Seat {
    fn start() -> Result<Rc<Seat>, JsValue> {
        let seat = Rc::new(Seat {
            worker: Worker::new(LOADER)?,
            is_ready: Cell::new(false),
            job: RefCell::new(None),
            awaited: Cell::new(0),
            listeners: RefCell::new(None),
        });
        let own = Rc::downgrade(&seat);
        let on_message = Closure::new(move |event: MessageEvent| {
            if let (Some(seat), Ok(bytes)) = (own.upgrade(), event.data().dyn_into::<Uint8Array>())
            {
                seat.hear(&bytes.to_vec());
            }
        });
        let own = Rc::downgrade(&seat);
        let on_error = Closure::new(move |event: ErrorEvent| {
            event.prevent_default();
            if let Some(seat) = own.upgrade() {
                seat.fail(event.message());
            }
        });
        seat.worker
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        seat.worker
            .set_onerror(Some(on_error.as_ref().unchecked_ref()));
        seat.listeners.replace(Some((on_message, on_error)));
        Ok(seat)
    }

    fn post(&self, message: &ToEngine) {
        let bytes = Uint8Array::from(to_bytes(message).as_slice());
        if let Err(error) = self.worker.post_message(&bytes) {
            self.fail(format!("{error:?}"));
        }
    }

    /// Gives an idle worker the next scenarios that wait.
    fn feed(&self) {
        if !self.is_ready.get() || self.job.borrow().is_some() {
            return;
        }
        let job = JOBS.with_borrow_mut(|jobs| {
            jobs.retain(|job| !job.left.borrow().is_empty());
            jobs.first().cloned()
        });
        let Some(job) = job else { return };
        let mut left = job.left.borrow_mut();
        let count = left.len().min(job.at_once);
        let scenarios: Vec<Scenario> = left.drain(..count).collect();
        drop(left);
        let first = job.next.get();
        job.next.set(first + count);
        self.awaited.set(count);
        let id = job.id;
        let wants_trace = job.wants_trace();
        self.job.replace(Some(job));
        if wants_trace {
            for scenario in scenarios {
                self.post(&ToEngine::Run { id, scenario });
            }
        } else {
            self.post(&ToEngine::Evaluate {
                id,
                scenarios,
                first: first as u32,
            });
        }
    }

    fn hear(&self, bytes: &[u8]) {
        match from_bytes::<FromEngine>(bytes) {
            Ok(FromEngine::Ready) => {
                self.is_ready.set(true);
                self.feed();
            }
            Ok(FromEngine::Evaluated { id, index, figures }) => {
                let job = self.job.borrow().clone();
                // What a cancelled evaluation still had to say is left out.
                let Some(job) = job.filter(|job| job.id == id) else {
                    return;
                };
                self.awaited.set(self.awaited.get().saturating_sub(1));
                if self.awaited.get() == 0 {
                    self.job.take();
                    self.feed();
                }
                job.open.set(job.open.get().saturating_sub(1));
                job.say(Heard::Figures(index as usize, figures));
                if job.open.get() == 0 {
                    job.say(Heard::Over);
                }
            }
            Ok(FromEngine::Done { id, report, .. }) => {
                self.traced(id, Ok(report.trace.to_bytes()));
            }
            Ok(FromEngine::Refused { id, diagnostics }) => {
                let first = diagnostics.into_iter().next();
                self.traced(
                    id,
                    Err(first.map_or_else(String::new, |first| first.message)),
                );
            }
            Ok(_) => {}
            Err(error) => self.fail(error.to_string()),
        }
    }

    fn traced(&self, id: u32, traced: Traced) {
        let job = self.job.borrow().clone();
        if let Some(job) = job.filter(|job| job.id == id && job.wants_trace()) {
            self.job.take();
            self.feed();
            job.say_trace(traced);
        }
    }

    /// The worker is of no use any more; the next evaluation starts another.
    fn fail(&self, reason: String) {
        self.worker.terminate();
        SEATS.with_borrow_mut(|seats| seats.retain(|seat| !std::ptr::eq(&**seat, self)));
        let waiting = JOBS.with_borrow(|jobs| jobs.first().cloned());
        if let Some(job) = self.job.take().or(waiting) {
            job.left.borrow_mut().clear();
            job.say(Heard::Failed(reason));
        }
    }
}
