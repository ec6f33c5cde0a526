//! `aiofiles`: files whose every call runs in the event loop's pool of threads.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "aiofiles",
        functions: &[],
        set_up: None,
        source: Some(include_str!("aiofiles.py")),
        shown_as: "/usr/lib/python3/dist-packages/aiofiles/__init__.py",
        support: Support::whole(
            "`open` with every method of files, `tempfile`, `os`; each call in the loop's default executor",
        ),
    },
    ModuleDef {
        name: "aiofiles.os",
        functions: &[],
        set_up: None,
        source: Some(include_str!("os.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "aiofiles.tempfile",
        functions: &[],
        set_up: None,
        source: Some(include_str!("tempfile.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
];
