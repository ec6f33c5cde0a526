//! Small programs over packages that CPython has not by itself: `corpus_simulated/<subject>/<name>.py` with what they
//! printed on a Python that has them (`.out`, and `.code` where it is not 0). Compared exactly; stderr is not, since it
//! names the packages' own files.

mod running;

use running::{compare, programs_of, run_program, stored};

#[test]
fn every_program_prints_what_it_printed_there() {
    let programs = programs_of("corpus_simulated");
    assert!(programs.len() >= 15, "{} programs", programs.len());
    let mut failures = Vec::new();
    for program in &programs {
        let checked = run_program(program).and_then(|run| {
            let last_words = run.stderr.lines().last().unwrap_or_default().to_owned();
            compare("stdout", &stored(program, "out"), &run.stdout)
                .map_err(|why| format!("{why}\n    stderr:  {last_words}\n    {}", run.outcome))?;
            let code = stored(program, "code").trim().parse().unwrap_or(0);
            match run.exit_code == code {
                true => Ok(()),
                false => Err(format!("exit code {}, there {code}", run.exit_code)),
            }
        });
        if let Err(why) = checked {
            failures.push(format!("{}: {why}", program.display()));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
