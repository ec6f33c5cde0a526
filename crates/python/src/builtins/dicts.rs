//! `dict` and its views: construction and methods.

use super::lists::{contains, get_item, iter_of};
use super::numbers::wrapped;
use super::objects::install_new;
use super::{library_call, ok};
use crate::heap::{Dict, DictPart, Object, Value};
use crate::vm::{Args, Flow, NativeResult, Then, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.dict, |vm, mut args| {
        let class = args.positional[0];
        let dict = vm.heap.dict(Dict::default());
        if class != Value::Obj(vm.types.dict) {
            return wrapped(vm, class, dict);
        }
        args.positional[0] = dict;
        update_and_give(vm, args, dict)
    });
    vm.add_methods(
        t.dict,
        &[
            ("__init__", |vm, args| {
                if matches!(vm.object(args.positional[0]), Some(Object::Dict(_))) {
                    return ok(Value::None);
                }
                update(vm, args)
            }),
            ("get", |vm, args| {
                let [dict, key, default] = args.between(vm, "dict.get", 2)?;
                let value = vm.dict_get(dict, key)?;
                ok(value.unwrap_or(if default.is_unbound() {
                    Value::None
                } else {
                    default
                }))
            }),
            ("setdefault", |vm, args| {
                let [dict, key, default] = args.between(vm, "dict.setdefault", 2)?;
                if let Some(value) = vm.dict_get(dict, key)? {
                    return ok(value);
                }
                let default = if default.is_unbound() {
                    Value::None
                } else {
                    default
                };
                vm.dict_set(dict, key, default)?;
                ok(default)
            }),
            ("pop", |vm, args| {
                let [dict, key, default] = args.between(vm, "dict.pop", 2)?;
                match vm.dict_remove(dict, key)? {
                    Some(value) => ok(value),
                    None if default.is_unbound() => Err(vm.raise_value("KeyError", &[key])),
                    None => ok(default),
                }
            }),
            ("popitem", |vm, args| {
                let [dict] = args.exact(vm, "dict.popitem")?;
                let dict = vm.unwrap(dict);
                let table = vm.table_mut(dict);
                let last = (0..table.entry_count())
                    .rev()
                    .find(|&index| table.entry(index).is_some());
                match last {
                    Some(index) => {
                        let entry = table.remove_at(index);
                        ok(vm.heap.tuple(&[entry.key, entry.value]))
                    }
                    None => Err(vm.raise("KeyError", "popitem(): dictionary is empty")),
                }
            }),
            ("update", update),
            ("clear", |vm, args| {
                let [dict] = args.exact(vm, "dict.clear")?;
                let dict = vm.unwrap(dict);
                vm.table_mut(dict).clear();
                ok(Value::None)
            }),
            ("copy", |vm, args| {
                let [dict] = args.exact(vm, "dict.copy")?;
                let copy = vm.copy_table(dict);
                ok(copy)
            }),
            ("keys", |vm, args| view(vm, args, DictPart::Keys)),
            ("values", |vm, args| view(vm, args, DictPart::Values)),
            ("items", |vm, args| view(vm, args, DictPart::Items)),
            ("__len__", |vm, args| {
                let [dict] = args.exact(vm, "dict.__len__")?;
                let dict = vm.unwrap(dict);
                let length = vm.table_mut(dict).len();
                ok(Value::Int(length as i64))
            }),
            ("__getitem__", |vm, args| get_item(vm, args)),
            ("__setitem__", |vm, args| {
                let [dict, key, value] = args.exact(vm, "dict.__setitem__")?;
                vm.dict_set(dict, key, value)?;
                ok(Value::None)
            }),
            ("__delitem__", |vm, args| {
                let [dict, key] = args.exact(vm, "dict.__delitem__")?;
                match vm.dict_remove(dict, key)? {
                    Some(_) => ok(Value::None),
                    None => Err(vm.raise_value("KeyError", &[key])),
                }
            }),
            ("__contains__", |vm, args| contains(vm, args)),
            ("__iter__", |vm, args| iter_of(vm, args)),
        ],
    );
    for class in [t.dict_keys, t.dict_items] {
        vm.add_methods(
            class,
            &[("isdisjoint", |vm, args| {
                let [own, other] = args.exact(vm, "dict_keys.isdisjoint")?;
                let own = vm.view_as_set(own)?;
                let then = |vm: &mut Vm, then: Then, items: Value| {
                    let items = vm.set_from(items, false)?;
                    let shared = vm.set_intersection(then.state[0], items)?;
                    ok(Value::Bool(!vm.truth_nested(shared)?))
                };
                vm.collect(other, Then::new(then, vec![own]))
            })],
        );
    }
    super::objects::install_class_method(vm, t.dict, "fromkeys", |vm, args| {
        let [_, keys, value] = args.between(vm, "dict.fromkeys", 2)?;
        let value = if value.is_unbound() {
            Value::None
        } else {
            value
        };
        let then = |vm: &mut Vm, then: Then, keys: Value| {
            let dict = vm.heap.dict(Dict::default());
            for key in vm.items_of(keys)?.unwrap_or_default() {
                vm.dict_set(dict, key, then.state[0])?;
            }
            ok(dict)
        };
        vm.collect(keys, Then::new(then, vec![value]))
    });
}

/// `dict.update(other, **keywords)`
fn update(vm: &mut Vm, args: Args) -> NativeResult {
    update_and_give(vm, args, Value::None)
}

/// Updates a dict and gives `result`. The keywords come after the other, and win.
pub(super) fn update_and_give(vm: &mut Vm, args: Args, result: Value) -> NativeResult {
    let dict = args.positional[0];
    let name = match result.is_none() {
        true => "dict.update",
        false => "type.dict",
    };
    let [_, source] = Args::of(&args.positional).between(vm, name, 1)?;
    let mut state = vec![dict, result];
    for &(name, value) in &args.keywords {
        state.extend([vm.symbol_value(name), value]);
    }
    if source.is_unbound() {
        return set_keywords(vm, &state);
    }
    let base = vm.unwrap(source);
    if let Some(Object::Dict(table)) = vm.object(base) {
        let table = table.clone();
        for entry in table.iter() {
            vm.dict_set(dict, entry.key, entry.value)?;
        }
        return set_keywords(vm, &state);
    }
    match library_call(vm, "_fill_dict", Args::of(&[dict, source]))? {
        Flow::Call(call) => {
            let then = Then::new(|vm, then, _| set_keywords(vm, &then.state), state);
            Ok(Flow::CallThen(Box::new((call.0, call.1, then))))
        }
        _ => Err(vm.not_supported("dict() of this argument")),
    }
}

/// Sets a dict's keys: the dict, what to give, then a key and its value in turn.
fn set_keywords(vm: &mut Vm, state: &[Value]) -> NativeResult {
    for pair in state[2..].chunks_exact(2) {
        vm.dict_set(state[0], pair[0], pair[1])?;
    }
    ok(state[1])
}

fn view(vm: &mut Vm, args: Args, part: DictPart) -> NativeResult {
    let [dict] = args.exact(vm, "dict.keys")?;
    let dict = vm.unwrap(dict).as_ref().expect("a dict");
    ok(vm.heap.value(Object::DictView { dict, part }))
}
