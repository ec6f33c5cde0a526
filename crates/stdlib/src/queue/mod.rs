//! `queue`: queues between threads. `Queue` and its kin are Python over `threading`'s conditions; `SimpleQueue` is native.

mod direct;
mod simple;

use interleave_python::vm::{ModuleDef, Support};

/// What other modules of the library need of it.
pub(crate) const NATIVE: &[ModuleDef] = &[ModuleDef {
    name: "_queue",
    functions: &[
        ("_work_queue", simple::new_work_queue),
        ("_direct", direct::new_direct),
        ("_put_now", direct::put_now),
        ("_get_now", direct::get_now),
    ],
    set_up: Some(|vm, module| {
        simple::set_up(vm, module);
        direct::set_up(vm);
    }),
    source: Some(
        "class Empty(Exception):\n    \"Raised by a get() that does not wait any longer.\"\n",
    ),
    shown_as: "",
    support: Support::INTERNAL,
}];

/// The folder's other modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "queue",
    functions: &[],
    set_up: None,
    source: Some(include_str!("queue.py")),
    shown_as: "/usr/lib/python3.11/queue.py",
    support: Support::whole(
        "`Queue`, `LifoQueue`, `PriorityQueue`, `SimpleQueue`, `Empty`, `Full`; `shutdown` and `ShutDown` where the machine's Python is 3.13 or later",
    ),
}];
