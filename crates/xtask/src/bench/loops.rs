//! The VM's speed on a desk against CPython 3.11's on the same programs, each timed inside its own process.

use super::{Sheet, benches, figure, geometric_mean};
use crate::bless;
use crate::workspace::{self, Outcome};
use std::path::PathBuf;
use std::process::Command;

/// At most so many times CPython's time, in the geometric mean.
const LIMIT: f64 = 2.0;

const TIMED: &str = "import sys, time\n\
                     code = compile(open(sys.argv[1]).read(), sys.argv[1], 'exec')\n\
                     best = 9e9\n\
                     for _ in range(5):\n\
                     \x20   start = time.perf_counter()\n\
                     \x20   exec(code, {'__name__': '__main__'})\n\
                     \x20   best = min(best, time.perf_counter() - start)\n\
                     print('\\nseconds', best)\n";

/// The programs, by name.
pub fn programs() -> Outcome<Vec<(String, PathBuf)>> {
    let folder = workspace::root().join("tests/bench/loops");
    let mut programs: Vec<_> = std::fs::read_dir(&folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            (name.into_owned(), path.clone())
        })
        .collect();
    programs.sort();
    Ok(programs)
}

/// A line a program: ours, CPython's, the ratio; and the mean of the ratios.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let ours = benches()?;
    let python = bless::python();
    let mut ratios = Vec::new();
    for (name, program) in programs()? {
        let mine = figure(Command::new(&ours).arg("python").arg(&program), "seconds")?;
        let what = format!("VM, {name}");
        let Some(python) = &python else {
            let why = "CPython 3.11 is not installed";
            sheet.line(&what, &format!("{:.1} ms ({why})", mine * 1e3));
            continue;
        };
        let theirs = figure(
            Command::new(python).args(["-c", TIMED]).arg(&program),
            "seconds",
        )?;
        ratios.push(mine / theirs);
        sheet.line(
            &what,
            &format!(
                "{:.1} ms, CPython 3.11 {:.1} ms: {:.2} times its time",
                mine * 1e3,
                theirs * 1e3,
                mine / theirs
            ),
        );
    }
    if let Some(mean) = geometric_mean(&ratios) {
        let verdict = if mean <= LIMIT { "within" } else { "ABOVE" };
        let figure = format!("{mean:.2} times CPython's time, {verdict} {LIMIT:.1}");
        sheet.line("VM, geometric mean", &figure);
    }
    Ok(())
}
