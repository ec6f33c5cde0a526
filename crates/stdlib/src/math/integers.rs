//! The exact functions of integers.

use super::whole_number;
use interleave_python::heap::Value;
use interleave_python::vm::{Args, Flow, NativeResult, Raised, Vm};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

fn int(vm: &mut Vm, big: BigInt) -> NativeResult {
    Ok(Flow::Value(vm.int_value(big)))
}

/// The product of `low + 1` to `high`, by halves, so that the factors are of like size.
fn product(low: u64, high: u64) -> BigInt {
    if high <= low {
        return BigInt::one();
    }
    if high - low < 16 {
        let mut result = BigInt::from(low + 1);
        for n in low + 2..=high {
            result *= n;
        }
        return result;
    }
    let middle = low + (high - low) / 2;
    product(low, middle) * product(middle, high)
}

/// Charges for a big product, and refuses one that no heap holds.
fn check_size(vm: &mut Vm, factors: u64, largest: u64) -> Result<(), Raised> {
    let bits = factors.saturating_mul(u64::from(largest.max(2).ilog2()) + 1);
    vm.spend(vm.costs.per_item * factors.min(1 << 24));
    vm.check_heap_growth(bits / 8)
}

pub(super) fn factorial(vm: &mut Vm, args: Args) -> NativeResult {
    let [n] = args.exact(vm, "math.factorial")?;
    let n = whole_number(vm, n)?;
    if n.is_negative() {
        return Err(vm.raise("ValueError", "factorial() not defined for negative values"));
    }
    let Some(n) = n.to_u64().filter(|&n| n <= i64::MAX as u64) else {
        let text = format!("factorial() argument should not exceed {}", i64::MAX);
        return Err(vm.raise("OverflowError", &text));
    };
    check_size(vm, n, n)?;
    int(vm, product(0, n))
}

/// `comb(n, k)` and `perm(n, k=None)`
pub(super) fn choose(vm: &mut Vm, args: Args, name: &str) -> NativeResult {
    let [n, k] = args.between(vm, name, if name == "comb" { 2 } else { 1 })?;
    if let Value::Unbound | Value::None = k {
        return factorial(vm, Args::of(&[n]));
    }
    let (n, k) = (whole_number(vm, n)?, whole_number(vm, k)?);
    for (what, number) in [("n", &n), ("k", &k)] {
        if number.is_negative() {
            let text = format!("{what} must be a non-negative integer");
            return Err(vm.raise("ValueError", &text));
        }
    }
    if k > n {
        return int(vm, BigInt::zero());
    }
    let k = if name == "comb" {
        k.clone().min(&n - &k)
    } else {
        k
    };
    let Some(k) = k.to_u64() else {
        let text = format!("k must not exceed {}", i64::MAX);
        return Err(vm.raise("OverflowError", &text));
    };
    let result = match n.to_u64() {
        Some(n) => {
            check_size(vm, k, n)?;
            let top = product(n - k, n);
            if name == "comb" {
                top / product(0, k)
            } else {
                top
            }
        }
        None => {
            vm.check_heap_growth(k.saturating_mul(n.bits() / 8))?;
            let mut result = BigInt::one();
            for step in 0..k {
                result *= &n - step;
                if name == "comb" {
                    result /= step + 1;
                }
            }
            result
        }
    };
    int(vm, result)
}

pub(super) fn gcd(vm: &mut Vm, args: Args) -> NativeResult {
    let mut result = BigInt::zero();
    for &value in &args.positional {
        result = result.gcd(&whole_number(vm, value)?);
    }
    int(vm, result)
}

pub(super) fn lcm(vm: &mut Vm, args: Args) -> NativeResult {
    let mut result = BigInt::one();
    for &value in &args.positional {
        result = result.lcm(&whole_number(vm, value)?);
    }
    int(vm, result)
}

pub(super) fn isqrt(vm: &mut Vm, args: Args) -> NativeResult {
    let [n] = args.exact(vm, "math.isqrt")?;
    let n = whole_number(vm, n)?;
    if n.is_negative() {
        return Err(vm.raise("ValueError", "isqrt() argument must be nonnegative"));
    }
    int(vm, n.sqrt())
}
