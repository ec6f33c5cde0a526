//! `contextvars`: variables of a context; each thread has a context of its own, and so has each task of an event loop.

mod context;

pub(crate) use context::{copy, whole};
use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "contextvars",
    functions: &[
        ("_here", context::here),
        ("_publish", context::publish),
        ("copy_context", context::copy_context),
    ],
    set_up: Some(context::set_up),
    source: Some(include_str!("contextvars.py")),
    shown_as: "/usr/lib/python3.11/contextvars.py",
    support: Support::whole("`ContextVar`, `Token`, `Context`, `copy_context`"),
}];
