//! Methods of exception groups.

use super::ok;
use crate::heap::{Object, Value};
use crate::vm::{Args, Condition, NativeResult, Raised, Vm};

pub(super) fn install(vm: &mut Vm) {
    let base = vm.types.exception("BaseExceptionGroup");
    super::objects::install_new(vm, base, |vm, mut args| {
        let Some(&Value::Obj(class)) = args.positional.first() else {
            return Err(vm.type_error("BaseExceptionGroup.__new__(): not enough arguments"));
        };
        args.positional.remove(0);
        let made = vm.new_group(class, &args.positional)?;
        ok(made)
    });
    super::objects::install_class_method(vm, base, "__class_getitem__", |vm, args| {
        let [class, _] = args.exact(vm, "BaseExceptionGroup.__class_getitem__")?;
        ok(class)
    });
    vm.add_methods(
        base,
        &[
            ("derive", |vm, args| {
                let [own, members] = args.exact(vm, "BaseExceptionGroup.derive")?;
                let message = message_of(vm, own);
                let class = vm.types.exception("BaseExceptionGroup");
                let made = vm.new_group(class, &[message, members])?;
                ok(made)
            }),
            ("split", |vm, args| {
                let [own, wanted] = args.exact(vm, "BaseExceptionGroup.split")?;
                let condition = condition_of(vm, wanted)?;
                let (matched, rest) = vm.split_group(own, condition, true)?;
                ok(vm.heap.tuple(&[matched, rest]))
            }),
            ("subgroup", |vm, args: Args| -> NativeResult {
                let [own, wanted] = args.exact(vm, "BaseExceptionGroup.subgroup")?;
                let condition = condition_of(vm, wanted)?;
                let (matched, _) = vm.split_group(own, condition, false)?;
                ok(matched)
            }),
        ],
    );
}

fn message_of(vm: &Vm, group: Value) -> Value {
    vm.exception_args(group)
        .first()
        .copied()
        .unwrap_or(Value::None)
}

fn condition_of(vm: &mut Vm, wanted: Value) -> Result<Condition, Raised> {
    let base = vm.types.exception("BaseException");
    let is_type = |vm: &Vm, value: Value| matches!(vm.object(value), Some(Object::Class(class)) if class.mro.contains(&base));
    let types = match vm.object(wanted) {
        Some(Object::Tuple(items)) => items.iter().all(|&item| is_type(vm, item)),
        _ => is_type(vm, wanted),
    };
    if types {
        return Ok(Condition::Types(wanted));
    }
    let callable = match vm.object(wanted) {
        Some(Object::Function(_) | Object::Native(_) | Object::BoundMethod { .. }) => true,
        Some(Object::Class(_) | Object::Tuple(_)) => false,
        _ => vm.special(wanted, vm.names.call).is_some(),
    };
    if callable {
        return Ok(Condition::Function(wanted));
    }
    Err(vm.type_error("expected a function, exception type or tuple of exception types"))
}
