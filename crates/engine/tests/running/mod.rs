//! Runs a source in our machine or on CPython and gives what it printed.

#![allow(dead_code, reason = "each test file uses its own part")]

use interleave_engine::{Report, run};
use interleave_scenario::{Machine, Scenario, SourceFile, View};
use interleave_trace::Stream;
use std::path::{Path, PathBuf};

/// What a run printed, addresses left out.
pub struct Printed {
    pub stdout: String,
    pub stderr: String,
    pub exit_code: i32,
    pub outcome: String,
}

pub fn scenario(source: &str) -> Scenario {
    Scenario {
        gallery: None,
        files: vec![SourceFile {
            name: "main.py".into(),
            text: source.into(),
        }],
        machine: Machine::default(),
        view: View::default(),
        choices: Vec::new(),
    }
}

/// The report of `source` on the default machine.
pub fn report(source: &str) -> Result<Report, String> {
    report_of(&scenario(source))
}

fn report_of(scenario: &Scenario) -> Result<Report, String> {
    run(scenario).map_err(|diagnostics| format!("refused: {diagnostics:?}"))
}

pub fn run_source(source: &str) -> Result<Printed, String> {
    run_scenario(&scenario(source))
}

/// Runs a program of the corpus with the files beside it.
pub fn run_program(program: &Path) -> Result<Printed, String> {
    let files = files_of(program).map_err(|error| error.to_string())?;
    let mut scenario = scenario("");
    scenario.files = files;
    run_scenario(&scenario)
}

fn run_scenario(scenario: &Scenario) -> Result<Printed, String> {
    if let Some(stderr) = interleave_engine::syntax_error(scenario) {
        return Ok(Printed {
            stdout: String::new(),
            stderr,
            exit_code: 1,
            outcome: "refused".to_owned(),
        });
    }
    let result = std::panic::catch_unwind(|| report_of(scenario));
    let report = result.map_err(|_| "the machine panicked".to_owned())??;
    Ok(Printed {
        stdout: without_addresses(&report.trace.text(Stream::Stdout)),
        stderr: without_addresses(&report.trace.text(Stream::Stderr)),
        exit_code: report.exit_code,
        outcome: format!("{:?}", report.trace.outcome),
    })
}

/// Every program of the corpus: a file in a subject's folder, or a folder there with a `main.py` and what it imports.
pub fn corpus_programs() -> Vec<PathBuf> {
    programs_of("corpus")
}

/// What is stored beside a program, addresses left out; empty where there is nothing.
pub fn stored(program: &Path, extension: &str) -> String {
    let text = std::fs::read_to_string(program.with_extension(extension));
    without_addresses(&text.unwrap_or_default())
}

/// The programs under `tests/<corpus>`.
pub fn programs_of(corpus: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(corpus);
    let mut programs = Vec::new();
    for subject in std::fs::read_dir(root).expect("the corpus").flatten() {
        for file in std::fs::read_dir(subject.path())
            .expect("a subject")
            .flatten()
        {
            let path = file.path();
            let main = path.join("main.py");
            if main.is_file() {
                programs.push(main);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                programs.push(path);
            }
        }
    }
    programs.sort();
    programs
}

/// The program's files, itself first: a `main.py` brings along what lies in its folder.
pub fn files_of(program: &Path) -> std::io::Result<Vec<SourceFile>> {
    let mut files = vec![SourceFile {
        name: "main.py".into(),
        text: std::fs::read_to_string(program)?,
    }];
    if program.ends_with("main.py") {
        let folder = program.parent().unwrap_or(Path::new(""));
        files_under(folder, "", &mut files)?;
    }
    Ok(files)
}

fn files_under(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            files_under(&path, &format!("{name}/"), files)?;
        } else if name.ends_with(".py") && name != "main.py" {
            let text = std::fs::read_to_string(&path)?;
            files.push(SourceFile { name, text });
        }
    }
    Ok(())
}

/// The first line that differs.
pub fn compare(what: &str, expected: &str, found: &str) -> Result<(), String> {
    if expected == found {
        return Ok(());
    }
    let (mut left, mut right) = (expected.lines(), found.lines());
    for number in 1.. {
        match (left.next(), right.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let (a, b) = (a.unwrap_or("<end>"), b.unwrap_or("<end>"));
                return Err(format!(
                    "{what} line {number}:\n    CPython: {a}\n    ours:    {b}"
                ));
            }
        }
    }
    Err(format!("{what} differs in its line ends"))
}

/// Addresses differ from run to run: `0x7f12…` becomes `0xADDRESS`.
fn without_addresses(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("0x") {
        let digits = &rest[at + 2..];
        let length = digits
            .find(|c: char| !c.is_ascii_hexdigit())
            .unwrap_or(digits.len());
        let (before, after) = rest.split_at(at + 2);
        out.push_str(before);
        out.push_str(if length >= 6 {
            "ADDRESS"
        } else {
            &after[..length]
        });
        rest = &after[length..];
    }
    out + rest
}
