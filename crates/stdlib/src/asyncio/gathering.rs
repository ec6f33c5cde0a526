//! What `gather` does for each of its children, at once where nothing but the library's own classes has a say: the task of
//! a coroutine, that a child went well, what they all gave. Anything else is left to the Python part, as in CPython.

use super::future::{self, CLASS as FUTURE, is_done};
use super::{event_loop, task};
use interleave_python::heap::{GeneratorKind, Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Vm};

/// What the Python that stands behind each of them costs, in ps: `ensure_future` and `loop.create_task`; `done()`,
/// `cancelled()` and `exception()`; the same and `result()`.
const CREATE_PS: u64 = 177_000;
const LOOK_PS: u64 = 10_000;
const TAKE_PS: u64 = 10_000;

/// `_quick_task(loop, coro)`: the task that `loop.create_task(coro)` makes, where the loop makes it as the library's own
/// loops do; else None.
pub(super) fn quick_task(vm: &mut Vm, args: Args) -> NativeResult {
    let [event_loop, coroutine] = args.exact(vm, "_quick_task")?;
    let is_coroutine = matches!(
        vm.object(coroutine),
        Some(Object::Generator(generator)) if generator.kind == GeneratorKind::Coroutine
    );
    if !is_coroutine || !event_loop::makes_plain_tasks(vm, event_loop) {
        return Ok(Flow::Value(Value::None));
    }
    vm.spend(CREATE_PS);
    task::make(vm, event_loop, coroutine)
}

/// Whether it is a future or a task of the library's own class that has a result.
fn has_result(vm: &Vm, child: Value) -> bool {
    let Some(Object::Host(host)) = vm.object(child) else {
        return false;
    };
    let is_own = |root: &str| vm.roots[root].as_ref() == Some(host.class);
    host.numbers.get(future::STATE) == Some(&future::FINISHED)
        && (is_own(task::CLASS) || is_own(FUTURE))
}

/// `_went_well(outer, child)`: whether the child has a result that nobody looks at before all have one.
pub(super) fn went_well(vm: &mut Vm, args: Args) -> NativeResult {
    let [outer, child] = args.exact(vm, "_went_well")?;
    let well = has_result(vm, child) && !is_done(vm, outer);
    if well {
        vm.spend(LOOK_PS);
    }
    Ok(Flow::Value(Value::Bool(well)))
}

/// `_results(children)`: a list of what they gave, where each has a result; else None.
pub(super) fn results(vm: &mut Vm, args: Args) -> NativeResult {
    let [children] = args.exact(vm, "_results")?;
    let Some(Object::List(children)) = vm.object(children) else {
        return Ok(Flow::Value(Value::None));
    };
    if !children.iter().all(|&child| has_result(vm, child)) {
        return Ok(Flow::Value(Value::None));
    }
    let given = children
        .iter()
        .map(|&child| future::value(vm, child, future::RESULT));
    let given: Vec<Value> = given.collect();
    vm.spend(TAKE_PS * given.len() as u64);
    Ok(Flow::Value(vm.heap.list(given)))
}
