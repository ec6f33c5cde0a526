//! Bad input: the page stays usable whatever the script does.

use e2e::visit;
use std::time::{Duration, Instant};

/// A script that no budget ends soon: long sleeps in many small steps.
const LONG: &str = "import time\nn = 0\nwhile True:\n    n += 1\n    time.sleep(0)\n";

#[test]
fn a_loop_without_end_hits_its_budget_and_the_page_answers_meanwhile() {
    visit("endless", |visitor| async move {
        visitor.open("").await;
        visitor.set_source("while True: pass\n").await;
        let before = visitor.paints().await;
        let start = Instant::now();
        visitor.click("run").await;
        let asked = Instant::now();
        assert_eq!(visitor.js("1 + 1").await, 2);
        assert!(
            asked.elapsed() < Duration::from_millis(500),
            "the page froze for {:?}",
            asked.elapsed()
        );
        visitor.wait_for_paint_after(before).await;
        println!(
            "`while True: pass` ended after {:?} of real time",
            start.elapsed()
        );
        assert!(
            start.elapsed() < Duration::from_secs(4),
            "it took {:?}",
            start.elapsed()
        );
        let outcome = visitor.text("outcome").await.to_lowercase();
        assert!(outcome.contains("budget"), "the outcome says {outcome:?}");
    });
}

#[test]
fn stop_stops_a_script_under_way() {
    visit("stop", |visitor| async move {
        visitor.open("").await;
        visitor.set_source(LONG).await;
        visitor.click("run").await;
        visitor
            .wait_for(
                "Stop to be there",
                "(stop => stop && !stop.disabled)(document.querySelector('[data-test=\"stop\"]'))",
            )
            .await;
        visitor.click("stop").await;
        visitor
            .wait_at_most(
                Duration::from_secs(3),
                "the run to end",
                "(stop => !stop || stop.disabled)(document.querySelector('[data-test=\"stop\"]'))",
            )
            .await;
        visitor.set_source("print('after the stop')\n").await;
        visitor.run().await;
        visitor.wait_for_text("console", "after the stop").await;
    });
}

#[test]
fn an_uncaught_exception_is_shown_as_cpython_shows_it() {
    visit("traceback", |visitor| async move {
        visitor.open("").await;
        visitor
            .set_source("def f(x):\n    return 1 / x\n\nf(0)\n")
            .await;
        visitor.run().await;
        visitor
            .wait_for_text("console", "Traceback (most recent call last):")
            .await;
        visitor
            .wait_for_text("console", "ZeroDivisionError: division by zero")
            .await;
    });
}

#[test]
fn what_is_not_supported_is_told_on_its_line_before_the_run() {
    visit("unsupported", |visitor| async move {
        visitor.open("").await;
        visitor
            .set_source("x = 1\nimport no_such_module_here\n")
            .await;
        visitor.click("run").await;
        visitor
            .wait_for(
                "the page to name the module",
                "document.body.innerText.includes('no_such_module_here') && \
                 (document.querySelector('[data-test=\"diagnostics\"]')?.innerText.includes('no_such_module_here') || \
                  document.querySelector('[data-test=\"console\"]')?.innerText.includes('no_such_module_here'))",
            )
            .await;
    });
}
