//! The VM's speed against CPython 3.11's on the same loops, each timed inside its own process.

use super::{Sheet, benches, figure};
use crate::bless;
use crate::workspace::{self, Outcome};
use std::process::Command;

/// A line a loop: ours, CPython's, the ratio.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let ours = benches()?;
    let folder = workspace::root().join("tests/bench/loops");
    let mut loops: Vec<_> = std::fs::read_dir(&folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    loops.sort();
    let python = bless::python();
    let timed = "import sys, time\n\
                 code = compile(open(sys.argv[1]).read(), sys.argv[1], 'exec')\n\
                 best = 9e9\n\
                 for _ in range(3):\n\
                 \x20   start = time.perf_counter()\n\
                 \x20   exec(code, {'__name__': '__main__'})\n\
                 \x20   best = min(best, time.perf_counter() - start)\n\
                 print('\\nseconds', best)\n";
    for program in loops {
        let name = program.file_stem().unwrap_or_default().to_string_lossy();
        let mine = figure(Command::new(&ours).arg("python").arg(&program), "seconds")?;
        let what = format!("VM, {name}");
        let Some(python) = &python else {
            let why = "CPython 3.11 is not installed";
            sheet.line(&what, &format!("{:.1} ms ({why})", mine * 1e3));
            continue;
        };
        let theirs = figure(
            Command::new(python).args(["-c", timed]).arg(&program),
            "seconds",
        )?;
        sheet.line(
            &what,
            &format!(
                "{:.1} ms, CPython 3.11 {:.1} ms: {:.2} times its speed",
                mine * 1e3,
                theirs * 1e3,
                theirs / mine
            ),
        );
    }
    Ok(())
}
