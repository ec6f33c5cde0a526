//! Lanes of tasks: whatever takes turns on a thread (a coroutine, a greenlet) can have a lane of its own under its
//! thread's. The library says when one begins, what it does and when it ends; nothing here knows what a task is.
//!
//! A task's lane is [`State::Running`] while it is its turn, [`State::WaitingCore`] while it waits for its turn,
//! [`State::Blocked`], [`State::Sleeping`] or [`State::Io`] while it waits for something else.

use super::{Note, Vm};
use crate::heap::{GeneratorState, Object, Value};
use interleave_trace::{MAX_TASK_LANES, ObjectId, Place, State, TaskId};

/// What there is to tell of a task's lane.
#[derive(Clone, Debug)]
pub enum LaneNote {
    /// It begins, under this name, on the running thread.
    Begin(String),
    /// It has another name.
    Rename(String),
    /// It is in this state, at this line, and waits for this object.
    Enter(State, Place, Option<ObjectId>),
    /// It is over.
    End,
}

impl Vm {
    /// A lane for a task of the running thread; `None` where there are too many already, which the trace shows.
    pub fn begin_task(&mut self, name: String) -> Option<TaskId> {
        let task = TaskId(self.world.traced_tasks);
        self.world.traced_tasks += 1;
        self.note(Note::Task(task, LaneNote::Begin(name)));
        (task.index() < MAX_TASK_LANES).then_some(task)
    }

    /// The task is in another state from now on.
    pub fn enter_task(
        &mut self,
        task: TaskId,
        state: State,
        place: Place,
        object: Option<ObjectId>,
    ) {
        self.note(Note::Task(task, LaneNote::Enter(state, place, object)));
    }

    /// The task has another name.
    pub fn rename_task(&mut self, task: TaskId, name: String) {
        self.note(Note::Task(task, LaneNote::Rename(name)));
    }

    /// The task is over.
    pub fn end_task(&mut self, task: TaskId) {
        self.note(Note::Task(task, LaneNote::End));
    }

    /// The innermost line of the script that a suspended coroutine or generator stands at.
    pub fn place_of(&self, generator: Value) -> Place {
        let mut place = Place::NONE;
        let mut at = generator;
        while let Some(Object::Generator(object)) = self.object(at) {
            if let GeneratorState::Suspended(parts) = &object.state {
                let frame = &parts.0;
                let code = &frame.code.code;
                let line = code.lines.get(frame.ip.saturating_sub(1));
                if let Some(&line) = line
                    && code.file != super::import::LIBRARY_FILE
                {
                    place = Place::new(code.file, line);
                }
            }
            at = object.delegate;
        }
        place
    }
}
