//! `set` and `frozenset`: construction and methods.

use super::lists::{contains, iter_of};
use super::numbers::wrapped;
use super::objects::install_new;
use super::ok;
use crate::code::{BinaryOp, CompareOp};
use crate::heap::{Object, Value};
use crate::vm::{Args, Kept, NativeFn, NativeResult, Raised, Then, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.set, |vm, args| {
        let class = args.positional[0];
        let set = vm.heap.new_set(false);
        if class != Value::Obj(vm.types.set) {
            return wrapped(vm, class, set);
        }
        let [_, iterable] = args.between(vm, "type.set", 1)?;
        fill(vm, set, iterable, set)
    });
    install_new(vm, t.frozenset, |vm, args| {
        let [class, iterable] = args.between(vm, "type.frozenset", 1)?;
        if class == Value::Obj(vm.types.frozenset)
            && matches!(vm.object(iterable), Some(Object::FrozenSet(_)))
        {
            return ok(iterable);
        }
        let set = vm.heap.new_set(true);
        let whole = super::numbers::wrapped_value(vm, class, set);
        fill(vm, set, iterable, whole)
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
            let [_, _] = args.exact(vm, "set.symmetric_difference")?;
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
            let base = vm.unwrap(own);
            if base == own && matches!(vm.object(own), Some(Object::FrozenSet(_))) {
                return ok(own);
            }
            let frozen = matches!(vm.object(base), Some(Object::FrozenSet(_)));
            let copy = vm.set_from(base, frozen)?;
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
                let base = vm.unwrap(own);
                vm.table_mut(base).clear();
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
                match vm.table_mut(own).pop_as_set() {
                    Some(entry) => ok(entry.key),
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
    let set = vm.unwrap(set);
    let base = vm.unwrap(iterable);
    if base == iterable && vm.is_table(base) {
        vm.set_merge(set, base)?;
        return ok(result);
    }
    let then = |vm: &mut Vm, then: Then, items: Value| {
        vm.set_update(then.state[0], items)?;
        ok(then.state[1])
    };
    vm.collect(iterable, Then::new(then, vec![set, result]))
}

/// `set.union(*others)` and its kind, one iterable after another.
fn combine(vm: &mut Vm, args: Args, op: BinaryOp, in_place: bool) -> NativeResult {
    let own = vm.unwrap(args.positional[0]);
    let frozen = matches!(vm.object(own), Some(Object::FrozenSet(_)));
    let others = &args.positional[1..];
    let result = match op {
        _ if in_place && op != BinaryOp::And => own,
        BinaryOp::Or => vm.set_from(own, frozen)?,
        _ if others.is_empty() => vm.set_from(own, frozen)?,
        _ => own,
    };
    let (op, flag) = (Value::Int(op as i64), Value::Bool(in_place));
    let mut state: Kept = [own, result, op, flag][..].into();
    state.extend(others.iter().rev().copied());
    combine_next(vm, state)
}

/// State: the set itself, the result so far, the operator, whether it works in place, the others, last one next.
fn combine_next(vm: &mut Vm, mut state: Kept) -> NativeResult {
    while state.len() > 4 {
        let other = state.pop().expect("checked");
        let base = vm.unwrap(other);
        if base == other && vm.is_table(base) {
            combine_one(vm, &mut state, base)?;
            continue;
        }
        let then = |vm: &mut Vm, then: Then, items: Value| {
            let mut state = then.state;
            combine_one(vm, &mut state, items)?;
            combine_next(vm, state)
        };
        return vm.collect(other, Then::new(then, state));
    }
    let in_place = state[3] == Value::Bool(true);
    if in_place && state[2] == Value::Int(BinaryOp::And as i64) {
        let kept = vm.table_mut(state[1]).clone();
        *vm.table_mut(state[0]) = kept;
    }
    ok(if in_place { Value::None } else { state[1] })
}

fn combine_one(vm: &mut Vm, state: &mut [Value], other: Value) -> Result<(), Raised> {
    let (result, in_place) = (state[1], state[3] == Value::Bool(true));
    let is = |op: BinaryOp| state[2] == Value::Int(op as i64);
    if is(BinaryOp::Or) {
        return vm.set_update(result, other);
    }
    if is(BinaryOp::And) {
        state[1] = vm.set_intersection(result, other)?;
    } else if is(BinaryOp::Sub) {
        if in_place || result != state[0] {
            vm.set_take_away(result, other)?;
        } else {
            state[1] = vm.set_difference(result, other)?;
        }
    } else if in_place {
        vm.set_toggle(result, other)?;
    } else {
        let frozen = matches!(vm.object(result), Some(Object::FrozenSet(_)));
        let toggled = vm.set_from(other, frozen)?;
        vm.set_toggle(toggled, result)?;
        state[1] = toggled;
    }
    Ok(())
}

fn relate(vm: &mut Vm, args: Args, op: CompareOp) -> NativeResult {
    let [own, other] = args.exact(vm, "set.issubset")?;
    let then = |vm: &mut Vm, then: Then, items: Value| {
        let set = vm.set_from(items, false)?;
        let op = if then.state[1] == Value::Bool(true) {
            CompareOp::Le
        } else {
            CompareOp::Ge
        };
        let own = vm.unwrap(then.state[0]);
        let result = vm.compare_builtin(op, own, set)?;
        ok(Value::Bool(result.unwrap_or(false)))
    };
    vm.collect(
        other,
        Then::new(then, vec![own, Value::Bool(op == CompareOp::Le)]),
    )
}
