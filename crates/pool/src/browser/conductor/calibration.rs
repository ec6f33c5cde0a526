//! The browser's profile: has workers carry the probes out.

use super::inbox::Heard;
use super::{Conductor, Fault, NOTHING, say};
use crate::calibrate::{self, Course, FIRST_ROUNDS, Probe, Sample, Samples};
use crate::profile::Profile;
use crate::protocol::{FromConductor, FromWorker, ToWorker};

impl Conductor {
    /// Measures this browser for the page.
    pub async fn calibrate_for(&mut self, id: u32) {
        self.profile = None;
        match self.profile(id).await {
            Ok(profile) => {
                let profile = Box::new(profile);
                say(&FromConductor::Calibrated { id, profile });
            }
            Err(fault) => self.give_up(id, fault),
        }
    }

    /// The browser's profile, measured now if it never was.
    pub async fn profile(&mut self, id: u32) -> Result<Profile, Fault> {
        if let Some(profile) = &self.profile {
            return Ok(profile.clone());
        }
        let profile = self.measure(id).await?;
        self.profile = Some(profile.clone());
        Ok(profile)
    }

    async fn probe(&mut self, id: u32, worker: u32, probe: Probe) -> Result<Sample, Fault> {
        self.crew.say(worker, &ToWorker::Measure(probe), &NOTHING);
        loop {
            if let Heard::Worker {
                id: from,
                message: FromWorker::Probed(sample),
                ..
            } = self.hear(id).await?
            {
                if from == worker {
                    return Ok(sample);
                }
            }
        }
    }

    async fn measure(&mut self, id: u32) -> Result<Profile, Fault> {
        let failed = |reason| Fault::Worker { reason };
        let worker = match self.crew.kept().first() {
            Some(worker) => *worker,
            None => self.crew.hire(false).map_err(failed)?,
        };
        self.wait_until_ready(id, &[worker]).await?;
        let probe = Probe::Rounds {
            rounds: FIRST_ROUNDS,
            samples: 5,
        };
        let first = self.probe(id, worker, probe).await?;
        let course = Course::new(&first, 1);
        self.probe(id, worker, course.warm_up).await?;
        let rounds = match course.solo {
            Probe::Rounds { rounds, .. } => rounds,
            _ => 0,
        };
        let samples = Samples {
            isolated: self.is_isolated,
            rounds,
            solo: self.probe(id, worker, course.solo).await?,
            ..Samples::default()
        };
        Ok(calibrate::profile(&samples))
    }
}
