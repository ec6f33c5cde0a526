//! The functions of doubles that have rules of their own: logarithms, powers, remainders, parts.

use super::{domain_error, is_int, range_error, real, two};
use interleave_python::elementary as e;
use interleave_python::heap::Value;
use interleave_python::text;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};
use num_traits::{Signed, ToPrimitive};

fn float(x: f64) -> NativeResult {
    Ok(Flow::Value(Value::Float(x)))
}

/// The logarithm by `f` of any real number, of ints beyond the doubles too.
fn logarithm(vm: &mut Vm, value: Value, f: fn(f64) -> f64) -> Result<f64, Raised> {
    let base = vm.unwrap(value);
    if is_int(vm, base) {
        let big = vm.big(base).unwrap_or_default();
        if !big.is_positive() {
            return Err(domain_error(vm));
        }
        let bits = big.bits();
        if bits > 1000 {
            // log(x) = log(m) + e log(2), as CPython's loghelper does.
            let power = bits - 60;
            let mantissa = (big >> power).to_f64().unwrap_or(1.0);
            let (mantissa, own) = libm::frexp(mantissa);
            return Ok(f(mantissa) + f(2.0) * (power as f64 + f64::from(own)));
        }
    }
    let x = real(vm, value)?;
    if x.is_nan() || x > 0.0 {
        return Ok(f(x));
    }
    Err(domain_error(vm))
}

pub(super) fn log(vm: &mut Vm, args: Args) -> NativeResult {
    if !args.keywords.is_empty() {
        return Err(vm.type_error("math.log() takes no keyword arguments"));
    }
    let (value, base) = match args.positional[..] {
        [value] => (value, None),
        [value, base] => (value, Some(base)),
        [] => return Err(vm.type_error("math.log requires 1 to 2 arguments")),
        ref given => {
            let text = format!("log expected at most 2 arguments, got {}", given.len());
            return Err(vm.type_error(&text));
        }
    };
    let top = logarithm(vm, value, e::ln)?;
    let Some(base) = base else {
        return float(top);
    };
    let bottom = logarithm(vm, base, e::ln)?;
    if bottom == 0.0 {
        return Err(vm.raise("ZeroDivisionError", "float division by zero"));
    }
    float(top / bottom)
}

pub(super) fn log_to(vm: &mut Vm, args: Args, name: &str) -> NativeResult {
    let [value] = args.exact(vm, &format!("math.{name}"))?;
    let f = if name == "log2" { e::log2 } else { e::log10 };
    let result = logarithm(vm, value, f)?;
    float(result)
}

pub(super) fn pow(vm: &mut Vm, args: Args) -> NativeResult {
    let (x, y) = two(vm, &args, "pow")?;
    let result = e::pow(x, y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || (result.is_infinite() && x == 0.0) {
            return Err(domain_error(vm));
        }
        if result.is_infinite() {
            return Err(range_error(vm));
        }
    }
    float(result)
}

pub(super) fn fmod(vm: &mut Vm, args: Args) -> NativeResult {
    let (x, y) = two(vm, &args, "fmod")?;
    if x.is_finite() && y.is_infinite() {
        return float(x);
    }
    let result = libm::fmod(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    float(result)
}

pub(super) fn remainder(vm: &mut Vm, args: Args) -> NativeResult {
    let (x, y) = two(vm, &args, "remainder")?;
    let result = libm::remainder(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    float(result)
}

pub(super) fn frexp(vm: &mut Vm, args: Args) -> NativeResult {
    let x = super::one(vm, &args, "frexp")?;
    let (mantissa, exponent) = if x.is_finite() {
        libm::frexp(x)
    } else {
        (x, 0)
    };
    let parts = [Value::Float(mantissa), Value::Int(i64::from(exponent))];
    Ok(Flow::Value(vm.heap.tuple(&parts)))
}

pub(super) fn modf(vm: &mut Vm, args: Args) -> NativeResult {
    let x = super::one(vm, &args, "modf")?;
    let whole = x.trunc();
    let rest = if x.is_infinite() { 0.0 } else { x - whole };
    let parts = [Value::Float(rest.copysign(x)), Value::Float(whole)];
    Ok(Flow::Value(vm.heap.tuple(&parts)))
}

pub(super) fn ldexp(vm: &mut Vm, args: Args) -> NativeResult {
    let [x, power] = args.exact(vm, "ldexp")?;
    let x = real(vm, x)?;
    let Some(power) = vm.big(power) else {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    };
    if x == 0.0 || !x.is_finite() {
        return float(x);
    }
    let most = if power.is_negative() {
        -100_000
    } else {
        100_000
    };
    let result = libm::ldexp(x, power.to_i32().unwrap_or(most).clamp(-100_000, 100_000));
    if result.is_infinite() {
        return Err(range_error(vm));
    }
    float(result)
}

/// The distance to the next double away from zero.
pub(super) fn ulp(x: f64) -> f64 {
    let x = x.abs();
    if !x.is_finite() {
        return x;
    }
    let next = libm::nextafter(x, f64::INFINITY);
    if next.is_infinite() {
        return x - libm::nextafter(x, 0.0);
    }
    next - x
}

pub(super) fn isclose(vm: &mut Vm, args: Args) -> NativeResult {
    let names = ["a", "b", "rel_tol", "abs_tol"];
    let [a, b, relative, absolute] = args.named(vm, "isclose", names, 2)?;
    let mut tolerances = [1e-9, 0.0];
    for (tolerance, given) in tolerances.iter_mut().zip([relative, absolute]) {
        if !given.is_unbound() {
            *tolerance = real(vm, given)?;
        }
    }
    let [relative, absolute] = tolerances;
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.raise("ValueError", "tolerances must be non-negative"));
    }
    let (a, b) = (real(vm, a)?, real(vm, b)?);
    let apart = (b - a).abs();
    let close = a == b
        || !a.is_infinite()
            && !b.is_infinite()
            && (apart <= (relative * b).abs()
                || apart <= (relative * a).abs()
                || apart <= absolute);
    Ok(Flow::Value(Value::Bool(close)))
}

/// `_floor(x)` and the like: a whole float as an int; None where `x` is neither an int nor a float.
pub(super) fn whole(vm: &mut Vm, args: Args, f: fn(f64) -> f64) -> NativeResult {
    let [value] = args.exact(vm, "floor")?;
    let base = vm.unwrap(value);
    if is_int(vm, base) {
        let big = vm.big(base).unwrap_or_default();
        return Ok(Flow::Value(vm.int_value(big)));
    }
    let Value::Float(x) = base else {
        return Ok(Flow::Value(Value::None));
    };
    let int = text::float::to_int(f(x)).map_err(|error| vm.text_error(error))?;
    Ok(Flow::Value(vm.int_from(int)))
}
