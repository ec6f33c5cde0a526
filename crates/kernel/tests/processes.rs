//! Processes of the machine: own GIL, shared cores and queues, exit, death; one behaviour a test.

mod scripted;

use interleave_kernel::{Config, Costs, FirstCome, Seeded};
use interleave_trace::{LaneKind, Outcome, ProcessId, State};
use proptest::prelude::*;
use scripted::{Line, Line::*, finished, noted_ns, run, states};

const MS: u64 = 1_000_000;

#[test]
fn processes_run_side_by_side_although_each_has_a_gil() {
    let main = vec![Start(1), Compute(20 * MS), Await(1), Note(0)];
    let (trace, guest) = run(
        &Config::default(),
        &[main, vec![Compute(20 * MS)]],
        FirstCome,
    );
    assert!(finished(&trace));
    assert!(noted_ns(&guest, 0) < 21 * MS, "{}", noted_ns(&guest, 0));
    let gils = trace.lanes.iter().filter_map(|lane| match lane.kind {
        LaneKind::Gil(process) => Some((process, lane.process)),
        _ => None,
    });
    let expected = [0, 1].map(|process| (ProcessId(process), ProcessId(process)));
    assert_eq!(gils.collect::<Vec<_>>(), expected);
    let lane = trace.lane_of(interleave_trace::ThreadId(1));
    assert_eq!(lane.process, ProcessId(1));
    assert_eq!(trace.processes[1].parent, Some(ProcessId(0)));
    assert_eq!(trace.processes[1].name, "process 1");
    assert!(trace.processes[1].end_ns.is_some());
}

#[test]
fn two_processes_on_one_core_take_turns() {
    let config = Config {
        cores: 1,
        ..Config::default()
    };
    let main = vec![Start(1), Compute(20 * MS), Await(1), Note(0)];
    let (trace, guest) = run(&config, &[main, vec![Compute(20 * MS)]], FirstCome);
    assert!(noted_ns(&guest, 0) >= 40 * MS);
    let waits = |(state, ..): &(State, u64, u64)| *state == State::WaitingCore;
    assert!(states(&trace, 1).iter().any(waits));
}

#[test]
fn a_start_takes_as_long_as_the_machine_says() {
    let (_, guest) = run(
        &Config::default(),
        &[vec![Start(1), Await(1)], vec![Note(0)]],
        FirstCome,
    );
    let start_ns = Costs::default().process_start_ns;
    assert!((start_ns..start_ns + 1_000).contains(&noted_ns(&guest, 0)));
}

#[test]
fn an_exit_ends_the_threads_of_its_process_alone() {
    let child = vec![Spawn(2), Sleep(MS), Exit(3)];
    let endless = vec![Sleep(1_000 * MS), Note(1)];
    let main = vec![Start(1), Await(1), Note(0), Compute(MS), Note(2)];
    let (trace, guest) = run(&Config::default(), &[main, child, endless], FirstCome);
    assert!(finished(&trace));
    assert!(noted_ns(&guest, 2) < 5 * MS);
    assert!(guest.notes.iter().all(|(note, ..)| *note != 1));
    let (process, exit_code, _) = guest.ended[0];
    assert_eq!((process, exit_code), (ProcessId(1), 3));
    let slept = *states(&trace, 2).last().expect("it slept");
    assert_eq!(Some(slept.2), trace.processes[1].end_ns);
}

#[test]
fn the_exit_code_is_the_first_process_s_and_the_run_goes_on_for_the_others() {
    let main = vec![Start(1), Exit(4)];
    let child = vec![Sleep(10 * MS), Note(0), Exit(5)];
    let (trace, guest) = run(&Config::default(), &[main, child], FirstCome);
    assert_eq!(trace.outcome, Outcome::Finished { exit_code: 4 });
    assert!(noted_ns(&guest, 0) >= 10 * MS);
}

#[test]
fn a_process_can_be_ended_wherever_its_threads_are() {
    let states: [&[Line]; 6] = [
        &[Sleep(1_000 * MS)],
        &[Compute(1_000 * MS)],
        &[AwaitFlag(0)],
        &[Spawn(2), Compute(1_000 * MS)],
        &[Syscall(1_000 * MS)],
        &[LockWithin(0, 500 * MS), Note(9)],
    ];
    for child in states {
        let main = vec![
            Lock(0),
            Start(1),
            Sleep(20 * MS),
            Kill(1),
            Await(1),
            Note(0),
            Unlock(0),
        ];
        let scripts = [main, child.to_vec(), vec![Compute(1_000 * MS)]];
        let config = Config {
            cores: 2,
            ..Config::default()
        };
        let (trace, guest) = run(&config, &scripts, FirstCome);
        assert!(finished(&trace), "{child:?}: {:?}", trace.outcome);
        assert!(noted_ns(&guest, 0) < 21 * MS, "{child:?}");
        assert_eq!(guest.ended[0].1, 9);
        assert!(guest.notes.iter().all(|(note, ..)| *note != 9));
    }
}

#[test]
fn a_wake_that_its_thread_does_not_live_to_see_goes_to_the_next() {
    // The child is woken by the unlock and killed within its wake-up latency.
    let main = vec![
        Lock(0),
        Start(1),
        Start(2),
        Sleep(10 * MS),
        Unlock(0),
        Kill(1),
        Await(2),
        Note(0),
    ];
    let waits = vec![Lock(0), Unlock(0)];
    let later = vec![Sleep(MS), Lock(0), Note(1), Unlock(0)];
    let (trace, guest) = run(&Config::default(), &[main, waits, later], FirstCome);
    assert!(finished(&trace), "{:?}", trace.outcome);
    assert!(noted_ns(&guest, 1) > 10 * MS);
}

#[test]
fn a_circle_of_waits_across_processes_is_a_deadlock() {
    let main = vec![Start(1), Lock(0), Sleep(5 * MS), Lock(1)];
    let child = vec![Lock(1), Sleep(5 * MS), Lock(0)];
    let (trace, _) = run(&Config::default(), &[main, child], FirstCome);
    let Outcome::Deadlock { cycle, .. } = trace.outcome else {
        panic!("{:?}", trace.outcome)
    };
    assert_eq!(cycle.len(), 2);
}

#[test]
fn who_waits_after_the_first_process_has_ended_keeps_nobody() {
    let main = vec![Start(1), Sleep(5 * MS), Exit(0)];
    let (trace, _) = run(&Config::default(), &[main, vec![AwaitFlag(0)]], FirstCome);
    assert!(finished(&trace), "{:?}", trace.outcome);
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        4 => (0..200_000u64).prop_map(Compute),
        2 => (0..300_000u64).prop_map(Sleep),
        1 => (0..50_000u64).prop_map(Syscall),
        1 => (2usize..4).prop_map(Spawn),
        2 => (0u32..3, 0..400_000u64).prop_map(|(lock, ns)| LockWithin(lock, ns)),
        1 => Just(Note(0)),
        1 => (1u32..4).prop_map(Kill),
        1 => Just(Exit(1)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever processes do and whoever is killed when: the run ends, every lane is within it, no two threads of a
    /// process run at once, no more threads run than there are cores, and the same seed gives the same trace.
    #[test]
    fn processes_keep_the_machine_in_order(
        scripts in prop::collection::vec(prop::collection::vec(line(), 0..6), 3),
        cores in 1u32..4,
        seed in any::<u64>(),
    ) {
        let main = vec![Start(1), Start(2), Sleep(50_000), Start(3), Compute(300_000), Kill(2)];
        let mut all = vec![main];
        all.extend(scripts.into_iter().map(|script| {
            // Who starts nothing of its own kind ends.
            script.into_iter().filter(|line| !matches!(line, Spawn(2))).collect::<Vec<_>>()
        }));
        if let Some(last) = all.last_mut() {
            last.retain(|line| !matches!(line, Spawn(_)));
        }
        let config = Config { cores, max_threads: 200, ..Config::default() };
        let (trace, guest) = run(&config, &all, Seeded::new(seed));
        prop_assert!(matches!(trace.outcome, Outcome::Finished { .. }), "{:?}", trace.outcome);
        for lane in &trace.lanes {
            prop_assert!(lane.end_ns.is_none_or(|end_ns| end_ns <= trace.end_ns));
        }
        for process in &trace.processes {
            prop_assert!(process.end_ns.is_some());
        }
        let mut running: Vec<(u64, i64, u32)> = Vec::new();
        for (thread, lane) in trace.thread_lanes.iter().enumerate() {
            let process = trace.lanes[lane.index()].process.0;
            for (state, start_ns, end_ns) in states(&trace, thread as u32) {
                if state == State::Running {
                    running.push((start_ns, 1, process));
                    running.push((end_ns, -1, process));
                }
            }
        }
        running.sort_by_key(|&(at_ns, change, _)| (at_ns, change));
        let mut now = 0;
        for &(_, change, _) in &running {
            now += change;
            prop_assert!(now <= i64::from(cores));
        }
        let (again, _) = run(&config, &all, Seeded::new(seed));
        prop_assert_eq!(trace.to_bytes(), again.to_bytes());
        prop_assert!(guest.ended.len() == trace.processes.len());
    }
}
