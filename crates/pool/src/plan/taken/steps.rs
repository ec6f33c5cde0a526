//! A draft's stretches and deeds as one list of steps. Must not know other programs.

use super::drafts::{Deed, Draft, Mark, Pastime, Stretch};
use super::happenings::Doing;
use super::table::Table;
use crate::plan::{Act, ItemId, SharedId, SharedKind, Step};
use interleave_trace::Place;
use std::collections::BTreeSet;

/// A step, and which item it took in the trace.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) step: Step,
    pub(super) took: Option<ItemId>,
}

/// The objects whose order in the trace is kept: who waited for whom there waits for them again.
pub(super) type Ordered = BTreeSet<SharedId>;

struct Lines<'a> {
    table: &'a mut Table,
    ordered: &'a Ordered,
    lines: Vec<Line>,
    compute_ns: u64,
    place: Place,
}

/// The steps of `draft`, whose rows are sorted.
pub(super) fn of(draft: &Draft, ordered: &Ordered, table: &mut Table) -> Vec<Line> {
    let mut lines = Lines {
        table,
        ordered,
        lines: Vec::new(),
        compute_ns: 0,
        place: Place::NONE,
    };
    let mut marks = draft.marks.iter().peekable();
    for stretch in &draft.stretches {
        while let Some(mark) = marks.next_if(|mark| mark.at_ns <= stretch.start_ns) {
            lines.deed(mark);
        }
        if stretch.pastime != Pastime::Compute {
            lines.pass(stretch, draft);
            continue;
        }
        let mut at_ns = stretch.start_ns;
        while let Some(mark) = marks.next_if(|mark| mark.at_ns < stretch.end_ns) {
            lines.compute(mark.at_ns - at_ns, stretch.place);
            lines.deed(mark);
            at_ns = mark.at_ns;
        }
        lines.compute(stretch.end_ns - at_ns, stretch.place);
    }
    marks.for_each(|mark| lines.deed(mark));
    lines.close_compute();
    lines.lines
}

impl Lines<'_> {
    fn compute(&mut self, ns: u64, place: Place) {
        if self.compute_ns == 0 {
            self.place = place;
        }
        self.compute_ns += ns;
    }

    fn close_compute(&mut self) {
        let ns = std::mem::take(&mut self.compute_ns);
        if ns > 0 {
            let place = self.place;
            let act = Act::Compute { ns };
            let step = Step { act, place };
            self.lines.push(Line { step, took: None });
        }
    }

    fn add(&mut self, act: Act, place: Place) {
        self.close_compute();
        let step = Step { act, place };
        self.lines.push(Line { step, took: None });
    }

    fn pass(&mut self, stretch: &Stretch, draft: &Draft) {
        let ns = stretch.end_ns - stretch.start_ns;
        let act = match stretch.pastime {
            Pastime::Sleep => Act::Sleep { ns },
            Pastime::Io => Act::Io { ns },
            Pastime::Stall => Act::Stall { ns },
            Pastime::Await { first, count } => {
                for &latch in &draft.latches[first..first + count] {
                    self.add(Act::Await(latch), stretch.place);
                }
                return;
            }
            Pastime::Compute | Pastime::Wait(_) | Pastime::Nothing => return,
        };
        self.add(act, stretch.place);
    }

    fn deed(&mut self, &Mark { deed, place, .. }: &Mark) {
        match deed {
            Deed::Await(latch) => self.add(Act::Await(latch), place),
            Deed::Sleep(ns) => self.add(Act::Sleep { ns }, place),
            Deed::Start(program) => self.add(Act::Start(program), place),
            Deed::Set(latch) => self.add(Act::Set(latch), place),
            Deed::Do(doing, _) => self.act(doing, place),
        }
    }

    fn act(&mut self, doing: Doing, place: Place) {
        let is_ordered = |shared| self.ordered.contains(&shared);
        match doing {
            Doing::Acquire(shared, number) => {
                let permits = match self.table.shared[shared.index()].kind {
                    SharedKind::Counter { permits } => permits,
                    _ => 0,
                };
                if is_ordered(shared)
                    && let Some(release) = number.checked_sub(permits)
                {
                    let latch = self.table.order_of(shared, release);
                    self.add(Act::Await(latch), place);
                }
                self.add(Act::Acquire(shared), place);
            }
            Doing::Release(shared, first, permits) => {
                let is_ordered = is_ordered(shared);
                for release in first..first + permits {
                    self.add(Act::Release(shared), place);
                    if is_ordered {
                        let latch = self.table.order_of(shared, release);
                        self.add(Act::Set(latch), place);
                    }
                }
            }
            Doing::Put(shared, item) if is_ordered(shared) => {
                let latch = self.table.order_of(shared, item.0);
                self.add(Act::Set(latch), place);
            }
            Doing::Get(shared, item) if is_ordered(shared) => {
                let latch = self.table.order_of(shared, item.0);
                self.add(Act::Await(latch), place);
            }
            Doing::Put(shared, item) => self.add(Act::Put(shared, item), place),
            Doing::Arrive(shared) => self.add(Act::Arrive(shared), place),
            Doing::Get(shared, item) => {
                self.add(Act::Take(shared), place);
                if let Some(line) = self.lines.last_mut() {
                    line.took = Some(item);
                }
            }
        }
    }
}
