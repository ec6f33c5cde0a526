//! What a browser on this machine was measured to do: the costs that a prediction of a real run
//! needs. Owns the type and its bounds; how it is measured is the calibration's.

use crate::calibrate::Notice;
use serde::{Deserialize, Serialize};

/// A measured machine: "this browser". All times in ns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Rounds of the computation that take a nanosecond on an idle core.
    pub rounds_per_ns: f64,
    /// How many cores' worth of work the browser gets at once (1.0 to `hardware_concurrency`).
    pub cores: f64,
    /// What the browser says its number of cores is.
    pub hardware_concurrency: u32,
    /// From the start of a program on a waiting worker to its first step, in the mean without the slowest tenth.
    pub thread_start_ns: u64,
    /// From the request for one new worker to its first step.
    pub process_start_ns: u64,
    /// What each further worker that is started at the same time adds.
    pub process_start_each_ns: u64,
    /// How much of what a worker adds those take longer that were asked for before it: 0.0 where they start one after
    /// the other, 1.0 where they share the machine and are ready together.
    pub process_start_shared: f64,
    /// How much later than asked a blocking sleep ends, in the median.
    pub sleep_late_ns: u64,
    /// How much later than asked an event loop's timer fires, in the median.
    pub timer_late_ns: u64,
    /// From a ring to the first step of the worker that slept: where workers share memory, what makes the rehearsal of a
    /// chain of wakes as long as the chain took.
    pub wake_ns: u64,
    /// What one question to a shared object costs that need not wait.
    pub ask_ns: u64,
    /// One message from a worker to another one through the page's conductor.
    pub message_ns: u64,
    /// Copying a KB by structured clone, one way.
    pub clone_ns_per_kb: u64,
    /// The GIL from one waiting worker to another.
    pub gil_handoff_ns: u64,
    /// How much the samples of the computation differ: the middle half over the median (0.02 is
    /// quiet).
    pub spread: f64,
    /// Whether the page is cross-origin isolated: workers can share memory.
    pub isolated: bool,
    /// What is to be known before these figures are trusted.
    pub notices: Vec<Notice>,
}

impl Profile {
    /// A machine of so many cores on which nothing but the work itself takes time.
    pub fn ideal(cores: u32) -> Profile {
        Profile {
            rounds_per_ns: 1.0,
            cores: f64::from(cores.max(1)),
            hardware_concurrency: cores.max(1),
            thread_start_ns: 0,
            process_start_ns: 0,
            process_start_each_ns: 0,
            process_start_shared: 0.0,
            sleep_late_ns: 0,
            timer_late_ns: 0,
            wake_ns: 0,
            ask_ns: 0,
            message_ns: 0,
            clone_ns_per_kb: 0,
            gil_handoff_ns: 0,
            spread: 0.0,
            isolated: true,
            notices: Vec::new(),
        }
    }
}
