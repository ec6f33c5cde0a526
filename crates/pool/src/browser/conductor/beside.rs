//! What is measured beside runs: how long new workers take to start and workers to wake one another. In the calibration,
//! and again before each run of an order to which it matters.

use super::job::Job;
use super::{Conductor, Fault};
use crate::calibrate::{self, Chain, Mood, Sample};
use crate::protocol::Dropped;

/// Workers that have not started by then never will.
const STARTS_LIMIT_NS: u64 = 10_000_000_000;
/// How fast a worker computes is no matter to it there.
const NOTHING_COMPUTED: f64 = 1.0;
/// A chain of wakes that takes ten times as long as usual is held up.
const CHAIN_LIMIT_NS: u64 = 500_000_000;

impl Conductor {
    /// Notes how the machine is just before a run of `job`; `taken` runs are over, `left` are to come.
    pub async fn note_mood(
        &mut self,
        id: u32,
        job: &Job,
        (taken, left): (u32, u32),
        mood: &mut Mood,
    ) -> Result<(), Fault> {
        let together = mood.together();
        for _ in 0..Mood::samples(taken, left) {
            if together > 0 {
                let one = self.starts(id, 1).await?;
                mood.start_of_one.ns.extend(one.ns);
            }
            if together > 1 {
                mood.starts_together.push(self.starts(id, together).await?);
            }
            if let Some(chain) = mood.chain() {
                let rounds = self.rounds(id, chain, job.rounds_per_ns).await?;
                mood.chain_rounds.ns.extend(rounds.ns);
            }
        }
        Ok(())
    }

    /// How long so many new workers take until their first steps, started at once.
    pub async fn starts(&mut self, id: u32, workers: usize) -> Result<Sample, Fault> {
        let plan = calibrate::starting(workers as u32);
        let terms = calibrate::starting_terms(self.is_isolated);
        let job = Job::probe(
            plan,
            terms,
            self.is_isolated,
            NOTHING_COMPUTED,
            STARTS_LIMIT_NS,
        );
        match self.repeat(id, &job).await {
            Ok(run) => Ok(calibrate::started(&run)),
            Err(Fault::Dropped(Dropped::TimedOut { .. })) => {
                let reason = "a worker did not start".to_owned();
                Err(Fault::Worker { reason })
            }
            Err(fault) => Err(fault),
        }
    }

    /// The rounds of a chain of workers that wake one another; none on a machine so busy that they say nothing. Where
    /// workers share memory.
    pub async fn rounds(
        &mut self,
        id: u32,
        chain: Chain,
        rounds_per_ns: f64,
    ) -> Result<Sample, Fault> {
        let (plan, terms) = (chain.plan(), chain.terms());
        let job = Job::probe(plan, terms, self.is_isolated, rounds_per_ns, CHAIN_LIMIT_NS);
        match self.repeat(id, &job).await {
            Ok(run) => Ok(chain.rounds(&run)),
            Err(Fault::Dropped(Dropped::TimedOut { .. })) => {
                // Its workers are still in it.
                self.crew.end_all();
                Ok(Sample::default())
            }
            Err(fault) => Err(fault),
        }
    }
}
