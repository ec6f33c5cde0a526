//! Methods of generators, coroutines, asynchronous generators and builtin iterators.

use super::ok;
use crate::heap::{AwaiterAction, Ref, Value};
use crate::vm::{Args, Flow, NativeFn, NativeResult, Raised, Resume, Resumption, Then, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    let driven: &[(&'static str, NativeFn)] = &[("send", send), ("throw", throw), ("close", close)];
    let iterated: &[(&'static str, NativeFn)] = &[("__iter__", itself), ("__next__", next)];
    vm.add_methods(t.generator, iterated);
    vm.add_methods(t.generator, driven);
    vm.add_methods(t.coroutine, driven);
    vm.add_methods(t.coroutine, &[("__await__", coroutine_await)]);
    vm.add_methods(t.coroutine_wrapper, iterated);
    vm.add_methods(t.coroutine_wrapper, driven);
    for class in [t.async_generator_asend, t.async_generator_athrow] {
        vm.add_methods(class, iterated);
        vm.add_methods(class, driven);
        vm.add_methods(class, &[("__await__", itself)]);
    }
    vm.add_methods(
        t.async_generator,
        &[
            ("__aiter__", itself),
            ("__anext__", |vm, args| {
                let [own] = args.exact(vm, "async_generator.__anext__")?;
                step(vm, own, AwaiterAction::Send(Value::None))
            }),
            ("asend", |vm, args| {
                let [own, value] = args.exact(vm, "async_generator.asend")?;
                step(vm, own, AwaiterAction::Send(value))
            }),
            ("athrow", |vm, args| {
                let (own, exception) = thrown(vm, &args, "async_generator.athrow")?;
                step(vm, own, AwaiterAction::Throw(exception))
            }),
            ("aclose", |vm, args| {
                let [own] = args.exact(vm, "async_generator.aclose")?;
                step(vm, own, AwaiterAction::Close)
            }),
        ],
    );
    let module = vm.builtins;
    vm.add_function(module, "aiter", aiter);
    vm.add_function(module, "anext", anext);
    let iterator: &[(&'static str, NativeFn)] = &[
        ("__iter__", itself),
        ("__next__", |vm, args| {
            let [own] = args.exact(vm, "iterator.__next__")?;
            match vm.step(own)? {
                crate::vm::Step::Item(item) => ok(item),
                _ => Err(vm.raise_value("StopIteration", &[])),
            }
        }),
    ];
    for class in [
        t.list_iterator,
        t.tuple_iterator,
        t.list_reverseiterator,
        t.range_iterator,
        t.str_iterator,
        t.bytes_iterator,
        t.dict_keyiterator,
        t.dict_valueiterator,
        t.dict_itemiterator,
        t.set_iterator,
    ] {
        vm.add_methods(class, iterator);
    }
}

fn itself(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__iter__")?;
    ok(own)
}

fn next(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "generator.__next__")?;
    resume(vm, own, Resumption::Send(Value::None))
}

fn send(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, value] = args.exact(vm, "generator.send")?;
    resume(vm, own, Resumption::Send(value))
}

fn throw(vm: &mut Vm, args: Args) -> NativeResult {
    let (own, exception) = thrown(vm, &args, "generator.throw")?;
    resume(vm, own, Resumption::Throw(exception))
}

fn close(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "generator.close")?;
    resume(vm, own, Resumption::Close)
}

fn coroutine_await(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "coroutine.__await__")?;
    let coroutine = generator(vm, own)?;
    ok(vm.awaiter(coroutine, AwaiterAction::Coroutine))
}

/// The receiver and the exception of `throw(exception)` and of `throw(type, value, traceback)`.
fn thrown(vm: &mut Vm, args: &Args, name: &str) -> Result<(Value, Value), Raised> {
    let [own, exception, value, _traceback] = args.between(vm, name, 2)?;
    let exception = if value.is_unbound() || value.is_none() {
        vm.exception_from(exception)
            .map_err(|_| not_an_exception(vm, exception))?
    } else if vm.exception(value).is_some() {
        value
    } else {
        vm.call_nested(exception, Args::of(&[value]))?
    };
    Ok((own, exception))
}

fn not_an_exception(vm: &mut Vm, value: Value) -> Raised {
    let text = format!(
        "exceptions must be classes or instances deriving from BaseException, not {}",
        vm.type_name(value)
    );
    vm.type_error(&text)
}

fn step(vm: &mut Vm, own: Value, action: AwaiterAction) -> NativeResult {
    let generator = generator(vm, own)?;
    vm.async_step(generator, action)
}

fn aiter(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "aiter")?;
    let name = vm.names.aiter;
    let Some(method) = vm.special(value, name) else {
        let text = format!("'{}' object is not an async iterable", vm.type_name(value));
        return Err(vm.type_error(&text));
    };
    let then = Then::new(
        |vm, _, found| {
            if vm.special(found, vm.names.anext).is_some() {
                return ok(found);
            }
            let text = format!(
                "aiter() returned not an async iterator of type '{}'",
                vm.type_name(found)
            );
            Err(vm.type_error(&text))
        },
        Vec::new(),
    );
    Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))))
}

fn anext(vm: &mut Vm, args: Args) -> NativeResult {
    let [iterator, default] = args.between(vm, "anext", 1)?;
    let Some(method) = vm.special(iterator, vm.names.anext) else {
        let text = format!(
            "'{}' object is not an async iterator",
            vm.type_name(iterator)
        );
        return Err(vm.type_error(&text));
    };
    let call = (method, Args::of(&[iterator]));
    if default.is_unbound() {
        return Ok(Flow::Call(Box::new(call)));
    }
    let then = Then::new(
        |vm, then, awaitable| {
            super::library_call(vm, "_anext_or", Args::of(&[awaitable, then.state[0]]))
        },
        vec![default],
    );
    Ok(Flow::CallThen(Box::new((call.0, call.1, then))))
}

fn generator(vm: &mut Vm, own: Value) -> Result<Ref, Raised> {
    own.as_ref()
        .ok_or_else(|| vm.type_error("a generator is required"))
}

fn resume(vm: &mut Vm, own: Value, how: Resumption) -> NativeResult {
    let generator = generator(vm, own)?;
    Ok(Flow::Resume(Box::new(Resume {
        generator,
        how,
        default: Value::Unbound,
    })))
}
