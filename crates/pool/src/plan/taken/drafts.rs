//! Drafts of programs: who did what, when, in order of the trace's time. A thread's time that passed
//! in a task's turn is the task's. Must not know what waits were for.

use super::happenings::{Doing, Happenings};
use super::roster::Roster;
use super::turns::Idle;
use crate::plan::{ProgramId, SharedId};
use interleave_trace::{LaneId, ObjectId, Place, Slice, State, ThreadId, Trace};

/// What passes time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pastime {
    Compute,
    Sleep,
    Io,
    Stall,
    /// A wait whose meaning is not known yet.
    Wait(Wait),
    /// A wait for latches: those from here on in the draft's list, so many.
    Await {
        first: usize,
        count: usize,
    },
    /// A wait that another step stands for.
    Nothing,
}

/// A wait as the trace tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) object: Option<ObjectId>,
    pub(super) holder: Option<ThreadId>,
    /// Whether its thread waited, and not one of the tasks that share it.
    pub(super) is_of_thread: bool,
}

/// A stretch of a program: `[start_ns, end_ns)`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) start_ns: u64,
    pub(super) end_ns: u64,
    pub(super) pastime: Pastime,
    pub(super) place: Place,
}

/// What takes no time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Deed {
    Await(SharedId),
    /// What a loop waited for its own timer.
    Sleep(u64),
    Do(Doing, ObjectId),
    Start(ProgramId),
    Set(SharedId),
}

impl Deed {
    /// What is waited for comes before what is done at the same instant.
    fn rank(self) -> u8 {
        u8::from(!matches!(self, Deed::Await(_) | Deed::Sleep(_)))
    }
}

/// A deed at its instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) at_ns: u64,
    pub(super) deed: Deed,
    pub(super) place: Place,
}

/// One program to be.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) stretches: Vec<Stretch>,
    pub(super) marks: Vec<Mark>,
    pub(super) latches: Vec<SharedId>,
}

impl Draft {
    pub(super) fn sort(&mut self) {
        self.stretches.sort_by_key(|stretch| stretch.start_ns);
        self.marks
            .sort_by_key(|mark| (mark.at_ns, mark.deed.rank()));
    }
}

/// All drafts.
pub(super) struct Drafts {
    pub(super) programs: Vec<Draft>,
    /// `idles[thread]`: when a thread waited for its tasks to have something to do.
    pub(super) idles: Vec<Vec<Idle>>,
}

/// A loop's own work before a turn is the turn's if it is shorter than this: that is what it costs
/// to come to its turn, and no callback's work.
pub(super) const TURN_COST_NS: u64 = 200_000;

impl Drafts {
    pub(super) fn of(trace: &Trace, roster: &Roster, happenings: &Happenings) -> Drafts {
        let mut drafts = Drafts {
            programs: vec![Draft::default(); roster.members.len()],
            idles: vec![Vec::new(); trace.thread_lanes.len()],
        };
        for (program, member) in (0u32..).map(ProgramId).zip(&roster.members) {
            match member.turns_on {
                None => drafts.read_thread(trace, roster, program, member.lane, member.thread),
                Some(_) => drafts.read_task(trace, program, member.lane),
            }
        }
        for (index, event) in trace.object_events.iter().enumerate() {
            if let Some((doing, object)) = happenings.doing(trace, index) {
                let doer = roster.doer(event.thread, event.at_ns);
                drafts.mark(doer, event.at_ns, Deed::Do(doing, object), event.place);
            }
        }
        for (program, member) in (0u32..).map(ProgramId).zip(&roster.members).skip(1) {
            let starter = roster.starter(trace, program);
            let deed = Deed::Start(program);
            drafts.mark(starter, member.start_ns, deed, Place::NONE);
        }
        drafts.programs.iter_mut().for_each(Draft::sort);
        drafts
    }

    pub(super) fn mark(&mut self, program: ProgramId, at_ns: u64, deed: Deed, place: Place) {
        let marks = &mut self.programs[program.index()].marks;
        marks.push(Mark { at_ns, deed, place });
    }

    fn add(&mut self, program: ProgramId, from_ns: u64, to_ns: u64, pastime: Pastime, of: Slice) {
        if from_ns < to_ns {
            self.programs[program.index()].stretches.push(Stretch {
                start_ns: from_ns,
                end_ns: to_ns,
                pastime,
                place: of.place,
            });
        }
    }

    fn read_task(&mut self, trace: &Trace, program: ProgramId, lane: LaneId) {
        for slice in trace.slices[lane.index()].iter() {
            let pastime = match slice.state {
                State::Running | State::WaitingGil | State::WaitingCore => continue,
                State::Sleeping => Pastime::Sleep,
                State::Io => Pastime::Io,
                State::Blocked => Pastime::Wait(Wait {
                    object: slice.object,
                    holder: slice.holder,
                    is_of_thread: false,
                }),
            };
            self.add(program, slice.start_ns, slice.end_ns, pastime, slice);
        }
    }

    fn read_thread(
        &mut self,
        trace: &Trace,
        roster: &Roster,
        own: ProgramId,
        lane: LaneId,
        thread: ThreadId,
    ) {
        let turns = &roster.turns[thread.index()];
        for slice in trace.slices[lane.index()].iter() {
            let task = turns.from(slice.start_ns);
            let program = task.unwrap_or(own);
            let pastime = match slice.state {
                State::WaitingGil | State::WaitingCore => continue,
                State::Running => {
                    self.share_out(roster, own, thread, slice);
                    continue;
                }
                State::Sleeping | State::Io if task.is_some() => Pastime::Stall,
                State::Sleeping => Pastime::Sleep,
                State::Io => Pastime::Io,
                State::Blocked => {
                    let is_idle = task.is_none() && slice.object.is_none();
                    if is_idle && turns.has_tasks(slice.start_ns) {
                        self.idles[thread.index()].push(Idle {
                            start_ns: slice.start_ns,
                            end_ns: slice.end_ns,
                        });
                        continue;
                    }
                    Pastime::Wait(Wait {
                        object: slice.object,
                        holder: slice.holder,
                        is_of_thread: true,
                    })
                }
            };
            self.add(program, slice.start_ns, slice.end_ns, pastime, slice);
        }
    }

    /// A thread's running: each turn's part is its task's.
    fn share_out(&mut self, roster: &Roster, own: ProgramId, thread: ThreadId, slice: Slice) {
        let turns = &roster.turns[thread.index()];
        let mut at_ns = slice.start_ns;
        for turn in turns.within(slice.start_ns, slice.end_ns) {
            if at_ns < turn.start_ns {
                self.between(roster, own, turn.program, (at_ns, turn.start_ns), slice);
            }
            let from_ns = turn.start_ns.max(slice.start_ns);
            let to_ns = turn.end_ns.min(slice.end_ns);
            let place = turn.place;
            let of_turn = Slice { place, ..slice };
            self.add(turn.program, from_ns, to_ns, Pastime::Compute, of_turn);
            at_ns = to_ns;
        }
        match turns.after(slice.end_ns) {
            Some(next) if next.start_ns == slice.end_ns => {
                self.between(roster, own, next.program, (at_ns, slice.end_ns), slice);
            }
            _ => self.add(own, at_ns, slice.end_ns, Pastime::Compute, slice),
        }
    }

    /// What passed between two turns: the next one's, as far as it is what it costs to come to a turn.
    fn between(
        &mut self,
        roster: &Roster,
        own: ProgramId,
        next: ProgramId,
        (from_ns, to_ns): (u64, u64),
        slice: Slice,
    ) {
        let birth_ns = roster.members[next.index()].start_ns;
        let from_next_ns = birth_ns.clamp(from_ns, to_ns);
        if to_ns - from_next_ns < TURN_COST_NS {
            self.add(own, from_ns, from_next_ns, Pastime::Compute, slice);
            self.add(next, from_next_ns, to_ns, Pastime::Compute, slice);
        } else {
            self.add(own, from_ns, to_ns, Pastime::Compute, slice);
        }
    }
}
