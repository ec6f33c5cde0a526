//! What a visitor can do and see: open, click, type, choose, read, look at the canvas. Every wait
//! ends, and says what it waited for.

use crate::driver::{BrowserLog, DevTools, Driver, Profile};
use crate::server;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use std::future::Future;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// WebDriver's code points of the keys that have no character.
const CONTROL: &str = "\u{E009}";
const ENTER: &str = "\u{E007}";

/// One browser window with a profile of its own.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
}

/// Runs one story with a fresh profile: one at a time, or the browsers would share the cores and
/// spoil each other's times. A story that fails leaves a screenshot and the browser's log.
pub fn visit<Story, Told>(name: &'static str, story: Story)
where
    Story: FnOnce(Visitor) -> Told,
    Told: Future<Output = ()> + Send + 'static,
{
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let driver = Driver::start();
    let profile = Profile::fresh();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let visitor = Visitor {
            client: driver.session(&profile).await,
        };
        let told = tokio::spawn(story(visitor.clone())).await;
        if told.is_err() {
            eprintln!("{name}: the browser's log:\n{}", visitor.log().await);
            visitor.shot(&format!("failed-{name}")).await;
        }
        let _ = visitor.client.clone().close().await;
        if let Err(failure) = told {
            std::panic::resume_unwind(failure.into_panic());
        }
    });
}

impl Visitor {
    /// Another visitor with an empty profile; `story` sees the page as a stranger does.
    pub async fn stranger<Story, Told>(&self, story: Story)
    where
        Story: FnOnce(Visitor) -> Told,
        Told: Future<Output = ()> + Send + 'static,
    {
        let driver = Driver::start();
        let profile = Profile::fresh();
        let visitor = Visitor {
            client: driver.session(&profile).await,
        };
        let told = tokio::spawn(story(visitor.clone())).await;
        if told.is_err() {
            visitor.shot("failed-stranger").await;
        }
        let _ = visitor.client.clone().close().await;
        if let Err(failure) = told {
            std::panic::resume_unwind(failure.into_panic());
        }
    }

    /// Opens the page, with this behind its address (`""`, `"#v1/…"`), and waits until it is usable.
    pub async fn open(&self, behind: &str) {
        self.go(&format!("{}/{behind}", server::origin())).await;
    }

    /// Opens a whole address and waits until the page is usable.
    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.expect("the page opens");
        self.usable().await;
    }

    /// Opens an address that is none of the app's.
    pub async fn go_bare(&self, address: &str) {
        self.client.goto(address).await.expect("the address opens");
    }

    /// What a promise of JavaScript gives.
    pub async fn js_later(&self, promise: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             ({promise}).then(done, error => done('refused: ' + error));"
        );
        self.client
            .execute_async(&script, Vec::new())
            .await
            .unwrap_or_else(|e| panic!("{promise}: {e}"))
    }

    /// Reloads the page and waits until it is usable again.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page reloads");
        self.usable().await;
    }

    async fn usable(&self) {
        self.wait_for(
            "the page to be usable",
            "performance.getEntriesByName('interleave:usable').length > 0",
        )
        .await;
    }

    /// What an expression of JavaScript gives.
    pub async fn js(&self, expression: &str) -> Value {
        self.client
            .execute(&format!("return ({expression});"), Vec::new())
            .await
            .unwrap_or_else(|e| panic!("{expression}: {e}"))
    }

    /// Waits until an expression is true.
    pub async fn wait_for(&self, what: &str, expression: &str) {
        self.wait_at_most(PATIENCE, what, expression).await;
    }

    /// Waits until an expression is true, not longer than this.
    pub async fn wait_at_most(&self, limit: Duration, what: &str, expression: &str) {
        let start = Instant::now();
        loop {
            if self.js(&format!("Boolean({expression})")).await == Value::Bool(true) {
                return;
            }
            assert!(
                start.elapsed() < limit,
                "waited {limit:?} in vain for {what}; the page says:\n{}",
                self.js("document.body ? document.body.innerText.slice(0, 2000) : '(no body)'")
                    .await
                    .as_str()
                    .unwrap_or_default()
            );
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// The text of the element of this name, as it is seen.
    pub async fn text(&self, name: &str) -> String {
        let text = self.js(&format!("{}?.innerText", by_name(name))).await;
        let Value::String(text) = text else {
            panic!("the page has no `{name}`")
        };
        text
    }

    /// Waits until the element of this name holds this text.
    pub async fn wait_for_text(&self, name: &str, text: &str) {
        let held = format!("{}?.innerText.includes({})", by_name(name), json!(text));
        self.wait_for(&format!("`{name}` to hold {text:?}"), &held)
            .await;
    }

    /// Clicks on the element of this name.
    pub async fn click(&self, name: &str) {
        let selector = format!("[data-test=\"{name}\"]");
        let element = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(&selector))
            .await
            .unwrap_or_else(|e| panic!("the page has no `{name}`: {e}"));
        element
            .click()
            .await
            .unwrap_or_else(|e| panic!("`{name}` can't be clicked: {e}"));
    }

    /// Gives a field or a menu this value, as a hand would.
    pub async fn choose(&self, name: &str, value: &str) {
        let script = format!(
            "(() => {{ const field = {}; if (!field) return false;
               const type = field instanceof HTMLSelectElement ? HTMLSelectElement
                 : field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
               field.focus();
               Object.getOwnPropertyDescriptor(type.prototype, 'value').set.call(field, {});
               field.dispatchEvent(new Event('input', {{ bubbles: true }}));
               field.dispatchEvent(new Event('change', {{ bubbles: true }}));
               return true; }})()",
            by_name(name),
            json!(value)
        );
        assert_eq!(
            self.js(&script).await,
            Value::Bool(true),
            "the page has no `{name}`"
        );
    }

    /// Types the keys into whatever has the focus.
    pub async fn press(&self, keys: &str) {
        let focus = self
            .client
            .active_element()
            .await
            .expect("an element has the focus");
        focus.send_keys(keys).await.expect("keys can be typed");
    }

    /// `Ctrl+Enter`.
    pub async fn press_control_enter(&self) {
        self.press(&format!("{CONTROL}{ENTER}")).await;
    }

    /// Puts this into the editor in place of what is there.
    pub async fn set_source(&self, source: &str) {
        self.client
            .execute(
                "window.interleave.setSource(arguments[0]);",
                vec![json!(source)],
            )
            .await
            .expect("the page takes a source");
        self.wait_for(
            "the editor to hold the new source",
            &format!("window.interleave.source() === {}", json!(source)),
        )
        .await;
    }

    /// What the editor holds.
    pub async fn source(&self) -> String {
        let source = self.js("window.interleave.source()").await;
        source.as_str().expect("the source is a text").to_owned()
    }

    /// Clicks on Run and waits until a new timeline is painted.
    pub async fn run(&self) {
        let before = self.paints().await;
        self.click("run").await;
        self.wait_for_paint_after(before).await;
    }

    /// How many timelines have been painted so far.
    pub async fn paints(&self) -> u64 {
        let count = "performance.getEntriesByName('interleave:painted').length";
        self.js(count).await.as_u64().expect("a count")
    }

    /// Waits for the next painted timeline.
    pub async fn wait_for_paint_after(&self, before: u64) {
        let painted =
            format!("performance.getEntriesByName('interleave:painted').length > {before}");
        self.wait_for("a new timeline to be painted", &painted)
            .await;
    }

    /// How many colours the timeline's canvas shows: a blank one shows one.
    pub async fn timeline_colours(&self) -> u64 {
        let script = format!(
            "(() => {{ const canvas = {};
               const pixels = new Uint32Array(canvas.getContext('2d')
                 .getImageData(0, 0, canvas.width, canvas.height).data.buffer);
               return new Set(pixels).size; }})()",
            by_name("timeline")
        );
        self.js(&script).await.as_u64().expect("a count of colours")
    }

    /// A number that changes when the timeline's picture does.
    pub async fn timeline_picture(&self) -> u64 {
        let script = format!(
            "(() => {{ const canvas = {};
               const pixels = new Uint32Array(canvas.getContext('2d')
                 .getImageData(0, 0, canvas.width, canvas.height).data.buffer);
               return pixels.reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) >>> 0, 7); }})()",
            by_name("timeline")
        );
        self.js(&script).await.as_u64().expect("a sum of pixels")
    }

    /// The link that Share gives.
    pub async fn share(&self) -> String {
        self.dev_tools(
            "Browser.grantPermissions",
            json!({
                "origin": server::origin(),
                "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
            }),
        )
        .await;
        self.click("share").await;
        let script = "const done = arguments[arguments.length - 1];
            const look = left => navigator.clipboard.readText().then(text =>
              text.includes('#v1/') || left === 0 ? done(text)
                : setTimeout(() => look(left - 1), 50), e => done('refused: ' + e));
            look(100);";
        let link = self
            .client
            .execute_async(script, Vec::new())
            .await
            .expect("the clipboard can be read");
        let link = link.as_str().unwrap_or_default().to_owned();
        assert!(link.contains("#v1/"), "Share copied no link: {link:?}");
        link
    }

    /// Makes the window look like one of this size.
    pub async fn resize(&self, width_px: u32, height_px: u32) {
        self.dev_tools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await;
    }

    /// Saves what is seen as `NAME.png`.
    pub async fn shot(&self, name: &str) {
        let Ok(picture) = self.client.screenshot().await else {
            eprintln!("no screenshot of {name}");
            return;
        };
        let folder = crate::shots();
        std::fs::create_dir_all(&folder).expect("the screenshots' folder");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("a screenshot");
    }

    /// The browser's log since the last look: a line an entry.
    pub async fn log(&self) -> String {
        let Ok(Value::Array(entries)) = self.client.issue_cmd(BrowserLog).await else {
            return String::new();
        };
        let lines = entries.iter().map(|entry| {
            let level = entry["level"].as_str().unwrap_or_default();
            let message = entry["message"].as_str().unwrap_or_default();
            format!("{level} {message}")
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    async fn dev_tools(&self, command: &'static str, parameters: Value) {
        let words = DevTools {
            command,
            parameters,
        };
        self.client
            .issue_cmd(words)
            .await
            .unwrap_or_else(|e| panic!("{command}: {e}"));
    }
}

fn by_name(name: &str) -> String {
    format!("document.querySelector('[data-test=\"{name}\"]')")
}
