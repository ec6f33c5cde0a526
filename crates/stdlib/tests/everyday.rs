//! Everyday modules on one thread: values, output and tracebacks as CPython 3.11 gives them.

use interleave_kernel::{Config, FirstCome, Kernel};
use interleave_python::vm::{Options, Processes, RunLimits, Vm};
use interleave_trace::{Stream, Trace};
use std::rc::Rc;

fn run(source: &str) -> Trace {
    let limits = RunLimits {
        steps: 5_000_000,
        heap_bytes: 64 << 20,
        output_bytes: 1 << 20,
    };
    let options = Options {
        minor: 11,
        gil: true,
        cores: 4,
        start_method: None,
        seed: 1,
        stdout_is_pipe: false,
        switch_interval_ns: 5_000_000,
        limits,
        told: Default::default(),
    };
    let files = vec![("main.py".to_owned(), source.to_owned())];
    let vm = Vm::new(files, options, Rc::new(interleave_stdlib::registry())).expect("it compiles");
    let mut kernel = Kernel::new(
        Config::default(),
        Processes::new(vm),
        FirstCome,
        "MainThread",
    );
    while kernel.advance(1_000_000).is_none() {}
    kernel.finish(false).0
}

/// Runs `source` and compares what it prints on both streams.
fn check(source: &str, stdout: &str, stderr: &str) {
    let trace = run(source);
    let printed = (trace.text(Stream::Stdout), trace.text(Stream::Stderr));
    assert_eq!(
        printed,
        (stdout.to_owned(), stderr.to_owned()),
        "{:?}",
        trace.outcome
    );
}

#[test]
fn a_sleep_takes_its_time_and_a_little_more() {
    let trace =
        run("import time\nt = time.time()\ntime.sleep(1.5)\nprint(round(time.time() - t, 2))\n");
    assert_eq!(trace.text(Stream::Stdout), "1.5\n");
    assert!(
        trace.end_ns > 1_500_000_000 && trace.end_ns < 1_501_000_000,
        "{}",
        trace.end_ns
    );
}

#[test]
fn seeded_random_values_are_cpythons() {
    check(
        "import random\nrandom.seed(42)\nprint(random.random(), random.randint(1, 100), random.choice('abc'))\n\
         x = list(range(5))\nrandom.shuffle(x)\nprint(x, random.sample(range(100), 3), random.gauss(0, 1))\n\
         random.seed('hello')\nprint(random.random())\n",
        "0.6394267984578837 4 c\n[3, 4, 0, 1, 2] [94, 13, 86] -0.07358145350888119\n0.3537754404730722\n",
        "",
    );
}

#[test]
fn an_uncaught_exception_prints_its_traceback() {
    check(
        "def f(x):\n    return 1 / x\nf(0)\n",
        "",
        "Traceback (most recent call last):\n  File \"main.py\", line 3, in <module>\n    f(0)\n  File \"main.py\", line 2, in f\n    \
         return 1 / x\n           ~~^~~\nZeroDivisionError: division by zero\n",
    );
}

#[test]
fn sys_exit_ends_the_script() {
    check(
        "import sys\nprint('a')\nsys.exit('bye')\nprint('b')\n",
        "a\n",
        "bye\n",
    );
}
