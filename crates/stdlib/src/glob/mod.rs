//! `glob`: paths by pattern, in Python over the disk.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "glob",
    functions: &[],
    set_up: None,
    source: Some(include_str!("glob.py")),
    shown_as: "/usr/lib/python3.11/glob.py",
    support: Support {
        there: "`glob`, `iglob`, `escape`, `has_magic`",
        partial: &[("the order", "sorted within a folder")],
        refused: &[],
    },
}];
