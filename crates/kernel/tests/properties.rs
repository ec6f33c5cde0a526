//! What holds of every run, whatever the threads do and whoever is chosen.

mod scripted;

use interleave_kernel::{Chooser, Config, Costs, FirstCome, Kernel, Replay, Seeded};
use interleave_trace::{LaneKind, Outcome, State, Trace};
use proptest::prelude::*;
use scripted::{Line, Scripted, finished, run};
use std::collections::BTreeMap;

const LOCKS: u32 = 3;
const SCRIPTS: usize = 5;

fn short_ns() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 1u64..300, 4 => 1_000u64..50_000, 1 => 100_000u64..12_000_000]
}

/// Lines that can't wait for a lock.
fn free_lines() -> impl Strategy<Value = Vec<Line>> {
    let line = prop_oneof![
        4 => short_ns().prop_map(Line::Compute),
        1 => short_ns().prop_map(Line::Solid),
        2 => short_ns().prop_map(Line::Sleep),
        1 => short_ns().prop_map(Line::Io),
        2 => (0u64..40_000).prop_map(Line::Syscall),
        1 => (1u32..4).prop_map(Line::Choose),
        1 => (0u32..2).prop_map(Line::SetFlag),
    ];
    prop::collection::vec(line, 0..4)
}

/// A stretch of a script that never holds two locks, so that only a lost wake-up could stop it.
fn stretch() -> impl Strategy<Value = Vec<Line>> {
    let wrapped = |first: Line, mut body: Vec<Line>, last: Line| {
        body.insert(0, first);
        body.push(last);
        body
    };
    prop_oneof![
        2 => free_lines(),
        4 => (0..LOCKS, free_lines())
            .prop_map(move |(lock, body)| wrapped(Line::Lock(lock), body, Line::Unlock(lock))),
        // It looks at the lock long before it parks, in real order.
        2 => (0..LOCKS, short_ns(), short_ns()).prop_map(|(lock, look_ns, hold_ns)| {
            vec![Line::Solid(look_ns), Line::Lock(lock), Line::Compute(hold_ns), Line::Unlock(lock)]
        }),
        // Without luck the unlock is what is skipped.
        1 => (0..LOCKS, short_ns())
            .prop_map(|(lock, ns)| vec![Line::LockWithin(lock, ns), Line::Unlock(lock)]),
        1 => (0usize..4).prop_map(|nth| vec![Line::Join(nth)]),
        1 => (0u32..2).prop_map(|flag| vec![Line::AwaitFlag(flag)]),
    ]
}

/// A main thread that starts up to six threads and sets both flags before it waits for anyone.
fn scripts() -> impl Strategy<Value = Vec<Vec<Line>>> {
    let script = prop::collection::vec(stretch(), 0..5).prop_map(|parts| parts.concat());
    let scripts = prop::collection::vec(script, SCRIPTS);
    let starts = prop::collection::vec((1..SCRIPTS, free_lines()), 0..6);
    (scripts, starts).prop_map(|(mut scripts, starts)| {
        let mut main: Vec<Line> = Vec::new();
        for (script, pause) in starts {
            main.push(Line::Spawn(script));
            main.extend(pause);
        }
        main.extend([Line::SetFlag(0), Line::SetFlag(1)]);
        main.append(&mut scripts[0]);
        scripts[0] = main;
        scripts
    })
}

fn config() -> impl Strategy<Value = Config> {
    let costs = prop_oneof![
        Just(Costs::default()),
        Just(Costs {
            wake_latency_ns: 0,
            timer_slack_ns: 0,
            thread_start_ns: 0,
            process_start_ns: 0,
            process_end_ns: 0,
            core_slice_ns: 500
        }),
    ];
    let interval_ns = prop_oneof![Just(5_000_000u64), Just(1_000), Just(100_000)];
    (1u32..5, any::<bool>(), interval_ns, costs).prop_map(
        |(cores, gil, switch_interval_ns, costs)| Config {
            cores,
            gil,
            switch_interval_ns,
            costs,
            ..Config::default()
        },
    )
}

/// The most slices of `State::Running` that thread lanes show at once.
fn most_running(trace: &Trace) -> i64 {
    let mut changes = BTreeMap::new();
    for lane in trace.thread_lane_ids() {
        let slices = trace.slices[lane.index()].iter();
        for slice in slices.filter(|slice| slice.state == State::Running) {
            *changes.entry(slice.start_ns).or_insert(0) += 1;
            *changes.entry(slice.end_ns).or_insert(0) -= 1;
        }
    }
    let mut running = 0;
    let level = |change| {
        running += change;
        running
    };
    changes.into_values().map(level).max().unwrap_or(0)
}

/// The invariants of a finished run's trace.
fn check(config: &Config, trace: &Trace, guest: &Scripted) -> Result<(), TestCaseError> {
    let cores = i64::from(config.cores);
    prop_assert!(
        most_running(trace) <= cores,
        "more threads run than there are cores"
    );
    for slices in &trace.slices {
        let mut end_ns = 0;
        for slice in slices.iter() {
            prop_assert!(end_ns <= slice.start_ns && slice.start_ns < slice.end_ns);
            prop_assert!(slice.end_ns <= trace.end_ns);
            end_ns = slice.end_ns;
        }
    }
    let times = trace
        .thread_lane_ids()
        .map(|lane| trace.state_times_ns(lane));
    let running_ns: u64 = times.map(|times| times[State::Running as usize]).sum();
    prop_assert_eq!(running_ns, trace.cpu_ns, "work on lanes is work charged");
    let ran_ns: u64 = guest
        .spans
        .iter()
        .map(|(_, start_ns, end_ns)| end_ns - start_ns)
        .sum();
    prop_assert!(
        ran_ns <= trace.cpu_ns,
        "all that the guest used was charged"
    );
    prop_assert!(
        trace
            .wakes
            .windows(2)
            .all(|pair| pair[0].at_ns <= pair[1].at_ns)
    );
    prop_assert!(
        trace
            .choices
            .iter()
            .all(|choice| choice.options > 1 && choice.picked < choice.options)
    );
    let of_kind = |lane: usize| trace.slices[lane].iter();
    for (lane, kind) in trace.lanes.iter().map(|lane| lane.kind).enumerate() {
        let LaneKind::Core(_) = kind else { continue };
        let core_ns: u64 = of_kind(lane)
            .map(|slice| slice.end_ns - slice.start_ns)
            .sum();
        prop_assert!(core_ns <= trace.end_ns);
    }
    if !config.gil {
        let core_lanes = 0..config.cores as usize;
        let on_cores = core_lanes
            .flat_map(of_kind)
            .map(|slice| slice.end_ns - slice.start_ns);
        prop_assert_eq!(
            on_cores.sum::<u64>(),
            trace.cpu_ns,
            "cores show the same work"
        );
        return Ok(());
    }
    // With a GIL no two stretches of running overlap, and each lies within its thread's turn.
    let mut turns = of_kind(0).peekable();
    let mut end_ns = 0;
    for &(thread, start_ns, stop_ns) in guest.spans.iter().filter(|span| span.1 < span.2) {
        prop_assert!(end_ns <= start_ns, "two threads run under one GIL");
        end_ns = stop_ns;
        while turns.peek().is_some_and(|turn| turn.end_ns <= start_ns) {
            turns.next();
        }
        let turn = *turns.peek().expect("a thread runs only with the GIL");
        prop_assert!(
            turn.holder == Some(thread) && turn.start_ns <= start_ns && stop_ns <= turn.end_ns
        );
    }
    Ok(())
}

/// The same run, looked at every `steps` steps and cloned half-way.
fn run_in_pieces<C: Chooser>(
    config: &Config,
    scripts: &[Vec<Line>],
    chooser: C,
    steps: u64,
) -> Trace {
    let guest = Scripted::new(scripts);
    let mut kernel = Kernel::new(config.clone(), guest, chooser, "MainThread");
    while kernel.advance(steps).is_none() {
        let copy = kernel.clone();
        drop(std::mem::replace(&mut kernel, copy));
    }
    kernel.finish(false).0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// No lost wake-up: threads that never hold two locks all come to their end.
    #[test]
    fn every_run_ends_and_keeps_the_invariants(
        config in config(), scripts in scripts(), seed in any::<u64>(),
    ) {
        let (trace, guest) = run(&config, &scripts, FirstCome);
        prop_assert!(finished(&trace), "{:?}", trace.outcome);
        check(&config, &trace, &guest)?;
        let (trace, guest) = run(&config, &scripts, Seeded::new(seed));
        prop_assert!(finished(&trace), "{:?}", trace.outcome);
        check(&config, &trace, &guest)?;
    }

    /// The same inputs give the same bytes, and a replay of the choices gives them too.
    #[test]
    fn a_run_repeats_and_replays(config in config(), scripts in scripts(), seed in any::<u64>()) {
        let (trace, _) = run(&config, &scripts, Seeded::new(seed));
        let (again, _) = run(&config, &scripts, Seeded::new(seed));
        prop_assert_eq!(trace.to_bytes(), again.to_bytes());
        let (replayed, _) = run(&config, &scripts, Replay::new(trace.choices.clone()));
        prop_assert_eq!(trace.to_bytes(), replayed.to_bytes());
    }

    /// How a run is cut into calls, and whether it goes on from a clone, changes nothing.
    #[test]
    fn pieces_make_the_same_run(
        config in config(), scripts in scripts(), seed in any::<u64>(), steps in 20_000u64..200_000,
    ) {
        let (trace, _) = run(&config, &scripts, Seeded::new(seed));
        let pieces = run_in_pieces(&config, &scripts, Seeded::new(seed), steps);
        prop_assert_eq!(trace, pieces);
    }

    /// A run that is cut short by a bound or by another thread's exit keeps the invariants.
    #[test]
    fn what_is_cut_short_is_consistent(
        config in config(), scripts in scripts(), max_virtual_ns in 1u64..20_000_000, exit in any::<bool>(),
    ) {
        let mut scripts = scripts;
        scripts[1].push(Line::Exit(7));
        let max_virtual_ns = if exit { config.max_virtual_ns } else { max_virtual_ns };
        let config = Config { max_virtual_ns, ..config };
        let (trace, _) = run(&config, &scripts, FirstCome);
        let hit = matches!(trace.outcome, Outcome::Budget { value, .. } if value == trace.end_ns);
        let ended = matches!(trace.outcome, Outcome::Finished { exit_code: 0 | 7 });
        prop_assert!(hit || ended, "{:?}", trace.outcome);
        prop_assert!(most_running(&trace) <= i64::from(config.cores));
        let times = trace.thread_lane_ids().map(|lane| trace.state_times_ns(lane));
        let running_ns: u64 = times.map(|times| times[State::Running as usize]).sum();
        prop_assert_eq!(running_ns, trace.cpu_ns);
    }
}
