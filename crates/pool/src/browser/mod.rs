//! Real runs in a browser: workers, the conductor that leads them, and the page's side of both. Owns
//! what needs a browser's clock, memory and messages; must not know what a plan means.
//!
//! Invariant: nothing outlives the page, and a run that was stopped stops at once.

mod board;
pub mod client;
mod clock;
mod conductor;
mod floor;
mod gil;
mod life;
mod post;
mod probe;
mod record;
mod words;
mod worker;

/// The program's start: which of its two roles it plays stands in the worker's address.
pub fn serve() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
    }));
    match life::role() {
        life::Role::Conductor => conductor::serve(),
        life::Role::Worker => worker::serve(),
    }
}
