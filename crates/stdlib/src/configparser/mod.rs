//! `configparser`: INI text, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "configparser",
    functions: &[],
    set_up: None,
    source: Some(include_str!("configparser.py")),
    shown_as: "/usr/lib/python3.11/configparser.py",
    support: Support {
        there: "`ConfigParser`, `RawConfigParser`, interpolation, the errors",
        partial: &[],
        refused: &[],
    },
}];
