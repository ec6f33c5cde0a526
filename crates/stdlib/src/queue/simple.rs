//! `SimpleQueue`: an unbounded FIFO. Source: CPython 3.11, Modules/_queuemodule.c.

use crate::host_class::receiver;
use crate::threading::trace_row::traced_self;
use crate::threading::waiting::{
    OWN, Wait, deadline_ns, leave, new_object, number, park, seconds, set_number, wake,
};
use interleave_kernel::Reply;
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Note, Raised, Vm};
use interleave_trace::{ObjectId, Role, ThreadId};

/// Where the first item lies among the values; those before it have been taken.
const HEAD: usize = OWN;
/// Whether it is the library's own: then nobody is shown to wait for it, and whoever looks is not told of.
const INTERNAL: usize = OWN + 1;
const CLASS: &str = "queue simple";

/// The class, and what makes an instance of it.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = vm.new_host_class(
        "_queue",
        "SimpleQueue",
        &[
            ("put", put),
            ("put_nowait", put_nowait),
            ("get", get),
            ("get_nowait", get_nowait),
            ("qsize", qsize),
            ("empty", empty),
        ],
    );
    vm.add_methods(class, &[("__new__", new_queue)]);
    vm.seal(class);
    vm.roots.insert(CLASS, Value::Obj(class));
    vm.set_global(module, "SimpleQueue", Value::Obj(class));
}

/// `SimpleQueue()`
fn new_queue(vm: &mut Vm, args: Args) -> NativeResult {
    if args.positional.len() > 1 {
        return Err(vm.type_error("SimpleQueue() takes no positional arguments"));
    }
    let [class] = args.exact(vm, "SimpleQueue")?;
    let own = vm.roots[CLASS];
    if class != own {
        return Err(vm.not_supported("a subclass of queue.SimpleQueue"));
    }
    let class = own.as_ref().expect("a class");
    Ok(Flow::Value(new_object(vm, class, Vec::new(), &[0, 0])))
}

/// `_work_queue()`: one of the library's own.
pub(super) fn new_work_queue(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_work_queue")?;
    let class = vm.roots[CLASS].as_ref().expect("a class");
    Ok(Flow::Value(new_object(vm, class, Vec::new(), &[0, 1])))
}

/// The queue's row in the trace, if it has one.
fn shown(vm: &mut Vm, queue: Value) -> Option<ObjectId> {
    if number(vm, queue, INTERNAL) != 0 {
        return None;
    }
    traced_self(vm, queue, "queue.SimpleQueue", Role::Channel)
}

fn tell(vm: &mut Vm, queue: Value, verb: &'static str) {
    let object = match number(vm, queue, INTERNAL) {
        0 => shown(vm, queue),
        _ => traced_self(vm, queue, "concurrent.futures", Role::Channel),
    };
    if let Some(object) = object {
        let value = size(vm, queue);
        vm.note(Note::Event {
            object,
            verb: verb.into(),
            value,
        });
    }
}

fn poll(vm: &mut Vm, queue: Value) {
    if let Some(object) = shown(vm, queue) {
        vm.note(Note::Poll { object, count: 1 });
    }
}

fn put(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "put")?;
    let names = ["self", "item", "block", "timeout"];
    let [queue, item, ..] = args.named(vm, "put", names, 2)?;
    append(vm, queue, item)
}

fn put_nowait(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "put_nowait")?;
    let [queue, item] = args.named(vm, "put_nowait", ["self", "item"], 2)?;
    append(vm, queue, item)
}

fn append(vm: &mut Vm, queue: Value, item: Value) -> NativeResult {
    vm.spend(vm.costs.lock);
    vm.heap.grew(16);
    if let Some(host) = vm.host_mut(queue) {
        host.values.push(item);
    }
    tell(vm, queue, "put");
    wake(vm, queue, 1)
}

fn pop(vm: &mut Vm, queue: Value) -> Option<Value> {
    let item = take_first(vm, queue)?;
    tell(vm, queue, "get");
    Some(item)
}

fn take_first(vm: &mut Vm, queue: Value) -> Option<Value> {
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

fn get(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "get")?;
    let names = ["self", "block", "timeout"];
    let [queue, block, timeout] = args.named(vm, "get", names, 1)?;
    let block = block.is_unbound() || vm.truth_nested(block)?;
    let mut deadline = Value::None;
    if block && !timeout.is_unbound() && !timeout.is_none() {
        let wait_s = seconds(vm, timeout)?;
        if wait_s < 0.0 {
            let text = "'timeout' must be a non-negative number";
            return Err(vm.raise("ValueError", text));
        }
        deadline = Value::Int(deadline_ns(vm, wait_s) as i64);
    }
    vm.spend(vm.costs.lock);
    match pop(vm, queue) {
        Some(item) => Ok(Flow::Value(item)),
        None if block => wait(vm, queue, deadline),
        None => Err(is_empty(vm, queue)),
    }
}

fn get_nowait(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "get_nowait")?;
    let [queue] = args.exact(vm, "SimpleQueue.get_nowait")?;
    vm.spend(vm.costs.lock);
    match pop(vm, queue) {
        Some(item) => Ok(Flow::Value(item)),
        None => Err(is_empty(vm, queue)),
    }
}

fn wait(vm: &mut Vm, queue: Value, deadline: Value) -> NativeResult {
    let deadline_ns = match deadline {
        Value::Int(ns) => Some(ns as u64),
        _ => None,
    };
    shown(vm, queue);
    let wait = Wait {
        deadline_ns,
        state: vec![queue, deadline],
        resume: look_again,
        on_wake: None,
        waits_for: itself,
    };
    park(vm, wait)
}

fn look_again(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    match pop(vm, state[0]) {
        Some(item) => Ok(Flow::Value(item)),
        None if reply == Reply::TimedOut => Err(is_empty(vm, state[0])),
        None => wait(vm, state[0], state[1]),
    }
}

fn itself(vm: &Vm, state: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    (vm.host(state[0]).and_then(|host| host.traced), None)
}

fn is_empty(vm: &mut Vm, queue: Value) -> Raised {
    poll(vm, queue);
    let module = vm.modules["_queue"];
    let class = vm.global(module, "Empty").expect("the module has it");
    let class = class.as_ref().expect("a class");
    debug_assert!(matches!(vm.heap.get(class), Object::Class(_)));
    Raised(vm.new_exception(class, &[]))
}

fn size(vm: &Vm, queue: Value) -> i64 {
    let all = vm.host(queue).map_or(0, |host| host.values.len() as i64);
    all - number(vm, queue, HEAD)
}

fn qsize(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "qsize")?;
    let [queue] = args.exact(vm, "SimpleQueue.qsize")?;
    poll(vm, queue);
    Ok(Flow::Value(Value::Int(size(vm, queue))))
}

fn empty(vm: &mut Vm, args: Args) -> NativeResult {
    receiver(vm, &args, CLASS, "empty")?;
    let [queue] = args.exact(vm, "SimpleQueue.empty")?;
    poll(vm, queue);
    Ok(Flow::Value(Value::Bool(size(vm, queue) == 0)))
}
