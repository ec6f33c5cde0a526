//! Cutting bytes apart and joining them.

use super::search::{last_position, most_of, pieces, position};
use super::{Methods, like, ok, peek, read};
use crate::heap::Value;
use crate::vm::{Args, NativeResult, Then, Vm};

pub(super) const METHODS: Methods = &[
    ("split", |vm, args| split(vm, args, "split", false)),
    ("rsplit", |vm, args| split(vm, args, "rsplit", true)),
    ("splitlines", |vm, args| {
        let [own, keep] = args.named(vm, "splitlines", ["self", "keepends"], 1)?;
        let bytes = read(vm, own)?;
        let keep = !keep.is_unbound() && vm.truth_nested(keep)?;
        let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
        while at < bytes.len() {
            let end = match bytes[at] {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => at + 2,
                b'\r' | b'\n' => at + 1,
                _ => {
                    at += 1;
                    continue;
                }
            };
            lines.push(bytes[start..if keep { end } else { at }].to_vec());
            (start, at) = (end, end);
        }
        if start < bytes.len() {
            lines.push(bytes[start..].to_vec());
        }
        listed(vm, own, lines)
    }),
    ("partition", |vm, args| {
        partition(vm, args, "bytes.partition", false)
    }),
    ("rpartition", |vm, args| {
        partition(vm, args, "bytes.rpartition", true)
    }),
    ("join", join),
    ("strip", |vm, args| {
        strip(vm, args, "bytes.strip", true, true)
    }),
    ("lstrip", |vm, args| {
        strip(vm, args, "bytes.lstrip", true, false)
    }),
    ("rstrip", |vm, args| {
        strip(vm, args, "bytes.rstrip", false, true)
    }),
];

fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

fn listed(vm: &mut Vm, own: Value, parts: Vec<Vec<u8>>) -> NativeResult {
    let parts = parts.into_iter().map(|part| like(vm, own, part)).collect();
    ok(vm.heap.list(parts))
}

fn split(vm: &mut Vm, args: Args, name: &str, from_end: bool) -> NativeResult {
    let [own, separator, most] = args.named(vm, name, ["self", "sep", "maxsplit"], 1)?;
    let bytes = read(vm, own)?;
    let most = most_of(vm, most)?;
    if separator.is_unbound() || separator.is_none() {
        let parts = if from_end {
            words_from_end(&bytes, most)
        } else {
            words(&bytes, most)
        };
        return listed(vm, own, parts);
    }
    let separator = read(vm, separator)?;
    if separator.is_empty() {
        return Err(vm.raise("ValueError", "empty separator"));
    }
    if !from_end {
        return listed(vm, own, pieces(&bytes, &separator, most));
    }
    let (mut rest, mut parts) = (&bytes[..], Vec::new());
    while parts.len() < most {
        let Some(at) = last_position(rest, &separator) else {
            break;
        };
        parts.push(rest[at + separator.len()..].to_vec());
        rest = &rest[..at];
    }
    parts.push(rest.to_vec());
    parts.reverse();
    listed(vm, own, parts)
}

fn words(bytes: &[u8], most: usize) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    loop {
        let Some(start) = rest.iter().position(|byte| !is_blank(byte)) else {
            return parts;
        };
        rest = &rest[start..];
        if parts.len() == most {
            let end = rest
                .iter()
                .rposition(|byte| !is_blank(byte))
                .map_or(0, |at| at + 1);
            parts.push(rest[..end.max(1)].to_vec());
            if end < rest.len() {
                // CPython keeps the blanks after the last cut.
                let whole = rest.to_vec();
                parts.pop();
                parts.push(whole);
            }
            return parts;
        }
        let end = rest.iter().position(is_blank).unwrap_or(rest.len());
        parts.push(rest[..end].to_vec());
        rest = &rest[end..];
    }
}

fn words_from_end(bytes: &[u8], most: usize) -> Vec<Vec<u8>> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(last) = rest.iter().rposition(|byte| !is_blank(byte)) {
        rest = &rest[..=last];
        if parts.len() == most {
            parts.push(rest.to_vec());
            break;
        }
        let start = rest.iter().rposition(is_blank).map_or(0, |at| at + 1);
        parts.push(rest[start..].to_vec());
        rest = &rest[..start];
    }
    parts.reverse();
    parts
}

fn partition(vm: &mut Vm, args: Args, name: &str, from_end: bool) -> NativeResult {
    let [own, separator] = args.exact(vm, name)?;
    let (bytes, part) = (read(vm, own)?, read(vm, separator)?);
    if part.is_empty() {
        return Err(vm.raise("ValueError", "empty separator"));
    }
    let at = if from_end {
        last_position(&bytes, &part)
    } else {
        position(&bytes, &part)
    };
    let parts = match at {
        Some(at) => [
            bytes[..at].to_vec(),
            part.clone(),
            bytes[at + part.len()..].to_vec(),
        ],
        None if from_end => [Vec::new(), Vec::new(), bytes],
        None => [bytes, Vec::new(), Vec::new()],
    };
    let parts = parts.map(|part| like(vm, own, part));
    ok(vm.heap.tuple(&parts))
}

fn join(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, parts] = args.exact(vm, "bytes.join")?;
    let then = |vm: &mut Vm, then: Then, list: Value| {
        let separator = read(vm, then.state[0])?;
        let mut joined = Vec::new();
        let parts = vm.items_of(list)?.unwrap_or_default();
        for (index, part) in parts.into_iter().enumerate() {
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
        vm.check_heap_growth(joined.len() as u64)?;
        ok(like(vm, then.state[0], joined))
    };
    vm.collect(parts, Then::new(then, vec![own]))
}

fn strip(vm: &mut Vm, args: Args, name: &str, front: bool, back: bool) -> NativeResult {
    let [own, chars] = args.between(vm, name, 1)?;
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
