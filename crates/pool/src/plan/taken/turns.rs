//! Whose turn it is on a thread that tasks share. Must not know what they do in it.

use crate::plan::ProgramId;
use interleave_trace::Place;

/// A task's turn on its thread: `[start_ns, end_ns)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) start_ns: u64,
    pub(super) end_ns: u64,
    pub(super) program: ProgramId,
    pub(super) place: Place,
}

/// A stretch in which a thread waited for its tasks to have something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Idle {
    pub(super) start_ns: u64,
    pub(super) end_ns: u64,
}

/// The turns on one thread, in order of time; none where no task runs on it.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns {
    turns: Vec<Turn>,
    births_ns: Vec<u64>,
    deaths_ns: Vec<u64>,
}

impl Turns {
    /// Turns out of stretches that may lie in each other: the inner one's turn it is. `births_ns` and
    /// `deaths_ns` are those of the thread's tasks.
    pub(super) fn of(
        mut stretches: Vec<Turn>,
        mut births_ns: Vec<u64>,
        mut deaths_ns: Vec<u64>,
    ) -> Turns {
        stretches.sort_by_key(|turn| (turn.start_ns, std::cmp::Reverse(turn.end_ns)));
        births_ns.sort_unstable();
        deaths_ns.sort_unstable();
        let mut turns = Vec::with_capacity(stretches.len());
        let mut open: Vec<Turn> = Vec::new();
        let mut now_ns = 0;
        let last = u64::MAX;
        for next in stretches.iter().copied().map(Some).chain([None]) {
            let until_ns = next.map_or(last, |next| next.start_ns);
            while let Some(&top) = open.last() {
                let end_ns = top.end_ns.min(until_ns);
                if now_ns < end_ns {
                    turns.push(Turn {
                        start_ns: now_ns,
                        end_ns,
                        program: top.program,
                        place: top.place,
                    });
                    now_ns = end_ns;
                }
                if top.end_ns > until_ns {
                    break;
                }
                open.pop();
            }
            if let Some(next) = next {
                now_ns = next.start_ns;
                open.push(next);
            }
        }
        Turns {
            turns,
            births_ns,
            deaths_ns,
        }
    }

    /// Whether tasks share the thread.
    pub(super) fn are_any(&self) -> bool {
        !self.births_ns.is_empty()
    }

    /// Whose turn it was when something was done at `at_ns`: at the border of two turns, the first's.
    pub(super) fn at(&self, at_ns: u64) -> Option<ProgramId> {
        let index = self.turns.partition_point(|turn| turn.end_ns < at_ns);
        let turn = self.turns.get(index)?;
        (turn.start_ns <= at_ns).then_some(turn.program)
    }

    /// Whose turn it was in the time from `at_ns` on.
    pub(super) fn from(&self, at_ns: u64) -> Option<ProgramId> {
        let index = self.turns.partition_point(|turn| turn.end_ns <= at_ns);
        let turn = self.turns.get(index)?;
        (turn.start_ns <= at_ns).then_some(turn.program)
    }

    /// The turns that overlap `[from_ns, to_ns)`.
    pub(super) fn within(&self, from_ns: u64, to_ns: u64) -> &[Turn] {
        let first = self.turns.partition_point(|turn| turn.end_ns <= from_ns);
        let last = self.turns.partition_point(|turn| turn.start_ns < to_ns);
        &self.turns[first..last.max(first)]
    }

    /// The last turn that was over at `at_ns`.
    pub(super) fn before(&self, at_ns: u64) -> Option<Turn> {
        let after = self.turns.partition_point(|turn| turn.end_ns <= at_ns);
        Some(self.turns[after.checked_sub(1)?])
    }

    /// The first turn that begins at `at_ns` or later.
    pub(super) fn after(&self, at_ns: u64) -> Option<Turn> {
        let index = self.turns.partition_point(|turn| turn.start_ns < at_ns);
        self.turns.get(index).copied()
    }

    /// Whether any task of the thread has begun and not ended at `at_ns`.
    pub(super) fn has_tasks(&self, at_ns: u64) -> bool {
        let born = self.births_ns.partition_point(|&birth| birth <= at_ns);
        let dead = self.deaths_ns.partition_point(|&death| death <= at_ns);
        born > dead
    }
}

#[cfg(test)]
mod tests {
    use super::{Turn, Turns};
    use crate::plan::ProgramId;
    use interleave_trace::Place;

    fn turn(start_ns: u64, end_ns: u64, program: u32) -> Turn {
        Turn {
            start_ns,
            end_ns,
            program: ProgramId(program),
            place: Place::NONE,
        }
    }

    #[test]
    fn the_inner_of_two_turns_counts() {
        let turns = Turns::of(vec![turn(0, 100, 1), turn(20, 30, 2)], vec![0, 20], vec![]);
        assert_eq!(
            turns.within(0, 200),
            [turn(0, 20, 1), turn(20, 30, 2), turn(30, 100, 1)]
        );
    }

    #[test]
    fn who_is_in_turn_at_a_border() {
        let turns = Turns::of(vec![turn(0, 10, 1), turn(10, 20, 2)], vec![0], vec![20]);
        assert_eq!(turns.at(10), Some(ProgramId(1)));
        assert_eq!(turns.from(10), Some(ProgramId(2)));
        assert_eq!(turns.from(20), None);
        assert!(turns.has_tasks(19) && !turns.has_tasks(20));
    }
}
