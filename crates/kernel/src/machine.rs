//! The machine: one loop that always takes what comes first in virtual time, a timer or the
//! running thread whose clock is furthest behind.
//!
//! A running thread is handed as much time as there is until the next thing that could matter to
//! it, runs at once, and what it stopped for is acted upon when everything earlier has happened.
//! So cost follows events, not instructions, and time never goes back.

use crate::cores::Cores;
use crate::parking::Queue;
use crate::process::Process;
use crate::thread::{Pending, Phase, Thread};
use crate::timers::Timers;
use crate::{Chooser, Config, Guest, MAIN_PROCESS, Reply, Stop};
use interleave_trace::{
    Lane, LaneKind, Limit, Outcome, ProcessId, Recorder, State, ThreadId, Trace,
};

/// A guest's cheapest step, in virtual ns: how an allowance in steps becomes one in time. It only
/// decides how often [`Kernel::advance`] looks up, never what happens.
const CHEAPEST_STEP_NS: u64 = 1;

/// Two marks of a lane are at least this far apart, in virtual ns.
const MARK_RESOLUTION_NS: u64 = 10_000;

/// A machine that runs a guest over virtual time. Its clone is a checkpoint.
#[derive(Clone, Debug)]
pub struct Kernel<G: Guest, C: Chooser> {
    pub(crate) config: Config,
    pub(crate) guest: G,
    pub(crate) chooser: C,
    pub(crate) recorder: Recorder,
    pub(crate) threads: Vec<Thread>,
    pub(crate) processes: Vec<Process>,
    pub(crate) cores: Cores,
    pub(crate) timers: Timers,
    /// Queues that the processes share.
    pub(crate) shared_queues: Vec<Queue>,
    pub(crate) now_ns: u64,
    pub(crate) cpu_ns: u64,
    outcome: Option<Outcome>,
}

impl<G: Guest, C: Chooser> Kernel<G, C> {
    /// A machine at time 0 whose thread 0, the main thread of [`MAIN_PROCESS`], is about to run.
    /// With a GIL the first lane is the GIL's; without one the first lanes are the cores'.
    pub fn new(config: Config, guest: G, chooser: C, main_name: &str) -> Kernel<G, C> {
        let mut config = config;
        config.cores = config.cores.max(1);
        let mut recorder = Recorder::new(MARK_RESOLUTION_NS);
        recorder.add_process(interleave_trace::Process {
            name: "MainProcess".to_owned(),
            parent: None,
            start_ns: 0,
            end_ns: None,
        });
        let process = Process::new(MAIN_PROCESS, config.gil, 0, &mut recorder);
        let cores = Cores::new(config.cores, !config.gil, &mut recorder);
        let mut kernel = Kernel {
            config,
            guest,
            chooser,
            recorder,
            threads: Vec::new(),
            processes: vec![process],
            cores,
            timers: Timers::default(),
            shared_queues: Vec::new(),
            now_ns: 0,
            cpu_ns: 0,
            outcome: None,
        };
        let main = kernel.add_thread(MAIN_PROCESS, main_name, None, false);
        kernel.make_ready(main);
        kernel
    }

    /// Runs on until the guest has taken about `max_guest_steps` more steps or the run is over.
    /// `None`: it is not over yet. How a run is cut into calls doesn't change it.
    pub fn advance(&mut self, max_guest_steps: u64) -> Option<Outcome> {
        let until_steps = self.guest.steps().saturating_add(max_guest_steps.max(1));
        while self.outcome.is_none() {
            self.outcome = self.next_event(until_steps);
            if self.guest.steps() >= until_steps {
                break;
            }
        }
        self.outcome.clone()
    }

    /// Virtual time so far, in ns.
    pub fn now_ns(&self) -> u64 {
        self.now_ns
    }

    /// The guest.
    pub fn guest(&self) -> &G {
        &self.guest
    }

    /// The guest, to be changed only in ways that follow from the scenario.
    pub fn guest_mut(&mut self) -> &mut G {
        &mut self.guest
    }

    /// What has been recorded so far.
    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    /// Closes the trace. A run that is not over, or was `stopped` before it was, ends here with
    /// [`Outcome::Stopped`].
    pub fn finish(self, stopped: bool) -> (Trace, G) {
        debug_assert!(
            stopped || self.outcome.is_some(),
            "only a stopped run ends before it is over"
        );
        let cpu_ns = self.cpu_ns - self.cores.beyond_ns(self.now_ns);
        let outcome = self.outcome.unwrap_or(Outcome::Stopped);
        let steps = self.guest.steps();
        (
            self.recorder.finish(outcome, self.now_ns, cpu_ns, steps),
            self.guest,
        )
    }

    /// Adds a thread and its lane; it does not run yet.
    pub(crate) fn add_thread(
        &mut self,
        process: ProcessId,
        name: &str,
        parent: Option<ThreadId>,
        daemon: bool,
    ) -> ThreadId {
        let thread = ThreadId(self.threads.len() as u32);
        let lane = self.recorder.add_lane(Lane {
            kind: LaneKind::Thread(thread),
            process,
            name: name.to_owned(),
            parent,
            daemon,
            start_ns: self.now_ns,
            end_ns: None,
        });
        self.threads.push(Thread::new(process, lane));
        self.thread_added(process);
        thread
    }

    /// Charges CPU time that `thread`, on a core, uses from now on, and notes what follows it.
    pub(crate) fn occupy(&mut self, thread: ThreadId, used_ns: u64, then: Pending) {
        self.cpu_ns = self.cpu_ns.saturating_add(used_ns);
        let clock_ns = self.now_ns.saturating_add(used_ns);
        self.cores.occupy(thread, clock_ns, then);
    }

    /// Lets the next thing happen. At equal times timers come before threads, so that a thread
    /// sees who has woken up.
    fn next_event(&mut self, until_steps: u64) -> Option<Outcome> {
        let timer_ns = self.timers.next_ns();
        let running = self.cores.earliest();
        let clock_ns = running.map(|(index, _)| self.cores.running[index].clock_ns);
        let timer_first = match (timer_ns, clock_ns) {
            (None, None) => return Some(self.stuck()),
            (Some(timer_ns), Some(clock_ns)) => timer_ns <= clock_ns,
            (timer_ns, None) => timer_ns.is_some(),
            (None, Some(_)) => false,
        };
        let at_ns = if timer_first { timer_ns } else { clock_ns }.unwrap_or(self.now_ns);
        let max_ns = self.config.max_virtual_ns;
        if at_ns > max_ns || (at_ns == max_ns && !timer_first) {
            self.now_ns = max_ns;
            return Some(Outcome::Budget {
                limit: Limit::VirtualNs,
                value: max_ns,
            });
        }
        debug_assert!(at_ns >= self.now_ns, "time never goes back");
        self.now_ns = at_ns;
        let outcome = match running {
            Some((index, others_ns)) if !timer_first => {
                let on = &mut self.cores.running[index];
                let thread = on.thread;
                match on.pending.take() {
                    Some(pending) => self.reach(thread, pending),
                    None => {
                        self.run(thread, others_ns, until_steps);
                        None
                    }
                }
            }
            _ => {
                let due = self.timers.pop();
                due.and_then(|thread| self.fire(thread))
            }
        };
        if outcome.is_none() && self.recorder.rows() >= self.config.max_events {
            let value = self.config.max_events;
            return Some(Outcome::Budget {
                limit: Limit::Events,
                value,
            });
        }
        outcome
    }

    /// Runs `thread` up to the next thing that could matter to it; `others_ns` is the smallest
    /// clock of the other running threads.
    fn run(&mut self, thread: ThreadId, others_ns: u64, until_steps: u64) {
        let mut horizon_ns = self.config.max_virtual_ns.min(others_ns);
        horizon_ns = horizon_ns.min(self.timers.next_ns().unwrap_or(u64::MAX));
        horizon_ns = horizon_ns.min(self.gil_request_ns(thread));
        if self.cores.wanted() {
            horizon_ns = horizon_ns.min(self.core_slice_end_ns(thread));
        }
        let steps_left = until_steps.saturating_sub(self.guest.steps());
        let allowance_ns = steps_left.saturating_mul(CHEAPEST_STEP_NS).max(1);
        let budget_ns = horizon_ns.saturating_sub(self.now_ns).min(allowance_ns);
        let ran = self
            .guest
            .run(thread, self.now_ns, budget_ns, &mut self.recorder);
        self.occupy(thread, ran.used_ns, Pending::Stopped(ran.stop));
    }

    /// The clock of `thread` has come: what it did there happens.
    fn reach(&mut self, thread: ThreadId, pending: Pending) -> Option<Outcome> {
        match pending {
            Pending::SyscallOver => {
                self.guest.reply(thread, Reply::Done);
                self.end_syscall(thread);
                None
            }
            Pending::Stopped(Stop::Budget) => {
                if !self.drop_gil_on_request(thread) {
                    self.preempt(thread);
                }
                None
            }
            Pending::Stopped(Stop::Op(op)) => self.perform(thread, op),
            Pending::Stopped(Stop::Exit) => self.end_thread(thread),
            Pending::Stopped(Stop::End(outcome)) => Some(outcome),
            Pending::Stopped(Stop::Limit { limit, value }) => {
                Some(Outcome::Budget { limit, value })
            }
        }
    }

    /// The timer of `thread` fires: its phase says what that means.
    fn fire(&mut self, thread: ThreadId) -> Option<Outcome> {
        match self.threads[thread.index()].phase {
            Phase::Starting | Phase::Signalled => self.make_ready(thread),
            Phase::Sleeping => {
                self.guest.reply(thread, Reply::Done);
                self.make_ready(thread);
            }
            Phase::Parked => self.time_out(thread),
            Phase::Waking => self.wake_up(thread),
            Phase::Dying => return self.died(thread),
            _ => unreachable!("thread {} has no timer in this phase", thread.0),
        }
        None
    }

    fn end_thread(&mut self, thread: ThreadId) -> Option<Outcome> {
        self.threads[thread.index()].phase = Phase::Ended;
        let lane = self.threads[thread.index()].lane;
        self.recorder.close(lane, self.now_ns);
        self.release_gil(thread);
        self.leave_core(thread);
        self.thread_gone(thread)
    }

    /// `thread` leaves GIL and core and is in `state` from now on.
    pub(crate) fn step_aside(&mut self, thread: ThreadId, phase: Phase, state: State) {
        self.threads[thread.index()].phase = phase;
        self.enter_lane(thread, state);
        self.release_gil(thread);
        self.leave_core(thread);
    }
}
