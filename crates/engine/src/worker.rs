//! The engine's side of the worker protocol: messages in, messages out, a slice of work between
//! them. It reads no clock; whoever drives it fills in how long a run took.

use crate::check::check_with;
use crate::evaluate::Batch;
use crate::findings::{FINDERS, FINDERS_WITHOUT_TASKS, Finder};
use crate::look::{Look, until};
use crate::{FromEngine, Session, ToEngine, starter, to_bytes};
use interleave_python::vm::Registry;
use interleave_scenario::{Scenario, gallery};

/// Steps between two looks at the mailbox: some milliseconds of real time.
const STEPS_PER_SLICE: u64 = 1_000_000;
/// Slices between two words on progress.
const SLICES_PER_PROGRESS: u64 = 2;

/// Answers, and whether there is more to do.
type Answers = (Vec<FromEngine>, bool);

/// A run and its number.
struct Running {
    id: u32,
    session: Session,
    slices: u64,
}

/// The engine as a service: feed it messages, and call [`Service::advance`] as long as it is busy.
pub struct Service {
    running: Option<Running>,
    looking: Option<Look>,
    evaluating: Option<Batch>,
    /// With what the runs so far compiled of it, which the next run of much the same script has at once.
    library: Registry,
    fits: fn(&Scenario) -> bool,
    finders: &'static [Finder],
    /// How a look begins; the starter hands looks on, and so carries nothing of what they need.
    look: Option<fn(u32, u64, Session) -> Look>,
    /// How evaluations go on; likewise.
    evaluate: Option<fn(&mut Batch, u64, &mut Registry) -> Answers>,
}

impl Default for Service {
    fn default() -> Service {
        Service::new()
    }
}

impl Service {
    /// A service without a run.
    pub fn new() -> Service {
        Service {
            running: None,
            looking: None,
            evaluating: None,
            library: interleave_stdlib::registry(),
            fits: |_| true,
            finders: FINDERS,
            look: Some(Look::new),
            evaluate: Some(Batch::advance),
        }
    }

    /// One with the starter's small library, which hands on what needs more. It answers what it
    /// does answer as the whole one would.
    pub fn starter() -> Service {
        Service {
            running: None,
            looking: None,
            evaluating: None,
            library: interleave_stdlib::starter_registry(),
            fits: starter::fits,
            finders: FINDERS_WITHOUT_TASKS,
            look: None,
            evaluate: None,
        }
    }

    /// Runs the gallery's first script for nothing. A browser compiles a program's functions as they
    /// are called: the first real run then finds them compiled, while the page was still loading.
    pub fn warm_up(&mut self) {
        let scenario = gallery::all()[0].scenario();
        self.receive(ToEngine::Run { id: 0, scenario });
        loop {
            let (answers, is_busy) = self.advance();
            answers.iter().for_each(|answer| drop(to_bytes(answer)));
            if !is_busy {
                return;
            }
        }
    }

    /// Whether a run, a look or an evaluation is under way.
    pub fn is_busy(&self) -> bool {
        self.running.is_some() || self.looking.is_some() || self.evaluating.is_some()
    }

    /// Takes a message; the answers that can be given at once.
    pub fn receive(&mut self, message: ToEngine) -> Vec<FromEngine> {
        match message {
            ToEngine::Run { id, scenario } => {
                let mut answers: Vec<FromEngine> = self.stop().into_iter().collect();
                if !(self.fits)(&scenario) {
                    answers.push(FromEngine::NeedsWhole);
                    return answers;
                }
                match Session::with(&scenario, self.library.clone(), self.finders) {
                    Ok(session) => {
                        self.running = Some(Running {
                            id,
                            session,
                            slices: 0,
                        })
                    }
                    Err(diagnostics) => answers.push(FromEngine::Refused { id, diagnostics }),
                }
                answers
            }
            ToEngine::Check { scenario, .. } if !(self.fits)(&scenario) => {
                vec![FromEngine::NeedsWhole]
            }
            ToEngine::Check { id, scenario } => {
                vec![FromEngine::Checked {
                    id,
                    diagnostics: check_with(&scenario, &self.library),
                }]
            }
            ToEngine::Look {
                id,
                scenario,
                at_ns,
            } => {
                let Some(look) = self.look else {
                    return vec![FromEngine::NeedsWhole];
                };
                let scenario = until(&scenario, at_ns);
                let session = Session::with(&scenario, self.library.clone(), self.finders);
                // A scenario that can't run has shown no instant to look at.
                self.looking = session.ok().map(|session| look(id, at_ns, session));
                Vec::new()
            }
            ToEngine::Stop { id } => {
                let is_running = self
                    .running
                    .as_ref()
                    .is_some_and(|running| running.id == id);
                self.evaluating.take_if(|batch| batch.id == id);
                if is_running {
                    self.stop().into_iter().collect()
                } else {
                    Vec::new()
                }
            }
            ToEngine::Evaluate { .. } if self.evaluate.is_none() => vec![FromEngine::NeedsWhole],
            ToEngine::Evaluate {
                id,
                scenarios,
                first,
            } => {
                self.evaluating = Some(Batch::new(id, scenarios, first));
                Vec::new()
            }
        }
    }

    /// Runs on for one slice; the answers, and whether there is more to do.
    pub fn advance(&mut self) -> Answers {
        let Some(running) = &mut self.running else {
            return self.go_on();
        };
        if running.session.advance(STEPS_PER_SLICE) {
            return (self.stop().into_iter().collect(), self.is_busy());
        }
        running.slices += 1;
        let mut answers = Vec::new();
        if running.slices % SLICES_PER_PROGRESS == 0 {
            answers.push(FromEngine::Progress {
                id: running.id,
                steps: running.session.steps(),
                virtual_ns: running.session.virtual_ns(),
            });
        }
        (answers, true)
    }

    /// A slice of what can wait for a run: a look, then an evaluation.
    fn go_on(&mut self) -> Answers {
        let Some(mut look) = self.looking.take() else {
            return self.evaluate_on();
        };
        let Some(processes) = look.advance(STEPS_PER_SLICE) else {
            self.looking = Some(look);
            return (Vec::new(), true);
        };
        let answer = FromEngine::Looked {
            id: look.id,
            at_ns: look.at_ns(),
            processes,
        };
        (vec![answer], self.is_busy())
    }

    fn evaluate_on(&mut self) -> Answers {
        let (Some(evaluate), Some(batch)) = (self.evaluate, &mut self.evaluating) else {
            return (Vec::new(), false);
        };
        let (answers, is_busy) = evaluate(batch, STEPS_PER_SLICE, &mut self.library);
        if !is_busy {
            self.evaluating = None;
        }
        (answers, is_busy)
    }

    /// Ends the run under way, over or not.
    fn stop(&mut self) -> Option<FromEngine> {
        let Running { id, session, .. } = self.running.take()?;
        session.hand_on_library(&mut self.library);
        Some(FromEngine::Done {
            id,
            report: Box::new(session.report()),
            took_us: 0,
        })
    }
}
