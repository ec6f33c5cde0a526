//! `_start`: how a script's process begins and ends. Owns the exit steps and the printing of tracebacks.

use interleave_kernel::Op;
use interleave_python::builtins::{flush_stdout, write_stderr};
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Blocking, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[MODULE];

const MODULE: ModuleDef = ModuleDef {
    name: "_start",
    functions: &[
        ("print_exception", print_exception),
        ("format_exception", format_exception),
        ("_write_stderr", write_text),
        ("_end_process", end_process),
        ("_left_unfinished", left_unfinished),
        ("_instances_at_exit", |vm, args| {
            let [] = args.exact(vm, "_instances_at_exit")?;
            let instances = vm.instances_at_exit();
            Ok(Flow::Value(vm.heap.list(instances)))
        }),
        ("_finalize", |vm, args| {
            let function = vm.library("_finalize").expect("the builtins have it");
            Ok(Flow::Call(Box::new((function, args))))
        }),
        ("_lost_instances", |vm, args| {
            let [] = args.exact(vm, "_lost_instances")?;
            let instances = vm.lost_instances();
            Ok(Flow::Value(vm.heap.list(instances)))
        }),
        ("_own_stderr", own_stderr),
        ("_own_hook", own_hook),
        ("_boot", |vm, args| {
            let [] = args.exact(vm, "_boot")?;
            vm.spend(vm.costs.boot);
            let process = vm.process.index();
            vm.world.processes[process].handle_interrupts();
            Ok(Flow::Value(Value::None))
        }),
        ("_global", |vm, args| {
            let [module, name] = args.exact(vm, "_global")?;
            let (module, name) = (vm.text(module), vm.text(name));
            let found = vm.library_global(&module.unwrap_or_default(), &name.unwrap_or_default());
            Ok(Flow::Value(found?))
        }),
    ],
    set_up: None,
    source: Some(include_str!("start.py")),
    shown_as: "",
    support: Support::INTERNAL,
};

/// `print_exception(exception, head)`: its traceback on stderr, after `head`.
fn print_exception(vm: &mut Vm, args: Args) -> NativeResult {
    let [exception, head] = args.exact(vm, "print_exception")?;
    let text = format!(
        "{}{}",
        vm.text(head).unwrap_or_default(),
        vm.format_exception(exception)
    );
    write_stderr(vm, &text)
}

/// `format_exception(exception)`: the text of its traceback.
fn format_exception(vm: &mut Vm, args: Args) -> NativeResult {
    let [exception] = args.exact(vm, "format_exception")?;
    let text = vm.format_exception(exception);
    Ok(Flow::Value(vm.heap.string(text)))
}

fn write_text(vm: &mut Vm, args: Args) -> NativeResult {
    let [text] = args.exact(vm, "_write_stderr")?;
    let text = vm.text(text).unwrap_or_default();
    write_stderr(vm, &text)
}

/// `_own_stderr()`: the script's `sys.stderr`, None where it is the usual one.
fn own_stderr(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_own_stderr")?;
    let streams = vm.modules.get("sys").copied().map(|sys| {
        ["stderr", "__stderr__"].map(|name| vm.global(sys, name).unwrap_or(Value::None))
    });
    Ok(Flow::Value(match streams {
        Some([own, usual]) if own != usual => own,
        _ => Value::None,
    }))
}

/// `_own_hook()`: the script's `sys.excepthook`, None where it is the usual one.
fn own_hook(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_own_hook")?;
    let hooks = vm.modules.get("sys").copied().map(|sys| {
        ["excepthook", "__excepthook__"].map(|name| vm.global(sys, name).unwrap_or(Value::None))
    });
    Ok(Flow::Value(match hooks {
        Some([own, usual]) if own != usual => own,
        _ => Value::None,
    }))
}

/// `_left_unfinished()`: coroutines that were never awaited, and generators whose `finally` has not run.
fn left_unfinished(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_left_unfinished")?;
    let (coroutines, generators) = vm.left_unfinished();
    let lists = [coroutines, generators].map(|values| vm.heap.list(values));
    Ok(Flow::Value(vm.heap.tuple(&lists)))
}

/// `_end_process(exit_code, uncaught)`: the process is over; daemon threads stop where they are (semantics, rule 8).
fn end_process(vm: &mut Vm, args: Args) -> NativeResult {
    let [code, uncaught] = args.exact(vm, "_end_process")?;
    flush_stdout(vm);
    let exit_code = match code {
        Value::Int(code) => code as i32,
        _ => 0,
    };
    let mut exception = None;
    if !uncaught.is_none() {
        let text = vm.str_nested(uncaught).unwrap_or_default();
        let name = vm.type_name(uncaught);
        exception = Some(if text.is_empty() {
            name.to_string()
        } else {
            format!("{name}: {text}")
        });
    }
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::ExitProcess {
            exit_code,
            exception,
        },
        state: Vec::new(),
        resume: |_, _, _| Ok(Flow::Value(Value::None)),
        on_wake: None,
        waits_for: None,
    })))
}
