//! `product`, `permutations` and the combinations: the next choice in lexicographic order. Source: the algorithms that
//! CPython's documentation of `itertools` gives for each.
//!
//! The numbers of such an iterator: its kind, whether it has begun (2: it is over), then indices.

use super::{chosen, state, tuple_items};
use interleave_python::heap::Value;
use interleave_python::vm::Vm;

const STAGE: usize = 1;
const INDICES: usize = 2;
const OVER: i64 = 2;

/// Whether it begins just now; `None` where it is over.
fn begin(vm: &mut Vm, own: Value) -> Option<bool> {
    let stage = &mut state(vm, own).numbers[STAGE];
    match *stage {
        OVER => None,
        0 => {
            *stage = 1;
            Some(true)
        }
        _ => Some(false),
    }
}

fn end(vm: &mut Vm, own: Value) -> Option<Value> {
    state(vm, own).numbers[STAGE] = OVER;
    None
}

/// The values are the pools; one index each.
pub(super) fn product(vm: &mut Vm, own: Value) -> Option<Value> {
    let first = begin(vm, own)?;
    let pools = state(vm, own).values.clone();
    let pools: Vec<_> = pools.iter().map(|&pool| tuple_items(vm, pool)).collect();
    let mut indices = state(vm, own).numbers[INDICES..].to_vec();
    if first {
        if pools.iter().any(|pool| pool.is_empty()) {
            return end(vm, own);
        }
    } else {
        let mut at = pools.len();
        loop {
            if at == 0 {
                return end(vm, own);
            }
            at -= 1;
            indices[at] += 1;
            if (indices[at] as usize) < pools[at].len() {
                break;
            }
            indices[at] = 0;
        }
        state(vm, own).numbers[INDICES..].copy_from_slice(&indices);
    }
    let items: Vec<Value> = pools
        .iter()
        .zip(&indices)
        .map(|(pool, &index)| pool[index as usize])
        .collect();
    vm.spend(vm.costs.per_item * items.len() as u64);
    Some(vm.heap.tuple(&items))
}

/// The value is the pool; then the length of a choice, the indices of the pool, the cycles.
pub(super) fn permutations(vm: &mut Vm, own: Value) -> Option<Value> {
    let first = begin(vm, own)?;
    let pool = state(vm, own).values[0];
    let pool = tuple_items(vm, pool);
    let numbers = state(vm, own).numbers.clone();
    let length = numbers[INDICES] as usize;
    let (mut indices, mut cycles) = {
        let rest = &numbers[INDICES + 1..];
        (rest[..pool.len()].to_vec(), rest[pool.len()..].to_vec())
    };
    if first {
        if length > pool.len() {
            return end(vm, own);
        }
    } else {
        let mut at = length;
        loop {
            if at == 0 {
                return end(vm, own);
            }
            at -= 1;
            cycles[at] -= 1;
            if cycles[at] > 0 {
                let other = indices.len() - cycles[at] as usize;
                indices.swap(at, other);
                break;
            }
            indices[at..].rotate_left(1);
            cycles[at] = (pool.len() - at) as i64;
        }
        let own_numbers = &mut state(vm, own).numbers;
        own_numbers.truncate(INDICES + 1);
        own_numbers.extend_from_slice(&indices);
        own_numbers.extend_from_slice(&cycles);
    }
    Some(chosen(vm, &pool, &indices[..length]))
}

/// The value is the pool; the numbers are the indices, one for each item of a choice.
pub(super) fn combinations(vm: &mut Vm, own: Value, replace: bool) -> Option<Value> {
    let first = begin(vm, own)?;
    let pool = state(vm, own).values[0];
    let pool = tuple_items(vm, pool);
    let mut indices = state(vm, own).numbers[INDICES..].to_vec();
    let length = indices.len();
    if first {
        let enough = if replace {
            length == 0 || !pool.is_empty()
        } else {
            length <= pool.len()
        };
        if !enough {
            return end(vm, own);
        }
    } else {
        let most = |at: usize| {
            let last = if replace {
                pool.len() - 1
            } else {
                at + pool.len() - length
            };
            last as i64
        };
        let Some(at) = (0..length).rev().find(|&at| indices[at] != most(at)) else {
            return end(vm, own);
        };
        indices[at] += 1;
        for next in at + 1..length {
            indices[next] = indices[next - 1] + i64::from(!replace);
        }
        state(vm, own).numbers[INDICES..].copy_from_slice(&indices);
    }
    Some(chosen(vm, &pool, &indices))
}
