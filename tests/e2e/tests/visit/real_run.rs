//! The lab: it comes when it is asked for, runs the shown script for real, and says what it lacks.
//! What a run measures is not judged here, but that it is whole.

use e2e::{MissingFile, Visitor, plain_origin, served, visit};

/// The lanes of the timeline, by name.
async fn lanes(visitor: &Visitor) -> String {
    visitor.text("lanes-table").await
}

/// Opens the panel, runs one repeat of the shown script for real and waits for its outcome.
async fn run_for_real(visitor: &Visitor, way: &str) {
    visitor
        .wait_for(
            "the browser's profile",
            "document.querySelector('[data-test=\"real-profile\"] table')",
        )
        .await;
    visitor.choose("real-way", way).await;
    visitor.choose("real-scale", "10").await;
    visitor.choose("real-repeats", "1").await;
    visitor.click("real-run").await;
    visitor
        .wait_for(
            "an outcome",
            "document.querySelector('[data-test=\"real-outcome\"]')",
        )
        .await;
}

#[test]
fn a_script_runs_for_real_beside_its_prediction() {
    visit("real-run", |visitor| async move {
        served();
        visitor.open("").await;
        let fetched = served();
        assert!(
            !fetched.iter().any(|file| file.starts_with("lab")),
            "the lab is fetched before anybody asks for it: {fetched:?}"
        );
        visitor.click("run-for-real").await;
        run_for_real(&visitor, "as_written").await;
        let ratio = visitor.text("real-ratio").await;
        assert!(ratio.contains('×'), "the outcome says {ratio:?}");
        let rows = visitor.text("real-lanes").await;
        assert!(rows.contains("ThreadPoolExecutor-0_0"), "{rows}");
        visitor
            .wait_for("measured lanes", "document.querySelector('[data-test=\"real-timeline\"]').getAttribute('aria-pressed') === 'true'")
            .await;
        visitor.click("table-toggle").await;
        assert!(lanes(&visitor).await.contains("Measured"));
        visitor.shot("real-run").await;
        visitor.click("real-timeline").await;
        visitor
            .wait_for(
                "the predicted lanes alone",
                "!document.querySelector('[data-test=\"lanes-table\"]').innerText.includes('Measured')",
            )
            .await;
        visitor.choose("language", "zh").await;
        visitor.wait_for_text("real-run", "真实运行").await;
        visitor.wait_for_text("real-profile", "这个浏览器").await;
        visitor.shot("real-run-chinese").await;
    });
}

#[test]
fn the_lab_fits_a_window_of_360_px() {
    visit("real-run-narrow", |visitor| async move {
        visitor.resize(360, 740).await;
        visitor.open("").await;
        visitor.click("run-for-real").await;
        run_for_real(&visitor, "sequential").await;
        assert_eq!(
            visitor
                .js("document.documentElement.scrollWidth <= 360")
                .await,
            true
        );
        visitor.shot("real-run-narrow").await;
    });
}

#[test]
fn a_lab_that_can_not_be_fetched_is_asked_for_again() {
    visit("lab-failed", |visitor| async move {
        visitor.open("").await;
        {
            let _missing = MissingFile::new("lab_bg.wasm");
            visitor.click("tab-compare").await;
            visitor
                .wait_for_text("lab-failed", "could not be loaded")
                .await;
        }
        visitor.run().await;
        visitor.click("lab-again").await;
        visitor
            .wait_for(
                "the panel",
                "document.querySelector('[data-test=\"compare\"]')",
            )
            .await;
    });
}

#[test]
fn a_host_without_headers_is_isolated_on_the_second_load() {
    visit("static-host", |visitor| async move {
        visitor.go(&format!("{}/", plain_origin())).await;
        assert_eq!(visitor.js("crossOriginIsolated").await, false);
        visitor.click("tab-real").await;
        visitor.wait_for_text("not-isolated", "processes").await;
        run_for_real(&visitor, "event_loop").await;
        let gil =
            "document.querySelector('[data-test=\"real-way\"] option[value=\"gil\"]').disabled";
        assert_eq!(visitor.js(gil).await, true);
        let activated = "(navigator.serviceWorker.ready.then(() => { window.registered = true; }), window.registered)";
        visitor.wait_for("the service worker", activated).await;
        visitor.reload().await;
        assert_eq!(visitor.js("crossOriginIsolated").await, true);
        visitor
            .wait_for(
                "the panel",
                "document.querySelector('[data-test=\"real\"]')",
            )
            .await;
        assert_eq!(visitor.js(gil).await, false);
        run_for_real(&visitor, "gil").await;
    });
}
