//! The choices that a run made: with the scenario they are all that a replay needs.

use serde::{Deserialize, Serialize};

/// What was chosen. Choices are made at semantic points, so that a schedule survives a
/// change of costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChoiceKind {
    /// Which waiter the GIL's release signals.
    Gil,
    /// Which ready thread gets a free core.
    Core,
    /// Which waiter of a queue wakes.
    Wake,
    /// A choice that the guest asked for.
    Guest,
}

/// One recorded choice: `picked` of `options` (only choices among two or more are recorded).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What was chosen.
    pub kind: ChoiceKind,
    /// How many options there were.
    pub options: u32,
    /// The index of the option taken.
    pub picked: u32,
}
