//! The façade: check and run a scenario with budgets, progress and cancellation, and the
//! message protocol of the engine's worker.
//!
//! Invariant: the only crate that the page and the command line call to run Python.

mod protocol;

pub use protocol::{
    Diagnostic, Finding, FromEngine, Report, Severity, Summary, ThreadSummary, ToEngine,
};
