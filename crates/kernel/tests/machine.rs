//! Cores, deadlines, starts and ends of the machine, one behaviour a test.

mod scripted;

use interleave_kernel::{Config, Costs, FirstCome, Kernel};
use interleave_trace::{Limit, ObjectId, Outcome, Place, State, ThreadId, Wait};
use scripted::{Line::*, STEP_NS, Scripted, finished, noted_ns, run, states};

const MS: u64 = 1_000_000;

fn free_threaded(cores: u32) -> Config {
    Config {
        gil: false,
        cores,
        ..Config::default()
    }
}

#[test]
fn without_a_gil_threads_run_side_by_side() {
    let main = vec![Spawn(1), Compute(20 * MS), Join(0), Note(0)];
    let (trace, guest) = run(
        &free_threaded(2),
        &[main, vec![Compute(20 * MS)]],
        FirstCome,
    );
    assert!(noted_ns(&guest, 0) < 21 * MS);
    assert_eq!(
        trace.cpu_ns,
        40 * MS + 3 * STEP_NS,
        "all of both, and three short lines"
    );
}

#[test]
fn a_free_threaded_lock_shuts_others_out() {
    let main = vec![Spawn(1), Sleep(MS), Lock(0), Note(0), Unlock(0)];
    let (trace, guest) = run(
        &free_threaded(2),
        &[main, vec![Lock(0), Compute(5 * MS), Unlock(0)]],
        FirstCome,
    );
    assert!(noted_ns(&guest, 0) > 5 * MS);
    let lane = trace.thread_lanes[0].index();
    let blocked = trace.slices[lane]
        .iter()
        .find(|slice| slice.state == State::Blocked)
        .unwrap();
    assert_eq!(
        (blocked.object, blocked.holder),
        (Some(ObjectId(0)), Some(ThreadId(1)))
    );
    assert_eq!(
        blocked.place,
        Place::new(0, 4),
        "the line after which it stopped"
    );
}

#[test]
fn more_threads_than_cores_take_turns_by_the_time_slice() {
    let main = vec![Spawn(1), Compute(20 * MS), Join(0), Note(0)];
    let (trace, guest) = run(
        &free_threaded(1),
        &[main, vec![Compute(20 * MS)]],
        FirstCome,
    );
    assert!(noted_ns(&guest, 0) >= 40 * MS);
    let turns = states(&trace, 1);
    assert_eq!(turns[0].0, State::WaitingCore);
    assert_eq!(turns[1].0, State::Running);
    assert_eq!(turns[1].2 - turns[1].1, Costs::default().core_slice_ns);
    assert_eq!(turns[2].0, State::WaitingCore);
}

#[test]
fn a_lone_thread_keeps_its_core() {
    let (trace, _) = run(&free_threaded(1), &[vec![Compute(50 * MS)]], FirstCome);
    assert_eq!(states(&trace, 0), [(State::Running, 0, 50 * MS)]);
}

#[test]
fn a_wake_between_the_look_and_the_park_is_not_lost() {
    // The child's look at the lock and its park are one stretch that begins before main unlocks
    // and ends after it.
    let main = vec![Lock(0), Spawn(1), Compute(80_000), Unlock(0), Note(0)];
    let child = vec![Solid(100_000), Lock(0), Note(1)];
    let (trace, guest) = run(&free_threaded(2), &[main, child], FirstCome);
    assert!(finished(&trace), "{:?}", trace.outcome);
    assert!(
        trace.wakes.is_empty(),
        "nobody was parked when the wake came"
    );
    let looked_ns = 2 * STEP_NS + Costs::default().thread_start_ns + 100_000 + STEP_NS;
    assert!(noted_ns(&guest, 0) < looked_ns);
    assert_eq!(
        noted_ns(&guest, 1),
        looked_ns + STEP_NS,
        "it does not wait at all"
    );
}

#[test]
fn a_timed_park_gives_up_late_by_the_timers_slack() {
    let main = vec![Lock(0), Spawn(1), Sleep(50 * MS), Unlock(0)];
    let child = vec![Note(0), LockWithin(0, 10 * MS), Note(1), Note(2)];
    let (_, guest) = run(&Config::default(), &[main, child], FirstCome);
    let waited_ns = noted_ns(&guest, 2) - noted_ns(&guest, 0) - 2 * STEP_NS;
    assert_eq!(waited_ns, 10 * MS + Costs::default().timer_slack_ns);
    assert!(
        guest.notes.iter().all(|note| note.0 != 1),
        "it did not get the lock"
    );
}

#[test]
fn a_timed_park_that_is_woken_does_not_time_out_later() {
    let main = vec![Lock(0), Spawn(1), Sleep(5 * MS), Unlock(0)];
    let child = vec![
        LockWithin(0, 10 * MS),
        Note(1),
        Sleep(20 * MS),
        Unlock(0),
        Note(2),
    ];
    let (trace, guest) = run(&Config::default(), &[main, child], FirstCome);
    assert!(finished(&trace));
    assert!(noted_ns(&guest, 1) < 6 * MS);
    assert!(noted_ns(&guest, 2) > 25 * MS);
}

#[test]
fn who_is_woken_before_the_deadline_counts_as_woken() {
    // The wake comes 4 µs before the deadline is noticed and takes effect 5 µs after it.
    let slack_ns = Costs::default().timer_slack_ns;
    let child = vec![LockWithin(0, 10 * MS), Note(1), Unlock(0)];
    // The child begins its wait at 20 + 30,000 + 10 ns; main unlocks 10 ns after its 4th line.
    let begins_ns = 2 * STEP_NS + Costs::default().thread_start_ns + STEP_NS;
    let main_ns = begins_ns + 10 * MS + slack_ns - 4_000 - 2 * STEP_NS - STEP_NS;
    let main = vec![Lock(0), Spawn(1), Compute(main_ns), Unlock(0)];
    let (trace, guest) = run(&free_threaded(2), &[main, child], FirstCome);
    let wake = trace.wakes[0];
    let deadline_ns = begins_ns + 10 * MS + slack_ns;
    assert!(
        wake.at_ns < deadline_ns && deadline_ns < wake.ready_ns,
        "{wake:?} {deadline_ns}"
    );
    assert_eq!(noted_ns(&guest, 1), wake.ready_ns + STEP_NS);
}

#[test]
fn who_is_woken_in_vain_keeps_the_old_deadline() {
    let child = vec![Note(0), LockWithin(0, 10 * MS), Note(1), Note(2)];
    let main = vec![
        Lock(0),
        Spawn(1),
        Sleep(5 * MS),
        Unlock(0),
        Lock(0),
        Sleep(50 * MS),
        Unlock(0),
    ];
    let (trace, guest) = run(&Config::default(), &[main, child], FirstCome);
    assert_eq!(trace.wakes.len(), 1);
    let waited_ns = noted_ns(&guest, 2) - noted_ns(&guest, 0) - 2 * STEP_NS;
    assert_eq!(waited_ns, 10 * MS + Costs::default().timer_slack_ns);
}

#[test]
fn a_started_thread_runs_after_its_start_up_time() {
    let main = vec![Spawn(1), Join(0), Note(0)];
    let (trace, guest) = run(&Config::default(), &[main, vec![Note(1)]], FirstCome);
    assert_eq!(
        noted_ns(&guest, 1),
        STEP_NS + Costs::default().thread_start_ns + STEP_NS
    );
    let lane = trace.lane_of(ThreadId(1));
    assert_eq!((lane.parent, lane.start_ns), (Some(ThreadId(0)), STEP_NS));
    assert_eq!(
        lane.end_ns,
        Some(noted_ns(&guest, 1)),
        "its wake of the joiner took no time"
    );
    assert!(noted_ns(&guest, 0) > noted_ns(&guest, 1));
}

#[test]
fn rule_8_the_process_exit_stops_the_others_where_they_are() {
    let main = vec![Spawn(1), Sleep(10 * MS), Exit(3)];
    let (trace, guest) = run(
        &Config::default(),
        &[main, vec![Sleep(20 * MS), Note(1)]],
        FirstCome,
    );
    assert_eq!(trace.outcome, Outcome::Finished { exit_code: 3 });
    assert!(guest.notes.is_empty());
    assert_eq!(trace.lane_of(ThreadId(1)).end_ns, None);
    assert_eq!(states(&trace, 1).last().unwrap().2, trace.end_ns);
}

#[test]
fn two_locks_in_opposite_order_are_a_deadlock() {
    let child = |first, second| vec![Lock(first), Sleep(MS), Lock(second)];
    let main = vec![Spawn(1), Spawn(2), Join(0)];
    let (trace, _) = run(
        &Config::default(),
        &[main, child(0, 1), child(1, 0)],
        FirstCome,
    );
    let Outcome::Deadlock { cycle, others } = &trace.outcome else {
        panic!("not a deadlock: {:?}", trace.outcome)
    };
    let edge = |wait: &Wait| {
        (
            wait.thread.0,
            wait.object.unwrap().0,
            wait.holder.unwrap().0,
        )
    };
    assert_eq!(
        cycle.iter().map(edge).collect::<Vec<_>>(),
        [(1, 1, 2), (2, 0, 1)]
    );
    assert_eq!(
        others.iter().map(|wait| wait.thread.0).collect::<Vec<_>>(),
        [0]
    );
    assert_eq!(cycle[0].place, Place::new(1, 4));
    assert!(cycle[0].since_ns >= MS);
}

#[test]
fn a_lock_taken_twice_is_a_deadlock_of_one() {
    let (trace, _) = run(&Config::default(), &[vec![Lock(0), Lock(0)]], FirstCome);
    let Outcome::Deadlock { cycle, others } = trace.outcome else {
        panic!("not a deadlock")
    };
    assert_eq!(
        (cycle.len(), cycle[0].holder, others.len()),
        (1, Some(ThreadId(0)), 0)
    );
}

#[test]
fn waiting_for_what_nobody_sets_is_a_hang() {
    let main = vec![Spawn(1), AwaitFlag(0)];
    let (trace, _) = run(&Config::default(), &[main, vec![Sleep(MS)]], FirstCome);
    let Outcome::Hang { waits } = &trace.outcome else {
        panic!("not a hang: {:?}", trace.outcome)
    };
    assert_eq!(waits.len(), 1);
    assert_eq!((waits[0].thread, waits[0].holder), (ThreadId(0), None));
    assert_eq!(
        trace.end_ns,
        trace.lane_of(ThreadId(1)).end_ns.unwrap(),
        "it ends when stuck"
    );
}

#[test]
fn a_flag_wakes_all_and_a_late_waiter_does_not_wait() {
    let main = vec![
        Spawn(1),
        Spawn(1),
        Sleep(MS),
        SetFlag(0),
        AwaitFlag(0),
        Note(0),
    ];
    let (trace, guest) = run(
        &Config::default(),
        &[main, vec![AwaitFlag(0), Note(1)]],
        FirstCome,
    );
    assert!(finished(&trace));
    assert_eq!(guest.notes.len(), 3);
    assert_eq!(trace.wakes.len(), 2);
}

#[test]
fn bounds_end_the_run() {
    let virtual_time = Config {
        max_virtual_ns: 100 * MS,
        ..Config::default()
    };
    let limit = |config: &Config, main| {
        let (trace, _) = run(config, &[main, vec![Sleep(MS)]], FirstCome);
        let Outcome::Budget { limit, value } = trace.outcome else {
            panic!("no bound was hit")
        };
        (limit, value, trace.end_ns)
    };
    let expected = (Limit::VirtualNs, 100 * MS, 100 * MS);
    assert_eq!(
        limit(&virtual_time, vec![Sleep(200 * MS)]),
        expected,
        "ends exactly there"
    );
    assert_eq!(limit(&virtual_time, vec![Compute(200 * MS)]), expected);
    assert_eq!(
        limit(&virtual_time, vec![Solid(200 * MS)]),
        expected,
        "what was overshot is cut"
    );
    let threads = Config {
        max_threads: 3,
        ..Config::default()
    };
    assert_eq!(limit(&threads, vec![Spawn(1); 3]).0, Limit::Threads);
    let events = Config {
        max_events: 50,
        ..Config::default()
    };
    assert_eq!(limit(&events, vec![Sleep(MS); 100]).0, Limit::Events);
}

#[test]
fn a_worker_can_look_up_and_stop_a_run() {
    let guest = Scripted::new(&[vec![Compute(u64::MAX)]]);
    let mut kernel = Kernel::new(Config::default(), guest, FirstCome, "MainThread");
    for call in 1..=20 {
        assert_eq!(kernel.advance(1_000), None);
        let steps = interleave_kernel::Guest::steps(kernel.guest());
        assert!(
            (call * 1_000..call * 1_000 + 1_000).contains(&steps),
            "{steps}"
        );
    }
    let (trace, _) = kernel.finish(true);
    assert_eq!(trace.outcome, Outcome::Stopped);
    assert_eq!(
        trace.state_times_ns(trace.thread_lanes[0])[State::Running as usize],
        trace.cpu_ns
    );
}

#[test]
fn ten_thousand_threads_run() {
    let mut main = vec![Spawn(1); 10_000];
    main.extend((0..10_000).map(Join));
    let child = vec![Sleep(MS), Lock(0), Compute(1_000), Unlock(0)];
    let (trace, _) = run(&Config::default(), &[main, child], FirstCome);
    assert!(finished(&trace));
    assert_eq!(trace.thread_lanes.len(), 10_001);
}

#[test]
fn the_guests_own_choices_go_through_the_chooser() {
    let (trace, guest) = run(&Config::default(), &[vec![Choose(3), Choose(1)]], FirstCome);
    assert_eq!(guest.chosen, [0, 0]);
    assert_eq!(trace.choices.len(), 1, "one option is no choice");
}

#[test]
fn who_sleeps_or_waits_can_be_interrupted_and_nobody_else() {
    let main = vec![
        Spawn(1),
        Sleep(20 * MS),
        Note(0),
        AwaitFlag(0),
        Note(1),
        Compute(9 * MS),
        Note(2),
    ];
    let other = vec![
        Sleep(5 * MS),
        Interrupt(0),
        Sleep(5 * MS),
        Interrupt(0),
        Sleep(5 * MS),
        Interrupt(0),
        Note(3),
    ];
    let (trace, guest) = run(&free_threaded(2), &[main, other], FirstCome);
    assert!(finished(&trace));
    let (sleeper, left_ns) = guest.interrupted[0];
    assert_eq!(sleeper, ThreadId(0));
    assert!((14 * MS..15 * MS).contains(&left_ns), "{left_ns}");
    assert_eq!(guest.interrupted[1], (ThreadId(0), 0), "a wait");
    assert_eq!(guest.interrupted.len(), 2, "who runs is not interrupted");
    for (note, from_ms) in [(0, 5), (1, 10), (2, 19), (3, 15)] {
        let at_ns = noted_ns(&guest, note);
        assert!(
            (from_ms * MS..(from_ms + 1) * MS).contains(&at_ns),
            "{note}: {at_ns}"
        );
    }
}
