//! What each wait of the trace becomes: nothing where a step on a shared object stands for it, a latch
//! where somebody ended it, a sleep where nobody did.

use super::drafts::{Deed, Drafts, Mark, Pastime, Stretch, Wait};
use super::edges::{Cause, Wakes, cause_of_loop, deed};
use super::happenings::{Doing, Happenings};
use super::loops;
use super::roster::Roster;
use super::table::{Named, Table};
use crate::plan::{ProgramId, SharedId, SharedKind};
use interleave_trace::{ObjectId, Place, Role, Trace};
use std::collections::BTreeSet;

/// So many stretches are looked at for the step that a wait belongs to.
const LOOK_AHEAD: usize = 16;

/// What a wait becomes.
enum Becomes {
    Nothing,
    Sleep,
    Causes(Vec<Cause>),
}

/// All that is looked at to understand a wait.
struct Seen<'a> {
    trace: &'a Trace,
    roster: &'a Roster,
    wakes: &'a Wakes,
    drafts: &'a Drafts,
    /// `children[program]`: whom it started and saw end, in order of their ends.
    children: &'a [Vec<(u64, ProgramId)>],
}

/// Turns every wait of `drafts` into what it becomes.
pub(super) fn resolve(
    trace: &Trace,
    roster: &Roster,
    happenings: &Happenings,
    drafts: &mut Drafts,
    table: &mut Table,
) {
    let wakes = Wakes::of(trace);
    let children = children(trace, roster);
    let mut bounded = BTreeSet::new();
    let seen = Seen {
        trace,
        roster,
        wakes: &wakes,
        drafts,
        children: &children,
    };
    let mut found = Vec::new();
    for (index, draft) in drafts.programs.iter().enumerate() {
        for (at, stretch) in draft.stretches.iter().enumerate() {
            if let Pastime::Wait(wait) = stretch.pastime {
                let program = ProgramId(index as u32);
                let becomes = seen.becomes(program, at, stretch, wait, &mut bounded);
                found.push((index, at, wait, becomes));
            }
        }
    }
    for channel in bounded {
        if let SharedKind::Channel { capacity, .. } = &mut table.shared[channel.index()].kind {
            *capacity = Some(happenings.depths[channel.index()]);
        }
    }
    let mut awaited = BTreeSet::new();
    for (program, at, wait, becomes) in found {
        let pastime = match becomes {
            Becomes::Nothing => Pastime::Nothing,
            Becomes::Sleep => Pastime::Sleep,
            Becomes::Causes(causes) => {
                let latches = causes.iter().map(|&cause| {
                    latch(drafts, table, cause, || named(trace, roster, wait, cause))
                });
                let mut latches: Vec<SharedId> = latches.flatten().collect();
                // What is set stays set.
                latches.retain(|&latch| awaited.insert((program, latch)));
                let own = &mut drafts.programs[program].latches;
                let (first, count) = (own.len(), latches.len());
                own.extend(latches);
                Pastime::Await { first, count }
            }
        };
        drafts.programs[program].stretches[at].pastime = pastime;
    }
    loops::await_causes(trace, roster, &wakes, drafts, table);
    drafts.programs.iter_mut().for_each(|draft| draft.sort());
}

/// The latch that `cause` sets; none for a timer.
pub(super) fn latch(
    drafts: &mut Drafts,
    table: &mut Table,
    cause: Cause,
    named: impl FnOnce() -> Named,
) -> Option<SharedId> {
    match cause {
        Cause::End(program) => Some(table.end_of(program, named)),
        Cause::Deed(program, at_ns) => {
            let (latch, is_new) = table.instant_of(program, at_ns, named);
            if is_new {
                drafts.mark(program, at_ns, Deed::Set(latch), Place::NONE);
            }
            Some(latch)
        }
        Cause::Timer { .. } => None,
    }
}

/// What a latch is called: as the object that was waited for, or as the program that is awaited.
fn named(trace: &Trace, roster: &Roster, wait: Wait, cause: Cause) -> Named {
    match (wait.object, cause) {
        (_, Cause::End(program)) => {
            let lane = roster.members[program.index()].lane;
            (String::new(), trace.lanes[lane.index()].name.clone())
        }
        (Some(object), _) => {
            let object = &trace.objects[object.index()];
            (object.kind.clone(), object.label.clone())
        }
        (None, _) => Named::default(),
    }
}

/// Whom each program started, where they ended.
fn children(trace: &Trace, roster: &Roster) -> Vec<Vec<(u64, ProgramId)>> {
    let mut children = vec![Vec::new(); roster.members.len()];
    for (index, member) in roster.members.iter().enumerate().skip(1) {
        let child = ProgramId(index as u32);
        if let Some(end_ns) = member.end_ns {
            children[roster.starter(trace, child).index()].push((end_ns, child));
        }
    }
    children.iter_mut().for_each(|born| born.sort_unstable());
    children
}

impl Seen<'_> {
    fn becomes(
        &self,
        program: ProgramId,
        at: usize,
        stretch: &Stretch,
        wait: Wait,
        bounded: &mut BTreeSet<SharedId>,
    ) -> Becomes {
        let member = &self.roster.members[program.index()];
        let stretches = &self.drafts.programs[program.index()].stretches;
        if member.end_ns.is_none() && at + 1 == stretches.len() {
            return Becomes::Nothing;
        }
        let wake = self
            .wakes
            .ended(member.thread, stretch.start_ns, stretch.end_ns);
        if wait.is_of_thread && wake.is_none() {
            return Becomes::Sleep;
        }
        if let Some(doing) = self.step_of(program, at, wait) {
            if let Doing::Put(channel, _) = doing {
                bounded.insert(channel);
            }
            return Becomes::Nothing;
        }
        match wake {
            Some(wake) if wait.is_of_thread => {
                if let Some(holder) = wait.holder
                    && wait
                        .object
                        .is_some_and(|object| self.role(object) == Role::Thread)
                {
                    let awaited = self.roster.of_thread(holder);
                    let end_ns = self.roster.members[awaited.index()].end_ns;
                    if end_ns.is_some_and(|end_ns| end_ns <= stretch.end_ns) {
                        return Becomes::Causes(self.ends_by(program, awaited, stretch.end_ns));
                    }
                }
                let waker = self.roster.doer(wake.from, wake.at_ns);
                let says_only_that_it_runs = wait.object.is_none()
                    && self.roster.starter(self.trace, waker) == program
                    && waker != ProgramId(0)
                    && self.has_only_run(waker, wake.at_ns);
                match says_only_that_it_runs || waker == program {
                    true => Becomes::Nothing,
                    false => Becomes::Causes(vec![deed(self.roster, waker, wake.at_ns)]),
                }
            }
            _ => self.task_becomes(program, stretch, wait),
        }
    }

    /// Who waits for one of its threads waits for all of them that were over by then: a wait for what
    /// is over leaves nothing in a trace, and in another order it may be over later.
    fn ends_by(&self, program: ProgramId, awaited: ProgramId, at_ns: u64) -> Vec<Cause> {
        let lane = |program: ProgramId| {
            let member = &self.roster.members[program.index()];
            &self.trace.lanes[member.lane.index()]
        };
        let own = lane(program).process;
        let is_process = |program: ProgramId| lane(program).process != own;
        let born = &self.children[program.index()];
        let over = born.partition_point(|&(ended_ns, _)| ended_ns <= at_ns);
        let likewise = born[..over]
            .iter()
            .map(|&(_, child)| child)
            .filter(|&child| {
                let is_thread = self.roster.members[child.index()].turns_on.is_none();
                is_thread && !lane(child).daemon && is_process(child) == is_process(awaited)
            });
        let mut ends: Vec<ProgramId> = likewise.collect();
        if !ends.contains(&awaited) {
            ends.push(awaited);
        }
        ends.into_iter().map(Cause::End).collect()
    }

    fn role(&self, object: ObjectId) -> Role {
        self.trace.objects[object.index()].role
    }

    /// Whether `program` had waited for nothing before `at_ns`.
    fn has_only_run(&self, program: ProgramId, at_ns: u64) -> bool {
        let stretches = &self.drafts.programs[program.index()].stretches;
        let before = stretches
            .iter()
            .take_while(|stretch| stretch.start_ns < at_ns);
        before
            .take(LOOK_AHEAD)
            .all(|stretch| stretch.pastime == Pastime::Compute)
    }

    /// The step that the wait is part of: on the same object, or the taking of an item where what is
    /// waited for is not shown or another part of the channel.
    fn step_of(&self, program: ProgramId, at: usize, wait: Wait) -> Option<Doing> {
        let draft = &self.drafts.programs[program.index()];
        let stretch = &draft.stretches[at];
        let may_be_channel = |object: Option<ObjectId>| {
            object.is_none_or(|object| self.role(object) == Role::Channel)
        };
        let is_quiet = may_be_channel(wait.object);
        let goes_on = |later: &&Stretch| match later.pastime {
            Pastime::Compute => true,
            Pastime::Wait(other) if other.object == wait.object => true,
            Pastime::Wait(other) => {
                is_quiet && may_be_channel(other.object) && later.place == stretch.place
            }
            _ => false,
        };
        let rest = &draft.stretches[at + 1..];
        let mut ahead = rest.iter().take(LOOK_AHEAD).skip_while(goes_on);
        let until_ns = ahead.next().map_or(u64::MAX, |later| later.start_ns);
        let from = draft
            .marks
            .partition_point(|mark| mark.at_ns < stretch.end_ns);
        let later = draft.marks[from..]
            .iter()
            .take_while(|mark| mark.at_ns <= until_ns)
            .take(LOOK_AHEAD);
        for mark in later.clone() {
            match mark.deed {
                Deed::Do(doing, of) if Some(of) == wait.object => match doing {
                    Doing::Arrive(_) => break,
                    Doing::Put(..) if mark.place != stretch.place => {}
                    _ => return Some(doing),
                },
                _ => {}
            }
        }
        let is_by_the_way =
            |mark: &&Mark| matches!(mark.deed, Deed::Do(Doing::Release(..), _) | Deed::Set(_));
        if is_quiet
            && let Some(next) = later.clone().find(|mark| !is_by_the_way(mark))
            && let Deed::Do(doing @ Doing::Get(..), _) = next.deed
            && next.place == stretch.place
        {
            return Some(doing);
        }
        // Who arrives waits after that.
        let before = draft.marks[..from].iter().rev().take(LOOK_AHEAD);
        let mut own = before.filter_map(|mark| match mark.deed {
            Deed::Do(doing, of) if Some(of) == wait.object => Some(doing),
            _ => None,
        });
        own.next().filter(|doing| matches!(doing, Doing::Arrive(_)))
    }

    /// A task's wait that no step stands for.
    fn task_becomes(&self, program: ProgramId, stretch: &Stretch, wait: Wait) -> Becomes {
        let member = &self.roster.members[program.index()];
        let turns = &self.roster.turns[member.thread.index()];
        let end_ns = stretch.end_ns;
        let mut causes = Vec::new();
        if wait
            .object
            .is_some_and(|object| self.role(object) == Role::Thread)
        {
            let born = &self.children[program.index()];
            let first = born.partition_point(|&(ended_ns, _)| ended_ns <= stretch.start_ns);
            let last = born.partition_point(|&(ended_ns, _)| ended_ns <= end_ns);
            let own = born[first..last.max(first)].iter();
            causes.extend(own.map(|&(_, child)| Cause::End(child)));
        }
        let main = match turns.at(end_ns) {
            Some(other) => Some(deed(self.roster, other, end_ns)),
            None => cause_of_loop(self.roster, self.drafts, self.wakes, member.thread, end_ns),
        };
        match main {
            Some(Cause::Timer { .. }) if causes.is_empty() => return Becomes::Sleep,
            Some(Cause::Deed(other, _) | Cause::End(other)) if other == program => {}
            Some(cause @ (Cause::Deed(..) | Cause::End(_))) if !causes.contains(&cause) => {
                causes.push(cause);
            }
            _ => {}
        }
        Becomes::Causes(causes)
    }
}
