//! `ast`: `literal_eval` alone. Trees of a script's own code are not kept.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "ast",
    functions: &[],
    set_up: None,
    source: Some(include_str!("ast.py")),
    shown_as: "/usr/lib/python3.11/ast.py",
    support: Support {
        there: "`literal_eval`",
        partial: &[],
        refused: &[("everything else", "trees of code are not kept")],
    },
}];
