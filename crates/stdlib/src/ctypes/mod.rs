//! `ctypes`: C's plain data, written in Python. What calls foreign code is refused: there is none.

use interleave_python::vm::{ModuleDef, Support};

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "ctypes",
    functions: &[],
    set_up: None,
    source: Some(include_str!("ctypes.py")),
    shown_as: "/usr/lib/python3.11/ctypes/__init__.py",
    support: Support {
        there: "`c_int`, `c_double`, `c_bool`, `c_char` and their kin, arrays, `Structure`, `sizeof`, `create_string_buffer`",
        partial: &[],
        refused: &[(
            "`CDLL`, `pythonapi`, pointers, callbacks, `Union`, bit fields",
            "there is no foreign code or memory to reach",
        )],
    },
}];
