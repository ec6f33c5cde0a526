//! Small modules about texts: `keyword`, `shlex`, `difflib`; and `colorsys`.

use interleave_python::vm::{ModuleDef, Support};

const fn module(
    name: &'static str,
    source: &'static str,
    shown_as: &'static str,
    support: Support,
) -> ModuleDef {
    ModuleDef {
        name,
        functions: &[],
        set_up: None,
        source: Some(source),
        shown_as,
        support,
    }
}

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    module(
        "keyword",
        include_str!("keyword.py"),
        "/usr/lib/python3.11/keyword.py",
        Support::whole("`kwlist`, `softkwlist`, `iskeyword`, `issoftkeyword`"),
    ),
    module(
        "shlex",
        include_str!("shlex.py"),
        "/usr/lib/python3.11/shlex.py",
        Support {
            there: "`split`, `join`, `quote`",
            partial: &[],
            refused: &[("`shlex.shlex`", "the class; `split` is here")],
        },
    ),
    module(
        "difflib",
        include_str!("difflib.py"),
        "/usr/lib/python3.11/difflib.py",
        Support {
            there: "`SequenceMatcher`, `get_close_matches`, `unified_diff`, `context_diff`",
            partial: &[],
            refused: &[("`Differ`, `ndiff`, `HtmlDiff`, `restore`", "rarely used")],
        },
    ),
    module(
        "colorsys",
        include_str!("colorsys.py"),
        "/usr/lib/python3.11/colorsys.py",
        Support::whole("RGB from and to YIQ, HLS and HSV"),
    ),
];
