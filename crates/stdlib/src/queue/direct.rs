//! `put` and `get` of a plain `queue.Queue` in one step, where nobody is in the way: the mutex is free and the queue has
//! room, or an item. Everything else is Python (`queue.py`), and so is whoever has to wait.
//!
//! The state is the Python object's own. What one step can't show is a thread that is switched away inside of `put` or
//! `get`; nobody but who waits for the mutex could tell. Costs: `costs.tsv`, `put_nowait` and `get_nowait`.

use crate::collections::deque::{pull, push, size};
use crate::host_class::new_host;
use crate::threading::lock::{free_then, is_free};
use crate::threading::trace_row::traced;
use interleave_python::code::Symbol;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Note, Vm};

const CLASS: &str = "queue direct";
/// What `put` or `get` costs beside the call, in ps.
const STEP_PS: u64 = 470_000;

/// The attributes that are read each time, since scripts may set them.
const NAMES: [&str; 5] = [
    "queue",
    "maxsize",
    "unfinished_tasks",
    "_waiters",
    "is_shutdown",
];
const QUEUE: usize = 0;
const MAXSIZE: usize = 1;
const UNFINISHED: usize = 2;
const WAITERS: usize = 3;
const IS_SHUTDOWN: usize = 4;

/// The values: the mutex, the conditions, the row in the trace.
const MUTEX: usize = 0;
const NOT_EMPTY: usize = 1;
const NOT_FULL: usize = 2;
const ROW: usize = 3;

/// The class of the shortcut.
pub(super) fn set_up(vm: &mut Vm) {
    let class = vm.new_host_class("_queue", "_direct", &[]);
    vm.roots.insert(CLASS, Value::Obj(class));
}

/// `_direct(mutex, not_empty, not_full, row)`: the shortcut of one queue.
pub(super) fn new_direct(vm: &mut Vm, args: Args) -> NativeResult {
    let values: [Value; 4] = args.exact(vm, "_direct")?;
    let numbers = NAMES.map(|name| i64::from(vm.symbols.intern(name).0));
    let class = vm.roots[CLASS].as_ref().expect("a class");
    Ok(Flow::Value(new_host(
        vm,
        class,
        values.to_vec(),
        numbers.to_vec(),
    )))
}

/// One queue as the shortcut sees it.
struct Found {
    items: Value,
    maxsize: i64,
    unfinished: i64,
    unfinished_name: Symbol,
    row: Value,
    waiters: Value,
}

fn attribute(vm: &Vm, object: Value, name: Symbol) -> Option<Value> {
    match vm.object(object)? {
        Object::Instance(instance) if instance.dict.is_none() => instance.attrs.get(name),
        _ => None,
    }
}

/// The queue's state, if nobody is in the way; `condition` is the one that would be notified.
fn find(vm: &Vm, direct: Value, queue: Value, condition: usize) -> Option<Found> {
    let host = vm.host(direct)?;
    let name = |index: usize| Symbol(host.numbers[index] as u32);
    if !is_free(vm, host.values[MUTEX]) {
        return None;
    }
    let (Value::Int(maxsize), Value::Int(unfinished)) = (
        attribute(vm, queue, name(MAXSIZE))?,
        attribute(vm, queue, name(UNFINISHED))?,
    ) else {
        return None;
    };
    if attribute(vm, queue, name(IS_SHUTDOWN)) == Some(Value::Bool(true)) {
        return None;
    }
    let items = attribute(vm, queue, name(QUEUE))?;
    size(vm, items)?;
    Some(Found {
        items,
        maxsize,
        unfinished,
        unfinished_name: name(UNFINISHED),
        row: host.values[ROW],
        waiters: attribute(vm, host.values[condition], name(WAITERS))?,
    })
}

/// `_put_now(direct, queue, item)`: whether the item is in.
pub(super) fn put_now(vm: &mut Vm, args: Args) -> NativeResult {
    let [direct, queue, item] = args.exact(vm, "_put_now")?;
    let room = |found: &Found, vm: &Vm| {
        found.maxsize <= 0 || size(vm, found.items).is_some_and(|size| size < found.maxsize)
    };
    let found = find(vm, direct, queue, NOT_EMPTY).filter(|found| room(found, vm));
    let Some(found) = found else {
        return Ok(Flow::Value(Value::Bool(false)));
    };
    vm.spend(STEP_PS);
    push(vm, found.items, item, false);
    if let Some(Object::Instance(instance)) = queue.as_ref().map(|r| vm.heap.get_mut(r)) {
        let more = Value::Int(found.unfinished + 1);
        instance.attrs.set(found.unfinished_name, more);
    }
    end(vm, &found, "put", Value::Bool(true))
}

/// `_get_now(direct, queue)`: the first item, or `direct` itself where that takes longer.
pub(super) fn get_now(vm: &mut Vm, args: Args) -> NativeResult {
    let [direct, queue] = args.exact(vm, "_get_now")?;
    let Some(found) = find(vm, direct, queue, NOT_FULL) else {
        return Ok(Flow::Value(direct));
    };
    let Some(item) = pull(vm, found.items, true) else {
        return Ok(Flow::Value(direct));
    };
    vm.spend(STEP_PS);
    end(vm, &found, "get", item)
}

/// Tells the trace and notifies one waiter.
fn end(vm: &mut Vm, found: &Found, verb: &'static str, result: Value) -> NativeResult {
    if let Some(object) = traced(vm, found.row) {
        let value = size(vm, found.items).unwrap_or_default();
        vm.note(Note::Event {
            object,
            verb: verb.into(),
            value,
        });
    }
    let waiter = match found.waiters.as_ref().map(|r| vm.heap.get_mut(r)) {
        Some(Object::List(waiters)) if !waiters.is_empty() => waiters.remove(0),
        _ => return Ok(Flow::Value(result)),
    };
    free_then(vm, waiter, result)
}
