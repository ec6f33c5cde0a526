//! What Python's instructions cost, per version, in picoseconds of CPU time. Data only.
//! Source: the measured table of operations (costs: minimum of five runs on CPython 3.9, 3.11, 3.12, 3.13 and 3.13t);
//! 3.10 takes 3.9's call costs with 3.11's rest, 3.14 takes 3.13's.

/// Costs in ps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// Local variables and constants: `x=y` is a load and a store.
    pub fast: u64,
    /// A global variable.
    pub global: u64,
    /// An operator on small ints.
    pub arithmetic: u64,
    /// An operator on big ints.
    pub big_int: u64,
    /// A comparison.
    pub compare: u64,
    /// `o.a`
    pub attribute: u64,
    /// `l[i]`
    pub subscript: u64,
    /// A step of a loop's iterator.
    pub iterate: u64,
    /// A backward jump.
    pub jump: u64,
    /// A Python call and its return.
    pub call: u64,
    /// A call of a builtin.
    pub native_call: u64,
    /// A bare instance.
    pub new_instance: u64,
    /// Building a tuple, list, dict or function.
    pub build: u64,
    /// A class statement.
    pub build_class: u64,
    /// A part of an f-string.
    pub format: u64,
    /// Raising and catching.
    pub raise: u64,
    /// Resuming a generator.
    pub generator_resume: u64,
    /// An element handled by native code.
    pub per_item: u64,
    /// Reading a clock.
    pub clock: u64,
    /// `print` of a line to a buffer.
    pub print: u64,
    /// The write of a line to a terminal, a system call without the GIL.
    pub write: u64,
    /// An uncontended lock's acquire or release.
    pub lock: u64,
    /// Making a thread: until `start()` has asked the system for it.
    pub thread_create: u64,
    /// Copying a process, for the one that is copied. Source: `Process(fork) start() returns`, less what Python does.
    pub fork: u64,
    /// What a copy does before it goes on: its pages are copied as it touches them. Source: `Process(fork) start+join
    /// noop`, less the other parts.
    pub fork_child: u64,
    /// Starting a fresh interpreter, for the one that starts it. Source: `Process(spawn) start() returns`.
    pub exec: u64,
    /// What a fresh interpreter does before its first statement. Source: `python -c pass`.
    pub boot: u64,
    /// What a process does at its end. Source: as for `fork_child`.
    pub process_exit: u64,
    /// Asking how a child has ended.
    pub reap: u64,
}

/// CPython 3.11.
const V3_11: Costs = Costs {
    fast: 700,
    global: 4_000,
    arithmetic: 9_000,
    big_int: 20_000,
    compare: 6_400,
    attribute: 1_500,
    subscript: 2_600,
    iterate: 8_600,
    jump: 800,
    call: 13_000,
    native_call: 6_000,
    new_instance: 40_000,
    build: 15_000,
    build_class: 9_000_000,
    format: 28_000,
    raise: 100_000,
    generator_resume: 12_000,
    per_item: 4_000,
    clock: 38_000,
    print: 420_000,
    write: 1_300_000,
    lock: 27_000,
    thread_create: 18_000_000,
    fork: 950_000_000,
    fork_child: 800_000_000,
    exec: 630_000_000,
    boot: 43_000_000_000,
    process_exit: 2_000_000_000,
    reap: 20_000_000,
};

impl Costs {
    /// The costs of Python 3.`minor`, with or without a GIL.
    pub fn of(minor: u8, gil: bool) -> Costs {
        let base = V3_11;
        if !gil {
            return Costs {
                fast: 1_800,
                global: 7_000,
                arithmetic: 24_000,
                compare: 12_000,
                attribute: 21_000,
                subscript: 14_000,
                iterate: 18_000,
                jump: 1_500,
                call: 25_000,
                native_call: 42_000,
                new_instance: 64_000,
                ..base
            };
        }
        match minor {
            ..=10 => Costs {
                fast: 1_600,
                global: 7_000,
                arithmetic: 13_000,
                compare: 8_000,
                attribute: 16_000,
                subscript: 12_000,
                iterate: 18_000,
                jump: 2_000,
                call: 33_000,
                native_call: 18_000,
                new_instance: 48_000,
                generator_resume: 27_000,
                raise: 139_000,
                ..base
            },
            12 => Costs {
                iterate: 19_000,
                arithmetic: 14_000,
                new_instance: 80_000,
                ..base
            },
            13.. => Costs {
                iterate: 12_000,
                arithmetic: 14_000,
                new_instance: 52_000,
                native_call: 8_000,
                ..base
            },
            _ => base,
        }
    }
}
