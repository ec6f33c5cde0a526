//! `multiprocessing`: pools, connections, queues, shared memory and managers, and the interface of processes over threads:
//! Python over `threading`, pipes and the few natives of this folder.

mod listeners;
mod messages;
mod readiness;
mod semaphores;
mod shared_memory;
mod starting;

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
            "`Process` (target and subclass, `start`, `join`, `terminate`, `kill`, `close`, `exitcode`, `sentinel`, daemons), the start methods fork, spawn and forkserver, `get_context`, `current_process`, `active_children`, `parent_process`, `cpu_count`, `freeze_support`, `get_logger`, `log_to_stderr`, the exceptions; what its parts offer",
        ),
        ..python(
            "multiprocessing",
            "/usr/lib/python3.11/multiprocessing/__init__.py",
            include_str!("package.py"),
        )
    },
    python("multiprocessing._errors", "", include_str!("errors.py")),
    python(
        "multiprocessing.process",
        "/usr/lib/python3.11/multiprocessing/process.py",
        include_str!("process.py"),
    ),
    python(
        "multiprocessing.context",
        "/usr/lib/python3.11/multiprocessing/context.py",
        include_str!("context.py"),
    ),
    python(
        "multiprocessing.popen_fork",
        "/usr/lib/python3.11/multiprocessing/popen_fork.py",
        include_str!("popen_fork.py"),
    ),
    python(
        "multiprocessing.popen_spawn_posix",
        "/usr/lib/python3.11/multiprocessing/popen_spawn_posix.py",
        include_str!("popen_spawn_posix.py"),
    ),
    python(
        "multiprocessing.popen_forkserver",
        "/usr/lib/python3.11/multiprocessing/popen_forkserver.py",
        include_str!("popen_forkserver.py"),
    ),
    python(
        "multiprocessing.forkserver",
        "/usr/lib/python3.11/multiprocessing/forkserver.py",
        include_str!("forkserver.py"),
    ),
    python(
        "multiprocessing.spawn",
        "/usr/lib/python3.11/multiprocessing/spawn.py",
        include_str!("spawn.py"),
    ),
    shared_memory::MODULE,
    ModuleDef {
        name: "_multiprocessing",
        functions: starting::FUNCTIONS,
        set_up: Some(starting::set_up),
        source: None,
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        functions: &[
            ("_wait_readable", readiness::wait_readable),
            ("_message", messages::message),
            ("_name_messages", messages::name_messages),
            ("_listen", listeners::listen),
            ("_unlisten", listeners::unlisten),
            ("_accept", listeners::accept),
            ("_call", listeners::call),
            ("_lend", listeners::lend),
            ("_borrow", listeners::borrow),
        ],
        support: Support {
            there: "`Pipe`, `Connection` with its methods, `wait`, `Listener`, `Client` with keys",
            partial: &[(
                "`Listener`, `Client`",
                "meet inside the machine; nobody is outside",
            )],
            refused: &[],
        },
        ..python(
            "multiprocessing.connection",
            "/usr/lib/python3.11/multiprocessing/connection.py",
            include_str!("connection.py"),
        )
    },
    python(
        "multiprocessing.reduction",
        "/usr/lib/python3.11/multiprocessing/reduction.py",
        include_str!("reduction.py"),
    ),
    ModuleDef {
        support: Support::whole("`Queue` with its feeder thread, `JoinableQueue`, `SimpleQueue`"),
        ..python(
            "multiprocessing.queues",
            "/usr/lib/python3.11/multiprocessing/queues.py",
            include_str!("queues.py"),
        )
    },
    ModuleDef {
        support: Support::whole(
            "`Lock`, `RLock`, `Semaphore`, `BoundedSemaphore`, `Condition`, `Event`, `Barrier`",
        ),
        ..python(
            "multiprocessing.synchronize",
            "/usr/lib/python3.11/multiprocessing/synchronize.py",
            include_str!("synchronize.py"),
        )
    },
    python(
        "multiprocessing.heap",
        "/usr/lib/python3.11/multiprocessing/heap.py",
        include_str!("heap.py"),
    ),
    ModuleDef {
        support: Support::whole(
            "`Value`, `Array`, `RawValue`, `RawArray`, `copy`, `synchronized`, over `ctypes`' plain data",
        ),
        ..python(
            "multiprocessing.sharedctypes",
            "/usr/lib/python3.11/multiprocessing/sharedctypes.py",
            include_str!("sharedctypes.py"),
        )
    },
    ModuleDef {
        support: Support {
            there: "`SharedMemory`, `ShareableList`",
            partial: &[(
                "`SharedMemory.buf`",
                "has a memoryview's methods, and is none: no `cast`, no buffer for others",
            )],
            refused: &[],
        },
        ..python(
            "multiprocessing.shared_memory",
            "/usr/lib/python3.11/multiprocessing/shared_memory.py",
            include_str!("shared_memory.py"),
        )
    },
    ModuleDef {
        support: Support {
            there: "`BaseManager` (`register`, `start`, `connect`, `get_server`), `SyncManager` with `dict`, `list`, `Queue`, `Namespace`, `Value`, `Array`, locks, events, `Pool`; a server process with a thread for each client",
            partial: &[(
                "shared objects",
                "live as long as their manager, whether or not somebody refers to them",
            )],
            refused: &[("`SharedMemoryManager`", "not here yet")],
        },
        ..python(
            "multiprocessing.managers",
            "/usr/lib/python3.11/multiprocessing/managers.py",
            concat!(
                include_str!("managers.py"),
                "\n\n",
                include_str!("manager_types.py")
            ),
        )
    },
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
