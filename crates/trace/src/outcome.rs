//! How a run ended.

use crate::{ObjectId, Place, ThreadId};
use serde::{Deserialize, Serialize};

/// A bound that a run can hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// Interpreter steps.
    Steps,
    /// Heap bytes.
    HeapBytes,
    /// Rows of the trace.
    Events,
    /// Virtual time, in ns.
    VirtualNs,
    /// Threads alive or dead.
    Threads,
    /// Bytes printed.
    OutputBytes,
}

/// What one thread waits for at the end of a deadlock or a hang.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Who waits.
    pub thread: ThreadId,
    /// For what.
    pub object: Option<ObjectId>,
    /// Who could end the wait by releasing it, where that is known.
    pub holder: Option<ThreadId>,
    /// Since when, in virtual ns.
    pub since_ns: u64,
    /// On which line.
    pub place: Place,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The script ended with this exit code (`sys.exit`'s included).
    Finished {
        /// The process's exit code.
        exit_code: i32,
    },
    /// The main thread ended with an exception; the traceback is on stderr.
    UncaughtException {
        /// The exception's type and text, one line.
        exception: String,
    },
    /// Threads wait for each other in a cycle: `cycle[i]` waits for what `cycle[i + 1]` holds.
    Deadlock {
        /// The cycle, each wait once.
        cycle: Vec<Wait>,
        /// Everyone else who waits.
        others: Vec<Wait>,
    },
    /// Nobody can run and nobody will wake.
    Hang {
        /// Everyone who waits.
        waits: Vec<Wait>,
    },
    /// A bound was hit.
    Budget {
        /// Which.
        limit: Limit,
        /// Its value, in the limit's unit.
        value: u64,
    },
    /// The script used something that is not supported: one line that says what and where.
    NotSupported {
        /// The message.
        message: String,
        /// Where.
        place: Place,
    },
    /// The person pressed Stop.
    Stopped,
}

impl Outcome {
    /// The outcome's stable name in exports.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Finished { .. } => "finished",
            Outcome::UncaughtException { .. } => "uncaught_exception",
            Outcome::Deadlock { .. } => "deadlock",
            Outcome::Hang { .. } => "hang",
            Outcome::Budget { .. } => "budget",
            Outcome::NotSupported { .. } => "not_supported",
            Outcome::Stopped => "stopped",
        }
    }
}
