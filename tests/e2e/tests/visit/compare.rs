//! Compare: one job in several ways, predicted, and run for real on request. What a run measures is not judged here,
//! but that every way has its bar or says why it has none.

use e2e::{Visitor, plain_origin, visit};
use std::time::Duration;

/// All ways and the search for where the answer flips, on a machine that has other things to do.
const SEARCH: Duration = Duration::from_secs(240);
const TABLE: &str = "document.querySelector('[data-test=\"compare-table\"]')";

async fn open_compare(visitor: &Visitor) {
    visitor.click("tab-compare").await;
    let panel = "document.querySelector('[data-test=\"compare\"]')";
    visitor.wait_for("the panel", panel).await;
}

/// Compares what is chosen and waits until nothing is under way.
async fn compare(visitor: &Visitor) {
    visitor.click("compare-start").await;
    let is_over = format!(
        "{TABLE} && !{TABLE}.innerText.includes('…')
         && document.querySelector('[data-test=\"compare-progress\"]').innerText === ''"
    );
    visitor
        .wait_at_most(SEARCH, "the comparison", &is_over)
        .await;
}

/// Chooses a group and compares it; what the table says.
async fn compare_group(visitor: &Visitor, name: &str) -> String {
    visitor.choose("compare-subject", name).await;
    compare(visitor).await;
    visitor.text("compare-table").await
}

/// How many elements have this name.
async fn count(visitor: &Visitor, name: &str) -> u64 {
    let all = format!("document.querySelectorAll('[data-test=\"{name}\"]').length");
    visitor.js(&all).await.as_u64().expect("a count")
}

async fn value(visitor: &Visitor, name: &str) -> String {
    let value = format!("document.querySelector('[data-test=\"{name}\"]').value");
    let value = visitor.js(&value).await;
    value.as_str().expect("a field's value").to_owned()
}

/// Runs all ways for real, once each, and waits until none is under way.
async fn run_for_real(visitor: &Visitor) {
    visitor.choose("compare-scale", "100").await;
    visitor.choose("compare-repeats", "1").await;
    visitor.click("compare-real").await;
    let is_over = "document.querySelector('[data-test=\"compare-notes\"]')
         && !document.querySelector('[data-test=\"compare-real-progress\"]')";
    visitor.wait_at_most(SEARCH, "the real runs", is_over).await;
}

/// How many workers of real runs live.
async fn living(visitor: &Visitor) -> u64 {
    let locks = "navigator.locks.query().then(locks => locks.held.filter(
        lock => lock.name.startsWith('interleave-worker-')).length)";
    let living = visitor.js_later(locks).await;
    living.as_u64().expect("a number of locks")
}

async fn wait_until_living(visitor: &Visitor, is_enough: fn(u64) -> bool) {
    for _ in 0..1_500 {
        if is_enough(living(visitor).await) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{} workers live", living(visitor).await);
}

#[test]
fn the_gallerys_groups_are_compared() {
    visit("compare-groups", |visitor| async move {
        visitor.open("").await;
        open_compare(&visitor).await;
        let laundry = compare_group(&visitor, "laundry").await;
        assert!(laundry.contains("stuck"), "{laundry}");
        let downloads = compare_group(&visitor, "downloads").await;
        assert!(downloads.contains("best"), "{downloads}");
        compare_group(&visitor, "ten-jobs").await;
        assert_eq!(count(&visitor, "compare-open").await, 5);
        visitor.shot("compare-groups").await;
    });
}

#[test]
fn a_workload_is_compared_with_advice_and_where_it_flips_and_is_part_of_the_link() {
    visit("compare-workload", |visitor| async move {
        visitor.open("").await;
        open_compare(&visitor).await;
        visitor.choose("compare-workers", "1000").await;
        visitor.wait_for_text("compare-problem", "64").await;
        assert_eq!(value(&visitor, "compare-workers").await, "64");
        visitor.choose("compare-cpu_ms", "10000").await;
        visitor.wait_for_text("compare-problem", "Take fewer").await;
        let start = "document.querySelector('[data-test=\"compare-start\"]').disabled";
        assert_eq!(visitor.js(start).await, true);
        for (field, number) in [("tasks", "4"), ("cpu_ms", "1"), ("io_ms", "20")] {
            visitor.choose(&format!("compare-{field}"), number).await;
        }
        visitor.choose("compare-workers", "2").await;
        compare(&visitor).await;
        let advice = visitor.text("compare-advice").await;
        assert!(advice.contains("Coroutines"), "{advice}");
        assert_eq!(count(&visitor, "compare-open").await, 6);
        assert_eq!(count(&visitor, "compare-flip-cpu_ms").await, 1, "{advice}");
        visitor.shot("compare-workload").await;
        visitor.choose("language", "zh").await;
        visitor.wait_for_text("compare-advice", "协程").await;
        visitor.shot("compare-chinese").await;
        let link = visitor.share().await;
        visitor
            .stranger(|stranger| async move {
                stranger.go(&link).await;
                let is_set =
                    "document.querySelector('[data-test=\"compare-tasks\"]')?.value === '4'";
                stranger.wait_for("the settings of the link", is_set).await;
                assert_eq!(value(&stranger, "compare-cpu_ms").await, "1");
                assert_eq!(value(&stranger, "compare-io_ms").await, "20");
                assert_eq!(value(&stranger, "compare-workers").await, "2");
            })
            .await;
    });
}

#[test]
fn every_way_runs_for_real_beside_its_prediction() {
    visit("compare-real", |visitor| async move {
        visitor.open("").await;
        open_compare(&visitor).await;
        compare_group(&visitor, "ten-jobs").await;
        run_for_real(&visitor).await;
        let table = visitor.text("compare-table").await;
        assert_eq!(count(&visitor, "compare-measured").await, 5, "{table}");
        assert_eq!(count(&visitor, "compare-ratio").await, 5, "{table}");
        visitor.shot("compare-real").await;
        visitor.resize(360, 740).await;
        let fits = "document.documentElement.scrollWidth <= 360";
        visitor.wait_for("a page that is 360 px wide", fits).await;
        visitor.shot("compare-narrow").await;
        visitor.resize(1280, 900).await;
        // One that never ends says so, the other runs.
        compare_group(&visitor, "laundry").await;
        run_for_real(&visitor).await;
        assert_eq!(count(&visitor, "compare-measured").await, 1);
        let why = visitor.text("compare-refused").await;
        assert!(why.contains("stuck"), "{why}");
        visitor.click("compare-open-real").await;
        let real = "document.querySelector('[data-test=\"real\"]')?.offsetParent";
        visitor.wait_for("the panel of real runs", real).await;
    });
}

#[test]
fn stop_leaves_no_worker_behind() {
    visit("compare-stop", |visitor| async move {
        visitor.open("").await;
        open_compare(&visitor).await;
        compare_group(&visitor, "ten-jobs").await;
        visitor.choose("compare-scale", "1").await;
        visitor.choose("compare-repeats", "9").await;
        visitor.click("compare-real").await;
        visitor
            .wait_for_text("compare-real-progress", "repeats")
            .await;
        wait_until_living(&visitor, |living| living > 0).await;
        visitor.click("compare-real-stop").await;
        let is_over = "!document.querySelector('[data-test=\"compare-real-progress\"]')";
        visitor.wait_for("the end of it", is_over).await;
        visitor.wait_for_text("compare-dropped", "Stopped").await;
        wait_until_living(&visitor, |living| living == 0).await;
        assert_eq!(count(&visitor, "compare-measured").await, 0);
    });
}

#[test]
fn what_ran_while_the_page_was_hidden_is_discarded() {
    visit("compare-hidden", |visitor| async move {
        visitor.open("").await;
        open_compare(&visitor).await;
        compare_group(&visitor, "ten-jobs").await;
        visitor.choose("compare-scale", "1").await;
        visitor.click("compare-real").await;
        visitor
            .wait_for_text("compare-real-progress", "repeats")
            .await;
        let hide = "Object.defineProperty(document, 'hidden', { value: true })
            && document.dispatchEvent(new Event('visibilitychange'))";
        visitor.js(hide).await;
        visitor.wait_for_text("compare-dropped", "background").await;
        let is_over = "!document.querySelector('[data-test=\"compare-real-progress\"]')";
        visitor.wait_for("the end of it", is_over).await;
        assert_eq!(count(&visitor, "compare-measured").await, 0);
        assert_eq!(count(&visitor, "compare-not").await, 4);
    });
}

#[test]
fn without_isolation_each_way_runs_or_says_what_it_lacks() {
    visit("compare-fallback", |visitor| async move {
        visitor.go(&format!("{}/", plain_origin())).await;
        assert_eq!(visitor.js("crossOriginIsolated").await, false);
        open_compare(&visitor).await;
        compare_group(&visitor, "downloads").await;
        visitor.wait_for_text("not-isolated", "processes").await;
        run_for_real(&visitor).await;
        assert_eq!(count(&visitor, "compare-measured").await, 1);
        let why = visitor.text("compare-refused").await;
        assert!(why.contains("memory"), "{why}");
    });
}
