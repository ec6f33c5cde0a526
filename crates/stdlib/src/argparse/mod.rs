//! `argparse`: command lines. Help texts are one file, parsing the other.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[HELP, ACTIONS, ARGPARSE];

const HELP: ModuleDef = ModuleDef {
    name: "_argparse_help",
    functions: &[],
    set_up: None,
    source: Some(include_str!("help.py")),
    shown_as: "/usr/lib/python3.11/argparse.py",
    support: Support::INTERNAL,
};

const ACTIONS: ModuleDef = ModuleDef {
    name: "_argparse_actions",
    functions: &[],
    set_up: None,
    source: Some(include_str!("actions.py")),
    shown_as: "/usr/lib/python3.11/argparse.py",
    support: Support::INTERNAL,
};

const ARGPARSE: ModuleDef = ModuleDef {
    name: "argparse",
    functions: &[],
    set_up: None,
    source: Some(include_str!("argparse.py")),
    shown_as: "/usr/lib/python3.11/argparse.py",
    support: Support::whole(
        "parsers, every kind of action, subparsers, groups, `FileType`, the formatters; help and errors as CPython's at 80 columns",
    ),
};
