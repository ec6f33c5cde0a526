//! `partial`: the function, its first arguments and its keywords. Knows nothing of what it calls.

use crate::host_class::{class_given, constructible, is_of, new_host};
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Vm};

const CLASS: &str = "functools.partial";

/// The class.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = constructible(
        vm,
        ("functools", module),
        "partial",
        new,
        &[("__call__", call), ("__repr__", repr)],
    );
    vm.roots.insert(CLASS, Value::Obj(class));
}

/// The function, a tuple and a dict.
fn parts(vm: &mut Vm, own: Value) -> Option<[Value; 3]> {
    if !is_of(vm, own, CLASS) {
        return None;
    }
    let values = &vm.host(own)?.values;
    Some([values[0], values[1], values[2]])
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, CLASS)?;
    let Some(&function) = args.positional.get(1) else {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    };
    let callable = matches!(
        vm.object(function),
        Some(
            Object::Function(_) | Object::Native(_) | Object::BoundMethod { .. } | Object::Class(_)
        )
    );
    if !callable && vm.special(function, vm.names.call).is_none() {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let mut first = args.positional[2..].to_vec();
    let keywords = vm.heap.dict(Default::default());
    let mut function = function;
    // A partial of a partial is one partial.
    if let Some([inner, items, named]) = parts(vm, function) {
        function = inner;
        let mut all = vm.items_of(items)?.unwrap_or_default();
        all.append(&mut first);
        first = all;
        for entry in vm.table_mut(named).clone().iter() {
            vm.dict_set(keywords, entry.key, entry.value)?;
        }
    }
    for &(name, value) in &args.keywords {
        let name = vm.symbol_value(name);
        vm.dict_set(keywords, name, value)?;
    }
    let items = vm.heap.tuple(&first);
    let own = new_host(vm, class, vec![function, items, keywords], Vec::new());
    for (name, value) in [("func", function), ("args", items), ("keywords", keywords)] {
        let symbol = vm.symbols.intern(name);
        vm.set_attribute_plainly(own, symbol, value)?;
    }
    Ok(Flow::Value(own))
}

fn call(vm: &mut Vm, args: Args) -> NativeResult {
    let own = args.positional.first().copied().unwrap_or(Value::None);
    let Some([function, first, named]) = parts(vm, own) else {
        return Err(vm.type_error("a partial is required"));
    };
    let mut all = Args::of(&vm.items_of(first)?.unwrap_or_default());
    all.positional.extend_from_slice(&args.positional[1..]);
    for entry in vm.table_mut(named).clone().iter() {
        let name = vm.text(entry.key).unwrap_or_default();
        all.keywords.push((vm.symbols.intern(&name), entry.value));
    }
    for (name, value) in args.keywords {
        match all.keywords.iter_mut().find(|known| known.0 == name) {
            Some(known) => known.1 = value,
            None => all.keywords.push((name, value)),
        }
    }
    Ok(Flow::Call(Box::new((function, all))))
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "partial.__repr__")?;
    let Some([function, first, named]) = parts(vm, own) else {
        return Err(vm.type_error("a partial is required"));
    };
    let class = vm.class(vm.class_of(own));
    let mut text = format!("{}.{}(", class.module, class.qualname);
    text.push_str(&vm.repr_nested(function)?);
    for item in vm.items_of(first)?.unwrap_or_default() {
        text.push_str(", ");
        text.push_str(&vm.repr_nested(item)?);
    }
    for entry in vm.table_mut(named).clone().iter() {
        let name = vm.text(entry.key).unwrap_or_default();
        text.push_str(&format!(", {name}={}", vm.repr_nested(entry.value)?));
    }
    text.push(')');
    Ok(Flow::Value(vm.heap.string(text)))
}
