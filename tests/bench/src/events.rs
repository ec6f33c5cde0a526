//! Two models of discrete events, run by the kernel as it runs Python: cores, GIL and trace
//! included. A figure is events (a timeout that fires, a counter that is given) a second of real
//! time, the best of three runs.

use interleave_kernel::{
    Config, FirstCome, Guest, Kernel, OnWake, Op, QueueId, Ran, Reply, Stop, WaitsFor,
};
use interleave_trace::{Outcome, Place, Recorder, State, ThreadId};
use std::collections::VecDeque;
use std::time::Instant;

/// `processes` processes wait `each` times for a time of their own.
pub fn timeouts(processes: u32, each: u32) -> f64 {
    best_of_three(processes, each, false)
}

/// `processes` customers come `each` times to one counter, are served in turn, and go away for a
/// while.
pub fn counter(processes: u32, each: u32) -> f64 {
    best_of_three(processes, each, true)
}

fn best_of_three(processes: u32, each: u32, has_counter: bool) -> f64 {
    (0..3)
        .map(|_| {
            let guest = Crowd::new(processes, each, has_counter);
            let config = Config {
                max_threads: processes + 2,
                max_virtual_ns: u64::MAX / 4,
                max_events: u64::MAX,
                ..Config::default()
            };
            let mut kernel = Kernel::new(config, guest, FirstCome, "main");
            let start = Instant::now();
            let outcome = kernel.advance(u64::MAX);
            let seconds = start.elapsed().as_secs_f64();
            assert!(
                matches!(outcome, Some(Outcome::Finished { .. })),
                "the model ended with {outcome:?}"
            );
            f64::from(processes) * f64::from(each) / seconds
        })
        .fold(0.0, f64::max)
}

/// Far below any wait: a step's cost must not decide the order.
const STEP_NS: u64 = 10;
const SERVICE_NS: u64 = 1_000_000;
const QUEUE: QueueId = QueueId(0);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Spawn,
    Come,
    /// Woken, or the counter was free: be served.
    Serve,
    Leave,
    Away,
    End,
}

#[derive(Clone, Debug)]
struct Walker {
    next: Next,
    left: u32,
}

#[derive(Clone, Debug)]
struct Crowd {
    processes: u32,
    each: u32,
    has_counter: bool,
    walkers: Vec<Walker>,
    spawned: u32,
    /// Who stands at the counter, and behind.
    served: Option<ThreadId>,
    behind: VecDeque<ThreadId>,
    wakes: u64,
    steps: u64,
}

impl Crowd {
    fn new(processes: u32, each: u32, has_counter: bool) -> Crowd {
        Crowd {
            processes,
            each,
            has_counter,
            walkers: vec![Walker {
                next: Next::Spawn,
                left: 0,
            }],
            spawned: 0,
            served: None,
            behind: VecDeque::new(),
            wakes: 0,
            steps: 0,
        }
    }

    fn away_ns(thread: ThreadId, left: u32) -> u64 {
        // Different for everyone, the same in every run.
        1_000_000 + (u64::from(thread.0) * 7_919 + u64::from(left) * 104_729) % 1_000_003
    }

    fn act(&mut self, thread: ThreadId) -> Stop {
        let left = self.walkers[thread.index()].left;
        let (stop, next) = match self.walkers[thread.index()].next {
            Next::Spawn if self.spawned < self.processes => {
                self.spawned += 1;
                let name = String::new();
                let daemon = false;
                (Stop::Op(Op::Spawn { name, daemon }), Next::Spawn)
            }
            Next::Spawn | Next::End => (Stop::Exit, Next::End),
            Next::Come if left == 0 => (Stop::Exit, Next::End),
            Next::Come if !self.has_counter => {
                self.walkers[thread.index()].left -= 1;
                (sleep(Crowd::away_ns(thread, left)), Next::Come)
            }
            Next::Come if self.served.is_none() => {
                self.served = Some(thread);
                (sleep(SERVICE_NS), Next::Leave)
            }
            Next::Come => {
                self.behind.push_back(thread);
                let park = Op::Park {
                    queue: QUEUE,
                    deadline_ns: None,
                    generation: self.wakes,
                    object: None,
                    holder: self.served,
                };
                (Stop::Op(park), Next::Serve)
            }
            Next::Serve => (sleep(SERVICE_NS), Next::Leave),
            Next::Leave => {
                self.walkers[thread.index()].left -= 1;
                self.served = self.behind.pop_front();
                if self.served.is_some() {
                    self.wakes += 1;
                    let wake = Op::Wake {
                        queue: QUEUE,
                        count: 1,
                    };
                    (Stop::Op(wake), Next::Away)
                } else {
                    (sleep(Crowd::away_ns(thread, left)), Next::Come)
                }
            }
            Next::Away => (sleep(Crowd::away_ns(thread, left)), Next::Come),
        };
        self.walkers[thread.index()].next = next;
        stop
    }
}

fn sleep(ns: u64) -> Stop {
    Stop::Op(Op::Sleep {
        ns,
        state: State::Sleeping,
    })
}

impl Guest for Crowd {
    fn run(&mut self, thread: ThreadId, _: u64, _: u64, _: &mut Recorder) -> Ran {
        while self.walkers.len() <= thread.index() {
            self.walkers.push(Walker {
                next: Next::Come,
                left: self.each,
            });
        }
        self.steps += 1;
        Ran {
            used_ns: STEP_NS,
            stop: self.act(thread),
        }
    }

    fn reply(&mut self, _: ThreadId, _: Reply) {}

    fn on_wake(&mut self, _: ThreadId, _: u64) -> OnWake {
        OnWake::Ready
    }

    fn waits_for(&mut self, _: ThreadId) -> WaitsFor {
        WaitsFor::default()
    }

    fn place(&self, _: ThreadId) -> Place {
        Place::new(0, 1)
    }

    fn steps(&self) -> u64 {
        self.steps
    }
}
