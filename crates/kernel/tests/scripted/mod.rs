//! A guest for tests: threads that follow scripts. Its locks, flags and joins are built over park
//! and wake just as a real library's are. (Over 400 lines because a guest is one trait.)

use interleave_kernel::{
    Chooser, Config, Guest, Kernel, OnWake, Op, QueueId, Ran, Reply, Stop, WaitsFor,
};
use interleave_trace::{ObjectId, Outcome, Place, ProcessId, Recorder, State, ThreadId, Trace};

/// What a computing thread takes at once, and what any other line costs, in virtual ns.
pub const STEP_NS: u64 = 10;

/// A line of a script.
#[derive(Clone, Debug)]
#[allow(dead_code)]
pub enum Line {
    /// Use the CPU, with a switch point every step.
    Compute(u64),
    /// Use the CPU without a switch point, neither within nor before the next line.
    Solid(u64),
    Sleep(u64),
    Io(u64),
    Syscall(u64),
    Lock(u32),
    /// Try for at most so many ns; without luck the next line is skipped.
    LockWithin(u32, u64),
    Unlock(u32),
    SetFlag(u32),
    AwaitFlag(u32),
    /// Start a thread that follows the script with this number.
    Spawn(usize),
    /// Start a process whose main thread follows the script with this number.
    Start(usize),
    /// Wait for the end of the process of this number.
    Await(u32),
    /// End the process of this number with exit code 9.
    Kill(u32),
    /// Wait for the end of the thread that was started as the n-th, if there is one.
    Join(usize),
    Choose(u32),
    /// Interrupt the thread of this number; what it slept in or waited for is given up.
    Interrupt(u32),
    /// Write the time down.
    Note(u32),
    Exit(i32),
}

const FLAGS: u32 = 32;
const ENDS: u32 = 64;
const PROCESS_ENDS: u32 = 4096;

#[derive(Clone, Debug, Default)]
struct Latch {
    holder: Option<ThreadId>,
    set: bool,
    waiting: u32,
    wakes: u64,
}

#[derive(Clone, Debug, Default)]
struct Follower {
    script: usize,
    line: usize,
    done_ns: u64,
    awaits: Option<u32>,
    starting: usize,
    children: Vec<ThreadId>,
    leaving: bool,
    process: u32,
}

/// A note: who reached it when.
pub type Note = (u32, ThreadId, u64);

/// The guest.
#[derive(Clone, Debug)]
pub struct Scripted {
    scripts: Vec<Vec<Line>>,
    threads: Vec<Follower>,
    latches: Vec<Latch>,
    steps: u64,
    /// Every stretch that a thread ran, in virtual ns.
    pub spans: Vec<(ThreadId, u64, u64)>,
    pub notes: Vec<Note>,
    pub chosen: Vec<u32>,
    /// Who was interrupted, with what was left of the sleep, in virtual ns.
    pub interrupted: Vec<(ThreadId, u64)>,
    /// Every process that ended, with its exit code and when, in virtual ns.
    pub ended: Vec<(ProcessId, i32, u64)>,
}

impl Scripted {
    pub fn new(scripts: &[Vec<Line>]) -> Scripted {
        Scripted {
            scripts: scripts.to_vec(),
            threads: vec![Follower::default()],
            latches: Vec::new(),
            steps: 0,
            spans: Vec::new(),
            notes: Vec::new(),
            chosen: Vec::new(),
            interrupted: Vec::new(),
            ended: Vec::new(),
        }
    }

    fn latch(&mut self, queue: u32) -> &mut Latch {
        let index = queue as usize;
        if self.latches.len() <= index {
            self.latches.resize_with(index + 1, Latch::default);
        }
        &mut self.latches[index]
    }

    /// Whether the wait of `thread` for `queue` is over; if so a lock is taken.
    fn pass(&mut self, thread: ThreadId, queue: u32) -> bool {
        let latch = self.latch(queue);
        if queue >= FLAGS {
            return latch.set;
        }
        let free = latch.holder.is_none();
        if free {
            latch.holder = Some(thread);
        }
        free
    }

    fn wait(&mut self, thread: ThreadId, queue: u32, deadline_ns: Option<u64>) -> Option<Op> {
        if self.pass(thread, queue) {
            return None;
        }
        self.threads[thread.index()].awaits = Some(queue);
        let latch = self.latch(queue);
        latch.waiting += 1;
        Some(Op::Park {
            queue: QueueId::shared(queue),
            deadline_ns,
            generation: latch.wakes,
            object: Some(ObjectId(queue)),
            holder: latch.holder,
        })
    }

    fn set(&mut self, queue: u32) -> Option<Op> {
        self.latch(queue).set = true;
        self.wake(queue, u32::MAX)
    }

    fn wake(&mut self, queue: u32, count: u32) -> Option<Op> {
        let latch = self.latch(queue);
        if latch.waiting == 0 {
            return None;
        }
        latch.wakes += 1;
        Some(Op::Wake {
            queue: QueueId::shared(queue),
            count,
        })
    }

    fn act(&mut self, thread: ThreadId, line: &Line, now_ns: u64) -> Option<Stop> {
        let op = match *line {
            Line::Compute(_) | Line::Solid(_) => None,
            Line::Sleep(ns) => Some(Op::Sleep {
                ns,
                state: State::Sleeping,
            }),
            Line::Io(ns) => Some(Op::Sleep {
                ns,
                state: State::Io,
            }),
            Line::Syscall(ns) => Some(Op::Syscall { ns }),
            Line::Lock(lock) => self.wait(thread, lock, None),
            Line::LockWithin(lock, ns) => self.wait(thread, lock, Some(now_ns + ns)),
            Line::Unlock(lock) => {
                assert_eq!(
                    self.latch(lock).holder,
                    Some(thread),
                    "only the holder unlocks"
                );
                self.latch(lock).holder = None;
                self.wake(lock, 1)
            }
            Line::SetFlag(flag) => self.set(FLAGS + flag),
            Line::AwaitFlag(flag) => self.wait(thread, FLAGS + flag, None),
            Line::Spawn(script) => {
                self.threads[thread.index()].starting = script;
                Some(Op::Spawn {
                    name: format!("script {script}"),
                    daemon: false,
                })
            }
            Line::Join(nth) => {
                let child = self.threads[thread.index()].children.get(nth).copied();
                child.and_then(|child| self.wait(thread, ENDS + child.0, None))
            }
            Line::Interrupt(thread) => Some(Op::Interrupt {
                thread: ThreadId(thread),
            }),
            Line::Choose(options) => Some(Op::Choose { options }),
            Line::Note(note) => {
                self.notes.push((note, thread, now_ns));
                None
            }
            Line::Exit(exit_code) => Some(Op::ExitProcess {
                exit_code,
                exception: None,
            }),
            Line::Start(script) => {
                self.threads[thread.index()].starting = script;
                Some(Op::StartProcess {
                    name: format!("process {script}"),
                    thread_name: "MainThread".to_owned(),
                    copies: false,
                })
            }
            Line::Await(process) => self.wait(thread, PROCESS_ENDS + process, None),
            Line::Kill(process) => Some(Op::EndProcess {
                process: ProcessId(process),
                exit_code: 9,
            }),
        };
        op.map(Stop::Op)
    }
}

impl Guest for Scripted {
    fn run(&mut self, thread: ThreadId, now_ns: u64, budget_ns: u64, _: &mut Recorder) -> Ran {
        let mut used_ns = 0;
        let stop = loop {
            let follower = &mut self.threads[thread.index()];
            let Some(line) = self.scripts[follower.script].get(follower.line).cloned() else {
                if std::mem::replace(&mut follower.leaving, true) {
                    break Stop::Exit;
                }
                match self.set(ENDS + thread.0) {
                    Some(op) => break Stop::Op(op),
                    None => continue,
                }
            };
            self.steps += 1;
            match line {
                Line::Compute(ns) if follower.done_ns + STEP_NS < ns => {
                    follower.done_ns += STEP_NS;
                    used_ns += STEP_NS;
                }
                _ => {
                    used_ns += match line {
                        Line::Compute(ns) => ns - follower.done_ns,
                        Line::Solid(ns) => ns,
                        _ => STEP_NS,
                    };
                    follower.done_ns = 0;
                    follower.line += 1;
                    if let Some(stop) = self.act(thread, &line, now_ns + used_ns) {
                        break stop;
                    }
                }
            }
            if used_ns >= budget_ns && !matches!(line, Line::Solid(_)) {
                break Stop::Budget;
            }
        };
        self.spans.push((thread, now_ns, now_ns + used_ns));
        Ran { used_ns, stop }
    }

    fn reply(&mut self, thread: ThreadId, reply: Reply) {
        let follower = &mut self.threads[thread.index()];
        match reply {
            Reply::Thread(child) => {
                let script = follower.starting;
                follower.children.push(child);
                assert_eq!(
                    child.index(),
                    self.threads.len(),
                    "threads are numbered in order"
                );
                let process = self.threads[thread.index()].process;
                self.threads.push(Follower {
                    script,
                    process,
                    ..Follower::default()
                });
            }
            Reply::Process { process, .. } => {
                let script = follower.starting;
                self.threads.push(Follower {
                    script,
                    process: process.0,
                    ..Follower::default()
                });
            }
            Reply::TimedOut => {
                follower.line += 1;
                if let Some(queue) = follower.awaits.take() {
                    self.latch(queue).waiting -= 1;
                }
            }
            Reply::Interrupted { left_ns } => {
                self.interrupted.push((thread, left_ns));
                if let Some(queue) = follower.awaits.take() {
                    self.latch(queue).waiting -= 1;
                }
            }
            Reply::Chosen(picked) => self.chosen.push(picked),
            Reply::Done | Reply::Woken | Reply::Count(_) => {}
        }
    }

    fn on_wake(&mut self, thread: ThreadId, _now_ns: u64) -> OnWake {
        let queue = self.threads[thread.index()]
            .awaits
            .expect("only a waiting thread is woken");
        if !self.pass(thread, queue) {
            return OnWake::ParkAgain;
        }
        self.threads[thread.index()].awaits = None;
        self.latch(queue).waiting -= 1;
        OnWake::Ready
    }

    fn waits_for(&mut self, thread: ThreadId) -> WaitsFor {
        let Some(queue) = self.threads[thread.index()].awaits else {
            return WaitsFor::default();
        };
        let holder = match queue {
            0..FLAGS => self.latches[queue as usize].holder,
            FLAGS..ENDS => None,
            ENDS..PROCESS_ENDS => Some(ThreadId(queue - ENDS)),
            _ => None,
        };
        WaitsFor {
            object: Some(ObjectId(queue)),
            holder,
        }
    }

    fn process_ended(&mut self, process: ProcessId, exit_code: i32, now_ns: u64) -> Vec<QueueId> {
        self.ended.push((process, exit_code, now_ns));
        let queue = PROCESS_ENDS + process.0;
        let mut wakes = Vec::new();
        let latch = self.latch(queue);
        latch.set = true;
        if latch.waiting > 0 {
            latch.wakes += 1;
            wakes.push(QueueId::shared(queue));
        }
        // A robust lock: who ended holds it no more.
        for lock in 0..FLAGS.min(self.latches.len() as u32) {
            let holder = self.latches[lock as usize].holder;
            let is_gone = |holder: ThreadId| self.threads[holder.index()].process == process.0;
            if holder.is_some_and(is_gone) {
                let latch = self.latch(lock);
                latch.holder = None;
                if latch.waiting > 0 {
                    latch.wakes += 1;
                    wakes.push(QueueId::shared(lock));
                }
            }
        }
        wakes
    }

    fn place(&self, thread: ThreadId) -> Place {
        let follower = &self.threads[thread.index()];
        Place::new(follower.script as u8, follower.line as u32 + 1)
    }

    fn steps(&self) -> u64 {
        self.steps
    }
}

/// Runs `scripts` (the first is the main thread's) to the end.
#[allow(dead_code)]
pub fn run<C: Chooser>(config: &Config, scripts: &[Vec<Line>], chooser: C) -> (Trace, Scripted) {
    let guest = Scripted::new(scripts);
    let mut kernel = Kernel::new(config.clone(), guest, chooser, "MainThread");
    while kernel.advance(1_000_000).is_none() {}
    kernel.finish(false)
}

/// When `note` was written down first, in virtual ns.
#[allow(dead_code)]
pub fn noted_ns(guest: &Scripted, note: u32) -> u64 {
    guest
        .notes
        .iter()
        .find(|(known, ..)| *known == note)
        .expect("the note was reached")
        .2
}

/// The slices of a thread's lane: state, start and end in virtual ns.
#[allow(dead_code)]
pub fn states(trace: &Trace, thread: u32) -> Vec<(State, u64, u64)> {
    let lane = trace.thread_lanes[thread as usize];
    let slices = trace.slices[lane.index()].iter();
    slices
        .map(|slice| (slice.state, slice.start_ns, slice.end_ns))
        .collect()
}

/// That the run ended by itself.
#[allow(dead_code)]
pub fn finished(trace: &Trace) -> bool {
    trace.outcome == Outcome::Finished { exit_code: 0 }
}
