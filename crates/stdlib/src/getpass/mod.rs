//! `getpass`: a name and a password.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "getpass",
    functions: &[],
    set_up: None,
    source: Some(include_str!("getpass.py")),
    shown_as: "/usr/lib/python3.11/getpass.py",
    support: Support {
        there: "`getuser`, `getpass` (from standard input)",
        partial: &[],
        refused: &[],
    },
}];
