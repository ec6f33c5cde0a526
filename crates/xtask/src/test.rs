//! `test`: everything that must pass, in the order in which a mistake shows soonest. Every runner
//! prints its own closing line; ours only says which stages failed.

use crate::browser::Browser;
use crate::command::{self, say};
use crate::page::Setup;
use crate::workspace::{self, Outcome};
use crate::{bless, browser, page, tidy};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Packages that need a browser and have stages of their own.
const BROWSER_PACKAGES: [&str; 2] = ["e2e", "wasm-tests"];

/// Sets up, then runs every test.
pub fn run(words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(format!("`test` takes no word `{word}`: it runs everything"));
    }
    let setup = page::set_up()?;
    let browser = browser::ensure()?;
    let stages: [(&str, &dyn Fn() -> Outcome); 6] = [
        ("tidy", &tidy::run),
        ("native tests", &native),
        ("doc tests", &doc),
        ("the Python corpus on CPython", &corpus),
        ("wasm tests in headless Chromium", &|| {
            wasm(&setup, &browser)
        }),
        ("end-to-end tests in headless Chromium", &|| {
            end_to_end(&setup, &browser)
        }),
    ];
    let mut failed = Vec::new();
    for (name, stage) in stages {
        say(&format!("Test stage: {name}"));
        let start = Instant::now();
        let verdict = match stage() {
            Ok(()) => "passed",
            Err(why) => {
                eprintln!("xtask: {why}");
                failed.push(name);
                "FAILED"
            }
        };
        let seconds = start.elapsed().as_secs_f64();
        say(&format!("Test stage: {name}: {verdict} in {seconds:.0} s"));
    }
    if failed.is_empty() {
        say("Every stage passed.");
        return Ok(());
    }
    Err(format!("failed: {}", failed.join(", ")))
}

fn native() -> Outcome {
    let with_nextest = command::on_path("cargo-nextest").is_some();
    let mut tests = command::at_root(workspace::cargo());
    if with_nextest {
        tests.args(["nextest", "run", "--no-tests=pass", "--no-fail-fast"]);
    } else {
        tests.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    tests.arg("--workspace");
    exclude_browser_packages(&mut tests)?;
    command::run(&mut tests)
}

/// The corpus against CPython, where there is one.
pub fn corpus() -> Outcome {
    match bless::check()? {
        Some(programs) => say(&format!(
            "{programs} programs say on CPython what the corpus holds"
        )),
        None => say("No CPython 3.11 is installed: the corpus was not run on it"),
    }
    Ok(())
}

fn doc() -> Outcome {
    let mut tests = command::at_root(workspace::cargo());
    tests.args(["test", "--quiet", "--doc", "--workspace"]);
    exclude_browser_packages(&mut tests)?;
    command::run(&mut tests)
}

fn exclude_browser_packages(tests: &mut Command) -> Outcome {
    for package in BROWSER_PACKAGES {
        if workspace::has_package(package)? {
            tests.args(["--exclude", package]);
        }
    }
    Ok(())
}

fn wasm(setup: &Setup, browser: &Browser) -> Outcome {
    let mut native = command::at_root(workspace::cargo());
    native.args(["run", "--quiet", "--package", "wasm-tests"]);
    let native = native
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| e.to_string())?;
    if !native.status.success() {
        return Err("the native side of the wasm tests failed".into());
    }
    let portrait = String::from_utf8_lossy(&native.stdout).into_owned();
    command::run(
        command::at_root(workspace::cargo())
            .args(["test", "--package", "wasm-tests", "--test", "browser"])
            .args(["--target", "wasm32-unknown-unknown"])
            .env("INTERLEAVE_NATIVE_PORTRAIT", portrait)
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                setup.bindgen_bin.join("wasm-bindgen-test-runner"),
            )
            .env("CHROMEDRIVER", &browser.chromedriver),
    )
}

fn end_to_end(setup: &Setup, browser: &Browser) -> Outcome {
    // Not dist/: a `trunk serve` in another terminal may be writing there.
    let dist = workspace::target_dir()?.join("e2e/dist");
    page::build_release(setup, Some(&dist), &[])?;
    command::run(against(&dist, browser)?.arg("--no-fail-fast"))
}

/// The end-to-end tests against a built page.
pub fn against(dist: &std::path::Path, browser: &Browser) -> Outcome<Command> {
    let mut tests = command::at_root(workspace::cargo());
    tests
        .args(["test", "--package", "e2e"])
        .env("INTERLEAVE_DIST", dist)
        // The story that failed says where; the runtime below it is noise.
        .env("RUST_BACKTRACE", "0")
        .env("INTERLEAVE_SHOTS", workspace::target_dir()?.join("e2e"))
        .env("CHROMIUM", &browser.chromium)
        .env("CHROMEDRIVER", &browser.chromedriver);
    Ok(tests)
}
