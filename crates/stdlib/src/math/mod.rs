//! `math`: numbers in, numbers out. The elementary functions are the machine's own (`elementary`), the same in every browser.

mod floats;
mod gamma;
mod integers;
mod sums;

use interleave_python::elementary as e;
use interleave_python::heap::{Object, Ref, Value};
use interleave_python::text::int;
use interleave_python::vm::{Args, Flow, ModuleDef, NativeFn, NativeResult, Raised, Support, Vm};

/// The folder's modules.
pub const MODULES: &[ModuleDef] = &[ModuleDef {
    name: "math",
    functions: FUNCTIONS,
    set_up: Some(set_up),
    source: Some(include_str!("math.py")),
    shown_as: "",
    support: Support {
        there: "everything, `cbrt`, `exp2` of 3.11 and `sumprod` of 3.12 included",
        partial: &[(
            "the last digit",
            "rounded from twice the precision, as glibc nearly always is",
        )],
        refused: &[],
    },
}];

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("acos", |vm, args| unary(vm, args, "acos", e::acos)),
    ("acosh", |vm, args| unary(vm, args, "acosh", e::acosh)),
    ("asin", |vm, args| unary(vm, args, "asin", e::asin)),
    ("asinh", |vm, args| unary(vm, args, "asinh", e::asinh)),
    ("atan", |vm, args| unary(vm, args, "atan", e::atan)),
    ("atanh", |vm, args| unary(vm, args, "atanh", atanh)),
    ("cbrt", |vm, args| unary(vm, args, "cbrt", libm::cbrt)),
    ("cos", |vm, args| unary(vm, args, "cos", e::cos)),
    ("cosh", |vm, args| growing(vm, args, "cosh", e::cosh)),
    ("erf", |vm, args| unary(vm, args, "erf", libm::erf)),
    ("erfc", |vm, args| unary(vm, args, "erfc", libm::erfc)),
    ("exp", |vm, args| growing(vm, args, "exp", e::exp)),
    ("exp2", |vm, args| growing(vm, args, "exp2", e::exp2)),
    ("expm1", |vm, args| growing(vm, args, "expm1", libm::expm1)),
    ("fabs", |vm, args| unary(vm, args, "fabs", f64::abs)),
    ("log1p", |vm, args| unary(vm, args, "log1p", log1p)),
    ("sin", |vm, args| unary(vm, args, "sin", e::sin)),
    ("sinh", |vm, args| growing(vm, args, "sinh", e::sinh)),
    ("sqrt", |vm, args| unary(vm, args, "sqrt", f64::sqrt)),
    ("tan", |vm, args| unary(vm, args, "tan", e::tan)),
    ("tanh", |vm, args| unary(vm, args, "tanh", e::tanh)),
    ("gamma", |vm, args| growing(vm, args, "gamma", gamma::gamma)),
    ("lgamma", |vm, args| {
        growing(vm, args, "lgamma", gamma::ln_gamma)
    }),
    ("degrees", |vm, args| {
        unary(vm, args, "degrees", |x| x * (180.0 / std::f64::consts::PI))
    }),
    ("radians", |vm, args| {
        unary(vm, args, "radians", |x| x * (std::f64::consts::PI / 180.0))
    }),
    ("atan2", |vm, args| binary(vm, args, "atan2", e::atan2)),
    ("copysign", |vm, args| {
        binary(vm, args, "copysign", f64::copysign)
    }),
    ("fmod", floats::fmod),
    ("frexp", floats::frexp),
    ("isclose", floats::isclose),
    ("isfinite", |vm, args| {
        test(vm, args, "isfinite", f64::is_finite)
    }),
    ("isinf", |vm, args| {
        test(vm, args, "isinf", f64::is_infinite)
    }),
    ("isnan", |vm, args| test(vm, args, "isnan", f64::is_nan)),
    ("ldexp", floats::ldexp),
    ("log", floats::log),
    ("log10", |vm, args| floats::log_to(vm, args, "log10")),
    ("log2", |vm, args| floats::log_to(vm, args, "log2")),
    ("modf", floats::modf),
    ("nextafter", |vm, args| {
        binary(vm, args, "nextafter", libm::nextafter)
    }),
    ("pow", floats::pow),
    ("remainder", floats::remainder),
    ("ulp", |vm, args| unary(vm, args, "ulp", floats::ulp)),
    ("_floor", |vm, args| floats::whole(vm, args, f64::floor)),
    ("_ceil", |vm, args| floats::whole(vm, args, f64::ceil)),
    ("_trunc", |vm, args| floats::whole(vm, args, f64::trunc)),
    ("comb", |vm, args| integers::choose(vm, args, "comb")),
    ("perm", |vm, args| integers::choose(vm, args, "perm")),
    ("factorial", integers::factorial),
    ("gcd", integers::gcd),
    ("lcm", integers::lcm),
    ("isqrt", integers::isqrt),
    ("fsum", sums::fsum),
    ("hypot", sums::hypot),
    ("dist", sums::dist),
];

fn set_up(vm: &mut Vm, module: Ref) {
    use std::f64::consts::{E, PI, TAU};
    for (name, value) in [
        ("pi", PI),
        ("e", E),
        ("tau", TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        vm.set_global(module, name, Value::Float(value));
    }
}

/// A real number as a double.
pub(super) fn real(vm: &mut Vm, value: Value) -> Result<f64, Raised> {
    let base = vm.unwrap(value);
    if let Value::Float(x) = base {
        return Ok(x);
    }
    if let Some(n) = vm.int_of(base) {
        return int::to_float(&n).map_err(|error| vm.text_error(error));
    }
    for name in [vm.names.float, vm.names.index] {
        if let Some(method) = vm.special(value, name) {
            let result = vm.call_nested(method, Args::of(&[value]))?;
            if let Value::Float(_) | Value::Int(_) = result {
                return real(vm, result);
            }
        }
    }
    let text = format!("must be real number, not {}", vm.type_name(value));
    Err(vm.type_error(&text))
}

/// The exact integer that a value stands for.
pub(super) fn whole_number(vm: &mut Vm, value: Value) -> Result<num_bigint::BigInt, Raised> {
    if let Some(big) = vm.big(value) {
        return Ok(big);
    }
    if let Some(index) = vm.as_index(value)? {
        return Ok(index.into());
    }
    let text = format!(
        "'{}' object cannot be interpreted as an integer",
        vm.type_name(value)
    );
    Err(vm.type_error(&text))
}

pub(super) fn domain_error(vm: &mut Vm) -> Raised {
    vm.raise("ValueError", "math domain error")
}

pub(super) fn range_error(vm: &mut Vm) -> Raised {
    vm.raise("OverflowError", "math range error")
}

/// A result that may not be what the argument can't explain.
fn checked(vm: &mut Vm, args: &[f64], result: f64, may_overflow: bool) -> NativeResult {
    let explained = |is: fn(f64) -> bool| args.iter().any(|&x| is(x));
    if result.is_nan() && !explained(f64::is_nan) {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && !explained(f64::is_infinite) && !explained(f64::is_nan) {
        return Err(if may_overflow {
            range_error(vm)
        } else {
            domain_error(vm)
        });
    }
    Ok(Flow::Value(Value::Float(result)))
}

fn one(vm: &mut Vm, args: &Args, name: &str) -> Result<f64, Raised> {
    let [x] = args.exact(vm, &format!("math.{name}")).map_err(|raised| {
        let got = args.positional.len();
        if !args.keywords.is_empty() {
            return raised;
        }
        let text = format!("math.{name}() takes exactly one argument ({got} given)");
        vm.type_error(&text)
    })?;
    real(vm, x)
}

fn unary(vm: &mut Vm, args: Args, name: &str, f: fn(f64) -> f64) -> NativeResult {
    let x = one(vm, &args, name)?;
    checked(vm, &[x], f(x), false)
}

/// A function that overflows.
fn growing(vm: &mut Vm, args: Args, name: &str, f: fn(f64) -> f64) -> NativeResult {
    let x = one(vm, &args, name)?;
    let poles = matches!(name, "gamma" | "lgamma") && x <= 0.0 && x == x.floor();
    checked(vm, &[x], f(x), !poles)
}

fn test(vm: &mut Vm, args: Args, name: &str, f: fn(f64) -> bool) -> NativeResult {
    let x = one(vm, &args, name)?;
    Ok(Flow::Value(Value::Bool(f(x))))
}

/// Two arguments.
fn two(vm: &mut Vm, args: &Args, name: &str) -> Result<(f64, f64), Raised> {
    if args.positional.len() != 2 || !args.keywords.is_empty() {
        let text = format!("{name} expected 2 arguments, got {}", args.positional.len());
        return Err(vm.type_error(&text));
    }
    Ok((real(vm, args.positional[0])?, real(vm, args.positional[1])?))
}

fn binary(vm: &mut Vm, args: Args, name: &str, f: fn(f64, f64) -> f64) -> NativeResult {
    let (x, y) = two(vm, &args, name)?;
    Ok(Flow::Value(Value::Float(f(x, y))))
}

fn atanh(x: f64) -> f64 {
    if x.abs() == 1.0 {
        return f64::INFINITY;
    }
    e::atanh(x)
}

fn log1p(x: f64) -> f64 {
    if x == 0.0 { x } else { libm::log1p(x) }
}

/// Whether a value is an `int` of any size.
pub(super) fn is_int(vm: &Vm, value: Value) -> bool {
    matches!(value, Value::Int(_) | Value::Bool(_))
        || matches!(vm.object(value), Some(Object::BigInt(_)))
}
