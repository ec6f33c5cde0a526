//! Whether a measured run is a whole one: every step of the plan done once, in an order that its
//! locks, channels, latches and barriers allow, the GIL never held by two. Judges only what the
//! clocks leave no doubt about: a step happened somewhere between its two times.

use super::account::act_of;
use crate::objects::Answer;
use crate::perform::{Next, Performer};
use crate::plan::{Act, Plan, ProgramId, Shared, SharedKind};
use crate::protocol::{Did, Measured, Way};
use interleave_trace::State;

/// Whether `run` did all of `plan` as `way` must. `has_gil`: the scenario's machine has a GIL, for
/// [`Way::AsWritten`]. Workers' clocks differ by at most `tolerance_ns`.
pub fn validate(
    plan: &Plan,
    run: &Measured,
    way: Way,
    has_gil: bool,
    tolerance_ns: u64,
) -> Result<(), String> {
    let judge = Judge {
        plan,
        run,
        tolerance_ns,
    };
    judge.times()?;
    judge.programs()?;
    judge.items()?;
    judge.starts()?;
    for (number, shared) in plan.shared.iter().enumerate() {
        let told = judge.told_of(number as u32);
        judge.shared(shared, &told).map_err(|wrong| {
            let Shared { name, label, .. } = shared;
            format!("shared object {number} ({name} {label}): {wrong}")
        })?;
    }
    judge.turns(way, has_gil)
}

struct Judge<'a> {
    plan: &'a Plan,
    run: &'a Measured,
    tolerance_ns: u64,
}

/// What was done to one shared object: `(act, what was done, in what order it can have been)`.
type Told<'a> = Vec<(Act, &'a Did)>;

fn sorted(mut times: Vec<u64>) -> Vec<u64> {
    times.sort_unstable();
    times
}

/// How many of the sorted `times` are not after `at_ns`.
fn until(times: &[u64], at_ns: u64) -> usize {
    times.partition_point(|&time| time <= at_ns)
}

impl Judge<'_> {
    fn times(&self) -> Result<(), String> {
        let programs = self.plan.programs.len();
        let mut told_ns = vec![0; programs];
        for stretch in &self.run.stretches {
            let program = stretch.program.index();
            if program >= programs {
                return Err(format!("a stretch of an unknown program {program}"));
            }
            if stretch.start_ns < told_ns[program] || stretch.end_ns < stretch.start_ns {
                return Err(format!("stretches of program {program} overlap"));
            }
            told_ns[program] = stretch.end_ns;
        }
        let mut done_ns = vec![0; programs];
        for did in &self.run.done {
            let program = did.program.index();
            if program >= programs {
                return Err(format!("a step of an unknown program {program}"));
            }
            if did.from_ns < done_ns[program] || did.at_ns < did.from_ns {
                return Err(format!("steps of program {program} overlap: {did:?}"));
            }
            done_ns[program] = did.at_ns;
        }
        for (program, done_ns) in done_ns.into_iter().enumerate() {
            let began_ns = self.run.began_ns.get(program).copied();
            let ended_ns = self.run.ended_ns.get(program).copied();
            let (Some(began_ns), Some(ended_ns)) = (began_ns, ended_ns) else {
                return Err(format!("program {program} has no begin or end"));
            };
            if ended_ns == u64::MAX {
                return Err(format!("program {program} never ended"));
            }
            if ended_ns < began_ns || ended_ns < done_ns {
                return Err(format!("program {program} ended before it was over"));
            }
        }
        Ok(())
    }

    /// Every program did its steps and those of the items that it took, once and in order.
    fn programs(&self) -> Result<(), String> {
        let mut all = vec![Vec::new(); self.plan.programs.len()];
        for did in &self.run.done {
            all[did.program.index()].push(did);
        }
        for (number, own) in (0..).zip(all) {
            let mut performer = Performer::new(ProgramId(number));
            for did in own {
                let next = performer.next(self.plan);
                if next == Next::Done {
                    return Err(format!("program {number} did more than it has: {did:?}"));
                }
                if performer.step() != (did.part, did.index) {
                    let step = performer.step();
                    return Err(format!("program {number} did {did:?} instead of {step:?}"));
                }
                if let Next::Ask(_) = next {
                    performer.answer(self.plan, answer(self.plan, did)?);
                }
            }
            if performer.next(self.plan) != Next::Done {
                let step = performer.step();
                return Err(format!("program {number} stopped before {step:?}"));
            }
        }
        Ok(())
    }

    /// Each item was taken once, and none that was not put.
    fn items(&self) -> Result<(), String> {
        let mut put = vec![0u32; self.plan.items.len()];
        let mut taken = vec![0u32; self.plan.items.len()];
        for did in &self.run.done {
            if let Some(Act::Put(_, item)) = act_of(self.plan, did) {
                put[item.index()] += 1;
            }
            if let Some(item) = did.item {
                taken[item.index()] += 1;
            }
        }
        for (item, (put, taken)) in put.into_iter().zip(taken).enumerate() {
            if put > 1 || taken > 1 {
                return Err(format!(
                    "item {item} was put {put} times, taken {taken} times"
                ));
            }
            if taken > put {
                return Err(format!("item {item} was taken and never put"));
            }
        }
        Ok(())
    }

    /// Nobody did anything before somebody started it.
    fn starts(&self) -> Result<(), String> {
        let mut started_ns = vec![None; self.plan.programs.len()];
        started_ns[0] = Some(0);
        for did in &self.run.done {
            if let Some(Act::Start(child)) = act_of(self.plan, did)
                && started_ns[child.index()].replace(did.from_ns).is_some()
            {
                return Err(format!("program {} was started twice", child.0));
            }
        }
        for did in &self.run.done {
            let program = did.program.index();
            let Some(started_ns) = started_ns[program] else {
                return Err(format!("program {program} ran and was never started"));
            };
            if did.at_ns + self.tolerance_ns < started_ns {
                return Err(format!("program {program} ran before it was started"));
            }
        }
        Ok(())
    }

    fn told_of(&self, shared: u32) -> Told<'_> {
        let told = self.run.done.iter().filter_map(|did| {
            let act = act_of(self.plan, did)?;
            let of = match act {
                Act::Acquire(of)
                | Act::Release(of)
                | Act::Put(of, _)
                | Act::Take(of)
                | Act::Serve(of)
                | Act::Set(of)
                | Act::Await(of)
                | Act::Arrive(of) => of.0,
                _ => return None,
            };
            (of == shared).then_some((act, did))
        });
        told.collect()
    }

    fn shared(&self, shared: &Shared, told: &Told<'_>) -> Result<(), String> {
        let from = |wanted: fn(&Act) -> bool| {
            let some = told.iter().filter(|(act, _)| wanted(act));
            sorted(some.map(|(_, did)| did.from_ns).collect())
        };
        let at = |wanted: fn(&Act) -> bool| {
            let some = told.iter().filter(|(act, _)| wanted(act));
            sorted(some.map(|(_, did)| did.at_ns).collect())
        };
        match shared.kind {
            SharedKind::Counter { permits } => {
                let released = from(|act| matches!(act, Act::Release(_)));
                let acquired = at(|act| matches!(act, Act::Acquire(_)));
                self.never_more(&acquired, &released, permits as usize, "permits taken")
            }
            SharedKind::Latch => {
                let set_ns = from(|act| matches!(act, Act::Set(_)));
                let passed = at(|act| matches!(act, Act::Await(_)));
                match (set_ns.first(), passed.first()) {
                    (None, Some(_)) => Err("passed and never set".to_owned()),
                    (Some(set_ns), Some(passed_ns)) if passed_ns + self.tolerance_ns < *set_ns => {
                        Err(format!("passed at {passed_ns} ns, set at {set_ns} ns"))
                    }
                    _ => Ok(()),
                }
            }
            SharedKind::Barrier { parties } => {
                let parties = parties.max(1) as usize;
                let arrived = from(|act| matches!(act, Act::Arrive(_)));
                let passed = at(|act| matches!(act, Act::Arrive(_)));
                for (number, passed_ns) in passed.iter().enumerate() {
                    let needed = (number / parties + 1) * parties;
                    let there = until(&arrived, passed_ns + self.tolerance_ns);
                    if there < needed {
                        return Err(format!("passed by {} of {needed}", there));
                    }
                }
                Ok(())
            }
            SharedKind::Channel {
                capacity, takes, ..
            } => {
                let takes = takes as usize;
                self.channel(told, capacity.map(|most| most as usize), takes)
            }
        }
    }

    /// `taken[n]` needs that all but `at_first` of those up to it were `given` before.
    fn never_more(
        &self,
        taken: &[u64],
        given: &[u64],
        at_first: usize,
        what: &str,
    ) -> Result<(), String> {
        for (number, at_ns) in taken.iter().enumerate() {
            let there = at_first + until(given, at_ns + self.tolerance_ns);
            if number + 1 > there {
                let taken = number + 1;
                return Err(format!("{what}: {taken} of {there} at {at_ns} ns"));
            }
        }
        Ok(())
    }

    fn channel(
        &self,
        told: &Told<'_>,
        capacity: Option<usize>,
        takes: usize,
    ) -> Result<(), String> {
        let puts = told.iter().filter_map(|(act, did)| match act {
            Act::Put(_, item) => Some((*item, *did)),
            _ => None,
        });
        let puts: Vec<_> = puts.collect();
        let taken = told.iter().filter_map(|(_, did)| Some((did.item?, *did)));
        let taken: Vec<_> = taken.collect();
        if taken.len() > takes {
            return Err(format!("{} items taken of {takes}", taken.len()));
        }
        if taken.len() < takes.min(puts.len()) {
            return Err(format!(
                "lost items: {} of {} taken",
                taken.len(),
                puts.len()
            ));
        }
        let taken_from = sorted(taken.iter().map(|(_, did)| did.from_ns).collect());
        if let Some(most) = capacity {
            let put_at = sorted(puts.iter().map(|(_, did)| did.at_ns).collect());
            self.never_more(&put_at, &taken_from, most, "items in it")?;
        }
        // `take_of[item]`
        let mut take_of = vec![None; self.plan.items.len()];
        for (item, did) in &taken {
            take_of[item.index()] = Some(*did);
        }
        let mut by_from = puts.clone();
        by_from.sort_by_key(|(_, did)| did.from_ns);
        let mut by_at = puts;
        by_at.sort_by_key(|(_, did)| did.at_ns);
        let mut earlier = by_at.into_iter().peekable();
        let mut latest_ns = 0;
        for (item, put) in by_from {
            // All that was certainly put before this item must not certainly be taken after it.
            while let Some((other, _)) =
                earlier.next_if(|(_, other)| other.at_ns + self.tolerance_ns < put.from_ns)
            {
                let taken_ns = take_of[other.index()].map(|did: &Did| did.from_ns);
                latest_ns = latest_ns.max(taken_ns.unwrap_or(u64::MAX - self.tolerance_ns));
            }
            let Some(take) = take_of[item.index()] else {
                continue;
            };
            if take.at_ns + self.tolerance_ns < put.from_ns {
                return Err(format!("item {} was taken before it was put", item.0));
            }
            if take.at_ns + self.tolerance_ns < latest_ns {
                return Err(format!("item {} overtook an earlier one", item.0));
            }
        }
        Ok(())
    }

    /// Who takes turns never runs at the same time: under a GIL, on one worker.
    fn turns(&self, way: Way, has_gil: bool) -> Result<(), String> {
        let mut running: Vec<(usize, u64, u64, ProgramId)> = Vec::new();
        let has_gil = way.has_gil(has_gil);
        for stretch in &self.run.stretches {
            let group = match has_gil {
                true => way.process_of(self.plan, stretch.program) as usize,
                false => way.worker_of(self.plan, stretch.program).index(),
            };
            if stretch.state == State::Running {
                running.push((group, stretch.start_ns, stretch.end_ns, stretch.program));
            }
        }
        running.sort_unstable();
        for pair in running.windows(2) {
            let ((group, _, end_ns, one), (next, start_ns, _, other)) = (pair[0], pair[1]);
            if group == next && one != other && start_ns + self.tolerance_ns < end_ns {
                let (one, other) = (one.0, other.0);
                return Err(format!(
                    "programs {one} and {other} ran at once: until {end_ns} ns, from {start_ns} ns"
                ));
            }
        }
        Ok(())
    }
}

fn answer(plan: &Plan, did: &Did) -> Result<Answer, String> {
    let act = act_of(plan, did);
    match (act, did.item) {
        (Some(Act::Take(_) | Act::Serve(_)), Some(item)) if item.index() < plan.items.len() => {
            Ok(Answer::Item(item))
        }
        (Some(Act::Take(_) | Act::Serve(_)), None) => Ok(Answer::Closed),
        (_, None) => Ok(Answer::Done),
        _ => Err(format!("no such item: {did:?}")),
    }
}
