//! What rehearsals must hold on machines that are easy to calculate.

mod plans;

use interleave_pool::plan::{Act, Plan, ProgramId, SharedKind};
use interleave_pool::protocol::{Measured, NO_SHARED, Stretch, Way};
use interleave_pool::rehearse::{CannotRehearse, Terms, rehearse};
use interleave_trace::State;
use plans::{Builder, MS, browser, compute, ideal, pipeline, sleep, terms};
use proptest::prelude::*;

fn near(got_ns: u64, want_ns: u64, tolerance_ns: u64) {
    assert!(
        got_ns.abs_diff(want_ns) <= tolerance_ns,
        "{got_ns} ns is not {want_ns} ns"
    );
}

fn computing_ns(plan: &Plan, way: Way, cores: u32) -> u64 {
    let run = ideal(plan, way, cores).run;
    let work = run
        .stretches
        .iter()
        .filter(|stretch| stretch.state == State::Running && stretch.shared == NO_SHARED);
    work.map(|stretch| stretch.end_ns - stretch.start_ns).sum()
}

proptest! {
    #[test]
    fn sleeps_overlap_everywhere_but_one_after_the_other(lengths in prop::collection::vec(1u64..400, 1..12)) {
        let bodies: Vec<_> = lengths.iter().map(|&ms| vec![sleep(ms * MS)]).collect();
        let plan = Builder::crew(&bodies).plan;
        let longest_ns = lengths.iter().max().unwrap() * MS;
        for way in [Way::Gil, Way::FreeThreaded, Way::Processes, Way::EventLoop, Way::AsWritten] {
            prop_assert_eq!(ideal(&plan, way, 4).makespan_ns, longest_ns, "{:?}", way);
        }
        let sum_ns = lengths.iter().sum::<u64>() * MS;
        prop_assert_eq!(ideal(&plan, Way::Sequential, 4).makespan_ns, sum_ns);
    }

    #[test]
    fn computing_takes_its_sum_where_one_at_a_time_may(lengths in prop::collection::vec(1u64..60, 1..6)) {
        let bodies: Vec<_> = lengths.iter().map(|&ms| vec![compute(ms * MS)]).collect();
        let plan = Builder::crew(&bodies).plan;
        let sum_ns = lengths.iter().sum::<u64>() * MS;
        for way in [Way::Gil, Way::EventLoop, Way::Sequential] {
            prop_assert_eq!(ideal(&plan, way, 4).makespan_ns, sum_ns, "{:?}", way);
        }
    }

    #[test]
    fn equal_computations_share_the_cores(workers in 1u64..9, cores in 1u32..5, ms in 6u64..80) {
        let plan = Builder::crew(&vec![vec![compute(ms * MS)]; workers as usize]).plan;
        let share_ns = workers.max(u64::from(cores)) * ms * MS / u64::from(cores);
        for way in [Way::FreeThreaded, Way::Processes] {
            let got_ns = ideal(&plan, way, cores).makespan_ns;
            // Time slices need not come out even.
            prop_assert!(got_ns >= share_ns && got_ns <= share_ns + 2 * 3 * MS * workers, "{got_ns} {share_ns}");
        }
    }

    #[test]
    fn all_work_of_the_plan_is_done_in_every_way(
        servers in 1usize..5, items in 0usize..20, capacity in prop::option::of(1u32..4), cores in 1u32..4,
    ) {
        let plan = pipeline(servers, items, capacity);
        let [work_ns, ..] = plan.work_ns();
        for way in Way::ALL {
            prop_assert_eq!(computing_ns(&plan, way, cores), work_ns, "{:?}", way);
            let rehearsal = ideal(&plan, way, cores);
            for (account, program) in rehearsal.accounts.iter().zip(0..) {
                let run = &rehearsal.run;
                let life_ns = run.ended_ns[program] - run.began_ns[program];
                prop_assert_eq!(account.total_ns(), life_ns);
            }
        }
    }
}

#[test]
fn the_scale_divides_what_the_plan_says_and_not_what_the_browser_costs() {
    let plan = Builder::crew(&[vec![sleep(100 * MS)], vec![compute(50 * MS)]]).plan;
    let slow = Terms {
        scale: 10,
        ..terms(Way::FreeThreaded)
    };
    let rehearsal = rehearse(&plan, &slow, &browser(4.0, 20_000)).unwrap();
    // Two starts, asks, the lateness of the sleep, a wake.
    near(rehearsal.makespan_ns, 10 * MS + 120_000, 60_000);
    assert!(rehearsal.makespan_ns > 10 * MS + 60_000);
}

/// When each of four programs does something first, in ns.
fn firsts(run: &Measured) -> [u64; 4] {
    [1, 2, 3, 4].map(|program| {
        let own = |stretch: &&Stretch| stretch.program == ProgramId(program);
        run.stretches.iter().find(own).unwrap().start_ns
    })
}

#[test]
fn processes_that_start_together_start_later() {
    let plan = Builder::crew(&vec![vec![compute(MS)]; 4]).plan;
    let mut profile = browser(8.0, 0);
    profile.process_start_ns = 30 * MS;
    profile.process_start_each_ns = 5 * MS;
    let run = rehearse(&plan, &terms(Way::Processes), &profile)
        .unwrap()
        .run;
    assert_eq!(firsts(&run), [30, 35, 40, 45].map(|ms| ms * MS));
    profile.process_start_shared = 1.0;
    let run = rehearse(&plan, &terms(Way::Processes), &profile)
        .unwrap()
        .run;
    assert_eq!(firsts(&run), [45; 4].map(|ms| ms * MS));
}

#[test]
fn part_of_a_core_is_part_of_the_speed() {
    let plan = Builder::crew(&vec![vec![compute(90 * MS)]; 2]).plan;
    let makespan_ns = |cores| {
        let profile = browser(cores, 0);
        rehearse(&plan, &terms(Way::FreeThreaded), &profile)
            .unwrap()
            .makespan_ns
    };
    near(makespan_ns(1.5), 120 * MS, MS);
    near(makespan_ns(2.0), 90 * MS, 0);
}

#[test]
fn the_gil_goes_round_at_the_switch_interval() {
    let plan = Builder::crew(&vec![vec![compute(20 * MS)]; 2]).plan;
    let mut profile = browser(4.0, 0);
    profile.gil_handoff_ns = 100_000;
    let rehearsal = rehearse(&plan, &terms(Way::Gil), &profile).unwrap();
    near(rehearsal.makespan_ns, 41 * MS, MS / 2);
    let gil = &rehearsal.trace.slices[0];
    assert_eq!(rehearsal.trace.lanes[0].name, "GIL");
    assert!(gil.len() >= 6, "it goes to and fro");
}

#[test]
fn a_stall_holds_up_the_loop_and_nobody_else() {
    let stalls = vec![vec![Act::Stall { ns: 10 * MS }]; 3];
    let plan = Builder::crew(&stalls).plan;
    assert_eq!(ideal(&plan, Way::EventLoop, 4).makespan_ns, 30 * MS);
    assert_eq!(ideal(&plan, Way::Gil, 4).makespan_ns, 10 * MS);
}

#[test]
fn tasks_of_a_program_as_written_take_turns_on_it() {
    let mut plan = Builder::crew(&vec![vec![compute(10 * MS), sleep(50 * MS)]; 3]).plan;
    for task in &mut plan.programs[1..] {
        task.turns_on = Some(ProgramId(0));
    }
    let rehearsal = ideal(&plan, Way::AsWritten, 4);
    assert_eq!(rehearsal.makespan_ns, 80 * MS);
    assert_eq!(rehearsal.trace.thread_lanes.len(), 1);
}

#[test]
fn barriers_let_all_pass_together() {
    let mut builder = Builder::new();
    let barrier = builder.shared(SharedKind::Barrier { parties: 3 });
    let body = |ms| {
        vec![
            sleep(ms * MS),
            Act::Arrive(barrier),
            sleep(MS),
            Act::Arrive(barrier),
        ]
    };
    builder.hire(&[body(5), body(20), body(10)]);
    for way in [Way::Gil, Way::FreeThreaded, Way::Processes, Way::EventLoop] {
        assert_eq!(ideal(&builder.plan, way, 2).makespan_ns, 21 * MS, "{way:?}");
    }
}

#[test]
fn who_waits_for_nobody_is_stuck_and_said_so() {
    let mut builder = Builder::new();
    let latch = builder.shared(SharedKind::Latch);
    builder.hire(&[vec![Act::Await(latch)]]);
    for way in Way::ALL {
        let failed = rehearse(&builder.plan, &terms(way), &browser(2.0, 1_000));
        let Err(CannotRehearse::Stuck(waits)) = failed else {
            panic!("{way:?} ended");
        };
        assert!(waits.contains(&(ProgramId(1), Some(latch))), "{way:?}");
    }
}

#[test]
fn what_takes_too_long_is_said_so() {
    let plan = Builder::crew(&[vec![sleep(u64::MAX / 4)]]).plan;
    let failed = rehearse(&plan, &terms(Way::Gil), &browser(2.0, 0));
    assert!(matches!(failed, Err(CannotRehearse::TooLong { .. })));
}

#[test]
fn copies_cost_by_their_size() {
    let plan = pipeline(1, 10, None);
    let mut profile = browser(2.0, 0);
    let before_ns = rehearse(&plan, &terms(Way::Processes), &profile)
        .unwrap()
        .accounts[1];
    profile.clone_ns_per_kb = 1_000;
    let after_ns = rehearse(&plan, &terms(Way::Processes), &profile)
        .unwrap()
        .accounts[1];
    // 11 items of 2 KB, taken.
    assert_eq!(after_ns.overhead_ns - before_ns.overhead_ns, 11 * 2 * 1_000);
}

#[test]
fn who_waits_for_ever_is_over_with_the_others() {
    let mut builder = Builder::new();
    let channel = builder.shared(SharedKind::Channel {
        capacity: None,
        items: 0,
        takes: 1,
    });
    let server = builder.program("Server");
    builder.acts(server, &[Act::Serve(channel)]);
    builder.acts(ProgramId(0), &[Act::Start(server), sleep(5 * MS)]);
    for way in Way::ALL {
        let run = ideal(&builder.plan, way, 2).run;
        assert_eq!(run.makespan_ns, 5 * MS, "{way:?}");
        assert_eq!(run.ended_ns, [5 * MS, u64::MAX], "{way:?}");
        let waited = run
            .stretches
            .iter()
            .find(|stretch| stretch.program == server);
        assert_eq!(
            waited.map(|stretch| stretch.end_ns),
            Some(5 * MS),
            "{way:?}"
        );
    }
}
