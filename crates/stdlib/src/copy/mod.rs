//! `copy`: copying by the protocols that classes declare. What an object holds is read and set by natives, so that no
//! `__setattr__` of its class is asked.

use interleave_python::heap::{Attrs, Instance, Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "copy",
    functions: &[
        ("_attributes", attributes),
        ("_set_attributes", set_attributes),
        ("_inner", inner),
        ("_blank", blank),
    ],
    set_up: None,
    source: Some(include_str!("copy.py")),
    shown_as: "/usr/lib/python3.11/copy.py",
    support: Support {
        there: "`copy`, `deepcopy` with memo, `__copy__`, `__deepcopy__`, `__reduce__`, `__getstate__`, `__setstate__`",
        partial: &[("`copyreg`", "not asked")],
        refused: &[],
    },
}];

/// `_attributes(object)`: a dict of what it holds under names.
fn attributes(vm: &mut Vm, args: Args) -> NativeResult {
    let [object] = args.exact(vm, "_attributes")?;
    let attrs = match vm.object(object) {
        Some(Object::Instance(instance)) => instance.attrs.clone(),
        Some(Object::Exception(exception)) => exception.attrs.clone(),
        Some(Object::Host(host)) => host.attrs.clone(),
        _ => Attrs::default(),
    };
    let own = match vm.object(object) {
        Some(Object::Instance(instance)) => instance.dict,
        _ => None,
    };
    let pairs = attrs.iter().collect();
    let all = vm.dict_of(pairs)?;
    if let Some(own) = own {
        for entry in vm.table_mut(Value::Obj(own)).clone().iter() {
            vm.dict_set(all, entry.key, entry.value)?;
        }
    }
    Ok(Flow::Value(all))
}

/// `_set_attributes(object, dict)`
fn set_attributes(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, state] = args.exact(vm, "_set_attributes")?;
    let Some(Object::Dict(_)) = vm.object(vm.unwrap(state)) else {
        return Err(vm.type_error("state is not a dictionary"));
    };
    let state = vm.unwrap(state);
    for entry in vm.table_mut(state).clone().iter() {
        if let Some(Object::Instance(instance)) = vm.object(object)
            && let Some(own) = instance.dict
        {
            vm.dict_set(Value::Obj(own), entry.key, entry.value)?;
            continue;
        }
        let name = vm.text(entry.key).unwrap_or_default();
        let name = vm.symbols.intern(&name);
        let attrs = match object.as_ref().map(|r| vm.heap.get_mut(r)) {
            Some(Object::Instance(instance)) => &mut instance.attrs,
            Some(Object::Exception(exception)) => &mut exception.attrs,
            Some(Object::Host(host)) => &mut host.attrs,
            _ => return Err(vm.type_error("the object takes no attributes")),
        };
        attrs.set(name, entry.value);
    }
    Ok(Flow::Value(Value::None))
}

/// `_inner(object)`: the builtin value inside an instance of a builtin's subclass; None where there is none.
fn inner(vm: &mut Vm, args: Args) -> NativeResult {
    let [object] = args.exact(vm, "_inner")?;
    let base = vm.unwrap(object);
    Ok(Flow::Value(if base == object { Value::None } else { base }))
}

/// `_blank(object, inner)`: an instance of the same class without attributes, around this builtin value; None for what is
/// no instance.
fn blank(vm: &mut Vm, args: Args) -> NativeResult {
    let [object, inner] = args.exact(vm, "_blank")?;
    let Some(Object::Instance(instance)) = vm.object(object) else {
        return Ok(Flow::Value(Value::None));
    };
    let class = instance.class;
    let base = if instance.base.is_unbound() {
        Value::Unbound
    } else {
        inner
    };
    let copy = Instance {
        class,
        attrs: Attrs::default(),
        base,
        dict: None,
        awaits_del: false,
    };
    let copy = vm.heap.value(Object::Instance(Box::new(copy)));
    Ok(Flow::Value(copy))
}
