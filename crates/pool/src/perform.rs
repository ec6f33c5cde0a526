//! Performs a program step by step: says what comes next and takes the answer. A pure state machine
//! that every floor shares: real workers, an event loop, the rehearsal in virtual time. Must not
//! know how anything waits.

use crate::objects::{Answer, Ask};
use crate::plan::{Act, ItemId, Plan, ProgramId, Step};
use interleave_trace::Place;
use serde::{Deserialize, Serialize};

/// What a performer wants of its floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Compute for so long, in ns before scale.
    Compute(u64),
    /// Sleep for so long, in ns before scale.
    Sleep(u64),
    /// Wait for I/O for so long, in ns before scale.
    Io(u64),
    /// Sleep for so long, in ns before scale, and let nobody else on the same worker go on meanwhile.
    Stall(u64),
    /// Ask this of the shared objects; then call [`Performer::answer`].
    Ask(Ask),
    /// Start that program.
    Start(ProgramId),
    /// Copy so many bytes to another process.
    Transfer(u32),
    /// It is over.
    Done,
}

/// Where a step stands: in a program or in an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// In a program.
    Program(ProgramId),
    /// In what an item carries.
    Item(ItemId),
}

#[derive(Clone, Copy, Debug)]
struct Open {
    part: Part,
    next: usize,
}

/// One program under way.
#[derive(Clone, Debug)]
pub struct Performer {
    program: ProgramId,
    open: Vec<Open>,
    place: Place,
    at: (Part, u32),
    /// Whether the step whose answer is awaited is come back to after every item.
    serves: bool,
    has_told: bool,
}

impl Performer {
    /// The program at its start.
    pub fn new(program: ProgramId) -> Performer {
        let open = Open {
            part: Part::Program(program),
            next: 0,
        };
        Performer {
            program,
            open: vec![open],
            place: Place::NONE,
            at: (Part::Program(program), 0),
            serves: false,
            has_told: false,
        }
    }

    /// Which program it performs.
    pub fn program(&self) -> ProgramId {
        self.program
    }

    /// The step that [`Performer::next`] gave last: in what, and its number there. The latch that a
    /// program sets when it is over counts as the step after its last.
    pub fn step(&self) -> (Part, u32) {
        self.at
    }

    /// The line that it is on.
    pub fn place(&self) -> Place {
        self.place
    }

    /// What it wants next. An [`Next::Ask`] must be answered before the next call.
    pub fn next(&mut self, plan: &Plan) -> Next {
        while let Some(open) = self.open.last_mut() {
            let steps = steps_of(plan, open.part);
            let Some(&Step { act, place }) = steps.get(open.next) else {
                self.open.pop();
                continue;
            };
            self.place = place;
            self.at = (open.part, open.next as u32);
            self.serves = matches!(act, Act::Serve(_));
            open.next += usize::from(!self.serves);
            return match act {
                Act::Compute { ns } => Next::Compute(ns),
                Act::Sleep { ns } => Next::Sleep(ns),
                Act::Io { ns } => Next::Io(ns),
                Act::Stall { ns } => Next::Stall(ns),
                Act::Acquire(shared) => Next::Ask(Ask::Acquire(shared)),
                Act::Release(shared) => Next::Ask(Ask::Release(shared)),
                Act::Put(channel, item) => Next::Ask(Ask::Put(channel, item)),
                Act::Take(channel) | Act::Serve(channel) => Next::Ask(Ask::Take(channel)),
                Act::Set(latch) => Next::Ask(Ask::Set(latch)),
                Act::Await(latch) => Next::Ask(Ask::Await(latch)),
                Act::Arrive(barrier) => Next::Ask(Ask::Arrive(barrier)),
                Act::Start(program) => Next::Start(program),
                Act::Transfer { bytes } => Next::Transfer(bytes),
            };
        }
        match plan.programs[self.program.index()].done {
            Some(latch) if !self.has_told => {
                self.has_told = true;
                let steps = &plan.programs[self.program.index()].steps;
                self.at = (Part::Program(self.program), steps.len() as u32);
                self.serves = false;
                Next::Ask(Ask::Set(latch))
            }
            _ => Next::Done,
        }
    }
}

impl Performer {
    /// The answer to what was asked.
    pub fn answer(&mut self, plan: &Plan, answer: Answer) {
        let ends_service = match answer {
            Answer::Done => false,
            Answer::Closed => true,
            Answer::Item(item) => plan.items[item.index()].is_last,
        };
        if self.serves
            && ends_service
            && let Some(open) = self.open.last_mut()
        {
            open.next += 1;
        }
        if let Answer::Item(item) = answer {
            let part = Part::Item(item);
            self.open.push(Open { part, next: 0 });
        }
    }
}

/// The steps of a program or of an item.
pub(crate) fn steps_of(plan: &Plan, part: Part) -> &[Step] {
    match part {
        Part::Program(program) => &plan.programs[program.index()].steps,
        Part::Item(item) => &plan.items[item.index()].steps,
    }
}
