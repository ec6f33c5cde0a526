//! Processes: copying, ending, awaiting and signalling them, over the world's table. Source: CPython 3.11,
//! Modules/posixmodule.c and signalmodule.c; Linux, fork(2), wait(2), kill(2).

use interleave_kernel::{Op, Reply};
use interleave_python::disk::Errno;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Blocking, Flow, NativeResult, Note, Raised, SIGNALS_DUE, Vm};
use interleave_python::world::{Disposition, Newborn, World};
use interleave_trace::{ObjectId, ProcessId, Role, ThreadId};

use super::RANDOM_STATE;

const NO_HANG: i64 = 1;
const KILL: u8 = 9;

pub(super) fn getpid(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "getpid")?;
    Ok(Flow::Value(Value::Int(vm.world.pid_of(vm.process))))
}

pub(super) fn getppid(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "getppid")?;
    Ok(Flow::Value(Value::Int(vm.world.parent_pid_of(vm.process))))
}

/// `_fork(name)`: 0 in the copy, whose name is `name`; its number in the caller.
pub(super) fn fork(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_fork")?;
    if vm.is_nested() {
        return Err(vm.not_supported("os.fork() inside a special method that native code called"));
    }
    vm.spend(vm.costs.fork);
    let own = vm.this_thread();
    vm.world.set_newborn(own, Newborn::Copy(Vm::copy));
    start(vm, name, true)
}

fn start(vm: &mut Vm, name: Value, copies: bool) -> NativeResult {
    let text = vm.text(name).unwrap_or_default().to_string();
    let thread = vm.threads[vm.current].object;
    let attribute = vm.symbols.intern("_name");
    let thread_name = match vm.own_attribute(thread, attribute) {
        Some(name) if copies => vm.text(name).unwrap_or_default().to_string(),
        _ => "MainThread".to_owned(),
    };
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::StartProcess {
            name: text,
            thread_name,
            copies,
        },
        state: vec![name],
        resume: started,
        on_wake: None,
        waits_for: None,
    })))
}

fn started(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    let Reply::Process { process, thread } = reply else {
        return Err(vm.os_error(Errno::EAGAIN, Value::Unbound));
    };
    if vm.this_thread() != thread {
        let name = vm.text(state[0]).unwrap_or_default().to_string();
        vm.world.processes[process.index()].name = name;
        return Ok(Flow::Value(Value::Int(vm.world.pid_of(process))));
    }
    vm.spend(vm.costs.fork_child);
    // Its own randomness from here on.
    if let Some(&Value::Int(state)) = vm.roots.get(RANDOM_STATE) {
        let state = state ^ (i64::from(process.0) << 32).wrapping_mul(0x9e37_79b9);
        vm.roots.insert(RANDOM_STATE, Value::Int(state));
    }
    Ok(Flow::Value(Value::Int(0)))
}

/// `_start(function, module, argument, inherited, name)`: a fresh interpreter that calls `module.function(argument)`, a
/// text; `inherited` are pairs of descriptors, here and there. The result is its process number.
pub(super) fn start_fresh(vm: &mut Vm, args: Args) -> NativeResult {
    let [module, function, argument, inherited, name] = args.exact(vm, "_start_fresh")?;
    let [module, function, argument] =
        [module, function, argument].map(|text| vm.text(text).unwrap_or_default());
    let mut numbers = Vec::new();
    for pair in vm.items_of(inherited)?.unwrap_or_default() {
        if let [Value::Int(own), Value::Int(other)] = vm.items_of(pair)?.unwrap_or_default()[..] {
            numbers.push((own, other));
        }
    }
    let mut fresh = vm.fresh(&module, &function, &argument);
    fresh.open_files = vm.open_files.selected(&numbers);
    fresh.note_redirection_in(&vm.world);
    let own = vm.this_thread();
    vm.world.set_newborn(own, Newborn::Fresh(fresh));
    vm.spend(vm.costs.exec);
    start(vm, name, false)
}

/// `_name_process(name)`: the running process has another name.
pub(super) fn name_process(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_name_process")?;
    let name = vm.text(name).unwrap_or_default().to_string();
    let process = vm.process.index();
    vm.world.processes[process].name = name.clone();
    vm.note(Note::RenameProcess(name));
    Ok(Flow::Value(Value::None))
}

/// `_exit(status)`: the process ends here, its buffers unwritten.
pub(super) fn exit(vm: &mut Vm, args: Args) -> NativeResult {
    let [status] = args.named(vm, "_exit", ["status"], 1)?;
    let status = match vm.unwrap(status) {
        Value::Int(status) => status,
        Value::Bool(truth) => i64::from(truth),
        _ => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(status)
            );
            return Err(vm.type_error(&text));
        }
    };
    vm.spend(vm.costs.process_exit);
    let op = Op::ExitProcess {
        exit_code: (status & 0xff) as i32,
        exception: None,
    };
    super::asked(vm, op)
}

/// `_await(pid, options, timeout)`: the number and the status of a child that has ended, of any where `pid` is -1; (0, 0)
/// if none has within `timeout` seconds (None: for ever) or at once.
pub(super) fn await_child(vm: &mut Vm, args: Args) -> NativeResult {
    let [pid, options, timeout] = args.exact(vm, "_await")?;
    let (Value::Int(_), Value::Int(options)) = (pid, options) else {
        return Err(vm.type_error("an integer is required"));
    };
    let deadline = match timeout {
        _ if options & NO_HANG != 0 => Value::Int(0),
        Value::None => Value::None,
        timeout => {
            let wait_s = crate::threading::waiting::seconds(vm, timeout)?;
            let deadline_ns = crate::threading::waiting::deadline_ns(vm, wait_s);
            Value::Int(deadline_ns as i64)
        }
    };
    look(vm, &[pid, deadline])
}

/// The children that a wait is about.
fn awaited(vm: &Vm, pid: Value) -> Vec<ProcessId> {
    let mut children = vm.world.children_of(vm.process);
    if let Value::Int(pid) = pid
        && pid > 0
    {
        children.retain(|&child| vm.world.pid_of(child) == pid);
    }
    children
}

fn ended(vm: &Vm, pid: Value) -> Option<(ProcessId, i32)> {
    let children = awaited(vm, pid);
    children.into_iter().find_map(|child| {
        let ended = vm.world.processes[child.index()].ended?;
        Some((child, ended.exit_code))
    })
}

fn look(vm: &mut Vm, state: &[Value]) -> NativeResult {
    let [pid, deadline] = *state else {
        unreachable!("as it was made")
    };
    if let Some((child, exit_code)) = ended(vm, pid) {
        let number = vm.world.pid_of(child);
        if let Some(ended) = &mut vm.world.processes[child.index()].ended {
            ended.is_reaped = true;
        }
        let status = match exit_code {
            signal if signal < 0 => -signal,
            code => (code & 0xff) << 8,
        };
        vm.spend(vm.costs.reap);
        let pair = [Value::Int(number), Value::Int(i64::from(status))];
        return Ok(Flow::Value(vm.heap.tuple(&pair)));
    }
    let children = awaited(vm, pid);
    if children.is_empty() {
        return Err(vm.os_error(Errno::ECHILD, Value::Unbound));
    }
    let deadline_ns = match deadline {
        Value::Int(ns) => Some(ns as u64),
        _ => None,
    };
    if deadline_ns.is_some_and(|ns| ns <= vm.now_ns()) {
        let none = vm.heap.tuple(&[Value::Int(0), Value::Int(0)]);
        return Ok(Flow::Value(none));
    }
    let object = shown(vm, children[0]);
    let holder = Vm::other_thread(vm.world.processes[children[0].index()].main);
    let process = vm.process.index();
    let queue = &mut vm.world.processes[process].children_ended;
    let op = queue.park(deadline_ns, Some(object), Some(holder));
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: state.to_vec(),
        resume: |vm, state, _| {
            let process = vm.process.index();
            vm.world.processes[process].children_ended.leave();
            look(vm, state)
        },
        on_wake: Some(|vm, _, state| match ended(vm, state[0]) {
            Some(_) => interleave_kernel::OnWake::Ready,
            None => interleave_kernel::OnWake::ParkAgain,
        }),
        waits_for: Some(child),
    })))
}

fn child(vm: &Vm, state: &[Value]) -> (Option<ObjectId>, Option<ThreadId>) {
    let Some(&child) = awaited(vm, state[0]).first() else {
        return (None, None);
    };
    let entry = &vm.world.processes[child.index()];
    (entry.traced, Some(Vm::other_thread(entry.main)))
}

/// A process's row in the trace.
fn shown(vm: &mut Vm, process: ProcessId) -> ObjectId {
    let entry = &vm.world.processes[process.index()];
    if let Some(object) = entry.traced {
        return object;
    }
    let name = entry.name.clone();
    let object = vm.trace_object("process".into(), Some(name), Role::Thread);
    vm.world.processes[process.index()].traced = Some(object);
    object
}

/// `_kill(pid, signal)`: what another process does about a signal is in the table.
pub(super) fn kill(vm: &mut Vm, args: Args) -> NativeResult {
    let [pid, signal] = args.exact(vm, "_kill")?;
    let (Value::Int(pid), Value::Int(signal)) = (pid, signal) else {
        return Err(vm.type_error("an integer is required"));
    };
    let Some(process) = vm.world.process_of_pid(pid) else {
        return Err(vm.os_error(Errno::ESRCH, Value::Unbound));
    };
    let entry = &mut vm.world.processes[process.index()];
    let disposition = entry.disposition(signal as u8);
    if entry.ended.is_some() || signal == 0 || disposition == Disposition::Ignored {
        return Ok(Flow::Value(Value::None));
    }
    let main = entry.main;
    let op = if disposition == Disposition::Ends || signal as u8 == KILL {
        Op::EndProcess {
            process,
            exit_code: -(signal as i32),
        }
    } else {
        entry.due.push(signal as u8);
        Op::Interrupt {
            thread: Vm::other_thread(main),
        }
    };
    super::asked(vm, op)
}

/// `_die(signal)`: the process ends by a signal, its buffers unwritten.
pub(super) fn die(vm: &mut Vm, args: Args) -> NativeResult {
    let [signal] = args.exact(vm, "_die")?;
    let exit_code = match signal {
        Value::Int(signal) => -(signal as i32),
        _ => 0,
    };
    let process = vm.process;
    super::asked(vm, Op::EndProcess { process, exit_code })
}

/// `_dispose(signal, how)`: what the process does about a signal: 0 the default, 1 nothing, 2 it has a handler.
pub(super) fn dispose(vm: &mut Vm, args: Args) -> NativeResult {
    let [signal, how] = args.exact(vm, "_dispose")?;
    if let (Value::Int(signal), Value::Int(how)) = (signal, how) {
        let process = vm.process.index();
        let disposition = match how {
            0 => Disposition::Default,
            1 => Disposition::Ignored,
            _ => Disposition::Handled,
        };
        vm.world.processes[process].dispose(signal as u8, disposition);
    }
    Ok(Flow::Value(Value::None))
}

/// `_due()`: the signals that were sent to the process and not handled yet.
pub(super) fn due(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_due")?;
    let process = vm.process.index();
    let due = std::mem::take(&mut vm.world.processes[process].due);
    let due = due.into_iter().map(|signal| Value::Int(i64::from(signal)));
    Ok(Flow::Value(vm.heap.list(due.collect())))
}

/// `_handles_signals(function)`: it is called when other processes have sent signals.
pub(super) fn handles_signals(vm: &mut Vm, args: Args) -> NativeResult {
    let [function] = args.exact(vm, "_handles_signals")?;
    vm.roots.insert(SIGNALS_DUE, function);
    Ok(Flow::Value(Value::None))
}

/// `_pids()`: the numbers of all processes that have not ended.
pub(super) fn pids(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_pids")?;
    let alive = vm
        .world
        .processes
        .iter()
        .filter(|entry| entry.ended.is_none());
    let pids = alive
        .map(|entry| Value::Int(World::native_id(entry.main)))
        .collect();
    Ok(Flow::Value(vm.heap.list(pids)))
}
