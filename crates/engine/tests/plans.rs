//! Plans of real runs, taken from the traces of the engine: the work in a plan is the work in its trace, everybody is
//! started once, everything is taken once, and it comes to its end whoever is faster.
//! One file, because every shape of plan is held to the same few laws, which stand beside them.

mod running;

use interleave_engine::run;
use interleave_pool::plan::{
    Act, CannotRun, MAX_WORKERS, Plan, ProgramId, SharedKind, Step, Tally, check, take,
};
use interleave_scenario::{Scenario, gallery};
use interleave_trace::{LaneKind, Outcome, State, Trace};
use std::collections::BTreeMap;

/// The time of all threads in `state`, by process.
fn thread_times_ns(trace: &Trace, state: State) -> BTreeMap<u32, u64> {
    let mut times = BTreeMap::new();
    for (lane, slices) in trace.lanes.iter().zip(&trace.slices) {
        if matches!(lane.kind, LaneKind::Thread(_)) {
            let own = slices.iter().filter(|slice| slice.state == state);
            let ns: u64 = own.map(|slice| slice.end_ns - slice.start_ns).sum();
            *times.entry(lane.process.0).or_default() += ns;
        }
    }
    times
}

/// The time of tasks in `state`.
fn task_time_ns(trace: &Trace, state: State) -> u64 {
    let lanes = trace.lanes.iter().zip(&trace.slices);
    let tasks = lanes.filter(|(lane, _)| matches!(lane.kind, LaneKind::Task(_)));
    let slices = tasks.flat_map(|(_, slices)| slices.iter().filter(|slice| slice.state == state));
    slices.map(|slice| slice.end_ns - slice.start_ns).sum()
}

/// What is computed, by process: an item's work is its taker's, so that only the whole is sure where items cross.
fn computed_ns(plan: &Plan, tally: &Tally) -> BTreeMap<u32, u64> {
    let mut times = BTreeMap::new();
    for (program, ns) in plan.programs.iter().zip(&tally.compute_ns) {
        *times.entry(program.process).or_default() += ns;
    }
    times
}

/// Holds what must hold of every plan; what does not.
fn complaints(trace: &Trace, plan: &Plan) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut seed = 1u64;
    let mut random = |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % n
    };
    let orders: [(&str, &mut dyn FnMut(usize) -> usize); 3] = [
        ("first", &mut |_| 0),
        ("last", &mut |n| n - 1),
        ("any", &mut random),
    ];
    for (order, choose) in orders {
        let tally = match check(plan, choose) {
            Ok(tally) => tally,
            Err(stuck) => {
                complaints.push(format!("stuck ({order}): {stuck:?}"));
                continue;
            }
        };
        let computed = computed_ns(plan, &tally);
        let ran = thread_times_ns(trace, State::Running);
        if computed.values().sum::<u64>() != ran.values().sum::<u64>() {
            complaints.push(format!("computes {computed:?}, the trace {ran:?}"));
        }
        let io: u64 = tally.io_ns.iter().sum();
        let sleep: u64 = tally.sleep_ns.iter().sum();
        let threads_io: u64 = thread_times_ns(trace, State::Io).values().sum();
        let threads_sleep: u64 = thread_times_ns(trace, State::Sleeping).values().sum();
        let least = threads_io
            + threads_sleep
            + task_time_ns(trace, State::Sleeping)
            + task_time_ns(trace, State::Io);
        if io + sleep < least {
            complaints.push(format!("sleeps {sleep} and {io}, the trace {least}"));
        }
        if tally.starts.iter().any(|&starts| starts != 1) {
            complaints.push(format!("starts: {:?}", tally.starts));
        }
        if tally.taken.iter().any(|&taken| taken > 1) {
            complaints.push("an item was taken twice".into());
        }
    }
    complaints
}

fn plan_of(scenario: &Scenario) -> Option<(Trace, Result<Plan, CannotRun>)> {
    let report = std::panic::catch_unwind(|| run(scenario)).ok()?.ok()?;
    let plan = take(&report.trace);
    Some((report.trace, plan))
}

fn is_over(trace: &Trace) -> bool {
    matches!(
        trace.outcome,
        Outcome::Finished { .. } | Outcome::UncaughtException { .. }
    )
}

#[test]
fn every_scenario_of_the_gallery_that_ends_has_a_plan() {
    let mut all = Vec::new();
    for entry in gallery::all() {
        let (trace, plan) = plan_of(&entry.scenario()).expect("the gallery runs");
        match plan {
            Ok(plan) => {
                let own = complaints(&trace, &plan);
                all.extend(
                    own.into_iter()
                        .map(|text| format!("{}: {text}", entry.name)),
                );
            }
            Err(why) if is_over(&trace) => all.push(format!("{}: {why:?}", entry.name)),
            Err(_) => {}
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn programs_of_the_corpus_have_plans() {
    let mut all = Vec::new();
    let mut plans = 0;
    for program in ["corpus", "corpus_simulated"]
        .into_iter()
        .flat_map(running::programs_of)
    {
        let path = program.to_string_lossy().into_owned();
        if ![
            "async", "thread", "mp_", "multi", "futures", "queue", "gevent", "green", "process",
            "sched", "aio", "socket",
        ]
        .iter()
        .any(|subject| path.contains(subject))
        {
            continue;
        }
        let mut scenario = running::scenario("");
        scenario.files = running::files_of(&program).expect("a program");
        let Some((trace, plan)) = plan_of(&scenario) else {
            continue;
        };
        match plan {
            Ok(plan) => {
                plans += 1;
                let own = complaints(&trace, &plan);
                all.extend(own.into_iter().map(|text| format!("{path}: {text}")));
            }
            Err(CannotRun::TooManyThreads { .. } | CannotRun::TooManySteps { .. }) => {}
            Err(why) if is_over(&trace) => all.push(format!("{path}: {why:?}")),
            Err(_) => {}
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
    assert!(plans > 100, "{plans} plans");
}

/// The plan of `source`, which must hold what every plan holds.
fn plan(source: &str) -> Plan {
    let (trace, plan) = plan_of(&running::scenario(source)).expect("it runs");
    let plan = plan.expect("it has a plan");
    assert_eq!(complaints(&trace, &plan), Vec::<String>::new());
    plan
}

/// What a program does, without computing: one letter a step.
fn letters(steps: &[Step]) -> String {
    let letter = |step: &Step| match step.act {
        Act::Compute { .. } => None,
        Act::Sleep { .. } => Some('s'),
        Act::Io { .. } => Some('i'),
        Act::Stall { .. } => Some('h'),
        Act::Acquire(_) => Some('a'),
        Act::Release(_) => Some('r'),
        Act::Put(..) => Some('p'),
        Act::Take(_) => Some('t'),
        Act::Serve(_) => Some('S'),
        Act::Set(_) => Some('e'),
        Act::Await(_) => Some('w'),
        Act::Arrive(_) => Some('b'),
        Act::Start(_) => Some('n'),
        Act::Transfer { .. } => Some('x'),
    };
    steps.iter().filter_map(letter).collect()
}

fn programs(plan: &Plan) -> Vec<String> {
    plan.programs
        .iter()
        .map(|program| letters(&program.steps))
        .collect()
}

/// How often each item's steps occur.
fn items(plan: &Plan) -> BTreeMap<String, usize> {
    let mut items = BTreeMap::new();
    for item in &plan.items {
        *items.entry(letters(&item.steps)).or_default() += 1;
    }
    items
}

#[test]
fn a_pool_of_threads_serves_its_tasks() {
    let entry = gallery::by_name("thread-pool").expect("the gallery has it");
    let (_, plan) = plan_of(&entry.scenario()).expect("it runs");
    let plan = plan.expect("it has a plan");
    let programs = programs(&plan);
    assert_eq!(programs[1..], ["S", "S", "S"]);
    assert_eq!(items(&plan)["s"], 30);
    let [_, slept_ns, _] = plan.work_ns();
    assert!(
        (30_000_000_000..30_100_000_000).contains(&slept_ns),
        "{slept_ns}"
    );
}

#[test]
fn a_pipeline_hands_items_on() {
    let plan = plan(
        "import threading, queue, time
raw, cooked = queue.Queue(2), queue.Queue()
def cook():
    while (item := raw.get()) is not None:
        time.sleep(0.1)
        cooked.put(item)
def eat():
    for _ in range(6):
        cooked.get()
        time.sleep(0.01)
cooks = [threading.Thread(target=cook) for _ in range(2)]
eater = threading.Thread(target=eat)
for thread in cooks + [eater]:
    thread.start()
for number in range(6):
    raw.put(number)
for _ in cooks:
    raw.put(None)
for thread in cooks + [eater]:
    thread.join()
",
    );
    assert_eq!(
        programs(&plan),
        ["nnnppppppppwww", "S", "S", "tstststststs"]
    );
    assert_eq!(items(&plan)["sp"], 6);
    let capacities = plan.shared.iter().filter_map(|shared| match shared.kind {
        SharedKind::Channel { capacity, .. } => Some(capacity),
        _ => None,
    });
    assert_eq!(capacities.collect::<Vec<_>>(), [Some(2), None]);
}

#[test]
fn processes_serve_a_queue_and_messages_have_sizes() {
    let plan = plan(
        "import multiprocessing as mp, time
def work(jobs, results):
    while (job := jobs.get()) is not None:
        time.sleep(0.1)
        results.put('x' * 1000)
if __name__ == '__main__':
    jobs, results = mp.Queue(), mp.Queue()
    workers = [mp.Process(target=work, args=(jobs, results)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for number in range(4):
        jobs.put(number)
    for _ in workers:
        jobs.put(None)
    for _ in range(4):
        results.get()
    for worker in workers:
        worker.join()
",
    );
    assert_eq!(plan.processes, 3);
    let serving = programs(&plan)
        .iter()
        .filter(|steps| steps.contains('S'))
        .count();
    assert_eq!(serving, 2);
    let big = plan.items.iter().filter(|item| item.bytes > 1000).count();
    assert_eq!((big, plan.items.len()), (4, 10));
}

#[test]
fn pools_of_processes_serve_their_tasks() {
    let sources = [
        "from concurrent.futures import ProcessPoolExecutor
import time
if __name__ == '__main__':
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(time.sleep, [0.1] * 6))
",
        "from multiprocessing import Pool
import time
if __name__ == '__main__':
    with Pool(2) as pool:
        pool.map(time.sleep, [0.1] * 6, chunksize=1)
",
    ];
    for source in sources {
        let plan = plan(source);
        let serving = plan
            .programs
            .iter()
            .filter(|program| letters(&program.steps).contains('S'));
        let processes: Vec<u32> = serving.map(|program| program.process).collect();
        assert_eq!(processes, [1, 2]);
        assert_eq!(items(&plan)["sp"], 6);
    }
}

#[test]
fn tasks_stay_on_their_loop() {
    let plan = plan(
        "import asyncio, time
async def nap():
    await asyncio.sleep(0.1)
async def main():
    await asyncio.gather(nap(), nap())
    time.sleep(0.1)
    await asyncio.to_thread(time.sleep, 0.1)
asyncio.run(main())
",
    );
    let on_loop = plan
        .programs
        .iter()
        .filter(|program| program.turns_on.is_some());
    assert!(
        on_loop
            .clone()
            .all(|program| program.turns_on == Some(ProgramId(0)))
    );
    let naps = on_loop
        .filter(|program| letters(&program.steps).starts_with('s'))
        .count();
    assert_eq!(naps, 2);
    // Both naps, the call that holds the loop up, the thread's sleep.
    assert!(
        programs(&plan)[1].starts_with("nnwwhpnw"),
        "{:?}",
        programs(&plan)
    );
    assert_eq!(
        plan.programs
            .iter()
            .filter(|program| program.turns_on.is_none())
            .count(),
        3
    );
}

#[test]
fn workers_of_an_asyncio_queue_serve_it() {
    let plan = plan(
        "import asyncio
async def worker(jobs):
    while await jobs.get() is not None:
        await asyncio.sleep(0.1)
async def main():
    jobs = asyncio.Queue()
    workers = [asyncio.create_task(worker(jobs)) for _ in range(3)]
    for job in [1, 2, 3, 4, 5, 6, None, None, None]:
        await jobs.put(job)
    await asyncio.gather(*workers)
asyncio.run(main())
",
    );
    assert_eq!(programs(&plan)[2..5], ["S", "S", "S"]);
    assert_eq!(items(&plan)["s"], 6);
}

#[test]
fn greenlets_are_tasks_of_their_thread() {
    let plan = plan(
        "import gevent
def nap():
    gevent.sleep(0.1)
gevent.joinall([gevent.spawn(nap) for _ in range(3)])
",
    );
    assert_eq!(programs(&plan)[1..], ["s", "s", "s"]);
    assert!(
        plan.programs[1..]
            .iter()
            .all(|program| program.turns_on == Some(ProgramId(0)))
    );
}

#[test]
fn what_threads_synchronise_with_is_shared() {
    let plan = plan(
        "import threading, time
doors, all_there = threading.Semaphore(3), threading.Barrier(4)
go, lock, told = threading.Event(), threading.Lock(), threading.Condition()
ready = False
def run():
    with doors:
        time.sleep(0.1)
    all_there.wait()
    go.wait()
    with told:
        told.wait_for(lambda: ready)
    with lock:
        time.sleep(0.05)
threads = [threading.Thread(target=run) for _ in range(4)]
for thread in threads:
    thread.start()
threading.Timer(0.5, go.set).start()
go.wait()
time.sleep(0.1)
with told:
    ready = True
    told.notify_all()
for thread in threads:
    thread.join()
",
    );
    let programs = programs(&plan);
    assert_eq!(
        programs[1..5],
        ["asrbwwasr", "asrbwwasr", "asrbwwasr", "asrbwwasr"]
    );
    // The timer sleeps, then wakes the four and the main thread, which waits for all that it started.
    assert_eq!(programs[5], "seeeee");
    assert_eq!(programs[0], "nnnnnwseeeewwwww");
    let kinds: Vec<SharedKind> = plan.shared.iter().map(|shared| shared.kind).collect();
    assert!(kinds.contains(&SharedKind::Counter { permits: 3 }));
    assert!(kinds.contains(&SharedKind::Counter { permits: 1 }));
    assert!(kinds.contains(&SharedKind::Barrier { parties: 4 }));
}

#[test]
fn what_can_not_run_says_why() {
    let refused = |source: &str| {
        plan_of(&running::scenario(source))
            .expect("it runs")
            .1
            .expect_err("refused")
    };
    let hang = "import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
";
    assert!(matches!(refused(hang), CannotRun::Unfinished { .. }));
    let crowd = "import threading
for _ in range(80):
    threading.Thread(target=print).start()
";
    let limit = MAX_WORKERS;
    assert_eq!(
        refused(crowd),
        CannotRun::TooManyThreads { threads: 81, limit }
    );
}
