//! `functools`: `partial` and `lru_cache` are native, so that a call through them costs little; the rest is Python.

mod lru_cache;
mod partial;

use interleave_python::heap::Ref;
use interleave_python::vm::{ModuleDef, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "functools",
    functions: &[("_cache_wrapper", lru_cache::new_wrapper)],
    set_up: Some(set_up),
    source: Some(include_str!("functools.py")),
    shown_as: "/usr/lib/python3.11/functools.py",
    support: Support {
        there: "`partial`, `partialmethod`, `reduce`, `wraps`, `update_wrapper`, `lru_cache`, `cache`, `cached_property`, `total_ordering`, `singledispatch`, `singledispatchmethod`, `cmp_to_key`",
        partial: &[],
        refused: &[],
    },
}];

fn set_up(vm: &mut Vm, module: Ref) {
    partial::set_up(vm, module);
    lru_cache::set_up(vm, module);
}
