//! `string`: constants, templates, and `format` taken apart.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "string",
    functions: &[],
    set_up: None,
    source: Some(include_str!("string.py")),
    shown_as: "/usr/lib/python3.11/string.py",
    support: Support {
        there: "the constants, `Template`, `Formatter`, `capwords`",
        partial: &[],
        refused: &[],
    },
}];
