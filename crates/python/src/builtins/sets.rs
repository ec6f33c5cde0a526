//! `set` and `frozenset`: construction and methods.

use super::lists::{contains, iter_of};
use super::numbers::wrapped;
use super::objects::install_new;
use super::ok;
use crate::code::{BinaryOp, CompareOp};
use crate::heap::{Object, Value};
use crate::vm::{Args, NativeFn, NativeResult, Then, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.set, |vm, args| {
        let class = args.positional[0];
        let [_, iterable] = args.between(vm, "set", 1)?;
        let set = vm.heap.value(Object::Set(Box::default()));
        if class != Value::Obj(vm.types.set) {
            return wrapped(vm, class, set);
        }
        fill(vm, set, iterable, set)
    });
    install_new(vm, t.frozenset, |vm, args| {
        let [_, iterable] = args.between(vm, "frozenset", 1)?;
        let set = vm.heap.value(Object::FrozenSet(Box::default()));
        fill(vm, set, iterable, set)
    });
    let shared: &[(&'static str, NativeFn)] = &[
        ("union", |vm, args| combine(vm, args, BinaryOp::Or, false)),
        ("intersection", |vm, args| {
            combine(vm, args, BinaryOp::And, false)
        }),
        ("difference", |vm, args| {
            combine(vm, args, BinaryOp::Sub, false)
        }),
        ("symmetric_difference", |vm, args| {
            combine(vm, args, BinaryOp::Xor, false)
        }),
        ("issubset", |vm, args| relate(vm, args, CompareOp::Le)),
        ("issuperset", |vm, args| relate(vm, args, CompareOp::Ge)),
        ("isdisjoint", |vm, args| {
            let [own, other] = args.exact(vm, "set.isdisjoint")?;
            let own = vm.unwrap(own);
            let then = |vm: &mut Vm, then: Then, items: Value| {
                for item in vm.items_of(items)?.unwrap_or_default() {
                    if vm.table_find(then.state[0], item)?.1.is_some() {
                        return ok(Value::Bool(false));
                    }
                }
                ok(Value::Bool(true))
            };
            vm.collect(other, Then::new(then, vec![own]))
        }),
        ("copy", |vm, args| {
            let [own] = args.exact(vm, "set.copy")?;
            let copy = vm.copy_table(own);
            ok(copy)
        }),
        ("__len__", |vm, args| {
            let [own] = args.exact(vm, "set.__len__")?;
            let own = vm.unwrap(own);
            let length = vm.table_mut(own).len();
            ok(Value::Int(length as i64))
        }),
        ("__contains__", |vm, args| contains(vm, args)),
        ("__iter__", |vm, args| iter_of(vm, args)),
    ];
    vm.add_methods(t.set, shared);
    vm.add_methods(t.frozenset, shared);
    vm.add_methods(
        t.set,
        &[
            ("__init__", |vm, args| {
                let [own, iterable] = args.between(vm, "set.__init__", 1)?;
                if matches!(vm.object(own), Some(Object::Set(_))) {
                    return ok(Value::None);
                }
                fill(vm, own, iterable, Value::None)
            }),
            ("add", |vm, args| {
                let [own, item] = args.exact(vm, "set.add")?;
                vm.dict_set(own, item, Value::None)?;
                ok(Value::None)
            }),
            ("discard", |vm, args| {
                let [own, item] = args.exact(vm, "set.discard")?;
                vm.dict_remove(own, item)?;
                ok(Value::None)
            }),
            ("remove", |vm, args| {
                let [own, item] = args.exact(vm, "set.remove")?;
                match vm.dict_remove(own, item)? {
                    Some(_) => ok(Value::None),
                    None => Err(vm.raise_value("KeyError", &[item])),
                }
            }),
            ("pop", |vm, args| {
                let [own] = args.exact(vm, "set.pop")?;
                let own = vm.unwrap(own);
                let table = vm.table_mut(own);
                let first = (0..table.entry_count()).find(|&index| table.entry(index).is_some());
                match first {
                    Some(index) => {
                        let entry = table.remove_at(index);
                        ok(entry.key)
                    }
                    None => Err(vm.raise("KeyError", "pop from an empty set")),
                }
            }),
            ("clear", |vm, args| {
                let [own] = args.exact(vm, "set.clear")?;
                let own = vm.unwrap(own);
                vm.table_mut(own).clear();
                ok(Value::None)
            }),
            ("update", |vm, args| combine(vm, args, BinaryOp::Or, true)),
            ("intersection_update", |vm, args| {
                combine(vm, args, BinaryOp::And, true)
            }),
            ("difference_update", |vm, args| {
                combine(vm, args, BinaryOp::Sub, true)
            }),
            ("symmetric_difference_update", |vm, args| {
                combine(vm, args, BinaryOp::Xor, true)
            }),
        ],
    );
}

fn fill(vm: &mut Vm, set: Value, iterable: Value, result: Value) -> NativeResult {
    if iterable.is_unbound() {
        return ok(result);
    }
    let then = |vm: &mut Vm, then: Then, items: Value| {
        for item in vm.items_of(items)?.unwrap_or_default() {
            vm.dict_set(then.state[0], item, Value::None)?;
        }
        ok(then.state[1])
    };
    vm.collect(iterable, Then::new(then, vec![set, result]))
}

/// `set.union(*others)` and its kind, one iterable after another.
fn combine(vm: &mut Vm, args: Args, op: BinaryOp, in_place: bool) -> NativeResult {
    let own = args.positional[0];
    let mut result = vm.unwrap(own);
    if !in_place {
        result = vm.copy_table(own);
    }
    for &other in &args.positional[1..] {
        let Some(items) = vm.items_of(other)? else {
            return Err(vm.not_supported(
                "a set method with an iterator of Python code: make it a list first",
            ));
        };
        let set = vm.heap.value(Object::Set(Box::default()));
        for item in items {
            vm.dict_set(set, item, Value::None)?;
        }
        let made = vm.set_op(op, result, set, false)?;
        let (Some(target), Some(object)) = (result.as_ref(), vm.object(made).cloned()) else {
            continue;
        };
        *vm.heap.get_mut(target) = object;
    }
    ok(if in_place { Value::None } else { result })
}

fn relate(vm: &mut Vm, args: Args, op: CompareOp) -> NativeResult {
    let [own, other] = args.exact(vm, "set.issubset")?;
    let then = |vm: &mut Vm, then: Then, items: Value| {
        let set = vm.heap.value(Object::Set(Box::default()));
        for item in vm.items_of(items)?.unwrap_or_default() {
            vm.dict_set(set, item, Value::None)?;
        }
        let op = if then.state[1] == Value::Bool(true) {
            CompareOp::Le
        } else {
            CompareOp::Ge
        };
        let result = vm.compare_builtin(op, then.state[0], set)?;
        ok(Value::Bool(result.unwrap_or(false)))
    };
    vm.collect(
        other,
        Then::new(then, vec![own, Value::Bool(op == CompareOp::Le)]),
    )
}
