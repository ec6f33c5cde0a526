//! `object`, `type`, `property`, `staticmethod`, `classmethod`, `super`, `bool`, `slice`, `range`, functions.

use super::ok;
use crate::heap::{Object, Property, Range, Value};
use crate::vm::{Args, Flow, NativeResult, Raised, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    vm.add_methods(
        t.object,
        &[
            ("__init__", |_, _| ok(Value::None)),
            ("__repr__", object_repr),
            ("__str__", |vm, args| {
                let [value] = args.exact(vm, "object.__str__")?;
                let text = vm.repr_nested(value)?;
                ok(vm.heap.string(text))
            }),
            ("__eq__", |vm, args| {
                let [a, b] = args.exact(vm, "object.__eq__")?;
                ok(
                    match vm.compare_builtin(crate::code::CompareOp::Eq, a, b)? {
                        Some(result) => Value::Bool(result),
                        None if a == b => Value::Bool(true),
                        None => Value::NotImplemented,
                    },
                )
            }),
            ("__ne__", |vm, args| {
                let [a, b] = args.exact(vm, "object.__ne__")?;
                let equal = vm.equal_nested(a, b)?;
                ok(Value::Bool(!equal))
            }),
            ("__hash__", |vm, args| {
                let [value] = args.exact(vm, "object.__hash__")?;
                ok(match value {
                    Value::Obj(r) => Value::Int(vm.address_of(r) as i64 >> 4),
                    other => Value::Int(vm.hash_nested(other)?),
                })
            }),
            ("__setattr__", |vm, args| {
                let [object, name, value] = args.exact(vm, "object.__setattr__")?;
                let name = vm.text(name).unwrap_or_default();
                let name = vm.symbols.intern(&name);
                match vm.set_attribute_plainly(object, name, value)? {
                    Some((callable, args)) => Ok(Flow::Call(Box::new((callable, args)))),
                    None => ok(Value::None),
                }
            }),
            ("__delattr__", |vm, args| {
                let [object, name] = args.exact(vm, "object.__delattr__")?;
                let name = vm.text(name).unwrap_or_default();
                let name = vm.symbols.intern(&name);
                match vm.delete_attribute_plainly(object, name)? {
                    Some((callable, args)) => Ok(Flow::Call(Box::new((callable, args)))),
                    None => ok(Value::None),
                }
            }),
            ("__getattribute__", |vm, args| {
                let [object, name] = args.exact(vm, "object.__getattribute__")?;
                let text = vm.text(name).unwrap_or_default();
                let name = vm.symbols.intern(&text);
                let class = vm.class_of(object);
                match vm.find_attribute(object, class, name)? {
                    Some(crate::vm::Attribute::Value(value)) => ok(value),
                    Some(crate::vm::Attribute::Method(function)) => ok(vm.bound(function, object)),
                    Some(crate::vm::Attribute::Call(callable, args)) => {
                        Ok(Flow::Call(Box::new((callable, args))))
                    }
                    None => Err(vm.attribute_error(object, name)),
                }
            }),
            ("__format__", |vm, args| {
                let [value, spec] = args.exact(vm, "object.__format__")?;
                vm.format_value(value, spec)
            }),
            ("__dir__", |vm, args| {
                let [value] = args.exact(vm, "object.__dir__")?;
                let names = super::attribute_functions::names_of(vm, value);
                ok(vm.heap.list(names))
            }),
        ],
    );
    let new = native(vm, "__new__", object_new);
    let new = vm.heap.value(Object::StaticMethod(new));
    let (name, object) = (vm.names.new, t.object);
    vm.set_class_attr(object, name, new);
    let hook = native(vm, "__init_subclass__", |vm, args| {
        if args.keywords.is_empty() && args.positional.len() < 2 {
            return ok(Value::None);
        }
        let class = match args.positional.first().and_then(|&class| vm.object(class)) {
            Some(Object::Class(class)) => class.name.to_string(),
            _ => "object".to_owned(),
        };
        let text = format!("{class}.__init_subclass__() takes no keyword arguments");
        Err(vm.type_error(&text))
    });
    let hook = vm.heap.value(Object::ClassMethod(hook));
    let name = vm.names.init_subclass;
    vm.set_class_attr(object, name, hook);
    vm.add_methods(
        t.type_,
        &[
            ("__call__", |vm, mut args| {
                let Some(Value::Obj(class)) = args.positional.first().copied() else {
                    return Err(vm.type_error("descriptor '__call__' requires a type"));
                };
                args.positional.remove(0);
                vm.construct(class, args)
            }),
            ("mro", |vm, args| {
                let [class] = args.exact(vm, "type.mro")?;
                let mro = match vm.object(class) {
                    Some(Object::Class(class)) => {
                        class.mro.iter().map(|&r| Value::Obj(r)).collect()
                    }
                    _ => Vec::new(),
                };
                ok(vm.heap.list(mro))
            }),
            ("__subclasses__", |vm, args| {
                let [class] = args.exact(vm, "type.__subclasses__")?;
                let known = match vm.object(class) {
                    Some(Object::Class(class)) => class.subclasses.clone(),
                    _ => Vec::new(),
                };
                let known = known.into_iter().map(Value::Obj).collect();
                ok(vm.heap.list(known))
            }),
            ("__init__", |_, _| ok(Value::None)),
            ("__or__", |vm, args| {
                vm.call_library("types", "_union", args)
            }),
            ("__ror__", |vm, args| {
                let [right, left] = args.exact(vm, "type.__ror__")?;
                vm.call_library("types", "_union", Args::of(&[left, right]))
            }),
            ("__instancecheck__", |vm, args| {
                let [class, value] = args.exact(vm, "type.__instancecheck__")?;
                let class = class.as_ref().expect("a class is an object");
                ok(Value::Bool(vm.is_instance(value, class)))
            }),
            ("__subclasscheck__", |vm, args| {
                let [class, sub] = args.exact(vm, "type.__subclasscheck__")?;
                let Some(Object::Class(_)) = vm.object(sub) else {
                    return Err(vm.type_error("issubclass() arg 1 must be a class"));
                };
                let (sub, class) = (sub.as_ref(), class.as_ref());
                let (sub, class) = (sub.expect("a class"), class.expect("a class"));
                ok(Value::Bool(vm.is_subclass(sub, class)))
            }),
        ],
    );
    install_new(vm, t.type_, type_new);
    install_new(vm, t.none, |vm, args| only_one(vm, args, Value::None));
    install_new(vm, t.ellipsis, |vm, args| {
        only_one(vm, args, Value::Ellipsis)
    });
    install_new(vm, t.not_implemented, |vm, args| {
        only_one(vm, args, Value::NotImplemented)
    });
    install_new(vm, t.bool, |vm, args| {
        let [_, value] = args.between(vm, "type.bool", 1)?;
        if value.is_unbound() {
            return ok(Value::Bool(false));
        }
        vm.truth_flow(value, false)
    });
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
    install_new(vm, t.slice, |vm, args| {
        let [_, a, b, c] = args.between(vm, "type.slice", 2)?;
        let none = |value: Value| {
            if value.is_unbound() {
                Value::None
            } else {
                value
            }
        };
        let parts = if b.is_unbound() {
            [Value::None, a, Value::None]
        } else {
            [a, b, none(c)]
        };
        ok(vm.heap.value(Object::Slice(Box::new(parts))))
    });
    vm.add_methods(t.slice, &[("indices", slice_indices)]);
    install_new(vm, t.range, range_new);
    vm.add_methods(
        t.range,
        &[
            ("index", |vm, args| {
                let [own, value] = args.exact(vm, "range.index")?;
                match range_place(vm, own, value)? {
                    Some(index) => ok(Value::Int(index)),
                    None if vm.int_of(value).is_some() => {
                        let text = format!("{} is not in range", vm.repr_nested(value)?);
                        Err(vm.raise("ValueError", &text))
                    }
                    None => Err(vm.raise("ValueError", "sequence.index(x): x not in sequence")),
                }
            }),
            ("count", |vm, args| {
                let [own, value] = args.exact(vm, "range.count")?;
                let place = range_place(vm, own, value)?;
                ok(Value::Int(i64::from(place.is_some())))
            }),
        ],
    );
}

/// Where a range has a number equal to `value`.
fn range_place(vm: &mut Vm, own: Value, value: Value) -> Result<Option<i64>, Raised> {
    let Some(Object::Range(range)) = vm.object(own) else {
        return Err(vm.type_error("a range is required"));
    };
    let range = **range;
    let wanted = match vm.unwrap(value) {
        Value::Int(i) => i,
        Value::Bool(b) => i64::from(b),
        Value::Float(f) if f.fract() == 0.0 && f.abs() < 9e18 => f as i64,
        _ => return Ok(None),
    };
    let offset = i128::from(wanted) - i128::from(range.start);
    let index = offset / i128::from(range.step);
    let inside = offset % i128::from(range.step) == 0 && index >= 0;
    Ok((inside && index < i128::from(range.len())).then_some(index as i64))
}

/// A native function as a value.
pub(super) fn native(vm: &mut Vm, name: &'static str, function: crate::vm::NativeFn) -> Value {
    vm.heap.value(Object::Native(crate::heap::Native {
        name,
        function,
        binds: false,
        owner: None,
        shortcut: None,
    }))
}

/// A native function of a class, without `self`, as a value.
fn native_of(
    vm: &mut Vm,
    class: crate::heap::Ref,
    name: &'static str,
    function: crate::vm::NativeFn,
) -> Value {
    vm.heap.value(Object::Native(crate::heap::Native {
        name,
        function,
        binds: false,
        owner: Some(class),
        shortcut: None,
    }))
}

/// Sets a builtin class's `__new__`.
pub(super) fn install_new(vm: &mut Vm, class: crate::heap::Ref, function: crate::vm::NativeFn) {
    let new = native(vm, "__new__", function);
    let new = vm.heap.value(Object::StaticMethod(new));
    let name = vm.names.new;
    vm.set_class_attr(class, name, new);
}

/// Sets a static method of a builtin class.
pub(super) fn install_static(
    vm: &mut Vm,
    class: crate::heap::Ref,
    name: &'static str,
    function: crate::vm::NativeFn,
) {
    let method = native_of(vm, class, name, function);
    let method = vm.heap.value(Object::StaticMethod(method));
    let symbol = vm.symbols.intern(name);
    vm.set_class_attr(class, symbol, method);
}

/// Sets a class method of a builtin class.
pub(super) fn install_class_method(
    vm: &mut Vm,
    class: crate::heap::Ref,
    name: &'static str,
    function: crate::vm::NativeFn,
) {
    let method = native_of(vm, class, name, function);
    let method = vm.heap.value(Object::ClassMethod(method));
    let symbol = vm.symbols.intern(name);
    vm.set_class_attr(class, symbol, method);
}

fn object_repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [value] = args.exact(vm, "object.__repr__")?;
    let text = match vm.object(value) {
        Some(Object::Host(_)) => vm.default_repr(value),
        Some(Object::Instance(instance)) if instance.base.is_unbound() => vm.default_repr(value),
        Some(Object::Instance(instance)) => {
            let base = instance.base;
            vm.repr_nested(base)?
        }
        Some(Object::Exception(e)) => {
            let (class, args) = (e.class, vm.exception_args(value));
            let mut parts = Vec::new();
            for arg in args {
                parts.push(vm.repr_nested(arg)?);
            }
            format!("{}({})", vm.class(class).name, parts.join(", "))
        }
        _ => vm.repr_nested(value)?,
    };
    ok(vm.heap.string(text))
}

/// The class of `None` (and its like) gives the one value that it has.
fn only_one(vm: &mut Vm, args: Args, value: Value) -> NativeResult {
    if args.positional.len() == 1 && args.keywords.is_empty() {
        return ok(value);
    }
    let name = match value {
        Value::Ellipsis => "EllipsisType".into(),
        _ => vm.type_name(value),
    };
    Err(vm.type_error(&format!("{name} takes no arguments")))
}

fn object_new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Some(Value::Obj(class)) = args.positional.first().copied() else {
        return Err(vm.type_error("object.__new__(): not enough arguments"));
    };
    args.positional.remove(0);
    if let crate::heap::Layout::Builtin(base) = vm.class(class).layout {
        let text = format!(
            "object.__new__({}) is not safe, use {}.__new__()",
            vm.class(class).name,
            vm.class(base).name
        );
        return Err(vm.type_error(&text));
    }
    let object = vm.new_object(class, &args)?;
    ok(object)
}

fn type_new(vm: &mut Vm, args: Args) -> NativeResult {
    let Some(Value::Obj(meta)) = args.positional.first().copied() else {
        return Err(vm.type_error("type.__new__(): not enough arguments"));
    };
    if args.positional.len() != 4 {
        return Err(vm.type_error("type() takes 1 or 3 arguments"));
    }
    let Some(name) = vm.text(args.positional[1]) else {
        return Err(wrong_argument(vm, 1, "str", args.positional[1]));
    };
    let Some(Object::Tuple(bases)) = vm.object(args.positional[2]) else {
        return Err(wrong_argument(vm, 2, "tuple", args.positional[2]));
    };
    let bases = bases.to_vec();
    let namespace = vm.unwrap(args.positional[3]);
    let Some(Object::Dict(_)) = vm.object(namespace) else {
        return Err(wrong_argument(vm, 3, "dict", args.positional[3]));
    };
    let namespace = namespace.as_ref().expect("a dict is an object");
    let winner = vm.metaclass_for(Value::Obj(meta), &bases)?;
    let winner = winner.as_ref().unwrap_or(vm.types.type_);
    if winner != meta {
        // A base's metaclass makes the class in its own way.
        let new = vm.lookup(winner, vm.names.new);
        if let Some(Object::StaticMethod(new)) = new.and_then(|new| vm.object(new)) {
            let new = *new;
            if matches!(vm.object(new), Some(Object::Function(_))) {
                let mut args = args;
                args.positional[0] = Value::Obj(winner);
                return Ok(Flow::Call(Box::new((new, args))));
            }
        }
    }
    let meta = (winner != vm.types.type_).then_some(winner);
    let class = vm.make_class(&name, &bases, namespace, meta, &args.keywords)?;
    ok(class)
}

fn wrong_argument(vm: &mut Vm, number: u32, wanted: &str, given: Value) -> Raised {
    let text = format!(
        "type.__new__() argument {number} must be {wanted}, not {}",
        vm.type_name(given)
    );
    vm.type_error(&text)
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

fn range_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [_, a, b, c] = args.between(vm, "type.range", 2)?;
    let mut numbers = [0, 0, 1];
    let given = [a, b, c];
    let used = given.iter().filter(|value| !value.is_unbound()).count();
    for (number, &value) in numbers.iter_mut().zip(&given).take(used) {
        *number = match vm.as_index(value)? {
            Some(number) => number,
            None => {
                let text = format!(
                    "'{}' object cannot be interpreted as an integer",
                    vm.type_name(value)
                );
                return Err(vm.type_error(&text));
            }
        };
    }
    let [a, b, step] = numbers;
    let (start, stop) = if used == 1 { (0, a) } else { (a, b) };
    if step == 0 {
        return Err(vm.raise("ValueError", "range() arg 3 must not be zero"));
    }
    ok(vm
        .heap
        .value(Object::Range(Box::new(Range { start, stop, step }))))
}

/// `slice.indices(length)`
fn slice_indices(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, length] = args.exact(vm, "slice.indices")?;
    let Some(length) = vm.as_index(length)? else {
        let text = format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(length)
        );
        return Err(vm.type_error(&text));
    };
    if length < 0 {
        return Err(vm.raise("ValueError", "length should not be negative"));
    }
    let Some(Object::Slice(parts)) = vm.object(own) else {
        return Err(vm.type_error("a slice is required"));
    };
    let parts = **parts;
    let (start, stop, step) = vm.slice_parts(parts)?;
    let range = crate::text::slices::slice_indices(start, stop, step, length as usize)
        .map_err(|error| vm.text_error(error))?;
    let numbers = [range.start, range.stop, range.step].map(Value::Int);
    ok(vm.heap.tuple(&numbers))
}
