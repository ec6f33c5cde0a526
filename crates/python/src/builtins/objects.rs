//! `object`, `type`, `bool`, `slice`, `range`.

use super::ok;
use crate::heap::{Object, Value};
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
    super::descriptors::install(vm);
    super::ranges::install(vm);
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
    if !matches!(vm.heap.get(class), Object::Class(_)) {
        let text = format!(
            "object.__new__(X): X is not a type object ({})",
            vm.type_name(Value::Obj(class))
        );
        return Err(vm.type_error(&text));
    }
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
