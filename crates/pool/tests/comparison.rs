//! Predicted against measured: accounts, causes, and the trace that shows both.

mod plans;

use interleave_pool::calibrate::starting;
use interleave_pool::compare::{Cause, Comparison, Distortion, compare};
use interleave_pool::plan::{Act, Plan, SharedKind};
use interleave_pool::profile::Profile;
use interleave_pool::protocol::{Measured, Order, Way};
use interleave_pool::rehearse::{Terms, rehearse};
use interleave_trace::{LaneId, LaneKind, State, Trace};
use plans::{Builder, MS, browser, compute, ideal, pipeline, sleep};
use proptest::prelude::*;

fn order(way: Way, scale: u32) -> Order {
    Order {
        trace: Vec::new(),
        way,
        scale,
        repeats: 1,
        switch_interval_ns: 5 * MS,
        has_gil: true,
        cores: 4,
        title: "Measured".to_owned(),
    }
}

/// Compares what a browser of `real` costs does with what one of `calibrated` costs would.
fn compared(plan: &Plan, order: &Order, calibrated: &Profile, real: &Profile) -> Comparison {
    let terms = Terms::from(order);
    let rehearsal = rehearse(plan, &terms, calibrated).unwrap();
    let run = rehearse(plan, &terms, real).unwrap().run;
    let trace = ideal(plan, Way::AsWritten, 4).trace;
    let plan = &on_lanes_of(&trace, plan);
    let mut slower = run.clone();
    slower.makespan_ns += 2 * MS;
    let mut faster = run.clone();
    faster.makespan_ns -= MS;
    let runs = vec![slower, run, faster];
    compare(
        order,
        plan,
        &trace,
        &rehearsal,
        runs,
        Vec::new(),
        calibrated,
    )
}

/// The plan as it would be taken from `trace`: a lane that is no GIL's and no core's for each program.
fn on_lanes_of(trace: &Trace, plan: &Plan) -> Plan {
    let lanes = (0..).map(LaneId).zip(&trace.lanes);
    let own =
        lanes.filter(|(_, lane)| matches!(lane.kind, LaneKind::Thread(_) | LaneKind::Task(_)));
    let mut plan = plan.clone();
    for (program, (lane, _)) in plan.programs.iter_mut().zip(own) {
        program.lane = lane;
    }
    plan
}

fn causes(comparison: &Comparison) -> Vec<Cause> {
    comparison.gaps.iter().map(|gap| gap.cause).collect()
}

fn sleepers() -> Plan {
    Builder::crew(&[vec![sleep(30 * MS), sleep(30 * MS)], vec![sleep(20 * MS)]]).plan
}

#[test]
fn the_run_in_the_middle_is_told() {
    let browser = browser(4.0, 10_000);
    let comparison = compared(
        &sleepers(),
        &order(Way::FreeThreaded, 1),
        &browser,
        &browser,
    );
    let [slower, middle, faster] = comparison.makespans_ns[..] else {
        panic!("three runs");
    };
    assert!(faster < middle && middle < slower);
    assert_eq!(comparison.median_ns, middle);
    assert_eq!(comparison.predicted_ns, middle);
    assert_eq!(comparison.predicted, comparison.measured);
    assert_eq!(comparison.chain.total_ns(), middle);
    assert!(comparison.chain.waiting_ns >= 60 * MS);
    assert_eq!(comparison.gaps, []);
    assert_eq!(comparison.ideal_ns, 60 * MS);
    assert_eq!(comparison.lanes.len(), 3);
    assert_eq!(comparison.lanes[1].name, "Thread-1");
    assert_eq!(
        comparison.lanes[1].predicted.waiting_ns,
        60 * MS + 2 * 10_000
    );
}

#[test]
fn programs_of_other_processes_are_told_apart() {
    let mut plan = starting(2);
    for program in &mut plan.programs {
        program.name = "MainThread".to_owned();
    }
    let browser = Profile {
        process_start_ns: 20 * MS,
        ..browser(4.0, 10_000)
    };
    let comparison = compared(&plan, &order(Way::AsWritten, 1), &browser, &browser);
    let names = comparison.lanes.iter().map(|lane| &*lane.name);
    let expected = ["MainThread", "Run 2: MainThread", "Run 3: MainThread"];
    assert_eq!(names.collect::<Vec<_>>(), expected);
}

#[test]
fn without_a_run_there_is_the_prediction() {
    let plan = sleepers();
    let browser = browser(4.0, 10_000);
    let order = order(Way::Gil, 1);
    let rehearsal = rehearse(&plan, &Terms::from(&order), &browser).unwrap();
    let trace = rehearsal.trace.clone();
    let comparison = compare(
        &order,
        &plan,
        &trace,
        &rehearsal,
        Vec::new(),
        Vec::new(),
        &browser,
    );
    assert_eq!((comparison.median_ns, comparison.gaps.len()), (0, 0));
    assert_eq!(comparison.trace, trace);
}

#[test]
fn starts_of_processes_are_named_as_what_they_are() {
    let plan = Builder::crew(&vec![vec![compute(20 * MS)]; 3]).plan;
    let mut calibrated = browser(4.0, 0);
    calibrated.process_start_ns = 15 * MS;
    let order = order(Way::Processes, 1);
    let comparison = compared(&plan, &order, &calibrated, &calibrated);
    assert_eq!(causes(&comparison), [Cause::StartUp]);
    assert_eq!(comparison.gaps[0].ns, 15 * MS as i64);
    // It took another 10 ms when it came to it.
    let mut real = calibrated.clone();
    real.process_start_ns += 10 * MS;
    let comparison = compared(&plan, &order, &calibrated, &real);
    assert_eq!(causes(&comparison), [Cause::StartUp]);
    assert_eq!(comparison.gaps[0].ns, 25 * MS as i64);
}

#[test]
fn late_timers_are_named_whether_or_not_they_were_foreseen() {
    let calibrated = browser(4.0, 0);
    let mut real = calibrated.clone();
    real.timer_late_ns = 8 * MS;
    let order = order(Way::EventLoop, 1);
    for profile in [&calibrated, &real] {
        let comparison = compared(&sleepers(), &order, profile, &real);
        assert_eq!(causes(&comparison), [Cause::Timers]);
        assert_eq!(comparison.gaps[0].ns, 16 * MS as i64);
    }
}

#[test]
fn cores_that_lack_are_named() {
    let plan = Builder::crew(&vec![vec![compute(40 * MS)]; 4]).plan;
    let browser = browser(2.0, 0);
    let comparison = compared(&plan, &order(Way::FreeThreaded, 1), &browser, &browser);
    assert_eq!(causes(&comparison), [Cause::FewerCores]);
    assert_eq!(comparison.ideal_ns, 40 * MS);
}

#[test]
fn a_gil_that_goes_slowly_is_named() {
    let plan = Builder::crew(&vec![vec![compute(40 * MS)]; 2]).plan;
    let calibrated = browser(4.0, 0);
    let mut real = calibrated.clone();
    real.gil_handoff_ns = MS;
    let order = order(Way::Gil, 1);
    for profile in [&calibrated, &real] {
        let comparison = compared(&plan, &order, profile, &real);
        assert_eq!(causes(&comparison), [Cause::GilHandOff]);
    }
}

#[test]
fn slow_rings_are_named() {
    let mut builder = Builder::new();
    let forth = builder.shared(SharedKind::Counter { permits: 0 });
    let back = builder.shared(SharedKind::Counter { permits: 0 });
    let ping = [Act::Release(forth), Act::Acquire(back)].repeat(20);
    let pong = [Act::Acquire(forth), compute(MS), Act::Release(back)].repeat(20);
    builder.hire(&[ping, pong]);
    let calibrated = browser(4.0, 0);
    let mut real = calibrated.clone();
    real.wake_ns = MS / 4;
    for profile in [&calibrated, &real] {
        let comparison = compared(&builder.plan, &order(Way::FreeThreaded, 1), profile, &real);
        assert_eq!(causes(&comparison), [Cause::Wakes]);
    }
}

/// `run` as a machine that computes so many times as slowly would have it.
fn slowed(run: &Measured, times: u64) -> Measured {
    let mut run = run.clone();
    let slow = |ns: &mut u64| *ns *= times;
    for stretch in &mut run.stretches {
        slow(&mut stretch.start_ns);
        slow(&mut stretch.end_ns);
    }
    for did in &mut run.done {
        slow(&mut did.from_ns);
        slow(&mut did.at_ns);
    }
    run.began_ns.iter_mut().for_each(slow);
    run.ended_ns.iter_mut().for_each(slow);
    slow(&mut run.makespan_ns);
    run
}

#[test]
fn a_machine_that_became_slow_is_named() {
    let plan = Builder::crew(&vec![vec![compute(40 * MS)]; 2]).plan;
    let order = order(Way::FreeThreaded, 1);
    let browser = browser(4.0, 0);
    let rehearsal = rehearse(&plan, &Terms::from(&order), &browser).unwrap();
    let runs = vec![slowed(&rehearsal.run, 2)];
    let trace = rehearsal.trace.clone();
    let comparison = compare(
        &order,
        &plan,
        &trace,
        &rehearsal,
        runs,
        Vec::new(),
        &browser,
    );
    assert_eq!(causes(&comparison), [Cause::Slower]);
    assert_eq!(comparison.gaps[0].ns, 40 * MS as i64);
}

#[test]
fn what_a_scale_distorts_is_said() {
    let plan = sleepers();
    let mut browser = browser(4.0, 0);
    browser.process_start_ns = 5 * MS;
    browser.sleep_late_ns = MS / 10;
    let distorted = |way, scale| compared(&plan, &order(way, scale), &browser, &browser).distorted;
    assert_eq!(distorted(Way::Processes, 1), []);
    assert_eq!(
        distorted(Way::Processes, 100),
        [
            Distortion::StartUpWeighsMore,
            Distortion::SleepsNearTimerPrecision
        ]
    );
    let plan = Builder::crew(&vec![vec![compute(40 * MS)]; 2]).plan;
    let order = order(Way::Gil, 10);
    assert_eq!(
        compared(&plan, &order, &browser, &browser).distorted,
        [Distortion::SwitchIntervalScaled]
    );
}

/// What the timeline takes for granted.
fn assert_sound(trace: &Trace) {
    assert_eq!(trace.slices.len(), trace.lanes.len());
    assert_eq!(trace.marks.len(), trace.lanes.len());
    for (thread, lane) in trace.thread_lanes.iter().enumerate() {
        let kind = trace.lanes[lane.index()].kind;
        assert!(matches!(kind, LaneKind::Thread(known) if known.index() == thread));
    }
    for (lane, slices) in trace.lanes.iter().zip(&trace.slices) {
        assert!(lane.process.index() < trace.processes.len());
        assert!(
            lane.parent
                .is_none_or(|parent| parent.index() < trace.thread_lanes.len())
        );
        let mut free_ns = 0;
        for slice in slices.iter() {
            assert!(
                free_ns <= slice.start_ns && slice.start_ns < slice.end_ns,
                "{}",
                lane.name
            );
            assert!(slice.end_ns <= trace.end_ns);
            free_ns = slice.end_ns;
            assert!(
                slice
                    .object
                    .is_none_or(|object| object.index() < trace.objects.len())
            );
            assert!(
                slice
                    .holder
                    .is_none_or(|by| by.index() < trace.thread_lanes.len())
            );
            assert_eq!(slice.holder.is_some(), !lane.kind.shows_states());
        }
    }
}

proptest! {
    #[test]
    fn both_runs_stand_on_one_axis_under_each_other(
        servers in 1usize..4, items in 0usize..12, scale in prop::sample::select(vec![1u32, 10, 100]), cost_ns in 0u64..300_000,
    ) {
        let mut plan = pipeline(servers, items, Some(2));
        plan.programs[0].name = "MainThread".to_owned();
        let browser = browser(3.0, cost_ns);
        for way in Way::ALL {
            let predicted = ideal(&plan, Way::AsWritten, 4).trace;
            let order = order(way, scale);
            let rehearsal = rehearse(&plan, &Terms::from(&order), &browser).unwrap();
            let runs = vec![rehearsal.run.clone()];
            let trace = compare(&order, &plan, &predicted, &rehearsal, runs, Vec::new(), &browser).trace;
            assert_sound(&trace);
            prop_assert_eq!(&trace.lanes[..predicted.lanes.len()], &predicted.lanes[..]);
            let added = &trace.lanes[predicted.lanes.len()..];
            let states = added.iter().filter(|lane| lane.kind.shows_states());
            prop_assert_eq!(states.count(), plan.programs.len());
            prop_assert!(added.iter().all(|lane| lane.process.index() >= predicted.processes.len()));
            let scaled_ns = rehearsal.makespan_ns * u64::from(scale);
            prop_assert_eq!(trace.end_ns, scaled_ns.max(predicted.end_ns));
            let gils = added.iter().filter(|lane| matches!(lane.kind, LaneKind::Gil(_))).count();
            prop_assert_eq!(gils, usize::from(matches!(way, Way::Gil | Way::AsWritten)));
            let titles = (predicted.lanes.len()..trace.lanes.len()).map(|lane| {
                trace.lane_title(interleave_trace::LaneId(lane as u32)).into_owned()
            });
            for title in titles {
                prop_assert!(title.starts_with("Measured"), "{}", title);
            }
        }
    }
}

#[test]
fn clocks_that_differ_a_little_make_no_slices_that_overlap() {
    let plan = Builder::crew(&vec![vec![compute(20 * MS)]; 2]).plan;
    let order = order(Way::Gil, 10);
    let browser = browser(4.0, 20_000);
    let rehearsal = rehearse(&plan, &Terms::from(&order), &browser).unwrap();
    let mut run = rehearsal.run.clone();
    for stretch in run
        .stretches
        .iter_mut()
        .filter(|stretch| stretch.program.0 == 1)
    {
        stretch.start_ns = stretch.start_ns.saturating_sub(30_000);
        stretch.end_ns += 30_000;
    }
    assert!(
        run.stretches
            .iter()
            .any(|stretch| stretch.state == State::Running)
    );
    let trace = rehearsal.trace.clone();
    let comparison = compare(
        &order,
        &plan,
        &trace,
        &rehearsal,
        vec![run],
        Vec::new(),
        &browser,
    );
    assert_sound(&comparison.trace);
}
