//! Builds a trace while a machine runs, and bounds its size.

use crate::{
    Choice, Lane, LaneId, LaneKind, Marks, Object, ObjectEvent, ObjectId, Outcome, OutputChunk,
    Place, Poll, Process, ProcessId, Slice, Slices, State, Stream, TaskId, ThreadId, Trace, Wake,
    put_in_order,
};

/// So many tasks have lanes; of further ones the trace tells only how many they were.
pub const MAX_TASK_LANES: usize = 2_000;

/// An open stretch of a lane, not yet closed by the next state.
#[derive(Clone, Copy, Debug)]
struct Open {
    start_ns: u64,
    state: State,
    place: Place,
    object: Option<ObjectId>,
    holder: Option<ThreadId>,
}

/// Builds a trace. Adjacent stretches that say the same are one slice.
#[derive(Clone, Debug)]
pub struct Recorder {
    trace: Trace,
    open: Vec<Option<Open>>,
    /// `slices[lane]`: rows until the end, when they become the store's columns: writing a row
    /// touches one line of memory, writing columns one each.
    slices: Vec<Vec<Slice>>,
    mark_resolution_ns: u64,
    rows: u64,
    task_lanes: Vec<LaneId>,
    further_tasks: u64,
    further_lane: Option<LaneId>,
}

impl Recorder {
    /// An empty recorder; two marks of a lane are at least `mark_resolution_ns` apart.
    pub fn new(mark_resolution_ns: u64) -> Recorder {
        Recorder {
            trace: Trace {
                processes: Vec::new(),
                lanes: Vec::new(),
                slices: Vec::new(),
                marks: Vec::new(),
                thread_lanes: Vec::new(),
                objects: Vec::new(),
                verbs: Vec::new(),
                object_events: Vec::new(),
                polls: Vec::new(),
                wakes: Vec::new(),
                output: Vec::new(),
                choices: Vec::new(),
                outcome: Outcome::Stopped,
                end_ns: 0,
                cpu_ns: 0,
                steps: 0,
            },
            open: Vec::new(),
            slices: Vec::new(),
            mark_resolution_ns,
            rows: 0,
            task_lanes: Vec::new(),
            further_tasks: 0,
            further_lane: None,
        }
    }

    /// How many rows the trace has: what an event budget bounds.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The shortest time between two marks of a lane, in virtual ns.
    pub fn mark_resolution_ns(&self) -> u64 {
        self.mark_resolution_ns
    }

    /// Adds a process; its number is the next.
    pub fn add_process(&mut self, process: Process) {
        self.trace.processes.push(process);
        self.rows += 1;
    }

    /// Gives a process another name.
    pub fn rename_process(&mut self, process: ProcessId, name: &str) {
        if let Some(known) = self.trace.processes.get_mut(process.index()) {
            known.name = name.to_owned();
        }
    }

    /// The process is over.
    pub fn close_process(&mut self, process: ProcessId, at_ns: u64) {
        if let Some(known) = self.trace.processes.get_mut(process.index()) {
            known.end_ns = Some(at_ns);
        }
    }

    /// Adds a lane. A thread's lane must come in order of thread number.
    pub fn add_lane(&mut self, lane: Lane) -> LaneId {
        let id = LaneId(self.trace.lanes.len() as u32);
        if let LaneKind::Thread(thread) = lane.kind {
            assert_eq!(
                thread.index(),
                self.trace.thread_lanes.len(),
                "threads are numbered in order"
            );
            self.trace.thread_lanes.push(id);
        }
        self.trace.lanes.push(lane);
        self.slices.push(Vec::new());
        self.trace.marks.push(Marks::default());
        self.open.push(None);
        self.rows += 1;
        id
    }

    /// The lane of `thread`.
    pub fn lane_of(&self, thread: ThreadId) -> LaneId {
        self.trace.thread_lanes[thread.index()]
    }

    /// Adds the lane of the next task, which takes turns on `thread`, and gives its number; `None` where there are
    /// [`MAX_TASK_LANES`] already. The last of them then says how many more there were.
    pub fn add_task(&mut self, thread: ThreadId, at_ns: u64, name: &str) -> Option<TaskId> {
        let task = TaskId(self.task_lanes.len() as u32);
        let process = self.trace.lanes[self.lane_of(thread).index()].process;
        let mut lane = Lane {
            kind: LaneKind::Task(task),
            process,
            name: name.to_owned(),
            parent: Some(thread),
            daemon: false,
            start_ns: at_ns,
            end_ns: None,
        };
        if task.index() < MAX_TASK_LANES {
            let id = self.add_lane(lane);
            self.task_lanes.push(id);
            return Some(task);
        }
        self.further_tasks += 1;
        if self.further_tasks == 1 {
            lane.kind = LaneKind::Task(TaskId(MAX_TASK_LANES as u32));
            self.further_lane = Some(self.add_lane(lane));
        }
        None
    }

    /// The lane of `task`, if it has one.
    pub fn task_lane(&self, task: TaskId) -> Option<LaneId> {
        self.task_lanes.get(task.index()).copied()
    }

    /// Renames the lane of `task`.
    pub fn rename_task(&mut self, task: TaskId, name: &str) {
        if let Some(lane) = self.task_lane(task) {
            self.trace.lanes[lane.index()].name = name.to_owned();
        }
    }

    /// Renames the lane of `thread`.
    pub fn rename(&mut self, thread: ThreadId, name: &str) {
        let lane = self.lane_of(thread);
        self.trace.lanes[lane.index()].name = name.to_owned();
    }

    /// From `at_ns` on the lane is in `state`.
    pub fn enter(
        &mut self,
        lane: LaneId,
        at_ns: u64,
        state: State,
        place: Place,
        object: Option<ObjectId>,
        holder: Option<ThreadId>,
    ) {
        if let Some(open) = &self.open[lane.index()]
            && open.state == state
            && open.object == object
            && open.holder == holder
        {
            return;
        }
        let mut open = Open {
            start_ns: at_ns,
            state,
            place,
            object,
            holder,
        };
        // If what came in between took no time, the last slice goes on.
        if !self.end_stretch(lane, at_ns) {
            let same = |last: &Slice| {
                last.end_ns == at_ns
                    && (last.state, last.object, last.holder) == (state, object, holder)
            };
            if let Some(last) = self.slices[lane.index()].pop_if(|last| same(last)) {
                open.start_ns = last.start_ns;
                open.place = last.place;
                self.rows -= 1;
            }
        }
        self.open[lane.index()] = Some(open);
    }

    /// At `at_ns` the lane's open stretch ends and nothing follows for now.
    pub fn leave(&mut self, lane: LaneId, at_ns: u64) {
        self.end_stretch(lane, at_ns);
    }

    /// Ends the lane's open stretch: whether it made a slice (one that took no time makes none).
    fn end_stretch(&mut self, lane: LaneId, at_ns: u64) -> bool {
        let Some(open) = self.open[lane.index()].take() else {
            return false;
        };
        if at_ns <= open.start_ns {
            return false;
        }
        self.rows += 1;
        let slices = &mut self.slices[lane.index()];
        let slice = Slice {
            start_ns: open.start_ns,
            end_ns: at_ns,
            state: open.state,
            place: open.place,
            object: open.object,
            holder: open.holder,
        };
        slices.push(slice);
        true
    }

    /// The lane is over.
    pub fn close(&mut self, lane: LaneId, at_ns: u64) {
        self.leave(lane, at_ns);
        self.trace.lanes[lane.index()].end_ns = Some(at_ns);
    }

    /// The thread runs `place` at `at_ns`. Marks closer than the resolution are dropped.
    pub fn mark(&mut self, thread: ThreadId, at_ns: u64, place: Place) {
        let lane = self.lane_of(thread).index();
        let marks = &mut self.trace.marks[lane];
        if let (Some(&last_ns), Some(&last)) = (marks.at_ns.last(), marks.place.last())
            && (last == place || at_ns < last_ns + self.mark_resolution_ns)
        {
            return;
        }
        marks.at_ns.push(at_ns);
        marks.place.push(place);
        self.rows += 1;
    }

    /// Registers a synchronisation object.
    pub fn add_object(&mut self, object: Object) -> ObjectId {
        self.trace.objects.push(object);
        self.rows += 1;
        ObjectId(self.trace.objects.len() as u32 - 1)
    }

    /// Gives an object the name that the script knows it by.
    pub fn label_object(&mut self, object: ObjectId, label: &str) {
        self.trace.objects[object.index()].label = label.to_owned();
    }

    /// Notes that something was done to an object.
    pub fn object_event(
        &mut self,
        at_ns: u64,
        thread: ThreadId,
        object: ObjectId,
        verb: &str,
        place: Place,
        value: i64,
    ) {
        let known = self.trace.verbs.iter().position(|name| name == verb);
        let verb = known.unwrap_or_else(|| {
            self.trace.verbs.push(verb.to_owned());
            self.trace.verbs.len() - 1
        }) as u16;
        self.trace.object_events.push(ObjectEvent {
            at_ns,
            thread,
            object,
            verb,
            place,
            value,
        });
        self.rows += 1;
    }

    /// Notes that `thread` looked at an object `count` times from one line without waiting for it. A row for each
    /// thread, object and line, however often: a spinning thread looks a million times.
    pub fn poll(
        &mut self,
        at_ns: u64,
        thread: ThreadId,
        object: ObjectId,
        place: Place,
        count: u64,
    ) {
        let same =
            |poll: &&mut Poll| (poll.thread, poll.object, poll.place) == (thread, object, place);
        if let Some(poll) = self.trace.polls.iter_mut().rev().find(same) {
            poll.count += count;
            poll.last_ns = at_ns;
            return;
        }
        self.trace.polls.push(Poll {
            thread,
            object,
            place,
            count,
            first_ns: at_ns,
            last_ns: at_ns,
        });
        self.rows += 1;
    }

    /// Notes who woke whom.
    pub fn wake(&mut self, wake: Wake) {
        self.trace.wakes.push(wake);
        self.rows += 1;
    }

    /// Notes what was printed. A write that continues the same thread's write at the same time
    /// joins it.
    pub fn output(&mut self, at_ns: u64, thread: ThreadId, stream: Stream, text: &str) {
        if let Some(last) = self.trace.output.last_mut()
            && last.at_ns == at_ns
            && last.thread == thread
            && last.stream == stream
        {
            last.text.push_str(text);
            return;
        }
        self.trace.output.push(OutputChunk {
            at_ns,
            thread,
            stream,
            text: text.to_owned(),
        });
        self.rows += 1;
    }

    /// Notes a choice.
    pub fn choice(&mut self, choice: Choice) {
        self.trace.choices.push(choice);
        self.rows += 1;
    }

    /// Closes every lane at `end_ns` and gives the trace up. Threads that ran side by side write
    /// ahead of each other: here their rows get into order of time, and what a thread would have
    /// done after the end is dropped.
    pub fn finish(mut self, outcome: Outcome, end_ns: u64, cpu_ns: u64, steps: u64) -> Trace {
        if let Some(lane) = self.further_lane {
            self.trace.lanes[lane.index()].name = format!("… + {}", self.further_tasks);
        }
        for lane in 0..self.open.len() {
            self.leave(LaneId(lane as u32), end_ns);
        }
        self.trace.slices = std::mem::take(&mut self.slices)
            .into_iter()
            .map(|rows| Slices::from_rows(&rows))
            .collect();
        put_in_order(&mut self.trace.output, |chunk| chunk.at_ns);
        self.trace.output.retain(|chunk| chunk.at_ns <= end_ns);
        put_in_order(&mut self.trace.object_events, |event| event.at_ns);
        self.trace
            .object_events
            .retain(|event| event.at_ns <= end_ns);
        for marks in &mut self.trace.marks {
            marks.cut(end_ns);
        }
        self.trace.outcome = outcome;
        self.trace.end_ns = end_ns;
        self.trace.cpu_ns = cpu_ns;
        self.trace.steps = steps;
        self.trace
    }
}
