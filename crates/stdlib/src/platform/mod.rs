//! `platform`: what the machine calls itself.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "platform",
    functions: &[],
    set_up: None,
    source: Some(include_str!("platform.py")),
    shown_as: "/usr/lib/python3.11/platform.py",
    support: Support {
        there: "`system`, `machine`, `node`, `release`, `platform`, `uname`, `python_version` and the like",
        partial: &[(
            "the answers",
            "a Linux machine, always the same; the Python version is the machine's",
        )],
        refused: &[],
    },
}];
