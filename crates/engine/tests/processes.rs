//! Processes of a script: what their start costs over virtual time (the machine's table of costs gives minimum and median
//! of what CPython 3.11 took), how a run ends that has several, and what bounds hold for all of them together.

mod running;

use interleave_engine::{Report, exit_code, run};
use interleave_scenario::{PythonVersion, Scenario, StartMethod};
use interleave_trace::{Limit, Outcome, Stream};
use running::scenario;

fn report_of(scenario: &Scenario) -> Report {
    run(scenario).unwrap_or_else(|diagnostics| panic!("refused: {diagnostics:?}"))
}

fn printed(source: &str) -> String {
    let report = report_of(&scenario(source));
    assert_eq!(
        report.trace.outcome,
        Outcome::Finished { exit_code: 0 },
        "{}",
        report.trace.text(Stream::Stderr)
    );
    report.trace.text(Stream::Stdout)
}

/// The milliseconds that a script prints are within what was measured: not below the minimum by more than a tenth, not
/// above the median.
fn check_times(source: &str, measured_ms: &[(f64, f64)]) {
    let out = printed(source);
    let times: Vec<f64> = out
        .split_whitespace()
        .map(|number| number.parse().expect("a number"))
        .collect();
    assert_eq!(times.len(), measured_ms.len(), "{out}");
    for (time, (least, median)) in times.iter().zip(measured_ms) {
        assert!(
            (least * 0.9..median * 1.02).contains(time),
            "{time} ms is not within {least} to {median}: {out}"
        );
    }
}

const STARTS: &str = "\
import multiprocessing, time

def noop():
    pass

if __name__ == '__main__':
    context = multiprocessing.get_context('METHOD')
    for _ in range(2):
        before = time.perf_counter()
        process = context.Process(target=noop)
        process.start()
        started = time.perf_counter()
        process.join()
        ended = time.perf_counter()
    print((started - before) * 1000, (ended - before) * 1000)
";

#[test]
fn a_forked_process_starts_and_ends_in_the_measured_time() {
    check_times(
        &STARTS.replace("METHOD", "fork"),
        &[(0.99, 1.58), (4.02, 4.86)],
    );
}

#[test]
fn a_spawned_process_starts_and_ends_in_the_measured_time() {
    let measured = [(0.62, 0.79), (79.49, 134.94)];
    check_times(&STARTS.replace("METHOD", "spawn"), &measured);
}

#[test]
fn a_process_of_the_fork_server_starts_and_ends_in_the_measured_time() {
    let measured = [(1.17, 2.01), (38.6, 47.32)];
    check_times(&STARTS.replace("METHOD", "forkserver"), &measured);
}

#[test]
fn two_busy_processes_take_as_long_as_one_and_two_threads_twice_as_long() {
    let source = "\
import threading, multiprocessing, time

def busy():
    for _ in range(600_000):
        pass

def took(kind, count):
    before = time.perf_counter()
    workers = [kind(target=busy) for _ in range(count)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - before

alone = took(threading.Thread, 1)
print(took(threading.Thread, 2) / alone, took(multiprocessing.Process, 2) / alone)
";
    let out = printed(source);
    let ratios: Vec<f64> = out
        .split_whitespace()
        .map(|number| number.parse().expect("a number"))
        .collect();
    assert!((1.9..2.1).contains(&ratios[0]), "{out}");
    assert!((1.0..1.9).contains(&ratios[1]), "{out}");
}

#[test]
fn the_machine_says_how_processes_start() {
    let source = "import multiprocessing\nprint(multiprocessing.get_start_method())\n";
    let with = |method, python| {
        let mut scenario = scenario(source);
        scenario.machine.start_method = method;
        scenario.machine.python = python;
        report_of(&scenario).trace.text(Stream::Stdout)
    };
    assert_eq!(with(None, PythonVersion::V3_13), "fork\n");
    assert_eq!(with(None, PythonVersion::V3_14), "forkserver\n");
    assert_eq!(
        with(Some(StartMethod::Spawn), PythonVersion::V3_11),
        "spawn\n"
    );
}

#[test]
fn rule_39_a_script_without_the_guard_can_not_be_spawned() {
    let source = "\
import multiprocessing
multiprocessing.set_start_method('spawn')
process = multiprocessing.Process(target=print)
process.start()
process.join()
print(process.exitcode)
";
    let report = report_of(&scenario(source));
    let stderr = report.trace.text(Stream::Stderr);
    assert!(
        stderr.ends_with("RuntimeError: context has already been set\n"),
        "{stderr}"
    );
    let source = source.replace("multiprocessing.set_start_method('spawn')\n", "");
    let mut scenario = scenario(&source);
    scenario.machine.start_method = Some(StartMethod::Spawn);
    let report = report_of(&scenario);
    let stderr = report.trace.text(Stream::Stderr);
    assert!(
        stderr.contains("current process has finished its bootstrapping phase."),
        "{stderr}"
    );
    assert_eq!(report.trace.text(Stream::Stdout), "1\n");
    assert_eq!(report.exit_code, 0);
}

#[test]
fn rule_42_a_daemon_does_not_outlive_its_parent() {
    let source = "\
import multiprocessing, time

def forever():
    while True:
        time.sleep(1)

multiprocessing.Process(target=forever, daemon=True).start()
time.sleep(0.1)
";
    let report = report_of(&scenario(source));
    assert_eq!(report.exit_code, 0);
    assert!(report.trace.end_ns < 150_000_000, "{}", report.trace.end_ns);
    let names: Vec<&str> = report.trace.processes.iter().map(|p| &*p.name).collect();
    assert_eq!(names, ["MainProcess", "Process-1"]);
}

#[test]
fn an_exception_in_the_main_process_waits_for_its_children() {
    let source = "\
import multiprocessing, time
multiprocessing.Process(target=time.sleep, args=(2,)).start()
raise ValueError('v')
";
    let report = report_of(&scenario(source));
    assert!(report.trace.end_ns > 2_000_000_000);
    assert_eq!(report.exit_code, 1);
    assert!(matches!(
        &report.trace.outcome,
        Outcome::UncaughtException { exception } if exception == "ValueError: v"
    ));
}

#[test]
fn processes_that_wait_for_each_other_are_told() {
    let source = "\
import multiprocessing

def work(first, second, reached):
    with first:
        reached.release()
        with second:
            pass

a, b, reached = multiprocessing.Lock(), multiprocessing.Lock(), multiprocessing.Semaphore(0)
process = multiprocessing.Process(target=work, args=(a, b, reached))
with b:
    process.start()
    reached.acquire()
    with a:
        pass
";
    let report = report_of(&scenario(source));
    assert_eq!(report.exit_code, exit_code::STUCK);
    let Outcome::Deadlock { cycle, .. } = &report.trace.outcome else {
        panic!("{:?}", report.trace.outcome)
    };
    assert_eq!(cycle.len(), 2);
}

#[test]
fn the_heap_and_the_steps_are_bounded_for_all_processes_together() {
    let grows = "\
import os, time
for _ in range(4):
    if os.fork() == 0:
        break
held = []
for _ in range(1_000):
    held.append(bytes(100_000))
    time.sleep(0.001)
";
    let mut scenario_ = scenario(grows);
    scenario_.machine.max_heap_bytes = 300_000_000;
    let outcome = report_of(&scenario_).trace.outcome;
    assert!(
        matches!(
            outcome,
            Outcome::Budget {
                limit: Limit::HeapBytes,
                ..
            }
        ),
        "{outcome:?}"
    );
    let loops = "import os\nfor _ in range(3):\n    os.fork()\nwhile True:\n    pass\n";
    let mut scenario_ = scenario(loops);
    scenario_.machine.max_steps = 1_000_000;
    let trace = report_of(&scenario_).trace;
    assert!(
        matches!(
            trace.outcome,
            Outcome::Budget {
                limit: Limit::Steps,
                ..
            }
        ),
        "{:?}",
        trace.outcome
    );
    assert!(
        (1_000_000..1_100_000).contains(&trace.steps),
        "{}",
        trace.steps
    );
}

#[test]
fn processes_without_end_are_bounded() {
    let mut scenario = scenario("import os\nwhile True:\n    os.fork()\n");
    scenario.machine.max_heap_bytes = 200_000_000;
    let outcome = report_of(&scenario).trace.outcome;
    assert!(matches!(outcome, Outcome::Budget { .. }), "{outcome:?}");
}

#[test]
fn a_signal_ends_the_main_process_as_a_shell_has_it() {
    let report = report_of(&scenario("import os\nos.kill(os.getpid(), 15)\n"));
    assert_eq!(report.exit_code, 143);
    let source = "\
import os
if os.fork() == 0:
    os.kill(os.getppid(), 9)
    os._exit(0)
os.wait()
";
    assert_eq!(report_of(&scenario(source)).exit_code, 137);
}

#[test]
fn the_same_processes_give_the_same_trace() {
    let source = "\
import multiprocessing

def work(queue, number):
    queue.put(number)

if __name__ == '__main__':
    queue = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=work, args=(queue, n)) for n in range(5)]
    for process in processes:
        process.start()
    print([queue.get() for _ in processes])
    for process in processes:
        process.join()
";
    let bytes = || report_of(&scenario(source)).trace.to_bytes();
    assert_eq!(bytes(), bytes());
}
