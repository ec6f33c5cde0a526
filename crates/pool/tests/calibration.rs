//! What calibrations make of samples: quiet and noisy machines, throttled ones, shared ones.

use interleave_pool::calibrate::{
    Chain, Mood, Notice, Sample, Samples, compute, profile, started, starting, starting_terms,
    with_starts,
};
use interleave_pool::perform::Part;
use interleave_pool::plan::{self, ProgramId};
use interleave_pool::profile::Profile;
use interleave_pool::protocol::{Measured, Way};
use interleave_pool::rehearse::rehearse;
use interleave_pool::seating::Seating;
use proptest::prelude::*;

const ROUNDS: u64 = 1_000_000;

fn sample(ns: impl IntoIterator<Item = f64>) -> Sample {
    let ns = ns.into_iter().collect();
    Sample { ns }
}

/// A quiet machine: 0.5 rounds a ns, four cores, all free.
fn quiet() -> Samples {
    Samples {
        hardware_concurrency: 4,
        isolated: true,
        rounds: ROUNDS,
        solo: sample((0..15).map(|index| 2e6 + f64::from(index % 3) * 1e3)),
        parallel: vec![sample([2.02e6; 12]); 4],
        thread_start: sample([60e3; 9]),
        start_of_one: sample([9e6, 10e6, 30e6]),
        starts_together: vec![
            sample([16e6, 10e6, 12e6, 14e6]),
            sample([11e6, 17e6, 15e6, 13e6]),
        ],
        sleep_late: sample([70e3, 80e3, 90e3]),
        timer_late: sample([400e3, 500e3, 4e6]),
        wake: sample([20e3, 22e3, 500e3]),
        ask: sample([300.0; 5]),
        message: sample([40e3, 50e3, 60e3]),
        copy: sample([306e3; 3]),
        copy_bytes: 256 * 1024,
        gil_handoff: sample([25e3; 5]),
    }
}

#[test]
fn a_quiet_machine_is_what_its_samples_say() {
    let profile = profile(&quiet());
    assert_eq!(profile.notices, []);
    assert!((profile.rounds_per_ns - 0.5).abs() < 0.001);
    assert!((profile.cores - 3.96).abs() < 0.01);
    assert_eq!(profile.thread_start_ns, 60_000);
    assert_eq!(profile.process_start_ns, 10_000_000);
    // The last of four came 6 ms and 7 ms after one alone would.
    assert_eq!(profile.process_start_each_ns, 2_166_666);
    // The first of four came as one alone, or 1 ms of 7 later.
    assert!((profile.process_start_shared - 0.5 / 7.0).abs() < 1e-9);
    assert_eq!(
        (profile.sleep_late_ns, profile.timer_late_ns),
        (80_000, 500_000)
    );
    // The mean but for the slowest one.
    assert_eq!((profile.wake_ns, profile.ask_ns), (21_000, 300));
    assert_eq!(
        (profile.message_ns, profile.clone_ns_per_kb),
        (50_000, 1_000)
    );
    assert_eq!(profile.gil_handoff_ns, 25_000);
    assert!(profile.spread < 0.01);
}

#[test]
fn a_machine_that_gets_slower_is_throttled() {
    let mut samples = quiet();
    samples.solo = sample((0..15).map(|index| 2e6 * (1.0 + f64::from(index) / 15.0)));
    let notices = profile(&samples).notices;
    let slower = notices.iter().find_map(|notice| match notice {
        Notice::Throttled { slower } => Some(*slower),
        _ => None,
    });
    assert!(
        slower.is_some_and(|slower| (1.4..1.8).contains(&slower)),
        "{notices:?}"
    );
}

#[test]
fn a_machine_that_others_use_is_busy() {
    let mut samples = quiet();
    samples.solo = sample((0..15).map(|index| 2e6 * (1.0 + f64::from(index * 7 % 15) / 20.0)));
    let notices = profile(&samples).notices;
    assert!(
        matches!(notices[..], [Notice::Busy { spread }] if spread > 0.2),
        "{notices:?}"
    );
}

#[test]
fn cores_that_are_taken_are_missed() {
    let mut samples = quiet();
    samples.parallel = vec![sample([4e6; 12]); 4];
    let profile = profile(&samples);
    assert!((profile.cores - 2.0).abs() < 0.01);
    assert_eq!(profile.notices.len(), 1);
    let Notice::FewerCores { free, told } = profile.notices[0] else {
        panic!("{:?}", profile.notices);
    };
    assert_eq!((free, told), (profile.cores, 4));
}

#[test]
fn timers_of_a_background_page_are_late() {
    let mut samples = quiet();
    samples.timer_late = sample([995e6; 5]);
    let late_ns = 995_000_000;
    assert_eq!(profile(&samples).notices, [Notice::LateTimers { late_ns }]);
}

#[test]
fn nothing_measured_is_said_so() {
    let profile = profile(&Samples::default());
    assert_eq!(profile.notices, [Notice::Unmeasured]);
    assert!(profile.rounds_per_ns > 0.0);
    assert_eq!(profile.cores, 1.0);
    assert_eq!(
        (profile.process_start_ns, profile.process_start_each_ns),
        (0, 0)
    );
}

#[test]
fn every_round_of_the_computation_counts() {
    let results: Vec<u64> = (0..50).map(|rounds| compute(7, rounds)).collect();
    let mut distinct = results.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), results.len());
    assert_ne!(compute(7, 1_000), compute(9, 1_000));
}

proptest! {
    #[test]
    fn noise_and_a_few_wild_samples_move_little(
        noise in prop::collection::vec(-0.03f64..0.03, 15), wild in prop::collection::vec((0usize..15, 2.0f64..100.0), 0..4),
    ) {
        let mut samples = quiet();
        samples.solo = sample(noise.iter().map(|part| 2e6 * (1.0 + part)));
        for (index, times) in wild {
            samples.solo.ns[index] = 2e6 * times;
        }
        let profile = profile(&samples);
        prop_assert!((profile.rounds_per_ns - 0.5).abs() < 0.5 * 0.04, "{}", profile.rounds_per_ns);
        let is_throttled = profile.notices.iter().any(|notice| matches!(notice, Notice::Throttled { .. }));
        prop_assert!(!is_throttled, "{:?}", profile.notices);
    }

    #[test]
    fn the_start_model_is_found_again(one in 1e6f64..50e6, each in 0.0f64..10e6) {
        let mut samples = quiet();
        samples.start_of_one = sample([one; 3]);
        samples.starts_together = vec![sample([one, one + each, one + 2.0 * each, one + 3.0 * each]); 2];
        let profile = profile(&samples);
        prop_assert!((profile.process_start_ns as f64 - one).abs() <= 1.0);
        prop_assert!((profile.process_start_each_ns as f64 - each).abs() <= 1.0);
    }

    #[test]
    fn cores_are_never_more_than_told_nor_less_than_one(
        solo in 1e5f64..1e7, parallel in prop::collection::vec(1e5f64..1e8, 1..9), told in 1u32..65,
    ) {
        let mut samples = quiet();
        samples.hardware_concurrency = told;
        samples.solo = sample([solo; 15]);
        samples.parallel = parallel.into_iter().map(|ns| sample([ns; 5])).collect();
        let cores = profile(&samples).cores;
        prop_assert!((1.0..=f64::from(told)).contains(&cores));
    }
}

#[test]
fn a_wake_costs_what_makes_the_chain_as_long_as_it_took() {
    assert_eq!(Chain::of_workers(3), None);
    assert_eq!(Chain::of_workers(4), Some(Chain::default()));
    assert_eq!(Chain::of_workers(64), Chain::of_workers(21));
    let chains = [4, 10, 22].map(|workers| Chain::of_workers(workers).unwrap());
    for (chain, real_ns) in chains.into_iter().zip([40_000, 90_000, 300_000]) {
        assert!(plan::check(&chain.plan(), |_| 0).is_ok());
        let real = Profile {
            wake_ns: real_ns,
            ..profile(&quiet())
        };
        let run = rehearse(&chain.plan(), &chain.terms(), &real).unwrap().run;
        let found_ns = chain.wake_ns(&profile(&quiet()), &chain.rounds(&run));
        assert!(
            found_ns.abs_diff(real_ns) < 1_500,
            "{found_ns} of {real_ns}"
        );
    }
}

#[test]
fn a_chain_that_was_held_up_moves_a_wake_by_little() {
    let chain = Chain::default();
    let real = Profile {
        wake_ns: 150_000,
        ..profile(&quiet())
    };
    let mut run = rehearse(&chain.plan(), &chain.terms(), &real).unwrap().run;
    let found_ns = |run: &Measured| chain.wake_ns(&profile(&quiet()), &chain.rounds(run));
    let mut mains = run.done.iter_mut();
    let main = mains.rfind(|did| did.part == Part::Program(ProgramId(0)));
    main.expect("the last take").at_ns += 40_000_000;
    let once_ns = found_ns(&run);
    assert!((150_000..210_000).contains(&once_ns), "{once_ns}");
    // All of it has a bound, and what was not written down says nothing.
    for did in &mut run.done {
        did.at_ns += 3_000_000_000;
    }
    assert!(found_ns(&run) <= 1_000_000);
    assert_eq!(found_ns(&Measured::default()), profile(&quiet()).wake_ns);
}

#[test]
fn starts_are_told_as_they_are_rehearsed() {
    for is_isolated in [true, false] {
        let known = Profile {
            process_start_ns: 20_000_000,
            process_start_each_ns: 7_000_000,
            process_start_shared: 1.0,
            ..profile(&quiet())
        };
        let terms = starting_terms(is_isolated);
        let told = |processes| {
            let plan = starting(processes);
            assert!(plan::check(&plan, |_| 0).is_ok());
            started(&rehearse(&plan, &terms, &known).unwrap().run)
        };
        let (one, ten) = (told(1), told(10));
        assert_eq!((one.ns.len(), ten.ns.len()), (1, 10));
        let again = with_starts(&profile(&quiet()), &one, &[ten]);
        let near = |told: u64, known: u64| told.abs_diff(known) < 300_000;
        assert!(near(again.process_start_ns, 20_000_000), "{again:?}");
        assert!(near(again.process_start_each_ns, 7_000_000), "{again:?}");
    }
}

#[test]
fn what_is_measured_beside_runs_is_like_them() {
    let mood =
        |plan, way, is_isolated| Mood::of(&Seating::of(&plan, way, true, is_isolated).unwrap());
    let processes = mood(starting(5), Way::AsWritten, true);
    assert_eq!((processes.together(), processes.chain()), (5, None));
    let many = mood(starting(40), Way::AsWritten, true);
    assert_eq!(many.together(), 16);
    let threads = mood(Chain::default().plan(), Way::Gil, true);
    assert_eq!(
        (threads.together(), threads.chain()),
        (0, Some(Chain::default()))
    );
    let apart = mood(Chain::default().plan(), Way::Processes, false);
    assert_eq!((apart.together(), apart.chain()), (3, None));
    let one_by_one = mood(Chain::default().plan(), Way::Sequential, true);
    assert_eq!((one_by_one.together(), one_by_one.chain()), (0, None));
    assert_eq!(one_by_one.renew(&profile(&quiet())), None);
    // However few runs there are, there are some samples.
    let samples = |runs: u32| {
        (0..runs)
            .map(|taken| Mood::samples(taken, runs - taken))
            .sum::<u32>()
    };
    assert!(
        [1, 2, 3, 5]
            .iter()
            .all(|&runs| (3..=5).contains(&samples(runs)))
    );
}

#[test]
fn starts_are_what_they_are_now() {
    let known = profile(&quiet());
    let (one, together) = (sample([20e6; 3]), [sample([20e6, 25e6, 32e6])]);
    let renewed = with_starts(&known, &one, &together);
    assert_eq!(renewed.process_start_ns, 20_000_000);
    assert_eq!(renewed.process_start_each_ns, 6_000_000);
    // One by one they tell nothing of several at once; nothing tells nothing.
    let renewed = with_starts(&known, &one, &[]);
    assert_eq!(renewed.process_start_ns, 20_000_000);
    assert_eq!(renewed.process_start_each_ns, known.process_start_each_ns);
    assert_eq!(with_starts(&known, &Sample::default(), &[]), known);
}
