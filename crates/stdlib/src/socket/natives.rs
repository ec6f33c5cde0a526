//! `_socket`'s functions: what one system call does to a socket, without waiting; and waiting until some of several
//! descriptors are ready. Addresses are texts, `None` stands for "it would have to wait". (Over 400 lines because there
//! is a function a system call.)

use super::sockets::{Socket, Sockets, Stage};
use crate::threading::waiting::{deadline_ns, seconds};
use interleave_kernel::{OnWake, Op, QueueId, Reply};
use interleave_python::disk::Errno;
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Blocking, Flow, NativeFn, NativeResult, Raised, Vm};
use interleave_python::world::{Channel, Descriptor, Io, Target};
use interleave_trace::ThreadId;

/// The part's name.
const SOCKETS: &str = "sockets";
/// A system call on a socket of this machine, in ns. Source: costs.tsv, `mp.Pipe one-way int` (a socket pair), less
/// pickling.
const CALL_NS: u64 = 3_000;
/// A byte's way through the loopback. Source: costs.tsv, `mp.Pipe one-way 1 MB`.
const BYTES_PER_NS: u64 = 4;

/// The module's functions.
pub(super) const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("_socket", socket),
    ("_pair", pair),
    ("_bind", bind),
    ("_listen", listen),
    ("_accept", accept),
    ("_connect", connect),
    ("_send", send),
    ("_recv", recv),
    ("_send_to", send_to),
    ("_recv_from", recv_from),
    ("_shutdown", shutdown),
    ("_names", names),
    ("_wait", wait),
];

fn sockets(vm: &mut Vm) -> &mut Sockets {
    vm.world.part::<Sockets>(SOCKETS)
}

/// The socket behind a descriptor.
fn number_of(vm: &mut Vm, descriptor: Value) -> Result<u32, Raised> {
    let Value::Int(number) = descriptor else {
        return Err(vm.os_error(Errno::EBADF, Value::Unbound));
    };
    let open = vm.world.descriptor(&vm.open_files, number);
    match open.map(|open| open.target) {
        Some(Target::Channel(channel)) if channel.part == SOCKETS => Ok(channel.number),
        Some(_) => Err(vm.os_error(Errno::ENOTSOCK, Value::Unbound)),
        None => Err(vm.os_error(Errno::EBADF, Value::Unbound)),
    }
}

fn fresh(vm: &mut Vm, is_stream: bool) -> Socket {
    let (readers, writers) = (vm.world.new_wait_queue(), vm.world.new_wait_queue());
    Socket::new(is_stream, readers, writers)
}

fn open(vm: &mut Vm, number: u32) -> Value {
    let target = Target::Channel(Channel {
        part: SOCKETS,
        number,
    });
    let descriptor = Descriptor::new(target, true, true);
    Value::Int(vm.world.open(&mut vm.open_files, descriptor))
}

fn text(vm: &Vm, value: Value) -> Option<String> {
    vm.text(value).map(|text| text.to_string())
}

fn failed(vm: &mut Vm, errno: Errno) -> NativeResult {
    Err(vm.os_error(errno, Value::Unbound))
}

/// `_socket(is_stream)`: a new descriptor.
fn socket(vm: &mut Vm, args: Args) -> NativeResult {
    let [is_stream] = args.exact(vm, "_socket")?;
    let socket = fresh(vm, is_stream == Value::Bool(true));
    let number = sockets(vm).add(socket);
    let descriptor = open(vm, number);
    vm.wake_then(Vec::new(), CALL_NS, descriptor)
}

/// `_pair(is_stream)`: two descriptors of one stream.
fn pair(vm: &mut Vm, args: Args) -> NativeResult {
    let [is_stream] = args.exact(vm, "_pair")?;
    let is_stream = is_stream == Value::Bool(true);
    let (one, other) = (fresh(vm, is_stream), fresh(vm, is_stream));
    let (one, other) = (sockets(vm).add(one), sockets(vm).add(other));
    sockets(vm).pair(one, other);
    let ends = [open(vm, one), open(vm, other)];
    let ends = vm.heap.tuple(&ends);
    vm.wake_then(Vec::new(), CALL_NS, ends)
}

/// `_bind(descriptor, address, host)`: takes the address; where it is None, a free port of `host`, which is given back.
fn bind(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, address, host] = args.exact(vm, "_bind")?;
    let number = number_of(vm, own)?;
    let is_stream = sockets(vm).get(number).is_stream;
    let address = match text(vm, address) {
        Some(address) => address,
        None => {
            let host = text(vm, host).unwrap_or_default();
            let port = sockets(vm).free_port();
            format!("{host}|{port}")
        }
    };
    if sockets(vm).get(number).own.is_some() {
        return failed(vm, Errno::EINVAL);
    }
    if sockets(vm).at(&address, is_stream).is_some() {
        return failed(vm, Errno::EADDRINUSE);
    }
    sockets(vm).get_mut(number).own = Some(address.clone());
    let address = vm.heap.string(address);
    vm.wake_then(Vec::new(), CALL_NS, address)
}

/// `_listen(descriptor)`
fn listen(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_listen")?;
    let number = number_of(vm, own)?;
    let socket = sockets(vm).get_mut(number);
    if !socket.is_stream {
        return failed(vm, Errno::ENOTSUP);
    }
    if socket.stage == Stage::Fresh {
        socket.stage = Stage::Listening(Default::default());
    }
    vm.wake_then(Vec::new(), CALL_NS, Value::None)
}

/// `_accept(descriptor)`: a descriptor, or None.
fn accept(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_accept")?;
    let number = number_of(vm, own)?;
    let Stage::Listening(waiting) = &mut sockets(vm).get_mut(number).stage else {
        return failed(vm, Errno::EINVAL);
    };
    let Some(accepted) = waiting.pop_front() else {
        return Ok(Flow::Value(Value::None));
    };
    let descriptor = open(vm, accepted);
    vm.wake_then(Vec::new(), CALL_NS, descriptor)
}

/// `_connect(descriptor, address, others)`: to whoever has the address, or one of `others` (those of any host).
fn connect(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, address, others] = args.exact(vm, "_connect")?;
    let number = number_of(vm, own)?;
    let (is_stream, is_fresh) = {
        let socket = sockets(vm).get(number);
        (socket.is_stream, socket.stage == Stage::Fresh)
    };
    let mut addresses = vec![address];
    addresses.extend(vm.items_of(others)?.unwrap_or_default());
    let addresses: Vec<String> = addresses.iter().filter_map(|&a| text(vm, a)).collect();
    let found = addresses
        .iter()
        .find_map(|address| sockets(vm).at(address, is_stream));
    if !is_stream {
        sockets(vm).get_mut(number).peer = addresses.into_iter().next();
        return Ok(Flow::Value(Value::None));
    }
    if !is_fresh {
        return failed(vm, Errno::EISCONN);
    }
    let listener =
        found.filter(|&found| matches!(sockets(vm).get(found).stage, Stage::Listening(_)));
    let Some(listener) = listener else {
        return failed(vm, Errno::ECONNREFUSED);
    };
    if sockets(vm).get(number).own.is_none() {
        let host = addresses[0].rsplit_once('|').map_or("", |(host, _)| host);
        let port = sockets(vm).free_port();
        sockets(vm).get_mut(number).own = Some(format!("{host}|{port}"));
    }
    let server = fresh(vm, true);
    let mut wakes = Vec::new();
    sockets(vm).join(number, listener, server, &mut wakes);
    sockets(vm).get_mut(number).peer = addresses.into_iter().next();
    vm.wake_then(wakes, 2 * CALL_NS, Value::None)
}

fn bytes_of(vm: &mut Vm, data: Value) -> Result<Vec<u8>, Raised> {
    match vm.object(vm.unwrap(data)) {
        Some(Object::Bytes(data)) => Ok(data.to_vec()),
        _ => Err(vm.type_error("a bytes-like object is required")),
    }
}

/// `_send(descriptor, data, from)`: how many bytes of `data` from there on went, or None.
fn send(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, data, from] = args.exact(vm, "_send")?;
    let number = number_of(vm, own)?;
    let data = bytes_of(vm, data)?;
    let from = match from {
        Value::Int(from) => (from as usize).min(data.len()),
        _ => 0,
    };
    let mut wakes = Vec::new();
    match sockets(vm).send(number, &data[from..], &mut wakes) {
        Ok(Io::Done(count)) => {
            let ns = CALL_NS + count as u64 / BYTES_PER_NS;
            vm.wake_then(wakes, ns, Value::Int(count as i64))
        }
        Ok(Io::WouldBlock) => Ok(Flow::Value(Value::None)),
        Err(errno) => failed(vm, errno),
    }
}

/// `_recv(descriptor, count, looks)`: bytes, or None.
fn recv(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count, looks] = args.exact(vm, "_recv")?;
    let number = number_of(vm, own)?;
    let count = match count {
        Value::Int(count) => count.max(0) as usize,
        _ => 0,
    };
    if !sockets(vm).get(number).is_stream {
        let packet = sockets(vm).take_packet(number);
        let data = packet.map(|(_, data)| data[..count.min(data.len())].to_vec());
        return match data {
            Some(data) => {
                let data = vm.heap.value(Object::Bytes(data.into()));
                vm.wake_then(Vec::new(), CALL_NS, data)
            }
            None => Ok(Flow::Value(Value::None)),
        };
    }
    let mut wakes = Vec::new();
    match sockets(vm).take(number, count, looks == Value::Bool(true), &mut wakes) {
        Ok(Io::Done(data)) => {
            let ns = CALL_NS + data.len() as u64 / BYTES_PER_NS;
            let data = vm.heap.value(Object::Bytes(data.into()));
            vm.wake_then(wakes, ns, data)
        }
        Ok(Io::WouldBlock) => Ok(Flow::Value(Value::None)),
        Err(errno) => failed(vm, errno),
    }
}

/// `_send_to(descriptor, data, addresses, host)`: a datagram to whoever has one of the addresses; its sender gets a free
/// port of `host` where it has no address yet. The number of bytes.
fn send_to(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, data, addresses, host] = args.exact(vm, "_send_to")?;
    let number = number_of(vm, own)?;
    let data = bytes_of(vm, data)?;
    let addresses = vm.items_of(addresses)?.unwrap_or_default();
    let addresses: Vec<String> = addresses.iter().filter_map(|&a| text(vm, a)).collect();
    if sockets(vm).get(number).own.is_none() {
        let host = text(vm, host).unwrap_or_default();
        let port = sockets(vm).free_port();
        sockets(vm).get_mut(number).own = Some(format!("{host}|{port}"));
    }
    let from = sockets(vm).get(number).own.clone().unwrap_or_default();
    let to = addresses
        .iter()
        .find_map(|address| sockets(vm).at(address, false));
    let count = data.len();
    let mut wakes = Vec::new();
    if let Some(to) = to {
        sockets(vm).send_to(&from, to, data, &mut wakes);
    }
    vm.wake_then(wakes, CALL_NS, Value::Int(count as i64))
}

/// `_recv_from(descriptor, count)`: (bytes, address), or None.
fn recv_from(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, count] = args.exact(vm, "_recv_from")?;
    let number = number_of(vm, own)?;
    let Some((from, data)) = sockets(vm).take_packet(number) else {
        return Ok(Flow::Value(Value::None));
    };
    let count = match count {
        Value::Int(count) => (count.max(0) as usize).min(data.len()),
        _ => data.len(),
    };
    let data = vm.heap.value(Object::Bytes(data[..count].into()));
    let pair = [data, vm.heap.string(from)];
    let pair = vm.heap.tuple(&pair);
    vm.wake_then(Vec::new(), CALL_NS, pair)
}

/// `_shutdown(descriptor, how)`
fn shutdown(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, how] = args.exact(vm, "_shutdown")?;
    let number = number_of(vm, own)?;
    let (reading, writing) = match how {
        Value::Int(0) => (true, false),
        Value::Int(1) => (false, true),
        _ => (true, true),
    };
    let mut wakes = Vec::new();
    match sockets(vm).shut(number, reading, writing, &mut wakes) {
        Ok(()) => vm.wake_then(wakes, CALL_NS, Value::None),
        Err(errno) => failed(vm, errno),
    }
}

/// `_names(descriptor)`: its own address and its peer's, None where it has none.
fn names(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_names")?;
    let number = number_of(vm, own)?;
    let socket = sockets(vm).get(number);
    let (mine, theirs) = (socket.own.clone(), socket.peer.clone());
    let names = [mine, theirs].map(|name| name.map_or(Value::None, |name| vm.heap.string(name)));
    Ok(Flow::Value(vm.heap.tuple(&names)))
}

fn channel_of(vm: &Vm, number: Value) -> Option<Channel> {
    let Value::Int(number) = number else {
        return None;
    };
    match vm.world.descriptor(&vm.open_files, number)?.target {
        Target::Channel(channel) => Some(channel),
        _ => None,
    }
}

fn ready_of(vm: &mut Vm, numbers: Value, to_write: bool) -> Vec<Value> {
    let mut ready = vm.items_of(numbers).ok().flatten().unwrap_or_default();
    ready.retain(|&number| {
        let Some(channel) = channel_of(vm, number) else {
            return true;
        };
        vm.world
            .owner_of(channel)
            .is_none_or(|part| match to_write {
                true => part.can_write(channel),
                false => part.can_read(channel),
            })
    });
    ready
}

fn both_ready(vm: &mut Vm, state: &[Value]) -> (Value, bool) {
    let lists = [false, true].map(|to_write| ready_of(vm, state[usize::from(to_write)], to_write));
    let is_any = lists.iter().any(|list| !list.is_empty());
    let lists = lists.map(|list| vm.heap.list(list));
    (vm.heap.tuple(&lists), is_any)
}

fn watch_all(vm: &mut Vm, state: &[Value], queue: QueueId, on: bool) {
    for &numbers in &state[..2] {
        for number in vm.items_of(numbers).ok().flatten().unwrap_or_default() {
            let Some(channel) = channel_of(vm, number) else {
                continue;
            };
            if let Some(part) = vm.world.owner_of(channel) {
                match on {
                    true => part.watch(channel, queue),
                    false => part.unwatch(channel, queue),
                }
            }
        }
    }
}

/// `_wait(readers, writers, timeout)`: the descriptors that are ready, as two lists, as soon as there are some or the time
/// (None: for ever) is over.
fn wait(vm: &mut Vm, args: Args) -> NativeResult {
    let [readers, writers, timeout] = args.exact(vm, "_wait")?;
    let timeout_s = match timeout {
        Value::None => f64::INFINITY,
        timeout => seconds(vm, timeout)?,
    };
    let until_ns = timeout_s.is_finite().then(|| deadline_ns(vm, timeout_s));
    let until = until_ns.map_or(Value::None, |ns| Value::Int(ns as i64));
    look(vm, &[readers, writers, until], timeout_s > 0.0)
}

fn look(vm: &mut Vm, state: &[Value], may_wait: bool) -> NativeResult {
    let (ready, is_any) = both_ready(vm, state);
    if is_any || !may_wait {
        return vm.wake_then(Vec::new(), CALL_NS, ready);
    }
    let queue = vm.world.new_queue();
    watch_all(vm, state, queue, true);
    let deadline_ns = match state[2] {
        Value::Int(ns) => Some(ns as u64),
        _ => None,
    };
    let mut state = state[..3].to_vec();
    state.push(Value::Int(i64::from(queue.0)));
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Park {
            queue,
            deadline_ns,
            generation: 0,
            object: None,
            holder: None,
        },
        state,
        resume: told,
        on_wake: Some(decide),
        waits_for: None,
    })))
}

fn decide(vm: &mut Vm, _: ThreadId, state: &[Value]) -> OnWake {
    match both_ready(vm, state).1 {
        true => OnWake::Ready,
        false => OnWake::ParkAgain,
    }
}

fn told(vm: &mut Vm, state: &[Value], reply: Reply) -> Result<Flow, Raised> {
    if let Value::Int(queue) = state[3] {
        watch_all(vm, state, QueueId(queue as u32), false);
    }
    // What woke it may have been taken by another: it goes on waiting until its time is over.
    look(vm, state, reply == Reply::Woken)
}
