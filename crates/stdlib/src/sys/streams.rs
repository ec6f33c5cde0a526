//! `sys.stdin`, `sys.stdout`, `sys.stderr` and the binary streams behind them. Owns no text: stdout's buffer is the
//! machine's, stdin's text the process's.

use interleave_python::builtins::{write_stderr, write_stdout};
use interleave_python::heap::{Host, Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeFn, NativeResult, Raised, Then, Vm};

/// A stream's name, its number, and its error handler.
const STREAMS: [(&str, i64, &str); 3] = [
    ("stdin", 0, "strict"),
    ("stdout", 1, "strict"),
    ("stderr", 2, "backslashreplace"),
];

const COMMON: &[(&str, NativeFn)] = &[
    ("flush", flush),
    ("isatty", isatty),
    ("fileno", |vm, args| {
        let [own] = args.exact(vm, "fileno")?;
        value(Value::Int(number(vm, own)))
    }),
    ("readable", |vm, args| {
        let [own] = args.exact(vm, "readable")?;
        value(Value::Bool(number(vm, own) == 0))
    }),
    ("writable", |vm, args| {
        let [own] = args.exact(vm, "writable")?;
        value(Value::Bool(number(vm, own) > 0))
    }),
    ("seekable", |_, _| value(Value::Bool(false))),
    ("close", |_, _| value(Value::None)),
    ("detach", |vm, args| {
        let [own] = args.exact(vm, "detach")?;
        let buffer = vm.symbols.intern("buffer");
        let buffer = vm.host(own).and_then(|host| host.attrs.get(buffer));
        value(buffer.unwrap_or(own))
    }),
    ("read", read),
    ("readline", readline),
    ("readlines", readlines),
    ("writelines", writelines),
    ("__iter__", itself),
    ("__next__", next_line),
    ("__enter__", itself),
    ("__exit__", |_, _| value(Value::None)),
    ("__repr__", repr),
];

/// Makes the streams and enters them in `sys`.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let text = vm.new_host_class("_io", "TextIOWrapper", COMMON);
    vm.add_methods(text, &[("write", write_text), ("reconfigure", reconfigure)]);
    let reader = vm.new_host_class("_io", "BufferedReader", COMMON);
    let writer = vm.new_host_class("_io", "BufferedWriter", COMMON);
    for class in [text, reader, writer] {
        vm.entitle(class);
        // Seen before a property of a class that this one may come to derive from; a stream's own value comes first.
        for name in ["name", "mode", "closed", "newlines"] {
            let name = vm.symbols.intern(name);
            vm.set_class_attr(class, name, Value::None);
        }
    }
    // `_put` is what a text wrapper of the library calls.
    vm.add_methods(writer, &[("write", write_bytes), ("_put", write_bytes)]);
    for (name, number, errors) in STREAMS {
        let binary = new_stream(vm, if number == 0 { reader } else { writer }, name, number);
        let mode = if number == 0 { "rb" } else { "wb" };
        set(vm, binary, "mode", mode);
        let stream = new_stream(vm, text, name, number);
        set(vm, stream, "mode", &mode[..1]);
        set(vm, stream, "encoding", "utf-8");
        set(vm, stream, "errors", errors);
        let terminal = !vm.options.stdout_is_pipe || number == 2;
        for (name, value) in [
            ("buffer", binary),
            ("newlines", Value::None),
            ("line_buffering", Value::Bool(terminal)),
            ("write_through", Value::Bool(false)),
        ] {
            set_value(vm, stream, name, value);
        }
        vm.set_global(module, name, stream);
        vm.set_global(module, &format!("__{name}__"), stream);
    }
}

fn new_stream(vm: &mut Vm, class: Ref, name: &str, number: i64) -> Value {
    let host = Host {
        class,
        attrs: Default::default(),
        values: Default::default(),
        numbers: [number][..].into(),
        words: Default::default(),
        traced: None,
    };
    let stream = vm.heap.value(Object::Host(Box::new(host)));
    set(vm, stream, "name", &format!("<{name}>"));
    set_value(vm, stream, "closed", Value::Bool(false));
    stream
}

fn set(vm: &mut Vm, stream: Value, name: &str, text: &str) {
    let text = vm.heap.str(text);
    set_value(vm, stream, name, text);
}

fn set_value(vm: &mut Vm, stream: Value, name: &str, value: Value) {
    let name = vm.symbols.intern(name);
    if let Some(host) = vm.host_mut(stream) {
        host.attrs.set(name, value);
    }
}

fn value(value: Value) -> NativeResult {
    Ok(Flow::Value(value))
}

fn number(vm: &Vm, own: Value) -> i64 {
    let host = vm.host(own);
    host.and_then(|host| host.numbers.first().copied())
        .unwrap_or(1)
}

/// Raises `io.UnsupportedOperation`.
fn unsupported(vm: &mut Vm, what: &str) -> Raised {
    let class = match vm.import_library("io") {
        Ok(Some(io)) => vm.global(io, "UnsupportedOperation"),
        _ => None,
    };
    let what = vm.heap.str(what);
    match class {
        Some(Value::Obj(class)) => Raised(vm.new_exception(class, &[what])),
        _ => vm.raise_value("OSError", &[what]),
    }
}

fn itself(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__iter__")?;
    value(own)
}

fn isatty(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "isatty")?;
    value(Value::Bool(
        number(vm, own) > 0 && !vm.options.stdout_is_pipe,
    ))
}

fn flush(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "flush")?;
    if number(vm, own) == 1 {
        write_stdout(vm, "", true)
    } else {
        value(Value::None)
    }
}

/// Writes `text` and answers how much it was.
fn send(vm: &mut Vm, own: Value, text: &str, count: usize, at_once: bool) -> NativeResult {
    let flow = match number(vm, own) {
        0 => return Err(unsupported(vm, "not writable")),
        2 => write_stderr(vm, text)?,
        _ => write_stdout(vm, text, at_once)?,
    };
    let count = Value::Int(count as i64);
    Ok(match flow {
        Flow::Block(mut blocking) => {
            blocking.state = vec![count];
            blocking.resume = |_, state, _| value(state[0]);
            Flow::Block(blocking)
        }
        _ => Flow::Value(count),
    })
}

fn write_text(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, text] = args.exact(vm, "TextIOWrapper.write")?;
    let Some(text) = vm.text(text) else {
        let message = format!("write() argument must be str, not {}", vm.type_name(text));
        return Err(vm.type_error(&message));
    };
    send(vm, own, &text, text.chars().count(), false)
}

fn write_bytes(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, data] = args.exact(vm, "BufferedWriter.write")?;
    let bytes = match vm.object(vm.unwrap(data)) {
        Some(Object::Bytes(bytes)) => bytes.to_vec(),
        Some(Object::ByteArray(bytes)) => bytes.clone(),
        _ => {
            let text = format!(
                "a bytes-like object is required, not '{}'",
                vm.type_name(data)
            );
            return Err(vm.type_error(&text));
        }
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    send(vm, own, &text, bytes.len(), false)
}

fn writelines(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, lines] = args.exact(vm, "TextIOWrapper.writelines")?;
    let joined = |vm: &mut Vm, then: Then, lines: Value| {
        let mut text = String::new();
        for line in vm.items_of(lines)?.unwrap_or_default() {
            text.push_str(&vm.text(line).unwrap_or_default());
        }
        send(vm, then.state[0], &text, 0, false)
    };
    vm.collect(lines, Then::new(joined, vec![own]))
}

fn reconfigure(vm: &mut Vm, args: Args) -> NativeResult {
    for &(name, new) in &args.keywords {
        let name = vm.symbol_name(name);
        set_value(vm, args.positional[0], &name, new);
    }
    value(Value::None)
}

/// Takes from stdin what `look` says, as `str`, or `bytes` from the binary stream.
fn take(vm: &mut Vm, own: Value, look: impl FnOnce(&str) -> usize) -> NativeResult {
    if number(vm, own) != 0 {
        return Err(unsupported(vm, "not readable"));
    }
    let open = vm.world.descriptor(&vm.open_files, 0);
    let Some(at) = open.map(|open| open.offset as usize) else {
        return Err(vm.raise("ValueError", "I/O operation on closed file."));
    };
    let rest = vm.world.stdin.get(at..).unwrap_or_default();
    let rest = String::from_utf8_lossy(rest).into_owned();
    let taken = &rest[..look(&rest)];
    if let Some(open) = vm.world.descriptor_mut(&vm.open_files, 0) {
        open.offset += taken.len() as u64;
    }
    let class = vm.class_of(own);
    let is_text = &*vm.class(class).qualname == "TextIOWrapper";
    value(if is_text {
        vm.heap.str(taken)
    } else {
        vm.heap.value(Object::Bytes(taken.as_bytes().into()))
    })
}

fn count_of(count: Value) -> usize {
    match count {
        Value::Int(count) => usize::try_from(count).unwrap_or(usize::MAX),
        _ => usize::MAX,
    }
}

/// The place after so many characters.
fn after(text: &str, count: usize) -> usize {
    text.char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at)
}

fn read(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count] = args.between(vm, "TextIOWrapper.read", 1)?;
    let count = count_of(count);
    take(vm, own, |rest| after(rest, count))
}

fn line_end(rest: &str) -> usize {
    rest.find('\n').map_or(rest.len(), |at| at + 1)
}

fn readline(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count] = args.between(vm, "TextIOWrapper.readline", 1)?;
    let count = count_of(count);
    take(vm, own, |rest| line_end(rest).min(after(rest, count)))
}

fn readlines(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, _hint] = args.between(vm, "TextIOWrapper.readlines", 1)?;
    let mut lines = Vec::new();
    loop {
        let Flow::Value(line) = take(vm, own, line_end)? else {
            break;
        };
        if !vm.truth_nested(line)? {
            break;
        }
        lines.push(line);
    }
    value(vm.heap.list(lines))
}

fn next_line(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__next__")?;
    match take(vm, own, line_end)? {
        Flow::Value(line) if !vm.truth_nested(line)? => Err(vm.raise_value("StopIteration", &[])),
        flow => Ok(flow),
    }
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "__repr__")?;
    let (number, class) = (number(vm, own), vm.class_of(own));
    let class = vm.class(class).qualname.clone();
    let name = STREAMS[number.clamp(0, 2) as usize].0;
    let text = match &*class {
        "TextIOWrapper" => {
            let mode = if number == 0 { "r" } else { "w" };
            format!("<_io.TextIOWrapper name='<{name}>' mode='{mode}' encoding='utf-8'>")
        }
        class => format!("<_io.{class} name='<{name}>'>"),
    };
    value(vm.heap.string(text))
}
