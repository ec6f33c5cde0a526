//! Running other programs: with the tools' folders on the child's `PATH` only, with a plain line
//! that says what runs. Must not know which program needs which tool.

use crate::workspace::{self, Outcome};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Says what is being done, so that no wait is silent.
pub fn say(line: &str) {
    eprintln!("==> {line}");
}

/// A command that runs in the workspace's root.
pub fn at_root(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    command
}

/// Runs it with our own input and output; a failure names the program.
pub fn run(command: &mut Command) -> Outcome {
    let name = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` ended with {status}")),
        Err(e) => Err(format!("`{name}` did not start: {e}")),
    }
}

/// Runs it and says how long it took.
pub fn run_timed(what: &str, command: &mut Command) -> Outcome {
    say(what);
    let start = Instant::now();
    run(command)?;
    say(&format!(
        "{what}: done in {:.0} s",
        start.elapsed().as_secs_f64()
    ));
    Ok(())
}

/// What a program prints, trimmed; `None` when it is missing or fails.
pub fn output_of(program: impl AsRef<OsStr>, words: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(words)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A program's path, by the `PATH` that we were given.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|candidate| is_executable(candidate))
}

/// Our `PATH` with these folders before it.
pub fn path_with(folders: &[PathBuf]) -> Outcome<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    std::env::join_paths(all).map_err(|e| format!("PATH: {e}"))
}

/// Whether there is a file here that may be run.
pub fn is_executable(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.metadata()
            .is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file()
    }
}

fn shown(command: &Command) -> String {
    let mut name = command.get_program().to_string_lossy().into_owned();
    for word in command.get_args().take(4) {
        name.push(' ');
        name.push_str(&word.to_string_lossy());
    }
    name
}
