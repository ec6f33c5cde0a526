//! Where the time of a run went: work, waiting, start-up, overhead. Must not know what it is
//! compared with.

use crate::perform::Part;
use crate::plan::{Act, Plan, ProgramId};
use crate::protocol::{Did, Measured};
use interleave_trace::State;
use serde::{Deserialize, Serialize};
use std::ops::AddAssign;

/// Where time went, summed over lanes, in ns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Until a program's first step.
    pub start_up_ns: u64,
    /// Computing what the plan says.
    pub work_ns: u64,
    /// Sleeping, I/O and waiting for others.
    pub waiting_ns: u64,
    /// All else.
    pub overhead_ns: u64,
}

impl Account {
    /// All of it.
    pub fn total_ns(&self) -> u64 {
        self.start_up_ns + self.work_ns + self.waiting_ns + self.overhead_ns
    }
}

impl AddAssign for Account {
    fn add_assign(&mut self, other: Account) {
        self.start_up_ns += other.start_up_ns;
        self.work_ns += other.work_ns;
        self.waiting_ns += other.waiting_ns;
        self.overhead_ns += other.overhead_ns;
    }
}

/// When `program` (its index) was asked to start and was over; the same time twice where it never
/// started, the makespan where it never ended.
pub(crate) fn life_ns(run: &Measured, program: usize) -> (u64, u64) {
    let began_ns = run.began_ns.get(program).copied().unwrap_or(u64::MAX);
    let ended_ns = run.ended_ns.get(program).copied().unwrap_or(u64::MAX);
    let began_ns = began_ns.min(run.makespan_ns);
    let ended_ns = match ended_ns {
        u64::MAX => run.makespan_ns,
        ended_ns => ended_ns,
    };
    (began_ns, ended_ns.max(began_ns))
}

/// What the step that `did` tells of does.
pub(crate) fn act_of(plan: &Plan, did: &Did) -> Option<Act> {
    let index = did.index as usize;
    match did.part {
        Part::Item(item) => plan.items.get(item.index())?.steps.get(index),
        Part::Program(program) => {
            let program = plan.programs.get(program.index())?;
            if index == program.steps.len() {
                return program.done.map(Act::Set);
            }
            program.steps.get(index)
        }
    }
    .map(|step| step.act)
}

/// When each program was computing what the plan says: what else it does while it runs is overhead.
pub(crate) struct Computing {
    /// `spans[program]`: `(from_ns, at_ns)`, in order.
    spans: Vec<Vec<(u64, u64)>>,
}

impl Computing {
    pub(crate) fn new(plan: &Plan, run: &Measured) -> Computing {
        let mut spans = vec![Vec::new(); plan.programs.len()];
        for did in &run.done {
            if let Some(Act::Compute { .. }) = act_of(plan, did) {
                spans[did.program.index()].push((did.from_ns, did.at_ns));
            }
        }
        Computing { spans }
    }

    /// How much of a stretch in which `program` ran it was computing.
    pub(crate) fn within_ns(&self, program: ProgramId, from_ns: u64, to_ns: u64) -> u64 {
        let spans = &self.spans[program.index()];
        let first = spans.partition_point(|&(_, at_ns)| at_ns <= from_ns);
        let within = spans[first..].iter();
        let within = within.take_while(|&&(start_ns, _)| start_ns < to_ns);
        let parts = within.map(|&(start_ns, at_ns)| at_ns.min(to_ns) - start_ns.max(from_ns));
        parts.sum()
    }
}

/// An account for each program of `plan`, from its start to its end.
pub fn accounts(plan: &Plan, run: &Measured) -> Vec<Account> {
    let programs = plan.programs.len();
    let mut accounts = vec![Account::default(); programs];
    let mut first_ns = vec![None; programs];
    let mut told_ns = vec![0; programs];
    let computing = Computing::new(plan, run);
    for stretch in &run.stretches {
        let program = stretch.program.index();
        let ns = stretch.end_ns.saturating_sub(stretch.start_ns);
        first_ns[program].get_or_insert(stretch.start_ns);
        told_ns[program] += ns;
        let account = &mut accounts[program];
        match stretch.state {
            State::Running => {
                let (from_ns, to_ns) = (stretch.start_ns, stretch.end_ns);
                let work_ns = computing.within_ns(stretch.program, from_ns, to_ns);
                account.work_ns += work_ns;
                account.overhead_ns += ns.saturating_sub(work_ns);
            }
            _ => account.waiting_ns += ns,
        }
    }
    for (program, account) in accounts.iter_mut().enumerate() {
        let (began_ns, ended_ns) = life_ns(run, program);
        let first_ns = first_ns[program].unwrap_or(ended_ns);
        account.start_up_ns = first_ns.saturating_sub(began_ns);
        let life_ns = ended_ns.saturating_sub(first_ns.max(began_ns));
        account.overhead_ns += life_ns.saturating_sub(told_ns[program]);
    }
    accounts
}
