//! The circular functions and their inverses. Method: reduce by π/2 in three parts, sum the series at twice the
//! precision, round once; the inverses are one step of Newton's method from the double that is near.

use super::double_double::Wide;
use super::tables::SINES;

/// π/32 in three parts.
const STEP: [f64; 3] = [
    std::f64::consts::FRAC_PI_2 / 16.0,
    6.123_233_995_736_766e-17 / 16.0,
    -1.497_384_904_859_169_8e-33 / 16.0,
];
/// Beyond this the reduction would need more of π.
const FAR: f64 = 1_073_741_824.0;

/// Sine and cosine of a number of moderate size.
fn sin_cos(x: Wide) -> (Wide, Wide) {
    let k = (x.high / STEP[0]).round();
    let r = x - Wide::product(k, STEP[0]) - Wide::product(k, STEP[1]);
    let r = r - Wide::from(k * STEP[2]);
    // |r| is at most π/64: from the fifth power on, a double's precision is enough.
    let square = r * r;
    let s = square.high;
    let tail =
        s * s * (1.0 / 120.0 - s * (1.0 / 5040.0 - s * (1.0 / 362_880.0 - s / 39_916_800.0)));
    let sine = r - r * (square * SIXTH - Wide::from(tail));
    let tail = s
        * s
        * s
        * (1.0 / 720.0 - s * (1.0 / 40_320.0 - s * (1.0 / 3_628_800.0 - s / 479_001_600.0)));
    let cosine = (square * square) * TWENTY_FOURTH - Wide::from(tail);
    let cosine = Wide::from(1.0) - (square.scaled(0.5) - cosine);
    let step = k.rem_euclid(64.0) as usize;
    let (at, quarter) = (step % 16, step / 16);
    let (a, b) = (entry(at), entry(16 - at));
    let (sine, cosine) = if at == 0 {
        (sine, cosine)
    } else {
        (a * cosine + b * sine, b * cosine - a * sine)
    };
    match quarter {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

const SIXTH: Wide = Wide {
    high: 1.0 / 6.0,
    low: 9.251_858_538_542_97e-18,
};
const TWENTY_FOURTH: Wide = Wide {
    high: 1.0 / 24.0,
    low: 2.312_964_634_635_742_6e-18,
};

fn entry(index: usize) -> Wide {
    let (high, low) = SINES[index];
    Wide { high, low }
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
