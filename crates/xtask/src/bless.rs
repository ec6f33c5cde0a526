//! `bless`: writes the expected output of the Python corpus anew, from CPython 3.11 itself, so that
//! the expectation is never our own opinion. Must not run the project's interpreter.

use crate::command::{self, say};
use crate::workspace::{self, Outcome};
use std::path::{Path, PathBuf};
use std::process::Command;

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
    let python = python().ok_or_else(|| {
        format!("`bless` needs CPython {PYTHON_VERSION} as python3 or python3.11")
    })?;
    let mut changed = 0;
    for program in &programs {
        changed += bless(&python, program)?;
    }
    say(&format!(
        "{} programs run by {python}, {changed} expectations rewritten",
        programs.len()
    ));
    Ok(())
}

/// The name of a CPython of the corpus's version.
pub fn python() -> Option<String> {
    let says = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])";
    ["python3.11", "python3"]
        .into_iter()
        .find(|name| {
            command::output_of(name, &["-c", says]) == Some(format!("cpython {PYTHON_VERSION}"))
        })
        .map(str::to_owned)
}

/// How many files of the program's expectation changed.
fn bless(python: &str, program: &Path) -> Outcome<usize> {
    let folder = program.parent().ok_or("a program lies in a folder")?;
    let name = program.file_name().ok_or("a program has a name")?;
    let output = Command::new(python)
        .arg(name)
        // Tracebacks name the file as it was given: run beside it.
        .current_dir(folder)
        .env("PYTHONHASHSEED", "0")
        .output()
        .map_err(|e| format!("{python}: {e}"))?;
    let mut changed = 0;
    for (extension, text) in [("out", &output.stdout), ("err", &output.stderr)] {
        let file = program.with_extension(extension);
        let old = std::fs::read(&file).ok();
        if old.as_ref() == Some(text) || (old.is_none() && text.is_empty() && extension == "err") {
            continue;
        }
        std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
        say(&format!("{} rewritten", file.display()));
        changed += 1;
    }
    Ok(changed)
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
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    Ok(())
}
