//! Everyday modules on one thread: values, output and tracebacks as CPython 3.11 gives them.

mod running;

use interleave_trace::{Stream, Trace};

fn run(source: &str) -> Trace {
    running::run(source, &[])
}

fn check(source: &str, stdout: &str, stderr: &str) {
    running::check(source, &[], stdout, stderr);
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
