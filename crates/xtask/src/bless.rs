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
    let says = "import os; print(os.path.dirname(os.__file__))";
    let library = command::output_of(&python, &["-c", says]).ok_or("CPython's library")?;
    let mut changed = 0;
    for program in &programs {
        changed += bless(&python, program, library.trim())?;
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
fn bless(python: &str, program: &Path, library: &str) -> Outcome<usize> {
    let folder = program.parent().ok_or("a program lies in a folder")?;
    let name = program.file_name().ok_or("a program has a name")?;
    let output = Command::new(python)
        .arg(name)
        .current_dir(folder)
        .envs([("PYTHONHASHSEED", "0"), ("PYTHONDONTWRITEBYTECODE", "1")])
        .output()
        .map_err(|e| format!("{python}: {e}"))?;
    // The script is `main.py` wherever it lies, and the library stands where Debian has it.
    let shown = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        let text = text.replace(&*program.to_string_lossy(), "main.py");
        let text = text.replace(&format!("File \"{}/", folder.display()), "File \"");
        let text = text.replace(&*folder.to_string_lossy(), "/home/user");
        without_addresses(&text.replace(library, "/usr/lib/python3.11"))
    };
    let code = output.status.code().unwrap_or(-1);
    let code = if code == 0 {
        String::new()
    } else {
        format!("{code}\n")
    };
    let mut changed = 0;
    for (extension, text) in [
        ("out", shown(&output.stdout)),
        ("err", shown(&output.stderr)),
        ("code", code),
    ] {
        let file = program.with_extension(extension);
        let old = std::fs::read_to_string(&file).ok();
        if old.as_ref() == Some(&text) || (old.is_none() && text.is_empty() && extension != "out") {
            continue;
        }
        std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
        say(&format!("{} rewritten", file.display()));
        changed += 1;
    }
    Ok(changed)
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
