//! The hyperbolic functions and their inverses, step by step as glibc 2.36 computes them (sysdeps/ieee754/dbl-64:
//! e_sinh.c, e_cosh.c, s_tanh.c, s_asinh.c, e_acosh.c, e_atanh.c), so that its roundings are repeated.

use super::exponential::{exp, ln};

const LN_2: f64 = std::f64::consts::LN_2;
const TWO_28: f64 = 268_435_456.0;

/// The hyperbolic sine.
pub fn sinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < 1.0 / TWO_28 {
        return x;
    }
    let half = 0.5_f64.copysign(x);
    if size < 22.0 {
        let t = libm::expm1(size);
        return if size < 1.0 {
            half * (2.0 * t - t * t / (t + 1.0))
        } else {
            half * (t + t / (t + 1.0))
        };
    }
    if size < 709.7 {
        return half * exp(size);
    }
    let w = exp(0.5 * size);
    (half * w) * w
}

/// The hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if size < 22.0 {
        if size < 0.5 * LN_2 {
            let t = libm::expm1(size);
            let w = 1.0 + t;
            return if size < 2.0_f64.powi(-55) {
                w
            } else {
                1.0 + (t * t) / (w + w)
            };
        }
        let t = exp(size);
        return 0.5 * t + 0.5 / t;
    }
    if size < 709.7 {
        return 0.5 * exp(size);
    }
    let w = exp(0.5 * size);
    (0.5 * w) * w
}

/// The hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() || size < 2.0_f64.powi(-55) {
        return x;
    }
    let z = if size >= 22.0 {
        1.0
    } else if size >= 1.0 {
        1.0 - 2.0 / (libm::expm1(2.0 * size) + 2.0)
    } else {
        let t = libm::expm1(-2.0 * size);
        -t / (t + 2.0)
    };
    z.copysign(x)
}

/// The inverse of the hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() || size < 1.0 / TWO_28 {
        return x;
    }
    let w = if size > TWO_28 {
        ln(size) + LN_2
    } else if size > 2.0 {
        ln(2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size))
    } else {
        let t = x * x;
        libm::log1p(size + t / (1.0 + (1.0 + t).sqrt()))
    };
    w.copysign(x)
}

/// The inverse of the hyperbolic cosine; NaN below 1.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        f64::NAN
    } else if x > TWO_28 {
        ln(x) + LN_2
    } else if x > 2.0 {
        let t = x * x;
        ln(2.0 * x - 1.0 / (x + (t - 1.0).sqrt()))
    } else {
        let t = x - 1.0;
        libm::log1p(t + (2.0 * t + t * t).sqrt())
    }
}

/// The inverse of the hyperbolic tangent; NaN beyond ±1.
pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    if x.is_nan() || size > 1.0 {
        return f64::NAN;
    }
    if size < 1.0 / TWO_28 {
        return x;
    }
    let t = if size < 0.5 {
        let t = size + size;
        0.5 * libm::log1p(t + t * size / (1.0 - size))
    } else {
        0.5 * libm::log1p((size + size) / (1.0 - size))
    };
    t.copysign(x)
}
