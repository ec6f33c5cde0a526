//! What `defaultdict`, `OrderedDict` and `Counter` must do in one indivisible step. Knows no class of the Python part.

use crate::host_class::publish_methods;
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Then, Vm};

/// The methods that the Python part puts into its classes.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    publish_methods(
        vm,
        module,
        &[
            ("_missing_key", "__missing__", missing),
            ("_move_to_end", "move_to_end", move_to_end),
            ("_popitem", "popitem", pop_item),
        ],
    );
}

/// `defaultdict.__missing__(key)`
fn missing(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, key] = args.exact(vm, "__missing__")?;
    let symbol = vm.symbols.intern("default_factory");
    let factory = vm.own_attribute(own, symbol).unwrap_or(Value::None);
    if factory.is_none() {
        return Err(vm.raise_value("KeyError", &[key]));
    }
    let then = Then::new(made, vec![own, key]);
    Ok(Flow::CallThen(Box::new((factory, Args::default(), then))))
}

fn made(vm: &mut Vm, then: Then, value: Value) -> NativeResult {
    vm.dict_set(then.state[0], then.state[1], value)?;
    Ok(Flow::Value(value))
}

/// `OrderedDict.move_to_end(key, last=True)`
fn move_to_end(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, key, last] = args.named(vm, "move_to_end", ["self", "key", "last"], 2)?;
    let last = last.is_unbound() || vm.truth_nested(last)?;
    let dict = vm.unwrap(own);
    if !matches!(vm.object(dict), Some(Object::Dict(_))) {
        return Err(vm.type_error("an OrderedDict is required"));
    }
    let (_, Some(index)) = vm.table_find(dict, key)? else {
        return Err(vm.raise_value("KeyError", &[key]));
    };
    let table = vm.table_mut(dict);
    let entry = table.remove_at(index);
    if last {
        table.insert_new(entry.hash, entry.key, entry.value);
    } else {
        let rest: Vec<_> = table.iter().copied().collect();
        table.clear();
        for entry in std::iter::once(entry).chain(rest) {
            table.insert_new(entry.hash, entry.key, entry.value);
        }
    }
    Ok(Flow::Value(Value::None))
}

/// `OrderedDict.popitem(last=True)`
fn pop_item(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, last] = args.named(vm, "popitem", ["self", "last"], 1)?;
    let last = last.is_unbound() || vm.truth_nested(last)?;
    let dict = vm.unwrap(own);
    if !matches!(vm.object(dict), Some(Object::Dict(_))) {
        return Err(vm.type_error("an OrderedDict is required"));
    }
    let table = vm.table_mut(dict);
    let there = |index: &usize| table.entry(*index).is_some();
    let count = table.entry_count();
    let found = if last {
        (0..count).rev().find(there)
    } else {
        (0..count).find(there)
    };
    let Some(index) = found else {
        return Err(vm.raise("KeyError", "dictionary is empty"));
    };
    let entry = vm.table_mut(dict).remove_at(index);
    Ok(Flow::Value(vm.heap.tuple(&[entry.key, entry.value])))
}

/// `_count_elements(mapping, iterable)`: adds one for each item.
pub(super) fn count_elements(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, iterable] = args.exact(vm, "_count_elements")?;
    let then = |vm: &mut Vm, then: Then, items: Value| {
        let own = then.state[0];
        let Some(Object::Dict(_)) = vm.object(vm.unwrap(own)) else {
            return Err(vm.type_error("a dict is required"));
        };
        for item in vm.items_of(items)?.unwrap_or_default() {
            let before = vm.dict_get(own, item)?.unwrap_or(Value::Int(0));
            let after = vm.binary_builtin(
                interleave_python::code::BinaryOp::Add,
                before,
                Value::Int(1),
                false,
            )?;
            vm.dict_set(own, item, after.unwrap_or(Value::Int(1)))?;
        }
        Ok(Flow::Value(Value::None))
    };
    vm.collect(iterable, Then::new(then, vec![own]))
}
