//! `_network`: the simulated network that the clients share: which rule a URL follows, how long its answer takes, what it
//! says. Natives draw and wait; what is exchanged is Python. Knows no client.

mod chance;
mod rule;

use crate::host_class::new_host;
use interleave_kernel::Op;
use interleave_python::heap::{Ref, Value};
use interleave_python::vm::{
    Args, Blocking, Flow, ModuleDef, NativeResult, Note, Raised, Support, Vm,
};
use interleave_python::world::{Channel, WorldPart};
use interleave_trace::{Role, State};
use std::collections::BTreeMap;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[
    ModuleDef {
        name: "_network",
        functions: &[
            ("_plan", plan),
            ("_nth", nth),
            ("_has_module", has_module),
            ("_spend_us", spend_us),
            ("_block", block),
            ("_now_ns", now_ns),
            ("_host_row", host_row),
            ("_host_event", host_event),
        ],
        set_up: Some(set_up),
        source: Some(concat!(
            include_str!("network.py"),
            "\n",
            include_str!("shared.py"),
            "\n",
            include_str!("local.py")
        )),
        shown_as: "",
        support: Support::INTERNAL,
    },
    ModuleDef {
        name: "_network_pages",
        functions: &[],
        set_up: None,
        source: Some(concat!(
            include_str!("pages.py"),
            "\n",
            include_str!("services.py")
        )),
        shown_as: "",
        support: Support::INTERNAL,
    },
];

const ROW: &str = "network row";

fn set_up(vm: &mut Vm, _module: Ref) {
    let class = vm.new_host_class("_network", "_HostRow", &[]);
    vm.roots.insert(ROW, Value::Obj(class));
}

fn text(vm: &mut Vm, value: Value) -> Result<String, Raised> {
    match vm.text(value) {
        Some(text) => Ok(text.to_string()),
        None => Err(vm.raise("TypeError", "expected str")),
    }
}

fn whole(value: Value) -> u64 {
    match value {
        Value::Int(number) => u64::try_from(number).unwrap_or(0),
        _ => 0,
    }
}

/// `_plan(url, nth, usual_ns=None)`: latency in ns, bytes per second, whether the connection fails, whether no answer comes, the rule's
/// status, kind and size of the body (None where it leaves them open), and a number for what else is left to chance.
fn plan(vm: &mut Vm, args: Args) -> NativeResult {
    let [url, nth, usual] = args.between(vm, "_plan", 2)?;
    let url = text(vm, url)?;
    let table = vm.options.told.get("network").cloned().unwrap_or_default();
    let usual_ns = matches!(usual, Value::Int(_)).then(|| whole(usual));
    let plan = rule::plan(&table, vm.options.seed, &url, whole(nth), usual_ns);
    let number = |value: Option<u64>| value.map_or(Value::None, |value| Value::Int(value as i64));
    let body = match plan.body {
        Some(kind) => vm.heap.str(&kind),
        None => Value::None,
    };
    let values = [
        Value::Int(plan.latency_ns as i64),
        Value::Int(plan.bytes_per_s as i64),
        Value::Bool(plan.fails),
        Value::Bool(plan.is_silent),
        number(plan.status.map(u64::from)),
        body,
        number(plan.body_bytes),
        Value::Int((plan.draw >> 1) as i64),
    ];
    Ok(Flow::Value(vm.heap.tuple(&values)))
}

/// How often each URL was asked for, by all processes.
#[derive(Clone, Debug, Default)]
struct Asked {
    times: BTreeMap<String, u64>,
}

impl WorldPart for Asked {
    fn copy(&self) -> Box<dyn WorldPart> {
        Box::new(self.clone())
    }

    fn park(&mut self, _channel: Channel, _to_write: bool, _deadline_ns: Option<u64>) -> Op {
        unreachable!("URLs have no descriptors")
    }

    fn leave(&mut self, _channel: Channel, _to_write: bool) {}
}

/// `_nth(what)`: how often that was asked for before.
fn nth(vm: &mut Vm, args: Args) -> NativeResult {
    let [what] = args.exact(vm, "_nth")?;
    let what = text(vm, what)?;
    let times = &mut vm.world.part::<Asked>("network").times;
    let times = times.entry(what).or_default();
    *times += 1;
    let before = *times as i64 - 1;
    Ok(Flow::Value(Value::Int(before)))
}

/// `_block(ns)`: the running thread waits for the network so long, without the GIL (semantics, rule 6).
fn block(vm: &mut Vm, args: Args) -> NativeResult {
    let [ns] = args.exact(vm, "_block")?;
    let op = Op::Sleep {
        ns: whole(ns),
        state: State::Io,
    };
    Ok(Flow::Block(Box::new(Blocking {
        op,
        state: Vec::new(),
        resume: |_, _, _| Ok(Flow::Value(Value::None)),
        on_wake: None,
        waits_for: None,
    })))
}

/// `_spend_us(count)`: what a package's own work costs beyond what ours does. Source: CPU time of a request on CPython
/// 3.11 to a server beside it, halved for the machine that was measured had other work: `requests` and `httpx` 500 µs,
/// `aiohttp` and `urllib3` 250 µs, `urllib.request` 150 µs; an element of `bs4` 60 µs.
fn spend_us(vm: &mut Vm, args: Args) -> NativeResult {
    let [count] = args.exact(vm, "_spend_us")?;
    vm.spend(whole(count) * 1_000_000);
    Ok(Flow::Value(Value::None))
}

/// `_has_module(name)`: whether the library has it.
fn has_module(vm: &mut Vm, args: Args) -> NativeResult {
    let [name] = args.exact(vm, "_has_module")?;
    let name = text(vm, name)?;
    Ok(Flow::Value(Value::Bool(vm.registry.knows(&name))))
}

/// `_now_ns()`: virtual time.
fn now_ns(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_now_ns")?;
    Ok(Flow::Value(Value::Int(vm.now_ns() as i64)))
}

/// `_host_row(kind, label)`: a row of the trace's table for what lies behind the network (`"host"`, `"httpbin.org"`).
fn host_row(vm: &mut Vm, args: Args) -> NativeResult {
    let [kind, label] = args.exact(vm, "_host_row")?;
    let (kind, label) = (text(vm, kind)?, text(vm, label)?);
    let class = vm.roots[ROW].as_ref().expect("a class");
    let row = new_host(vm, class, Vec::new(), Vec::new());
    let made = vm.trace_object(kind.into(), Some(label), Role::Channel);
    if let Some(host) = vm.host_mut(row) {
        host.traced = Some(made);
    }
    Ok(Flow::Value(row))
}

/// `_host_event(row, verb, under_way)`
fn host_event(vm: &mut Vm, args: Args) -> NativeResult {
    let [row, verb, under_way] = args.exact(vm, "_host_event")?;
    let verb = text(vm, verb)?;
    if let Some(object) = vm.host(row).and_then(|host| host.traced) {
        vm.note(Note::Event {
            object,
            verb: verb.into(),
            value: whole(under_way) as i64,
        });
    }
    Ok(Flow::Value(Value::None))
}
