//! `tidy`: the rules of the house that a machine can check. Each rule is a file beside this one and
//! gives its complaints as lines; this file lists the committed files once and prints the verdict.

mod arrows;
mod files;
mod locales;
mod names;
mod places;

use crate::command::{self, say};
use crate::workspace::{self, Outcome};
use std::path::Path;

/// A committed text file.
pub struct TextFile {
    /// Its path from the root, with `/`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Checks every rule; a complaint is a line with the file it is about.
pub fn run() -> Outcome {
    let files = committed_files()?;
    let mut complaints = arrows::complaints(workspace::metadata()?);
    complaints.extend(files.iter().flat_map(files::complaints));
    complaints.extend(files.iter().flat_map(names::complaints));
    complaints.extend(files.iter().flat_map(places::complaints));
    complaints.extend(locales::complaints(&files));
    if command::output_of("cargo", &["fmt", "--version"]).is_some()
        && command::run(command::at_root("cargo").args(["fmt", "--all", "--check", "--quiet"]))
            .is_err()
    {
        complaints.push("the code is not formatted: run `cargo fmt --all`".into());
    }
    if complaints.is_empty() {
        say(&format!("tidy: {} files follow the rules", files.len()));
        return Ok(());
    }
    for complaint in &complaints {
        eprintln!("tidy: {complaint}");
    }
    Err(format!("tidy: {} complaints", complaints.len()))
}

/// The text files that git knows, or would add; without git, all but what builds leave.
fn committed_files() -> Outcome<Vec<TextFile>> {
    let root = workspace::root();
    let listed = command::output_of(
        "git",
        &[
            "-C",
            &root.to_string_lossy(),
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
    );
    let mut paths = Vec::new();
    match listed {
        Some(list) => paths.extend(list.lines().map(str::to_owned)),
        None => walk(root, root, &mut paths)?,
    }
    paths.sort();
    paths.dedup();
    Ok(paths
        .into_iter()
        .filter_map(|path| {
            let text = std::fs::read_to_string(root.join(&path)).ok()?;
            Some(TextFile { path, text })
        })
        .collect())
}

fn walk(root: &Path, folder: &Path, paths: &mut Vec<String>) -> Outcome {
    const LEFT_BY_BUILDS: [&str; 4] = ["target", "dist", "node_modules", ".git"];
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let entry = entry.map_err(|e| e.to_string())?;
        let name = entry.file_name();
        let path = entry.path();
        if path.is_dir() {
            if !LEFT_BY_BUILDS.iter().any(|left| name == *left) {
                walk(root, &path, paths)?;
            }
        } else if let Ok(relative) = path.strip_prefix(root) {
            paths.push(relative.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
