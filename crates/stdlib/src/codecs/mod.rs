//! `codecs`: encodings by name, in Python over the methods of text and bytes.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "codecs",
    functions: &[],
    set_up: None,
    source: Some(include_str!("codecs.py")),
    shown_as: "/usr/lib/python3.11/codecs.py",
    support: Support {
        there: "`open`, `encode`, `decode`, `lookup`, `getreader`, `getwriter`, the byte order marks",
        partial: &[("incremental codecs", "not there")],
        refused: &[],
    },
}];
