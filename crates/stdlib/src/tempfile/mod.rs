//! `tempfile`: files and folders that go away, in Python over `os`.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "tempfile",
    functions: &[],
    set_up: None,
    source: Some(include_str!("tempfile.py")),
    shown_as: "/usr/lib/python3.11/tempfile.py",
    support: Support {
        there: "`NamedTemporaryFile`, `TemporaryFile`, `SpooledTemporaryFile`, `TemporaryDirectory`, `mkstemp`, `mkdtemp`, `gettempdir`",
        partial: &[
            ("names", "repeat with the run's seed"),
            ("a file or folder never closed", "stays"),
        ],
        refused: &[],
    },
}];
