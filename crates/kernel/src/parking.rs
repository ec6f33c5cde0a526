//! Queues of parked threads: park, wake, deadlines.
//!
//! No wake-up is lost by construction: a thread that parks says how many wakes of the queue it
//! knows of, and does not wait if there have been more. [`Reply::Woken`] only ever follows a
//! [`Guest::on_wake`] that said [`OnWake::Ready`].

use crate::chooser::pick;
use crate::thread::{Phase, Wait};
use crate::{Chooser, Guest, Kernel, OnWake, QueueId, Reply};
use interleave_trace::{ChoiceKind, ObjectId, State, ThreadId, Wake};
use std::collections::VecDeque;

/// A queue of parked threads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Queue {
    parked: VecDeque<ThreadId>,
    /// How many wakes it has seen, whether or not somebody waited.
    wakes: u64,
}

impl Queue {
    /// The same queue with nobody in it.
    pub(crate) fn deserted(&self) -> Queue {
        Queue {
            parked: VecDeque::new(),
            wakes: self.wakes,
        }
    }
}

/// How long it takes a woken thread to look, after it has looked in vain so often. No two wake-ups of a real machine take
/// the same time: who takes a lock in a loop would else be in step with a waiter that always finds it taken.
fn latency_ns(usual_ns: u64, in_vain: u32) -> u64 {
    // Multiples of the golden ratio fall everywhere, and never twice on the same place.
    const GOLDEN: u32 = 0x9e37_79b9;
    let part = u64::from(in_vain.wrapping_mul(GOLDEN));
    usual_ns.saturating_add(((usual_ns / 2) * part) >> 32)
}

impl<G: Guest, C: Chooser> Kernel<G, C> {
    /// `thread`, which runs, waits in `queue`.
    pub(crate) fn park(
        &mut self,
        thread: ThreadId,
        queue: QueueId,
        deadline_ns: Option<u64>,
        generation: u64,
        object: Option<ObjectId>,
        holder: Option<ThreadId>,
    ) {
        let missed = self.queue_of(thread, queue).wakes > generation;
        if missed && self.guest.on_wake(thread, self.now_ns) == OnWake::Ready {
            self.guest.reply(thread, Reply::Woken);
            return;
        }
        let since_ns = self.now_ns;
        self.threads[thread.index()].wait = Wait {
            queue,
            deadline_ns,
            since_ns,
            in_vain: 0,
        };
        let lane = self.threads[thread.index()].lane;
        let place = self.guest.place(thread);
        self.recorder
            .enter(lane, since_ns, State::Blocked, place, object, holder);
        self.release_gil(thread);
        self.leave_core(thread);
        self.join_queue(thread);
    }

    /// Takes `thread`, parked, out of its queue.
    pub(crate) fn desert_queue(&mut self, thread: ThreadId) {
        let queue = self.threads[thread.index()].wait.queue;
        let parked = &mut self.queue_of(thread, queue).parked;
        if let Some(index) = parked.iter().position(|&other| other == thread) {
            parked.remove(index);
        }
    }

    /// Puts `thread` at the end of its queue, with its deadline.
    fn join_queue(&mut self, thread: ThreadId) {
        let Wait {
            queue, deadline_ns, ..
        } = self.threads[thread.index()].wait;
        self.threads[thread.index()].phase = Phase::Parked;
        self.queue_of(thread, queue).parked.push_back(thread);
        if let Some(deadline_ns) = deadline_ns {
            let late_ns = deadline_ns.max(self.threads[thread.index()].wait.since_ns);
            let late_ns = late_ns.saturating_add(self.config.costs.timer_slack_ns);
            self.timers.set(thread, late_ns.max(self.now_ns));
        }
    }

    /// Wakes up to `count` threads of `queue` for `waker`: how many it were.
    pub(crate) fn wake(&mut self, waker: ThreadId, queue: QueueId, count: u32) -> u32 {
        self.queue_of(waker, queue).wakes += 1;
        let mut woken = 0;
        while woken < count {
            let queues = match queue.is_shared() {
                true => &mut self.shared_queues,
                false => {
                    let process = self.threads[waker.index()].process;
                    &mut self.processes[process.index()].queues
                }
            };
            let parked = &mut queues[queue.index()].parked;
            if parked.is_empty() {
                break;
            }
            let picked = pick(
                &mut self.chooser,
                &mut self.recorder,
                ChoiceKind::Wake,
                parked.make_contiguous(),
            );
            let Some(thread) = parked.remove(picked) else {
                break;
            };
            let in_vain = self.threads[thread.index()].wait.in_vain;
            let latency_ns = latency_ns(self.config.costs.wake_latency_ns, in_vain);
            let ready_ns = self.now_ns.saturating_add(latency_ns);
            self.timers.cancel(thread);
            self.timers.set(thread, ready_ns);
            self.threads[thread.index()].phase = Phase::Waking;
            self.recorder.wake(Wake {
                at_ns: self.now_ns,
                from: waker,
                to: thread,
                ready_ns,
            });
            woken += 1;
        }
        woken
    }

    /// The wake-up latency of `thread` is over: it goes on, or waits on if somebody was faster.
    pub(crate) fn wake_up(&mut self, thread: ThreadId) {
        match self.guest.on_wake(thread, self.now_ns) {
            OnWake::Ready => {
                self.guest.reply(thread, Reply::Woken);
                self.make_ready(thread);
            }
            OnWake::ParkAgain => {
                self.threads[thread.index()].wait.in_vain += 1;
                self.join_queue(thread);
            }
        }
    }

    /// `thread` goes on if it sleeps or waits.
    pub(crate) fn interrupt(&mut self, thread: ThreadId) {
        let left_ns = match self.threads[thread.index()].phase {
            Phase::Sleeping => {
                let due_ns = self.timers.due_ns(thread).unwrap_or(self.now_ns);
                let late_ns = self.config.costs.timer_slack_ns;
                due_ns.saturating_sub(self.now_ns).saturating_sub(late_ns)
            }
            Phase::Parked => {
                self.desert_queue(thread);
                0
            }
            _ => return,
        };
        self.timers.cancel(thread);
        self.guest.reply(thread, Reply::Interrupted { left_ns });
        self.make_ready(thread);
    }

    /// The deadline of `thread`, parked, has passed.
    pub(crate) fn time_out(&mut self, thread: ThreadId) {
        self.desert_queue(thread);
        self.guest.reply(thread, Reply::TimedOut);
        self.make_ready(thread);
    }
}
