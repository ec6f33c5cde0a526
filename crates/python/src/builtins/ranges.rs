//! `range` and `slice`.

use super::objects::install_new;
use super::ok;
use crate::heap::{Object, Range, Value};
use crate::vm::{Args, NativeResult, Raised, Vm};

pub(super) fn install(vm: &mut Vm) {
    let t = vm.types.clone();
    install_new(vm, t.slice, |vm, args| {
        let [_, a, b, c] = args.between(vm, "type.slice", 2)?;
        let none = |value: Value| {
            if value.is_unbound() {
                Value::None
            } else {
                value
            }
        };
        let parts = if b.is_unbound() {
            [Value::None, a, Value::None]
        } else {
            [a, b, none(c)]
        };
        ok(vm.heap.value(Object::Slice(Box::new(parts))))
    });
    vm.add_methods(t.slice, &[("indices", slice_indices)]);
    install_new(vm, t.range, range_new);
    vm.add_methods(
        t.range,
        &[
            ("index", |vm, args| {
                let [own, value] = args.exact(vm, "range.index")?;
                match range_place(vm, own, value)? {
                    Some(index) => ok(Value::Int(index)),
                    None if vm.int_of(value).is_some() => {
                        let text = format!("{} is not in range", vm.repr_nested(value)?);
                        Err(vm.raise("ValueError", &text))
                    }
                    None => Err(vm.raise("ValueError", "sequence.index(x): x not in sequence")),
                }
            }),
            ("count", |vm, args| {
                let [own, value] = args.exact(vm, "range.count")?;
                let place = range_place(vm, own, value)?;
                ok(Value::Int(i64::from(place.is_some())))
            }),
        ],
    );
}

/// Where a range has a number equal to `value`.
fn range_place(vm: &mut Vm, own: Value, value: Value) -> Result<Option<i64>, Raised> {
    let Some(Object::Range(range)) = vm.object(own) else {
        return Err(vm.type_error("a range is required"));
    };
    let range = **range;
    let wanted = match vm.unwrap(value) {
        Value::Int(i) => i,
        Value::Bool(b) => i64::from(b),
        Value::Float(f) if f.fract() == 0.0 && f.abs() < 9e18 => f as i64,
        _ => return Ok(None),
    };
    let offset = i128::from(wanted) - i128::from(range.start);
    let index = offset / i128::from(range.step);
    let inside = offset % i128::from(range.step) == 0 && index >= 0;
    Ok((inside && index < i128::from(range.len())).then_some(index as i64))
}

fn range_new(vm: &mut Vm, args: Args) -> NativeResult {
    let [_, a, b, c] = args.between(vm, "type.range", 2)?;
    let mut numbers = [0, 0, 1];
    let given = [a, b, c];
    let used = given.iter().filter(|value| !value.is_unbound()).count();
    for (number, &value) in numbers.iter_mut().zip(&given).take(used) {
        *number = match vm.as_index(value)? {
            Some(number) => number,
            None => {
                let text = format!(
                    "'{}' object cannot be interpreted as an integer",
                    vm.type_name(value)
                );
                return Err(vm.type_error(&text));
            }
        };
    }
    let [a, b, step] = numbers;
    let (start, stop) = if used == 1 { (0, a) } else { (a, b) };
    if step == 0 {
        return Err(vm.raise("ValueError", "range() arg 3 must not be zero"));
    }
    ok(vm
        .heap
        .value(Object::Range(Box::new(Range { start, stop, step }))))
}

/// `slice.indices(length)`
fn slice_indices(vm: &mut Vm, args: Args) -> NativeResult {
    let [own, length] = args.exact(vm, "slice.indices")?;
    let Some(length) = vm.as_index(length)? else {
        let text = format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(length)
        );
        return Err(vm.type_error(&text));
    };
    if length < 0 {
        return Err(vm.raise("ValueError", "length should not be negative"));
    }
    let Some(Object::Slice(parts)) = vm.object(own) else {
        return Err(vm.type_error("a slice is required"));
    };
    let parts = **parts;
    let (start, stop, step) = vm.slice_parts(parts)?;
    let range = crate::text::slices::slice_indices(start, stop, step, length as usize)
        .map_err(|error| vm.text_error(error))?;
    let numbers = [range.start, range.stop, range.step].map(Value::Int);
    ok(vm.heap.tuple(&numbers))
}
