//! `numbers`: the tower of numbers.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "numbers",
    functions: &[],
    set_up: None,
    source: Some(include_str!("numbers.py")),
    shown_as: "/usr/lib/python3.11/numbers.py",
    support: Support {
        there: "`Number`, `Complex`, `Real`, `Rational`, `Integral`",
        partial: &[],
        refused: &[],
    },
}];
