//! CPython's GIL protocol (`Python/ceval_gil.h`, `take_gil` and `drop_gil`; semantics rules 1–3).
//!
//! A waiter waits in windows of one switch interval. It asks the holder to drop the GIL only if
//! a whole window passed without a switch; a signal begins a new window. Nothing here is a timer:
//! when the first window runs out is worked out only once the holder has kept the GIL for a
//! whole interval, so that ten thousand waiters cost nothing while the GIL goes from hand to hand.
//!
//! Blind spot: the operating system's condition variable may signal waiters out of order; that is
//! the [`Chooser`]'s affair, whose default is first come, first served.

use crate::chooser::pick;
use crate::thread::Phase;
use crate::{Chooser, Guest, Kernel};
use interleave_trace::{ChoiceKind, LaneId, State, ThreadId};
use std::collections::VecDeque;

/// The GIL of one process.
#[derive(Clone, Debug)]
pub(crate) struct Gil {
    lane: LaneId,
    holder: Option<ThreadId>,
    last_holder: Option<ThreadId>,
    /// When it last went to another thread, in virtual ns.
    switched_ns: u64,
    /// Who waits, in order of arrival, and `windows_ns[i]`: when that waiter's first window began.
    waiters: VecDeque<ThreadId>,
    windows_ns: VecDeque<u64>,
    /// No request can be due before this time; if `exact`, one is due at it.
    check_ns: u64,
    exact: bool,
    /// Who dropped it on request and waits for the switch.
    dropper: Option<ThreadId>,
}

impl Gil {
    pub(crate) fn new(lane: LaneId) -> Gil {
        Gil {
            lane,
            holder: None,
            last_holder: None,
            switched_ns: 0,
            waiters: VecDeque::new(),
            windows_ns: VecDeque::new(),
            check_ns: u64::MAX,
            exact: false,
            dropper: None,
        }
    }

    /// When the holder is or was asked to drop it, or, where that is not known yet, a time before
    /// which it can't be; in virtual ns. Due is what is not after `now_ns`.
    pub(crate) fn request_ns(&mut self, now_ns: u64, interval_ns: u64) -> u64 {
        if self.check_ns <= now_ns && !self.exact {
            let switched_ns = self.switched_ns;
            let due = |&window_ns: &u64| {
                let gone_ns = switched_ns.saturating_sub(window_ns);
                let windows = gone_ns.div_ceil(interval_ns) + 1;
                window_ns.saturating_add(windows.saturating_mul(interval_ns))
            };
            self.check_ns = self.windows_ns.iter().map(due).min().unwrap_or(u64::MAX);
            self.exact = true;
        }
        self.check_ns
    }

    /// The lane that shows who has it.
    pub(crate) fn lane(&self) -> LaneId {
        self.lane
    }

    /// Its process ends: nobody has it, nobody waits for it.
    pub(crate) fn abandon(&mut self) {
        *self = Gil::new(self.lane);
    }

    fn push_waiter(&mut self, thread: ThreadId, now_ns: u64, interval_ns: u64) {
        self.waiters.push_back(thread);
        self.windows_ns.push_back(now_ns);
        self.check_ns = self.check_ns.min(now_ns.saturating_add(interval_ns));
    }
}

impl<G: Guest, C: Chooser> Kernel<G, C> {
    fn gil_of(&mut self, thread: ThreadId) -> Option<&mut Gil> {
        let process = self.threads[thread.index()].process;
        self.processes[process.index()].gil.as_mut()
    }

    fn interval_ns(&self) -> u64 {
        self.config.switch_interval_ns.max(1)
    }

    /// When `thread`, which runs, is or was asked to drop the GIL, in virtual ns; a lower bound
    /// while that is in the future.
    pub(crate) fn gil_request_ns(&mut self, thread: ThreadId) -> u64 {
        let (now_ns, interval_ns) = (self.now_ns, self.interval_ns());
        self.gil_of(thread)
            .map_or(u64::MAX, |gil| gil.request_ns(now_ns, interval_ns))
    }

    /// `thread` can go on: it goes for the GIL, then for a core.
    pub(crate) fn make_ready(&mut self, thread: ThreadId) {
        if self.try_gil(thread) {
            self.want_core(thread);
        }
    }

    /// Takes the GIL for `thread` if it is free (or there is none); else `thread` begins a timed
    /// wait.
    fn try_gil(&mut self, thread: ThreadId) -> bool {
        let (now_ns, interval_ns) = (self.now_ns, self.interval_ns());
        let Some(gil) = self.gil_of(thread) else {
            return true;
        };
        if gil.holder.is_none() {
            self.take_gil(thread);
            return true;
        }
        gil.push_waiter(thread, now_ns, interval_ns);
        self.threads[thread.index()].phase = Phase::WaitingGil;
        self.enter_lane(thread, State::WaitingGil);
        false
    }

    fn take_gil(&mut self, thread: ThreadId) {
        let (now_ns, interval_ns) = (self.now_ns, self.interval_ns());
        let place = self.guest.place(thread);
        let Some(gil) = self.gil_of(thread) else {
            return;
        };
        let lane = gil.lane;
        gil.holder = Some(thread);
        let mut dropper = None;
        if gil.last_holder != Some(thread) {
            gil.last_holder = Some(thread);
            gil.switched_ns = now_ns;
            gil.exact = false;
            gil.check_ns = match gil.waiters.is_empty() {
                true => u64::MAX,
                false => now_ns.saturating_add(interval_ns),
            };
            dropper = gil.dropper.take();
        }
        self.recorder
            .enter(lane, now_ns, State::Running, place, None, Some(thread));
        if let Some(dropper) = dropper {
            self.signal(dropper);
        }
    }

    /// `thread` will look at the GIL again when it has woken up.
    fn signal(&mut self, thread: ThreadId) {
        self.threads[thread.index()].phase = Phase::Signalled;
        let ready_ns = self
            .now_ns
            .saturating_add(self.config.costs.wake_latency_ns);
        self.timers.set(thread, ready_ns);
    }

    /// `thread` unlocks the GIL, if it has one, and signals one waiter.
    pub(crate) fn release_gil(&mut self, thread: ThreadId) {
        let now_ns = self.now_ns;
        let process = self.threads[thread.index()].process;
        let Some(gil) = self.processes[process.index()].gil.as_mut() else {
            return;
        };
        debug_assert_eq!(gil.holder, Some(thread), "only the holder releases the GIL");
        gil.holder = None;
        self.recorder.leave(gil.lane, now_ns);
        if gil.waiters.is_empty() {
            return;
        }
        let waiting = gil.waiters.make_contiguous();
        let picked = pick(
            &mut self.chooser,
            &mut self.recorder,
            ChoiceKind::Gil,
            waiting,
        );
        gil.windows_ns.remove(picked);
        gil.exact = false;
        if let Some(next) = gil.waiters.remove(picked) {
            self.signal(next);
        }
    }

    /// If `thread` was asked to drop the GIL it does, and waits until another thread has taken it
    /// (`FORCE_SWITCHING`): whether it did.
    pub(crate) fn drop_gil_on_request(&mut self, thread: ThreadId) -> bool {
        if self.gil_request_ns(thread) > self.now_ns {
            return false;
        }
        self.release_gil(thread);
        self.await_switch(thread);
        true
    }

    fn await_switch(&mut self, thread: ThreadId) {
        if let Some(gil) = self.gil_of(thread) {
            gil.dropper = Some(thread);
        }
        self.threads[thread.index()].phase = Phase::Dropped;
        self.enter_lane(thread, State::WaitingGil);
        self.leave_core(thread);
    }

    /// `thread` begins a short system call: it releases the GIL and keeps its core.
    pub(crate) fn begin_syscall(&mut self, thread: ThreadId) {
        let asked = self.gil_request_ns(thread) <= self.now_ns;
        self.threads[thread.index()].must_switch = asked;
        self.release_gil(thread);
    }

    /// `thread` is back from a short system call: it goes on if the GIL is free, else it waits.
    pub(crate) fn end_syscall(&mut self, thread: ThreadId) {
        let must_switch = std::mem::take(&mut self.threads[thread.index()].must_switch);
        let Some(gil) = self.gil_of(thread) else {
            return;
        };
        if must_switch && gil.last_holder == Some(thread) {
            self.await_switch(thread);
        } else if !self.try_gil(thread) {
            self.leave_core(thread);
        }
    }
}
