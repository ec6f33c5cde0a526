//! Whole runs are accepted, and what was tampered with is not.

mod plans;

use interleave_pool::compare::validate;
use interleave_pool::plan::{Act, Plan, SharedKind};
use interleave_pool::protocol::{Measured, Way};
use interleave_pool::rehearse::rehearse;
use interleave_trace::State;
use plans::{Builder, MS, browser, compute, pipeline, sleep, terms};
use proptest::prelude::*;

fn run(plan: &Plan, way: Way) -> Measured {
    let rehearsal = rehearse(plan, &terms(way), &browser(3.0, 7_000));
    rehearsal.expect("the plan can be rehearsed").run
}

fn is_whole(plan: &Plan, run: &Measured, way: Way) -> Result<(), String> {
    validate(plan, run, way, true, 0)
}

/// Two programs that hold a mutex in turn, one latch, one barrier.
fn guarded() -> Plan {
    let mut builder = Builder::new();
    let mutex = builder.shared(SharedKind::Counter { permits: 1 });
    let latch = builder.shared(SharedKind::Latch);
    let barrier = builder.shared(SharedKind::Barrier { parties: 2 });
    let held = [Act::Acquire(mutex), compute(MS), Act::Release(mutex)];
    let mut one = held.to_vec();
    one.extend([Act::Set(latch), Act::Arrive(barrier)]);
    let mut other = vec![Act::Await(latch), sleep(MS)];
    other.extend(held);
    other.push(Act::Arrive(barrier));
    builder.hire(&[one, other]);
    builder.plan
}

proptest! {
    #[test]
    fn every_rehearsal_is_a_whole_run(
        servers in 1usize..5, items in 0usize..25, capacity in prop::option::of(1u32..4),
        cores in 1u32..4, cost_ns in 0u64..200_000,
    ) {
        let plan = pipeline(servers, items, capacity);
        for way in Way::ALL {
            let profile = browser(f64::from(cores), cost_ns);
            let run = rehearse(&plan, &terms(way), &profile).unwrap().run;
            prop_assert_eq!(is_whole(&plan, &run, way), Ok(()), "{:?}", way);
        }
    }

    #[test]
    fn a_step_that_is_missing_or_done_twice_is_seen(at in any::<prop::sample::Index>(), twice in any::<bool>()) {
        let plan = pipeline(2, 6, Some(2));
        let mut run = run(&plan, Way::FreeThreaded);
        let at = at.index(run.done.len());
        if twice {
            let mut again = run.done[at];
            again.from_ns = again.at_ns;
            run.done.insert(at + 1, again);
        } else {
            run.done.remove(at);
        }
        prop_assert!(is_whole(&plan, &run, Way::FreeThreaded).is_err());
    }
}

#[test]
fn guarded_programs_are_whole_in_every_way() {
    let plan = guarded();
    for way in Way::ALL {
        assert_eq!(is_whole(&plan, &run(&plan, way), way), Ok(()), "{way:?}");
    }
}

fn refused(plan: &Plan, run: &Measured) -> String {
    is_whole(plan, run, Way::FreeThreaded).expect_err("it was tampered with")
}

#[test]
fn an_item_that_two_took_is_seen() {
    let plan = pipeline(2, 6, None);
    let mut run = run(&plan, Way::FreeThreaded);
    let takes = run
        .done
        .iter()
        .enumerate()
        .filter(|(_, did)| did.item.is_some());
    let takes: Vec<usize> = takes.map(|(index, _)| index).collect();
    let first = run.done[takes[0]].item;
    let other = takes.into_iter().rev().find(|&index| {
        let item = run.done[index].item.unwrap();
        Some(item) != first && !plan.items[item.index()].is_last
    });
    run.done[other.unwrap()].item = first;
    assert!(is_whole(&plan, &run, Way::FreeThreaded).is_err());
}

/// Moves all that `program` did and went through so much later or earlier.
fn shift(run: &mut Measured, program: usize, by_ns: i64) {
    let moved = |ns: &mut u64| *ns = ns.saturating_add_signed(by_ns);
    for did in run
        .done
        .iter_mut()
        .filter(|did| did.program.index() == program)
    {
        moved(&mut did.from_ns);
        moved(&mut did.at_ns);
    }
    for stretch in run
        .stretches
        .iter_mut()
        .filter(|one| one.program.index() == program)
    {
        moved(&mut stretch.start_ns);
        moved(&mut stretch.end_ns);
    }
    moved(&mut run.ended_ns[program]);
}

#[test]
fn a_mutex_that_two_held_is_seen() {
    let mut builder = Builder::new();
    let mutex = builder.shared(SharedKind::Counter { permits: 1 });
    let held = vec![Act::Acquire(mutex), sleep(10 * MS), Act::Release(mutex)];
    builder.hire(&[held.clone(), held]);
    let mut run = run(&builder.plan, Way::FreeThreaded);
    assert_eq!(is_whole(&builder.plan, &run, Way::FreeThreaded), Ok(()));
    // Who waited gets it while the other one sleeps with it.
    for did in run
        .done
        .iter_mut()
        .filter(|did| did.program.0 == 2 && did.index > 0)
    {
        did.from_ns -= 5 * MS;
        did.at_ns -= 5 * MS;
    }
    let acquired = run
        .done
        .iter_mut()
        .find(|did| did.program.0 == 2 && did.index == 0);
    acquired.unwrap().at_ns -= 5 * MS;
    let wrong = refused(&builder.plan, &run);
    assert!(wrong.contains("permits"), "{wrong}");
    // What clocks may differ by is no proof.
    assert_eq!(
        validate(&builder.plan, &run, Way::FreeThreaded, true, 6 * MS),
        Ok(())
    );
}

#[test]
fn a_latch_passed_before_it_was_set_is_seen() {
    let plan = guarded();
    let mut run = run(&plan, Way::FreeThreaded);
    let awaited = run
        .done
        .iter_mut()
        .find(|did| did.program.0 == 2 && did.index == 0);
    awaited.unwrap().at_ns -= MS / 2;
    let wrong = refused(&plan, &run);
    assert!(wrong.contains("set at"), "{wrong}");
}

#[test]
fn a_barrier_passed_alone_is_seen() {
    let plan = guarded();
    let mut run = run(&plan, Way::FreeThreaded);
    let arrived = run
        .done
        .iter_mut()
        .find(|did| did.program.0 == 1 && did.index == 4);
    let arrived = arrived.unwrap();
    arrived.at_ns = arrived.from_ns;
    let wrong = refused(&plan, &run);
    assert!(wrong.contains("passed by"), "{wrong}");
}

#[test]
fn a_channel_that_held_too_much_is_seen() {
    let plan = pipeline(1, 8, Some(1));
    let mut run = run(&plan, Way::FreeThreaded);
    // The server takes everything later than it did; the main thread does not notice.
    shift(&mut run, 1, 20 * MS as i64);
    run.makespan_ns += 20 * MS;
    let awaited = run
        .done
        .iter_mut()
        .rev()
        .find(|did| did.program.0 == 0)
        .unwrap();
    awaited.at_ns += 20 * MS;
    run.ended_ns[0] += 20 * MS;
    let wrong = refused(&plan, &run);
    assert!(wrong.contains("items in it"), "{wrong}");
}

#[test]
fn a_program_that_ran_before_it_was_started_is_seen() {
    let plan = Builder::crew(&[vec![compute(MS)]]).plan;
    let mut run = run(&plan, Way::FreeThreaded);
    let start = run
        .done
        .iter_mut()
        .find(|did| did.program.0 == 0 && did.index == 0)
        .unwrap();
    start.at_ns += 3 * MS;
    start.from_ns = start.at_ns;
    let awaited = run
        .done
        .iter_mut()
        .find(|did| did.program.0 == 0 && did.index == 1)
        .unwrap();
    awaited.from_ns += 3 * MS;
    awaited.at_ns += 3 * MS;
    run.ended_ns[0] += 3 * MS;
    let wrong = refused(&plan, &run);
    assert!(wrong.contains("before it was started"), "{wrong}");
}

#[test]
fn two_that_hold_the_gil_are_seen() {
    let plan = Builder::crew(&vec![vec![compute(20 * MS)]; 2]).plan;
    let mut run = run(&plan, Way::Gil);
    assert_eq!(is_whole(&plan, &run, Way::Gil), Ok(()));
    let waited = run.stretches.iter_mut().find(|stretch| {
        stretch.state == State::WaitingGil && stretch.end_ns - stretch.start_ns > MS
    });
    waited.unwrap().state = State::Running;
    let wrong = is_whole(&plan, &run, Way::Gil).expect_err("both ran");
    assert!(wrong.contains("ran at once"), "{wrong}");
}

#[test]
fn a_program_that_never_ended_is_seen() {
    let plan = guarded();
    let mut run = run(&plan, Way::FreeThreaded);
    run.ended_ns[2] = u64::MAX;
    assert!(refused(&plan, &run).contains("never ended"));
}
