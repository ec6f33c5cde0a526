//! Nobody can run and nobody will wake: why. A cycle in the wait-for graph is a deadlock, anything
//! else a hang.

use crate::thread::Phase;
use crate::{Chooser, Guest, Kernel};
use interleave_trace::{Outcome, ThreadId, Wait};

impl<G: Guest, C: Chooser> Kernel<G, C> {
    /// How a run ends in which no thread can ever run again. Once the main process has ended, what others still wait for
    /// keeps nobody from going on: the run is over.
    pub(crate) fn stuck(&mut self) -> Outcome {
        if let Some(end) = self.main_end() {
            return end;
        }
        let threads = 0..self.threads.len();
        let waits: Vec<Option<Wait>> = threads.map(|thread| self.wait_of(thread)).collect();
        let Some(cycle) = cycle_of(&waits) else {
            return Outcome::Hang {
                waits: waits.into_iter().flatten().collect(),
            };
        };
        let in_cycle = |wait: &Wait| cycle.iter().any(|member| member.thread == wait.thread);
        let others = waits
            .into_iter()
            .flatten()
            .filter(|wait| !in_cycle(wait))
            .collect();
        Outcome::Deadlock { cycle, others }
    }

    fn wait_of(&mut self, index: usize) -> Option<Wait> {
        let thread = ThreadId(index as u32);
        let state = &self.threads[index];
        if state.phase == Phase::Ended {
            return None;
        }
        debug_assert_eq!(state.phase, Phase::Parked, "thread {index} could go on");
        let since_ns = state.wait.since_ns;
        let waits_for = self.guest.waits_for(thread);
        Some(Wait {
            thread,
            object: waits_for.object,
            holder: waits_for.holder,
            since_ns,
            place: self.guest.place(thread),
        })
    }
}

/// The cycle that the lowest-numbered thread leads into, if there is one: each thread waits for
/// at most one other, so following holders either ends or goes round.
fn cycle_of(waits: &[Option<Wait>]) -> Option<Vec<Wait>> {
    // `seen[thread]`: the start of the walk that first came by, plus 1.
    let mut seen = vec![0; waits.len()];
    let follow = |thread: usize| {
        let holder = waits[thread].as_ref()?.holder?;
        (holder.index() < waits.len()).then_some(holder.index())
    };
    for start in 0..waits.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            match follow(at) {
                Some(holder) => at = holder,
                None => break,
            }
        }
        if seen[at] != start + 1 || follow(at).is_none() {
            continue;
        }
        let mut cycle = Vec::new();
        let first = at;
        loop {
            cycle.push(waits[at].clone()?);
            at = follow(at)?;
            if at == first {
                return Some(cycle);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use interleave_trace::Place;

    fn graph(holders: &[Option<u32>]) -> Vec<Option<Wait>> {
        let wait = |(thread, holder): (usize, &Option<u32>)| Wait {
            thread: ThreadId(thread as u32),
            object: None,
            holder: holder.map(ThreadId),
            since_ns: 0,
            place: Place::NONE,
        };
        holders.iter().enumerate().map(wait).map(Some).collect()
    }

    fn members(holders: &[Option<u32>]) -> Option<Vec<u32>> {
        let cycle = cycle_of(&graph(holders))?;
        Some(cycle.iter().map(|wait| wait.thread.0).collect())
    }

    #[test]
    fn finds_the_cycle_behind_a_tail() {
        assert_eq!(
            members(&[Some(1), Some(2), Some(3), Some(1)]),
            Some(vec![1, 2, 3])
        );
        assert_eq!(members(&[None, Some(1)]), Some(vec![1]));
    }

    #[test]
    fn chains_that_end_are_no_cycle() {
        assert_eq!(members(&[Some(1), Some(2), None, Some(0)]), None);
        let mut ended = graph(&[Some(1), Some(0), Some(1)]);
        ended[1] = None;
        assert!(cycle_of(&ended).is_none());
    }
}
