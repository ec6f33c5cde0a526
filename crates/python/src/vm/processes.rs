//! The kernel's guest: a machine's processes, a [`Vm`] each, and the one world that moves to whichever runs.
//!
//! The kernel numbers the machine's threads; a process numbers its own from 0. Only this file and the ids that a thread
//! keeps know both. Heap, steps and printed bytes are bounded for all processes together.

use super::{ProcessVariables, ThreadState, Vm};
use crate::world::{Newborn, World};
use interleave_kernel::{Guest, OnWake, QueueId, Ran, Reply, WaitsFor};
use interleave_trace::{Place, ProcessId, Recorder, ThreadId};

/// The processes of one machine.
#[derive(Clone, Debug)]
pub struct Processes {
    /// By number; `None` once it has ended and another one has run.
    vms: Vec<Option<Box<Vm>>>,
    /// Which has the world.
    running: usize,
    /// `threads[thread]`: its process and its number there.
    threads: Vec<(u32, u32)>,
    /// `heap_bytes[process]`: as of when it ran last.
    heap_bytes: Vec<u64>,
    /// Whether the memory of a process that has ended stays, for somebody who wants to look at it.
    keeps_ended: bool,
}

impl Processes {
    /// A machine whose first process is this one, with the world that it has.
    pub fn new(first: Vm) -> Processes {
        let mut first = Box::new(first);
        let main = ThreadId(0);
        first.threads[0].machine = main;
        first.world.enter_process(None, false, main);
        first.world.processes[0].name = "MainProcess".to_owned();
        Processes {
            heap_bytes: vec![first.heap.bytes()],
            vms: vec![Some(first)],
            running: 0,
            threads: vec![(0, 0)],
            keeps_ended: false,
        }
    }

    /// From now on the memory of a process that ends stays, so that [`Processes::variables`] tells of it.
    pub fn keep_ended(&mut self) {
        self.keeps_ended = true;
    }

    /// What the variables of every process hold now. The machine can't go on after it: what a `__repr__` does changes it.
    pub fn variables(&mut self) -> Vec<ProcessVariables> {
        let mut told = Vec::new();
        for process in 0..self.vms.len() {
            if self.vms[process].is_some() {
                if process != self.running {
                    self.hand_over(process);
                }
                told.push(self.at_mut(process).process_variables());
            }
        }
        told
    }

    /// The process that ran last, with the world.
    pub fn current(&self) -> &Vm {
        self.at(self.running)
    }

    fn at(&self, process: usize) -> &Vm {
        let vm = self.vms[process].as_ref();
        vm.expect("only a process that has ended is gone")
    }

    fn at_mut(&mut self, process: usize) -> &mut Vm {
        let vm = self.vms[process].as_mut();
        vm.expect("only a process that has ended is gone")
    }

    /// The process of `thread`, with the world, and the thread's number there.
    fn enter(&mut self, thread: ThreadId) -> (&mut Vm, usize) {
        let (process, local) = self.threads[thread.index()];
        let process = process as usize;
        if process != self.running {
            self.hand_over(process);
        }
        (self.at_mut(process), local as usize)
    }

    /// The world goes to `process`.
    fn hand_over(&mut self, process: usize) {
        let from = std::mem::replace(&mut self.running, process);
        let old = self.at_mut(from);
        let world = std::mem::take(&mut old.world);
        let steps = old.steps;
        self.heap_bytes[from] = old.heap.bytes();
        if world.processes[from].ended.is_some() && !self.keeps_ended {
            self.vms[from] = None;
            self.heap_bytes[from] = 0;
        }
        let total_bytes: u64 = self.heap_bytes.iter().sum();
        let others_bytes = total_bytes - self.heap_bytes[process];
        let new = self.at_mut(process);
        new.world = world;
        new.steps = steps;
        let limit_bytes = new.options.limits.heap_bytes;
        new.heap.limit_bytes = limit_bytes.saturating_sub(others_bytes);
    }

    /// `parent` has started `process`, whose main thread is `main`: a copy of the parent's process in which that thread
    /// alone goes on, or the fresh one that it has prepared.
    fn give_birth(&mut self, parent: ThreadId, process: ProcessId, main: ThreadId) {
        let (from, local) = self.enter(parent);
        let mut newborn = from.world.newborn.iter();
        let own = newborn.position(|(thread, _)| *thread == parent);
        let own = own.expect("who starts a process has said which");
        let (mut child, is_copy) = match from.world.newborn.swap_remove(own).1 {
            Newborn::Fresh(fresh) => (fresh, false),
            Newborn::Copy(copy) => {
                let world = std::mem::take(&mut from.world);
                let child = copy(from);
                from.world = world;
                (child, true)
            }
        };
        let own = if is_copy { local } else { 0 };
        child.stay_alone(own);
        child.process = process;
        child.threads[own].machine = main;
        if is_copy {
            let reply = Reply::Process {
                process,
                thread: main,
            };
            child.threads[own].reply = Some(reply);
        }
        let parent_process = from.process;
        from.world.add_references(&child.open_files);
        from.world
            .enter_process(Some(parent_process), is_copy, main);
        let bytes = child.heap.bytes();
        debug_assert_eq!(self.vms.len(), process.index(), "numbered in order");
        self.vms.push(Some(child));
        self.heap_bytes.push(bytes);
        self.enter_thread(main, process.index(), own);
        let running = self.running;
        let limit_bytes = self.at(running).heap.limit_bytes;
        self.at_mut(running).heap.limit_bytes = limit_bytes.saturating_sub(bytes);
    }

    fn enter_thread(&mut self, thread: ThreadId, process: usize, local: usize) {
        debug_assert_eq!(self.threads.len(), thread.index(), "numbered in order");
        self.threads.push((process as u32, local as u32));
    }
}

impl Guest for Processes {
    fn run(
        &mut self,
        thread: ThreadId,
        now_ns: u64,
        budget_ns: u64,
        recorder: &mut Recorder,
    ) -> Ran {
        let (vm, local) = self.enter(thread);
        vm.run(local, now_ns, budget_ns, recorder)
    }

    fn reply(&mut self, thread: ThreadId, reply: Reply) {
        let (process, local) = self.threads[thread.index()];
        let (process, local) = (process as usize, local as usize);
        let reply = match reply {
            Reply::Thread(child) => {
                let vm = self.at_mut(process);
                let own = vm.threads.len();
                vm.threads.push(ThreadState {
                    machine: child,
                    ..ThreadState::default()
                });
                self.enter_thread(child, process, own);
                Reply::Thread(ThreadId(own as u32))
            }
            Reply::Process {
                process: child,
                thread: main,
            } => {
                self.give_birth(thread, child, main);
                reply
            }
            reply => reply,
        };
        self.at_mut(process).threads[local].reply = Some(reply);
    }

    fn on_wake(&mut self, thread: ThreadId, _now_ns: u64) -> OnWake {
        let (vm, local) = self.enter(thread);
        vm.on_wake(local)
    }

    fn waits_for(&mut self, thread: ThreadId) -> WaitsFor {
        let (vm, local) = self.enter(thread);
        vm.waits_for(local)
    }

    fn place(&self, thread: ThreadId) -> Place {
        let (process, local) = self.threads[thread.index()];
        let vm = self.vms[process as usize].as_ref();
        vm.map_or(Place::NONE, |vm| vm.place(local as usize))
    }

    fn steps(&self) -> u64 {
        self.current().steps
    }

    fn process_ended(&mut self, process: ProcessId, exit_code: i32, _now_ns: u64) -> Vec<QueueId> {
        let files = std::mem::take(&mut self.at_mut(process.index()).open_files);
        let world: &mut World = &mut self.at_mut(self.running).world;
        let wakes = world.process_ended(process, exit_code, &files);
        if process.index() != self.running && !self.keeps_ended {
            self.vms[process.index()] = None;
            self.heap_bytes[process.index()] = 0;
        }
        wakes
    }
}

impl Vm {
    /// The whole interpreter once more.
    pub fn copy(&self) -> Box<Vm> {
        Box::new(self.clone())
    }

    /// In a copied process one thread goes on: it is the main one now.
    fn stay_alone(&mut self, thread: usize) {
        self.switch_to(thread);
        for (index, other) in self.threads.iter_mut().enumerate() {
            if index != thread {
                *other = ThreadState::default();
            }
        }
        self.main_thread = thread;
        self.notes.clear();
    }
}
