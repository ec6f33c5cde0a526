//! `logging`, its `handlers` and its `config`. All of it is Python but finding the caller.

use crate::warnings::place_of_caller;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[RECORD, LOGGING, HANDLERS, CONFIG];

const RECORD: ModuleDef = ModuleDef {
    name: "_logging_record",
    functions: &[],
    set_up: None,
    source: Some(include_str!("record.py")),
    shown_as: "/usr/lib/python3.11/logging/__init__.py",
    support: Support::INTERNAL,
};

const LOGGING: ModuleDef = ModuleDef {
    name: "logging",
    functions: &[("_caller", caller)],
    set_up: None,
    source: Some(include_str!("logging.py")),
    shown_as: "/usr/lib/python3.11/logging/__init__.py",
    support: Support {
        there: "`basicConfig` with all its keywords, loggers and their hierarchy, levels, `Formatter` in its three styles, filters, `StreamHandler`, `FileHandler`, `NullHandler`, `LoggerAdapter`, `disable`, `captureWarnings`, `lastResort`",
        partial: &[],
        refused: &[],
    },
};

const HANDLERS: ModuleDef = ModuleDef {
    name: "logging.handlers",
    functions: &[],
    set_up: None,
    source: Some(include_str!("handlers.py")),
    shown_as: "/usr/lib/python3.11/logging/handlers.py",
    support: Support {
        there: "`RotatingFileHandler`, `QueueHandler`, `QueueListener`, `BufferingHandler`, `MemoryHandler`, `WatchedFileHandler`",
        partial: &[(
            "`TimedRotatingFileHandler`",
            "rolls over by seconds, minutes, hours and days alone",
        )],
        refused: &[("handlers that send over a network", "there is no network")],
    },
};

const CONFIG: ModuleDef = ModuleDef {
    name: "logging.config",
    functions: &[],
    set_up: None,
    source: Some(include_str!("config.py")),
    shown_as: "/usr/lib/python3.11/logging/config.py",
    support: Support {
        there: "`dictConfig`",
        partial: &[],
        refused: &[("`fileConfig`, `listen`", "configurations are dicts here")],
    },
};

/// `_caller(stacklevel)`: file, line and function of the script's frame that called, `stacklevel` frames up.
fn caller(vm: &mut Vm, args: Args) -> NativeResult {
    let [level] = args.exact(vm, "_caller")?;
    let wanted = vm.as_index(level)?.unwrap_or(1).max(1) as usize - 1;
    let place = (0..=wanted)
        .rev()
        .find_map(|depth| place_of_caller(vm, depth));
    let (file, line, function, _) = place.unwrap_or_else(|| {
        (
            "(unknown file)".into(),
            0,
            "(unknown function)".into(),
            String::new(),
        )
    });
    let (file, function) = (vm.heap.string(file), vm.heap.string(function));
    let place = [file, Value::Int(i64::from(line)), function];
    Ok(Flow::Value(vm.heap.tuple(&place)))
}
