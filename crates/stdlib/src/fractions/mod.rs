//! `fractions`: exact rational numbers.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "fractions",
    functions: &[],
    set_up: None,
    source: Some(include_str!("fractions.py")),
    shown_as: "/usr/lib/python3.11/fractions.py",
    support: Support {
        there: "`Fraction` with its arithmetic, comparisons, rounding and `limit_denominator`",
        partial: &[],
        refused: &[],
    },
}];
