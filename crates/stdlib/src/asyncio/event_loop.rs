//! The natives under the event loop: what is ready, the timers, waiting on the loop's own queue of the kernel, and running
//! what is ready, one pass at a time (semantics, rules 29 and 30). Source: CPython 3.11, Lib/asyncio/base_events.py
//! `_run_once`, Lib/selectors.py `EpollSelector.select`.
//!
//! (Over 400 lines because a pass over what is ready, what makes it ready and who runs are one state of one object.)
//!
//! Whatever wakes the loop from outside (another thread, a descriptor of the world) wakes the loop's queue.

use super::future::{self, number, set_number, set_value, value};
use super::{handle, readiness, task, timers};
use crate::host_class::{add_property, class_given, constructible, new_host};
use crate::threading::waiting::{self, OWN};
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{
    Args, Came, Catch, Caught, Flow, Kept, NativeFn, NativeResult, Raised, Then, Tried, Vm,
};

/// The root of the class.
pub(super) const CLASS: &str = "asyncio loop";
/// What the Python part publishes.
pub(super) const REPR: &str = "asyncio repr";
pub(super) const FIND: &str = "asyncio get_event_loop";
pub(super) const CHECK_COROUTINE: &str = "asyncio check_coroutine";
pub(super) const CANCELLED_ERROR: &str = "asyncio CancelledError";
pub(super) const INVALID_STATE_ERROR: &str = "asyncio InvalidStateError";
const CALLBACK_FAILED: &str = "asyncio callback_failed";
const SLOW: &str = "asyncio slow";
const RUN_FRAME: &str = "asyncio run_frame";
const CREATE_TASK: &str = "asyncio create_task";
const PUBLISHED: [(&str, &str); 9] = [
    ("create_task", CREATE_TASK),
    ("run_frame", RUN_FRAME),
    ("repr", REPR),
    ("get_event_loop", FIND),
    ("check_coroutine", CHECK_COROUTINE),
    ("CancelledError", CANCELLED_ERROR),
    ("InvalidStateError", INVALID_STATE_ERROR),
    ("callback_failed", CALLBACK_FAILED),
    ("slow", SLOW),
];
/// The loops that run, by thread; the number of the last task; failures that nobody has retrieved yet.
const RUNNING: &str = "asyncio running loops";
const FAILURES: &str = "asyncio failures";

/// Values of a loop: what is ready (pairs), its timers, its current task, its tasks, and what runs at the moment (in debug
/// mode).
const READY: usize = 0;
pub(super) const TIMERS: usize = 1;
const CURRENT: usize = 2;
const TASKS: usize = 3;
const RUNS: usize = 4;

/// Numbers of a loop after those of its queue.
const CLOSED: usize = OWN;
pub(super) const STOPPING: usize = OWN + 1;
const DEBUG: usize = OWN + 2;
const TO_DO: usize = OWN + 3;
const CANCELLED_TIMERS: usize = OWN + 4;
const STARTED_NS: usize = OWN + 5;
pub(super) const ROW: usize = OWN + 6;
const NUMBERS: usize = 7;

/// `time.monotonic()` counts from the machine's start, a day before the run; see `time`.
const UPTIME_NS: u64 = 86_400_000_000_000;
/// The clock's resolution, in seconds: a timer is due when it is earlier than now and this.
const CLOCK_RESOLUTION_S: f64 = 1e-9;
/// More cancelled timers than half of so many are thrown away at once.
const MIN_SCHEDULED: usize = 100;

/// Costs in ps. Source: costs, a switch by `sleep(0)`, `call_soon` and `call_later`.
const CALL_SOON_PS: u64 = 180_000;
const CALL_LATER_PS: u64 = 600_000;
const RUN_HANDLE_PS: u64 = 650_000;
/// Making and closing a loop: a selector and a pair of sockets. Source: costs, `asyncio.run`.
const OPEN_PS: u64 = 75_000_000;
const CLOSE_PS: u64 = 40_000_000;
/// Waking a loop from elsewhere: a byte is written to its pair of sockets. Source: costs, `asyncio.to_thread`.
const WAKE_PS: u64 = 7_000_000;

/// The class.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let methods: &[(&'static str, NativeFn)] = &[
        ("call_soon", |vm, args| plan(vm, args, "call_soon")),
        ("_push_from_elsewhere", |vm, args| {
            plan(vm, args, "call_soon_threadsafe")
        }),
        ("_wake", |vm, args| {
            let [own] = args.exact(vm, "_wake")?;
            vm.spend(WAKE_PS);
            waiting::wake(vm, own, 1)
        }),
        ("call_later", call_later),
        ("call_at", call_at),
        ("create_future", |vm, args| {
            let [own] = args.exact(vm, "create_future")?;
            vm.spend(100_000);
            Ok(Flow::Value(future::new_future(vm, own)))
        }),
        ("time", |vm, args| {
            let [own] = args.exact(vm, "time")?;
            let _ = own;
            vm.spend(vm.costs.clock);
            Ok(Flow::Value(Value::Float(now_s(vm))))
        }),
        ("stop", |vm, args| {
            let [own] = args.exact(vm, "stop")?;
            set_number(vm, own, STOPPING, 1);
            Ok(Flow::Value(Value::None))
        }),
        ("is_closed", |vm, args| {
            let [own] = args.exact(vm, "is_closed")?;
            Ok(Flow::Value(Value::Bool(number(vm, own, CLOSED) != 0)))
        }),
        ("get_debug", |vm, args| {
            let [own] = args.exact(vm, "get_debug")?;
            Ok(Flow::Value(Value::Bool(number(vm, own, DEBUG) != 0)))
        }),
        ("_set_debug", |vm, args| {
            let [own, debug] = args.exact(vm, "_set_debug")?;
            let debug = vm.truth_nested(debug)?;
            set_number(vm, own, DEBUG, i64::from(debug));
            Ok(Flow::Value(Value::None))
        }),
        ("_set_stopping", |vm, args| {
            let [own, stopping] = args.exact(vm, "_set_stopping")?;
            set_number(vm, own, STOPPING, i64::from(stopping == Value::Bool(true)));
            Ok(Flow::Value(Value::None))
        }),
        ("_forget_all", forget_all),
        ("_wait_for_work", readiness::wait_for_work),
        ("_wait_for_descriptors", readiness::wait_for_descriptors),
        ("_run", run_ready),
        ("_tasks", all_tasks),
        ("_push_handle", |vm, args| {
            let [own, made] = args.exact(vm, "_push_handle")?;
            push(vm, own, made, Value::Unbound)?;
            Ok(Flow::Value(Value::None))
        }),
    ];
    let class = constructible(vm, ("_asyncio", module), "_Loop", new, methods);
    vm.roots.insert(CLASS, Value::Obj(class));
    add_property(vm, class, "_stopping", |vm, args| {
        let stopping = number(vm, args.positional[0], STOPPING) != 0;
        Ok(Flow::Value(Value::Bool(stopping)))
    });
    add_property(vm, class, "_current_task", |vm, args| {
        Ok(Flow::Value(value(vm, args.positional[0], CURRENT)))
    });
    let plain = vm.new_host_class("_asyncio", "_state", &[]);
    let running = new_host(vm, plain, Vec::new(), vec![0]);
    vm.roots.insert("asyncio state", Value::Obj(plain));
    vm.roots.insert(RUNNING, running);
    let failures = new_host(vm, plain, Vec::new(), Vec::new());
    vm.roots.insert(FAILURES, failures);
}

/// `_publish(name, value)`: something of the Python part that the natives need.
pub(super) fn publish(vm: &mut Vm, args: Args) -> NativeResult {
    let [name, value] = args.exact(vm, "_publish")?;
    let name = vm.text(name).unwrap_or_default();
    let known = PUBLISHED.iter().find(|pair| pair.0 == &*name);
    let (_, root) = known.expect("the library publishes what is asked for");
    vm.roots.insert(root, value);
    Ok(Flow::Value(Value::None))
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, CLASS)?;
    vm.spend(OPEN_PS);
    let plain = vm.roots["asyncio state"].as_ref().expect("a class");
    let ready = new_host(vm, plain, Vec::new(), vec![0]);
    let timers = new_host(vm, plain, Vec::new(), Vec::new());
    let tasks = new_host(vm, plain, Vec::new(), Vec::new());
    let mut numbers = vec![i64::from(readiness::new_queue(vm).0), 0, 0];
    numbers.resize(OWN + NUMBERS, 0);
    let values = vec![ready, timers, Value::None, tasks, Value::None];
    Ok(Flow::Value(new_host(vm, class, values, numbers)))
}

/// Seconds of the loop's clock.
pub(super) fn now_s(vm: &Vm) -> f64 {
    (UPTIME_NS + vm.now_ns()) as f64 / 1e9
}

fn check_open(vm: &mut Vm, event_loop: Value) -> Result<(), Raised> {
    match number(vm, event_loop, CLOSED) {
        0 => Ok(()),
        _ => Err(vm.raise("RuntimeError", "Event loop is closed")),
    }
}

/// Makes an entry ready: a task with what it goes on with, or a handle.
pub(super) fn push(
    vm: &mut Vm,
    event_loop: Value,
    entry: Value,
    with: Value,
) -> Result<(), Raised> {
    check_open(vm, event_loop)?;
    let ready = value(vm, event_loop, READY);
    vm.heap.grew(32);
    match vm.host_mut(ready) {
        Some(host) => host.values.extend([entry, with]),
        None => {
            return Err(vm.not_supported("an event loop that is not one of asyncio's"));
        }
    }
    Ok(())
}

fn pop(vm: &mut Vm, event_loop: Value) -> Option<(Value, Value)> {
    let ready = value(vm, event_loop, READY);
    let host = vm.host_mut(ready)?;
    let head = host.numbers[0] as usize;
    let entry = (*host.values.get(head)?, *host.values.get(head + 1)?);
    host.values[head] = Value::None;
    host.values[head + 1] = Value::None;
    if host.values.len() == head + 2 {
        host.values.clear();
        host.numbers[0] = 0;
    } else if head > 4096 && head * 2 > host.values.len() {
        host.values.drain(..head + 2);
        host.numbers[0] = 0;
    } else {
        host.numbers[0] = head as i64 + 2;
    }
    Some(entry)
}

pub(super) fn ready_count(vm: &Vm, event_loop: Value) -> usize {
    let ready = value(vm, event_loop, READY);
    vm.host(ready)
        .map_or(0, |host| (host.values.len() - host.numbers[0] as usize) / 2)
}

/// Plans a call and gives its handle.
pub(super) fn call_soon(
    vm: &mut Vm,
    event_loop: Value,
    callback: Value,
    arguments: &[Value],
    context: Value,
) -> Result<Value, Raised> {
    check_open(vm, event_loop)?;
    vm.spend(CALL_SOON_PS);
    let made = handle::make(vm, event_loop, callback, arguments, context, None);
    push(vm, event_loop, made, Value::Unbound)?;
    Ok(made)
}

/// The context among the keywords.
fn context_of(vm: &mut Vm, args: &Args, name: &str) -> Result<Value, Raised> {
    let mut context = Value::None;
    if args.keywords.is_empty() {
        return Ok(context);
    }
    let known = vm.symbols.intern("context");
    for &(keyword, given) in &args.keywords {
        if keyword != known {
            let other = vm.symbol_name(keyword);
            let text =
                format!("BaseEventLoop.{name}() got an unexpected keyword argument '{other}'");
            return Err(vm.type_error(&text));
        }
        context = given;
    }
    Ok(context)
}

/// In debug mode, what is handed to the loop must be callable and no coroutine.
fn check_callback(
    vm: &mut Vm,
    event_loop: Value,
    callback: Value,
    name: &str,
) -> Result<(), Raised> {
    if number(vm, event_loop, DEBUG) == 0 {
        return Ok(());
    }
    let is_coroutine = match vm.object(callback) {
        Some(Object::Generator(_)) => true,
        Some(Object::Function(function)) => function.code.code.is_async,
        _ => false,
    };
    if is_coroutine {
        return Err(vm.type_error(&format!("coroutines cannot be used with {name}()")));
    }
    Ok(())
}

fn plan(vm: &mut Vm, args: Args, name: &'static str) -> NativeResult {
    let context = context_of(vm, &args, name)?;
    let (own, callback) = match args.positional[..] {
        [own, callback, ..] => (own, callback),
        _ => return Err(missing(vm, name, "callback")),
    };
    check_open(vm, own)?;
    check_callback(vm, own, callback, name)?;
    let made = call_soon(vm, own, callback, &args.positional[2..], context)?;
    Ok(Flow::Value(made))
}

fn missing(vm: &mut Vm, name: &str, parameters: &str) -> Raised {
    let text =
        format!("BaseEventLoop.{name}() missing 1 required positional argument: '{parameters}'");
    vm.type_error(&text)
}

fn call_later(vm: &mut Vm, args: Args) -> NativeResult {
    let (own, delay) = match args.positional[..] {
        [own, delay, _, ..] => (own, delay),
        _ => return Err(missing(vm, "call_later", "callback")),
    };
    if delay.is_none() {
        return Err(vm.type_error("delay must not be None"));
    }
    let delay_s = seconds(vm, delay, "+")?;
    vm.spend(vm.costs.clock);
    let when_s = now_s(vm) + delay_s;
    let mut args = args;
    args.positional[1] = Value::Float(when_s);
    let _ = own;
    call_at(vm, args)
}

fn seconds(vm: &mut Vm, value: Value, sign: &str) -> Result<f64, Raised> {
    match vm.unwrap(value) {
        Value::Float(seconds) => Ok(seconds),
        Value::Int(seconds) => Ok(seconds as f64),
        Value::Bool(flag) => Ok(f64::from(u8::from(flag))),
        _ => {
            let text = format!(
                "unsupported operand type(s) for {sign}: 'float' and '{}'",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn call_at(vm: &mut Vm, args: Args) -> NativeResult {
    let context = context_of(vm, &args, "call_at")?;
    let (own, when, callback) = match args.positional[..] {
        [own, when, callback, ..] => (own, when, callback),
        _ => return Err(missing(vm, "call_at", "callback")),
    };
    if when.is_none() {
        return Err(vm.type_error("when cannot be None"));
    }
    let when_s = seconds(vm, when, "-")?;
    check_open(vm, own)?;
    check_callback(vm, own, callback, "call_at")?;
    vm.spend(CALL_LATER_PS);
    let made = handle::make(
        vm,
        own,
        callback,
        &args.positional[3..],
        context,
        Some(when_s),
    );
    let heap = value(vm, own, TIMERS);
    timers::push(vm, heap, when_s, made);
    Ok(Flow::Value(made))
}

/// A timer that is still among the loop's was cancelled.
pub(super) fn timer_cancelled(vm: &mut Vm, event_loop: Value) {
    let count = number(vm, event_loop, CANCELLED_TIMERS);
    set_number(vm, event_loop, CANCELLED_TIMERS, count + 1);
}

pub(super) fn drop_cancelled_timers(vm: &mut Vm, event_loop: Value) {
    let heap = value(vm, event_loop, TIMERS);
    let count = timers::len(vm, heap);
    let cancelled = number(vm, event_loop, CANCELLED_TIMERS);
    if count > MIN_SCHEDULED && cancelled as f64 / count as f64 > 0.5 {
        timers::retain(vm, heap, |vm, timer| !handle::is_cancelled(vm, timer));
        set_number(vm, event_loop, CANCELLED_TIMERS, 0);
        return;
    }
    while let Some((_, timer)) = timers::first(vm, heap)
        && handle::is_cancelled(vm, timer)
    {
        timers::pop(vm, heap);
        set_number(vm, timer, handle::SCHEDULED, 0);
        let left = number(vm, event_loop, CANCELLED_TIMERS) - 1;
        set_number(vm, event_loop, CANCELLED_TIMERS, left);
    }
}

/// `loop._run()`: timers that are due become ready, then everything that is ready now runs.
fn run_ready(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_run_ready")?;
    vm.spend(vm.costs.clock);
    let end_s = now_s(vm) + CLOCK_RESOLUTION_S;
    let heap = value(vm, own, TIMERS);
    while let Some((when_s, _)) = timers::first(vm, heap)
        && when_s < end_s
    {
        let timer = timers::pop(vm, heap).expect("there is a first one");
        set_number(vm, timer, handle::SCHEDULED, 0);
        push(vm, own, timer, Value::Unbound)?;
    }
    let count = ready_count(vm, own);
    set_number(vm, own, TO_DO, count as i64);
    run_next(vm, own)
}

/// Runs the next of what was ready when the pass began; `None` where there is none left.
pub(super) fn run_next(vm: &mut Vm, event_loop: Value) -> NativeResult {
    if number(vm, event_loop, DEBUG) != 0
        && let Some(told) = tell_slow(vm, event_loop)
    {
        return told;
    }
    loop {
        let left = number(vm, event_loop, TO_DO);
        let entry = match left {
            0 => None,
            _ => pop(vm, event_loop),
        };
        let Some((entry, with)) = entry else {
            return Ok(Flow::Value(Value::None));
        };
        set_number(vm, event_loop, TO_DO, left - 1);
        vm.charge_steps(1)?;
        if number(vm, event_loop, DEBUG) != 0 {
            let now_ns = vm.now_ns() as i64;
            set_number(vm, event_loop, STARTED_NS, now_ns);
            set_value(vm, event_loop, RUNS, entry);
        }
        vm.spend(RUN_HANDLE_PS);
        if task::is_task_not_handle(vm, entry) {
            return task::wake(vm, event_loop, entry, with);
        }
        if handle::is_cancelled(vm, entry) {
            continue;
        }
        let callback = value(vm, entry, handle::CALLBACK);
        let args = handle::arguments_of(vm, entry);
        let context = value(vm, entry, handle::CONTEXT);
        let current = vm.current;
        let mut outer = vm.threads[current].context;
        if !context.is_none() {
            outer = std::mem::replace(&mut vm.threads[current].context, context);
        }
        let catch = Catch {
            function: called,
            state: [event_loop, entry, outer][..].into(),
        };
        return Ok(Caught::flow(Tried::Call(callback, args), catch));
    }
}

/// A handle's callback is over.
fn called(vm: &mut Vm, state: Kept, came: Came) -> NativeResult {
    let [event_loop, entry, outer] = state[..] else {
        unreachable!("made above")
    };
    let current = vm.current;
    vm.threads[current].context = outer;
    let Came::Raised(exception) = came else {
        return run_next(vm, event_loop);
    };
    pass_run(vm, exception);
    let ends_loop =
        vm.is_exception(exception, "KeyboardInterrupt") || vm.is_exception(exception, "SystemExit");
    if ends_loop {
        return Err(Raised(exception));
    }
    let failed = vm.roots[CALLBACK_FAILED];
    let then = Then::new(|vm, then, _| run_next(vm, then.state[0]), vec![event_loop]);
    let args = Args::of(&[event_loop, entry, exception]);
    Ok(Flow::CallThen(Box::new((failed, args, then))))
}

/// CPython's traceback of what leaves the loop shows `Handle._run`.
pub(super) fn pass_run(vm: &mut Vm, exception: Value) {
    let shown = vm.roots.get(RUN_FRAME).copied().unwrap_or(Value::None);
    let entry = vm
        .exception(shown)
        .and_then(|e| e.traceback.first().cloned());
    if let (Some(entry), Some(e)) = (entry, vm.exception_mut(exception)) {
        e.traceback.push(entry);
    }
}

/// Debug mode: what has just run is told of if it took long.
fn tell_slow(vm: &mut Vm, event_loop: Value) -> Option<NativeResult> {
    let ran = value(vm, event_loop, RUNS);
    if ran.is_none() {
        return None;
    }
    set_value(vm, event_loop, RUNS, Value::None);
    let took_ns = vm.now_ns() as i64 - number(vm, event_loop, STARTED_NS);
    let slow = vm.roots[SLOW];
    // What is certainly fast is not asked about.
    if took_ns < 1_000 {
        return None;
    }
    let then = Then::new(|vm, then, _| run_next(vm, then.state[0]), vec![event_loop]);
    let args = Args::of(&[event_loop, ran, Value::Float(took_ns as f64 / 1e9)]);
    Some(Ok(Flow::CallThen(Box::new((slow, args, then)))))
}

/// `loop._forget_all()`: the loop is closed; nothing that is planned will run.
fn forget_all(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_forget_all")?;
    set_number(vm, own, CLOSED, 1);
    vm.spend(CLOSE_PS);
    let (ready, heap) = (value(vm, own, READY), value(vm, own, TIMERS));
    if let Some(host) = vm.host_mut(ready) {
        host.values.clear();
        host.numbers[0] = 0;
    }
    timers::clear(vm, heap);
    Ok(Flow::Value(Value::None))
}

/// The task that the loop runs at the moment.
pub(super) fn current_task(vm: &Vm, event_loop: Value) -> Value {
    value(vm, event_loop, CURRENT)
}

pub(super) fn set_current_task(vm: &mut Vm, event_loop: Value, task: Value) {
    set_value(vm, event_loop, CURRENT, task);
}

/// Whether `create_task` of this open loop is the library's own, without a factory.
pub(super) fn makes_plain_tasks(vm: &mut Vm, event_loop: Value) -> bool {
    let (method, factory) = (
        vm.symbols.intern("create_task"),
        vm.symbols.intern("_task_factory"),
    );
    let class = match vm.object(event_loop) {
        Some(Object::Host(host))
            if host.attrs.get(factory) == Some(Value::None) && host.attrs.get(method).is_none() =>
        {
            host.class
        }
        _ => return false,
    };
    let own = vm.roots.get(CREATE_TASK).copied();
    own.is_some() && vm.lookup(class, method) == own && number(vm, event_loop, CLOSED) == 0
}

/// Every task has a number of its own, from 1.
pub(super) fn next_task_number(vm: &mut Vm) -> i64 {
    let state = vm.roots[RUNNING];
    let next = number(vm, state, 0) + 1;
    set_number(vm, state, 0, next);
    next
}

/// The task is one of the loop's.
pub(super) fn register(vm: &mut Vm, event_loop: Value, new: Value) {
    let tasks = value(vm, event_loop, TASKS);
    let index = vm.host(tasks).map_or(0, |host| host.values.len());
    if let Some(host) = vm.host_mut(tasks) {
        host.values.push(new);
    }
    set_number(vm, new, task::INDEX, index as i64);
}

/// The task is done.
pub(super) fn unregister(vm: &mut Vm, event_loop: Value, done: Value) {
    let tasks = value(vm, event_loop, TASKS);
    let index = number(vm, done, task::INDEX) as usize;
    let Some(host) = vm.host_mut(tasks) else {
        return;
    };
    if host.values.get(index) != Some(&done) {
        return;
    }
    host.values.swap_remove(index);
    if let Some(&moved) = host.values.get(index) {
        set_number(vm, moved, task::INDEX, index as i64);
    }
}

/// `loop._tasks()`: the tasks that are not done, in order of their making.
fn all_tasks(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_tasks")?;
    let tasks = value(vm, own, TASKS);
    let mut all = vm
        .host(tasks)
        .map_or(Vec::new(), |host| host.values.to_vec());
    all.sort_by_key(|&known| number(vm, known, task::NUMBER));
    Ok(Flow::Value(vm.heap.list(all)))
}

/// Whether it is asyncio's `CancelledError`.
pub(super) fn is_cancelled_error(vm: &Vm, exception: Value) -> bool {
    let class = vm.roots[CANCELLED_ERROR].as_ref().expect("published");
    vm.is_instance(exception, class)
}

/// A future has failed, and nobody has asked for the exception yet.
pub(super) fn note_failure(vm: &mut Vm, failed: Value) {
    let failures = vm.roots[FAILURES];
    if let Some(host) = vm.host_mut(failures) {
        host.values.push(failed);
    }
}

/// `_lost_failures(all)`: futures whose exception was never retrieved and that nobody knows any more, or all of them.
pub(super) fn lost_failures(vm: &mut Vm, args: Args) -> NativeResult {
    let [all] = args.exact(vm, "_lost_failures")?;
    let failures = vm.roots[FAILURES];
    let mut known = match vm.host_mut(failures) {
        Some(host) => std::mem::take(&mut host.values).into_vec(),
        None => Vec::new(),
    };
    known.retain(|&failed| future::is_unretrieved(vm, failed));
    if known.is_empty() {
        return Ok(Flow::Value(vm.heap.list(Vec::new())));
    }
    let (lost, kept) = if all == Value::Bool(true) {
        (known, Vec::new())
    } else {
        let reached = vm.reached();
        known
            .into_iter()
            .partition(|failed| failed.as_ref().is_some_and(|r| !reached(r)))
    };
    if let Some(host) = vm.host_mut(failures) {
        host.values = kept.into();
    }
    Ok(Flow::Value(vm.heap.list(lost)))
}

/// `_get_running_loop()`: the running thread's loop, or None.
pub(super) fn get_running(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_get_running_loop")?;
    Ok(Flow::Value(running(vm)))
}

fn running(vm: &Vm) -> Value {
    value(vm, vm.roots[RUNNING], vm.current)
}

/// `get_running_loop()`
pub(super) fn get_running_or_fail(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "get_running_loop")?;
    match running(vm) {
        Value::None => Err(vm.raise("RuntimeError", "no running event loop")),
        event_loop => Ok(Flow::Value(event_loop)),
    }
}

/// `_set_running_loop(loop)`
pub(super) fn set_running(vm: &mut Vm, args: Args) -> NativeResult {
    let [event_loop] = args.exact(vm, "_set_running_loop")?;
    let (state, current) = (vm.roots[RUNNING], vm.current);
    if let Some(host) = vm.host_mut(state) {
        if host.values.len() <= current {
            host.values.resize(current + 1, Value::None);
        }
        host.values[current] = event_loop;
    }
    Ok(Flow::Value(Value::None))
}
