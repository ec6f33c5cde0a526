//! `statistics`: exact sums of numbers and what follows from them.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "statistics",
    functions: &[],
    set_up: None,
    source: Some(include_str!("statistics.py")),
    shown_as: "/usr/lib/python3.11/statistics.py",
    support: Support {
        there: "means, medians, modes, variances, quantiles, `covariance`, `correlation`, `linear_regression`, `NormalDist`",
        partial: &[("`NormalDist`", "without `inv_cdf`, `quantiles`, `overlap`")],
        refused: &[],
    },
}];
