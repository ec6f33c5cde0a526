//! A plan of a large trace holds all of it.

use interleave_pool::plan::{CannotRun, MAX_STEPS, take};
use interleave_trace::{
    Lane, LaneKind, Object, Outcome, Place, ProcessId, Recorder, Role, State, ThreadId, Trace,
};

const THREADS: u32 = 8;
const ROUNDS: u64 = 6_250;
const TURN_NS: u64 = 1_000;

/// Each thread in turn takes the lock in every `locks_in`th round, computes, gives it back, and sleeps while the others do.
fn trace(locks_in: u64) -> Trace {
    let mut recorder = Recorder::new(1);
    for thread in 0..THREADS {
        recorder.add_lane(Lane {
            kind: LaneKind::Thread(ThreadId(thread)),
            process: ProcessId(0),
            name: format!("Thread-{thread}"),
            parent: (thread > 0).then_some(ThreadId(0)),
            daemon: false,
            start_ns: 0,
            end_ns: None,
        });
    }
    let lock = recorder.add_object(Object {
        kind: "lock".into(),
        label: "lock".into(),
        role: Role::Mutex,
    });
    for round in 0..ROUNDS {
        for thread in 0..THREADS {
            let lane = recorder.lane_of(ThreadId(thread));
            let at_ns = (round * u64::from(THREADS) + u64::from(thread)) * TURN_NS;
            let place = Place::NONE;
            recorder.enter(lane, at_ns, State::Running, place, None, None);
            if round % locks_in == 0 {
                recorder.object_event(at_ns + 10, ThreadId(thread), lock, "acquire", place, 1);
                recorder.object_event(at_ns + 900, ThreadId(thread), lock, "release", place, 0);
            }
            recorder.enter(lane, at_ns + TURN_NS, State::Sleeping, place, None, None);
        }
    }
    let end_ns = ROUNDS * u64::from(THREADS) * TURN_NS;
    let outcome = Outcome::Finished { exit_code: 0 };
    recorder.finish(outcome, end_ns, end_ns, 0)
}

#[test]
fn a_hundred_thousand_slices_are_read() {
    let trace = trace(4);
    let slices = trace.slices.iter().map(|slices| slices.len());
    assert!(slices.sum::<usize>() > 99_000);
    let plan = take(&trace).expect("it can be run");
    let [computed_ns, ..] = plan.work_ns();
    assert_eq!(computed_ns, ROUNDS * u64::from(THREADS) * TURN_NS);
    assert!(plan.all_steps().count() > 140_000);
}

#[test]
fn what_is_too_long_to_be_sent_is_refused() {
    let refused = take(&trace(1)).expect_err("it is too long");
    let CannotRun::TooManySteps { steps, limit } = refused else {
        panic!("{refused:?}");
    };
    assert!(steps > limit && limit == MAX_STEPS);
}
