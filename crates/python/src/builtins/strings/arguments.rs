//! How the methods of `str` and `bytes` read their arguments, with CPython's words for the wrong ones.

use crate::heap::{Object, Str, Value};
use crate::vm::{Raised, Vm};
use num_traits::{Signed, ToPrimitive};
use std::rc::Rc;

/// The text of `self`; its length is paid for here, once for every method.
pub(super) fn own(vm: &mut Vm, value: Value, method: &str) -> Result<Str, Raised> {
    if let Some(Object::Str(own)) = vm.object(vm.unwrap(value)) {
        let own = own.clone();
        vm.spend(vm.costs.per_item * (own.text.len() as u64 / 16));
        return Ok(own);
    }
    let text = format!(
        "descriptor '{method}' for 'str' objects doesn't apply to a '{}' object",
        vm.type_name(value)
    );
    Err(vm.type_error(&text))
}

/// A `str` argument; `told` is what CPython says before ", not int".
pub(super) fn text_argument(vm: &mut Vm, value: Value, told: &str) -> Result<Rc<str>, Raised> {
    match vm.text(value) {
        Some(text) => Ok(text),
        None => {
            let text = format!("{told}, not {}", none_or_type(vm, value));
            Err(vm.type_error(&text))
        }
    }
}

/// CPython's name for what was given instead: `None` goes by its own name.
pub(super) fn none_or_type(vm: &Vm, value: Value) -> Rc<str> {
    if value.is_none() {
        "None".into()
    } else {
        vm.type_name(value)
    }
}

/// An integer argument.
pub(in crate::builtins) fn count_argument(vm: &mut Vm, value: Value) -> Result<i64, Raised> {
    if let Some(Object::BigInt(_)) = vm.object(vm.unwrap(value)) {
        return Err(vm.raise(
            "OverflowError",
            "Python int too large to convert to C ssize_t",
        ));
    }
    match vm.as_index(value)? {
        Some(index) => Ok(index),
        None => {
            let text = format!(
                "'{}' object cannot be interpreted as an integer",
                vm.type_name(value)
            );
            Err(vm.type_error(&text))
        }
    }
}

/// `start` or `end` of a search; a bound beyond 64 bits saturates.
pub(in crate::builtins) fn bound(vm: &mut Vm, value: Value) -> Result<Option<i64>, Raised> {
    if value.is_unbound() || value.is_none() {
        return Ok(None);
    }
    if let Some(Object::BigInt(big)) = vm.object(vm.unwrap(value)) {
        let lowest_or_highest = if big.is_negative() {
            -i64::MAX
        } else {
            i64::MAX
        };
        return Ok(Some(big.to_i64().unwrap_or(lowest_or_highest)));
    }
    match vm.as_index(value)? {
        Some(index) => Ok(Some(index)),
        None => {
            Err(vm.type_error("slice indices must be integers or None or have an __index__ method"))
        }
    }
}

/// `start` and `end` of a search.
pub(in crate::builtins) fn bounds(
    vm: &mut Vm,
    start: Value,
    end: Value,
) -> Result<(Option<i64>, Option<i64>), Raised> {
    Ok((bound(vm, start)?, bound(vm, end)?))
}

/// The character that widens a text; a space where none is given.
pub(super) fn fill_argument(vm: &mut Vm, value: Value) -> Result<char, Raised> {
    if value.is_unbound() {
        return Ok(' ');
    }
    let text = text_argument(vm, value, "The fill character must be a unicode character")?;
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(fill), None) => Ok(fill),
        _ => Err(vm.type_error("The fill character must be exactly one character long")),
    }
}
