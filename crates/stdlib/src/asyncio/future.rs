//! `Future`: a result to come, and who is told of it. Source: CPython 3.11, Modules/_asynciomodule.c. Knows no loop but as
//! the place where callbacks are put.
//! (Over 400 lines because tasks are futures: their state, callbacks and awaiting are one object's.)

use super::event_loop::{self, call_soon};
use super::task;
use crate::host_class::{class_given, constructible, is_of, new_host};
use interleave_python::heap::{HostNumbers, HostValues, Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeFn, NativeResult, Raised, Vm};
use interleave_trace::ObjectId;

/// The root of the class.
pub(super) const CLASS: &str = "asyncio Future";
const ITERATOR: &str = "asyncio FutureIter";

/// Values of a future: its loop, its result or exception, the first callback with its context, a list of further ones
/// (by turns), and the message of `cancel`.
pub(super) const LOOP: usize = 0;
pub(super) const RESULT: usize = 1;
const FIRST: usize = 2;
const FIRST_CONTEXT: usize = 3;
const REST: usize = 4;
pub(super) const MESSAGE: usize = 5;
/// The first value that belongs to a task.
pub(super) const TASK: usize = 6;

/// Numbers of a future: its state, whether an `await` has just yielded it, whether an exception has yet to be retrieved,
/// how long its traceback was, and the row of the trace that it stands for, from 1.
pub(super) const STATE: usize = 0;
pub(super) const BLOCKING: usize = 1;
const UNRETRIEVED: usize = 2;
const TRACED_FRAMES: usize = 3;
const WAITS: usize = 4;
/// The first number that belongs to a task.
pub(super) const TASK_NUMBERS: usize = 5;

const PENDING: i64 = 0;
const CANCELLED: i64 = 1;
pub(super) const FINISHED: i64 = 2;
const FAILED: i64 = 3;

/// A future of `add_callback` costs this much, in ps. Source: costs, `create_task`+run+await and a switch by `sleep(0)`.
const CALLBACK_PS: u64 = 60_000;

pub(super) fn number(vm: &Vm, object: Value, index: usize) -> i64 {
    vm.host(object)
        .and_then(|host| host.numbers.get(index).copied())
        .unwrap_or(0)
}

pub(super) fn set_number(vm: &mut Vm, object: Value, index: usize, number: i64) {
    if let Some(place) = vm
        .host_mut(object)
        .and_then(|host| host.numbers.get_mut(index))
    {
        *place = number;
    }
}

pub(super) fn value(vm: &Vm, object: Value, index: usize) -> Value {
    vm.host(object)
        .and_then(|host| host.values.get(index).copied())
        .unwrap_or(Value::None)
}

pub(super) fn set_value(vm: &mut Vm, object: Value, index: usize, value: Value) {
    if let Some(place) = vm
        .host_mut(object)
        .and_then(|host| host.values.get_mut(index))
    {
        *place = value;
    }
}

/// The classes.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = constructible(vm, ("_asyncio", module), "Future", new, METHODS);
    vm.roots.insert(CLASS, Value::Obj(class));
    let iterator = vm.new_host_class(
        "_asyncio",
        "FutureIter",
        &[
            ("__iter__", |vm, args| {
                let [own] = args.exact(vm, "__iter__")?;
                Ok(Flow::Value(own))
            }),
            ("__next__", iterator_next),
            ("send", iterator_send),
            ("throw", iterator_throw),
            ("close", |vm, args| {
                let [_] = args.exact(vm, "close")?;
                Ok(Flow::Value(Value::None))
            }),
        ],
    );
    vm.roots.insert(ITERATOR, Value::Obj(iterator));
    vm.awaited_directly.push((class, await_step));
}

/// One step of awaiting a future: it yields itself until it is done.
pub(super) fn await_step(vm: &mut Vm, future: Value) -> NativeResult {
    if is_done(vm, future) {
        return Ok(Flow::Ended(outcome(vm, future)?));
    }
    if number(vm, future, BLOCKING) != 0 {
        return Err(vm.raise("RuntimeError", "await wasn't used with future"));
    }
    set_number(vm, future, BLOCKING, 1);
    Ok(Flow::Value(future))
}

/// What futures and tasks have in common.
pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("__init__", init),
    ("__await__", iterate),
    ("__iter__", iterate),
    ("result", result),
    ("exception", exception),
    ("set_result", set_result),
    ("set_exception", set_exception),
    ("add_done_callback", add_done_callback),
    ("remove_done_callback", remove_done_callback),
    ("cancel", cancel),
    ("cancelled", |vm, args| {
        let [own] = args.exact(vm, "cancelled")?;
        Ok(Flow::Value(Value::Bool(is_cancelled(vm, own))))
    }),
    ("done", |vm, args| {
        let [own] = args.exact(vm, "done")?;
        Ok(Flow::Value(Value::Bool(is_done(vm, own))))
    }),
    ("get_loop", |vm, args| {
        let [own] = args.exact(vm, "get_loop")?;
        Ok(Flow::Value(value(vm, own, LOOP)))
    }),
    ("_make_cancelled_error", |vm, args| {
        let [own] = args.exact(vm, "_make_cancelled_error")?;
        Ok(Flow::Value(cancelled_error(vm, own)))
    }),
    ("__repr__", |vm, args| {
        let [own] = args.exact(vm, "__repr__")?;
        Ok(Flow::Call(Box::new((
            vm.roots[event_loop::REPR],
            Args::of(&[own]),
        ))))
    }),
];

/// Computed attributes of futures and tasks.
pub(super) const PROPERTIES: &[(&str, NativeFn)] = &[
    ("_state", |vm, args| {
        let own = args.positional[0];
        let name = match number(vm, own, STATE) {
            PENDING => "PENDING",
            CANCELLED => "CANCELLED",
            _ => "FINISHED",
        };
        Ok(Flow::Value(vm.heap.str(name)))
    }),
    ("_loop", |vm, args| {
        Ok(Flow::Value(value(vm, args.positional[0], LOOP)))
    }),
    ("_result", |vm, args| {
        let own = args.positional[0];
        let has = number(vm, own, STATE) == FINISHED;
        Ok(Flow::Value(match has {
            true => value(vm, own, RESULT),
            false => Value::None,
        }))
    }),
    ("_exception", |vm, args| {
        let own = args.positional[0];
        let has = number(vm, own, STATE) == FAILED;
        Ok(Flow::Value(match has {
            true => value(vm, own, RESULT),
            false => Value::None,
        }))
    }),
    ("_cancel_message", |vm, args| {
        Ok(Flow::Value(value(vm, args.positional[0], MESSAGE)))
    }),
    ("_asyncio_future_blocking", |vm, args| {
        let blocking = number(vm, args.positional[0], BLOCKING) != 0;
        Ok(Flow::Value(Value::Bool(blocking)))
    }),
    ("_log_traceback", |vm, args| {
        let unretrieved = number(vm, args.positional[0], UNRETRIEVED) != 0;
        Ok(Flow::Value(Value::Bool(unretrieved)))
    }),
    ("_source_traceback", |_, _| Ok(Flow::Value(Value::None))),
    ("_callbacks", |vm, args| {
        let own = args.positional[0];
        let mut pairs = Vec::new();
        for (callback, context) in callbacks(vm, own) {
            let pair = vm.heap.tuple(&[callback, context]);
            pairs.push(pair);
        }
        Ok(Flow::Value(vm.heap.list(pairs)))
    }),
];

/// Whether it is a future of this class or one derived from it.
pub(super) fn is_future(vm: &Vm, value: Value) -> bool {
    task::is_task(vm, value) || is_of(vm, value, CLASS)
}

pub(super) fn is_done(vm: &Vm, future: Value) -> bool {
    number(vm, future, STATE) != PENDING
}

pub(super) fn is_cancelled(vm: &Vm, future: Value) -> bool {
    number(vm, future, STATE) == CANCELLED
}

/// A pending future of a loop.
pub(super) fn new_future(vm: &mut Vm, event_loop: Value) -> Value {
    let class = vm.roots[CLASS].as_ref().expect("a class");
    let future = blank(vm, class, TASK, TASK_NUMBERS);
    set_value(vm, future, LOOP, event_loop);
    future
}

/// A future that nobody has initialised.
pub(super) fn blank(vm: &mut Vm, class: Ref, values: usize, numbers: usize) -> Value {
    let mut held = HostValues::from_elem(Value::None, values);
    held[FIRST] = Value::Unbound;
    vm.heap.grew((values * 16 + numbers * 8) as u64);
    new_host(vm, class, held, HostNumbers::from_elem(0, numbers))
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, CLASS)?;
    Ok(Flow::Value(blank(vm, class, TASK, TASK_NUMBERS)))
}

fn init(vm: &mut Vm, args: Args) -> NativeResult {
    let own = args.positional.first().copied().unwrap_or(Value::None);
    if args.positional.len() > 1 {
        return Err(vm.type_error("Future() takes no positional arguments"));
    }
    let mut event_loop = Value::None;
    for &(name, given) in &args.keywords {
        match &*vm.symbol_name(name) {
            "loop" => event_loop = given,
            other => {
                let text = format!("Future() got an unexpected keyword argument '{other}'");
                return Err(vm.type_error(&text));
            }
        }
    }
    if !event_loop.is_none() {
        set_value(vm, own, LOOP, event_loop);
        return Ok(Flow::Value(Value::None));
    }
    let find = vm.roots[event_loop::FIND];
    let then = interleave_python::vm::Then::new(
        |vm, then, found| {
            set_value(vm, then.state[0], LOOP, found);
            Ok(Flow::Value(Value::None))
        },
        vec![own],
    );
    Ok(Flow::CallThen(Box::new((find, Args::default(), then))))
}

/// `_stands_for(future, row)`: who awaits the future waits for this row of the trace.
pub(super) fn stands_for(vm: &mut Vm, args: Args) -> NativeResult {
    let [future, row] = args.exact(vm, "_stands_for")?;
    let object = crate::threading::traced_row(vm, row);
    if let Some(object) = object {
        set_number(vm, future, WAITS, i64::from(object.0) + 1);
    }
    Ok(Flow::Value(future))
}

/// The future is a sleep's: who awaits it sleeps.
pub(super) fn mark_as_sleep(vm: &mut Vm, args: Args) -> NativeResult {
    let [future] = args.exact(vm, "_mark_as_sleep")?;
    set_number(vm, future, WAITS, -1);
    Ok(Flow::Value(future))
}

/// What who awaits it waits for: `Err` where it sleeps.
pub(super) fn awaited(vm: &Vm, future: Value) -> Result<Option<ObjectId>, ()> {
    match number(vm, future, WAITS) {
        -1 => Err(()),
        0 => Ok(vm.host(future).and_then(|host| host.traced)),
        object => Ok(Some(ObjectId(object as u32 - 1))),
    }
}

/// An exception of this folder's Python part.
pub(super) fn own_exception(vm: &mut Vm, root: &'static str, text: Option<Value>) -> Value {
    let class = vm.roots[root].as_ref().expect("published by the library");
    let args: Vec<Value> = text.into_iter().collect();
    vm.new_exception(class, &args)
}

fn invalid_state(vm: &mut Vm, text: &str) -> Raised {
    let text = vm.heap.str(text);
    Raised(own_exception(
        vm,
        event_loop::INVALID_STATE_ERROR,
        Some(text),
    ))
}

/// The exception that a cancelled future raises.
pub(super) fn cancelled_error(vm: &mut Vm, future: Value) -> Value {
    if is_cancelled(vm, future) {
        let kept = value(vm, future, RESULT);
        if !kept.is_none() {
            set_value(vm, future, RESULT, Value::None);
            return kept;
        }
    }
    let message = value(vm, future, MESSAGE);
    own_exception(
        vm,
        event_loop::CANCELLED_ERROR,
        Some(message).filter(|message| !message.is_none()),
    )
}

/// What an `await` of a future that is done gives.
pub(super) fn outcome(vm: &mut Vm, future: Value) -> Result<Value, Raised> {
    match number(vm, future, STATE) {
        FINISHED => Ok(value(vm, future, RESULT)),
        FAILED => {
            set_number(vm, future, UNRETRIEVED, 0);
            let exception = value(vm, future, RESULT);
            let frames = number(vm, future, TRACED_FRAMES) as usize;
            if let Some(e) = vm.exception_mut(exception) {
                e.traceback.truncate(frames);
            }
            Err(Raised(exception))
        }
        CANCELLED => Err(Raised(cancelled_error(vm, future))),
        _ => Err(invalid_state(vm, "Result is not set.")),
    }
}

fn result(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "result")?;
    outcome(vm, own).map(Flow::Value)
}

fn exception(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "exception")?;
    match number(vm, own, STATE) {
        PENDING => Err(invalid_state(vm, "Exception is not set.")),
        CANCELLED => Err(Raised(cancelled_error(vm, own))),
        FAILED => {
            set_number(vm, own, UNRETRIEVED, 0);
            Ok(Flow::Value(value(vm, own, RESULT)))
        }
        _ => Ok(Flow::Value(Value::None)),
    }
}

fn set_result(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, result] = args.exact(vm, "set_result")?;
    if task::is_task(vm, own) {
        return Err(vm.raise("RuntimeError", "Task does not support set_result operation"));
    }
    finish(vm, own, result)?;
    Ok(Flow::Value(Value::None))
}

/// The future is done with this result.
pub(super) fn finish(vm: &mut Vm, future: Value, result: Value) -> Result<(), Raised> {
    if is_done(vm, future) {
        return Err(invalid_state(vm, "invalid state"));
    }
    set_value(vm, future, RESULT, result);
    set_number(vm, future, STATE, FINISHED);
    tell_callbacks(vm, future)
}

/// `_set_result_unless_cancelled(future, result)`
pub(super) fn finish_unless_cancelled(vm: &mut Vm, args: Args) -> NativeResult {
    let [future, result] = args.exact(vm, "_set_result_unless_cancelled")?;
    if !is_cancelled(vm, future) {
        finish(vm, future, result)?;
    }
    Ok(Flow::Value(Value::None))
}

fn set_exception(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, exception] = args.exact(vm, "set_exception")?;
    if task::is_task(vm, own) {
        return Err(vm.raise(
            "RuntimeError",
            "Task does not support set_exception operation",
        ));
    }
    if is_done(vm, own) {
        return Err(invalid_state(vm, "invalid state"));
    }
    if matches!(vm.object(exception), Some(Object::Class(_))) {
        let then = interleave_python::vm::Then::new(
            |vm, then, made| set_checked(vm, then.state[0], made),
            vec![own],
        );
        return Ok(Flow::CallThen(Box::new((exception, Args::default(), then))));
    }
    set_checked(vm, own, exception)
}

fn set_checked(vm: &mut Vm, future: Value, exception: Value) -> NativeResult {
    if vm.exception(exception).is_none() {
        return Err(vm.type_error("invalid exception object"));
    }
    if vm.is_exception(exception, "StopIteration") {
        return Err(vm.type_error(
            "StopIteration interacts badly with generators and cannot be raised into a Future",
        ));
    }
    fail(vm, future, exception)?;
    Ok(Flow::Value(Value::None))
}

/// The future is done with this exception.
pub(super) fn fail(vm: &mut Vm, future: Value, exception: Value) -> Result<(), Raised> {
    let frames = vm.exception(exception).map_or(0, |e| e.traceback.len());
    set_value(vm, future, RESULT, exception);
    set_number(vm, future, STATE, FAILED);
    set_number(vm, future, UNRETRIEVED, 1);
    set_number(vm, future, TRACED_FRAMES, frames as i64);
    event_loop::note_failure(vm, future);
    tell_callbacks(vm, future)
}

/// Whether its exception has yet to be retrieved.
pub(super) fn is_unretrieved(vm: &Vm, future: Value) -> bool {
    number(vm, future, UNRETRIEVED) != 0
}

fn cancel(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, message] = args.named(vm, "cancel", ["self", "msg"], 1)?;
    let message = if message.is_unbound() {
        Value::None
    } else {
        message
    };
    if task::is_task(vm, own) {
        return task::cancel(vm, own, message);
    }
    if is_done(vm, own) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    set_value(vm, own, MESSAGE, message);
    end_cancelled(vm, own, Value::None)?;
    Ok(Flow::Value(Value::Bool(true)))
}

/// The future is done: cancelled, by this exception if there is one.
pub(super) fn end_cancelled(vm: &mut Vm, future: Value, exception: Value) -> Result<(), Raised> {
    set_value(vm, future, RESULT, exception);
    set_number(vm, future, STATE, CANCELLED);
    tell_callbacks(vm, future)
}

/// The callbacks with their contexts, in the order of registration. A task stands for its wake-up.
pub(super) fn callbacks(vm: &Vm, future: Value) -> Vec<(Value, Value)> {
    let first = value(vm, future, FIRST);
    if first.is_unbound() {
        return Vec::new();
    }
    let mut all = vec![(first, value(vm, future, FIRST_CONTEXT))];
    if let Some(Object::List(rest)) = vm.object(value(vm, future, REST)) {
        all.extend(rest.chunks_exact(2).map(|pair| (pair[0], pair[1])));
    }
    all
}

fn set_callbacks(vm: &mut Vm, future: Value, all: &[(Value, Value)]) {
    let (first, context) = all
        .first()
        .copied()
        .unwrap_or((Value::Unbound, Value::None));
    set_value(vm, future, FIRST, first);
    set_value(vm, future, FIRST_CONTEXT, context);
    let rest: Vec<Value> = all
        .iter()
        .skip(1)
        .flat_map(|pair| [pair.0, pair.1])
        .collect();
    let rest = match rest.is_empty() {
        true => Value::None,
        false => vm.heap.list(rest),
    };
    set_value(vm, future, REST, rest);
}

/// Adds a callback; a task as its own callback is woken.
pub(super) fn add_callback(
    vm: &mut Vm,
    future: Value,
    callback: Value,
    context: Value,
) -> Result<(), Raised> {
    vm.spend(CALLBACK_PS);
    if is_done(vm, future) {
        return tell(vm, future, callback, context);
    }
    if value(vm, future, FIRST).is_unbound() {
        set_value(vm, future, FIRST, callback);
        set_value(vm, future, FIRST_CONTEXT, context);
        return Ok(());
    }
    let rest = value(vm, future, REST);
    match rest.as_ref().map(|rest| vm.heap.get_mut(rest)) {
        Some(Object::List(rest)) => rest.extend([callback, context]),
        _ => {
            let rest = vm.heap.list(vec![callback, context]);
            set_value(vm, future, REST, rest);
        }
    }
    Ok(())
}

fn tell(vm: &mut Vm, future: Value, callback: Value, context: Value) -> Result<(), Raised> {
    let event_loop = value(vm, future, LOOP);
    if context.is_none() && task::is_task(vm, callback) {
        super::lane::ready(vm, callback);
        return event_loop::push(vm, event_loop, callback, future);
    }
    call_soon(vm, event_loop, callback, &[future], context)?;
    Ok(())
}

fn tell_callbacks(vm: &mut Vm, future: Value) -> Result<(), Raised> {
    if value(vm, future, FIRST).is_unbound() {
        return Ok(());
    }
    let (first, context) = (value(vm, future, FIRST), value(vm, future, FIRST_CONTEXT));
    let rest = value(vm, future, REST);
    set_callbacks(vm, future, &[]);
    tell(vm, future, first, context)?;
    let rest = match vm.object(rest) {
        Some(Object::List(rest)) => rest.clone(),
        _ => return Ok(()),
    };
    for pair in rest.chunks_exact(2) {
        tell(vm, future, pair[0], pair[1])?;
    }
    Ok(())
}

fn add_done_callback(vm: &mut Vm, args: Args) -> NativeResult {
    let mut context = Value::None;
    if !args.keywords.is_empty() {
        let name = vm.symbols.intern("context");
        let given = args.keywords.iter().find(|pair| pair.0 == name);
        context = given.map_or(Value::None, |pair| pair.1);
    }
    if context.is_none() {
        context = crate::contextvars::copy(vm);
    }
    let args = Args::of(&args.positional);
    let [own, callback] = args.exact(vm, "add_done_callback")?;
    add_callback(vm, own, callback, context)?;
    Ok(Flow::Value(Value::None))
}

fn remove_done_callback(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, callback] = args.exact(vm, "remove_done_callback")?;
    let before = callbacks(vm, own);
    let mut left = Vec::with_capacity(before.len());
    for &(known, context) in &before {
        let same = known == callback || vm.equal_nested(known, callback)?;
        if !same {
            left.push((known, context));
        }
    }
    if left.len() < before.len() {
        set_callbacks(vm, own, &left);
    }
    Ok(Flow::Value(Value::Int((before.len() - left.len()) as i64)))
}

fn iterate(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__await__")?;
    let class = vm.roots[ITERATOR].as_ref().expect("a class");
    Ok(Flow::Value(new_host(vm, class, &[own][..], &[][..])))
}

fn step(vm: &mut Vm, iterator: Value) -> NativeResult {
    let future = value(vm, iterator, 0);
    if future.is_none() {
        return Err(vm.raise_value("StopIteration", &[]));
    }
    if is_done(vm, future) {
        set_value(vm, iterator, 0, Value::None);
    }
    await_step(vm, future)
}

fn iterator_next(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__next__")?;
    step(vm, own)
}

fn iterator_send(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, _] = args.exact(vm, "send")?;
    step(vm, own)
}

fn iterator_throw(vm: &mut Vm, args: Args) -> NativeResult {
    let given = args.positional.get(1).copied().unwrap_or(Value::None);
    let made = args.positional.get(2).copied().unwrap_or(Value::None);
    if let Some(own) = args.positional.first() {
        set_value(vm, *own, 0, Value::None);
    }
    if vm.exception(given).is_some() {
        return Err(Raised(given));
    }
    if vm.exception(made).is_some() {
        return Err(Raised(made));
    }
    let then = interleave_python::vm::Then::new(|_, _, made| Err(Raised(made)), Vec::new());
    let args = match made.is_none() {
        true => Args::default(),
        false => Args::of(&[made]),
    };
    Ok(Flow::CallThen(Box::new((given, args, then))))
}
