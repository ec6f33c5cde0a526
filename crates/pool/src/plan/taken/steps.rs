//! A draft's stretches and deeds as one list of steps. Must not know other programs.

use super::drafts::{Deed, Draft, Mark, Pastime, Stretch};
use super::happenings::Doing;
use crate::plan::{Act, ItemId, Step};
use interleave_trace::Place;

/// A step, and which item it took in the trace.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) step: Step,
    pub(super) took: Option<ItemId>,
}

#[derive(Default)]
struct Lines {
    lines: Vec<Line>,
    compute_ns: u64,
    place: Place,
}

/// The steps of `draft`, whose rows are sorted.
pub(super) fn of(draft: Draft) -> Vec<Line> {
    let mut lines = Lines::default();
    let mut marks = draft.marks.iter().peekable();
    for stretch in &draft.stretches {
        while let Some(mark) = marks.next_if(|mark| mark.at_ns <= stretch.start_ns) {
            lines.deed(mark);
        }
        if stretch.pastime != Pastime::Compute {
            lines.pass(stretch, &draft);
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

impl Lines {
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
            Deed::Do(doing, _) => match doing {
                Doing::Acquire(shared) => self.add(Act::Acquire(shared), place),
                Doing::Release(shared, permits) => {
                    (0..permits).for_each(|_| self.add(Act::Release(shared), place));
                }
                Doing::Put(shared, item) => self.add(Act::Put(shared, item), place),
                Doing::Arrive(shared) => self.add(Act::Arrive(shared), place),
                Doing::Get(shared, item) => {
                    self.add(Act::Take(shared), place);
                    if let Some(line) = self.lines.last_mut() {
                        line.took = Some(item);
                    }
                }
            },
        }
    }
}
