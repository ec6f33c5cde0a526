//! The façade: check and run a scenario with budgets, progress and cancellation, and the
//! message protocol of the engine's worker.
//!
//! Invariant: the only crate that the page and the command line call to run Python.

mod bridge;
mod check;
mod compatibility;
pub mod evaluate;
mod findings;
mod look;
mod machine;
mod protocol;
mod refusal;
mod report;
mod session;
mod starter;
mod summary;
pub mod sweep;
#[cfg(test)]
mod testing;
mod traceback;
pub mod ways;
mod worker;

pub use check::check;
pub use compatibility::compatibility;
pub use evaluate::{Ending, Figures, Latency, Unit, evaluate, evaluate_all};
pub use look::{FrameVariables, ProcessVariables, ThreadVariables, Variable};
pub use protocol::{
    Diagnostic, Finding, FromEngine, NotAMessage, Report, Severity, Summary, ThreadSummary,
    ToEngine, Words, from_bytes, to_bytes,
};
pub use refusal::syntax_error;
pub use report::exit_code;
pub use session::{Session, run};
pub use worker::Service;
