//! The built tools: the wasm target, `trunk` and the `wasm-bindgen` programs, kept in a per-user
//! cache with a folder a version so that a fresh clone finds them. Must not touch the system.

use crate::command::{self, say};
use crate::workspace::{self, Outcome};
use std::path::{Path, PathBuf};

/// The last `trunk` that builds with the stable toolchain that we support.
const TRUNK_VERSION: &str = "0.21.14";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The tools that are there now.
pub struct Tools {
    /// The folder of `trunk`.
    pub trunk_bin: PathBuf,
    /// The folder of `wasm-bindgen` and `wasm-bindgen-test-runner`.
    pub bindgen_bin: PathBuf,
}

impl Tools {
    /// The folders to put on a child's `PATH`.
    pub fn folders(&self) -> Vec<PathBuf> {
        vec![self.trunk_bin.clone(), self.bindgen_bin.clone()]
    }
}

/// Installs what is missing of the tools, and says so.
pub fn ensure() -> Outcome<Tools> {
    ensure_wasm_target()?;
    // Its lock file is the tested one.
    let trunk_bin = ensure_installed("trunk", TRUNK_VERSION, "trunk", &["--locked"])?;
    // Not `--locked`: the lock file that this package carries names a crate version that the
    // registry does not have.
    let version = workspace::locked_version("wasm-bindgen")?;
    let bindgen_bin = ensure_installed(
        "wasm-bindgen-cli",
        &version,
        "wasm-bindgen-test-runner",
        &[],
    )?;
    Ok(Tools {
        trunk_bin,
        bindgen_bin,
    })
}

fn ensure_wasm_target() -> Outcome {
    let sysroot = command::output_of("rustc", &["--print", "sysroot"])
        .ok_or("`rustc --print sysroot` failed: install Rust with rustup first")?;
    let target = Path::new(&sysroot).join("lib/rustlib").join(WASM_TARGET);
    if target.join("lib").is_dir() {
        return Ok(());
    }
    command::run_timed(
        &format!("Adding the target {WASM_TARGET} to the Rust toolchain"),
        command::at_root("rustup").args(["target", "add", WASM_TARGET]),
    )
}

/// Installs a cargo package into its own folder of the cache unless `program` is there already.
fn ensure_installed(
    package: &str,
    version: &str,
    program: &str,
    flags: &[&str],
) -> Outcome<PathBuf> {
    let home = workspace::cache_dir()?
        .join("tools")
        .join(format!("{package}-{version}"));
    let bin = home.join("bin");
    if command::is_executable(&bin.join(program)) {
        return Ok(bin);
    }
    say(&format!(
        "{package} {version} is missing: building it once into {} (some minutes)",
        home.display()
    ));
    let mut install = command::at_root(workspace::cargo());
    install
        .args(["install", package, "--version", version])
        .args(flags)
        .arg("--root")
        .arg(&home)
        // The project's own target folder must not fill up with a tool's objects.
        .env_remove("CARGO_TARGET_DIR");
    command::run_timed(&format!("Building {package} {version}"), &mut install)?;
    Ok(bin)
}

/// Makes plain `trunk serve` work: puts links to the tools into cargo's own folder of programs
/// where nothing is there under these names, and otherwise says which line to type.
pub fn offer_to_shell(tools: &Tools) -> Outcome {
    let cargo_bin = workspace::cargo_bin_dir()?;
    let offered = [
        (&tools.trunk_bin, "trunk"),
        (&tools.bindgen_bin, "wasm-bindgen"),
    ];
    let mut hidden = false;
    for (folder, program) in offered {
        let ours = folder.join(program);
        let seen = command::on_path(program);
        if let Some(seen) = &seen
            && !is_from_cache(seen)?
        {
            hidden |= !same_file(seen, &ours);
            continue;
        }
        let link = cargo_bin.join(program);
        if same_file(&link, &ours) || !cargo_bin.is_dir() {
            continue;
        }
        if std::fs::symlink_metadata(&link).is_ok() {
            // An older version that we linked ourselves.
            std::fs::remove_file(&link).map_err(|e| format!("{}: {e}", link.display()))?;
        }
        match link_file(&ours, &link) {
            Ok(()) => say(&format!(
                "{} now points to {}",
                link.display(),
                ours.display()
            )),
            Err(e) => {
                hidden = true;
                say(&format!("{}: {e}", link.display()));
            }
        }
    }
    if hidden {
        say(
            "Another trunk or wasm-bindgen comes first on your PATH. For plain `trunk serve`, type:",
        );
        say(&format!(
            "  export PATH=\"{}:{}:$PATH\"",
            tools.trunk_bin.display(),
            tools.bindgen_bin.display()
        ));
    } else {
        say("Plain `trunk serve` works from now on, too.");
    }
    Ok(())
}

/// Whether a program is a link into our own cache.
fn is_from_cache(program: &Path) -> Outcome<bool> {
    let cache = workspace::cache_dir()?.join("tools");
    let real = std::fs::canonicalize(program).unwrap_or_else(|_| program.to_path_buf());
    Ok(real.starts_with(std::fs::canonicalize(&cache).unwrap_or(cache)))
}

fn same_file(a: &Path, b: &Path) -> bool {
    match (std::fs::canonicalize(a), std::fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}

#[cfg(unix)]
fn link_file(target: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn link_file(target: &Path, link: &Path) -> std::io::Result<()> {
    std::fs::copy(target, link).map(|_| ())
}
