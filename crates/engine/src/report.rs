//! A run's report: the trace and all that is read off it.

use crate::findings::Finder;
use crate::{Finding, Report, findings, summary};
use interleave_scenario::Machine;
use interleave_trace::{Outcome, Trace};

/// Exit codes beyond the script's own.
pub mod exit_code {
    /// The command line is wrong, or the script uses Python that is not supported.
    pub const USAGE: i32 = 2;
    /// The run ended in a deadlock or a hang.
    pub const STUCK: i32 = 3;
    /// The run hit a budget.
    pub const BUDGET: i32 = 4;
    /// The run was stopped: as a shell has it for an interrupted program.
    pub const STOPPED: i32 = 130;
}

impl Report {
    /// The report of `trace`, a run on `machine` of the files with these names, as far as these finders see it.
    pub(crate) fn new(
        trace: Trace,
        machine: &Machine,
        files: Vec<String>,
        finders: &[Finder],
    ) -> Report {
        Report {
            exit_code: exit_code_of(&trace.outcome),
            findings: findings::findings(finders, &trace, &files),
            summary: summary::summary(&trace, crate::machine::config(machine).cores),
            files,
            trace,
        }
    }

    /// One line for stderr about an outcome that is not the script's own; `None` for the others.
    pub fn verdict(&self) -> Option<String> {
        let first = || {
            self.findings
                .first()
                .map_or("", |finding: &Finding| &finding.message.en)
        };
        match &self.trace.outcome {
            Outcome::Finished { .. } | Outcome::UncaughtException { .. } => None,
            Outcome::Deadlock { .. } | Outcome::Hang { .. } | Outcome::Budget { .. } => {
                Some(first().to_owned())
            }
            Outcome::NotSupported { message, place } => {
                Some(match findings::place_text(*place, &self.files) {
                    Some(place) => format!("{place}: {message}"),
                    None => message.clone(),
                })
            }
            Outcome::Stopped => Some("The run was stopped".to_owned()),
        }
    }
}

/// The exit code that stands for `outcome`.
fn exit_code_of(outcome: &Outcome) -> i32 {
    match outcome {
        // As a shell has it for a program that a signal ended.
        Outcome::Finished { exit_code } if *exit_code < 0 => 128 - exit_code,
        Outcome::Finished { exit_code } => *exit_code,
        // The signal that an interrupt ends the process by, as a shell has it.
        Outcome::UncaughtException { exception } if exception.starts_with("KeyboardInterrupt") => {
            exit_code::STOPPED
        }
        Outcome::UncaughtException { .. } => 1,
        Outcome::NotSupported { .. } => exit_code::USAGE,
        Outcome::Deadlock { .. } | Outcome::Hang { .. } => exit_code::STUCK,
        Outcome::Budget { .. } => exit_code::BUDGET,
        Outcome::Stopped => exit_code::STOPPED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::FINDERS;
    use crate::testing::{finish, recorder};
    use interleave_trace::{Limit, Place};

    fn report(outcome: Outcome) -> Report {
        let trace = finish(recorder(&["MainThread"]), outcome, 1, 1);
        Report::new(trace, &Machine::default(), vec!["main.py".into()], FINDERS)
    }

    #[test]
    fn only_outcomes_beyond_the_script_have_a_verdict() {
        let own = report(Outcome::Finished { exit_code: 7 });
        assert_eq!((own.exit_code, own.verdict()), (7, None));
        let raised = report(Outcome::UncaughtException {
            exception: "ValueError: v".into(),
        });
        assert_eq!((raised.exit_code, raised.verdict()), (1, None));
        let stuck = report(Outcome::Hang { waits: Vec::new() });
        assert_eq!(stuck.exit_code, exit_code::STUCK);
        let budget = report(Outcome::Budget {
            limit: Limit::Steps,
            value: 9,
        });
        assert_eq!(budget.exit_code, exit_code::BUDGET);
        let verdict = budget.verdict().expect("a verdict");
        assert!(verdict.contains("9 interpreter steps") && verdict.lines().count() == 1);
        let place = Place::new(0, 4);
        let message = "NotSupported: async".to_owned();
        let unsupported = report(Outcome::NotSupported { message, place });
        assert_eq!(
            unsupported.verdict().as_deref(),
            Some("main.py:4: NotSupported: async")
        );
    }
}
