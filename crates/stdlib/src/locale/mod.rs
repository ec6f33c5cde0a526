//! `locale`: the C locale, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "locale",
    functions: &[],
    set_up: None,
    source: Some(include_str!("locale.py")),
    shown_as: "/usr/lib/python3.11/locale.py",
    support: Support {
        there: "`setlocale`, `getlocale`, `getpreferredencoding`, `localeconv`, `format_string`",
        partial: &[("locales", "C and C.UTF-8 only")],
        refused: &[],
    },
}];
