//! One run of a scenario, a slice of steps at a time, so that whoever drives it can look up in
//! between: show progress, or stop.

use crate::findings::{FINDERS, Finder};
use crate::{Diagnostic, Report, bridge, machine};
use interleave_kernel::{Kernel, Replay};
use interleave_python::vm::{Processes, Registry};
use interleave_scenario::{Machine, Scenario};
use interleave_trace::Trace;

/// What CPython calls the thread that a program starts in.
const MAIN_THREAD: &str = "MainThread";

/// A run under way.
pub struct Session {
    kernel: Kernel<Processes, Replay>,
    machine: Machine,
    files: Vec<String>,
    over: bool,
    finders: &'static [Finder],
}

impl Session {
    /// A run of `scenario` at virtual time 0; else why it can't run.
    pub fn new(scenario: &Scenario) -> Result<Session, Vec<Diagnostic>> {
        Session::with(scenario, interleave_stdlib::registry(), FINDERS)
    }

    /// As [`Session::new`], with these modules of the library and these finders.
    pub(crate) fn with(
        scenario: &Scenario,
        registry: Registry,
        finders: &'static [Finder],
    ) -> Result<Session, Vec<Diagnostic>> {
        let interpreter = bridge::interpreter(scenario, registry)?;
        let chooser = Replay::new(scenario.choices.clone());
        let config = machine::config(&scenario.machine);
        Ok(Session {
            kernel: Kernel::new(config, Processes::new(interpreter), chooser, MAIN_THREAD),
            machine: scenario.machine.clone(),
            files: scenario
                .files
                .iter()
                .map(|file| file.name.clone())
                .collect(),
            over: false,
            finders,
        })
    }

    /// Runs on for about `steps` interpreter steps; `true` when the run is over. How a run is cut
    /// into calls does not change it.
    pub fn advance(&mut self, steps: u64) -> bool {
        if !self.over {
            self.over = self.kernel.advance(steps).is_some();
        }
        self.over
    }

    /// From now on the memory of processes that end stays, to be looked at.
    pub(crate) fn keep_ended(&mut self) {
        self.kernel.guest_mut().keep_ended();
    }

    /// What the variables hold now. The run can't go on after it.
    pub(crate) fn variables(&mut self) -> Vec<interleave_python::vm::ProcessVariables> {
        self.over = true;
        self.kernel.guest_mut().variables()
    }

    /// Whether the run is over.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// Interpreter steps taken so far.
    pub fn steps(&self) -> u64 {
        interleave_kernel::Guest::steps(self.kernel.guest())
    }

    /// Virtual time so far, in ns.
    pub fn virtual_ns(&self) -> u64 {
        self.kernel.now_ns()
    }

    /// Ends the run where it is and reports what there is.
    pub fn stop(self) -> Report {
        self.into_report(true)
    }

    /// The report; a run that is not over counts as stopped.
    pub fn report(self) -> Report {
        let stopped = !self.over;
        self.into_report(stopped)
    }

    /// Leaves what it compiled of the library there, for further runs.
    pub(crate) fn hand_on_library(&self, library: &mut Registry) {
        if let Some(compiled) = self.kernel.guest().current().compiled_library() {
            library.keep_compiled(compiled);
        }
    }

    /// All that a run that is over did.
    pub(crate) fn into_trace(self) -> Trace {
        let stopped = !self.over;
        self.kernel.finish(stopped).0
    }

    fn into_report(self, stopped: bool) -> Report {
        let (trace, _) = self.kernel.finish(stopped);
        Report::new(trace, &self.machine, self.files, self.finders)
    }
}

/// Runs `scenario` to its end; else why it can't run.
pub fn run(scenario: &Scenario) -> Result<Report, Vec<Diagnostic>> {
    let mut session = Session::new(scenario)?;
    session.advance(u64::MAX);
    Ok(session.report())
}
