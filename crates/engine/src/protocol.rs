//! What passes between the page (or the command line) and the engine. Two enums; every value
//! travels as postcard bytes.

use crate::{Figures, ProcessVariables};
use interleave_scenario::Scenario;
use interleave_trace::{Place, ThreadId, Trace};
use serde::{Deserialize, Serialize};

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    /// The script can't run.
    Error,
    /// It runs, but something is off.
    Warning,
}

/// Something to say about a place in the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// One line of text.
    pub message: String,
    /// The file's name.
    pub file: String,
    /// First 1-based line.
    pub line: u32,
    /// First 0-based column, in characters.
    pub column: u32,
    /// Last 1-based line.
    pub end_line: u32,
    /// 0-based column after the last character.
    pub end_column: u32,
}

/// One line in each of the page's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

impl Words {
    /// Two texts that say the same.
    pub fn new(en: &str, zh: &str) -> Words {
        let (en, zh) = (en.to_owned(), zh.to_owned());
        Words { en, zh }
    }

    /// What reads the same in both.
    pub fn same(text: String) -> Words {
        let (en, zh) = (text.clone(), text);
        Words { en, zh }
    }

    /// Several, one after the other.
    pub fn joined(parts: &[Words]) -> Words {
        let all = |text: fn(&Words) -> &str, between| {
            let texts: Vec<&str> = parts.iter().map(text).collect();
            texts.join(between)
        };
        Words {
            en: all(|words| &words.en, "; "),
            zh: all(|words| &words.zh, "；"),
        }
    }
}

/// Something that a run showed, in Python's terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The named pattern (`deadlock`, `hang`, `uncaught-in-thread` …): also the key of its title in
    /// the page's locale files.
    pub pattern: String,
    /// What happened.
    pub message: Words,
    /// What to do about it.
    pub remedy: Words,
    /// The lines that show it.
    pub places: Vec<Place>,
    /// The threads that take part.
    pub threads: Vec<ThreadId>,
}

/// One thread's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadSummary {
    /// Its name.
    pub name: String,
    /// Time in each state, indexed by `State` number, in virtual ns.
    pub state_times_ns: Vec<u64>,
}

/// A run's account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// How long the run took, in virtual ns.
    pub makespan_ns: u64,
    /// CPU time used, in virtual ns.
    pub cpu_ns: u64,
    /// CPU time / (makespan × cores), 0 to 1.
    pub efficiency: f64,
    /// Time that threads spent ready but without the GIL, summed, in virtual ns.
    pub gil_wait_ns: u64,
    /// Time that threads spent ready but without a core, summed, in virtual ns.
    pub core_wait_ns: u64,
    /// A thread each, in order of birth.
    pub threads: Vec<ThreadSummary>,
}

/// All that a run gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The trace.
    pub trace: Trace,
    /// The exit code that the script's process would have.
    pub exit_code: i32,
    /// What the run showed.
    pub findings: Vec<Finding>,
    /// The account.
    pub summary: Summary,
    /// Names of the files by number, as `Place::file` counts them.
    pub files: Vec<String>,
}

/// To the engine's worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ToEngine {
    /// Run it; a run under way is stopped first.
    Run {
        /// Comes back with the answer.
        id: u32,
        /// What to run.
        scenario: Scenario,
    },
    /// Look at it without running it.
    Check {
        /// Comes back with the answer.
        id: u32,
        /// What to look at.
        scenario: Scenario,
    },
    /// Tell what the variables hold at an instant of a run. An earlier look that is not answered yet never is, and a
    /// run that is asked for goes first.
    Look {
        /// Comes back with the answer.
        id: u32,
        /// The run's scenario.
        scenario: Scenario,
        /// The instant, in virtual ns.
        at_ns: u64,
    },
    /// Stop the run: the answer is a report of what there is so far. Or drop an evaluation: there are no more
    /// answers.
    Stop {
        /// The run's number.
        id: u32,
    },
    /// Run each of these to its end and tell its figures alone. An earlier evaluation is dropped; a run goes first.
    Evaluate {
        /// Comes back with every answer.
        id: u32,
        /// What to run.
        scenarios: Vec<Scenario>,
        /// The number of the first of them; the others count on.
        first: u32,
    },
}

impl ToEngine {
    /// The number that comes back with the answer.
    pub fn id(&self) -> u32 {
        match self {
            ToEngine::Run { id, .. }
            | ToEngine::Check { id, .. }
            | ToEngine::Look { id, .. }
            | ToEngine::Stop { id }
            | ToEngine::Evaluate { id, .. } => *id,
        }
    }
}

/// From the engine's worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromEngine {
    /// It is ready for messages.
    Ready,
    /// Said by the starter alone: this scenario needs more of the library than it has. Ask the
    /// whole engine; nothing else will be answered about it.
    NeedsWhole,
    /// A run is under way.
    Progress {
        /// The run's number.
        id: u32,
        /// Steps taken so far.
        steps: u64,
        /// Virtual time so far, in ns.
        virtual_ns: u64,
    },
    /// A run has ended.
    Done {
        /// The run's number.
        id: u32,
        /// What it gave.
        report: Box<Report>,
        /// Real time that it took in the worker, in microseconds.
        took_us: u64,
    },
    /// The scenario can't run: the diagnostics say why.
    Refused {
        /// The run's number.
        id: u32,
        /// Why.
        diagnostics: Vec<Diagnostic>,
    },
    /// The answer to a check.
    Checked {
        /// The check's number.
        id: u32,
        /// What there is to say.
        diagnostics: Vec<Diagnostic>,
    },
    /// The answer to a look.
    Looked {
        /// The look's number.
        id: u32,
        /// The instant, in virtual ns.
        at_ns: u64,
        /// What the variables held, a process each.
        processes: Vec<ProcessVariables>,
    },
    /// One answer to an evaluation, as soon as there is one.
    Evaluated {
        /// The evaluation's number.
        id: u32,
        /// The scenario's number.
        index: u32,
        /// What it came to.
        figures: Box<Figures>,
    },
}

/// Bytes that are no message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAMessage(String);

impl std::fmt::Display for NotAMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "these bytes are no message of this engine: {}", self.0)
    }
}

impl std::error::Error for NotAMessage {}

/// A message as bytes.
pub fn to_bytes<M: Serialize>(message: &M) -> Vec<u8> {
    // Writing to memory fails for no value of these types.
    postcard::to_allocvec(message).expect("a message is serialisable")
}

/// The message of `bytes`.
pub fn from_bytes<'a, M: Deserialize<'a>>(bytes: &'a [u8]) -> Result<M, NotAMessage> {
    postcard::from_bytes(bytes).map_err(|error| NotAMessage(error.to_string()))
}
