//! `configparser`: INI text, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "configparser",
    functions: &[],
    set_up: None,
    source: Some(concat!(
        include_str!("errors.py"),
        "\n",
        include_str!("interpolation.py"),
        "\n",
        include_str!("configparser.py"),
        "\n",
        include_str!("section.py"),
        "\n"
    )),
    shown_as: "/usr/lib/python3.11/configparser.py",
    support: Support {
        there: "`ConfigParser`, `RawConfigParser`, interpolation, the errors",
        partial: &[],
        refused: &[],
    },
}];
