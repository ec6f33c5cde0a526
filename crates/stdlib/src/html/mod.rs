//! `html`: escaping and names of characters; `html.parser`: tags as they come.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "html",
        functions: &[],
        set_up: None,
        source: Some(include_str!("html.py")),
        shown_as: "/usr/lib/python3.11/html/__init__.py",
        support: Support {
            there: "`escape`, `unescape`",
            partial: &[(
                "`unescape`",
                "knows HTML 4's names of characters; a NotImplementedError for another",
            )],
            refused: &[],
        },
    },
    ModuleDef {
        name: "html.parser",
        functions: &[],
        set_up: None,
        source: Some(include_str!("parser.py")),
        shown_as: "/usr/lib/python3.11/html/parser.py",
        support: Support::whole(
            "`HTMLParser` with its handlers, `feed`, `close`, `reset`, `getpos`",
        ),
    },
];
