//! One program under way in the rehearsal and the account that it keeps of its time.

use crate::objects::{Answer, Ask};
use crate::perform::Performer;
use crate::plan::{ItemId, ProgramId};
use crate::protocol::{Did, NO_SHARED, Stretch};
use interleave_trace::State;

/// What a program does next, when it has its turn.
#[derive(Clone, Copy, Debug)]
pub(super) enum Doing {
    /// The next step.
    Fresh,
    /// Compute for so much more CPU time.
    Computing { left_ns: u64 },
    /// Spend so much CPU time that the plan knows nothing of, for that object or [`NO_SHARED`].
    Spending {
        ns: u64,
        shared: u32,
        then: AfterSpending,
    },
    /// Ask the objects.
    Attempting(Ask),
    /// Take the answer.
    Answered(Answer),
    /// The step is over.
    Finishing,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum AfterSpending {
    /// Ask the objects at once.
    Attempt(Ask),
    /// Send the question to who keeps the objects.
    Send(Ask),
    Answer(Answer),
    Finish,
}

/// A wait under way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    /// In what state; `None` where it counts as overhead.
    pub(super) state: Option<State>,
    pub(super) shared: u32,
    /// When it is over, where that is known.
    pub(super) over_ns: Option<u64>,
}

/// One program under way.
#[derive(Clone, Debug)]
pub(super) struct Actor {
    pub(super) performer: Performer,
    pub(super) doing: Doing,
    pub(super) wait: Option<Waiting>,
    /// Word of what it waits for, by that number, comes so much later, in ns.
    pub(super) delayed: Option<(u64, u32)>,
    /// When it was asked to start.
    pub(super) began_ns: Option<u64>,
    pub(super) ended_ns: Option<u64>,
    /// When the step under way was begun.
    pub(super) from_ns: u64,
    /// Its time is accounted for up to here.
    told_ns: u64,
    pub(super) stretches: Vec<Stretch>,
    pub(super) done: Vec<Did>,
}

impl Actor {
    pub(super) fn new(program: ProgramId) -> Actor {
        Actor {
            performer: Performer::new(program),
            doing: Doing::Fresh,
            wait: None,
            delayed: None,
            began_ns: None,
            ended_ns: None,
            from_ns: 0,
            told_ns: 0,
            stretches: Vec::new(),
            done: Vec::new(),
        }
    }

    /// It was asked to start at `at_ns` and can run from `ready_ns` on.
    pub(super) fn begin(&mut self, at_ns: u64, ready_ns: u64) {
        self.began_ns = Some(at_ns);
        self.told_ns = ready_ns;
    }

    /// Until `until_ns` it was in `state`.
    pub(super) fn tell(&mut self, until_ns: u64, state: State, shared: u32) {
        let start_ns = self.told_ns;
        if until_ns <= start_ns {
            return;
        }
        self.told_ns = until_ns;
        let place = self.performer.place();
        if let Some(last) = self.stretches.last_mut()
            && last.end_ns == start_ns
            && (last.state, last.shared, last.place) == (state, shared, place)
        {
            last.end_ns = until_ns;
            return;
        }
        self.stretches.push(Stretch {
            program: self.performer.program(),
            start_ns,
            end_ns: until_ns,
            state,
            shared,
            place,
        });
    }

    /// It waits in vain until `until_ns`.
    pub(super) fn wait_in_vain(&mut self, until_ns: u64) {
        if let Some(wait) = self.wait {
            self.tell(until_ns, State::Blocked, wait.shared);
        }
    }

    /// What it does until `until_ns` is overhead that concerns no object: no stretch tells of it.
    pub(super) fn skip(&mut self, until_ns: u64) {
        self.told_ns = self.told_ns.max(until_ns);
    }

    /// It goes on at `at_ns`: its wait is over since a while, and in between it was `queued`.
    pub(super) fn resume(&mut self, at_ns: u64, queued: State) {
        if let Some(wait) = self.wait.take() {
            let over_ns = wait.over_ns.unwrap_or(at_ns).min(at_ns);
            match wait.state {
                Some(state) => self.tell(over_ns, state, wait.shared),
                None => self.skip(over_ns),
            }
        }
        self.tell(at_ns, queued, NO_SHARED);
    }

    /// The step under way is over at `at_ns`.
    pub(super) fn finish_step(&mut self, at_ns: u64, item: Option<ItemId>) {
        let (part, index) = self.performer.step();
        self.done.push(Did {
            program: self.performer.program(),
            part,
            index,
            item,
            from_ns: self.from_ns,
            at_ns,
        });
        self.doing = Doing::Fresh;
    }
}
