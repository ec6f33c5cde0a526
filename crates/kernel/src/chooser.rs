//! The one place where a schedule is chosen.

use interleave_trace::{Choice, ChoiceKind, Recorder, ThreadId};

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
        Replay {
            choices: choices.into(),
        }
    }
}

impl Chooser for Replay {
    fn choose(&mut self, _kind: ChoiceKind, options: u32, _candidates: &[ThreadId]) -> u32 {
        self.choices
            .pop_front()
            .map_or(0, |choice| choice.picked.min(options - 1))
    }
}

/// Chooses at random, the same way for the same seed (SplitMix64: Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014). Options are picked by remainder: with
/// the few options that a schedule has, the bias is far below what a run could show.
#[derive(Clone, Debug)]
pub struct Seeded {
    state: u64,
}

impl Seeded {
    /// A chooser for `seed`.
    pub fn new(seed: u64) -> Seeded {
        Seeded { state: seed }
    }
}

impl Chooser for Seeded {
    fn choose(&mut self, _kind: ChoiceKind, options: u32, _candidates: &[ThreadId]) -> u32 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (mixed % u64::from(options)) as u32
    }
}

/// Picks one of `candidates`, which are not none; a choice among two or more is recorded.
pub(crate) fn pick<C: Chooser>(
    chooser: &mut C,
    recorder: &mut Recorder,
    kind: ChoiceKind,
    candidates: &[ThreadId],
) -> usize {
    pick_of(chooser, recorder, kind, candidates.len() as u32, candidates) as usize
}

/// Picks one of `options`; a choice among two or more is recorded.
pub(crate) fn pick_of<C: Chooser>(
    chooser: &mut C,
    recorder: &mut Recorder,
    kind: ChoiceKind,
    options: u32,
    candidates: &[ThreadId],
) -> u32 {
    if options < 2 {
        return 0;
    }
    let picked = chooser.choose(kind, options, candidates).min(options - 1);
    recorder.choice(Choice {
        kind,
        options,
        picked,
    });
    picked
}
