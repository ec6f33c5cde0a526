//! `asyncio`: the event loop, futures and tasks. What is C in CPython is native here (futures, tasks, handles and the pass
//! over what is ready), the rest is Python; a module each, as in CPython.

mod event_loop;
mod future;
mod gathering;
mod handle;
mod lane;
pub(crate) mod readiness;
mod task;
mod timers;

use crate::host_class::add_property;
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeFn, NativeResult, Support, Vm};

/// A module that only the others of this folder import.
const fn part(name: &'static str, shown_as: &'static str, source: &'static str) -> ModuleDef {
    ModuleDef {
        name,
        functions: &[],
        set_up: None,
        source: Some(source),
        shown_as,
        support: Support::INTERNAL,
    }
}

/// The modules of this folder.
pub(crate) const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "asyncio",
        functions: &[],
        set_up: None,
        source: Some(include_str!("asyncio.py")),
        shown_as: "/usr/lib/python3.11/asyncio/__init__.py",
        support: Support {
            there: "`run`, `Runner`, event loops and policies, `Future`, `Task`, `gather`, `wait`, `wait_for`, `as_completed`, `shield`, `sleep`, `to_thread`, `run_coroutine_threadsafe`, debug mode, `Lock`, `Event`, `Condition`, `Semaphore`, `BoundedSemaphore`, `Barrier`, `Queue` and its orders, `timeout`, `TaskGroup`, protocols and transports, streams, `add_reader`, `add_signal_handler`, `create_subprocess_exec`, `create_subprocess_shell`",
            partial: &[(
                "`as_completed`, `wait`",
                "what is handed over is looked at in its own order, where CPython's is a set's",
            )],
            refused: &[],
        },
    },
    ModuleDef {
        name: "_asyncio",
        functions: &[
            ("_publish", event_loop::publish),
            ("_get_running_loop", event_loop::get_running),
            ("get_running_loop", event_loop::get_running_or_fail),
            ("_set_running_loop", event_loop::set_running),
            ("_lost_failures", event_loop::lost_failures),
            ("_refuse", |vm, args| {
                let [what] = args.exact(vm, "_refuse")?;
                let what = vm.text(what).unwrap_or_default().to_string();
                Err(vm.not_supported(&what))
            }),
            ("_make_handle", |vm, args| {
                let [event_loop, callback, arguments] = args.exact(vm, "_make_handle")?;
                let arguments = vm.items_of(arguments)?.unwrap_or_default();
                let made = handle::make(vm, event_loop, callback, &arguments, Value::None, None);
                Ok(Flow::Value(made))
            }),
            ("_library_place", library_place),
            ("_quick_task", gathering::quick_task),
            ("_went_well", gathering::went_well),
            ("_results", gathering::results),
            ("_stands_for", future::stands_for),
            ("_mark_as_sleep", future::mark_as_sleep),
            (
                "_set_result_unless_cancelled",
                future::finish_unless_cancelled,
            ),
        ],
        set_up: Some(set_up),
        source: None,
        shown_as: "",
        support: Support::INTERNAL,
    },
    part(
        "asyncio.base_events",
        "/usr/lib/python3.11/asyncio/base_events.py",
        include_str!("base_events.py"),
    ),
    part(
        "asyncio.base_futures",
        "/usr/lib/python3.11/asyncio/base_futures.py",
        include_str!("base_futures.py"),
    ),
    part(
        "asyncio.connections",
        "/usr/lib/python3.11/asyncio/connections.py",
        include_str!("connections.py"),
    ),
    part(
        "asyncio.constants",
        "/usr/lib/python3.11/asyncio/constants.py",
        include_str!("constants.py"),
    ),
    part(
        "asyncio.coroutines",
        "/usr/lib/python3.11/asyncio/coroutines.py",
        include_str!("coroutines.py"),
    ),
    part(
        "asyncio.events",
        "/usr/lib/python3.11/asyncio/events.py",
        include_str!("events.py"),
    ),
    part(
        "asyncio.exceptions",
        "/usr/lib/python3.11/asyncio/exceptions.py",
        include_str!("exceptions.py"),
    ),
    part(
        "asyncio.format_helpers",
        "/usr/lib/python3.11/asyncio/format_helpers.py",
        include_str!("format_helpers.py"),
    ),
    part(
        "asyncio.futures",
        "/usr/lib/python3.11/asyncio/futures.py",
        include_str!("futures.py"),
    ),
    part(
        "asyncio.log",
        "/usr/lib/python3.11/asyncio/log.py",
        include_str!("log.py"),
    ),
    part(
        "asyncio.runners",
        "/usr/lib/python3.11/asyncio/runners.py",
        include_str!("runners.py"),
    ),
    part(
        "asyncio.tasks",
        "/usr/lib/python3.11/asyncio/tasks.py",
        include_str!("tasks.py"),
    ),
    part(
        "asyncio.threads",
        "/usr/lib/python3.11/asyncio/threads.py",
        include_str!("threads.py"),
    ),
    part(
        "asyncio.locks",
        "/usr/lib/python3.11/asyncio/locks.py",
        include_str!("locks.py"),
    ),
    part(
        "asyncio.mixins",
        "/usr/lib/python3.11/asyncio/mixins.py",
        include_str!("mixins.py"),
    ),
    part(
        "asyncio.pipes",
        "/usr/lib/python3.11/asyncio/pipes.py",
        include_str!("pipes.py"),
    ),
    part(
        "asyncio.programs",
        "/usr/lib/python3.11/asyncio/programs.py",
        include_str!("programs.py"),
    ),
    part(
        "asyncio.protocols",
        "/usr/lib/python3.11/asyncio/protocols.py",
        include_str!("protocols.py"),
    ),
    part(
        "asyncio.queues",
        "/usr/lib/python3.11/asyncio/queues.py",
        include_str!("queues.py"),
    ),
    part(
        "asyncio.selector_events",
        "/usr/lib/python3.11/asyncio/selector_events.py",
        include_str!("selector_events.py"),
    ),
    part(
        "asyncio.sockets",
        "/usr/lib/python3.11/asyncio/sockets.py",
        include_str!("sockets.py"),
    ),
    part(
        "asyncio.streams",
        "/usr/lib/python3.11/asyncio/streams.py",
        include_str!("streams.py"),
    ),
    part(
        "asyncio.subprocess",
        "/usr/lib/python3.11/asyncio/subprocess.py",
        include_str!("subprocess.py"),
    ),
    part(
        "asyncio.taskgroups",
        "/usr/lib/python3.11/asyncio/taskgroups.py",
        include_str!("taskgroups.py"),
    ),
    part(
        "asyncio.timeouts",
        "/usr/lib/python3.11/asyncio/timeouts.py",
        include_str!("timeouts.py"),
    ),
    part(
        "asyncio.transports",
        "/usr/lib/python3.11/asyncio/transports.py",
        include_str!("transports.py"),
    ),
    part(
        "asyncio.unix_events",
        "/usr/lib/python3.11/asyncio/unix_events.py",
        include_str!("unix_events.py"),
    ),
];

fn set_up(vm: &mut Vm, module: Ref) {
    event_loop::set_up(vm, module);
    handle::set_up(vm, module);
    future::set_up(vm, module);
    task::set_up(vm, module);
    let classes: [(&str, &[(&'static str, NativeFn)]); 2] = [
        (future::CLASS, future::PROPERTIES),
        (task::CLASS, task::PROPERTIES),
    ];
    for (root, properties) in classes {
        let class = vm.roots[root].as_ref().expect("set up above");
        for &(name, getter) in properties {
            add_property(vm, class, name, getter);
        }
    }
}

/// `_library_place(module, line)`: the file and the line that CPython has where a module of the library has this line.
fn library_place(vm: &mut Vm, args: Args) -> NativeResult {
    let [module, line] = args.exact(vm, "_library_place")?;
    let module = vm.text(module).unwrap_or_default();
    let line = match line {
        Value::Int(line) => line,
        _ => 1,
    };
    let registry = vm.registry.clone();
    let definition = registry.find(&module).map(|found| found.1);
    let source = definition.and_then(|definition| definition.source);
    let text = source.and_then(|source| source.lines().nth((line - 1).max(0) as usize));
    let marked = text.and_then(|text| text.split_once("# @")?.1.trim().parse().ok());
    let file = definition.map_or("<library>", |definition| definition.shown_as);
    let place = [vm.heap.str(file), Value::Int(marked.unwrap_or(line))];
    Ok(Flow::Value(vm.heap.tuple(&place)))
}
