//! `csv`: delimited text, in Python.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "csv",
    functions: &[],
    set_up: None,
    source: Some(concat!(
        include_str!("dialect.py"),
        "\n",
        include_str!("reader.py"),
        "\n",
        include_str!("writer.py"),
        "\n"
    )),
    shown_as: "/usr/lib/python3.11/csv.py",
    support: Support {
        there: "`reader`, `writer`, `DictReader`, `DictWriter`, dialects, the quoting modes",
        partial: &[],
        refused: &[("`Sniffer`", "say the dialect")],
    },
}];
