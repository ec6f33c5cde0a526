//! `str.translate` and `str.maketrans`.

use super::arguments::{own, text_argument};
use super::{Methods, give, settled};
use crate::builtins::ok;
use crate::heap::{Dict, Object, Value};
use crate::vm::{Args, Flow, NativeResult, Raised, Vm};

pub(super) const METHODS: Methods = &[("translate", translate)];

fn translate(vm: &mut Vm, args: Args) -> NativeResult {
    let [value, table] = args.exact(vm, "str.translate")?;
    let own = own(vm, value, "translate")?;
    let mut out = String::with_capacity(own.text.len());
    for c in own.text.chars() {
        vm.spend(vm.costs.per_item);
        match mapped_to(vm, table, c)? {
            Some(Value::None) => {}
            Some(Value::Int(code)) => match u32::try_from(code).ok().and_then(char::from_u32) {
                Some(c) => out.push(c),
                None => {
                    let text = "character mapping must be in range(0x110000)";
                    return Err(vm.raise("ValueError", text));
                }
            },
            Some(other) => match vm.text(other) {
                Some(text) => out.push_str(&text),
                None => {
                    let text = "character mapping must return integer, None or str";
                    return Err(vm.type_error(text));
                }
            },
            None => out.push(c),
        }
    }
    give(vm, Ok(out))
}

/// `table[ord(c)]`, `None` where that raises LookupError.
fn mapped_to(vm: &mut Vm, table: Value, c: char) -> Result<Option<Value>, Raised> {
    let key = Value::Int(i64::from(c as u32));
    let result = match vm.get_item(table, key) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(call)) => settled(vm, Flow::Call(Box::new(call))),
        Err(raised) => Err(raised),
    };
    match result {
        Ok(value) => Ok(Some(value)),
        Err(raised) if vm.is_exception(raised.0, "LookupError") => Ok(None),
        Err(raised) => Err(raised),
    }
}

/// `str.maketrans(x, y=…, z=…)`
pub(super) fn make_table(vm: &mut Vm, args: Args) -> NativeResult {
    let [from, to, removed] = args.between(vm, "maketrans", 1)?;
    let table = vm.heap.dict(Dict::default());
    if to.is_unbound() {
        let Some(Object::Dict(given)) = vm.object(vm.unwrap(from)) else {
            return Err(
                vm.type_error("if you give only one argument to maketrans it must be a dict")
            );
        };
        let entries: Vec<(Value, Value)> =
            given.iter().map(|entry| (entry.key, entry.value)).collect();
        for (key, value) in entries {
            let key = table_key(vm, key)?;
            vm.dict_set(table, key, value)?;
        }
        return ok(table);
    }
    let told = |position: u8| format!("maketrans() argument {position} must be str");
    if vm.text(from).is_none() {
        let text = "first maketrans argument must be a string if there is a second argument";
        return Err(vm.type_error(text));
    }
    let from = text_argument(vm, from, &told(1))?;
    let to = text_argument(vm, to, &told(2))?;
    if from.chars().count() != to.chars().count() {
        let text = "the first two maketrans arguments must have equal length";
        return Err(vm.raise("ValueError", text));
    }
    for (from, to) in from.chars().zip(to.chars()) {
        let (from, to) = (i64::from(from as u32), i64::from(to as u32));
        vm.dict_set(table, Value::Int(from), Value::Int(to))?;
    }
    if !removed.is_unbound() {
        for c in text_argument(vm, removed, &told(3))?.chars() {
            vm.dict_set(table, Value::Int(i64::from(c as u32)), Value::None)?;
        }
    }
    ok(table)
}

fn table_key(vm: &mut Vm, key: Value) -> Result<Value, Raised> {
    if matches!(key, Value::Int(_) | Value::Bool(_)) {
        return Ok(key);
    }
    let Some(text) = vm.text(key) else {
        return Err(vm.type_error("keys in translate table must be strings or integers"));
    };
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(Value::Int(i64::from(c as u32))),
        _ => Err(vm.raise(
            "ValueError",
            "string keys in translate table must be of length 1",
        )),
    }
}
