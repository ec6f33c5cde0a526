//! Starting threads, and waiting for their start and their end. Source: CPython 3.11, Modules/_threadmodule.c.

use super::waiting::{
    OWN, Wait, deadline_ns, leave, new_object, number, park, seconds, set_number, wake,
};
use interleave_kernel::{Op, Reply};
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Blocking, Flow, NativeResult, Note, Raised, Vm};
use interleave_python::world::World;
use interleave_trace::{ObjectId, Role, ThreadId};

/// A latch's states: closed, open.
const OPEN: usize = OWN;
/// The thread that opens it, or -1.
const THREAD: usize = OWN + 1;

/// The identifier of the `index`-th thread, as glibc's stacks lie below each other.
pub(super) fn ident_of(index: usize) -> i64 {
    const MAIN: i64 = 139_865_472_139_072;
    const FIRST: i64 = 139_865_462_638_272;
    const STACK_BYTES: i64 = 8_392_704;
    match index {
        0 => MAIN,
        _ => FIRST - STACK_BYTES * (index as i64 - 1),
    }
}

/// The class of latches.
pub(super) fn set_up(vm: &mut Vm) {
    let class = vm.new_host_class("_thread", "_latch", &[("is_set", latch_open)]);
    vm.roots.insert("threading latch", Value::Obj(class));
}

/// `_latch(name)`: opens once; who waits for it waits for the thread of that name.
pub(super) fn new_latch(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_latch")?;
    let class = vm.roots["threading latch"].as_ref().expect("a class");
    Ok(Flow::Value(new_object(vm, class, vec![name], &[0, -1])))
}

/// `_own_latch(latch)`: the running thread is the one that will open it.
pub(super) fn own_latch(vm: &mut Vm, args: Args) -> NativeResult {
    let [latch] = args.exact(vm, "_own_latch")?;
    set_number(vm, latch, THREAD, vm.current as i64);
    Ok(Flow::Value(Value::None))
}

/// `_open_latch(latch)`: everybody who waits goes on.
pub(super) fn open_latch(vm: &mut Vm, args: Args) -> NativeResult {
    let [latch] = args.exact(vm, "_open_latch")?;
    set_number(vm, latch, OPEN, 1);
    wake(vm, latch, u32::MAX)
}

/// `_await_latch(latch, timeout, shown)`: True when it is open, False when `timeout` seconds (None: for ever) are over.
pub(super) fn await_latch(vm: &mut Vm, args: Args) -> NativeResult {
    let [latch, timeout, is_shown] = args.exact(vm, "_await_latch")?;
    if number(vm, latch, OPEN) != 0 {
        return Ok(Flow::Value(Value::Bool(true)));
    }
    let deadline = if timeout.is_none() {
        None
    } else {
        let wait_s = seconds(vm, timeout)?;
        if wait_s <= 0.0 {
            return Ok(Flow::Value(Value::Bool(false)));
        }
        Some(deadline_ns(vm, wait_s))
    };
    if is_shown == Value::Bool(true) {
        shown(vm, latch);
    }
    let wait = Wait {
        deadline_ns: deadline,
        state: vec![latch],
        resume: latch_told,
        on_wake: None,
        waits_for: opener,
    };
    park(vm, wait)
}

fn latch_told(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    Ok(Flow::Value(Value::Bool(number(vm, state[0], OPEN) != 0)))
}

fn opener(vm: &Vm, state: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    let thread = number(vm, state[0], THREAD);
    let traced = vm.host(state[0]).and_then(|host| host.traced);
    (traced, u32::try_from(thread).ok().map(ThreadId))
}

/// `_latch_open(latch)`
pub(super) fn latch_open(vm: &mut Vm, args: Args) -> NativeResult {
    let [latch] = args.exact(vm, "_latch.is_set")?;
    Ok(Flow::Value(Value::Bool(number(vm, latch, OPEN) != 0)))
}

/// `_poll_latch(latch)`: somebody asked whether the thread has ended, and it has not.
pub(super) fn poll_latch(vm: &mut Vm, args: Args) -> NativeResult {
    let [latch] = args.exact(vm, "_poll_latch")?;
    if vm.host(latch).is_some() {
        let object = shown(vm, latch);
        vm.note(Note::Poll { object, count: 1 });
    }
    Ok(Flow::Value(Value::None))
}

/// The latch's row in the trace.
fn shown(vm: &mut Vm, latch: Value) -> ObjectId {
    if let Some(object) = vm.host(latch).and_then(|host| host.traced) {
        return object;
    }
    let name = vm.host(latch).map_or(Value::None, |host| host.values[0]);
    let name = vm.text(name).unwrap_or_default().to_string();
    let object = vm.trace_object("threading.Thread".into(), Some(name), Role::Thread);
    if let Some(host) = vm.host_mut(latch) {
        host.traced = Some(object);
    }
    object
}

/// `_index(value)`: the value as an integer.
pub(super) fn index(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "_index")?;
    match vm.unwrap(value) {
        Value::Int(_) | Value::Bool(_) => Ok(Flow::Value(value)),
        _ => {
            let kind = vm.type_name(value);
            Err(vm.type_error(&format!(
                "'{kind}' object cannot be interpreted as an integer"
            )))
        }
    }
}

/// `_spawn(callable, thread, name, daemon)`: a thread that calls `callable`; the result is its identifier.
pub(super) fn spawn(vm: &mut Vm, args: Args) -> NativeResult {
    let [callable, thread, name, daemon] = args.exact(vm, "_spawn")?;
    vm.spend(vm.costs.thread_create);
    let name = vm.text(name).unwrap_or_default().to_string();
    let daemon = vm.truth_nested(daemon)?;
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Spawn { name, daemon },
        state: vec![callable, thread],
        resume: spawned,
        on_wake: None,
        waits_for: None,
    })))
}

fn spawned(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    let Reply::Thread(thread) = reply else {
        return Err(vm.raise("RuntimeError", "can't start new thread"));
    };
    vm.set_entry(thread, state[0], Args::default(), state[1]);
    Ok(Flow::Value(Value::Int(ident_of(thread.index()))))
}

/// `_current_object()`: the running thread's `Thread`.
pub(super) fn current_object(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_current_object")?;
    Ok(Flow::Value(vm.threads[vm.current].object))
}

/// `_adopt(thread)`: the running thread's `Thread` is this.
pub(super) fn adopt(vm: &mut Vm, args: Args) -> NativeResult {
    let [thread] = args.exact(vm, "_adopt")?;
    let current = vm.current;
    vm.threads[current].object = thread;
    Ok(Flow::Value(Value::None))
}

/// `get_ident()`
pub(super) fn get_ident(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "get_ident")?;
    Ok(Flow::Value(Value::Int(ident_of(vm.current))))
}

/// `get_native_id()`
pub(super) fn get_native_id(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "get_native_id")?;
    Ok(Flow::Value(Value::Int(World::native_id(vm.this_thread()))))
}

/// `_rename(ident, name)`: the trace shows the thread's new name.
pub(super) fn rename(vm: &mut Vm, args: Args) -> NativeResult {
    let [ident, name] = args.exact(vm, "_rename")?;
    let name = vm.text(name).unwrap_or_default().to_string();
    let index = (0..vm.threads.len()).find(|&index| ident == Value::Int(ident_of(index)));
    if let Some(index) = index {
        vm.note(Note::Rename(index as u32, name));
    }
    Ok(Flow::Value(Value::None))
}

/// `_version()`: Python's minor version.
pub(super) fn version(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_version")?;
    Ok(Flow::Value(Value::Int(i64::from(vm.options.minor))))
}

/// `_cores()`
pub(super) fn cores(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_cores")?;
    Ok(Flow::Value(Value::Int(i64::from(vm.options.cores))))
}
