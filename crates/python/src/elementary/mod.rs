//! Elementary functions of doubles (`exp`, `log`, `pow`, the circular and hyperbolic ones): the same bits on every machine
//! and in the browser, and those that CPython over glibc gives. glibc's main functions err by less than 0.52 units in the
//! last place, so that a result rounded from twice the precision is nearly always glibc's; for the others its very
//! algorithms are followed. Blind spot: arguments of the circular functions beyond 2^30.

mod circular;
mod double_double;
mod exponential;
mod hyperbolic;
mod tables;
#[cfg(test)]
mod tests;

pub use circular::{acos, asin, atan, atan2, cos, sin, tan};
pub use exponential::{exp, exp2, ln, log2, log10, pow};
pub use hyperbolic::{acosh, asinh, atanh, cosh, sinh, tanh};

/// The square root of the sum of squares, rounded once.
pub fn hypot(coordinates: &[f64]) -> f64 {
    let mut largest = 0.0_f64;
    let mut has_nan = false;
    for &x in coordinates {
        if x.is_infinite() {
            return f64::INFINITY;
        }
        has_nan |= x.is_nan();
        largest = largest.max(x.abs());
    }
    if has_nan {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    let (_, exponent) = libm::frexp(largest);
    let mut sum = double_double::Wide::from(0.0);
    for &x in coordinates {
        let x = libm::ldexp(x, -exponent);
        sum = sum + double_double::Wide::product(x, x);
    }
    libm::ldexp(sum.sqrt().rounded(), exponent)
}
