//! Switching: who goes on, with what, and what happens when a greenlet ends. Source: greenlet 3.5,
//! src/greenlet/TGreenlet.cpp.

use super::class::{
    ACTIVE, CONTEXT, DEAD, NEW, PARENT, STACK, STATE, THREAD, current, part, repr_text,
    set_current, set_part,
};
use super::lane;
use crate::threading::waiting::{number, set_number};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, StackEntry, StackSwitch, Vm};

/// A switch, one way. Source: costs, raw `greenlet.switch`.
const SWITCH_PS: u64 = 150_000;

/// What a greenlet is given when it goes on.
#[derive(Clone)]
enum Given {
    /// The arguments of `switch`.
    Arguments(Args),
    /// A result.
    Result(Value),
    /// An exception.
    Exception(Value),
}

/// `greenlet.switch(*args, **kwargs)`
pub(super) fn switch(vm: &mut Vm, mut args: Args) -> NativeResult {
    let own = args.positional.remove(0);
    go_on(vm, own, Given::Arguments(args))
}

/// `greenlet.throw(type=GreenletExit, value=None, traceback=None)`
pub(super) fn throw(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, kind, value, traceback] = args.between(vm, "greenlet.throw", 1)?;
    let kind = match kind {
        Value::Unbound => exit_class(vm),
        given => given,
    };
    let exception = exception_of(vm, kind, value)?;
    if !traceback.is_unbound()
        && !traceback.is_none()
        && vm.set_traceback(exception, traceback).is_err()
    {
        let text = "throw() third argument must be a traceback object";
        return Err(vm.type_error(text));
    }
    let given = match number(vm, own, STATE) {
        DEAD => ended_with(vm, exception),
        _ => Given::Exception(exception),
    };
    go_on(vm, own, given)
}

/// `_finish(greenlet, result, failed)`: it has ended; its parent goes on.
pub(super) fn finish(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, result, failed] = args.exact(vm, "_finish")?;
    set_number(vm, own, STATE, DEAD);
    let given = match failed {
        Value::Bool(true) => ended_with(vm, result),
        _ => Given::Result(result),
    };
    go_on(vm, own, given)
}

/// GreenletExit ends a greenlet as a result; anything else is raised in its parent.
fn ended_with(vm: &mut Vm, exception: Value) -> Given {
    let exit = exit_class(vm);
    match exit.as_ref() {
        Some(exit) if vm.is_instance(exception, exit) => Given::Result(exception),
        _ => Given::Exception(exception),
    }
}

fn exit_class(vm: &mut Vm) -> Value {
    library(vm, "GreenletExit")
}

fn library(vm: &mut Vm, name: &str) -> Value {
    let module = vm.roots["greenlet module"].as_ref();
    let found = module.and_then(|module| vm.global(module, name));
    found.expect("its Python part has it")
}

fn exception_of(vm: &mut Vm, kind: Value, value: Value) -> Result<Value, Raised> {
    if vm.exception(kind).is_some() {
        if !value.is_unbound() && !value.is_none() {
            let text = "instance exception may not have a separate value";
            return Err(vm.type_error(text));
        }
        return Ok(kind);
    }
    let base = vm.types.exception("BaseException");
    if !matches!(vm.object(kind), Some(Object::Class(class)) if class.mro.contains(&base)) {
        let told = vm.type_name(kind);
        let text = format!("exceptions must be classes, or instances, not {told}");
        return Err(vm.type_error(&text));
    }
    let class = kind.as_ref().expect("a class is an object");
    if !value.is_unbound() && vm.exception(value).is_some() && vm.is_instance(value, class) {
        return Ok(value);
    }
    let arguments = match vm.object(value) {
        _ if value.is_unbound() || value.is_none() => Vec::new(),
        Some(Object::Tuple(items)) => items.to_vec(),
        _ => vec![value],
    };
    vm.call_nested(kind, Args::of(&arguments))
}

/// `target`, or the nearest of its parents that is not dead, goes on.
fn go_on(vm: &mut Vm, mut target: Value, mut given: Given) -> NativeResult {
    vm.spend(SWITCH_PS);
    let here = current(vm);
    check_thread(vm, here, target)?;
    loop {
        match (number(vm, target, STATE), &given) {
            (DEAD, _) => target = part(vm, target, PARENT),
            // It never ran: what is thrown ends it at once.
            (NEW, Given::Exception(exception)) => {
                let exception = *exception;
                forget_run(vm, target);
                set_number(vm, target, STATE, DEAD);
                lane::end(vm, target);
                given = ended_with(vm, exception);
            }
            _ => break,
        }
    }
    if target == here {
        return match given {
            Given::Exception(exception) => Err(Raised(exception)),
            given => Ok(Flow::Value(result_of(vm, given)?)),
        };
    }
    let entry = match number(vm, target, STATE) {
        NEW => begin(vm, target, given)?,
        _ => match given {
            Given::Exception(exception) => StackEntry::Raise(Raised(exception)),
            given => StackEntry::Result(result_of(vm, given)?),
        },
    };
    let from = part(vm, here, STACK)
        .as_ref()
        .expect("a running one has a stack");
    let to = part(vm, target, STACK)
        .as_ref()
        .expect("a suspended one has a stack");
    if number(vm, here, STATE) == DEAD {
        set_part(vm, here, STACK, Value::None);
        lane::end(vm, here);
    } else {
        lane::leave(vm, here);
    }
    lane::enter(vm, target);
    let thread = vm.current;
    let context = part(vm, target, CONTEXT);
    let context = std::mem::replace(&mut vm.threads[thread].context, context);
    set_part(vm, here, CONTEXT, context);
    set_current(vm, target);
    Ok(Flow::Switch(Box::new(StackSwitch { from, to, entry })))
}

/// What a greenlet that never ran begins with.
fn begin(vm: &mut Vm, target: Value, given: Given) -> Result<StackEntry, Raised> {
    let name = vm.symbols.intern("run");
    let run = match vm.get_attr_nested(target, name) {
        Err(raised) if vm.is_exception(raised.0, "AttributeError") => {
            return Err(vm.raise("AttributeError", "run"));
        }
        other => other?,
    };
    let args = match given {
        Given::Arguments(args) => args,
        Given::Result(value) | Given::Exception(value) => Args::of(&[value]),
    };
    forget_run(vm, target);
    set_number(vm, target, STATE, ACTIVE);
    let positional = vm.heap.tuple(&args.positional);
    let keywords = vm.dict_of(args.keywords)?;
    let begin = library(vm, "_begin");
    let args = Args::of(&[target, run, positional, keywords]);
    Ok(StackEntry::Call(begin, args))
}

/// `run` is gone once it runs.
fn forget_run(vm: &mut Vm, own: Value) {
    let name = vm.symbols.intern("run");
    if let Some(host) = vm.host_mut(own) {
        host.attrs.remove(name);
    }
}

/// What `switch` gives where these arguments arrive.
fn result_of(vm: &mut Vm, given: Given) -> Result<Value, Raised> {
    let args = match given {
        Given::Arguments(args) => args,
        Given::Result(value) | Given::Exception(value) => return Ok(value),
    };
    if args.keywords.is_empty() {
        return Ok(match *args.positional {
            [only] => only,
            _ => vm.heap.tuple(&args.positional),
        });
    }
    let keywords = vm.dict_of(args.keywords)?;
    if args.positional.is_empty() {
        return Ok(keywords);
    }
    let positional = vm.heap.tuple(&args.positional);
    Ok(vm.heap.tuple(&[positional, keywords]))
}

fn check_thread(vm: &mut Vm, here: Value, target: Value) -> Result<(), Raised> {
    if number(vm, target, THREAD) == vm.current as i64 {
        return Ok(());
    }
    let own = repr_text(vm, here);
    let other = repr_text(vm, target);
    let text =
        format!("Cannot switch to a different thread\n\tCurrent:  {own}\n\tExpected: {other}");
    let class = library(vm, "error");
    let text = vm.heap.string(text);
    let raised = vm.call_nested(class, Args::of(&[text]))?;
    Err(Raised(raised))
}
