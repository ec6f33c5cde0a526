//! Asking the shared objects in a rehearsal: who waits, who is rung, who looks again.

use super::actor::{AfterSpending, Doing, Waiting};
use super::guest::Floor;
use super::turn::is_never_refused;
use super::worker::Worker;
use crate::objects::{Answer, Ask, Attempt, Ring};
use crate::plan::{ProgramId, SharedId};
use interleave_kernel::{OnWake, Op, QueueId};
use interleave_trace::{State, ThreadId};
use std::collections::VecDeque;

impl Floor<'_> {
    /// `program`, whose turn it is on `worker`, asks.
    pub(super) fn attempt(&mut self, worker: ThreadId, program: ProgramId, ask: Ask, at_ns: u64) {
        let shared = ask.shared();
        match self.objects.attempt(ask) {
            Attempt::Done(answer, ring) => {
                let is_never_refused = is_never_refused(ask);
                self.ring(worker, shared, ring, at_ns, is_never_refused);
                self.actors[program.index()].doing = self.arrived(answer, shared);
                if self.terms.way.by_messages() && !is_never_refused {
                    let back = self.away(program, at_ns, self.profile.message_ns / 2, None);
                    self.workers[worker.index()].ops.push_back(back);
                }
            }
            Attempt::Wait(ask, ring) => {
                self.ring(worker, shared, ring, at_ns, false);
                self.wait(program, ask);
                self.workers[worker.index()].current = None;
            }
        }
    }

    fn wait(&mut self, program: ProgramId, ask: Ask) {
        let shared = ask.shared();
        self.waiters[shared.index()].push_back(program);
        let actor = &mut self.actors[program.index()];
        actor.doing = Doing::Attempting(ask);
        actor.wait = Some(Waiting {
            state: Some(State::Blocked),
            shared: shared.0,
            over_ns: None,
        });
    }

    /// What follows the answer: what came by copy is copied again.
    fn arrived(&self, answer: Answer, shared: SharedId) -> Doing {
        let bytes = match answer {
            Answer::Item(item) => self.plan.items[item.index()].bytes,
            _ => 0,
        };
        match self.clone_ns(bytes) {
            0 => Doing::Answered(answer),
            ns => Doing::Spending {
                ns,
                shared: shared.0,
                then: AfterSpending::Answer(answer),
            },
        }
    }

    /// Rings those who wait for `shared`, from `worker`. Where nobody waited for an answer the question
    /// `is_on_its_way` still.
    fn ring(
        &mut self,
        worker: ThreadId,
        shared: SharedId,
        ring: Ring,
        at_ns: u64,
        is_on_its_way: bool,
    ) {
        let mut rings = VecDeque::from([ring]);
        while let Some(ring) = rings.pop_front() {
            let waiting = self.waiters[shared.index()].len();
            let rung = match ring {
                Ring::None => 0,
                Ring::One => waiting.min(1),
                Ring::All => waiting,
            };
            for _ in 0..rung {
                let Some(program) = self.waiters[shared.index()].pop_front() else {
                    break;
                };
                // Who keeps the objects looks for those who wait, and only then sends word.
                if self.terms.way.by_messages()
                    && let Doing::Attempting(ask) = self.actors[program.index()].doing
                {
                    match self.objects.attempt(ask) {
                        Attempt::Done(answer, ring) => {
                            let delay_ns = self.profile.message_ns / 2;
                            let delayed = is_on_its_way.then_some((delay_ns, shared.0));
                            self.actors[program.index()].delayed = delayed;
                            self.actors[program.index()].doing = self.arrived(answer, shared);
                            rings.push_back(ring);
                        }
                        Attempt::Wait(ask, ring) => {
                            self.wait(program, ask);
                            rings.push_back(ring);
                            continue;
                        }
                    }
                }
                let Some(host) = self.worker_of(program) else {
                    continue;
                };
                if self.workers[host.index()].hosts
                    && let Some(wait) = &mut self.actors[program.index()].wait
                {
                    wait.over_ns = Some(at_ns);
                }
                self.make_ready(worker, host, program);
            }
        }
    }

    /// `program` can go on on `host`, because of `worker`.
    pub(super) fn make_ready(&mut self, worker: ThreadId, host: ThreadId, program: ProgramId) {
        self.workers[host.index()].ready.push_back(program);
        if host != worker {
            let queue = Worker::queue(host);
            let wake = Op::Wake { queue, count: 1 };
            self.workers[worker.index()].ops.push_back(wake);
        }
    }

    /// A wake of `queue` is issued.
    pub(super) fn note_wake(&mut self, queue: QueueId) {
        let woken = (0..self.workers.len() as u32).map(ThreadId);
        let woken = woken.filter(|&worker| Worker::queue(worker) == queue);
        for worker in woken {
            self.workers[worker.index()].wakes += 1;
        }
    }

    /// `worker`, asleep, was woken at `now_ns`: is there something for it to do?
    pub(super) fn look_again(&mut self, worker: ThreadId, now_ns: u64) -> OnWake {
        let state = &self.workers[worker.index()];
        let Some(&program) = state.ready.front() else {
            return OnWake::ParkAgain;
        };
        if state.hosts {
            return OnWake::Ready;
        }
        let by_messages = self.terms.way.by_messages();
        if let Doing::Attempting(ask) = self.actors[program.index()].doing
            && !by_messages
        {
            let shared = ask.shared();
            match self.objects.attempt(ask) {
                Attempt::Done(answer, ring) => {
                    let late_ns = self.wake_beyond_ns();
                    let doing = self.arrived(answer, shared);
                    self.actors[program.index()].doing = match (late_ns, doing) {
                        (0, doing) => doing,
                        (ns, _) => Doing::Spending {
                            ns,
                            shared: shared.0,
                            then: AfterSpending::Answer(answer),
                        },
                    };
                    self.ring(worker, shared, ring, now_ns, false);
                }
                Attempt::Wait(ask, ring) => {
                    self.workers[worker.index()].ready.pop_front();
                    self.ring(worker, shared, ring, now_ns, false);
                    self.wait(program, ask);
                    return OnWake::ParkAgain;
                }
            }
        }
        if let Some(wait) = &mut self.actors[program.index()].wait {
            wait.over_ns = Some(now_ns);
        }
        OnWake::Ready
    }

    /// What waking for an object takes beyond the kernel's latency.
    fn wake_beyond_ns(&self) -> u64 {
        let usual_ns = super::wake_latency_ns(&self.terms, self.profile);
        self.profile.wake_ns.saturating_sub(usual_ns)
    }
}
