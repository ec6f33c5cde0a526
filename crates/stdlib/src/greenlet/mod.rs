//! `greenlet`: several stacks that take turns on a thread. Knows no event loop.

mod class;
mod lane;
mod switch;

use interleave_python::heap::Value;
use interleave_python::vm::{ModuleDef, Support};

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "greenlet",
    functions: &[
        ("getcurrent", class::get_current),
        ("_finish", switch::finish),
        ("_lane", lane::begin),
        ("_waits", lane::waits),
    ],
    set_up: Some(|vm, module| {
        vm.roots.insert("greenlet module", Value::Obj(module));
        class::set_up(vm, module);
    }),
    source: Some(include_str!("greenlet.py")),
    shown_as: "",
    support: Support {
        there: "`greenlet` (`switch`, `throw`, `parent`, `dead`, `run`, `gr_frame`), `getcurrent`, `GreenletExit`, `error`",
        partial: &[(
            "a greenlet that nobody knows any more",
            "its stack is let go of without a `GreenletExit`",
        )],
        refused: &[("`settrace`, `gettrace`", "a run is watched on its timeline")],
    },
}];
