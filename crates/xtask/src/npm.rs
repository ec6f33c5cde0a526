//! The editor bundle and `wasm-opt`, from the npm package in `www/editor`. Node is optional:
//! without it the page is built all the same and uses a plain text area.

use crate::command::{self, say};
use crate::workspace::{self, Outcome};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands in for the bundle where Node is missing: a script without the editor's entry
/// points, which makes the page fall back to its text area.
const NO_EDITOR: &str = "// Built without Node: the page uses a plain text area.\n";

/// What Node gives to a build.
pub struct Npm {
    /// The folder of `wasm-opt`, when Node is there.
    pub bin: Option<PathBuf>,
}

/// Fetches the packages that are missing and bundles the editor; files that would not change are
/// left alone, or the watcher would build in a circle.
pub fn ensure() -> Outcome<Npm> {
    let package = workspace::root().join("www/editor");
    if !package.join("package.json").is_file() {
        return Err(format!("{} holds no package.json", package.display()));
    }
    let bundle = package.join("dist/editor.js");
    if command::on_path("node").is_none() || command::on_path("npm").is_none() {
        say("Node is not installed: the page gets a plain text area instead of CodeMirror,");
        say(
            "and release builds are not shrunk by wasm-opt. To have both, install Node and run this again.",
        );
        write_if_changed(&bundle, NO_EDITOR.as_bytes())?;
        return Ok(Npm { bin: None });
    }
    install_packages(&package)?;
    bundle_editor(&package, &bundle)?;
    Ok(Npm {
        bin: Some(package.join("node_modules/.bin")),
    })
}

/// `npm ci`, unless the folder already holds what the lock file says.
fn install_packages(package: &Path) -> Outcome {
    let lock = read(&package.join("package-lock.json"))?;
    let stamp = package.join("node_modules/.interleave-installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    command::run_timed(
        "Fetching the editor's npm packages",
        Command::new("npm").current_dir(package).args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
        ]),
    )?;
    std::fs::write(&stamp, lock).map_err(|e| format!("{}: {e}", stamp.display()))
}

fn bundle_editor(package: &Path, bundle: &Path) -> Outcome {
    let fresh = workspace::target_dir()?.join("editor");
    let mut is_new = false;
    let borrowed = ["language", "state", "view"]
        .map(|module| format!("--alias:@codemirror/{module}=./borrowed.cjs"));
    let own = ["--external:./editing_aids.js".to_owned()];
    let parts: [(&str, &str, &[String]); 2] = [
        ("editor.js", "iife", &own),
        ("editing_aids.js", "esm", &borrowed),
    ];
    for (part, format, flags) in parts {
        let written = fresh.join(part);
        let mut esbuild = Command::new(package.join("node_modules/.bin/esbuild"));
        esbuild
            .current_dir(package)
            .args([part, "--bundle", "--minify"])
            .arg(format!("--format={format}"))
            .args(flags)
            .args([
                "--target=es2022",
                "--legal-comments=none",
                "--log-level=warning",
            ])
            .arg(format!("--outfile={}", written.display()));
        command::run(&mut esbuild)?;
        is_new |= write_if_changed(&bundle.with_file_name(part), &read(&written)?)?;
    }
    if is_new {
        say("The editor is bundled: www/editor/dist/");
    }
    Ok(())
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(file).map_err(|e| format!("{}: {e}", file.display()))
}

/// Whether the file had to be written.
fn write_if_changed(file: &Path, content: &[u8]) -> Outcome<bool> {
    if std::fs::read(file).is_ok_and(|old| old == content) {
        return Ok(false);
    }
    let written = match file.parent() {
        Some(folder) => {
            std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, content))
        }
        None => std::fs::write(file, content),
    };
    written.map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(true)
}
