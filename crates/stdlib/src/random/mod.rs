//! `random`: seeded by the machine, or by the script with CPython's values.

mod mersenne;

use crate::host_class::{class_given, constructible, is_of, new_host};
use interleave_python::elementary;
use interleave_python::heap::{Object, Ref, Value};
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
    functions: &[],
    set_up: Some(set_up),
    source: Some(include_str!("random.py")),
    shown_as: "/usr/lib/python3.11/random.py",
    support: Support {
        there: "everything: CPython's values for a script's own seed",
        partial: &[
            (
                "no seed of the script's own",
                "the scenario's seed, so that a run repeats",
            ),
            ("`SystemRandom`", "as above: a run repeats"),
        ],
        refused: &[],
    },
};

const CLASS: &str = "random._Generator";

fn set_up(vm: &mut Vm, module: Ref) {
    vm.set_global(module, "_pi", Value::Float(std::f64::consts::PI));
    vm.set_global(module, "_e", Value::Float(std::f64::consts::E));
    vm.add_function(module, "_log", |vm, args| unary(vm, args, elementary::ln));
    vm.add_function(module, "_exp", |vm, args| unary(vm, args, elementary::exp));
    vm.add_function(module, "_sqrt", |vm, args| unary(vm, args, f64::sqrt));
    vm.add_function(module, "_cos", |vm, args| unary(vm, args, elementary::cos));
    vm.add_function(module, "_sin", |vm, args| unary(vm, args, elementary::sin));
    vm.add_function(module, "_acos", |vm, args| {
        unary(vm, args, elementary::acos)
    });
    let class = constructible(
        vm,
        ("_random", module),
        "_Generator",
        new,
        &[
            ("_seed", seed),
            ("_reseed", reseed),
            ("random", random),
            ("getrandbits", getrandbits),
            ("_below", below),
            ("_words", words),
            ("_set_words", set_words),
        ],
    );
    vm.roots.insert(CLASS, Value::Obj(class));
}

fn unary(vm: &mut Vm, args: Args, f: fn(f64) -> f64) -> NativeResult {
    let [x] = args.exact(vm, "math function")?;
    let x = match vm.unwrap(x) {
        Value::Float(x) => x,
        Value::Int(i) => i as f64,
        Value::Bool(b) => f64::from(u8::from(b)),
        _ => return Err(vm.type_error("must be real number")),
    };
    let result = f(x);
    if x.is_finite() && !result.is_finite() {
        return Err(vm.raise("ValueError", "math domain error"));
    }
    Ok(Flow::Value(Value::Float(result)))
}

/// A generator seeded by the machine's seed.
fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let class = class_given(vm, &args, CLASS)?;
    let own = new_host(vm, class, Vec::new(), Vec::new());
    reseed(vm, Args::of(&[own]))?;
    Ok(Flow::Value(own))
}

/// Each generator of a run starts elsewhere, as each would from the system's entropy.
fn reseed(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "seed")?;
    let number = match vm.roots.get("random._made") {
        Some(&Value::Int(number)) => number,
        _ => 0,
    };
    vm.roots.insert("random._made", Value::Int(number + 1));
    let seed = vm.options.seed;
    let key = [
        seed as u32,
        (seed >> 32) as u32,
        number as u32,
        0x1a7e_51ea ^ vm.process.0,
    ];
    let words = Mersenne::seeded(&key).into_words();
    if let Some(host) = vm.host_mut(own) {
        host.words = Rc::new(words);
    }
    Ok(Flow::Value(Value::None))
}

fn with_state<T>(vm: &mut Vm, own: Value, f: impl FnOnce(&mut Mersenne) -> T) -> Result<T, Raised> {
    let known = is_of(vm, own, CLASS);
    let Some(host) = vm.host_mut(own).filter(|_| known) else {
        return Err(vm.raise("TypeError", "a random generator is required"));
    };
    let words = std::mem::take(&mut host.words);
    let mut state =
        Mersenne::from_words(Rc::try_unwrap(words).unwrap_or_else(|shared| (*shared).clone()));
    let result = f(&mut state);
    host.words = Rc::new(state.into_words());
    Ok(result)
}

/// `_below(n)`: a number below `n`, by drawing as many bits as `n` has until it is.
fn below(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, bound] = args.exact(vm, "_below")?;
    if let Value::Int(bound @ 1..) = bound {
        let bits = u64::from(64 - bound.leading_zeros());
        let drawn = with_state(vm, own, |state| {
            loop {
                let words = state.next_bits(bits);
                let high = words.get(1).copied().unwrap_or(0);
                let value = u64::from(high) << 32 | u64::from(words[0]);
                if value < bound as u64 {
                    return value;
                }
            }
        })?;
        return Ok(Flow::Value(Value::Int(drawn as i64)));
    }
    let Some(bound) = vm.big(bound).and_then(|big| big.to_biguint()) else {
        return Err(vm.type_error("a positive int is required"));
    };
    if bound == BigUint::default() {
        return Ok(Flow::Value(Value::Int(0)));
    }
    let drawn = with_state(vm, own, |state| {
        loop {
            let value = BigUint::new(state.next_bits(bound.bits()));
            if value < bound {
                return value;
            }
        }
    })?;
    Ok(Flow::Value(vm.int_value(drawn.into())))
}

/// `_seed(a)`, version 2.
fn seed(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, value] = args.exact(vm, "seed")?;
    let number: BigUint = match vm.object(value).cloned() {
        Some(Object::Str(text)) => by_digest(text.text.as_bytes()),
        Some(Object::Bytes(bytes)) => by_digest(&bytes),
        Some(Object::ByteArray(bytes)) => by_digest(&bytes),
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

fn words(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "_words")?;
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

fn set_words(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, state] = args.exact(vm, "_set_words")?;
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
