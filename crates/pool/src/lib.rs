//! Real runs: what a trace says is to be done (the plan), how it is done on real workers, and how
//! that compares with what was predicted.
//!
//! Invariant: a dead or slow worker is reported and replaced; nothing here knows Python or pixels.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod calibrate;
pub mod compare;
pub mod lanes;
pub mod local_memory;
pub mod objects;
pub mod perform;
pub mod placing;
pub mod plan;
pub mod profile;
pub mod protocol;
pub mod rehearse;
pub mod runner;
pub mod seating;
