//! Where processes meet: addresses at which one listens and others call, and open files on their way between processes.
//! A part of the world; what is said over the pipes that a call brings, `connection.py` knows.

use interleave_kernel::{Op, QueueId, Reply};
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Blocking, Flow, NativeResult, Raised, Vm};
use interleave_python::world::{Channel, Held, WaitQueue, WorldPart};
use interleave_trace::ProcessId;
use std::collections::{BTreeMap, VecDeque};

/// The part's name.
const PART: &str = "listeners";
/// The first port that nobody asked for by number. Source: Linux, ip_local_port_range.
const FIRST_FREE_PORT: u32 = 32_768;
/// System calls to open a listener or to call one, in ns. Source: a Unix socket's connect and accept take about 10 µs; not
/// measured on the reference machine.
const CALL_NS: u64 = 10_000;

/// Who listens at an address.
#[derive(Clone, Debug)]
struct Listener {
    process: ProcessId,
    number: i64,
    /// The callers' pipes to be read and to be written, and the callers' ports.
    callers: VecDeque<(Held, Held, u32)>,
    waiters: WaitQueue,
}

/// The world's listeners, and its open files on the way.
#[derive(Clone, Debug, Default)]
struct Listeners {
    at: BTreeMap<String, Listener>,
    listeners: i64,
    ports: u32,
    lent: BTreeMap<i64, Held>,
    loans: i64,
}

impl Listeners {
    fn of(&mut self, number: i64) -> Option<&mut Listener> {
        let mut all = self.at.values_mut();
        all.find(|listener| listener.number == number)
    }
}

impl WorldPart for Listeners {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }

    fn process_ended(&mut self, process: ProcessId, _: &mut Vec<QueueId>) {
        self.at.retain(|_, listener| listener.process != process);
    }

    fn park(&mut self, _: Channel, _: bool, _: Option<u64>) -> Op {
        unreachable!("a listener is no channel")
    }

    fn leave(&mut self, _: Channel, _: bool) {}
}

fn index(vm: &mut Vm, value: Value) -> Result<i64, Raised> {
    Ok(vm.as_index(value)?.unwrap_or(-1))
}

/// `_listen(address, backlog)`: the listener's number and its port; None where somebody listens there. The address "0" is
/// a free port.
pub(super) fn listen(vm: &mut Vm, args: Args) -> NativeResult {
    let [address, _backlog] = args.exact(vm, "_listen")?;
    let mut address = vm.text(address).unwrap_or_default().to_string();
    let process = vm.process;
    let waiters = vm.world.new_wait_queue();
    let part = vm.world.part::<Listeners>(PART);
    if address == "0" {
        part.ports += 1;
        address = (FIRST_FREE_PORT + part.ports).to_string();
    }
    if part.at.contains_key(&address) {
        return Ok(Flow::Value(Value::None));
    }
    part.listeners += 1;
    let number = part.listeners;
    let port = address.parse().unwrap_or(0);
    let listener = Listener {
        process,
        number,
        callers: VecDeque::new(),
        waiters,
    };
    part.at.insert(address, listener);
    let result = vm.heap.tuple(&[Value::Int(number), Value::Int(port)]);
    vm.wake_then(Vec::new(), CALL_NS, result)
}

/// `_unlisten(number)`: callers that nobody has accepted are hung up on.
pub(super) fn unlisten(vm: &mut Vm, args: Args) -> NativeResult {
    let [number] = args.exact(vm, "_unlisten")?;
    let number = index(vm, number)?;
    let part = vm.world.part::<Listeners>(PART);
    let address = part.at.iter().find(|(_, own)| own.number == number);
    let address = address.map(|(address, _)| address.clone());
    let mut wakes = Vec::new();
    if let Some(mut listener) = address.and_then(|address| part.at.remove(&address)) {
        listener.waiters.wake(&mut wakes);
        for (reader, writer, _) in listener.callers {
            vm.world.let_go(reader, &mut wakes);
            vm.world.let_go(writer, &mut wakes);
        }
    }
    vm.wake_then(wakes, 0, Value::None)
}

/// `_call(address, reader, writer)`: hands these descriptors to who listens there; False where nobody does.
pub(super) fn call(vm: &mut Vm, args: Args) -> NativeResult {
    let [address, reader, writer] = args.exact(vm, "_call")?;
    let address = vm.text(address).unwrap_or_default();
    if !vm.world.part::<Listeners>(PART).at.contains_key(&*address) {
        return Ok(Flow::Value(Value::Bool(false)));
    }
    let (reader, writer) = (index(vm, reader)?, index(vm, writer)?);
    let held = [reader, writer].map(|number| vm.world.hold(&vm.open_files, number));
    let [Some(reader), Some(writer)] = held else {
        return Err(vm.raise("OSError", "[Errno 9] Bad file descriptor"));
    };
    let part = vm.world.part::<Listeners>(PART);
    part.ports += 1;
    let port = FIRST_FREE_PORT + part.ports;
    let mut wakes = Vec::new();
    let listener = part.at.get_mut(&*address).expect("it is there");
    listener.callers.push_back((reader, writer, port));
    listener.waiters.wake(&mut wakes);
    vm.wake_then(wakes, CALL_NS, Value::Bool(true))
}

/// `_accept(number)`: a caller's pipes and port, as soon as there is one.
pub(super) fn accept(vm: &mut Vm, args: Args) -> NativeResult {
    let [number] = args.exact(vm, "_accept")?;
    let own = index(vm, number)?;
    let Some(listener) = vm.world.part::<Listeners>(PART).of(own) else {
        return Err(vm.raise("OSError", "[Errno 9] Bad file descriptor"));
    };
    if let Some((reader, writer, port)) = listener.callers.pop_front() {
        let ends = [reader, writer].map(|held| vm.world.take_up(&mut vm.open_files, held));
        let [reader, writer] = ends.map(Value::Int);
        let result = vm
            .heap
            .tuple(&[reader, writer, Value::Int(i64::from(port))]);
        return vm.wake_then(Vec::new(), CALL_NS, result);
    }
    let op = listener.waiters.park(None, None, None);
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: vec![number],
        resume: accept_on,
        on_wake: None,
        waits_for: None,
    })))
}

fn accept_on(vm: &mut Vm, state: &[Value], _: Reply) -> Result<Flow, Raised> {
    let own = index(vm, state[0])?;
    if let Some(listener) = vm.world.part::<Listeners>(PART).of(own) {
        listener.waiters.leave();
    }
    accept(vm, Args::of(state))
}

/// `_lend(descriptor)`: a number by which any process may borrow what it leads to, once.
pub(super) fn lend(vm: &mut Vm, args: Args) -> NativeResult {
    let [number] = args.exact(vm, "_lend")?;
    let number = index(vm, number)?;
    let Some(held) = vm.world.hold(&vm.open_files, number) else {
        return Err(vm.raise("OSError", "[Errno 9] Bad file descriptor"));
    };
    let part = vm.world.part::<Listeners>(PART);
    part.loans += 1;
    let loan = part.loans;
    part.lent.insert(loan, held);
    Ok(Flow::Value(Value::Int(loan)))
}

/// `_borrow(loan)`: a descriptor of this process.
pub(super) fn borrow(vm: &mut Vm, args: Args) -> NativeResult {
    let [loan] = args.exact(vm, "_borrow")?;
    let loan = index(vm, loan)?;
    let Some(held) = vm.world.part::<Listeners>(PART).lent.remove(&loan) else {
        return Err(vm.raise("OSError", "[Errno 9] Bad file descriptor"));
    };
    let number = vm.world.take_up(&mut vm.open_files, held);
    Ok(Flow::Value(Value::Int(number)))
}
