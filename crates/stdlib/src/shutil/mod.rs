//! `shutil`: whole files and trees, in Python over `os`.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "shutil",
    functions: &[],
    set_up: None,
    source: Some(include_str!("shutil.py")),
    shown_as: "/usr/lib/python3.11/shutil.py",
    support: Support {
        there: "`copy`, `copy2`, `copyfile`, `copyfileobj`, `copytree`, `ignore_patterns`, `move`, `rmtree`, `which`, `disk_usage`, `get_terminal_size`",
        partial: &[("`disk_usage`", "a disk of 64 GiB")],
        refused: &[("`make_archive`, `unpack_archive`", "archives")],
    },
}];
