//! The browser's profile: has workers carry the probes of the course out, one kind after the other,
//! since what is measured must have the machine for itself.

use super::inbox::Heard;
use super::{Conductor, Fault, NOTHING, say};
use crate::browser::probe::PAIR_WORDS;
use crate::browser::words::Words;
use crate::calibrate::{self, Chain, Course, FIRST_ROUNDS, Probe, Sample, Samples};
use crate::profile::Profile;
use crate::protocol::{FromConductor, FromWorker, ToWorker};
use js_sys::{ArrayBuffer, Reflect};
use wasm_bindgen::JsValue;

/// The first samples are made longer until they take this: a clock may have a step of 0.1 ms.
const CLEAR_NS: f64 = 2_000_000.0;
const MOST_FIRST_ROUNDS: u64 = 1 << 32;

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
        let profile = loop {
            match self.measured_profile(id).await {
                Ok(profile) => break profile,
                Err(fault) if self.replaces(&fault) => {}
                Err(fault) => return Err(fault),
            }
        };
        self.profile = Some(profile.clone());
        Ok(profile)
    }

    async fn measured_profile(&mut self, id: u32) -> Result<Profile, Fault> {
        let samples = self.samples(id).await?;
        let mut profile = calibrate::profile(&samples);
        if self.is_isolated {
            let chain = Chain::default();
            let rounds = self.rounds(id, chain, profile.rounds_per_ns).await?;
            profile.wake_ns = chain.wake_ns(&profile, &rounds);
        }
        Ok(profile)
    }

    async fn samples(&mut self, id: u32) -> Result<Samples, Fault> {
        let told = cores_told();
        self.have(id, 1).await?;
        let worker = self.crew.kept()[0];
        let first = self.first(id, worker).await?;
        let course = Course::new(&first, told);
        self.probe(id, &[worker], &[course.warm_up], &NOTHING)
            .await?;
        let solo = self.one(id, worker, course.solo).await?;
        let at_once = (course.parallel_workers as usize).max(2);
        self.have(id, at_once).await?;
        let crew = self.crew.kept();
        let all = &crew[..course.parallel_workers as usize];
        self.probe(id, all, &vec![course.warm_up; all.len()], &NOTHING)
            .await?;
        let parallel = vec![course.parallel; all.len()];
        let parallel = self.probe(id, all, &parallel, &NOTHING).await?;
        let mut samples = Samples {
            hardware_concurrency: told,
            isolated: self.is_isolated,
            rounds: rounds_of(course.solo),
            solo,
            parallel,
            sleep_late: self.one(id, worker, course.sleep).await?,
            timer_late: self.one(id, worker, course.timer).await?,
            message: self.echoes(id, worker, course.exchanges, &NOTHING).await?,
            copy_bytes: course.copy_bytes,
            ..Samples::default()
        };
        let samples_of_asks = course.exchanges;
        let asks = Probe::Ask {
            samples: samples_of_asks,
        };
        samples.ask = self.one(id, worker, asks).await?;
        let bytes = ArrayBuffer::new(course.copy_bytes).into();
        samples.copy = self.echoes(id, worker, course.copies, &bytes).await?;
        if self.is_isolated {
            let pair = [crew[0], crew[1]];
            let wakes = [true, false].map(|is_first| Probe::Wake {
                samples: course.wakes,
                is_first,
            });
            samples.wake = self.pair(id, pair, wakes).await?;
            samples.thread_start = samples.wake.clone();
            let hand_offs = [true, false].map(|is_first| Probe::GilHandOff {
                samples: course.exchanges,
                is_first,
            });
            samples.gil_handoff = self.pair(id, pair, hand_offs).await?;
        }
        for _ in 0..course.starts_of_one {
            let started = self.starts(id, 1).await?;
            samples.start_of_one.ns.extend(started.ns);
        }
        for _ in 0..course.starts_of_four {
            let started = self.starts(id, 4).await?;
            samples.starts_together.push(started);
        }
        Ok(samples)
    }

    /// Sees to it that so many workers are kept and listen.
    async fn have(&mut self, id: u32, workers: usize) -> Result<(), Fault> {
        while self.crew.kept().len() < workers {
            let hired = self.crew.hire(false);
            hired.map_err(|reason| Fault::Worker { reason })?;
        }
        let kept = self.crew.kept();
        self.wait_until_ready(id, &kept).await
    }

    /// How fast the machine is, roughly, as a course wants to know it.
    async fn first(&mut self, id: u32, worker: u32) -> Result<Sample, Fault> {
        let mut rounds = FIRST_ROUNDS;
        loop {
            let probe = Probe::Rounds { rounds, samples: 3 };
            let sample = self.one(id, worker, probe).await?;
            let least_ns = sample.ns.iter().copied().fold(f64::INFINITY, f64::min);
            if least_ns >= CLEAR_NS || rounds >= MOST_FIRST_ROUNDS {
                let part = FIRST_ROUNDS as f64 / rounds as f64;
                let ns = sample.ns.iter().map(|ns| ns * part);
                return Ok(Sample { ns: ns.collect() });
            }
            rounds *= 4;
        }
    }

    async fn one(&mut self, id: u32, worker: u32, probe: Probe) -> Result<Sample, Fault> {
        let mut samples = self.probe(id, &[worker], &[probe], &NOTHING).await?;
        Ok(samples.pop().unwrap_or_default())
    }

    /// What the first of a pair measured.
    async fn pair(
        &mut self,
        id: u32,
        workers: [u32; 2],
        probes: [Probe; 2],
    ) -> Result<Sample, Fault> {
        let words = Words::shared(PAIR_WORDS).buffer();
        let samples = self.probe(id, &workers, &probes, &words).await?;
        Ok(samples.into_iter().next().unwrap_or_default())
    }

    /// Has each worker carry its probe out, all at once.
    async fn probe(
        &mut self,
        id: u32,
        workers: &[u32],
        probes: &[Probe],
        beside: &JsValue,
    ) -> Result<Vec<Sample>, Fault> {
        for (worker, probe) in workers.iter().zip(probes) {
            self.crew.say(*worker, &ToWorker::Measure(*probe), beside);
        }
        let limit = self.patience();
        let mut samples: Vec<Option<Sample>> = vec![None; workers.len()];
        while samples.iter().any(Option::is_none) {
            if let Heard::Worker {
                id: from,
                message: FromWorker::Probed(sample),
                ..
            } = self.hear_until(id, limit).await?
                && let Some(at) = workers.iter().position(|worker| *worker == from)
            {
                samples[at] = Some(sample);
            }
        }
        Ok(samples.into_iter().flatten().collect())
    }

    /// How long messages to a worker and back take.
    async fn echoes(
        &mut self,
        id: u32,
        worker: u32,
        samples: u32,
        beside: &JsValue,
    ) -> Result<Sample, Fault> {
        let limit = self.patience();
        let mut took = Sample::default();
        for _ in 0..samples {
            let from_ms = self.clock.now_ms();
            self.crew.say(worker, &ToWorker::Echo, beside);
            loop {
                if let Heard::Worker {
                    message: FromWorker::Echo,
                    ..
                } = self.hear_until(id, limit).await?
                {
                    break;
                }
            }
            took.ns.push((self.clock.now_ms() - from_ms) * 1e6);
        }
        Ok(took)
    }
}

/// What the browser says its number of cores is.
fn cores_told() -> u32 {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).unwrap_or_default();
    let cores = Reflect::get(&navigator, &"hardwareConcurrency".into());
    cores.ok().and_then(|cores| cores.as_f64()).unwrap_or(1.0) as u32
}

fn rounds_of(probe: Probe) -> u64 {
    match probe {
        Probe::Rounds { rounds, .. } => rounds,
        _ => 0,
    }
}
