//! The pool's work queue: an unbounded FIFO with a blocking `get`. Source: CPython 3.11, Modules/_queuemodule.c SimpleQueue.

use crate::threading::waiting::{OWN, Wait, leave, new_object, number, park, set_number, wake};
use interleave_kernel::Reply;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};
use interleave_trace::{ObjectId, ThreadId};

/// Where the first item lies among the values; those before it have been taken.
const HEAD: usize = OWN;

/// The class.
pub(super) fn set_up(vm: &mut Vm) {
    let methods: &[(&'static str, interleave_python::vm::NativeFn)] =
        &[("put", put), ("get", get), ("take", take), ("qsize", qsize)];
    let class = vm.new_host_class("concurrent.futures.thread", "_WorkQueue", methods);
    vm.roots.insert("futures work queue", Value::Obj(class));
}

/// `_work_queue()`
pub(super) fn new_queue(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_work_queue")?;
    let class = vm.roots["futures work queue"].as_ref().expect("a class");
    Ok(Flow::Value(new_object(vm, class, Vec::new(), &[0])))
}

fn put(vm: &mut Vm, args: Args) -> NativeResult {
    let [queue, item] = args.exact(vm, "_WorkQueue.put")?;
    vm.heap.grew(16);
    if let Some(host) = vm.host_mut(queue) {
        host.values.push(item);
    }
    wake(vm, queue, 1)
}

fn pop(vm: &mut Vm, queue: Value) -> Option<Value> {
    let head = number(vm, queue, HEAD);
    let host = vm.host_mut(queue)?;
    let item = *host.values.get(head as usize)?;
    host.values[head as usize] = Value::None;
    if host.values.len() == head as usize + 1 {
        host.values.clear();
        set_number(vm, queue, HEAD, 0);
    } else {
        set_number(vm, queue, HEAD, head + 1);
    }
    Some(item)
}

/// Blocks until there is an item.
fn get(vm: &mut Vm, args: Args) -> NativeResult {
    let [queue] = args.exact(vm, "_WorkQueue.get")?;
    match pop(vm, queue) {
        Some(item) => Ok(Flow::Value(item)),
        None => park(
            vm,
            Wait {
                deadline_ns: None,
                state: vec![queue],
                resume: look_again,
                on_wake: None,
                waits_for: nobody,
            },
        ),
    }
}

fn look_again(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    get(vm, Args::of(state))
}

fn nobody(_: &Vm, _: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    (None, None)
}

/// `take(default)`: the first item, or `default` where there is none.
fn take(vm: &mut Vm, args: Args) -> NativeResult {
    let [queue, default] = args.exact(vm, "_WorkQueue.take")?;
    Ok(Flow::Value(pop(vm, queue).unwrap_or(default)))
}

fn qsize(vm: &mut Vm, args: Args) -> NativeResult {
    let [queue] = args.exact(vm, "_WorkQueue.qsize")?;
    let taken = number(vm, queue, HEAD);
    let all = vm.host(queue).map_or(0, |host| host.values.len() as i64);
    Ok(Flow::Value(Value::Int(all - taken)))
}
