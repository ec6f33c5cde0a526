//! `bless`: writes the expected output of the Python corpus anew, from CPython 3.11 itself, so that
//! the expectation is never our own opinion. Must not run the project's interpreter.

use crate::command::{self, say};
use crate::workspace::{self, Outcome};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

/// Folders of programs whose `.out` (and `.err`, for a program that fails) lies beside them.
const CORPORA: [&str; 2] = ["crates/engine/tests/corpus", "crates/python/tests/corpus"];
/// The version whose words the corpus holds, tracebacks included.
const PYTHON_VERSION: &str = "3.11";

/// Rewrites what differs and says which files.
pub fn run() -> Outcome {
    let programs = programs()?;
    if programs.is_empty() {
        return Err(format!("no program under {}", CORPORA.join(" or ")));
    }
    let python = found()?.ok_or_else(|| {
        format!("`bless` needs CPython {PYTHON_VERSION} as python3 or python3.11")
    })?;
    let mut changed = 0;
    for program in &programs {
        for (file, text) in differing(program, answer(&python, program)?) {
            std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
            say(&format!("{} rewritten", file.display()));
            changed += 1;
        }
    }
    let ledger = workspace::root().join("COMPATIBILITY.md");
    let words = [
        "run",
        "--quiet",
        "-p",
        "interleave-cli",
        "--",
        "compatibility",
    ];
    let text = command::output_of("cargo", &words).ok_or("the ledger")? + "\n";
    std::fs::write(&ledger, text).map_err(|e| format!("{}: {e}", ledger.display()))?;
    say(&format!(
        "{} programs run by {}, {changed} expectations rewritten",
        programs.len(),
        python.name
    ));
    Ok(())
}

/// The name of a CPython of the corpus's version.
pub fn python() -> Option<String> {
    found().ok().flatten().map(|python| python.name)
}

/// A CPython of the corpus's version.
struct Python {
    name: String,
    /// Where its library lies.
    library: String,
}

fn found() -> Outcome<Option<Python>> {
    let says = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])";
    let is_it = |name: &&str| {
        command::output_of(name, &["-c", says]) == Some(format!("cpython {PYTHON_VERSION}"))
    };
    let Some(name) = ["python3.11", "python3"].into_iter().find(is_it) else {
        return Ok(None);
    };
    let says = "import os; print(os.path.dirname(os.__file__))";
    let library = command::output_of(name, &["-c", says]).ok_or("CPython's library")?;
    Ok(Some(Python {
        name: name.to_owned(),
        library,
    }))
}

/// The program as a terminal starts it: a shell's background job ignores SIGINT, what a closed terminal
/// leaves ignores SIGHUP, and both hand that on: CPython then has no KeyboardInterrupt. Where `env` can't
/// undo that, the program itself.
fn interruptible(program: &str) -> Command {
    const DEFAULT: &str = "--default-signal=INT,HUP";
    static CAN_UNDO: OnceLock<bool> = OnceLock::new();
    if !*CAN_UNDO.get_or_init(|| command::output_of("env", &[DEFAULT, "true"]).is_some()) {
        return Command::new(program);
    }
    let mut env = Command::new("env");
    env.args([DEFAULT, program]);
    env
}

/// What CPython says of a program, by the extension of the file that holds it.
type Answer = [(&'static str, String); 3];

fn answer(python: &Python, program: &Path) -> Outcome<Answer> {
    let folder = program.parent().ok_or("a program lies in a folder")?;
    let name = program.file_name().ok_or("a program has a name")?;
    let output = interruptible(&python.name)
        .arg(name)
        .current_dir(folder)
        .envs([("PYTHONHASHSEED", "0"), ("PYTHONDONTWRITEBYTECODE", "1")])
        .stdin(Stdio::null())
        .output()
        .map_err(|e| format!("{}: {e}", python.name))?;
    // The script is `main.py` wherever it lies, and the library stands where Debian has it.
    let shown = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let text = text.replace(&*program.to_string_lossy(), "main.py");
        let text = text.replace(&format!("File \"{}/", folder.display()), "File \"");
        let text = text.replace(&*folder.to_string_lossy(), "/home/user");
        without_addresses(&text.replace(&python.library, "/usr/lib/python3.11"))
    };
    // Of a signal, as a shell has it.
    let signal = output.status.signal().map(|signal| 128 + signal);
    let code = match output.status.code().or(signal).unwrap_or(-1) {
        0 => String::new(),
        code => format!("{code}\n"),
    };
    Ok([
        ("out", shown(&output.stdout)),
        ("err", shown(&output.stderr)),
        ("code", code),
    ])
}

/// The files of the program's expectation that say something else.
fn differing(program: &Path, answer: Answer) -> impl Iterator<Item = (PathBuf, String)> {
    let files = answer.into_iter().map(|(extension, text)| {
        let file = program.with_extension(extension);
        let is_needed = !text.is_empty() || extension == "out";
        (file, text, is_needed)
    });
    files.filter_map(
        |(file, text, is_needed)| match std::fs::read_to_string(&file) {
            Ok(old) => (old != text).then_some((file, text)),
            Err(_) => is_needed.then_some((file, text)),
        },
    )
}

/// Whether the corpus holds what CPython says, each program run by it again; `None` without one.
/// A busy machine may keep a thread from its turn, so what differs is asked twice more.
pub fn check() -> Outcome<Option<usize>> {
    let Some(python) = found()? else {
        return Ok(None);
    };
    let programs = programs()?;
    let next = AtomicUsize::new(0);
    let complaints = Mutex::new(Vec::new());
    let ask = || {
        while let Some(program) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut complaint = None;
            for _ in 0..3 {
                complaint = match answer(&python, program) {
                    Ok(answer) => differing(program, answer)
                        .next()
                        .map(|(file, _)| file.display().to_string()),
                    Err(why) => Some(why),
                };
                if complaint.is_none() {
                    break;
                }
            }
            let mut complaints = complaints.lock().unwrap_or_else(|lock| lock.into_inner());
            complaints.extend(complaint);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(ask);
        }
    });
    let complaints = complaints.into_inner().unwrap_or_default();
    match complaints.is_empty() {
        true => Ok(Some(programs.len())),
        false => Err(format!(
            "CPython {PYTHON_VERSION} says something else than\n    {}",
            complaints.join("\n    ")
        )),
    }
}

/// Addresses differ from run to run: `0x7f12…` becomes `0xADDRESS`.
fn without_addresses(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("0x") {
        let (before, after) = rest.split_at(at + 2);
        let end = after.find(|c: char| !c.is_ascii_hexdigit());
        let digits = &after[..end.unwrap_or(after.len())];
        out.push_str(before);
        out.push_str(if digits.len() >= 6 { "ADDRESS" } else { digits });
        rest = &after[digits.len()..];
    }
    out + rest
}

fn programs() -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for corpus in CORPORA {
        let folder = workspace::root().join(corpus);
        if folder.is_dir() {
            collect(&folder, &mut found)?;
        }
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|e| e.to_string())?.path();
        let main = path.join("main.py");
        if main.is_file() {
            // The other files of that folder are what it imports.
            found.push(main);
        } else if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::interruptible;
    use crate::command;
    use std::path::Path;
    use std::process::Command;

    #[test]
    fn a_background_job_does_not_hand_on_that_it_ignores_interrupts() {
        let status = "/proc/self/status";
        let started = interruptible("sed");
        let env_can = command::output_of("env", &["--default-signal=INT,HUP", "true"]).is_some();
        if !Path::new(status).exists() || !env_can {
            return; // Not Linux, or an `env` that can't.
        }
        let output = Command::new("sh")
            .args(["-c", "trap '' INT HUP; exec \"$@\"", "sh"])
            .arg(started.get_program())
            .args(started.get_args())
            .args(["-n", "s/^SigIgn:\t//p", status])
            .output()
            .expect("a shell");
        let mask = String::from_utf8_lossy(&output.stdout);
        let mask = u64::from_str_radix(mask.trim(), 16).expect("a mask");
        assert_eq!(mask & 0b11, 0, "SIGINT or SIGHUP is still ignored");
    }
}
