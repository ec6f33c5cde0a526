//! `bytes` and `bytearray`: construction and methods. What text there is in them is the codecs' business.

use super::lists::{contains, get_item, iter_of};
use super::objects::{install_class_method, install_new};
use super::ok;
use super::strings::{bounds, count_argument, decode, encode};
use crate::heap::{Object, Ref, Value};
use crate::vm::{Args, NativeFn, NativeResult, Raised, Then, Vm};

pub(super) fn install(vm: &mut Vm) {
    let (bytes, bytearray) = (vm.types.bytes, vm.types.bytearray);
    install_new(vm, bytes, |vm, args| new(vm, args, false));
    install_new(vm, bytearray, |vm, args| new(vm, args, true));
    for class in [bytes, bytearray] {
        vm.add_methods(class, METHODS);
        install_class_method(vm, class, "fromhex", from_hex);
    }
    vm.add_methods(
        bytearray,
        &[
            ("append", append),
            ("extend", extend),
            ("clear", |vm, args| {
                let [own] = args.exact(vm, "bytearray.clear")?;
                buffer(vm, own)?.clear();
                ok(Value::None)
            }),
        ],
    );
}

const METHODS: &[(&str, NativeFn)] = &[
    ("decode", |vm, args| {
        let [own, encoding, errors] =
            args.named(vm, "decode", ["self", "encoding", "errors"], 1)?;
        let bytes = read(vm, own)?;
        let text = decode(vm, &bytes, "decode", encoding, errors)?;
        ok(vm.heap.string(text))
    }),
    ("hex", |vm, args| {
        let [own, separator] = args.between(vm, "bytes.hex", 1)?;
        let bytes = read(vm, own)?;
        let separator = vm.text(separator).unwrap_or_else(|| "".into());
        let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        ok(vm.heap.string(digits.join(&separator)))
    }),
    ("upper", |vm, args| {
        mapped(vm, args, "bytes.upper", |byte| byte.to_ascii_uppercase())
    }),
    ("lower", |vm, args| {
        mapped(vm, args, "bytes.lower", |byte| byte.to_ascii_lowercase())
    }),
    ("find", |vm, args| {
        let at = search(vm, &args, "bytes.find")?;
        ok(Value::Int(at.map_or(-1, |at| at as i64)))
    }),
    ("index", |vm, args| {
        match search(vm, &args, "bytes.index")? {
            Some(at) => ok(Value::Int(at as i64)),
            None => Err(vm.raise("ValueError", "subsection not found")),
        }
    }),
    ("count", |vm, args| {
        let [own, part] = args.exact(vm, "bytes.count")?;
        let (own, part) = (read(vm, own)?, part_of(vm, part)?);
        ok(Value::Int(pieces(&own, &part, usize::MAX).len() as i64 - 1))
    }),
    ("startswith", |vm, args| {
        affix(vm, args, "startswith", |own, part| own.starts_with(part))
    }),
    ("endswith", |vm, args| {
        affix(vm, args, "endswith", |own, part| own.ends_with(part))
    }),
    ("split", split),
    ("join", join),
    ("strip", |vm, args| strip(vm, args, true, true)),
    ("lstrip", |vm, args| strip(vm, args, true, false)),
    ("rstrip", |vm, args| strip(vm, args, false, true)),
    ("replace", |vm, args| {
        let [own, old, new, count] = args.between(vm, "bytes.replace", 3)?;
        let most = most_of(vm, count)?;
        let (bytes, old, new) = (read(vm, own)?, part_of(vm, old)?, part_of(vm, new)?);
        if old.is_empty() {
            return Err(vm.not_supported("bytes.replace() of nothing"));
        }
        let joined = pieces(&bytes, &old, most).join(&new[..]);
        ok(like(vm, own, joined))
    }),
    ("__len__", |vm, args| {
        let [own] = args.exact(vm, "bytes.__len__")?;
        let length = read(vm, own)?.len();
        ok(Value::Int(length as i64))
    }),
    ("__iter__", |vm, args| iter_of(vm, args)),
    ("__getitem__", |vm, args| get_item(vm, args)),
    ("__contains__", |vm, args| contains(vm, args)),
];

/// `bytes(source, encoding, errors)`: of a size, of numbers, of a text.
fn new(vm: &mut Vm, args: Args, mutable: bool) -> NativeResult {
    let name = if mutable { "bytearray" } else { "bytes" };
    let [_class, source, encoding, errors] =
        args.named(vm, name, ["cls", "source", "encoding", "errors"], 1)?;
    let own = vm.unwrap(source);
    if own.is_unbound() {
        return ok(made(vm, Vec::new(), mutable));
    }
    if vm.text(own).is_some() {
        if encoding.is_unbound() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let bytes = encode(vm, own, name, encoding, errors)?;
        return ok(made(vm, bytes, mutable));
    }
    if let Ok(bytes) = peek(vm, own) {
        return ok(made(vm, bytes, mutable));
    }
    if let Some(size) = vm.as_index(own)? {
        let Ok(size) = usize::try_from(size) else {
            return Err(vm.raise("ValueError", "negative count"));
        };
        vm.check_heap_growth(size as u64)?;
        return ok(made(vm, vec![0; size], mutable));
    }
    let then = |vm: &mut Vm, then: Then, list: Value| {
        let mutable = then.state[0] == Value::Bool(true);
        let mut bytes = Vec::new();
        for item in vm.items_of(list)?.unwrap_or_default() {
            bytes.push(byte(vm, item, mutable)?);
        }
        ok(made(vm, bytes, mutable))
    };
    vm.collect(source, Then::new(then, vec![Value::Bool(mutable)]))
}

fn byte(vm: &mut Vm, item: Value, mutable: bool) -> Result<u8, Raised> {
    match vm.as_index(item)? {
        Some(number) => u8::try_from(number).map_err(|_| {
            let what = if mutable { "byte" } else { "bytes" };
            vm.raise("ValueError", &format!("{what} must be in range(0, 256)"))
        }),
        None => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(item)
            );
            Err(vm.type_error(&text))
        }
    }
}

fn made(vm: &mut Vm, bytes: Vec<u8>, mutable: bool) -> Value {
    let object = if mutable {
        Object::ByteArray(bytes)
    } else {
        Object::Bytes(bytes.into())
    };
    vm.heap.value(object)
}

/// Of the same class as `own`.
fn like(vm: &mut Vm, own: Value, bytes: Vec<u8>) -> Value {
    let mutable = matches!(vm.object(own), Some(Object::ByteArray(_)));
    made(vm, bytes, mutable)
}

fn peek(vm: &Vm, value: Value) -> Result<Vec<u8>, ()> {
    match vm.object(vm.unwrap(value)) {
        Some(Object::Bytes(bytes)) => Ok(bytes.to_vec()),
        Some(Object::ByteArray(bytes)) => Ok(bytes.clone()),
        _ => Err(()),
    }
}

fn read(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    peek(vm, value).map_err(|()| {
        let text = format!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(value)
        );
        vm.type_error(&text)
    })
}

/// What is looked for: bytes, or one byte by its number.
fn part_of(vm: &mut Vm, value: Value) -> Result<Vec<u8>, Raised> {
    match value {
        Value::Int(_) | Value::Bool(_) => Ok(vec![byte(vm, value, true)?]),
        _ => read(vm, value),
    }
}

fn buffer(vm: &mut Vm, own: Value) -> Result<&mut Vec<u8>, Raised> {
    let r: Option<Ref> = match vm.object(own) {
        Some(Object::ByteArray(_)) => own.as_ref(),
        _ => None,
    };
    let Some(r) = r else {
        return Err(vm.type_error("a bytearray is required"));
    };
    match vm.heap.get_mut(r) {
        Object::ByteArray(bytes) => Ok(bytes),
        _ => unreachable!("just checked"),
    }
}

fn append(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, item] = args.exact(vm, "bytearray.append")?;
    let item = byte(vm, item, true)?;
    vm.heap.grew(1);
    buffer(vm, own)?.push(item);
    ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, items] = args.exact(vm, "bytearray.extend")?;
    let then = |vm: &mut Vm, then: Then, list: Value| {
        for item in vm.items_of(list)?.unwrap_or_default() {
            let item = byte(vm, item, true)?;
            vm.heap.grew(1);
            buffer(vm, then.state[0])?.push(item);
        }
        ok(Value::None)
    };
    vm.collect(items, Then::new(then, vec![own]))
}

fn mapped(vm: &mut Vm, args: Args, name: &str, map: fn(&u8) -> u8) -> NativeResult {
    let [own] = args.exact(vm, name)?;
    let bytes = read(vm, own)?.iter().map(map).collect();
    ok(like(vm, own, bytes))
}

fn search(vm: &mut Vm, args: &Args, name: &str) -> Result<Option<usize>, Raised> {
    let [own, part, start, end] = args.between(vm, name, 2)?;
    let (bytes, part) = (read(vm, own)?, part_of(vm, part)?);
    let (start, end) = bounds(vm, start, end)?;
    let (from, to) = crate::text::slices::search_bounds(start, end, bytes.len());
    if from > to {
        return Ok(None);
    }
    Ok(position(&bytes[from..to], &part).map(|at| from + at))
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    bytes.windows(part.len()).position(|window| window == part)
}

/// `bytes` cut at the first `most` places where `part` stands.
fn pieces(bytes: &[u8], part: &[u8], most: usize) -> Vec<Vec<u8>> {
    let (mut rest, mut cut) = (bytes, Vec::new());
    while cut.len() < most && !part.is_empty() {
        let Some(at) = position(rest, part) else {
            break;
        };
        cut.push(rest[..at].to_vec());
        rest = &rest[at + part.len()..];
    }
    cut.push(rest.to_vec());
    cut
}

fn affix(vm: &mut Vm, args: Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> NativeResult {
    let [own, wanted] = args.exact(vm, &format!("bytes.{name}"))?;
    let bytes = read(vm, own)?;
    let wanted = match vm.object(wanted) {
        Some(Object::Tuple(items)) => items.to_vec(),
        _ => vec![wanted],
    };
    for part in wanted {
        let Ok(part) = peek(vm, part) else {
            let text = format!(
                "{name} first arg must be bytes or a tuple of bytes, not {}",
                vm.type_name(part)
            );
            return Err(vm.type_error(&text));
        };
        if test(&bytes, &part) {
            return ok(Value::Bool(true));
        }
    }
    ok(Value::Bool(false))
}

/// At most how many places: all of them where nothing or less than 0 is given.
fn most_of(vm: &mut Vm, count: Value) -> Result<usize, Raised> {
    if count.is_unbound() {
        return Ok(usize::MAX);
    }
    let count = count_argument(vm, count)?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

fn split(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, separator, most] = args.named(vm, "split", ["self", "sep", "maxsplit"], 1)?;
    let bytes = read(vm, own)?;
    let most = most_of(vm, most)?;
    let cut = if separator.is_unbound() || separator.is_none() {
        if most != usize::MAX {
            return Err(vm.not_supported("bytes.split() at blanks with maxsplit"));
        }
        let words = bytes.split(u8::is_ascii_whitespace);
        words
            .filter(|word| !word.is_empty())
            .map(<[u8]>::to_vec)
            .collect()
    } else {
        let separator = read(vm, separator)?;
        if separator.is_empty() {
            return Err(vm.raise("ValueError", "empty separator"));
        }
        pieces(&bytes, &separator, most)
    };
    let parts = cut.into_iter().map(|part| like(vm, own, part)).collect();
    ok(vm.heap.list(parts))
}

fn join(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, parts] = args.exact(vm, "bytes.join")?;
    let then = |vm: &mut Vm, then: Then, list: Value| {
        let separator = read(vm, then.state[0])?;
        let mut joined = Vec::new();
        for (index, part) in vm
            .items_of(list)?
            .unwrap_or_default()
            .into_iter()
            .enumerate()
        {
            let Ok(part) = peek(vm, part) else {
                let text = format!(
                    "sequence item {index}: expected a bytes-like object, {} found",
                    vm.type_name(part)
                );
                return Err(vm.type_error(&text));
            };
            if index > 0 {
                joined.extend_from_slice(&separator);
            }
            joined.extend_from_slice(&part);
        }
        ok(like(vm, then.state[0], joined))
    };
    vm.collect(parts, Then::new(then, vec![own]))
}

fn strip(vm: &mut Vm, args: Args, front: bool, back: bool) -> NativeResult {
    let [own, chars] = args.between(vm, "bytes.strip", 1)?;
    let bytes = read(vm, own)?;
    let chars = match chars {
        Value::Unbound | Value::None => b" \t\n\r\x0b\x0c".to_vec(),
        chars => read(vm, chars)?,
    };
    let keep = |byte: &u8| !chars.contains(byte);
    let first = bytes.iter().position(keep).unwrap_or(bytes.len());
    let last = bytes.iter().rposition(keep).map_or(first, |at| at + 1);
    let (from, to) = (
        if front { first } else { 0 },
        if back { last } else { bytes.len() },
    );
    ok(like(vm, own, bytes[from.min(to)..to].to_vec()))
}

/// `bytes.fromhex(text)`
fn from_hex(vm: &mut Vm, args: Args) -> NativeResult {
    let [class, text] = args.exact(vm, "fromhex")?;
    let Some(text) = vm.text(text) else {
        let text = format!("fromhex() argument must be str, not {}", vm.type_name(text));
        return Err(vm.type_error(&text));
    };
    let mut bytes = Vec::new();
    let mut high = None;
    for (at, c) in text.chars().enumerate() {
        let digit = c.to_digit(16).map(|digit| digit as u8);
        match (digit, high) {
            (Some(digit), Some(first)) => {
                bytes.push(first << 4 | digit);
                high = None;
            }
            (Some(digit), None) => high = Some(digit),
            (None, None) if c.is_ascii_whitespace() => {}
            (None, _) => {
                let text =
                    format!("non-hexadecimal number found in fromhex() arg at position {at}");
                return Err(vm.raise("ValueError", &text));
            }
        }
    }
    if high.is_some() {
        let at = text.chars().count();
        let text = format!("non-hexadecimal number found in fromhex() arg at position {at}");
        return Err(vm.raise("ValueError", &text));
    }
    let mutable = class == Value::Obj(vm.types.bytearray);
    ok(made(vm, bytes, mutable))
}
