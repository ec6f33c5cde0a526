//! `Lock` and `RLock`. Source: CPython 3.11, Modules/_threadmodule.c and Python/thread_pthread.h (semantics, rules 11, 12):
//! a semaphore without ownership or fairness; who is woken takes it before asking for the GIL, else waits on.

use super::thread::ident_of;
use super::trace_row::{traced, traced_self};
use super::waiting::{
    OWN, TIMEOUT_MAX_S, Wait, deadline_ns, leave, new_object, number, park, seconds, set_number,
    wake,
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
    vm.roots.insert("threading lock", Value::Obj(lock));
    vm.roots.insert("threading rlock", Value::Obj(rlock));
    vm.set_global(module, "LockType", Value::Obj(lock));
}

fn make(vm: &mut Vm, class: &str, shown: Value, reentrant: bool, own_row: bool) -> NativeResult {
    let class = vm.roots[class].as_ref().expect("a class");
    vm.spend(vm.costs.lock);
    let own = [0, 0, i64::from(reentrant), i64::from(own_row)];
    Ok(Flow::Value(new_object(vm, class, vec![shown], &own)))
}

/// `Lock()`
pub(super) fn new_lock(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "allocate_lock")?;
    make(vm, "threading lock", Value::None, false, true)
}

/// `RLock()`
pub(super) fn new_rlock(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "RLock")?;
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
    if wait_s > TIMEOUT_MAX_S {
        return Err(vm.raise("OverflowError", "timeout value is too large"));
    }
    vm.spend(vm.costs.lock);
    if take(vm, lock, vm.current, 1) {
        tell(vm, lock, "acquire");
        return Ok(Flow::Value(Value::Bool(true)));
    }
    if !blocking || wait_s == 0.0 {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    let deadline = (wait_s > 0.0).then(|| deadline_ns(vm, wait_s));
    wait_for(vm, vec![lock, Value::Int(1)], deadline)
}

fn wait_for(vm: &mut Vm, state: Vec<Value>, deadline_ns: Option<u64>) -> NativeResult {
    shown(vm, state[0]);
    let wait = Wait {
        deadline_ns,
        state,
        resume: acquired,
        on_wake: Some(try_take),
        waits_for: holder,
    };
    park(vm, wait)
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

fn try_take(vm: &mut Vm, thread: ThreadId, state: &[Value]) -> OnWake {
    let count = match state[1] {
        Value::Int(count) => count,
        _ => 1,
    };
    if take(vm, state[0], thread.index(), count) {
        OnWake::Ready
    } else {
        OnWake::ParkAgain
    }
}

fn acquired(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    leave(vm, state[0]);
    let taken = reply == Reply::Woken;
    if taken {
        tell(vm, state[0], "acquire");
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
