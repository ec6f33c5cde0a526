//! `Lock` and `RLock`. Source: CPython 3.11, Modules/_threadmodule.c and Python/thread_pthread.h (semantics, rules 11, 12):
//! a semaphore without ownership or fairness; who is woken takes it before asking for the GIL, else waits on.

use super::thread::ident_of;
use super::trace_row::{traced, traced_self};
use super::waiting::{
    OWN, Wait, deadline_ns, leave, new_object, number, park, seconds, set_number, wake, wake_then,
};
use interleave_kernel::{OnWake, Reply};
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Note, Raised, Vm};
use interleave_trace::{ObjectId, Role, ThreadId};

/// How often it is taken: 0 is free.
const COUNT: usize = OWN;
/// The thread that took it last.
const OWNER: usize = OWN + 1;
/// Whether its owner may take it again.
const REENTRANT: usize = OWN + 2;
/// Whether it has a row of its own; otherwise its first value is the row of what it belongs to, or None.
const OWN_ROW: usize = OWN + 3;
/// Whether it is held for the waiter that was woken, who takes it whatever others do.
const HANDED_OVER: usize = OWN + 4;
/// From here on: since when each waiter waits, in virtual ns, where the version of Python asks for it.
const QUEUED: usize = OWN + 5;
/// Who has waited longer than this gets the lock itself when it is released (rule 11, 3.14).
const TIME_TO_BE_FAIR_NS: i64 = 1_000_000;

/// The classes.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let lock = vm.new_host_class(
        "_thread",
        "lock",
        &[
            ("acquire", acquire),
            ("release", release),
            ("locked", locked),
            ("__enter__", enter),
            ("__exit__", exit),
            ("__repr__", lock_repr),
        ],
    );
    let rlock = vm.new_host_class(
        "_thread",
        "RLock",
        &[
            ("acquire", acquire),
            ("release", release),
            ("__enter__", enter),
            ("__exit__", exit),
            ("__repr__", rlock_repr),
            ("_is_owned", is_owned),
            ("_release_save", release_save),
            ("_acquire_restore", acquire_restore),
        ],
    );
    vm.seal(lock);
    vm.seal(rlock);
    if vm.options.minor >= 13 {
        // The factory became the class itself.
        vm.add_methods(lock, &[("__new__", make_lock)]);
        vm.set_global(module, "Lock", Value::Obj(lock));
    }
    vm.add_methods(rlock, &[("__new__", make_rlock)]);
    if is_fair(vm) {
        vm.add_methods(rlock, &[("locked", locked)]);
    }
    vm.set_global(module, "_RLock", Value::Obj(rlock));
    vm.roots.insert("threading lock", Value::Obj(lock));
    vm.roots.insert("threading rlock", Value::Obj(rlock));
    vm.set_global(module, "LockType", Value::Obj(lock));
}

fn make(vm: &mut Vm, class: &str, shown: Value, reentrant: bool, own_row: bool) -> NativeResult {
    let class = vm.roots[class].as_ref().expect("a class");
    vm.spend(vm.costs.lock);
    let own = [0, 0, i64::from(reentrant), i64::from(own_row), 0];
    Ok(Flow::Value(new_object(vm, class, vec![shown], &own)))
}

/// `Lock()`
pub(super) fn new_lock(vm: &mut Vm, args: Args) -> NativeResult {
    let given = args.positional.len();
    if given > 0 {
        let text = format!("_thread.allocate_lock() takes no arguments ({given} given)");
        return Err(vm.type_error(&text));
    }
    make(vm, "threading lock", Value::None, false, true)
}

fn make_lock(vm: &mut Vm, args: Args) -> NativeResult {
    let [_] = args.exact(vm, "lock.__new__")?;
    make(vm, "threading lock", Value::None, false, true)
}

fn make_rlock(vm: &mut Vm, _: Args) -> NativeResult {
    make(vm, "threading rlock", Value::None, true, true)
}

/// `RLock()`: CPython's ignores its arguments.
pub(super) fn new_rlock(vm: &mut Vm, _: Args) -> NativeResult {
    make(vm, "threading rlock", Value::None, true, true)
}

/// `_inner_lock(row)`: a lock inside something else; who waits for it waits for that.
pub(super) fn inner_lock(vm: &mut Vm, args: Args) -> NativeResult {
    let [row] = args.exact(vm, "_inner_lock")?;
    make(vm, "threading lock", row, false, false)
}

/// `_inner_rlock(row)`
pub(super) fn inner_rlock(vm: &mut Vm, args: Args) -> NativeResult {
    let [row] = args.exact(vm, "_inner_rlock")?;
    make(vm, "threading rlock", row, true, false)
}

fn shown(vm: &mut Vm, lock: Value) -> Option<ObjectId> {
    if number(vm, lock, OWN_ROW) != 0 {
        let reentrant = number(vm, lock, REENTRANT) != 0;
        let kind = if reentrant {
            "threading.RLock"
        } else {
            "threading.Lock"
        };
        return traced_self(vm, lock, kind, Role::Mutex);
    }
    let row = vm.host(lock)?.values.first().copied()?;
    traced(vm, row)
}

fn tell(vm: &mut Vm, lock: Value, verb: &'static str) {
    if number(vm, lock, OWN_ROW) == 0 {
        return;
    }
    if let Some(object) = shown(vm, lock) {
        let value = number(vm, lock, COUNT);
        vm.note(Note::Event {
            object,
            verb: verb.into(),
            value,
        });
    }
}

fn acquire(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["self", "blocking", "timeout"];
    let [lock, blocking, timeout] = args.named(vm, "acquire", names, 1)?;
    let blocking = blocking.is_unbound() || vm.truth_nested(blocking)?;
    let mut wait_s = -1.0;
    if !timeout.is_unbound() {
        wait_s = seconds(vm, timeout)?;
    }
    if !blocking && wait_s != -1.0 {
        let text = "can't specify a timeout for a non-blocking call";
        return Err(vm.raise("ValueError", text));
    }
    if wait_s < 0.0 && wait_s != -1.0 {
        let negative = match vm.options.minor {
            ..=12 => "timeout value must be positive",
            _ => "timeout value must be a non-negative number",
        };
        return Err(vm.raise("ValueError", negative));
    }
    vm.spend(vm.costs.lock);
    if take(vm, lock, vm.current, 1) {
        tell(vm, lock, "acquire");
        return Ok(Flow::Value(Value::Bool(true)));
    }
    if !blocking || wait_s == 0.0 {
        if let Some(object) = shown(vm, lock).filter(|_| number(vm, lock, OWN_ROW) != 0) {
            vm.note(Note::Poll { object, count: 1 });
        }
        return Ok(Flow::Value(Value::Bool(false)));
    }
    let deadline = (wait_s > 0.0).then(|| deadline_ns(vm, wait_s));
    wait_for(vm, vec![lock, Value::Int(1)], deadline)
}

fn wait_for(vm: &mut Vm, mut state: Vec<Value>, deadline_ns: Option<u64>) -> NativeResult {
    shown(vm, state[0]);
    let since_ns = vm.now_ns() as i64;
    state.push(Value::Int(since_ns));
    enqueue(vm, state[0], since_ns);
    let wait = Wait {
        deadline_ns,
        state,
        resume: acquired,
        on_wake: Some(try_take),
        waits_for: holder,
    };
    park(vm, wait)
}

fn is_fair(vm: &Vm) -> bool {
    vm.options.minor >= 14
}

fn enqueue(vm: &mut Vm, lock: Value, since_ns: i64) {
    if is_fair(vm)
        && let Some(host) = vm.host_mut(lock)
    {
        host.numbers.push(since_ns);
    }
}

fn dequeue(vm: &mut Vm, lock: Value, since_ns: i64) {
    if let Some(host) = vm.host_mut(lock) {
        let waiting = host.numbers.iter().skip(QUEUED);
        let at = waiting.clone().position(|&since| since == since_ns);
        if let Some(at) = at {
            host.numbers.remove(QUEUED + at);
        }
    }
}

/// Whether whoever waits longest has waited so long that the lock is handed over. Source: CPython 3.14, Python/lock.c.
fn hands_over(vm: &Vm, lock: Value) -> bool {
    let first = vm.host(lock).and_then(|host| host.numbers.get(QUEUED));
    first.is_some_and(|&since_ns| vm.now_ns() as i64 - since_ns > TIME_TO_BE_FAIR_NS)
}

/// Takes the lock if `thread` may have it now.
fn take(vm: &mut Vm, lock: Value, thread: usize, count: i64) -> bool {
    let held = number(vm, lock, COUNT);
    let again = number(vm, lock, REENTRANT) != 0 && number(vm, lock, OWNER) == thread as i64;
    if held > 0 && !again {
        return false;
    }
    set_number(vm, lock, COUNT, held + count);
    set_number(vm, lock, OWNER, thread as i64);
    true
}

/// Whether a lock is free.
pub(crate) fn is_free(vm: &Vm, lock: Value) -> bool {
    number(vm, lock, COUNT) == 0
}

/// Frees a lock that `notify` has taken for somebody who waits for it, then gives `result`.
pub(crate) fn free_then(vm: &mut Vm, lock: Value, result: Value) -> NativeResult {
    set_number(vm, lock, COUNT, 0);
    wake_then(vm, lock, 1, result)
}

fn try_take(vm: &mut Vm, thread: ThreadId, state: &[Value]) -> OnWake {
    let [lock, Value::Int(count), Value::Int(since_ns)] = *state else {
        return OnWake::Ready;
    };
    dequeue(vm, lock, since_ns);
    if number(vm, lock, HANDED_OVER) != 0 {
        set_number(vm, lock, HANDED_OVER, 0);
        set_number(vm, lock, COUNT, 0);
    }
    if take(vm, lock, thread.index(), count) {
        return OnWake::Ready;
    }
    enqueue(vm, lock, since_ns);
    OnWake::ParkAgain
}

fn acquired(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    let taken = reply == Reply::Woken;
    if taken {
        tell(vm, state[0], "acquire");
    } else if let Value::Int(since_ns) = state[2] {
        dequeue(vm, state[0], since_ns);
    }
    Ok(Flow::Value(Value::Bool(taken)))
}

fn holder(vm: &Vm, state: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    let lock = state[0];
    let Some(host) = vm.host(lock) else {
        return (None, None);
    };
    let held = host.numbers[COUNT] > 0;
    if host.numbers[OWN_ROW] != 0 {
        let holder = held.then(|| ThreadId(host.numbers[OWNER] as u32));
        return (host.traced, holder);
    }
    let row = host.values.first().and_then(|&row| vm.host(row));
    // Only an RLock says who can release it: a waiter's own lock is released by whoever notifies.
    let holder =
        (held && host.numbers[REENTRANT] != 0).then(|| ThreadId(host.numbers[OWNER] as u32));
    (row.and_then(|row| row.traced), holder)
}

fn release(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock] = args.exact(vm, "lock.release")?;
    let held = number(vm, lock, COUNT);
    if number(vm, lock, REENTRANT) != 0 {
        if held == 0 || number(vm, lock, OWNER) != vm.current as i64 {
            return Err(vm.raise("RuntimeError", "cannot release un-acquired lock"));
        }
    } else if held == 0 {
        return Err(vm.raise("RuntimeError", "release unlocked lock"));
    }
    vm.spend(vm.costs.lock);
    set_number(vm, lock, COUNT, held - 1);
    tell(vm, lock, "release");
    if held > 1 {
        return Ok(Flow::Value(Value::None));
    }
    if hands_over(vm, lock) {
        set_number(vm, lock, COUNT, 1);
        set_number(vm, lock, HANDED_OVER, 1);
    }
    wake(vm, lock, 1)
}

fn enter(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock] = args.exact(vm, "lock.__enter__")?;
    acquire(vm, Args::of(&[lock]))
}

fn exit(vm: &mut Vm, args: Args) -> NativeResult {
    release(vm, Args::of(&args.positional[..1]))
}

fn locked(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock] = args.exact(vm, "lock.locked")?;
    Ok(Flow::Value(Value::Bool(number(vm, lock, COUNT) > 0)))
}

fn state_word(vm: &Vm, lock: Value) -> &'static str {
    if number(vm, lock, COUNT) > 0 {
        "locked"
    } else {
        "unlocked"
    }
}

fn address(vm: &Vm, lock: Value) -> u64 {
    lock.as_ref().map_or(0, |r| vm.address_of(r))
}

fn lock_repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock] = args.exact(vm, "lock.__repr__")?;
    let (word, at) = (state_word(vm, lock), address(vm, lock));
    let text = format!("<{word} _thread.lock object at {at:#x}>");
    Ok(Flow::Value(vm.heap.string(text)))
}

fn rlock_repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock] = args.exact(vm, "RLock.__repr__")?;
    let (word, at) = (state_word(vm, lock), address(vm, lock));
    let count = number(vm, lock, COUNT);
    let owner = match count {
        0 => 0,
        _ => ident_of(number(vm, lock, OWNER) as usize),
    };
    let text = format!("<{word} _thread.RLock object owner={owner} count={count} at {at:#x}>");
    Ok(Flow::Value(vm.heap.string(text)))
}

fn is_owned(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock] = args.exact(vm, "RLock._is_owned")?;
    let owned = number(vm, lock, COUNT) > 0 && number(vm, lock, OWNER) == vm.current as i64;
    Ok(Flow::Value(Value::Bool(owned)))
}

/// Gives the lock up however often it was taken, for `Condition.wait`; its result takes it back.
fn release_save(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock] = args.exact(vm, "RLock._release_save")?;
    let count = number(vm, lock, COUNT);
    if count == 0 {
        return Err(vm.raise("RuntimeError", "cannot release un-acquired lock"));
    }
    set_number(vm, lock, COUNT, 1);
    let then = interleave_python::vm::Then::new(
        |_, then, _| Ok(Flow::Value(then.state[0])),
        vec![Value::Int(count)],
    );
    let class = vm.class_of(lock);
    let name = vm.symbols.intern("release");
    let method = vm.lookup(class, name).expect("the class has it");
    Ok(Flow::CallThen(Box::new((method, Args::of(&[lock]), then))))
}

fn acquire_restore(vm: &mut Vm, args: Args) -> NativeResult {
    let [lock, count] = args.exact(vm, "RLock._acquire_restore")?;
    let Value::Int(times) = count else {
        return Err(vm.type_error("an integer is required"));
    };
    if take(vm, lock, vm.current, times) {
        tell(vm, lock, "acquire");
        return Ok(Flow::Value(Value::None));
    }
    wait_for(vm, vec![lock, count], None)
}
