//! `print` and stdout's buffer. Source: semantics, rule 7: the GIL is dropped only in the raw write, which a terminal gets at
//! each line's end and a pipe each 8,192 bytes.

use super::{library_call, ok};
use crate::heap::{Object, Value};
use crate::vm::{Args, Blocking, Flow, NativeResult, Then, Vm};
use interleave_kernel::Op;
use interleave_trace::Stream;

const PIPE_CHUNK_BYTES: usize = 8192;
/// The class of the standard streams.
const STREAM_CLASS: &str = "_io.TextIOWrapper";

/// `print(*values, sep=" ", end="\n", file=None, flush=False)`
pub(super) fn print(vm: &mut Vm, args: Args) -> NativeResult {
    if vm.frames.len() >= vm.recursion_limit {
        // CPython's needs two levels more, for the stream's methods.
        let text = "maximum recursion depth exceeded while calling a Python object";
        return Err(vm.raise("RecursionError", text));
    }
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
    let stream = match (file, vm.current_stdout()) {
        (Value::None, Some(Value::None)) => return ok(Value::None),
        (Value::None, Some(stream)) => vm.standard_stream(stream).ok_or(stream),
        (Value::None, None) => Ok(1),
        (file, _) => vm.standard_stream(file).ok_or(file),
    };
    vm.spend(vm.costs.print);
    let values = vm.heap.list(args.positional.to_vec());
    let job = Job {
        values,
        told: 0,
        written: 0,
        separator: vm.heap.str(&separator),
        end: vm.heap.str(&end),
        number: stream.unwrap_or(0),
        file: stream.err().unwrap_or(Value::None),
        flush,
    };
    job.go_on(vm)
}

/// A `print` under way: its values become text one by one, by Python code where they have it.
struct Job {
    /// A list: texts as far as they are told, values after that.
    values: Value,
    told: usize,
    /// How many of them are in stdout's buffer already, with a separator after the last one.
    written: usize,
    separator: Value,
    end: Value,
    /// The number of a standard stream; 0 is any other.
    number: i64,
    /// That other stream.
    file: Value,
    flush: bool,
}

impl Job {
    fn go_on(mut self, vm: &mut Vm) -> NativeResult {
        while let Some(value) = self.value(vm, self.told) {
            if let Some((method, name)) = vm.text_method(value, true) {
                if self.number == 1 {
                    // What that code prints comes after what was told before it.
                    let mut text = self.text(vm, self.told);
                    if self.told > 0 {
                        text.push_str(&vm.text(self.separator).unwrap_or_default());
                    }
                    vm.stdout.pending.push_str(&text);
                    self.written = self.told;
                }
                let state = vec![
                    self.values,
                    Value::Int(self.told as i64),
                    Value::Int(self.written as i64),
                    self.separator,
                    self.end,
                    Value::Int(self.number),
                    Value::Bool(self.flush),
                    Value::Bool(name == "__str__"),
                    self.file,
                ];
                let then = Then::new(print_told, state);
                return Ok(Flow::CallThen(Box::new((method, Args::of(&[value]), then))));
            }
            let text = vm.str_nested(value)?;
            let text = vm.heap.string(text);
            self.tell(vm, text);
        }
        self.write(vm)
    }

    fn value(&self, vm: &Vm, index: usize) -> Option<Value> {
        match vm.object(self.values) {
            Some(Object::List(values)) => values.get(index).copied(),
            _ => None,
        }
    }

    fn tell(&mut self, vm: &mut Vm, text: Value) {
        if let Some(Object::List(values)) = self.values.as_ref().map(|r| vm.heap.get_mut(r)) {
            values[self.told] = text;
        }
        self.told += 1;
    }

    /// The text that is not written yet, up to a value.
    fn text(&self, vm: &Vm, end: usize) -> String {
        let separator = vm.text(self.separator).unwrap_or_default();
        let mut text = String::new();
        for index in self.written..end {
            if index > self.written {
                text.push_str(&separator);
            }
            let told = self.value(vm, index).and_then(|value| vm.text(value));
            text.push_str(&told.unwrap_or_default());
        }
        text
    }

    fn write(self, vm: &mut Vm) -> NativeResult {
        if self.number > 0 {
            let mut text = self.text(vm, self.told);
            text.push_str(&vm.text(self.end).unwrap_or_default());
            return if self.number == 2 {
                write_stderr(vm, &text)
            } else {
                write_stdout(vm, &text, self.flush)
            };
        }
        // Any other stream gets each piece by itself, as CPython writes them.
        let mut pieces = Vec::new();
        for index in 0..self.told {
            if index > 0 {
                pieces.push(self.separator);
            }
            pieces.extend(self.value(vm, index));
        }
        pieces.push(self.end);
        let pieces = vm.heap.list(pieces);
        let args = Args::of(&[self.file, pieces, Value::Bool(self.flush)]);
        library_call(vm, "_print_to", args)
    }
}

fn print_told(vm: &mut Vm, then: Then, told: Value) -> NativeResult {
    let number = |index: usize| match then.state[index] {
        Value::Int(number) => number as usize,
        _ => 0,
    };
    let set = |index: usize| then.state[index] == Value::Bool(true);
    let mut job = Job {
        values: then.state[0],
        told: number(1),
        written: number(2),
        separator: then.state[3],
        end: then.state[4],
        number: number(5) as i64,
        flush: set(6),
        file: then.state[8],
    };
    vm.checked_text(told, if set(7) { "__str__" } else { "__repr__" })?;
    job.tell(vm, told);
    job.go_on(vm)
}

impl Vm {
    /// What `sys.stdout` is at the moment; `None` as long as nobody has asked for `sys`.
    fn current_stdout(&mut self) -> Option<Value> {
        let sys = *self.modules.get("sys")?;
        self.global(sys, "stdout")
    }

    /// The number of a standard stream: 1 or 2 for the process's own stdout and stderr.
    pub fn standard_stream(&self, stream: Value) -> Option<i64> {
        let Some(Object::Host(host)) = self.object(stream) else {
            return None;
        };
        let is_stream = &*self.class(host.class).name == STREAM_CLASS;
        host.numbers.first().copied().filter(|_| is_stream)
    }
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
    if vm.is_redirected {
        let number = Value::Int(1 + i64::from(stream == Stream::Stderr));
        let data = vm.heap.value(Object::Bytes(text.as_bytes().into()));
        let args = Args::of(&[number, data, Value::Bool(false)]);
        return vm.call_library("_disk", "write", args);
    }
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
