//! The trace: what a run did over virtual time, and the only thing that a view may show.
//!
//! Owns the tables of lanes, slices, objects, output, choices and the outcome, their
//! columnar store, queries by time range and the exporters.
//!
//! Invariant: knows no Python, no kernel and no pixels. All times are virtual nanoseconds
//! since the start of the run.

mod bytes;
mod choice;
pub mod export;
mod ids;
mod lane;
mod object;
mod order;
mod outcome;
mod output;
mod process;
mod recorder;
mod store;

pub use bytes::NotATrace;
pub use choice::{Choice, ChoiceKind};
pub use export::chrome::chrome_trace_json;
pub use ids::{CoreId, LaneId, ObjectId, Place, ProcessId, TaskId, ThreadId};
pub use lane::{Lane, LaneKind, Slice, State};
pub use object::{Object, ObjectEvent, Poll, Role};
pub use order::put_in_order;
pub use outcome::{Limit, Outcome, Wait};
pub use output::{OutputChunk, Stream};
pub use process::Process;
pub use recorder::{MAX_TASK_LANES, Recorder};
pub use store::{Marks, Slices, Trace, Wake};
