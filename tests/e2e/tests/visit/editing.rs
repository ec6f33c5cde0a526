//! Editing and running: the timeline and the console follow the source, by mouse and by keys.

use e2e::visit;

const SLEEPS_3_S: &str = "import time\nprint('before')\ntime.sleep(3)\nprint('after')\n";

#[test]
fn an_edit_and_run_change_the_console_and_the_timeline() {
    visit("edit", |visitor| async move {
        visitor.open("").await;
        let old = visitor.timeline_picture().await;
        visitor.set_source(SLEEPS_3_S).await;
        visitor.run().await;
        visitor.wait_for_text("console", "after").await;
        let makespan = visitor.text("summary-makespan").await;
        assert!(makespan.contains("3.0"), "the summary says {makespan:?}");
        assert_ne!(visitor.timeline_picture().await, old);
    });
}

#[test]
fn the_keyboard_is_enough() {
    visit("keyboard", |visitor| async move {
        visitor.open("").await;
        visitor.set_source("print('by keys')\n").await;
        let before = visitor.paints().await;
        visitor.press_control_enter().await;
        visitor.wait_for_paint_after(before).await;
        visitor.wait_for_text("console", "by keys").await;
    });
}

#[test]
fn keys_typed_into_the_editor_change_the_source() {
    visit("typing", |visitor| async move {
        visitor.open("").await;
        visitor.set_source("x = 1\n").await;
        let focus = "(() => { const editor = document.querySelector('.cm-content, [data-test=\"editor\"] textarea, textarea'); \
                     editor.focus(); return document.activeElement === editor; })()";
        assert_eq!(visitor.js(focus).await, true, "the editor takes no focus");
        visitor.press("y = 2;").await;
        visitor
            .wait_for(
                "the typed text",
                "window.interleave.source().includes('y = 2;')",
            )
            .await;
    });
}

#[test]
fn a_syntax_error_is_told_and_the_old_timeline_is_marked_stale() {
    visit("syntax-error", |visitor| async move {
        visitor.open("").await;
        visitor
            .set_source("print('fine')\ndef f(:\n    pass\n")
            .await;
        visitor.click("run").await;
        visitor
            .wait_for(
                "a diagnostic",
                "document.querySelector('[data-test=\"diagnostics\"]')?.innerText.trim()",
            )
            .await;
        let told = visitor.text("diagnostics").await;
        assert!(told.contains('2'), "the diagnostic names no line: {told:?}");
        visitor
            .wait_for(
                "the timeline to be marked stale",
                "document.querySelector('[data-stale=\"true\"], .stale')",
            )
            .await;
        assert!(
            visitor.timeline_colours().await > 1,
            "the last timeline is gone"
        );
        visitor.set_source("print('fine')\n").await;
        visitor.run().await;
        visitor
            .wait_for(
                "a fresh timeline",
                "!document.querySelector('[data-stale=\"true\"], .stale')",
            )
            .await;
    });
}

#[test]
fn a_form_and_its_source_change_each_other() {
    visit("forms", |visitor| async move {
        visitor.open("").await;
        let source = "import time\nSECONDS = 2  #@param {type:\"slider\", min:1, max:9}\ntime.sleep(SECONDS)\n";
        visitor.set_source(source).await;
        visitor
            .wait_for(
                "the form",
                "document.querySelector('[data-test=\"param-SECONDS\"]')",
            )
            .await;
        visitor.choose("param-SECONDS", "7").await;
        visitor
            .wait_for(
                "the literal to follow",
                "window.interleave.source().includes('SECONDS = 7 ')",
            )
            .await;
        visitor.run().await;
        let makespan = visitor.text("summary-makespan").await;
        assert!(makespan.contains("7.0"), "the summary says {makespan:?}");
        visitor.set_source(source).await;
        visitor
            .wait_for(
                "the form to follow",
                "document.querySelector('[data-test=\"param-SECONDS\"]').value === '2'",
            )
            .await;
    });
}

#[test]
fn a_reload_loses_nothing() {
    visit("autosave", |visitor| async move {
        visitor.open("").await;
        visitor.set_source("print('kept over a reload')\n").await;
        visitor.choose("machine-cores", "3").await;
        // Saving may wait for a pause in typing.
        visitor
            .wait_for(
                "the work to be saved",
                "Object.values(localStorage).some(kept => kept.includes('kept over a reload'))",
            )
            .await;
        visitor.reload().await;
        assert_eq!(visitor.source().await, "print('kept over a reload')\n");
        assert_eq!(
            visitor
                .js("document.querySelector('[data-test=\"machine-cores\"]').value")
                .await,
            "3"
        );
        visitor.wait_for_text("console", "kept over a reload").await;
    });
}
