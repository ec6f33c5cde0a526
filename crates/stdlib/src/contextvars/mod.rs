//! `contextvars`: variables of a context; each thread has a context of its own.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "contextvars",
    functions: &[],
    set_up: None,
    source: Some(include_str!("contextvars.py")),
    shown_as: "/usr/lib/python3.11/contextvars.py",
    support: Support::whole("`ContextVar`, `Token`, `Context`, `copy_context`"),
}];
