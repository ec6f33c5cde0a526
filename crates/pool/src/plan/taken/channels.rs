//! Which items carry the work of their takers: where several programs take from one channel, what each
//! did until its next item is carried by the item, so that whoever is free does it.

use super::roster::Roster;
use super::steps::Line;
use super::table::Table;
use crate::plan::{Act, Item, ItemId, ProgramId, SharedId, Step};
use std::collections::{BTreeMap, BTreeSet};

/// Moves steps of `programs` into `items`.
pub(super) fn let_items_carry(
    roster: &Roster,
    table: &Table,
    last_gets_ns: &[u64],
    programs: &mut [Vec<Line>],
    items: &mut [Item],
) {
    let mut takers = takers(programs);
    takers.retain(|_, takers| takers.len() > 1);
    let ends = table.ends();
    // Whoever takes an item must not wait for its own end.
    let waits_for_taker = |channel: SharedId, takers: &BTreeSet<ProgramId>| {
        takers.iter().any(|taker| {
            let segments = segments(&programs[taker.index()], |other| other == channel);
            segments.iter().any(|&(from, to, _)| {
                let lines = &programs[taker.index()][from + 1..to];
                lines.iter().any(|line| match line.step.act {
                    Act::Await(latch) => ends.get(&latch).is_some_and(|end| takers.contains(end)),
                    _ => false,
                })
            })
        })
    };
    let served = |channel: SharedId, takers: &BTreeSet<ProgramId>, shared: &Takers| {
        let serves_it_alone = |taker: &ProgramId| {
            let mut others = shared.iter().filter(|(_, others)| others.contains(taker));
            taker.0 != 0 && others.all(|(&other, _)| other == channel)
        };
        takers.iter().all(serves_it_alone) && !waits_for_taker(channel, takers)
    };
    let service: BTreeSet<SharedId> = takers
        .iter()
        .filter(|&(&channel, own)| served(channel, own, &takers))
        .map(|(&channel, _)| channel)
        .collect();
    for (index, lines) in programs.iter_mut().enumerate() {
        let end_ns = roster.members[index].end_ns;
        let is_awaited = table.done_of(index).is_some();
        // Service ends when all is taken; whoever is awaited before that must end before that.
        let ends_before = |channel: SharedId| {
            is_awaited && end_ns.is_some_and(|end_ns| end_ns < last_gets_ns[channel.index()])
        };
        serve(lines, items, &service, &ends, ends_before);
    }
}

/// Who takes from which channel.
type Takers = BTreeMap<SharedId, BTreeSet<ProgramId>>;

fn takers(programs: &[Vec<Line>]) -> Takers {
    let mut takers = Takers::new();
    for (program, lines) in (0u32..).map(ProgramId).zip(programs) {
        for line in lines {
            if let Act::Take(channel) = line.step.act {
                takers.entry(channel).or_default().insert(program);
            }
        }
    }
    takers
}

/// From each take of the channels in question to the next one, or to the end: `(from, to, item)`.
fn segments(lines: &[Line], is_meant: impl Fn(SharedId) -> bool) -> Vec<(usize, usize, ItemId)> {
    let mut segments: Vec<(usize, usize, ItemId)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let (Act::Take(channel), Some(item)) = (line.step.act, line.took)
            && is_meant(channel)
        {
            if let Some(last) = segments.last_mut() {
                last.1 = at;
            }
            segments.push((at, lines.len(), item));
        }
    }
    segments
}

/// A program that takes from one channel of `service` again and again serves it.
fn serve(
    lines: &mut Vec<Line>,
    items: &mut [Item],
    service: &BTreeSet<SharedId>,
    ends: &BTreeMap<SharedId, ProgramId>,
    ends_before: impl Fn(SharedId) -> bool,
) {
    let segments = segments(lines, |channel| service.contains(&channel));
    let Some(&(first, ..)) = segments.first() else {
        return;
    };
    let Step { act, place } = lines[first].step;
    let Act::Take(channel) = act else { return };
    // What its end needs others' ends for is its own: nobody else ends its process.
    let last = segments.last().map_or(first, |&(from, ..)| from);
    let is_end =
        |line: &Line| matches!(line.step.act, Act::Await(latch) if ends.contains_key(&latch));
    let tail = lines[last..].iter().position(is_end);
    let tail = tail.map_or(lines.len(), |steps| last + steps);
    for (number, &(from, to, item)) in segments.iter().enumerate() {
        let carried = &mut items[item.index()];
        let to = to.min(tail);
        carried.steps = lines[from + 1..to].iter().map(|line| line.step).collect();
        carried.is_last = number + 1 == segments.len() && ends_before(channel);
    }
    let act = Act::Serve(channel);
    let step = Step { act, place };
    let serves = Line { step, took: None };
    lines.splice(first..tail, [serves]);
}
