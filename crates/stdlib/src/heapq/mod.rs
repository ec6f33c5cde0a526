//! `heapq`: pushing and popping are native and indivisible, as in CPython, and make CPython's very comparisons; what takes
//! iterables and keys is Python. Source: CPython 3.11, Modules/_heapqmodule.c.

use interleave_python::code::CompareOp;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "heapq",
    functions: &[
        ("heappush", heappush),
        ("heappop", |vm, args| {
            let [heap] = args.exact(vm, "heappop")?;
            pop(vm, heap, false)
        }),
        ("heapreplace", heapreplace),
        ("heappushpop", heappushpop),
        ("heapify", |vm, args| {
            let [heap] = args.exact(vm, "heapify")?;
            heapify(vm, heap, false)
        }),
        ("_heappop_max", |vm, args| {
            let [heap] = args.exact(vm, "_heappop_max")?;
            pop(vm, heap, true)
        }),
        ("_heapify_max", |vm, args| {
            let [heap] = args.exact(vm, "_heapify_max")?;
            heapify(vm, heap, true)
        }),
    ],
    set_up: None,
    source: Some(include_str!("heapq.py")),
    shown_as: "/usr/lib/python3.11/heapq.py",
    support: Support::whole("everything"),
}];

/// How many items it has; an error where it is no list.
fn length_of(vm: &mut Vm, heap: Value, function: &str) -> Result<usize, Raised> {
    let base = vm.unwrap(heap);
    match vm.object(base) {
        Some(Object::List(items)) => Ok(items.len()),
        _ => {
            let text = format!(
                "{function}() argument must be list, not {}",
                vm.type_name(heap)
            );
            Err(vm.type_error(&text))
        }
    }
}

/// The items themselves.
fn list(vm: &mut Vm, heap: Value) -> &mut Vec<Value> {
    let base = vm.unwrap(heap);
    match base.as_ref().map(|r| vm.heap.get_mut(r)) {
        Some(Object::List(items)) => items,
        _ => unreachable!("checked before"),
    }
}

fn at(vm: &mut Vm, heap: Value, index: usize, length: usize) -> Result<Value, Raised> {
    let items = list(vm, heap);
    if items.len() == length {
        return Ok(items[index]);
    }
    Err(vm.raise("RuntimeError", "list changed size during iteration"))
}

fn before(vm: &mut Vm, a: Value, b: Value, max: bool) -> Result<bool, Raised> {
    vm.spend(vm.costs.compare);
    let (a, b) = if max { (b, a) } else { (a, b) };
    vm.compare_nested(CompareOp::Lt, a, b)
}

/// Moves the item at `position` up towards `start`.
fn sift_down(
    vm: &mut Vm,
    heap: Value,
    start: usize,
    mut position: usize,
    max: bool,
) -> Result<(), Raised> {
    let length = list(vm, heap).len();
    let item = at(vm, heap, position, length)?;
    while position > start {
        let parent = (position - 1) / 2;
        let above = at(vm, heap, parent, length)?;
        if !before(vm, item, above, max)? {
            break;
        }
        at(vm, heap, parent, length)?;
        list(vm, heap).swap(parent, position);
        position = parent;
    }
    Ok(())
}

/// Moves the item at `position` down to a leaf along the smaller children, then up to its place.
fn sift_up(vm: &mut Vm, heap: Value, mut position: usize, max: bool) -> Result<(), Raised> {
    let length = list(vm, heap).len();
    let start = position;
    while position < length / 2 {
        let mut child = 2 * position + 1;
        if child + 1 < length {
            let (a, b) = (
                at(vm, heap, child, length)?,
                at(vm, heap, child + 1, length)?,
            );
            if !before(vm, a, b, max)? {
                child += 1;
            }
        }
        at(vm, heap, child, length)?;
        list(vm, heap).swap(child, position);
        position = child;
    }
    sift_down(vm, heap, start, position, max)
}

fn heappush(vm: &mut Vm, args: Args) -> NativeResult {
    let [heap, item] = args.exact(vm, "heappush")?;
    length_of(vm, heap, "heappush")?;
    vm.heap.grew(16);
    list(vm, heap).push(item);
    let last = list(vm, heap).len() - 1;
    sift_down(vm, heap, 0, last, false)?;
    Ok(Flow::Value(Value::None))
}

fn pop(vm: &mut Vm, heap: Value, max: bool) -> NativeResult {
    length_of(vm, heap, if max { "_heappop_max" } else { "heappop" })?;
    let Some(last) = list(vm, heap).pop() else {
        return Err(vm.raise("IndexError", "index out of range"));
    };
    if list(vm, heap).is_empty() {
        return Ok(Flow::Value(last));
    }
    let result = std::mem::replace(&mut list(vm, heap)[0], last);
    sift_up(vm, heap, 0, max)?;
    Ok(Flow::Value(result))
}

fn heapreplace(vm: &mut Vm, args: Args) -> NativeResult {
    let [heap, item] = args.exact(vm, "heapreplace")?;
    if length_of(vm, heap, "heapreplace")? == 0 {
        return Err(vm.raise("IndexError", "index out of range"));
    }
    let result = std::mem::replace(&mut list(vm, heap)[0], item);
    sift_up(vm, heap, 0, false)?;
    Ok(Flow::Value(result))
}

fn heappushpop(vm: &mut Vm, args: Args) -> NativeResult {
    let [heap, item] = args.exact(vm, "heappushpop")?;
    if length_of(vm, heap, "heappushpop")? == 0 {
        return Ok(Flow::Value(item));
    }
    let top = list(vm, heap)[0];
    if !before(vm, top, item, false)? {
        return Ok(Flow::Value(item));
    }
    let result = std::mem::replace(&mut list(vm, heap)[0], item);
    sift_up(vm, heap, 0, false)?;
    Ok(Flow::Value(result))
}

fn heapify(vm: &mut Vm, heap: Value, max: bool) -> NativeResult {
    let length = length_of(vm, heap, if max { "_heapify_max" } else { "heapify" })?;
    for position in (0..length / 2).rev() {
        sift_up(vm, heap, position, max)?;
    }
    Ok(Flow::Value(Value::None))
}
