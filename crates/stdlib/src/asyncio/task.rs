//! `Task`: a coroutine on its way through the loop, step by step. Source: CPython 3.11, Modules/_asynciomodule.c
//! `task_step`. Owns a task's steps and its cancellation; the loop calls it, lanes are told of it.
//! (Over 400 lines because a step and everything that can come of it are one.)

use super::event_loop::{self, push};
use super::future::{
    self, BLOCKING, CLASS as FUTURE, LOOP, MESSAGE, METHODS as FUTURE_METHODS, STATE, TASK,
    TASK_NUMBERS, add_callback, blank, cancelled_error, end_cancelled, fail, finish, is_done,
    is_future, number, set_number, set_value, value,
};
use super::lane;
use crate::host_class::{class_given, constructible, derive, is_of};
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{
    Args, Came, Catch, Caught, Flow, Kept, NativeFn, NativeResult, Raised, Resumption, Then, Tried,
    Vm,
};

/// The root of the class.
pub(super) const CLASS: &str = "asyncio Task";

/// Values of a task: its coroutine, its name (an int until it is asked for), its context and what it waits for.
pub(super) const COROUTINE: usize = TASK;
pub(super) const NAME: usize = TASK + 1;
pub(super) const CONTEXT: usize = TASK + 2;
pub(super) const WAITER: usize = TASK + 3;
const VALUES: usize = TASK + 4;

/// Numbers of a task: whether it is to be cancelled at its next step, requests to cancel it, its place among the loop's
/// tasks, its number, and its lane from 1.
const MUST_CANCEL: usize = TASK_NUMBERS;
const CANCELS: usize = TASK_NUMBERS + 1;
pub(super) const INDEX: usize = TASK_NUMBERS + 2;
pub(super) const NUMBER: usize = TASK_NUMBERS + 3;
pub(super) const LANE: usize = TASK_NUMBERS + 4;
const NUMBERS: usize = TASK_NUMBERS + 5;

/// Costs in ps. Source: costs, `create_task`+run+await and a switch by `sleep(0)`.
const NEW_PS: u64 = 2_200_000;
const STEP_PS: u64 = 150_000;

/// The class.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let methods: Vec<(&'static str, NativeFn)> = [
        ("__init__", init as NativeFn),
        ("get_coro", |vm, args| {
            let [own] = args.exact(vm, "get_coro")?;
            Ok(Flow::Value(value(vm, own, COROUTINE)))
        }),
        ("get_context", |vm, args| {
            let [own] = args.exact(vm, "get_context")?;
            let context = value(vm, own, CONTEXT);
            let context = crate::contextvars::whole(vm, context);
            set_value(vm, own, CONTEXT, context);
            Ok(Flow::Value(context))
        }),
        ("get_name", get_name),
        ("set_name", set_name),
        ("cancelling", |vm, args| {
            let [own] = args.exact(vm, "cancelling")?;
            Ok(Flow::Value(Value::Int(number(vm, own, CANCELS))))
        }),
        ("uncancel", uncancel),
    ]
    .to_vec();
    let class = constructible(vm, ("_asyncio", module), "Task", new, &methods);
    let base = vm.roots[FUTURE].as_ref().expect("set up before");
    derive(vm, class, base);
    vm.roots.insert(CLASS, Value::Obj(class));
    vm.awaited_directly.push((class, future::await_step));
    debug_assert!(FUTURE_METHODS.iter().any(|method| method.0 == "cancel"));
}

/// Computed attributes of tasks.
pub(super) const PROPERTIES: &[(&str, NativeFn)] = &[
    ("_coro", |vm, args| {
        Ok(Flow::Value(value(vm, args.positional[0], COROUTINE)))
    }),
    ("_fut_waiter", |vm, args| {
        Ok(Flow::Value(value(vm, args.positional[0], WAITER)))
    }),
    ("_must_cancel", |vm, args| {
        let must = number(vm, args.positional[0], MUST_CANCEL) != 0;
        Ok(Flow::Value(Value::Bool(must)))
    }),
    ("_num_cancels_requested", |vm, args| {
        Ok(Flow::Value(Value::Int(number(
            vm,
            args.positional[0],
            CANCELS,
        ))))
    }),
];

/// Whether it is a task of this class or one derived from it.
pub(super) fn is_task(vm: &Vm, value: Value) -> bool {
    // A task has more numbers than any other object that is asked about; only a class derived from it needs a search.
    vm.host(value)
        .is_some_and(|host| host.numbers.len() == NUMBERS)
        && is_of(vm, value, CLASS)
}

/// The same where it is known that it is a task or a handle.
pub(super) fn is_task_not_handle(vm: &Vm, value: Value) -> bool {
    vm.host(value)
        .is_some_and(|host| host.numbers.len() == NUMBERS)
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, CLASS)?;
    Ok(Flow::Value(blank(vm, class, VALUES, NUMBERS)))
}

/// A plain task of this loop for a coroutine.
pub(super) fn make(vm: &mut Vm, event_loop: Value, coroutine: Value) -> NativeResult {
    let class = vm.roots[CLASS].as_ref().expect("a class");
    let own = blank(vm, class, VALUES, NUMBERS);
    let none = Value::None;
    begin_in(vm, &[own, coroutine, event_loop, none, none, none])?;
    Ok(Flow::Value(own))
}

fn is_coroutine(vm: &Vm, value: Value) -> bool {
    matches!(
        vm.object(value),
        Some(Object::Generator(_) | Object::Awaiter(_))
    )
}

fn init(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, coroutine, event_loop, name, context, eager] = args.named(
        vm,
        "Task",
        ["self", "coro", "loop", "name", "context", "eager_start"],
        2,
    )?;
    let or_none = |value: Value| {
        if value.is_unbound() {
            Value::None
        } else {
            value
        }
    };
    let state = [
        own,
        coroutine,
        or_none(event_loop),
        or_none(name),
        or_none(context),
        or_none(eager),
    ];
    if !is_coroutine(vm, coroutine) {
        let check = vm.roots[event_loop::CHECK_COROUTINE];
        let then = Then::new(|vm, then, _| begin(vm, &then.state), &state[..]);
        let args = Args::of(&[coroutine]);
        return Ok(Flow::CallThen(Box::new((check, args, then))));
    }
    begin(vm, &state)
}

fn begin(vm: &mut Vm, state: &[Value]) -> NativeResult {
    if !state[2].is_none() {
        return begin_in(vm, state);
    }
    let find = vm.roots[event_loop::FIND];
    let then = Then::new(
        |vm, mut then, found| {
            then.state[2] = found;
            begin_in(vm, &then.state)
        },
        state,
    );
    Ok(Flow::CallThen(Box::new((find, Args::default(), then))))
}

fn begin_in(vm: &mut Vm, state: &[Value]) -> NativeResult {
    let [own, coroutine, event_loop, name, context, eager] = state[..] else {
        unreachable!("made above")
    };
    vm.spend(NEW_PS);
    let context = match context {
        Value::None => crate::contextvars::copy(vm),
        context => context,
    };
    let number = event_loop::next_task_number(vm);
    let name = match name {
        Value::None => Value::Int(number),
        name if vm.text(name).is_some() => name,
        name => {
            let text = vm.str_nested(name)?;
            vm.heap.string(text)
        }
    };
    set_value(vm, own, LOOP, event_loop);
    set_value(vm, own, COROUTINE, coroutine);
    set_value(vm, own, NAME, name);
    set_value(vm, own, CONTEXT, context);
    set_number(vm, own, NUMBER, number);
    event_loop::register(vm, event_loop, own);
    lane::begin(vm, own);
    if eager == Value::Bool(true) {
        let outer = event_loop::current_task(vm, event_loop);
        return step(vm, event_loop, own, None, Some(outer));
    }
    push(vm, event_loop, own, Value::Unbound)?;
    Ok(Flow::Value(Value::None))
}

/// The name as a text.
pub(super) fn name_of(vm: &mut Vm, task: Value) -> Value {
    match value(vm, task, NAME) {
        Value::Int(number) => {
            let name = vm.heap.string(format!("Task-{number}"));
            set_value(vm, task, NAME, name);
            name
        }
        name => name,
    }
}

fn get_name(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "get_name")?;
    Ok(Flow::Value(name_of(vm, own)))
}

fn set_name(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, name] = args.exact(vm, "set_name")?;
    let name = match vm.text(name) {
        Some(_) => name,
        None => {
            let text = vm.str_nested(name)?;
            vm.heap.string(text)
        }
    };
    set_value(vm, own, NAME, name);
    lane::rename(vm, own);
    Ok(Flow::Value(Value::None))
}

fn uncancel(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "uncancel")?;
    let left = (number(vm, own, CANCELS) - 1).max(0);
    set_number(vm, own, CANCELS, left);
    Ok(Flow::Value(Value::Int(left)))
}

/// `task.cancel(msg)`
pub(super) fn cancel(vm: &mut Vm, task: Value, message: Value) -> NativeResult {
    if is_done(vm, task) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    let requests = number(vm, task, CANCELS);
    set_number(vm, task, CANCELS, requests + 1);
    let waiter = value(vm, task, WAITER);
    let then = Then::new(
        |vm, then, cancelled| {
            if !vm.truth_nested(cancelled)? {
                set_number(vm, then.state[0], MUST_CANCEL, 1);
                set_value(vm, then.state[0], MESSAGE, then.state[1]);
            }
            Ok(Flow::Value(Value::Bool(true)))
        },
        vec![task, message],
    );
    if waiter.is_none() {
        return (then.function)(vm, then, Value::Bool(false));
    }
    cancel_waiter(vm, waiter, message, then)
}

/// Cancels what a task waits for, then goes on.
fn cancel_waiter(vm: &mut Vm, waiter: Value, message: Value, then: Then) -> NativeResult {
    let name = vm.symbols.intern("cancel");
    let method = vm.get_attr_nested(waiter, name)?;
    let mut args = Args::default();
    if !message.is_none() {
        args.keywords.push((vm.symbols.intern("msg"), message));
    }
    Ok(Flow::CallThen(Box::new((method, args, then))))
}

/// A step: the coroutine goes on with `None` or with an exception; then the loop does, or the
/// task that made this one where the step is an eager one.
pub(super) fn step(
    vm: &mut Vm,
    event_loop: Value,
    task: Value,
    thrown: Option<Value>,
    outer_task: Option<Value>,
) -> NativeResult {
    vm.spend(STEP_PS);
    let mut thrown = thrown;
    if number(vm, task, MUST_CANCEL) != 0 {
        let is_cancelled = thrown.is_some_and(|e| event_loop::is_cancelled_error(vm, e));
        if !is_cancelled {
            thrown = Some(cancelled_error(vm, task));
        }
        set_number(vm, task, MUST_CANCEL, 0);
    }
    set_value(vm, task, WAITER, Value::None);
    let current = vm.current;
    let context = value(vm, task, CONTEXT);
    let outer = std::mem::replace(&mut vm.threads[current].context, context);
    event_loop::set_current_task(vm, event_loop, task);
    let coroutine = value(vm, task, COROUTINE);
    lane::run(vm, task, coroutine);
    let mut state: Kept = [event_loop, task, outer][..].into();
    state.extend(outer_task);
    let catch = Catch {
        function: stepped,
        state,
    };
    let tried = match vm.object(coroutine) {
        Some(Object::Generator(_) | Object::Awaiter(_)) => Tried::Resume(
            coroutine.as_ref().expect("an object"),
            match thrown {
                Some(exception) => Resumption::Throw(exception),
                None => Resumption::Send(Value::None),
            },
        ),
        _ => {
            let (name, given) = match thrown {
                Some(exception) => ("throw", exception),
                None => ("send", Value::None),
            };
            let name = vm.symbols.intern(name);
            let method = vm.get_attr_nested(coroutine, name)?;
            Tried::Call(method, Args::of(&[given]))
        }
    };
    Ok(Caught::flow(tried, catch))
}

/// The coroutine has yielded, returned or raised.
fn stepped(vm: &mut Vm, state: Kept, came: Came) -> NativeResult {
    let (event_loop, task, outer) = (state[0], state[1], state[2]);
    let current = vm.current;
    let context = std::mem::replace(&mut vm.threads[current].context, outer);
    set_value(vm, task, CONTEXT, context);
    let outer_task = state.get(3).copied();
    event_loop::set_current_task(vm, event_loop, outer_task.unwrap_or(Value::None));
    let came = match came {
        Came::Raised(exception)
            if !is_coroutine(vm, value(vm, task, COROUTINE))
                && vm.is_exception(exception, "StopIteration") =>
        {
            Came::Ended(vm.stop_iteration_value(exception))
        }
        came => came,
    };
    let goes_on: GoesOn = match outer_task {
        Some(_) => |_, _| Ok(Flow::Value(Value::None)),
        None => event_loop::run_next,
    };
    match came {
        Came::Value(yielded) => return waits(vm, state, yielded, goes_on),
        Came::Ended(result) => {
            if number(vm, task, MUST_CANCEL) != 0 {
                set_number(vm, task, MUST_CANCEL, 0);
                over(vm, event_loop, task);
                end_cancelled(vm, task, Value::None)?;
            } else {
                over(vm, event_loop, task);
                finish(vm, task, result)?;
            }
        }
        Came::Raised(exception) => {
            over(vm, event_loop, task);
            if event_loop::is_cancelled_error(vm, exception) {
                end_cancelled(vm, task, exception)?;
            } else {
                fail(vm, task, exception)?;
                let ends_loop = vm.is_exception(exception, "KeyboardInterrupt")
                    || vm.is_exception(exception, "SystemExit");
                if ends_loop {
                    event_loop::pass_run(vm, exception);
                    return Err(Raised(exception));
                }
            }
        }
    }
    goes_on(vm, event_loop)
}

/// What follows a step.
type GoesOn = fn(&mut Vm, Value) -> NativeResult;

/// The task is done.
fn over(vm: &mut Vm, event_loop: Value, task: Value) {
    event_loop::unregister(vm, event_loop, task);
    lane::end(vm, task);
}

/// The coroutine has yielded something to wait for.
fn waits(vm: &mut Vm, state: Kept, yielded: Value, goes_on: GoesOn) -> NativeResult {
    let (event_loop, task) = (state[0], state[1]);
    if yielded.is_none() {
        lane::ready(vm, task);
        push(vm, event_loop, task, Value::Unbound)?;
        return goes_on(vm, event_loop);
    }
    if is_future(vm, yielded) {
        if value(vm, yielded, LOOP) != event_loop {
            let texts = [task, yielded].map(|shown| vm.repr_nested(shown));
            let [task_text, future_text] = texts;
            let text = format!(
                "Task {} got Future {} attached to a different loop",
                task_text?, future_text?
            );
            return fails_soon(vm, event_loop, task, &text, goes_on);
        }
        if number(vm, yielded, BLOCKING) != 0 {
            if yielded == task {
                let text = format!("Task cannot await on itself: {}", vm.repr_nested(task)?);
                return fails_soon(vm, event_loop, task, &text, goes_on);
            }
            set_number(vm, yielded, BLOCKING, 0);
            add_callback(vm, yielded, task, Value::None)?;
            set_value(vm, task, WAITER, yielded);
            lane::wait(vm, task, yielded);
            if number(vm, task, MUST_CANCEL) != 0 {
                let message = value(vm, task, MESSAGE);
                let then = Then::new(
                    |vm, then, cancelled| {
                        let cancelled = vm.truth_nested(cancelled)?;
                        if cancelled {
                            set_number(vm, then.state[1], MUST_CANCEL, 0);
                        }
                        match then.state.get(3) {
                            Some(_) => Ok(Flow::Value(Value::None)),
                            None => event_loop::run_next(vm, then.state[0]),
                        }
                    },
                    state,
                );
                return cancel_waiter(vm, yielded, message, then);
            }
            return goes_on(vm, event_loop);
        }
        let texts = [task, yielded].map(|shown| vm.repr_nested(shown));
        let [task_text, future_text] = texts;
        let text = format!(
            "yield was used instead of yield from in task {} with {}",
            task_text?, future_text?
        );
        return fails_soon(vm, event_loop, task, &text, goes_on);
    }
    let text = match vm.object(yielded) {
        Some(Object::Generator(generator)) if generator.kind.is_iterator() => format!(
            "yield was used instead of yield from for generator in task {} with {}",
            vm.repr_nested(task)?,
            vm.repr_nested(yielded)?
        ),
        _ => format!("Task got bad yield: {}", vm.repr_nested(yielded)?),
    };
    fails_soon(vm, event_loop, task, &text, goes_on)
}

/// The task's next step raises RuntimeError.
fn fails_soon(
    vm: &mut Vm,
    event_loop: Value,
    task: Value,
    text: &str,
    goes_on: GoesOn,
) -> NativeResult {
    let Raised(exception) = vm.raise("RuntimeError", text);
    lane::ready(vm, task);
    push(vm, event_loop, task, exception)?;
    goes_on(vm, event_loop)
}

/// The loop has come to the task: `with` is what it waited for, an exception for it, or unbound.
pub(super) fn wake(vm: &mut Vm, event_loop: Value, task: Value, with: Value) -> NativeResult {
    if is_done(vm, task) {
        return event_loop::run_next(vm, event_loop);
    }
    let thrown = if with.is_unbound() {
        None
    } else if vm.exception(with).is_some() {
        Some(with)
    } else {
        match number(vm, with, STATE) {
            2 => None,
            _ => match future::outcome(vm, with) {
                Ok(_) => None,
                Err(Raised(exception)) => Some(exception),
            },
        }
    };
    step(vm, event_loop, task, thrown, None)
}
