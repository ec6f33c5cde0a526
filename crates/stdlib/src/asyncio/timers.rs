//! The loop's timers: a binary heap by time alone, as `heapq` keeps it (semantics, rule 30). Knows no loop.

use interleave_python::heap::{Host, Value};
use interleave_python::vm::Vm;

/// A timer's time, in seconds, and its handle; the heap is a host object with handles as its values and the bits of their
/// times as its numbers.
fn at(host: &Host, index: usize) -> (f64, Value) {
    (
        f64::from_bits(host.numbers[index] as u64),
        host.values[index],
    )
}

fn put(host: &mut Host, index: usize, item: (f64, Value)) {
    host.numbers[index] = item.0.to_bits() as i64;
    host.values[index] = item.1;
}

/// How many there are.
pub(super) fn len(vm: &Vm, heap: Value) -> usize {
    vm.host(heap).map_or(0, |host| host.values.len())
}

/// The earliest.
pub(super) fn first(vm: &Vm, heap: Value) -> Option<(f64, Value)> {
    let host = vm.host(heap)?;
    (!host.values.is_empty()).then(|| at(host, 0))
}

/// `heapq.heappush`
pub(super) fn push(vm: &mut Vm, heap: Value, when_s: f64, handle: Value) {
    vm.heap.grew(24);
    if let Some(host) = vm.host_mut(heap) {
        host.numbers.push(0);
        host.values.push(Value::None);
        sift_down(host, 0, host.values.len() - 1, (when_s, handle));
    }
}

/// `heapq._siftdown`
fn sift_down(host: &mut Host, start: usize, mut index: usize, item: (f64, Value)) {
    while index > start {
        let parent = (index - 1) >> 1;
        let above = at(host, parent);
        if item.0 >= above.0 || item.0.is_nan() {
            break;
        }
        put(host, index, above);
        index = parent;
    }
    put(host, index, item);
}

/// `heapq._siftup`
fn sift_up(host: &mut Host, start: usize) {
    let end = host.values.len();
    let item = at(host, start);
    let mut index = start;
    let mut child = 2 * index + 1;
    while child < end {
        let right = child + 1;
        let right_first = right < end && {
            let (left, right) = (at(host, child).0, at(host, right).0);
            left.partial_cmp(&right) != Some(std::cmp::Ordering::Less)
        };
        if right_first {
            child = right;
        }
        let below = at(host, child);
        put(host, index, below);
        index = child;
        child = 2 * index + 1;
    }
    sift_down(host, start, index, item);
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
    let first = host.values[0];
    put(host, 0, last);
    sift_up(host, 0);
    Some(first)
}

/// Keeps the timers that `wanted` says, and orders them anew (`heapq.heapify`).
pub(super) fn retain(vm: &mut Vm, heap: Value, wanted: impl Fn(&Vm, Value) -> bool) {
    let all: Vec<(f64, Value)> = match vm.host(heap) {
        Some(host) => (0..host.values.len()).map(|i| at(host, i)).collect(),
        None => return,
    };
    let left: Vec<(f64, Value)> = all.into_iter().filter(|item| wanted(vm, item.1)).collect();
    if let Some(host) = vm.host_mut(heap) {
        host.numbers = left.iter().map(|item| item.0.to_bits() as i64).collect();
        host.values = left.iter().map(|item| item.1).collect();
        for start in (0..left.len() / 2).rev() {
            sift_up(host, start);
        }
    }
}

/// Forgets all of them.
pub(super) fn clear(vm: &mut Vm, heap: Value) {
    if let Some(host) = vm.host_mut(heap) {
        host.numbers.clear();
        host.values.clear();
    }
}
