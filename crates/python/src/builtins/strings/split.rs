//! The methods of `str` that cut a text up, and `join`.

use super::{Methods, count_argument, give, own, text_argument};
use crate::builtins::ok;
use crate::heap::{Object, Value};
use crate::text::{TextError, check_result_bytes, strings::split};
use crate::vm::{Args, NativeResult, Raised, Then, Vm};
use std::rc::Rc;

pub(super) const METHODS: Methods = &[
    ("split", |vm, args| cut(vm, args, "split", split::split)),
    ("rsplit", |vm, args| cut(vm, args, "rsplit", split::rsplit)),
    ("splitlines", |vm, args| {
        let [value, keep_ends] = args.named(vm, "splitlines", ["self", "keepends"], 1)?;
        let own = own(vm, value, "splitlines")?;
        let keep_ends = !keep_ends.is_unbound() && vm.truth_nested(keep_ends)?;
        give_all(vm, &split::splitlines(&own.text, keep_ends))
    }),
    ("partition", |vm, args| {
        parted(vm, args, "str.partition", split::partition)
    }),
    ("rpartition", |vm, args| {
        parted(vm, args, "str.rpartition", split::rpartition)
    }),
    ("strip", |vm, args| {
        stripped(vm, args, "str.strip", split::strip)
    }),
    ("lstrip", |vm, args| {
        stripped(vm, args, "str.lstrip", split::lstrip)
    }),
    ("rstrip", |vm, args| {
        stripped(vm, args, "str.rstrip", split::rstrip)
    }),
    ("join", join),
];

fn give_all(vm: &mut Vm, pieces: &[&str]) -> NativeResult {
    vm.spend(vm.costs.per_item * pieces.len() as u64);
    let total: usize = pieces.iter().map(|piece| piece.len() + 64).sum();
    vm.check_heap_growth(total as u64)?;
    let pieces = pieces.iter().map(|piece| vm.heap.str(piece)).collect();
    ok(vm.heap.list(pieces))
}

/// A `str` argument that may be `None` or missing.
fn optional_text(vm: &mut Vm, value: Value, told: &str) -> Result<Option<Rc<str>>, Raised> {
    if value.is_unbound() || value.is_none() {
        return Ok(None);
    }
    text_argument(vm, value, told).map(Some)
}

type SplitRule = for<'a> fn(&'a str, Option<&str>, i64) -> Result<Vec<&'a str>, TextError>;

fn cut(vm: &mut Vm, args: Args, name: &str, rule: SplitRule) -> NativeResult {
    let [value, separator, most] = args.named(vm, name, ["self", "sep", "maxsplit"], 1)?;
    let own = own(vm, value, name)?;
    let separator = optional_text(vm, separator, "must be str or None")?;
    let most = match most {
        Value::Unbound => -1,
        most => count_argument(vm, most)?,
    };
    match rule(&own.text, separator.as_deref(), most) {
        Ok(pieces) => give_all(vm, &pieces),
        Err(error) => Err(vm.text_error(error)),
    }
}

type PartRule = for<'a> fn(&'a str, &'a str) -> Result<(&'a str, &'a str, &'a str), TextError>;

fn parted(vm: &mut Vm, args: Args, name: &str, rule: PartRule) -> NativeResult {
    let [value, separator] = args.exact(vm, name)?;
    let own = own(vm, value, &name[4..])?;
    let separator = text_argument(vm, separator, "must be str")?;
    match rule(&own.text, &separator) {
        Ok((before, between, after)) => {
            let parts = [before, between, after].map(|part| vm.heap.str(part));
            ok(vm.heap.tuple(&parts))
        }
        Err(error) => Err(vm.text_error(error)),
    }
}

type StripRule = for<'a> fn(&'a str, Option<&str>) -> &'a str;

fn stripped(vm: &mut Vm, args: Args, name: &str, rule: StripRule) -> NativeResult {
    let [value, chars] = args.between(vm, name, 1)?;
    let own = own(vm, value, &name[4..])?;
    if !chars.is_unbound() && !chars.is_none() && vm.text(chars).is_none() {
        let text = format!("{} arg must be None or str", &name[4..]);
        return Err(vm.type_error(&text));
    }
    let chars = optional_text(vm, chars, "")?;
    give(vm, Ok(rule(&own.text, chars.as_deref()).to_owned()))
}

fn join(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, parts] = args.exact(vm, "str.join")?;
    own(vm, value, "join")?;
    if !may_be_iterated(vm, parts) {
        return Err(vm.type_error("can only join an iterable"));
    }
    vm.collect(parts, Then::new(joined, vec![value]))
}

/// Whether iteration can start at all.
pub(in crate::builtins) fn may_be_iterated(vm: &mut Vm, value: Value) -> bool {
    match vm.object(value) {
        None
        | Some(
            Object::BigInt(_)
            | Object::Function(_)
            | Object::Native(_)
            | Object::BoundMethod { .. }
            | Object::Module(_)
            | Object::Slice(_)
            | Object::Exception(_),
        ) => false,
        Some(Object::Instance(instance)) if instance.base.is_unbound() => {
            vm.special(value, vm.names.iter).is_some()
                || vm.special(value, vm.names.getitem).is_some()
        }
        _ => true,
    }
}

fn joined(vm: &mut Vm, then: Then, list: Value) -> NativeResult {
    let separator = vm.text(then.state[0]).unwrap_or_default();
    let items = vm.items_of(list)?.unwrap_or_default();
    let mut parts = Vec::with_capacity(items.len());
    for (index, &item) in items.iter().enumerate() {
        match vm.text(item) {
            Some(part) => parts.push(part),
            None => {
                let text = format!(
                    "sequence item {index}: expected str instance, {} found",
                    vm.type_name(item)
                );
                return Err(vm.type_error(&text));
            }
        }
    }
    let between = separator.len().saturating_mul(parts.len());
    let bytes = parts.iter().map(|part| part.len()).sum::<usize>() + between;
    check_result_bytes(bytes).map_err(|error| vm.text_error(error))?;
    give(vm, Ok(parts.join(&separator)))
}
