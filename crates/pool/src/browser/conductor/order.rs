//! An order: the plan, what speaks against it, its runs, what came of them.

use super::job::Job;
use super::{Conductor, Fault, say};
use crate::calibrate::Mood;
use crate::compare::compare;
use crate::plan::{self, CannotRun, Plan};
use crate::protocol::{Dropped, FromConductor, Measured, Order};
use crate::rehearse::{CannotRehearse, Terms, rehearse};
use crate::seating::Seating;
use interleave_trace::Trace;

/// A run may take so many times as long as expected, and this on top.
const PATIENCE: u64 = 4;
const PATIENCE_NS: u64 = 5_000_000_000;
/// No run is begun that is expected to take longer.
const LONGEST_NS: u64 = 120_000_000_000;

/// So many runs of an order may take too long before it is left at those that did not.
const MOST_DROPPED: usize = 2;

/// The runs of an order.
#[derive(Default)]
struct Runs {
    /// Those that came to their end.
    done: Vec<Measured>,
    /// Why others did not.
    dropped: Vec<Dropped>,
}

impl Runs {
    fn taken(&self) -> u32 {
        (self.done.len() + self.dropped.len()) as u32
    }
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
        let seating = match Seating::of(&plan, terms.way, terms.has_gil, self.is_isolated) {
            Ok(seating) => seating,
            Err(why) => return say(&FromConductor::Refused { id, why }),
        };
        let profile = match self.profile(id).await {
            Ok(profile) => profile,
            Err(fault) => return self.give_up(id, fault),
        };
        let rehearsal = match rehearse(&plan, &terms, &profile) {
            Ok(rehearsal) => rehearsal,
            Err(cannot) => {
                let why = refusal(cannot);
                return say(&FromConductor::Refused { id, why });
            }
        };
        let predicted_ns = rehearsal.makespan_ns;
        let mut mood = Mood::of(&seating);
        let noted = Some(&mut mood);
        let runs = self.run_all(id, &plan, terms, order.repeats, predicted_ns, noted);
        let Some(runs) = runs.await else {
            return;
        };
        // What it costs now, not when the browser was measured.
        let renewed = mood.renew(&profile).and_then(|profile| {
            let rehearsal = rehearse(&plan, &terms, &profile).ok()?;
            Some((profile, rehearsal))
        });
        let (profile, rehearsal) = renewed.unwrap_or((profile, rehearsal));
        let Runs { done, dropped } = runs;
        let result = compare(order, &plan, &trace, &rehearsal, done, dropped, &profile);
        let result = Box::new(result);
        say(&FromConductor::Measured { id, result });
    }

    /// Performs a plan as it is.
    pub async fn perform(&mut self, id: u32, plan: &Plan, terms: Terms, repeats: u32) {
        let longest_ns = terms.scaled(plan.work_ns().iter().sum());
        let runs = self.run_all(id, plan, terms, repeats, longest_ns, None);
        if let Some(runs) = runs.await {
            let runs = runs.done;
            say(&FromConductor::Performed { id, runs });
        }
    }

    /// Runs a plan as often as asked. Where that gives nothing the page has been told why.
    /// `expected_ns`: how long a run may take if all goes well. `mood`: how the machine is meanwhile, if that is of
    /// interest.
    async fn run_all(
        &mut self,
        id: u32,
        plan: &Plan,
        terms: Terms,
        repeats: u32,
        expected_ns: u64,
        mut mood: Option<&mut Mood>,
    ) -> Option<Runs> {
        let mut job = match self.job(id, plan, terms, expected_ns).await {
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
        let mut runs = Runs::default();
        let mut told = 0;
        while runs.taken() < repeats && runs.dropped.len() < MOST_DROPPED {
            let so_far = (runs.taken(), repeats - runs.taken());
            match self.repeat_noting(id, &job, so_far, &mut mood).await {
                Ok(mut measured) => {
                    measured.replaced = self.replaced - told;
                    told = self.replaced;
                    runs.done.push(measured);
                    say(&FromConductor::Progress {
                        id,
                        done: runs.taken(),
                        of: repeats,
                    });
                }
                Err(fault) if self.replaces(&fault) => job.forget_memory(),
                Err(Fault::Dropped(why @ Dropped::TimedOut { .. })) => {
                    self.crew.end_all();
                    job.forget_memory();
                    runs.dropped.push(why);
                }
                Err(fault) => {
                    self.give_up(id, fault);
                    return None;
                }
            }
        }
        match runs.dropped.pop_if(|_| runs.done.is_empty()) {
            Some(why) => {
                self.give_up(id, Fault::Dropped(why));
                None
            }
            None => Some(runs),
        }
    }

    /// Runs `job` once, after a look at the machine; so many runs are over and so many to come.
    async fn repeat_noting(
        &mut self,
        id: u32,
        job: &Job,
        so_far: (u32, u32),
        mood: &mut Option<&mut Mood>,
    ) -> Result<Measured, Fault> {
        if let Some(mood) = mood {
            self.note_mood(id, job, so_far, mood).await?;
        }
        self.repeat(id, job).await
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
        expected_ns: u64,
    ) -> Result<Job, Result<CannotRun, Fault>> {
        if plan.programs.is_empty() {
            return Err(Ok(CannotRun::Empty));
        }
        let seating = Seating::of(plan, terms.way, terms.has_gil, self.is_isolated).map_err(Ok)?;
        if expected_ns > LONGEST_NS {
            return Err(Ok(CannotRun::TooLong {
                ns: expected_ns,
                limit_ns: LONGEST_NS,
            }));
        }
        let rounds_per_ns = self.profile(id).await.map_err(Err)?.rounds_per_ns;
        let limit_ns = expected_ns * PATIENCE + PATIENCE_NS;
        Ok(Job::new(
            plan.clone(),
            seating,
            terms,
            rounds_per_ns,
            limit_ns,
        ))
    }
}

fn refusal(cannot: CannotRehearse) -> CannotRun {
    match cannot {
        CannotRehearse::Stuck(_) => CannotRun::Unfinished {
            outcome: "deadlock".to_owned(),
        },
        CannotRehearse::TooLong { limit_ns } => CannotRun::TooLong {
            ns: limit_ns,
            limit_ns,
        },
        CannotRehearse::TooManySteps { limit } => CannotRun::TooManySteps {
            steps: limit,
            limit,
        },
    }
}
