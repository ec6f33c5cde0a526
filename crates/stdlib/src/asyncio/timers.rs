//! The loop's timers: a binary heap by time alone, as `heapq` keeps it (semantics, rule 30). Knows no loop.

use super::future::{number, value};
use interleave_python::heap::Value;
use interleave_python::vm::Vm;

/// A timer's time, in seconds, and its handle; the heap is a host object with handles as its values and the bits of their
/// times as its numbers.
fn at(vm: &Vm, heap: Value, index: usize) -> (f64, Value) {
    (
        f64::from_bits(number(vm, heap, index) as u64),
        value(vm, heap, index),
    )
}

fn put(vm: &mut Vm, heap: Value, index: usize, item: (f64, Value)) {
    if let Some(host) = vm.host_mut(heap) {
        host.numbers[index] = item.0.to_bits() as i64;
        host.values[index] = item.1;
    }
}

/// How many there are.
pub(super) fn len(vm: &Vm, heap: Value) -> usize {
    vm.host(heap).map_or(0, |host| host.values.len())
}

/// The earliest.
pub(super) fn first(vm: &Vm, heap: Value) -> Option<(f64, Value)> {
    (len(vm, heap) > 0).then(|| at(vm, heap, 0))
}

/// `heapq.heappush`
pub(super) fn push(vm: &mut Vm, heap: Value, when_s: f64, handle: Value) {
    vm.heap.grew(24);
    if let Some(host) = vm.host_mut(heap) {
        host.numbers.push(0);
        host.values.push(Value::None);
    }
    let end = len(vm, heap) - 1;
    sift_down(vm, heap, 0, end, (when_s, handle));
}

/// `heapq._siftdown`
fn sift_down(vm: &mut Vm, heap: Value, start: usize, mut index: usize, item: (f64, Value)) {
    while index > start {
        let parent = (index - 1) >> 1;
        let above = at(vm, heap, parent);
        if item.0 >= above.0 || item.0.is_nan() {
            break;
        }
        put(vm, heap, index, above);
        index = parent;
    }
    put(vm, heap, index, item);
}

/// `heapq._siftup`
fn sift_up(vm: &mut Vm, heap: Value, start: usize) {
    let end = len(vm, heap);
    let item = at(vm, heap, start);
    let mut index = start;
    let mut child = 2 * index + 1;
    while child < end {
        let right = child + 1;
        let right_first = right < end && {
            let (left, right) = (at(vm, heap, child).0, at(vm, heap, right).0);
            left.partial_cmp(&right) != Some(std::cmp::Ordering::Less)
        };
        if right_first {
            child = right;
        }
        let below = at(vm, heap, child);
        put(vm, heap, index, below);
        index = child;
        child = 2 * index + 1;
    }
    sift_down(vm, heap, start, index, item);
}

/// `heapq.heappop`
pub(super) fn pop(vm: &mut Vm, heap: Value) -> Option<Value> {
    let host = vm.host_mut(heap)?;
    let last = (
        f64::from_bits(host.numbers.pop()? as u64),
        host.values.pop()?,
    );
    if host.values.is_empty() {
        return Some(last.1);
    }
    let first = value(vm, heap, 0);
    put(vm, heap, 0, last);
    sift_up(vm, heap, 0);
    Some(first)
}

/// Keeps the timers that `wanted` says, and orders them anew (`heapq.heapify`).
pub(super) fn retain(vm: &mut Vm, heap: Value, wanted: impl Fn(&Vm, Value) -> bool) {
    let all: Vec<(f64, Value)> = (0..len(vm, heap)).map(|i| at(vm, heap, i)).collect();
    let left: Vec<(f64, Value)> = all.into_iter().filter(|item| wanted(vm, item.1)).collect();
    if let Some(host) = vm.host_mut(heap) {
        host.numbers = left.iter().map(|item| item.0.to_bits() as i64).collect();
        host.values = left.iter().map(|item| item.1).collect();
    }
    for start in (0..left.len() / 2).rev() {
        sift_up(vm, heap, start);
    }
}

/// Forgets all of them.
pub(super) fn clear(vm: &mut Vm, heap: Value) {
    if let Some(host) = vm.host_mut(heap) {
        host.numbers.clear();
        host.values.clear();
    }
}
