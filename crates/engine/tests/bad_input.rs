//! Scripts that go wrong without end, and scripts that can't run: each ends in a clear outcome.

mod running;

use interleave_engine::{check, exit_code, run};
use interleave_trace::{Limit, Outcome, Stream};
use running::{report, scenario};

/// Runs the source: its end is this budget.
fn check_ends_at(source: &str, budget: Limit) {
    let report = report(source).expect("accepted");
    let outcome = &report.trace.outcome;
    assert!(
        matches!(outcome, Outcome::Budget { limit, .. } if *limit == budget),
        "{source}: {outcome:?}"
    );
}

#[test]
fn a_loop_without_end_hits_the_step_budget() {
    let report = report("while True: pass\n").expect("the script is accepted");
    let steps = report.trace.steps;
    assert!(
        matches!(
            report.trace.outcome,
            Outcome::Budget {
                limit: Limit::Steps,
                value: 50_000_000
            }
        ),
        "{:?}",
        report.trace.outcome
    );
    assert!((50_000_000..50_100_000).contains(&steps), "{steps}");
    assert_eq!(report.exit_code, exit_code::BUDGET);
}

#[test]
fn a_recursion_without_end_raises_as_cpython_does() {
    let report = report("def f(n):\n    return f(n + 1)\n\n\nf(0)\n").expect("accepted");
    let stderr = report.trace.text(Stream::Stderr);
    assert!(
        stderr.ends_with("RecursionError: maximum recursion depth exceeded\n"),
        "{stderr}"
    );
    assert!(
        stderr.contains("[Previous line repeated 996 more times]"),
        "{stderr}"
    );
    assert_eq!(report.exit_code, 1);
}

#[test]
fn a_list_that_only_grows_hits_the_heap_budget() {
    check_ends_at("l = [0]\nwhile True:\n    l += l\n", Limit::HeapBytes);
}

#[test]
fn a_text_that_only_grows_hits_the_heap_budget() {
    check_ends_at("s = 'x'\nwhile True:\n    s += s\n", Limit::HeapBytes);
}

#[test]
fn ten_thousand_threads_run() {
    let source = "\
import threading, time
threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(10_000)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(threads))
";
    let report = report(source).expect("accepted");
    assert_eq!(report.trace.outcome, Outcome::Finished { exit_code: 0 });
    assert_eq!(report.trace.text(Stream::Stdout), "10000\n");
    assert_eq!(report.summary.threads.len(), 10_001);
}

#[test]
fn printing_without_end_is_bounded() {
    let report = report("while True:\n    print('x' * 1000)\n").expect("accepted");
    let outcome = &report.trace.outcome;
    assert!(matches!(outcome, Outcome::Budget { .. }), "{outcome:?}");
}

#[test]
fn sleeping_without_end_hits_the_virtual_time_budget() {
    check_ends_at(
        "import time\nwhile True:\n    time.sleep(100)\n",
        Limit::VirtualNs,
    );
}

#[test]
fn a_script_that_can_not_run_is_refused_with_its_line() {
    for (source, line) in [
        ("print(1)\nif True\n", 2),
        ("def f():\n    return 1 +\n", 2),
    ] {
        let diagnostics = run(&scenario(source)).expect_err("a syntax error");
        assert_eq!(diagnostics[0].line, line, "{source}");
        assert_eq!(check(&scenario(source)), diagnostics, "{source}");
    }
}

#[test]
fn no_source_makes_the_engine_panic() {
    let nested = format!("{}{}", "(".repeat(1000), ")".repeat(1000));
    let odd: &[&str] = &[
        "",
        "\u{feff}print(1)",
        "\0",
        "print(1)\0",
        "\r\r\n\n\r",
        "x = '\\N{BULLET}'",
        "é = 1; print(é)",
        "def f(): yield; return 1\nf().x",
        "class A: pass\nA().b.c",
        "import sys; sys.exit()",
        "[].sort(key=1)",
        "del x",
        "return 1",
        "await x",
        "nonlocal x",
        &nested,
    ];
    for source in odd {
        // Whether it runs or is refused is not the point here: it comes back.
        let _ = run(&scenario(source));
    }
}
