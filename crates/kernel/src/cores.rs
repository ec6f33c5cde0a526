//! Cores: who has one, who waits for one, and each running thread's own clock.

use crate::chooser::pick;
use crate::thread::{Pending, Phase};
use crate::{Chooser, Guest, Kernel};
use interleave_trace::{
    ChoiceKind, CoreId, Lane, LaneId, LaneKind, Place, Recorder, State, ThreadId,
};
use std::collections::VecDeque;

/// A thread on a core and how far it has come.
#[derive(Clone, Debug)]
pub(crate) struct OnCore {
    pub(crate) thread: ThreadId,
    /// It has run up to here, in virtual ns.
    pub(crate) clock_ns: u64,
    /// What happens when that time comes.
    pub(crate) pending: Option<Pending>,
}

/// The machine's cores and their run queue.
#[derive(Clone, Debug)]
pub(crate) struct Cores {
    taken: Vec<bool>,
    /// A lane a core, where cores are shown.
    lanes: Vec<LaneId>,
    pub(crate) running: Vec<OnCore>,
    queue: VecDeque<ThreadId>,
}

impl Cores {
    /// `count` free cores; with lanes of their own if `shown`.
    pub(crate) fn new(count: u32, shown: bool, recorder: &mut Recorder) -> Cores {
        let lane = |core: u32| Lane {
            kind: LaneKind::Core(CoreId(core)),
            process: crate::MAIN_PROCESS,
            name: format!("Core {core}"),
            parent: None,
            daemon: false,
            start_ns: 0,
            end_ns: None,
        };
        let shown = if shown { count } else { 0 };
        Cores {
            taken: vec![false; count as usize],
            lanes: (0..shown)
                .map(|core| recorder.add_lane(lane(core)))
                .collect(),
            running: Vec::new(),
            queue: VecDeque::new(),
        }
    }

    /// Whether a ready thread has no core.
    pub(crate) fn wanted(&self) -> bool {
        !self.queue.is_empty()
    }

    /// The running thread whose clock is smallest (its index in `running`), and the smallest
    /// clock of the others.
    pub(crate) fn earliest(&self) -> Option<(usize, u64)> {
        let mut best: Option<usize> = None;
        let mut next_ns = u64::MAX;
        for (index, on) in self.running.iter().enumerate() {
            match best {
                None => best = Some(index),
                Some(first) => {
                    let leader = &self.running[first];
                    if (on.clock_ns, on.thread) < (leader.clock_ns, leader.thread) {
                        next_ns = next_ns.min(leader.clock_ns);
                        best = Some(index);
                    } else {
                        next_ns = next_ns.min(on.clock_ns);
                    }
                }
            }
        }
        best.map(|index| (index, next_ns))
    }

    /// `thread`, which runs, has run up to `clock_ns`; `then` happens there.
    pub(crate) fn occupy(&mut self, thread: ThreadId, clock_ns: u64, then: Pending) {
        if let Some(on) = self.running.iter_mut().find(|on| on.thread == thread) {
            on.clock_ns = clock_ns;
            on.pending = Some(then);
        }
    }

    /// Takes threads that end out of the run queue.
    pub(crate) fn forget_waiting(&mut self, ended: &[ThreadId]) {
        self.queue.retain(|waiting| !ended.contains(waiting));
    }

    /// CPU time that `thread`, which runs, was charged beyond `now_ns`, in virtual ns.
    pub(crate) fn ahead_ns(&self, thread: ThreadId, now_ns: u64) -> u64 {
        let on = self.running.iter().find(|on| on.thread == thread);
        on.map_or(0, |on| on.clock_ns.saturating_sub(now_ns))
    }

    /// CPU time that running threads were charged beyond `end_ns`, in virtual ns.
    pub(crate) fn beyond_ns(&self, end_ns: u64) -> u64 {
        self.running
            .iter()
            .map(|on| on.clock_ns.saturating_sub(end_ns))
            .sum()
    }
}

impl<G: Guest, C: Chooser> Kernel<G, C> {
    /// `thread` wants to run: it gets a free core now or waits in the run queue.
    pub(crate) fn want_core(&mut self, thread: ThreadId) {
        if self.cores.running.len() < self.cores.taken.len() {
            self.give_core(thread);
            return;
        }
        self.cores.queue.push_back(thread);
        self.threads[thread.index()].phase = Phase::WaitingCore;
        self.enter_lane(thread, State::WaitingCore);
    }

    /// `thread` gets a core; one must be free. It prefers the one that it had last.
    fn give_core(&mut self, thread: ThreadId) {
        let state = &mut self.threads[thread.index()];
        if self.cores.taken[state.core as usize] {
            let free = self.cores.taken.iter().position(|taken| !taken);
            state.core = free.expect("a core is free") as u32;
        }
        let core = state.core as usize;
        state.phase = Phase::OnCore;
        state.core_since_ns = self.now_ns;
        self.cores.taken[core] = true;
        self.cores.running.push(OnCore {
            thread,
            clock_ns: self.now_ns,
            pending: None,
        });
        let place = self.enter_lane(thread, State::Running);
        if let Some(&lane) = self.cores.lanes.get(core) {
            self.recorder
                .enter(lane, self.now_ns, State::Running, place, None, Some(thread));
        }
    }

    /// `thread` leaves its core; the run queue's next gets it.
    pub(crate) fn leave_core(&mut self, thread: ThreadId) {
        self.cores.running.retain(|on| on.thread != thread);
        let core = self.threads[thread.index()].core as usize;
        self.cores.taken[core] = false;
        if let Some(&lane) = self.cores.lanes.get(core) {
            self.recorder.leave(lane, self.now_ns);
        }
        if self.cores.queue.is_empty() {
            return;
        }
        let waiting = self.cores.queue.make_contiguous();
        let picked = pick(
            &mut self.chooser,
            &mut self.recorder,
            ChoiceKind::Core,
            waiting,
        );
        if let Some(next) = self.cores.queue.remove(picked) {
            self.give_core(next);
        }
    }

    /// Puts `thread` at the end of the run queue if its time slice is over and others wait for a
    /// core: whether it did. It keeps the GIL: the operating system knows none.
    pub(crate) fn preempt(&mut self, thread: ThreadId) -> bool {
        if !self.cores.wanted() || self.now_ns < self.core_slice_end_ns(thread) {
            return false;
        }
        self.leave_core(thread);
        self.want_core(thread);
        true
    }

    /// When the time slice of `thread` is over, in virtual ns.
    pub(crate) fn core_slice_end_ns(&self, thread: ThreadId) -> u64 {
        let since_ns = self.threads[thread.index()].core_since_ns;
        since_ns.saturating_add(self.config.costs.core_slice_ns)
    }

    /// From now on the lane of `thread` is in `state`, at the line that it is on.
    pub(crate) fn enter_lane(&mut self, thread: ThreadId, state: State) -> Place {
        let place = self.guest.place(thread);
        let lane = self.threads[thread.index()].lane;
        self.recorder
            .enter(lane, self.now_ns, state, place, None, None);
        place
    }
}
