//! From samples to a profile, and what is to be known before its figures are trusted. Must not know
//! how the samples were had.

use super::Sample;
use super::figures::{mean, median, quantile, spread};
use crate::profile::Profile;
use serde::{Deserialize, Serialize};

/// All that a calibration measured. Times in ns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Samples {
    /// What the browser says its number of cores is.
    pub hardware_concurrency: u32,
    /// Whether workers can share memory.
    pub isolated: bool,
    /// Rounds of the computation a sample, in `solo` and in `parallel`.
    pub rounds: u64,
    /// On one worker, all others idle.
    pub solo: Sample,
    /// On several workers at once: each one's samples.
    pub parallel: Vec<Sample>,
    /// From the start of a program on a waiting worker to its first step.
    pub thread_start: Sample,
    /// From the request for one new worker to its first step.
    pub start_of_one: Sample,
    /// From the request for several new workers at once to each one's first step: all of them a sample, in any order.
    pub starts_together: Vec<Sample>,
    /// How late blocking sleeps ended.
    pub sleep_late: Sample,
    /// How late timers of an event loop fired.
    pub timer_late: Sample,
    /// From a ring to the first step of the worker that slept.
    pub wake: Sample,
    /// One question to a shared object that need not wait.
    pub ask: Sample,
    /// One message from a worker to another one through the conductor.
    pub message: Sample,
    /// One copy of `copy_bytes` by structured clone, one way, the message included.
    pub copy: Sample,
    /// How much was copied.
    pub copy_bytes: u32,
    /// The GIL from one waiting worker to another.
    pub gil_handoff: Sample,
}

/// Something to be known about a calibration. Parts are of 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Notice {
    /// The computation's samples differ much: others use this machine.
    Busy {
        /// The middle half over the median.
        spread: f64,
    },
    /// The computation became slower while it was measured: the machine or the page is throttled.
    Throttled {
        /// The last third took so many times as long as the first one.
        slower: f64,
    },
    /// Fewer cores are free than the browser tells of.
    FewerCores {
        /// So many computed at once.
        free: f64,
        /// It tells of so many.
        told: u32,
    },
    /// Timers fire much later than asked, as in a page in the background.
    LateTimers {
        /// In the median, in ns.
        late_ns: u64,
    },
    /// Nothing was measured of the computation: its speed is a guess.
    Unmeasured,
}

/// A quiet machine's samples of the computation differ by less.
const BUSY_SPREAD: f64 = 0.15;
/// A machine that is not throttled gets slower by less.
const THROTTLED_BY: f64 = 1.25;
/// With fewer of the cores that it tells of, a machine is shared.
const FEW_CORES: f64 = 0.75;
/// Browsers fire timers of a visible page earlier.
const LATE_TIMER_NS: u64 = 8_000_000;
/// What a machine of these years does, where nothing was measured.
const GUESSED_ROUNDS_PER_NS: f64 = 0.5;

/// The profile that `samples` show.
pub fn profile(samples: &Samples) -> Profile {
    let mut notices = Vec::new();
    let solo_ns = median(&samples.solo.ns).filter(|&ns| ns > 0.0);
    let rounds_per_ns = match solo_ns {
        Some(solo_ns) if samples.rounds > 0 => samples.rounds as f64 / solo_ns,
        _ => {
            notices.push(Notice::Unmeasured);
            GUESSED_ROUNDS_PER_NS
        }
    };
    let spread = spread(&samples.solo.ns);
    if spread > BUSY_SPREAD {
        notices.push(Notice::Busy { spread });
    }
    if let Some(slower) = slower(&samples.solo.ns).filter(|&slower| slower > THROTTLED_BY) {
        notices.push(Notice::Throttled { slower });
    }
    let told = samples.hardware_concurrency.max(1);
    let free = cores(samples, solo_ns);
    if free < f64::from(told) * FEW_CORES {
        notices.push(Notice::FewerCores { free, told });
    }
    let timer_late_ns = middle_ns(&samples.timer_late);
    if timer_late_ns > LATE_TIMER_NS {
        let late_ns = timer_late_ns;
        notices.push(Notice::LateTimers { late_ns });
    }
    let (process_start_ns, process_start_each_ns, process_start_shared) =
        starts(&samples.start_of_one, &samples.starts_together).unwrap_or_default();
    let message_ns = middle_ns(&samples.message);
    Profile {
        rounds_per_ns,
        cores: free,
        hardware_concurrency: told,
        thread_start_ns: mean_ns(&samples.thread_start),
        process_start_ns,
        process_start_each_ns,
        process_start_shared,
        sleep_late_ns: middle_ns(&samples.sleep_late),
        timer_late_ns,
        wake_ns: mean_ns(&samples.wake),
        ask_ns: middle_ns(&samples.ask),
        message_ns,
        clone_ns_per_kb: clone_ns_per_kb(samples, message_ns),
        gil_handoff_ns: middle_ns(&samples.gil_handoff),
        spread,
        isolated: samples.isolated,
        notices,
    }
}

/// `profile` with what starts cost now: `of_one` new worker, and of several `together`, as in [`Samples`]. Where that
/// says nothing it stays as it was.
pub fn with_starts(profile: &Profile, of_one: &Sample, together: &[Sample]) -> Profile {
    let mut profile = profile.clone();
    if let Some((start_ns, each_ns, shared)) = starts(of_one, together) {
        profile.process_start_ns = start_ns;
        if !together.is_empty() {
            (profile.process_start_each_ns, profile.process_start_shared) = (each_ns, shared);
        }
    }
    profile
}

fn middle_ns(sample: &Sample) -> u64 {
    median(&sample.ns).map_or(0, |ns| ns.max(0.0) as u64)
}

fn mean_ns(sample: &Sample) -> u64 {
    mean(&sample.ns).map_or(0, |ns| ns.max(0.0) as u64)
}

/// How many times as long the last third of the samples took as the first one, by their quickest
/// half: what others take now and then is not throttling.
fn slower(samples: &[f64]) -> Option<f64> {
    let third = samples.len() / 3;
    if third < 3 {
        return None;
    }
    let quick = |samples: &[f64]| quantile(samples, 0.25).filter(|&ns| ns > 0.0);
    let first_ns = quick(&samples[..third])?;
    let last_ns = quick(&samples[samples.len() - third..])?;
    Some(last_ns / first_ns)
}

/// How many cores' worth of work several workers got, extended to all cores that the browser tells
/// of. More than it tells of is noise.
fn cores(samples: &Samples, solo_ns: Option<f64>) -> f64 {
    let told = f64::from(samples.hardware_concurrency.max(1));
    let speeds = samples.parallel.iter().map(|worker| {
        let worker_ns = median(&worker.ns).filter(|&ns| ns > 0.0);
        Some(solo_ns? / worker_ns?)
    });
    let Some(speeds) = speeds.collect::<Option<Vec<f64>>>() else {
        return told;
    };
    if speeds.is_empty() {
        return told;
    }
    let part = speeds.iter().sum::<f64>() / speeds.len() as f64;
    (part * told).clamp(1.0, told)
}

/// What one new worker takes, what each further one adds that is started at the same time, and how much of that the
/// earlier ones take longer too; `None` without a sample.
fn starts(of_one: &Sample, together: &[Sample]) -> Option<(u64, u64, f64)> {
    let one_ns = median(&of_one.ns);
    let lasts = together.iter().filter_map(|all| {
        let further = all.ns.len().checked_sub(1).filter(|&further| further > 0)?;
        let first_ns = quantile(&all.ns, 0.0)?;
        let last_ns = quantile(&all.ns, 1.0)?;
        Some((first_ns, last_ns, further as f64))
    });
    let lasts: Vec<_> = lasts.collect();
    let firsts_ns: Vec<f64> = lasts.iter().map(|&(first_ns, ..)| first_ns).collect();
    let one_ns = one_ns.or_else(|| median(&firsts_ns))?;
    let slopes = lasts
        .iter()
        .map(|(_, last_ns, further)| (last_ns - one_ns) / further);
    let slopes: Vec<f64> = slopes.collect();
    let each_ns = median(&slopes).unwrap_or(0.0).max(0.0);
    let shares = lasts
        .iter()
        .filter(|(_, last_ns, _)| *last_ns > one_ns)
        .map(|(first_ns, last_ns, _)| (first_ns - one_ns) / (last_ns - one_ns));
    let shares: Vec<f64> = shares.collect();
    let shared = median(&shares).unwrap_or(0.0).clamp(0.0, 1.0);
    Some((one_ns.max(0.0) as u64, each_ns as u64, shared))
}

fn clone_ns_per_kb(samples: &Samples, message_ns: u64) -> u64 {
    let copy_ns = middle_ns(&samples.copy).saturating_sub(message_ns);
    match samples.copy_bytes {
        0 => 0,
        bytes => copy_ns * 1024 / u64::from(bytes),
    }
}
