//! `fnmatch`: shell patterns, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "fnmatch",
    functions: &[],
    set_up: None,
    source: Some(include_str!("fnmatch.py")),
    shown_as: "/usr/lib/python3.11/fnmatch.py",
    support: Support::whole("all of it"),
}];
