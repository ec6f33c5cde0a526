//! The methods of `str` that look for a part: `find`, `index`, `count`, `startswith`, `replace` and their kin.

use super::{Methods, bounds, count_argument, give, own, text_argument, text_of};
use crate::builtins::ok;
use crate::heap::{Object, Str, Value};
use crate::text::strings::{self, Text};
use crate::vm::{Args, NativeResult, Raised, Vm};
use std::rc::Rc;

pub(super) const METHODS: Methods = &[
    ("find", |vm, args| {
        let (own, part, start, end) = searched(vm, args, "find")?;
        found(text_of(&own).find(&part, start, end))
    }),
    ("rfind", |vm, args| {
        let (own, part, start, end) = searched(vm, args, "rfind")?;
        found(text_of(&own).rfind(&part, start, end))
    }),
    ("index", |vm, args| {
        let (own, part, start, end) = searched(vm, args, "index")?;
        let position = text_of(&own).index(&part, start, end);
        found(Some(position.map_err(|error| vm.text_error(error))?))
    }),
    ("rindex", |vm, args| {
        let (own, part, start, end) = searched(vm, args, "rindex")?;
        let position = text_of(&own).rindex(&part, start, end);
        found(Some(position.map_err(|error| vm.text_error(error))?))
    }),
    ("count", |vm, args| {
        let (own, part, start, end) = searched(vm, args, "count")?;
        found(Some(text_of(&own).count(&part, start, end)))
    }),
    ("startswith", |vm, args| {
        at_edge(vm, args, "startswith", |own, part, start, end| {
            own.starts_with(part, start, end)
        })
    }),
    ("endswith", |vm, args| {
        at_edge(vm, args, "endswith", |own, part, start, end| {
            own.ends_with(part, start, end)
        })
    }),
    ("replace", |vm, args| {
        let [value, old, new, count] = args.between(vm, "str.replace", 3)?;
        let own = own(vm, value, "replace")?;
        let old = text_argument(vm, old, "replace() argument 1 must be str")?;
        let new = text_argument(vm, new, "replace() argument 2 must be str")?;
        let count = match count {
            Value::Unbound => -1,
            count => count_argument(vm, count)?,
        };
        give(vm, strings::replace(&own.text, &old, &new, count))
    }),
    ("removeprefix", |vm, args| {
        let [value, part] = args.exact(vm, "str.removeprefix")?;
        let own = own(vm, value, "removeprefix")?;
        let part = text_argument(vm, part, "removeprefix() argument must be str")?;
        give(vm, Ok(strings::remove_prefix(&own.text, &part).to_owned()))
    }),
    ("removesuffix", |vm, args| {
        let [value, part] = args.exact(vm, "str.removesuffix")?;
        let own = own(vm, value, "removesuffix")?;
        let part = text_argument(vm, part, "removesuffix() argument must be str")?;
        give(vm, Ok(strings::remove_suffix(&own.text, &part).to_owned()))
    }),
];

type Searched = (Str, Rc<str>, Option<i64>, Option<i64>);

fn searched(vm: &mut Vm, args: Args, name: &str) -> Result<Searched, Raised> {
    let [value, part, start, end] = search_arguments(vm, args, name)?;
    let own = own(vm, value, name)?;
    let part = text_argument(vm, part, "must be str")?;
    let (start, end) = bounds(vm, start, end)?;
    Ok((own, part, start, end))
}

/// `self`, what is looked for, `start`, `end`; CPython words a wrong number of them in its own way here.
pub(in crate::builtins) fn search_arguments(
    vm: &mut Vm,
    args: Args,
    name: &str,
) -> Result<[Value; 4], Raised> {
    let given = args.positional.len().saturating_sub(1);
    if args.keywords.is_empty() && !(1..=3).contains(&given) {
        let bound = if given == 0 {
            "at least 1 argument"
        } else {
            "at most 3 arguments"
        };
        let text = format!("{name}() takes {bound} ({given} given)");
        return Err(vm.type_error(&text));
    }
    args.between(vm, &format!("str.{name}"), 2)
}

fn found(position: Option<usize>) -> NativeResult {
    ok(Value::Int(position.map_or(-1, |at| at as i64)))
}

type EdgeRule = fn(Text, &str, Option<i64>, Option<i64>) -> bool;

fn at_edge(vm: &mut Vm, args: Args, name: &str, rule: EdgeRule) -> NativeResult {
    let [value, parts, start, end] = search_arguments(vm, args, name)?;
    let own = own(vm, value, name)?;
    let (start, end) = bounds(vm, start, end)?;
    let own = text_of(&own);
    if let Some(Object::Tuple(parts)) = vm.object(parts) {
        let parts = parts.clone();
        for &part in parts.iter() {
            let told = format!("tuple for {name} must only contain str");
            let part = text_argument(vm, part, &told)?;
            if rule(own, &part, start, end) {
                return ok(Value::Bool(true));
            }
        }
        return ok(Value::Bool(false));
    }
    let told = format!("{name} first arg must be str or a tuple of str");
    let part = text_argument(vm, parts, &told)?;
    ok(Value::Bool(rule(own, &part, start, end)))
}
