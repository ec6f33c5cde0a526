//! Running a thread of a process for the kernel, waking it, and where it is.
//! (Over 400 lines because running, interrupting and telling are one to the kernel.)

use super::execute::Halt;
use super::{Args, Blocking, Called, Flow, LaneNote, Note, OnReturn, Then, ThreadState, Vm};
use crate::heap::{Host, Object, Value};
use interleave_kernel::{OnWake, Op, Ran, Reply, Stop, WaitsFor};
use interleave_trace::{Object as TraceObject, Outcome, Place, Recorder, Stream, ThreadId};

/// Bounds that the VM watches itself.
#[derive(Clone, Copy, Debug)]
pub struct RunLimits {
    /// Interpreter steps.
    pub steps: u64,
    /// Heap bytes.
    pub heap_bytes: u64,
    /// Bytes printed.
    pub output_bytes: u64,
}

/// The root of a function that the main thread calls as soon as it goes on (CPython's pending calls).
pub const PENDING_CALL: &str = "pending call";

/// The root of a function that is to be the pending call when other processes have sent signals.
pub const SIGNALS_DUE: &str = "signals due";

/// Marks a thread's number as the machine's.
const OTHER: u32 = 1 << 31;

/// A hot loop is marked in the trace at most this often, in ps.
const MARK_EVERY_PS: u64 = 20_000_000;

impl super::Options {
    /// Whether a thread may be switched at every instruction: up to 3.9 nearly so (semantics, rule 5), and without a GIL.
    pub fn switches_everywhere(&self) -> bool {
        !self.gil || self.minor <= 9
    }
}

impl Vm {
    /// Runs the thread of that number for the kernel.
    pub(super) fn run(
        &mut self,
        thread: usize,
        now_ns: u64,
        budget_ns: u64,
        recorder: &mut Recorder,
    ) -> Ran {
        // Where the kernel only looked up, the line's marks go on as if it had not.
        let goes_on = self.current == thread && self.stopped_at_ns == Some(now_ns);
        self.switch_to(thread);
        self.resumed_at_ns = now_ns;
        self.carry_ps = self.threads[self.current].carry_ps;
        if goes_on {
            self.next_mark_ps = self.next_mark_ps.saturating_sub(self.spent_ps);
        } else {
            self.next_mark_ps = 0;
            self.last_place = Place::NONE;
        }
        self.spent_ps = 0;
        let budget_ps = budget_ns
            .saturating_mul(1000)
            .saturating_sub(self.carry_ps)
            .max(1);
        let mut stop = self.go_on(budget_ps);
        if let Some(end) = self.end.take() {
            stop = end;
        }
        let total_ps = self.spent_ps + self.carry_ps;
        let used_ns = total_ps / 1000;
        let place = self.place_here();
        let state = &mut self.threads[self.current];
        state.carry_ps = total_ps % 1000;
        state.cpu_ns += used_ns;
        state.place = place;
        self.tell(now_ns, used_ns, recorder);
        self.stopped_at_ns = matches!(stop, Stop::Budget).then_some(now_ns + used_ns);
        match &mut stop {
            Stop::Op(Op::Park {
                holder: Some(holder),
                ..
            }) => *holder = self.machine_thread(*holder),
            Stop::Op(Op::Interrupt { thread }) => *thread = self.machine_thread(*thread),
            _ => {}
        }
        Ran { used_ns, stop }
    }

    /// A thread was woken: does it go on?
    pub(super) fn on_wake(&mut self, thread: usize) -> OnWake {
        let blocked = self.threads[thread].blocked.as_ref();
        let Some((decide, state)) = blocked.and_then(|(b, _)| Some((b.on_wake?, b.state.clone())))
        else {
            return OnWake::Ready;
        };
        decide(self, ThreadId(thread as u32), &state)
    }

    /// What a parked thread waits for.
    pub(super) fn waits_for(&self, thread: usize) -> WaitsFor {
        let Some((blocking, _)) = &self.threads[thread].blocked else {
            return WaitsFor::default();
        };
        let (object, holder) = match (blocking.waits_for, &blocking.op) {
            (Some(look), _) => look(self, &blocking.state),
            (None, Op::Park { object, holder, .. }) => (*object, *holder),
            _ => (None, None),
        };
        let holder = holder.map(|holder| self.machine_thread(holder));
        WaitsFor { object, holder }
    }

    /// The line that a thread is on.
    pub(super) fn place(&self, thread: usize) -> Place {
        if thread == self.current {
            return self.place_here();
        }
        self.threads
            .get(thread)
            .map_or(Place::NONE, |state| state.place)
    }

    /// A thread of the machine, in place of one of this process: who holds what another process waits for.
    pub fn other_thread(machine: ThreadId) -> ThreadId {
        ThreadId(OTHER | machine.0)
    }

    /// The running thread's number among the machine's.
    pub fn this_thread(&self) -> ThreadId {
        self.threads[self.current].machine
    }

    /// The machine's number for a thread of this process.
    fn machine_thread(&self, thread: ThreadId) -> ThreadId {
        if thread.0 & OTHER != 0 {
            return ThreadId(thread.0 & !OTHER);
        }
        let state = self.threads.get(thread.index());
        state.map_or(thread, |state| state.machine)
    }

    fn make_thread(&mut self, index: usize) {
        if index >= self.threads.len() {
            self.threads.resize_with(index + 1, ThreadState::default);
        }
    }

    pub(super) fn switch_to(&mut self, index: usize) {
        self.make_thread(index);
        if index == self.current {
            return;
        }
        let own = &mut self.threads[self.current];
        std::mem::swap(&mut own.stack, &mut self.stack);
        std::mem::swap(&mut own.frames, &mut self.frames);
        std::mem::swap(&mut own.handled, &mut self.handled);
        self.current = index;
        let other = &mut self.threads[index];
        std::mem::swap(&mut other.stack, &mut self.stack);
        std::mem::swap(&mut other.frames, &mut self.frames);
        std::mem::swap(&mut other.handled, &mut self.handled);
    }

    fn go_on(&mut self, budget_ps: u64) -> Stop {
        if self.current == self.main_thread {
            self.look_for_signals();
        }
        let mut called = self.resume_blocked();
        if let Some((callable, args)) = self.threads[self.current].entry.take() {
            called = self.call(callable, args, OnReturn::Thread);
        }
        if self.current == self.main_thread
            && matches!(called, Ok(Called::Done | Called::Pushed))
            && let Some(pending) = self.roots.remove(PENDING_CALL)
        {
            called = self.call(pending, Args::default(), OnReturn::Discard);
        }
        match called {
            Ok(Called::Blocked(op)) => return Stop::Op(op),
            Ok(_) => {}
            Err(raised) => {
                if self.end.is_some() {
                    return Stop::Exit;
                }
                match self.unwind(raised, 0) {
                    super::unwind::Unwound::Continue => {}
                    super::unwind::Unwound::Blocked(op) => return Stop::Op(op),
                    super::unwind::Unwound::Left(exception) => {
                        return self.thread_left(Some(exception));
                    }
                }
            }
        }
        match self.execute(0, budget_ps) {
            Halt::Budget => Stop::Budget,
            Halt::Op(op) => Stop::Op(op),
            Halt::End => Stop::Exit,
            Halt::Left(exception) => self.thread_left(exception),
        }
    }

    /// Signals of other processes are handled as soon as the main thread goes on.
    fn look_for_signals(&mut self) {
        let entry = self.world.processes.get(self.process.index());
        if entry.is_none_or(|entry| entry.due.is_empty()) {
            return;
        }
        if !self.roots.contains_key(SIGNALS_DUE) {
            // A library without the module leaves the signals due.
            let _ = self.import_library("signal");
        }
        if let Some(&handlers) = self.roots.get(SIGNALS_DUE) {
            self.roots.insert(PENDING_CALL, handlers);
        }
    }

    fn resume_blocked(&mut self) -> Result<Called, super::Raised> {
        let state = &mut self.threads[self.current];
        let Some(reply) = state.reply.take() else {
            return Ok(Called::Done);
        };
        let Some((blocking, on_return)) = state.blocked.take() else {
            return Ok(Called::Done);
        };
        if let Reply::Interrupted { left_ns } = reply {
            return self.interrupted(blocking, on_return, left_ns);
        }
        let flow = (blocking.resume)(self, &blocking.state, reply)?;
        self.act(flow, on_return)
    }

    /// A blocked call was interrupted: the pending call runs, then the blocked one goes on. Source: PEP 475.
    fn interrupted(
        &mut self,
        mut blocking: Blocking,
        on_return: OnReturn,
        left_ns: u64,
    ) -> Result<Called, super::Raised> {
        if let Op::Sleep { ns, .. } = &mut blocking.op {
            *ns = left_ns;
        }
        let Some(pending) = self.roots.remove(PENDING_CALL) else {
            return Ok(Called::Blocked(self.block(blocking, on_return)));
        };
        let now_ns = self.now_ns();
        if let Op::Sleep { ns, .. } = &mut blocking.op {
            *ns = ns.saturating_add(now_ns);
        }
        let depth = self.frames.len();
        let stack = &mut self.threads[self.current].interrupted;
        // What an exception has left behind is not taken up again.
        stack.retain(|&(below, _)| below < depth);
        stack.push((depth, blocking));
        let go_on = Then::new(
            |vm, _, _| {
                let depth = vm.frames.len();
                let stack = &mut vm.threads[vm.current].interrupted;
                stack.retain(|&(below, _)| below <= depth);
                let (_, mut blocking) = stack.pop().expect("an interrupted call waits");
                // Till when a sleep lasts was noted in place of how long.
                let now_ns = vm.now_ns();
                if let Op::Sleep { ns, .. } = &mut blocking.op {
                    *ns = ns.saturating_sub(now_ns);
                }
                Ok(Flow::Block(Box::new(blocking)))
            },
            Vec::new(),
        );
        let then = OnReturn::Then(Box::new((go_on, on_return)));
        self.call(pending, Args::default(), then)
    }

    /// The thread's first function has ended. The library's entry functions catch everything, so an exception here is
    /// one that ended the library itself.
    fn thread_left(&mut self, exception: Option<Value>) -> Stop {
        match exception {
            None => Stop::Exit,
            // The others go on: it is as if the interpreter had fallen over.
            Some(_) if self.process.0 != 0 => Stop::Op(Op::ExitProcess {
                exit_code: 1,
                exception: None,
            }),
            Some(exception) => {
                let text = self.str_nested(exception).unwrap_or_default();
                let exception = format!("{}: {text}", self.type_name(exception));
                Stop::End(Outcome::UncaughtException { exception })
            }
        }
    }

    /// What the running thread noted goes to the trace.
    fn tell(&mut self, now_ns: u64, used_ns: u64, recorder: &mut Recorder) {
        let thread = self.this_thread();
        for (at_ps, place, note) in std::mem::take(&mut self.notes) {
            let at_ns = now_ns + ((at_ps + self.carry_ps) / 1000).min(used_ns);
            match note {
                Note::Output(stream, text) => recorder.output(at_ns, thread, stream, &text),
                Note::Object { kind, label, role } => {
                    recorder.add_object(TraceObject {
                        kind: kind.to_string(),
                        label,
                        role,
                    });
                }
                Note::Label(object, label) => recorder.label_object(object, &label),
                Note::Event {
                    object,
                    verb,
                    value,
                } => recorder.object_event(at_ns, thread, object, &verb, place, value),
                Note::Poll { object, count } => {
                    recorder.poll(at_ns, thread, object, place, count);
                }
                Note::Mark(place) => recorder.mark(thread, at_ns, place),
                Note::Task(task, told) => match (recorder.task_lane(task), told) {
                    (_, LaneNote::Begin(name)) => {
                        recorder.add_task(thread, at_ns, &name);
                    }
                    (Some(lane), LaneNote::Enter(state, place, object)) => {
                        recorder.enter(lane, at_ns, state, place, object, None);
                    }
                    (Some(lane), LaneNote::End) => recorder.close(lane, at_ns),
                    (_, LaneNote::Rename(name)) => recorder.rename_task(task, &name),
                    (None, _) => {}
                },
                Note::Rename(other, name) => {
                    recorder.rename(self.machine_thread(ThreadId(other)), &name);
                }
                Note::RenameProcess(name) => recorder.rename_process(self.process, &name),
            }
        }
    }

    /// The innermost line of the script that the running thread is on.
    pub fn place_here(&self) -> Place {
        for frame in self.frames.iter().rev() {
            if frame.code.code.file == super::import::LIBRARY_FILE {
                continue;
            }
            let at = frame.ip.saturating_sub(1);
            if let Some(&line) = frame.code.code.lines.get(at) {
                return Place::new(frame.code.code.file, line);
            }
        }
        Place::NONE
    }

    /// Notes the running line, now and then.
    pub(super) fn mark_line(&mut self) {
        if self.spent_ps < self.next_mark_ps {
            return;
        }
        self.next_mark_ps = self.spent_ps + MARK_EVERY_PS;
        self.set_pause();
        let place = self.place_here();
        if place != self.last_place {
            self.last_place = place;
            self.note(Note::Mark(place));
        }
    }

    /// Writes text to a stream at this moment.
    pub fn write_now(&mut self, stream: Stream, text: &str) {
        self.world.output_bytes += text.len() as u64;
        if self.world.output_bytes >= self.options.limits.output_bytes {
            self.set_pause();
        }
        self.note(Note::Output(stream, text.into()));
    }

    /// Sets what a thread that is about to start runs.
    pub fn set_entry(&mut self, thread: ThreadId, callable: Value, args: Args, object: Value) {
        self.make_thread(thread.index());
        let state = &mut self.threads[thread.index()];
        state.entry = Some((callable, args));
        state.object = object;
    }

    /// The host state behind a value.
    #[inline]
    pub fn host(&self, value: Value) -> Option<&Host> {
        match self.object(value)? {
            Object::Host(host) => Some(host),
            _ => self.host_inside(value),
        }
    }

    /// The host state in an instance of a class that derives from one of the host's.
    #[cold]
    fn host_inside(&self, value: Value) -> Option<&Host> {
        match self.object(value)? {
            Object::Instance(instance) if !instance.base.is_unbound() => self.host(instance.base),
            _ => None,
        }
    }

    /// The host state behind a value.
    #[inline]
    pub fn host_mut(&mut self, value: Value) -> Option<&mut Host> {
        let mut r = value.as_ref()?;
        if !matches!(self.heap.get(r), Object::Host(_)) {
            r = self.unwrap(value).as_ref()?;
        }
        match self.heap.get_mut(r) {
            Object::Host(host) => Some(host),
            _ => None,
        }
    }
}
