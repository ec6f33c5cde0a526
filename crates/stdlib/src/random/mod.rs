//! `random`: seeded by the machine, or by the script with CPython's values.

mod mersenne;

use interleave_python::heap::{Host, Object, Ref, Value};
use interleave_python::vm::{Args, Flow, ModuleDef, NativeResult, Raised, Support, Vm};
use mersenne::Mersenne;
use num_bigint::{BigInt, BigUint};
use num_traits::{Signed, ToPrimitive};
use sha2::{Digest, Sha512};
use std::rc::Rc;

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[MODULE];

const MODULE: ModuleDef = ModuleDef {
    name: "random",
    functions: &[("_generator", generator)],
    set_up: Some(set_up),
    source: Some(include_str!("random.py")),
    shown_as: "/usr/lib/python3.11/random.py",
    support: Support {
        there: "`Random`, `seed` (CPython's values for a script's own seed), `random`, `randint`, `randrange`, `uniform`, `choice`, `choices`, `sample`, `shuffle`, `getrandbits`, the distributions",
        partial: &[(
            "no seed of the script's own",
            "the scenario's seed, so that a run repeats",
        )],
        refused: &[],
    },
};

const CLASS: &str = "random._Generator";

fn set_up(vm: &mut Vm, module: Ref) {
    let class = vm.new_host_class(
        "_random",
        "_Generator",
        &[
            ("seed", seed),
            ("random", random),
            ("getrandbits", getrandbits),
            ("getstate", getstate),
            ("setstate", setstate),
        ],
    );
    vm.roots.insert(CLASS, Value::Obj(class));
    for (name, value) in [("_pi", std::f64::consts::PI), ("_e", std::f64::consts::E)] {
        vm.set_global(module, name, Value::Float(value));
    }
    vm.add_function(module, "_log", |vm, args| unary(vm, args, f64::ln));
    vm.add_function(module, "_exp", |vm, args| unary(vm, args, f64::exp));
    vm.add_function(module, "_sqrt", |vm, args| unary(vm, args, f64::sqrt));
    vm.add_function(module, "_cos", |vm, args| unary(vm, args, f64::cos));
    vm.add_function(module, "_sin", |vm, args| unary(vm, args, f64::sin));
}

fn unary(vm: &mut Vm, args: Args, f: fn(f64) -> f64) -> NativeResult {
    let [x] = args.exact(vm, "math function")?;
    let x = match x {
        Value::Float(x) => x,
        Value::Int(i) => i as f64,
        _ => return Err(vm.raise("TypeError", "must be real number")),
    };
    Ok(Flow::Value(Value::Float(f(x))))
}

/// `_generator()`: a generator seeded by the machine's seed.
fn generator(vm: &mut Vm, args: Args) -> NativeResult {
    let [] = args.exact(vm, "_generator")?;
    let Some(&Value::Obj(class)) = vm.roots.get(CLASS) else {
        unreachable!("set up with the module")
    };
    // Each generator of a run starts elsewhere, as each would from the system's entropy.
    let number = vm
        .roots
        .get("random._made")
        .map_or(0, |value| if let Value::Int(i) = value { *i } else { 0 });
    vm.roots.insert("random._made", Value::Int(number + 1));
    let seed = vm.options.seed;
    let words = Mersenne::seeded(&[seed as u32, (seed >> 32) as u32, number as u32, 0x1a7e_51ea])
        .into_words();
    let host = Host {
        class,
        attrs: Default::default(),
        values: Vec::new(),
        numbers: Vec::new(),
        words: Rc::new(words),
        traced: None,
    };
    Ok(Flow::Value(vm.heap.value(Object::Host(Box::new(host)))))
}

fn with_state<T>(vm: &mut Vm, own: Value, f: impl FnOnce(&mut Mersenne) -> T) -> Result<T, Raised> {
    let Some(host) = vm.host_mut(own) else {
        return Err(vm.raise("TypeError", "a random generator is required"));
    };
    let words = std::mem::take(&mut host.words);
    let mut state =
        Mersenne::from_words(Rc::try_unwrap(words).unwrap_or_else(|shared| (*shared).clone()));
    let result = f(&mut state);
    host.words = Rc::new(state.into_words());
    Ok(result)
}

/// `seed(a)`, version 2.
fn seed(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, value] = args.exact(vm, "seed")?;
    let number: BigUint = match vm.object(value).cloned() {
        Some(Object::Str(text)) => by_digest(text.text.as_bytes()),
        Some(Object::Bytes(bytes)) => by_digest(&bytes),
        _ => match (value, vm.big(value)) {
            (_, Some(big)) => big.abs().to_biguint().unwrap_or_default(),
            (Value::Float(_), _) => BigUint::from(vm.hash_nested(value)? as u64),
            _ => {
                let text = "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.";
                return Err(vm.raise("TypeError", text));
            }
        },
    };
    let key = number.to_u32_digits();
    with_state(vm, own, |state| *state = Mersenne::seeded(&key))?;
    Ok(Flow::Value(Value::None))
}

/// A text's seed: the text's bytes, then their SHA-512, as one big-endian number.
fn by_digest(bytes: &[u8]) -> BigUint {
    let mut all = bytes.to_vec();
    all.extend_from_slice(&Sha512::digest(bytes));
    BigUint::from_bytes_be(&all)
}

fn random(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "random")?;
    let value = with_state(vm, own, Mersenne::next_f64)?;
    Ok(Flow::Value(Value::Float(value)))
}

fn getrandbits(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, bits] = args.exact(vm, "getrandbits")?;
    let Some(bits) = vm.big(bits) else {
        return Err(vm.raise("TypeError", "an integer is required"));
    };
    if bits.is_negative() {
        return Err(vm.raise("ValueError", "number of bits must be non-negative"));
    }
    let bits = bits.to_u64().unwrap_or(u64::MAX);
    vm.check_heap_growth(bits / 8)?;
    let words = with_state(vm, own, |state| state.next_bits(bits))?;
    let value = vm.int_value(BigInt::from(BigUint::new(words)));
    Ok(Flow::Value(value))
}

fn getstate(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "getstate")?;
    let words = vm
        .host(own)
        .map(|host| host.words.clone())
        .unwrap_or_default();
    let words: Vec<Value> = words
        .iter()
        .map(|&word| Value::Int(i64::from(word)))
        .collect();
    Ok(Flow::Value(vm.heap.tuple(&words)))
}

fn setstate(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, state] = args.exact(vm, "setstate")?;
    let items = vm.items_of(state)?.unwrap_or_default();
    let words: Vec<u32> = items
        .iter()
        .filter_map(|&item| vm.big(item)?.to_u32())
        .collect();
    if words.len() != 625 || words[624] > 624 {
        return Err(vm.raise("ValueError", "state vector is the wrong size"));
    }
    with_state(vm, own, |state| *state = Mersenne::from_words(words))?;
    Ok(Flow::Value(Value::None))
}
