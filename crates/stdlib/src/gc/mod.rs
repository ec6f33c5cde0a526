//! `gc`: the machine collects by itself; a script may ask for it.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "gc",
    functions: &[],
    set_up: None,
    source: Some(include_str!("gc.py")),
    shown_as: "",
    support: Support {
        there: "`collect`, `enable`, `disable`, `isenabled`, `get_threshold`, `set_threshold`, `freeze`, `unfreeze`",
        partial: &[
            ("`collect()`", "gives 0: objects are not counted"),
            ("`get_count`, `get_stats`", "zeros"),
        ],
        refused: &[(
            "`get_objects`, `get_referrers`, `get_referents`",
            "not kept",
        )],
    },
}];
