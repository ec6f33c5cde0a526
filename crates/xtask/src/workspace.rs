//! Where things are: the workspace's root and target folder, the per-user cache, and the versions
//! that `Cargo.lock` names. Must not run anything but `cargo metadata`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// What went wrong, in one line for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// The workspace's root folder.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        // Cargo says it when it runs us: clones that share a target folder share the program, too.
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .ancestors()
            .nth(2)
            .expect("xtask lies two folders deep");
        root.to_path_buf()
    })
}

/// What `cargo metadata` says of the workspace's own packages.
pub fn metadata() -> Outcome<&'static serde_json::Value> {
    static METADATA: OnceLock<Result<serde_json::Value, String>> = OnceLock::new();
    METADATA
        .get_or_init(|| {
            let output = Command::new(cargo())
                .args(["metadata", "--no-deps", "--format-version", "1"])
                .current_dir(root())
                .output()
                .map_err(|e| format!("cargo metadata: {e}"))?;
            if !output.status.success() {
                return Err(format!(
                    "cargo metadata failed:\n{}",
                    String::from_utf8_lossy(&output.stderr)
                ));
            }
            serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo metadata: {e}"))
        })
        .as_ref()
        .map_err(Clone::clone)
}

/// Cargo's target folder.
pub fn target_dir() -> Outcome<PathBuf> {
    let folder = metadata()?["target_directory"].as_str();
    folder
        .map(PathBuf::from)
        .ok_or_else(|| "cargo metadata names no target folder".into())
}

/// Whether the workspace has a package of this name.
pub fn has_package(name: &str) -> Outcome<bool> {
    let packages = metadata()?["packages"].as_array();
    Ok(packages.is_some_and(|all| all.iter().any(|package| package["name"] == name)))
}

/// The cargo that runs us.
pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".into())
}

/// The per-user cache: `${XDG_CACHE_HOME:-~/.cache}/interleave`.
pub fn cache_dir() -> Outcome<PathBuf> {
    let base = match std::env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => home()?.join(".cache"),
    };
    Ok(base.join("interleave"))
}

/// Cargo's own folder of programs, on the `PATH` of everyone who has rustup.
pub fn cargo_bin_dir() -> Outcome<PathBuf> {
    let base = match std::env::var_os("CARGO_HOME").filter(|folder| !folder.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => home()?.join(".cargo"),
    };
    Ok(base.join("bin"))
}

fn home() -> Outcome<PathBuf> {
    std::env::var_os("HOME")
        .map(PathBuf::from)
        .ok_or_else(|| "HOME is not set: set it, or XDG_CACHE_HOME and CARGO_HOME".into())
}

/// The version of a package that `Cargo.lock` holds.
pub fn locked_version(package: &str) -> Outcome<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    version_in_lock(&lock, package)
        .ok_or_else(|| format!("Cargo.lock holds no package `{package}`"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == wanted)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    #[test]
    fn a_locked_version_is_found_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            version_in_lock(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
