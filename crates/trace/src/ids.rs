//! Small index types that name the rows of a trace's tables.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The row's index in its table.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A thread of the simulated machine, numbered from 0 (the first process's main thread).
    ThreadId
);
id!(
    /// A process of the simulated machine, numbered from 0 (the one that runs `main.py`).
    ProcessId
);
id!(
    /// A task: something that takes turns with others on a thread, numbered from 0 over the whole run.
    TaskId
);
id!(
    /// A core of the simulated machine, numbered from 0.
    CoreId
);
id!(
    /// A synchronisation object (a lock, a queue, a thread that is joined …).
    ObjectId
);
id!(
    /// A lane: one row of the timeline.
    LaneId
);

/// A source line: file number in the high 8 bits (0 is `main.py`, 255 the library), 1-based
/// line in the low 24. [`Place::NONE`] where there is none.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Place(pub u32);

impl Place {
    /// No known place.
    pub const NONE: Place = Place(0);

    /// The place at `line` (1-based) of file number `file`.
    pub fn new(file: u8, line: u32) -> Place {
        Place((u32::from(file) << 24) | line.min(0x00ff_ffff))
    }

    /// The file's number in the scenario.
    pub fn file(self) -> u8 {
        (self.0 >> 24) as u8
    }

    /// The 1-based line, 0 where there is none.
    pub fn line(self) -> u32 {
        self.0 & 0x00ff_ffff
    }
}
