//! `_multiprocessing.SemLock`: semaphores that processes share, a part of the world. Source: CPython 3.11,
//! Modules/_multiprocessing/semaphore.c. What a process itself knows of one (how often it took it) is in its own object.

use crate::threading::trace_row::traced;
use crate::threading::waiting::{deadline_ns, seconds};
use interleave_kernel::{OnWake, Op, QueueId, Reply};
use interleave_python::heap::{Attrs, Host, Object, Ref, Value};
use interleave_python::vm::{Args, Blocking, Flow, NativeResult, Note, Raised, Vm};
use interleave_python::world::{WaitQueue, WorldPart};
use interleave_trace::{ObjectId, ThreadId};

/// The part's name.
const PART: &str = "semaphores";
/// `SemLock.kind` of one that its owner may take again.
const RECURSIVE: i64 = 0;
/// The numbers of a `SemLock`: which semaphore, its kind, its greatest value, how often this process took it, and the
/// thread that took it last (its number here).
const HANDLE: usize = 0;
const KIND: usize = 1;
const MOST: usize = 2;
const COUNT: usize = 3;
const OWNER: usize = 4;
/// Taking or releasing one is a call of the C library, no system call. Source: costs.tsv, `with mp.Lock() uncontended`.
const CALL_PS: u64 = 65_000;

#[derive(Clone, Debug)]
struct Semaphore {
    value: i64,
    queue: WaitQueue,
    traced: Option<ObjectId>,
    /// Who took it last.
    holder: Option<ThreadId>,
}

#[derive(Clone, Debug, Default)]
struct Semaphores {
    all: Vec<Semaphore>,
}

impl WorldPart for Semaphores {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }
}

/// Makes the class.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = vm.new_host_class(
        "_multiprocessing",
        "SemLock",
        &[
            ("acquire", acquire),
            ("release", release),
            ("__enter__", |vm, args| {
                let [own] = args.exact(vm, "SemLock.__enter__")?;
                acquire(vm, Args::of(&[own]))
            }),
            ("__exit__", |vm, args| {
                release(vm, Args::of(&args.positional[..1]))
            }),
            ("_count", |vm, args| {
                let [own] = args.exact(vm, "SemLock._count")?;
                Ok(Flow::Value(Value::Int(number(vm, own, COUNT))))
            }),
            ("_is_mine", |vm, args| {
                let [own] = args.exact(vm, "SemLock._is_mine")?;
                Ok(Flow::Value(Value::Bool(is_mine(vm, own))))
            }),
            ("_get_value", |vm, args| {
                let [own] = args.exact(vm, "SemLock._get_value")?;
                let value = semaphore(vm, own).value;
                Ok(Flow::Value(Value::Int(value)))
            }),
            ("_is_zero", |vm, args| {
                let [own] = args.exact(vm, "SemLock._is_zero")?;
                let value = semaphore(vm, own).value;
                Ok(Flow::Value(Value::Bool(value == 0)))
            }),
            ("_after_fork", |vm, args| {
                let [own] = args.exact(vm, "SemLock._after_fork")?;
                set(vm, own, COUNT, 0);
                Ok(Flow::Value(Value::None))
            }),
            ("_show", show),
        ],
    );
    let highest = vm.symbols.intern("SEM_VALUE_MAX");
    vm.set_class_attr(class, highest, Value::Int(i64::from(i32::MAX)));
    vm.roots
        .insert("multiprocessing semaphore", Value::Obj(class));
    vm.add_methods(class, &[("__new__", new)]);
    vm.set_global(module, "SemLock", Value::Obj(class));
}

fn object(vm: &mut Vm, numbers: [i64; 3], name: Value) -> Value {
    let class = vm.roots["multiprocessing semaphore"];
    let host = Host {
        class: class.as_ref().expect("a class"),
        attrs: Attrs::default(),
        values: Default::default(),
        numbers: [numbers[0], numbers[1], numbers[2], 0, -1].into(),
        words: std::rc::Rc::default(),
        traced: None,
    };
    let own = vm.heap.value(Object::Host(Box::new(host)));
    let shown = [
        ("handle", Value::Int(numbers[0])),
        ("kind", Value::Int(numbers[1])),
        ("maxvalue", Value::Int(numbers[2])),
        ("name", name),
    ];
    for (name, value) in shown {
        let name = vm.symbols.intern(name);
        if let Some(host) = vm.host_mut(own) {
            host.attrs.set(name, value);
        }
    }
    own
}

/// `SemLock(kind, value, maxvalue, name, unlink)`
fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["cls", "kind", "value", "maxvalue", "name", "unlink"];
    let [_, kind, value, most, name, _] = args.named(vm, "SemLock", names, 6)?;
    let mut numbers = [0; 3];
    for (number, value) in numbers.iter_mut().zip([kind, value, most]) {
        *number = match vm.as_index(value)? {
            Some(value) => value,
            None => {
                let text = format!(
                    "'{}' object cannot be interpreted as an integer",
                    vm.type_name(value)
                );
                return Err(vm.type_error(&text));
            }
        };
    }
    let [kind, value, most] = numbers;
    if kind != RECURSIVE && kind != 1 {
        return Err(vm.raise("ValueError", "unrecognized kind"));
    }
    if !(0..=i64::from(i32::MAX)).contains(&value) {
        let errno = interleave_python::disk::Errno::EINVAL;
        return Err(vm.os_error(errno, Value::Unbound));
    }
    let queue = vm.world.new_wait_queue();
    let all = &mut vm.world.part::<Semaphores>(PART).all;
    all.push(Semaphore {
        value,
        queue,
        traced: None,
        holder: None,
    });
    let handle = all.len() as i64 - 1;
    vm.spend(CALL_PS);
    Ok(Flow::Value(object(vm, [handle, kind, most], name)))
}

/// `_rebuild(handle, kind, maxvalue, name)`: the same semaphore in another process.
pub(super) fn rebuild(vm: &mut Vm, args: Args) -> NativeResult {
    let [handle, kind, most, name] = args.exact(vm, "_rebuild")?;
    let numbers = [handle, kind, most].map(|value| match value {
        Value::Int(value) => value,
        _ => 0,
    });
    Ok(Flow::Value(object(vm, numbers, name)))
}

fn number(vm: &Vm, own: Value, index: usize) -> i64 {
    vm.host(own).map_or(0, |host| host.numbers[index])
}

fn set(vm: &mut Vm, own: Value, index: usize, value: i64) {
    if let Some(host) = vm.host_mut(own) {
        host.numbers[index] = value;
    }
}

fn semaphore(vm: &mut Vm, own: Value) -> &mut Semaphore {
    let handle = number(vm, own, HANDLE) as usize;
    &mut vm.world.part::<Semaphores>(PART).all[handle]
}

fn is_mine(vm: &Vm, own: Value) -> bool {
    number(vm, own, COUNT) > 0 && number(vm, own, OWNER) == vm.current as i64
}

/// `_show(row, tells)`: what its waiters wait for in the trace, and whether that is told what happens to it.
fn show(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, row, tells] = args.exact(vm, "SemLock._show")?;
    if let Some(host) = vm.host_mut(own) {
        host.values = [row, tells][..].into();
    }
    Ok(Flow::Value(Value::None))
}

/// Its row in the trace, the same one in all processes: made at the first use by any.
fn row_of(vm: &mut Vm, own: Value) -> Option<ObjectId> {
    if let Some(known) = semaphore(vm, own).traced {
        return Some(known);
    }
    let row = vm.host(own)?.values.first().copied()?;
    let made = traced(vm, row);
    semaphore(vm, own).traced = made;
    made
}

fn tell(vm: &mut Vm, own: Value, verb: &'static str) {
    let tells = vm.host(own).and_then(|host| host.values.get(1).copied());
    if tells != Some(Value::Bool(true)) {
        return;
    }
    if let Some(object) = row_of(vm, own) {
        let value = semaphore(vm, own).value;
        vm.note(Note::Event {
            object,
            verb: verb.into(),
            value,
        });
    }
}

/// `acquire(block=True, timeout=None)`
fn acquire(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["self", "block", "timeout"];
    let [own, block, timeout] = args.named(vm, "acquire", names, 1)?;
    let block = block.is_unbound() || vm.truth_nested(block)?;
    vm.spend(CALL_PS);
    if number(vm, own, KIND) == RECURSIVE && is_mine(vm, own) {
        let count = number(vm, own, COUNT);
        set(vm, own, COUNT, count + 1);
        return Ok(Flow::Value(Value::Bool(true)));
    }
    if take(vm, own, vm.this_thread()) {
        return taken(vm, own);
    }
    let mut deadline = None;
    if !timeout.is_unbound() && !timeout.is_none() {
        let wait_s = seconds(vm, timeout)?;
        if wait_s <= 0.0 {
            return Ok(Flow::Value(Value::Bool(false)));
        }
        deadline = Some(deadline_ns(vm, wait_s));
    }
    if !block {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    let (object, holder) = holder_of(vm, &[own]);
    let op = semaphore(vm, own).queue.park(deadline, object, holder);
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: vec![own],
        resume: told,
        on_wake: Some(|vm, thread, state| {
            let machine = vm.threads[thread.index()].machine;
            match take(vm, state[0], machine) {
                true => OnWake::Ready,
                false => OnWake::ParkAgain,
            }
        }),
        waits_for: Some(holder_of),
    })))
}

fn take(vm: &mut Vm, own: Value, thread: ThreadId) -> bool {
    let semaphore = semaphore(vm, own);
    if semaphore.value <= 0 {
        return false;
    }
    semaphore.value -= 1;
    semaphore.holder = Some(thread);
    true
}

/// The running thread has it.
fn taken(vm: &mut Vm, own: Value) -> NativeResult {
    let count = number(vm, own, COUNT);
    set(vm, own, COUNT, count + 1);
    set(vm, own, OWNER, vm.current as i64);
    tell(vm, own, "acquire");
    Ok(Flow::Value(Value::Bool(true)))
}

fn told(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    semaphore(vm, state[0]).queue.leave();
    match reply {
        Reply::Woken => taken(vm, state[0]),
        _ => Ok(Flow::Value(Value::Bool(false))),
    }
}

/// Only of a lock it is known who can release it.
fn holder_of(vm: &Vm, state: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    let all = vm.world.known_part::<Semaphores>(PART);
    let handle = number(vm, state[0], HANDLE) as usize;
    let Some(semaphore) = all.and_then(|all| all.all.get(handle)) else {
        return (None, None);
    };
    let is_lock = number(vm, state[0], MOST) == 1;
    let holder = semaphore.holder.filter(|_| is_lock).map(Vm::other_thread);
    (semaphore.traced, holder)
}

/// `release()`
fn release(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "SemLock.release")?;
    vm.spend(CALL_PS);
    let count = number(vm, own, COUNT);
    if number(vm, own, KIND) == RECURSIVE {
        if !is_mine(vm, own) {
            let text = "attempt to release recursive lock not owned by thread";
            return Err(vm.raise("AssertionError", text));
        }
        if count > 1 {
            set(vm, own, COUNT, count - 1);
            return Ok(Flow::Value(Value::None));
        }
    } else if semaphore(vm, own).value >= number(vm, own, MOST) {
        let text = "semaphore or lock released too many times";
        return Err(vm.raise("ValueError", text));
    }
    set(vm, own, COUNT, count - 1);
    let semaphore = semaphore(vm, own);
    semaphore.value += 1;
    let mut wakes: Vec<QueueId> = Vec::new();
    semaphore.queue.wake(&mut wakes);
    tell(vm, own, "release");
    let Some(&queue) = wakes.first() else {
        return Ok(Flow::Value(Value::None));
    };
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Wake { queue, count: 1 },
        state: Vec::new(),
        resume: |_, _, _| Ok(Flow::Value(Value::None)),
        on_wake: None,
        waits_for: None,
    })))
}
