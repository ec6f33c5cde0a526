//! `operator`: `itemgetter` and `attrgetter`, with which lists are sorted, are native; each operator is a line of Python, so
//! that it means what the operator means.

use crate::host_class::{class_given, constructible, new_host};
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{
    Args, Attribute, Flow, ModuleDef, NativeResult, Raised, Support, Then, Vm,
};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "operator",
    functions: &[],
    set_up: Some(set_up),
    source: Some(include_str!("operator.py")),
    shown_as: "/usr/lib/python3.11/operator.py",
    support: Support::whole("everything"),
}];

fn set_up(vm: &mut Vm, module: Ref) {
    let own = ("operator", module);
    let items = constructible(
        vm,
        own,
        "itemgetter",
        |vm, args| make(vm, args, "itemgetter"),
        &[("__call__", get_items), ("__repr__", repr)],
    );
    let attributes = constructible(
        vm,
        own,
        "attrgetter",
        |vm, args| make(vm, args, "attrgetter"),
        &[("__call__", get_attributes), ("__repr__", repr)],
    );
    vm.roots.insert("itemgetter", Value::Obj(items));
    vm.roots.insert("attrgetter", Value::Obj(attributes));
}

fn make(vm: &mut Vm, args: Args, name: &str) -> NativeResult {
    let class = class_given(vm, &args, name)?;
    if !args.keywords.is_empty() {
        let text = format!("{name}() takes no keyword arguments");
        return Err(vm.type_error(&text));
    }
    let wanted = args.positional[1..].to_vec();
    if wanted.is_empty() {
        let text = format!("{name} expected 1 argument, got 0");
        return Err(vm.type_error(&text));
    }
    if name == "attrgetter" && wanted.iter().any(|&name| vm.text(name).is_none()) {
        return Err(vm.type_error("attribute name must be a string"));
    }
    Ok(Flow::Value(new_host(vm, class, wanted, Vec::new())))
}

fn object_of(vm: &mut Vm, args: &Args, name: &str) -> Result<(Value, Value), Raised> {
    if args.positional.len() != 2 || !args.keywords.is_empty() {
        let got = args.positional.len().saturating_sub(1);
        let text = format!("{name} expected 1 argument, got {got}");
        return Err(vm.type_error(&text));
    }
    Ok((args.positional[0], args.positional[1]))
}

/// The keys or dotted names.
fn wanted(vm: &Vm, own: Value) -> Vec<Value> {
    vm.host(own)
        .map(|host| host.values.to_vec())
        .unwrap_or_default()
}

fn get_items(vm: &mut Vm, args: Args) -> NativeResult {
    let (own, object) = object_of(vm, &args, "itemgetter")?;
    if let [key] = wanted(vm, own)[..] {
        return Ok(match vm.get_item(object, key)? {
            Ok(value) => Flow::Value(value),
            Err(call) => Flow::Call(Box::new(call)),
        });
    }
    let found = vm.heap.list(Vec::new());
    next_item(vm, Then::new(item_found, vec![own, object, found]))
}

fn item_found(vm: &mut Vm, then: Then, item: Value) -> NativeResult {
    vm.push_item(then.state[2], item);
    next_item(vm, then)
}

fn next_item(vm: &mut Vm, then: Then) -> NativeResult {
    let keys = wanted(vm, then.state[0]);
    loop {
        let found = vm.items_of(then.state[2])?.unwrap_or_default();
        let Some(&key) = keys.get(found.len()) else {
            return Ok(Flow::Value(vm.heap.tuple(&found)));
        };
        match vm.get_item(then.state[1], key)? {
            Ok(item) => vm.push_item(then.state[2], item),
            Err((callable, args)) => return Ok(Flow::CallThen(Box::new((callable, args, then)))),
        }
    }
}

/// The state of a walk: the getter, the object, what was found, the object of the next part, the part's number.
fn get_attributes(vm: &mut Vm, args: Args) -> NativeResult {
    let (own, object) = object_of(vm, &args, "attrgetter")?;
    let found = vm.heap.list(Vec::new());
    let state = vec![own, object, found, object, Value::Int(0)];
    next_part(vm, Then::new(part_found, state))
}

fn part_found(vm: &mut Vm, mut then: Then, value: Value) -> NativeResult {
    then.state[3] = value;
    next_part(vm, then)
}

fn next_part(vm: &mut Vm, mut then: Then) -> NativeResult {
    let names = wanted(vm, then.state[0]);
    loop {
        let found = vm.items_of(then.state[2])?.unwrap_or_default();
        let Some(&name) = names.get(found.len()) else {
            let result = match found[..] {
                [only] => only,
                _ => vm.heap.tuple(&found),
            };
            return Ok(Flow::Value(result));
        };
        let name = vm.text(name).unwrap_or_default();
        let Value::Int(number) = then.state[4] else {
            unreachable!("a number")
        };
        let Some(part) = name.split('.').nth(number as usize) else {
            vm.push_item(then.state[2], then.state[3]);
            (then.state[3], then.state[4]) = (then.state[1], Value::Int(0));
            continue;
        };
        let symbol = vm.symbols.intern(part);
        then.state[4] = Value::Int(number + 1);
        match vm.get_attribute(then.state[3], symbol)? {
            Attribute::Value(value) => then.state[3] = value,
            Attribute::Method(function) => then.state[3] = vm.bound(function, then.state[3]),
            Attribute::Call(callable, args) => {
                return Ok(Flow::CallThen(Box::new((callable, args, then))));
            }
        }
    }
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__repr__")?;
    let mut parts = Vec::new();
    for value in wanted(vm, own) {
        parts.push(vm.repr_nested(value)?);
    }
    let class = vm.class(vm.class_of(own));
    let text = format!("{}.{}({})", class.module, class.name, parts.join(", "));
    Ok(Flow::Value(vm.heap.string(text)))
}
