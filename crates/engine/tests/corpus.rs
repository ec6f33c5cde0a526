//! Small programs against CPython 3.11: `corpus/<subject>/<name>.py` with what CPython printed
//! beside it (`.out`, `.err`, and `.code` where it is not 0). Compared exactly. That CPython still
//! says so is a stage of `cargo xtask test`.

mod running;

use running::{compare, corpus_programs, run_program};
use std::path::Path;

/// Runs the program in our machine and compares it with what stands beside it.
fn check(program: &Path) -> Result<(), String> {
    let beside = |extension: &str| {
        std::fs::read_to_string(program.with_extension(extension)).unwrap_or_default()
    };
    let code = beside("code").trim().parse().unwrap_or(0);
    let run = run_program(program)?;
    let last_words = run.stderr.lines().last().unwrap_or_default();
    compare("stdout", &beside("out"), &run.stdout).map_err(|why| {
        format!(
            "{why}\n    stderr:  {last_words}\n    outcome: {}",
            run.outcome
        )
    })?;
    compare("stderr", &beside("err"), &run.stderr)?;
    match run.exit_code == code {
        true => Ok(()),
        false => Err(format!("exit code {}, CPython's is {code}", run.exit_code)),
    }
}

#[test]
fn every_program_prints_what_cpython_prints() {
    let programs = corpus_programs();
    assert!(
        programs.len() >= 400,
        "only {} programs were found",
        programs.len()
    );
    let mut failures = Vec::new();
    for program in &programs {
        let name = program.iter().rev().take(2).collect::<Vec<_>>();
        if let Err(why) = check(program) {
            failures.push(format!("{:?}/{:?}: {why}", name[1], name[0]));
        }
    }
    let (failed, all) = (failures.len(), programs.len());
    assert!(
        failures.is_empty(),
        "{failed} of {all} differ:\n{}",
        failures.join("\n")
    );
}
