//! What the timeline shows of a task: a lane of its own, with what it does and waits for. Knows no loop.

use super::future::{self, number, set_number, value};
use super::task::{self, COROUTINE, LANE};
use interleave_python::heap::Value;
use interleave_python::vm::Vm;
use interleave_trace::{Role, State, TaskId};
use std::fmt::Write;

fn lane_of(vm: &Vm, task: Value) -> Option<TaskId> {
    match number(vm, task, LANE) {
        0 => None,
        number => Some(TaskId(number as u32 - 1)),
    }
}

/// The task is made: it waits for its first turn.
pub(super) fn begin(vm: &mut Vm, task: Value) {
    let name = shown(vm, task);
    let Some(lane) = vm.begin_task(name) else {
        return;
    };
    set_number(vm, task, LANE, i64::from(lane.0) + 1);
    ready(vm, task);
}

/// Room for most of such names.
const SHOWN_BYTES: usize = 32;

/// A task's name and its coroutine's.
fn shown(vm: &mut Vm, task: Value) -> String {
    let mut name = String::with_capacity(SHOWN_BYTES);
    match value(vm, task, task::NAME) {
        Value::Int(number) => _ = write!(name, "Task-{number}"),
        given => name.push_str(&vm.text(given).unwrap_or_default()),
    }
    let coroutine = value(vm, task, COROUTINE);
    match vm.object(coroutine) {
        Some(interleave_python::heap::Object::Generator(generator)) => {
            let of = vm.text(generator.name).unwrap_or_default();
            name.extend([" (", &of, ")"]);
        }
        _ => {}
    }
    name
}

/// The task has another name.
pub(super) fn rename(vm: &mut Vm, task: Value) {
    if let Some(lane) = lane_of(vm, task) {
        let name = shown(vm, task);
        vm.rename_task(lane, name);
    }
}

/// It is the task's turn.
pub(super) fn run(vm: &mut Vm, task: Value, coroutine: Value) {
    if let Some(lane) = lane_of(vm, task) {
        let place = vm.place_of(coroutine);
        vm.enter_task(lane, State::Running, place, None);
    }
}

/// The task could go on: it waits for its turn.
pub(super) fn ready(vm: &mut Vm, task: Value) {
    if let Some(lane) = lane_of(vm, task) {
        let place = vm.place_of(value(vm, task, COROUTINE));
        vm.enter_task(lane, State::WaitingCore, place, None);
    }
}

/// The task waits for a future.
pub(super) fn wait(vm: &mut Vm, task: Value, awaited: Value) {
    let Some(lane) = lane_of(vm, task) else {
        return;
    };
    let place = vm.place_of(value(vm, task, COROUTINE));
    match future::awaited(vm, awaited) {
        Err(()) => vm.enter_task(lane, State::Sleeping, place, None),
        Ok(Some(object)) => vm.enter_task(lane, State::Blocked, place, Some(object)),
        Ok(None) => {
            let object = row_of(vm, awaited);
            vm.enter_task(lane, State::Blocked, place, Some(object));
        }
    }
}

/// The row of a future that somebody waits for, made at its first wait.
fn row_of(vm: &mut Vm, awaited: Value) -> interleave_trace::ObjectId {
    let (kind, label, role) = if task::is_task(vm, awaited) {
        let name = task::name_of(vm, awaited);
        let name = vm.text(name).unwrap_or_default().to_string();
        ("asyncio.Task", Some(name), Role::Thread)
    } else {
        let kind = vm.type_name(awaited).to_string();
        match &*kind {
            "_GatheringFuture" => ("asyncio.gather", None, Role::Thread),
            _ => ("asyncio.Future", None, Role::Future),
        }
    };
    let object = vm.trace_object(kind.into(), label, role);
    if let Some(host) = vm.host_mut(awaited) {
        host.traced = Some(object);
    }
    object
}

/// The task is done.
pub(super) fn end(vm: &mut Vm, task: Value) {
    if let Some(lane) = lane_of(vm, task) {
        vm.end_task(lane);
    }
}
