//! What the workers of a rehearsal do when the kernel lets them run: programs in turns, step by
//! step. Must not decide when anything happens.

use super::actor::Actor;
use super::worker::Worker;
use super::{MAX_STEPS, Terms};
use crate::local_memory::LocalMemory;
use crate::objects::Objects;
use crate::plan::{Plan, ProgramId, SharedId};
use crate::profile::Profile;
use crate::protocol::{Measured, NO_SHARED};
use interleave_kernel::{Guest, OnWake, Op, Ran, Reply, Stop, WaitsFor};
use interleave_trace::{Limit, Place, Recorder, State, ThreadId};
use std::collections::VecDeque;

/// All workers of a rehearsal.
#[derive(Clone, Debug)]
pub(super) struct Floor<'p> {
    pub(super) plan: &'p Plan,
    pub(super) terms: Terms,
    pub(super) profile: &'p Profile,
    pub(super) objects: Objects<LocalMemory>,
    pub(super) actors: Vec<Actor>,
    /// By the kernel's thread.
    pub(super) workers: Vec<Worker>,
    /// `waiters[shared]`: who waits for it, in order.
    pub(super) waiters: Vec<VecDeque<ProgramId>>,
    /// When each start of a process that was asked for is over.
    pub(super) starts_over_ns: Vec<u64>,
    steps: u64,
}

pub(super) enum Went {
    On(u64),
    Stop(Stop),
}

impl<'p> Floor<'p> {
    pub(super) fn new(plan: &'p Plan, terms: Terms, profile: &'p Profile) -> Floor<'p> {
        let memory = LocalMemory::new(Objects::<LocalMemory>::words_for(plan));
        let objects = Objects::new(plan, memory, 0);
        objects.reset();
        let programs = 0..plan.programs.len() as u32;
        let mut floor = Floor {
            plan,
            terms,
            profile,
            objects,
            actors: programs.map(ProgramId).map(Actor::new).collect(),
            workers: Vec::new(),
            waiters: vec![VecDeque::new(); plan.shared.len()],
            starts_over_ns: Vec::new(),
            steps: 0,
        };
        // Its worker is there before the run begins.
        floor.actors[0].begin(0, 0);
        floor.add_worker(ProgramId(0), 0);
        floor
    }

    /// The programs that are not over, with what they wait for.
    pub(super) fn unfinished(&self) -> Vec<(ProgramId, Option<SharedId>)> {
        let left = self.actors.iter().filter(|actor| actor.ended_ns.is_none());
        left.map(|actor| {
            let shared = actor.wait.map(|wait| wait.shared);
            let shared = shared.filter(|&shared| shared != NO_SHARED);
            (actor.performer.program(), shared.map(SharedId))
        })
        .collect()
    }

    /// The run, told as a real one is.
    pub(super) fn into_run(self) -> Measured {
        let ns = |at: Option<u64>| at.unwrap_or(u64::MAX);
        let began_ns = self.actors.iter().map(|actor| ns(actor.began_ns)).collect();
        let ended_ns: Vec<u64> = self.actors.iter().map(|actor| ns(actor.ended_ns)).collect();
        let mut run = Measured {
            began_ns,
            makespan_ns: self
                .actors
                .iter()
                .filter_map(|actor| actor.ended_ns)
                .max()
                .unwrap_or(0),
            ended_ns,
            ..Measured::default()
        };
        for mut actor in self.actors {
            if actor.ended_ns.is_none() {
                actor.wait_in_vain(run.makespan_ns);
            }
            run.stretches.extend(actor.stretches);
            run.done.extend(actor.done);
        }
        run.steps = run.done.len() as u64;
        run
    }

    fn add_worker(&mut self, root: ProgramId, start_up_ns: u64) {
        let all = (0..self.plan.programs.len() as u32).map(ProgramId);
        let own = all.filter(|&program| self.terms.way.worker_of(self.plan, program) == root);
        let programs = own.count() as u32;
        let mut worker = Worker::new(root, programs, start_up_ns);
        // Who was asked to start before there was a worker to start on.
        let early = self.actors.iter().filter(|actor| {
            let program = actor.performer.program();
            program != root
                && actor.began_ns.is_some()
                && self.terms.way.worker_of(self.plan, program) == root
        });
        worker
            .ready
            .extend(early.map(|actor| actor.performer.program()));
        self.workers.push(worker);
    }

    /// The worker that `program` runs on, if it has been started.
    pub(super) fn worker_of(&self, program: ProgramId) -> Option<ThreadId> {
        let root = self.terms.way.worker_of(self.plan, program);
        let index = self.workers.iter().position(|worker| worker.root == root);
        index.map(|index| ThreadId(index as u32))
    }

    /// Whether all programs take turns on one worker.
    pub(super) fn is_alone(&self) -> bool {
        let own = self.workers.first().map(|worker| worker.programs);
        own == Some(self.plan.programs.len() as u32)
    }

    pub(super) fn clone_ns(&self, bytes: u32) -> u64 {
        match self.terms.way.copies(self.plan) {
            true => u64::from(bytes) * self.profile.clone_ns_per_kb / 1024,
            false => 0,
        }
    }

    /// `program` goes on at `at_ns`.
    fn resume(&mut self, worker: ThreadId, program: ProgramId, at_ns: u64) {
        let has_gil = self.terms.way.has_gil(self.terms.has_gil);
        let queued = match has_gil && !self.workers[worker.index()].hosts {
            true => State::WaitingGil,
            false => State::WaitingCore,
        };
        self.actors[program.index()].resume(at_ns, queued);
    }

    fn take_turn(&mut self, worker: ThreadId, at_ns: u64) -> Option<ProgramId> {
        let state = &mut self.workers[worker.index()];
        state.fire(at_ns);
        state.current = state.ready.pop_front();
        let program = state.current?;
        self.resume(worker, program, at_ns);
        Some(program)
    }

    /// Nobody on `worker` can go on.
    fn idle(&self, worker: ThreadId) -> Stop {
        let state = &self.workers[worker.index()];
        if state.unfinished == 0 {
            return Stop::Exit;
        }
        Stop::Op(Op::Park {
            queue: Worker::queue(worker),
            deadline_ns: state.timers.first().map(|&(due_ns, ..)| due_ns),
            generation: state.wakes,
            object: None,
            holder: None,
        })
    }
}

impl Guest for Floor<'_> {
    fn run(&mut self, thread: ThreadId, now_ns: u64, budget_ns: u64, _: &mut Recorder) -> Ran {
        let state = &mut self.workers[thread.index()];
        let start_up_ns = std::mem::take(&mut state.start_up_ns);
        if start_up_ns > 0 {
            let (ns, state) = (start_up_ns, State::Sleeping);
            let stop = Stop::Op(Op::Sleep { ns, state });
            return Ran { used_ns: 0, stop };
        }
        if let Some(program) = state.current {
            self.resume(thread, program, now_ns);
        }
        let mut used_ns = 0;
        let stop = loop {
            let at_ns = now_ns + used_ns;
            if let Some(op) = self.workers[thread.index()].ops.pop_front() {
                if let Op::Wake { queue, .. } = op {
                    self.note_wake(queue);
                }
                break Stop::Op(op);
            }
            if used_ns > 0 && used_ns >= budget_ns {
                break Stop::Budget;
            }
            let current = self.workers[thread.index()].current;
            let Some(program) = current.or_else(|| self.take_turn(thread, at_ns)) else {
                break self.idle(thread);
            };
            self.steps += 1;
            if self.steps > MAX_STEPS {
                let (limit, value) = (Limit::Steps, MAX_STEPS);
                break Stop::Limit { limit, value };
            }
            match self.go_on(thread, program, at_ns, budget_ns.saturating_sub(used_ns)) {
                Went::On(ns) => used_ns += ns,
                Went::Stop(stop) => break stop,
            }
        };
        Ran { used_ns, stop }
    }

    fn reply(&mut self, thread: ThreadId, reply: Reply) {
        if let Reply::Thread(_) | Reply::Process { .. } = reply
            && let Some((child, start_up_ns)) = self.workers[thread.index()].starting.pop_front()
        {
            self.add_worker(child, start_up_ns);
        }
    }

    fn on_wake(&mut self, thread: ThreadId, now_ns: u64) -> OnWake {
        self.look_again(thread, now_ns)
    }

    fn waits_for(&mut self, _thread: ThreadId) -> WaitsFor {
        WaitsFor::default()
    }

    fn place(&self, thread: ThreadId) -> Place {
        let current = self.workers[thread.index()].current;
        current.map_or(Place::NONE, |program| {
            self.actors[program.index()].performer.place()
        })
    }

    fn steps(&self) -> u64 {
        self.steps
    }
}
