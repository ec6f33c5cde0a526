//! `__future__`: the features that a script may ask for. What they change, the compiler knows.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "__future__",
    functions: &[],
    set_up: None,
    source: Some(include_str!("future.py")),
    shown_as: "/usr/lib/python3.11/__future__.py",
    support: Support::whole("every feature; `annotations` keeps annotations as text"),
}];
