//! The world that the simulated machine's processes share: disk, open files, the table of processes, the numbering of
//! the trace, and parts that belong to modules of the library (pipes, sockets, shared semaphores).
//!
//! It is a field of whichever [`Vm`](crate::vm::Vm) runs, `vm.world`, and moves to the next one when another process's
//! turn comes: a native function has it at hand, and nobody else does. Knows no module of the library.

mod held;
mod open_files;
mod part;
mod process_table;
mod wait_queue;

pub use held::Held;
pub use open_files::{Channel, Descriptor, OpenFiles, Target};
pub use part::{Io, WorldPart};
pub use process_table::{Disposition, Ended, ProcessEntry};
pub use wait_queue::WaitQueue;

use crate::disk::Disk;
use crate::vm::Vm;
use interleave_kernel::QueueId;
use interleave_trace::{ProcessId, ThreadId};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A process that is about to start.
#[derive(Clone, Debug)]
pub enum Newborn {
    /// An interpreter of its own.
    Fresh(Box<Vm>),
    /// A copy of the caller's process, in which the caller's thread alone goes on. A library without a fork has no
    /// [`Vm::copy`] to give, and need not carry it.
    Copy(fn(&Vm) -> Box<Vm>),
}

/// What the processes share.
#[derive(Debug, Default)]
pub struct World {
    /// The machine's files.
    pub disk: Disk,
    /// How many rows the trace's table of objects has.
    pub traced_objects: u32,
    /// How many tasks have asked for a lane of the trace.
    pub traced_tasks: u32,
    /// How many objects of each kind are in the trace.
    pub traced_kinds: BTreeMap<Rc<str>, u32>,
    /// Bytes printed so far.
    pub output_bytes: u64,
    /// What the run was given to read on its standard input.
    pub stdin: Rc<[u8]>,
    /// The processes, by number.
    pub processes: Vec<ProcessEntry>,
    /// The processes that these threads are about to start.
    pub(crate) newborn: Vec<(ThreadId, Newborn)>,
    open: open_files::Opened,
    parts: BTreeMap<&'static str, Box<dyn WorldPart>>,
    queues: u32,
}

impl Clone for World {
    fn clone(&self) -> World {
        World {
            disk: self.disk.clone(),
            traced_objects: self.traced_objects,
            traced_tasks: self.traced_tasks,
            traced_kinds: self.traced_kinds.clone(),
            output_bytes: self.output_bytes,
            stdin: self.stdin.clone(),
            processes: self.processes.clone(),
            newborn: self.newborn.clone(),
            open: self.open.clone(),
            parts: self
                .parts
                .iter()
                .map(|(name, part)| (*name, part.copy()))
                .collect(),
            queues: self.queues,
        }
    }
}

impl World {
    /// The part of that name, made empty at its first use. A name has one type.
    pub fn part<T: WorldPart + Default>(&mut self, name: &'static str) -> &mut T {
        let part = self
            .parts
            .entry(name)
            .or_insert_with(|| Box::<T>::default());
        let part: &mut dyn std::any::Any = &mut **part;
        part.downcast_mut()
            .expect("each part of the world has a name of its own")
    }

    /// The part of that name, if there is one.
    pub fn known_part<T: WorldPart>(&self, name: &str) -> Option<&T> {
        let part: &dyn std::any::Any = &**self.parts.get(name)?;
        part.downcast_ref()
    }

    /// The next start of a process by `parent` starts this one.
    pub fn set_newborn(&mut self, parent: ThreadId, process: Newborn) {
        self.newborn.retain(|(thread, _)| *thread != parent);
        self.newborn.push((parent, process));
    }

    /// The part that owns a channel.
    pub fn owner_of(&mut self, channel: Channel) -> Option<&mut dyn WorldPart> {
        Some(&mut **self.parts.get_mut(channel.part)?)
    }

    /// A queue that threads of all processes share.
    pub fn new_queue(&mut self) -> QueueId {
        self.queues += 1;
        QueueId::shared(self.queues - 1)
    }

    /// The same, with the counts that parking in it needs.
    pub fn new_wait_queue(&mut self) -> WaitQueue {
        WaitQueue::new(self.new_queue())
    }

    /// `process` has ended with `files` open: what it alone held is closed. Gives the queues in which others wait for that.
    pub(crate) fn process_ended(
        &mut self,
        process: ProcessId,
        exit_code: i32,
        files: &OpenFiles,
    ) -> Vec<QueueId> {
        let mut wakes = Vec::new();
        for number in files.numbers() {
            self.drop_reference(files, number, &mut wakes);
        }
        for part in self.parts.values_mut() {
            part.process_ended(process, &mut wakes);
        }
        self.enter_end(process, exit_code, &mut wakes);
        wakes
    }
}
