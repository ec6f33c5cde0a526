//! `gettext`: messages as they are written, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "gettext",
    functions: &[],
    set_up: None,
    source: Some(include_str!("gettext.py")),
    shown_as: "/usr/lib/python3.11/gettext.py",
    support: Support {
        there: "`gettext`, `ngettext`, `translation`, `install`",
        partial: &[("catalogues", "none: messages stay as they are")],
        refused: &[],
    },
}];
