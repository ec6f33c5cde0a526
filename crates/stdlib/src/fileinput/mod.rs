//! `fileinput`: lines of several files, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "fileinput",
    functions: &[],
    set_up: None,
    source: Some(include_str!("fileinput.py")),
    shown_as: "/usr/lib/python3.11/fileinput.py",
    support: Support {
        there: "`input`, `FileInput`",
        partial: &[],
        refused: &[("`inplace=True`", "seldom asked for")],
    },
}];
