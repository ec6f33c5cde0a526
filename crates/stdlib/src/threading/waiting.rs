//! Wait queues of host objects: parking and waking with the count of wakes that the kernel asks for. Knows no primitive.
//!
//! The first three numbers of such an object are its queue, the wakes issued on it and the threads that wait in it.

use interleave_kernel::{Op, QueueId};
use interleave_python::heap::{Attrs, Host, HostNumbers, Object, Ref, Value, no_words};
use interleave_python::vm::{Blocking, Flow, NativeResult, OnWakeFn, Raised, ResumeFn, Vm};
use interleave_trace::{ObjectId, ThreadId};

const QUEUE: usize = 0;
const WAKES: usize = 1;
const WAITERS: usize = 2;
/// The first number that belongs to the object itself.
pub(crate) const OWN: usize = 3;
/// From here on a time has more ns than the system's type for it counts, in seconds.
const LONGEST_S: f64 = 9_223_372_036.854_775;

/// What a parked thread waits for, and who holds that.
pub(crate) type WaitsFor = fn(&Vm, &[Value]) -> (Option<ObjectId>, Option<ThreadId>);

/// An object of `class` with a wait queue and `own` numbers.
pub(crate) fn new_object(vm: &mut Vm, class: Ref, values: Vec<Value>, own: &[i64]) -> Value {
    let mut numbers: HostNumbers = [i64::from(vm.new_queue().0), 0, 0][..].into();
    numbers.extend_from_slice(own);
    let host = Host {
        class,
        attrs: Attrs::default(),
        values: values.into(),
        numbers,
        words: no_words(),
        traced: None,
    };
    vm.heap.value(Object::Host(Box::new(host)))
}

/// A number of a host object.
pub(crate) fn number(vm: &Vm, object: Value, index: usize) -> i64 {
    vm.host(object)
        .and_then(|host| host.numbers.get(index).copied())
        .unwrap_or(0)
}

/// Sets a number of a host object.
pub(crate) fn set_number(vm: &mut Vm, object: Value, index: usize, number: i64) {
    if let Some(host) = vm.host_mut(object) {
        host.numbers[index] = number;
    }
}

/// How a thread waits.
pub(crate) struct Wait {
    /// Until when, in virtual ns.
    pub(crate) deadline_ns: Option<u64>,
    /// What `resume`, `on_wake` and `waits_for` need; the object itself first.
    pub(crate) state: Vec<Value>,
    /// Goes on.
    pub(crate) resume: ResumeFn,
    /// Decides about a wake-up.
    pub(crate) on_wake: Option<OnWakeFn>,
    /// For the trace.
    pub(crate) waits_for: WaitsFor,
}

/// Parks the running thread in the queue of the first value of the wait's state.
pub(crate) fn park(vm: &mut Vm, wait: Wait) -> NativeResult {
    let object = wait.state[0];
    let before = waiters(vm, object);
    set_number(vm, object, WAITERS, before + 1);
    let (traced, holder) = (wait.waits_for)(vm, &wait.state);
    let op = Op::Park {
        queue: QueueId(number(vm, object, QUEUE) as u32),
        deadline_ns: wait.deadline_ns,
        generation: number(vm, object, WAKES) as u64,
        object: traced,
        holder,
    };
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: wait.state,
        resume: wait.resume,
        on_wake: wait.on_wake,
        waits_for: Some(wait.waits_for),
    })))
}

/// A thread does not wait any more.
pub(crate) fn leave(vm: &mut Vm, object: Value) {
    let before = waiters(vm, object);
    set_number(vm, object, WAITERS, (before - 1).max(0));
}

/// How many threads wait.
pub(crate) fn waiters(vm: &Vm, object: Value) -> i64 {
    number(vm, object, WAITERS)
}

/// Wakes up to `count` waiters, then gives None.
pub(crate) fn wake(vm: &mut Vm, object: Value, count: u32) -> NativeResult {
    wake_then(vm, object, count, Value::None)
}

/// Wakes up to `count` waiters, then gives `result`.
pub(crate) fn wake_then(vm: &mut Vm, object: Value, count: u32, result: Value) -> NativeResult {
    if waiters(vm, object) == 0 {
        return Ok(Flow::Value(result));
    }
    let wakes = number(vm, object, WAKES);
    set_number(vm, object, WAKES, wakes + 1);
    let queue = QueueId(number(vm, object, QUEUE) as u32);
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Wake { queue, count },
        state: vec![object, result],
        resume: |_, state, _| Ok(Flow::Value(state[1])),
        on_wake: None,
        waits_for: None,
    })))
}

/// Seconds as a float, no more than the system's clock counts. Source: CPython 3.11, Python/pytime.c.
pub(crate) fn seconds(vm: &mut Vm, value: Value) -> Result<f64, Raised> {
    let overflow = |vm: &mut Vm, text| Err(vm.raise("OverflowError", text));
    match vm.unwrap(value) {
        Value::Float(seconds) if seconds.is_nan() => {
            Err(vm.raise("ValueError", "Invalid value NaN (not a number)"))
        }
        Value::Float(seconds) if seconds.abs() >= LONGEST_S => {
            overflow(vm, "timestamp out of range for platform time_t")
        }
        Value::Float(seconds) => Ok(seconds),
        Value::Int(seconds) if seconds.unsigned_abs() as f64 >= LONGEST_S => {
            overflow(vm, "timestamp too large to convert to C _PyTime_t")
        }
        Value::Int(seconds) => Ok(seconds as f64),
        Value::Bool(b) => Ok(f64::from(u8::from(b))),
        _ => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

/// The deadline `seconds` from now, in virtual ns. CPython rounds timeouts up.
pub(crate) fn deadline_ns(vm: &Vm, seconds: f64) -> u64 {
    vm.now_ns()
        .saturating_add((seconds.max(0.0) * 1e9).ceil() as u64)
}
