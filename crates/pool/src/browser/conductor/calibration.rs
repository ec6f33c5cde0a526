//! The browser's profile: has workers carry the probes out.

use super::inbox::Heard;
use super::{Conductor, Fault, NOTHING, say};
use crate::calibrate::{Probe, Sample};
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
        let rounds = 1_000_000;
        let probe = Probe::Rounds {
            rounds,
            samples: 21,
        };
        let mut took_ns = self.probe(id, worker, probe).await?.ns;
        took_ns.sort_by(f64::total_cmp);
        let rounds_per_ns = rounds as f64 / took_ns[took_ns.len() / 2].max(1.0);
        Ok(Profile {
            rounds_per_ns,
            cores: 1.0,
            hardware_concurrency: 1,
            thread_start_ns: 0,
            process_start_ns: 0,
            process_start_each_ns: 0,
            sleep_late_ns: 0,
            timer_late_ns: 0,
            wake_ns: 0,
            ask_ns: 0,
            message_ns: 0,
            clone_ns_per_kb: 0,
            gil_handoff_ns: 0,
            spread: 0.0,
            isolated: self.is_isolated,
        })
    }
}
