//! Measures the engine from outside, one figure a call, for `cargo xtask bench`, which measures
//! the other side in the same run. Prints `FIGURE VALUE`; must not know what it is compared with.
#![allow(
    clippy::disallowed_methods,
    reason = "the engine reads no clock; a benchmark measures real time"
)]

mod events;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let figure = match words.as_slice() {
        ["timeouts", processes, each] => count(processes)
            .zip(count(each))
            .map(|(processes, each)| events::timeouts(processes, each)),
        ["counter", processes, each] => count(processes)
            .zip(count(each))
            .map(|(processes, each)| events::counter(processes, each)),
        _ => None,
    };
    let Some(per_second) = figure else {
        eprintln!("usage: benches timeouts|counter PROCESSES TIMES_EACH");
        return ExitCode::from(2);
    };
    println!("per_second {per_second:.0}");
    ExitCode::SUCCESS
}

fn count(word: &str) -> Option<u32> {
    word.parse().ok()
}
