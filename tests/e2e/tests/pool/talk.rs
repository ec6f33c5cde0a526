//! A page that starts the conductor and speaks to it, and to nobody else. Owns how messages pass
//! between the test and the page; must not know what they are about.

use e2e::Visitor;
use interleave_pool::protocol::{FromConductor, ToConductor};
use serde_json::Value;

/// A page without the app: a missing file has the headers of the others.
const BARE: &str = "no-page-of-the-app";

/// Opens a bare page of this origin and starts the conductor there.
pub async fn open(visitor: &Visitor, origin: &str) {
    visitor.go_bare(&format!("{origin}/{BARE}")).await;
    start(visitor).await;
}

/// Starts a conductor on the page.
pub async fn start(visitor: &Visitor) {
    visitor
        .js("(() => { const heard = [];
               const worker = new Worker('/pool_worker_loader.js?conductor');
               worker.onmessage = e => heard.push(Array.from(e.data));
               worker.onerror = e => { heard.failed = e.message; };
               window.pool = { heard, worker };
               return true; })()")
        .await;
}

/// Says something to the conductor.
pub async fn say(visitor: &Visitor, message: &ToConductor) {
    let bytes = postcard::to_allocvec(message).expect("every message can be written");
    let bytes = serde_json::to_string(&bytes).expect("numbers can be written");
    visitor
        .js(&format!(
            "(window.pool.worker.postMessage(Uint8Array.from({bytes})), true)"
        ))
        .await;
}

/// The next thing that the conductor says.
pub async fn hear(visitor: &Visitor) -> FromConductor {
    visitor
        .wait_for(
            "the conductor to say something",
            "window.pool.heard.length || window.pool.heard.failed",
        )
        .await;
    let bytes = visitor.js("window.pool.heard.shift()").await;
    let Value::Array(bytes) = bytes else {
        let why = visitor.js("window.pool.heard.failed").await;
        panic!("the conductor failed: {why}");
    };
    let bytes: Vec<u8> = bytes
        .iter()
        .map(|byte| byte.as_u64().expect("a byte") as u8)
        .collect();
    postcard::from_bytes(&bytes).expect("a message of the conductor")
}

/// The next thing that the conductor says that is no progress.
pub async fn outcome(visitor: &Visitor) -> FromConductor {
    loop {
        match hear(visitor).await {
            FromConductor::Progress { .. } | FromConductor::Ready { .. } => {}
            other => return other,
        }
    }
}

/// How many workers live, of this page and of all others of its origin.
pub async fn living(visitor: &Visitor) -> u64 {
    visitor
        .js_later(
            "navigator.locks.query().then(locks => locks.held.filter(
               lock => lock.name.startsWith('interleave-worker-')).length)",
        )
        .await
        .as_u64()
        .expect("a number of locks")
}

/// Waits until no worker lives.
pub async fn wait_until_none_lives(visitor: &Visitor) {
    for _ in 0..500 {
        if living(visitor).await == 0 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("{} workers live on", living(visitor).await);
}
