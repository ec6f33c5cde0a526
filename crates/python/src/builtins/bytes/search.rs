//! Looking for bytes in bytes: `find` and its kind, `count`, `startswith`, `replace`.

use super::{Methods, bounds, count_argument, like, ok, part_of, peek, read};
use crate::heap::{Object, Value};
use crate::text::slices::search_bounds;
use crate::vm::{Args, NativeResult, Raised, Vm};

pub(super) const METHODS: Methods = &[
    ("find", |vm, args| {
        let at = search(vm, &args, "bytes.find", position)?;
        ok(Value::Int(at.map_or(-1, |at| at as i64)))
    }),
    ("rfind", |vm, args| {
        let at = search(vm, &args, "bytes.rfind", last_position)?;
        ok(Value::Int(at.map_or(-1, |at| at as i64)))
    }),
    ("index", |vm, args| {
        let at = search(vm, &args, "bytes.index", position)?;
        found(vm, at)
    }),
    ("rindex", |vm, args| {
        let at = search(vm, &args, "bytes.rindex", last_position)?;
        found(vm, at)
    }),
    ("count", |vm, args| {
        let [own, part, start, end] = args.between(vm, "bytes.count", 2)?;
        let (bytes, part) = (read(vm, own)?, part_of(vm, part)?);
        let (start, end) = bounds(vm, start, end)?;
        let (from, to) = search_bounds(start, end, bytes.len());
        if from > to {
            return ok(Value::Int(0));
        }
        let count = if part.is_empty() {
            to - from + 1
        } else {
            pieces(&bytes[from..to], &part, usize::MAX).len() - 1
        };
        ok(Value::Int(count as i64))
    }),
    ("startswith", |vm, args| {
        affix(vm, args, "startswith", |own, part| own.starts_with(part))
    }),
    ("endswith", |vm, args| {
        affix(vm, args, "endswith", |own, part| own.ends_with(part))
    }),
    ("removeprefix", |vm, args| {
        let [own, part] = args.exact(vm, "bytes.removeprefix")?;
        let (bytes, part) = (read(vm, own)?, read(vm, part)?);
        let rest = bytes.strip_prefix(&part[..]).unwrap_or(&bytes).to_vec();
        ok(like(vm, own, rest))
    }),
    ("removesuffix", |vm, args| {
        let [own, part] = args.exact(vm, "bytes.removesuffix")?;
        let (bytes, part) = (read(vm, own)?, read(vm, part)?);
        let rest = bytes.strip_suffix(&part[..]).unwrap_or(&bytes).to_vec();
        ok(like(vm, own, rest))
    }),
    ("replace", |vm, args| {
        let [own, old, new, count] = args.between(vm, "bytes.replace", 3)?;
        let most = most_of(vm, count)?;
        let (bytes, old, new) = (read(vm, own)?, read(vm, old)?, read(vm, new)?);
        let joined = if old.is_empty() {
            between_all(&bytes, &new, most)
        } else {
            pieces(&bytes, &old, most).join(&new[..])
        };
        vm.check_heap_growth(joined.len() as u64)?;
        ok(like(vm, own, joined))
    }),
];

fn between_all(bytes: &[u8], new: &[u8], most: usize) -> Vec<u8> {
    let mut joined = Vec::new();
    for (index, &byte) in bytes.iter().enumerate() {
        if index < most {
            joined.extend_from_slice(new);
        }
        joined.push(byte);
    }
    if bytes.len() < most {
        joined.extend_from_slice(new);
    }
    joined
}

fn found(vm: &mut Vm, at: Option<usize>) -> NativeResult {
    match at {
        Some(at) => ok(Value::Int(at as i64)),
        None => Err(vm.raise("ValueError", "subsection not found")),
    }
}

type Finder = fn(&[u8], &[u8]) -> Option<usize>;

fn search(vm: &mut Vm, args: &Args, name: &str, find: Finder) -> Result<Option<usize>, Raised> {
    let [own, part, start, end] = args.between(vm, name, 2)?;
    let (bytes, part) = (read(vm, own)?, part_of(vm, part)?);
    let (start, end) = bounds(vm, start, end)?;
    let (from, to) = search_bounds(start, end, bytes.len());
    if from > to {
        return Ok(None);
    }
    Ok(find(&bytes[from..to], &part).map(|at| from + at))
}

/// Where `part` first stands.
pub(super) fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    bytes.windows(part.len()).position(|window| window == part)
}

/// Where `part` last stands.
pub(super) fn last_position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(bytes.len());
    }
    bytes.windows(part.len()).rposition(|window| window == part)
}

/// `bytes` cut at the first `most` places where `part` stands.
pub(super) fn pieces(bytes: &[u8], part: &[u8], most: usize) -> Vec<Vec<u8>> {
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
    let [own, wanted, start, end] = args.between(vm, &format!("bytes.{name}"), 2)?;
    let bytes = read(vm, own)?;
    let (start, end) = bounds(vm, start, end)?;
    let (from, to) = search_bounds(start, end, bytes.len());
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
        if from <= to && test(&bytes[from..to], &part) {
            return ok(Value::Bool(true));
        }
    }
    ok(Value::Bool(false))
}

/// At most how many places: all of them where nothing or less than 0 is given.
pub(super) fn most_of(vm: &mut Vm, count: Value) -> Result<usize, Raised> {
    if count.is_unbound() {
        return Ok(usize::MAX);
    }
    let count = count_argument(vm, count)?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}
