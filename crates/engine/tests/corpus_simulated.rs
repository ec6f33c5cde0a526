//! Small programs over packages that CPython has not by itself: `corpus_simulated/<subject>/<name>.py` with what they
//! printed on a Python that has them (`.out`, and `.code` where it is not 0). Compared exactly; stderr is not, since it
//! names the packages' own files.

mod running;

use interleave_trace::Stream;
use running::{compare, programs_of, report, run_program, stored};

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

/// How long `source` runs, in virtual s, and what it prints.
fn timed(source: &str) -> (f64, String) {
    let report = report(source).expect("it can run");
    let text = report.trace.text(Stream::Stdout);
    (report.trace.end_ns as f64 / 1e9, text)
}

/// Checks that a run takes `seconds`, within 2 %, and a little: everything has a cost.
fn check_takes(source: &str, seconds: f64) {
    let (took, text) = timed(source);
    assert!(
        took > seconds && took < seconds * 1.02,
        "{took} s instead of {seconds}:\n{source}\n{text}"
    );
}

/// Three look-ups of a second each, one greenlet each.
const THREE: &str = "
import time
import gevent


def look_up(n):
    time.sleep(1)
    print(n, 'found')
    return n


jobs = [gevent.spawn(look_up, n) for n in range(3)]
gevent.joinall(jobs, timeout=5)
print([job.value for job in jobs])
";

/// A3.8, rule 44: without patching, what blocks blocks the hub, and three take three times as long as one.
#[test]
fn what_blocks_blocks_the_hub() {
    check_takes(THREE, 3.0);
}

/// A3.8, rule 44: patched, the three wait together.
#[test]
fn patched_waits_overlap() {
    let patched = format!("from gevent import monkey\nmonkey.patch_all()\n{THREE}");
    check_takes(&patched, 1.0);
    check_takes(&THREE.replace("time.sleep(1)", "gevent.sleep(1)"), 1.0);
}

/// A3.8: the same with answers of a network.
#[test]
fn requests_overlap_once_patched() {
    let three = THREE.replace("import time\n", "import requests\n").replace(
        "time.sleep(1)",
        "requests.get('http://httpbin.org/delay/1')",
    );
    let (in_turn, _) = timed(&three);
    let (at_once, _) = timed(&format!(
        "from gevent import monkey\nmonkey.patch_socket()\n{three}"
    ));
    let ratio = in_turn / at_once;
    assert!((2.4..=3.0).contains(&ratio), "{in_turn} s, {at_once} s");
}

/// A3.8: look-ups of names by gevent's own resolver overlap.
#[test]
fn name_look_ups_overlap() {
    let source = "
import time
import gevent
from gevent import socket

names = ['www.python.org', 'www.example.com', 'www.gevent.org']
start = time.perf_counter()
each = []
for name in names:
    begin = time.perf_counter()
    socket.gethostbyname(name)
    each.append(time.perf_counter() - begin)
start = time.perf_counter()
gevent.joinall([gevent.spawn(socket.gethostbyname, name) for name in names], timeout=5)
took = time.perf_counter() - start
print(took < max(each) * 1.1, took < sum(each) * 0.75)
";
    assert_eq!(timed(source).1, "True True\n");
}
