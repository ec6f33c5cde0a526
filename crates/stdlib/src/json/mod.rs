//! `json`: text and values. Encoder and scanner are native machines that stop for the script's own callbacks.

mod decode;
mod encode;
mod order;
mod scan;
mod write;

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "json",
        functions: &[],
        set_up: None,
        source: Some(include_str!("json.py")),
        shown_as: "/usr/lib/python3.11/json/__init__.py",
        support: Support {
            there: "`dumps`, `loads`, `dump`, `load` with every argument, `JSONEncoder`, `JSONDecoder` and their subclasses, `JSONDecodeError` with CPython's positions",
            partial: &[
                (
                    "`dump`, `iterencode`",
                    "the text comes in one piece instead of many",
                ),
                (
                    "`\\ud800` … `\\udfff` alone",
                    "a diagnostic: a text holds no half of a surrogate pair",
                ),
            ],
            refused: &[],
        },
    },
    ModuleDef {
        name: "json.encoder",
        functions: &[("_encode", encode::encode), ("_quote", encode::quote)],
        set_up: None,
        source: Some(include_str!("encoder.py")),
        shown_as: "/usr/lib/python3.11/json/encoder.py",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "json.decoder",
        functions: &[
            ("_scan", decode::scan_value),
            ("_utf8", decode::without_mark),
        ],
        set_up: None,
        source: Some(include_str!("decoder.py")),
        shown_as: "/usr/lib/python3.11/json/decoder.py",
        support: Support::INTERNAL,
    },
];
