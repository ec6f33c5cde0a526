//! `decimal`: decimal numbers of any precision: a sign, an int and an exponent. Contexts, formats and transcendental
//! functions are modules of their own.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    part("_decimal_context", include_str!("context.py")),
    part("_decimal_real", include_str!("real.py")),
    part("_decimal_format", include_str!("format.py")),
    ModuleDef {
        name: "decimal",
        functions: &[],
        set_up: None,
        source: Some(include_str!("decimal.py")),
        shown_as: "/usr/lib/python3.11/decimal.py",
        support: Support {
            there: "`Decimal` with its arithmetic, rounding, comparisons, formats; contexts, rounding modes, signals",
            partial: &[
                (
                    "`exp`, `ln`, `log10`, powers of fractions",
                    "rounded from ten digits more than asked",
                ),
                ("exponents", "no bounds: nothing is clamped or subnormal"),
            ],
            refused: &[],
        },
    },
];

const fn part(name: &'static str, source: &'static str) -> ModuleDef {
    ModuleDef {
        name,
        functions: &[],
        set_up: None,
        source: Some(source),
        shown_as: "",
        support: Support::INTERNAL,
    }
}
