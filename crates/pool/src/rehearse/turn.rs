//! What a program does in its turn, one small step at a time: compute, spend, ask, sleep, start.

use super::actor::{Actor, AfterSpending, Doing, Waiting};
use super::guest::{Floor, Went};
use crate::objects::{Answer, Ask};
use crate::perform::{Next, steps_of};
use crate::plan::{Act, ProgramId};
use crate::protocol::{NO_SHARED, Way};
use interleave_kernel::{Op, Stop};
use interleave_trace::{State, ThreadId};

/// A computation gives the others their say after so long, in ns: it matters to nobody but the GIL
/// and to how many compute at once.
const PIECE_NS: u64 = 1_000_000;

impl Floor<'_> {
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
    pub(super) fn go_on(
        &mut self,
        worker: ThreadId,
        program: ProgramId,
        at_ns: u64,
        budget_ns: u64,
    ) -> Went {
        if let Some((ns, shared)) = self.actors[program.index()].delayed.take() {
            let on_way = self.away(program, at_ns, ns, Some(shared));
            return Went::Stop(Stop::Op(on_way));
        }
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
                    let on_way_ns = self.profile.message_ns / 2;
                    // Where the answer is known before it comes, nobody waits for it.
                    if !is_never_refused(ask) {
                        let on_way = self.away(program, at_ns + ns, on_way_ns, None);
                        self.workers[worker.index()].ops.push_back(on_way);
                    }
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

    /// `program` hears nothing for `ns`: something of it is under way. A wait for `shared`, or else
    /// overhead.
    pub(super) fn away(
        &mut self,
        program: ProgramId,
        at_ns: u64,
        ns: u64,
        shared: Option<u32>,
    ) -> Op {
        self.actors[program.index()].wait = Some(Waiting {
            state: shared.map(|_| State::Blocked),
            shared: shared.unwrap_or(NO_SHARED),
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
                self.start(worker, program, child, at_ns);
            }
            Next::Transfer(bytes) => {
                // There and back.
                let copies_ns = 2 * self.clone_ns(bytes);
                if self.terms.way.by_messages() {
                    self.actors[program.index()].doing = Doing::Finishing;
                    let ns = copies_ns + self.profile.message_ns;
                    return Went::Stop(Stop::Op(self.away(program, at_ns, ns, None)));
                }
                self.actors[program.index()].doing = Doing::Spending {
                    ns: copies_ns,
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
        let has_timers = hosts && lets_others && self.terms.way != Way::Sequential;
        // One worker alone goes back to the browser's own loop; one of several sleeps on its bell.
        let late_ns = match (ns, has_timers && self.is_alone()) {
            (0, _) => 0,
            (_, true) => self.profile.timer_late_ns,
            (_, false) => self.profile.sleep_late_ns,
        };
        let ns = self.terms.scaled(ns) + late_ns;
        let actor = &mut self.actors[program.index()];
        actor.doing = Doing::Finishing;
        actor.wait = Some(Waiting {
            state: Some(state),
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

    fn start(&mut self, worker: ThreadId, program: ProgramId, child: ProgramId, at_ns: u64) {
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
                let start_ns = self.profile.process_start_ns;
                let queued_ns = self.queue_ns(self.starts_to_come(program), at_ns);
                self.starts_over_ns.push(at_ns + start_ns + queued_ns);
                (start, start_ns, queued_ns)
            }
        };
        self.actors[child.index()].begin(at_ns, at_ns + start_ns + queued_ns);
        let state = &mut self.workers[worker.index()];
        state.ops.push_back(op);
        state.starting.push_back((child, queued_ns));
    }

    /// What the start of a process takes longer because others start as well, of which so many are still to be asked for.
    fn queue_ns(&self, to_come: u32, at_ns: u64) -> u64 {
        let others = self
            .starts_over_ns
            .iter()
            .filter(|&&over_ns| over_ns > at_ns);
        let waits = others.count() as f64 + f64::from(to_come) * self.profile.process_start_shared;
        (waits * self.profile.process_start_each_ns as f64) as u64
    }

    /// How many processes this program starts after the one that it is about to, before it waits for anything and before
    /// that one is there.
    fn starts_to_come(&self, program: ProgramId) -> u32 {
        let (part, at) = self.actors[program.index()].performer.step();
        let mut left_ns = self.profile.process_start_ns;
        let mut to_come = 0;
        for step in steps_of(self.plan, part).iter().skip(at as usize + 1) {
            match step.act {
                Act::Start(child) => {
                    to_come += u32::from(self.is_process_of_its_own(program, child))
                }
                Act::Compute { ns } => left_ns = left_ns.saturating_sub(self.terms.scaled(ns)),
                Act::Acquire(_)
                | Act::Release(_)
                | Act::Put(..)
                | Act::Set(_)
                | Act::Transfer { .. } => {}
                _ => break,
            }
            if left_ns == 0 {
                break;
            }
        }
        to_come
    }

    fn is_process_of_its_own(&self, program: ProgramId, child: ProgramId) -> bool {
        let (way, plan) = (self.terms.way, self.plan);
        way.worker_of(plan, child) == child
            && way.process_of(plan, program) != way.process_of(plan, child)
    }
}

/// Whether the answer is known before it comes.
pub(super) fn is_never_refused(ask: Ask) -> bool {
    matches!(ask, Ask::Release(_) | Ask::Set(_))
}
