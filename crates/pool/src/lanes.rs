//! A run as lanes of a trace, below what the trace has already: processes, threads, tasks and GILs of
//! its own. Owns how a run's clocks, which are never quite one, become slices that never overlap.

use crate::plan::{Plan, ProgramId, Shared, SharedKind};
use crate::protocol::{Measured, Stretch};
use crate::rehearse::Terms;
use interleave_trace::{
    Lane, LaneId, LaneKind, Marks, Object, ObjectId, Process, ProcessId, Role, Slice, Slices,
    State, TaskId, ThreadId, Trace,
};

/// Appends `run` to `trace`, its times multiplied by `factor`. A `title` names its processes and
/// stands before its lanes' names.
pub fn append(
    trace: &mut Trace,
    plan: &Plan,
    run: &Measured,
    terms: &Terms,
    factor: u64,
    title: Option<&str>,
) {
    let end_ns = run.makespan_ns.saturating_mul(factor);
    let run = Run {
        plan,
        run,
        terms,
        factor,
        title,
        end_ns,
        first_process: first_process(trace),
        first_thread: trace.thread_lanes.len() as u32,
        first_object: trace.objects.len() as u32,
    };
    trace.objects.extend(plan.shared.iter().map(object));
    run.add_processes(trace);
    run.add_lanes(trace);
    trace.end_ns = trace.end_ns.max(end_ns);
}

struct Run<'a> {
    plan: &'a Plan,
    run: &'a Measured,
    terms: &'a Terms,
    factor: u64,
    title: Option<&'a str>,
    end_ns: u64,
    first_process: u32,
    first_thread: u32,
    first_object: u32,
}

fn first_process(trace: &Trace) -> u32 {
    let named = trace.processes.len() as u32;
    let used = trace.lanes.iter().map(|lane| lane.process.0 + 1);
    used.max().unwrap_or(0).max(named)
}

fn object(shared: &Shared) -> Object {
    Object {
        kind: shared.name.clone(),
        label: shared.label.clone(),
        role: match shared.kind {
            SharedKind::Counter { permits: 1 } => Role::Mutex,
            SharedKind::Counter { .. } => Role::Counter,
            SharedKind::Channel { .. } => Role::Channel,
            SharedKind::Latch => Role::Signal,
            SharedKind::Barrier { .. } => Role::Barrier,
        },
    }
}

impl Run<'_> {
    fn programs(&self) -> impl Iterator<Item = ProgramId> + use<> {
        (0..self.plan.programs.len() as u32).map(ProgramId)
    }

    /// A time of the run on the trace's axis, never after the end.
    fn axis_ns(&self, ns: u64) -> u64 {
        ns.saturating_mul(self.factor).min(self.end_ns)
    }

    fn began_ns(&self, program: ProgramId) -> u64 {
        let began_ns = self.run.began_ns.get(program.index());
        self.axis_ns(began_ns.copied().unwrap_or(0))
    }

    fn ended_ns(&self, program: ProgramId) -> Option<u64> {
        let ended_ns = self.run.ended_ns.get(program.index()).copied();
        let ended_ns = ended_ns.filter(|&ended_ns| ended_ns != u64::MAX);
        ended_ns.map(|ended_ns| self.axis_ns(ended_ns))
    }

    fn process_of(&self, program: ProgramId) -> ProcessId {
        ProcessId(self.first_process + self.terms.way.process_of(self.plan, program))
    }

    fn add_processes(&self, trace: &mut Trace) {
        // Lanes name processes by number: those that the trace only uses get their rows now.
        while trace.processes.len() < self.first_process as usize {
            let name = format!("Process {}", trace.processes.len());
            trace.processes.push(Process {
                name,
                parent: None,
                start_ns: 0,
                end_ns: None,
            });
        }
        let title = self.title.unwrap_or("Run");
        for number in 0..self.terms.way.processes(self.plan) {
            let process = ProcessId(self.first_process + number);
            let own: Vec<ProgramId> = self
                .programs()
                .filter(|&program| self.process_of(program) == process)
                .collect();
            let start_ns = own.iter().map(|&program| self.began_ns(program)).min();
            let ends_ns = own.iter().map(|&program| self.ended_ns(program));
            trace.processes.push(Process {
                name: process_name(title, number),
                parent: (number > 0).then_some(ProcessId(self.first_process)),
                start_ns: start_ns.unwrap_or(0),
                end_ns: ends_ns.max().flatten(),
            });
        }
    }

    fn add_lanes(&self, trace: &mut Trace) {
        let is_task = |lane: &&Lane| matches!(lane.kind, LaneKind::Task(_));
        let mut tasks = trace.lanes.iter().filter(is_task).count() as u32;
        let way = self.terms.way;
        let mut threads = vec![None; self.plan.programs.len()];
        let mut next = self.first_thread;
        for program in self.programs() {
            if way.worker_of(self.plan, program) == program {
                threads[program.index()] = Some(ThreadId(next));
                next += 1;
            }
        }
        if way.has_gil(self.terms.has_gil) {
            self.add_gils(trace, &threads);
        }
        let mut own = vec![Vec::new(); self.plan.programs.len()];
        for stretch in &self.run.stretches {
            own[stretch.program.index()].push((*stretch, None));
        }
        for (program, own) in self.programs().zip(own) {
            let host = threads[way.worker_of(self.plan, program).index()];
            let kind = match threads[program.index()] {
                Some(thread) => {
                    trace.thread_lanes.push(LaneId(trace.lanes.len() as u32));
                    LaneKind::Thread(thread)
                }
                None => {
                    tasks += 1;
                    LaneKind::Task(TaskId(tasks - 1))
                }
            };
            let name = &self.plan.programs[program.index()].name;
            let process = self.process_of(program);
            let lane = Lane {
                kind,
                process,
                name: self.titled(process, name),
                parent: match kind {
                    LaneKind::Task(_) => host,
                    _ => None,
                },
                daemon: false,
                start_ns: self.began_ns(program),
                end_ns: self.ended_ns(program),
            };
            add(trace, lane, self.slices(own));
        }
    }

    fn add_gils(&self, trace: &mut Trace, threads: &[Option<ThreadId>]) {
        for number in 0..self.terms.way.processes(self.plan) {
            let process = ProcessId(self.first_process + number);
            let held = self.run.stretches.iter().filter(|stretch| {
                stretch.state == State::Running && self.process_of(stretch.program) == process
            });
            let held = held.map(|stretch| {
                let worker = self.terms.way.worker_of(self.plan, stretch.program);
                (*stretch, threads[worker.index()])
            });
            let lane = Lane {
                kind: LaneKind::Gil(process),
                process,
                name: "GIL".to_owned(),
                parent: None,
                daemon: false,
                start_ns: trace.processes[process.index()].start_ns,
                end_ns: trace.processes[process.index()].end_ns,
            };
            let slices = self.slices(held.collect());
            add(trace, lane, slices);
        }
    }

    /// A lane's name, so that its title says whose it is: a main thread's title does by itself.
    fn titled(&self, process: ProcessId, name: &str) -> String {
        let number = process.0 - self.first_process;
        match self.title {
            Some(title) if name != "MainThread" => {
                format!("{}: {name}", process_name(title, number))
            }
            _ => name.to_owned(),
        }
    }

    /// The slices of a lane. Clocks of several workers may differ a little: who comes first keeps
    /// what two of them claim.
    fn slices(&self, mut held: Vec<(Stretch, Option<ThreadId>)>) -> Slices {
        held.sort_by_key(|(stretch, _)| (stretch.start_ns, stretch.end_ns));
        let mut slices = Slices::default();
        let mut free_ns = 0;
        let mut pending: Option<Slice> = None;
        for (stretch, holder) in held {
            let start_ns = self.axis_ns(stretch.start_ns).max(free_ns);
            let end_ns = self.axis_ns(stretch.end_ns);
            if end_ns <= start_ns {
                continue;
            }
            free_ns = end_ns;
            let is_resource = holder.is_some();
            let waits_for = stretch.state == State::Blocked && !is_resource;
            let known = (stretch.shared as usize) < self.plan.shared.len();
            let slice = Slice {
                start_ns,
                end_ns,
                state: stretch.state,
                place: stretch.place,
                object: (waits_for && known).then(|| ObjectId(self.first_object + stretch.shared)),
                holder,
            };
            match &mut pending {
                Some(last)
                    if last.end_ns == start_ns
                        && (last.state, last.object, last.holder)
                            == (slice.state, slice.object, slice.holder)
                        && (is_resource || last.place == slice.place) =>
                {
                    last.end_ns = end_ns;
                }
                _ => {
                    if let Some(done) = pending.replace(slice) {
                        slices.push(done);
                    }
                }
            }
        }
        if let Some(done) = pending {
            slices.push(done);
        }
        slices
    }
}

fn process_name(title: &str, number: u32) -> String {
    match number {
        0 => title.to_owned(),
        number => format!("{title} {}", number + 1),
    }
}

fn add(trace: &mut Trace, lane: Lane, slices: Slices) {
    trace.lanes.push(lane);
    trace.slices.push(slices);
    trace.marks.push(Marks::default());
}
