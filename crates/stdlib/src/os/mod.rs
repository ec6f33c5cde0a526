//! `os`: what a script asks about its process and its machine. Files come later.

use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[MODULE, PATH];

const MODULE: ModuleDef = ModuleDef {
    name: "os",
    functions: &[
        ("getpid", getpid),
        ("getppid", getppid),
        ("cpu_count", cpu_count),
    ],
    set_up: Some(set_up),
    source: Some(include_str!("os.py")),
    shown_as: "/usr/lib/python3.11/os.py",
    support: Support {
        there: "`getpid`, `cpu_count`, `environ`, `getenv`, `getcwd`, `path`",
        partial: &[],
        refused: &[],
    },
};

/// `os.path`.
const PATH: ModuleDef = ModuleDef {
    name: "os.path",
    functions: &[],
    set_up: None,
    source: Some(include_str!("path.py")),
    shown_as: "/usr/lib/python3.11/posixpath.py",
    support: Support::whole("as text"),
};

/// The script's process; later ones count on from here.
const FIRST_PID: i64 = 4_242;

fn set_up(vm: &mut Vm, module: Ref) {
    for (name, text) in [
        ("name", "posix"),
        ("sep", "/"),
        ("linesep", "\n"),
        ("pathsep", ":"),
        ("curdir", "."),
        ("devnull", "/dev/null"),
    ] {
        let value = vm.heap.str(text);
        vm.set_global(module, name, value);
    }
}

fn getpid(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "getpid")?;
    Ok(Flow::Value(Value::Int(FIRST_PID)))
}

fn getppid(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "getppid")?;
    Ok(Flow::Value(Value::Int(FIRST_PID - 1)))
}

fn cpu_count(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "cpu_count")?;
    Ok(Flow::Value(Value::Int(i64::from(vm.options.cores))))
}
