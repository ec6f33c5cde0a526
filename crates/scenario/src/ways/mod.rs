//! One job in several ways: groups of gallery entries that do the same, and "this workload as…", which writes the
//! scripts. Owns the ways, the workload and the scripts' sources (`ways/*.py`); knows nothing of how they run or
//! which is best.

mod workload;

pub use workload::{Field, Workload};

use crate::gallery::{self, Entry};
use crate::{Machine, PythonVersion};

/// A way to do a workload, the simplest first: what each asks of whoever writes and runs the program grows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// One task after the other.
    Sequential,
    /// A pool of threads.
    Threads,
    /// Coroutines on one thread.
    Asyncio,
    /// A pool of processes.
    Processes,
    /// The pool of threads on a Python without a GIL.
    FreeThreaded,
    /// A pool of processes with a pool of threads each.
    ThreadsAndProcesses,
}

impl Way {
    /// Every way.
    pub const ALL: [Way; 6] = [
        Way::Sequential,
        Way::Threads,
        Way::Asyncio,
        Way::Processes,
        Way::FreeThreaded,
        Way::ThreadsAndProcesses,
    ];

    /// Its stable name, in links and locale keys.
    pub fn name(self) -> &'static str {
        match self {
            Way::Sequential => "sequential",
            Way::Threads => "threads",
            Way::Asyncio => "asyncio",
            Way::Processes => "processes",
            Way::FreeThreaded => "free_threaded",
            Way::ThreadsAndProcesses => "threads_and_processes",
        }
    }

    /// The way of that name.
    pub fn from_name(name: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.name() == name)
    }

    /// The script, as it stands in `ways/`.
    pub(crate) fn source(self) -> &'static str {
        match self {
            Way::Sequential => include_str!("../../ways/sequential.py"),
            Way::Threads | Way::FreeThreaded => include_str!("../../ways/threads.py"),
            Way::Asyncio => include_str!("../../ways/coroutines.py"),
            Way::Processes => include_str!("../../ways/processes.py"),
            Way::ThreadsAndProcesses => include_str!("../../ways/threads_and_processes.py"),
        }
    }

    /// The Python that it runs on where the others run on `base`: without a GIL only where that is the way.
    pub fn python(self, base: PythonVersion) -> PythonVersion {
        match (self == Way::FreeThreaded, base) {
            (true, PythonVersion::V3_13 | PythonVersion::V3_13t) => PythonVersion::V3_13t,
            (true, _) => PythonVersion::V3_14t,
            (false, PythonVersion::V3_13t) => PythonVersion::V3_13,
            (false, PythonVersion::V3_14t) => PythonVersion::V3_14,
            (false, base) => base,
        }
    }
}

/// How often the scripts' loop turns in a millisecond on a Python with a GIL. A Python without one gets the same
/// turns, not the same time: what it loses on each thread is part of the comparison. A test measures them.
fn turns_per_ms(machine: &Machine) -> u32 {
    match Way::Sequential.python(machine.python) {
        PythonVersion::V3_9 | PythonVersion::V3_10 => 46_700,
        PythonVersion::V3_11 => 79_400,
        _ => 56_800,
    }
}

/// The names of the groups of gallery entries that do one job, in the gallery's order.
pub fn groups() -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for entry in gallery::all() {
        if let Some(group) = &entry.group
            && !names.contains(&&**group)
        {
            names.push(group);
        }
    }
    names
}

/// The entries of that group, in the gallery's order.
pub fn group(name: &str) -> Vec<&'static Entry> {
    let entries = gallery::all().iter();
    entries
        .filter(|entry| entry.group.as_deref() == Some(name))
        .collect()
}
