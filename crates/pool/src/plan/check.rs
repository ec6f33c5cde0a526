//! Performs a plan without time: whether it comes to its end in an order of turns that is given, and
//! what was done on the way. The plainest floor; tests of plans and of the objects stand on it.

use super::{Plan, ProgramId, SharedId};
use crate::local_memory::LocalMemory;
use crate::objects::{Answer, Ask, Attempt, Objects, Ring};
use crate::perform::{Next, Performer};

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Computed by each program, in ns.
    pub compute_ns: Vec<u64>,
    /// Slept or stalled by each program, in ns.
    pub sleep_ns: Vec<u64>,
    /// Waited for I/O by each program, in ns.
    pub io_ns: Vec<u64>,
    /// How often each program was started.
    pub starts: Vec<u32>,
    /// `taken[item]`: how often each item was taken.
    pub taken: Vec<u32>,
    /// Questions that were answered.
    pub answers: u64,
}

/// Nobody can go on though not all is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// Who waits for what.
    pub waits: Vec<(ProgramId, SharedId)>,
    /// Who was never started.
    pub unborn: Vec<ProgramId>,
}

/// Where a program stands.
struct Under {
    performer: Performer,
    asks: Option<Ask>,
}

/// Performs `plan`, one step of one program after another: `choose(n)` says whose turn it is among the
/// `n` that may be able to go on. Those who wait are asked again after every change of an object.
pub fn check(plan: &Plan, mut choose: impl FnMut(usize) -> usize) -> Result<Tally, Stuck> {
    let programs = plan.programs.len();
    let mut tally = Tally {
        compute_ns: vec![0; programs],
        sleep_ns: vec![0; programs],
        io_ns: vec![0; programs],
        starts: vec![0; programs],
        taken: vec![0; plan.items.len()],
        answers: 0,
    };
    let words = Objects::<LocalMemory>::words_for(plan);
    let memory = LocalMemory::new(words);
    let objects = Objects::new(plan, memory, 0);
    objects.reset();
    let mut ready = Vec::new();
    let mut waiting: Vec<Vec<Under>> = plan.shared.iter().map(|_| Vec::new()).collect();
    if programs > 0 {
        tally.starts[0] = 1;
        ready.push(Under {
            performer: Performer::new(ProgramId(0)),
            asks: None,
        });
    }
    while !ready.is_empty() {
        let mut under = ready.swap_remove(choose(ready.len()) % ready.len());
        let program = under.performer.program().index();
        let ask = match under.asks.take() {
            Some(ask) => ask,
            None => match under.performer.next(plan) {
                Next::Ask(ask) => ask,
                Next::Done => continue,
                next => {
                    match next {
                        Next::Compute(ns) => tally.compute_ns[program] += ns,
                        Next::Sleep(ns) | Next::Stall(ns) => tally.sleep_ns[program] += ns,
                        Next::Io(ns) => tally.io_ns[program] += ns,
                        Next::Start(other) => {
                            tally.starts[other.index()] += 1;
                            ready.push(Under {
                                performer: Performer::new(other),
                                asks: None,
                            });
                        }
                        Next::Transfer(_) | Next::Ask(_) | Next::Done => {}
                    }
                    ready.push(under);
                    continue;
                }
            },
        };
        let shared = ask.shared().index();
        let is_changed = match objects.attempt(ask) {
            Attempt::Done(answer, ring) => {
                if let Answer::Item(item) = answer {
                    tally.taken[item.index()] += 1;
                }
                tally.answers += 1;
                under.performer.answer(plan, answer);
                ready.push(under);
                ring != Ring::None
            }
            Attempt::Wait(ask, ring) => {
                under.asks = Some(ask);
                waiting[shared].push(under);
                ring != Ring::None
            }
        };
        if is_changed {
            ready.append(&mut waiting[shared]);
        }
    }
    let waits: Vec<_> = (0u32..)
        .map(SharedId)
        .zip(&waiting)
        .flat_map(|(shared, all)| all.iter().map(move |one| (one.performer.program(), shared)))
        .collect();
    let starts = (0u32..).map(ProgramId).zip(&tally.starts);
    let unborn: Vec<_> = starts.filter(|&(_, &n)| n == 0).map(|(id, _)| id).collect();
    match waits.is_empty() && unborn.is_empty() {
        true => Ok(tally),
        false => Err(Stuck { waits, unborn }),
    }
}
