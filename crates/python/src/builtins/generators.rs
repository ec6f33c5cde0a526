//! Methods of generators and of builtin iterators.

use super::ok;
use crate::heap::{Ref, Value};
use crate::vm::{Args, Flow, NativeFn, NativeResult, Raised, Resume, Resumption, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    vm.add_methods(
        t.generator,
        &[
            ("__iter__", itself),
            ("__next__", |vm, args| {
                let [own] = args.exact(vm, "generator.__next__")?;
                resume(vm, own, Resumption::Send(Value::None))
            }),
            ("send", |vm, args| {
                let [own, value] = args.exact(vm, "generator.send")?;
                resume(vm, own, Resumption::Send(value))
            }),
            ("throw", |vm, args| {
                let [own, exception, value, _traceback] = args.between(vm, "generator.throw", 2)?;
                let exception = if value.is_unbound() || value.is_none() {
                    vm.exception_from(exception)?
                } else {
                    vm.call_nested(exception, Args::of(&[value]))?
                };
                resume(vm, own, Resumption::Throw(exception))
            }),
            ("close", |vm, args| {
                let [own] = args.exact(vm, "generator.close")?;
                resume(vm, own, Resumption::Close)
            }),
        ],
    );
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
