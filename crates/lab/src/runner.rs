//! The lab's one back end of real runs, for all panels: two at once would take each other's cores. Owns
//! its life; what it says goes to everybody who listens, and each knows its own orders by number.

use interleave_pool::protocol::FromConductor;
use interleave_pool::runner::Runner;
use std::cell::RefCell;
use yew::{Callback, hook, use_effect_with};

/// Orders of the panel **Compare** count from here, those of **Real run** from 0: no number is used twice.
pub const COMPARED_FROM: u32 = 1 << 31;

thread_local! {
    static RUNNER: RefCell<Option<Box<dyn Runner>>> = const { RefCell::new(None) };
    static LISTENERS: RefCell<Vec<Callback<FromConductor>>> = const { RefCell::new(Vec::new()) };
}

/// Tells the back end, if there is one, that the page was hidden or shown.
pub fn set_visible(is_visible: bool) {
    RUNNER.with_borrow_mut(|runner| {
        if let Some(runner) = runner {
            runner.set_visible(is_visible);
        }
    });
}

/// Calls `then` with all that is said, for as long as the lab lives.
pub fn listen(then: Callback<FromConductor>) {
    LISTENERS.with_borrow_mut(|listeners| listeners.push(then));
}

/// Asks the back end for something; it is started when it is first asked.
pub fn ask(what: impl FnOnce(&mut dyn Runner)) {
    RUNNER.with_borrow_mut(|runner| {
        if runner.is_none() {
            *runner = start();
        }
        if let Some(runner) = runner {
            what(runner.as_mut());
        }
    });
}

/// Ends the back end and all its workers, whatever they do; the next question starts another.
pub fn end() {
    RUNNER.set(None);
}

/// Stops the order `stopping`, once it is one, and ends the back end whenever `ends` counts further: for who can't wait.
#[hook]
pub fn use_stop(stopping: Option<u32>, ends: u32) {
    use_effect_with(stopping, |&stopping| {
        if let Some(id) = stopping {
            ask(|runner| runner.stop(id));
        }
    });
    use_effect_with(ends, |&ends| {
        if ends > 0 {
            end();
        }
    });
}

#[cfg(target_arch = "wasm32")]
fn start() -> Option<Box<dyn Runner>> {
    let workers = interleave_pool::browser::client::WebWorkers::new(|message| {
        // Whoever listens may ask for more: nothing is borrowed while they are told, and they are told
        // when the back end has returned.
        wasm_bindgen_futures::spawn_local(async move {
            for listener in LISTENERS.with_borrow(Clone::clone) {
                listener.emit(message.clone());
            }
        });
    });
    Some(Box::new(workers))
}

/// A desk has no workers of a browser.
#[cfg(not(target_arch = "wasm32"))]
fn start() -> Option<Box<dyn Runner>> {
    None
}
