//! `concurrent.futures`: pools and futures, written in Python over `threading` and `multiprocessing`.

mod work_queue;

use interleave_python::vm::{ModuleDef, Support};

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "concurrent.futures",
        functions: &[],
        set_up: None,
        source: Some(include_str!("futures.py")),
        shown_as: "/usr/lib/python3.11/concurrent/futures/__init__.py",
        support: Support {
            there: "`ThreadPoolExecutor` (`submit`, `map`, `shutdown`, `with`, CPython's rule for new workers), `ProcessPoolExecutor` (start methods, chunks, initializer, `BrokenProcessPool`, the worker's traceback), `Future` with its states, timeouts and callbacks, `as_completed`, `wait`",
            partial: &[(
                "`as_completed`",
                "futures that are already done come in the order of submission",
            )],
            refused: &[],
        },
    },
    ModuleDef {
        name: "concurrent.futures._base",
        functions: &[],
        set_up: None,
        source: Some(include_str!("base.py")),
        shown_as: "/usr/lib/python3.11/concurrent/futures/_base.py",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "concurrent.futures.thread",
        functions: &[("_work_queue", work_queue::new_queue)],
        set_up: Some(|vm, _| work_queue::set_up(vm)),
        source: Some(include_str!("thread.py")),
        shown_as: "/usr/lib/python3.11/concurrent/futures/thread.py",
        support: Support::INTERNAL,
    },
];

/// The pool of processes: not among what the page's first engine brings.
pub(crate) const PROCESS_MODULES: &[ModuleDef] = &[ModuleDef {
    name: "concurrent.futures.process",
    functions: &[],
    set_up: None,
    source: Some(include_str!("process.py")),
    shown_as: "/usr/lib/python3.11/concurrent/futures/process.py",
    support: Support::INTERNAL,
}];
