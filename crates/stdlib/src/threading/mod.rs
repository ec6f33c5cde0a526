//! `threading`: threads and what they synchronise with. Its classes are Python (`threading.py`) over native locks.

pub(crate) mod lock;
mod thread;
pub(crate) mod trace_row;
pub(crate) mod waiting;

pub(crate) use trace_row::traced as traced_row;

use interleave_python::vm::{ModuleDef, Support};

/// Names that warn when they are called, by the module `warnings`.
pub(crate) const DEPRECATED: &[&str] = &[
    "getName",
    "setName",
    "isDaemon",
    "setDaemon",
    "currentThread",
    "activeCount",
    "notifyAll",
    "isSet",
];

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "threading",
        functions: &[
            ("Lock", lock::new_lock),
            ("RLock", lock::new_rlock),
            ("_inner_lock", lock::inner_lock),
            ("_inner_rlock", lock::inner_rlock),
            ("_row", trace_row::row),
            ("_event", trace_row::event),
            ("_latch", thread::new_latch),
            ("_own_latch", thread::own_latch),
            ("_open_latch", thread::open_latch),
            ("_await_latch", thread::await_latch),
            ("_latch_open", thread::latch_open),
            ("_poll_latch", thread::poll_latch),
            ("_poll", trace_row::poll),
            ("_spawn", thread::spawn),
            ("_current_object", thread::current_object),
            ("_adopt", thread::adopt),
            ("get_ident", thread::get_ident),
            ("get_native_id", thread::get_native_id),
            ("_rename", thread::rename),
            ("_version", thread::version),
            ("_cores", thread::cores),
        ],
        set_up: Some(|vm, module| {
            trace_row::set_up(vm);
            thread::set_up(vm);
            lock::set_up(vm, module);
        }),
        source: Some(include_str!("threading.py")),
        shown_as: "/usr/lib/python3.11/threading.py",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "_thread_parts",
        functions: &[("get_ident", thread::get_ident), ("_index", thread::index)],
        set_up: None,
        source: Some(include_str!("parts.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "_thread",
        functions: &[],
        set_up: None,
        source: Some(include_str!("raw.py")),
        shown_as: "",
        support: Support::INTERNAL,
    },
];
