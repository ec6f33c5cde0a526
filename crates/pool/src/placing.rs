//! Where programs run: what each way makes of a plan's processes, threads and tasks. Must not know
//! how workers are had.

use crate::plan::{Plan, ProgramId};
use crate::protocol::Way;

impl Way {
    /// The program whose worker `program` runs on: itself where it has one of its own.
    pub fn worker_of(self, plan: &Plan, program: ProgramId) -> ProgramId {
        match self {
            Way::Gil | Way::FreeThreaded | Way::Processes => program,
            Way::EventLoop | Way::Sequential => ProgramId(0),
            Way::AsWritten => plan.programs[program.index()].turns_on.unwrap_or(program),
        }
    }

    /// The number of the process that `program` runs in.
    pub fn process_of(self, plan: &Plan, program: ProgramId) -> u32 {
        match self {
            Way::Processes => program.0,
            Way::AsWritten => plan.programs[program.index()].process,
            _ => 0,
        }
    }

    /// How many processes there are.
    pub fn processes(self, plan: &Plan) -> u32 {
        match self {
            Way::Processes => plan.programs.len() as u32,
            Way::AsWritten => plan.processes.max(1),
            _ => 1,
        }
    }

    /// Whether a process's workers pass a GIL around; `has_gil`: the scenario's machine has one.
    pub fn has_gil(self, has_gil: bool) -> bool {
        match self {
            Way::Gil => true,
            Way::AsWritten => has_gil,
            _ => false,
        }
    }

    /// Whether workers ask for shared objects by messages.
    pub fn by_messages(self) -> bool {
        self == Way::Processes
    }

    /// Whether what passes between programs is copied.
    pub fn copies(self, plan: &Plan) -> bool {
        match self {
            Way::Processes => true,
            Way::AsWritten => plan.programs.iter().any(|program| program.process != 0),
            _ => false,
        }
    }
}
