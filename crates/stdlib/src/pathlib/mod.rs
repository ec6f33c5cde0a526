//! `pathlib`: paths as objects, in Python over `os`; `ntpath` as far as it needs it.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "pathlib",
        functions: &[],
        set_up: None,
        source: Some(concat!(
            include_str!("pure.py"),
            "\n",
            include_str!("pathlib.py"),
            "\n"
        )),
        shown_as: "/usr/lib/python3.11/pathlib.py",
        support: Support {
            there: "`Path`, `PosixPath`, `PurePath`, `PurePosixPath`, `PureWindowsPath`",
            partial: &[("the order of `iterdir` and `glob`", "sorted")],
            refused: &[],
        },
    },
    ModuleDef {
        name: "ntpath",
        functions: &[],
        set_up: None,
        source: Some(include_str!("ntpath.py")),
        shown_as: "/usr/lib/python3.11/ntpath.py",
        support: Support {
            there: "`split`, `splitext`, `splitdrive`, `basename`, `dirname`, `join`, `isabs`, `normcase`",
            partial: &[],
            refused: &[],
        },
    },
];
