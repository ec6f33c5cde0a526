//! A scenario's files beside the script: data that it opens, what it is given to read, modules that it imports.

use interleave_kernel::{Config, FirstCome, Kernel};
use interleave_python::vm::{Options, Processes, RunLimits, Vm};
use interleave_trace::Stream;
use std::rc::Rc;

/// Runs `source` beside `files` (name, text) and compares what it prints.
fn check(source: &str, files: &[(&str, &str)], expected: &str) {
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
    let mut all = vec![("main.py".to_owned(), source.to_owned())];
    all.extend(
        files
            .iter()
            .map(|file| (file.0.to_owned(), file.1.to_owned())),
    );
    let vm = Vm::new(all, options, Rc::new(interleave_stdlib::registry())).expect("it compiles");
    let mut kernel = Kernel::new(
        Config::default(),
        Processes::new(vm),
        FirstCome,
        "MainThread",
    );
    while kernel.advance(1_000_000).is_none() {}
    let trace = kernel.finish(false).0;
    assert_eq!(
        trace.text(Stream::Stdout),
        expected,
        "{:?} {}",
        trace.outcome,
        trace.text(Stream::Stderr)
    );
}

#[test]
fn files_beside_the_script_can_be_opened() {
    check(
        "import os\n\
         print(open('data/a.csv').read(), sorted(os.listdir('.')), os.getcwd())\n\
         print(__file__, open(__file__).readline().strip())\n",
        &[("data/a.csv", "1,2"), ("notes.txt", "")],
        "1,2 ['data', 'main.py', 'notes.txt'] /home/user\n/home/user/main.py import os\n",
    );
}

#[test]
fn what_is_typed_is_read_line_by_line() {
    check(
        "import sys\n\
         name = input('Name? ')\n\
         print('Hello', name, repr(sys.stdin.readline()), list(sys.stdin))\n\
         try:\n    input()\nexcept EOFError as error:\n    print(error)\n",
        &[("stdin.txt", "Ann\n5\nlast\n")],
        "Name? Hello Ann '5\\n' ['last\\n']\nEOF when reading a line\n",
    );
}

#[test]
fn a_fresh_machine_has_its_usual_folders() {
    check(
        "import os\n\
         print(os.listdir('/'), os.path.isdir('/tmp'), open('/dev/null').read() == '', os.listdir('/home'))\n",
        &[],
        "['bin', 'dev', 'etc', 'home', 'tmp', 'usr', 'var'] True True ['user']\n",
    );
}
