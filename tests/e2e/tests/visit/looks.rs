//! How it looks: two themes, two languages, a narrow window, and names for those who listen.

use e2e::{Visitor, visit};

#[test]
fn both_themes_are_told_apart_and_remembered() {
    visit("themes", |visitor| async move {
        visitor.open("").await;
        visitor.choose("theme", "light").await;
        settle(&visitor).await;
        let light = background(&visitor).await;
        let light_picture = visitor.timeline_picture().await;
        visitor.shot("light").await;
        visitor.choose("theme", "dark").await;
        settle(&visitor).await;
        let dark = background(&visitor).await;
        visitor.shot("dark").await;
        assert_ne!(light, dark);
        assert_ne!(light_picture, visitor.timeline_picture().await);
        visitor.reload().await;
        assert_eq!(background(&visitor).await, dark);
    });
}

#[test]
fn the_language_switches_and_is_remembered() {
    visit("languages", |visitor| async move {
        visitor.open("").await;
        visitor.choose("language", "en").await;
        visitor.wait_for_text("run", "Run").await;
        visitor.choose("language", "zh").await;
        visitor.wait_for_text("run", "运行").await;
        assert!(
            visitor
                .js("document.documentElement.lang.startsWith('zh')")
                .await
                == true
        );
        visitor.shot("chinese").await;
        visitor.reload().await;
        visitor.wait_for_text("run", "运行").await;
    });
}

#[test]
fn a_window_of_360_px_needs_no_sideways_scrolling() {
    visit("narrow", |visitor| async move {
        visitor.resize(360, 740).await;
        visitor.open("").await;
        settle(&visitor).await;
        let wider_than_window = "[...document.querySelectorAll('body *')]\
             .filter(e => e.getBoundingClientRect().right > 361 && e.checkVisibility())\
             .slice(0, 5).map(e => e.tagName + '.' + e.className)";
        assert!(
            visitor
                .js("document.documentElement.scrollWidth <= 360")
                .await
                == true,
            "too wide: {}",
            visitor.js(wider_than_window).await
        );
        assert!(
            visitor.timeline_colours().await > 4,
            "the timeline is blank"
        );
        visitor.run().await;
        visitor.shot("narrow").await;
    });
}

#[test]
fn everything_that_can_be_used_has_a_name() {
    visit("names", |visitor| async move {
        visitor.open("").await;
        let nameless = "[...document.querySelectorAll('button, select, input, textarea, canvas, a[href]')]\
             .filter(e => e.checkVisibility() && !(e.getAttribute('aria-label') \
               || e.getAttribute('aria-labelledby') || e.title || e.labels?.length \
               || e.closest('label') || e.closest('[aria-hidden=\"true\"]') \
               || (e.matches('button, a') && e.innerText.trim())))\
             .map(e => e.outerHTML.slice(0, 120))";
        assert_eq!(visitor.js(nameless).await, serde_json::json!([]));
    });
}

/// Lets a change reach the screen.
async fn settle(visitor: &Visitor) {
    visitor
        .js(
            "(window.settled = false, requestAnimationFrame(() => requestAnimationFrame(() => \
             setTimeout(() => { window.settled = true; }, 250))), true)",
        )
        .await;
    visitor
        .wait_for("the page to settle", "window.settled")
        .await;
}

async fn background(visitor: &Visitor) -> String {
    let colour = visitor
        .js("getComputedStyle(document.body).backgroundColor")
        .await;
    colour.as_str().unwrap_or_default().to_owned()
}
