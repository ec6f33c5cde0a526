//! The circular functions and their inverses. Method: reduce by π/2 in three parts, sum the series at twice the
//! precision, round once; the inverses are one step of Newton's method from the double that is near.

use super::double_double::Wide;

const HALF_PI: [f64; 3] = [
    std::f64::consts::FRAC_PI_2,
    6.123_233_995_736_766e-17,
    -1.497_384_904_859_169_8e-33,
];
/// Beyond this the reduction would need more of π.
const FAR: f64 = 1_073_741_824.0;

/// Sine and cosine of a number of moderate size.
fn sin_cos(x: Wide) -> (Wide, Wide) {
    let k = (x.high / HALF_PI[0]).round();
    let r = x - Wide::product(k, HALF_PI[0]) - Wide::product(k, HALF_PI[1]);
    let r = r - Wide::from(k * HALF_PI[2]);
    let square = r * r;
    let mut term = Wide::from(1.0);
    let mut cosine = Wide::from(1.0);
    let mut sine = Wide::from(0.0);
    for n in 1..=27 {
        // The terms rⁿ/n! in turn; the odd ones wait for their factor r.
        if n % 2 == 1 {
            term = term / Wide::from(f64::from(n));
            sine = sine + term;
        } else {
            term = -(term * square) / Wide::from(f64::from(n));
            cosine = cosine + term;
        }
    }
    let sine = sine * r;
    match k.rem_euclid(4.0) as u8 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

fn is_far(x: f64) -> bool {
    !x.is_finite() || x.abs() > FAR || x.abs() < 1e-150
}

/// The sine of `x` radians.
pub fn sin(x: f64) -> f64 {
    if is_far(x) {
        return libm::sin(x);
    }
    sin_cos(Wide::from(x)).0.rounded()
}

/// The cosine of `x` radians.
pub fn cos(x: f64) -> f64 {
    if is_far(x) {
        return libm::cos(x);
    }
    sin_cos(Wide::from(x)).1.rounded()
}

/// The tangent of `x` radians.
pub fn tan(x: f64) -> f64 {
    if is_far(x) {
        return libm::tan(x);
    }
    let (sine, cosine) = sin_cos(Wide::from(x));
    (sine / cosine).rounded()
}

fn is_extreme(x: f64) -> bool {
    !x.is_finite() || x == 0.0 || !(1e-140..=1e140).contains(&x.abs())
}

/// The angle of the point (`x`, `y`).
pub fn atan2(y: f64, x: f64) -> f64 {
    let near = libm::atan2(y, x);
    if is_extreme(x) || is_extreme(y) || is_extreme(near) {
        return near;
    }
    let (sine, cosine) = sin_cos(Wide::from(near));
    let (x, y) = (Wide::from(x), Wide::from(y));
    let step = (y * cosine - x * sine) / (x * cosine + y * sine);
    (Wide::from(near) + step).rounded()
}

/// The angle whose tangent is `x`.
pub fn atan(x: f64) -> f64 {
    if is_extreme(x) {
        return libm::atan(x);
    }
    atan2(x, 1.0)
}

/// The cosine of the angle whose sine is `x`, or the other way round.
fn other_side(x: f64) -> Wide {
    ((Wide::from(1.0) - Wide::from(x)) * (Wide::from(1.0) + Wide::from(x))).sqrt()
}

/// The angle whose sine is `x`.
pub fn asin(x: f64) -> f64 {
    let near = libm::asin(x);
    if is_extreme(x) || x.abs() >= 1.0 {
        return near;
    }
    let (sine, cosine) = sin_cos(Wide::from(near));
    let step = Wide::from(x) * cosine - other_side(x) * sine;
    (Wide::from(near) + step).rounded()
}

/// The angle whose cosine is `x`.
pub fn acos(x: f64) -> f64 {
    let near = libm::acos(x);
    if is_extreme(x) || x.abs() >= 1.0 {
        return near;
    }
    let (sine, cosine) = sin_cos(Wide::from(near));
    let step = other_side(x) * cosine - Wide::from(x) * sine;
    (Wide::from(near) + step).rounded()
}
