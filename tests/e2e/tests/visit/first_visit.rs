//! The first visit: a script is there, it has already run, and its timeline shows 10 s.

use e2e::{SlowFile, served, visit};
use std::time::{Duration, Instant};

#[test]
fn a_thread_pool_has_already_run() {
    visit("first-visit", |visitor| async move {
        visitor.open("").await;
        assert!(visitor.source().await.contains("ThreadPoolExecutor"));
        assert!(
            visitor.timeline_colours().await > 4,
            "the timeline is blank"
        );
        let makespan = visitor.text("summary-makespan").await;
        assert!(makespan.contains("10.0"), "the summary says {makespan:?}");
        let lanes = visitor.text("lanes-table").await;
        assert!(lanes.contains("MainThread"), "the table says {lanes:?}");
        assert!(
            lanes.contains("ThreadPoolExecutor-0_0"),
            "the table says {lanes:?}"
        );
        assert!(lanes.contains("GIL"), "the table says {lanes:?}");
        let times = lanes.matches(" s").count() + lanes.matches(" ms").count();
        assert!(times >= 3, "the table tells no times: {lanes:?}");
        assert!(!visitor.text("console").await.trim().is_empty());
    });
}

#[test]
fn the_page_is_isolated_and_finds_all_its_files() {
    visit("isolated", |visitor| async move {
        visitor.open("").await;
        assert_eq!(visitor.js("crossOriginIsolated").await, true);
        let log = visitor.log().await;
        let severe: Vec<&str> = log
            .lines()
            .filter(|line| line.starts_with("SEVERE"))
            .collect();
        assert!(severe.is_empty(), "the browser complains: {severe:#?}");
    });
}

#[test]
fn an_engine_that_comes_late_still_runs_the_script() {
    visit("late-engine", |visitor| async move {
        let _slow = SlowFile::new("engine_starter_bg.wasm", Duration::from_secs(2));
        visitor.open("").await;
        let makespan = visitor.text("summary-makespan").await;
        assert!(makespan.contains("10.0"), "the summary says {makespan:?}");
    });
}

#[test]
fn a_script_that_needs_the_whole_library_waits_for_it() {
    visit("late-library", |visitor| async move {
        let _slow = SlowFile::new("engine_worker_bg.wasm", Duration::from_secs(2));
        visitor.open("").await;
        visitor
            .set_source("import json\nprint(json.dumps({'whole': True}))\n")
            .await;
        visitor.run().await;
        visitor.wait_for_text("console", "{\"whole\": true}").await;
        visitor.set_source("print(len('once more'))\n").await;
        visitor.run().await;
        visitor.wait_for_text("console", "9").await;
    });
}

#[test]
fn the_whole_engine_takes_over_by_itself() {
    visit("take-over", |visitor| async move {
        served();
        visitor.open("").await;
        let mut fetched = served();
        assert!(
            !fetched.contains(&"engine_worker_bg.wasm".to_owned()),
            "the whole engine is fetched before the page is usable: {fetched:?}"
        );
        let start = Instant::now();
        while !fetched.contains(&"engine_worker_bg.wasm".to_owned()) {
            assert!(start.elapsed() < Duration::from_secs(20), "{fetched:?}");
            visitor.js("1").await;
            fetched.extend(served());
        }
        visitor.run().await;
        let makespan = visitor.text("summary-makespan").await;
        assert!(makespan.contains("10.0"), "the summary says {makespan:?}");
    });
}

/// The examples are fetched once the page can be used.
const ALL_EXAMPLES: &str =
    "document.querySelectorAll('[data-test=\"gallery\"] option').length >= 20";

#[test]
fn an_example_is_opened_by_its_card_and_by_its_link() {
    visit("browse", |visitor| async move {
        visitor.open("").await;
        visitor.wait_for("all the examples", ALL_EXAMPLES).await;
        visitor.click("browse").await;
        visitor.shot("examples").await;
        let before = visitor.paints().await;
        visitor.click("card-slow-first").await;
        visitor.wait_for_paint_after(before).await;
        assert!(visitor.source().await.contains("as_completed"));
        assert!(visitor.js("!document.querySelector('dialog[open]')").await == true);
        visitor
            .stranger(|stranger| async move {
                stranger.open("#v1/g/five-dryers?dishes=2").await;
                assert!(stranger.source().await.contains("DISHES = 2"));
            })
            .await;
    });
}

#[test]
fn every_gallery_script_runs() {
    visit("gallery", |visitor| async move {
        visitor.open("").await;
        visitor.wait_for("all the examples", ALL_EXAMPLES).await;
        let names = visitor
            .js(
                "[...document.querySelectorAll('[data-test=\"gallery\"] option')]\
                 .map(option => option.value).filter(Boolean)",
            )
            .await;
        let names: Vec<String> = serde_json::from_value(names).expect("a list of names");
        assert!(names.len() >= 10, "the gallery holds {names:?}");
        for name in &names {
            visitor.open("").await;
            visitor.wait_for("all the examples", ALL_EXAMPLES).await;
            let before = visitor.paints().await;
            visitor.choose("gallery", name).await;
            visitor.wait_for_paint_after(before).await;
            assert!(
                visitor.timeline_colours().await > 4,
                "{name}: the timeline is blank"
            );
            assert!(
                visitor.js("!document.querySelector('[data-test=\"diagnostics\"] [data-severity=\"error\"]')").await == true,
                "{name}: {}",
                visitor.text("diagnostics").await
            );
        }
    });
}
