//! `atexit`: functions for the end of the process. The order of the end is `_start`'s.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "atexit",
    functions: &[],
    set_up: None,
    source: Some(include_str!("atexit.py")),
    shown_as: "",
    support: Support::whole("`register`, `unregister`"),
}];
