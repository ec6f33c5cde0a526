//! The worker pools of `tests/bench/pools` in headless Chromium, for `cargo xtask bench`, which puts a folder with all of
//! them together and reads the lines that begin with `measured`. It expects nothing of the figures.

use e2e::visit;
use std::time::Duration;

/// For all rounds of all pools.
const PATIENCE_S: u32 = 900;

#[test]
#[ignore = "a measurement: cargo xtask bench runs it"]
fn every_pool_does_its_tasks() {
    visit("pools", |visitor| async move {
        visitor.open("").await;
        let mut told = visitor.js("window.figures").await;
        for _ in 0..PATIENCE_S {
            if told.is_object() {
                break;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
            told = visitor.js("window.figures").await;
        }
        let figures = told["figures"].as_object();
        for (name, samples) in figures.expect("the page gives its figures") {
            let samples = samples.as_array().expect("samples");
            let samples: Vec<String> = samples.iter().map(ToString::to_string).collect();
            println!("measured {name} {}", samples.join(" "));
        }
        let answers = visitor.js("window.answers.length").await.as_u64();
        for at in 0..answers.unwrap_or(0) {
            let answer = visitor.js(&format!("window.answers[{at}]")).await;
            println!("answer {}", answer.as_str().expect("an answer"));
        }
        for (name, why) in told["refused"].as_object().into_iter().flatten() {
            println!("refused {name} {why}");
        }
    });
}
