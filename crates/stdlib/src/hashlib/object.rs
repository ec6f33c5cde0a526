//! The digest objects that Python sees, and what their work costs.

use super::algorithm::{ALGORITHMS, Family};
use super::blake2::Choices;
use super::hasher::{Hasher, pbkdf2};
use crate::host_class::add_property;
use interleave_kernel::Op;
use interleave_python::heap::{Attrs, Host, Object, Ref, Value};
use interleave_python::vm::{Args, Blocking, Flow, NativeFn, NativeResult, Raised, Vm};
use std::rc::Rc;

const OPENSSL: &str = "hashlib.HASH";
const BLAKE: &str = "hashlib.blake2";
/// From so many bytes on the GIL is released (Modules/hashlib.h, HASHLIB_GIL_MINSIZE).
const WITHOUT_GIL_BYTES: usize = 2048;
/// Making a digest object, and finishing one, in ps.
const NEW_PS: u64 = 450_000;
const DIGEST_PS: u64 = 350_000;
/// Interpreter steps that a digested byte stands for, as 1/`BYTES_A_STEP`.
const BYTES_A_STEP: u64 = 8;

pub(super) fn set_up(vm: &mut Vm, module: Ref) {
    let methods: &[(&'static str, NativeFn)] = &[
        ("update", update),
        ("digest", digest),
        ("hexdigest", hexdigest),
        ("copy", copy),
        ("__repr__", repr),
    ];
    for (root, python_module, name) in [(OPENSSL, "_hashlib", "HASH"), (BLAKE, "_blake2", "blake2")]
    {
        let class = vm.new_host_class(python_module, name, methods);
        add_property(vm, class, "name", |vm, args| {
            let name = read(vm, own(&args))?.algorithm().name;
            Ok(Flow::Value(vm.heap.str(name)))
        });
        add_property(vm, class, "digest_size", |vm, args| {
            let size = read(vm, own(&args))?.digest_bytes();
            Ok(Flow::Value(Value::Int(size as i64)))
        });
        add_property(vm, class, "block_size", |vm, args| {
            let size = read(vm, own(&args))?.algorithm().block_bytes;
            Ok(Flow::Value(Value::Int(size as i64)))
        });
        vm.roots.insert(root, Value::Obj(class));
    }
    let class = vm.roots[OPENSSL];
    vm.set_global(module, "HASH", class);
}

fn read(vm: &mut Vm, own: Value) -> Result<Hasher, Raised> {
    let classes = [OPENSSL, BLAKE].map(|root| vm.roots[root].as_ref());
    match vm.host(own) {
        Some(host) if classes.contains(&Some(host.class)) => Ok(Hasher::from_words(&host.words)),
        _ => Err(vm.type_error("a digest object is required")),
    }
}

fn own(args: &Args) -> Value {
    args.positional.first().copied().unwrap_or(Value::None)
}

fn write(vm: &mut Vm, own: Value, hasher: Hasher) {
    if let Some(host) = vm.host_mut(own) {
        host.words = Rc::new(hasher.into_words());
    }
}

fn make(vm: &mut Vm, hasher: Hasher) -> Value {
    let is_blake = matches!(hasher.algorithm().family, Family::Blake2b | Family::Blake2s);
    let root = if is_blake { BLAKE } else { OPENSSL };
    let class = vm.roots[root].as_ref().expect("set up with the module");
    let host = Host {
        class,
        attrs: Attrs::default(),
        values: Default::default(),
        numbers: Default::default(),
        words: Rc::new(hasher.into_words()),
        traced: None,
    };
    vm.spend(NEW_PS);
    vm.heap.value(Object::Host(Box::new(host)))
}

/// The bytes of a buffer; missing ones are none.
fn bytes_of(vm: &mut Vm, value: Value) -> Result<Rc<[u8]>, Raised> {
    match vm.object(vm.unwrap(value)) {
        None if value.is_unbound() => Ok(Rc::default()),
        Some(Object::Bytes(bytes)) => Ok(bytes.clone()),
        Some(Object::ByteArray(bytes)) => Ok(bytes.as_slice().into()),
        Some(Object::Str(_)) => Err(vm.type_error("Strings must be encoded before hashing")),
        _ => Err(vm.type_error("object supporting the buffer API required")),
    }
}

fn number_of(name: &str) -> Option<usize> {
    let name = name.to_ascii_lowercase();
    let name = match name.strip_prefix("sha-") {
        Some(rest) => format!("sha{rest}"),
        None => name,
    };
    let spelled = |known: &str| known == name || known.replace('_', "-") == name;
    ALGORITHMS
        .iter()
        .position(|algorithm| spelled(algorithm.name))
}

/// Takes data in: its time passes here, without the GIL where there is much of it. The result is `result`.
fn take(vm: &mut Vm, own: Value, data: &[u8], result: Value) -> NativeResult {
    let mut hasher = read(vm, own)?;
    hasher.update(data);
    let cost_ps = hasher.algorithm().byte_ps * data.len() as u64;
    write(vm, own, hasher);
    vm.charge_steps(data.len() as u64 / BYTES_A_STEP)?;
    spend(vm, cost_ps, data.len() >= WITHOUT_GIL_BYTES, result)
}

/// Spends CPU time, without the GIL if `released`, then gives `result`.
fn spend(vm: &mut Vm, cost_ps: u64, released: bool, result: Value) -> NativeResult {
    if !released || vm.is_nested() {
        vm.spend(cost_ps);
        return Ok(Flow::Value(result));
    }
    let ns = cost_ps / 1000;
    Ok(Flow::Block(Box::new(Blocking {
        op: Op::Syscall { ns },
        state: vec![result, Value::Int(ns as i64)],
        resume: |vm, state, _| {
            // The thread's own clock goes on, though the interpreter did not run.
            if let Value::Int(ns) = state[1] {
                let current = vm.current;
                vm.threads[current].cpu_ns += ns as u64;
            }
            Ok(Flow::Value(state[0]))
        },
        on_wake: None,
        waits_for: None,
    })))
}

fn with_data(vm: &mut Vm, hasher: Hasher, data: Value) -> NativeResult {
    let data = bytes_of(vm, data)?;
    let made = make(vm, hasher);
    take(vm, made, &data, made)
}

/// `md5(data)` and the like.
pub(super) fn named(vm: &mut Vm, args: Args, name: &'static str) -> NativeResult {
    let shown = format!("openssl_{name}");
    let [data, _] = args.named(vm, &shown, ["string", "usedforsecurity"], 0)?;
    let kind = number_of(name).expect("an algorithm of the table");
    with_data(vm, Hasher::new(kind), data)
}

/// `new(name, data)`
pub(super) fn new(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["name", "string", "usedforsecurity"];
    let mut args = args;
    for (name, _) in &mut args.keywords {
        if &*vm.symbol_name(*name) == "data" {
            *name = vm.symbols.intern("string");
        }
    }
    let [name, data, _] = args.named(vm, "new", names, 1)?;
    let Some(name) = vm.text(name) else {
        return Err(vm.type_error("name must be a string"));
    };
    let Some(kind) = number_of(&name) else {
        let text = format!("unsupported hash type {name}");
        return Err(vm.raise("ValueError", &text));
    };
    with_data(vm, Hasher::new(kind), data)
}

/// `blake2b(data, digest_size=, key=, salt=, person=)`
pub(super) fn blake2(vm: &mut Vm, args: Args, name: &'static str) -> NativeResult {
    const TREE: [&str; 8] = [
        "fanout",
        "depth",
        "leaf_size",
        "node_offset",
        "node_depth",
        "inner_size",
        "last_node",
        "data",
    ];
    for &(keyword, _) in &args.keywords {
        let keyword = vm.symbol_name(keyword);
        if TREE.contains(&&*keyword) {
            return Err(vm.not_supported(&format!("{name}({keyword}=…)")));
        }
    }
    let names = [
        "data_",
        "digest_size",
        "key",
        "salt",
        "person",
        "usedforsecurity",
    ];
    let [data, size, key, salt, person, _] = args.named(vm, name, names, 0)?;
    let kind = number_of(name).expect("an algorithm of the table");
    let most = ALGORITHMS[kind].digest_bytes;
    let digest_bytes = match size {
        Value::Unbound => most as i64,
        size => vm.as_index(size)?.unwrap_or(0),
    };
    if !(1..=most as i64).contains(&digest_bytes) {
        let text = format!(
            "digest_size for {} must be between 1 and {most} bytes, here it is {digest_bytes}",
            shown(name)
        );
        return Err(vm.raise("ValueError", &text));
    }
    let (key, salt, person) = (
        bytes_of(vm, key)?,
        bytes_of(vm, salt)?,
        bytes_of(vm, person)?,
    );
    for (what, bytes, most) in [
        ("salt", &salt, most / 4),
        ("person", &person, most / 4),
        ("key", &key, most),
    ] {
        if bytes.len() > most {
            let text = format!("maximum {what} length is {most} bytes");
            return Err(vm.raise("ValueError", &text));
        }
    }
    let choices = Choices {
        digest_bytes: digest_bytes as usize,
        key: &key,
        salt: &salt,
        person: &person,
    };
    with_data(vm, Hasher::blake2(kind, &choices), data)
}

fn shown(name: &str) -> &'static str {
    if name == "blake2b" {
        "Blake2b"
    } else {
        "Blake2s"
    }
}

fn update(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, data] = args.exact(vm, "HASH.update")?;
    let data = bytes_of(vm, data)?;
    take(vm, own, &data, Value::None)
}

fn finished(vm: &mut Vm, args: &Args, name: &str) -> Result<Vec<u8>, Raised> {
    let [own, length] = args.named(vm, name, ["self", "length"], 1)?;
    let hasher = read(vm, own)?;
    let size = match (hasher.digest_bytes(), length) {
        (0, Value::Unbound) => {
            let text = format!("{name}() missing required argument 'length' (pos 1)");
            return Err(vm.type_error(&text));
        }
        (0, length) => usize::try_from(vm.as_index(length)?.unwrap_or(0)).unwrap_or(0),
        _ => 0,
    };
    vm.check_heap_growth(size as u64)?;
    vm.spend(DIGEST_PS);
    Ok(hasher.digest(size))
}

fn digest(vm: &mut Vm, args: Args) -> NativeResult {
    let digest = finished(vm, &args, "digest")?;
    Ok(Flow::Value(vm.heap.value(Object::Bytes(digest.into()))))
}

fn hexdigest(vm: &mut Vm, args: Args) -> NativeResult {
    let digest = finished(vm, &args, "hexdigest")?;
    let text: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Flow::Value(vm.heap.string(text)))
}

fn copy(vm: &mut Vm, args: Args) -> NativeResult {
    let [own] = args.exact(vm, "HASH.copy")?;
    let hasher = read(vm, own)?;
    Ok(Flow::Value(make(vm, hasher)))
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let own = own(&args);
    let hasher = read(vm, own)?;
    let algorithm = hasher.algorithm();
    let at = own.as_ref().map_or(0, |r| vm.address_of(r));
    let text = match algorithm.family {
        Family::Blake2b | Family::Blake2s => {
            format!("<_blake2.{} object at {at:#x}>", algorithm.name)
        }
        _ => format!("<{} _hashlib.HASH object @ {at:#x}>", algorithm.name),
    };
    Ok(Flow::Value(vm.heap.string(text)))
}

/// `pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)`, without the GIL.
pub(super) fn pbkdf2_hmac(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["hash_name", "password", "salt", "iterations", "dklen"];
    let [name, password, salt, rounds, size] = args.named(vm, "pbkdf2_hmac", names, 4)?;
    let name = vm.text(name).unwrap_or_default();
    let Some(kind) = number_of(&name) else {
        let text = format!("unsupported hash type {name}");
        return Err(vm.raise("ValueError", &text));
    };
    let (password, salt) = (bytes_of(vm, password)?, bytes_of(vm, salt)?);
    let rounds = vm.as_index(rounds)?.unwrap_or(0);
    if rounds < 1 {
        return Err(vm.raise("ValueError", "iteration value must be greater than 0."));
    }
    let size = match size {
        Value::Unbound | Value::None => ALGORITHMS[kind].digest_bytes as i64,
        size => vm.as_index(size)?.unwrap_or(0),
    };
    if size < 1 {
        return Err(vm.raise("ValueError", "key length must be greater than 0."));
    }
    let algorithm = &ALGORITHMS[kind];
    let blocks = (size as u64).div_ceil(algorithm.digest_bytes.max(1) as u64);
    let digested = (rounds as u64)
        .saturating_mul(blocks)
        .saturating_mul(2 * algorithm.block_bytes as u64);
    // Refused before the work: it is one call that nothing could stop.
    vm.charge_steps(digested / BYTES_A_STEP)?;
    let key = pbkdf2(kind, &password, &salt, rounds as u64, size as usize);
    let key = vm.heap.value(Object::Bytes(key.into()));
    spend(vm, digested * algorithm.byte_ps, true, key)
}

/// `compare_digest(a, b)`
pub(super) fn compare_digest(vm: &mut Vm, args: Args) -> NativeResult {
    let [a, b] = args.exact(vm, "compare_digest")?;
    if let (Some(a), Some(b)) = (vm.text(a), vm.text(b)) {
        if !a.is_ascii() || !b.is_ascii() {
            let text = "comparing strings with non-ASCII characters is not supported";
            return Err(vm.type_error(text));
        }
        return Ok(Flow::Value(Value::Bool(a == b)));
    }
    let buffer = |value: Value| match vm.object(vm.unwrap(value)) {
        Some(Object::Bytes(bytes)) => Some(bytes.to_vec()),
        Some(Object::ByteArray(bytes)) => Some(bytes.clone()),
        _ => None,
    };
    match (buffer(a), buffer(b)) {
        (Some(a), Some(b)) => Ok(Flow::Value(Value::Bool(a == b))),
        _ => {
            let text = format!(
                "unsupported operand types(s) or combination of types: '{}' and '{}'",
                vm.type_name(a),
                vm.type_name(b)
            );
            Err(vm.type_error(&text))
        }
    }
}
