//! `pydoc`: what `help()` prints of the script's own functions, classes and modules, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "pydoc",
    functions: &[],
    set_up: None,
    source: Some(include_str!("pydoc.py")),
    shown_as: "/usr/lib/python3.11/pydoc.py",
    support: Support {
        there: "`help`, `render_doc`, `doc`, `getdoc`, `describe`, `plain`, `splitdoc` for the script's own functions, classes, objects and modules",
        partial: &[],
        refused: &[
            (
                "help on builtins and the library",
                "their texts are not kept",
            ),
            ("topics, the interactive help, HTML", "there is no terminal"),
        ],
    },
}];
