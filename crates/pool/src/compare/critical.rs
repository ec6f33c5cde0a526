//! The chain of events that a run's makespan consists of, found from its end backwards: who was
//! waited for last, and by whom. Its parts add up to the makespan, so that those of two runs can be
//! subtracted.
//!
//! Blind spot: where two chains are about equally long, noise decides which one is found.

use super::account::{Account, Computing, act_of, life_ns};
use crate::plan::{Act, Plan, ProgramId, SharedId};
use crate::protocol::{Measured, Stretch};
use crate::rehearse::Terms;
use interleave_trace::State;

/// What the chain consists of, in ns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chain {
    /// Starts of programs.
    pub(super) start_up_ns: u64,
    /// Computing.
    pub(super) work_ns: u64,
    /// Sleep and I/O.
    pub(super) sleep_ns: u64,
    /// From a ring to the end of the wait.
    pub(super) wake_ns: u64,
    /// From one holder of the GIL to the next.
    pub(super) hand_off_ns: u64,
    /// From one turn to the next, on a core or a loop.
    pub(super) turn_ns: u64,
    /// Waits that nobody was seen to end.
    pub(super) blocked_ns: u64,
    /// All else.
    pub(super) overhead_ns: u64,
}

impl From<Chain> for Account {
    /// What is spent on passing turns from one to another is overhead.
    fn from(chain: Chain) -> Account {
        Account {
            start_up_ns: chain.start_up_ns,
            work_ns: chain.work_ns,
            waiting_ns: chain.sleep_ns + chain.blocked_ns,
            overhead_ns: chain.wake_ns + chain.hand_off_ns + chain.turn_ns + chain.overhead_ns,
        }
    }
}

/// What an act may end the waits of others for.
fn gives(act: Act) -> Option<SharedId> {
    match act {
        Act::Release(shared)
        | Act::Put(shared, _)
        | Act::Take(shared)
        | Act::Serve(shared)
        | Act::Set(shared)
        | Act::Arrive(shared) => Some(shared),
        _ => None,
    }
}

/// A run by who, sorted by time.
struct Seen<'a> {
    run: &'a Measured,
    computing: Computing,
    stretches: Vec<Vec<Stretch>>,
    /// `given[shared]`: `(at_ns, by whom)`.
    given: Vec<Vec<(u64, ProgramId)>>,
    /// `ran[group]`: `(end_ns, who)`; a group is who takes turns: under a GIL, on a worker, on cores.
    ran: Vec<Vec<(u64, ProgramId)>>,
    group: Vec<usize>,
    started_by: Vec<Option<ProgramId>>,
}

impl<'a> Seen<'a> {
    fn new(plan: &Plan, run: &'a Measured, terms: &Terms) -> Seen<'a> {
        let programs = (0..plan.programs.len() as u32).map(ProgramId);
        let has_gil = terms.way.has_gil(terms.has_gil);
        let hosts = programs
            .clone()
            .any(|one| terms.way.worker_of(plan, one) != one);
        let group = programs.map(|program| match (has_gil, hosts) {
            (true, _) => terms.way.process_of(plan, program) as usize,
            (false, true) => terms.way.worker_of(plan, program).index(),
            (false, false) => 0,
        });
        let mut seen = Seen {
            run,
            computing: Computing::new(plan, run),
            stretches: vec![Vec::new(); plan.programs.len()],
            given: vec![Vec::new(); plan.shared.len()],
            ran: vec![Vec::new(); plan.programs.len().max(terms.way.processes(plan) as usize)],
            group: group.collect(),
            started_by: vec![None; plan.programs.len()],
        };
        for stretch in &run.stretches {
            seen.stretches[stretch.program.index()].push(*stretch);
            if stretch.state == State::Running {
                let group = seen.group[stretch.program.index()];
                seen.ran[group].push((stretch.end_ns, stretch.program));
            }
        }
        for did in &run.done {
            let act = act_of(plan, did);
            if let Some(shared) = act.and_then(gives) {
                seen.given[shared.index()].push((did.at_ns, did.program));
            }
            if let Some(Act::Start(child)) = act {
                seen.started_by[child.index()] = Some(did.program);
            }
        }
        let mut sorted = seen.given.iter_mut().chain(&mut seen.ran);
        sorted.by_ref().for_each(|times| times.sort_unstable());
        seen
    }

    /// The last of `times` in `(from_ns, until_ns]` that is not by `program`.
    fn last(
        times: &[(u64, ProgramId)],
        from_ns: u64,
        until_ns: u64,
        program: ProgramId,
    ) -> Option<(u64, ProgramId)> {
        let after = times.partition_point(|&(at_ns, _)| at_ns <= until_ns);
        let earlier = times[..after].iter().rev();
        let mut within = earlier.take_while(|&&(at_ns, _)| at_ns > from_ns);
        within.find(|&&(_, by)| by != program).copied()
    }
}

/// The chain of `run`.
pub(super) fn chain(plan: &Plan, run: &Measured, terms: &Terms) -> Chain {
    let seen = Seen::new(plan, run, terms);
    let mut chain = Chain::default();
    let programs = 0..plan.programs.len();
    let last = programs.max_by_key(|&program| (life_ns(run, program).1, program));
    let mut program = ProgramId(last.unwrap_or(0) as u32);
    let mut at_ns = run.makespan_ns;
    // Zero-length steps may lead round in a circle: more than all there is nobody needs.
    let most = 4 * (run.stretches.len() + plan.programs.len()) + 16;
    for _ in 0..most {
        if at_ns == 0 {
            return chain;
        }
        (program, at_ns) = seen.back(&mut chain, program, at_ns);
    }
    chain.overhead_ns += at_ns;
    chain
}

impl Seen<'_> {
    /// What led to `program` being where it was at `at_ns`.
    fn back(&self, chain: &mut Chain, program: ProgramId, at_ns: u64) -> (ProgramId, u64) {
        let own = &self.stretches[program.index()];
        let before = own.partition_point(|stretch| stretch.start_ns < at_ns);
        let Some(stretch) = before.checked_sub(1).map(|index| own[index]) else {
            let began_ns = life_ns(self.run, program.index()).0.min(at_ns);
            let starter = self.started_by[program.index()];
            return match starter {
                Some(starter) if starter != program => {
                    chain.start_up_ns += at_ns - began_ns;
                    (starter, began_ns)
                }
                _ => {
                    chain.start_up_ns += at_ns;
                    (program, 0)
                }
            };
        };
        if stretch.end_ns < at_ns {
            chain.overhead_ns += at_ns - stretch.end_ns;
            return (program, stretch.end_ns);
        }
        let (from_ns, lasts_ns) = (stretch.start_ns, at_ns - stretch.start_ns);
        if stretch.state == State::Running {
            let work_ns = self.computing.within_ns(program, from_ns, at_ns);
            chain.work_ns += work_ns;
            chain.overhead_ns += lasts_ns - work_ns;
            return (program, from_ns);
        }
        let others = match stretch.state {
            State::Blocked => self.given.get(stretch.shared as usize),
            State::WaitingGil | State::WaitingCore => self.ran.get(self.group[program.index()]),
            _ => None,
        };
        let cause = others.and_then(|times| Seen::last(times, from_ns, at_ns, program));
        let part = match stretch.state {
            State::Running => &mut chain.work_ns,
            State::Sleeping | State::Io => &mut chain.sleep_ns,
            State::WaitingGil => &mut chain.hand_off_ns,
            State::WaitingCore => &mut chain.turn_ns,
            State::Blocked if cause.is_some() => &mut chain.wake_ns,
            State::Blocked => &mut chain.blocked_ns,
        };
        match cause {
            Some((cause_ns, by)) => {
                *part += at_ns - cause_ns;
                (by, cause_ns)
            }
            None => {
                *part += lasts_ns;
                (program, from_ns)
            }
        }
    }
}
