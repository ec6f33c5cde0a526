//! `property`, `staticmethod`, `classmethod`, `super`, and functions as descriptors.

use super::objects::install_new;
use super::ok;
use crate::heap::{Object, Property, Value};
use crate::vm::{Args, Flow, NativeResult, Raised, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.property, property_new);
    vm.add_methods(
        t.property,
        &[
            ("getter", |vm, args| with_part(vm, args, 0)),
            ("setter", |vm, args| with_part(vm, args, 1)),
            ("deleter", |vm, args| with_part(vm, args, 2)),
            ("__set__", |vm, args| {
                let [own, object, value] = args.exact(vm, "property.__set__")?;
                call_part(vm, own, 1, &[object, value])
            }),
            ("__delete__", |vm, args| {
                let [own, object] = args.exact(vm, "property.__delete__")?;
                call_part(vm, own, 2, &[object])
            }),
        ],
    );
    for class in [
        t.function,
        t.native,
        t.property,
        t.staticmethod,
        t.classmethod,
    ] {
        vm.add_methods(class, &[("__get__", descriptor_get)]);
    }
    vm.add_methods(
        t.function,
        &[("__call__", |_, mut args| {
            let own = args.positional.remove(0);
            Ok(Flow::Call(Box::new((own, args))))
        })],
    );
    install_new(vm, t.staticmethod, |vm, args| {
        let [_, function] = args.exact(vm, "staticmethod")?;
        ok(vm.heap.value(Object::StaticMethod(function)))
    });
    install_new(vm, t.classmethod, |vm, args| {
        let [_, function] = args.exact(vm, "classmethod")?;
        ok(vm.heap.value(Object::ClassMethod(function)))
    });
    vm.add_methods(
        t.staticmethod,
        &[("__call__", |vm, mut args| {
            let own = args.positional.remove(0);
            match vm.object(own) {
                Some(Object::StaticMethod(function)) => Ok(Flow::Call(Box::new((*function, args)))),
                _ => Err(vm.type_error("a staticmethod is required")),
            }
        })],
    );
    install_new(vm, t.super_, super_new);
}

fn property_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [_, getter, setter, deleter, doc] =
        args.named(vm, "property", ["cls", "fget", "fset", "fdel", "doc"], 1)?;
    let doc = match (doc, vm.object(getter)) {
        (Value::Unbound, Some(Object::Function(function))) => function.doc,
        (doc, _) => doc,
    };
    let none = |value: Value| {
        if value.is_unbound() {
            Value::None
        } else {
            value
        }
    };
    let property = Property {
        getter: none(getter),
        setter: none(setter),
        deleter: none(deleter),
        doc: none(doc),
    };
    ok(vm.heap.value(Object::Property(Box::new(property))))
}

fn with_part(vm: &mut Vm, args: Args, part: usize) -> NativeResult {
    let [own, function] = args.exact(vm, "property.setter")?;
    let Some(Object::Property(property)) = vm.object(own) else {
        return Err(vm.type_error("a property is required"));
    };
    let mut property = **property;
    match part {
        0 => {
            property.getter = function;
            if let Some(Object::Function(getter)) = vm.object(function) {
                property.doc = getter.doc;
            }
        }
        1 => property.setter = function,
        _ => property.deleter = function,
    }
    ok(vm.heap.value(Object::Property(Box::new(property))))
}

fn call_part(vm: &mut Vm, property: Value, part: usize, args: &[Value]) -> NativeResult {
    let property = vm.unwrap(property);
    let Some(Object::Property(parts)) = vm.object(property) else {
        return Err(vm.type_error("a property is required"));
    };
    let (function, what) = match part {
        1 => (parts.setter, "setter"),
        _ => (parts.deleter, "deleter"),
    };
    if function.is_none() {
        let text = format!(
            "property of '{}' object has no {what}",
            vm.type_name(args[0])
        );
        return Err(vm.raise("AttributeError", &text));
    }
    Ok(Flow::Call(Box::new((function, Args::of(args)))))
}

/// `__get__` of the builtin descriptors.
fn descriptor_get(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, object, class] = args.between(vm, "__get__", 2)?;
    let own = vm.unwrap(own);
    let class = match (class, vm.object(class)) {
        (Value::Obj(r), Some(Object::Class(_))) => r,
        _ => vm.class_of(object),
    };
    let object = (!object.is_none() || class == vm.types.none).then_some(object);
    let value = vm.bind_descriptor(own, object, class)?;
    ok(value)
}

fn super_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [_, class, receiver] = args.between(vm, "super", 1)?;
    if !class.is_unbound() {
        let Some(Object::Class(_)) = vm.object(class) else {
            return Err(vm.type_error("super() argument 1 must be a type"));
        };
        let after = class.as_ref().expect("an object");
        let receiver = if receiver.is_unbound() {
            class
        } else {
            receiver
        };
        let of_class = match (receiver, vm.object(receiver)) {
            (Value::Obj(r), Some(Object::Class(_))) => vm.is_subclass(r, after),
            _ => false,
        };
        if !of_class && !vm.is_instance(receiver, after) {
            let text = "super(type, obj): obj must be an instance or subtype of type";
            return Err(vm.type_error(text));
        }
        return ok(vm.heap.value(Object::Super { after, receiver }));
    }
    let (after, receiver) = implicit_super(vm)?;
    ok(vm.heap.value(Object::Super { after, receiver }))
}

/// Zero-argument `super()`: the `__class__` cell and the first parameter of the calling function.
fn implicit_super(vm: &mut Vm) -> Result<(crate::heap::Ref, Value), Raised> {
    let frame = vm.frames.last().expect("a frame calls");
    let code = frame.code.code.clone();
    let name = vm.names.class;
    let cell = code
        .cells
        .iter()
        .position(|&cell| cell == name)
        .map(|index| frame.cells[index]);
    let first_cell = code
        .cell_parameters
        .iter()
        .position(|&parameter| parameter == Some(0))
        .map(|index| frame.cells[index]);
    let receiver = match first_cell.map(|cell| vm.heap.get(cell)) {
        Some(Object::Cell(value)) => *value,
        _ => vm.stack.get(frame.base).copied().unwrap_or(Value::Unbound),
    };
    if code.positional_count == 0 {
        return Err(vm.raise("RuntimeError", "super(): no arguments"));
    }
    let class = match cell.map(|cell| vm.heap.get(cell)) {
        Some(Object::Cell(Value::Obj(class))) => *class,
        Some(_) => return Err(vm.raise("RuntimeError", "super(): empty __class__ cell")),
        None if code.positional_count == 0 => {
            return Err(vm.raise("RuntimeError", "super(): no arguments"));
        }
        None => return Err(vm.raise("RuntimeError", "super(): __class__ cell not found")),
    };
    if code.positional_count == 0 || receiver.is_unbound() {
        return Err(vm.raise("RuntimeError", "super(): no arguments"));
    }
    Ok((class, receiver))
}
