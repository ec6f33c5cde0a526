//! `redis`: clients of simulated servers. A server's keys belong to the world, so that processes (and hosts) share them;
//! what is asked of it is Python over the network's round trips.

mod channels;
mod hashes;
mod lists;
mod sets;
mod sorted;
mod store;
mod strings;

use interleave_kernel::{Op, QueueId, Reply};
use interleave_python::heap::{Object, Value};
use interleave_python::vm::{Args, Blocking, Flow, ModuleDef, NativeResult, Raised, Support, Vm};
use store::{Answer, Server, Servers};

const fn part(name: &'static str, source: &'static str) -> ModuleDef {
    ModuleDef {
        name,
        functions: &[],
        set_up: None,
        source: Some(source),
        shown_as: "",
        support: Support::INTERNAL,
    }
}

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_redis",
        functions: &[("_commands", commands), ("_blocking", blocking)],
        set_up: None,
        source: Some(concat!(
            include_str!("asking.py"),
            "\n",
            include_str!("commands.py"),
            "\n",
            include_str!("pipeline.py"),
            "\n",
            include_str!("messages.py")
        )),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "redis",
        functions: &[],
        set_up: None,
        source: Some(include_str!("redis.py")),
        shown_as: "/usr/lib/python3/dist-packages/redis/__init__.py",
        support: Support {
            there: "`Redis`, `StrictRedis`, `from_url`, `ConnectionPool`; strings, lists, hashes, sets, sorted sets, keys and their expiry in virtual time; pipelines with `WATCH`; `lock`; `pubsub`; `redis.asyncio`; the exceptions",
            partial: &[
                (
                    "all of it",
                    "every host and port has a server of its own, which all processes of the run share",
                ),
                (
                    "`eval`, `register_script`",
                    "scripts that compare a key with an argument and then delete it or set its expiry; a NotImplementedError for others",
                ),
            ],
            refused: &[("streams, geo, bit fields, modules", "rarely used")],
        },
    },
    part("redis.exceptions", include_str!("exceptions.py")),
    part("redis.lock", include_str!("lock.py")),
    part("redis.asyncio", include_str!("asyncio.py")),
    part(
        "redis.client",
        "\"\"\"redis's clients by the name of their part.\n\"\"\"\nfrom redis import Pipeline, PubSub, Redis, StrictRedis\n",
    ),
    part(
        "redis.asyncio.client",
        "\"\"\"redis's clients for tasks by the name of their part.\n\"\"\"\nfrom redis.asyncio import Pipeline, PubSub, Redis\n",
    ),
    part(
        "redis.asyncio.lock",
        "\"\"\"redis's lock for tasks by the name of its part.\n\"\"\"\nfrom redis.asyncio import Lock\n",
    ),
];

/// The part's name in the world.
const SERVERS: &str = "redis";

fn server_name(vm: &mut Vm, value: Value) -> Result<String, Raised> {
    match vm.text(value) {
        Some(name) => Ok(name.to_string()),
        None => Err(vm.raise("TypeError", "expected str")),
    }
}

/// The server of that name, started at its first use.
fn server_of<'a>(vm: &'a mut Vm, name: &str) -> &'a mut Server {
    let is_known = vm.world.part::<Servers>(SERVERS).knows(name);
    let fresh = (!is_known).then(|| vm.world.new_wait_queue());
    let servers = vm.world.part::<Servers>(SERVERS);
    if let Some(waiting) = fresh {
        servers.start(name, waiting);
    }
    servers.server(name)
}

fn items(vm: &Vm, value: Value) -> Vec<Value> {
    match vm.object(value) {
        Some(Object::List(items)) => items.to_vec(),
        Some(Object::Tuple(items)) => items.to_vec(),
        _ => Vec::new(),
    }
}

fn words(vm: &mut Vm, command: Value) -> Vec<Vec<u8>> {
    let words = items(vm, command);
    let word = |value: Value| match vm.object(value) {
        Some(Object::Bytes(bytes)) => bytes.to_vec(),
        _ => Vec::new(),
    };
    words.into_iter().map(word).collect()
}

/// A reply as the library reads it: a status is a `str` with `+` in front, an error one with `-`, text is bytes.
fn value(vm: &mut Vm, answer: &Answer) -> Value {
    match answer {
        Answer::Nil => Value::None,
        Answer::Int(number) => Value::Int(*number),
        Answer::Status(text) => vm.heap.str(&format!("+{text}")),
        Answer::Error(text) => vm.heap.str(&format!("-{text}")),
        Answer::Bytes(bytes) => vm.heap.value(Object::Bytes(bytes.as_slice().into())),
        Answer::Array(items) => {
            let items: Vec<Value> = items.iter().map(|item| value(vm, item)).collect();
            vm.heap.tuple(&items)
        }
    }
}

/// `_commands(server, database, commands)`: carries the commands out, one after the other and nobody in between, and
/// gives their replies: fewer than commands where an `_EXPECT` failed.
fn commands(vm: &mut Vm, args: Args) -> NativeResult {
    let [server, database, given] = args.exact(vm, "_commands")?;
    let server = server_name(vm, server)?;
    let database = number(database);
    let given: Vec<Vec<Vec<u8>>> = items(vm, given)
        .into_iter()
        .map(|command| words(vm, command))
        .collect();
    let now_ms = vm.now_ns() / 1_000_000;
    let server = server_of(vm, &server);
    let mut answers = Vec::new();
    for command in &given {
        let answer = server.carry_out(database, command, now_ms);
        // A transaction whose watched key has changed ends there.
        let is_void = command.first().is_some_and(|name| name == b"_EXPECT");
        if is_void && answer == Answer::Nil {
            break;
        }
        answers.push(answer);
    }
    let mut wakes = Vec::new();
    if std::mem::take(&mut server.has_news) {
        server.waiting.wake(&mut wakes);
    }
    let answers: Vec<Value> = answers.iter().map(|answer| value(vm, answer)).collect();
    let answers = vm.heap.tuple(&answers);
    Ok(match wakes.pop() {
        None => Flow::Value(answers),
        Some(queue) => waking(queue, answers),
    })
}

fn waking(queue: QueueId, result: Value) -> Flow {
    Flow::Block(Box::new(Blocking {
        op: Op::Wake {
            queue,
            count: u32::MAX,
        },
        state: vec![result],
        resume: |_, state, _| Ok(Flow::Value(state[0])),
        on_wake: None,
        waits_for: None,
    }))
}

fn number(value: Value) -> u64 {
    match value {
        Value::Int(number) => u64::try_from(number).unwrap_or(0),
        _ => 0,
    }
}

/// `_blocking(server, database, command, deadline_ns)`: the command's reply, waited for until it is not nil or until the
/// deadline (None: for ever).
fn blocking(vm: &mut Vm, args: Args) -> NativeResult {
    let state: [Value; 4] = args.exact(vm, "_blocking")?;
    try_again(vm, &state)
}

fn try_again(vm: &mut Vm, state: &[Value]) -> NativeResult {
    let &[server, database, command, deadline] = state else {
        return Ok(Flow::Value(Value::None));
    };
    let name = server_name(vm, server)?;
    let command = words(vm, command);
    let now_ns = vm.now_ns();
    let server = server_of(vm, &name);
    let answer = server.carry_out(number(database), &command, now_ns / 1_000_000);
    let deadline_ns = match deadline {
        Value::Int(ns) => Some(u64::try_from(ns).unwrap_or(0)),
        _ => None,
    };
    let is_late = deadline_ns.is_some_and(|deadline_ns| deadline_ns <= now_ns);
    if !matches!(answer, Answer::Nil) || is_late {
        return Ok(Flow::Value(value(vm, &answer)));
    }
    let op = server.waiting.park(deadline_ns, None, None);
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: state.to_vec(),
        resume: woken,
        on_wake: None,
        waits_for: None,
    })))
}

fn woken(vm: &mut Vm, state: &[Value], _reply: Reply) -> Result<Flow, Raised> {
    let name = server_name(vm, state[0])?;
    server_of(vm, &name).waiting.leave();
    try_again(vm, state)
}
