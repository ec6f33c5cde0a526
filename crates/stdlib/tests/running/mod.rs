//! The library's boundary in tests: a script and the files beside it go in, a trace or what it printed comes out.

use interleave_kernel::{Config, FirstCome, Kernel};
use interleave_python::vm::{Options, Processes, RunLimits, Vm};
use interleave_trace::{Stream, Trace};
use std::{iter, rc::Rc};

/// Runs `source` beside `files` (name, text).
pub fn run(source: &str, files: &[(&str, &str)]) -> Trace {
    let limits = RunLimits {
        steps: 5_000_000,
        heap_bytes: 64 << 20,
        output_bytes: 1 << 20,
    };
    let options = Options {
        minor: 11,
        gil: true,
        cores: 4,
        start_method: None,
        seed: 1,
        stdout_is_pipe: false,
        switch_interval_ns: 5_000_000,
        limits,
        told: Default::default(),
    };
    let main = ("main.py", source);
    let all = iter::once(&main).chain(files);
    let all = all.map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let all = all.collect();
    let vm = Vm::new(all, options, Rc::new(interleave_stdlib::registry())).expect("it compiles");
    let mut kernel = Kernel::new(
        Config::default(),
        Processes::new(vm),
        FirstCome,
        "MainThread",
    );
    while kernel.advance(1_000_000).is_none() {}
    kernel.finish(false).0
}

/// Runs `source` beside `files` and compares what it prints on both streams.
pub fn check(source: &str, files: &[(&str, &str)], stdout: &str, stderr: &str) {
    let trace = run(source, files);
    let printed = (trace.text(Stream::Stdout), trace.text(Stream::Stderr));
    let expected = (stdout.to_owned(), stderr.to_owned());
    assert_eq!(printed, expected, "{:?}", trace.outcome);
}
