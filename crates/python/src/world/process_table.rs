//! The table of processes: who is whose child, and how each ended, until its parent has asked.

use super::{WaitQueue, World};
use interleave_kernel::QueueId;
use interleave_trace::{ObjectId, ProcessId, ThreadId};

/// How a process ended: its exit code, or the negative number of the signal that ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The code.
    pub exit_code: i32,
    /// Whether the parent has asked.
    pub is_reaped: bool,
}

/// What a process does about a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// What the system does by default.
    Default,
    /// It ends.
    Ends,
    /// Nothing.
    Ignored,
    /// It has a handler.
    Handled,
}

/// A process.
#[derive(Clone, Debug)]
pub struct ProcessEntry {
    /// Its name, for the trace.
    pub name: String,
    /// Its row in the trace, once somebody has waited for it.
    pub traced: Option<ObjectId>,
    /// Signals that were sent to it and that it has a handler for, in order.
    pub due: Vec<u8>,
    /// The signals that it ignores, a bit each.
    ignored: u64,
    /// The signals that it has a handler for, a bit each.
    handled: u64,
    /// The process that started it; none of the first, and none once that one has ended.
    pub parent: Option<ProcessId>,
    /// Its main thread.
    pub main: ThreadId,
    /// How it ended, if it has.
    pub ended: Option<Ended>,
    /// Where its threads wait for the end of its children.
    pub children_ended: WaitQueue,
}

/// The first process's number as a script sees it; a process has the number of its main thread, as on Linux.
const FIRST_PID: i64 = 4_242;

/// Python has a handler for this one from the start, which raises KeyboardInterrupt.
const INTERRUPT: u8 = 2;
/// Python ignores this one from the start: what can't be written is an exception.
const BROKEN_PIPE: u8 = 13;
/// What the system ignores by default: SIGCHLD, SIGCONT, SIGURG, SIGWINCH; and stops, which no process here does.
const HARMLESS: [u8; 8] = [17, 18, 23, 28, 19, 20, 21, 22];

impl ProcessEntry {
    /// What it does about `signal`; never [`Disposition::Default`].
    pub fn disposition(&self, signal: u8) -> Disposition {
        let bit = 1_u64 << (signal & 63);
        if self.handled & bit != 0 {
            Disposition::Handled
        } else if self.ignored & bit != 0 || HARMLESS.contains(&signal) {
            Disposition::Ignored
        } else {
            Disposition::Ends
        }
    }

    /// It is an interpreter now, which has a handler for interrupts from its start.
    pub fn handle_interrupts(&mut self) {
        self.dispose(INTERRUPT, Disposition::Handled);
    }

    /// From now on it does this about `signal`.
    pub fn dispose(&mut self, signal: u8, disposition: Disposition) {
        let bit = 1_u64 << (signal & 63);
        self.handled &= !bit;
        self.ignored &= !bit;
        match disposition {
            Disposition::Handled => self.handled |= bit,
            Disposition::Ignored => self.ignored |= bit,
            Disposition::Default | Disposition::Ends => {}
        }
    }
}

impl World {
    /// The number of a thread as a script sees it (`get_native_id`).
    pub fn native_id(thread: ThreadId) -> i64 {
        FIRST_PID + i64::from(thread.0)
    }

    /// The number of a process as a script sees it.
    pub fn pid_of(&self, process: ProcessId) -> i64 {
        let entry = self.processes.get(process.index());
        entry.map_or(FIRST_PID, |entry| World::native_id(entry.main))
    }

    /// The number of a process's parent as a script sees it: 1 once that one has ended.
    pub fn parent_pid_of(&self, process: ProcessId) -> i64 {
        let entry = self.processes.get(process.index());
        match entry.and_then(|entry| entry.parent) {
            Some(parent) => self.pid_of(parent),
            None if process.0 == 0 => FIRST_PID - 1,
            None => 1,
        }
    }

    /// The process of that number, unless its parent has been told of its end.
    pub fn process_of_pid(&self, pid: i64) -> Option<ProcessId> {
        let known = |entry: &ProcessEntry| {
            World::native_id(entry.main) == pid && entry.ended.is_none_or(|ended| !ended.is_reaped)
        };
        let index = self.processes.iter().position(known)?;
        Some(ProcessId(index as u32))
    }

    /// The processes whose parent is this one and that it has not asked about.
    pub fn children_of(&self, process: ProcessId) -> Vec<ProcessId> {
        let mine = |(_, entry): &(usize, &ProcessEntry)| {
            entry.parent == Some(process) && entry.ended.is_none_or(|ended| !ended.is_reaped)
        };
        let children = self.processes.iter().enumerate().filter(mine);
        children.map(|(index, _)| ProcessId(index as u32)).collect()
    }

    /// Enters a process that has just been started; a copy does about signals what its parent does.
    pub(crate) fn enter_process(
        &mut self,
        parent: Option<ProcessId>,
        is_copy: bool,
        main: ThreadId,
    ) {
        let children_ended = self.new_wait_queue();
        let before = parent.filter(|_| is_copy);
        let before = before.map(|parent| &self.processes[parent.index()]);
        let (ignored, handled) = match before {
            Some(before) => (before.ignored, before.handled),
            None if parent.is_none() => (1 << BROKEN_PIPE, 1 << INTERRUPT),
            // A fresh program handles nothing yet; an interpreter does once it has begun.
            None => (1 << BROKEN_PIPE, 0),
        };
        self.processes.push(ProcessEntry {
            name: String::new(),
            traced: None,
            due: Vec::new(),
            ignored,
            handled,
            parent,
            main,
            ended: None,
            children_ended,
        });
    }

    /// `process` has ended: its parent is told, its children are nobody's.
    pub(super) fn enter_end(
        &mut self,
        process: ProcessId,
        exit_code: i32,
        wakes: &mut Vec<QueueId>,
    ) {
        for entry in &mut self.processes {
            if entry.parent == Some(process) {
                entry.parent = None;
            }
        }
        let Some(entry) = self.processes.get_mut(process.index()) else {
            return;
        };
        let parent = entry.parent;
        entry.ended = Some(Ended {
            exit_code,
            is_reaped: parent.is_none(),
        });
        if let Some(parent) = parent.and_then(|parent| self.processes.get_mut(parent.index())) {
            parent.children_ended.wake(wakes);
        }
    }
}
