//! `concurrent.futures`: pools and futures, written in Python over `threading` and `multiprocessing`.

use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// `_loaded(name)`: the module if the script has it, else None.
fn loaded(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_loaded")?;
    let name = vm.text(name).unwrap_or_default();
    let module = vm.modules.get(&*name).copied();
    Ok(Flow::Value(module.map_or(Value::None, Value::Obj)))
}

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "concurrent.futures",
        functions: &[("_minor", |vm, args| {
            let [] = args.exact(vm, "_minor")?;
            Ok(Flow::Value(Value::Int(i64::from(vm.options.minor))))
        })],
        set_up: None,
        source: Some(include_str!("futures.py")),
        shown_as: "/usr/lib/python3.11/concurrent/futures/__init__.py",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "concurrent.futures._base",
        functions: &[("_loaded", loaded)],
        set_up: None,
        source: Some(include_str!("base.py")),
        shown_as: "/usr/lib/python3.11/concurrent/futures/_base.py",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "concurrent.futures.thread",
        functions: &[],
        set_up: None,
        source: Some(include_str!("thread.py")),
        shown_as: "/usr/lib/python3.11/concurrent/futures/thread.py",
        support: Support::INTERNAL,
    },
];

/// The pool of processes: not among what the page's first engine brings.
pub(crate) const PROCESS_MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "concurrent.futures.process",
        functions: &[],
        set_up: None,
        source: Some(include_str!("process.py")),
        shown_as: "/usr/lib/python3.11/concurrent/futures/process.py",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "concurrent.futures.interpreter",
        functions: &[],
        set_up: None,
        source: Some(include_str!("interpreter.py")),
        shown_as: "/usr/lib/python3.14/concurrent/futures/interpreter.py",
        support: Support::INTERNAL,
    },
];
