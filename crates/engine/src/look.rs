//! Looking at a run's variables at an instant: the run is made again up to there, for it is the same every time.

use crate::Session;
use interleave_python::vm;
use interleave_scenario::Scenario;
use interleave_trace::{Place, ThreadId};
use serde::{Deserialize, Serialize};

/// A name and what it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    /// The name.
    pub name: String,
    /// The value, as text; what is long is cut.
    pub value: String,
}

/// A function that is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameVariables {
    /// Its name.
    pub function: String,
    /// The line that it is on.
    pub place: Place,
    /// Its variables.
    pub variables: Vec<Variable>,
}

/// What a thread is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadVariables {
    /// The thread.
    pub thread: ThreadId,
    /// The script's functions that it is in, the innermost first.
    pub frames: Vec<FrameVariables>,
}

/// A process's variables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessVariables {
    /// Its number as the script sees it.
    pub pid: i64,
    /// How it ended, if it has: the values are its last.
    pub exit_code: Option<i32>,
    /// The script's global variables, without what it defines and imports.
    pub globals: Vec<Variable>,
    /// Its threads that are in a function of the script.
    pub threads: Vec<ThreadVariables>,
}

/// A look under way.
pub(crate) struct Look {
    /// Comes back with the answer.
    pub(crate) id: u32,
    at_ns: u64,
    session: Session,
}

impl Look {
    /// At the run of `session`, which was made for [`until`], at virtual time `at_ns`.
    pub(crate) fn new(id: u32, at_ns: u64, mut session: Session) -> Look {
        session.keep_ended();
        Look { id, at_ns, session }
    }

    /// When, in virtual ns.
    pub(crate) fn at_ns(&self) -> u64 {
        self.at_ns
    }

    /// Runs on for about `steps` steps; the variables once the run has come there.
    pub(crate) fn advance(&mut self, steps: u64) -> Option<Vec<ProcessVariables>> {
        let is_there = self.session.advance(steps);
        is_there.then(|| {
            let processes = self.session.variables().into_iter();
            processes.map(process).collect()
        })
    }
}

/// The scenario whose run ends at virtual time `at_ns`, in ns.
pub(crate) fn until(scenario: &Scenario, at_ns: u64) -> Scenario {
    let mut scenario = scenario.clone();
    let machine = &mut scenario.machine;
    machine.max_virtual_ns = machine.max_virtual_ns.min(at_ns);
    scenario
}

fn process(told: vm::ProcessVariables) -> ProcessVariables {
    ProcessVariables {
        pid: told.pid,
        exit_code: told.exit_code,
        globals: told.globals.into_iter().map(variable).collect(),
        threads: told.threads.into_iter().map(thread).collect(),
    }
}

fn thread(told: vm::ThreadVariables) -> ThreadVariables {
    let frames = told.frames.into_iter().map(|frame| FrameVariables {
        function: frame.function,
        place: frame.place,
        variables: frame.variables.into_iter().map(variable).collect(),
    });
    ThreadVariables {
        thread: told.thread,
        frames: frames.collect(),
    }
}

fn variable(told: vm::Variable) -> Variable {
    Variable {
        name: told.name,
        value: told.value,
    }
}
