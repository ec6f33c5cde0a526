//! `time`: the virtual clock.

use interleave_kernel::Op;
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{Args, Blocking, Flow, ModuleDef, NativeResult, Raised, Support, Vm};
use interleave_trace::State;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[MODULE];

const MODULE: ModuleDef = ModuleDef {
    name: "time",
    functions: &[
        ("sleep", sleep),
        ("time", |vm, args| clock(vm, args, "time", Vm::epoch_ns)),
        ("time_ns", |vm, args| {
            clock_ns(vm, args, "time_ns", Vm::epoch_ns)
        }),
        ("monotonic", |vm, args| {
            clock(vm, args, "monotonic", monotonic_ns)
        }),
        ("monotonic_ns", |vm, args| {
            clock_ns(vm, args, "monotonic_ns", monotonic_ns)
        }),
        ("perf_counter", |vm, args| {
            clock(vm, args, "perf_counter", monotonic_ns)
        }),
        ("perf_counter_ns", |vm, args| {
            clock_ns(vm, args, "perf_counter_ns", monotonic_ns)
        }),
        ("process_time", |vm, args| {
            clock(vm, args, "process_time", process_ns)
        }),
        ("process_time_ns", |vm, args| {
            clock_ns(vm, args, "process_time_ns", process_ns)
        }),
        ("thread_time", |vm, args| {
            clock(vm, args, "thread_time", thread_ns)
        }),
        ("thread_time_ns", |vm, args| {
            clock_ns(vm, args, "thread_time_ns", thread_ns)
        }),
        ("_now_ns", |vm, args| {
            clock_ns(vm, args, "_now_ns", Vm::epoch_ns)
        }),
    ],
    set_up: Some(set_up),
    source: Some(concat!(
        include_str!("clock.py"),
        "\n",
        include_str!("format.py"),
        "\n",
        include_str!("parse.py"),
        "\n"
    )),
    shown_as: "",
    support: Support::INTERNAL,
};

/// `time.monotonic()` counts from the machine's start, which was this long before the run.
const UPTIME_NS: u64 = 86_400_000_000_000;
/// `time.sleep(0)` gives the GIL up for about this long. Source: costs, `time.sleep(0)` is a `clock_nanosleep` with the
/// kernel's timer slack in 3.11 and later (18.5–20 µs), a `select` before (0.4 µs).
const SLEEP_ZERO_NS: u64 = 19_000;
const SLEEP_ZERO_OLD_NS: u64 = 390;

fn set_up(vm: &mut Vm, module: Ref) {
    vm.set_global(module, "timezone", Value::Int(0));
    vm.set_global(module, "altzone", Value::Int(0));
    vm.set_global(module, "daylight", Value::Int(0));
}

fn monotonic_ns(vm: &Vm) -> u64 {
    UPTIME_NS + vm.now_ns()
}

fn thread_ns(vm: &Vm) -> u64 {
    vm.threads[vm.current].cpu_ns + vm.spent_ps / 1000
}

fn process_ns(vm: &Vm) -> u64 {
    vm.threads.iter().map(|thread| thread.cpu_ns).sum::<u64>() + vm.spent_ps / 1000
}

fn clock(vm: &mut Vm, args: Args, name: &str, read: fn(&Vm) -> u64) -> NativeResult {
    let [] = args.exact(vm, name)?;
    vm.spend(vm.costs.clock);
    Ok(Flow::Value(Value::Float(read(vm) as f64 / 1e9)))
}

fn clock_ns(vm: &mut Vm, args: Args, name: &str, read: fn(&Vm) -> u64) -> NativeResult {
    let [] = args.exact(vm, name)?;
    vm.spend(vm.costs.clock);
    Ok(Flow::Value(Value::Int(read(vm) as i64)))
}

/// A duration in seconds as nanoseconds.
fn duration_ns(vm: &mut Vm, value: Value) -> Result<u64, Raised> {
    let seconds = match vm.unwrap(value) {
        Value::Int(i) => i as f64,
        Value::Bool(b) => f64::from(u8::from(b)),
        Value::Float(f) => f,
        _ => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            );
            return Err(vm.raise("TypeError", &text));
        }
    };
    if seconds.is_nan() {
        return Err(vm.raise("ValueError", "Invalid value NaN (not a number)"));
    }
    if seconds < 0.0 {
        return Err(vm.raise("ValueError", "sleep length must be non-negative"));
    }
    if seconds * 1e9 > i64::MAX as f64 {
        return Err(vm.raise(
            "OverflowError",
            "timestamp too large to convert to C _PyTime_t",
        ));
    }
    Ok((seconds * 1e9).round() as u64)
}

/// `time.sleep(seconds)`
fn sleep(vm: &mut Vm, args: Args) -> NativeResult {
    let [seconds] = args.exact(vm, "time.sleep")?;
    let ns = duration_ns(vm, seconds)?;
    let op = if ns > 0 {
        Op::Sleep {
            ns,
            state: State::Sleeping,
        }
    } else if vm.options.minor >= 11 {
        Op::Syscall { ns: SLEEP_ZERO_NS }
    } else {
        Op::Syscall {
            ns: SLEEP_ZERO_OLD_NS,
        }
    };
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: Vec::new(),
        resume: |_, _, _| Ok(Flow::Value(Value::None)),
        on_wake: None,
        waits_for: None,
    })))
}
