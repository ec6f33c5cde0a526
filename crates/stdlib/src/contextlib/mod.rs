//! `contextlib`: managers from generators and stacks of managers. All of it is Python, so whatever runs inside can block.

use interleave_python::vm::{ModuleDef, Support};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[SYNCHRONOUS, ASYNCHRONOUS];

const ASYNCHRONOUS: ModuleDef = ModuleDef {
    name: "_contextlib_async",
    functions: &[],
    set_up: None,
    source: Some(include_str!("asynchronous.py")),
    shown_as: "/usr/lib/python3.11/contextlib.py",
    support: Support::INTERNAL,
};

const SYNCHRONOUS: ModuleDef = ModuleDef {
    name: "contextlib",
    functions: &[],
    set_up: None,
    source: Some(include_str!("contextlib.py")),
    shown_as: "/usr/lib/python3.11/contextlib.py",
    support: Support::whole(
        "`contextmanager`, `closing`, `suppress`, `redirect_stdout`, `redirect_stderr`, `ExitStack`, `nullcontext`, `ContextDecorator`, `AbstractContextManager`, `chdir`, and the asynchronous ones: `asynccontextmanager`, `AsyncExitStack`, `aclosing`",
    ),
};
