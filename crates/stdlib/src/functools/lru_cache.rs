//! The wrapper that `lru_cache` gives: a table of results in order of their last use. Source: CPython 3.11,
//! Modules/_functoolsmodule.c, `bounded_lru_cache_wrapper`. A hit is indivisible; the function itself may block.

use crate::host_class::{is_of, new_host, set_class_value};
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::vm::{Args, Flow, NativeResult, OnReturn, Raised, Then, Vm};

const FUNCTION: usize = 0;
const TABLE: usize = 1;
/// Separates positional arguments from keywords in a key.
const MARK: usize = 2;

/// How many results are kept; negative: all.
const MOST: usize = 0;
const TYPED: usize = 1;
const HITS: usize = 2;
const MISSES: usize = 3;

const CLASS: &str = "functools._lru_cache_wrapper";

/// The class.
pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let class = vm.new_host_class(
        "functools",
        "_lru_cache_wrapper",
        &[
            ("__call__", call),
            ("__get__", get),
            ("_counts", counts),
            ("cache_clear", clear),
        ],
    );
    set_class_value(vm, class, "__doc__", Value::None);
    vm.set_global(module, "_lru_cache_wrapper", Value::Obj(class));
    vm.roots.insert(CLASS, Value::Obj(class));
}

/// `_cache_wrapper(function, most, typed)`
pub(super) fn new_wrapper(vm: &mut Vm, args: Args) -> NativeResult {
    let [function, most, typed] = args.exact(vm, "_cache_wrapper")?;
    let class = vm.roots[CLASS].as_ref().expect("a class");
    let most = match most {
        Value::None => -1,
        most => vm.as_index(most)?.unwrap_or(0).max(0),
    };
    let typed = i64::from(vm.truth_nested(typed)?);
    let table = vm.heap.dict(Default::default());
    let object = vm.types.object;
    let mark = vm.new_instance(object);
    let values = vec![function, table, mark];
    Ok(Flow::Value(new_host(
        vm,
        class,
        values,
        vec![most, typed, 0, 0],
    )))
}

fn checked(vm: &mut Vm, own: Value) -> Result<(), Raised> {
    if is_of(vm, own, CLASS) {
        return Ok(());
    }
    Err(vm.type_error("a cached function is required"))
}

fn number(vm: &mut Vm, own: Value, index: usize) -> &mut i64 {
    &mut vm.host_mut(own).expect("a wrapper").numbers[index]
}

fn value(vm: &Vm, own: Value, index: usize) -> Value {
    vm.host(own).expect("a wrapper").values[index]
}

fn key_of(vm: &mut Vm, own: Value, args: &Args) -> Value {
    let typed = *number(vm, own, TYPED) != 0;
    let positional = &args.positional[1..];
    if !typed && args.keywords.is_empty() && positional.len() == 1 {
        let plain = matches!(positional[0], Value::Int(_))
            || matches!(vm.object(positional[0]), Some(Object::Str(_)));
        if plain {
            return positional[0];
        }
    }
    let mut parts = positional.to_vec();
    if !args.keywords.is_empty() {
        parts.push(value(vm, own, MARK));
        for &(name, value) in &args.keywords {
            parts.push(vm.symbol_value(name));
            parts.push(value);
        }
    }
    if typed {
        for &item in positional {
            parts.push(Value::Obj(vm.class_of(item)));
        }
        for &(_, value) in &args.keywords {
            parts.push(Value::Obj(vm.class_of(value)));
        }
    }
    vm.heap.tuple(&parts)
}

fn call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let own = args.positional.first().copied().unwrap_or(Value::None);
    if !is_of(vm, own, CLASS) {
        return Err(vm.type_error("a cached function is required"));
    }
    let function = value(vm, own, FUNCTION);
    if *number(vm, own, MOST) == 0 {
        *number(vm, own, MISSES) += 1;
        args.positional.remove(0);
        return Ok(Flow::Call(Box::new((function, args))));
    }
    let key = key_of(vm, own, &args);
    let table = value(vm, own, TABLE);
    let (hash, found) = vm.table_find(table, key)?;
    if let Some(index) = found {
        *number(vm, own, HITS) += 1;
        let bounded = *number(vm, own, MOST) > 0;
        let entries = vm.table_mut(table);
        let result = entries.value_at(index);
        if bounded && index + 1 != entries.entry_count() {
            let entry = entries.remove_at(index);
            entries.insert_new(hash, entry.key, entry.value);
        }
        return Ok(Flow::Value(result));
    }
    if vm.options.minor <= 11 && is_too_deep(vm) {
        return Err(vm.raise("RecursionError", "maximum recursion depth exceeded"));
    }
    *number(vm, own, MISSES) += 1;
    args.positional.remove(0);
    let then = Then::new(keep, vec![own, key]);
    Ok(Flow::CallThen(Box::new((function, args, then))))
}

/// Until 3.11 the wrapper's own call counts against the recursion limit too. Source: CPython 3.11, Include/internal/
/// pycore_ceval.h `_Py_EnterRecursiveCall`; in 3.12 and later calls of C have a limit of their own.
fn is_too_deep(vm: &Vm) -> bool {
    if vm.frames.len() * 2 <= vm.recursion_limit {
        return false;
    }
    let wrapped = vm.frames.iter().filter(|frame| {
        matches!(&frame.on_return, OnReturn::Then(parts) if std::ptr::fn_addr_eq(parts.0.function, keep as KeepFn))
    });
    vm.frames.len() + wrapped.count() + 1 > vm.recursion_limit
}

type KeepFn = fn(&mut Vm, Then, Value) -> NativeResult;

fn keep(vm: &mut Vm, then: Then, result: Value) -> NativeResult {
    let (own, key) = (then.state[0], then.state[1]);
    store(vm, own, key, result)?;
    Ok(Flow::Value(result))
}

fn store(vm: &mut Vm, own: Value, key: Value, result: Value) -> Result<(), Raised> {
    let table = value(vm, own, TABLE);
    let most = *number(vm, own, MOST);
    let (hash, found) = vm.table_find(table, key)?;
    if found.is_some() {
        // Another thread, or the call itself, has kept it meanwhile.
        return Ok(());
    }
    let entries = vm.table_mut(table);
    if most > 0 && entries.len() >= most as usize {
        let oldest = (0..entries.entry_count()).find(|&index| entries.entry(index).is_some());
        if let Some(oldest) = oldest {
            entries.remove_at(oldest);
        }
    }
    entries.insert_new(hash, key, result);
    vm.heap.grew(48);
    Ok(())
}

/// A cached function on a class is a method.
fn get(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, object, _] = args.between(vm, "__get__", 2)?;
    if object.is_none() {
        return Ok(Flow::Value(own));
    }
    Ok(Flow::Value(vm.bound(own, object)))
}

/// `_counts()`: hits, misses, the most to keep, how many are kept.
fn counts(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "cache_info")?;
    checked(vm, own)?;
    let (hits, misses) = (*number(vm, own, HITS), *number(vm, own, MISSES));
    let most = match *number(vm, own, MOST) {
        ..0 => Value::None,
        most => Value::Int(most),
    };
    let table = value(vm, own, TABLE);
    let kept = vm.table_mut(table).len() as i64;
    let parts = [Value::Int(hits), Value::Int(misses), most, Value::Int(kept)];
    Ok(Flow::Value(vm.heap.tuple(&parts)))
}

fn clear(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "cache_clear")?;
    checked(vm, own)?;
    let table = value(vm, own, TABLE);
    vm.table_mut(table).clear();
    *number(vm, own, HITS) = 0;
    *number(vm, own, MISSES) = 0;
    Ok(Flow::Value(Value::None))
}
