//! Pools of processes and of interpreters: how many workers there are when (semantics, rule 27), and that
//! interpreters share nothing.

mod running;

use interleave_engine::run;
use interleave_scenario::{PythonVersion, StartMethod};
use interleave_trace::Stream;
use running::scenario;

fn check(source: &str, python: PythonVersion, start: Option<StartMethod>, expected: &str) {
    let mut scenario = scenario(source);
    scenario.machine.python = python;
    scenario.machine.start_method = start;
    let report = run(&scenario).unwrap_or_else(|diagnostics| panic!("refused: {diagnostics:?}"));
    assert_eq!(
        report.trace.text(Stream::Stdout),
        expected,
        "{}",
        report.trace.text(Stream::Stderr)
    );
}

const WORKERS: &str = "\
import time
from concurrent.futures import ProcessPoolExecutor

if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=3) as pool:
        first = pool.submit(time.sleep, 0.5)
        print(len(pool._processes))
        pool.submit(time.sleep, 0.5)
        print(len(pool._processes))
        first.result()
        pool.submit(time.sleep, 0.1).result()
        print(len(pool._processes))
";

#[test]
fn rule_27_by_fork_all_workers_start_with_the_first_task() {
    check(
        WORKERS,
        PythonVersion::V3_11,
        Some(StartMethod::Fork),
        "3\n3\n3\n",
    );
}

#[test]
fn rule_27_by_spawn_a_worker_starts_when_none_is_idle() {
    check(
        WORKERS,
        PythonVersion::V3_11,
        Some(StartMethod::Spawn),
        "1\n2\n2\n",
    );
}

const INTERPRETERS: &str = "\
import os, time
from concurrent.futures import InterpreterPoolExecutor

total = 1

def work(n):
    global total
    total += n
    turns = 1_000_000
    while turns:
        turns -= 1
    return total, os.getpid()

def fails():
    raise ValueError('no')

if __name__ == '__main__':
    with InterpreterPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(work, [10, 10, 10, 10]))
        print(sorted(value for value, _ in results), total)
        print({pid for _, pid in results} == {os.getpid()})
        try:
            pool.submit(fails).result()
        except ValueError as error:
            print(repr(error), repr(error.__cause__))
";

#[test]
fn interpreters_of_a_pool_share_nothing() {
    check(
        INTERPRETERS,
        PythonVersion::V3_14,
        None,
        "[11, 11, 21, 21] 1\nTrue\nValueError('no') ExecutionFailed('ValueError: no')\n",
    );
}
