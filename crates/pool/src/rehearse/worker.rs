//! One worker of the rehearsal: whose turn it is, who waits for a turn, whose timers run.

use crate::plan::ProgramId;
use interleave_kernel::{Op, QueueId};
use interleave_trace::ThreadId;
use std::collections::{BTreeSet, VecDeque};

/// A worker: a thread of the kernel.
#[derive(Clone, Debug)]
pub(super) struct Worker {
    pub(super) root: ProgramId,
    /// How many programs are its own.
    pub(super) programs: u32,
    /// Whether several programs take turns on it.
    pub(super) hosts: bool,
    /// Whose turn it is.
    pub(super) current: Option<ProgramId>,
    pub(super) ready: VecDeque<ProgramId>,
    /// `(due_ns, in order of setting, whose)`.
    pub(super) timers: BTreeSet<(u64, u64, ProgramId)>,
    /// What it asks of the kernel before it goes on.
    pub(super) ops: VecDeque<Op>,
    /// Programs that it has asked the kernel to start, and what their workers' starts take beyond the
    /// kernel's latency, in ns.
    pub(super) starting: VecDeque<(ProgramId, u64)>,
    /// How many wakes of its queue were issued.
    pub(super) wakes: u64,
    /// Programs of its own that are not over.
    pub(super) unfinished: u32,
    /// What its start takes beyond the kernel's latency, in ns.
    pub(super) start_up_ns: u64,
}

impl Worker {
    pub(super) fn new(root: ProgramId, programs: u32, start_up_ns: u64) -> Worker {
        Worker {
            root,
            programs,
            hosts: programs > 1,
            current: None,
            ready: VecDeque::from([root]),
            timers: BTreeSet::new(),
            ops: VecDeque::new(),
            starting: VecDeque::new(),
            wakes: 0,
            unfinished: programs,
            start_up_ns,
        }
    }

    /// The kernel's queue in which `worker` waits, alone.
    pub(super) fn queue(worker: ThreadId) -> QueueId {
        QueueId::shared(worker.0)
    }

    /// Sets a timer of `program`.
    pub(super) fn set_timer(&mut self, due_ns: u64, program: ProgramId) {
        // Of equal times the one that was set first comes first; a program has one timer.
        let until = (due_ns, u64::MAX, ProgramId(u32::MAX));
        let order = match self.timers.range(..=until).next_back() {
            Some(&(at_ns, last, _)) if at_ns == due_ns => last + 1,
            _ => 0,
        };
        self.timers.insert((due_ns, order, program));
    }

    /// Who has a timer that is due; they are ready now.
    pub(super) fn fire(&mut self, at_ns: u64) {
        while let Some(&(due_ns, _, program)) = self.timers.first() {
            if due_ns > at_ns {
                break;
            }
            self.timers.pop_first();
            self.ready.push_back(program);
        }
    }
}
