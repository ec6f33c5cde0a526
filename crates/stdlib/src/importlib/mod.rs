//! `importlib`: importing by a name that is known at run time only.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "importlib",
        functions: &[],
        set_up: None,
        source: Some(include_str!("importlib.py")),
        shown_as: "/usr/lib/python3.11/importlib/__init__.py",
        support: Support {
            there: "`import_module`, `reload`, `invalidate_caches`",
            partial: &[],
            refused: &[],
        },
    },
    ModuleDef {
        name: "importlib.util",
        functions: &[],
        set_up: None,
        source: Some(include_str!("util.py")),
        shown_as: "/usr/lib/python3.11/importlib/util.py",
        support: Support {
            there: "`find_spec`",
            partial: &[("find_spec", "the spec has `name` alone")],
            refused: &[],
        },
    },
];
