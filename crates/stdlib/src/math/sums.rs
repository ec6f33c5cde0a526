//! Sums that are rounded once: `fsum`, `hypot`, `dist`. Source of `fsum`: J. R. Shewchuk, "Adaptive precision
//! floating-point arithmetic", 1997, as CPython 3.11's Modules/mathmodule.c has it.

use super::real;
use interleave_python::elementary;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Then, Vm};

pub(super) fn fsum(vm: &mut Vm, args: Args) -> NativeResult {
    let [iterable] = args.exact(vm, "math.fsum")?;
    vm.collect(iterable, Then::new(sum_up, Vec::new()))
}

fn sum_up(vm: &mut Vm, _: Then, items: Value) -> NativeResult {
    let numbers = numbers_of(vm, items)?;
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinite) = (0.0, 0.0);
    for x in numbers {
        let given = x;
        let mut x = x;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x != 0.0 {
            if x.is_finite() {
                partials.push(x);
                continue;
            }
            if given.is_finite() {
                return Err(vm.raise("OverflowError", "intermediate overflow in fsum"));
            }
            if given.is_infinite() {
                infinite += given;
            }
            special += given;
            partials.clear();
        }
    }
    if special != 0.0 || f64::is_nan(special) {
        if f64::is_nan(infinite) {
            return Err(vm.raise("ValueError", "-inf + inf in fsum"));
        }
        return Ok(Flow::Value(Value::Float(special)));
    }
    Ok(Flow::Value(Value::Float(rounded(partials))))
}

/// The sum of partials that do not overlap, rounded half to even.
fn rounded(mut partials: Vec<f64>) -> f64 {
    let Some(mut high) = partials.pop() else {
        return 0.0;
    };
    let mut low = 0.0;
    while let Some(y) = partials.pop() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    if let Some(&next) = partials.last()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let y = low * 2.0;
        let x = high + y;
        if y == x - high {
            high = x;
        }
    }
    high
}

fn numbers_of(vm: &mut Vm, items: Value) -> Result<Vec<f64>, Raised> {
    let mut numbers = Vec::new();
    for item in vm.items_of(items)?.unwrap_or_default() {
        numbers.push(real(vm, item)?);
    }
    Ok(numbers)
}

pub(super) fn hypot(vm: &mut Vm, args: Args) -> NativeResult {
    if !args.keywords.is_empty() {
        return Err(vm.type_error("math.hypot() takes no keyword arguments"));
    }
    let mut coordinates = Vec::new();
    for &value in &args.positional {
        coordinates.push(real(vm, value)?);
    }
    Ok(Flow::Value(Value::Float(elementary::hypot(&coordinates))))
}

pub(super) fn dist(vm: &mut Vm, args: Args) -> NativeResult {
    let [p, q] = args.exact(vm, "dist")?;
    let (Some(p), Some(q)) = (vm.items_of(p)?, vm.items_of(q)?) else {
        return Err(vm.type_error("both points must be sequences"));
    };
    if p.len() != q.len() {
        let text = "both points must have the same number of dimensions";
        return Err(vm.raise("ValueError", text));
    }
    let (p, q) = (vm.heap.list(p), vm.heap.list(q));
    let (p, q) = (numbers_of(vm, p)?, numbers_of(vm, q)?);
    let apart: Vec<f64> = p.iter().zip(&q).map(|(a, b)| a - b).collect();
    Ok(Flow::Value(Value::Float(elementary::hypot(&apart))))
}
