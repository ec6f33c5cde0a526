//! `sys`: the interpreter as the script sees it, and its standard streams.

mod sizes;
mod streams;

use interleave_kernel::Op;
use interleave_python::heap::{Dict, Ref, Value};
use interleave_python::vm::{
    ASYNC_GENERATOR_HOOKS, Args, Blocking, Flow, MODULES_ROOT, ModuleDef, NativeResult, Support, Vm,
};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[MODULE];

const MODULE: ModuleDef = ModuleDef {
    name: "sys",
    functions: &[
        ("exc_info", exc_info),
        ("exception", |vm, args| {
            let [] = args.exact(vm, "exception")?;
            Ok(Flow::Value(vm.handled.last().copied().unwrap_or_default()))
        }),
        ("_getframe", |vm, args| {
            let [depth] = args.between(vm, "_getframe", 0)?;
            let depth = vm.as_index(depth)?.unwrap_or(0).max(0) as usize;
            let frame = vm.frame_object(depth)?;
            if frame.is_none() {
                return Err(vm.raise("ValueError", "call stack is not deep enough"));
            }
            Ok(Flow::Value(frame))
        }),
        ("_refuse", |vm, args| {
            let [what] = args.exact(vm, "_refuse")?;
            let what = vm.text(what).unwrap_or_default();
            Err(vm.not_supported(&what))
        }),
        ("getsizeof", sizes::getsizeof),
        ("getrecursionlimit", |vm, args| {
            let [] = args.exact(vm, "getrecursionlimit")?;
            Ok(Flow::Value(Value::Int(vm.recursion_limit as i64)))
        }),
        ("setrecursionlimit", set_recursion_limit),
        ("_switch_interval", switch_interval),
        ("setswitchinterval", set_switch_interval),
        ("_gil", gil),
        ("_modules", modules),
        ("set_asyncgen_hooks", set_async_generator_hooks),
        ("_asyncgen_hooks", async_generator_hooks),
    ],
    set_up: Some(set_up),
    source: Some(include_str!("sys.py")),
    shown_as: "",
    support: Support::INTERNAL,
};

fn set_up(vm: &mut Vm, module: Ref) {
    streams::set_up(vm, module);
    let minor = i64::from(vm.options.minor);
    vm.set_global(module, "_minor", Value::Int(minor));
    let script = vm
        .files
        .first()
        .map(|file| file.0.clone())
        .unwrap_or_default();
    let script = vm.heap.string(script);
    let argv = vm.heap.list(vec![script]);
    vm.set_global(module, "argv", argv);
    vm.set_global(module, "maxsize", Value::Int(i64::MAX));
    for (name, text) in [
        ("platform", "linux"),
        ("executable", "/usr/bin/python3"),
        ("byteorder", "little"),
        ("prefix", "/usr"),
    ] {
        let value = vm.heap.str(text);
        vm.set_global(module, name, value);
    }
}

fn exc_info(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "exc_info")?;
    let triple = match vm.handled.last() {
        Some(&exception) => {
            let class = Value::Obj(vm.class_of(exception));
            let traceback = vm.names.traceback;
            let traceback = vm.get_attr_nested(exception, traceback)?;
            [class, exception, traceback]
        }
        None => [Value::None; 3],
    };
    Ok(Flow::Value(vm.heap.tuple(&triple)))
}

/// `setrecursionlimit(limit)`. Source: CPython 3.11, Python/sysmodule.c.
fn set_recursion_limit(vm: &mut Vm, args: Args) -> NativeResult {
    let [limit] = args.exact(vm, "setrecursionlimit")?;
    let Some(limit) = vm.as_index(limit)? else {
        let text = format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(limit)
        );
        return Err(vm.type_error(&text));
    };
    if limit < 1 {
        let text = "recursion limit must be greater or equal than 1";
        return Err(vm.raise("ValueError", text));
    }
    let depth = vm.frames.len() as i64;
    if depth >= limit {
        let text = format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        );
        return Err(vm.raise("RecursionError", &text));
    }
    vm.recursion_limit = limit as usize;
    Ok(Flow::Value(Value::None))
}

fn switch_interval(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_switch_interval")?;
    Ok(Flow::Value(Value::Float(
        vm.options.switch_interval_ns as f64 / 1e9,
    )))
}

/// `setswitchinterval(seconds)`: whole microseconds, at least one. Source: CPython, Python/sysmodule.c.
fn set_switch_interval(vm: &mut Vm, args: Args) -> NativeResult {
    let [seconds] = args.exact(vm, "setswitchinterval")?;
    let seconds = match seconds {
        Value::Float(seconds) => seconds,
        Value::Int(seconds) => seconds as f64,
        other => {
            let text = format!("must be real number, not {}", vm.type_name(other));
            return Err(vm.type_error(&text));
        }
    };
    if seconds <= 0.0 {
        return Err(vm.raise("ValueError", "switch interval must be strictly positive"));
    }
    let ns = ((seconds * 1e6) as u64).max(1) * 1000;
    vm.options.switch_interval_ns = ns;
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::SetSwitchInterval { ns },
        state: Vec::new(),
        resume: |_, _, _| Ok(Flow::Value(Value::None)),
        on_wake: None,
        waits_for: None,
    })))
}

fn gil(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_gil")?;
    Ok(Flow::Value(Value::Bool(vm.options.gil)))
}

/// `set_asyncgen_hooks(firstiter, finalizer)`: what an event loop wants to know of asynchronous generators.
fn set_async_generator_hooks(vm: &mut Vm, args: Args) -> NativeResult {
    let hooks = args.named(vm, "set_asyncgen_hooks", ["firstiter", "finalizer"], 0)?;
    for (name, hook) in ASYNC_GENERATOR_HOOKS.into_iter().zip(hooks) {
        if hook.is_none() {
            vm.roots.remove(name);
        } else if !hook.is_unbound() {
            vm.roots.insert(name, hook);
        }
    }
    Ok(Flow::Value(Value::None))
}

fn async_generator_hooks(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_asyncgen_hooks")?;
    let hooks =
        ASYNC_GENERATOR_HOOKS.map(|name| vm.roots.get(name).copied().unwrap_or(Value::None));
    Ok(Flow::Value(vm.heap.tuple(&hooks)))
}

fn modules(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_modules")?;
    let dict = vm.heap.dict(Dict::default());
    let names: Vec<_> = vm
        .modules
        .iter()
        .map(|(name, &module)| (name.clone(), module))
        .collect();
    for (name, module) in names {
        if !name.starts_with('_') || matches!(&*name, "__main__" | "_thread") {
            let key = vm.heap.str(&name);
            vm.dict_set(dict, key, Value::Obj(module))?;
        }
    }
    vm.roots.insert(MODULES_ROOT, dict);
    Ok(Flow::Value(dict))
}
