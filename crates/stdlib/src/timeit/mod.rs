//! `timeit`: a statement's time by the virtual clock.

use crate::source_function::function_from_source;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "timeit",
    functions: &[("_timing_function", timing_function)],
    set_up: None,
    source: Some(include_str!("timeit.py")),
    shown_as: "/usr/lib/python3.11/timeit.py",
    support: Support {
        there: "`timeit`, `repeat`, `Timer`, `default_timer`, over the virtual clock",
        partial: &[(
            "statements as text",
            "they see the names of `__main__`, whatever `globals` says",
        )],
        refused: &[("the command line", "there is none")],
    },
}];

/// `_timing_function(source)`: the function `inner(_it, _timer, …)` over the script's names.
fn timing_function(vm: &mut Vm, args: Args) -> NativeResult {
    let [source] = args.exact(vm, "_timing_function")?;
    let source = vm.text(source).unwrap_or_default();
    let module = vm.modules.get("__main__").copied();
    let function =
        module.and_then(|module| function_from_source(vm, &source, module, "inner", Vec::new()));
    match function {
        Some(function) => Ok(Flow::Value(function)),
        None => Ok(Flow::Value(Value::None)),
    }
}
