//! What must hold of the panel's state, whatever the page and the conductor say.

use super::*;
use interleave_lab::bridge::Ran;
use interleave_pool::compare::Account;
use interleave_scenario::gallery;
use interleave_trace::{Outcome as End, Recorder};

fn shown(makespan_ns: u64) -> Shown {
    Shown {
        scenario: gallery::all()[0].scenario(),
        ran: Some(Ran {
            run: 4,
            outcome: "finished".to_owned(),
            makespan_ns,
            is_current: true,
        }),
        is_running: false,
        shows_measured: false,
    }
}

fn profile(cores: f64) -> Profile {
    Profile {
        cores,
        ..Profile::ideal(8)
    }
}

fn comparison() -> Box<Comparison> {
    Box::new(Comparison {
        way: Way::AsWritten,
        scale: 10,
        trace: Recorder::new(1).finish(End::Finished { exit_code: 0 }, 10, 5, 1),
        predicted_ns: 100,
        ideal_ns: 90,
        makespans_ns: vec![101, 99, 105],
        median_ns: 101,
        start_up_ns: 3,
        predicted: Account::default(),
        measured: Account::default(),
        chain: Account::default(),
        lanes: Vec::new(),
        gaps: Vec::new(),
        distorted: Vec::new(),
        replaced: 0,
        profile: profile(3.7),
        dropped: Vec::new(),
    })
}

/// The state after these, with a run of 10 s shown.
fn after(happened: impl IntoIterator<Item = Happened>) -> Real {
    let mut real = Real::new(true);
    let shown = shown(10_000_000_000);
    for happened in happened {
        real.apply(happened, Some(&shown));
    }
    real
}

fn trace() -> Happened {
    Happened::TraceCame {
        run: 4,
        bytes: vec![1, 2],
    }
}

#[test]
fn settings_come_back_and_strange_ones_are_told() {
    let mut real = Real::new(true);
    assert_eq!(real.words(), "");
    real.apply(Happened::ChoseWay(Way::Processes), None);
    real.apply(Happened::ChoseScale(10), None);
    real.apply(Happened::ChoseRepeats(5), None);
    let words = real.words();
    assert_eq!(words, "way.processes~scale.10~repeats.5");
    let mut other = Real::new(true);
    other.apply(Happened::Given(words.clone()), None);
    assert_eq!((other.words(), other.unread.len()), (words, 0));
    other.apply(
        Happened::Given("scale.7~repeats.1~colour.red".to_owned()),
        None,
    );
    assert_eq!(other.words(), "repeats.1");
    assert_eq!(other.unread, ["scale.7", "colour.red"]);
}

#[test]
fn a_run_asks_for_the_trace_and_then_orders_what_was_chosen() {
    let real = after([
        Happened::ChoseWay(Way::Processes),
        Happened::ChoseRepeats(5),
        Happened::Run,
    ]);
    assert_eq!(real.work, Work::Fetching { run: 4 });
    let real = after([
        Happened::ChoseWay(Way::Processes),
        Happened::ChoseRepeats(5),
        Happened::Run,
        trace(),
    ]);
    let Work::Running { id, order, .. } = &real.work else {
        panic!("{:?}", real.work)
    };
    assert_eq!(*id, 1);
    assert_eq!(
        (order.way, order.repeats, order.scale),
        (Way::Processes, 5, 10)
    );
    assert_eq!(order.trace, [1, 2]);
    assert_eq!(order.title, "Measured");
    assert!(order.has_gil);
}

#[test]
fn a_trace_that_nobody_asked_for_starts_nothing() {
    assert_eq!(after([trace()]).work, Work::Idle);
    let other = Happened::TraceCame {
        run: 3,
        bytes: Vec::new(),
    };
    let real = after([Happened::Run, other]);
    assert_eq!(real.work, Work::Fetching { run: 4 });
    assert_eq!(
        after([Happened::Run, Happened::Stop, trace()]).work,
        Work::Idle
    );
}

#[test]
fn the_scale_follows_the_length_until_one_is_chosen() {
    let mut real = Real::new(true);
    for (makespan_ns, scale) in [
        (0, 1),
        (3_000_000_000, 1),
        (30_000_000_000, 10),
        (31_000_000_000, 100),
        (u64::MAX, 100),
    ] {
        assert_eq!(real.scale_for(Some(&shown(makespan_ns))), scale);
    }
    real.apply(Happened::ChoseScale(1), None);
    assert_eq!(real.scale_for(Some(&shown(u64::MAX))), 1);
}

#[test]
fn answers_to_an_order_that_is_over_are_left_out() {
    let start = [Happened::Run, trace()];
    let measured = |id| {
        Happened::Heard(FromConductor::Measured {
            id,
            result: comparison(),
        })
    };
    let real = after(start.clone().into_iter().chain([measured(7)]));
    assert!(real.outcome.is_none());
    let real = after(start.into_iter().chain([measured(1)]));
    assert_eq!(real.work, Work::Idle);
    let outcome = real.outcome.expect("an outcome");
    assert_eq!((outcome.id, outcome.run, outcome.repeats), (1, 4, 3));
    assert_eq!(real.profile.expect("the profile that it used").cores, 3.7);
}

#[test]
fn stop_waits_for_the_conductor_and_says_what_became_of_the_run() {
    let real = after([Happened::Run, trace(), Happened::Stop]);
    assert!(matches!(
        real.work,
        Work::Running {
            is_stopping: true,
            ..
        }
    ));
    let dropped = Happened::Heard(FromConductor::Dropped {
        id: 1,
        why: Dropped::Stopped,
    });
    let real = after([Happened::Run, trace(), Happened::Stop, dropped]);
    assert_eq!(real.work, Work::Idle);
    assert_eq!(real.ended, Some(Ended::Dropped(Dropped::Stopped)));
}

#[test]
fn a_back_end_that_does_not_answer_is_ended_by_a_second_stop() {
    let real = after([Happened::Run, trace(), Happened::Stop, Happened::Stop]);
    assert_eq!((real.work, real.ends), (Work::Idle, 1));
    let real = after([Happened::Calibrate, Happened::Stop]);
    assert_eq!((real.work, real.ends), (Work::Idle, 1));
    assert_eq!(after([Happened::Stop]).ends, 0);
}

#[test]
fn an_old_outcome_stays_when_a_new_order_is_refused_and_the_refusal_goes_with_the_next() {
    let refused = Happened::Heard(FromConductor::Refused {
        id: 2,
        why: CannotRun::Empty,
    });
    let measured = Happened::Heard(FromConductor::Measured {
        id: 1,
        result: comparison(),
    });
    let story = [
        Happened::Run,
        trace(),
        measured,
        Happened::Run,
        trace(),
        refused,
    ];
    let real = after(story.clone());
    assert_eq!(real.ended, Some(Ended::Refused(CannotRun::Empty)));
    assert!(real.outcome.is_some());
    let real = after(story.into_iter().chain([Happened::Run]));
    assert_eq!(real.ended, None);
}

#[test]
fn a_calibration_waits_its_turn_and_fills_the_profile() {
    let real = after([Happened::Run, trace(), Happened::Calibrate]);
    assert!(matches!(real.work, Work::Running { id: 1, .. }));
    let calibrated = Happened::Heard(FromConductor::Calibrated {
        id: 1,
        profile: Box::new(profile(2.0)),
    });
    let real = after([Happened::Calibrate, calibrated]);
    assert_eq!(real.work, Work::Idle);
    assert_eq!(real.profile.expect("a profile").cores, 2.0);
}

#[test]
fn a_conductor_that_dies_leaves_the_panel_usable() {
    let real = after([
        Happened::Run,
        trace(),
        Happened::Heard(FromConductor::Dropped {
            id: 1,
            why: Dropped::Failed {
                reason: "gone".to_owned(),
            },
        }),
        Happened::Run,
    ]);
    assert_eq!(real.work, Work::Fetching { run: 4 });
}

#[test]
fn without_shared_memory_threads_are_out_of_reach_and_the_others_are_not() {
    let real = Real::new(false);
    let out_of_reach: Vec<Way> = Way::ALL
        .into_iter()
        .filter(|way| real.lacks_memory_for(*way))
        .collect();
    assert_eq!(out_of_reach, [Way::Gil, Way::FreeThreaded]);
    assert!(
        Way::ALL
            .into_iter()
            .all(|way| !Real::new(true).lacks_memory_for(way))
    );
}
