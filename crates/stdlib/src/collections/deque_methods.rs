//! What a `deque` can do beside putting and taking: indexing, searching, rotating, comparing, copying.

use super::deque::{alike, change, is_deque, items, most_of};
use interleave_python::code::CompareOp;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeFn, NativeResult, Raised, Vm};

/// The methods.
pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("clear", |vm, args| {
        let [own] = own_and(vm, args, "deque.clear")?;
        change(vm, own, |items| items.clear());
        Ok(Flow::Value(Value::None))
    }),
    ("copy", copy),
    ("__copy__", copy),
    ("count", count),
    ("index", index),
    ("insert", insert),
    ("remove", remove),
    ("reverse", |vm, args| {
        let [own] = own_and(vm, args, "deque.reverse")?;
        change(vm, own, |items| items.reverse());
        Ok(Flow::Value(Value::None))
    }),
    ("rotate", rotate),
    ("__len__", |vm, args| {
        let [own] = own_and(vm, args, "deque.__len__")?;
        Ok(Flow::Value(Value::Int(items(vm, own).len() as i64)))
    }),
    ("__contains__", contains),
    ("__getitem__", get_item),
    ("__setitem__", set_item),
    ("__delitem__", delete_item),
    ("__repr__", repr),
    ("__add__", add),
    ("__mul__", multiply),
    ("__rmul__", multiply),
    ("__imul__", |vm, args| {
        let [own, times] = own_and(vm, args, "deque.__imul__")?;
        let repeated = repeated(vm, own, times)?;
        change(vm, own, |items| *items = repeated.into());
        Ok(Flow::Value(own))
    }),
    ("__eq__", |vm, args| compare(vm, args, CompareOp::Eq)),
    ("__ne__", |vm, args| compare(vm, args, CompareOp::Ne)),
    ("__lt__", |vm, args| compare(vm, args, CompareOp::Lt)),
    ("__le__", |vm, args| compare(vm, args, CompareOp::Le)),
    ("__gt__", |vm, args| compare(vm, args, CompareOp::Gt)),
    ("__ge__", |vm, args| compare(vm, args, CompareOp::Ge)),
    ("_maxlen", |vm, args| {
        let [own] = own_and(vm, args, "deque.maxlen")?;
        let most = most_of(vm, own);
        let most = if most < 0 {
            Value::None
        } else {
            Value::Int(most)
        };
        Ok(Flow::Value(most))
    }),
];

fn own_and<const N: usize>(vm: &mut Vm, args: Args, name: &str) -> Result<[Value; N], Raised> {
    let values: [Value; N] = args.exact(vm, name)?;
    if !is_deque(vm, values[0]) {
        return Err(vm.type_error("descriptor requires a 'collections.deque' object"));
    }
    Ok(values)
}

fn copy(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = own_and(vm, args, "deque.copy")?;
    let items = items(vm, own).to_vec();
    Ok(Flow::Value(alike(vm, own, items)))
}

fn position(
    vm: &mut Vm,
    own: Value,
    wanted: Value,
    from: usize,
    to: usize,
) -> Result<Option<usize>, Raised> {
    let all = items(vm, own).to_vec();
    vm.spend(vm.costs.per_item * all.len() as u64);
    for (at, &item) in all.iter().enumerate().take(to).skip(from) {
        let equal = vm.equal_nested(item, wanted)?;
        if items(vm, own).len() != all.len() {
            return Err(vm.raise("RuntimeError", "deque mutated during iteration"));
        }
        if equal {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn count(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, wanted] = own_and(vm, args, "deque.count")?;
    let mut count = 0;
    for item in items(vm, own).to_vec() {
        count += i64::from(vm.equal_nested(item, wanted)?);
    }
    Ok(Flow::Value(Value::Int(count)))
}

fn contains(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, wanted] = own_and(vm, args, "deque.__contains__")?;
    let found = position(vm, own, wanted, 0, usize::MAX)?.is_some();
    Ok(Flow::Value(Value::Bool(found)))
}

fn index(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, wanted, start, stop] = args.between(vm, "deque.index", 2)?;
    own_and::<1>(vm, Args::of(&[own]), "deque.index")?;
    let length = items(vm, own).len() as i64;
    let mut bounds = [0, length];
    for (bound, given) in bounds.iter_mut().zip([start, stop]) {
        if !given.is_unbound() {
            let at = vm.as_index(given)?.unwrap_or(0);
            *bound = if at < 0 {
                (at + length).max(0)
            } else {
                at.min(length)
            };
        }
    }
    match position(vm, own, wanted, bounds[0] as usize, bounds[1] as usize)? {
        Some(at) => Ok(Flow::Value(Value::Int(at as i64))),
        None => {
            let text = format!("{} is not in deque", vm.repr_nested(wanted)?);
            Err(vm.raise("ValueError", &text))
        }
    }
}

fn insert(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, at, item] = own_and(vm, args, "deque.insert")?;
    let length = items(vm, own).len() as i64;
    if most_of(vm, own) == length {
        return Err(vm.raise("IndexError", "deque already at its maximum size"));
    }
    let at = vm.as_index(at)?.unwrap_or(0);
    let at = if at < 0 {
        (at + length).max(0)
    } else {
        at.min(length)
    };
    vm.heap.grew(16);
    change(vm, own, |items| items.insert(at as usize, item));
    Ok(Flow::Value(Value::None))
}

fn remove(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, wanted] = own_and(vm, args, "deque.remove")?;
    match position(vm, own, wanted, 0, usize::MAX)? {
        Some(at) => {
            change(vm, own, |items| items.remove(at));
            Ok(Flow::Value(Value::None))
        }
        None => {
            let text = format!("{} is not in deque", vm.repr_nested(wanted)?);
            Err(vm.raise("ValueError", &text))
        }
    }
}

fn rotate(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, steps] = args.between(vm, "deque.rotate", 1)?;
    own_and::<1>(vm, Args::of(&[own]), "deque.rotate")?;
    let steps = if steps.is_unbound() {
        1
    } else {
        match vm.as_index(steps)? {
            Some(steps) => steps,
            None => {
                let text = format!(
                    "'{}' object cannot be interpreted as an integer",
                    vm.type_name(steps)
                );
                return Err(vm.type_error(&text));
            }
        }
    };
    let length = items(vm, own).len();
    if length > 1 {
        let steps = steps.rem_euclid(length as i64) as usize;
        change(vm, own, |items| items.rotate_right(steps));
    }
    Ok(Flow::Value(Value::None))
}

fn checked_index(vm: &mut Vm, own: Value, key: Value) -> Result<usize, Raised> {
    let Some(at) = vm.as_index(key)? else {
        let text = format!(
            "sequence index must be integer, not '{}'",
            vm.type_name(key)
        );
        return Err(vm.type_error(&text));
    };
    let length = items(vm, own).len() as i64;
    let at = if at < 0 { at + length } else { at };
    if at < 0 || at >= length {
        return Err(vm.raise("IndexError", "deque index out of range"));
    }
    Ok(at as usize)
}

fn get_item(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, key] = own_and(vm, args, "deque.__getitem__")?;
    let at = checked_index(vm, own, key)?;
    Ok(Flow::Value(items(vm, own)[at]))
}

fn set_item(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, key, value] = own_and(vm, args, "deque.__setitem__")?;
    let at = checked_index(vm, own, key)?;
    let changes = super::deque::CHANGES;
    change(vm, own, |items| items[at] = value);
    // Only a change of its length disturbs an iteration.
    vm.host_mut(own).expect("a deque").numbers[changes] -= 1;
    Ok(Flow::Value(Value::None))
}

fn delete_item(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, key] = own_and(vm, args, "deque.__delitem__")?;
    let at = checked_index(vm, own, key)?;
    change(vm, own, |items| items.remove(at));
    Ok(Flow::Value(Value::None))
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = own_and(vm, args, "deque.__repr__")?;
    let items = items(vm, own).to_vec();
    let list = vm.heap.list(items);
    let list = vm.repr_nested(list)?;
    let class = vm.class(vm.class_of(own)).name.clone();
    let text = match most_of(vm, own) {
        ..0 => format!("{class}({list})"),
        most => format!("{class}({list}, maxlen={most})"),
    };
    Ok(Flow::Value(vm.heap.string(text)))
}

fn add(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, other] = own_and(vm, args, "deque.__add__")?;
    if !is_deque(vm, other) {
        let text = format!(
            "can only concatenate deque (not \"{}\") to deque",
            vm.type_name(other)
        );
        return Err(vm.type_error(&text));
    }
    let mut all = items(vm, own).to_vec();
    all.extend_from_slice(items(vm, other));
    Ok(Flow::Value(alike(vm, own, all)))
}

fn repeated(vm: &mut Vm, own: Value, times: Value) -> Result<Vec<Value>, Raised> {
    let Some(times) = vm.as_index(times)? else {
        let text = format!(
            "can't multiply sequence by non-int of type '{}'",
            vm.type_name(times)
        );
        return Err(vm.type_error(&text));
    };
    let one = items(vm, own).to_vec();
    let times = times.max(0) as usize;
    vm.check_heap_growth(one.len() as u64 * 16 * times as u64)?;
    let mut all = one.repeat(times);
    let most = most_of(vm, own);
    if most >= 0 && all.len() > most as usize {
        all.drain(..all.len() - most as usize);
    }
    Ok(all)
}

fn multiply(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, times] = own_and(vm, args, "deque.__mul__")?;
    let all = repeated(vm, own, times)?;
    Ok(Flow::Value(alike(vm, own, all)))
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> NativeResult {
    let [own, other] = own_and(vm, args, "deque.__eq__")?;
    if !is_deque(vm, other) {
        return Ok(Flow::Value(Value::NotImplemented));
    }
    let (a, b) = (items(vm, own).to_vec(), items(vm, other).to_vec());
    let (a, b) = (vm.heap.list(a), vm.heap.list(b));
    let result = vm.compare_nested(op, a, b)?;
    Ok(Flow::Value(Value::Bool(result)))
}
