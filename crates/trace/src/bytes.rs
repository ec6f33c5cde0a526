//! A trace as bytes (postcard), to pass between workers. Not a format to keep: a link carries the
//! scenario, and a replay rebuilds the trace.

use crate::Trace;

/// Bytes that are no trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotATrace(String);

impl std::fmt::Display for NotATrace {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "these bytes are no trace: {}", self.0)
    }
}

impl std::error::Error for NotATrace {}

impl Trace {
    /// The trace as bytes. Equal traces give equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("a trace has no value that postcard can't write")
    }

    /// The trace that [`Trace::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Trace, NotATrace> {
        postcard::from_bytes(bytes).map_err(|error| NotATrace(error.to_string()))
    }
}
