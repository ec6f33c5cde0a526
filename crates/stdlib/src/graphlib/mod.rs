//! `graphlib`: orders of tasks that depend on each other.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "graphlib",
    functions: &[],
    set_up: None,
    source: Some(include_str!("graphlib.py")),
    shown_as: "/usr/lib/python3.11/graphlib.py",
    support: Support {
        there: "`TopologicalSorter`, `CycleError`",
        partial: &[],
        refused: &[],
    },
}];
