//! What a visitor sees, story by story; each starts with an empty profile.
#![allow(
    clippy::disallowed_methods,
    reason = "the engine reads no clock; tests of the page measure real time"
)]

mod compare;
mod editing;
mod files;
mod first_visit;
mod limits;
mod links;
mod looks;
mod processes;
mod real_run;
mod speed;
mod sweep;
