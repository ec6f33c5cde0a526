//! `os` and `os.path`: what a script asks about its process and its machine, and files by path. Python over the disk's
//! system calls; owns the process's numbers and its randomness.

mod processes;

use interleave_kernel::Op;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Blocking, Flow, ModuleDef, NativeResult, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[MODULE, PATH];

const MODULE: ModuleDef = ModuleDef {
    name: "os",
    functions: &[
        ("getpid", processes::getpid),
        ("getppid", processes::getppid),
        ("_fork", processes::fork),
        ("_start_fresh", processes::start_fresh),
        ("_name_process", processes::name_process),
        ("_await", processes::await_child),
        ("_kill", processes::kill),
        ("_die", processes::die),
        ("_dispose", processes::dispose),
        ("_due", processes::due),
        ("_handles_signals", processes::handles_signals),
        ("_pids", processes::pids),
        ("cpu_count", cpu_count),
        ("urandom", urandom),
        ("sched_yield", sched_yield),
        ("_exit", processes::exit),
    ],
    set_up: None,
    source: Some(concat!(
        include_str!("environment.py"),
        "\n",
        include_str!("files.py"),
        "\n",
        include_str!("process.py"),
        "\n"
    )),
    shown_as: "/usr/lib/python3.11/os.py",
    support: Support {
        there: "files and folders (`listdir`, `scandir`, `walk`, `makedirs`, `remove`, `rename`, `stat`, `symlink`, …), descriptors (`open`, `read`, `write`, `pipe`, `dup`, `dup2`, `set_blocking`), processes (`fork`, `_exit`, `wait`, `waitpid`, `kill`, `killpg`, `abort`, `register_at_fork`, `WIFEXITED` and its kin), `environ`, `getenv`, `getpid`, `cpu_count`, `getcwd`, `chdir`, `urandom`, `uname`, `times`, `get_terminal_size`, `strerror`, `fspath`, `path`",
        partial: &[
            ("`urandom`", "repeats with the run's seed"),
            ("`system`", "only `clear`, which does nothing"),
            ("`chown`, `sched_setaffinity`, `nice`", "change nothing"),
        ],
        refused: &[("`popen`, `exec*`, `spawn*`", "there is no program to run")],
    },
};

/// `os.path`.
const PATH: ModuleDef = ModuleDef {
    name: "os.path",
    functions: &[],
    set_up: None,
    source: Some(include_str!("path.py")),
    shown_as: "/usr/lib/python3.11/posixpath.py",
    support: Support::whole("all of it"),
};

/// `sched_yield` is a short system call. Source: about 0.3 µs on Linux; not measured on the reference machine.
const YIELD_NS: u64 = 300;
/// Where the state of `urandom` is kept.
const RANDOM_STATE: &str = "os.urandom";

fn cpu_count(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "cpu_count")?;
    Ok(Flow::Value(Value::Int(i64::from(vm.options.cores))))
}

/// `urandom(size)`: SplitMix64 from the run's seed. Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014.
fn urandom(vm: &mut Vm, args: Args) -> NativeResult {
    let [size] = args.exact(vm, "urandom")?;
    let size = match vm.unwrap(size) {
        Value::Int(size) => size,
        Value::Bool(truth) => i64::from(truth),
        _ => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(size)
            );
            return Err(vm.type_error(&text));
        }
    };
    let Ok(size) = usize::try_from(size) else {
        return Err(vm.raise("ValueError", "negative argument not allowed"));
    };
    vm.check_heap_growth(size as u64)?;
    let mut state = match vm.roots.get(RANDOM_STATE) {
        Some(&Value::Int(state)) => state as u64,
        _ => vm.options.seed ^ 0x6f73_2e75_7261_6e64 ^ u64::from(vm.process.0) << 32,
    };
    let mut bytes = Vec::with_capacity(size + 8);
    while bytes.len() < size {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bytes.extend_from_slice(&(word ^ (word >> 31)).to_le_bytes());
    }
    bytes.truncate(size);
    vm.roots.insert(RANDOM_STATE, Value::Int(state as i64));
    Ok(Flow::Value(vm.heap.value(Object::Bytes(bytes.into()))))
}

/// `sched_yield()`: the GIL is given up for the call.
fn sched_yield(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "sched_yield")?;
    asked(vm, Op::Syscall { ns: YIELD_NS })
}

fn asked(_vm: &mut Vm, op: Op) -> NativeResult {
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: Vec::new(),
        resume: |_, _, _| Ok(Flow::Value(Value::None)),
        on_wake: None,
        waits_for: None,
    })))
}
