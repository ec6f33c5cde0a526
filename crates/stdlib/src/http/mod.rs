//! `http`: codes and methods as enumerations. There is no network to use them on.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "http",
    functions: &[],
    set_up: None,
    source: Some(include_str!("http.py")),
    shown_as: "/usr/lib/python3.11/http/__init__.py",
    support: Support::whole("`HTTPStatus`, `HTTPMethod`"),
}];
