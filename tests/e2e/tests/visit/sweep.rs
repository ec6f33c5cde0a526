//! Sweeps: one setting over a range as a chart with its knee, stopped, saved, opened run by run, and reopened by a
//! link. How long a sweep takes is not judged here.

use e2e::{Visitor, visit};
use serde_json::Value;

/// Thirty errands of a second, three helpers: the page opens on the panel.
const ERRANDS: &str = "#v1/g/thread-pool?tab=sweep";
/// Each run takes a while, so that there is something to stop.
const LONG: &str = "\
WAIT = 1  #@param {type:\"slider\", min:1, max:60}
total = 0
for number in range(2_000_000):
    total += number
print(WAIT, total)
";
const CONTROL: char = '\u{e009}';
const ENTER: char = '\u{e007}';
const RIGHT: char = '\u{e014}';

/// Sweeps and waits until every run has figures.
async fn sweep(visitor: &Visitor, runs: usize) {
    visitor.click("sweep-start").await;
    visitor
        .wait_for_text("sweep-status", &format!("{runs} runs on"))
        .await;
}

/// Waits until the panel is there: the lab comes after the page.
async fn panel(visitor: &Visitor) {
    let is_there = "document.querySelector('[data-test=\"sweep-start\"]')";
    visitor.wait_for("the panel", is_there).await;
}

async fn count(visitor: &Visitor, selector: &str) -> u64 {
    let count = format!("document.querySelectorAll({selector:?}).length");
    visitor.js(&count).await.as_u64().expect("a count")
}

async fn value_of(visitor: &Visitor, name: &str) -> String {
    let value = format!("document.querySelector('[data-test=\"{name}\"]').value");
    let value = visitor.js(&value).await;
    value.as_str().expect("a field's value").to_owned()
}

/// What a link that saves a file holds.
async fn file(visitor: &Visitor, name: &str) -> String {
    let text = format!(
        "(address => decodeURIComponent(address.slice(address.indexOf(',') + 1)))\
         (document.querySelector('[data-test=\"{name}\"]').href)"
    );
    let text = visitor.js(&text).await;
    text.as_str().expect("a file's text").to_owned()
}

#[test]
fn a_range_of_workers_becomes_a_chart_with_its_knee() {
    visit("sweep", |visitor| async move {
        visitor.open("").await;
        visitor.click("tab-sweep").await;
        panel(&visitor).await;
        visitor.choose("sweep-to", "65").await;
        visitor.click("sweep-start").await;
        visitor
            .wait_for_text("sweep-problem", "WORKERS goes from 1 to 64")
            .await;
        visitor.choose("sweep-to", "64").await;
        sweep(&visitor, 64).await;
        assert_eq!(count(&visitor, ".sweep-chart .point").await, 64);
        assert_eq!(count(&visitor, ".sweep-chart .knee").await, 1);
        let knee = visitor.text("sweep-knee").await;
        assert!(knee.starts_with("The knee is at "), "{knee}");
        visitor.shot("sweep").await;
        for show in ["throughput", "efficiency", "latency"] {
            visitor.choose("sweep-show", show).await;
            let lines = if show == "latency" { 3 } else { 1 };
            visitor
                .wait_for(
                    &format!("the chart of {show}"),
                    &format!(
                        "document.querySelectorAll('.sweep-chart .point').length === {lines} * 64"
                    ),
                )
                .await;
        }
        visitor.wait_for_text("sweep-chart", "p99").await;
        visitor.shot("sweep-latency").await;
        visitor.choose("language", "zh").await;
        visitor.wait_for_text("sweep-knee", "吞吐量与延迟").await;
        visitor.choose("theme", "dark").await;
        visitor.shot("sweep-chinese-dark").await;
    });
}

#[test]
fn a_machine_setting_and_a_second_setting_give_a_line_each_in_360_px() {
    visit("sweep-lines", |visitor| async move {
        visitor.resize(360, 740).await;
        visitor.open(ERRANDS).await;
        panel(&visitor).await;
        visitor.choose("sweep-axis", "cores").await;
        visitor.choose("sweep-to", "4").await;
        visitor.choose("sweep-lines", "WORKERS").await;
        sweep(&visitor, 12).await;
        assert_eq!(count(&visitor, ".sweep-chart .point").await, 12);
        let legend = visitor.text("sweep-chart").await;
        assert!(legend.contains("WORKERS 1"), "{legend}");
        assert_eq!(
            visitor
                .js("document.documentElement.scrollWidth <= 360")
                .await,
            true
        );
        visitor.shot("sweep-narrow").await;
    });
}

#[test]
fn the_share_of_waiting_of_a_workload_is_swept() {
    visit("sweep-share", |visitor| async move {
        visitor.open(ERRANDS).await;
        panel(&visitor).await;
        visitor.click("sweep-workload").await;
        visitor
            .wait_for(
                "the workload's script",
                "window.interleave.source().includes('CPU_MS')",
            )
            .await;
        visitor.choose("sweep-axis", "io_share").await;
        visitor.choose("sweep-points", "5").await;
        sweep(&visitor, 5).await;
        let table = file(&visitor, "sweep-csv").await;
        let shares: Vec<&str> = table
            .lines()
            .skip(1)
            .filter_map(|row| row.split(',').next())
            .collect();
        assert_eq!(shares, ["0", "25", "50", "75", "100"]);
        assert!(table.lines().skip(1).all(|row| row.contains(",finished,")));
    });
}

#[test]
fn a_sweep_is_stopped_and_the_next_one_starts_afresh() {
    visit("sweep-stop", |visitor| async move {
        visitor.open(ERRANDS).await;
        panel(&visitor).await;
        visitor.set_source(LONG).await;
        visitor.wait_for_text("sweep-axis", "WAIT").await;
        visitor.click("sweep-start").await;
        visitor
            .wait_for(
                "a sweep under way",
                "document.querySelector('[data-test=\"sweep-status\"] progress')",
            )
            .await;
        visitor.click("sweep-stop").await;
        visitor
            .wait_for(
                "an end",
                "!document.querySelector('[data-test=\"sweep-start\"]').disabled",
            )
            .await;
        let status = visitor.text("sweep-status").await;
        assert!(status.contains(" of 60 runs"), "{status}");
        visitor.choose("sweep-to", "2").await;
        sweep(&visitor, 2).await;
        assert_eq!(count(&visitor, ".sweep-chart .point").await, 2);
    });
}

#[test]
fn a_sweep_is_saved_as_a_table_and_as_a_picture() {
    visit("sweep-files", |visitor| async move {
        visitor
            .open(&format!("{ERRANDS}&tab.sweep=axis.WORKERS~to.8"))
            .await;
        sweep(&visitor, 8).await;
        let table = file(&visitor, "sweep-csv").await;
        let rows: Vec<Vec<&str>> = table.lines().map(|row| row.split(',').collect()).collect();
        assert_eq!(rows.len(), 1 + 8, "{table}");
        assert_eq!(rows[0][..3], ["WORKERS", "ending", "makespan_ns"]);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table}");
        let makespans: Vec<u64> = rows[1..]
            .iter()
            .map(|row| row[2].parse().expect("a makespan in ns"))
            .collect();
        assert!(makespans.is_sorted_by(|more, less| more >= less), "{table}");
        let picture = file(&visitor, "sweep-svg").await;
        let read = format!(
            "(picture => [picture.documentElement.localName, picture.querySelectorAll('.point').length,
               picture.querySelectorAll('parsererror').length])
             (new DOMParser().parseFromString({picture:?}, 'image/svg+xml'))"
        );
        let expected = serde_json::json!(["svg", 8, 0]);
        assert_eq!(visitor.js(&read).await, expected);
    });
}

/// The editor's history takes changes together that follow each other so soon.
const UNDO_GROUP: std::time::Duration = std::time::Duration::from_millis(500);

#[test]
fn a_point_opens_its_run_in_the_editor_which_can_take_it_back() {
    visit("sweep-point", |visitor| async move {
        visitor
            .open(&format!("{ERRANDS}&tab.sweep=axis.WORKERS~to.8"))
            .await;
        sweep(&visitor, 8).await;
        let press = "document.querySelector('.sweep-chart .point[data-index=\"4\"]')\
            .dispatchEvent(new MouseEvent('click', { bubbles: true }))";
        visitor.js(press).await;
        let holds = |workers: u32| {
            let line = format!("WORKERS = {workers} ");
            (
                format!("the editor to hold {line:?}"),
                format!("window.interleave.source().includes({line:?})"),
            )
        };
        let (what, five) = holds(5);
        visitor.wait_for(&what, &five).await;
        visitor.wait_for_text("outcome", "6.00").await;
        assert_eq!(
            visitor
                .js("document.querySelectorAll('option[value^=\"draft:\"]').length")
                .await,
            0,
            "the example's other values are no work to put aside"
        );
        // What follows within half a second is taken back as one with what was before.
        tokio::time::sleep(UNDO_GROUP * 2).await;
        // The chart is still there, and the keyboard goes from point to point.
        assert_eq!(count(&visitor, ".sweep-chart .point").await, 8);
        visitor
            .js("document.querySelector('.sweep-chart .point[tabindex=\"0\"]').focus()")
            .await;
        visitor.press(&format!("{RIGHT}")).await;
        visitor.wait_for_text("sweep-point", "WORKERS 2").await;
        visitor.press(&format!("{ENTER}")).await;
        let (what, two) = holds(2);
        visitor.wait_for(&what, &two).await;
        visitor
            .js("document.querySelector('.cm-content').focus()")
            .await;
        visitor.press(&format!("{CONTROL}z")).await;
        visitor.wait_for("undo", &five).await;
        visitor.press(&format!("{CONTROL}z")).await;
        let (what, three) = holds(3);
        visitor.wait_for(&what, &three).await;
    });
}

#[test]
fn a_link_reopens_the_settings_of_a_sweep() {
    visit("sweep-link", |visitor| async move {
        visitor.open(ERRANDS).await;
        panel(&visitor).await;
        visitor.choose("sweep-axis", "TASKS").await;
        visitor.choose("sweep-to", "40").await;
        visitor.choose("sweep-scale", "log").await;
        visitor.choose("sweep-points", "7").await;
        visitor.choose("sweep-lines", "cores").await;
        visitor.choose("sweep-show", "throughput").await;
        let link = visitor.share().await;
        assert!(link.ends_with("tab=sweep&tab.sweep=axis.TASKS~to.40~scale.log~points.7~lines.cores~show.throughput"), "{link}");
        visitor
            .stranger(|stranger| async move {
                stranger.go(&link).await;
                stranger
                    .wait_for(
                        "the settings",
                        "document.querySelector('[data-test=\"sweep-points\"]')?.value === '7'",
                    )
                    .await;
                let expected = [
                    ("sweep-axis", "TASKS"),
                    ("sweep-from", "1"),
                    ("sweep-to", "40"),
                    ("sweep-scale", "log"),
                    ("sweep-lines", "cores"),
                    ("sweep-show", "throughput"),
                ];
                for (name, value) in expected {
                    assert_eq!(value_of(&stranger, name).await, value, "{name}");
                }
                assert_eq!(stranger.share().await, link);
            })
            .await;
        // A chart is part of the link, too: it is drawn again without being asked for.
        visitor.choose("sweep-lines", "").await;
        sweep(&visitor, 7).await;
        let link = visitor.share().await;
        assert!(link.ends_with("~show.throughput~swept.yes"), "{link}");
        visitor
            .stranger(|stranger| async move {
                stranger.go(&link).await;
                stranger.wait_for_text("sweep-status", "7 runs on").await;
                assert_eq!(count(&stranger, ".sweep-chart .point").await, 7);
                assert_eq!(stranger.share().await, link);
            })
            .await;
        visitor
            .open(&format!("{ERRANDS}&tab.sweep=axis.TASKS~tea.hot~points.x"))
            .await;
        visitor
            .wait_for_text("settings-unread", "tea.hot, points.x")
            .await;
        assert_eq!(value_of(&visitor, "sweep-axis").await, "TASKS");
        let work = visitor.js("window.interleave.source().length > 100").await;
        assert_eq!(work, Value::Bool(true));
    });
}
