//! `array`: numbers of one kind.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "array",
    functions: &[],
    set_up: None,
    source: Some(include_str!("array.py")),
    shown_as: "",
    support: Support {
        there: "`array` with its methods, `typecodes`",
        partial: &[(
            "the buffer protocol",
            "not there: `memoryview(array)`, `readinto`",
        )],
        refused: &[],
    },
}];
