//! Looking at variables: which instant the page wants to know about, and what was told of one.

use super::{State, Tab};
use interleave_engine::ProcessVariables;
use std::rc::Rc;

/// What the variables held at an instant of a run. Two are equal when they are of the same instant.
#[derive(Clone, Debug)]
pub struct Look {
    /// The run's number.
    pub run_id: u32,
    /// The instant, in virtual ns.
    pub at_ns: u64,
    /// The variables, a process each.
    pub processes: Rc<Vec<ProcessVariables>>,
}

impl Look {
    /// At this instant of this run.
    pub fn new(run_id: u32, at_ns: u64, processes: Vec<ProcessVariables>) -> Look {
        Look {
            run_id,
            at_ns,
            processes: Rc::new(processes),
        }
    }
}

impl PartialEq for Look {
    fn eq(&self, other: &Look) -> bool {
        (self.run_id, self.at_ns) == (other.run_id, other.at_ns)
    }
}

impl State {
    /// The run and the instant (in virtual ns) whose variables the page shows: the selected one, else the run's last.
    /// None while they are not shown, or when what ran is not what stands there.
    pub fn wanted_look(&self) -> Option<(u32, u64)> {
        let report = self.report.as_ref()?;
        if self.tab() != Tab::Variables || self.outdated || self.is_running() {
            return None;
        }
        let end_ns = report.trace.end_ns;
        let at_ns = self.selected().map_or(end_ns, |(_, at_ns)| at_ns);
        Some((self.run_id, at_ns.min(end_ns)))
    }
}
