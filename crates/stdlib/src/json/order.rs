//! `sort_keys`: a dict in the order of its keys.

use interleave_python::code::CompareOp;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Raised, Vm};

/// A copy of a dict in the order of its keys.
pub(super) fn sorted_copy(vm: &mut Vm, dict: Value) -> Result<Value, Raised> {
    let Some(Object::Dict(table)) = vm.object(dict) else {
        unreachable!("a dict is sorted")
    };
    let mut entries: Vec<_> = table.iter().copied().collect();
    let texts: Option<Vec<_>> = entries.iter().map(|entry| vm.text(entry.key)).collect();
    if texts.is_some() {
        entries.sort_by_cached_key(|entry| vm.text(entry.key));
    } else {
        // As many comparisons as a merge needs; the first wrong pair raises.
        let mut failed = None;
        entries = merge_sorted(entries, &mut |a, b| {
            if failed.is_some() {
                return false;
            }
            let less = vm.compare_nested(CompareOp::Lt, a.key, b.key);
            less.unwrap_or_else(|raised| {
                failed = Some(raised);
                false
            })
        });
        if let Some(raised) = failed {
            return Err(raised);
        }
    }
    let mut copy = interleave_python::heap::Dict::default();
    for entry in entries {
        copy.insert_new(entry.hash, entry.key, entry.value);
    }
    Ok(vm.heap.dict(copy))
}

fn merge_sorted<T: Copy>(items: Vec<T>, less: &mut impl FnMut(T, T) -> bool) -> Vec<T> {
    if items.len() < 2 {
        return items;
    }
    let (left, right) = items.split_at(items.len() / 2);
    let left = merge_sorted(left.to_vec(), less);
    let right = merge_sorted(right.to_vec(), less);
    let (mut i, mut j) = (0, 0);
    let mut merged = Vec::with_capacity(items.len());
    while i < left.len() && j < right.len() {
        if less(right[j], left[i]) {
            merged.push(right[j]);
            j += 1;
        } else {
            merged.push(left[i]);
            i += 1;
        }
    }
    merged.extend_from_slice(&left[i..]);
    merged.extend_from_slice(&right[j..]);
    merged
}
