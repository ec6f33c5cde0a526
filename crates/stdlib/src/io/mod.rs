//! `io` and the disk under it: `open`, text and binary files, files in memory. The classes are Python (`io.py`); what
//! must not be divided by a thread switch is a native on a descriptor.

mod channels;
mod descriptors;
mod paths;
pub(crate) mod pipes;

use interleave_kernel::Op;
use interleave_python::disk::Errno;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Blocking, Flow, ModuleDef, NativeResult, Raised, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[MODULE, DISK];

const MODULE: ModuleDef = ModuleDef {
    name: "io",
    functions: &[],
    set_up: None,
    source: Some(concat!(
        include_str!("base.py"),
        "\n",
        include_str!("raw.py"),
        "\n",
        include_str!("buffered.py"),
        "\n",
        include_str!("bytes.py"),
        "\n",
        include_str!("text.py"),
        "\n",
        include_str!("string.py"),
        "\n",
        include_str!("open.py"),
        "\n"
    )),
    shown_as: "",
    support: Support {
        there: "`open` in all its modes, `StringIO`, `BytesIO`, `FileIO`, `BufferedReader`, `BufferedWriter`, `BufferedRandom`, `TextIOWrapper`, `UnsupportedOperation` and the base classes",
        partial: &[
            (
                "files",
                "in memory: a fresh machine has `/home/user` with the scenario's files, `/tmp` and `/dev/null`",
            ),
            (
                "standard input",
                "the scenario's file `stdin.txt`, empty where there is none",
            ),
            ("buffering", "what is written is on the disk at once"),
            (
                "encodings",
                "those in which ASCII is ASCII: UTF-8 (also with a BOM), ASCII, Latin-1 and the like",
            ),
        ],
        refused: &[],
    },
};

/// The disk's system calls, for the library alone.
const DISK: ModuleDef = ModuleDef {
    name: "_disk",
    functions: &[
        ("open", descriptors::open),
        ("close", descriptors::close),
        ("read", descriptors::read),
        ("line", descriptors::line),
        ("characters", descriptors::characters),
        ("write", descriptors::write),
        ("seek", descriptors::seek),
        ("truncate", descriptors::truncate),
        ("fstat", descriptors::fstat),
        ("path_of", descriptors::path_of),
        ("pipe", pipes::pipe),
        ("read_some", descriptors::read_some),
        ("ready", channels::ready),
        ("dup", descriptors::dup),
        ("dup2", descriptors::dup2),
        ("blocking", descriptors::blocking),
        ("stat", paths::stat),
        ("kind", paths::kind),
        ("names", paths::names),
        ("mkdir", paths::mkdir),
        ("rmdir", paths::rmdir),
        ("unlink", paths::unlink),
        ("rename", paths::rename),
        ("symlink", paths::symlink),
        ("link", paths::link),
        ("readlink", paths::readlink),
        ("chmod", paths::chmod),
        ("utime", paths::utime),
        ("chdir", paths::chdir),
        ("getcwd", paths::getcwd),
        ("umask", paths::umask),
        ("strerror", paths::strerror),
        ("errors", paths::errors),
        ("refuse", refuse),
        ("fill", fill),
        ("adopt", adopt),
        ("entitle", crate::datetime::entitle),
    ],
    set_up: None,
    source: None,
    shown_as: "",
    support: Support::INTERNAL,
};

/// A call of the system that finds its data in memory. Source: `open`, `stat` and `close` of a cached file on Linux take
/// one to some microseconds; not measured on the reference machine.
const OPEN_NS: u64 = 6_000;
const STAT_NS: u64 = 1_500;
const CHANGE_NS: u64 = 8_000;
/// A `read` or `write` of a cached file: the call, then about 5 GB/s.
const TRANSFER_NS: u64 = 900;
const BYTES_PER_NS: u64 = 5;
/// What a file object's buffer holds, in bytes.
const BUFFER_BYTES: u64 = 8_192;

/// The result after a system call, for which the GIL is given up.
fn after_syscall(vm: &mut Vm, ns: u64, value: Value) -> NativeResult {
    if vm.is_nested() {
        vm.spend(ns * 1000);
        return Ok(Flow::Value(value));
    }
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Syscall { ns },
        state: vec![value],
        resume: |_, state, _| Ok(Flow::Value(state[0])),
        on_wake: None,
        waits_for: None,
    })))
}

/// What the disk says, or the exception about `path`.
fn or_raise<T>(vm: &mut Vm, result: Result<T, Errno>, path: Value) -> Result<T, Raised> {
    result.map_err(|errno| {
        vm.spend(STAT_NS * 1000);
        vm.os_error(errno, path)
    })
}

/// An integer argument, which the Python side has checked.
fn number(vm: &Vm, value: Value) -> i64 {
    match vm.unwrap(value) {
        Value::Int(number) => number,
        Value::Bool(truth) => i64::from(truth),
        _ => 0,
    }
}

/// `refuse(what)`: ends the run with a diagnostic.
fn refuse(vm: &mut Vm, args: Args) -> NativeResult {
    let [what] = args.exact(vm, "refuse")?;
    let what = vm.text(what).unwrap_or_default();
    Err(vm.not_supported(&what))
}

/// `fill(buffer, data)`: puts `data` at the front of a bytearray.
fn fill(vm: &mut Vm, args: Args) -> NativeResult {
    let [buffer, data] = args.exact(vm, "fill")?;
    let data = match vm.object(data) {
        Some(Object::Bytes(data)) => data.clone(),
        _ => Default::default(),
    };
    match buffer.as_ref().map(|buffer| vm.heap.get_mut(buffer)) {
        Some(Object::ByteArray(bytes)) if bytes.len() >= data.len() => {
            bytes[..data.len()].copy_from_slice(&data);
            Ok(Flow::Value(Value::None))
        }
        _ => Err(vm.not_supported("readinto() of anything but a bytearray")),
    }
}

/// `adopt(text, reader, writer)`: the classes of the standard streams become kinds of these.
fn adopt(vm: &mut Vm, args: Args) -> NativeResult {
    let parents: [Value; 3] = args.exact(vm, "adopt")?;
    let sys = vm.import_library("sys")?;
    let mut streams = Vec::new();
    for name in ["__stdout__", "__stdin__"] {
        let stream = sys.and_then(|sys| vm.global(sys, name));
        let buffer = vm.symbols.intern("buffer");
        let host = stream.and_then(|stream| vm.host(stream));
        let buffer = host.and_then(|host| host.attrs.get(buffer));
        streams.extend(stream.into_iter().chain(buffer));
    }
    for stream in streams {
        let own = vm.class_of(stream);
        let mut kinds = parents.iter().filter_map(|parent| parent.as_ref());
        let parent = kinds.find(|&parent| vm.class(parent).name == vm.class(own).name);
        let Some(parent) = parent else { continue };
        let mut mro = vec![own];
        mro.extend(vm.class(parent).mro.iter().copied());
        if let Object::Class(class) = vm.heap.get_mut(own) {
            class.bases = vec![parent];
            class.mro = mro;
        }
    }
    Ok(Flow::Value(Value::None))
}
