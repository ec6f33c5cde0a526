//! `cargo xtask`: the project's own commands. Owns what is installed, built, served, tested and
//! measured, and in which order; must not know what the other crates do inside.
#![allow(
    clippy::disallowed_methods,
    reason = "the engine reads no clock; the task runner measures real time"
)]

mod bench;
mod bless;
mod browser;
mod command;
mod npm;
mod page;
mod test;
mod tidy;
mod tools;
mod workspace;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  serve   install what is missing, then serve the page and rebuild it on change
  build   write the page to dist/
  test    install what tests need besides, then run every test
  bench   measure size, speed and the engine against CPython and SimPy
  bless   rewrite the expected output of the Python corpus from CPython 3.11
  tidy    check the rules of the house: arrows between crates, file heads, sizes

Words after `serve` and `build` go on to trunk, for example `cargo xtask serve --port 3000`.
Tools are kept in ${XDG_CACHE_HOME:-~/.cache}/interleave/tools, one folder a version.
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let outcome = match command.as_str() {
        "serve" => page::serve(&rest),
        "build" => page::build(&rest),
        "test" => test::run(&rest),
        "bench" => bench::run(&rest),
        "bless" if rest == ["check"] => test::corpus(),
        "bless" => bless::run(),
        "tidy" => tidy::run(),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => {
            eprintln!("xtask: there is no command `{other}`\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
