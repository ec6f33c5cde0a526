//! Processes: starting one, and ending one with all its threads, wherever they are. What a process's memory is, is the
//! guest's affair.

use crate::gil::Gil;
use crate::parking::Queue;
use crate::thread::Phase;
use crate::{Chooser, Guest, Kernel, MAIN_PROCESS, QueueId, Reply};
use interleave_trace::{
    Lane, LaneKind, Limit, Outcome, Process as TracedProcess, ProcessId, Recorder, ThreadId,
};

/// One process.
#[derive(Clone, Debug)]
pub(crate) struct Process {
    /// None in a free-threaded build.
    pub(crate) gil: Option<Gil>,
    /// Its own queues; shared ones are the machine's.
    pub(crate) queues: Vec<Queue>,
    /// How many of its threads have not ended.
    alive: u32,
    /// It was ended from outside, with this exit code, and nobody can tell yet.
    dying: Option<i32>,
    /// How it ended.
    end: Option<Outcome>,
}

impl Process {
    /// A process without threads; with a GIL and its lane where `has_gil`.
    pub(crate) fn new(
        process: ProcessId,
        has_gil: bool,
        now_ns: u64,
        recorder: &mut Recorder,
    ) -> Process {
        let lane = Lane {
            kind: LaneKind::Gil(process),
            process,
            name: "GIL".to_owned(),
            parent: None,
            daemon: false,
            start_ns: now_ns,
            end_ns: None,
        };
        Process {
            gil: has_gil.then(|| Gil::new(recorder.add_lane(lane))),
            queues: Vec::new(),
            alive: 0,
            dying: None,
            end: None,
        }
    }
}

impl<G: Guest, C: Chooser> Kernel<G, C> {
    /// Whether another thread may be started; else the outcome that says why not.
    pub(crate) fn thread_limit(&self) -> Option<Outcome> {
        let value = u64::from(self.config.max_threads);
        let is_full = self.threads.len() as u64 >= value;
        is_full.then_some(Outcome::Budget {
            limit: Limit::Threads,
            value,
        })
    }

    /// `parent` starts a process; its main thread is runnable after the machine's start-up latency.
    pub(crate) fn start_process(
        &mut self,
        parent: ThreadId,
        name: &str,
        thread_name: &str,
        copies: bool,
    ) -> Option<Outcome> {
        let full = self.thread_limit();
        if full.is_some() {
            return full;
        }
        let process = ProcessId(self.processes.len() as u32);
        let from = self.threads[parent.index()].process;
        self.recorder.add_process(TracedProcess {
            name: name.to_owned(),
            parent: Some(from),
            start_ns: self.now_ns,
            end_ns: None,
        });
        let has_gil = self.config.gil;
        let mut new = Process::new(process, has_gil, self.now_ns, &mut self.recorder);
        if copies {
            let queues = &self.processes[from.index()].queues;
            new.queues = queues.iter().map(Queue::deserted).collect();
        }
        self.processes.push(new);
        let main = self.add_thread(process, thread_name, Some(parent), false);
        let ready_ns = self
            .now_ns
            .saturating_add(self.config.costs.process_start_ns);
        self.timers.set(main, ready_ns);
        let reply = Reply::Process {
            process,
            thread: main,
        };
        self.guest.reply(parent, reply);
        None
    }

    /// A thread of `process` has been added.
    pub(crate) fn thread_added(&mut self, process: ProcessId) {
        self.processes[process.index()].alive += 1;
    }

    /// A thread of its own accord ended: with the last one its process ends.
    pub(crate) fn thread_gone(&mut self, thread: ThreadId) -> Option<Outcome> {
        let process = self.threads[thread.index()].process;
        self.processes[process.index()].alive -= 1;
        match self.processes[process.index()].alive {
            0 => self.process_gone(thread, process, 0, None),
            _ => None,
        }
    }

    /// The threads of `process` stop where they are, because of `by`: which they were. None where it has ended.
    fn stop_threads(&mut self, by: ThreadId, process: ProcessId) -> Vec<ThreadId> {
        let has_ended = |known: &Process| known.end.is_some() || known.dying.is_some();
        if self.processes.get(process.index()).is_none_or(has_ended) {
            return Vec::new();
        }
        if let Some(gil) = &mut self.processes[process.index()].gil {
            gil.abandon();
        }
        let members: Vec<ThreadId> = (0..self.threads.len() as u32).map(ThreadId).collect();
        let members = members.into_iter().filter(|member| {
            let state = &self.threads[member.index()];
            state.process == process && state.phase != Phase::Ended
        });
        let members: Vec<ThreadId> = members.collect();
        self.cores.forget_waiting(&members);
        let mut lost_wakes = Vec::new();
        for &member in &members {
            self.timers.cancel(member);
            match self.threads[member.index()].phase {
                Phase::OnCore => {
                    let ahead_ns = self.cores.ahead_ns(member, self.now_ns);
                    self.cpu_ns = self.cpu_ns.saturating_sub(ahead_ns);
                    self.leave_core(member);
                }
                Phase::Parked => self.desert_queue(member),
                // Who was woken in its place must not wait for ever.
                Phase::Waking => lost_wakes.push(self.threads[member.index()].wait.queue),
                _ => {}
            }
            self.threads[member.index()].phase = Phase::Ended;
            let lane = self.threads[member.index()].lane;
            self.recorder.leave(lane, self.now_ns);
        }
        for queue in lost_wakes {
            if queue.is_shared() {
                self.wake(by, queue, 1);
            }
        }
        members
    }

    /// A thread of `process` exits for all of them: they stop where they are. The outcome of the run if it was the last.
    pub(crate) fn exit_process(
        &mut self,
        by: ThreadId,
        exit_code: i32,
        exception: Option<String>,
    ) -> Option<Outcome> {
        let process = self.threads[by.index()].process;
        self.stop_threads(by, process);
        self.processes[process.index()].alive = 0;
        self.process_gone(by, process, exit_code, exception)
    }

    /// `by` ends `process`: its threads stop where they are, and soon others can tell.
    pub(crate) fn end_process(&mut self, by: ThreadId, process: ProcessId, exit_code: i32) {
        let members = self.stop_threads(by, process);
        let Some(&last) = members.first() else {
            return;
        };
        self.processes[process.index()].alive = 1;
        self.processes[process.index()].dying = Some(exit_code);
        self.threads[last.index()].phase = Phase::Dying;
        let over_ns = self.config.costs.process_end_ns;
        self.timers.set(last, self.now_ns.saturating_add(over_ns));
    }

    /// The process of `thread`, its last, has given all back.
    pub(crate) fn died(&mut self, thread: ThreadId) -> Option<Outcome> {
        self.threads[thread.index()].phase = Phase::Ended;
        let process = self.threads[thread.index()].process;
        self.processes[process.index()].alive = 0;
        let exit_code = self.processes[process.index()].dying.unwrap_or(0);
        self.process_gone(thread, process, exit_code, None)
    }

    /// `process` has no threads any more: who waits for that is woken.
    fn process_gone(
        &mut self,
        by: ThreadId,
        process: ProcessId,
        exit_code: i32,
        exception: Option<String>,
    ) -> Option<Outcome> {
        let state = &mut self.processes[process.index()];
        state.end = Some(match exception {
            Some(exception) => Outcome::UncaughtException { exception },
            None => Outcome::Finished { exit_code },
        });
        state.queues = Vec::new();
        if let Some(gil) = &state.gil {
            self.recorder.close(gil.lane(), self.now_ns);
        }
        self.recorder.close_process(process, self.now_ns);
        for queue in self.guest.process_ended(process, exit_code, self.now_ns) {
            self.wake(by, queue, u32::MAX);
        }
        let all_ended = self.processes.iter().all(|process| process.alive == 0);
        all_ended.then(|| self.main_end()).flatten()
    }

    /// How the main process ended, if it has.
    pub(crate) fn main_end(&self) -> Option<Outcome> {
        self.processes[MAIN_PROCESS.index()].end.clone()
    }

    /// The queue of that number, as `thread` sees it.
    pub(crate) fn queue_of(&mut self, thread: ThreadId, queue: QueueId) -> &mut Queue {
        let queues = match queue.is_shared() {
            true => &mut self.shared_queues,
            false => {
                let process = self.threads[thread.index()].process;
                &mut self.processes[process.index()].queues
            }
        };
        let index = queue.index();
        if queues.len() <= index {
            queues.resize_with(index + 1, Queue::default);
        }
        &mut queues[index]
    }
}
