//! `serve` and `build`: the page, made by trunk with our tools on its `PATH`.

use crate::command::{self, say};
use crate::workspace::Outcome;
use crate::{npm, tools};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// All that a build of the page needs, installed.
pub struct Setup {
    path: OsString,
    has_wasm_opt: bool,
    /// The folder of `wasm-bindgen-test-runner`.
    pub bindgen_bin: PathBuf,
    tools: tools::Tools,
}

/// Installs what a build of the page needs.
pub fn set_up() -> Outcome<Setup> {
    let tools = tools::ensure()?;
    let npm = npm::ensure()?;
    let mut folders = tools.folders();
    folders.extend(npm.bin.clone());
    Ok(Setup {
        path: command::path_with(&folders)?,
        has_wasm_opt: npm.bin.is_some(),
        bindgen_bin: tools.bindgen_bin.clone(),
        tools,
    })
}

/// Sets up, then serves the page until the user ends it.
pub fn serve(words: &[String]) -> Outcome {
    let setup = set_up()?;
    tools::offer_to_shell(&setup.tools)?;
    say("Starting `trunk serve` (the first build takes a minute or two)");
    command::run(trunk(&setup).arg("serve").args(words))
}

/// Sets up, then writes the page to `dist/`.
pub fn build(words: &[String]) -> Outcome {
    let setup = set_up()?;
    build_release(&setup, None, words)?;
    say("The page is in dist/");
    Ok(())
}

/// A release build into `dist`, or where the caller wants it.
pub fn build_release(setup: &Setup, dist: Option<&Path>, words: &[String]) -> Outcome {
    let mut build = trunk(setup);
    build.arg("build");
    if setup.has_wasm_opt {
        build.arg("--release");
    } else {
        // With `--release` trunk insists on wasm-opt and would try to download it.
        build.args(["--cargo-profile", "release"]);
    }
    if let Some(folder) = dist {
        build.arg("--dist").arg(folder);
    }
    command::run_timed("Building the page for release", build.args(words))
}

fn trunk(setup: &Setup) -> Command {
    let mut trunk = command::at_root(setup.tools.trunk_bin.join("trunk"));
    trunk
        .env("PATH", &setup.path)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk reads NO_COLOR as a boolean and refuses other values than `true` and `false`.
        .env_remove("NO_COLOR");
    trunk
}
