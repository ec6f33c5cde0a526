//! `sched`: events at their times.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "sched",
    functions: &[],
    set_up: None,
    source: Some(include_str!("sched.py")),
    shown_as: "/usr/lib/python3.11/sched.py",
    support: Support {
        there: "`scheduler`, `Event`",
        partial: &[],
        refused: &[],
    },
}];
