//! `deque`: a ring of values in one object of the host, so that each of its methods is indivisible, as in CPython (which
//! is why scripts share one between threads without a lock). Source: CPython 3.11, Modules/_collectionsmodule.c.
//!
//! The values before `HEAD` are vacant: taking from the left is O(1), putting there too once there is room.

use super::deque_methods as methods;
use crate::host_class::{class_given, constructible, is_of, new_host};
use interleave_python::heap::{HostValues, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Then, Vm};

/// The longest that it may be; negative: any length.
pub(super) const MOST: usize = 0;
const HEAD: usize = 1;
/// Counts changes of its length: iteration that finds another number stops with an error.
pub(super) const CHANGES: usize = 2;

const CLASS: &str = "collections.deque";
const ITERATOR: &str = "collections.deque iterator";

/// The classes.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = constructible(vm, ("collections", module), "deque", new, methods::METHODS);
    vm.add_methods(
        class,
        &[
            ("__init__", init),
            ("append", |vm, args| put(vm, args, false)),
            ("appendleft", |vm, args| put(vm, args, true)),
            ("pop", |vm, args| take(vm, args, false)),
            ("popleft", |vm, args| take(vm, args, true)),
            ("extend", |vm, args| extend(vm, args, false)),
            ("extendleft", |vm, args| extend(vm, args, true)),
            ("__iadd__", |vm, args| {
                let own = deque_of(vm, &args)?;
                let then = Then::new(|_, then, _| Ok(Flow::Value(then.state[0])), vec![own]);
                let bound = vm.symbols.intern("extend");
                let extend = vm.get_attr_nested(own, bound)?;
                let call = (extend, Args::of(&args.positional[1..]), then);
                Ok(Flow::CallThen(Box::new(call)))
            }),
            ("__iter__", |vm, args| iterator(vm, args, false)),
            ("__reversed__", |vm, args| iterator(vm, args, true)),
        ],
    );
    let hash = vm.names.hash;
    vm.set_class_attr(class, hash, Value::None);
    vm.roots.insert(CLASS, Value::Obj(class));
    let iterator = vm.new_host_class(
        "collections",
        "_deque_iterator",
        &[
            ("__next__", next),
            ("__iter__", |vm, args| {
                let [own] = args.exact(vm, "__iter__")?;
                Ok(Flow::Value(own))
            }),
        ],
    );
    vm.roots.insert(ITERATOR, Value::Obj(iterator));
}

fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, CLASS)?;
    Ok(Flow::Value(new_host(vm, class, Vec::new(), vec![-1, 0, 0])))
}

/// A deque of the same class with these items.
pub(super) fn alike(vm: &mut Vm, own: Value, items: Vec<Value>) -> Value {
    let class = vm.class_of(own);
    let most = most_of(vm, own);
    vm.heap.grew(items.len() as u64 * 16);
    let copy = new_host(vm, class, items, vec![most, 0, 0]);
    trim(vm, copy, true);
    copy
}

/// Its `maxlen`, negative where it has none.
pub(super) fn most_of(vm: &Vm, own: Value) -> i64 {
    vm.host(own).map_or(-1, |host| host.numbers[MOST])
}

/// Whether a value is a deque.
pub(super) fn is_deque(vm: &Vm, value: Value) -> bool {
    is_of(vm, value, CLASS)
}

/// Its items, to be read.
pub(super) fn items(vm: &Vm, own: Value) -> &[Value] {
    match vm.host(own) {
        Some(host) if host.numbers.len() == 3 => &host.values[host.numbers[HEAD] as usize..],
        _ => &[],
    }
}

/// Its items, to be changed; notes the change.
pub(super) fn change<T>(vm: &mut Vm, own: Value, f: impl FnOnce(&mut HostValues) -> T) -> T {
    let host = vm.host_mut(own).expect("a deque");
    let head = host.numbers[HEAD] as usize;
    host.values.drain(..head);
    host.numbers[HEAD] = 0;
    host.numbers[CHANGES] += 1;
    f(&mut host.values)
}

/// How many items a plain deque without a `maxlen` has; `None` for anything else.
pub(crate) fn size(vm: &Vm, own: Value) -> Option<i64> {
    let host = vm.host(own)?;
    let is_plain = Some(host.class) == vm.roots.get(CLASS)?.as_ref() && host.numbers[MOST] < 0;
    is_plain.then(|| host.values.len() as i64 - host.numbers[HEAD])
}

/// Puts an item at one end, whatever its `maxlen`.
pub(crate) fn push(vm: &mut Vm, own: Value, item: Value, left: bool) {
    vm.heap.grew(16);
    let host = vm.host_mut(own).expect("a deque");
    host.numbers[CHANGES] += 1;
    if !left {
        host.values.push(item);
        return;
    }
    if host.numbers[HEAD] == 0 {
        let room = host.values.len() + 8;
        host.values
            .insert_many(0, std::iter::repeat_n(Value::None, room));
        host.numbers[HEAD] = room as i64;
    }
    host.numbers[HEAD] -= 1;
    let head = host.numbers[HEAD] as usize;
    host.values[head] = item;
}

/// Takes an item from one end.
pub(crate) fn pull(vm: &mut Vm, own: Value, left: bool) -> Option<Value> {
    let host = vm.host_mut(own).expect("a deque");
    let head = host.numbers[HEAD] as usize;
    if host.values.len() == head {
        return None;
    }
    host.numbers[CHANGES] += 1;
    if !left {
        return host.values.pop();
    }
    let item = std::mem::replace(&mut host.values[head], Value::None);
    host.numbers[HEAD] += 1;
    if head > 32 && head * 2 > host.values.len() {
        host.values.drain(..=head);
        host.numbers[HEAD] = 0;
    }
    Some(item)
}

/// Drops items at one end until it is no longer than it may be.
fn trim(vm: &mut Vm, own: Value, left: bool) {
    let most = most_of(vm, own);
    while most >= 0 && items(vm, own).len() as i64 > most {
        pull(vm, own, left);
    }
}

fn deque_of(vm: &mut Vm, args: &Args) -> Result<Value, Raised> {
    match args.positional.first() {
        Some(&own) if is_deque(vm, own) => Ok(own),
        _ => Err(vm.type_error("descriptor requires a 'collections.deque' object")),
    }
}

fn init(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, iterable, most] = args.named(vm, "deque", ["self", "iterable", "maxlen"], 1)?;
    let limit = match most {
        Value::Unbound | Value::None => -1,
        _ => match vm.as_index(most)? {
            Some(limit) if limit < 0 => {
                return Err(vm.raise("ValueError", "maxlen must be non-negative"));
            }
            Some(limit) => limit,
            None => return Err(vm.type_error("an integer is required")),
        },
    };
    let own = deque_of(vm, &Args::of(&[own]))?;
    change(vm, own, |items| items.clear());
    vm.host_mut(own).expect("a deque").numbers[MOST] = limit;
    if iterable.is_unbound() {
        return Ok(Flow::Value(Value::None));
    }
    vm.collect(iterable, Then::new(filled, vec![own, Value::Bool(false)]))
}

fn put(vm: &mut Vm, args: Args, left: bool) -> NativeResult {
    let [own, item] = args.exact(
        vm,
        if left {
            "deque.appendleft"
        } else {
            "deque.append"
        },
    )?;
    let own = deque_of(vm, &Args::of(&[own]))?;
    push(vm, own, item, left);
    trim(vm, own, !left);
    Ok(Flow::Value(Value::None))
}

fn take(vm: &mut Vm, args: Args, left: bool) -> NativeResult {
    let [own] = args.exact(vm, if left { "deque.popleft" } else { "deque.pop" })?;
    let own = deque_of(vm, &Args::of(&[own]))?;
    match pull(vm, own, left) {
        Some(item) => Ok(Flow::Value(item)),
        None => Err(vm.raise("IndexError", "pop from an empty deque")),
    }
}

fn extend(vm: &mut Vm, args: Args, left: bool) -> NativeResult {
    let [own, iterable] = args.exact(
        vm,
        if left {
            "deque.extendleft"
        } else {
            "deque.extend"
        },
    )?;
    let own = deque_of(vm, &Args::of(&[own]))?;
    let state = vec![own, Value::Bool(left)];
    if is_deque(vm, iterable) {
        let items = items(vm, iterable).to_vec();
        let list = vm.heap.list(items);
        return filled(vm, Then::new(filled, state), list);
    }
    vm.collect(iterable, Then::new(filled, state))
}

fn filled(vm: &mut Vm, then: Then, list: Value) -> NativeResult {
    let (own, left) = (then.state[0], then.state[1] == Value::Bool(true));
    for item in vm.items_of(list)?.unwrap_or_default() {
        push(vm, own, item, left);
        trim(vm, own, !left);
    }
    vm.check_heap_growth(0)?;
    Ok(Flow::Value(Value::None))
}

fn iterator(vm: &mut Vm, args: Args, reversed: bool) -> NativeResult {
    let own = deque_of(vm, &args)?;
    let class = vm.roots[ITERATOR].as_ref().expect("a class");
    let changes = vm.host(own).map_or(0, |host| host.numbers[CHANGES]);
    let numbers = vec![0, changes, i64::from(reversed)];
    Ok(Flow::Value(new_host(vm, class, vec![own], numbers)))
}

fn next(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__next__")?;
    let Some(host) = vm.host(own).filter(|_| is_of(vm, own, ITERATOR)) else {
        return Err(vm.type_error("a deque iterator is required"));
    };
    let (deque, at) = (host.values[0], host.numbers[0] as usize);
    let (changes, reversed) = (host.numbers[1], host.numbers[2] != 0);
    let (now, length) = (
        vm.host(deque).map_or(0, |host| host.numbers[CHANGES]),
        items(vm, deque).len(),
    );
    if at >= length && changes == now {
        return Err(vm.raise_value("StopIteration", &[]));
    }
    if changes != now {
        let host = vm.host_mut(own).expect("an iterator");
        let over = host.numbers[0] == i64::MAX;
        host.numbers[0] = i64::MAX;
        return Err(if over {
            vm.raise_value("StopIteration", &[])
        } else {
            vm.raise("RuntimeError", "deque mutated during iteration")
        });
    }
    let item = items(vm, deque)[if reversed { length - 1 - at } else { at }];
    vm.host_mut(own).expect("an iterator").numbers[0] += 1;
    Ok(Flow::Value(item))
}
