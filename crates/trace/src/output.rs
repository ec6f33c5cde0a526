//! What the script printed, with when and by whom.

use crate::ThreadId;
use serde::{Deserialize, Serialize};

/// A standard stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// One write to a stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputChunk {
    /// When it was written, in virtual ns.
    pub at_ns: u64,
    /// By whom.
    pub thread: ThreadId,
    /// To which stream.
    pub stream: Stream,
    /// The text.
    pub text: String,
}
