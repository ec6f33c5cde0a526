//! Links: one that is shared opens the same work for a stranger; one that is cut, foreign or of an
//! unknown version is told, and leaves the visitor's own work as it was.

use e2e::{Visitor, visit};

const SHARED: &str = "import time\n# 共享\nprint('from a link')\ntime.sleep(4)\n";
const OWN: &str = "print('my own work')\n";

#[test]
fn a_shared_link_opens_the_same_work_in_a_fresh_profile() {
    visit("share", |visitor| async move {
        visitor.open("").await;
        visitor.set_source(SHARED).await;
        visitor.choose("machine-cores", "2").await;
        visitor.run().await;
        let link = visitor.share().await;
        assert_eq!(
            link,
            visitor.share().await,
            "unchanged work gives the same link"
        );
        visitor
            .stranger(|stranger| async move {
                stranger.go(&link).await;
                assert_eq!(stranger.source().await, SHARED);
                assert_eq!(cores(&stranger).await, "2");
                stranger.wait_for_text("console", "from a link").await;
                let makespan = stranger.text("summary-makespan").await;
                assert!(makespan.contains("4.0"), "the summary says {makespan:?}");
            })
            .await;
    });
}

#[test]
fn a_link_that_cannot_be_opened_is_told_and_harms_nothing() {
    visit("bad-links", |visitor| async move {
        visitor.open("").await;
        visitor.set_source(SHARED).await;
        let link = visitor.share().await;
        let hash = &link[link.find("#v1/").expect("a link of version 1")..];
        let cut = hash[..hash.len() * 2 / 3].to_owned();
        visitor.set_source(OWN).await;
        visitor
            .wait_for(
                "the work to be saved",
                "Object.values(localStorage).some(kept => kept.includes('my own work'))",
            )
            .await;
        for bad in [
            cut.as_str(),
            "#v1/!!!",
            "#v9/abcd",
            "#section-2",
            "#v1/g/no-such-scenario",
        ] {
            visitor.open("").await;
            visitor.js("document.location.assign('about:blank')").await;
            visitor.open(bad).await;
            visitor
                .wait_for(
                    &format!("a message about {bad:?}"),
                    "document.querySelector('[data-test=\"message\"]')?.innerText.trim()",
                )
                .await;
            assert_eq!(visitor.source().await, OWN, "{bad:?} changed the work");
        }
    });
}

#[test]
fn a_link_that_arrives_while_the_page_is_open_is_followed() {
    visit("hash-change", |visitor| async move {
        visitor.open("").await;
        visitor.set_source(SHARED).await;
        let link = visitor.share().await;
        let hash = &link[link.find("#v1/").expect("a link of version 1")..];
        visitor.set_source(OWN).await;
        // Away first: Share may have put the same link into the address.
        visitor.js("(location.hash = '', true)").await;
        visitor
            .js(&format!("(location.hash = {hash:?}, true)"))
            .await;
        visitor
            .wait_for(
                "the link's source",
                "window.interleave.source().includes('from a link')",
            )
            .await;
    });
}

async fn cores(visitor: &Visitor) -> String {
    let value = visitor
        .js("String(document.querySelector('[data-test=\"machine-cores\"]').value)")
        .await;
    value.as_str().unwrap_or_default().to_owned()
}
