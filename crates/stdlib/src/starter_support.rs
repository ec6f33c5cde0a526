//! What of CPython's modules the starter's have, for the ledger (COMPATIBILITY.md): the words that they would declare
//! themselves, apart, because the starter is small by carrying none of them.

use interleave_python::vm::{ModuleDef, Support};

/// Gives these modules their words.
pub(crate) fn declare(modules: &mut [ModuleDef]) {
    for (name, support) in SUPPORT {
        let own = modules.iter_mut().find(|module| module.name == *name);
        own.expect("a module of the library").support = *support;
    }
}

const SUPPORT: &[(&str, Support)] = &[
    (
        "time",
        Support {
            there: "`time`, `monotonic`, `perf_counter`, `process_time`, `thread_time`, their `_ns` forms, `clock_gettime`, `get_clock_info`, `sleep`, `strftime`, `strptime`, `struct_time`, `localtime`, `gmtime`, `mktime`, `asctime`, `ctime`, `tzset`",
            partial: &[
                (
                    "the clock",
                    "virtual: a run begins on 2026-01-05 at 09:00 UTC",
                ),
                ("time zones", "UTC only"),
            ],
            refused: &[],
        },
    ),
    (
        "sys",
        Support {
            there: "`argv`, `path`, `modules`, `platform`, `version`, `version_info`, `executable`, `maxsize`, `byteorder`, `flags`, `float_info`, `int_info`, `hash_info`, `implementation`, `stdin`, `stdout`, `stderr`, `exit`, `exc_info`, `exception`, `excepthook`, `intern`, `getrecursionlimit`, `setrecursionlimit`, `getswitchinterval`, `setswitchinterval`, `_getframe`, `_is_gil_enabled`, `stdlib_module_names`",
            partial: &[
                (
                    "`getsizeof`",
                    "CPython 3.11's sizes of builtin types, as just built",
                ),
                ("`unraisablehook`, `displayhook`", "there, but never called"),
            ],
            refused: &[
                (
                    "`settrace`, `setprofile`",
                    "a run is watched on its timeline",
                ),
                ("`getrefcount`", "references are not counted here"),
            ],
        },
    ),
    (
        "threading",
        Support {
            there: "`Thread` (both styles), `current_thread`, `main_thread`, `enumerate`, `active_count`, `Lock`, `RLock`, `Condition`, `Event`, `Semaphore`, `BoundedSemaphore`, `Barrier`, `Timer`, `local`, `excepthook`, `ExceptHookArgs`, `get_ident`, `get_native_id`, `stack_size`, `TIMEOUT_MAX`; from 3.14 on a lock is handed over to who has waited for more than 1 ms",
            partial: &[],
            refused: &[(
                "`settrace`, `setprofile`",
                "a run is watched on its timeline",
            )],
        },
    ),
    (
        "_thread",
        Support {
            there: "`start_new_thread`, `allocate_lock`, `RLock`, `get_ident`, `exit`, `interrupt_main`, `stack_size`, `LockType`, `error`",
            partial: &[],
            refused: &[],
        },
    ),
    (
        "concurrent.futures",
        Support {
            there: "`ThreadPoolExecutor` (`submit`, `map`, `shutdown`, `with`, CPython's rule for new workers), `ProcessPoolExecutor` (start methods, chunks, initializer, `BrokenProcessPool`, the worker's traceback), `Future` with its states, timeouts and callbacks, `as_completed`, `wait`",
            partial: &[
                (
                    "`as_completed`",
                    "futures that are already done come in the order of submission",
                ),
                (
                    "`InterpreterPoolExecutor` (3.14)",
                    "an interpreter is simulated by a process, and costs as much to start",
                ),
            ],
            refused: &[],
        },
    ),
];
