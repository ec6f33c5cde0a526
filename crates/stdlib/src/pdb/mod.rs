//! `pdb` and what of `bdb` a script meets: a stop at `breakpoint()`, with commands from the script's input.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "pdb",
        functions: &[],
        set_up: None,
        source: Some(include_str!("pdb.py")),
        shown_as: "/usr/lib/python3.11/pdb.py",
        support: Support {
            there: "`set_trace` and `breakpoint()`: `c`, `q`, `p`, `pp`, `whatis`, `w`, `l`, `ll`, `a` and statements, read from the script's input",
            partial: &[(
                "the place",
                "found in the source: the statement after the call, where CPython waits for the next line that runs",
            )],
            refused: &[(
                "stepping, breakpoints, `post_mortem`, `run`",
                "a run is watched on its timeline",
            )],
        },
    },
    ModuleDef {
        name: "bdb",
        functions: &[],
        set_up: None,
        source: Some("class BdbQuit(Exception):\n    pass\n"),
        shown_as: "",
        support: Support {
            there: "`BdbQuit`",
            partial: &[],
            refused: &[("`Bdb`, `Breakpoint`", "a run is watched on its timeline")],
        },
    },
];
