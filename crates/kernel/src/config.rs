//! The machine that the kernel simulates, and what things cost on it.

/// Scheduling costs, in virtual ns. Data, never numbers in code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// From the wake of a parked thread until it can run.
    /// Source: semantics, "Contended hand-off": `Lock` 8–18 µs.
    pub wake_latency_ns: u64,
    /// How late a timer fires. Source: costs.tsv, `time.sleep(10ms) lateness`, minimum 106 µs.
    pub timer_slack_ns: u64,
    /// From the start of a thread until it can run. Source: costs.tsv,
    /// `Thread create+start+join`.
    pub thread_start_ns: u64,
    /// From the start of a process until its main thread can run; what the start costs whoever
    /// starts it, and what the new process does before its first statement, is the guest's CPU
    /// time. Source: costs.tsv, `Process(fork) start+join noop`: the kernel's part of 4 ms.
    pub process_start_ns: u64,
    /// From the signal that ends a process until others can tell: its memory is given back first.
    /// Source: below a millisecond on Linux; not measured on the reference machine.
    pub process_end_ns: u64,
    /// How long a thread keeps a core that others wait for. Source: Linux EEVDF base slice, 3 ms.
    pub core_slice_ns: u64,
}

impl Default for Costs {
    fn default() -> Costs {
        Costs {
            wake_latency_ns: 9_000,
            timer_slack_ns: 106_000,
            thread_start_ns: 30_000,
            process_start_ns: 150_000,
            process_end_ns: 300_000,
            core_slice_ns: 3_000_000,
        }
    }
}

/// The machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// How many cores it has, at least 1.
    pub cores: u32,
    /// Whether each process has a GIL.
    pub gil: bool,
    /// How long a waiter waits for the GIL before it asks for it, in virtual ns
    /// (CPython's `sys.getswitchinterval()`, 5 ms by default).
    pub switch_interval_ns: u64,
    /// What things cost.
    pub costs: Costs,
    /// The most virtual time that a run may take, in ns.
    pub max_virtual_ns: u64,
    /// The most rows that its trace may have.
    pub max_events: u64,
    /// The most threads that it may start.
    pub max_threads: u32,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            cores: 4,
            gil: true,
            switch_interval_ns: 5_000_000,
            costs: Costs::default(),
            max_virtual_ns: 3_600_000_000_000,
            max_events: 4_000_000,
            max_threads: 20_000,
        }
    }
}
