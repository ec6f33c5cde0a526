//! Virtual time and who runs: processes and their threads, cores, the GIL protocol, park and wake.
//!
//! A [`Guest`] owns what running means; the kernel owns when it happens. Every choice goes
//! through a [`Chooser`]; everything that happens goes to the trace.
//!
//! Invariant: knows no primitive by name, reads no clock; same inputs, same trace, byte for byte.

mod chooser;
mod config;
mod cores;
mod gil;
mod guest;
mod machine;
mod op;
mod parking;
mod perform;
mod process;
mod stuck;
mod thread;
mod timers;

pub use chooser::{Chooser, FirstCome, Replay, Seeded};
pub use config::{Config, Costs};
pub use guest::{Guest, OnWake, Ran, Stop, WaitsFor};
pub use machine::Kernel;
pub use op::{MAIN_PROCESS, Op, QueueId, Reply};
