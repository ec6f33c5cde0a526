//! Many scenarios to be evaluated one after the other, a slice of steps at a time.

use super::{Figures, figures};
use crate::findings::FINDERS;
use crate::{FromEngine, Session};
use interleave_python::vm::Registry;
use interleave_scenario::Scenario;

/// Scenarios under evaluation.
pub(crate) struct Batch {
    /// Comes back with the answers.
    pub(crate) id: u32,
    /// The number of the next one.
    index: u32,
    left: std::vec::IntoIter<Scenario>,
    under_way: Option<(Scenario, Session)>,
}

impl Batch {
    /// Of `scenarios`, the first of which has the number `first`.
    pub(crate) fn new(id: u32, scenarios: Vec<Scenario>, first: u32) -> Batch {
        Batch {
            id,
            index: first,
            left: scenarios.into_iter(),
            under_way: None,
        }
    }

    /// Runs on for about `steps` interpreter steps; the answers, and whether there is more to do.
    pub(crate) fn advance(
        &mut self,
        steps: u64,
        library: &mut Registry,
    ) -> (Vec<FromEngine>, bool) {
        let mut answers = Vec::new();
        let mut left = steps;
        while left > 0 {
            let Some((scenario, mut session)) = self
                .under_way
                .take()
                .or_else(|| self.begin(&mut answers, library))
            else {
                return (answers, false);
            };
            let before = session.steps();
            let is_over = session.advance(left);
            // However short a run is, it isn't for nothing.
            left = left.saturating_sub((session.steps() - before).max(1));
            if is_over {
                session.hand_on_library(library);
                let figures = figures(&session.into_trace(), &scenario.machine);
                answers.push(self.answer(figures));
            } else {
                self.under_way = Some((scenario, session));
            }
        }
        (answers, true)
    }

    /// The next scenario that can run; those that can't are answered on the way.
    fn begin(
        &mut self,
        answers: &mut Vec<FromEngine>,
        library: &Registry,
    ) -> Option<(Scenario, Session)> {
        loop {
            let scenario = self.left.next()?;
            match Session::with(&scenario, library.clone(), FINDERS) {
                Ok(session) => return Some((scenario, session)),
                Err(_) => {
                    let answer = self.answer(Figures::default());
                    answers.push(answer);
                }
            }
        }
    }

    fn answer(&mut self, figures: Figures) -> FromEngine {
        let index = self.index;
        self.index += 1;
        FromEngine::Evaluated {
            id: self.id,
            index,
            figures: Box::new(figures),
        }
    }
}
