//! `enum`: enumerations, by a metaclass in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ENUM, CHECKS];

const CHECKS: ModuleDef = ModuleDef {
    name: "_enum_checks",
    functions: &[],
    set_up: None,
    source: Some(include_str!("checks.py")),
    shown_as: "/usr/lib/python3.11/enum.py",
    support: Support::INTERNAL,
};

const ENUM: ModuleDef = ModuleDef {
    name: "enum",
    functions: &[],
    set_up: None,
    source: Some(include_str!("enums.py")),
    shown_as: "/usr/lib/python3.11/enum.py",
    support: Support {
        there: "`Enum`, `IntEnum`, `StrEnum`, `Flag`, `IntFlag`, `ReprEnum`, `auto`, `unique`, `verify`, `member`, `nonmember`, `property`, `global_enum`, the functional call, `_missing_`, `_generate_next_value_`, `_ignore_`",
        partial: &[],
        refused: &[],
    },
};
