//! `cmath`: the functions of complex numbers.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "cmath",
    functions: &[],
    set_up: None,
    source: Some(include_str!("cmath.py")),
    shown_as: "",
    support: Support {
        there: "polar forms, roots, exponentials, logarithms, the circular and hyperbolic functions, tests",
        partial: &[("the last digit", "by the textbook formulas")],
        refused: &[],
    },
}];
