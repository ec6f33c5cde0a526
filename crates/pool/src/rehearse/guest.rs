//! What the workers of a rehearsal do when the kernel lets them run: programs in turns, step by
//! step. Must not decide when anything happens.

use super::actor::{Actor, AfterSpending, Doing, Waiting};
use super::worker::Worker;
use super::{MAX_STEPS, Terms};
use crate::local_memory::LocalMemory;
use crate::objects::{Answer, Ask, Objects};
use crate::perform::Next;
use crate::plan::{Plan, ProgramId, SharedId};
use crate::profile::Profile;
use crate::protocol::{Measured, NO_SHARED};
use interleave_kernel::{Guest, OnWake, Op, Ran, Reply, Stop, WaitsFor};
use interleave_trace::{Limit, Place, Recorder, State, ThreadId};
use std::collections::VecDeque;

/// A computation gives the others their say after so long, in ns: it matters to nobody but the GIL
/// and to how many compute at once.
const PIECE_NS: u64 = 1_000_000;

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
    starts_over_ns: Vec<u64>,
    steps: u64,
}

enum Went {
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
        let start_ns = profile.thread_start_ns;
        floor.actors[0].begin(0, start_ns);
        floor.add_worker(ProgramId(0), start_ns);
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
            makespan_ns: ended_ns.iter().copied().max().unwrap_or(0),
            ended_ns,
            ..Measured::default()
        };
        for actor in self.actors {
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

    pub(super) fn clone_ns(&self, bytes: u32) -> u64 {
        match self.terms.way.copies() {
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

    /// How much of a core each of those gets that compute now.
    fn pace(&self) -> f64 {
        let cores = self.profile.cores.max(1.0);
        let has_gil = self.terms.way.has_gil(self.terms.has_gil);
        let mut busy = 0;
        let mut processes = Vec::new();
        for worker in &self.workers {
            let actor = worker.current.map(|program| &self.actors[program.index()]);
            let computes = |actor: &Actor| {
                actor.wait.is_none() && matches!(actor.doing, Doing::Computing { .. })
            };
            if !actor.is_some_and(computes) {
                continue;
            }
            let process = self.terms.way.process_of(self.plan, worker.root);
            if has_gil && processes.contains(&process) {
                continue;
            }
            processes.push(process);
            busy += 1;
        }
        let busy = busy.min(super::whole_cores(cores));
        (cores / f64::from(busy.max(1))).min(1.0)
    }

    fn compute(&mut self, program: ProgramId, at_ns: u64, left_ns: u64, budget_ns: u64) -> u64 {
        let pace = self.pace();
        let interval_ns = self.terms.scaled(self.terms.switch_interval_ns);
        let grain_ns = (interval_ns / 50).clamp(10_000, PIECE_NS);
        let piece_ns = match pace < 1.0 || self.profile.cores.fract() > 0.0 {
            true => budget_ns.clamp(grain_ns, PIECE_NS),
            false => budget_ns.max(grain_ns),
        };
        let needed_ns = (left_ns as f64 / pace).ceil() as u64;
        let used_ns = needed_ns.min(piece_ns);
        let left_ns = match used_ns == needed_ns {
            true => 0,
            false => left_ns.saturating_sub((used_ns as f64 * pace) as u64),
        };
        let actor = &mut self.actors[program.index()];
        actor.tell(at_ns + used_ns, State::Running, NO_SHARED);
        actor.doing = match left_ns {
            0 => Doing::Finishing,
            left_ns => Doing::Computing { left_ns },
        };
        used_ns
    }

    /// One small step of `program`, whose turn it is on `worker`.
    fn go_on(&mut self, worker: ThreadId, program: ProgramId, at_ns: u64, budget_ns: u64) -> Went {
        match self.actors[program.index()].doing {
            Doing::Fresh => return self.begin_step(worker, program, at_ns),
            Doing::Computing { left_ns } => {
                return Went::On(self.compute(program, at_ns, left_ns, budget_ns));
            }
            Doing::Spending { ns, shared, then } => {
                let actor = &mut self.actors[program.index()];
                match shared {
                    NO_SHARED => actor.skip(at_ns + ns),
                    shared => actor.tell(at_ns + ns, State::Running, shared),
                }
                actor.doing = match then {
                    AfterSpending::Attempt(ask) | AfterSpending::Send(ask) => {
                        Doing::Attempting(ask)
                    }
                    AfterSpending::Answer(answer) => Doing::Answered(answer),
                    AfterSpending::Finish => Doing::Finishing,
                };
                if let AfterSpending::Send(ask) = then {
                    let on_way = self.message(program, at_ns + ns, ask.shared().0);
                    self.workers[worker.index()].ops.push_back(on_way);
                }
                return Went::On(ns);
            }
            Doing::Attempting(ask) => self.attempt(worker, program, ask, at_ns),
            Doing::Answered(answer) => {
                let actor = &mut self.actors[program.index()];
                let item = match answer {
                    Answer::Item(item) => Some(item),
                    _ => None,
                };
                actor.finish_step(at_ns, item);
                actor.performer.answer(self.plan, answer);
            }
            Doing::Finishing => self.actors[program.index()].finish_step(at_ns, None),
        }
        Went::On(0)
    }

    /// A message is on its way from or to the conductor: `program` waits that long.
    pub(super) fn message(&mut self, program: ProgramId, at_ns: u64, shared: u32) -> Op {
        let ns = self.profile.message_ns / 2;
        self.actors[program.index()].wait = Some(Waiting {
            state: State::Blocked,
            shared,
            over_ns: Some(at_ns + ns),
        });
        let state = State::Sleeping;
        Op::Sleep { ns, state }
    }

    fn begin_step(&mut self, worker: ThreadId, program: ProgramId, at_ns: u64) -> Went {
        let actor = &mut self.actors[program.index()];
        actor.from_ns = at_ns;
        let next = actor.performer.next(self.plan);
        match next {
            Next::Compute(ns) => {
                let left_ns = self.terms.scaled(ns);
                self.actors[program.index()].doing = Doing::Computing { left_ns };
            }
            Next::Sleep(ns) => {
                return self.pause(worker, program, at_ns, ns, State::Sleeping, true);
            }
            Next::Io(ns) => return self.pause(worker, program, at_ns, ns, State::Io, true),
            Next::Stall(ns) => {
                return self.pause(worker, program, at_ns, ns, State::Sleeping, false);
            }
            Next::Ask(ask) => {
                let bytes = match ask {
                    Ask::Put(_, item) => self.plan.items[item.index()].bytes,
                    _ => 0,
                };
                let by_messages = self.terms.way.by_messages();
                let copy_ns = self.clone_ns(bytes);
                let shared = ask.shared().0;
                self.actors[program.index()].doing = Doing::Spending {
                    ns: copy_ns + if by_messages { 0 } else { self.profile.ask_ns },
                    shared,
                    then: match by_messages {
                        true => AfterSpending::Send(ask),
                        false => AfterSpending::Attempt(ask),
                    },
                };
            }
            Next::Start(child) => {
                self.actors[program.index()].doing = Doing::Finishing;
                self.start(worker, child, at_ns);
            }
            Next::Transfer(bytes) => {
                self.actors[program.index()].doing = Doing::Spending {
                    ns: self.clone_ns(bytes),
                    shared: NO_SHARED,
                    then: AfterSpending::Finish,
                };
            }
            Next::Done => {
                self.actors[program.index()].ended_ns = Some(at_ns);
                let state = &mut self.workers[worker.index()];
                state.current = None;
                state.unfinished -= 1;
            }
        }
        Went::On(0)
    }

    /// `program` sleeps or waits for I/O; others on its worker go on if they may.
    fn pause(
        &mut self,
        worker: ThreadId,
        program: ProgramId,
        at_ns: u64,
        ns: u64,
        state: State,
        lets_others: bool,
    ) -> Went {
        let hosts = self.workers[worker.index()].hosts;
        let has_timers = hosts && lets_others && self.terms.way != crate::protocol::Way::Sequential;
        let late_ns = match (ns, has_timers) {
            (0, _) => 0,
            (_, true) => self.profile.timer_late_ns,
            (_, false) => self.profile.sleep_late_ns,
        };
        let ns = self.terms.scaled(ns) + late_ns;
        let actor = &mut self.actors[program.index()];
        actor.doing = Doing::Finishing;
        actor.wait = Some(Waiting {
            state,
            shared: NO_SHARED,
            over_ns: Some(at_ns + ns),
        });
        if has_timers {
            let state = &mut self.workers[worker.index()];
            state.set_timer(at_ns + ns, program);
            state.current = None;
            return Went::On(0);
        }
        let state = State::Sleeping;
        Went::Stop(Stop::Op(Op::Sleep { ns, state }))
    }

    fn start(&mut self, worker: ThreadId, child: ProgramId, at_ns: u64) {
        let (way, plan) = (self.terms.way, self.plan);
        if way.worker_of(plan, child) != child {
            self.actors[child.index()].begin(at_ns, at_ns);
            if let Some(host) = self.worker_of(child) {
                self.make_ready(worker, host, child);
            }
            return;
        }
        let root = self.workers[worker.index()].root;
        let name = plan.programs[child.index()].name.clone();
        let same_process = way.process_of(plan, root) == way.process_of(plan, child);
        let (op, start_ns, queued_ns) = match same_process {
            true => {
                let daemon = false;
                (Op::Spawn { name, daemon }, self.profile.thread_start_ns, 0)
            }
            false => {
                let start = Op::StartProcess {
                    name: name.clone(),
                    thread_name: name,
                    copies: false,
                };
                let (start_ns, queued_ns) = (self.profile.process_start_ns, self.queue_ns(at_ns));
                self.starts_over_ns.push(at_ns + start_ns + queued_ns);
                (start, start_ns, queued_ns)
            }
        };
        self.actors[child.index()].begin(at_ns, at_ns + start_ns + queued_ns);
        let state = &mut self.workers[worker.index()];
        state.ops.push_back(op);
        state.starting.push_back((child, queued_ns));
    }

    /// What the start of a process takes longer because others start as well.
    fn queue_ns(&self, at_ns: u64) -> u64 {
        let others = self
            .starts_over_ns
            .iter()
            .filter(|&&over_ns| over_ns > at_ns);
        others.count() as u64 * self.profile.process_start_each_ns
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
