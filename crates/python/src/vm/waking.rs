//! Natives that wake several queues of the world and then give their result.

use super::{Blocking, Flow, NativeResult, Raised, Vm};
use crate::heap::{Object, Value};
use crate::world::{Target, World};
use interleave_kernel::{Op, QueueId, Reply};

impl Vm {
    /// Wakes all who wait in `wakes`, makes a system call of `syscall_ns` (0: none) for which the GIL is given up, and
    /// gives `result`. Inside a nested call the time is charged and nobody is woken before it ends: refused if somebody
    /// waits.
    pub fn wake_then(
        &mut self,
        wakes: Vec<QueueId>,
        syscall_ns: u64,
        result: Value,
    ) -> NativeResult {
        if self.is_nested() {
            if !wakes.is_empty() {
                return Err(self.not_supported(
                    "waking other threads inside a special method that native code called",
                ));
            }
            self.spend(syscall_ns * 1000);
            return Ok(Flow::Value(result));
        }
        let queues: Vec<Value> = wakes
            .iter()
            .rev()
            .map(|queue| Value::Int(i64::from(queue.0)))
            .collect();
        let queues = match queues.is_empty() {
            true => Value::None,
            false => self.heap.list(queues),
        };
        let state = [queues, Value::Int(syscall_ns as i64), result];
        self.wake_on(&state, Reply::Done)
    }

    /// Goes on with what [`Vm::wake_then`] began: for continuations that follow it with something else.
    pub fn wake_on(&mut self, state: &[Value], _: Reply) -> Result<Flow, Raised> {
        let [queues, syscall, result] = *state else {
            unreachable!("as it was made")
        };
        let next = match queues.as_ref().map(|queues| self.heap.get_mut(queues)) {
            Some(Object::List(queues)) => queues.pop(),
            _ => None,
        };
        let (op, syscall) = match (next, syscall) {
            (Some(Value::Int(queue)), syscall) => {
                let queue = QueueId(queue as u32);
                let count = u32::MAX;
                (Op::Wake { queue, count }, syscall)
            }
            (_, Value::Int(ns)) if ns > 0 => (Op::Syscall { ns: ns as u64 }, Value::Int(0)),
            _ => return Ok(Flow::Value(result)),
        };
        Ok(Flow::Block(Box::new(Blocking {
            op,
            state: vec![queues, syscall, result],
            resume: Vm::wake_on,
            on_wake: None,
            waits_for: None,
        })))
    }

    /// Descriptors have changed: whether stdout and stderr still lead to the run's own.
    pub fn note_redirection(&mut self) {
        let world = std::mem::take(&mut self.world);
        self.note_redirection_in(&world);
        self.world = world;
    }

    /// The same for a process that does not have the world yet.
    pub fn note_redirection_in(&mut self, world: &World) {
        let leads = |number, target| {
            let open = world.descriptor(&self.open_files, number);
            open.is_some_and(|open| open.target == target)
        };
        self.is_redirected = !leads(1, Target::Stdout) || !leads(2, Target::Stderr);
    }
}
