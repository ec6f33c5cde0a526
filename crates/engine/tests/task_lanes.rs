//! Lanes of tasks: each coroutine's turns and waits beneath its thread, and the virtual times of what they wait for.

mod running;

use interleave_trace::{LaneKind, MAX_TASK_LANES, State, Trace};
use running::report;

fn trace(source: &str) -> Trace {
    report(source).expect("the script is accepted").trace
}

/// What a task's lane must show.
struct Shown {
    name: &'static str,
    state: State,
    /// What it waits for, by its name.
    object: &'static str,
    /// How long in all, in virtual ns.
    time_ns: u64,
}

/// Runs `source` and looks for each of these among the lanes of tasks; times are held within 2 %.
fn check(source: &str, expected: &[Shown]) {
    let trace = trace(source);
    for shown in expected {
        let is_it = |index: &usize| {
            let lane = &trace.lanes[*index];
            matches!(lane.kind, LaneKind::Task(_)) && lane.name == shown.name
        };
        let index = (0..trace.lanes.len()).find(is_it).expect(shown.name);
        let lane = &trace.lanes[index];
        assert!(lane.parent.is_some(), "{} is on a thread", shown.name);
        assert!(lane.end_ns.is_some(), "{} is over", shown.name);
        let slices = trace.slices[index].iter();
        let own = slices.filter(|slice| {
            let label = slice.object.map_or("", |object| {
                let object = &trace.objects[object.index()];
                match object.label.is_empty() {
                    true => &object.kind,
                    false => &object.label,
                }
            });
            slice.state == shown.state && label == shown.object
        });
        let time_ns: u64 = own.map(|slice| slice.end_ns - slice.start_ns).sum();
        let off_ns = time_ns.abs_diff(shown.time_ns);
        assert!(
            off_ns * 50 <= shown.time_ns,
            "{} {:?} {}: {time_ns} ns",
            shown.name,
            shown.state,
            shown.object
        );
    }
}

#[test]
fn a_task_sleeps_and_another_waits_for_it() {
    check(
        "\
import asyncio
async def work(delay):
    await asyncio.sleep(delay)
async def main():
    await asyncio.gather(work(0.1), work(0.3))
    task = asyncio.create_task(work(0.2), name='last')
    await task
asyncio.run(main())
",
        &[
            Shown {
                name: "Task-2 (work)",
                state: State::Sleeping,
                object: "",
                time_ns: 100_000_000,
            },
            Shown {
                name: "Task-3 (work)",
                state: State::Sleeping,
                object: "",
                time_ns: 300_000_000,
            },
            Shown {
                name: "Task-1 (main)",
                state: State::Blocked,
                object: "last",
                time_ns: 200_000_000,
            },
        ],
    );
}

#[test]
fn a_blocking_call_is_a_long_turn_and_the_others_wait_for_theirs() {
    check(
        "\
import asyncio, time
async def polite():
    await asyncio.sleep(0)
async def rude():
    time.sleep(0.5)
async def main():
    await asyncio.gather(rude(), polite())
asyncio.run(main())
",
        &[
            Shown {
                name: "Task-2 (rude)",
                state: State::Running,
                object: "",
                time_ns: 500_000_000,
            },
            Shown {
                name: "Task-3 (polite)",
                state: State::WaitingCore,
                object: "",
                time_ns: 500_000_000,
            },
        ],
    );
}

#[test]
fn tasks_beyond_the_bound_are_counted_on_the_last_lane() {
    let trace = trace(
        "\
import asyncio
async def main():
    await asyncio.gather(*(asyncio.sleep(0.1) for _ in range(2500)))
asyncio.run(main())
",
    );
    let tasks = trace.lanes.iter();
    let tasks: Vec<_> = tasks
        .filter(|lane| matches!(lane.kind, LaneKind::Task(_)))
        .collect();
    assert_eq!(tasks.len(), MAX_TASK_LANES + 1);
    // The sleeps, main, and the two that close the loop.
    let further = 2_500 + 3 - MAX_TASK_LANES;
    assert_eq!(tasks[MAX_TASK_LANES].name, format!("… + {further}"));
}
