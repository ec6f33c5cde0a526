//! What the timeline shows of a task: a lane of its own, with what it does and waits for. Knows no loop.

use super::future;
use interleave_python::heap::Value;
use interleave_python::vm::Vm;

pub(super) fn begin(_vm: &mut Vm, _task: Value) {}
pub(super) fn rename(_vm: &mut Vm, _task: Value) {}
pub(super) fn run(_vm: &mut Vm, _task: Value, _coroutine: Value) {}
pub(super) fn ready(_vm: &mut Vm, _task: Value) {}
pub(super) fn wait(vm: &mut Vm, _task: Value, awaited: Value) {
    let _ = future::awaited(vm, awaited);
}
pub(super) fn end(_vm: &mut Vm, _task: Value) {}
