//! `print` and stdout's buffer. Source: semantics, rule 7: the GIL is dropped only in the raw write, which a terminal gets at
//! each line's end and a pipe each 8,192 bytes.

use super::ok;
use crate::heap::{Object, Value};
use crate::vm::{Args, Blocking, Flow, NativeResult, Vm};
use interleave_kernel::Op;
use interleave_trace::Stream;

const PIPE_CHUNK_BYTES: usize = 8192;

/// `print(*values, sep=" ", end="\n", file=None, flush=False)`
pub(super) fn print(vm: &mut Vm, args: Args) -> NativeResult {
    let (mut separator, mut end) = (" ".into(), "\n".into());
    let (mut flush, mut file) = (false, Value::None);
    for &(name, value) in &args.keywords {
        let name = vm.symbol_name(name);
        match &*name {
            "sep" | "end" if value.is_none() => {}
            "sep" | "end" => {
                let Some(text) = vm.text(value) else {
                    let text = format!(
                        "{name} must be None or a string, not {}",
                        vm.type_name(value)
                    );
                    return Err(vm.type_error(&text));
                };
                if &*name == "sep" {
                    separator = text
                } else {
                    end = text
                }
            }
            "flush" => flush = vm.truth_nested(value)?,
            "file" => file = value,
            _ => {
                let text = format!("'{name}' is an invalid keyword argument for print()");
                return Err(vm.type_error(&text));
            }
        }
    }
    let mut text = String::new();
    for (index, &value) in args.positional.iter().enumerate() {
        if index > 0 {
            text.push_str(&separator);
        }
        text.push_str(&vm.str_nested(value)?);
    }
    text.push_str(&end);
    vm.spend(vm.costs.print);
    if !file.is_none() {
        return print_to(vm, file, text, flush);
    }
    write_stdout(vm, &text, flush)
}

fn print_to(vm: &mut Vm, file: Value, text: String, flush: bool) -> NativeResult {
    if let Some(Object::Host(host)) = vm.object(file) {
        match host.numbers.first() {
            Some(1) => return write_stdout(vm, &text, flush),
            Some(2) => return write_stderr(vm, &text),
            _ => {}
        }
    }
    let write = vm.symbols.intern("write");
    let method = vm.get_attr_nested(file, write)?;
    let value = vm.heap.string(text);
    let then = crate::vm::Then::new(|_, _, _| ok(Value::None), Vec::new());
    Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))))
}

/// Adds to stdout's buffer and writes what is due.
pub fn write_stdout(vm: &mut Vm, text: &str, flush: bool) -> NativeResult {
    vm.stdout.pending.push_str(text);
    let due = if vm.options.stdout_is_pipe {
        if flush {
            vm.stdout.pending.len()
        } else {
            vm.stdout.pending.len() / PIPE_CHUNK_BYTES * PIPE_CHUNK_BYTES
        }
    } else if flush {
        vm.stdout.pending.len()
    } else {
        vm.stdout.pending.rfind('\n').map_or(0, |at| at + 1)
    };
    let due = (0..=due)
        .rev()
        .find(|&at| vm.stdout.pending.is_char_boundary(at))
        .unwrap_or(0);
    if due == 0 {
        return ok(Value::None);
    }
    let rest = vm.stdout.pending.split_off(due);
    let written = std::mem::replace(&mut vm.stdout.pending, rest);
    raw_write(vm, Stream::Stdout, &written)
}

/// stderr is not buffered beyond the call.
pub fn write_stderr(vm: &mut Vm, text: &str) -> NativeResult {
    raw_write(vm, Stream::Stderr, text)
}

fn raw_write(vm: &mut Vm, stream: Stream, text: &str) -> NativeResult {
    vm.write_now(stream, text);
    if vm.is_nested() {
        vm.spend(vm.costs.write);
        return ok(Value::None);
    }
    let ns = vm.costs.write / 1000;
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Syscall { ns },
        state: Vec::new(),
        resume: |_, _, _| ok(Value::None),
        on_wake: None,
        waits_for: None,
    })))
}

/// Writes everything out at once: the process ends.
pub fn flush_stdout(vm: &mut Vm) {
    let text = std::mem::take(&mut vm.stdout.pending);
    if !text.is_empty() {
        vm.write_now(Stream::Stdout, &text);
    }
}
