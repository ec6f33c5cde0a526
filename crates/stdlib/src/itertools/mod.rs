//! `itertools`. What only moves values (`count`, `cycle`, `product` …) is native and one step of it is indivisible, as in
//! CPython; what calls back is a generator of the Python part behind a class of its own, so that it can block.

mod choices;

use crate::host_class::native;
use interleave_python::code::BinaryOp;
use interleave_python::heap::{BuiltinIterator, Host, Object, Value};
use interleave_python::vm::{
    Args, Flow, ModuleDef, NativeResult, Resume, Resumption, Support, Then, Vm,
};
use std::rc::Rc;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "itertools",
    functions: &[
        ("_iterator_class", iterator_class),
        ("_native_state", native_state),
    ],
    set_up: None,
    source: Some(include_str!("itertools.py")),
    shown_as: "/usr/lib/python3.11/itertools.py",
    support: Support {
        there: "everything, `batched` of 3.12 included",
        partial: &[("subclasses of its classes, pickling", "not there")],
        refused: &[],
    },
}];

/// What a native iterator does; the first of its numbers.
const COUNT: i64 = 0;
const REPEAT: i64 = 1;
const CYCLE: i64 = 2;
const PRODUCT: i64 = 3;
const PERMUTATIONS: i64 = 4;
const COMBINATIONS: i64 = 5;
const REPLACEMENT: i64 = 6;

/// `_iterator_class(function)`: a class whose call is the function's, and whose instances give what the function's
/// generator or native state gives.
fn iterator_class(vm: &mut Vm, args: Args) -> NativeResult {
    let [function] = args.exact(vm, "_iterator_class")?;
    let name = match vm.object(function) {
        Some(Object::Function(object)) => vm.text(object.name).unwrap_or_default(),
        _ => return Err(vm.type_error("a function is required")),
    };
    let class = vm.new_host_class(
        "itertools",
        "iterator",
        &[
            ("__next__", next),
            ("__iter__", own_iter),
            ("__repr__", repr),
        ],
    );
    if let Object::Class(object) = vm.heap.get_mut(class) {
        object.name = name.clone();
        object.qualname = name;
    }
    crate::host_class::set_class_value(vm, class, "_make", function);
    let new = native(vm, "__new__", make, false);
    let new = vm.heap.value(Object::StaticMethod(new));
    let symbol = vm.names.new;
    vm.set_class_attr(class, symbol, new);
    Ok(Flow::Value(Value::Obj(class)))
}

fn make(vm: &mut Vm, mut args: Args) -> NativeResult {
    if args.positional.is_empty() {
        return Err(vm.type_error("__new__() needs a class"));
    }
    let class = args.positional.remove(0);
    if !matches!(vm.object(class), Some(Object::Class(_))) {
        return Err(vm.type_error("__new__() needs a class"));
    }
    let symbol = vm.symbols.intern("_make");
    let function = match class {
        Value::Obj(r) => vm.lookup(r, symbol),
        _ => None,
    };
    let Some(function) = function else {
        return Err(vm.type_error("an iterator class is required"));
    };
    let then = Then::new(made, vec![class]);
    Ok(Flow::CallThen(Box::new((function, args, then))))
}

fn made(vm: &mut Vm, then: Then, result: Value) -> NativeResult {
    let class = then.state[0].as_ref().expect("a class");
    let Value::Obj(r) = result else {
        return Ok(Flow::Value(result));
    };
    match vm.heap.get_mut(r) {
        Object::Host(host) => {
            host.class = class;
            Ok(Flow::Value(result))
        }
        Object::Generator(_) => {
            let state = BuiltinIterator::Driven {
                class,
                generator: r,
            };
            Ok(Flow::Value(
                vm.heap.value(Object::Iterator(Box::new(state))),
            ))
        }
        _ => Ok(Flow::Value(result)),
    }
}

/// `_native_state(kind, values, numbers)`
fn native_state(vm: &mut Vm, args: Args) -> NativeResult {
    let [kind, values, numbers] = args.exact(vm, "_native_state")?;
    let values = vm.items_of(values)?.unwrap_or_default();
    let mut own = vec![vm.as_index(kind)?.unwrap_or(COUNT)];
    for number in vm.items_of(numbers)?.unwrap_or_default() {
        own.push(vm.as_index(number)?.unwrap_or(0));
    }
    let host = Host {
        class: vm.types.object,
        attrs: Default::default(),
        values: values.into(),
        numbers: own.into(),
        words: Rc::default(),
        traced: None,
    };
    Ok(Flow::Value(vm.heap.value(Object::Host(Box::new(host)))))
}

fn own_iter(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "iterator.__iter__")?;
    Ok(Flow::Value(own))
}

fn next(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "iterator.__next__")?;
    if let Some(Object::Iterator(state)) = vm.object(own)
        && let BuiltinIterator::Driven { generator, .. } = **state
    {
        return Ok(Flow::Resume(Box::new(Resume {
            generator,
            how: Resumption::Send(Value::None),
            default: Value::Unbound,
        })));
    }
    let symbol = vm.symbols.intern("_make");
    let is_own = vm.special(own, symbol).is_some();
    let Some(host) = vm.host(own).filter(|_| is_own) else {
        return Err(vm.type_error("an iterator is required"));
    };
    let item = match host.numbers[0] {
        COUNT => return next_count(vm, own),
        REPEAT => repeat(vm, own),
        CYCLE => cycle(vm, own),
        PRODUCT => choices::product(vm, own),
        PERMUTATIONS => choices::permutations(vm, own),
        COMBINATIONS => choices::combinations(vm, own, false),
        REPLACEMENT => choices::combinations(vm, own, true),
        other => unreachable!("no iterator is of kind {other}"),
    };
    match item {
        Some(item) => Ok(Flow::Value(item)),
        None => Err(vm.raise_value("StopIteration", &[])),
    }
}

/// The state of a native iterator.
fn state(vm: &mut Vm, own: Value) -> &mut Host {
    vm.host_mut(own).expect("a native iterator")
}

fn next_count(vm: &mut Vm, own: Value) -> NativeResult {
    let (now, step) = {
        let values = &state(vm, own).values;
        (values[0], values[1])
    };
    let then = vm.binary_builtin(BinaryOp::Add, now, step, false)?;
    state(vm, own).values[0] = then.expect("the Python part gives numbers only");
    Ok(Flow::Value(now))
}

fn repeat(vm: &mut Vm, own: Value) -> Option<Value> {
    let host = state(vm, own);
    if host.numbers[1] == 0 {
        return None;
    }
    if host.numbers[1] > 0 {
        host.numbers[1] -= 1;
    }
    Some(host.values[0])
}

fn cycle(vm: &mut Vm, own: Value) -> Option<Value> {
    let host = state(vm, own);
    let at = host.numbers[1] as usize;
    let item = host.values.get(at).copied()?;
    host.numbers[1] = ((at + 1) % host.values.len()) as i64;
    Some(item)
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "iterator.__repr__")?;
    let host = vm
        .host(own)
        .map(|host| (host.numbers.clone(), host.values.clone()));
    let text = match host {
        Some((numbers, values)) if numbers.first() == Some(&COUNT) && values.len() == 2 => {
            let now = vm.repr_nested(values[0])?;
            match values[1] {
                Value::Int(1) => format!("count({now})"),
                step => format!("count({now}, {})", vm.repr_nested(step)?),
            }
        }
        Some((numbers, values)) if numbers.first() == Some(&REPEAT) && numbers.len() == 2 => {
            let item = vm.repr_nested(values[0])?;
            match numbers[1] {
                ..0 => format!("repeat({item})"),
                left => format!("repeat({item}, {left})"),
            }
        }
        _ => vm.default_repr(own),
    };
    Ok(Flow::Value(vm.heap.string(text)))
}

/// A tuple of the pool's items at these indices.
fn chosen(vm: &mut Vm, pool: &[Value], indices: &[i64]) -> Value {
    let items: Vec<Value> = indices.iter().map(|&index| pool[index as usize]).collect();
    vm.spend(vm.costs.per_item * items.len() as u64);
    vm.heap.tuple(&items)
}

/// The items of a tuple.
fn tuple_items(vm: &Vm, tuple: Value) -> Rc<[Value]> {
    match vm.object(tuple) {
        Some(Object::Tuple(items)) => items.clone(),
        _ => Rc::from([]),
    }
}
