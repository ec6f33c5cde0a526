//! Measures the engine from outside, one figure a call, for `cargo xtask bench`, which measures
//! the other side in the same run. Prints `FIGURE VALUE`; must not know what it is compared with.
#![allow(
    clippy::disallowed_methods,
    reason = "the engine reads no clock; a benchmark measures real time"
)]

mod events;
mod pool;
mod python;
mod sweep;

use std::process::ExitCode;

const USAGE: &str = "usage: benches timeouts|counter PROCESSES TIMES_EACH, benches python|message|load FILE, \
     benches sweep RUNS, benches orders, or benches answers (which reads them)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match figure(&words) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn figure(words: &[&str]) -> Result<String, String> {
    let count = |word: &str| word.parse().map_err(|_| USAGE.to_owned());
    match words {
        ["timeouts", processes, each] => {
            let per_second = events::timeouts(count(processes)?, count(each)?);
            Ok(format!("per_second {per_second:.0}"))
        }
        ["counter", processes, each] => {
            let per_second = events::counter(count(processes)?, count(each)?);
            Ok(format!("per_second {per_second:.0}"))
        }
        ["message", file] => python::message(file),
        ["orders"] => pool::orders(),
        ["answers"] => {
            let answers = std::io::stdin().lines().map_while(Result::ok);
            let told: Result<Vec<String>, String> = answers.map(|line| pool::told(&line)).collect();
            Ok(told?.join("\n"))
        }
        ["load", file] => {
            let seconds = python::load_seconds(file)?;
            Ok(format!(
                "seconds {seconds:.3}\nmegabytes {:.0}",
                python::peak_megabytes()?
            ))
        }
        ["sweep", runs] => Ok(format!("seconds {:.6}", sweep::seconds(count(runs)?)?)),
        ["python", file] => Ok(format!("seconds {:.6}", python::seconds(file)?)),
        _ => Err(USAGE.to_owned()),
    }
}
