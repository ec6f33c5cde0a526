//! The lab's program: the panels of the tabs **Real run**, **Compare** and **Sweep**, mounted into an
//! element of the page and told by it what is shown. Must not know the page's components; what it
//! wants of the page it says over the bridge.

mod app;
mod browser;
mod compare;
mod engines;
mod real;
mod runner;
mod settings;
mod state;
mod sweep;
mod words;

// What a browser calls; a desk has no page to fill.
fn main() {
    browser::report_panics();
}
