//! Processes: who started whom, from when to when.

use crate::ProcessId;
use serde::{Deserialize, Serialize};

/// A process of the simulated machine. The lanes say which process they belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// Its name as Python knows it (`MainProcess`, `Process-1` …).
    pub name: String,
    /// The process that started it.
    pub parent: Option<ProcessId>,
    /// When it was started, in virtual ns.
    pub start_ns: u64,
    /// When it ended, in virtual ns; `None` if it never did.
    pub end_ns: Option<u64>,
}
