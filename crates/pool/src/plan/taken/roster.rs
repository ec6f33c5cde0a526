//! Who takes part: a program for each lane that shows a thread or a task, in order of birth. Must not
//! know what they do.

use super::turns::{Turn, Turns};
use crate::plan::ProgramId;
use interleave_trace::MAX_TASK_LANES;
use interleave_trace::{LaneId, LaneKind, State, ThreadId, Trace};

/// A program to be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) lane: LaneId,
    /// The thread that it is, or that it takes turns on.
    pub(super) thread: ThreadId,
    pub(super) turns_on: Option<ProgramId>,
    pub(super) start_ns: u64,
    /// When it was over; `None` where it was cut off, as it waited or worked, by the end of its process.
    pub(super) end_ns: Option<u64>,
}

/// Everybody.
pub(super) struct Roster {
    pub(super) members: Vec<Member>,
    by_thread: Vec<ProgramId>,
    /// `turns[thread]`
    pub(super) turns: Vec<Turns>,
}

impl Roster {
    pub(super) fn of(trace: &Trace) -> Roster {
        let mut by_thread = vec![ProgramId(0); trace.thread_lanes.len()];
        let lanes = (0u32..).map(LaneId).zip(&trace.lanes);
        let shown: Vec<_> = lanes.filter(|(_, lane)| takes_part(lane.kind)).collect();
        for (program, (_, lane)) in (0u32..).map(ProgramId).zip(&shown) {
            if let LaneKind::Thread(thread) = lane.kind {
                by_thread[thread.index()] = program;
            }
        }
        let members = shown.iter().map(|&(id, lane)| {
            let (thread, turns_on) = match (lane.kind, lane.parent) {
                (LaneKind::Thread(thread), _) => (thread, None),
                (_, Some(thread)) => (thread, Some(by_thread[thread.index()])),
                (_, None) => (ThreadId(0), Some(ProgramId(0))),
            };
            Member {
                lane: id,
                thread,
                turns_on,
                start_ns: lane.start_ns,
                end_ns: lane.end_ns.or_else(|| end_with_process(trace, id)),
            }
        });
        let members: Vec<Member> = members.collect();
        let turns = turns(trace, &members, by_thread.len());
        Roster {
            members,
            by_thread,
            turns,
        }
    }

    /// The program of `thread` itself.
    pub(super) fn of_thread(&self, thread: ThreadId) -> ProgramId {
        self.by_thread[thread.index()]
    }

    /// Who did something on `thread` at `at_ns`.
    pub(super) fn doer(&self, thread: ThreadId, at_ns: u64) -> ProgramId {
        let turn = self.turns[thread.index()].at(at_ns);
        turn.unwrap_or(self.of_thread(thread))
    }

    /// Who started a program.
    pub(super) fn starter(&self, trace: &Trace, program: ProgramId) -> ProgramId {
        let member = &self.members[program.index()];
        let parent = trace.lanes[member.lane.index()].parent;
        let doer = parent.map_or(ProgramId(0), |thread| self.doer(thread, member.start_ns));
        match doer == program {
            true => member.turns_on.unwrap_or(ProgramId(0)),
            false => doer,
        }
    }
}

fn takes_part(kind: LaneKind) -> bool {
    match kind {
        LaneKind::Thread(_) => true,
        // The lane that stands for all further tasks has no slices.
        LaneKind::Task(task) => task.index() < MAX_TASK_LANES,
        LaneKind::Gil(_) | LaneKind::Core(_) => false,
    }
}

/// The main thread of a process has no end of its own: it ends with its process, unless it still
/// waited then.
fn end_with_process(trace: &Trace, id: LaneId) -> Option<u64> {
    let lane = &trace.lanes[id.index()];
    let end_ns = trace.processes.get(lane.process.index())?.end_ns?;
    let mut firsts = trace
        .lanes
        .iter()
        .filter(|other| other.process == lane.process && matches!(other.kind, LaneKind::Thread(_)));
    let is_main = firsts.next().is_some_and(|first| std::ptr::eq(first, lane));
    let slices = &trace.slices[id.index()];
    let last = slices.len().checked_sub(1).map(|last| slices.get(last));
    let ran_last = last.is_none_or(|slice| slice.state == State::Running);
    (is_main && ran_last).then_some(end_ns)
}

fn turns(trace: &Trace, members: &[Member], threads: usize) -> Vec<Turns> {
    let mut stretches = vec![Vec::new(); threads];
    let mut births_ns = vec![Vec::new(); threads];
    let mut deaths_ns = vec![Vec::new(); threads];
    let programs = (0u32..).map(ProgramId).zip(members);
    for (program, member) in programs.filter(|(_, member)| member.turns_on.is_some()) {
        let thread = member.thread.index();
        births_ns[thread].push(member.start_ns);
        deaths_ns[thread].extend(member.end_ns);
        let slices = trace.slices[member.lane.index()].iter();
        let running = slices.filter(|slice| slice.state == State::Running);
        stretches[thread].extend(running.map(|slice| Turn {
            start_ns: slice.start_ns,
            end_ns: slice.end_ns,
            program,
            place: slice.place,
        }));
    }
    let rows = stretches.into_iter().zip(births_ns).zip(deaths_ns);
    rows.map(|((stretches, births_ns), deaths_ns)| Turns::of(stretches, births_ns, deaths_ns))
        .collect()
}
