//! `textwrap`: wrapping, indenting and dedenting text.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "textwrap",
    functions: &[],
    set_up: None,
    source: Some(include_str!("textwrap.py")),
    shown_as: "/usr/lib/python3.11/textwrap.py",
    support: Support {
        there: "everything",
        partial: &[],
        refused: &[],
    },
}];
