//! `list` and `tuple`: construction and methods.
//!
//! (Over 400 lines because every method is listed where its class is filled.)

use super::numbers::wrapped;
use super::objects::install_new;
use super::{library_call, ok};
use crate::code::CompareOp;
use crate::heap::{Object, Ref, Value};
use crate::vm::{Args, NativeResult, Raised, Then, Vm};
use std::cmp::Ordering;

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.list, |vm, args| {
        let class = args.positional[0];
        if class != Value::Obj(vm.types.list) {
            let list = vm.heap.list(Vec::new());
            return wrapped(vm, class, list);
        }
        let [_, iterable] = args.between(vm, "type.list", 1)?;
        if iterable.is_unbound() {
            return ok(vm.heap.list(Vec::new()));
        }
        vm.collect(iterable, Then::new(|_, _, list| ok(list), Vec::new()))
    });
    install_new(vm, t.tuple, |vm, args| {
        let [class, iterable] = args.between(vm, "type.tuple", 1)?;
        if iterable.is_unbound() {
            let empty = vm.heap.tuple(&[]);
            return wrapped(vm, class, empty);
        }
        let same = matches!(vm.object(iterable), Some(Object::Tuple(_)));
        if same && class == Value::Obj(vm.types.tuple) {
            return ok(iterable);
        }
        let then = |vm: &mut Vm, then: Then, list: Value| {
            let items = vm.items_of(list)?.unwrap_or_default();
            let tuple = vm.heap.tuple(&items);
            wrapped(vm, then.state[0], tuple)
        };
        vm.collect(iterable, Then::new(then, vec![class]))
    });
    vm.add_methods(
        t.list,
        &[
            ("__init__", list_init),
            ("append", append),
            ("extend", extend),
            ("insert", insert),
            ("pop", pop),
            ("remove", remove),
            ("clear", |vm, args| {
                let [list] = args.exact(vm, "list.clear")?;
                items_mut(vm, list)?.clear();
                ok(Value::None)
            }),
            ("index", index),
            ("count", count),
            ("sort", sort),
            ("reverse", |vm, args| {
                let [list] = args.exact(vm, "list.reverse")?;
                items_mut(vm, list)?.reverse();
                ok(Value::None)
            }),
            ("copy", |vm, args| {
                let [list] = args.exact(vm, "list.copy")?;
                let items = items_mut(vm, list)?.clone();
                ok(vm.heap.list(items))
            }),
            ("__len__", |vm, args| {
                let [list] = args.exact(vm, "list.__len__")?;
                let length = items_mut(vm, list)?.len();
                ok(Value::Int(length as i64))
            }),
            ("__iter__", |vm, args| iter_of(vm, args)),
            ("__getitem__", |vm, args| get_item(vm, args)),
            ("__setitem__", |vm, args| {
                let [list, key, value] = args.exact(vm, "list.__setitem__")?;
                let base = vm.unwrap(list);
                vm.set_item(base, key, value)?;
                ok(Value::None)
            }),
            ("__contains__", |vm, args| contains(vm, args)),
        ],
    );
    vm.add_methods(
        t.tuple,
        &[
            ("index", index),
            ("count", count),
            ("__len__", |vm, args| {
                let [tuple] = args.exact(vm, "tuple.__len__")?;
                let length = vm.items_of(tuple)?.map_or(0, |items| items.len());
                ok(Value::Int(length as i64))
            }),
            ("__iter__", |vm, args| iter_of(vm, args)),
            ("__getitem__", |vm, args| get_item(vm, args)),
            ("__contains__", |vm, args| contains(vm, args)),
        ],
    );
}

/// `super().__iter__()` of a builtin's subclass.
pub(super) fn iter_of(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__iter__")?;
    let base = vm.unwrap(own);
    match vm.iterator(base)? {
        Ok(iterator) => ok(iterator),
        Err(call) => Ok(crate::vm::Flow::Call(Box::new(call))),
    }
}

/// `super().__getitem__(key)` of a builtin's subclass.
pub(super) fn get_item(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, key] = args.exact(vm, "__getitem__")?;
    let base = vm.unwrap(own);
    match vm.get_item(base, key)? {
        Ok(value) => ok(value),
        Err(call) => Ok(crate::vm::Flow::Call(Box::new(call))),
    }
}

/// `super().__contains__(item)` of a builtin's subclass.
pub(super) fn contains(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, item] = args.exact(vm, "__contains__")?;
    let base = vm.unwrap(own);
    match vm.contains(base, item)? {
        Some(Ok(found)) => ok(Value::Bool(found)),
        _ => Err(vm.type_error("a container is required")),
    }
}

fn list_ref(vm: &mut Vm, list: Value) -> Result<Ref, Raised> {
    let base = vm.unwrap(list);
    match vm.object(base) {
        Some(Object::List(_)) => Ok(base.as_ref().expect("an object")),
        _ => {
            let text = format!(
                "descriptor requires a 'list' object but received a '{}'",
                vm.type_name(list)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn items_mut(vm: &mut Vm, list: Value) -> Result<&mut Vec<Value>, Raised> {
    let r = list_ref(vm, list)?;
    match vm.heap.get_mut(r) {
        Object::List(items) => Ok(items),
        _ => unreachable!("just checked"),
    }
}

fn list_init(vm: &mut Vm, args: Args) -> NativeResult {
    let [list, iterable] = args.between(vm, "list.__init__", 1)?;
    if matches!(vm.object(list), Some(Object::List(_))) || iterable.is_unbound() {
        return ok(Value::None);
    }
    vm.collect(iterable, Then::new(fill, vec![list]))
}

fn fill(vm: &mut Vm, then: Then, source: Value) -> NativeResult {
    let items = vm.items_of(source)?.unwrap_or_default();
    *items_mut(vm, then.state[0])? = items;
    ok(Value::None)
}

fn append(vm: &mut Vm, args: Args) -> NativeResult {
    let [list, item] = args.exact(vm, "list.append")?;
    vm.heap.grew(16);
    items_mut(vm, list)?.push(item);
    ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> NativeResult {
    let [list, iterable] = args.exact(vm, "list.extend")?;
    let then = |vm: &mut Vm, then: Then, source: Value| {
        let items = vm.items_of(source)?.unwrap_or_default();
        vm.heap.grew(items.len() as u64 * 16);
        vm.check_heap_growth(0)?;
        items_mut(vm, then.state[0])?.extend(items);
        ok(Value::None)
    };
    vm.collect(iterable, Then::new(then, vec![list]))
}

fn insert(vm: &mut Vm, args: Args) -> NativeResult {
    let [list, at, item] = args.exact(vm, "list.insert")?;
    let Some(at) = vm.as_index(at)? else {
        let text = format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(at)
        );
        return Err(vm.type_error(&text));
    };
    vm.heap.grew(16);
    let items = items_mut(vm, list)?;
    let length = items.len() as i64;
    let at = if at < 0 {
        (at + length).max(0)
    } else {
        at.min(length)
    };
    items.insert(at as usize, item);
    ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args) -> NativeResult {
    let [list, at] = args.between(vm, "list.pop", 1)?;
    let at = if at.is_unbound() {
        -1
    } else {
        super::strings::count_argument(vm, at)?
    };
    let items = items_mut(vm, list)?;
    if items.is_empty() {
        return Err(vm.raise("IndexError", "pop from empty list"));
    }
    let index = if at < 0 { at + items.len() as i64 } else { at };
    if index < 0 || index >= items.len() as i64 {
        return Err(vm.raise("IndexError", "pop index out of range"));
    }
    let item = items.remove(index as usize);
    ok(item)
}

fn position(vm: &mut Vm, items: &[Value], wanted: Value) -> Result<Option<usize>, Raised> {
    vm.spend(vm.costs.per_item * items.len() as u64);
    for (index, &item) in items.iter().enumerate() {
        if vm.equal_nested(item, wanted)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

fn remove(vm: &mut Vm, args: Args) -> NativeResult {
    let [list, wanted] = args.exact(vm, "list.remove")?;
    let items = items_mut(vm, list)?.clone();
    match position(vm, &items, wanted)? {
        Some(index) => {
            items_mut(vm, list)?.remove(index);
            ok(Value::None)
        }
        None => Err(vm.raise("ValueError", "list.remove(x): x not in list")),
    }
}

fn index(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, wanted, start, stop] = args.between(vm, "list.index", 2)?;
    let items = vm.items_of(own)?.unwrap_or_default();
    let bound = |vm: &mut Vm, value: Value, default: usize| -> Result<usize, Raised> {
        if value.is_unbound() {
            return Ok(default);
        }
        let index = vm.as_index(value)?.unwrap_or(0);
        let index = if index < 0 {
            (index + items.len() as i64).max(0)
        } else {
            index
        };
        Ok((index as usize).min(items.len()))
    };
    let (start, stop) = (bound(vm, start, 0)?, bound(vm, stop, items.len())?);
    match position(vm, &items[start..stop.max(start)], wanted)? {
        Some(index) => ok(Value::Int((start + index) as i64)),
        None if matches!(vm.object(vm.unwrap(own)), Some(Object::Tuple(_))) => {
            Err(vm.raise("ValueError", "tuple.index(x): x not in tuple"))
        }
        None => {
            let text = format!("{} is not in list", vm.repr_nested(wanted)?);
            Err(vm.raise("ValueError", &text))
        }
    }
}

fn count(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, wanted] = args.exact(vm, "list.count")?;
    let mut count = 0;
    for item in vm.items_of(own)?.unwrap_or_default() {
        count += i64::from(vm.equal_nested(item, wanted)?);
    }
    ok(Value::Int(count))
}

pub(super) fn sort(vm: &mut Vm, args: Args) -> NativeResult {
    let (mut key, mut reverse) = (Value::None, false);
    for &(name, value) in &args.keywords {
        match &*vm.symbol_name(name) {
            "key" => key = value,
            "reverse" => reverse = vm.truth_nested(value)?,
            other => {
                let text = format!("'{other}' is an invalid keyword argument for sort()");
                return Err(vm.type_error(&text));
            }
        }
    }
    let [list] = args.positional[..] else {
        return Err(vm.type_error("sort() takes no positional arguments"));
    };
    if !key.is_none() {
        return library_call(
            vm,
            "_sort_by_key",
            Args::of(&[list, key, Value::Bool(reverse)]),
        );
    }
    let items = items_mut(vm, list)?.clone();
    if orders_by_python(vm, &items) {
        let args = Args::of(&[list, Value::Bool(reverse)]);
        return library_call(vm, "_sort_asking", args);
    }
    let sorted = sorted_by(vm, &items, &items, reverse)?;
    *items_mut(vm, list)? = sorted;
    ok(Value::None)
}

/// `_sort_values(items, keys, reverse)`: the items in order of their keys.
pub(super) fn sort_values(vm: &mut Vm, args: Args) -> NativeResult {
    let [listed, key_list, reverse] = args.exact(vm, "_sort_values")?;
    let (items, keys) = (
        vm.items_of(listed)?.unwrap_or_default(),
        vm.items_of(key_list)?.unwrap_or_default(),
    );
    if orders_by_python(vm, &keys) {
        let args = Args::of(&[listed, key_list, reverse]);
        return library_call(vm, "_sorted_asking", args);
    }
    let sorted = sorted_by(vm, &items, &keys, reverse == Value::Bool(true))?;
    ok(vm.heap.list(sorted))
}

/// `_set_items(list, items)`: replaces what a list holds.
pub(super) fn set_items(vm: &mut Vm, args: Args) -> NativeResult {
    let [list, items] = args.exact(vm, "_set_items")?;
    let items = vm.items_of(items)?.unwrap_or_default();
    *items_mut(vm, list)? = items;
    ok(Value::None)
}

/// Whether `<` between some of the keys is Python code, which may block.
fn orders_by_python(vm: &mut Vm, keys: &[Value]) -> bool {
    keys.iter().any(|&key| {
        matches!(vm.object(key), Some(Object::Instance(_))) && {
            let name = vm.names.lt;
            let method = vm.special(key, name);
            method.is_some_and(|method| matches!(vm.object(method), Some(Object::Function(_))))
        }
    })
}

/// A stable sort that asks `<` only. An error ends it.
fn sorted_by(
    vm: &mut Vm,
    items: &[Value],
    keys: &[Value],
    reverse: bool,
) -> Result<Vec<Value>, Raised> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    if reverse {
        order.reverse();
    }
    let mut failed = None;
    let mut less = |x: usize, y: usize| {
        if failed.is_some() {
            return false;
        }
        match vm.compare_nested(CompareOp::Lt, keys[x], keys[y]) {
            Ok(less) => less,
            Err(raised) => {
                failed = Some(raised);
                false
            }
        }
    };
    if order.len() < SHORT {
        binary_sort(&mut order, &mut less);
    } else {
        order.sort_by(|&a, &b| {
            if less(a, b) {
                Ordering::Less
            } else if less(b, a) {
                Ordering::Greater
            } else {
                Ordering::Equal
            }
        });
    }
    if let Some(raised) = failed {
        return Err(raised);
    }
    let steps = items.len() as u64 * u64::from(items.len().max(1).ilog2() + 1);
    vm.spend(steps * vm.costs.compare);
    if reverse {
        order.reverse();
    }
    Ok(order.into_iter().map(|index| items[index]).collect())
}

/// Lists shorter than this are compared in CPython's very order. Source: CPython, Objects/listobject.c, `count_run` and
/// `binarysort`: the run at the start, then each item into its place by halving.
const SHORT: usize = 64;

fn binary_sort(order: &mut [usize], less: &mut impl FnMut(usize, usize) -> bool) {
    if order.len() < 2 {
        return;
    }
    let mut run = 2;
    if less(order[1], order[0]) {
        while run < order.len() && less(order[run], order[run - 1]) {
            run += 1;
        }
        order[..run].reverse();
    } else {
        while run < order.len() && !less(order[run], order[run - 1]) {
            run += 1;
        }
    }
    for at in run..order.len() {
        let pivot = order[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = (low + high) / 2;
            if less(pivot, order[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        order.copy_within(low..at, low + 1);
        order[low] = pivot;
    }
}
