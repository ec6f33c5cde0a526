//! An order: the plan, what speaks against it, its runs, what came of them.

use super::repeat::Job;
use super::{Conductor, Fault, say};
use crate::plan::{self, CannotRun, Plan};
use crate::protocol::{Dropped, FromConductor, Measured, Order};
use crate::rehearse::Terms;
use crate::seating::Seating;
use interleave_trace::Trace;

/// A run may take so many times as long as all its steps one after the other, and this on top.
const PATIENCE: u64 = 4;
const PATIENCE_NS: u64 = 5_000_000_000;
/// No run is begun whose steps take longer than this one after the other.
const LONGEST_NS: u64 = 120_000_000_000;
/// So many workers may die during an order before it is given up.
const MOST_REPLACED: u32 = 3;

/// All runs of an order.
pub struct Runs {
    /// Those that came to their end.
    pub measured: Vec<Measured>,
}

impl Conductor {
    /// Carries out an order of the page.
    pub async fn carry_out(&mut self, id: u32, order: &Order) {
        let Ok(trace) = Trace::from_bytes(&order.trace) else {
            let why = CannotRun::Empty;
            return say(&FromConductor::Refused { id, why });
        };
        let plan = match plan::take(&trace) {
            Ok(plan) => plan,
            Err(why) => return say(&FromConductor::Refused { id, why }),
        };
        let terms = Terms::from(order);
        let runs = self.run_all(id, &plan, terms, order.repeats).await;
        let Some(runs) = runs else {
            return;
        };
        say(&FromConductor::Performed {
            id,
            runs: runs.measured,
        });
    }

    /// Performs a plan as it is.
    pub async fn perform(&mut self, id: u32, plan: &Plan, terms: Terms, repeats: u32) {
        if let Some(runs) = self.run_all(id, plan, terms, repeats).await {
            say(&FromConductor::Performed {
                id,
                runs: runs.measured,
            });
        }
    }

    /// Runs a plan as often as asked. Where that gives nothing the page has been told why.
    async fn run_all(&mut self, id: u32, plan: &Plan, terms: Terms, repeats: u32) -> Option<Runs> {
        let job = match self.job(id, plan, terms).await {
            Ok(job) => job,
            Err(Ok(why)) => {
                say(&FromConductor::Refused { id, why });
                return None;
            }
            Err(Err(fault)) => {
                self.give_up(id, fault);
                return None;
            }
        };
        if !self.is_visible {
            self.give_up(id, Fault::Dropped(Dropped::Hidden));
            return None;
        }
        let mut runs = Runs {
            measured: Vec::new(),
        };
        let mut replaced = 0;
        let mut total_replaced = 0;
        while (runs.measured.len() as u32) < repeats {
            match self.repeat(id, &job).await {
                Ok(mut measured) => {
                    measured.replaced = std::mem::take(&mut replaced);
                    runs.measured.push(measured);
                    say(&FromConductor::Progress {
                        id,
                        done: runs.measured.len() as u32,
                        of: repeats,
                    });
                }
                Err(Fault::Worker { .. }) if total_replaced < MOST_REPLACED => {
                    replaced += 1;
                    total_replaced += 1;
                    // The others wait for the dead one, perhaps in its critical section.
                    self.crew.end_all();
                }
                Err(fault) => {
                    self.give_up(id, fault);
                    return None;
                }
            }
        }
        Some(runs)
    }

    /// Ends what is under way at once, and says why.
    pub fn give_up(&mut self, id: u32, fault: Fault) {
        self.crew.end_all();
        let why = match fault {
            Fault::Dropped(why) => why,
            Fault::Worker { reason } => Dropped::Failed { reason },
        };
        say(&FromConductor::Dropped { id, why });
    }

    /// What all runs have in common; why it can't be run; or what went wrong.
    async fn job(
        &mut self,
        id: u32,
        plan: &Plan,
        terms: Terms,
    ) -> Result<Job, Result<CannotRun, Fault>> {
        let scale = terms.scale.max(1);
        if plan.programs.is_empty() {
            return Err(Ok(CannotRun::Empty));
        }
        let seating = Seating::of(plan, terms.way, terms.has_gil, self.is_isolated).map_err(Ok)?;
        let longest_ns = plan.work_ns().iter().sum::<u64>() / u64::from(scale);
        if longest_ns > LONGEST_NS {
            return Err(Ok(CannotRun::TooLong {
                ns: longest_ns,
                limit_ns: LONGEST_NS,
            }));
        }
        let rounds_per_ns = self.profile(id).await.map_err(Err)?.rounds_per_ns;
        Ok(Job {
            plan: plan.clone(),
            board: Job::board(plan, &seating),
            seating,
            scale,
            rounds_per_ns,
            switch_interval_ns: terms.scaled(terms.switch_interval_ns).max(1_000),
            limit_ns: longest_ns * PATIENCE + PATIENCE_NS,
        })
    }
}
