//! What is measured and how often, so that all of it takes well under a second.

use super::figures::median;
use super::{Chain, Probe, Sample};

/// Rounds of the first, short samples that say how fast this machine is.
pub const FIRST_ROUNDS: u64 = 20_000;

/// No machine does a round in less: three shifts that wait for each other. A clock whose step is longer
/// than the first samples shows less, or nothing at all.
const LEAST_NS_PER_ROUND: f64 = 0.5;

/// How long one sample of the computation takes, in ns: many times what a clock of 5 us or even of
/// 100 us gets wrong, and no longer than an operating system leaves a thread alone.
const SAMPLE_NS: f64 = 3_000_000.0;
/// A browser's compiler has done its best after so long.
const WARM_UP_NS: f64 = 20_000_000.0;
const SOLO_SAMPLES: u32 = 15;
const PARALLEL_SAMPLES: u32 = 12;
const SLEEP_NS: u64 = 2_000_000;
const SLEEP_SAMPLES: u32 = 12;
/// Beyond what browsers make of shorter timers.
const TIMER_NS: u64 = 5_000_000;
const TIMER_SAMPLES: u32 = 8;
/// So many workers compute at once at most: more says nothing new and takes longer to start.
const MAX_PARALLEL: u32 = 8;
/// Few: beside the runs of an order they are measured again.
const STARTS_OF_ONE: u32 = 3;
const STARTS_OF_FOUR: u32 = 1;
const EXCHANGES: u32 = 60;
/// Each after a nap of 2 ms on average.
const WAKES: u32 = 16;
const COPIES: u32 = 8;
const COPY_BYTES: u32 = 256 * 1024;

/// What a calibration does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// Computed before anything is measured.
    pub warm_up: Probe,
    /// On one worker, all others idle.
    pub solo: Probe,
    /// On `parallel_workers` at once.
    pub parallel: Probe,
    /// How many compute at once.
    pub parallel_workers: u32,
    /// Blocking sleeps.
    pub sleep: Probe,
    /// Timers of an event loop.
    pub timer: Probe,
    /// How often one new worker is started.
    pub starts_of_one: u32,
    /// How often four new workers are started at once.
    pub starts_of_four: u32,
    /// Samples each of a question, a message and a hand-off.
    pub exchanges: u32,
    /// Samples of a ring, which a start on a waiting worker is, too.
    pub wakes: u32,
    /// Samples of a copy.
    pub copies: u32,
    /// The size of a copy, in bytes.
    pub copy_bytes: u32,
}

impl Course {
    /// The course for a machine on which [`FIRST_ROUNDS`] rounds took as long as `first` says.
    pub fn new(first: &Sample, hardware_concurrency: u32) -> Course {
        let least_ns = FIRST_ROUNDS as f64 * LEAST_NS_PER_ROUND;
        let first_ns = median(&first.ns).unwrap_or(0.0).max(least_ns);
        let rounds_in = |ns: f64| ((ns / first_ns) * FIRST_ROUNDS as f64).clamp(1.0, 1e10) as u64;
        let rounds = rounds_in(SAMPLE_NS);
        let computing = |samples| Probe::Rounds { rounds, samples };
        Course {
            warm_up: Probe::Rounds {
                rounds: rounds_in(WARM_UP_NS),
                samples: 1,
            },
            solo: computing(SOLO_SAMPLES),
            parallel: computing(PARALLEL_SAMPLES),
            parallel_workers: hardware_concurrency.clamp(1, MAX_PARALLEL),
            sleep: Probe::Sleep {
                ns: SLEEP_NS,
                samples: SLEEP_SAMPLES,
            },
            timer: Probe::Timer {
                ns: TIMER_NS,
                samples: TIMER_SAMPLES,
            },
            starts_of_one: STARTS_OF_ONE,
            starts_of_four: STARTS_OF_FOUR,
            exchanges: EXCHANGES,
            wakes: WAKES,
            copies: COPIES,
            copy_bytes: COPY_BYTES,
        }
    }

    /// How long it takes, in ns, where a round takes `round_ns`, a start of a worker `start_ns` and a
    /// message `message_ns`, and every second core that the browser tells of is taken.
    pub fn takes_ns(&self, round_ns: f64, start_ns: f64, message_ns: f64) -> f64 {
        let probe_ns = |probe| match probe {
            Probe::Rounds { rounds, samples } => rounds as f64 * f64::from(samples) * round_ns,
            Probe::Sleep { ns, samples } | Probe::Timer { ns, samples } => {
                ns as f64 * f64::from(samples) * 1.2
            }
            Probe::Wake { .. } | Probe::GilHandOff { .. } | Probe::Ask { .. } => 0.0,
        };
        // The chain has two workers more than what is measured before it.
        let starts = f64::from(self.starts_of_one) + 2.0 * f64::from(self.starts_of_four) + 2.0;
        probe_ns(self.warm_up)
            + probe_ns(self.solo)
            + 2.0 * probe_ns(self.parallel)
            + probe_ns(self.sleep)
            + probe_ns(self.timer)
            + starts * start_ns
            + Chain::default().usual_ns()
            + 2e6 * f64::from(self.wakes)
            + 5.0 * f64::from(self.exchanges) * message_ns
            + 2.0 * f64::from(self.copies) * message_ns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_saw_nothing_pass_does_not_make_the_course_endless() {
        let unseen = Course::new(&Sample { ns: vec![0.0; 5] }, 4);
        assert!(unseen.takes_ns(2.0, 3e7, 4e4) < 2e9, "{unseen:?}");
    }
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_over_in_less_than_a_second(
            round_ns in 0.3f64..20.0, cores in 1u32..129,
            start_ns in 1e6f64..40e6, message_ns in 1e4f64..4e5,
        ) {
            let first = Sample { ns: vec![round_ns * FIRST_ROUNDS as f64; 3] };
            let course = Course::new(&first, cores);
            let takes_ns = course.takes_ns(round_ns, start_ns, message_ns);
            prop_assert!(takes_ns < 1e9, "{takes_ns} ns");
            prop_assert!(course.parallel_workers <= cores.min(8));
        }
    }

    #[test]
    fn samples_are_about_as_long_on_every_machine() {
        for round_ns in [0.5, 2.0, 15.0] {
            let first = Sample {
                ns: vec![round_ns * FIRST_ROUNDS as f64, round_ns * 3e6],
            };
            let Probe::Rounds { rounds, .. } = Course::new(
                &Sample {
                    ns: first.ns[..1].to_vec(),
                },
                4,
            )
            .solo
            else {
                panic!("the computation is measured in rounds");
            };
            let sample_ns = rounds as f64 * round_ns;
            assert!((2.9e6..3.1e6).contains(&sample_ns), "{sample_ns}");
        }
    }

    #[test]
    fn a_clock_that_stands_still_does_no_harm() {
        let course = Course::new(&Sample { ns: vec![0.0] }, 0);
        assert_eq!(course.parallel_workers, 1);
        assert_eq!(Course::new(&Sample::default(), 2).solo, course.solo);
    }
}
