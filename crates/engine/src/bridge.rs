//! From a scenario to the Python that the kernel runs.

use crate::Diagnostic;
use crate::check::{check_with, forbids_run};
use interleave_python::vm::{Options, Registry, RunLimits, Vm};
use interleave_scenario::{Scenario, StartMethod, StdoutMode};
use std::rc::Rc;

/// The most that a script may print, in bytes.
const MAX_OUTPUT_BYTES: u64 = 16 * 1024 * 1024;

/// The guest that runs `scenario` with these modules of the library; else why it can't run.
pub(crate) fn interpreter(scenario: &Scenario, registry: Registry) -> Result<Vm, Vec<Diagnostic>> {
    let diagnostics = check_with(scenario, &registry);
    // A broken file beside the script matters when it is imported, if ever.
    let script = scenario.files.first().map(|file| file.name.as_str());
    let is_fatal = |diagnostic: &&Diagnostic| {
        Some(diagnostic.file.as_str()) == script || diagnostic.message.starts_with("NotSupported")
    };
    let fatal: Vec<Diagnostic> = diagnostics.iter().filter(is_fatal).cloned().collect();
    if script.is_none() || forbids_run(&fatal) {
        return Err(diagnostics);
    }
    let files = scenario.files.iter();
    let files = files
        .map(|file| (file.name.clone(), file.text.clone()))
        .collect();
    Ok(Vm::new(files, options(scenario), Rc::new(registry))
        .expect("a script that passes the check is accepted"))
}

/// An interpreter that can be asked what its library has.
pub(crate) fn for_inspection(scenario: &Scenario, registry: Registry) -> Vm {
    Vm::for_inspection(options(scenario), Rc::new(registry))
}

fn options(scenario: &Scenario) -> Options {
    let machine = &scenario.machine;
    let config = crate::machine::config(machine);
    Options {
        minor: machine.python.minor(),
        gil: config.gil,
        cores: config.cores,
        start_method: machine.start_method.map(|method| match method {
            StartMethod::Fork => "fork",
            StartMethod::Spawn => "spawn",
            StartMethod::Forkserver => "forkserver",
        }),
        seed: machine.seed,
        stdout_is_pipe: machine.stdout == StdoutMode::Pipe,
        switch_interval_ns: config.switch_interval_ns,
        limits: RunLimits {
            steps: machine.max_steps,
            heap_bytes: machine.max_heap_bytes,
            output_bytes: MAX_OUTPUT_BYTES,
        },
        told: [("network", machine.network.table().into())].into(),
    }
}
