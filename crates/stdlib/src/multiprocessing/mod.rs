//! `multiprocessing`: pools, and the interface of processes over threads, written in Python over `threading` and `queue`.

use interleave_python::vm::{ModuleDef, Support};

/// A module of this folder that is Python alone.
const fn python(name: &'static str, shown_as: &'static str, source: &'static str) -> ModuleDef {
    ModuleDef {
        name,
        functions: &[],
        set_up: None,
        source: Some(source),
        shown_as,
        support: Support::INTERNAL,
    }
}

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        support: Support::whole(
            "`cpu_count`, `freeze_support`, `get_logger`, `log_to_stderr`, the exceptions",
        ),
        ..python(
            "multiprocessing",
            "/usr/lib/python3.11/multiprocessing/__init__.py",
            include_str!("package.py"),
        )
    },
    python("multiprocessing._errors", "", include_str!("errors.py")),
    ModuleDef {
        support: Support {
            there: "`get_logger`, `log_to_stderr`, `Finalize`, `register_after_fork`",
            partial: &[(
                "`Finalize`",
                "runs when it is called and at exit, not when its object is collected",
            )],
            refused: &[],
        },
        ..python(
            "multiprocessing.util",
            "/usr/lib/python3.11/multiprocessing/util.py",
            include_str!("util.py"),
        )
    },
    ModuleDef {
        support: Support::whole(
            "`Pool` and `ThreadPool` with all their maps, chunks, callbacks, `AsyncResult` and iterators",
        ),
        ..python(
            "multiprocessing.pool",
            "/usr/lib/python3.11/multiprocessing/pool.py",
            include_str!("pool.py"),
        )
    },
    ModuleDef {
        support: Support::whole("the interface of processes over threads"),
        ..python(
            "multiprocessing.dummy",
            "/usr/lib/python3.11/multiprocessing/dummy/__init__.py",
            include_str!("dummy.py"),
        )
    },
    ModuleDef {
        support: Support::whole("`Pipe`, `Listener`, `Client` between threads"),
        ..python(
            "multiprocessing.dummy.connection",
            "/usr/lib/python3.11/multiprocessing/dummy/connection.py",
            include_str!("dummy_connection.py"),
        )
    },
];
