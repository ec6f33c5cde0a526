//! `abc`: abstract classes. That one with abstract methods can't be made, the VM knows by `__abstractmethods__`.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "abc",
    functions: &[],
    set_up: None,
    source: Some(include_str!("abc.py")),
    shown_as: "/usr/lib/python3.11/abc.py",
    support: Support::whole(
        "`ABC`, `ABCMeta`, `abstractmethod`, `register`, `__subclasshook__`, the old decorators, `update_abstractmethods`",
    ),
}];
