//! `pprint`: values over several lines.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "pprint",
    functions: &[],
    set_up: None,
    source: Some(include_str!("pprint.py")),
    shown_as: "/usr/lib/python3.11/pprint.py",
    support: Support {
        there: "`pprint`, `pformat`, `pp`, `PrettyPrinter`, `saferepr`, `isreadable`, `isrecursive`",
        partial: &[],
        refused: &[],
    },
}];
