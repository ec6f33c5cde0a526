//! The one place where a schedule is chosen.

use interleave_trace::{Choice, ChoiceKind, ThreadId};

/// Chooses among options that the kernel numbers from 0. It is asked only where there are two or
/// more; its answers are recorded.
pub trait Chooser: Clone {
    /// The option to take, below `options`. `candidates` are the threads that the options stand
    /// for, empty for a guest's own choice.
    fn choose(&mut self, kind: ChoiceKind, options: u32, candidates: &[ThreadId]) -> u32;
}

/// What CPython on Linux most often does: first come, first served.
#[derive(Clone, Debug, Default)]
pub struct FirstCome;

impl Chooser for FirstCome {
    fn choose(&mut self, _kind: ChoiceKind, _options: u32, _candidates: &[ThreadId]) -> u32 {
        0
    }
}

/// Follows recorded choices, then the default.
#[derive(Clone, Debug)]
pub struct Replay {
    choices: std::collections::VecDeque<Choice>,
}

impl Replay {
    /// Follows `choices` in order.
    pub fn new(choices: Vec<Choice>) -> Replay {
        Replay { choices: choices.into() }
    }
}

impl Chooser for Replay {
    fn choose(&mut self, _kind: ChoiceKind, options: u32, _candidates: &[ThreadId]) -> u32 {
        self.choices.pop_front().map_or(0, |choice| choice.picked.min(options - 1))
    }
}
