//! `queue`: queues between threads. `Queue` and its kin are Python over `threading`'s conditions; `SimpleQueue` is native.

mod simple;

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_queue",
        functions: &[],
        set_up: Some(simple::set_up),
        source: Some(
            "class Empty(Exception):\n    \"Raised by a get() that does not wait any longer.\"\n",
        ),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "queue",
        functions: &[],
        set_up: None,
        source: Some(include_str!("queue.py")),
        shown_as: "/usr/lib/python3.11/queue.py",
        support: Support::whole(
            "`Queue`, `LifoQueue`, `PriorityQueue`, `SimpleQueue`, `Empty`, `Full`; `shutdown` and `ShutDown` where the machine's Python is 3.13 or later",
        ),
    },
];
