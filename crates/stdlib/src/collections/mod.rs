//! `collections`: `deque` and what of the other containers must be indivisible are native; the rest is Python.

pub(crate) mod deque;
mod deque_methods;
mod named;
mod tables;

use interleave_python::heap::Ref;
use interleave_python::vm::{ModuleDef, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_collections_mappings",
        functions: &[],
        set_up: None,
        source: Some(include_str!("mappings.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "_collections_sequences",
        functions: &[],
        set_up: None,
        source: Some(include_str!("sequences.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "collections",
        functions: &[
            ("_count_elements", tables::count_elements),
            ("_tuple_field", named::tuple_field),
            ("_tuple_maker", named::tuple_maker),
            ("_calling_module", named::calling_module),
        ],
        set_up: Some(set_up),
        source: Some(include_str!("collections.py")),
        shown_as: "/usr/lib/python3.11/collections/__init__.py",
        support: Support::whole(
            "`deque`, `defaultdict`, `Counter`, `OrderedDict`, `namedtuple`, `ChainMap`, `UserDict`, `UserList`, `UserString`",
        ),
    },
    ModuleDef {
        name: "collections.abc",
        functions: &[],
        set_up: None,
        source: Some(include_str!("abc.py")),
        shown_as: "/usr/lib/python3.11/_collections_abc.py",
        support: Support::whole(
            "the abstract base classes: `isinstance` and `issubclass` by methods or by registration, their mixin methods",
        ),
    },
];

fn set_up(vm: &mut Vm, module: Ref) {
    deque::set_up(vm, module);
    named::set_up(vm, module);
    tables::set_up(vm, module);
}
