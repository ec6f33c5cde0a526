//! `traceback`: the texts of tracebacks and stacks. How they look is the engine's own printer's affair; this file only hands
//! frames over as tuples and takes them back.

use interleave_python::heap::{Object, Value};
use interleave_python::traceback::{self, ExceptionText, FrameLine};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "traceback",
    functions: &[
        ("_stack", stack),
        ("_entries", entries),
        ("_format", format),
        ("_format_exception", format_exception),
        ("_frame", frame),
    ],
    set_up: None,
    source: Some(include_str!("traceback.py")),
    shown_as: "/usr/lib/python3.11/traceback.py",
    support: Support {
        there: "`print_exc`, `format_exc`, `print_exception`, `format_exception`, `format_exception_only`, `print_tb`, `format_tb`, `extract_tb`, `print_stack`, `format_stack`, `extract_stack`, `walk_tb`, `walk_stack`, `FrameSummary`, `StackSummary`, `TracebackException`",
        partial: &[(
            "frames",
            "the library's own frames are left out; a traceback's frames have no locals",
        )],
        refused: &[],
    },
}];

/// `(file, line, function, source line, end line, column, end column, whether it has columns)`
fn entry(vm: &mut Vm, line: &FrameLine) -> Value {
    let file = vm.heap.str(&line.file);
    let function = vm.heap.str(&line.function);
    let source = match &line.source_line {
        Some(text) => vm.heap.str(text),
        None => Value::None,
    };
    let number = |n: u32| Value::Int(i64::from(n));
    vm.heap.tuple(&[
        file,
        number(line.line),
        function,
        source,
        number(line.end_line),
        number(line.col),
        number(line.end_col),
        Value::Bool(line.carets),
    ])
}

fn list_of(vm: &mut Vm, lines: &[FrameLine]) -> NativeResult {
    let entries = lines.iter().map(|line| entry(vm, line)).collect();
    Ok(Flow::Value(vm.heap.list(entries)))
}

/// `_stack()`: the script's frames, outermost first.
fn stack(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_stack")?;
    let mut lines = vm.stack_lines();
    // A stack is asked for by line alone: no columns.
    lines.iter_mut().for_each(|line| line.carets = false);
    list_of(vm, &lines)
}

/// `_entries(traceback)`: outermost first.
fn entries(vm: &mut Vm, args: Args) -> NativeResult {
    let [traceback] = args.exact(vm, "_entries")?;
    let lines = vm.traceback_lines(traceback);
    list_of(vm, &lines)
}

/// `_frame(depth)`: the frame object of the script's `depth`-th frame, 0 the innermost.
fn frame(vm: &mut Vm, args: Args) -> NativeResult {
    let [depth] = args.exact(vm, "_frame")?;
    let depth = vm.as_index(depth)?.unwrap_or(0);
    Ok(Flow::Value(vm.frame_object(depth.max(0) as usize)?))
}

/// `_format(entries)`: the text of these frames.
fn format(vm: &mut Vm, args: Args) -> NativeResult {
    let [list] = args.exact(vm, "_format")?;
    let mut lines = Vec::new();
    for item in vm.items_of(list)?.unwrap_or_default() {
        let parts = match vm.object(item) {
            Some(Object::Tuple(parts)) => parts.to_vec(),
            _ => continue,
        };
        let text = |at: usize| vm.text(parts[at]).map(|text| text.to_string());
        let number = |at: usize| match parts[at] {
            Value::Int(n) => n as u32,
            _ => 0,
        };
        lines.push(FrameLine {
            file: text(0).unwrap_or_default(),
            line: number(1),
            function: text(2).unwrap_or_default(),
            source_line: text(3).filter(|line| !line.is_empty()),
            end_line: number(4),
            col: number(5),
            end_col: number(6),
            carets: parts[7] == Value::Bool(true),
            following_lines: Vec::new(),
        });
    }
    let text = traceback::format_frames(&lines, vm.options.minor);
    Ok(Flow::Value(vm.heap.string(text)))
}

/// `_format_exception(exception, frames, limit, chain)`: `frames` says whether its own frames are shown
/// (None: neither they nor anything but the exception's own lines), `limit` how many
/// (None: all; negative: the innermost), `chain` whether causes and contexts are.
fn format_exception(vm: &mut Vm, args: Args) -> NativeResult {
    let [exception, frames, limit, chain] = args.exact(vm, "_format_exception")?;
    let mut report = vm.exception_report(exception);
    if frames != Value::Bool(true) {
        report.frames.clear();
    }
    if let Some(place) = &mut report.syntax {
        place.by_module = true;
    }
    if frames.is_none() {
        let text = traceback::format_exception_only(&report, vm.options.minor);
        return Ok(Flow::Value(vm.heap.string(text)));
    }
    if chain != Value::Bool(true) {
        (report.cause, report.context) = (None, None);
    }
    if let Value::Int(limit) = limit {
        shorten(&mut report, limit);
    }
    if vm.options.minor < 12 {
        without_hints(&mut report);
    }
    let text = traceback::format_exception(&report, vm.options.minor);
    Ok(Flow::Value(vm.heap.string(text)))
}

/// Up to 3.11 only the interpreter itself says "Did you mean", the module does not.
fn without_hints(report: &mut ExceptionText) {
    report.hint = None;
    for link in [&mut report.cause, &mut report.context]
        .into_iter()
        .flatten()
    {
        without_hints(link);
    }
    report.group.iter_mut().flatten().for_each(without_hints);
}

fn shorten(report: &mut ExceptionText, limit: i64) {
    let length = report.frames.len();
    if limit >= 0 {
        report.frames.truncate(limit as usize);
    } else {
        let hidden = length.saturating_sub(limit.unsigned_abs() as usize);
        report.frames.drain(..hidden);
    }
    for link in [&mut report.cause, &mut report.context]
        .into_iter()
        .flatten()
    {
        shorten(link, limit);
    }
}
