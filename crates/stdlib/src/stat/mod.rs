//! `stat`: the bits of a file's mode, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "stat",
    functions: &[],
    set_up: None,
    source: Some(include_str!("stat.py")),
    shown_as: "/usr/lib/python3.11/stat.py",
    support: Support::whole("all that Linux has"),
}];
