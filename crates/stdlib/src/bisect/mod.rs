//! `bisect`: searching and inserting without a key are native and indivisible; with a key, which may block, Python.

use interleave_python::code::CompareOp;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "bisect",
    functions: &[
        ("_left", |vm, args| find(vm, args, true)),
        ("_right", |vm, args| find(vm, args, false)),
    ],
    set_up: None,
    source: Some(include_str!("bisect.py")),
    shown_as: "/usr/lib/python3.11/bisect.py",
    support: Support::whole("everything"),
}];

/// `_left(a, x, lo, hi)`: the place; None where the items are not a list's.
fn find(vm: &mut Vm, args: Args, left: bool) -> NativeResult {
    let [list, wanted, low, high] = args.exact(vm, "bisect")?;
    let base = vm.unwrap(list);
    let length = match vm.object(base) {
        Some(Object::List(items)) => items.len(),
        Some(Object::Tuple(items)) => items.len(),
        _ => return Ok(Flow::Value(Value::None)),
    };
    let low = vm.as_index(low)?.unwrap_or(0);
    let high = match high {
        Value::None => length as i64,
        high => vm.as_index(high)?.unwrap_or(0),
    };
    if low < 0 {
        return Err(vm.raise("ValueError", "lo must be non-negative"));
    }
    let (mut low, mut high) = (low as usize, high.max(0) as usize);
    while low < high {
        let middle = (low + high) / 2;
        let item = item_at(vm, base, middle)?;
        vm.spend(vm.costs.compare);
        let before = if left {
            vm.compare_nested(CompareOp::Lt, item, wanted)?
        } else {
            !vm.compare_nested(CompareOp::Lt, wanted, item)?
        };
        if before {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(Flow::Value(Value::Int(low as i64)))
}

fn item_at(vm: &mut Vm, base: Value, index: usize) -> Result<Value, Raised> {
    let item = match vm.object(base) {
        Some(Object::List(items)) => items.get(index).copied(),
        Some(Object::Tuple(items)) => items.get(index).copied(),
        _ => None,
    };
    match item {
        Some(item) => Ok(item),
        None => Err(vm.raise("IndexError", "list index out of range")),
    }
}
