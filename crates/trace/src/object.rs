//! Synchronisation objects and what happened to them. Names and verbs are data that the
//! primitives declare about themselves; this file knows none of them.

use crate::{Place, ThreadId};
use serde::{Deserialize, Serialize};

/// What a primitive is for, as a plan or an explorer needs to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Held by one thread at a time.
    Mutex,
    /// Counts permits.
    Counter,
    /// Carries items.
    Channel,
    /// Wakes waiters once or many times.
    Signal,
    /// Releases a group together.
    Barrier,
    /// A value to come.
    Future,
    /// A thread or process that is waited for.
    Thread,
}

/// A synchronisation object of the run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    /// The primitive's own name (`threading.Lock`).
    pub kind: String,
    /// What the script calls it, or its number among its kind.
    pub label: String,
    /// What it is for.
    pub role: Role,
}

/// Something that a thread did to an object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectEvent {
    /// When, in virtual ns.
    pub at_ns: u64,
    /// By whom.
    pub thread: ThreadId,
    /// To what (an index into the trace's objects).
    pub object: crate::ObjectId,
    /// The primitive's verb (`acquire`, `put` …), an index into the trace's verbs.
    pub verb: u16,
    /// The source line.
    pub place: Place,
    /// The primitive's measure after it (queue depth, permits), 0 where it has none.
    pub value: i64,
}

/// How often a thread looked at an object from one line without waiting for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// Who looked.
    pub thread: ThreadId,
    /// At what.
    pub object: crate::ObjectId,
    /// From which line.
    pub place: Place,
    /// How often.
    pub count: u64,
    /// The first time, in virtual ns.
    pub first_ns: u64,
    /// The last time, in virtual ns.
    pub last_ns: u64,
}
