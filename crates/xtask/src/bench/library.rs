//! The library under load: many threads, many items, many tasks, each within 2 s and 500 MB, and SimPy's time for the
//! same model.

use super::events::{SIMPY_MODELS, simpy_python};
use super::{Sheet, benches, figure};
use crate::workspace::{self, Outcome};
use std::process::Command;

const LIMIT_S: f64 = 2.0;
const LIMIT_MB: f64 = 500.0;

/// The programs of `tests/bench/library`, which are also the names of SimPy's models, and what each does.
const PROGRAMS: [(&str, &str); 3] = [
    ("locks", "10,000 threads take a lock 10 times"),
    ("items", "1,000,000 items through 8 consumers"),
    ("tasks", "100,000 asyncio tasks sleep"),
];

/// A line a program: ours against its limits, and the ratio to SimPy's time.
pub fn measure(sheet: &mut Sheet) -> Outcome {
    let ours = benches()?;
    let python = simpy_python();
    for (name, does) in PROGRAMS {
        let program = workspace::root().join(format!("tests/bench/library/{name}.py"));
        let run = |wanted| figure(Command::new(&ours).arg("load").arg(&program), wanted);
        let (mine_s, memory_mb) = (run("seconds")?, run("megabytes")?);
        let script = workspace::root().join(SIMPY_MODELS);
        let theirs = python.clone().and_then(|python| {
            let words = [name, "once"];
            figure(Command::new(python).arg(&script).args(words), "seconds")
        });
        let verdict = |value, limit| if value <= limit { "within" } else { "ABOVE" };
        let compared = match theirs {
            Ok(theirs) => format!("SimPy {theirs:.2} s: {:.1} times", theirs / mine_s),
            Err(why) => format!("SimPy: {why}"),
        };
        sheet.line(
            &format!("library, {does}"),
            &format!(
                "{mine_s:.2} s, {} {LIMIT_S:.0} s; {memory_mb:.0} MB, {} {LIMIT_MB:.0} MB; {compared}",
                verdict(mine_s, LIMIT_S),
                verdict(memory_mb, LIMIT_MB)
            ),
        );
    }
    Ok(())
}
