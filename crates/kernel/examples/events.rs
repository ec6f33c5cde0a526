//! How fast the kernel is: N threads that each wait for 100 timeouts, the model that other
//! discrete-event kernels are measured with. Prints the number of timeouts and the seconds of
//! real time that they took, the finished trace included. Not part of the engine, so it may read a clock.
//!
//! Arguments: how many threads (1,000 by default), then `gil` for a machine with a GIL.
#![allow(clippy::disallowed_methods, missing_docs)]

use interleave_kernel::{Config, FirstCome, Guest, Kernel, OnWake, Op, Ran, Reply, Stop, WaitsFor};
use interleave_trace::{Outcome, Place, Recorder, State, ThreadId};
use std::time::Instant;

const TIMEOUTS: u32 = 100;

/// Thread 0 starts the others; each then sleeps a hundred times, by its own rhythm.
#[derive(Clone)]
struct Sleepers {
    to_start: u32,
    slept: Vec<u32>,
}

impl Guest for Sleepers {
    fn run(&mut self, thread: ThreadId, _: u64, _: u64, _: &mut Recorder) -> Ran {
        let slept = &mut self.slept[thread.index()];
        let stop = if thread == ThreadId(0) && self.to_start > 0 {
            self.to_start -= 1;
            Stop::Op(Op::Spawn {
                name: String::new(),
                daemon: false,
            })
        } else if *slept < TIMEOUTS {
            *slept += 1;
            let ns = 1_000_000 + u64::from(thread.0 * 7_919 + *slept * 104_729) % 1_000_003;
            Stop::Op(Op::Sleep {
                ns,
                state: State::Sleeping,
            })
        } else {
            Stop::Exit
        };
        Ran { used_ns: 50, stop }
    }

    fn reply(&mut self, _: ThreadId, reply: Reply) {
        if let Reply::Thread(_) = reply {
            self.slept.push(0);
        }
    }

    fn on_wake(&mut self, _: ThreadId, _: u64) -> OnWake {
        OnWake::Ready
    }

    fn waits_for(&mut self, _: ThreadId) -> WaitsFor {
        WaitsFor::default()
    }

    fn place(&self, _: ThreadId) -> Place {
        Place::NONE
    }

    fn steps(&self) -> u64 {
        0
    }
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let threads = arguments
        .next()
        .map_or(1_000, |text| text.parse().expect("a number of threads"));
    let gil = arguments.next().is_some_and(|word| word == "gil");
    let config = Config {
        gil,
        max_events: u64::MAX,
        max_threads: u32::MAX,
        ..Config::default()
    };
    let guest = Sleepers {
        to_start: threads - 1,
        slept: vec![0],
    };
    let mut kernel = Kernel::new(config, guest, FirstCome, "MainThread");
    let start = Instant::now();
    let outcome = kernel.advance(u64::MAX);
    assert_eq!(outcome, Some(Outcome::Finished { exit_code: 0 }));
    let (trace, guest) = kernel.finish(false);
    let seconds = start.elapsed().as_secs_f64();
    assert!(trace.end_ns > 0);
    let timeouts: u64 = guest.slept.iter().map(|&slept| u64::from(slept)).sum();
    println!("{timeouts} {seconds:.6}");
}
