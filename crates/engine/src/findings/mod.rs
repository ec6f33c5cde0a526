//! What a run showed, in Python's terms: how it failed, where, and what to do about it. A file a finding, in English
//! and in Chinese, with the names, lines and times of this run.
//!
//! Reads the trace and nothing else. A primitive is named by the text that it gave itself and told
//! apart by its role.

mod blocked_loop;
mod budget;
mod busy_wait;
mod deadlock;
mod hang;
mod held_asleep;
mod never_awaited;
mod never_released;
mod outlives_main;
mod polling;
mod reader;
mod stuck_tasks;
mod uncaught;
mod unsupported;

use crate::Finding;
use interleave_trace::Trace;
use reader::Reader;
pub(crate) use reader::place_text;

/// Looks for one kind of trouble.
pub(crate) type Finder = fn(&Reader) -> Vec<Finding>;

/// The finders: how the run ended first, then what went wrong beside it, then what could go better.
pub(crate) const FINDERS: &[Finder] = &[
    uncaught::in_main,
    deadlock::find,
    never_released::find,
    outlives_main::find,
    stuck_tasks::find,
    hang::find,
    budget::find,
    unsupported::find,
    uncaught::in_threads,
    never_awaited::find,
    blocked_loop::find,
    held_asleep::find,
    busy_wait::find,
    polling::find,
];

/// Those that can find something where no module makes tasks.
pub(crate) const FINDERS_WITHOUT_TASKS: &[Finder] = &[
    uncaught::in_main,
    deadlock::find,
    never_released::find,
    outlives_main::find,
    hang::find,
    budget::find,
    unsupported::find,
    uncaught::in_threads,
    never_awaited::find,
    held_asleep::find,
    busy_wait::find,
    polling::find,
];

/// The findings of `trace` by these finders. `files` are the files' names by number.
pub(crate) fn findings(finders: &[Finder], trace: &Trace, files: &[String]) -> Vec<Finding> {
    let reader = Reader { trace, files };
    let mut found = Vec::new();
    for find in finders {
        found.append(&mut find(&reader));
    }
    found
}
